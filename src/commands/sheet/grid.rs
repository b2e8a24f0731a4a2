//! A sheet as it was filled in: cells by row and column, nothing understood yet.

use std::collections::BTreeMap;

use crate::model::{Date, Moment};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text, trimmed.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// A day, as Excel keeps it.
    Day(Date),
    /// A day with a time of day.
    Moment(Moment),
    /// A time without a day, minutes from midnight.
    Clock(u16),
    /// A formula whose result is not in the file.
    Formula,
    /// An error of the spreadsheet, such as `#REF!`.
    Fault(String),
}

impl Cell {
    /// The text as a person sees it, whatever the cell holds.
    pub fn shown(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => plain_number(*number),
            Cell::Flag(flag) => if *flag { "ya" } else { "tidak" }.to_owned(),
            Cell::Day(day) => day.to_string(),
            Cell::Moment(moment) => moment.iso().chars().take(16).collect(),
            Cell::Clock(minutes) => format!("{:02}.{:02}", minutes / 60, minutes % 60),
            Cell::Formula => String::new(),
            Cell::Fault(name) => name.clone(),
        }
    }

    /// A text cell, unless nothing is in it.
    pub fn text(text: &str) -> Option<Cell> {
        let text = tidy(text);
        if text.is_empty() { None } else { Some(Cell::Text(text)) }
    }
}

/// A number without exponent, and without a fraction when it has none.
pub fn plain_number(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{}", number as i64);
    }
    // What a sum leaves behind (0.1 + 0.2) is no part of what was meant.
    let text = format!("{number:.10}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Line breaks of one kind, no hard or invisible spaces, nothing around it.
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept =
        text.chars().filter(|letter| !matches!(letter, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{0}'));
    let kept: String = kept.map(|letter| if letter == '\u{a0}' || letter == '\t' { ' ' } else { letter }).collect();
    kept.trim().to_owned()
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// Its name; that of the file for a CSV.
    pub name: String,
    /// Filled cells by row, then column, both from 0.
    pub rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
    /// Were all cells text in the file (CSV)? Then zeros in front may be lost in any of them.
    pub untyped: bool,
}

impl Grid {
    /// The cell at a place.
    pub fn get(&self, row: u32, column: u32) -> Option<&Cell> {
        self.rows.get(&row)?.get(&column)
    }

    /// Fills a cell.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell) {
        self.rows.entry(row).or_default().insert(column, cell);
    }

    /// One past the last column that has anything.
    pub fn width(&self) -> u32 {
        self.rows.values().filter_map(|row| row.keys().next_back()).max().map_or(0, |last| last + 1)
    }
}

/// `A`, `B`, … `AA`: a column as spreadsheets name it.
pub fn column_name(column: u32) -> String {
    let mut rest = column;
    let mut name = Vec::new();
    loop {
        name.push(char::from(b'A' + (rest % 26) as u8));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    name.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_like_in_a_spreadsheet() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(column_name).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn numbers_are_written_out() {
        let shown: Vec<String> =
            [81_200_000_001.0, 82.5, 0.1 + 0.2, -6.334, 12_500.0].into_iter().map(plain_number).collect();
        assert_eq!(shown, ["81200000001", "82.5", "0.3", "-6.334", "12500"]);
    }
}
