//! The home page (specification 9.3).

use super::cards::Card;
use super::desk::Desk;
use super::list;
use crate::bahasa::group;
use crate::model::{Collection, Id, Kind, Product, Progress, SellerId};
use crate::plan::Fixed;
use crate::view::block::{Callout, Figure};
use crate::view::card::CardRow;
use crate::view::home::{Band, HomePage, Petal, Story};
use crate::view::text::{Link, Words};

/// Cards of "Pilihan minggu ini".
const PICKS: usize = 8;
/// Category tiles.
const TILES: usize = 8;
/// Cards of innovations and news, rows of events.
const FEW: usize = 3;

/// Builds it.
pub fn view(desk: &Desk<'_>) -> HomePage {
    let picks = picks(desk);
    HomePage {
        title: desk.fill("beranda.judul", &[("kota", desk.city())]),
        lead: desk.t("beranda.ajakan").to_owned(),
        petals: petals(desk, &picks),
        popular: super::utility::popular(desk),
        categories: list::top_categories(desk).into_iter().take(TILES).map(|id| list::tile(desk, id)).collect(),
        picks: row(desk, "beranda.pilihan", desk.product_cards(picks.iter().copied()), Fixed::Products),
        band: band(desk),
        innovations: row(desk, "beranda.inovasi", innovations(desk), Fixed::Innovations),
        districts: list::district_chips(desk).chips,
        events: row(desk, "beranda.agenda", events(desk), Fixed::Events),
        story: story(desk),
        figures: figures(desk),
        callouts: callouts(desk),
        news: row(desk, "beranda.kabar", news(desk), Fixed::News),
    }
}

fn row(desk: &Desk<'_>, title: &str, cards: Vec<String>, all: Fixed) -> Option<CardRow> {
    let title = desk.strings.get(title).to_owned();
    let all = Some(desk.link(desk.t("umum.lihat_semua"), desk.fixed(all)));
    (!cards.is_empty()).then_some(CardRow { title, cards, all })
}

/// The first products of the editor's order, at most two of one maker.
fn picks(desk: &Desk<'_>) -> Vec<Id<Product>> {
    let mut picked: Vec<Id<Product>> = Vec::new();
    for id in desk.plan.order.products() {
        let seller = |id: &Id<Product>| desk.catalog.products.get(*id).links.seller;
        if picked.iter().filter(|other| seller(other) == seller(id)).count() < 2 {
            picked.push(*id);
        }
        if picked.len() == PICKS {
            break;
        }
    }
    picked
}

/// Four products of different makers, with a picture.
fn petals(desk: &Desk<'_>, picks: &[Id<Product>]) -> Vec<Petal> {
    let mut sellers: Vec<SellerId> = Vec::new();
    let mut petals = Vec::new();
    for id in picks {
        let product = desk.catalog.products.get(*id);
        if sellers.contains(&product.links.seller) {
            continue;
        }
        if let Some(picture) = desk.main_picture(&product.common, "card") {
            sellers.push(product.links.seller);
            petals.push(Petal { url: desk.product_url(product), name: desk.words(&product.common.name), picture });
        }
    }
    petals.truncate(4);
    petals
}

/// The collection of the season, else the first one.
fn band(desk: &Desk<'_>) -> Option<Band> {
    let rows = || {
        desk.catalog.collections.listed().filter(|(id, _)| !desk.catalog.back.collection_products.get(*id).is_empty())
    };
    let seasonal = rows().find(|(_, one)| one.facts.start.is_some() && list::in_season(desk, &one.facts));
    let (id, collection): (Id<Collection>, _) =
        seasonal.or_else(|| rows().find(|(_, one)| list::in_season(desk, &one.facts)))?;
    let products = desk.catalog.back.collection_products.get(id).iter().copied().take(FEW);
    Some(Band {
        kicker: desk.t("nav.koleksi").to_owned(),
        title: desk.words(&collection.common.name),
        summary: desk.maybe_words(&collection.common.summary),
        link: desk.link(desk.t("umum.lihat_semua"), desk.entry(Kind::Collection, &collection.common.slug)),
        cards: desk.product_cards(products),
    })
}

/// Innovations in use that products name, most used first.
fn innovations(desk: &Desk<'_>) -> Vec<String> {
    let mut found: Vec<_> = desk
        .catalog
        .innovations
        .listed()
        .filter(|(_, innovation)| innovation.facts.progress != Progress::Discontinued)
        .map(|(id, _)| (std::cmp::Reverse(desk.catalog.back.innovation_products.get(id).len()), id))
        .collect();
    found.sort();
    found.into_iter().take(FEW).map(|(_, id)| desk.card(Card::Teaser(Kind::Innovation, id.index() as u32))).collect()
}

fn events(desk: &Desk<'_>) -> Vec<String> {
    desk.plan.order.coming().iter().take(FEW).map(|id| desk.card(Card::Event(*id))).collect()
}

fn news(desk: &Desk<'_>) -> Vec<String> {
    let newest = desk.plan.order.news().iter().take(FEW);
    newest.map(|id| desk.card(Card::Teaser(Kind::News, id.index() as u32))).collect()
}

/// The newest story.
fn story(desk: &Desk<'_>) -> Option<Story> {
    let story = desk.catalog.stories.get(*desk.plan.order.stories().first()?);
    let by = story.links.about.map(|seller| desk.seller(seller).name.text(desk.language).to_owned());
    Some(Story {
        kicker: desk.t("nav.cerita").to_owned(),
        title: desk.words(&story.common.name),
        summary: desk.maybe_words(&story.common.summary),
        quote: desk.maybe_words(&story.facts.quotation),
        by,
        picture: desk.described_picture(&story.common, "cover"),
        link: desk.link(desk.t("umum.baca_lanjut"), desk.entry(Kind::Story, &story.common.slug)),
    })
}

/// Three figures, counted.
fn figures(desk: &Desk<'_>) -> Vec<Figure> {
    let figure = |n: usize, label: &str, fixed: Fixed| Figure {
        value: group(n as u64, desk.language),
        label: label.to_owned(),
        note: None,
        url: Some(desk.fixed(fixed)),
    };
    vec![
        figure(desk.plan.order.products().len(), desk.t("nav.produk"), Fixed::Products),
        figure(
            desk.plan.order.businesses().len() + desk.plan.order.cooperatives().len(),
            desk.language.pick("UMKM dan koperasi", "businesses and cooperatives"),
            Fixed::Businesses,
        ),
        figure(desk.catalog.innovations.listed().count(), desk.t("nav.inovasi"), Fixed::Innovations),
    ]
}

fn callouts(desk: &Desk<'_>) -> Vec<Callout> {
    let callout = |title: (&'static str, &'static str), text: (&'static str, &'static str), link: Link| Callout {
        title: desk.language.pick(title.0, title.1).to_owned(),
        text: desk.language.pick(text.0, text.1).to_owned(),
        link,
    };
    let link = |label: &str, fixed: Fixed| Link { label: Words::new(label), url: desk.fixed(fixed) };
    vec![
        callout(
            ("Punya usaha di sini?", "Run a business here?"),
            (
                "Daftarkan usaha Anda. Gratis, dan hanya data yang Anda izinkan yang terbit.",
                "List your business. It is free, and only what you allow is published.",
            ),
            link(desk.t("nav.daftar"), Fixed::ListYourBusiness),
        ),
        callout(
            ("Ingin naik kelas?", "Want to grow?"),
            (
                "Ikut pendampingan, kelas, dan klinik dari innovation center.",
                "Join mentoring, classes and clinics at the innovation center.",
            ),
            link(desk.t("nav.program"), Fixed::Programmes),
        ),
        callout(
            ("Jadi mitra", "Become a partner"),
            (
                "Kampus, lembaga riset, dan perusahaan dari dalam maupun luar negeri.",
                "Universities, research institutes and companies, from Indonesia and abroad.",
            ),
            link(desk.t("nav.mitra"), Fixed::Cooperate),
        ),
    ]
}
