//! What is put into the index: the documents, and the words that the language and the site add.

use std::collections::BTreeMap;

use super::memo::PartKey;
use super::words::Spellings;

/// The kinds of document, in the order in which they stand in the index and on the search page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// A product or service for sale.
    Product,
    /// A small business.
    Business,
    /// A cooperative.
    Cooperative,
    /// An innovation.
    Innovation,
    /// A programme or service of the innovation center.
    Programme,
    /// A room or machine that can be booked.
    Facility,
    /// A working group.
    WorkingGroup,
    /// A partner institution.
    Partner,
    /// A mentor.
    Mentor,
    /// A funding scheme.
    Funding,
    /// An event.
    Event,
    /// A news item.
    News,
    /// A story about a maker.
    Story,
    /// A curated collection of products.
    Collection,
    /// Any other page.
    Page,
}

impl DocumentKind {
    /// Every kind, in index order.
    pub const ALL: [Self; 15] = [
        Self::Product,
        Self::Business,
        Self::Cooperative,
        Self::Innovation,
        Self::Programme,
        Self::Facility,
        Self::WorkingGroup,
        Self::Partner,
        Self::Mentor,
        Self::Funding,
        Self::Event,
        Self::News,
        Self::Story,
        Self::Collection,
        Self::Page,
    ];

    /// The name in content folders, URLs and the index.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Product => "produk",
            Self::Business => "umkm",
            Self::Cooperative => "koperasi",
            Self::Innovation => "inovasi",
            Self::Programme => "program",
            Self::Facility => "fasilitas",
            Self::WorkingGroup => "pokja",
            Self::Partner => "mitra",
            Self::Mentor => "mentor",
            Self::Funding => "pembiayaan",
            Self::Event => "agenda",
            Self::News => "kabar",
            Self::Story => "cerita",
            Self::Collection => "koleksi",
            Self::Page => "halaman",
        }
    }

    /// Words under which every document of this kind is found.
    pub(super) fn spoken(self) -> &'static str {
        match self {
            Self::Product | Self::Page => "",
            Self::Business => "umkm usaha business",
            Self::Cooperative => "koperasi cooperative",
            Self::Innovation => "inovasi innovation",
            Self::Programme => "program layanan programme",
            Self::Facility => "fasilitas facility",
            Self::WorkingGroup => "pokja kelompok kerja",
            Self::Partner => "mitra partner",
            Self::Mentor => "mentor pendamping",
            Self::Funding => "pembiayaan permodalan funding",
            Self::Event => "agenda acara event",
            Self::News => "kabar berita news",
            Self::Story => "cerita kisah story",
            Self::Collection => "koleksi collection",
        }
    }

    /// Percent of the score that a document of this kind keeps: products come first.
    pub(super) fn weight_percent(self) -> u32 {
        match self {
            Self::Product => 100,
            Self::Business | Self::Cooperative => 92,
            Self::Collection | Self::Innovation | Self::Programme => 85,
            _ => 80,
        }
    }
}

/// The small picture of a result.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CardPicture {
    /// URL of a small version (about 160 to 320 pixels wide), rooted as the pages are.
    pub src: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Colour that stands until the picture is there, `#rrggbb` or `#rgb`. It is kept as `#rgb`; anything else is left
    /// out, because a placeholder picture would cost more than all other facts of a result.
    pub placeholder: String,
}

/// One page of the site that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchDocument {
    /// What it is.
    pub kind: DocumentKind,
    /// Slug of the entry, unique in its kind.
    pub slug: String,
    /// URL of the Indonesian page, as pages link to it.
    pub url_id: String,
    /// URL of the English page.
    pub url_en: String,
    /// Name or headline.
    pub title: String,
    /// English name or headline, when there is one.
    pub title_en: Option<String>,
    /// Name of the maker or seller (products), or of the body behind the entry.
    pub maker: Option<String>,
    /// Slug of the leaf category, one of [`Lexicon::categories`].
    pub category: Option<String>,
    /// Slug of the district (kecamatan), one of [`Lexicon::districts`].
    pub district: Option<String>,
    /// Slug of the village (kelurahan) in that district.
    pub village: Option<String>,
    /// Short texts that describe it: keywords, materials, options, target groups. Found better than `text`.
    pub attributes: Vec<String>,
    /// Summary, composition and description, plain text. The rarest words of long texts are indexed first, as far as
    /// [`Settings::text_bytes_per_document`] goes.
    pub text: String,
    /// The English text.
    pub text_en: String,
    /// Lowest price in rupiah.
    pub price: Option<u64>,
    /// The price as the pages show it ("Mulai Rp350.000", "Tanya harga"); empty when there is none.
    pub price_text: String,
    /// The price as the English pages show it.
    pub price_text_en: String,
    /// What stands behind the price ("/ buah").
    pub price_unit: String,
    /// The same in English.
    pub price_unit_en: String,
    /// Facet key to value slugs, see [`Lexicon::facets`]. Unknown keys and values are left out.
    pub facets: BTreeMap<String, Vec<String>>,
    /// The small picture.
    pub picture: Option<CardPicture>,
    /// Completeness of the entry, 0 to 100.
    pub completeness: u8,
    /// Date of the last change, event or news, as the number YYYYMMDD; 0 when there is none.
    pub date: u32,
    /// Chosen by the editors.
    pub featured: bool,
}

impl SearchDocument {
    /// Hash of all that its words and its place in the index follow from.
    pub(super) fn print_of_words(&self) -> PartKey {
        // Whoever adds a field decides here whether words come from it.
        let Self {
            kind,
            slug,
            title,
            title_en,
            maker,
            category,
            district,
            village,
            attributes,
            text,
            text_en,
            facets,
            url_id: _,
            url_en: _,
            price: _,
            price_text: _,
            price_text_en: _,
            price_unit: _,
            price_unit_en: _,
            picture: _,
            completeness: _,
            date: _,
            featured: _,
        } = self;
        let mut hasher = blake3::Hasher::new();
        let mut add = |text: &str| {
            hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        };
        [kind.slug(), slug, title, text, text_en].into_iter().for_each(&mut add);
        for part in [title_en, maker, category, district, village] {
            add(if part.is_some() { "1" } else { "0" });
            add(part.as_deref().unwrap_or_default());
        }
        add(&attributes.len().to_string());
        attributes.iter().for_each(|attribute| add(attribute));
        for (key, values) in facets {
            add(key);
            add(&values.len().to_string());
            values.iter().for_each(|value| add(value));
        }
        *hasher.finalize().as_bytes()
    }

    /// A document with nothing but its name, to be filled by the caller.
    pub fn new(kind: DocumentKind, slug: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            kind,
            slug: slug.into(),
            url_id: String::new(),
            url_en: String::new(),
            title: title.into(),
            title_en: None,
            maker: None,
            category: None,
            district: None,
            village: None,
            attributes: Vec::new(),
            text: String::new(),
            text_en: String::new(),
            price: None,
            price_text: String::new(),
            price_text_en: String::new(),
            price_unit: String::new(),
            price_unit_en: String::new(),
            facets: BTreeMap::new(),
            picture: None,
            completeness: 0,
            date: 0,
            featured: false,
        }
    }
}

/// A category of the tree.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Category {
    /// Slug, unique in the tree.
    pub slug: String,
    /// Slug of the parent; empty at the top.
    pub parent: String,
    /// Indonesian name.
    pub name: String,
    /// English name.
    pub name_en: String,
}

/// A district (kecamatan) and its villages.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct District {
    /// Slug.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Villages (kelurahan), in the order of the table.
    pub villages: Vec<Village>,
}

/// A village (kelurahan).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Village {
    /// Slug, unique in its district.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Other spellings.
    pub aliases: Vec<String>,
}

/// How the chosen values of one facet combine. Between facets it is always "and".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetLogic {
    /// A document needs one of the chosen values.
    Any,
    /// A document needs all of the chosen values.
    All,
}

/// A facet: a list of values that a document may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetDefinition {
    /// Key in URLs, such as `mutu`.
    pub key: String,
    /// Indonesian label.
    pub label: String,
    /// English label.
    pub label_en: String,
    /// How chosen values combine.
    pub logic: FacetLogic,
    /// Whether the values stand on a result card. At most 16 values then.
    pub on_card: bool,
    /// Whether the labels of its values are words of the documents.
    pub indexed: bool,
    /// The values, in the order in which they are shown.
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FacetValue {
    /// Slug in URLs.
    pub slug: String,
    /// Indonesian label.
    pub label: String,
    /// English label.
    pub label_en: String,
    /// Phrases that mean this value in a query ("siap kirim", "ready stock"): they become a chip.
    pub phrases: Vec<String>,
}

/// What the language and the site know beside the documents.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// The category tree; parents before children, in the order in which they are shown.
    pub categories: Vec<Category>,
    /// The districts, in the order of the table.
    pub districts: Vec<District>,
    /// The facets, in the order in which they are shown.
    pub facets: Vec<FacetDefinition>,
    /// Groups of words that mean the same. The first of a group is the standard word.
    pub synonyms: Vec<Vec<String>>,
    /// Words whose affixes are part of them ("kemeja" is no "meja").
    pub protected: Vec<String>,
    /// Variant spelling to standard spelling, both single words; see [`default_spellings`].
    pub spellings: Spellings,
}

/// The limits of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Compressed size of a file of words, in bytes, about.
    pub shard_bytes: usize,
    /// Compressed size of a file of cards, in bytes, about.
    pub chunk_bytes: usize,
    /// Size of the words held in the start file, in bytes before compression.
    pub hot_bytes: usize,
    /// Size up to which the list of all words stands in the start file, in bytes before compression, about.
    pub vocabulary_bytes: usize,
    /// A posting list longer than this has a file of its own, in bytes.
    pub list_bytes: usize,
    /// Compressed size of a file of columns, in bytes, about.
    pub column_bytes: usize,
    /// Bytes of posting lists that words found only in running text may take, for each document.
    pub text_bytes_per_document: usize,
    /// Compression level of deflate, 1 to 12.
    pub level: i32,
}

impl Settings {
    /// The settings of the default theme, measured at 10,000 and 100,000 products.
    pub fn standard() -> Self {
        Self {
            shard_bytes: 6_500,
            chunk_bytes: 6_000,
            hot_bytes: 8_000,
            vocabulary_bytes: 64_000,
            list_bytes: 5_000,
            column_bytes: 40_000,
            text_bytes_per_document: 14,
            level: 12,
        }
    }
}

/// Spellings that are equal in Indonesian catalogues (specification 5.7): variant to standard form.
pub fn default_spellings() -> Spellings {
    [
        ("mie", "mi"),
        ("kripik", "keripik"),
        ("kripiks", "keripik"),
        ("krupuk", "kerupuk"),
        ("kerupok", "kerupuk"),
        ("sambel", "sambal"),
        ("kaus", "kaos"),
        ("cemilan", "camilan"),
        ("souvenir", "suvenir"),
        ("souvenirs", "suvenir"),
        ("sovenir", "suvenir"),
        ("pengrajin", "perajin"),
        ("disain", "desain"),
        ("design", "desain"),
        ("ijin", "izin"),
        ("praktek", "praktik"),
        ("apotik", "apotek"),
        ("coklat", "cokelat"),
        ("sachet", "saset"),
        ("rejeki", "rezeki"),
        ("antri", "antre"),
        ("nopember", "november"),
        ("pebruari", "februari"),
        ("jadual", "jadwal"),
        ("koprasi", "koperasi"),
        ("figura", "pigura"),
        ("frem", "frame"),
        ("almond", "almon"),
        ("telor", "telur"),
        ("cabe", "cabai"),
        ("cabei", "cabai"),
        ("tshirt", "kaos"),
        ("jilbap", "jilbab"),
        ("sirop", "sirup"),
        ("shampo", "sampo"),
        ("shampoo", "sampo"),
        ("lotion", "losion"),
        ("rosella", "rosela"),
        ("ecoprin", "ecoprint"),
        ("kwaci", "kuaci"),
        ("kwe", "kue"),
        ("kueh", "kue"),
        ("risoles", "risol"),
        ("sertipikat", "sertifikat"),
        ("jaman", "zaman"),
        ("nasihat", "nasehat"),
        ("ramadan", "ramadhan"),
        ("handycraft", "handicraft"),
    ]
    .into_iter()
    .map(|(variant, standard)| (variant.to_owned(), standard.to_owned()))
    .collect()
}
