//! What stands in lists, and how long lists are cut into pages.

use std::collections::{BTreeMap, BTreeSet};

use etalase::disk::Memory;
use etalase::search::{Options, Reader, START_FILE};

use crate::site::{attributes, build, check_links, sample};

type Site = BTreeMap<String, Vec<u8>>;

fn html<'a>(site: &'a Site, path: &str) -> &'a str {
    let bytes = site.get(path).unwrap_or_else(|| panic!("{path} was not made"));
    std::str::from_utf8(bytes).unwrap()
}

fn text(disk: &Memory, path: &str) -> String {
    use etalase::disk::Disk;
    String::from_utf8(disk.read(path).unwrap()).unwrap()
}

/// Slugs of the entries whose text names `slug`.
fn named_by(disk: &Memory, slug: &str) -> BTreeSet<String> {
    use etalase::disk::Disk;
    let files = disk.list("content").unwrap();
    let names = files.iter().map(|file| file.path.to_string()).filter(|path| path.ends_with(".md"));
    let word = |text: &str| {
        text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-')).any(|word| word == slug)
    };
    names
        .filter(|path| !path.starts_with("content/koleksi/") && word(&text(disk, path)))
        .filter_map(|path| {
            let folder = path.trim_end_matches("/index.md").trim_end_matches(".md").to_owned();
            folder.rsplit('/').next().map(str::to_owned)
        })
        .collect()
}

#[test]
fn an_archived_entry_keeps_its_page_and_stands_in_no_list_count_feed_or_back_link() {
    let entries = [
        ("inovasi", "jig-sudut-45", "/inovasi/jig-sudut-45/", "/en/innovations/jig-sudut-45/"),
        ("kabar", "batch-foto-produk", "/kabar/2026/batch-foto-produk/", "/en/news/2026/batch-foto-produk/"),
        ("cerita", "sambal-enam-bulan", "/cerita/sambal-enam-bulan/", "/en/stories/sambal-enam-bulan/"),
        ("agenda", "pasar-kriya", "/agenda/pasar-kriya/", "/en/events/pasar-kriya/"),
        ("produk", "rempeyek-kacang", "/produk/rempeyek-kacang/", "/en/products/rempeyek-kacang/"),
    ];
    let before = build(&sample(), None);
    let mut disk = sample();
    for (folder, slug, ..) in entries {
        let path = format!("content/{folder}/{slug}/index.md");
        let old = text(&disk, &path);
        // Some kinds have a state of their own, under the same key.
        let kept: Vec<&str> = old.lines().filter(|line| !line.starts_with("status: ")).collect();
        disk.put(&path, (kept.join("\n") + "\n").replacen("---\n", "---\nstatus: arsip\n", 1));
    }
    let after = build(&disk, None);
    for (_, slug, id, en) in entries {
        let allowed = named_by(&disk, slug);
        for path in [id, en] {
            let own = format!("{}index.html", path.trim_start_matches('/'));
            assert!(html(&after, &own).contains("noindex"), "{own} is for nobody's index");
            // In the old site it was in lists: what is looked for below is really there to be found.
            let needle = format!("{path}\"");
            let names = |site: &Site| -> Vec<String> {
                let mut found = Vec::new();
                for (file, bytes) in site {
                    let Ok(text) = std::str::from_utf8(bytes) else { continue };
                    let is_own = file.contains(&format!("/{slug}/")) || file.contains(&format!("/{slug}."));
                    let named = allowed.iter().any(|other| file.contains(&format!("/{other}/")));
                    let plain = text.contains(&needle)
                        || text.contains(&format!("{path}<"))
                        || text.contains(&format!("{path})"));
                    if plain && !is_own && !named {
                        found.push(file.clone());
                    }
                }
                found
            };
            let (then, now) = (names(&before), names(&after));
            assert!(then.len() >= 3, "{path} was named by {then:?} only");
            assert!(now.is_empty(), "{path} is archived and yet named by {now:?}");
        }
    }
    let count = |site: &Site| {
        let page = html(site, "produk/index.html");
        let (_, rest) = page.split_once("data-count>").unwrap();
        rest.split(' ').next().unwrap().parse::<usize>().unwrap()
    };
    assert_eq!(count(&after), count(&before) - 1, "one product fewer is counted");
    for (folder, slug, id, _) in entries {
        let name = text(&disk, &format!("content/{folder}/{slug}/index.md"));
        let line = name.lines().find_map(|line| line.strip_prefix("nama: ").or(line.strip_prefix("judul: "))).unwrap();
        assert!(found(&before, line).iter().any(|url| url == id), "{id} was found by its name");
        assert!(!found(&after, line).iter().any(|url| url == id), "{id} is archived and yet found");
    }
    check_links(&after, "/");
}

/// Addresses that the search of a site finds.
fn found(site: &Site, query: &str) -> Vec<String> {
    let source = |name: &str| {
        let folder = if name == START_FILE { "" } else { "indeks/" };
        site.get(&format!("{folder}{name}")).cloned()
    };
    let answer = Reader::open(&source).unwrap().query(query, Options { limit: 50, day: 0, open: false }).unwrap();
    answer.hits.into_iter().map(|hit| hit.card.url_id).collect()
}

fn news(day: &str, number: usize) -> String {
    format!(
        "---\njudul: Kabar Uji Nomor {number}\ntanggal: {day}\nringkas: Kabar yang dibuat untuk menguji halaman daftar, nomor {number} dari banyak.\ntopik: uji\ncontoh: ya\n---\n\nIsi kabar nomor {number}.\n"
    )
}

fn event(day: &str, number: usize) -> String {
    format!(
        "---\njudul: Acara Uji Nomor {number}\nringkas: Acara yang dibuat untuk menguji halaman daftar, nomor {number} dari banyak.\njenis: bazar\nmulai: {day}T09:00\nselesai: {day}T12:00\ntempat: {{nama: Balai Uji, kelurahan: Benda Baru}}\nstatus: jadwal\ncontoh: ya\n---\n\nIsi acara nomor {number}.\n"
    )
}

/// Addresses of the cards of a list, in order.
fn cards(page: &str) -> Vec<String> {
    let names: Vec<&str> = page.split("class=\"card-name\">").skip(1).collect();
    names.into_iter().map(|rest| attributes(rest, "href").next().unwrap()).collect()
}

#[test]
fn lists_of_news_and_events_come_in_pages_that_hold_every_entry_once() {
    let mut disk = sample();
    let site = text(&disk, "content/situs.yaml");
    disk.put("content/situs.yaml", format!("{site}per_halaman: 6\n"));
    for number in 0..14 {
        let (year, month) = (2019 + number / 5, 1 + number % 5);
        disk.put(&format!("content/kabar/kabar-uji-{number}.md"), news(&format!("{year}-{month:02}-03"), number));
        disk.put(&format!("content/agenda/lewat-uji-{number}.md"), event(&format!("{year}-{month:02}-03"), number));
        disk.put(
            &format!("content/agenda/akan-uji-{number}.md"),
            event(&format!("{}-{month:02}-03", year + 8), 50 + number),
        );
    }
    let site = build(&disk, None);
    check_links(&site, "/");
    for (list, least) in [
        ("kabar", 19),
        ("en/news", 19),
        ("agenda", 17),
        ("en/events", 17),
        ("agenda/arsip", 14),
        ("en/events/archive", 14),
    ] {
        let mut all = Vec::new();
        let mut pages = 0;
        loop {
            pages += 1;
            let path =
                if pages == 1 { format!("{list}/index.html") } else { format!("{list}/halaman/{pages}/index.html") };
            if !site.contains_key(&path) {
                pages -= 1;
                break;
            }
            let page = html(&site, &path);
            let here = cards(page);
            assert!((1..=6).contains(&here.len()), "{path} holds {} entries", here.len());
            assert_eq!(page.contains("<link rel=\"prev\""), pages > 1, "{path}: the page before");
            assert!(page.contains("class=\"pages\""), "{path} leads to the other pages");
            all.extend(here);
        }
        assert!(all.len() >= least, "{list} holds {} entries", all.len());
        assert_eq!(pages, all.len().div_ceil(6), "{list}: full pages but the last");
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{list}: nothing stands twice");
    }
    // A chip leads to the page on which its year begins.
    let first = html(&site, "kabar/index.html");
    let year = attributes(first, "href").find(|link| link.ends_with("#y-2019")).expect("a way to 2019");
    let (page, _) = year.split_once('#').unwrap();
    assert!(page.starts_with("/kabar/halaman/"), "{year}");
    assert!(html(&site, &format!("{}index.html", page.trim_start_matches('/'))).contains("id=\"y-2019\""));
    // Newest first, and the archive last to first.
    let news = cards(first);
    assert!(news[0].contains("/2026/"), "{news:?}");
    let archive = html(&site, "agenda/arsip/halaman/2/index.html");
    assert!(archive.contains("id=\"y-2019\"") || archive.contains("id=\"y-2020\""), "older years come later");
}

/// What stands between two texts, each time they stand around something.
fn between<'a>(text: &'a str, from: &'a str, to: &'a str) -> Vec<&'a str> {
    text.split(from).skip(1).filter_map(|rest| rest.split_once(to)).map(|(inside, _)| inside).collect()
}

#[test]
fn filters_of_a_list_promise_what_its_cards_hold() {
    let site = build(&sample(), None);
    for list in ["inovasi", "program", "mitra", "mentor", "agenda", "agenda/arsip", "kabar", "cerita", "pembiayaan"] {
        let page = html(&site, &format!("{list}/index.html"));
        let cards: Vec<BTreeSet<&str>> =
            between(page, "data-marks=\"", "\"").into_iter().map(|marks| marks.split(' ').collect()).collect();
        assert!(cards.len() > 1, "{list}: {} cards", cards.len());
        let facets = between(page, "<details class=\"drop\">", "</details>");
        assert!(!facets.is_empty(), "{list} has no filters");
        for facet in facets {
            let names: BTreeSet<&str> = between(facet, "name=\"", "\"").into_iter().collect();
            let name = names.first().copied().unwrap();
            assert_eq!(names.len(), 1, "{list}: one question, one name");
            let values = between(facet, "value=\"", "\"");
            let counts = between(facet, "<small>", "</small>");
            assert!(values.len() > 1, "{list}: {name} leaves nothing to choose");
            let promised: BTreeMap<String, usize> = values
                .iter()
                .zip(counts)
                .map(|(value, count)| (format!("{name}={value}"), count.parse().unwrap()))
                .collect();
            let mut held: BTreeMap<String, usize> = BTreeMap::new();
            for mark in cards.iter().flatten().filter(|mark| mark.split_once('=').unwrap().0 == name) {
                *held.entry((*mark).to_owned()).or_default() += 1;
            }
            assert_eq!(promised, held, "{list}: {name}");
        }
    }
    // Working groups have nothing to choose by.
    assert!(!html(&site, "pokja/index.html").contains("data-sieve"));
}
