//! Events, news, stories, collections, impact figures, free pages (specification 4.5).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::word::{self, Word};
use super::{
    Bilingual, BilingualProse, Business, Category, Cooperative, Date, Entry, Id, Kind, Linked, Mentor, Moment, NoLinks,
    Product, Programme, Reference, Registration, SellerLink, Source, Stage,
};

/// Where an event takes place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Venue {
    /// Name.
    pub name: String,
    /// Address.
    pub address: Option<String>,
    /// Kelurahan, as written.
    pub village: Option<String>,
    /// Position of the kecamatan, if known.
    pub district: Option<u16>,
}

/// Facts of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventFacts {
    /// Kind, as written.
    #[serde(deserialize_with = "word::one")]
    pub kind: Word,
    /// Start, WIB.
    pub start: Moment,
    /// End, WIB.
    pub end: Option<Moment>,
    /// Place.
    pub venue: Option<Venue>,
    /// Address of the online room.
    pub online: Option<String>,
    /// Places.
    pub capacity: Option<u32>,
    /// Rupiah; 0 is free.
    pub cost: Option<u64>,
    /// Registration.
    pub registration: Option<Registration>,
    /// For whom, as written.
    #[serde(deserialize_with = "word::many")]
    pub targets: Vec<Word>,
    /// `jadwal`, `tunda` or `batal`.
    #[serde(deserialize_with = "word::one")]
    pub state: Word,
    /// What came of it.
    pub review: BilingualProse,
}

/// Last minute of a day: the end of an event that names none.
const LAST_MINUTE: u16 = 24 * 60 - 1;

impl EventFacts {
    /// When it ends: at the latest with its day.
    pub fn ends(&self) -> Moment {
        self.end.or_else(|| Moment::new(self.start.date(), LAST_MINUTE)).unwrap_or(self.start)
    }

    /// Was it over before `today`? On the day itself the browser knows better.
    pub fn is_past(&self, today: Date) -> bool {
        self.ends().date() < today
    }

    /// Does it fill whole days, so that hours say nothing?
    pub fn is_whole_day(&self) -> bool {
        self.start.minute_of_day() == 0 && self.end.is_none_or(|end| end.minute_of_day() >= LAST_MINUTE)
    }
}

/// Links of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct EventLinks<S: Stage> {
    /// Speakers.
    pub speakers: Vec<S::Link<Mentor>>,
    /// Programme.
    pub programme: Option<S::Link<Programme>>,
}

/// An event.
pub type Event = Entry<EventFacts, EventLinks<Linked>>;

/// Facts of a news item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewsFacts {
    /// Day.
    pub date: Date,
    /// Topic.
    pub topic: Option<String>,
    /// Quoted source.
    pub source: Option<Source>,
    /// Office that wrote it.
    pub author: Option<String>,
}

/// A link to an entry of any kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnyId {
    /// Its kind.
    pub kind: Kind,
    /// Position in the list of that kind.
    pub index: u32,
}

/// A link to an entry of any kind, as written or found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum AnyLink {
    /// `jenis/slug`.
    Named(Reference),
    /// Found.
    Found(AnyId),
}

/// Links of a news item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewsLinks {
    /// What it is about.
    pub related: Vec<AnyLink>,
}

/// A news item.
pub type News = Entry<NewsFacts, NewsLinks>;

/// Facts of a story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoryFacts {
    /// Day.
    pub date: Option<Date>,
    /// Before, in a sentence.
    pub before: Option<Bilingual>,
    /// After, in a sentence.
    pub after: Option<Bilingual>,
    /// A quotation that may be printed.
    pub quotation: Option<Bilingual>,
}

/// Links of a story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct StoryLinks<S: Stage> {
    /// Whom it is about.
    pub about: Option<SellerLink<S>>,
}

/// A success story.
pub type Story = Entry<StoryFacts, StoryLinks<Linked>>;

/// Facts of a collection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CollectionFacts {
    /// Categories of the rule.
    pub categories: Vec<Id<Category>>,
    /// Highest price of the rule, rupiah.
    pub price_max: Option<u64>,
    /// Keywords of the rule.
    pub keywords: Vec<String>,
    /// Rule: made with an innovation.
    pub innovation: bool,
    /// Rule: in the e-catalogue.
    pub e_catalogue: bool,
    /// There is a rule at all.
    pub has_rule: bool,
    /// First day of the season.
    pub start: Option<Date>,
    /// Last day of the season.
    pub end: Option<Date>,
}

/// Links of a collection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct CollectionLinks<S: Stage> {
    /// Chosen by hand, in order.
    pub products: Vec<S::Link<Product>>,
}

/// A collection.
pub type Collection = Entry<CollectionFacts, CollectionLinks<Linked>>;

/// Facts of an impact figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImpactFacts {
    /// The figure.
    pub value: i64,
    /// Unit.
    pub unit: Bilingual,
    /// Day.
    pub as_of: Option<Date>,
    /// Who says so.
    pub source: Option<String>,
    /// What is counted.
    pub definition: Option<Bilingual>,
    /// By year.
    pub series: BTreeMap<i32, f64>,
}

/// An impact figure.
pub type Impact = Entry<ImpactFacts, NoLinks>;

/// A free page has no facts of its own.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PageFacts;

/// A free page.
pub type Page = Entry<PageFacts, NoLinks>;

/// Whom an entry names as its maker or subject.
pub type SellerId = super::Seller<super::Id<Business>, super::Id<Cooperative>>;
