//! The workbook that goes back to whoever filled it in: the same cells, wrong ones red, and beside each row what became of
//! it and why.

use std::collections::BTreeMap;
use std::path::Path;

use rust_xlsxwriter::{Color, Format, FormatAlign, Note, Workbook, Worksheet, XlsxError};

use super::grid::{Cell, Grid, plain_number};

/// Heading of the column with the outcome of each row. An import passes over it.
pub const OUTCOME: &str = "Hasil periksa";
/// Heading of the column with the reasons.
pub const REASONS: &str = "Catatan periksa";

/// What is to be said about a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Remark {
    /// What became of it, in a word.
    pub outcome: String,
    /// Did it fail?
    pub refused: bool,
    /// Reasons, one a line.
    pub reasons: Vec<String>,
    /// Cells to blame, with the reason for each.
    pub cells: BTreeMap<u32, String>,
}

/// What is to be said about a sheet: the row of its head, and remarks by row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Remarks {
    /// Row of the head, from 0.
    pub head: u32,
    /// Remarks by row, from 0.
    pub rows: BTreeMap<u32, Remark>,
}

/// The workbook; remarks by the name of the sheet.
///
/// # Errors
/// Only when a sheet breaks a limit of the format.
pub fn workbook(grids: &[Grid], remarks: &BTreeMap<String, Remarks>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    for (at, grid) in grids.iter().enumerate() {
        let nothing = Remarks::default();
        let sheet = sheet(grid, at, remarks.get(&grid.name).unwrap_or(&nothing))?;
        book.push_worksheet(sheet);
    }
    book.save_to_buffer()
}

struct Forms {
    plain: Format,
    wrong: Format,
    head: Format,
    good: Format,
    day: Format,
}

fn sheet(grid: &Grid, at: usize, remarks: &Remarks) -> Result<Worksheet, XlsxError> {
    let forms = Forms {
        plain: Format::new(),
        wrong: Format::new().set_background_color(Color::RGB(0x00FF_C7CE)).set_font_color(Color::RGB(0x009C_0006)),
        head: Format::new().set_bold().set_background_color(Color::RGB(0x00EE_EEEE)),
        good: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        day: Format::new().set_num_format("yyyy-mm-dd"),
    };
    let mut sheet = Worksheet::new();
    if sheet.set_name(&grid.name).is_err() {
        sheet.set_name(format!("Lembar {}", at + 1))?;
    }
    let (outcome, reasons) = (column_for(grid, remarks.head, OUTCOME, 0), column_for(grid, remarks.head, REASONS, 1));
    for (row, cells) in &grid.rows {
        let wrong = remarks.rows.get(row).map(|remark| &remark.cells);
        for (column, cell) in cells.iter().filter(|(column, _)| **column != outcome && **column != reasons) {
            let bad = wrong.is_some_and(|wrong| wrong.contains_key(column));
            write(&mut sheet, *row, *column, cell, if bad { &forms.wrong } else { &forms.plain }, &forms.day)?;
        }
    }
    if !remarks.rows.is_empty() {
        sheet.write_string_with_format(remarks.head, outcome as u16, OUTCOME, &forms.head)?;
        sheet.write_string_with_format(remarks.head, reasons as u16, REASONS, &forms.head)?;
        for column in (0..grid.width()).filter(|column| *column != outcome && *column != reasons) {
            sheet.set_column_width(column as u16, width_of(grid, column))?;
        }
        sheet.set_column_width(outcome as u16, 14)?.set_column_width(reasons as u16, REASON_LETTERS as f64)?;
        sheet.set_freeze_panes(remarks.head + 1, 0)?;
    }
    for (row, remark) in &remarks.rows {
        let form = if remark.refused { &forms.wrong } else { &forms.good };
        sheet.write_string_with_format(*row, outcome as u16, &remark.outcome, form)?;
        if !remark.reasons.is_empty() {
            // Not every program makes a row as high as its text by itself.
            sheet.set_row_height(*row, LINE_POINTS * lines_of(&remark.reasons).min(LINES_MAX) as f64)?;
            sheet.write_string_with_format(
                *row,
                reasons as u16,
                cut(&remark.reasons.join("\n"), 32_000),
                &forms.good,
            )?;
        }
        for (column, reason) in &remark.cells {
            if grid.get(*row, *column).is_none() {
                sheet.write_blank(*row, *column as u16, &forms.wrong)?;
            }
            sheet.insert_note(
                *row,
                *column as u16,
                &Note::new(cut(reason, 2_000)).add_author_prefix(false).set_width(260),
            )?;
        }
    }
    Ok(sheet)
}

/// Letters in a line of the column with the reasons.
const REASON_LETTERS: usize = 80;
/// Height of a line, and the most lines that a row of a spreadsheet can be high.
const LINE_POINTS: f64 = 15.0;
const LINES_MAX: usize = 27;
/// Letters that a column of cells is made wide for.
const LETTERS: std::ops::RangeInclusive<usize> = 8..=36;

/// Lines that the reasons take in their column.
fn lines_of(reasons: &[String]) -> usize {
    // Words are not broken, so a line holds somewhat less than its width.
    let lines = |reason: &String| reason.chars().count().div_ceil(REASON_LETTERS * 9 / 10).max(1);
    reasons.iter().map(lines).sum()
}

/// Wide enough for the longest text of a column, within reason.
fn width_of(grid: &Grid, column: u32) -> f64 {
    let texts = grid.rows.values().filter_map(|row| row.get(&column)).map(|cell| cell.shown().chars().count() + 1);
    texts.max().unwrap_or_default().clamp(*LETTERS.start(), *LETTERS.end()) as f64
}

/// The column of a heading: where an earlier check put it, else behind the last one.
fn column_for(grid: &Grid, head: u32, heading: &str, behind: u32) -> u32 {
    let earlier =
        |word: &str| grid.rows.get(&head)?.iter().find(|(_, cell)| cell.shown() == word).map(|(column, _)| *column);
    earlier(heading).unwrap_or_else(|| grid.width() + behind)
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u32,
    cell: &Cell,
    form: &Format,
    day: &Format,
) -> Result<(), XlsxError> {
    let column = column as u16;
    match cell {
        Cell::Number(number) if number.abs() < 1e11 => sheet.write_number_with_format(row, column, *number, form)?,
        Cell::Number(number) => sheet.write_string_with_format(row, column, plain_number(*number), form)?,
        Cell::Flag(flag) => sheet.write_boolean_with_format(row, column, *flag, form)?,
        Cell::Day(date) => {
            let value = rust_xlsxwriter::ExcelDateTime::from_ymd(date.year() as u16, date.month(), date.day())?;
            let form = if form == &Format::new() { day.clone() } else { form.clone().set_num_format("yyyy-mm-dd") };
            sheet.write_datetime_with_format(row, column, &value, &form)?
        }
        other => sheet.write_string_with_format(row, column, cut(&other.shown(), 32_000), form)?,
    };
    Ok(())
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// Writes a file under another name first, so that it is never half there.
///
/// # Errors
/// A sentence with the path.
pub fn save(file: &Path, bytes: &[u8]) -> Result<(), String> {
    save_all(&[(file.to_path_buf(), bytes)])
}

/// Writes the files of one entry: all under other names first, then each takes its place.
///
/// # Errors
/// A sentence with the path; what was not yet in its place is gone again.
#[expect(clippy::disallowed_methods, reason = "a command writes what it was asked for")]
pub fn save_all(files: &[(std::path::PathBuf, &[u8])]) -> Result<(), String> {
    let beside = |file: &Path| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        file.with_file_name(format!(".{name}.sementara"))
    };
    let write = || {
        for (file, bytes) in files {
            if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                std::fs::create_dir_all(folder).map_err(|error| (file, error))?;
            }
            std::fs::write(beside(file), bytes).map_err(|error| (file, error))?;
        }
        files.iter().try_for_each(|(file, _)| std::fs::rename(beside(file), file).map_err(|error| (file, error)))
    };
    write().map_err(|(file, error)| {
        files.iter().for_each(|(file, _)| drop(std::fs::remove_file(beside(file))));
        format!("gagal menulis {}: {error}", file.display())
    })
}
