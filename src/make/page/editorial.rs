//! What the office writes: events, news, stories, figures, and its parts of the page about the site.

pub mod about;
pub mod event;
pub mod impact;
pub mod news;
pub mod story;

pub use event::{card as row, view as event};
pub use impact::{counted, view as impact};
pub use news::{list as all_news, view as news};
pub use story::{list as stories, view as story};

use super::desk::Desk;
use crate::bahasa::{group, reading_minutes};
use crate::model::{BilingualProse, Id, Kind};
use crate::view::card::TeaserCard;
use crate::view::center::GroupedList;

/// The card of a news item or a story; `None` for other kinds.
pub fn teaser(desk: &Desk<'_>, kind: Kind, index: u32) -> Option<TeaserCard> {
    match kind {
        Kind::News => Some(news::teaser(desk, Id::new(index as usize))),
        Kind::Story => Some(story::teaser(desk, Id::new(index as usize))),
        _ => None,
    }
}

/// The events that are coming, or the archive of past ones.
pub fn events(desk: &Desk<'_>, archive: bool) -> GroupedList {
    if archive { event::archive(desk) } else { event::list(desk) }
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
