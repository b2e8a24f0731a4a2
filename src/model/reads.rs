//! Who read what. While a page is being made, every row, list and picture it looks at is noted here as a [`Cell`], by
//! the accessors themselves, so that no reader can forget to. A page whose cells all stand as they were must come out as
//! it was, and is not made again.

use std::cell::RefCell;

/// One thing that can be read: a row of a table, a list of an index, an order, a picture. The upper bits tell which
/// family it belongs to, the lower ones which member.
pub type Cell = u32;

const MEMBER_BITS: u32 = 26;
const WHOLE: u32 = (1 << MEMBER_BITS) - 1;

/// A family of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Space(u8);

impl Space {
    /// Not tracked: it hangs on the settings and tables that are behind every page.
    pub const NONE: Space = Space(0);
    /// Orders of whole lists.
    pub const ORDERS: Space = Space(48);
    /// Place of a product among others.
    pub const RANK: Space = Space(49);
    /// Ordered products of a category.
    pub const CATEGORY: Space = Space(50);
    /// Who is where.
    pub const PLACES: Space = Space(51);
    /// What was made of a photo.
    pub const ALBUM: Space = Space(52);

    /// The `at`-th table of the catalogue.
    pub const fn table(at: u8) -> Space {
        Space(1 + at)
    }

    /// The `at`-th index of the catalogue.
    pub const fn index(at: u8) -> Space {
        Space(20 + at)
    }

    /// Its number.
    pub const fn number(self) -> usize {
        self.0 as usize
    }

    /// One member of it.
    pub fn cell(self, at: usize) -> Cell {
        u32::from(self.0) << MEMBER_BITS | (at as u32).min(WHOLE)
    }
}

/// The number of the family of a cell, and its member; `None` is the family as a whole.
pub fn parts(cell: Cell) -> (usize, Option<usize>) {
    let member = cell & WHOLE;
    ((cell >> MEMBER_BITS) as usize, (member != WHOLE).then_some(member as usize))
}

/// A short hash of a value, the same on every machine of one build of the program.
pub fn digest<T: std::hash::Hash + ?Sized>(value: &T) -> u64 {
    let mut digest = Digest(blake3::Hasher::new());
    value.hash(&mut digest);
    digest.short()
}

/// A [`std::hash::Hasher`] that does not collide by chance.
struct Digest(blake3::Hasher);

impl Digest {
    fn short(&self) -> u64 {
        self.0.finalize().as_bytes().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

impl std::hash::Hasher for Digest {
    fn finish(&self) -> u64 {
        self.short()
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }
}

thread_local! {
    static NOTES: RefCell<Option<Vec<Cell>>> = const { RefCell::new(None) };
}

/// Notes that a member was read.
#[inline]
pub fn note(space: Space, at: usize) {
    if space != Space::NONE {
        add(space.cell(at));
    }
}

/// Notes that the whole family was read.
#[inline]
pub fn note_all(space: Space) {
    note(space, WHOLE as usize);
}

fn add(cell: Cell) {
    NOTES.with_borrow_mut(|notes| {
        if let Some(notes) = notes
            && notes.last() != Some(&cell)
        {
            notes.push(cell);
        }
    });
}

/// Notes what someone else has read on our behalf.
pub fn note_cells(cells: &[Cell]) {
    NOTES.with_borrow_mut(|notes| {
        if let Some(notes) = notes {
            notes.extend_from_slice(cells);
        }
    });
}

/// Runs `work` and tells what it read, sorted, each once. Recordings nest: the outer one knows what the inner one read.
pub fn record<T>(work: impl FnOnce() -> T) -> (T, Vec<Cell>) {
    let outer = NOTES.replace(Some(Vec::new()));
    let made = work();
    let mut cells = NOTES.replace(None).unwrap_or_default();
    cells.sort_unstable();
    cells.dedup();
    if let Some(mut outer) = outer {
        outer.extend_from_slice(&cells);
        NOTES.set(Some(outer));
    }
    (made, cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_noted_once_and_by_the_outer_recording_too() {
        note(Space::RANK, 1);
        let ((inner, outer_value), outer) = record(|| {
            note(Space::RANK, 7);
            note(Space::NONE, 3);
            let (_, inner) = record(|| {
                note(Space::ALBUM, 2);
                note(Space::ALBUM, 2);
                note_all(Space::PLACES);
            });
            note(Space::RANK, 7);
            (inner, 5)
        });
        assert_eq!(outer_value, 5);
        assert_eq!(inner.len(), 2);
        assert_eq!(outer.len(), 3);
        assert_eq!(parts(Space::ALBUM.cell(2)), (Space::ALBUM.number(), Some(2)));
        assert!(outer.iter().any(|cell| parts(*cell) == (Space::PLACES.number(), None)));
    }
}
