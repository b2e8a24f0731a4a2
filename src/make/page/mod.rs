//! Pages: the plan's subjects to views, views to HTML.
//!
//! A view is built for every page of every build, because only the view tells whether the page has changed; it is cheap.
//! A template is rendered only for pages whose view, cards or templates changed.

mod cards;
mod center;
mod chrome;
mod desk;
mod editorial;
mod facets;
mod graph;
mod head;
mod home;
pub mod ledger;
mod list;
mod place;
mod product;
mod seller;
mod shared;
mod teaser;
mod utility;

use std::borrow::Cow;

use memchr::memmem;
use serde::Serialize;
use tera::{Context, Tera};

pub use cards::{Card, LazyCard};
pub use desk::{Desk, escape};
pub use place::PlaceIndex;

use crate::bahasa::Language;
use crate::diagnostic::{Code, Finding, Place, Problems, Span};
use crate::model::reads::{self, Cell};
use crate::model::{Catalog, Kind};
use crate::plan::{Fixed, PageJob, Subject};
use crate::theme::Theme;
use crate::view::Page;
use crate::view::chrome::{FramePart, Site as SiteView};

/// A view that is ready to be printed.
pub struct Prepared {
    /// Page kind of the theme.
    pub kind: &'static str,
    /// The view as JSON: its hash is the page's fingerprint.
    pub json: Vec<u8>,
    context: Box<dyn FnOnce() -> Result<Context, tera::Error> + Send>,
}

impl Prepared {
    fn new<B: Serialize + Send + 'static>(kind: &'static str, page: Page<B>) -> Prepared {
        let json = serde_json::to_vec(&page).unwrap_or_default();
        Prepared { kind, json, context: Box::new(move || Context::from_serialize(&page)) }
    }
}

/// Templates of one language, with the names that all pages share.
pub struct Press {
    tera: Tera,
    /// Hash of all templates and shared names: a page made with others is made again.
    pub fingerprint: [u8; 32],
}

/// Cards of one language, made when first needed.
pub struct CardStore {
    products: Vec<LazyCard>,
    businesses: Vec<LazyCard>,
    cooperatives: Vec<LazyCard>,
    events: Vec<LazyCard>,
    teasers: Vec<Vec<LazyCard>>,
}

impl CardStore {
    /// Empty places for every entry.
    pub fn new(catalog: &Catalog) -> CardStore {
        let empty = |len: usize| (0..len).map(|_| LazyCard::default()).collect();
        CardStore {
            products: empty(catalog.products.len()),
            businesses: empty(catalog.businesses.len()),
            cooperatives: empty(catalog.cooperatives.len()),
            events: empty(catalog.events.len()),
            teasers: Kind::ALL.iter().map(|kind| empty(crate::plan::commons(catalog, *kind).len())).collect(),
        }
    }

    fn get(&self, card: Card) -> Option<&LazyCard> {
        match card {
            Card::Product(id) => self.products.get(id.index()),
            Card::Business(id) => self.businesses.get(id.index()),
            Card::Cooperative(id) => self.cooperatives.get(id.index()),
            Card::Event(id) => self.events.get(id.index()),
            Card::Teaser(kind, index) => {
                let at = Kind::ALL.iter().position(|other| *other == kind)?;
                self.teasers.get(at)?.get(index as usize)
            }
        }
    }
}

/// A template that failed, with the place in it.
pub fn template_problem(error: &tera::Error, theme: &str, problems: &mut Problems) {
    let mut why = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        why = format!("{why}\n{inner}");
        source = inner.source();
    }
    let place = Place::new(format!("themes/{theme}"), Span::WHOLE);
    problems.add(place, Finding::new(Code::TemaRusak).with("rincian", why));
}

impl Press {
    /// Compiles the templates of a language and prints the headers and footers that all its pages share.
    ///
    /// # Errors
    /// What is wrong in a template.
    pub fn new(theme: &Theme, language: Language, mut site: SiteView) -> Result<Press, tera::Error> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html", ".svg"]);
        tera.register_filter("fill", fill(language));
        tera.register_filter("in_first_view", in_first_view);
        tera.add_raw_templates(theme.templates())?;
        tera.global_context().insert("t", &theme.strings(language).nested());
        tera.global_context().insert("site", &site);
        let mut sections: Vec<String> = vec![String::new(), "beranda".to_owned(), "cari".to_owned()];
        sections.extend(["daftar-tanya", "simpanan"].map(str::to_owned));
        sections.extend(site.nav.iter().flat_map(|group| group.items.iter().map(|item| item.section.clone())));
        for section in sections {
            let mut context = Context::new();
            context.insert("part", &FramePart { section: section.clone() });
            let part = |name: &str| theme.config.parts.get(name).map_or("", String::as_str);
            site.headers.insert(section.clone(), tera.render(part("header"), &context)?);
            site.footers.insert(section, tera.render(part("footer"), &context)?);
        }
        tera.global_context().insert("site", &site);
        let mut hasher = blake3::Hasher::new();
        hasher.update(&theme.fingerprint());
        hasher.update(&serde_json::to_vec(&site).unwrap_or_default());
        Ok(Press { tera, fingerprint: *hasher.finalize().as_bytes() })
    }

    /// What a page must look like: hash of its view, the cards on it, templates and shared names.
    pub fn page_fingerprint(&self, desk: &Desk<'_>, cards: &CardStore, prepared: &Prepared) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.fingerprint);
        // A token's number is only a position: what counts is the card. So an entry more or less moves no other page.
        for (card, text) in cards::pieces(std::str::from_utf8(&prepared.json).unwrap_or_default()) {
            if let Some((card, lazy)) = card.and_then(|card| Some((card, cards.get(card)?))) {
                let (hash, cells) = lazy.fingerprint.get_or_init(|| reads::record(|| card_hash(desk, card)));
                reads::note_cells(cells);
                hasher.update(hash);
            }
            hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        }
        *hasher.finalize().as_bytes()
    }

    /// Prints a page.
    ///
    /// # Errors
    /// What is wrong in a template.
    pub fn print(&self, desk: &Desk<'_>, cards: &CardStore, prepared: Prepared) -> Result<String, tera::Error> {
        let template = desk.theme.config.pages.get(prepared.kind).map_or("", String::as_str);
        let html = tidy(&self.tera.render(template, &(prepared.context)()?)?);
        cards::put_in(&html, |card, is_first| self.card(desk, cards, card, is_first))
    }

    fn card<'c>(
        &self,
        desk: &Desk<'_>,
        cards: &'c CardStore,
        card: Card,
        is_first: bool,
    ) -> Result<Cow<'c, str>, tera::Error> {
        let Some(lazy) = cards.get(card) else { return Ok(Cow::Borrowed("")) };
        let print = || Ok::<_, tera::Error>(tidy(&self.print_card(desk, card, is_first)?).trim_end().to_owned());
        // The one card of a page whose picture is in a hurry is not worth keeping.
        if is_first {
            return Ok(Cow::Owned(print()?));
        }
        if let Some(html) = lazy.html.get() {
            return Ok(Cow::Borrowed(html));
        }
        let html = print()?;
        Ok(Cow::Borrowed(lazy.html.get_or_init(|| html)))
    }

    fn print_card(&self, desk: &Desk<'_>, card: Card, is_first: bool) -> Result<String, tera::Error> {
        let mut context = Context::new();
        context.insert("eager", &is_first);
        let (name, part) = match card {
            Card::Event(_) => ("row", "row-event"),
            Card::Product(_) => ("card", "card-product"),
            Card::Business(_) | Card::Cooperative(_) => ("card", "card-business"),
            Card::Teaser(..) => ("card", "card-teaser"),
        };
        match card {
            Card::Product(id) => context.insert(name, &shared::product_card(desk, id)),
            Card::Business(id) => context.insert(name, &shared::business_card(desk, id)),
            Card::Cooperative(id) => context.insert(name, &shared::cooperative_card(desk, id)),
            Card::Event(id) => context.insert(name, &editorial::row(desk, id)),
            Card::Teaser(kind, index) => context.insert(name, &teaser::view(desk, kind, index)),
        };
        let template = desk.theme.config.parts.get(part).map_or("", String::as_str);
        self.tera.render(template, &context)
    }
}

fn card_hash(desk: &Desk<'_>, card: Card) -> [u8; 32] {
    let json = match card {
        Card::Product(id) => serde_json::to_vec(&shared::product_card(desk, id)),
        Card::Business(id) => serde_json::to_vec(&shared::business_card(desk, id)),
        Card::Cooperative(id) => serde_json::to_vec(&shared::cooperative_card(desk, id)),
        Card::Event(id) => serde_json::to_vec(&editorial::row(desk, id)),
        Card::Teaser(kind, index) => serde_json::to_vec(&teaser::view(desk, kind, index)),
    };
    *blake3::hash(&json.unwrap_or_default()).as_bytes()
}

/// `{{ card | in_first_view | safe }}`: its picture is wanted at once.
fn in_first_view(value: tera::Value, _: tera::Kwargs, _: &tera::State<'_>) -> tera::TeraResult<tera::Value> {
    Ok(tera::Value::from(cards::in_first_view(value.as_str().unwrap_or_default())))
}

/// `{{ t.a.b | fill(n=3, nama="x") }}`: the plural form for `n`, with the values put in.
fn fill(language: Language) -> impl Fn(tera::Value, tera::Kwargs, &tera::State<'_>) -> tera::TeraResult<tera::Value> {
    move |value, arguments, _| {
        let n: Option<i64> = arguments.get("n").ok().flatten();
        let mut text = match value.as_str() {
            Some(text) => text.to_owned(),
            None => {
                let forms = serde_json::to_value(&value).map_err(|error| tera::Error::message(error.to_string()))?;
                let form = if n == Some(1) && language == Language::En { "one" } else { "other" };
                forms.get(form).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
            }
        };
        for (name, value) in arguments.iter() {
            let shown = match value.as_i64() {
                Some(number) if value.as_str().is_none() => crate::bahasa::group(number.unsigned_abs(), language),
                _ => value.to_string(),
            };
            text = text.replace(&format!("{{{name}}}"), &shown);
        }
        Ok(tera::Value::from(text))
    }
}

/// Takes out indentation and empty lines, but not inside elements where white space counts.
fn tidy(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let [pre, area] = ["<pre", "<textarea"].map(|tag| memmem::find(html.as_bytes(), tag.as_bytes()).is_some());
    let mut keep = false;
    let mut rest = html;
    while !rest.is_empty() {
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        if keep || (pre && line.contains("<pre")) || (area && line.contains("<textarea")) {
            out.push_str(line);
            out.push('\n');
            keep = !(line.contains("</pre>") || line.contains("</textarea>"));
            continue;
        }
        let line = line.trim_ascii();
        if !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Builds the view of a planned page, and tells its fingerprint and what was read for it.
///
/// All of it happens on the calling thread, which is what makes the notes whole.
pub fn read(desk: &Desk<'_>, press: &Press, cards: &CardStore, job: &PageJob) -> (Prepared, [u8; 32], Vec<Cell>) {
    let ((prepared, fingerprint), cells) = reads::record(|| {
        let prepared = prepare(desk, job);
        let fingerprint = press.page_fingerprint(desk, cards, &prepared);
        (prepared, fingerprint)
    });
    (prepared, fingerprint, cells)
}

/// Builds the view of a planned page.
fn prepare(desk: &Desk<'_>, job: &PageJob) -> Prepared {
    let parts = head::Parts::new(desk, job);
    match job.subject {
        Subject::Products(page) => parts.finish("daftar", "produk", list::products(desk, page)),
        Subject::Businesses(page) => parts.finish("daftar", "umkm", list::businesses(desk, page)),
        Subject::Cooperatives(page) => parts.finish("daftar", "koperasi", list::cooperatives(desk, page)),
        Subject::Dated(fixed, page) => {
            let section = head::dated_section(fixed);
            parts.finish("kelompok", section, editorial::dated(desk, fixed, page))
        }
        Subject::Category(id, page) => parts.finish("daftar", "kategori", list::category(desk, id, page)),
        Subject::Collection(id, page) => parts.finish("daftar", "koleksi", list::collection(desk, id, page)),
        Subject::Seller(seller, page) => {
            let section = head::seller_section(seller);
            parts.finish(section, section, seller::view(desk, seller, page))
        }
        Subject::PrintCard(seller) => {
            parts.finish("cetak", head::seller_section(seller), seller::print_card(desk, seller))
        }
        Subject::PriceTags(seller) => {
            parts.finish("label-harga", head::seller_section(seller), seller::price_tags(desk, seller))
        }
        Subject::District(at) => parts.finish("wilayah", "kecamatan", place::district(desk, at)),
        Subject::Village(at) => parts.finish("wilayah", "kecamatan", place::village(desk, at)),
        Subject::Withdrawn(_) => parts.finish("pesan", "", utility::notice(desk, utility::Notice::Withdrawn)),
        Subject::Entry(kind, index) => entry(desk, parts, kind, index),
        Subject::Fixed(fixed) => self::fixed(desk, parts, fixed),
    }
}

fn entry(desk: &Desk<'_>, parts: head::Parts<'_>, kind: Kind, index: u32) -> Prepared {
    let at = index as usize;
    use crate::model::Id;
    match kind {
        Kind::Product => parts.finish("produk", "produk", product::view(desk, Id::new(at))),
        Kind::Innovation => parts.finish("inovasi", "inovasi", center::innovation(desk, Id::new(at))),
        Kind::Programme => parts.finish("program", "program", center::programme(desk, Id::new(at))),
        Kind::Facility => parts.finish("fasilitas", "fasilitas", center::facility(desk, Id::new(at))),
        Kind::WorkingGroup => parts.finish("pokja", "pokja", center::working_group(desk, Id::new(at))),
        Kind::Partner => parts.finish("mitra", "mitra", center::partner(desk, Id::new(at))),
        Kind::Mentor => parts.finish("mentor", "mentor", center::mentor(desk, Id::new(at))),
        Kind::Funding => parts.finish("pembiayaan", "pembiayaan", center::funding(desk, Id::new(at))),
        Kind::Event => parts.finish("agenda", "agenda", editorial::event(desk, Id::new(at))),
        Kind::News => parts.finish("kabar", "kabar", editorial::news(desk, Id::new(at))),
        Kind::Story => parts.finish("cerita", "cerita", editorial::story(desk, Id::new(at))),
        // These have pages of their own kind and are planned as such.
        Kind::Business | Kind::Cooperative | Kind::Collection | Kind::Impact | Kind::Page => {
            parts.finish("halaman", "tentang", utility::free(desk, index))
        }
    }
}

fn fixed(desk: &Desk<'_>, parts: head::Parts<'_>, fixed: Fixed) -> Prepared {
    match fixed {
        Fixed::Home => parts.finish("beranda", "beranda", home::view(desk)),
        Fixed::Categories => parts.finish("kategori-indeks", "kategori", list::category_index(desk)),
        Fixed::Collections => parts.finish("koleksi-indeks", "koleksi", list::collections(desk)),
        Fixed::Districts => parts.finish("kecamatan-indeks", "kecamatan", place::index(desk)),
        Fixed::Search => parts.finish("cari", "cari", utility::search(desk)),
        Fixed::Saved => parts.finish("simpanan", "simpanan", utility::device(desk, false)),
        Fixed::Inquiry => parts.finish("daftar-tanya", "daftar-tanya", utility::device(desk, true)),
        Fixed::NotFound => parts.finish("pesan", "", utility::notice(desk, utility::Notice::NotFound)),
        Fixed::Offline => parts.finish("pesan", "", utility::notice(desk, utility::Notice::Offline)),
        Fixed::Report => parts.finish("halaman", "", utility::report(desk)),
        Fixed::Innovations => parts.finish("kelompok", "inovasi", center::innovations(desk)),
        Fixed::Programmes => parts.finish("kelompok", "program", center::programmes(desk)),
        Fixed::Facilities => parts.finish("kelompok", "fasilitas", center::facilities(desk)),
        Fixed::WorkingGroups => parts.finish("kelompok", "pokja", center::working_groups(desk)),
        Fixed::Partners => parts.finish("kelompok", "mitra", center::partners(desk)),
        Fixed::Mentors => parts.finish("kelompok", "mentor", center::mentors(desk)),
        Fixed::Funding => parts.finish("pembiayaan-daftar", "pembiayaan", center::fundings(desk)),
        Fixed::Cooperate => parts.finish("kerja-sama", "mitra", center::cooperate(desk)),
        Fixed::Impact => parts.finish("dampak", "dampak", editorial::impact(desk)),
        Fixed::About | Fixed::OpenData | Fixed::ListYourBusiness | Fixed::HowToBuy => {
            parts.finish("halaman", "tentang", utility::fallback(desk, fixed))
        }
        // Planned as lists in pages.
        Fixed::Products
        | Fixed::Businesses
        | Fixed::Cooperatives
        | Fixed::Events
        | Fixed::EventArchive
        | Fixed::News
        | Fixed::Stories => parts.finish("halaman", "", utility::fallback(desk, fixed)),
    }
}

impl Press {
    /// Prints the page that leads from an old address to the new one.
    ///
    /// # Errors
    /// What is wrong in the template.
    pub fn print_redirect(&self, desk: &Desk<'_>, redirect: &crate::plan::Redirect) -> Result<String, tera::Error> {
        let url = desk.href(&redirect.to);
        let head = crate::view::chrome::PageHead {
            title: desk.t("galat.pindah").to_owned(),
            canonical: desk.absolute(&redirect.to),
            robots: Some("noindex".to_owned()),
            og_title: desk.t("galat.pindah").to_owned(),
            og_type: "website".to_owned(),
            ..crate::view::chrome::PageHead::default()
        };
        let name = crate::view::text::Words::new(desk.absolute(&redirect.to));
        let frame = crate::view::chrome::Frame { kind: "alih".to_owned(), ..crate::view::chrome::Frame::default() };
        let page = Page { head, frame, page: crate::view::utility::RedirectPage { url, name } };
        let template = desk.theme.config.pages.get("alih").map_or("", String::as_str);
        Ok(tidy(&self.tera.render(template, &Context::from_serialize(&page)?)?))
    }
}

pub use chrome::site_view;
