//! Success stories: the index and a page for each.

use super::super::cards::Card;
use super::super::center::{maker_cards, nothing_yet, plain_teaser, report, row, see_all, teasers};
use super::super::desk::Desk;
use super::super::facets::{self, Mark};
use super::super::list::{pagination, slice};
use crate::model::{Id, Kind, Seller, SellerId, Story};
use crate::plan::{Fixed, page_count};
use crate::view::block::Quote;
use crate::view::card::TeaserCard;
use crate::view::center::{Group, GroupedList};
use crate::view::editorial::StoryPage;
use crate::view::text::Words;

/// Products of the maker shown below a story.
const PRODUCTS: usize = 4;
/// Other stories shown below one.
const OTHERS: usize = 3;

fn card(desk: &Desk<'_>, id: Id<Story>) -> String {
    desk.card(Card::Teaser(Kind::Story, id.index() as u32))
}

/// What the list is filtered by.
const KEYS: &[(&str, &str)] =
    &[("usaha", "saring.bidang_usaha"), ("pelaku", "saring.tokoh"), ("tahun", "saring.tahun")];

fn marks(desk: &Desk<'_>, story: &Story) -> Vec<Mark> {
    let mut marks: Vec<Mark> = story.facts.date.map(|day| Mark::year(day.year())).into_iter().collect();
    let maker = story.links.about;
    marks.extend(maker.map(|maker| match maker {
        Seller::Business(_) => Mark::new("pelaku", "umkm", Words::new(desk.t("saring.pelaku_umkm")), 0),
        Seller::Cooperative(_) => Mark::new("pelaku", "koperasi", Words::new(desk.t("saring.pelaku_koperasi")), 1),
    }));
    if let Some(Seller::Business(id)) = maker
        && let Some(field) = desk.catalog.businesses.get(id).facts.field
    {
        let category = desk.catalog.categories.get(field);
        marks.push(Mark::new("usaha", &category.slug, desk.words(&category.name), category.order));
    }
    marks
}

/// All stories.
pub fn list(desk: &Desk<'_>, page: usize) -> GroupedList {
    let all = desk.plan.order.stories();
    let shown = slice(desk, all, page).into_iter();
    let items = shown.map(|id| facets::item(card(desk, id), &marks(desk, desk.catalog.stories.get(id)))).collect();
    let marked = all.iter().map(|id| marks(desk, desk.catalog.stories.get(*id)));
    GroupedList {
        title: Words::new(desk.t("nav.cerita")),
        lead: (page == 1).then(|| Words::new(desk.t("warta.cerita_isi"))),
        count: (!all.is_empty()).then(|| desk.count("warta.cerita_jumlah", all.len())),
        shape: "teaser".to_owned(),
        filters: facets::filters(desk, KEYS, marked, super::first(desk, Fixed::Stories, page)),
        empty: all.is_empty().then(|| nothing_yet(desk, "warta.cerita_kosong", None)),
        groups: if all.is_empty() { Vec::new() } else { vec![Group { items, ..Group::default() }] },
        pages: pagination(desk, &Fixed::Stories.path(desk.language), page, page_count(all.len(), desk.site.per_page)),
        ..GroupedList::default()
    }
}

/// Its card; without a photo of its own it shows the maker's.
pub fn teaser(desk: &Desk<'_>, id: Id<Story>) -> TeaserCard {
    let story = desk.catalog.stories.get(id);
    let plain = plain_teaser(desk, Kind::Story, &story.common);
    let maker = story.links.about;
    let picture = plain.picture.clone().or_else(|| desk.main_picture(desk.seller(maker?), "cover"));
    TeaserCard {
        kicker: maker.map(|maker| desk.seller(maker).name.text(desk.language).to_owned()),
        date: story.facts.date.map(|day| desk.day(day)),
        meta: vec![super::minutes(desk, &story.common.body)],
        picture,
        ..plain
    }
}

/// Builds the page of a story.
pub fn view(desk: &Desk<'_>, id: Id<Story>) -> StoryPage {
    let story = desk.catalog.stories.get(id);
    let (common, facts) = (&story.common, &story.facts);
    let about = story.links.about;
    let products = about.map(|maker| desk.plan.order.sorted(desk.catalog.products_of(maker))).unwrap_or_default();
    let shown = products.into_iter().take(PRODUCTS);
    let innovations = match about {
        Some(Seller::Business(id)) => desk.catalog.back.business_innovations.get(id),
        Some(Seller::Cooperative(id)) => desk.catalog.back.cooperative_innovations.get(id),
        None => &[],
    };
    let innovation_cards = teasers(desk, Kind::Innovation, innovations, |id| &desk.catalog.innovations.get(id).common);
    let title = if matches!(about, Some(Seller::Cooperative(_))) { "warta.tokoh_koperasi" } else { "warta.tokoh" };
    let all_products = about.map(|maker| desk.link(desk.t("umum.lihat_semua"), desk.seller_url(maker)));
    let others = desk.plan.order.stories().iter().filter(|other| **other != id).take(OTHERS);
    StoryPage {
        id: common.slug.to_string(),
        title: desk.words(&common.name),
        summary: desk.maybe_words(&common.summary),
        date: facts.date.map(|day| desk.day(day)),
        minutes: super::minutes(desk, &common.body),
        cover: desk.described_picture(common, "cover"),
        before: desk.maybe_words(&facts.before),
        after: desk.maybe_words(&facts.after),
        quote: facts.quotation.as_ref().map(|text| Quote {
            text: desk.words(text),
            by: about.map(|maker| speaker(desk, maker)).unwrap_or_default(),
            source: None,
            date: None,
        }),
        body: desk.prose(&common.body),
        about: row(desk.t(title), maker_cards(desk, about), None),
        products: row(desk.t("nav.produk"), desk.product_cards(shown), all_products),
        innovations: row(desk.t("umkm.inovasi"), innovation_cards, see_all(desk, Fixed::Innovations)),
        others: row(
            desk.t("warta.cerita_lain"),
            others.map(|other| card(desk, *other)).collect(),
            see_all(desk, Fixed::Stories),
        ),
        report_url: report(desk, &desk.entry(Kind::Story, &common.slug)),
    }
}

/// "Bu Ranti, Bingkai Rantika": the owner is named only with consent.
fn speaker(desk: &Desk<'_>, maker: SellerId) -> String {
    let name = desk.seller(maker).name.text(desk.language);
    let owner = match maker {
        Seller::Business(id) => desk.catalog.businesses.get(id).facts.owner.as_deref(),
        Seller::Cooperative(_) => None,
    };
    owner.map_or_else(|| name.to_owned(), |owner| format!("{owner}, {name}"))
}
