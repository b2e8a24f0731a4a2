//! What the office writes: events, news, stories, figures, and its parts of the page about the site.

pub mod about;
pub mod event;
pub mod impact;
pub mod news;
pub mod story;

pub use event::{card as row, view as event};
pub use impact::{counted, view as impact};
pub use news::view as news;
pub use story::view as story;

use super::desk::Desk;
use super::list::pagination;
use crate::bahasa::{group, reading_minutes};
use crate::model::{BilingualProse, Id, Kind};
use crate::plan::{Fixed, address, page_count};
use crate::view::card::TeaserCard;
use crate::view::center::{Group, GroupedList};
use crate::view::facet::Item;
use crate::view::list::Pagination;
use crate::view::text::{Chip, Words};

/// The card of a news item or a story; `None` for other kinds.
pub fn teaser(desk: &Desk<'_>, kind: Kind, index: u32) -> Option<TeaserCard> {
    match kind {
        Kind::News => Some(news::teaser(desk, Id::new(index as usize))),
        Kind::Story => Some(story::teaser(desk, Id::new(index as usize))),
        _ => None,
    }
}

/// A page of a list by date.
pub fn dated(desk: &Desk<'_>, list: Fixed, page: usize) -> GroupedList {
    match list {
        Fixed::EventArchive => event::archive(desk, page),
        Fixed::News => news::list(desk, page),
        Fixed::Stories => story::list(desk, page),
        _ => event::list(desk, page),
    }
}

/// A stretch of time in a list by date: its anchor and its title.
struct Period {
    anchor: String,
    title: String,
}

/// Address of the first page of a list; empty on that page itself.
fn first(desk: &Desk<'_>, list: Fixed, page: usize) -> String {
    if page == 1 { String::new() } else { desk.fixed(list) }
}

/// One page of a list by date. Titles stand even when there is one group: the month or year says when. The chips lead to
/// every stretch of time, wherever it begins; cards are made of this page's entries alone.
fn by_period<T: Copy>(
    desk: &Desk<'_>,
    list: Fixed,
    page: usize,
    all: &[T],
    period: impl Fn(T) -> Period,
    item: impl Fn(T) -> Item,
) -> (Vec<Group>, Vec<Chip>, Option<Pagination>) {
    let per_page = desk.site.per_page.max(1);
    let mut groups: Vec<Group> = Vec::new();
    // Anchor, title, page of the first entry, number of entries.
    let mut stretches: Vec<(Period, usize, usize)> = Vec::new();
    for (at, entry) in all.iter().enumerate() {
        let (now, here) = (period(*entry), at / per_page + 1);
        if here == page {
            match groups.last_mut() {
                Some(group) if group.id == now.anchor => group.items.push(item(*entry)),
                _ => groups.push(Group {
                    id: now.anchor.clone(),
                    title: now.title.clone(),
                    note: None,
                    items: vec![item(*entry)],
                }),
            }
        }
        match stretches.last_mut() {
            Some((last, _, count)) if last.anchor == now.anchor => *count += 1,
            _ => stretches.push((now, here, 1)),
        }
    }
    let base = list.path(desk.language);
    let chip = |(period, first, count): &(Period, usize, usize)| {
        let other = if *first == page { String::new() } else { desk.href(&address::page(&base, *first)) };
        desk.chip(Words::new(period.title.clone()), format!("{other}#{}", period.anchor), Some(*count))
    };
    let chips = if stretches.len() > 1 { stretches.iter().map(chip).collect() } else { Vec::new() };
    (groups, chips, pagination(desk, &base, page, page_count(all.len(), per_page)))
}

/// "3 menit baca".
fn minutes(desk: &Desk<'_>, body: &BilingualProse) -> String {
    let words = body.get(desk.language).0.words as usize;
    desk.count("kabar.baca", reading_minutes(words))
}

/// A number of things, with its thousands set apart.
fn figure(desk: &Desk<'_>, n: usize) -> String {
    group(n as u64, desk.language)
}
