//! Partners: their index, their pages, and the page on how to become one.

use super::super::cards::Card;
use super::super::desk::Desk;
use super::super::facets::{self, Mark};
use super::super::shared;
use super::{chip_to, fact, grouped, nothing_yet, plain_teaser, row, see_all, teasers};
use crate::bahasa::Language;
use crate::diagnostic::Span;
use crate::model::{Id, Kind, Partner, Photo};
use crate::plan::Fixed;
use crate::schema::tables;
use crate::view::block::{Callout, Step};
use crate::view::card::TeaserCard;
use crate::view::center::{CooperatePage, Group, GroupedList, PartnerPage};
use crate::view::picture::Picture;
use crate::view::text::{Fact, Link, Words};

/// What the list is filtered by.
const KEYS: &[(&str, &str)] = &[("jenis", "saring.jenis"), ("pokja", "saring.pokja"), ("negara", "lembaga.negara")];

/// All partners, by kind.
pub fn list(desk: &Desk<'_>) -> GroupedList {
    let all: Vec<(Id<Partner>, &Partner)> = desk.catalog.partners.listed().collect();
    let group = |kind: &str| Group {
        id: kind.replace('_', "-"),
        title: desk.strings.get(&format!("lembaga.{kind}")).to_owned(),
        note: None,
        items: all
            .iter()
            .filter(|(_, entry)| entry.facts.kind == kind)
            .map(|(id, entry)| {
                let card = desk.card(Card::Teaser(Kind::Partner, id.index() as u32));
                facets::item(card, &marks(desk, *id, entry))
            })
            .collect(),
    };
    let page = GroupedList {
        title: Words::new(desk.t("nav.mitra")),
        lead: Some(Words::new(desk.t("lembaga.isi"))),
        count: Some(desk.count("lembaga.jumlah", all.len())),
        shape: "teaser".to_owned(),
        chips_label: desk.t("lembaga.menurut").to_owned(),
        filters: facets::filters(desk, KEYS, all.iter().map(|(id, entry)| marks(desk, *id, entry)), String::new()),
        empty: Some(nothing_yet(desk, "lembaga.kosong", None)),
        callouts: vec![invitation(desk)],
        ..GroupedList::default()
    };
    grouped(desk, page, tables::center::PARTNER_KIND.iter().map(|kind| group(kind.value)).collect())
}

fn marks(desk: &Desk<'_>, id: Id<Partner>, entry: &Partner) -> Vec<Mark> {
    let place = country(desk, &entry.facts.country);
    let mut marks = vec![Mark::new("negara", &entry.facts.country, Words::new(place), 0)];
    marks.extend(Mark::choice(desk, "jenis", tables::center::PARTNER_KIND, entry.facts.kind));
    marks.extend(desk.catalog.back.partner_groups.get(id).iter().map(|id| {
        let group = &desk.catalog.groups.get(*id).common;
        Mark::new("pokja", &group.slug, desk.words(&group.name), 0)
    }));
    marks
}

/// "Ingin bekerja sama?".
pub fn invitation(desk: &Desk<'_>) -> Callout {
    Callout {
        title: desk.t("lembaga.ajak").to_owned(),
        text: desk.t("lembaga.ajak_isi").to_owned(),
        link: desk.link(desk.t("lembaga.ajak_tautan"), desk.fixed(Fixed::Cooperate)),
    }
}

/// Its card.
pub fn teaser(desk: &Desk<'_>, id: Id<Partner>) -> TeaserCard {
    let entry = desk.catalog.partners.get(id);
    let mut meta: Vec<String> = entry.facts.since.map(|year| since(desk, year)).into_iter().collect();
    if entry.facts.country != "ID" {
        meta.push(country(desk, &entry.facts.country));
    }
    TeaserCard { kicker: Some(kind(desk, entry)), meta, ..plain_teaser(desk, Kind::Partner, &entry.common) }
}

fn kind(desk: &Desk<'_>, entry: &Partner) -> String {
    shared::label(tables::center::PARTNER_KIND, entry.facts.kind, desk.language).to_owned()
}

fn since(desk: &Desk<'_>, year: i32) -> String {
    desk.fill("mitra.sejak", &[("tahun", &year.to_string())])
}

/// Name of a country; its code when the theme has no word for it.
fn country(desk: &Desk<'_>, code: &str) -> String {
    let key = format!("negara.{}", code.to_ascii_lowercase());
    if desk.strings.has(&key) { desk.strings.get(&key).to_owned() } else { code.to_owned() }
}

/// Builds the page of a partner.
pub fn view(desk: &Desk<'_>, id: Id<Partner>) -> PartnerPage {
    let entry = desk.catalog.partners.get(id);
    let common = &entry.common;
    let back = &desk.catalog.back;
    let catalog = desk.catalog;
    let (source, source_url) = entry.facts.source.as_ref().map(|given| super::source(desk, given)).unzip();
    let programmes =
        teasers(desk, Kind::Programme, back.partner_programmes.get(id), |id| &catalog.programmes.get(id).common);
    let innovations =
        teasers(desk, Kind::Innovation, back.partner_innovations.get(id), |id| &catalog.innovations.get(id).common);
    let mentors = teasers(desk, Kind::Mentor, back.partner_mentors.get(id), |id| &catalog.mentors.get(id).common);
    PartnerPage {
        id: common.slug.to_string(),
        name: desk.words(&common.name),
        kind: kind(desk, entry),
        summary: desk.maybe_words(&common.summary),
        logo: logo(desk, entry),
        facts: details(desk, entry),
        source,
        source_url: source_url.flatten().filter(|_| !desk.site.sample),
        body: desk.prose(&common.body),
        groups: back
            .partner_groups
            .get(id)
            .iter()
            .map(|id| chip_to(desk, Kind::WorkingGroup, &catalog.groups.get(*id).common))
            .collect(),
        programmes: row(desk.t("lembaga.program"), programmes, see_all(desk, Fixed::Programmes)),
        innovations: row(desk.t("lembaga.inovasi"), innovations, see_all(desk, Fixed::Innovations)),
        mentors: row(desk.t("lembaga.mentor"), mentors, see_all(desk, Fixed::Mentors)),
        cooperate: invitation(desk),
        updated: super::updated(desk, common),
        report_url: super::report(desk, &desk.entry(Kind::Partner, &common.slug)),
    }
}

fn logo(desk: &Desk<'_>, entry: &Partner) -> Option<Picture> {
    let path = entry.facts.logo.clone()?;
    desk.picture(&Photo { path, alt: None, credit: None, focus: None, span: Span::WHOLE }, "thumb")
}

fn details(desk: &Desk<'_>, entry: &Partner) -> Vec<Fact> {
    let facts = &entry.facts;
    let mut rows = Vec::new();
    rows.extend(facts.role.as_ref().map(|text| fact(desk.t("mitra.peran"), desk.words(text))));
    rows.extend(facts.since.map(|year| fact(desk.t("lembaga.sejak"), Words::new(year.to_string()))));
    rows.push(fact(desk.t("lembaga.negara"), Words::new(country(desk, &facts.country))));
    rows.extend(facts.basis.as_ref().map(|(document, day)| {
        let text = day.map_or_else(|| document.clone(), |day| format!("{document}, {}", day.display(Language::Id)));
        fact(desk.t("lembaga.dasar"), desk.indonesian(&text))
    }));
    rows.extend(facts.site.as_ref().map(|url| {
        let host = super::host(url);
        let links = if desk.site.sample { Vec::new() } else { vec![desk.link(host, url.clone())] };
        let value = if desk.site.sample { Words::new(host) } else { Words::default() };
        Fact { links, ..fact(desk.t("lembaga.situs"), value) }
    }));
    rows
}

/// The page on cooperation.
pub fn cooperate(desk: &Desk<'_>) -> CooperatePage {
    let other = desk.language.pick(Language::En, Language::Id);
    let both = desk.site.languages.contains(&other);
    let url = desk.fixed(Fixed::Cooperate);
    let field = |(name, link, page): (&str, &str, Fixed)| Callout {
        title: desk.strings.get(&format!("ajak.{name}")).to_owned(),
        text: desk.strings.get(&format!("ajak.{name}_isi")).to_owned(),
        link: desk.link(desk.strings.get(&format!("ajak.{link}")), desk.fixed(page)),
    };
    let step = |number: u8| Step {
        title: Words::new(desk.strings.get(&format!("ajak.langkah_{number}"))),
        body: Some(desk.paragraph(desk.strings.get(&format!("ajak.langkah_{number}_isi")))),
    };
    let partners = desk.catalog.partners.rows().iter().filter(|entry| entry.common.is_listed());
    CooperatePage {
        title: Words::new(desk.t("ajak.judul")),
        lead: Some(Words::new(desk.t("ajak.isi"))),
        // The five fields of cooperation.
        fields: [
            ("pendampingan", "lihat_pokja", Fixed::WorkingGroups),
            ("permodalan", "lihat_modal", Fixed::Funding),
            ("produksi", "lihat_inovasi", Fixed::Innovations),
            ("promosi", "lihat_koleksi", Fixed::Collections),
            ("pemasaran", "lihat_produk", Fixed::Products),
        ]
        .map(field)
        .to_vec(),
        steps: (1..=4).map(step).collect(),
        checklist: (1..=5).map(|at| Words::new(desk.strings.get(&format!("ajak.tulis_{at}")))).collect(),
        contact: super::office(desk, desk.t("ajak.wa"), desk.t("ajak.wa_isi"), &url, None),
        partners: partners.map(|entry| chip_to(desk, Kind::Partner, &entry.common)).collect(),
        other_language: both.then(|| Link {
            label: Words::new(desk.t("ajak.bahasa_lain")),
            url: desk.href(&Fixed::Cooperate.path(other)),
        }),
        other_lang: other.code().to_owned(),
    }
}
