//! Which entries a proposal touches, what it says in their fields, and how complete they are before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::Side;
use super::veil::Veil;
use crate::bahasa::Language;
use crate::commands::check;
use crate::commands::export::cell_of;
use crate::commands::sheet::column::{Column, columns_of};
use crate::commands::sheet::content::same_text;
use crate::commands::sheet::site::{Content, File};
use crate::commands::wants::{self, Advice, Subject};
use crate::discover::EntrySource;
use crate::disk::Fault;
use crate::model::{Catalog, Common, Date, Kind, SellerId, Status};
use crate::parse::Value;
use crate::plan::order::{Part, Want, maker_parts, product_parts};
use crate::schema::{self, FieldKind, Visibility};

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is new.
    New,
    /// It has changed.
    Changed,
    /// It was removed.
    Gone,
    /// It has another address now; `redirected` says whether the old one leads to it.
    Renamed {
        /// Address before.
        from: String,
        /// Does the old address lead on?
        redirected: bool,
    },
}

/// A field that says something else than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// Its name for people.
    pub title: String,
    /// Text before; none when it was empty or may not be repeated.
    pub before: Option<String>,
    /// Text now; likewise.
    pub after: Option<String>,
    /// The texts may not be repeated.
    pub private: bool,
}

/// Something to add, by what it is worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// Points of 100.
    pub points: u8,
    /// What to do.
    #[serde(flatten)]
    pub advice: Advice,
}

/// An entry that the proposal touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Touched {
    /// Its kind, as the folder names it.
    pub kind: &'static str,
    /// Its file; the former one when it is gone.
    pub file: String,
    /// Its name; none when it may not be repeated or cannot be read.
    pub name: Option<String>,
    /// Address below the site's root.
    pub address: String,
    /// What became of it.
    pub state: State,
    /// Why it is not on the site: `draf`, `persetujuan` or `rusak`; empty when it is.
    pub unseen: &'static str,
    /// Its fields.
    pub fields: Vec<FieldChange>,
    /// Photos and other files that are new, changed or gone.
    pub files: usize,
    /// Completeness before and now, of kinds that have one.
    pub score: Option<(Option<u8>, u8)>,
    /// What gives most for the least work, at most three.
    pub fixes: Vec<Fix>,
}

/// Fixes that are told of each entry.
const FIXES_SHOWN: usize = 3;

/// Kind and slug: what an entry is known by.
type Key = (Kind, Arc<str>);

/// The entries that differ, and the files that do.
pub struct Difference {
    /// Entries of which a file differs.
    keys: BTreeSet<Key>,
    /// Files that differ, in the old or the new site.
    pub files: BTreeSet<Arc<str>>,
}

/// Compares the files of two sites.
///
/// # Errors
/// When one cannot be read.
pub fn difference(old: &Side<'_>, new: &Side<'_>) -> Result<Difference, Fault> {
    let list = |side: &Side<'_>| -> Result<BTreeMap<Arc<str>, (u64, u64)>, Fault> {
        let mut all = BTreeMap::new();
        for folder in check::SOURCES {
            all.extend(side.disk.list(folder)?.into_iter().map(|item| (item.path, (item.size, item.stamp))));
        }
        Ok(all)
    };
    let (before, after) = (list(old)?, list(new)?);
    let mut files = BTreeSet::new();
    for path in before.keys().chain(after.keys()) {
        let same = match (before.get(path), after.get(path)) {
            (Some(a), Some(b)) if a == b => true,
            (Some((a, _)), Some((b, _))) => a == b && old.disk.read(path)? == new.disk.read(path)?,
            _ => false,
        };
        if !same {
            files.insert(path.clone());
        }
    }
    let mut keys = BTreeSet::new();
    for content in [&old.content, &new.content] {
        for entry in &content.sources.entries {
            let own =
                |path: &Arc<str>| *path == entry.file || entry.english.as_ref() == Some(path) || is_beside(entry, path);
            if files.iter().any(own) {
                keys.insert((entry.kind, entry.slug.clone()));
            }
        }
    }
    Ok(Difference { keys, files })
}

/// A file in the folder of an entry that has one of its own.
fn is_beside(entry: &EntrySource, path: &str) -> bool {
    let own = entry.folder.rsplit('/').next() == Some(&*entry.slug);
    own && path.strip_prefix(&*entry.folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Does this kind of entry need somebody's consent?
fn needs_consent(kind: Kind) -> bool {
    schema::fields_of(kind).iter().any(|field| field.name == "persetujuan" && field.required)
}

fn common<'c>(catalog: &'c Catalog, key: &Key) -> Option<&'c Common> {
    crate::plan::commons(catalog, key.0).into_iter().find(|common| common.slug == key.1)
}

/// May the values of this entry be repeated, as far as its kind goes?
fn is_open(side: &Side<'_>, key: &Key) -> bool {
    !needs_consent(key.0) || common(&side.loaded.catalog, key).is_some()
}

fn files_of<'c>(content: &'c Content, key: &Key) -> Option<(&'c EntrySource, &'c File, Option<&'c File>)> {
    let entry = content.entry(key.0, &key.1)?;
    let (main, english) = content.halves(entry)?;
    Some((entry, main, english))
}

fn cell(column: &Column, files: Option<(&EntrySource, &File, Option<&File>)>) -> String {
    files.map_or_else(String::new, |(_, main, english)| {
        cell_of(column, &main.document, english.map(|file| &file.document))
    })
}

/// Columns whose values nobody may read in a review.
fn is_private(column: &Column) -> bool {
    column.visibility != Visibility::Public || column.path.first() == Some(&"persetujuan")
}

/// All values of the touched entries that may not be repeated.
pub fn veil(old: &Side<'_>, new: &Side<'_>, difference: &Difference) -> Veil {
    let mut veil = Veil::default();
    for key in &difference.keys {
        for side in [old, new] {
            let files = files_of(&side.content, key);
            let open = is_open(side, key);
            for column in columns_of(key.0) {
                let worded = !matches!(
                    column.field.kind,
                    FieldKind::Choice(_)
                        | FieldKind::Flag
                        | FieldKind::Date
                        | FieldKind::Month
                        | FieldKind::Whole { .. }
                );
                let shared = matches!(
                    column.field.kind,
                    FieldKind::District
                        | FieldKind::Village
                        | FieldKind::Category
                        | FieldKind::Unit
                        | FieldKind::Reference(_)
                        | FieldKind::Seller
                        | FieldKind::AnyEntry
                );
                let consent = column.path.first() == Some(&"persetujuan");
                if worded && !shared && !consent && (!open || is_private(&column)) {
                    veil.hide(&cell(&column, files));
                }
            }
        }
    }
    veil
}

/// What is told of the touched entries, in the order of kinds and names.
pub fn touched(old: &Side<'_>, new: &Side<'_>, difference: &Difference, veil: &Veil, today: Date) -> Vec<Touched> {
    let renamed = renamed(old, new, difference);
    let former: BTreeSet<&Key> = renamed.values().map(|(key, _)| key).collect();
    let wanted = difference.keys.iter().filter(|key| !former.contains(key));
    wanted.map(|key| one(old, new, key, renamed.get(key), difference, veil, today)).collect()
}

/// New entries that are former ones under another slug: the new one names the old address, or all its fields read alike.
fn renamed(old: &Side<'_>, new: &Side<'_>, difference: &Difference) -> BTreeMap<Key, (Key, bool)> {
    let is_in = |content: &Content, key: &Key| content.entry(key.0, &key.1).is_some();
    let gone: Vec<&Key> =
        difference.keys.iter().filter(|key| is_in(&old.content, key) && !is_in(&new.content, key)).collect();
    let come = difference.keys.iter().filter(|key| !is_in(&old.content, key) && is_in(&new.content, key));
    let mut found = BTreeMap::new();
    for key in come {
        let Some((_, main, _)) = files_of(&new.content, key) else { continue };
        let addresses = texts(main, "alamat_lama");
        let leads = |former: &Key| {
            addresses.iter().any(|address| address.trim_end_matches('/').ends_with(&format!("/{}", former.1)))
        };
        let alike = |former: &Key| {
            let before = files_of(&old.content, former);
            let after = files_of(&new.content, key);
            let columns = columns_of(key.0);
            let filled = columns.iter().filter(|column| !cell(column, before).is_empty());
            let (same, all) = filled.fold((0, 0), |(same, all), column| {
                (same + usize::from(same_text(&cell(column, before), &cell(column, after))), all + 1)
            });
            all > 0 && same * 3 >= all * 2
        };
        let free = |former: &&&Key| former.0 == key.0 && !found.values().any(|(taken, _)| taken == **former);
        let direct = gone.iter().filter(free).find(|former| leads(former)).map(|former| (*former, true));
        let former =
            direct.or_else(|| gone.iter().filter(free).find(|former| alike(former)).map(|former| (*former, false)));
        if let Some((former, redirected)) = former {
            found.insert(key.clone(), (former.clone(), redirected));
        }
    }
    found
}

/// The texts of a list, or of one value.
fn texts(file: &File, name: &str) -> Vec<String> {
    let node = file.document.fields.iter().find(|pair| pair.key == name).map(|pair| &pair.node.value);
    match node {
        Some(Value::Scalar { text, .. }) => vec![text.clone()],
        Some(Value::List(items)) => items
            .iter()
            .filter_map(|item| match &item.value {
                Value::Scalar { text, .. } => Some(text.clone()),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn one(
    old: &Side<'_>,
    new: &Side<'_>,
    key: &Key,
    former: Option<&(Key, bool)>,
    difference: &Difference,
    veil: &Veil,
    today: Date,
) -> Touched {
    let old_key = former.map_or(key, |(former, _)| former);
    let (before, after) = (files_of(&old.content, old_key), files_of(&new.content, key));
    let state = match (before, after, former) {
        (Some(_), Some(_), Some((former, redirected))) => {
            let from = crate::plan::address::entry(former.0, &former.1, Language::Id);
            State::Renamed { from, redirected: *redirected }
        }
        (None, _, _) => State::New,
        (_, None, _) => State::Gone,
        _ => State::Changed,
    };
    let open = is_open(if after.is_some() { new } else { old }, if after.is_some() { key } else { old_key })
        && (before.is_none() || is_open(old, old_key));
    let shown = after.or(before);
    let found = common(&new.loaded.catalog, key);
    let name = found
        .map(|common| common.name.id.clone())
        .or_else(|| shown.and_then(|(_, main, _)| texts(main, "nama").into_iter().chain(texts(main, "judul")).next()))
        .filter(|_| open && (after.is_some() || !needs_consent(key.0)))
        .and_then(|name| veil.shown(&name));
    let unseen = match (after, found) {
        (None, _) => "",
        (Some((_, main, _)), _) if main.document.broken => "rusak",
        (Some(_), Some(common)) => match common.status {
            Status::Draft => "draf",
            _ => "",
        },
        (Some(_), None) if needs_consent(key.0) => "persetujuan",
        (Some(_), None) => "rusak",
    };
    let entry = shown.map(|(entry, ..)| entry);
    let files = entry.map_or(0, |entry| {
        difference.files.iter().filter(|path| is_beside(entry, path) && !check::is_text(path)).count()
    });
    let scored = parts(&new.loaded.catalog, key, today);
    let now = scored.as_deref().map(points);
    let then = parts(&old.loaded.catalog, old_key, today).as_deref().map(points);
    Touched {
        kind: key.0.folder(),
        file: entry.map_or_else(String::new, |entry| entry.file.to_string()),
        name,
        address: crate::plan::address::entry(key.0, &key.1, Language::Id),
        fields: if before.is_some() && after.is_some() { fields(key.0, before, after, open, veil) } else { Vec::new() },
        state,
        unseen,
        files,
        score: now.map(|now| (then, now)),
        fixes: scored.map_or_else(Vec::new, |parts| fixes(new, key, entry, &parts, today)),
    }
}

fn points(parts: &[Part]) -> u8 {
    parts.iter().filter(|part| part.met).map(|part| part.points).sum()
}

fn seller(catalog: &Catalog, key: &Key) -> Option<SellerId> {
    match key.0 {
        Kind::Business => {
            catalog.businesses.iter().find(|(_, row)| row.common.slug == key.1).map(|(id, _)| SellerId::Business(id))
        }
        Kind::Cooperative => catalog
            .cooperatives
            .iter()
            .find(|(_, row)| row.common.slug == key.1)
            .map(|(id, _)| SellerId::Cooperative(id)),
        _ => None,
    }
}

/// What makes the entry complete, if its kind has a score and it can be read.
fn parts(catalog: &Catalog, key: &Key, today: Date) -> Option<Vec<Part>> {
    match key.0 {
        Kind::Product => {
            let product = catalog.products.rows().iter().find(|row| row.common.slug == key.1)?;
            Some(product_parts(product).to_vec())
        }
        _ => seller(catalog, key).map(|id| maker_parts(catalog, id, today).to_vec()),
    }
}

fn fixes(new: &Side<'_>, key: &Key, entry: Option<&EntrySource>, parts: &[Part], today: Date) -> Vec<Fix> {
    let catalog = &new.loaded.catalog;
    let Some((common, entry)) = common(catalog, key).zip(entry) else { return Vec::new() };
    let subject = Subject {
        catalog,
        common,
        product: catalog.products.rows().iter().find(|row| key.0 == Kind::Product && row.common.slug == key.1),
        maker: seller(catalog, key),
        folder: &entry.folder,
        today,
        language: new.language,
    };
    let fix = |part: Part| Fix { points: part.points, advice: subject.advice(part.want) };
    wants::cheapest(parts)
        .into_iter()
        .filter(|part| new.english || part.want != Want::English)
        .take(FIXES_SHOWN)
        .map(fix)
        .collect()
}

/// Letters of a value that are shown.
const VALUE_MAX: usize = 90;

fn fields(
    kind: Kind,
    before: Option<(&EntrySource, &File, Option<&File>)>,
    after: Option<(&EntrySource, &File, Option<&File>)>,
    open: bool,
    veil: &Veil,
) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    for column in columns_of(kind) {
        let (old, new) = (cell(&column, before), cell(&column, after));
        if same_text(&old, &new) {
            continue;
        }
        let private = !open || is_private(&column) || veil.shown(&old).is_none() || veil.shown(&new).is_none();
        let told = |text: &str| {
            let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let long = flat.chars().count() > VALUE_MAX;
            let short: String = flat.chars().take(VALUE_MAX).collect();
            Some(if long { format!("{}…", short.trim_end()) } else { short })
                .filter(|text| !text.is_empty() && !private)
        };
        let (old, new) = if matches!(column.field.kind, FieldKind::Prose) {
            super::changes::short_pair(&flat(&old), &flat(&new))
        } else {
            (old, new)
        };
        changes.push(FieldChange { before: told(&old), after: told(&new), title: column.title, private });
    }
    changes
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
