//! The kinds of entry, and what they are called in folders and addresses.

use serde::{Deserialize, Serialize};

use crate::bahasa::Language;

/// What an entry is about. Its folder under `content/` says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the glossary in ARCHITECTURE.md explains each")]
pub enum Kind {
    Business,
    Cooperative,
    Product,
    Innovation,
    Programme,
    Facility,
    WorkingGroup,
    Partner,
    Mentor,
    Funding,
    Event,
    News,
    Story,
    Collection,
    Impact,
    Page,
}

impl Kind {
    /// All, in the order in which they are read and listed.
    pub const ALL: [Kind; 16] = [
        Kind::Business,
        Kind::Cooperative,
        Kind::Product,
        Kind::Innovation,
        Kind::Programme,
        Kind::Facility,
        Kind::WorkingGroup,
        Kind::Partner,
        Kind::Mentor,
        Kind::Funding,
        Kind::Event,
        Kind::News,
        Kind::Story,
        Kind::Collection,
        Kind::Impact,
        Kind::Page,
    ];

    /// Folder below `content/`; also the word for it in messages and links.
    pub const fn folder(self) -> &'static str {
        match self {
            Kind::Business => "umkm",
            Kind::Cooperative => "koperasi",
            Kind::Product => "produk",
            Kind::Innovation => "inovasi",
            Kind::Programme => "program",
            Kind::Facility => "fasilitas",
            Kind::WorkingGroup => "pokja",
            Kind::Partner => "mitra",
            Kind::Mentor => "mentor",
            Kind::Funding => "pembiayaan",
            Kind::Event => "agenda",
            Kind::News => "kabar",
            Kind::Story => "cerita",
            Kind::Collection => "koleksi",
            Kind::Impact => "dampak",
            Kind::Page => "halaman",
        }
    }

    /// The kind that lives in this folder.
    pub fn from_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// First word of its addresses (specification 9.1), without the language.
    pub const fn section(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::Id, kind) => kind.folder(),
            (Language::En, Kind::Business) => "businesses",
            (Language::En, Kind::Cooperative) => "cooperatives",
            (Language::En, Kind::Product) => "products",
            (Language::En, Kind::Innovation) => "innovations",
            (Language::En, Kind::Programme) => "programmes",
            (Language::En, Kind::Facility) => "facilities",
            (Language::En, Kind::WorkingGroup) => "working-groups",
            (Language::En, Kind::Partner) => "partners",
            (Language::En, Kind::Mentor) => "mentors",
            (Language::En, Kind::Funding) => "funding",
            (Language::En, Kind::Event) => "events",
            (Language::En, Kind::News) => "news",
            (Language::En, Kind::Story) => "stories",
            (Language::En, Kind::Collection) => "collections",
            (Language::En, Kind::Impact) => "impact",
            (Language::En, Kind::Page) => "about",
        }
    }
}
