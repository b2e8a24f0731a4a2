//! Those who make and sell: UMKM and cooperatives (specification 4.1 and 4.2).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Span;

use super::word::{self, Word};
use super::{
    Bilingual, BilingualProse, Category, Consent, Date, Entry, Id, Link, Linked, OpeningHours, Phone, PlaceId, Point,
    Programme, Proof, Stage, YearMonth,
};

/// Where someone is, how to reach them and how to buy there. Only what the owner allowed is kept here.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Presence {
    /// Kelurahan; `None` only for a broken entry.
    pub place: Option<PlaceId>,
    /// Street, with consent.
    pub street: Option<String>,
    /// How to find it, with consent.
    pub directions: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Map point, with consent.
    pub point: Option<Point>,
    /// WhatsApp, with consent.
    pub whatsapp: Option<Phone>,
    /// Where the WhatsApp number stands in the entry's file.
    pub whatsapp_span: Span,
    /// Telephone, with consent.
    pub telephone: Option<Phone>,
    /// E-mail, with consent.
    pub email: Option<String>,
    /// Web site and social media, with consent.
    pub social: Vec<Link>,
    /// Shops on other platforms.
    pub shops: Vec<Link>,
    /// Opening hours.
    pub hours: Option<OpeningHours>,
    /// `ya`, `tidak` or `janji`.
    #[serde(deserialize_with = "word::maybe")]
    pub visits: Option<Word>,
    /// Ways to pay, as written.
    #[serde(deserialize_with = "word::many")]
    pub payment: Vec<Word>,
    /// Ways to get the goods, as written.
    #[serde(deserialize_with = "word::many")]
    pub delivery: Vec<Word>,
    /// Takes QRIS.
    pub qris: bool,
    /// A picture of a QRIS code, with consent: it is read and judged, never published.
    pub payment_picture: Option<PaymentPicture>,
    /// Production capacity, with consent.
    pub capacity: Option<String>,
}

/// A picture of a QRIS code, and what it must agree with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaymentPicture {
    /// Its file, below the site's root.
    pub path: Arc<str>,
    /// Where the entry names it.
    pub span: Span,
    /// The merchant number (NMID) that the entry gives.
    pub merchant: Option<String>,
}

impl Presence {
    /// Is there any way to reach them or to buy?
    pub fn has_contact(&self) -> bool {
        self.whatsapp.is_some()
            || self.telephone.is_some()
            || self.email.is_some()
            || !self.social.is_empty()
            || !self.shops.is_empty()
    }
}

/// Facts of a UMKM.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BusinessFacts {
    /// Field of business: a top category.
    pub field: Option<Id<Category>>,
    /// Owner's name, with consent.
    pub owner: Option<String>,
    /// Legal form, as written.
    #[serde(deserialize_with = "word::maybe")]
    pub form: Option<Word>,
    /// Year of founding.
    pub since: Option<i32>,
    /// `mikro`, `kecil` or `menengah`.
    #[serde(deserialize_with = "word::maybe")]
    pub scale: Option<Word>,
    /// Has a NIB.
    pub has_business_number: bool,
    /// The NIB itself, with consent.
    pub business_number: Option<String>,
    /// Tells equal NIBs apart from others without holding the number: a hash of it, and where it stands.
    pub number_mark: Option<(u64, Span)>,
    /// KBLI codes.
    pub activity_codes: Vec<String>,
    /// Place, contact, shops.
    pub presence: Presence,
    /// Ready to export, and where to.
    pub export: Option<Vec<String>>,
    /// Business-wide permits.
    pub proofs: Vec<Proof>,
    /// Consent.
    pub consent: Consent,
}

/// Links of a UMKM.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct BusinessLinks<S: Stage> {
    /// Cooperative it belongs to.
    pub cooperative: Option<S::Link<Cooperative>>,
    /// Programmes it followed, with the year.
    pub programmes: Vec<(S::Link<Programme>, Option<i32>)>,
}

/// A UMKM.
pub type Business = Entry<BusinessFacts, BusinessLinks<Linked>>;

/// Members of a cooperative.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Members {
    /// People.
    pub people: u32,
    /// Men.
    pub men: Option<u32>,
    /// Women.
    pub women: Option<u32>,
    /// Members who run a UMKM.
    pub businesses: Option<u32>,
    /// Month of the count.
    pub as_of: Option<YearMonth>,
}

/// Facts of a cooperative.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CooperativeFacts {
    /// One of the five kinds, as written.
    #[serde(deserialize_with = "word::one")]
    pub kind: Word,
    /// `konvensional` or `syariah`.
    #[serde(deserialize_with = "word::maybe")]
    pub pattern: Option<Word>,
    /// `primer` or `sekunder`.
    #[serde(deserialize_with = "word::one")]
    pub tier: Word,
    /// Groups it belongs to, as written.
    #[serde(deserialize_with = "word::many")]
    pub groups: Vec<Word>,
    /// Legal entity number.
    pub legal_number: Option<String>,
    /// Day of that number.
    pub legal_date: Option<Date>,
    /// NIK of the cooperative.
    pub registration_number: Option<String>,
    /// Year of founding.
    pub since: Option<i32>,
    /// Members.
    pub members: Option<Members>,
    /// Year of the last members' meeting.
    pub last_meeting: Option<i32>,
    /// Business units.
    pub units: Vec<Bilingual>,
    /// Services are for members only.
    pub members_only: bool,
    /// How to join.
    pub joining: BilingualProse,
    /// Officers, with consent: name and function.
    pub officers: Vec<(String, String)>,
    /// Place, contact, shops.
    pub presence: Presence,
    /// Consent.
    pub consent: Consent,
}

/// Cooperatives point to nobody; others point to them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NoLinks;

/// A cooperative.
pub type Cooperative = Entry<CooperativeFacts, NoLinks>;
