//! A spreadsheet file to [`Grid`]s: xlsx, ods, csv. What cannot be read is told in one sentence.

use std::io::Cursor;

use calamine::{Data, DataRef, Ods, Reader, Xlsx};

use super::grid::{Cell, Grid};
use crate::limits;
use crate::model::{Date, Moment};

/// Sheets that hold no entries: those that an export adds for its readers.
pub const OWN_SHEETS: [&str; 2] = ["Petunjuk", "Pilihan"];

/// Reads all sheets of a file.
///
/// # Errors
/// A sentence in Indonesian that says what to do about the file.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, String> {
    if bytes.len() as u64 > limits::SHEET_BYTES_MAX {
        let (size, most) = (bytes.len() / 1024 / 1024, limits::SHEET_BYTES_MAX / 1024 / 1024);
        return Err(format!(
            "Berkas “{name}” terlalu besar ({size} MB, paling besar {most} MB). Bagi menjadi beberapa berkas."
        ));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(format!("Berkas “{name}” kosong."));
    }
    let mut grids = match form(name, bytes)? {
        Form::Xlsx => xlsx(name, bytes)?,
        Form::Ods => ods(name, bytes)?,
        Form::Csv => vec![csv(name, bytes)?],
    };
    grids.retain(|grid| !OWN_SHEETS.contains(&grid.name.as_str()));
    if grids.iter().all(|grid| grid.rows.is_empty()) {
        return Err(format!("Berkas “{name}” tidak berisi satu baris pun. Pastikan lembar yang benar sudah disimpan."));
    }
    Ok(grids)
}

enum Form {
    Xlsx,
    Ods,
    Csv,
}

/// What a file is, by its first bytes and only then by its name.
fn form(name: &str, bytes: &[u8]) -> Result<Form, String> {
    let ending = name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase());
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        return Err(if bytes.windows(wide.len()).any(|window| window == wide) {
            format!(
                "Berkas “{name}” dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya (Berkas > Info > Proteksi), simpan, lalu coba lagi."
            )
        } else {
            format!(
                "Berkas “{name}” memakai bentuk lama (.xls, Excel 97–2003). Buka di Excel, pilih “Simpan sebagai”, lalu pilih “Buku Kerja Excel (.xlsx)”."
            )
        });
    }
    if bytes.starts_with(b"PK") {
        let parts = zip_parts(bytes).ok_or_else(|| damaged(name))?;
        if parts.iter().map(|part| part.size).sum::<u64>() > limits::SHEET_UNPACKED_MAX {
            return Err(format!("Isi berkas “{name}” terlalu besar. Bagi menjadi beberapa berkas."));
        }
        if ending == "xlsm" || parts.iter().any(|part| part.name.ends_with("vbaProject.bin")) {
            return Err(format!(
                "Berkas “{name}” memuat makro. Demi keamanan berkas bermakro tidak dibuka; simpan sebagai “Buku Kerja Excel (.xlsx)” tanpa makro."
            ));
        }
        return match parts.iter().any(|part| part.name == "content.xml") {
            true => Ok(Form::Ods),
            false if parts.iter().any(|part| part.name.starts_with("xl/") && !part.name.ends_with(".bin")) => {
                Ok(Form::Xlsx)
            }
            false => Err(unknown(name)),
        };
    }
    match ending.as_str() {
        "csv" | "tsv" | "txt" => Ok(Form::Csv),
        "xlsx" | "ods" => Err(damaged(name)),
        "xls" => Err(format!(
            "Berkas “{name}” bukan berkas Excel yang sebenarnya. Buka di Excel, pilih “Simpan sebagai”, lalu pilih “Buku Kerja Excel (.xlsx)”."
        )),
        _ => Err(unknown(name)),
    }
}

fn damaged(name: &str) -> String {
    format!("Berkas “{name}” rusak atau belum selesai diunduh. Buka dan simpan ulang di Excel atau LibreOffice.")
}

fn unknown(name: &str) -> String {
    format!("Berkas “{name}” bukan lembar kerja yang dikenal. Yang dapat dibaca: .xlsx, .ods, dan .csv.")
}

/// A file inside a zip file.
struct ZipPart {
    name: String,
    size: u64,
}

/// The list of contents at the end of a zip file, read before anything is unpacked.
fn zip_parts(bytes: &[u8]) -> Option<Vec<ZipPart>> {
    let short = |at: usize| Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?) as usize);
    let long = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize);
    let from = bytes.len().saturating_sub(66_000);
    let end = from + bytes.get(from..)?.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let (count, mut at) = (short(end + 10)?, long(end + 16)?);
    let mut parts = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let (name, extra, comment) = (short(at + 28)?, short(at + 30)?, short(at + 32)?);
        let text = String::from_utf8_lossy(bytes.get(at + 46..at + 46 + name)?).into_owned();
        parts.push(ZipPart { name: text, size: long(at + 24)? as u64 });
        at += 46 + name + extra + comment;
    }
    Some(parts)
}

fn too_large(sheet: &str) -> String {
    format!(
        "Lembar “{sheet}” terlalu besar: paling banyak {} baris dan {} kolom. Hapus baris dan kolom kosong yang pernah diisi, atau bagi berkasnya.",
        limits::SHEET_ROWS_MAX,
        limits::SHEET_COLUMNS_MAX
    )
}

/// Cells are streamed: a stray cell in the far corner of a sheet must not cost its whole area in memory.
fn xlsx(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged(name))?;
    let sheets: Vec<String> = book.sheet_names();
    let mut grids = Vec::new();
    let mut total = 0;
    for sheet in sheets {
        let Ok(mut reader) = book.worksheet_cells_reader(&sheet) else { continue };
        let mut grid = Grid { name: sheet.clone(), ..Grid::default() };
        while let Some(cell) = reader.next_cell_with_formula().map_err(|_| damaged(name))? {
            let (row, column) = cell.pos;
            let Some(value) = from_xlsx(cell.value, cell.formula.is_some()) else { continue };
            total += 1;
            if row >= limits::SHEET_ROWS_MAX || column >= limits::SHEET_COLUMNS_MAX || total > limits::SHEET_CELLS_MAX {
                return Err(too_large(&sheet));
            }
            grid.put(row, column, value);
        }
        drop(reader);
        let merged = book.merge_cells_by_sheet_name(&sheet).unwrap_or_default();
        merged.iter().for_each(|area| spread(&mut grid, area.start, area.end));
        grids.push(grid);
    }
    Ok(grids)
}

fn from_xlsx(value: DataRef<'_>, formula: bool) -> Option<Cell> {
    let cell = from_data(Data::from(value));
    if cell.is_none() && formula { Some(Cell::Formula) } else { cell }
}

/// Gives every cell of a merged area the value that is shown there once. One row high or one column wide only: a block is
/// a picture frame, not data.
fn spread(grid: &mut Grid, start: (u32, u32), end: (u32, u32)) {
    let (rows, columns) = (end.0.saturating_sub(start.0) + 1, end.1.saturating_sub(start.1) + 1);
    if rows > 5_000 || columns > 200 || (rows > 1 && columns > 1) {
        return;
    }
    let Some(cell) = grid.get(start.0, start.1).cloned() else { return };
    for row in start.0..=end.0 {
        for column in start.1..=end.1 {
            if grid.get(row, column).is_none() {
                grid.put(row, column, cell.clone());
            }
        }
    }
}

fn ods(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, String> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| {
        let words = format!("{error:?}").to_lowercase();
        if words.contains("password") || words.contains("crypt") {
            format!("Berkas “{name}” dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu coba lagi.")
        } else {
            damaged(name)
        }
    })?;
    let mut grids = Vec::new();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).map_err(|_| damaged(name))?;
        let formulas = book.worksheet_formula(&sheet).unwrap_or_else(|_| calamine::Range::empty());
        let (top, left) = range.start().unwrap_or_default();
        let mut grid = Grid { name: sheet.clone(), ..Grid::default() };
        for (row, column, value) in range.used_cells() {
            let (row, column) = (top + row as u32, left + column as u32);
            if row >= limits::SHEET_ROWS_MAX || column >= limits::SHEET_COLUMNS_MAX {
                return Err(too_large(&sheet));
            }
            if let Some(cell) = from_data(value.clone()) {
                grid.put(row, column, cell);
            }
        }
        let (top, left) = formulas.start().unwrap_or_default();
        for (row, column, _) in formulas.used_cells() {
            let (row, column) = (top + row as u32, left + column as u32);
            if grid.get(row, column).is_none() && row < limits::SHEET_ROWS_MAX && column < limits::SHEET_COLUMNS_MAX {
                grid.put(row, column, Cell::Formula);
            }
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn from_data(value: Data) -> Option<Cell> {
    match value {
        Data::Empty => None,
        Data::String(text) => Cell::text(&text),
        Data::Int(number) => Some(Cell::Number(number as f64)),
        Data::Float(number) => Some(Cell::Number(number)),
        Data::Bool(flag) => Some(Cell::Flag(flag)),
        Data::DateTime(when) if when.is_duration() => Some(Cell::Number(when.as_f64())),
        Data::DateTime(when) => from_parts(when.as_f64(), when.to_ymd_hms_milli()),
        Data::DateTimeIso(text) => from_iso(&text),
        Data::DurationIso(text) => Cell::text(&text),
        Data::Error(error) => Some(Cell::Fault(error.to_string())),
    }
}

fn from_parts(serial: f64, (year, month, day, hour, minute, ..): (u16, u8, u8, u8, u8, u8, u16)) -> Option<Cell> {
    let minutes = u16::from(hour) * 60 + u16::from(minute);
    if serial < 1.0 {
        return Some(Cell::Clock(minutes));
    }
    let Some(date) = Date::new(i32::from(year), month, day) else { return Some(Cell::Number(serial)) };
    if minutes == 0 { Some(Cell::Day(date)) } else { Moment::new(date, minutes).map(Cell::Moment) }
}

/// `2026-02-01` or `2026-02-01T09:30:00`, as ODS keeps them.
fn from_iso(text: &str) -> Option<Cell> {
    let (day, clock) = text.split_once('T').unwrap_or((text, "00:00"));
    let Some(date) = Date::parse_iso(day) else { return Cell::text(text) };
    let mut parts = clock.split(':').map(|part| part.parse::<u16>().unwrap_or(0));
    let minutes = parts.next().unwrap_or(0) * 60 + parts.next().unwrap_or(0);
    if minutes == 0 { Some(Cell::Day(date)) } else { Moment::new(date, minutes).map(Cell::Moment) }
}

/// A table as text. Comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252.
fn csv(name: &str, bytes: &[u8]) -> Result<Grid, String> {
    // Line breaks of one kind, so that lines can be counted.
    let text = decode(bytes).replace("\r\n", "\n");
    if text.contains('\u{0}') {
        return Err(unknown(name));
    }
    let (separator, text) = separator(&text);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let mut grid = Grid { name: stem.to_owned(), untyped: true, ..Grid::default() };
    // Rows are counted as a spreadsheet shows them: blank lines count, line breaks inside a field do not.
    let mut inner_breaks = 0;
    for record in reader.records() {
        let record = record.map_err(|_| damaged(name))?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = u32::try_from(line.saturating_sub(1 + inner_breaks)).unwrap_or(u32::MAX);
        inner_breaks +=
            record.iter().map(|field| field.bytes().filter(|byte| *byte == b'\n').count() as u64).sum::<u64>();
        if row >= limits::SHEET_ROWS_MAX || record.len() as u32 > limits::SHEET_COLUMNS_MAX {
            return Err(too_large(stem));
        }
        for (column, field) in record.iter().enumerate() {
            if let Some(cell) = Cell::text(unguarded(field)) {
                grid.put(row, column as u32, cell);
            }
        }
    }
    Ok(grid)
}

/// An export guards texts that a spreadsheet would take for formulas with an apostrophe.
fn unguarded(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\'']) => rest,
        _ => field,
    }
}

fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

/// The mark between fields: said by `sep=;`, else the one that the first lines have most of, outside of quotes.
fn separator(text: &str) -> (u8, &str) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(mark) = rest.bytes().next()
        && let Some((_, rest)) = rest.split_once('\n')
    {
        return (mark, rest);
    }
    let mut counts = [0_usize; 3];
    let mut quoted = false;
    for byte in text.bytes().take(20_000) {
        match byte {
            b'"' => quoted = !quoted,
            b';' if !quoted => counts[0] += 1,
            b',' if !quoted => counts[1] += 1,
            b'\t' if !quoted => counts[2] += 1,
            _ => {}
        }
    }
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let [semicolons, commas, tabs] = counts;
    // Commas also stand in prose and prices; semicolons in the head of a table are hardly ever anything else.
    if first.contains(';') && semicolons * 2 >= commas {
        (b';', text)
    } else if tabs > commas {
        (b'\t', text)
    } else if commas > 0 {
        (b',', text)
    } else {
        (b';', text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_told_apart() {
        assert_eq!(separator("nama;harga\nA;1,5\n").0, b';');
        assert_eq!(separator("nama,harga\n\"A; B\",1\n").0, b',');
        assert_eq!(separator("sep=\t\na\tb").0, b'\t');
    }

    #[test]
    fn windows_letters_are_read() {
        let grid = csv("a.csv", b"Nama;Harga\nCaf\xe9;\"Rp\x2012.500\"\n").unwrap();
        assert_eq!(grid.get(1, 0), Some(&Cell::Text("Café".into())));
    }
}
