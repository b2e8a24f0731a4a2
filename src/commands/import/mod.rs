//! `import FILE`: rows of a spreadsheet become entries, or changes of entries. Says first what it would do; writes only what
//! the real validators accept; never takes anything away. A second run of the same file changes nothing.

mod judge;
mod rows;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::sheet::grid::{Grid, column_name};
use super::sheet::listing::{Hints, Listing, understand};
use super::sheet::review::{self, Remark, Remarks};
use super::sheet::site::{Content, load};
use super::sheet::workbook;
use crate::diagnostic::{Level, Problems};
use crate::disk::Folder;
use crate::limits;
use crate::model::{Date, Kind};
use crate::parse::{self, Node, Value};

/// How to import.
#[derive(Debug, Clone)]
pub struct Options {
    /// Only say what would be done.
    pub dry_run: bool,
    /// What the rows are, when the sheet does not say.
    pub kind: Option<Kind>,
    /// A file that says what the columns mean (see [`mapping`]).
    pub mapping: Option<PathBuf>,
    /// Take new entries that lack required fields as drafts.
    pub drafts: bool,
    /// The day.
    pub today: Date,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A new entry.
    New,
    /// A new entry that is not complete: a draft.
    NewDraft,
    /// Changes of these fields.
    Changed(Vec<String>),
    /// Says what the entry says already.
    Unchanged,
    /// Not taken.
    Refused,
}

/// Something wrong with a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// Column of the sheet, from 0, if one cell is to blame.
    pub column: Option<u32>,
    /// Code of the message; empty for what only spreadsheets do.
    pub code: &'static str,
    /// Only errors keep a row out.
    pub level: Level,
    /// What is wrong, in Indonesian.
    pub message: String,
    /// What to write instead.
    pub hint: String,
}

/// A row and what becomes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Row of the sheet, from 0.
    pub row: u32,
    /// Slug of the entry; empty when none could be made.
    pub slug: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// What is wrong, errors first.
    pub mistakes: Vec<Mistake>,
}

/// A sheet and what becomes of its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The sheet as understood, without its records; `None` when it is no table of entries.
    pub listing: Option<Listing>,
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// The files of one entry, to be written together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// Path below the root, and text.
    pub files: Vec<(String, String)>,
}

/// What an import would do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Sheet by sheet, row by row.
    pub sheets: Vec<Sheet>,
    /// Entries to write.
    pub writes: Vec<Write>,
}

/// An import that was done (or only planned).
#[derive(Debug)]
pub struct Finished {
    /// What was done.
    pub plan: Plan,
    /// The workbook with the mistakes, if there were any.
    pub review: Option<PathBuf>,
    /// All of it in words.
    pub text: String,
}

impl Finished {
    /// Was every row taken? Otherwise the exit code is 1.
    pub fn is_sound(&self) -> bool {
        self.plan.count(|outcome| *outcome == Outcome::Refused) == 0
    }
}

/// Imports `file` into the site at `root`.
///
/// # Errors
/// A sentence: the file cannot be read as a spreadsheet, holds no table, or the machine failed.
pub fn run(root: &Path, file: &Path, options: &Options) -> Result<Finished, String> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let grids = workbook::read(&name, &read(file)?)?;
    let mut hints = match &options.mapping {
        Some(path) => mapping(&path.to_string_lossy(), &read(path)?)?,
        None => Hints::default(),
    };
    hints.kind = options.kind.or(hints.kind);
    let content = load(&Folder::new(root), options.today).map_err(|fault| fault.to_string())?;
    let plan = plan(&content, &grids, &hints, options.drafts);
    if plan.sheets.iter().all(|sheet| sheet.listing.is_none()) {
        return Err(format!(
            "Di “{name}” tidak ditemukan baris judul kolom. Judul yang dikenal antara lain: Nama Produk, Harga, Satuan, Nama Usaha, Kecamatan. Kalau judulnya lain, jelaskan dengan --mapping."
        ));
    }
    if !options.dry_run {
        for write in &plan.writes {
            let files: Vec<(PathBuf, &[u8])> =
                write.files.iter().map(|(path, text)| (root.join(path), text.as_bytes())).collect();
            review::save_all(&files)?;
        }
    }
    let review = write_review(file, &grids, &plan)?;
    let text = words(&plan, options.dry_run, review.as_deref());
    Ok(Finished { plan, review, text })
}

#[expect(clippy::disallowed_methods, reason = "the file named on the command line is no part of the site")]
fn read(file: &Path) -> Result<Vec<u8>, String> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("Berkas “{}” tidak ada.", file.display()),
        _ => format!("Berkas “{}” tidak bisa dibaca: {error}", file.display()),
    };
    let size = std::fs::metadata(file).map_err(failed)?.len();
    if size > limits::SHEET_BYTES_MAX {
        return Err(format!(
            "Berkas “{}” terlalu besar (paling besar {} MB).",
            file.display(),
            limits::SHEET_BYTES_MAX / 1024 / 1024
        ));
    }
    std::fs::read(file).map_err(failed)
}

/// Reads a mapping file:
///
/// ```yaml
/// jenis: produk
/// kolom: {Nama Barang: nama, "Harga (Rp)": harga, Catatan: "-"}
/// isi: {umkm: bingkai-rantika, satuan: buah, stok: siap}
/// ```
///
/// # Errors
/// A sentence about what is wrong with it.
pub fn mapping(name: &str, bytes: &[u8]) -> Result<Hints, String> {
    let mut problems = Problems::new();
    let document = parse::parse(&name.into(), bytes, &mut problems);
    if document.broken {
        return Err(format!("Berkas pemetaan “{name}” tidak bisa dibaca. Isinya: jenis, kolom, dan isi."));
    }
    let mut hints = Hints::default();
    for pair in &document.fields {
        match (pair.key.as_str(), &pair.node.value) {
            ("jenis", Value::Scalar { text, .. }) => {
                hints.kind = Some(
                    Kind::from_folder(text.trim())
                        .ok_or_else(|| format!("Jenis “{text}” di “{name}” tidak dikenal."))?,
                );
            }
            ("kolom", Value::Map(_)) => hints.columns = texts(&pair.node),
            ("isi", Value::Map(_)) => hints.values = texts(&pair.node),
            (other, _) => {
                return Err(format!(
                    "Kolom “{other}” di “{name}” tidak dikenal atau bentuknya salah. Yang boleh: jenis, kolom, isi."
                ));
            }
        }
    }
    check_keys(name, &hints)?;
    Ok(hints)
}

/// Every key of a mapping must be a field of the kind, or of some kind when none is said.
fn check_keys(name: &str, hints: &Hints) -> Result<(), String> {
    let kinds: Vec<Kind> = hints.kind.map_or_else(|| Kind::ALL.to_vec(), |kind| vec![kind]);
    let known: Vec<String> =
        kinds.iter().flat_map(|kind| super::sheet::column::columns_of(*kind)).map(|column| column.key()).collect();
    for key in hints.columns.values().chain(hints.values.keys()).filter(|key| *key != "-" && *key != "slug") {
        if !known.contains(key) && !key.starts_with('+') {
            let near = crate::bahasa::nearest(key, &known)
                .map_or_else(String::new, |near| format!(" Mungkin maksudnya “{near}”?"));
            return Err(format!("Kolom “{key}” di “{name}” tidak dikenal.{near}"));
        }
    }
    Ok(())
}

fn texts(node: &Node) -> BTreeMap<String, String> {
    let Value::Map(pairs) = &node.value else { return BTreeMap::new() };
    let text = |node: &Node| if let Value::Scalar { text, .. } = &node.value { text.clone() } else { "-".to_owned() };
    pairs.iter().map(|pair| (pair.key.clone(), text(&pair.node))).collect()
}

/// Decides what becomes of every row, without writing anything.
pub fn plan(content: &Content, grids: &[Grid], hints: &Hints, drafts: bool) -> Plan {
    let listings: Vec<Option<Listing>> = grids.iter().map(|grid| understand(grid, hints)).collect();
    let mut works = rows::prepare(content, &listings);
    judge::judge(content, &mut works, drafts);
    let mut sheets: Vec<Sheet> = grids
        .iter()
        .zip(&listings)
        .map(|(grid, listing)| Sheet {
            listing: listing.clone().map(without_records),
            name: grid.name.clone(),
            rows: Vec::new(),
        })
        .collect();
    let mut writes = Vec::new();
    for work in works {
        if let Some(sheet) = sheets.get_mut(work.sheet) {
            sheet.rows.push(work.report());
        }
        if work.is_written() {
            writes.push(Write {
                files: work.files.iter().map(|(path, text)| (path.to_string(), text.clone())).collect(),
            });
        }
    }
    sheets.iter_mut().for_each(|sheet| sheet.rows.sort_by_key(|row| row.row));
    Plan { sheets, writes }
}

fn without_records(mut listing: Listing) -> Listing {
    listing.records.clear();
    listing
}

impl Plan {
    /// How many rows have such an outcome.
    pub fn count(&self, wanted: impl Fn(&Outcome) -> bool) -> usize {
        self.sheets.iter().flat_map(|sheet| &sheet.rows).filter(|row| wanted(&row.outcome)).count()
    }
}

/// `daftar.xlsx` → `daftar-periksa.xlsx`, if a row was refused.
fn write_review(file: &Path, grids: &[Grid], plan: &Plan) -> Result<Option<PathBuf>, String> {
    if plan.count(|outcome| *outcome == Outcome::Refused) == 0 {
        return Ok(None);
    }
    let bytes = review::workbook(grids, &remarks(plan)).map_err(|error| error.to_string())?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let stem = stem.strip_suffix("-periksa").unwrap_or(&stem);
    let path = file.with_file_name(format!("{stem}-periksa.xlsx"));
    review::save(&path, &bytes)?;
    Ok(Some(path))
}

/// What the workbook says beside each row.
pub fn remarks(plan: &Plan) -> BTreeMap<String, Remarks> {
    let sheet = |sheet: &Sheet| {
        let rows = sheet.rows.iter().map(|row| (row.row, remark(row)));
        let head = sheet.listing.as_ref().map_or(0, |listing| listing.head);
        (sheet.name.clone(), Remarks { head, rows: rows.collect() })
    };
    plan.sheets.iter().map(sheet).collect()
}

fn remark(row: &Row) -> Remark {
    let mut remark = Remark {
        outcome: row.outcome.word().to_owned(),
        refused: row.outcome == Outcome::Refused,
        ..Remark::default()
    };
    for mistake in &row.mistakes {
        let reason = mistake.sentence();
        if let Some(column) =
            mistake.column.filter(|column| *column < limits::SHEET_COLUMNS_MAX && mistake.level == Level::Error)
        {
            remark
                .cells
                .entry(column)
                .and_modify(|old| *old = format!("{old}\n{reason}"))
                .or_insert_with(|| reason.clone());
        }
        if !remark.reasons.contains(&reason) {
            remark.reasons.push(reason);
        }
    }
    remark
}

impl Mistake {
    /// Message and hint in one line.
    pub fn sentence(&self) -> String {
        if self.hint.is_empty() || self.message.contains(&self.hint) {
            return self.message.clone();
        }
        let mut letters = self.hint.chars();
        let hint =
            letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default();
        format!("{} {hint}", self.message)
    }
}

impl Outcome {
    /// In a word.
    pub fn word(&self) -> &'static str {
        match self {
            Outcome::New => "baru",
            Outcome::NewDraft => "baru (draf)",
            Outcome::Changed(_) => "berubah",
            Outcome::Unchanged => "sama",
            Outcome::Refused => "ditolak",
        }
    }
}

/// Rows that are told one by one; the workbook holds them all.
const TOLD_MAX: usize = 200;

/// The plan in words.
pub fn words(plan: &Plan, dry_run: bool, review: Option<&Path>) -> String {
    let mut out = String::new();
    let mut told = 0;
    for sheet in &plan.sheets {
        let Some(listing) = &sheet.listing else {
            out.push_str(&format!("Lembar “{}”: dilewati, tidak ada baris judul kolom yang dikenal.\n", sheet.name));
            continue;
        };
        let wrong = |row: &Row| row.mistakes.iter().any(|mistake| mistake.level == Level::Error);
        let rows: Vec<&Row> = sheet.rows.iter().filter(|row| row.outcome != Outcome::Unchanged || wrong(row)).collect();
        let same = if rows.is_empty() { ", tidak ada yang berubah" } else { "" };
        out.push_str(&format!(
            "Lembar “{}”: {} baris {} (judul kolom di baris {}){same}\n",
            sheet.name,
            sheet.rows.len(),
            listing.kind.folder(),
            listing.head + 1
        ));
        for (heading, list) in
            [("tidak dipakai", &listing.unused), ("tidak diimpor karena data pribadi", &listing.forbidden)]
        {
            if !list.is_empty() {
                let names: Vec<String> =
                    list.iter().take(12).map(|(column, name)| format!("{} “{name}”", column_name(*column))).collect();
                let more = if list.len() > 12 { ", …" } else { "" };
                out.push_str(&format!("  kolom {heading}: {}{more}\n", names.join(", ")));
            }
        }
        for row in rows {
            told += 1;
            if told <= TOLD_MAX {
                out.push_str(&row_words(row));
            }
        }
    }
    if told > TOLD_MAX {
        out.push_str(&format!("  … dan {} baris lagi\n", told - TOLD_MAX));
    }
    let count = |wanted: fn(&Outcome) -> bool| plan.count(wanted);
    let new = count(|outcome| matches!(outcome, Outcome::New | Outcome::NewDraft));
    let changed = count(|outcome| matches!(outcome, Outcome::Changed(_)));
    let (same, refused) =
        (count(|outcome| *outcome == Outcome::Unchanged), count(|outcome| *outcome == Outcome::Refused));
    out.push_str(&format!("{new} baru, {changed} berubah, {same} sama, {refused} ditolak."));
    out.push_str(if dry_run && new + changed > 0 { " Belum ada yang ditulis (--dry-run).\n" } else { "\n" });
    if let Some(path) = review {
        out.push_str(&format!("Sel yang salah ditandai merah di {}\n", path.display()));
    }
    out
}

fn row_words(row: &Row) -> String {
    let fields =
        if let Outcome::Changed(fields) = &row.outcome { format!(": {}", fields.join(", ")) } else { String::new() };
    let mut out = format!("  baris {}: {} {}{fields}\n", row.row + 1, row.outcome.word(), row.slug);
    for mistake in
        row.mistakes.iter().filter(|mistake| mistake.level == Level::Error || row.outcome != Outcome::Refused)
    {
        let place = mistake.column.filter(|column| *column < limits::SHEET_COLUMNS_MAX);
        let place = place.map_or_else(String::new, |column| format!("sel {}{}: ", column_name(column), row.row + 1));
        out.push_str(&format!("    {place}{}\n", mistake.sentence()));
    }
    out
}
