//! Innovations: their index and their pages.

use super::super::cards::Card;
use super::super::desk::{Desk, file_url};
use super::super::facets::{self, Mark};
use super::super::shared::{self, badge};
use super::{fact, grouped, link_to, linked_fact, nothing_yet, plain_teaser, row, see_all};
use crate::bahasa::Language;
use crate::model::{AdopterLink, Decimal, Id, Innovation, Kind, Measurement, Progress, SellerId};
use crate::plan::Fixed;
use crate::schema::tables;
use crate::view::block::Download;
use crate::view::card::TeaserCard;
use crate::view::center::{Bars, Group, GroupedList, InnovationPage, Outcome, Readiness};
use crate::view::text::{Badge, Fact, Words};

/// Other innovations shown below one.
const OTHERS: usize = 3;
/// What the list is filtered by.
const KEYS: &[(&str, &str)] =
    &[("status", "saring.status"), ("tkt", "saring.tkt"), ("pokja", "saring.pokja"), ("mitra", "saring.mitra")];

/// All innovations, by how far they are.
pub fn list(desk: &Desk<'_>) -> GroupedList {
    let listed = desk.catalog.innovations.listed();
    let mut all: Vec<(Id<Innovation>, &Innovation)> = listed.collect();
    all.sort_by_key(|(id, entry)| (!entry.common.featured, std::cmp::Reverse(entry.facts.readiness), *id));
    let group = |progress: Progress| Group {
        id: progress.word().to_owned(),
        title: desk.strings.get(&format!("pusat.kelompok_{}", progress.word())).to_owned(),
        note: None,
        items: all
            .iter()
            .filter(|(_, entry)| entry.facts.progress == progress)
            .map(|(id, entry)| facets::item(card(desk, *id), &marks(desk, entry)))
            .collect(),
    };
    let page = GroupedList {
        title: Words::new(desk.t("nav.inovasi")),
        lead: Some(Words::new(desk.t("pusat.inovasi_isi"))),
        count: Some(desk.count("pusat.jumlah_inovasi", all.len())),
        shape: "teaser".to_owned(),
        chips_label: desk.t("pusat.menurut_status").to_owned(),
        filters: facets::filters(desk, KEYS, all.iter().map(|(_, entry)| marks(desk, entry)), String::new()),
        empty: Some(nothing_yet(desk, "kosong.inovasi", None)),
        ..GroupedList::default()
    };
    grouped(desk, page, [Progress::InUse, Progress::Trial, Progress::Idea, Progress::Discontinued].map(group).to_vec())
}

fn marks(desk: &Desk<'_>, entry: &Innovation) -> Vec<Mark> {
    let level = entry.facts.readiness;
    let shown = desk.fill("tkt.singkat", &[("n", &level.to_string())]);
    let mut marks = vec![Mark::new("tkt", &level.to_string(), Words::new(shown), i64::from(level))];
    marks.extend(Mark::choice(desk, "status", tables::center::INNOVATION_STATUS, entry.facts.progress.word()));
    marks.extend(entry.links.group.map(|id| {
        let group = &desk.catalog.groups.get(id).common;
        Mark::new("pokja", &group.slug, desk.words(&group.name), 0)
    }));
    marks.extend(entry.links.developers.iter().map(|id| {
        let partner = &desk.catalog.partners.get(*id).common;
        Mark::new("mitra", &partner.slug, desk.words(&partner.name), 0)
    }));
    marks
}

fn card(desk: &Desk<'_>, id: Id<Innovation>) -> String {
    desk.card(Card::Teaser(Kind::Innovation, id.index() as u32))
}

/// Its card.
pub fn teaser(desk: &Desk<'_>, id: Id<Innovation>) -> TeaserCard {
    let entry = desk.catalog.innovations.get(id);
    let products = desk.catalog.back.innovation_products.get(id).len();
    let users = entry.links.users.len();
    let mut meta = Vec::new();
    if users > 0 {
        meta.push(desk.count("pusat.dipakai", users));
    }
    if products > 0 {
        meta.push(desk.count("daftar.jumlah_produk", products));
    }
    TeaserCard {
        kicker: Some(desk.fill("tkt.singkat", &[("n", &entry.facts.readiness.to_string())])),
        meta,
        badges: vec![state(desk, entry.facts.progress)],
        ..plain_teaser(desk, Kind::Innovation, &entry.common)
    }
}

/// "Sudah dipakai".
fn state(desk: &Desk<'_>, progress: Progress) -> Badge {
    match progress {
        Progress::Idea => badge(desk.t("inov.status_ide"), "plain"),
        Progress::Trial => badge(desk.t("inov.status_uji"), "warn"),
        Progress::InUse => badge(desk.t("inov.status_pakai"), "good"),
        Progress::Discontinued => badge(desk.t("pusat.status_berhenti"), "quiet"),
    }
}

/// Builds the page of an innovation.
pub fn view(desk: &Desk<'_>, id: Id<Innovation>) -> InnovationPage {
    let entry = desk.catalog.innovations.get(id);
    let (common, facts) = (&entry.common, &entry.facts);
    let stopped = (facts.progress == Progress::Discontinued).then(|| desk.t("pusat.berhenti").to_owned());
    let products = desk.catalog.back.innovation_products.get(id);
    let shown =
        desk.plan.order.sorted(products).into_iter().filter(|id| desk.catalog.products.get(*id).common.is_listed());
    let product_cards = desk.product_cards(shown.take(super::ROW));
    InnovationPage {
        id: common.slug.to_string(),
        name: desk.words(&common.name),
        summary: desk.maybe_words(&common.summary),
        state: state(desk, facts.progress),
        notice: super::archived(desk, common).or(stopped),
        cover: desk.described_picture(common, "cover"),
        photos: super::more_photos(desk, common),
        problem: desk.prose(&facts.problem),
        solution: desk.prose(&facts.solution),
        results: facts.results.iter().map(|result| outcome(desk, result)).collect(),
        readiness: readiness(desk, entry),
        body: desk.prose(&common.body),
        users: row(desk.t("inov.penerap"), super::maker_cards(desk, users(entry)), None),
        products: row(desk.t("inov.produk"), product_cards, None),
        facts: relations(desk, entry),
        rights: shared::proofs(desk, &facts.rights),
        downloads: facts
            .downloads
            .iter()
            .map(|file| Download {
                label: desk.indonesian(&file.name),
                url: file_url(desk, &file.path),
                meta: "PDF".to_owned(),
            })
            .collect(),
        contact: super::office_about(desk, Kind::Innovation, common, "beli.wa_tanya", "pusat.wa_isi"),
        contact_note: desk.t("pusat.coba").to_owned(),
        others: row(desk.t("pusat.lain_inovasi"), others(desk, id), see_all(desk, Fixed::Innovations)),
        updated: super::updated(desk, common),
        report_url: super::report(desk, &desk.entry(Kind::Innovation, &common.slug)),
    }
}

fn users(entry: &Innovation) -> impl Iterator<Item = SellerId> {
    entry.links.users.iter().filter_map(|user| match user {
        AdopterLink::Found(maker) => Some(*maker),
        AdopterLink::Unknown(_) => None,
    })
}

fn readiness(desk: &Desk<'_>, entry: &Innovation) -> Readiness {
    let level = entry.facts.readiness;
    // The basis is written in Indonesian only, so its day is too.
    let basis = entry.facts.readiness_basis.as_ref().map(|(by, day)| match day {
        Some(day) => desk.indonesian(&format!("{by}, {}", day.display(Language::Id))),
        None => desk.indonesian(by),
    });
    Readiness {
        level,
        label: desk.fill("inov.tkt", &[("n", &level.to_string())]),
        meaning: desk.strings.get(&format!("tkt.t{level}")).to_owned(),
        basis,
    }
}

fn relations(desk: &Desk<'_>, entry: &Innovation) -> Vec<Fact> {
    let links = &entry.links;
    let partners =
        links.developers.iter().map(|id| link_to(desk, Kind::Partner, &desk.catalog.partners.get(*id).common));
    let developer = entry.facts.developer.as_ref();
    let developers = Fact {
        links: partners.collect(),
        ..fact(desk.t("pusat.pengembang"), developer.map(|text| desk.words(text)).unwrap_or_default())
    };
    let group = links.group.map(|id| link_to(desk, Kind::WorkingGroup, &desk.catalog.groups.get(id).common));
    let programmes =
        links.programmes.iter().map(|id| link_to(desk, Kind::Programme, &desk.catalog.programmes.get(*id).common));
    let mut facts = Vec::new();
    if !developers.links.is_empty() || developer.is_some() {
        facts.push(developers);
    }
    facts.extend(linked_fact(desk.t("pusat.pokja"), group.into_iter().collect()));
    facts.extend(linked_fact(desk.t("pusat.program"), programmes.collect()));
    facts
}

/// The next ones in the list, round about, so that each is shown somewhere.
fn others(desk: &Desk<'_>, id: Id<Innovation>) -> Vec<String> {
    let count = desk.catalog.innovations.len();
    let around = (1..count).map(|step| Id::new((id.index() + step) % count));
    let listed = around.filter(|other| desk.catalog.innovations.get(*other).common.is_listed());
    listed.take(OTHERS).map(|other| card(desk, other)).collect()
}

/// A result with its bars: only where both figures are numbers.
fn outcome(desk: &Desk<'_>, result: &Measurement) -> Outcome {
    let read = |text: &str| Decimal::read(text).ok().map(|reading| reading.value);
    let numbers = result.before.as_deref().and_then(read).zip(read(&result.after));
    Outcome {
        label: super::titled(desk.words(&result.measure)),
        before: result.before.as_deref().map(|text| figure(desk, text, result.unit.as_deref())),
        after: figure(desk, &result.after, result.unit.as_deref()),
        change: numbers.and_then(|(before, after)| change(desk, before.thousandths(), after.thousandths())),
        bars: numbers.and_then(|(before, after)| bars(before.thousandths(), after.thousandths())),
        method: result.method.as_deref().map(|text| desk.indonesian(text)),
        date: result.date.map(|day| desk.day(day)),
    }
}

/// A figure with its unit: a number in the page's language when the unit is a sign, else as written.
fn figure(desk: &Desk<'_>, text: &str, unit: Option<&str>) -> Words {
    let number = Decimal::read(text).ok().map(|reading| reading.value.display(desk.language));
    match (number, unit) {
        (Some(number), None) => Words::new(number),
        (Some(number), Some("%")) => Words::new(format!("{number}%")),
        (_, unit) => desk.indonesian(&unit.map_or_else(|| text.to_owned(), |unit| format!("{text} {unit}"))),
    }
}

/// "turun 61%", "naik 20%", from twice as much on "8,7 kali semula".
fn change(desk: &Desk<'_>, before: i64, after: i64) -> Option<String> {
    if before <= 0 || after < 0 || before == after {
        return None;
    }
    if after >= before * 2 {
        let times = Decimal::from_thousandths((after * 10 + before / 2) / before * 100);
        return Some(desk.fill("pusat.kali", &[("n", &times.display(desk.language))]));
    }
    let percent = ((after - before).abs() * 100 + before / 2) / before;
    let key = if after < before { "pusat.turun" } else { "pusat.naik" };
    (percent > 0).then(|| desk.fill(key, &[("n", &percent.to_string())]))
}

fn bars(before: i64, after: i64) -> Option<Bars> {
    let longest = before.max(after);
    if longest <= 0 || before < 0 || after < 0 {
        return None;
    }
    let size = |value: i64| u32::try_from(value * 1000 / longest).unwrap_or(1000);
    Some(Bars { before: size(before), after: size(after) })
}

#[cfg(test)]
mod tests {
    use super::{Bars, bars};

    #[test]
    fn the_longer_bar_is_full() {
        assert_eq!(bars(18_000, 7_000), Some(Bars { before: 1000, after: 388 }));
        assert_eq!(bars(3_000, 26_000), Some(Bars { before: 115, after: 1000 }));
        assert_eq!(bars(0, 0), None);
        assert_eq!(bars(-1_000, 5_000), None);
    }
}
