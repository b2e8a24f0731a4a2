//! Parts of the page about the site: the commitment, the state of the center, its offices, figures, ways on.

use super::super::center::{fact, office, partner::invitation, programme};
use super::super::desk::Desk;
use super::impact;
use crate::plan::Fixed;
use crate::view::block::{Callout, Quote};
use crate::view::text::{Fact, Link, Words};
use crate::view::utility::FreePage;

/// Figures on the page about the site; the rest stands on the page of figures.
const FIGURES: usize = 4;

/// Adds these parts to the page of the entry.
pub fn complete(desk: &Desk<'_>, page: FreePage) -> FreePage {
    let url = desk.fixed(Fixed::About);
    let mut facts: Vec<Fact> = impact::facilities(desk).into_iter().collect();
    facts.extend(offices(desk));
    let mut figures = impact::figures(desk);
    figures.truncate(FIGURES);
    FreePage {
        quote: commitment(desk),
        facts,
        figures,
        contact: Some(office(desk, desk.t("beli.wa_tanya"), desk.t("hitung.wa_isi"), &url, None)),
        contact_title: Some(desk.site.office.name.clone()),
        callouts: vec![
            Callout {
                title: desk.t("nav.dampak").to_owned(),
                text: desk.t("hitung.isi").to_owned(),
                link: desk.link(desk.t("hitung.lihat"), desk.fixed(Fixed::Impact)),
            },
            programme::register(desk),
            invitation(desk),
        ],
        ..page
    }
}

/// The statement in `situs.yaml`, with its day and source.
fn commitment(desk: &Desk<'_>) -> Option<Quote> {
    let given = desk.site.commitment.as_ref()?;
    let year = given.source.date.map(|day| day.year().to_string());
    let role = match year {
        Some(year) => desk.fill("hitung.wali_kota", &[("jabatan", &given.role), ("tahun", &year)]),
        None => given.role.clone(),
    };
    let medium = Words::new(given.source.medium.clone());
    Some(Quote {
        text: desk.words(&given.text),
        by: format!("{}, {role}", given.by),
        source: Some(Link {
            label: medium,
            url: given.source.url.clone().filter(|_| !desk.site.sample).unwrap_or_default(),
        }),
        date: given.source.date.map(|day| desk.day(day)),
    })
}

/// Offices in charge of programmes, each once.
fn offices(desk: &Desk<'_>) -> Option<Fact> {
    let mut names: Vec<&str> = Vec::new();
    for (_, programme) in desk.catalog.programmes.listed() {
        if let Some(office) = &programme.facts.office {
            let name = office.text(desk.language);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    (!names.is_empty()).then(|| fact(desk.t("hitung.petugas"), Words::new(names.join("; "))))
}
