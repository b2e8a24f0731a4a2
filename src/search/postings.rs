//! Posting lists: which documents hold a word, and in which of six classes of field.

use super::bytes::{Broken, Bytes, push_number};

/// Where in a document a word stands; a document counts once, in its highest class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldClass {
    /// Running text, and words that are only related.
    Text = 0,
    /// Keywords, materials, permits, place.
    Attribute = 1,
    /// Maker, category, and synonyms of title words.
    Maker = 2,
    /// Title.
    Title = 3,
    /// Second word of the title.
    TitleSecond = 4,
    /// First word of the title.
    TitleStart = 5,
}

impl FieldClass {
    /// All classes, lowest first.
    pub const ALL: [Self; 6] =
        [Self::Text, Self::Attribute, Self::Maker, Self::Title, Self::TitleSecond, Self::TitleStart];

    /// Percent that a match in this class is worth.
    pub(super) fn weight_percent(self) -> u32 {
        match self {
            Self::Text => 25,
            Self::Attribute => 50,
            Self::Maker => 75,
            Self::Title | Self::TitleSecond => 96,
            Self::TitleStart => 110,
        }
    }
}

/// Appends a posting list: a mask of the classes that occur, then runs of documents for each, highest class first.
/// A run is the gap to the run before, doubled, plus one if it is longer than one document; then its length less two.
/// `list` is sorted by document and holds each document once.
pub(super) fn push_postings(out: &mut Vec<u8>, list: &[(u32, FieldClass)]) {
    let mask = list.iter().fold(0_u8, |mask, (_, class)| mask | 1 << (*class as u8));
    out.push(mask);
    for class in FieldClass::ALL.into_iter().rev().filter(|class| mask >> (*class as u8) & 1 == 1) {
        push_runs(out, list.iter().filter(|(_, found)| *found == class).map(|(document, _)| *document));
    }
}

/// Appends the runs of sorted numbers.
pub(super) fn push_runs(out: &mut Vec<u8>, documents: impl Iterator<Item = u32>) {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for document in documents {
        match runs.last_mut() {
            Some((first, length)) if *first + *length == document => *length += 1,
            _ => runs.push((document, 1)),
        }
    }
    push_number(out, runs.len() as u64);
    let mut next = 0;
    for (first, length) in runs {
        let gap = u64::from(first - next);
        push_number(out, gap << 1 | u64::from(length > 1));
        if length > 1 {
            push_number(out, u64::from(length) - 2);
        }
        next = first + length;
    }
}

/// Reads what [`push_postings`] wrote, and gives each document and its class. `documents` is how many there are.
pub(super) fn read_postings(
    bytes: &mut Bytes,
    documents: u32,
    mut each: impl FnMut(u32, FieldClass),
) -> Result<(), Broken> {
    let mask = bytes.byte()?;
    for class in FieldClass::ALL.into_iter().rev().filter(|class| mask >> (*class as u8) & 1 == 1) {
        let runs = bytes.count()?;
        let mut next = 0_u32;
        for _ in 0..runs {
            let head = bytes.number()?;
            let gap = u32::try_from(head >> 1).map_err(|_| Broken)?;
            let length = if head & 1 == 1 { bytes.index()?.checked_add(2).ok_or(Broken)? } else { 1 };
            let first = next.checked_add(gap).ok_or(Broken)?;
            next = first.checked_add(length).filter(|&end| end <= documents).ok_or(Broken)?;
            (first..next).for_each(|document| each(document, class));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_come_back() {
        let documents = [(0, FieldClass::Title), (1, FieldClass::Title), (2, FieldClass::Text), (9, FieldClass::Title)];
        let mut out = Vec::new();
        push_postings(&mut out, &documents);
        let mut found = Vec::new();
        assert_eq!(read_postings(&mut Bytes::new(&out), 10, |document, class| found.push((document, class))), Ok(()));
        found.sort();
        assert_eq!(found, documents);
    }

    #[test]
    fn a_run_takes_three_bytes_however_long() {
        let documents: Vec<_> = (5..200).map(|document| (document, FieldClass::TitleStart)).collect();
        let mut out = Vec::new();
        push_postings(&mut out, &documents);
        assert_eq!(out, [1 << 5, 1, 5 << 1 | 1, 0xc1, 1], "mask, one run, its gap, its length");
    }

    #[test]
    fn documents_that_are_not_there_are_refused() {
        let mut out = Vec::new();
        push_postings(&mut out, &[(7, FieldClass::Text)]);
        assert_eq!(read_postings(&mut Bytes::new(&out), 7, |_, _| {}), Err(Broken));
    }
}
