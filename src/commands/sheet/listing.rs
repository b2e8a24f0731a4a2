//! A filled-in sheet to a listing: which row is the head, which column means what, which rows are entries.

use std::collections::BTreeMap;

use super::grid::{Cell, Grid};
use super::headers::{Headings, Meaning, folded, kind_named};
use super::shops;
use crate::model::Kind;

/// Rows at the top of a sheet among which the head is looked for: titles and logos stand above it.
const HEAD_SEARCH: usize = 30;

/// A filled cell and what it is for.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// Column of the sheet, from 0.
    pub column: u32,
    /// Key of the field, or one of [`super::headers::special`].
    pub key: String,
    /// What stands there.
    pub cell: Cell,
}

/// One entry of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Row of the sheet, from 0.
    pub row: u32,
    /// Filled cells.
    pub cells: Vec<Given>,
}

/// A sheet, understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// Name of the sheet.
    pub name: String,
    /// What its rows are.
    pub kind: Kind,
    /// Row of the head, from 0.
    pub head: u32,
    /// Columns in use: column, heading, key.
    pub used: Vec<(u32, String, String)>,
    /// Columns not in use, with their headings.
    pub unused: Vec<(u32, String)>,
    /// Columns with data that must never be kept.
    pub forbidden: Vec<(u32, String)>,
    /// Rows that are entries.
    pub records: Vec<Record>,
    /// Did all cells come as text?
    pub untyped: bool,
}

/// What the caller knows about the sheets.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hints {
    /// All sheets are of this kind.
    pub kind: Option<Kind>,
    /// Heading (as written, or in small letters) to key; `-` leaves the column out.
    pub columns: BTreeMap<String, String>,
    /// Values for fields that have no column.
    pub values: BTreeMap<String, String>,
}

/// Understands a sheet. `None` when nothing in it looks like the head of a table.
pub fn understand(grid: &Grid, hints: &Hints) -> Option<Listing> {
    if hints.kind.is_none_or(|kind| kind == Kind::Product)
        && hints.columns.is_empty()
        && let Some(listing) = shops::understand(grid)
    {
        return Some(with_values(listing, hints));
    }
    let kinds: Vec<Kind> = match hints.kind.or_else(|| Kind::from_folder(&grid.name)) {
        Some(kind) => vec![kind],
        None => likely_kinds(&grid.name),
    };
    let mut best: Option<(usize, Kind, u32, Head)> = None;
    for kind in kinds {
        let headings = Headings::of(kind);
        for row in grid.rows.keys().copied().take(HEAD_SEARCH) {
            let head = read_head(grid, row, kind, &headings, hints);
            let score = head.used.len() * 2 + head.named.min(1);
            if head.used.len() >= 2 && best.as_ref().is_none_or(|(most, ..)| score > *most) {
                best = Some((score, kind, row, head));
            }
        }
    }
    let (_, kind, row, head) = best?;
    let records = records(grid, row, &head);
    let listing = Listing {
        name: grid.name.clone(),
        kind,
        head: row,
        used: head.used,
        unused: head.unused,
        forbidden: head.forbidden,
        records,
        untyped: grid.untyped,
    };
    Some(with_values(listing, hints))
}

/// Without a word about it, a sheet is one of the kinds that offices keep lists of. A name that speaks of one comes first.
fn likely_kinds(name: &str) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = kind_named(name).into_iter().collect();
    kinds.extend([Kind::Product, Kind::Business, Kind::Cooperative]);
    kinds.dedup();
    kinds
}

/// A row, read as the head of a table.
#[derive(Default)]
struct Head {
    used: Vec<(u32, String, String)>,
    unused: Vec<(u32, String)>,
    forbidden: Vec<(u32, String)>,
    /// Columns that say what the entry is called.
    named: usize,
}

fn read_head(grid: &Grid, row: u32, kind: Kind, headings: &Headings, hints: &Hints) -> Head {
    let mut head = Head::default();
    let mut doubtful: Vec<(u32, String, Vec<String>)> = Vec::new();
    for column in 0..grid.width() {
        let Some(heading) = heading_at(grid, row, column) else { continue };
        let mut meanings =
            hinted(hints, &heading).map_or_else(|| headings.meanings(kind, &heading), |meaning| vec![meaning]);
        if meanings == [Meaning::Unknown]
            && let Some(group) = group_above(grid, row, column)
        {
            meanings = headings.in_group(&group, &heading);
        }
        match meanings.as_slice() {
            [Meaning::Field(key)] => take(&mut head, column, heading, key),
            [Meaning::Forbidden] => head.forbidden.push((column, heading)),
            [Meaning::Nothing] => {}
            [Meaning::Unknown] | [] => head.unused.push((column, heading)),
            several => doubtful.push((column, heading, several.iter().filter_map(key_of).collect())),
        }
    }
    // "Nama" is the owner's only where another column already names the business.
    for (column, heading, keys) in doubtful {
        let free = |key: &&String| !head.used.iter().any(|(_, _, taken)| taken == *key);
        match keys.iter().find(free).cloned() {
            Some(key) => take(&mut head, column, heading, &key),
            None => head.unused.push((column, heading)),
        }
    }
    head.used.sort();
    head.named = head.used.iter().filter(|(_, _, key)| matches!(key.as_str(), "nama" | "judul" | "slug")).count();
    head
}

fn key_of(meaning: &Meaning) -> Option<String> {
    if let Meaning::Field(key) = meaning { Some(key.clone()) } else { None }
}

/// The first column of a meaning counts.
fn take(head: &mut Head, column: u32, heading: String, key: &str) {
    if head.used.iter().any(|(_, _, taken)| taken == key) {
        head.unused.push((column, heading));
    } else {
        head.used.push((column, heading, key.to_owned()));
    }
}

/// The text of a heading: of this row, or of the one above when two rows were merged into one cell.
fn heading_at(grid: &Grid, row: u32, column: u32) -> Option<String> {
    let text = |row: u32| match grid.get(row, column) {
        Some(Cell::Text(text)) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        _ => None,
    };
    text(row).or_else(|| if row > 0 && is_head_like(grid, row - 1) { text(row - 1) } else { None })
}

/// More than a title: at least two different texts.
fn is_head_like(grid: &Grid, row: u32) -> bool {
    let texts: Vec<String> = grid.rows.get(&row).into_iter().flat_map(BTreeMap::values).map(Cell::shown).collect();
    texts.iter().any(|text| Some(text) != texts.first())
}

/// The heading of a group of columns ("Alamat" over "Jalan" and "Kelurahan").
fn group_above(grid: &Grid, row: u32, column: u32) -> Option<String> {
    let above = row.checked_sub(1)?;
    if !is_head_like(grid, above) {
        return None;
    }
    let (_, cell) = grid.rows.get(&above)?.range(..=column).next_back()?;
    if let Cell::Text(text) = cell { Some(text.clone()) } else { None }
}

fn hinted(hints: &Hints, heading: &str) -> Option<Meaning> {
    let found = hints.columns.iter().find(|(word, _)| *word == heading || folded(word) == folded(heading));
    found.map(|(_, key)| if key == "-" { Meaning::Nothing } else { Meaning::Field(key.clone()) })
}

/// The rows below the head that are entries.
fn records(grid: &Grid, head: u32, columns: &Head) -> Vec<Record> {
    let mut found = Vec::new();
    for (row, cells) in grid.rows.range(head + 1..) {
        if is_head_again(grid, head, *row) || is_numbering(cells) || is_sum(cells) {
            continue;
        }
        let given = columns.used.iter().filter_map(|(column, _, key)| {
            Some(Given { column: *column, key: key.clone(), cell: cells.get(column)?.clone() })
        });
        let given: Vec<Given> = given.collect();
        // A note below the table fills one cell; an entry is more than that, or is named.
        let named = given.iter().any(|given| matches!(given.key.as_str(), "nama" | "judul" | "slug"));
        if given.len() >= 2 || (named && columns.used.len() <= 2) {
            found.push(Record { row: *row, cells: given });
        }
    }
    found
}

/// The head printed again on a later page, or the row of keys below the titles of an export.
fn is_head_again(grid: &Grid, head: u32, row: u32) -> bool {
    let Some(cells) = grid.rows.get(&row) else { return false };
    let same = cells.iter().filter(|(column, cell)| {
        let text = cell.shown();
        grid.get(head, **column).is_some_and(|heading| heading.shown() == text)
    });
    let same = same.count();
    same >= 2 && same * 2 > cells.len()
}

/// `1 2 3 4 …` or `(1) (2) (3)` below a head.
fn is_numbering(cells: &BTreeMap<u32, Cell>) -> bool {
    let number = |cell: &Cell| cell.shown().trim_matches(['(', ')', ' ']).parse::<u32>().ok();
    let numbers: Vec<Option<u32>> = cells.values().map(number).collect();
    let rising = numbers.windows(2).all(|pair| matches!(pair, [Some(a), Some(b)] if *b == a + 1 || b == a));
    numbers.len() >= 3 && rising && numbers.first().is_some_and(|first| matches!(first, Some(0..=2)))
}

/// "Jumlah" and "Total" at the foot.
fn is_sum(cells: &BTreeMap<u32, Cell>) -> bool {
    let texts = cells.values().filter_map(|cell| if let Cell::Text(text) = cell { Some(folded(text)) } else { None });
    let texts: Vec<String> = texts.collect();
    let sum =
        |text: &String| matches!(text.as_str(), "jumlah" | "total" | "jumlah total" | "grand total" | "rata rata");
    !texts.is_empty() && texts.iter().all(sum)
}

/// Fills in what the caller said for fields without a column, and for cells left empty.
fn with_values(mut listing: Listing, hints: &Hints) -> Listing {
    for record in &mut listing.records {
        for (key, value) in &hints.values {
            if !record.cells.iter().any(|given| given.key == *key)
                && let Some(cell) = Cell::text(value)
            {
                record.cells.push(Given { column: u32::MAX, key: key.clone(), cell });
            }
        }
    }
    listing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let mut grid = Grid { name: "Sheet1".into(), ..Grid::default() };
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                if let Some(cell) = Cell::text(text) {
                    grid.put(row as u32, column as u32, cell);
                }
            }
        }
        grid
    }

    #[test]
    fn a_list_of_the_office_is_understood() {
        let grid = grid(&[
            &["DAFTAR UMKM BINAAN"],
            &["No", "Nama", "Nama Usaha", "Alamat", "", "NIK"],
            &["", "", "", "Jalan", "Kelurahan", ""],
            &["1", "2", "3", "4", "5", "6"],
            &["1", "Bu Sari", "Dapur Sari", "Jl. A", "Ciater", "36740"],
            &[],
            &["2", "Pak Edi", "Edi Craft", "", "Serua", ""],
            &["Jumlah", "", "", "", ""],
        ]);
        let listing = understand(&grid, &Hints::default()).unwrap();
        assert_eq!((listing.kind, listing.head), (Kind::Business, 2));
        let keys: Vec<&str> = listing.used.iter().map(|(_, _, key)| key.as_str()).collect();
        assert_eq!(keys, ["nama_pemilik", "nama", "alamat.jalan", "alamat.kelurahan"]);
        assert_eq!(listing.records.iter().map(|record| record.row).collect::<Vec<_>>(), [4, 6]);
        assert_eq!(listing.forbidden.len(), 1);
    }

    #[test]
    fn hints_win() {
        let grid = grid(&[&["Barang", "Angka"], &["Keripik", "5000"]]);
        let mut hints = Hints { kind: Some(Kind::Product), ..Hints::default() };
        hints.columns.insert("Angka".into(), "harga".into());
        hints.values.insert("stok".into(), "siap".into());
        let listing = understand(&grid, &hints).unwrap();
        let keys: Vec<&str> = listing.records[0].cells.iter().map(|given| given.key.as_str()).collect();
        assert_eq!(keys, ["nama", "harga", "stok"]);
    }
}
