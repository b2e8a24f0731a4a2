//! `export FILE`: all entries as a workbook with one sheet per kind (xlsx), or one kind as a table (csv), for people who
//! would rather work in a spreadsheet. [`super::import`] takes it back; unchanged, it changes no byte.

use std::path::Path;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::sheet::column::{Column, SLUG, columns_of};
use super::sheet::content::shown;
use super::sheet::edit::writes_body;
use super::sheet::site::{Content, File, load};
use crate::disk::{Disk, Fault};
use crate::model::{Date, Kind};
use crate::parse::{Document, Node, Value};
use crate::schema::{Field, FieldKind, Visibility};

/// Characters that fit into a cell of Excel.
pub const CELL_MAX: usize = 32_767;
/// Stands in a cell whose text does not fit; an import leaves such a field as it is.
pub const TOO_LONG: &str = "(terlalu panjang untuk sel; ubah langsung di berkasnya)";

/// What to write.
#[derive(Debug, Clone)]
pub struct Options {
    /// Only this kind. A CSV needs one.
    pub kind: Option<Kind>,
    /// The day; it becomes the date inside the workbook.
    pub today: Date,
}

/// The cells of a kind: one row per entry, texts only.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// Its kind.
    pub kind: Kind,
    /// Slug and texts of each entry, by [`columns_of`].
    pub rows: Vec<(String, Vec<String>)>,
}

/// Writes `file`.
///
/// # Errors
/// A sentence: wrong ending, no kind for a CSV, or the machine's own failure.
pub fn run(disk: &dyn Disk, file: &Path, options: &Options) -> Result<Vec<(Kind, usize)>, String> {
    let content = load(disk, options.today).map_err(|fault: Fault| fault.to_string())?;
    let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let kinds: Vec<Kind> = options.kind.map_or_else(|| Kind::ALL.to_vec(), |kind| vec![kind]);
    let listings: Vec<Listing> = kinds.into_iter().map(|kind| listing(&content, kind)).collect();
    let bytes = match (ending.as_str(), listings.as_slice()) {
        ("xlsx", listings) => workbook(&content, listings, options.today).map_err(|error| error.to_string())?,
        ("csv", [one]) => table(one),
        ("csv", _) => {
            return Err(
                "Berkas CSV hanya memuat satu jenis entri. Tambahkan --kind, misalnya --kind produk.".to_owned()
            );
        }
        _ => return Err(format!("“{}” bukan .xlsx atau .csv.", file.display())),
    };
    super::sheet::review::save(file, &bytes)?;
    Ok(listings.iter().map(|listing| (listing.kind, listing.rows.len())).collect())
}

/// The cells of all entries of a kind, in the order of their slugs.
pub fn listing(content: &Content, kind: Kind) -> Listing {
    let columns = columns_of(kind);
    let row = |entry: &crate::discover::EntrySource| {
        let (main, english) = content.halves(entry)?;
        (!main.document.broken).then(|| (entry.slug.to_string(), cells(&columns, main, english)))
    };
    Listing { kind, rows: content.entries(kind).filter_map(row).collect() }
}

/// The texts of one entry.
pub fn cells(columns: &[Column], main: &File, english: Option<&File>) -> Vec<String> {
    columns.iter().map(|column| cell_of(column, &main.document, english.map(|file| &file.document))).collect()
}

/// The text of one field as a cell shows it.
pub fn cell_of(column: &Column, main: &Document, english: Option<&Document>) -> String {
    let (document, inside) = match (column.english, english) {
        (true, Some(english)) => (english, None),
        (true, None) => (main, Some("en")),
        (false, _) => (main, None),
    };
    if column.is_body() && inside.is_none() && writes_body(document) {
        return document.body.as_ref().map_or_else(String::new, |body| body.text.trim().replace("\r\n", "\n"));
    }
    node_at(document, inside, &column.path)
        .map_or_else(String::new, |node| shown(&column.field.kind, node).replace("\r\n", "\n"))
}

/// The value at a path.
pub fn node_at<'a>(document: &'a Document, inside: Option<&str>, path: &[&str]) -> Option<&'a Node> {
    let mut pairs = &document.fields;
    let mut names = inside.into_iter().chain(path.iter().copied()).peekable();
    while let Some(name) = names.next() {
        let node = &pairs.iter().find(|pair| pair.key == name)?.node;
        if names.peek().is_none() {
            return Some(node);
        }
        let Value::Map(inner) = &node.value else { return None };
        pairs = inner;
    }
    None
}

/// A kind as CSV: semicolons and a byte order mark, as Excel with Indonesian settings expects.
pub fn table(listing: &Listing) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(vec![0xEF, 0xBB, 0xBF]);
    let columns = columns_of(listing.kind);
    let head = std::iter::once(SLUG.to_owned()).chain(columns.iter().map(Column::key));
    // Writing to memory does not fail.
    let _ = writer.write_record(head);
    for (slug, cells) in &listing.rows {
        let _ = writer.write_record(std::iter::once(slug.clone()).chain(cells.iter().map(|cell| guarded(cell))));
    }
    writer.into_inner().unwrap_or_default()
}

/// A spreadsheet takes texts that begin like this for formulas; the apostrophe stops it, and the import removes it.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\'']) { format!("'{cell}") } else { cell.to_owned() }
}

/// The workbook.
///
/// # Errors
/// Only when a sheet breaks a limit of the format.
pub fn workbook(content: &Content, listings: &[Listing], today: Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(today.year() as u16, today.month(), today.day())?;
    book.set_properties(&DocProperties::new().set_title("Isi etalase").set_creation_datetime(&created));
    let mut choices = Choices::default();
    let mut sheets = vec![guide()?];
    for listing in listings {
        sheets.push(sheet(content, listing, &mut choices)?);
    }
    sheets.push(choices.sheet()?);
    for sheet in sheets {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer()
}

/// The page of instructions.
fn guide() -> Result<Worksheet, XlsxError> {
    let lines = [
        "Cara memakai berkas ini",
        "",
        "1. Tiap lembar memuat satu jenis entri, tiap baris satu entri.",
        "2. Kolom “slug” adalah nama entri di alamat situs. Jangan diubah; untuk entri baru boleh dikosongkan.",
        "3. Kolom berlatar oranye wajib diisi. Kolom berlatar abu-abu tidak pernah tampil di situs.",
        "4. Kolom berlatar biru tampil hanya bila pemilik mengizinkannya (kolom “persetujuan.lingkup”).",
        "5. Arahkan penunjuk ke judul kolom untuk melihat penjelasan dan contoh.",
        "6. Beberapa isi dalam satu sel dipisahkan titik koma: kayu jati; kaca 2 mm.",
        "7. Daftar izin, foto, dan sejenisnya: satu baris per izin (Alt+Enter), bagiannya dipisahkan garis tegak: jenis: pirt | nomor: …",
        "8. Sel yang dikosongkan tidak menghapus apa pun. Untuk menghapus, ubah berkas entrinya.",
        "9. Setelah selesai, simpan lalu jalankan impor dengan --dry-run lebih dulu untuk melihat apa yang akan berubah.",
    ];
    let mut sheet = Worksheet::new();
    sheet.set_name("Petunjuk")?.set_column_width(0, 110)?;
    let (bold, plain) = (Format::new().set_bold().set_font_size(14), Format::new().set_text_wrap());
    for (row, line) in lines.iter().enumerate() {
        sheet.write_string_with_format(row as u32, 0, *line, if row == 0 { &bold } else { &plain })?;
    }
    Ok(sheet)
}

/// Rows that stay free below the entries, with their drop-downs.
const SPARE_ROWS: u32 = 500;
/// Row of the names for the machine; the one above has those for people.
const KEY_ROW: u32 = 1;

fn sheet(content: &Content, listing: &Listing, choices: &mut Choices) -> Result<Worksheet, XlsxError> {
    let columns = columns_of(listing.kind);
    let mut sheet = Worksheet::new();
    sheet.set_name(listing.kind.folder())?;
    let key =
        Format::new().set_font_size(9).set_font_color(Color::RGB(0x0066_6666)).set_border_bottom(FormatBorder::Thin);
    let head = |background: u32| {
        Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(background))
    };
    sheet.write_string_with_format(0, 0, "Nama di alamat", &head(0x00EE_EEEE))?;
    sheet.write_string_with_format(KEY_ROW, 0, SLUG, &key)?.set_column_width(0, 28)?;
    let last = KEY_ROW + listing.rows.len() as u32 + SPARE_ROWS;
    for (at, column) in columns.iter().enumerate() {
        let at = at as u16 + 1;
        let title = if column.required { format!("{} *", column.title) } else { column.title.clone() };
        sheet.write_string_with_format(0, at, &title, &head(background(column)))?;
        sheet.write_string_with_format(KEY_ROW, at, column.key(), &key)?;
        sheet.set_column_width(at, width(&column.field.kind))?;
        sheet.insert_note(0, at, &note(column))?;
        if let Some(list) = choices.of(content, column.field) {
            sheet.add_data_validation(KEY_ROW + 1, at, last, at, &list)?;
        }
    }
    for (row, (slug, cells)) in listing.rows.iter().enumerate() {
        let row = KEY_ROW + 1 + row as u32;
        sheet.write_string(row, 0, slug)?;
        for (at, (cell, column)) in cells.iter().zip(&columns).enumerate() {
            write_cell(&mut sheet, row, at as u16 + 1, cell, &column.field.kind)?;
        }
    }
    sheet.set_freeze_panes(KEY_ROW + 1, 2)?;
    sheet.autofilter(KEY_ROW, 0, KEY_ROW + (listing.rows.len() as u32).max(1), columns.len() as u16)?;
    Ok(sheet)
}

fn background(column: &Column) -> u32 {
    match column.visibility {
        Visibility::Private => 0x00DD_DDDD,
        Visibility::Consent(_) | Visibility::Coarse(_) => 0x00D6_E9F8,
        Visibility::Public if column.required => 0x00FF_E0B2,
        Visibility::Public => 0x00F2_F2F2,
    }
}

fn width(kind: &FieldKind) -> u16 {
    match kind {
        FieldKind::Prose => 60,
        FieldKind::Text { max, .. } if *max > 120 => 50,
        FieldKind::Text { .. } | FieldKind::TextOr(_) => 28,
        FieldKind::List(..) | FieldKind::Variants => 36,
        FieldKind::Link | FieldKind::Url | FieldKind::Email => 30,
        FieldKind::Flag | FieldKind::Whole { .. } | FieldKind::Days => 10,
        _ => 16,
    }
}

fn note(column: &Column) -> Note {
    let field = column.field;
    let mut lines = vec![column.title.clone()];
    if column.required {
        lines.push("Wajib diisi.".to_owned());
    }
    if !field.help.is_empty() {
        lines.push(field.help.to_owned());
    }
    if let Some(choices) = field.choices() {
        let words: Vec<String> = choices.iter().map(|choice| format!("{} = {}", choice.value, choice.id)).collect();
        lines.push(format!("Pilihan: {}", words.join("; ")));
    }
    if !field.example.is_empty() {
        lines.push(format!("Contoh: {}", example(field.example)));
    }
    match column.visibility {
        Visibility::Private => lines.push("Tidak pernah tampil di situs.".to_owned()),
        Visibility::Consent(scope) | Visibility::Coarse(scope) => {
            lines.push(format!("Tampil hanya bila persetujuan mencakup “{}”.", scope.word()));
        }
        Visibility::Public => {}
    }
    let height = 40 + lines.iter().map(|line| 18 * (line.chars().count() as u32 / 38 + 1)).sum::<u32>();
    Note::new(lines.join("\n")).add_author_prefix(false).set_width(260).set_height(height)
}

/// Examples are written as YAML; a cell needs no brackets and quotes.
fn example(example: &str) -> String {
    example.trim_start_matches('[').trim_end_matches(']').trim_matches('"').replace(", ", "; ")
}

/// Whole prices and numbers as numbers, days as days, all else as text, so that no zero and no hyphen is lost.
fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &str, kind: &FieldKind) -> Result<(), XlsxError> {
    if cell.is_empty() {
        return Ok(());
    }
    let number = cell.parse::<u32>().ok().filter(|number| number.to_string() == cell);
    let day = Date::parse_iso(cell).filter(|day| day.year() >= 1900 && matches!(kind, FieldKind::Date));
    let counted = matches!(kind, FieldKind::Price | FieldKind::Rupiah | FieldKind::Whole { .. });
    if let (Some(number), true) = (number, counted) {
        let form = if matches!(kind, FieldKind::Whole { .. }) { "0" } else { "#,##0" };
        sheet.write_number_with_format(row, column, f64::from(number), &Format::new().set_num_format(form))?;
    } else if let Some(day) = day {
        let value = ExcelDateTime::from_ymd(day.year() as u16, day.month(), day.day())?;
        sheet.write_datetime_with_format(row, column, &value, &Format::new().set_num_format("yyyy-mm-dd"))?;
    } else {
        let text = if cell.chars().count() > CELL_MAX { TOO_LONG } else { cell };
        let form = Format::new().set_num_format("@").set_align(FormatAlign::Top);
        let form = if text.contains('\n') { form.set_text_wrap() } else { form };
        sheet.write_string_with_format(row, column, text, &form)?;
    }
    Ok(())
}

/// Lists for drop-downs, which stand on a sheet of their own.
#[derive(Default)]
struct Choices {
    lists: Vec<(String, Vec<String>)>,
}

impl Choices {
    /// The drop-down of a field, if it has one.
    fn of(&mut self, content: &Content, field: &Field) -> Option<DataValidation> {
        let kind = &field.kind;
        let categories = content.tables.categories.rows();
        let (name, words): (String, Vec<String>) = match kind {
            FieldKind::Choice(choices) => {
                let words: Vec<String> = choices.iter().map(|choice| choice.value.to_owned()).collect();
                (words.join(","), words)
            }
            FieldKind::Flag => ("ya,tidak".to_owned(), vec!["ya".to_owned(), "tidak".to_owned()]),
            FieldKind::Category if field.name == "jenis_usaha" => {
                let tops = categories.iter().filter(|row| row.parent.is_none());
                ("jenis_usaha".to_owned(), tops.map(|row| row.slug.clone()).collect())
            }
            // A product lies in a category without finer ones.
            FieldKind::Category => {
                let leaves = content.tables.categories.iter();
                let leaves = leaves.filter(|(id, _)| !categories.iter().any(|row| row.parent == Some(*id)));
                ("kategori".to_owned(), leaves.map(|(_, row)| row.slug.clone()).collect())
            }
            FieldKind::Unit => {
                ("satuan".to_owned(), content.tables.units.rows().iter().map(|row| row.slug.clone()).collect())
            }
            FieldKind::District => (
                "kecamatan".to_owned(),
                content.tables.places.districts.iter().map(|district| district.name.clone()).collect(),
            ),
            FieldKind::Village => {
                let villages = content.tables.places.districts.iter().flat_map(|district| &district.villages);
                ("kelurahan".to_owned(), villages.map(|village| village.name.clone()).collect())
            }
            FieldKind::Reference(kind) => {
                (kind.folder().to_owned(), content.entries(*kind).map(|entry| entry.slug.to_string()).collect())
            }
            _ => return None,
        };
        if words.is_empty() {
            return None;
        }
        // A list that is not complete must not forbid anything: the import knows more words than these.
        let list = DataValidation::new().set_error_style(DataValidationErrorStyle::Warning);
        let list = list.set_error_message("Isi ini tidak ada dalam daftar. Tetap pakai?").ok()?;
        if matches!(kind, FieldKind::Flag | FieldKind::Choice(_)) && name.chars().count() <= 255 {
            return list.allow_list_strings(&words).ok();
        }
        let at = self.lists.iter().position(|(other, _)| *other == name).unwrap_or_else(|| {
            self.lists.push((name, words.clone()));
            self.lists.len() - 1
        });
        let column = super::sheet::grid::column_name(at as u32);
        Some(list.allow_list_formula(Formula::new(format!("=Pilihan!${column}$2:${column}${}", words.len() + 1))))
    }

    fn sheet(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name("Pilihan")?.set_hidden(true);
        for (column, (name, words)) in self.lists.iter().enumerate() {
            sheet.write_string_with_format(0, column as u16, name, &Format::new().set_bold())?;
            for (row, word) in words.iter().enumerate() {
                sheet.write_string(row as u32 + 1, column as u16, word)?;
            }
        }
        Ok(sheet)
    }
}
