//! What a view builder works with: the catalogue, the strings and pictures, and one language.

use std::sync::Arc;

use crate::album::Album;
use crate::bahasa::Language;
use crate::config::Site;
use crate::model::{
    Bilingual, BilingualProse, Catalog, Category, Common, Date, Id, Kind, Photo, PlaceId, Product, SellerId,
};
use crate::picture::Format;
use crate::plan::{Fixed, Plan, address};
use crate::theme::{Strings, Theme};
use crate::view::picture::{Picture, tone_class};
use crate::view::text::{Chip, Day, Link, Prose, Words};

/// The builder's desk, for one language.
pub struct Desk<'a> {
    /// Everything that may be published.
    pub catalog: &'a Catalog,
    /// Pages and orders.
    pub plan: &'a Plan,
    /// Settings.
    pub site: &'a Site,
    /// Theme.
    pub theme: &'a Theme,
    /// Its strings in this language.
    pub strings: &'a Strings,
    /// Pictures.
    pub pictures: &'a Album,
    /// Stylesheet, scripts, icons.
    pub assets: &'a crate::make::asset::Assets,
    /// Who is where.
    pub places: &'a super::place::PlaceIndex,
    /// The language.
    pub language: Language,
    /// The day of the build.
    pub today: Date,
}

impl<'a> Desk<'a> {
    /// A string of the theme.
    pub fn t(&self, key: &'a str) -> &'a str {
        self.strings.get(key)
    }

    /// A string with its placeholders filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.strings.fill(key, values)
    }

    /// A string for `n` things.
    pub fn count(&self, key: &str, n: usize) -> String {
        self.strings.count(key, n)
    }

    /// A path of the site, ready for `href`.
    pub fn href(&self, path: &str) -> String {
        self.site.base.href(path)
    }

    /// A path of the site with scheme and host.
    pub fn absolute(&self, path: &str) -> String {
        self.site.base.absolute(path)
    }

    /// A fixed page, ready for `href`.
    pub fn fixed(&self, fixed: Fixed) -> String {
        self.href(&fixed.path(self.language))
    }

    /// An entry of a kind whose address is its section and slug, ready for `href`.
    pub fn entry(&self, kind: Kind, slug: &str) -> String {
        self.href(&address::entry(kind, slug, self.language))
    }

    /// A product, ready for `href`.
    pub fn product_url(&self, product: &Product) -> String {
        self.href(&address::product(product, self.language))
    }

    /// A maker's profile, ready for `href`.
    pub fn seller_url(&self, seller: SellerId) -> String {
        self.href(&address::seller(self.catalog, seller, self.language))
    }

    /// A category, ready for `href`.
    pub fn category_url(&self, id: Id<Category>) -> String {
        self.href(&address::category(self.catalog, id, self.language))
    }

    /// What all kinds share, of a maker.
    pub fn seller(&self, seller: SellerId) -> &'a Common {
        match seller {
            SellerId::Business(id) => &self.catalog.businesses.get(id).common,
            SellerId::Cooperative(id) => &self.catalog.cooperatives.get(id).common,
        }
    }

    /// A text, marked when it is in another language than the page.
    pub fn words(&self, text: &Bilingual) -> Words {
        let (text, language) = text.get(self.language);
        if language == self.language { Words::new(text) } else { Words::foreign(text, language.code()) }
    }

    /// Indonesian text without a translation.
    pub fn indonesian(&self, text: &str) -> Words {
        if self.language == Language::Id { Words::new(text) } else { Words::foreign(text, "id") }
    }

    /// A text that may be missing.
    pub fn maybe_words(&self, text: &Option<Bilingual>) -> Option<Words> {
        text.as_ref().map(|text| self.words(text))
    }

    /// The city's name as people say it, without "Kota" or "Kabupaten".
    pub fn city(&self) -> &str {
        let name = self.site.city.text(self.language);
        ["Kota ", "Kabupaten "].iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(name)
    }

    /// Rendered Markdown with this site's links completed; `None` when nothing was written.
    pub fn prose(&self, prose: &BilingualProse) -> Option<Prose> {
        let (prose, language) = prose.get(self.language);
        if prose.is_empty() {
            return None;
        }
        let html = if self.site.base.path == "/" {
            prose.html.clone()
        } else {
            prose.html.replace("href=\"/", &format!("href=\"{}", self.site.base.path))
        };
        let lang = (language != self.language).then(|| language.code().to_owned());
        Some(Prose { html, lang })
    }

    /// One paragraph of the page's own language.
    pub fn paragraph(&self, text: &str) -> Prose {
        Prose { html: format!("<p>{}</p>", escape(text)), lang: None }
    }

    /// A day.
    pub fn day(&self, date: Date) -> Day {
        Day { iso: date.to_string(), text: date.display(self.language) }
    }

    /// A link in the page's own language.
    pub fn link(&self, label: impl Into<String>, url: impl Into<String>) -> Link {
        Link { label: Words::new(label), url: url.into() }
    }

    /// A chip in the page's own language.
    pub fn chip(&self, label: Words, url: impl Into<String>, count: Option<usize>) -> Chip {
        let count = count.map(|n| crate::bahasa::group(n as u64, self.language));
        Chip { label, url: Some(url.into()), count, current: false }
    }

    /// "Pondok Benda, Pamulang".
    pub fn area(&self, place: PlaceId) -> String {
        let places = &self.catalog.places;
        let village = places.village(place).map_or("", |village| village.name.as_str());
        let district = places.district(place).map_or("", |district| district.name.as_str());
        format!("{village}, {district}")
    }

    /// "Pamulang".
    pub fn district_name(&self, place: PlaceId) -> &'a str {
        self.catalog.places.district(place).map_or("", |district| district.name.as_str())
    }

    /// A photo in a role of the theme; `None` when there is none or it could not be made.
    pub fn picture(&self, photo: &Photo, role: &str) -> Option<Picture> {
        let (files, placeholder) = self.pictures.role(&photo.path, photo.focus, role)?;
        let of = |format: Format| files.iter().filter(move |file| file.format == format);
        let url = |name: &str| self.href(&format!("/i/{name}"));
        let srcset = |format: Format| {
            let parts: Vec<String> = of(format).map(|file| format!("{} {}w", url(&file.name), file.width)).collect();
            parts.join(", ")
        };
        let fallback = of(Format::Jpeg).next().or_else(|| files.last())?;
        let largest = of(Format::WebP).max_by_key(|file| file.width).unwrap_or(fallback);
        let avif = Some(srcset(Format::Avif)).filter(|list| !list.is_empty());
        let (alt, alt_lang) = match &photo.alt {
            Some(alt) => {
                let words = self.words(alt);
                (words.text, words.lang)
            }
            None => (String::new(), None),
        };
        Some(Picture {
            alt,
            alt_lang,
            width: fallback.width,
            height: fallback.height,
            src: url(&fallback.name),
            webp: srcset(Format::WebP),
            avif,
            full: Some(url(&largest.name)),
            tone: placeholder.map(tone_class).unwrap_or_default(),
            credit: photo.credit.clone(),
        })
    }

    /// The main photo of an entry in a role; decoration only, its name stands beside it.
    pub fn main_picture(&self, common: &Common, role: &str) -> Option<Picture> {
        let photo = common.photos.first()?;
        let picture = self.picture(photo, role)?;
        Some(Picture { alt: String::new(), alt_lang: None, ..picture })
    }

    /// The main photo with its description.
    pub fn described_picture(&self, common: &Common, role: &str) -> Option<Picture> {
        self.picture(common.photos.first()?, role)
    }

    /// The absolute address of a photo's large JPEG, for machines.
    pub fn picture_url(&self, photo: &Photo, role: &str) -> Option<String> {
        let (files, _) = self.pictures.role(&photo.path, photo.focus, role)?;
        let file = files.iter().filter(|file| file.format == Format::Jpeg).max_by_key(|file| file.width)?;
        Some(self.absolute(&format!("/i/{}", file.name)))
    }

    /// The absolute address of the main photo's large JPEG.
    pub fn main_picture_url(&self, common: &Common) -> Option<String> {
        let photo = common.photos.first()?;
        ["gallery", "cover", "card"].iter().find_map(|role| self.picture_url(photo, role))
    }

    /// The token of a card; the card itself is put in its place when the page is made (see [`super::cards`]).
    pub fn card(&self, card: super::cards::Card) -> String {
        card.token()
    }

    /// Cards of products, in the given order.
    pub fn product_cards(&self, products: impl IntoIterator<Item = Id<Product>>) -> Vec<String> {
        products.into_iter().map(|id| self.card(super::cards::Card::Product(id))).collect()
    }
}

/// Text for HTML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
    out
}

/// A file below the site's root that pages link to as it is (a PDF).
pub fn file_url(desk: &Desk<'_>, path: &Arc<str>) -> String {
    desk.href(&format!("/berkas/{}", path.trim_start_matches("content/")))
}
