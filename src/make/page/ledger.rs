//! What each page read when it was last made, and how everything that can be read stood then. A page that read nothing
//! that has changed is kept without building its view. The reading is noted by the accessors of catalogue, orders, places
//! and album ([`crate::model::reads`]), so no dependency can be forgotten. What is not noted there (settings, tables,
//! theme, day, which entries and photos there are) stands in two hashes, `world` and `shape`; when one of them differs,
//! every view is built, and its hash decides.

use std::collections::HashMap;
use std::fmt::Debug;

use serde::{Deserialize, Serialize};

use super::PlaceIndex;
use crate::album::Album;
use crate::model::reads::{self, Cell, Space};
use crate::model::{Catalog, Common, Entry, Table};
use crate::plan::order::Orders;

/// How everything stands that pages can read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Hash of what is behind every page.
    world: [u8; 32],
    /// Hash of which entries, photos and addresses there are, in which order.
    shape: u64,
    /// Hashes of the members of each space.
    cells: Vec<Vec<u64>>,
}

/// What is known of a page that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    path: String,
    fingerprint: [u8; 32],
    /// Cells read, each as the distance from the one before.
    steps: Vec<Cell>,
}

/// The readings of the last build.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    state: State,
    /// By path.
    pages: Vec<Reading>,
}

impl State {
    /// Takes it down. `source` is the hash of all files that an entry was read from, by its main file.
    pub fn new(
        world: [u8; 32],
        catalog: &Catalog,
        orders: &Orders,
        places: &PlaceIndex,
        album: &Album,
        source: &HashMap<&str, [u8; 32]>,
    ) -> State {
        let mut state = State { world, ..State::default() };
        let mut slugs: Vec<(&str, &str)> = Vec::new();
        let mut at = 0;
        macro_rules! tables {
            ($($name:ident)*) => { $(
                state.set(Space::table(at), rows(&catalog.$name, source));
                slugs.push((stringify!($name), ""));
                slugs.extend(catalog.$name.rows().iter().map(|entry| (&*entry.common.slug, &*entry.common.file)));
                at += 1;
            )* };
        }
        crate::model::tracked!(tables);
        at = 0;
        macro_rules! indexes {
            ($($name:ident)*) => { $(
                state.set(Space::index(at), catalog.back.$name.lists().iter().map(reads::digest).collect());
                at += 1;
            )* };
        }
        crate::model::tracked!(indexes indexes);
        for (space, cells) in orders.cells() {
            state.set(space, cells);
        }
        state.set(Space::PLACES, vec![reads::digest(places)]);
        let (photos, made) = album.cells();
        state.set(Space::ALBUM, made);
        let withdrawn: Vec<_> = catalog.withdrawn.iter().map(|gone| (gone.kind, &gone.slug)).collect();
        state.shape = reads::digest(&(slugs, withdrawn, photos));
        state
    }

    fn set(&mut self, space: Space, cells: Vec<u64>) {
        let at = space.number();
        if self.cells.len() <= at {
            self.cells.resize(at + 1, Vec::new());
        }
        if let Some(slot) = self.cells.get_mut(at) {
            *slot = cells;
        }
    }
}

/// An entry is what its files say, where its links lead, and the dates that may come from elsewhere.
fn rows<F, L: Debug>(table: &Table<Entry<F, L>>, source: &HashMap<&str, [u8; 32]>) -> Vec<u64> {
    let row = |entry: &Entry<F, L>| {
        let Common { file, published, updated, checked, status, .. } = &entry.common;
        let dates = format!("{:?}", (&entry.links, published, updated, checked, status));
        reads::digest(&(source.get(&**file), dates))
    };
    table.rows().iter().map(row).collect()
}

/// Which cells differ between two states.
pub struct Changes<'a> {
    before: &'a Ledger,
    /// By space: whether anything differs, and which members do. `None`: everything counts as changed.
    cells: Option<Vec<(bool, Vec<bool>)>>,
}

impl Ledger {
    /// A new one.
    pub fn new(state: State, pages: Vec<Reading>) -> Ledger {
        Ledger { state, pages }
    }

    /// What has changed since.
    pub fn changes(&self, now: &State) -> Changes<'_> {
        let alike = self.state.world == now.world && self.state.shape == now.shape;
        let space = |(old, new): (&Vec<u64>, &Vec<u64>)| {
            let members: Vec<bool> = old.iter().zip(new).map(|(old, new)| old != new).collect();
            (old.len() != new.len() || members.contains(&true), members)
        };
        let cells = alike.then(|| self.state.cells.iter().zip(&now.cells).map(space).collect());
        Changes { before: self, cells }
    }
}

impl Changes<'_> {
    /// The reading of a page, if it read nothing that has changed. `at`: where the page stands among all, which is most
    /// often where it stood.
    pub fn unchanged(&self, at: usize, path: &str) -> Option<&Reading> {
        let spaces = self.cells.as_ref()?;
        let pages = &self.before.pages;
        let there = || pages.get(pages.binary_search_by(|page| page.path.as_str().cmp(path)).ok()?);
        let reading = pages.get(at).filter(|page| page.path == path).or_else(there)?;
        let changed = |cell: Cell| {
            let (space, member) = reads::parts(cell);
            let Some((any, members)) = spaces.get(space) else { return true };
            match member {
                Some(member) => members.get(member).copied().unwrap_or(*any),
                None => *any,
            }
        };
        let mut cell = 0;
        let touched = reading.steps.iter().any(|step| {
            cell += step;
            changed(cell)
        });
        (!touched).then_some(reading)
    }
}

impl Reading {
    /// What a page read: `cells` sorted.
    pub fn new(path: &str, fingerprint: [u8; 32], cells: &[Cell]) -> Reading {
        let mut before = 0;
        let step = |cell: &Cell| {
            let step = cell - before;
            before = *cell;
            step
        };
        Reading { path: path.to_owned(), fingerprint, steps: cells.iter().map(step).collect() }
    }

    /// The page's fingerprint.
    pub fn fingerprint(&self) -> &[u8; 32] {
        &self.fingerprint
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger() -> Ledger {
        let mut state = State::default();
        state.set(Space::table(2), vec![10, 11, 12]);
        state.set(Space::ORDERS, vec![1]);
        let pages = vec![
            Reading::new("/a/", [1; 32], &[Space::table(2).cell(0), Space::table(2).cell(2)]),
            Reading::new("/b/", [2; 32], &[Space::table(2).cell(1), Space::ORDERS.cell(0)]),
            Reading::new("/c/", [3; 32], &[Space::table(2).cell(usize::MAX)]),
        ];
        Ledger::new(state, pages)
    }

    #[test]
    fn only_pages_that_read_a_changed_cell_are_made_again() {
        let before = ledger();
        let kept = |now: &State| -> Vec<bool> {
            let changes = before.changes(now);
            let paths = ["/a/", "/c/", "/b/", "/baru/"].iter().enumerate();
            paths.map(|(at, path)| changes.unchanged(at, path).is_some()).collect()
        };
        let mut now = before.state.clone();
        assert_eq!(kept(&now), [true, true, true, false]);
        now.cells[Space::table(2).number()][1] = 99;
        assert_eq!(kept(&now), [true, false, false, false]);
        let mut now = before.state.clone();
        now.cells[Space::ORDERS.number()][0] = 2;
        assert_eq!(kept(&now), [true, true, false, false]);
        let mut now = before.state.clone();
        now.shape = 5;
        assert_eq!(kept(&now), [false; 4]);
        now = State { world: [9; 32], ..before.state.clone() };
        assert_eq!(kept(&now), [false; 4]);
    }
}
