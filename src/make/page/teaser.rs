//! Teaser cards, by kind.

use super::{center, desk::Desk, list, shared};
use crate::model::Kind;
use crate::view::card::TeaserCard;

/// The teaser of an entry.
pub fn view(desk: &Desk<'_>, kind: Kind, index: u32) -> TeaserCard {
    if kind == Kind::Collection {
        return collection(desk, index);
    }
    center::teaser(desk, kind, index).unwrap_or_default()
}

fn collection(desk: &Desk<'_>, index: u32) -> TeaserCard {
    let Some(collection) = desk.catalog.collections.at(index as usize) else { return TeaserCard::default() };
    let id = crate::model::Id::new(index as usize);
    let products = desk.catalog.back.collection_products.get(id);
    let first = products.first().map(|id| &desk.catalog.products.get(*id).common);
    let picture = desk.main_picture(&collection.common, "cover");
    let picture = picture.or_else(|| first.and_then(|common| desk.main_picture(common, "card")));
    let over = !list::in_season(desk, &collection.facts);
    let season = desk.language.pick("Di luar musim", "Out of season");
    TeaserCard {
        url: desk.entry(Kind::Collection, &collection.common.slug),
        title: desk.words(&collection.common.name),
        summary: desk.maybe_words(&collection.common.summary),
        picture,
        kicker: None,
        date: None,
        meta: vec![desk.count("daftar.jumlah_produk", products.len())],
        badges: if over { vec![shared::badge(season, "quiet")] } else { Vec::new() },
    }
}
