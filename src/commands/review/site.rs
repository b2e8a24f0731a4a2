//! What two built sites show differently: pages, words, photos, bytes. Names with a content hash and what no visitor
//! reads do not count.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use super::changes::{self, Change};
use super::text::{self, Block, Page};
use super::veil::Veil;
use crate::disk::{Disk, Fault, Item};

/// A page as the review names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PageRef {
    /// Its address below the site's root.
    pub address: String,
    /// Its heading.
    pub title: String,
}

/// A difference and all pages that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// `text`, `card_added`, `card_removed`, `added`, `removed`, `private` when the words may not be repeated, or `count`
    /// for numbers of entries, of which one stands for all.
    pub what: &'static str,
    /// Words before; empty when there were none.
    pub before: String,
    /// Words now; empty when there are none.
    pub after: String,
    /// Where.
    pub pages: Vec<PageRef>,
}

/// Bytes of a group of files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Bytes {
    /// Before.
    pub before: u64,
    /// Now.
    pub after: u64,
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SiteChanges {
    /// New pages.
    pub added: Vec<PageRef>,
    /// Pages that are not there any more.
    pub gone: Vec<PageRef>,
    /// Addresses that now lead on to another page.
    pub moved: Vec<PageRef>,
    /// Pages whose words differ.
    pub changed: Vec<PageRef>,
    /// Pages on which cards only stand in another order or on another page of the list.
    pub reordered: Vec<PageRef>,
    /// Pages that differ in nothing that is read: pictures, addresses, data for search engines.
    pub unseen: Vec<PageRef>,
    /// The differences.
    pub words: Vec<Shown>,
    /// Pictures that are new; a photo that is cut in several ways is several.
    pub pictures_added: usize,
    /// Pictures that are gone.
    pub pictures_gone: usize,
    /// Bytes by group: `halaman`, `foto`, `pencarian`, `lain`.
    pub bytes: BTreeMap<&'static str, Bytes>,
}

impl SiteChanges {
    /// Does the site look as before?
    pub fn is_empty(&self) -> bool {
        let pages = [&self.added, &self.gone, &self.moved, &self.changed, &self.reordered, &self.unseen];
        pages.iter().all(|pages| pages.is_empty()) && self.pictures_added == 0 && self.pictures_gone == 0
    }

    /// Bytes of the whole site.
    pub fn total(&self) -> Bytes {
        self.bytes
            .values()
            .fold(Bytes::default(), |sum, one| Bytes { before: sum.before + one.before, after: sum.after + one.after })
    }
}

fn group(path: &str) -> &'static str {
    match path.split('/').next().unwrap_or_default() {
        "i" | "bagikan" => "foto",
        "indeks" | "indeks.bin" => "pencarian",
        _ if path.ends_with(".html") => "halaman",
        _ => "lain",
    }
}

/// `produk/mug/index.html` is `/produk/mug/`.
fn address(path: &str) -> String {
    let bare = path.strip_suffix("index.html").unwrap_or(path);
    format!("/{bare}")
}

fn by_path(items: Vec<Item>) -> BTreeMap<String, u64> {
    items.into_iter().map(|item| (item.path.to_string(), item.size)).collect()
}

/// The part of a picture's name that tells the photo: `hash-480.webp`.
fn photos(files: &BTreeMap<String, u64>) -> BTreeSet<&str> {
    let names = files.keys().filter_map(|path| path.strip_prefix("i/"));
    names.map(|name| name.split(['-', '.']).next().unwrap_or(name)).collect()
}

/// A page in both sites, one of them, and what differs.
enum Seen {
    Added(Page),
    Gone(Page),
    Both(Page, Page, changes::Found),
}

/// Compares two built sites. `own` are the addresses of the entries that were touched: they are named first.
///
/// # Errors
/// When a file cannot be read.
pub fn compare(old: &dyn Disk, new: &dyn Disk, veil: &Veil, own: &[&str]) -> Result<SiteChanges, Fault> {
    let (before, after) = (by_path(old.list("")?), by_path(new.list("")?));
    let mut site = SiteChanges::default();
    for (files, which) in [(&before, 0), (&after, 1)] {
        for (path, size) in files {
            let bytes = site.bytes.entry(group(path)).or_default();
            *(if which == 0 { &mut bytes.before } else { &mut bytes.after }) += size;
        }
    }
    let (old_photos, new_photos) = (photos(&before), photos(&after));
    site.pictures_added = new_photos.difference(&old_photos).count();
    site.pictures_gone = old_photos.difference(&new_photos).count();
    let pages: BTreeSet<&String> = before.keys().chain(after.keys()).filter(|path| path.ends_with(".html")).collect();
    let pages: Vec<&String> = pages.into_iter().collect();
    let seen: Vec<Option<(PageRef, Seen)>> = pages
        .par_iter()
        .map(|path| look(old, new, path, before.contains_key(*path), after.contains_key(*path)))
        .collect::<Result<_, Fault>>()?;
    sort_in(&mut site, seen.into_iter().flatten().collect(), veil, own);
    Ok(site)
}

fn look(old: &dyn Disk, new: &dyn Disk, path: &str, was: bool, is: bool) -> Result<Option<(PageRef, Seen)>, Fault> {
    let read = |disk: &dyn Disk, there: bool| if there { disk.read(path).map(Some) } else { Ok(None) };
    let (old, new) = (read(old, was)?, read(new, is)?);
    if old == new {
        return Ok(None);
    }
    let parse = |bytes: Vec<u8>| text::read(&String::from_utf8_lossy(&bytes));
    let name = |page: &Page| PageRef { address: address(path), title: page.title.clone() };
    Ok(match (old.map(parse), new.map(parse)) {
        (None, Some(page)) => Some((name(&page), Seen::Added(page))),
        (Some(page), None) => Some((name(&page), Seen::Gone(page))),
        (Some(old), Some(new)) => {
            let found = if new.moved { changes::Found::default() } else { changes::between(&old.blocks, &new.blocks) };
            let name = name(if new.moved { &old } else { &new });
            Some((name, Seen::Both(old, new, found)))
        }
        (None, None) => None,
    })
}

/// Cards of all pages that were looked at, before and now.
fn cards(seen: &[(PageRef, Seen)]) -> [BTreeSet<&Block>; 2] {
    let mut all = [BTreeSet::new(), BTreeSet::new()];
    for (_, seen) in seen {
        let (old, new) = match seen {
            Seen::Added(page) => (None, Some(page)),
            Seen::Gone(page) => (Some(page), None),
            Seen::Both(old, new, _) => (Some(old), Some(new)),
        };
        for (page, set) in [old, new].into_iter().zip(&mut all) {
            set.extend(page.into_iter().flat_map(|page| &page.blocks).filter(|block| block.is_card()));
        }
    }
    all
}

fn sort_in(site: &mut SiteChanges, seen: Vec<(PageRef, Seen)>, veil: &Veil, own: &[&str]) {
    let [old_cards, new_cards] = cards(&seen);
    let mut pages: BTreeMap<Change, Vec<PageRef>> = BTreeMap::new();
    for (page, seen) in &seen {
        let veiled = PageRef { title: veil.shown(&page.title).unwrap_or_default(), ..page.clone() };
        let found = match seen {
            Seen::Added(new) if new.moved => {
                site.moved.push(veiled);
                continue;
            }
            Seen::Added(_) => {
                site.added.push(veiled);
                continue;
            }
            Seen::Gone(_) => {
                site.gone.push(veiled);
                continue;
            }
            Seen::Both(old, new, _) if new.moved && !old.moved => {
                site.moved.push(veiled);
                continue;
            }
            Seen::Both(_, _, found) => found,
        };
        // A card that only went to another list, or another page of one, is still to be seen.
        let elsewhere = |change: &Change| match change {
            Change::CardAdded(card) => old_cards.contains(card),
            Change::CardRemoved(card) => new_cards.contains(card),
            _ => false,
        };
        let (shifted, real): (Vec<&Change>, Vec<&Change>) = found.changes.iter().partition(|change| elsewhere(change));
        match (real.is_empty(), found.reordered || !shifted.is_empty()) {
            (false, _) => site.changed.push(veiled.clone()),
            (true, true) => site.reordered.push(veiled.clone()),
            (true, false) => site.unseen.push(veiled.clone()),
        }
        // Pages for the printer repeat what the others say.
        for change in real.into_iter().filter(|_| !is_for_print(&page.address)) {
            let list = pages.entry(told(change)).or_default();
            if list.last() != Some(&veiled) {
                list.push(veiled.clone());
            }
        }
    }
    let most = (site.added.len() + site.gone.len()) as u64;
    let row = |(change, mut pages): (Change, Vec<PageRef>)| {
        pages.sort_by_key(|page| (page.address.starts_with("/en/"), !own.contains(&page.address.as_str())));
        shown(change, pages, veil, most)
    };
    site.words = merged(pages.into_iter().map(row).collect(), own);
}

fn is_for_print(address: &str) -> bool {
    let last = address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    matches!(last, "cetak" | "print" | "label-harga" | "price-tags")
}

/// The change as it is grouped: cards by their names, for lists show more or less of them.
fn told(change: &Change) -> Change {
    let named = |card: &Block| Block { lines: vec![card.name().to_owned()], heading: Some(0) };
    match change {
        Change::CardAdded(card) => Change::CardAdded(named(card)),
        Change::CardRemoved(card) => Change::CardRemoved(named(card)),
        Change::Text(old, new) => {
            let (old, new) = changes::short_pair(old, new);
            Change::Text(old, new)
        }
        other => other.clone(),
    }
}

fn shown(change: Change, pages: Vec<PageRef>, veil: &Veil, most: u64) -> Shown {
    let (what, before, after) = match change {
        Change::Text(old, new) if counts_on(&old, &new, most) => ("count", old, new),
        Change::Text(old, new) => ("text", old, new),
        Change::Added(text) => ("added", String::new(), text),
        Change::Removed(text) => ("removed", text, String::new()),
        Change::CardAdded(card) => ("card_added", String::new(), card.name().to_owned()),
        Change::CardRemoved(card) => ("card_removed", card.name().to_owned(), String::new()),
    };
    match (veil.shown(&before), veil.shown(&after)) {
        (Some(before), Some(after)) => Shown { what, before, after, pages },
        _ => Shown { what: "private", before: String::new(), after: String::new(), pages },
    }
}

/// Do two texts differ in nothing but numbers, and in these by no more than so many entries came and went? Then they tell
/// how many there are.
fn counts_on(old: &str, new: &str, most: u64) -> bool {
    let split = |text: &str| -> (String, Vec<u64>) {
        let (mut rest, mut numbers, mut digits) = (String::new(), Vec::new(), String::new());
        for letter in text.chars().chain([' ']) {
            if letter.is_ascii_digit() {
                digits.push(letter);
                continue;
            }
            if !digits.is_empty() {
                numbers.extend(std::mem::take(&mut digits).parse::<u64>().ok());
                rest.push('0');
            }
            rest.push(letter);
        }
        (rest, numbers)
    };
    let ((old, before), (new, after)) = (split(old), split(new));
    old == new
        && before.len() == after.len()
        && !old.contains("Rp")
        && before.iter().zip(&after).all(|(a, b)| a.abs_diff(*b) <= most)
}

/// What belongs together is one row: all that may not be repeated, and all numbers of entries. First stands what reads
/// otherwise, and what the pages of the touched entries show.
fn merged(rows: Vec<Shown>, own: &[&str]) -> Vec<Shown> {
    let (mut counts, rows): (Vec<Shown>, Vec<Shown>) = rows.into_iter().partition(|row| row.what == "count");
    let (private, mut rows): (Vec<Shown>, Vec<Shown>) = rows.into_iter().partition(|row| row.what == "private");
    let rank =
        |what: &str| ["text", "card_added", "card_removed", "added", "removed"].iter().position(|known| *known == what);
    let is_own = |row: &Shown| row.pages.iter().any(|page| own.contains(&page.address.as_str()));
    rows.sort_by_key(|row| (rank(row.what), !is_own(row), std::cmp::Reverse(row.pages.len())));
    counts.sort_by_key(|row| {
        (row.pages.iter().all(|page| page.address.starts_with("/en/")), std::cmp::Reverse(row.pages.len()))
    });
    let all = |rows: &[Shown]| -> Vec<PageRef> {
        let pages: BTreeSet<&PageRef> = rows.iter().flat_map(|row| &row.pages).collect();
        let mut pages: Vec<PageRef> = pages.into_iter().cloned().collect();
        pages.sort_by_key(|page| page.address.starts_with("/en/"));
        pages
    };
    if !private.is_empty() {
        rows.push(Shown { what: "private", before: String::new(), after: String::new(), pages: all(&private) });
    }
    if let Some(first) = counts.first() {
        rows.push(Shown { what: "count", pages: all(&counts), ..first.clone() });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_entries_are_told_from_other_numbers() {
        assert!(counts_on("Makanan: 13 produk dari 53", "Makanan: 14 produk dari 54", 2));
        for (old, new) in [("250 g", "300 g"), ("Rp1", "Rp2"), ("3 produk", "4 barang"), ("1 dari 2", "1")] {
            assert!(!counts_on(old, new, 2), "{old} {new}");
        }
        assert!(!counts_on("3 produk", "4 produk", 0), "nothing came or went");
    }
}
