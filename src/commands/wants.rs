//! What makes an entry complete, told to people: the name of each thing, how long it takes, and what to write.

use crate::bahasa::{Language, excerpt};
use crate::commands::new::MARK;
use crate::model::{Catalog, CategoryRule, Common, Date, Product, SellerId};
use crate::plan::order::{DESCRIPTION_WORDS, Part, Want};

/// What it is called.
pub fn name(want: Want, language: Language) -> &'static str {
    let (id, en) = match want {
        Want::Photo => ("foto", "photo"),
        Want::ThreePhotos => ("tiga foto", "three photos"),
        Want::PhotoTexts => ("keterangan foto", "photo descriptions"),
        Want::Summary => ("ringkasan", "summary"),
        Want::Description => ("deskripsi 40 kata", "description of 40 words"),
        Want::Price => ("harga", "price"),
        Want::PriceMonth => ("bulan harga", "month of the price"),
        Want::Materials => ("bahan atau komposisi", "materials or ingredients"),
        Want::Weight => ("berat", "weight"),
        Want::Proof => ("izin atau bukti mutu", "permit or proof of quality"),
        Want::English => ("bahasa Inggris", "English text"),
        Want::Checked => ("tanggal pemeriksaan", "date of checking"),
        Want::ThreeProducts => ("tiga produk", "three products"),
        Want::Channel => ("WhatsApp atau toko daring", "WhatsApp or online shop"),
        Want::Village => ("kelurahan", "kelurahan"),
        Want::FoodPermit => ("izin pangan", "food permits"),
    };
    language.pick(id, en)
}

/// The names of what is not there.
pub fn lacking(parts: &[Part]) -> Vec<String> {
    parts.iter().filter(|part| !part.met).map(|part| name(part.want, Language::Id).to_owned()).collect()
}

/// Work of the office to put it in, minutes: a rough guess by which the cheapest come first.
fn minutes(want: Want) -> u32 {
    match want {
        Want::PriceMonth | Want::Checked | Want::Weight | Want::Materials | Want::Village => 1,
        Want::PhotoTexts | Want::Price | Want::Channel => 2,
        Want::Summary => 3,
        Want::Proof | Want::English => 5,
        Want::Photo | Want::Description | Want::FoodPermit => 10,
        Want::ThreePhotos => 15,
        Want::ThreeProducts => 30,
    }
}

/// What has to be there before this can be.
fn before(want: Want) -> Option<Want> {
    match want {
        Want::PhotoTexts | Want::ThreePhotos => Some(Want::Photo),
        Want::PriceMonth => Some(Want::Price),
        _ => None,
    }
}

/// The parts that are not met, those first that give most points for a minute of work. A part whose turn has not come
/// is left out.
pub fn cheapest(parts: &[Part]) -> Vec<Part> {
    let lacks = |want: Option<Want>| parts.iter().any(|part| !part.met && Some(part.want) == want);
    let mut open: Vec<Part> = parts.iter().copied().filter(|part| !part.met && !lacks(before(part.want))).collect();
    let gain = |part: &Part| u32::from(part.points) * 60 / minutes(part.want);
    open.sort_by_key(|part| (std::cmp::Reverse(gain(part)), part.want));
    open
}

/// What is known of an entry when it is told what to add.
pub struct Subject<'a> {
    /// Catalogue that it stands in.
    pub catalog: &'a Catalog,
    /// Its common fields.
    pub common: &'a Common,
    /// The product, if it is one.
    pub product: Option<&'a Product>,
    /// The maker, if it is one.
    pub maker: Option<SellerId>,
    /// Folder that its photos stand in.
    pub folder: &'a str,
    /// The day.
    pub today: Date,
    /// Language of the words around the lines.
    pub language: Language,
}

/// What to do, in words, and the lines to write.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Advice {
    /// A sentence.
    pub words: String,
    /// Lines of the entry, ready to be copied; empty when words say it all.
    pub lines: String,
}

impl Subject<'_> {
    /// What to do about a part that is not met.
    pub fn advice(&self, want: Want) -> Advice {
        let pick = |id: &str, en: &str| self.language.pick(id.to_owned(), en.to_owned());
        let say = |words: String, lines: String| Advice { words, lines };
        match want {
            Want::Photo => {
                let photo = self.new_photo();
                let words = pick("Taruh satu foto di folder", "Put one photo into the folder");
                say(format!("{words} {}/", self.folder), format!("foto: [{photo}]"))
            }
            Want::ThreePhotos => say(
                self.language.pick(
                    format!("Tambahkan foto sampai ada tiga (sekarang {})", self.common.photos.len()),
                    format!("Add photos until there are three (now {})", self.common.photos.len()),
                ),
                format!("  - {}", self.new_photo()),
            ),
            Want::PhotoTexts => say(
                pick("Tulis apa yang terlihat di foto", "Write what the photo shows"),
                format!("foto:\n  - berkas: {}\n    alt: Apa yang terlihat di foto ini  {MARK}", self.bare_photo()),
            ),
            Want::Summary => say(
                pick("Tulis satu kalimat ringkas, 40 sampai 160 huruf", "Write one short sentence, 40 to 160 letters"),
                self.summary_line(),
            ),
            Want::Description => {
                let words = self.common.body.id.words;
                let more = DESCRIPTION_WORDS.saturating_sub(words);
                say(
                    self.language.pick(
                        format!("Ceritakan lebih banyak: {more} kata lagi (sekarang {words})"),
                        format!("Tell more: {more} more words (now {words})"),
                    ),
                    String::new(),
                )
            }
            Want::Price => say(
                pick("Tulis harganya, tanpa titik", "Write its price, without a point"),
                format!("harga: 25000  {MARK}"),
            ),
            Want::PriceMonth => say(
                pick("Kapan harga ini terakhir ditanyakan", "When this price was last asked for"),
                format!("harga_per: {:04}-{:02}", self.today.year(), self.today.month()),
            ),
            Want::Materials if self.is_food() => say(
                pick("Dibuat dari apa", "What it is made of"),
                format!("komposisi: [bahan satu, bahan dua]  {MARK}"),
            ),
            Want::Materials => {
                say(pick("Dibuat dari apa", "What it is made of"), format!("bahan: [bahan satu, bahan dua]  {MARK}"))
            }
            Want::Weight => say(
                pick("Berat dalam gram, untuk ongkos kirim", "Weight in grams, for postage"),
                format!("berat_g: 250  {MARK}"),
            ),
            Want::Proof => say(
                pick(
                    "Bila ada izin atau sertifikat, tulis nomornya",
                    "If there is a permit or certificate, write its number",
                ),
                format!("izin:\n  - {{jenis: halal, nomor: \"ID36…\"}}  {MARK}"),
            ),
            Want::English => say(
                pick("Nama dan ringkasan dalam bahasa Inggris", "Name and summary in English"),
                self.english_lines(),
            ),
            Want::Checked => say(
                pick("Bila isinya sudah dicocokkan dengan pemiliknya", "When its owner has confirmed it"),
                format!("diperiksa_pada: {}", self.today),
            ),
            Want::ThreeProducts => {
                let count = self.maker.map_or(0, |id| self.catalog.products_of(id).len());
                say(
                    self.language.pick(
                        format!("Tambahkan produknya sampai ada tiga (sekarang {count})"),
                        format!("Add products until there are three (now {count})"),
                    ),
                    String::new(),
                )
            }
            Want::Channel => say(
                pick(
                    "Nomor WhatsApp (perlu persetujuan lingkup whatsapp)",
                    "WhatsApp number (needs consent for whatsapp)",
                ),
                format!("kontak:\n  whatsapp: \"0812-…\"  {MARK}"),
            ),
            Want::Village => say(
                pick("Di kelurahan mana usahanya", "In which kelurahan it is"),
                format!("alamat:\n  kecamatan: Serpong  {MARK}\n  kelurahan: Ciater  {MARK}"),
            ),
            Want::FoodPermit => say(
                pick(
                    "Tulis nomor P-IRT atau BPOM pada tiap produk makanannya, atau alasan tanpa izin",
                    "Write the P-IRT or BPOM number into each of its food products, or why there is none",
                ),
                String::new(),
            ),
        }
    }

    fn is_food(&self) -> bool {
        self.product
            .is_some_and(|product| self.catalog.categories.rule_of(product.facts.category) == Some(CategoryRule::Food))
    }

    /// A name for the next photo that no photo of the entry has.
    fn new_photo(&self) -> String {
        let own = self.folder.ends_with(&*self.common.slug);
        let stem = if own { "foto".to_owned() } else { format!("{}-foto", self.common.slug) };
        let taken = |name: &str| self.common.photos.iter().any(|photo| photo.path.ends_with(name));
        (self.common.photos.len() + 1..).map(|at| format!("{stem}-{at}.jpg")).find(|name| !taken(name)).unwrap_or(stem)
    }

    /// The first photo that nothing is said about, as the entry names it.
    fn bare_photo(&self) -> String {
        let bare = self.common.photos.iter().find(|photo| photo.alt.is_none());
        let path = bare.map_or("foto-1.jpg", |photo| &*photo.path);
        let beside = path.strip_prefix(self.folder).and_then(|rest| rest.strip_prefix('/'));
        beside.or_else(|| path.strip_prefix("content")).unwrap_or(path).to_owned()
    }

    /// The description's beginning makes a first draft, if it is long enough.
    fn summary_line(&self) -> String {
        let plain = &self.common.body.id.plain;
        let first = plain.split_once(". ").map_or(plain.as_str(), |(first, _)| first).trim();
        let length = first.chars().count();
        let draft = if (40..=158).contains(&length) { format!("{first}.") } else { excerpt(plain, 150) };
        let fits = draft.chars().count() >= 40;
        let safe = fits && !draft.contains(['"', '\n', '\\']);
        if safe {
            format!("ringkas: \"{draft}\"  {MARK}")
        } else {
            format!("ringkas: Satu kalimat tentang isinya  {MARK}")
        }
    }

    fn english_lines(&self) -> String {
        let mut lines = "en:".to_owned();
        if self.common.name.en.is_none() {
            lines.push_str(&format!("\n  nama: Name in English  {MARK}"));
        }
        if self.common.summary.as_ref().is_some_and(|summary| summary.en.is_none()) {
            lines.push_str(&format!("\n  ringkas: One sentence about it  {MARK}"));
        }
        lines
    }
}
