//! Where rows are cut into files. A cut hangs on what stands beside it, not on its number, so that a row more or less
//! moves the cuts beside it alone and all other files keep their names.

use std::ops::Range;

/// A row: what it weighs, and how gladly it begins a file (least first; equals by `mark`, which looks random).
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) weight: usize,
    pub(super) reluctance: u8,
    pub(super) mark: u32,
}

/// Cuts rows into ranges of about `target` each, between three and five quarters of it.
pub(super) fn cut(rows: &[Row], target: usize) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let end = end_of(rows, start, target);
        ranges.push(start..end);
        start = end;
    }
    ranges
}

fn end_of(rows: &[Row], start: usize, target: usize) -> usize {
    let mut weight = 0;
    let mut best: Option<((u8, u32), usize)> = None;
    for (at, row) in rows.iter().enumerate().skip(start) {
        if at > start && weight * 4 >= target * 3 {
            let worth = (row.reluctance, row.mark);
            if best.is_none_or(|(known, _)| worth < known) {
                best = Some((worth, at));
            }
        }
        weight += row.weight;
        if weight * 4 > target * 5 {
            return best.map_or(at + 1, |(_, at)| at);
        }
    }
    // What is left fits into one file.
    rows.len()
}

/// A number that looks random but follows from a text alone.
pub(super) fn mark_of(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |mark, byte| (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(numbers: impl Iterator<Item = u32>) -> Vec<Row> {
        numbers.map(|number| Row { weight: 1, reluctance: 0, mark: mark_of(&number.to_string()) }).collect()
    }

    #[test]
    fn every_row_is_in_one_range_and_ranges_are_about_as_large_as_asked() {
        let ranges = cut(&rows(0..1_000), 40);
        assert_eq!(ranges.iter().map(|range| range.len()).sum::<usize>(), 1_000);
        assert!(ranges.windows(2).all(|pair| pair[0].end == pair[1].start));
        assert!(ranges.iter().rev().skip(1).all(|range| (30..=51).contains(&range.len())), "{ranges:?}");
        assert!(cut(&[], 40).is_empty());
    }

    #[test]
    fn one_row_more_moves_few_cuts() {
        let cuts = |rows: &[Row], skipped: usize| -> Vec<usize> {
            cut(rows, 40).iter().map(|range| range.start).map(|at| if at > 300 { at - skipped } else { at }).collect()
        };
        let before = cuts(&rows(0..1_000), 0);
        let after = cuts(&rows((0..300).chain([5_000]).chain(300..1_000)), 1);
        let moved = after.iter().filter(|at| !before.contains(at)).count();
        assert!(moved <= 2, "{before:?} {after:?}");
    }

    #[test]
    fn a_glad_beginning_is_taken_where_one_is_near() {
        let mut list = rows(0..100);
        list.iter_mut().for_each(|row| row.reluctance = 1);
        list[44].reluctance = 0;
        assert_eq!(cut(&list, 40)[0], 0..44);
    }
}
