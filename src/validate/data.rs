//! The tables of `content/data/`: places, categories, units, and the words of the search.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::business::as_written;
use super::context::{Context, Rules, Tables};
use super::fields::{Fields, Opening};
use crate::diagnostic::{Code, Finding, Problems, Span};
use crate::model::{Bilingual, BilingualProse, Category, CategoryRule, District, Id, Places, Table, Unit, Village};
use crate::parse::{self, Document, Value};
use crate::schema::{Field, tables};

/// The files of `content/data/`, parsed.
pub struct DataFiles<'a> {
    /// `wilayah.yaml`.
    pub places: &'a Document,
    /// `kategori.yaml`.
    pub categories: &'a Document,
    /// `satuan.yaml`.
    pub units: &'a Document,
}

/// Reads the three tables that entries are judged by.
pub fn read(files: &DataFiles<'_>, rules: &Rules, problems: &mut Problems) -> Tables {
    let (nothing, assets) = (Tables::default(), BTreeMap::new());
    let mut with = |document: &Document, read: &mut dyn FnMut(&Context<'_>)| {
        let ctx = Context::new(document.file.clone(), "content/data".into(), rules, &nothing, &assets);
        read(&ctx);
        problems.append(ctx.into_problems());
    };
    let mut found = Tables::default();
    with(files.places, &mut |ctx| found.places = places(ctx, files.places));
    with(files.categories, &mut |ctx| found.categories = categories(ctx, files.categories));
    with(files.units, &mut |ctx| found.units = units(ctx, files.units));
    found
}

/// The rows of a table file, a list of records.
fn rows<'a>(ctx: &'a Context<'a>, document: &'a Document, table: &'static [Field]) -> Vec<Fields<'a>> {
    let key = parse::ROWS;
    let file: &Arc<str> = &document.file;
    let start = Span { line: 1, column: 1, ..Span::WHOLE };
    let Some(list) = document.fields.iter().find(|pair| pair.key == key) else {
        if !document.broken {
            let finding =
                Finding::new(Code::UmumTipe).with("kolom", key).with("harapan", "daftar").with("nyata", "kolom");
            ctx.report(start, finding.instead("- slug: contoh"));
        }
        return Vec::new();
    };
    let Value::List(items) = &list.node.value else {
        let finding = Finding::new(Code::UmumTipe).with("kolom", key).with("harapan", "daftar").with("nyata", "lain");
        ctx.report(list.node.span, finding);
        return Vec::new();
    };
    let open = |item: &'a crate::parse::Node| match &item.value {
        Value::Map(pairs) => Some(Fields::open(ctx, file, pairs, table.iter().collect(), item.span, Opening::Whole)),
        _ => {
            let finding =
                Finding::new(Code::UmumTipe).with("kolom", key).with("harapan", "beberapa kolom").with("nyata", "teks");
            ctx.report(item.span, finding);
            None
        }
    };
    items.iter().filter_map(open).collect()
}

fn places(ctx: &Context<'_>, document: &Document) -> Places {
    let district = |record: &Fields<'_>| {
        let _ = record.text("kode");
        Some(District {
            slug: record.text("slug")?,
            name: record.text("nama")?,
            centre: super::presence::read_point(record, "titik"),
            villages: record.records("kelurahan").iter().filter_map(village).collect(),
        })
    };
    Places { districts: rows(ctx, document, tables::data::DISTRICT).iter().filter_map(district).collect() }
}

fn village(record: &Fields<'_>) -> Option<Village> {
    let _ = record.text("kode");
    Some(Village {
        slug: record.text("slug")?,
        name: record.text("nama")?,
        postcode: record.value("kode_pos", "5 angka", as_written).unwrap_or_default(),
        aliases: record.lines("alias"),
        centre: super::presence::read_point(record, "titik"),
    })
}

fn categories(ctx: &Context<'_>, document: &Document) -> Table<Category> {
    let records = rows(ctx, document, tables::data::CATEGORY);
    let slugs: Vec<Option<String>> = records.iter().map(|record| record.text("slug")).collect();
    let mut found: Vec<Category> = Vec::new();
    let mut parents: Vec<Option<(usize, Span)>> = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let Some(Some(slug)) = slugs.get(at).cloned() else { continue };
        if slugs.iter().take(at).flatten().any(|other| *other == slug) {
            let finding = Finding::new(Code::UmumSlugSama)
                .with("alamat", format!("/kategori/{slug}/"))
                .with("a", &*document.file)
                .with("b", &*document.file);
            record.report(record.span_of("slug"), finding);
        }
        let parent = record.spanned_text("induk").and_then(|(parent, span)| {
            let position = slugs.iter().flatten().position(|other| *other == parent);
            if position.is_none() {
                let known: Vec<&str> = slugs.iter().flatten().map(String::as_str).collect();
                let mut finding = Finding::new(Code::ProdKategori).with("nilai", &parent);
                if let Some(close) = crate::bahasa::nearest(&parent, &known) {
                    finding = finding.with("saran", close).instead(close);
                }
                record.report(span, finding);
            }
            position.map(|at| (Id::new(at), span))
        });
        found.push(Category {
            slug,
            name: Bilingual { id: record.text("nama").unwrap_or_default(), en: record.text("en") },
            parent: parent.map(|(id, _)| id),
            rule: record.choice("aturan").and_then(rule),
            icon: record.text("ikon"),
            order: record.whole("urutan").unwrap_or(at as i64),
            summary: record.text("ringkas").map(|id| Bilingual { id, en: record.text("ringkas_en") }),
            guide: BilingualProse {
                id: record.prose("panduan"),
                en: Some(record.prose("panduan_en")).filter(|prose| !prose.is_empty()),
            },
        });
        let _ = record.text("slug_en");
        parents.push(parent.map(|(id, span)| (id.index(), span)));
    }
    for (at, path) in circles(&parents) {
        let names: Vec<&str> = path.iter().filter_map(|at| found.get(*at)).map(|category| &*category.slug).collect();
        let span = parents.get(at).copied().flatten().map_or(Span::WHOLE, |(_, span)| span);
        ctx.report(span, Finding::new(Code::UmumLingkar).with("jalur", names.join(" → ")));
    }
    for at in 0..found.len() {
        // Nobody's ancestors may come back to it, or walks up the tree would never end.
        if walk(&parents, at).1
            && let Some(category) = found.get_mut(at)
        {
            category.parent = None;
        }
    }
    Table::new(found)
}

/// The way up from a row, and whether it never ends.
fn walk(parents: &[Option<(usize, Span)>], from: usize) -> (Vec<usize>, bool) {
    let mut path = vec![from];
    while let Some(Some((parent, _))) = path.last().and_then(|at| parents.get(*at)) {
        if path.contains(parent) {
            path.push(*parent);
            return (path, true);
        }
        path.push(*parent);
    }
    (path, false)
}

/// Rows that are their own ancestor, each circle once, with the way round.
fn circles(parents: &[Option<(usize, Span)>]) -> Vec<(usize, Vec<usize>)> {
    let round = |at: usize| {
        let (path, endless) = walk(parents, at);
        (endless && path.last() == Some(&at) && path.iter().all(|other| *other >= at)).then_some((at, path))
    };
    (0..parents.len()).filter_map(round).collect()
}

fn rule(word: &str) -> Option<CategoryRule> {
    Some(match word {
        "pangan" => CategoryRule::Food,
        "kosmetik" => CategoryRule::Cosmetics,
        "jamu" => CategoryRule::Herbal,
        "mainan" => CategoryRule::Toys,
        "kebersihan" => CategoryRule::Cleaning,
        "jasa" => CategoryRule::Service,
        _ => return None,
    })
}

fn units(ctx: &Context<'_>, document: &Document) -> Table<Unit> {
    let unit = |record: &Fields<'_>| {
        let one = record.text("en")?;
        Some(Unit {
            slug: record.text("slug")?,
            name: record.text("nama")?,
            en_other: record.text("en_jamak").unwrap_or_else(|| one.clone()),
            en_one: one,
            pieces: record.whole("isi").map(|pieces| pieces as u32),
        })
    };
    Table::new(rows(ctx, document, tables::data::UNIT).iter().filter_map(unit).collect())
}

/// The words of the search: groups of equal words, and words that must not be cut.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Each group starts with its leading word.
    pub synonyms: Vec<Vec<String>>,
    /// Words whose ends only look like affixes.
    pub protected: Vec<String>,
}

/// Reads `sinonim.yaml` and `kata_terlindung.yaml`.
pub fn words(synonyms: &Document, protected: &Document) -> Words {
    let texts = |node: &parse::Node| -> Vec<String> {
        let Value::List(items) = &node.value else { return Vec::new() };
        let text =
            |item: &parse::Node| if let Value::Scalar { text, .. } = &item.value { Some(text.clone()) } else { None };
        items.iter().filter_map(text).collect()
    };
    let group = |pair: &parse::Pair| {
        let mut group = vec![pair.key.clone()];
        group.extend(texts(&pair.node));
        group
    };
    Words {
        synonyms: synonyms.fields.iter().map(group).collect(),
        protected: protected.fields.iter().flat_map(|pair| texts(&pair.node)).collect(),
    }
}
