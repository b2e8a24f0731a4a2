//! Search: quality over labelled queries, the vectors shared with the browser, and what must hold of any index.
//!
//! The index and its answers are left in `target/tmp/search/`, where `tests/search/parity.test.mjs` asks the script of
//! the theme the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use etalase::search::{
    Answer, Category, District, DocumentKind, Index, IndexFile, Lexicon, Memo, Options, Reader, START_FILE,
    SearchDocument, Settings, Spellings, Village, build, build_anew, default_spellings, edits, fold, query_words,
    roots, shown, spelling_key, standard_facets,
};
use serde_json::Value;

/// The day of all shuffles here; `tests/search/ask.mjs` uses the same.
const DAY: u32 = 20_000;
const OPTIONS: Options = Options { limit: 10, day: DAY, open: true };

fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Rows of a table, without its comment.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn lexicon() -> Lexicon {
    let text = data("lexicon.tsv");
    let mut lexicon = Lexicon { facets: standard_facets(), spellings: default_spellings(), ..Lexicon::default() };
    for row in rows(&text) {
        let own = |at: usize| row[at].to_owned();
        match row[0] {
            "category" => {
                let category = Category { slug: own(1), parent: own(2), name: own(3), name_en: own(4) };
                lexicon.categories.push(category);
            }
            "place" if row[2].is_empty() => {
                lexicon.districts.push(District { slug: own(1), name: own(3), villages: Vec::new() });
            }
            "place" => {
                let aliases = row[4].split(',').filter(|alias| !alias.is_empty()).map(str::to_owned).collect();
                let district = lexicon.districts.last_mut().expect("a district stands before its villages");
                district.villages.push(Village { slug: own(2), name: own(3), aliases });
            }
            "synonym" => lexicon.synonyms.push(row[1..].iter().map(|&word| word.to_owned()).collect()),
            "protected" => lexicon.protected = row[1..].iter().map(|&word| word.to_owned()).collect(),
            other => panic!("unknown row {other}"),
        }
    }
    lexicon
}

fn sample() -> Vec<SearchDocument> {
    let text = data("sample.tsv");
    let filled = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
    rows(&text)
        .map(|row| {
            let kind = DocumentKind::ALL.into_iter().find(|kind| kind.slug() == row[0]).expect("a known kind");
            let (district, village) = row[6].split_once('/').unwrap_or((row[6], ""));
            SearchDocument {
                title_en: filled(row[3]),
                maker: filled(row[4]),
                category: filled(row[5]),
                district: filled(district),
                village: filled(village),
                price: row[7].parse().ok(),
                facets: row[8].split(';').filter_map(|facet| facet.split_once('=')).map(facet).collect(),
                attributes: row[9].split(',').filter_map(filled).collect(),
                text: row[10].to_owned(),
                url_id: format!("/{}/{}/", row[0], row[1]),
                url_en: format!("/en/{}/{}/", row[0], row[1]),
                ..SearchDocument::new(kind, row[1], row[2])
            }
        })
        .collect()
}

fn facet((key, values): (&str, &str)) -> (String, Vec<String>) {
    (key.to_owned(), values.split('+').map(str::to_owned).collect())
}

/// Every base with every variant, from so many makers each, with prices, keywords and dates that look random but are not.
fn generated(copies: usize) -> Vec<SearchDocument> {
    let text = data("generated.tsv");
    let table: Vec<Vec<&str>> = rows(&text).collect();
    let of = |name: &str| table.iter().filter(|row| row[0] == name).cloned().collect::<Vec<_>>();
    let makers = of("maker");
    let words: Vec<&str> = of("words").concat().into_iter().skip(1).collect();
    let mut documents = Vec::new();
    for (number, row) in of("base").iter().enumerate() {
        for (variant_number, variant) in row[3].split(',').enumerate() {
            for copy in 0..copies {
                let seed = number * 31 + variant_number * 17 + copy * 7;
                let maker = &makers[seed % makers.len()];
                let (district, village) = maker[2].split_once('/').expect("district/village");
                let title = format!("{} {variant}", row[1]);
                let slug = format!("{}-{copy}", title.to_lowercase().replace(' ', "-"));
                documents.push(SearchDocument {
                    maker: Some(maker[1].to_owned()),
                    category: Some(row[2].to_owned()),
                    district: Some(district.to_owned()),
                    village: Some(village.to_owned()),
                    price: Some(10_000 + (seed as u64 * 7_919) % 400 * 1_000),
                    attributes: (0..3).map(|step| words[(seed + step * 5) % words.len()].to_owned()).collect(),
                    facets: BTreeMap::from([("stok".to_owned(), vec!["siap".to_owned()])]),
                    text: format!("{title} buatan {} yang dikerjakan dengan tangan.", maker[1]),
                    url_id: format!("/produk/{slug}/"),
                    completeness: (40 + seed % 60) as u8,
                    date: 20_240_000 + (1 + seed as u32 % 12) * 100 + 1 + seed as u32 % 28,
                    ..SearchDocument::new(DocumentKind::Product, slug, title)
                });
            }
        }
    }
    documents
}

fn catalogue() -> Vec<SearchDocument> {
    let mut documents = sample();
    documents.extend(generated(3));
    documents
}

fn source(index: &Index) -> impl Fn(&str) -> Option<Vec<u8>> {
    let files: BTreeMap<String, Vec<u8>> =
        index.files.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect();
    move |name: &str| files.get(name).cloned()
}

fn ask(index: &Index, query: &str) -> Answer {
    let source = source(index);
    let reader = Reader::open(&source).expect("the index opens");
    reader.query(query, OPTIONS).expect("the query is answered")
}

/// Whether a document fulfils one of the alternatives of a label.
fn is_right(document: &SearchDocument, label: &str) -> bool {
    label.split('|').any(|conditions| conditions.split('&').all(|condition| fulfils(document, condition)))
}

fn fulfils(document: &SearchDocument, condition: &str) -> bool {
    let (field, value) = condition.split_once('=').expect("field=value");
    let has = |key: &str| document.facets.get(key).is_some_and(|values| values.iter().any(|known| known == value));
    let price = |fits: &dyn Fn(u64, u64) -> bool| {
        document.price.zip(value.parse().ok()).is_some_and(|(price, limit)| fits(price, limit))
    };
    match field {
        "slug" => document.slug == value,
        "title" => document.title.to_lowercase().starts_with(&value.to_lowercase()),
        "starts" => document.title.to_lowercase().starts_with(value),
        "maker" => document.maker.as_deref() == Some(value),
        "category" => document.category.as_deref() == Some(value),
        "district" => document.district.as_deref() == Some(value),
        "village" => document.village.as_deref() == Some(value),
        "attribute" => document.attributes.iter().any(|known| known == value),
        "mutu" | "sifat" => has(field),
        "min" => price(&|price, limit| price >= limit),
        "max" => price(&|price, limit| price <= limit),
        other => panic!("unknown condition {other}"),
    }
}

/// Place of the first right answer, counted from 1.
fn rank(answer: &Answer, label: &str, by_slug: &BTreeMap<(String, String), &SearchDocument>) -> Option<usize> {
    if label == "none" {
        return answer.hits.iter().all(|hit| hit.approximate).then_some(1);
    }
    let found = |hit: &etalase::search::Hit| by_slug.get(&(hit.kind.clone(), hit.card.slug.clone()));
    let place = answer.hits.iter().position(|hit| found(hit).is_some_and(|document| is_right(document, label)));
    place.map(|place| place + 1)
}

#[derive(Default)]
struct Tally {
    queries: usize,
    in_five: usize,
    reciprocal: f64,
}

impl Tally {
    fn add(&mut self, rank: Option<usize>) {
        self.queries += 1;
        self.in_five += usize::from(rank.is_some_and(|rank| rank <= 5));
        self.reciprocal += rank.map_or(0.0, |rank| 1.0 / rank as f64);
    }

    fn in_five(&self) -> f64 {
        self.in_five as f64 / self.queries as f64
    }

    fn mean_reciprocal(&self) -> f64 {
        self.reciprocal / self.queries as f64
    }
}

#[test]
fn labelled_queries_find_what_they_ask_for() {
    let documents = catalogue();
    let index = build(&documents, &lexicon(), &Settings::standard());
    let by_slug: BTreeMap<(String, String), &SearchDocument> =
        documents.iter().map(|document| ((document.kind.slug().to_owned(), document.slug.clone()), document)).collect();
    let source = source(&index);
    let reader = Reader::open(&source).expect("the index opens");
    let queries = data("queries.tsv");
    let (mut tallies, mut all, mut missed, mut lines) =
        (BTreeMap::<&str, Tally>::new(), Tally::default(), Vec::new(), String::new());
    for row in rows(&queries) {
        let answer = reader.query(row[1], OPTIONS).expect("the query is answered");
        let rank = rank(&answer, row[2], &by_slug);
        tallies.entry(row[0]).or_default().add(rank);
        all.add(rank);
        if rank.is_none_or(|rank| rank > 5) {
            missed.push(format!("{}: {} -> {:?}", row[0], row[1], answer.hits.first().map(|hit| &hit.card.title)));
        }
        lines.push_str(&answer_line(row[1], &answer));
    }
    leave_for_the_browser(&index, "search");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    fs::write(folder.join("search/answers.jsonl"), &lines).expect("target/tmp is writable");
    // The same words in many small files, for what the script does before it has them all.
    let small = Settings { chunk_bytes: 600, shard_bytes: 1_000, hot_bytes: 1_000, ..Settings::standard() };
    leave_for_the_browser(&build(&generated(13), &lexicon(), &small), "search-parts");
    let table: Vec<String> = tallies
        .iter()
        .map(|(class, tally)| format!("{class}: {:.3} {:.3}", tally.in_five(), tally.mean_reciprocal()))
        .collect();
    let report = format!("{}\nmissed:\n{}", table.join("\n"), missed.join("\n"));
    println!("{report}\nall: {:.3} {:.3}", all.in_five(), all.mean_reciprocal());
    assert!(all.queries >= 200, "{} queries", all.queries);
    assert!(all.in_five() >= 0.97, "in the first five: {:.3}\n{report}", all.in_five());
    assert!(all.mean_reciprocal() >= 0.95, "mean reciprocal rank: {:.3}\n{report}", all.mean_reciprocal());
    assert!(tallies["typo"].in_five() >= 0.95, "typos\n{report}");
    assert!(tallies["affix"].in_five() >= 0.95, "affixes\n{report}");
}

/// What the script of the theme must answer, as a line of JSON.
fn answer_line(query: &str, answer: &Answer) -> String {
    let hits: Vec<Value> = answer
        .hits
        .iter()
        .map(|hit| {
            let url = &hit.card.url_id;
            serde_json::json!({ "kind": hit.kind, "slug": hit.card.slug, "url": url, "title": hit.card.title,
                "price": hit.card.price_text, "score": hit.score, "approximate": hit.approximate })
        })
        .collect();
    let line = serde_json::json!({ "query": query, "total": answer.total, "dropped": answer.dropped,
        "corrections": answer.corrections, "hits": hits });
    format!("{line}\n")
}

fn leave_for_the_browser(index: &Index, name: &str) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("target/tmp is writable");
    for file in &index.files {
        let path = if file.name == START_FILE { folder.with_extension("bin") } else { folder.join(&file.name) };
        fs::write(path, &file.bytes).expect("target/tmp is writable");
    }
}

#[test]
fn vectors_shared_with_the_browser_hold() {
    let vectors: Value = serde_json::from_str(&data("vectors.json")).expect("vectors.json is JSON");
    let spellings: Spellings = default_spellings();
    let each = |name: &str, check: &dyn Fn(&[Value])| {
        let list = vectors[name].as_array().unwrap_or_else(|| panic!("{name} is a list"));
        assert!(!list.is_empty(), "{name}");
        list.iter().for_each(|vector| check(vector.as_array().expect("a vector is a list")));
    };
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let list = |value: &Value| value.as_array().expect("a list").iter().map(text).collect::<Vec<_>>();
    each("fold", &|vector| assert_eq!(fold(&text(&vector[0])), text(&vector[1])));
    each("query_words", &|vector| {
        assert_eq!(query_words(&text(&vector[0]), &spellings), list(&vector[1]), "{}", vector[0])
    });
    each("spelling_key", &|vector| assert_eq!(spelling_key(&text(&vector[0])), text(&vector[1])));
    each("shown", &|vector| assert_eq!(shown(&text(&vector[0])), text(&vector[1])));
    each("roots", &|vector| assert_eq!(roots(&text(&vector[0])), list(&vector[1]), "{}", vector[0]));
    each("edits", &|vector| {
        let letters = |value: &Value| text(value).chars().collect::<Vec<char>>();
        let max = vector[2].as_u64().expect("a number") as usize;
        let found = edits(&letters(&vector[0]), &letters(&vector[1]), max, vector[3].as_bool().expect("a boolean"));
        assert_eq!(found.map_or(Value::Null, |edits| edits.into()), vector[4], "{vector:?}");
    });
}

#[test]
fn the_same_documents_in_any_order_give_the_same_bytes() {
    let mut documents = catalogue();
    let first = build(&documents, &lexicon(), &Settings::standard());
    documents.reverse();
    documents.rotate_left(77);
    assert!(build(&documents, &lexicon(), &Settings::standard()) == first);
}

#[test]
fn a_changed_price_moves_few_files() {
    let mut documents = catalogue();
    let settings = Settings { chunk_bytes: 2_000, shard_bytes: 2_000, hot_bytes: 2_000, ..Settings::standard() };
    let before = build(&documents, &lexicon(), &settings);
    documents[30].price = Some(12_345_000);
    let after = build(&documents, &lexicon(), &settings);
    let new: Vec<&IndexFile> = after.files.iter().filter(|file| !before.files.contains(file)).collect();
    let names: Vec<&str> = new.iter().map(|file| &file.name[..1]).collect();
    assert!(before.files.len() > 12, "{} files", before.files.len());
    assert_eq!(names, ["c", "f", "i"], "one chunk of cards, the prices, the start file");
}

/// One way to change a catalogue.
type Edit = fn(&mut Vec<SearchDocument>, &mut Lexicon, &mut Settings);

#[test]
fn an_index_made_with_the_memo_of_the_last_is_the_one_made_from_nothing() {
    let edits: [(&str, Edit); 12] = [
        ("price", |all, _, _| all[30].price = Some(12_345_000)),
        ("sold out", |all, _, _| _ = all[31].facets.insert("stok".to_owned(), vec!["habis".to_owned()])),
        ("date", |all, _, _| all[31].date = 20_190_405),
        ("title", |all, _, _| all[32].title.push_str(" Zamrud")),
        ("English title", |all, _, _| all[33].title_en = Some("Emerald".to_owned())),
        ("attribute", |all, _, _| all[34].attributes.push("langka".to_owned())),
        ("text", |all, _, _| all[35].text.push_str(" berkilau")),
        ("place", |all, _, _| all[36].village = None),
        ("more", |all, _, _| all.push(SearchDocument { slug: "sisipan".to_owned(), ..all[40].clone() })),
        ("less", |all, _, _| _ = all.remove(50)),
        ("synonyms", |_, lexicon, _| lexicon.synonyms.push(vec!["zamrud".to_owned(), "emerald".to_owned()])),
        ("settings", |_, _, settings| settings.shard_bytes /= 2),
    ];
    let (mut documents, mut lexicon, mut settings) = (catalogue(), lexicon(), Settings::standard());
    let mut memo = Memo::default();
    build_anew(&documents, &lexicon, &settings, &memo);
    for (name, edit) in edits {
        edit(&mut documents, &mut lexicon, &mut settings);
        memo = Memo::from_bytes(&memo.to_bytes());
        let anew = build_anew(&documents, &lexicon, &settings, &memo);
        assert!(!memo.is_unchanged(), "{name} changed nothing");
        assert!(anew == build(&documents, &lexicon, &settings), "{name}");
    }
    let same = Memo::from_bytes(&memo.to_bytes());
    build_anew(&documents, &lexicon, &settings, &same);
    assert!(same.is_unchanged(), "the same catalogue makes nothing anew");
}

/// How many files of each kind an index has that another has not.
fn new_files(after: &Index, before: &Index) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for file in after.files.iter().filter(|file| !before.files.contains(file)) {
        *counts.entry(file.name.chars().next().unwrap_or_default()).or_default() += 1;
    }
    counts
}

#[test]
fn a_product_more_or_less_leaves_most_files_as_they_are() {
    let documents = generated(13);
    let settings = Settings { chunk_bytes: 600, shard_bytes: 2_000, hot_bytes: 4_000, ..Settings::standard() };
    let make = |documents: &[SearchDocument]| build(documents, &lexicon(), &settings);
    let before = make(&documents);
    let count = |kind: &str| before.files.iter().filter(|file| file.name.starts_with(kind)).count();
    assert!(documents.len() >= 2_900 && count("c-") >= 20, "{} products, {} chunks", documents.len(), count("c-"));

    let mut longer = documents.clone();
    let copy = SearchDocument { slug: "sisipan".to_owned(), ..documents[1_500].clone() };
    longer.insert(700, copy);
    let new = new_files(&make(&longer), &before);
    assert!(new.get(&'c').is_some_and(|&chunks| chunks <= 2), "inserted: {new:?}");
    let mut shorter = documents.clone();
    shorter.remove(1_200);
    let new = new_files(&make(&shorter), &before);
    assert!(new.get(&'c').is_some_and(|&chunks| chunks <= 2), "removed: {new:?}");
    // Another word about a product moves no number: its shard and the start file, and no card.
    let mut changed = documents.clone();
    changed[900].attributes.push("langka".to_owned());
    let new = new_files(&make(&changed), &before);
    assert!(new.values().sum::<usize>() <= 3 && !new.contains_key(&'c'), "changed: {new:?}");
}

#[test]
fn no_query_is_a_failure() {
    let index = build(&sample(), &lexicon(), &Settings::standard());
    let long = "keripik ".repeat(2_000);
    let letters = "a".repeat(10_000);
    for query in [
        "",
        " ",
        "k",
        "!?.,;",
        "<img onerror=alert(1)>",
        "\u{202e}kopi",
        "🙂",
        "مرحبا",
        "50",
        "rp",
        "di bawah",
        "1/",
        "-",
    ] {
        ask(&index, query);
    }
    ask(&index, &letters);
    assert_eq!(ask(&index, &long).hits[0].card.slug, "keripik-singkong-daun-jeruk");
    assert_eq!(ask(&index, "KERIPIK").hits, ask(&index, "keripik").hits);
    assert!(ask(&index, "").hits.is_empty());
}

#[test]
fn words_left_out_and_words_misread_are_told() {
    let index = build(&sample(), &lexicon(), &Settings::standard());
    let answer = ask(&index, "sambal helikopter");
    assert_eq!(answer.dropped, ["helikopter"]);
    assert!(answer.hits[0].approximate);
    assert_eq!(ask(&index, "rempeyk").corrections, [("rempeyk".to_owned(), "rempeyek".to_owned())]);
    assert!(ask(&index, "rempeyek").corrections.is_empty());
}

#[test]
fn protected_words_keep_their_affixes() {
    let mut documents = sample();
    documents.push(SearchDocument::new(DocumentKind::Product, "meja-lipat", "Meja Lipat"));
    let index = build(&documents, &lexicon(), &Settings::standard());
    let answer = ask(&index, "kemeja ");
    assert!(answer.hits.iter().all(|hit| hit.card.slug != "meja-lipat"), "{:?}", answer.hits);
}

#[test]
fn a_filter_in_words_becomes_a_chip_and_filters() {
    let index = build(&sample(), &lexicon(), &Settings::standard());
    let answer = ask(&index, "sambal halal di bawah 40 ribu di ciputat timur");
    let chips: Vec<&str> = answer.chips.iter().map(|chip| chip.words.as_str()).collect();
    assert_eq!(chips, ["halal", "di bawah 40 ribu", "di ciputat timur"]);
    let slugs: Vec<&str> = answer.hits.iter().map(|hit| hit.card.slug.as_str()).collect();
    assert_eq!(slugs, ["sambal-bawang"]);
}

#[test]
fn missing_and_damaged_files_are_errors_not_panics() {
    let index = build(&catalogue(), &lexicon(), &Settings { hot_bytes: 0, ..Settings::standard() });
    for broken in &index.files {
        for cut in [0, 1, broken.bytes.len() / 2, broken.bytes.len().saturating_sub(1)] {
            let good = source(&index);
            let damaged = |name: &str| {
                let bytes = good(name)?;
                Some(if name == broken.name { bytes[..cut].to_vec() } else { bytes })
            };
            if let Ok(reader) = Reader::open(&damaged) {
                let _ = reader.query("keripik pisang di bawah 50 ribu di pamulang", OPTIONS);
            }
        }
    }
    assert!(Reader::open(&|_: &str| None).is_err());
}

#[test]
fn the_shuffle_of_equals_changes_with_the_day() {
    let index = build(&generated(3), &lexicon(), &Settings { chunk_bytes: 1_000, ..Settings::standard() });
    let source = source(&index);
    let reader = Reader::open(&source).expect("the index opens");
    let first = |day: u32| {
        let answer = reader.query("rajut", Options { day, ..OPTIONS }).expect("the query is answered");
        answer.hits.into_iter().map(|hit| hit.card.slug).collect::<Vec<_>>()
    };
    assert_eq!(first(1), first(1));
    assert!((2..12).any(|day| first(day) != first(1)), "ten days in the same order");
}

#[test]
fn sold_out_products_are_marked_and_rank_as_before() {
    let mut documents = sample();
    let before = ask(&build(&documents, &lexicon(), &Settings::standard()), "keripik singkong");
    let at = documents.iter().position(|document| document.slug == before.hits[0].card.slug).expect("it is there");
    documents[at].facets.insert("stok".to_owned(), vec!["habis".to_owned()]);
    let after = ask(&build(&documents, &lexicon(), &Settings::standard()), "keripik singkong");
    assert_eq!(after.hits[0].card.slug, before.hits[0].card.slug, "the script hides it, the engine does not");
    assert_eq!(after.hits[0].score, before.hits[0].score, "the mark is not read as the length of the title");
}
