//! Rows to work: which entry each row is about, and which of its fields it would change.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Mistake, Outcome, Row};
use crate::commands::export::{TOO_LONG, cell_of};
use crate::commands::sheet::column::{Column, SLUG, columns_of};
use crate::commands::sheet::content::{Content as Value, read, same_text, shown};
use crate::commands::sheet::edit::{Patch, apply, compose};
use crate::commands::sheet::grid::Cell;
use crate::commands::sheet::headers::special;
use crate::commands::sheet::html::to_markdown;
use crate::commands::sheet::listing::{Given, Listing, Record};
use crate::commands::sheet::lookup::Lookup;
use crate::commands::sheet::site::{Content, File};
use crate::commands::sheet::written::text_of;
use crate::diagnostic::Level;
use crate::discover::EntrySource;
use crate::limits::SLUG_MAX;
use crate::model::{Kind, slug, slugify};
use crate::schema::FieldKind;

/// A row, the entry it is about, and the files that would come of it.
#[derive(Debug)]
pub struct Work {
    /// Position of its sheet.
    pub sheet: usize,
    /// Row of the sheet.
    pub row: u32,
    /// The entry; its file need not exist yet.
    pub entry: EntrySource,
    /// Does the entry exist?
    pub exists: bool,
    /// Keys of the fields it changes, with the column each came from.
    pub changes: BTreeMap<String, u32>,
    /// Columns of the sheet by key, for what is missing in a row.
    pub columns: BTreeMap<String, u32>,
    /// Values to write, as patches of the entry's own file and of its English one.
    pub patches: [Vec<(String, Patch)>; 2],
    /// Files and their new texts.
    pub files: Vec<(Arc<str>, String)>,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
    /// Taken although it is not complete.
    pub is_draft: bool,
}

impl Work {
    /// Is anything so wrong that the row is not taken?
    pub fn is_refused(&self) -> bool {
        self.mistakes.iter().any(|mistake| mistake.level == Level::Error)
    }

    /// Does it change a file?
    pub fn is_written(&self) -> bool {
        !self.is_refused() && !self.files.is_empty()
    }

    /// Adds a mistake that only spreadsheets make.
    pub fn refuse(&mut self, column: Option<u32>, message: impl Into<String>) {
        self.mistakes.push(Mistake {
            column,
            code: "",
            level: Level::Error,
            message: message.into(),
            hint: String::new(),
        });
    }

    /// What is told about it.
    pub fn report(&self) -> Row {
        let outcome = match (self.is_refused(), self.files.is_empty(), self.exists, self.is_draft) {
            (true, ..) => Outcome::Refused,
            (_, true, ..) => Outcome::Unchanged,
            (_, _, true, _) => Outcome::Changed(self.changes.keys().cloned().collect()),
            (.., true) => Outcome::NewDraft,
            _ => Outcome::New,
        };
        let mut mistakes = self.mistakes.clone();
        mistakes.sort_by_key(|mistake| (mistake.level, mistake.column));
        Row { row: self.row, slug: self.entry.slug.to_string(), outcome, mistakes }
    }
}

/// Slug of an entry, and the maker of a product.
type Known = (Arc<str>, Option<String>);

/// Entries by name, to find the one a row without slug is about.
struct Names {
    by_name: BTreeMap<(Kind, String), Vec<Known>>,
}

impl Names {
    fn collect(content: &Content) -> Names {
        let mut by_name: BTreeMap<(Kind, String), Vec<Known>> = BTreeMap::new();
        for entry in &content.sources.entries {
            let Some((main, _)) = content.halves(entry) else { continue };
            let seller = field_text(main, "umkm").or_else(|| field_text(main, "koperasi"));
            let seller = seller.filter(|_| entry.kind == Kind::Product);
            if let Some(name) = field_text(main, name_key(entry.kind)) {
                by_name.entry((entry.kind, slugify(&name))).or_default().push((entry.slug.clone(), seller));
            }
        }
        Names { by_name }
    }

    /// The entry of this name; of a product, the one of this seller.
    fn find(&self, kind: Kind, name: &str, seller: Option<&str>) -> Option<Arc<str>> {
        let found = self.by_name.get(&(kind, slugify(name)))?;
        let same = |other: &&Known| seller.is_none() || other.1.as_deref() == seller;
        let mut fitting = found.iter().filter(same);
        let one = fitting.next()?;
        if fitting.next().is_some() { None } else { Some(one.0.clone()) }
    }
}

fn field_text(file: &File, name: &str) -> Option<String> {
    let pair = file.document.fields.iter().find(|pair| pair.key == name)?;
    Some(shown(&FieldKind::Prose, &pair.node)).filter(|text| !text.trim().is_empty())
}

/// The field with the entry's name.
pub fn name_key(kind: Kind) -> &'static str {
    if crate::schema::tables::common::has_title(kind) { "judul" } else { "nama" }
}

/// Finds each row's entry and changes. Businesses come before the products that name them, whatever the order of sheets.
pub fn prepare(content: &Content, listings: &[Option<Listing>]) -> Vec<Work> {
    let names = Names::collect(content);
    let mut lookup = Lookup::new(&content.tables);
    for entry in &content.sources.entries {
        let name = content.halves(entry).and_then(|(main, _)| field_text(main, name_key(entry.kind)));
        lookup.add(entry.kind, &entry.slug, name.as_deref().unwrap_or(&entry.slug));
    }
    let mut sheets: Vec<(usize, &Listing)> =
        listings.iter().enumerate().filter_map(|(at, listing)| Some((at, listing.as_ref()?))).collect();
    sheets.sort_by_key(|(at, listing)| (listing.kind, *at));
    let mut works = Vec::new();
    let mut seen: BTreeMap<(Kind, Arc<str>), (usize, u32)> = BTreeMap::new();
    for (sheet, listing) in sheets {
        let columns = columns_of(listing.kind);
        let table = Table { content, listing, columns: &columns, names: &names };
        let mut claimed = Claims::new();
        let targets: Vec<Target> =
            listing.records.iter().map(|record| table.target(record, &lookup, &mut claimed)).collect();
        for (record, target) in listing.records.iter().zip(&targets) {
            if let Some(name) = text_in(record, name_key(listing.kind)) {
                lookup.add(listing.kind, &target.entry.slug, &name);
            }
        }
        for (record, target) in listing.records.iter().zip(targets) {
            let mut work = table.work(sheet, record, target);
            let place = (listing.kind, work.entry.slug.clone());
            match seen.get(&place) {
                _ if work.entry.slug.is_empty() => {}
                Some((other, row)) => {
                    let sheet = if *other == sheet { String::new() } else { " di lembar lain".to_owned() };
                    let message = format!(
                        "Baris ini memuat entri yang sama dengan baris {}{sheet} (“{}”). Hapus salah satunya, atau isi kolom “slug” dengan nama lain.",
                        row + 1,
                        work.entry.slug
                    );
                    let column = work.columns.get(SLUG).or_else(|| work.columns.get(name_key(listing.kind))).copied();
                    work.refuse(column, message);
                }
                None => drop(seen.insert(place, (sheet, record.row))),
            }
            if work.mistakes.is_empty() {
                table.fill(&mut work, record, &lookup);
            }
            works.push(work);
        }
    }
    works
}

/// The text of a cell of a record.
fn text_in(record: &Record, key: &str) -> Option<String> {
    let given = record.cells.iter().find(|given| given.key == key)?;
    Some(given.cell.shown().split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
}

/// The entry a row is about.
struct Target {
    entry: EntrySource,
    exists: bool,
    refusal: Option<String>,
}

/// Slugs of new entries that rows of a sheet have taken, and for which maker.
type Claims = BTreeMap<String, Option<String>>;

struct Table<'a> {
    content: &'a Content,
    listing: &'a Listing,
    columns: &'a [Column],
    names: &'a Names,
}

impl Table<'_> {
    fn target(&self, record: &Record, lookup: &Lookup<'_>, claimed: &mut Claims) -> Target {
        let kind = self.listing.kind;
        if let Some(written) = text_in(record, SLUG) {
            let mended = slugify(&written);
            if mended != written || written.len() > SLUG_MAX || (kind != Kind::Page && slug::is_reserved(&written)) {
                let advice = mended.get(..SLUG_MAX).unwrap_or(&mended).trim_matches('-');
                let message = format!(
                    "“{written}” tidak bisa menjadi nama di alamat. Pakai huruf kecil, angka, dan tanda hubung, misalnya “{advice}”."
                );
                return Target { entry: source(kind, ""), exists: false, refusal: Some(message) };
            }
            return self.named(&written);
        }
        let Some(name) = text_in(record, name_key(kind)) else {
            let message = format!("Kolom “{}” kosong, sehingga tidak jelas entri mana yang dimaksud.", name_key(kind));
            return Target { entry: source(kind, ""), exists: false, refusal: Some(message) };
        };
        let seller = (kind == Kind::Product)
            .then(|| {
                let business = text_in(record, "umkm").map(|text| lookup.entry(&[Kind::Business], &text));
                business.or_else(|| text_in(record, "koperasi").map(|text| lookup.entry(&[Kind::Cooperative], &text)))
            })
            .flatten();
        if let Some(found) = self.names.find(kind, &name, seller.as_deref()) {
            return self.named(&found);
        }
        let short = cut(&slugify(&name));
        if short.is_empty() {
            let message = format!("Dari “{name}” tidak bisa dibuat nama di alamat. Isi kolom “slug”.");
            return Target { entry: source(kind, ""), exists: false, refusal: Some(message) };
        }
        let short = if kind != Kind::Page && slug::is_reserved(&short) { format!("{short}-1") } else { short };
        // Two makers may sell the same thing; the second one's address says whose it is.
        let taken =
            self.content.entry(kind, &short).is_some() || claimed.get(&short).is_some_and(|other| *other != seller);
        let slug = match &seller {
            Some(seller) if taken => {
                let start = short.get(..SLUG_MAX / 2).unwrap_or(&short).trim_matches('-');
                cut(&format!("{start}-{seller}"))
            }
            _ => short,
        };
        claimed.entry(slug.clone()).or_insert(seller);
        self.named(&slug)
    }

    fn named(&self, slug: &str) -> Target {
        match self.content.entry(self.listing.kind, slug) {
            Some(entry) => Target { entry: entry.clone(), exists: true, refusal: None },
            None => Target { entry: source(self.listing.kind, slug), exists: false, refusal: None },
        }
    }

    fn work(&self, sheet: usize, record: &Record, target: Target) -> Work {
        let columns = self.listing.used.iter().map(|(column, _, key)| (key.clone(), *column)).collect();
        let mut work = Work {
            sheet,
            row: record.row,
            entry: target.entry,
            exists: target.exists,
            changes: BTreeMap::new(),
            columns,
            patches: [Vec::new(), Vec::new()],
            files: Vec::new(),
            mistakes: Vec::new(),
            is_draft: false,
        };
        if let Some(message) = target.refusal {
            let column = work.columns.get(SLUG).or_else(|| work.columns.get(name_key(self.listing.kind))).copied();
            work.refuse(column, message);
        } else if self.content.files.get(&work.entry.file).is_some_and(|file| file.document.broken) {
            work.refuse(None, format!("Berkas {} rusak. Perbaiki dulu (lihat perintah check).", work.entry.file));
        }
        work
    }

    /// Reads the cells of a row and makes the new texts.
    fn fill(&self, work: &mut Work, record: &Record, lookup: &Lookup<'_>) {
        for given in self.plain_cells(work, record) {
            if given.key == SLUG {
                continue;
            }
            let Some(column) = self.columns.iter().find(|column| column.key() == given.key) else { continue };
            match text_of(column.field, &given.cell, self.listing.untyped) {
                Err(message) => work.refuse(Some(given.column), message),
                Ok(text) if is_nothing(&text, column) => {}
                Ok(text) => self.change(work, column, given.column, &text, lookup),
            }
        }
        if !work.is_refused() {
            self.add_district(work, lookup);
            self.write(work);
        }
    }

    /// Cells with a meaning of their own become cells of fields.
    fn plain_cells(&self, work: &Work, record: &Record) -> Vec<Given> {
        let mut cells = Vec::new();
        let mut permits: Vec<(&str, &Given)> = Vec::new();
        let find = |key: &str| record.cells.iter().find(|given| given.key == key);
        for given in &record.cells {
            let with = |key: &str, cell: Cell| Given { column: given.column, key: key.to_owned(), cell };
            match given.key.as_str() {
                special::HTML => cells.push(with("deskripsi", Cell::Text(to_markdown(&given.cell.shown())))),
                special::SUMMARY_HTML => {
                    let text = to_markdown(&given.cell.shown()).split_whitespace().collect::<Vec<_>>().join(" ");
                    cells.push(with("ringkas", Cell::Text(text.replace("**", ""))));
                }
                special::WEIGHT_KG => cells.push(with("berat_g", Cell::Text(format!("{} kg", given.cell.shown())))),
                special::LATITUDE => {
                    let text = format!(
                        "{}; {}",
                        given.cell.shown(),
                        find(special::LONGITUDE).map(|given| given.cell.shown()).unwrap_or_default()
                    );
                    cells.push(with("titik", Cell::Text(text)));
                }
                special::LONGITUDE => {}
                key if key.starts_with(special::PERMIT) => {
                    permits.push((key.strip_prefix(special::PERMIT).unwrap_or(key), given))
                }
                _ => cells.push(given.clone()),
            }
        }
        let wanted: Vec<(&str, &Given)> = permits.into_iter().filter(|(_, given)| is_number(&given.cell)).collect();
        if let Some((_, first)) = wanted.first() {
            let mut lines = self.permits_of(work);
            for (kind, given) in &wanted {
                add_permit(&mut lines, kind, &given.cell.shown());
            }
            cells.push(Given { column: first.column, key: "izin".to_owned(), cell: Cell::Text(lines.join("\n")) });
        }
        cells
    }

    /// The permits an entry has, one a line.
    fn permits_of(&self, work: &Work) -> Vec<String> {
        let file = self.content.files.get(&work.entry.file);
        let column = self.columns.iter().find(|column| column.key() == "izin");
        let cell = file.zip(column).map(|(file, column)| cell_of(column, &file.document, None)).unwrap_or_default();
        cell.lines().map(str::to_owned).collect()
    }

    /// Notes a field that a row changes.
    fn change(&self, work: &mut Work, column: &Column, from: u32, text: &str, lookup: &Lookup<'_>) {
        let old = self.old_text(work, column);
        if old.as_deref().is_some_and(|old| same_text(old, text)) {
            return;
        }
        let new = self.with_photo_folder(work, column, read(column.field, text, lookup));
        if let Some(old) = old.filter(|old| !old.is_empty())
            && without_quotes(&read(column.field, &old, lookup)) == without_quotes(&new)
        {
            return;
        }
        work.changes.insert(column.key(), from);
        let half = usize::from(column.english && work.entry.english.is_some());
        let mut path: Vec<&str> = column.path.clone();
        if column.english && half == 0 {
            path.insert(0, "en");
        }
        if let Some(patches) = work.patches.get_mut(half) {
            put(patches, &path, new);
        }
    }

    fn old_text(&self, work: &Work, column: &Column) -> Option<String> {
        let main = self.content.files.get(&work.entry.file)?;
        let english = work.entry.english.as_ref().and_then(|path| self.content.files.get(path));
        Some(cell_of(column, &main.document, english.map(|file| &file.document)))
    }

    /// A photo that lies in the common folder is named with it.
    fn with_photo_folder(&self, work: &Work, column: &Column, value: Value) -> Value {
        if !matches!(column.field.kind, FieldKind::List(FieldKind::Photo, _)) {
            return value;
        }
        let Value::List(items) = value else { return value };
        let mend = |text: String| {
            let beside = self.content.assets.contains_key(format!("{}/{text}", work.entry.folder).as_str());
            let common = self.content.assets.contains_key(format!("content/foto/{text}").as_str());
            if !beside && common { format!("/foto/{text}") } else { text }
        };
        let items = items.into_iter().map(|item| match item {
            Value::Text { text, quoted } => Value::Text { text: mend(text), quoted },
            other => other,
        });
        Value::List(items.collect())
    }

    /// A kelurahan that exists once needs no kecamatan beside it.
    fn add_district(&self, work: &mut Work, lookup: &Lookup<'_>) {
        let Some(column) = self.columns.iter().find(|column| column.key() == "alamat.kecamatan") else { return };
        let absent = self.old_text(work, column).is_none_or(|old| old.is_empty())
            && !work.changes.contains_key("alamat.kecamatan");
        let village =
            work.patches.first().and_then(|patches| at(patches, &["alamat", "kelurahan"])).and_then(Value::as_text);
        if let (true, Some(district)) = (absent, village.and_then(|village| lookup.district_of(village)))
            && let Some(patches) = work.patches.first_mut()
        {
            put(patches, &["alamat", "kecamatan"], Value::text(district));
        }
    }

    /// Makes the new texts of the entry's files.
    pub fn write(&self, work: &mut Work) {
        write_files(self.content, work);
    }
}

/// Makes the new texts of an entry's files from its patches.
pub fn write_files(content: &Content, work: &mut Work) {
    work.files.clear();
    let keys: Vec<String> = columns_of(work.entry.kind).iter().map(Column::key).collect();
    let english: Vec<String> = keys.iter().filter_map(|key| key.strip_prefix("en.")).map(str::to_owned).collect();
    let halves = [Some(work.entry.file.clone()), work.entry.english.clone()];
    for ((patches, path), keys) in work.patches.clone().iter().zip(halves).zip([&keys, &english]) {
        let (Some(path), false) = (path, patches.is_empty()) else { continue };
        match content.files.get(&path) {
            None => work.files.push((path.clone(), compose(path.ends_with(".md"), keys, patches))),
            Some(file) => match apply(&file.text, &file.document, keys, patches) {
                Ok(text) if text == file.text => {}
                Ok(text) => work.files.push((path, text)),
                Err(message) => work.refuse(None, format!("{message} ({path})")),
            },
        }
    }
}

fn without_quotes(value: &Value) -> Value {
    match value {
        Value::Text { text, .. } => Value::text(text.trim()),
        Value::List(items) => Value::List(items.iter().map(without_quotes).collect()),
        Value::Record(parts) => {
            Value::Record(parts.iter().map(|(name, part)| (name.clone(), without_quotes(part))).collect())
        }
    }
}

/// A cell that says nothing: empty, a dash for "none", or the mark of a text that did not fit.
fn is_nothing(text: &str, column: &Column) -> bool {
    let text = text.trim();
    let dash = matches!(text, "-" | "–" | "—" | "n/a" | "N/A" | "#N/A");
    text.is_empty() || text == TOO_LONG || (dash && !matches!(column.field.kind, FieldKind::Prose))
}

/// "Ada" and "belum" are no numbers of permits.
fn is_number(cell: &Cell) -> bool {
    cell.shown().chars().filter(char::is_ascii_digit).count() >= 5
}

fn add_permit(lines: &mut Vec<String>, kind: &str, number: &str) {
    let digits = |text: &str| -> String { text.chars().filter(|letter| letter.is_alphanumeric()).collect() };
    if lines.iter().any(|line| digits(line).contains(&digits(number))) {
        return;
    }
    lines.push(format!("jenis: {kind} | nomor: \"{}\"", number.trim()));
}

fn cut(text: &str) -> String {
    text.get(..SLUG_MAX).unwrap_or(text).trim_matches('-').to_owned()
}

/// Where a new entry will stand.
fn source(kind: Kind, slug: &str) -> EntrySource {
    let ending = if matches!(kind, Kind::Business | Kind::Cooperative | Kind::Impact) { "yaml" } else { "md" };
    let (folder, file) = if kind == Kind::Page {
        (format!("content/{}", kind.folder()), format!("content/{}/{slug}.{ending}", kind.folder()))
    } else {
        (format!("content/{}/{slug}", kind.folder()), format!("content/{}/{slug}/index.{ending}", kind.folder()))
    };
    EntrySource { kind, slug: slug.into(), file: file.into(), english: None, folder: folder.into() }
}

/// Puts a value at a path of records.
pub fn put(patches: &mut Vec<(String, Patch)>, path: &[&str], value: Value) {
    let Some((first, rest)) = path.split_first() else { return };
    if rest.is_empty() {
        patches.retain(|(name, _)| name != first);
        patches.push(((*first).to_owned(), Patch::Set(value)));
        return;
    }
    let at = patches.iter().position(|(name, _)| name == first).unwrap_or_else(|| {
        patches.push(((*first).to_owned(), Patch::Into(Vec::new())));
        patches.len() - 1
    });
    if let Some((_, Patch::Into(parts))) = patches.get_mut(at) {
        put(parts, rest, value);
    }
}

fn at<'p>(patches: &'p [(String, Patch)], path: &[&str]) -> Option<&'p Value> {
    let (first, rest) = path.split_first()?;
    match patches.iter().find(|(name, _)| name == first).map(|(_, patch)| patch)? {
        Patch::Set(value) if rest.is_empty() => Some(value),
        Patch::Into(parts) => at(parts, rest),
        Patch::Set(_) => None,
    }
}
