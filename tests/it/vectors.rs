//! The tables in `tests/vectors/`: what people write, and what the readers of values make of it.

use std::fmt::Write;

use etalase::diagnostic::{Level, Read};
use etalase::model::private::scan_private;
use etalase::model::{Bpom, Date, Halal, Link, LinkKind, Nib, Phone, Pirt, Price, Scalar};

/// A line of a table, by the names of its columns.
struct Row<'a> {
    columns: &'a [&'a str],
    cells: Vec<String>,
}

impl Row<'_> {
    fn get(&self, column: &str) -> &str {
        let index =
            self.columns.iter().position(|name| *name == column).unwrap_or_else(|| panic!("no column {column}"));
        &self.cells[index]
    }

    fn scalar(&self) -> Scalar<'_> {
        Scalar { text: self.get("input"), quoted: self.get("yaml") == "quoted" }
    }
}

/// What a reader made of a line: level, value and code, as they stand in the table.
type Outcome = (String, String, String);

fn outcome<T>(read: Read<T>, show: impl Fn(&T) -> String) -> Outcome {
    match read {
        Err(finding) => {
            assert_eq!(finding.code.level(), Level::Error, "{} refuses, so it must be an error", finding.code);
            ("error".into(), "-".into(), finding.code.to_string())
        }
        Ok(reading) => {
            let codes: Vec<&str> = reading.remarks.iter().map(|finding| finding.code.as_str()).collect();
            let level = if codes.is_empty() { "-" } else { "warning" };
            for remark in &reading.remarks {
                assert_ne!(remark.code.level(), Level::Error, "{} is no remark", remark.code);
            }
            let codes = if codes.is_empty() { "-".into() } else { codes.join(" ") };
            (level.into(), show(&reading.value), codes)
        }
    }
}

/// Runs a table; every line that comes out otherwise is told.
fn run(table: &str, read: impl Fn(&Row) -> Outcome) {
    let mut lines = table.lines().filter(|line| !line.starts_with('#'));
    let columns: Vec<&str> = lines.next().expect("a line of column names").split('\t').collect();
    let mut wrong = String::new();
    let mut count = 0;
    for line in lines {
        let row = Row { columns: &columns, cells: line.split('\t').map(unescape).collect() };
        assert_eq!(row.cells.len(), columns.len(), "{line}");
        let expected = (row.get("level").to_owned(), row.get("value").to_owned(), row.get("code").to_owned());
        let found = read(&row);
        count += 1;
        if found != expected {
            let _ = writeln!(wrong, "{line}\n  gave {found:?}");
        }
    }
    assert!(count > 0, "the table is empty");
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Turns `\u{200e}` into the character.
fn unescape(cell: &str) -> String {
    let mut out = String::new();
    let mut rest = cell;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (hex, after) = after.split_once('}').expect("a closing brace");
        out.push_str(before);
        out.push(u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).expect("a character"));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[test]
fn whatsapp_numbers() {
    run(include_str!("../vectors/whatsapp.tsv"), |row| {
        outcome(Phone::read(row.get("input")), |phone| phone.digits().to_owned())
    });
}

#[test]
fn prices() {
    run(include_str!("../vectors/price.tsv"), |row| outcome(Price::read(row.scalar()), |price| price.source()));
}

#[test]
fn home_food_permits() {
    let today = Date::new(2026, 11, 24).expect("a day");
    run(include_str!("../vectors/pirt.tsv"), |row| outcome(Pirt::read(row.get("input"), today), Pirt::to_string));
}

#[test]
fn halal_certificates() {
    run(include_str!("../vectors/halal.tsv"), |row| outcome(Halal::read(row.get("input")), Halal::to_string));
}

#[test]
fn food_and_drug_registrations() {
    run(include_str!("../vectors/bpom.tsv"), |row| outcome(Bpom::read(row.get("input")), Bpom::to_string));
}

#[test]
fn business_numbers() {
    run(include_str!("../vectors/nib.tsv"), |row| outcome(Nib::read(row.get("input")), Nib::to_string));
}

#[test]
fn links() {
    run(include_str!("../vectors/link.tsv"), |row| {
        let kind =
            LinkKind::shop(row.get("kind")).or_else(|| LinkKind::contact(row.get("kind"))).expect("a kind of link");
        outcome(Link::read(kind, row.get("input")), |link| link.address().to_owned())
    });
}

#[test]
fn identity_cards_in_text() {
    run(include_str!("../vectors/identity_card.tsv"), |row| {
        let card = scan_private(row.get("input")).into_iter().find(|(_, finding)| finding.code.as_str() == "PDP-NIK");
        match card {
            Some((_, finding)) => outcome::<()>(Err(finding), |()| String::new()),
            None => ("-".into(), "-".into(), "-".into()),
        }
    });
}
