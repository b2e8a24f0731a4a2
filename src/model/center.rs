//! The innovation center (specification 4.5).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::word::{self, Word};
use super::{
    Bilingual, BilingualProse, Business, Consent, Cooperative, Date, Entry, Link, Linked, NoLinks, OpeningHours, Phone,
    Proof, Seller, Stage, YearMonth,
};

/// How far an innovation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "named as in specification 4.5")]
pub enum Progress {
    Idea,
    Trial,
    InUse,
    Discontinued,
}

impl Progress {
    /// As written in `status`.
    pub const fn word(self) -> &'static str {
        match self {
            Progress::Idea => "ide",
            Progress::Trial => "uji",
            Progress::InUse => "pakai",
            Progress::Discontinued => "berhenti",
        }
    }
}

/// A measured result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    /// What was measured.
    pub measure: Bilingual,
    /// Before, as written.
    pub before: Option<String>,
    /// After, as written.
    pub after: String,
    /// Unit.
    pub unit: Option<String>,
    /// Day.
    pub date: Option<Date>,
    /// How.
    pub method: Option<String>,
}

/// A file to download.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Download {
    /// Its title.
    pub name: String,
    /// Path below the site's root.
    pub path: Arc<str>,
}

/// Facts of an innovation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InnovationFacts {
    /// The problem.
    pub problem: BilingualProse,
    /// The solution.
    pub solution: BilingualProse,
    /// Technology readiness level, 1 to 9.
    pub readiness: u8,
    /// Who set the level, and when.
    pub readiness_basis: Option<(String, Option<Date>)>,
    /// How far it is.
    pub progress: Progress,
    /// Results.
    pub results: Vec<Measurement>,
    /// Developer as text.
    pub developer: Option<Bilingual>,
    /// Intellectual property.
    pub rights: Vec<Proof>,
    /// Downloads.
    pub downloads: Vec<Download>,
}

/// Links of an innovation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct InnovationLinks<S: Stage> {
    /// Who uses it.
    pub users: Vec<AdopterLink<S>>,
    /// Partners who developed it.
    pub developers: Vec<S::Link<Partner>>,
    /// Working group.
    pub group: Option<S::Link<WorkingGroup>>,
    /// Programmes it belongs to.
    pub programmes: Vec<S::Link<Programme>>,
}

/// A user of an innovation: before `resolve` one cannot tell a UMKM from a cooperative by its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum AdopterLink<S: Stage> {
    /// A name still to be looked up in both folders.
    Unknown(super::Reference),
    /// Found.
    Found(Seller<S::Link<Business>, S::Link<Cooperative>>),
}

/// An innovation.
pub type Innovation = Entry<InnovationFacts, InnovationLinks<Linked>>;

/// How to register.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Registration {
    /// `buka`, `tutup` or `segera`.
    #[serde(deserialize_with = "word::maybe")]
    pub status: Option<Word>,
    /// Form or page.
    pub url: Option<String>,
    /// WhatsApp of the office.
    pub whatsapp: Option<Phone>,
    /// Last day.
    pub until: Option<Date>,
}

/// A result of a programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// What.
    pub text: String,
    /// How much.
    pub value: String,
    /// Unit.
    pub unit: Option<String>,
    /// As of.
    pub as_of: Option<YearMonth>,
    /// Who says so.
    pub source: String,
}

/// Facts of a programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProgrammeFacts {
    /// For whom, as written.
    #[serde(deserialize_with = "word::many")]
    pub targets: Vec<Word>,
    /// Fields of work, as written.
    #[serde(deserialize_with = "word::many")]
    pub fields: Vec<Word>,
    /// What one gets.
    pub benefits: Vec<Bilingual>,
    /// Requirements.
    pub requirements: Vec<Bilingual>,
    /// Steps.
    pub steps: Vec<Bilingual>,
    /// Rupiah; 0 is free.
    pub cost: Option<u64>,
    /// Registration.
    pub registration: Option<Registration>,
    /// Schedule.
    pub schedule: Option<Bilingual>,
    /// Office in charge.
    pub office: Option<Bilingual>,
    /// Results.
    pub outcomes: Vec<Outcome>,
}

/// Links of a programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct ProgrammeLinks<S: Stage> {
    /// Working group.
    pub group: Option<S::Link<WorkingGroup>>,
    /// Partners.
    pub partners: Vec<S::Link<Partner>>,
}

/// A programme or service.
pub type Programme = Entry<ProgrammeFacts, ProgrammeLinks<Linked>>;

/// Facts of a facility.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FacilityFacts {
    /// Room.
    pub room: Option<Bilingual>,
    /// Capacity.
    pub capacity: Option<String>,
    /// Equipment.
    pub equipment: Vec<Bilingual>,
    /// Opening hours.
    pub hours: Option<OpeningHours>,
    /// How to book.
    pub booking: Option<Bilingual>,
    /// Cost, as written.
    pub cost: Option<String>,
    /// Rules.
    pub rules: Vec<Bilingual>,
    /// `rencana`, `dibangun` or `beroperasi`.
    #[serde(deserialize_with = "word::maybe")]
    pub state: Option<Word>,
}

/// A facility.
pub type Facility = Entry<FacilityFacts, NoLinks>;

/// A goal of a working group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// What.
    pub text: String,
    /// Measured in.
    pub measure: Option<String>,
    /// Wanted.
    pub target: f64,
    /// Reached.
    pub reached: Option<f64>,
    /// As of.
    pub as_of: Option<YearMonth>,
}

/// Facts of a working group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkingGroupFacts {
    /// Focus.
    pub focus: Option<Bilingual>,
    /// Chair: a function, not a person.
    pub chair: Option<Bilingual>,
    /// Goals.
    pub goals: Vec<Goal>,
    /// Progress notes, newest last.
    pub notes: Vec<(Date, String)>,
}

/// Links of a working group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct WorkingGroupLinks<S: Stage> {
    /// Member institutions.
    pub members: Vec<S::Link<Partner>>,
    /// Programmes.
    pub programmes: Vec<S::Link<Programme>>,
}

/// A working group.
pub type WorkingGroup = Entry<WorkingGroupFacts, WorkingGroupLinks<Linked>>;

/// Where a statement was published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Medium.
    pub medium: String,
    /// Day.
    pub date: Option<Date>,
    /// Writer.
    pub author: Option<String>,
    /// Address.
    pub url: Option<String>,
}

/// Facts of a partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartnerFacts {
    /// Short name.
    pub short: Option<String>,
    /// Kind, as written.
    #[serde(deserialize_with = "word::one")]
    pub kind: Word,
    /// Country, ISO 3166 two letters.
    pub country: String,
    /// Role.
    pub role: Option<Bilingual>,
    /// Partner since.
    pub since: Option<i32>,
    /// Web site.
    pub site: Option<String>,
    /// Logo, with permission.
    pub logo: Option<Arc<str>>,
    /// Agreement: document and day.
    pub basis: Option<(String, Option<Date>)>,
    /// Who says so.
    pub source: Option<Source>,
}

/// A partner.
pub type Partner = Entry<PartnerFacts, NoLinks>;

/// Facts of a mentor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MentorFacts {
    /// Academic title.
    pub title: Option<String>,
    /// Expertise.
    pub expertise: Vec<Bilingual>,
    /// Languages.
    pub languages: Vec<Bilingual>,
    /// Consultation hours.
    pub schedule: Option<Bilingual>,
    /// How to meet.
    pub meeting: Option<Bilingual>,
    /// WhatsApp, with consent.
    pub whatsapp: Option<Phone>,
    /// E-mail, with consent.
    pub email: Option<String>,
    /// Social media, with consent.
    pub social: Vec<Link>,
    /// Consent.
    pub consent: Consent,
}

/// Links of a mentor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct MentorLinks<S: Stage> {
    /// Institution.
    pub institution: Option<S::Link<Partner>>,
}

/// A mentor.
pub type Mentor = Entry<MentorFacts, MentorLinks<Linked>>;

/// Facts of a funding scheme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FundingFacts {
    /// Kind, as written.
    #[serde(deserialize_with = "word::one")]
    pub kind: Word,
    /// For whom, as written.
    #[serde(deserialize_with = "word::many")]
    pub targets: Vec<Word>,
    /// Ceiling in rupiah: from, to.
    pub ceiling: (Option<u64>, Option<u64>),
    /// Interest, in words.
    pub interest: Option<Bilingual>,
    /// Term, in words.
    pub term: Option<Bilingual>,
    /// Requirements.
    pub requirements: Vec<Bilingual>,
    /// Lender.
    pub lender: Option<Bilingual>,
    /// Official page.
    pub url: Option<String>,
}

/// A funding scheme.
pub type Funding = Entry<FundingFacts, NoLinks>;
