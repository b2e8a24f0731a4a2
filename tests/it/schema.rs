//! The JSON Schemas say what the validators say: of every case, of the whole sample site, and of the tables themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use etalase::commands::schema::{Subject, Vocabulary, json_of_node, of};
use etalase::diagnostic::{Level, Problems};
use etalase::discover::{EntrySource, discover};
use etalase::disk::{Disk, Folder, Item};
use etalase::model::{Date, Kind};
use etalase::parse::{self, Document, Pair};
use etalase::schema::{FieldKind, english_fields_of, fields_of};
use etalase::validate::{self, Halves, Rules, Tables, data, site};
use serde_json::{Map, Value};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

struct Site {
    disk: Folder,
    rules: Rules,
    tables: Tables,
    words: Vocabulary,
    schemas: BTreeMap<String, jsonschema::Validator>,
}

impl Site {
    fn open() -> Site {
        let disk = Folder::new(ROOT);
        let mut problems = Problems::new();
        let read = |name: &str, problems: &mut Problems| {
            let path: Arc<str> = format!("content/data/{name}.yaml").into();
            parse::parse_table(&path, &disk.read(&path).unwrap(), problems)
        };
        let [places, categories, units] = ["wilayah", "kategori", "satuan"].map(|name| read(name, &mut problems));
        let path: Arc<str> = "content/situs.yaml".into();
        let settings = parse::parse(&path, &disk.read(&path).unwrap(), &mut problems);
        let (_, rules) = site::read(&settings, today(), &mut problems);
        let files = data::DataFiles { places: &places, categories: &categories, units: &units };
        let tables = data::read(&files, &rules, &mut problems);
        assert_eq!(errors(problems), Vec::<String>::new());
        let words = Vocabulary::of(&tables, []);
        let mut site = Site { disk, rules, tables, words, schemas: BTreeMap::new() };
        for subject in Subject::all().into_iter().chain(Kind::ALL.map(Subject::English)) {
            let schema = of(subject, &site.words);
            site.schemas.insert(subject.name(), jsonschema::draft202012::new(&schema).expect("a sound schema"));
        }
        site
    }

    /// What the schema says against a value.
    fn by_schema(&self, subject: &str, value: &Value) -> Vec<String> {
        self.schemas[subject].iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }

    /// What the validator says against an entry.
    fn by_validator(
        &self,
        kind: Kind,
        main: &Document,
        english: Option<&Document>,
        folder: &str,
        assets: &[&str],
    ) -> Vec<String> {
        let source = EntrySource {
            kind,
            slug: "uji-coba".into(),
            file: main.file.clone(),
            english: english.map(|document| document.file.clone()),
            folder: folder.into(),
        };
        let item = |path: Arc<str>| Item { path, size: 1000, stamp: 0, changed: 0, strays: false };
        let assets = assets.iter().map(|name| Arc::from(format!("{folder}/{name}")));
        let assets: BTreeMap<Arc<str>, Item> = assets.map(|path| (Arc::clone(&path), item(path))).collect();
        errors(validate::validate(&source, Halves { main, english }, &self.rules, &self.tables, &assets).1)
    }
}

fn errors(problems: Problems) -> Vec<String> {
    let all = problems.sorted();
    let grave = all.iter().filter(|problem| problem.level() == Level::Error);
    grave.map(|problem| format!("{} {:?}", problem.code(), problem.finding.arguments)).collect()
}

fn object(fields: &[Pair]) -> Value {
    Value::Object(fields.iter().map(|pair| (pair.key.clone(), json_of_node(&pair.node))).collect::<Map<_, _>>())
}

/// The complete entries of `whole.case`, by kind: their lines.
fn whole() -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string(Path::new(ROOT).join("tests/schema/whole.case")).unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut kind = String::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("== ").and_then(|rest| rest.strip_suffix(" ==")) {
            kind = name.to_owned();
            found.insert(kind.clone(), Vec::new());
        } else if !kind.is_empty() && !line.is_empty() {
            found.get_mut(&kind).unwrap().push(line.to_owned());
        }
    }
    found
}

/// An entry with some of its lines replaced, added or taken out.
fn changed(lines: &[String], changes: &str) -> String {
    let mut lines = lines.to_vec();
    for change in changes.split("\\n") {
        let key = change.trim_start_matches('-').split(':').next().unwrap().to_owned();
        lines.retain(|line| line.split(':').next() != Some(&key));
        if !change.starts_with('-') {
            lines.push(change.to_owned());
        }
    }
    lines.join("\n") + "\n"
}

/// Both verdicts on one text: what the validator has against it, and what the schema has.
fn judge(site: &Site, subject: &str, yaml: &str) -> (Vec<String>, Vec<String>) {
    let file: Arc<str> = format!("content/{subject}/uji-coba/index.yaml").into();
    let mut problems = Problems::new();
    let document = parse::parse(&file, yaml.as_bytes(), &mut problems);
    let by_schema = site.by_schema(subject, &object(&document.fields));
    let by_validator = match Kind::from_folder(subject) {
        Some(kind) => {
            let mut said = errors(problems);
            let folder = format!("content/{subject}/uji-coba");
            said.extend(site.by_validator(kind, &document, None, &folder, &["foto-1.jpg", "foto-2.jpg", "berkas.pdf"]));
            said
        }
        None => {
            site::read(&document, today(), &mut problems);
            errors(problems)
        }
    };
    (by_validator, by_schema)
}

#[test]
fn schema_and_validator_agree_on_every_case() {
    let site = Site::open();
    let whole = whole();
    let table = std::fs::read_to_string(Path::new(ROOT).join("tests/schema/cases.tsv")).unwrap();
    let mut wrong = Vec::new();
    for (kind, lines) in &whole {
        let (validator, schema) = judge(&site, kind, &(lines.join("\n") + "\n"));
        if !validator.is_empty() || !schema.is_empty() {
            wrong.push(format!("{kind}: the whole entry is refused: {validator:?} {schema:?}"));
        }
    }
    for row in table.lines().filter(|line| !line.starts_with('#')) {
        let [kind, changes, verdict] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let (validator, schema) = judge(&site, kind, &changed(&whole[kind], changes));
        let wanted = match verdict {
            "ya" => (true, true),
            "tidak" => (false, false),
            // Where JSON Schema cannot tell a slip from a rare good value, and where it cannot see a mistake.
            "hanya skema menolak" => (true, false),
            "hanya pemeriksa menolak" => (false, true),
            _ => panic!("{row}"),
        };
        if (validator.is_empty(), schema.is_empty()) != wanted {
            wrong.push(format!("{row}\n    validator: {validator:?}\n    schema: {schema:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_sample_site_pleases_every_schema() {
    let site = Site::open();
    let mut problems = Problems::new();
    let sources = discover(&site.disk, &mut problems).unwrap();
    let mut wrong = Vec::new();
    let mut check = |subject: &str, file: &Arc<str>| {
        let mut problems = Problems::new();
        let document = parse::parse(file, &site.disk.read(file).unwrap(), &mut problems);
        for error in site.by_schema(subject, &object(&document.fields)) {
            wrong.push(format!("{file}: {error}"));
        }
    };
    for entry in &sources.entries {
        check(entry.kind.folder(), &entry.file);
        if let Some(english) = &entry.english {
            check(&Subject::English(entry.kind).name(), english);
        }
    }
    check("situs", &"content/situs.yaml".into());
    for (name, file) in &sources.data {
        let mut problems = Problems::new();
        let document = parse::parse_table(file, &site.disk.read(file).unwrap(), &mut problems);
        let value = match document.fields.first() {
            Some(pair) if pair.key == parse::ROWS => json_of_node(&pair.node),
            _ => object(&document.fields),
        };
        for error in site.by_schema(name, &value) {
            wrong.push(format!("{file}: {error}"));
        }
    }
    assert!(sources.entries.len() > 100 && sources.data.len() >= 5);
    assert!(wrong.is_empty(), "{} errors:\n{}", wrong.len(), wrong.join("\n"));
}

/// Every kind of field occurs in some case, accepted and refused.
#[test]
fn the_cases_reach_every_kind_of_field() {
    let table = std::fs::read_to_string(Path::new(ROOT).join("tests/schema/cases.tsv")).unwrap();
    let mut seen: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    fn name(kind: &FieldKind) -> String {
        format!("{kind:?}").split([' ', '(', '{']).next().unwrap_or_default().to_owned()
    }
    fn kinds(kind: &FieldKind, into: &mut BTreeSet<String>) {
        into.insert(name(kind));
        match kind {
            FieldKind::List(inner, _) => kinds(inner, into),
            FieldKind::Record(table) => table.iter().for_each(|field| kinds(&field.kind, into)),
            _ => {}
        }
    }
    let mut all = BTreeSet::new();
    for kind in Kind::ALL {
        fields_of(kind).iter().chain(&english_fields_of(kind)).for_each(|field| kinds(&field.kind, &mut all));
    }
    for row in table.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = row.split('\t').collect();
        let Some(kind) = Kind::from_folder(columns[0]) else { continue };
        for change in columns[1].split("\\n") {
            let key = change.trim_start_matches('-').split(':').next().unwrap();
            let Some(field) = fields_of(kind).into_iter().find(|field| field.name == key) else { continue };
            let mut reached = BTreeSet::new();
            kinds(&field.kind, &mut reached);
            for kind in reached {
                seen.entry(kind).or_default().insert(columns[2]);
            }
        }
    }
    for kind in all {
        let verdicts = seen.get(&kind).cloned().unwrap_or_default();
        assert!(verdicts.contains("ya") && verdicts.contains("tidak"), "{kind}: {verdicts:?}");
    }
}
