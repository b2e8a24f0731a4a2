//! What differs between the words of two pages.

use std::collections::BTreeMap;

use super::text::Block;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// A line reads otherwise.
    Text(String, String),
    /// A line is new.
    Added(String),
    /// A line is gone.
    Removed(String),
    /// A card is new, by its lines.
    CardAdded(Block),
    /// A card is gone.
    CardRemoved(Block),
}

/// What was found on one page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// In the order of the page.
    pub changes: Vec<Change>,
    /// The same things stand in another order.
    pub reordered: bool,
}

/// Cells of the table of the longest common subsequence; above this, order is not looked at.
const CELLS_MAX: usize = 4_000_000;

/// Compares.
pub fn between(old: &[Block], new: &[Block]) -> Found {
    let mut runs = runs(old, new);
    let reordered = drop_moved(&mut runs);
    let changes = runs.into_iter().flat_map(|run| pair(&run)).collect();
    Found { changes, reordered }
}

/// What stands between two common blocks.
#[derive(Default)]
struct Run<'a> {
    old: Vec<&'a Block>,
    new: Vec<&'a Block>,
}

fn runs<'a>(old: &'a [Block], new: &'a [Block]) -> Vec<Run<'a>> {
    let front = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (old.get(front..).unwrap_or_default(), new.get(front..).unwrap_or_default());
    let back = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let old = old.get(..old.len() - back).unwrap_or_default();
    let new = new.get(..new.len() - back).unwrap_or_default();
    if old.is_empty() && new.is_empty() {
        return Vec::new();
    }
    if old.is_empty() || new.is_empty() || old.len() * new.len() > CELLS_MAX {
        return vec![Run { old: old.iter().collect(), new: new.iter().collect() }];
    }
    // Length of the longest common part from here to the end.
    let width = new.len() + 1;
    let mut table = vec![0_u32; (old.len() + 1) * width];
    let at = |table: &[u32], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, a) in old.iter().enumerate().rev() {
        for (j, b) in new.iter().enumerate().rev() {
            let length =
                if a == b { at(&table, i + 1, j + 1) + 1 } else { at(&table, i + 1, j).max(at(&table, i, j + 1)) };
            if let Some(cell) = table.get_mut(i * width + j) {
                *cell = length;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    let mut run = Run::default();
    loop {
        match (old.get(i), new.get(j)) {
            (Some(a), Some(b)) if a == b => {
                if !run.old.is_empty() || !run.new.is_empty() {
                    found.push(std::mem::take(&mut run));
                }
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), Some(_)) if at(&table, i + 1, j) >= at(&table, i, j + 1) => {
                run.old.push(a);
                i += 1;
            }
            (Some(a), None) => {
                run.old.push(a);
                i += 1;
            }
            (_, Some(b)) => {
                run.new.push(b);
                j += 1;
            }
            (None, None) => break,
        }
    }
    if !run.old.is_empty() || !run.new.is_empty() {
        found.push(run);
    }
    found
}

/// Takes out what is gone in one place of the page and new in another. Says whether there was such.
fn drop_moved(runs: &mut [Run<'_>]) -> bool {
    let mut counts: BTreeMap<&Block, (usize, usize)> = BTreeMap::new();
    for run in runs.iter() {
        run.old.iter().for_each(|block| counts.entry(block).or_default().0 += 1);
        run.new.iter().for_each(|block| counts.entry(block).or_default().1 += 1);
    }
    let mut moved: BTreeMap<Block, (usize, usize)> = BTreeMap::new();
    for (block, (gone, come)) in counts {
        let both = gone.min(come);
        if both > 0 {
            moved.insert(block.clone(), (both, both));
        }
    }
    let found = !moved.is_empty();
    let mut still = |block: &Block, which: fn(&mut (usize, usize)) -> &mut usize| match moved.get_mut(block).map(which)
    {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    };
    for run in runs {
        run.old.retain(|block| still(block, |pair| &mut pair.0));
        run.new.retain(|block| still(block, |pair| &mut pair.1));
    }
    found
}

/// Which new block an old one has become, and what is left over.
fn pair(run: &Run<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut free: Vec<Option<&Block>> = run.new.iter().copied().map(Some).collect();
    for old in &run.old {
        let alike = free.iter().enumerate().filter_map(|(at, new)| Some((likeness(old, (*new)?), at)));
        let best =
            alike.filter(|(likeness, _)| *likeness > 0).max_by_key(|(likeness, at)| (*likeness, usize::MAX - at));
        // A single line in the place of a single line is its successor, however it reads.
        let only =
            run.old.len() == 1 && run.new.len() == 1 && !old.is_card() && run.new.iter().all(|new| !new.is_card());
        let at = best.map(|(_, at)| at).or(only.then_some(0));
        match at.and_then(|at| free.get_mut(at)).and_then(Option::take) {
            Some(new) if old.is_card() => changes.extend(inside(old, new)),
            Some(new) => changes.push(Change::Text(old.name().to_owned(), new.name().to_owned())),
            None if old.is_card() => changes.push(Change::CardRemoved((*old).clone())),
            None => changes.push(Change::Removed(old.name().to_owned())),
        }
    }
    for new in free.into_iter().flatten() {
        changes.push(match new.is_card() {
            true => Change::CardAdded(new.clone()),
            false => Change::Added(new.name().to_owned()),
        });
    }
    changes
}

/// The lines of a card that read otherwise.
fn inside(old: &Block, new: &Block) -> Vec<Change> {
    let lines = |block: &Block| -> Vec<Block> {
        block.lines.iter().map(|line| Block { lines: vec![line.clone()], heading: None }).collect()
    };
    between(&lines(old), &lines(new)).changes
}

/// How much two blocks have in common, in hundredths; 0 when they have nothing to do with each other.
fn likeness(old: &Block, new: &Block) -> usize {
    if old.is_card() != new.is_card() {
        return 0;
    }
    if old.is_card() {
        let shared = old.lines.iter().filter(|line| new.lines.contains(line)).count();
        let same_name = usize::from(old.name() == new.name());
        let share = (shared + same_name) * 100 / old.lines.len().max(new.lines.len()).max(1);
        return if same_name == 1 || share >= 50 { share.max(1) } else { 0 };
    }
    let words = |block: &Block| -> Vec<String> { block.name().split_whitespace().map(str::to_lowercase).collect() };
    let (old, new) = (words(old), words(new));
    let shared = old.iter().filter(|word| new.contains(word)).count();
    let share = shared * 100 / old.len().max(new.len()).max(1);
    // A price alone has no word in common with another price, but is one.
    let prices = old.first().zip(new.first()).is_some_and(|(a, b)| a.starts_with("rp") && b.starts_with("rp"));
    if share >= 34 { share } else { usize::from(prices) * 34 }
}

/// Words on each side of a difference that are shown with it.
const AROUND: usize = 3;

/// Two texts cut down to where they differ.
pub fn short_pair(old: &str, new: &str) -> (String, String) {
    let (a, b): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let most = a.len().min(b.len()) - front;
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count().min(most);
    // A word or two more are no reason to cut.
    let from = if front > AROUND + 1 { front - AROUND } else { 0 };
    let behind = if back > AROUND + 1 { back - AROUND } else { 0 };
    let cut = |words: &[&str]| {
        let middle = words.get(from..words.len() - behind).unwrap_or_default().join(" ");
        format!("{}{middle}{}", if from > 0 { "… " } else { "" }, if behind > 0 { " …" } else { "" })
    };
    (cut(&a), cut(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(lines: &[&str]) -> Vec<Block> {
        lines.iter().map(|line| Block { lines: vec![(*line).to_owned()], heading: None }).collect()
    }

    fn card(lines: &[&str]) -> Block {
        Block { lines: lines.iter().map(|line| (*line).to_owned()).collect(), heading: Some(0) }
    }

    #[test]
    fn a_price_is_told_as_old_and_new() {
        let (old, new) = (blocks(&["Mug", "Rp1.000", "Isi"]), blocks(&["Mug", "Rp2.000", "Isi", "Lagi"]));
        let found = between(&old, &new);
        assert_eq!(found.changes, [Change::Text("Rp1.000".into(), "Rp2.000".into()), Change::Added("Lagi".into())]);
        assert!(!found.reordered);
        assert_eq!(between(&old, &old), Found::default());
    }

    #[test]
    fn a_card_with_another_price_is_not_a_new_card() {
        let (old, new) =
            (vec![card(&["Mug", "Rp1.000"])], vec![card(&["Gelas", "Rp5.000"]), card(&["Mug", "Rp2.000"])]);
        let found = between(&old, &new);
        let added = Change::CardAdded(card(&["Gelas", "Rp5.000"]));
        assert_eq!(found.changes, [Change::Text("Rp1.000".into(), "Rp2.000".into()), added]);
    }

    #[test]
    fn what_only_moved_is_no_change() {
        let (one, two, three) = (card(&["A", "1"]), card(&["B", "2"]), card(&["C", "3"]));
        let found = between(&[one.clone(), two.clone(), three.clone()], &[three, one, two]);
        assert_eq!(found, Found { changes: Vec::new(), reordered: true });
    }

    #[test]
    fn long_texts_are_cut_to_the_difference() {
        let old = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas";
        let (a, b) = short_pair(old, &old.replace("enam", "6"));
        assert_eq!(
            (a.as_str(), b.as_str()),
            ("… tiga empat lima enam tujuh delapan sembilan …", "… tiga empat lima 6 tujuh delapan sembilan …")
        );
        assert_eq!(short_pair("Rp1", "Rp2"), ("Rp1".to_owned(), "Rp2".to_owned()));
        assert_eq!(short_pair("a a", "a"), ("a a".to_owned(), "a".to_owned()));
    }
}
