//! Pages of the innovation center: innovations, programmes, facilities, working groups, partners, mentors, funding.
//!
//! Relations are shown on both sides: an innovation lists its products, and each product its innovations. A relation with nothing in it is
//! `None` or empty and prints nothing.

use super::block::{Callout, Download, Proof, Step};
use super::card::CardRow;
use super::contact::{Contact, Hours};
use super::facet::{Filters, Item};
use super::list::Pagination;
use super::picture::Picture;
use super::text::{Badge, Chip, Day, Empty, Fact, Link, Prose, Words};
use serde::Serialize;

/// `kelompok.html`: the index of a kind, its cards in titled groups (innovations by state, partners by kind, events by month, …).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GroupedList {
    /// Title (`h1`).
    pub title: Words,
    /// One or two sentences.
    pub lead: Option<Words>,
    /// "6 inovasi".
    pub count: Option<String>,
    /// Shape of the grids: `teaser`, `row`, `business`.
    pub shape: String,
    /// Leads to the groups of this page, to sibling pages (archive) or to years; empty when there is nothing to choose.
    pub chips: Vec<Chip>,
    /// What the chips are, for screen readers: "Menurut status".
    pub chips_label: String,
    /// Filters by the script; `None` where there is nothing to choose.
    pub filters: Option<Filters>,
    /// The groups, in order; a group without cards is left out.
    pub groups: Vec<Group>,
    /// Said instead of groups.
    pub empty: Option<Empty>,
    /// Pages of a long list.
    pub pages: Option<Pagination>,
    /// Short lists by topic, folded.
    pub topics: Vec<Topic>,
    /// Title above the topics.
    pub topics_title: String,
    /// Ways to take part.
    pub callouts: Vec<Callout>,
    /// Feeds and calendars.
    pub subscriptions: Vec<Subscription>,
}

/// Titles of one topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Topic {
    /// Anchor, ASCII: `topik-mutu`.
    pub id: String,
    /// "Mutu".
    pub title: Words,
    /// How many there are, "12".
    pub count: String,
    /// The newest of them.
    pub links: Vec<Link>,
}

/// A feed or a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Subscription {
    /// Icon name: `kalender`, `rss`, `unduh`.
    pub icon: String,
    /// "Langganan kalender (.ics)".
    pub link: Link,
}

/// Cards under one title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Anchor, ASCII.
    pub id: String,
    /// Title (`h2`); empty when the list has a single group that needs none.
    pub title: String,
    /// One sentence below the title.
    pub note: Option<String>,
    /// Ready cards, and what each is found by.
    pub items: Vec<Item>,
}

/// A result with both figures and the bars that compare them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// "Kayu terbuang".
    pub label: Words,
    /// "18%"; `None` when only the state afterwards is known.
    pub before: Option<Words>,
    /// "7%".
    pub after: Words,
    /// "turun 61%"; `None` when the figures are words or the comparison says nothing.
    pub change: Option<String>,
    /// Lengths of the two bars in thousandths of the longer one; `None` when the figures are words.
    pub bars: Option<Bars>,
    /// How it was measured.
    pub method: Option<Words>,
    /// When.
    pub date: Option<Day>,
}

/// Two bars of one comparison, each 0 to 1000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bars {
    /// Length for the figure before.
    pub before: u32,
    /// Length for the figure after.
    pub after: u32,
}

/// Technology readiness (specification 5.9).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// 1 to 9.
    pub level: u8,
    /// "Tingkat kesiapterapan teknologi (TKT) 8 dari 9".
    pub label: String,
    /// What the level means: "Teknologi lengkap dan andal".
    pub meaning: String,
    /// Who set the level, and when: "penilaian mandiri, 15 Januari 2026".
    pub basis: Option<Words>,
}

/// `inovasi.html`: an innovation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct InnovationPage {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Words,
    /// One sentence.
    pub summary: Option<Words>,
    /// "Sudah dipakai".
    pub state: Badge,
    /// Said when it is no longer pursued, or the page is only an archive.
    pub notice: Option<String>,
    /// Role `cover`.
    pub cover: Option<Picture>,
    /// More photos, role `cover`.
    pub photos: Vec<Picture>,
    /// What was wrong.
    pub problem: Option<Prose>,
    /// What was done.
    pub solution: Option<Prose>,
    /// Measured results.
    pub results: Vec<Outcome>,
    /// Readiness.
    pub readiness: Readiness,
    /// How it works, further story.
    pub body: Option<Prose>,
    /// Who uses it: business cards.
    pub users: Option<CardRow>,
    /// Products made with it: product cards.
    pub products: Option<CardRow>,
    /// Developer as text, partners, working group, programmes.
    pub facts: Vec<Fact>,
    /// Patents, marks and their state.
    pub rights: Vec<Proof>,
    /// Drawings, forms.
    pub downloads: Vec<Download>,
    /// The office.
    pub contact: Contact,
    /// "Ingin mencoba cara ini di usaha Anda?".
    pub contact_note: String,
    /// Other innovations: teaser cards.
    pub others: Option<CardRow>,
    /// Last change.
    pub updated: Option<Day>,
    /// Report page with this entry named.
    pub report_url: String,
}

/// How to register, for a programme or an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Registration {
    /// "Pendaftaran dibuka", with the role of a badge; `None` when nothing is known but the last day.
    pub state: Option<Badge>,
    /// "Batas pendaftaran 18 Desember 2026".
    pub until: Option<String>,
    /// ISO day from which the registration is closed: the browser then shows `closed` instead.
    pub closes_on: Option<String>,
    /// "Pendaftaran ditutup".
    pub closed: String,
    /// Closed already on the day of the build.
    pub is_closed: bool,
    /// Official page or form; `None` in sample mode.
    pub link: Option<Link>,
}

/// A figure that carries its source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sourced {
    /// "37".
    pub value: String,
    /// "usaha".
    pub unit: Option<Words>,
    /// What it says: "Usaha menyelesaikan pengukuran akhir".
    pub label: Words,
    /// "Per Oktober 2026".
    pub as_of: Option<String>,
    /// Who says so.
    pub source: Option<Words>,
}

/// `program.html`: a programme or service.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ProgrammePage {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Fields of work: "Produksi".
    pub kicker: String,
    /// One sentence.
    pub summary: Option<Words>,
    /// Said when the page is only an archive.
    pub notice: Option<String>,
    /// Role `cover`.
    pub cover: Option<Picture>,
    /// For whom: "Pelaku UMKM".
    pub targets: Vec<String>,
    /// What one gets.
    pub benefits: Vec<Words>,
    /// What one needs.
    pub requirements: Vec<Words>,
    /// How it goes.
    pub steps: Vec<Step>,
    /// Schedule, cost, office in charge.
    pub facts: Vec<Fact>,
    /// Registration.
    pub registration: Registration,
    /// Office, with a message for this programme.
    pub contact: Contact,
    /// Text.
    pub body: Option<Prose>,
    /// Results with source and date.
    pub results: Vec<Sourced>,
    /// Working group, partners.
    pub relations: Vec<Fact>,
    /// Who followed it: business cards.
    pub businesses: Option<CardRow>,
    /// Innovations that came of it: teaser cards.
    pub innovations: Option<CardRow>,
    /// Coming events: rows.
    pub events: Option<CardRow>,
    /// Past events: rows.
    pub past_events: Option<CardRow>,
    /// Last change.
    pub updated: Option<Day>,
    /// Report page with this entry named.
    pub report_url: String,
}

/// `fasilitas.html`: a facility.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FacilityPage {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Words,
    /// One sentence.
    pub summary: Option<Words>,
    /// "Beroperasi".
    pub state: Option<Badge>,
    /// Said while it is planned or being built: it cannot be booked yet.
    pub notice: Option<String>,
    /// Role `cover`.
    pub cover: Option<Picture>,
    /// More photos, role `cover`.
    pub photos: Vec<Picture>,
    /// Room, capacity, cost.
    pub facts: Vec<Fact>,
    /// Equipment.
    pub equipment: Vec<Words>,
    /// Hours.
    pub hours: Option<Hours>,
    /// How to book.
    pub booking: Option<Words>,
    /// Rules of the house.
    pub rules: Vec<Words>,
    /// Text.
    pub body: Option<Prose>,
    /// Office.
    pub contact: Contact,
    /// Other facilities: teaser cards.
    pub others: Option<CardRow>,
    /// Last change.
    pub updated: Option<Day>,
    /// Report page with this entry named.
    pub report_url: String,
}

/// `pokja.html`: a working group.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct WorkingGroupPage {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Words,
    /// One sentence.
    pub summary: Option<Words>,
    /// Role `cover`.
    pub cover: Option<Picture>,
    /// Focus, chair (a function, not a person).
    pub facts: Vec<Fact>,
    /// Text.
    pub body: Option<Prose>,
    /// Goals with progress.
    pub goals: Vec<Goal>,
    /// Progress notes, newest first.
    pub notes: Vec<Note>,
    /// Member institutions.
    pub members: Vec<Chip>,
    /// Programmes: teaser cards.
    pub programmes: Option<CardRow>,
    /// Innovations: teaser cards.
    pub innovations: Option<CardRow>,
    /// Office.
    pub contact: Contact,
    /// Other groups.
    pub others: Vec<Chip>,
    /// Last change.
    pub updated: Option<Day>,
    /// Report page with this entry named.
    pub report_url: String,
}

/// A goal with a bar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Goal {
    /// "Wirausaha pemula lulus kelas".
    pub label: Words,
    /// "64 dari 90", or "Target: 90" when nothing is known yet.
    pub value: String,
    /// "orang".
    pub unit: Option<Words>,
    /// "71%", or "capaian belum dicatat".
    pub share: String,
    /// Reached, in hundredths of the target, at most 100; `None` when nothing is known yet.
    pub percent: Option<u32>,
    /// "Per Oktober 2026".
    pub as_of: Option<String>,
}

/// A dated note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Day.
    pub date: Day,
    /// What happened.
    pub text: Words,
}

/// `mitra.html`: a partner.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PartnerPage {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Kind: "Perguruan tinggi".
    pub kind: String,
    /// One sentence.
    pub summary: Option<Words>,
    /// Logo, shown with permission.
    pub logo: Option<Picture>,
    /// Role, country, since, basis, own site.
    pub facts: Vec<Fact>,
    /// "Sumber: Bisnis.com, 1 September 2016 (Nurudin Abdullah)".
    pub source: Option<Words>,
    /// Address of the source.
    pub source_url: Option<String>,
    /// Text.
    pub body: Option<Prose>,
    /// Working groups it belongs to.
    pub groups: Vec<Chip>,
    /// Joint programmes: teaser cards.
    pub programmes: Option<CardRow>,
    /// Joint innovations: teaser cards.
    pub innovations: Option<CardRow>,
    /// Its mentors: teaser cards.
    pub mentors: Option<CardRow>,
    /// "Ingin bekerja sama?".
    pub cooperate: Callout,
    /// Last change.
    pub updated: Option<Day>,
    /// Report page with this entry named.
    pub report_url: String,
}

/// `kerja-sama.html`: the enquiry of partners.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CooperatePage {
    /// Title.
    pub title: Words,
    /// One or two sentences.
    pub lead: Option<Words>,
    /// What can be done together, each with a way on.
    pub fields: Vec<Callout>,
    /// How it goes.
    pub steps: Vec<Step>,
    /// What to write in the first message.
    pub checklist: Vec<Words>,
    /// Office, with a message for this purpose.
    pub contact: Contact,
    /// Partners of today.
    pub partners: Vec<Chip>,
    /// Same page in the other language, said in that language.
    pub other_language: Option<Link>,
    /// Tag of that language.
    pub other_lang: String,
}

/// `mentor.html`: a mentor, as far as the consent goes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MentorPage {
    /// Slug.
    pub id: String,
    /// Name, with academic title.
    pub name: Words,
    /// One sentence.
    pub summary: Option<Words>,
    /// Role `card`; only with consent.
    pub picture: Option<Picture>,
    /// Institution.
    pub institution: Option<Link>,
    /// Expertise.
    pub expertise: Vec<Words>,
    /// Languages, consultation hours, how to meet.
    pub facts: Vec<Fact>,
    /// Own contact with consent, else the office.
    pub contact: Contact,
    /// Text.
    pub body: Option<Prose>,
    /// Coming events: rows.
    pub events: Option<CardRow>,
    /// Past events: rows.
    pub past_events: Option<CardRow>,
    /// Other mentors: teaser cards.
    pub others: Option<CardRow>,
    /// Last change.
    pub updated: Option<Day>,
    /// Report page with this entry named.
    pub report_url: String,
}

/// `pembiayaan-daftar.html`: the funding schemes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FundingList {
    /// Title.
    pub title: Words,
    /// One or two sentences.
    pub lead: Option<Words>,
    /// Warning against fraud; stands first.
    pub warning: Warning,
    /// The schemes.
    pub schemes: Vec<Scheme>,
    /// Filters of the table by the script.
    pub filters: Option<Filters>,
    /// Said instead of schemes.
    pub empty: Option<Empty>,
    /// Papers to prepare.
    pub checklist: Vec<Words>,
    /// Programmes that help with funding: teaser cards.
    pub programmes: Option<CardRow>,
    /// Next dates of the clinic: rows.
    pub events: Option<CardRow>,
    /// Office.
    pub contact: Contact,
}

/// Warning against fraud.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// "Pengajuan tidak dipungut biaya oleh petugas. …".
    pub lead: String,
    /// More sentences.
    pub lines: Vec<String>,
    /// Where to report.
    pub report: Link,
}

/// A row in the table of schemes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scheme {
    /// Page of the scheme.
    pub url: String,
    /// Name.
    pub name: Words,
    /// Kind: "Dana bergulir".
    pub kind: String,
    /// For whom: "Koperasi, UMKM".
    pub targets: String,
    /// "Rp5 juta–Rp50 juta"; "Lihat sumber resmi" when not given.
    pub ceiling: String,
    /// Official page; `None` in sample mode.
    pub official: Option<String>,
    /// Host of the official page, as people read it.
    pub official_host: String,
    /// Day of the check.
    pub checked: Option<Day>,
    /// ISO day from which the check is called old; the browser turns it on.
    pub old_from: Option<String>,
    /// Old already on the day of the build.
    pub is_old: bool,
    /// What it is found by, for `data-marks`.
    pub marks: String,
}

/// `pembiayaan.html`: a funding scheme. It has no form and counts no instalments.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FundingPage {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Kind: "Dana bergulir".
    pub kind: String,
    /// One sentence.
    pub summary: Option<Words>,
    /// Warning against fraud.
    pub warning: Warning,
    /// For whom.
    pub targets: Vec<String>,
    /// Ceiling, interest, term, lender.
    pub facts: Vec<Fact>,
    /// What one needs.
    pub requirements: Vec<Words>,
    /// Official page; `None` in sample mode.
    pub official: Option<Link>,
    /// Host of the official page.
    pub official_host: String,
    /// "Diperiksa 2 November 2026. Ketentuan dapat berubah; ikuti sumber resmi."
    pub checked: Option<String>,
    /// ISO day from which the check is called old.
    pub old_from: Option<String>,
    /// "Sudah lama tidak diperiksa …": shown when old.
    pub old: String,
    /// Old already on the day of the build.
    pub is_old: bool,
    /// Text.
    pub body: Option<Prose>,
    /// Papers to prepare.
    pub checklist: Vec<Words>,
    /// Programmes that help: teaser cards.
    pub programmes: Option<CardRow>,
    /// Other schemes.
    pub others: Vec<Chip>,
    /// Office.
    pub contact: Contact,
    /// Last change.
    pub updated: Option<Day>,
    /// Report page with this entry named.
    pub report_url: String,
}
