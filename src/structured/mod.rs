//! Structured data (schema.org as JSON-LD): one graph for each page (specification 8).
//!
//! Every function takes the [`Context`] of the site and the [`Page`] it is printed on, and returns the JSON text of one
//! `<script type="application/ld+json">`, with `<` written `\u003c`. A thing has the same `@id` on every page and in both
//! languages: the absolute address of its Indonesian page with a fragment. Only what the catalogue holds is told; there
//! are no ratings, no invented offers, and on a sample site no permits, contacts or shops.

mod center;
mod data;
mod editorial;
mod maker;
mod node;
mod offer;
mod page;
mod product;

pub use center::{facility, funding, innovation, mentor, partner, programme, working_group};
pub use data::{impact, open_data};
pub use editorial::{event, news, story};
pub use maker::{business, cooperative};
pub use page::{ListItem, PageKind, home, list, page, place};
pub use product::product;

use serde_json::Value;

use crate::bahasa::{Language, excerpt};
use crate::config::Site;
use crate::model::{Bilingual, Catalog, Common, Date, Kind, PermitKind, Proof, Seller, SellerId};
use crate::plan::address::{self, Fixed};
use crate::schema::Choice;
use node::Node;

/// What is the same for all pages of a language.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// Its settings.
    pub site: &'a Site,
    /// Language of the page.
    pub language: Language,
    /// The day of the build: expired permits and promotions are left out.
    pub today: Date,
    /// Absolute address of the site's logo, if it has one.
    pub logo: Option<&'a str>,
}

/// One page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Page<'a> {
    /// Its path, without the base path.
    pub path: &'a str,
    /// Its title, without the site's name.
    pub title: &'a str,
    /// One sentence about it.
    pub description: Option<&'a str>,
    /// Name and path of each page above it, home first, and of the page itself last. Empty on the home page.
    pub crumbs: &'a [(String, String)],
    /// Absolute addresses of the pictures of what it shows, the main one first.
    pub images: &'a [String],
}

impl Context<'_> {
    /// The absolute address of a path.
    fn url(&self, path: &str) -> String {
        self.site.base.absolute(path)
    }

    /// The id of the thing whose Indonesian page has this path.
    fn id(&self, path: &str, fragment: &str) -> String {
        format!("{}#{fragment}", self.url(path))
    }

    /// The id of an entry.
    fn entry_id(&self, kind: Kind, slug: &str) -> String {
        self.id(&address::entry(kind, slug, Language::Id), fragment(kind))
    }

    fn text<'t>(&self, text: &'t Bilingual) -> &'t str {
        text.text(self.language)
    }

    fn maybe_text<'t>(&self, text: &'t Option<Bilingual>) -> Option<&'t str> {
        text.as_ref().map(|text| self.text(text))
    }

    fn texts(&self, texts: &[Bilingual]) -> Vec<String> {
        texts.iter().map(|text| self.text(text).to_owned()).collect()
    }

    /// The label of a choice for readers of this page.
    fn label(&self, choices: &[Choice], value: &str) -> Option<&'static str> {
        choices.iter().find(|choice| choice.value == value).map(|choice| self.language.pick(choice.id, choice.en))
    }

    fn labels(&self, choices: &[Choice], values: &[&str]) -> Vec<&'static str> {
        values.iter().filter_map(|value| self.label(choices, value)).collect()
    }

    /// What an entry is called, what it is, where it is shown and what it looks like.
    fn described(&self, node: Node, common: &Common, page: &Page<'_>) -> Node {
        let name = self.text(&common.name);
        let other = common.name.en.as_deref().map(|en| self.language.pick(en, common.name.id.as_str()));
        node.set("name", name)
            .maybe("alternateName", other.filter(|other| *other != name))
            .maybe("description", self.description(common))
            .set("url", self.url(page.path))
            .list("image", page.images.iter().cloned())
            .list("keywords", common.keywords.iter().cloned())
    }

    /// The summary, else the start of the text.
    fn description(&self, common: &Common) -> Option<String> {
        let summary = common.summary.as_ref().map(|summary| self.text(summary).to_owned());
        summary.or_else(|| {
            let plain = &common.body.get(self.language).0.plain;
            (!plain.trim().is_empty()).then(|| excerpt(plain, 300))
        })
    }

    /// A maker in one line, for pages that are about something else.
    fn seller(&self, seller: SellerId) -> Node {
        let (kind, common) = match seller {
            Seller::Business(id) => ("Organization", &self.catalog.businesses.get(id).common),
            Seller::Cooperative(id) => ("Cooperative", &self.catalog.cooperatives.get(id).common),
        };
        Node::new(kind)
            .id(self.seller_id(seller))
            .set("name", self.text(&common.name))
            .set("url", self.url(&address::seller(self.catalog, seller, self.language)))
    }

    fn seller_id(&self, seller: SellerId) -> String {
        match seller {
            Seller::Business(id) => self.entry_id(Kind::Business, &self.catalog.businesses.get(id).common.slug),
            Seller::Cooperative(id) => self.entry_id(Kind::Cooperative, &self.catalog.cooperatives.get(id).common.slug),
        }
    }

    /// An entry in one line.
    fn mention(&self, kind: Kind, schema_type: &str, common: &Common) -> Node {
        Node::new(schema_type)
            .id(self.entry_id(kind, &common.slug))
            .set("name", self.text(&common.name))
            .set("url", self.url(&address::entry(kind, &common.slug, self.language)))
    }

    fn publisher_id(&self) -> String {
        self.id(&Fixed::Home.path(Language::Id), "penerbit")
    }

    /// The publisher in one line, for readers that look at one thing of the graph only.
    fn publisher_line(&self) -> Node {
        Node::new("GovernmentOrganization")
            .id(self.publisher_id())
            .set("name", self.publisher_name())
            .set("url", self.url(&Fixed::Home.path(self.language)))
    }

    fn publisher_name(&self) -> &str {
        let office = self.site.office.name.as_str();
        if office.trim().is_empty() { self.text(&self.site.name) } else { office }
    }

    /// The city as the area that something serves.
    fn city(&self) -> Node {
        Node::new("City").set("name", self.text(&self.site.city))
    }

    /// Certificates that are valid today. None on a sample site: an invented permit must not be put into the mouth of a
    /// real authority.
    fn certifications(&self, proofs: &[Proof]) -> Vec<Node> {
        let is_certificate = |proof: &&Proof| {
            let kinds =
                [PermitKind::Pirt, PermitKind::Bpom, PermitKind::Halal, PermitKind::Sni, PermitKind::LocalContent];
            kinds.contains(&proof.kind) && !proof.is_expired(self.today)
        };
        let proofs: &[Proof] = if self.site.sample { &[] } else { proofs };
        proofs.iter().filter(is_certificate).map(|proof| self.certification(proof)).collect()
    }

    fn certification(&self, proof: &Proof) -> Node {
        let issuer = proof.kind.issuer(self.language);
        let issuer = issuer.map(|name| Node::new("GovernmentOrganization").set("name", name));
        let rating = proof.percent.map(|percent| {
            Node::new("Rating").set("ratingValue", percent).set("bestRating", 100).set("worstRating", 0)
        });
        Node::new("Certification")
            .set("name", proof.kind.name(self.language))
            .maybe("certificationIdentification", proof.number.as_deref())
            .maybe("certificationRating", rating)
            .maybe("issuedBy", issuer)
            .maybe("validFrom", proof.issued.map(|day| day.to_string()))
            .maybe("expires", proof.valid_until.map(|day| day.to_string()))
            .set("certificationStatus", "https://schema.org/CertificationActive")
    }

    /// Awards as texts.
    fn awards(&self, proofs: &[Proof]) -> Vec<String> {
        let awards = proofs.iter().filter(|proof| proof.kind == PermitKind::Award && !self.site.sample);
        let line = |proof: &Proof| {
            let parts = [proof.text.clone(), proof.giver.clone(), proof.year.map(|year| year.to_string())];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        };
        awards.map(line).collect()
    }

    /// The graph of a page: the site, its publisher, the way here, the page, and what the page shows.
    fn graph(&self, page: &Page<'_>, own: PageKind, things: Vec<Node>) -> String {
        self.graph_about(page, own, things, None)
    }

    /// The same for a page whose list is about something.
    fn graph_about(&self, page: &Page<'_>, own: PageKind, things: Vec<Node>, about: Option<Node>) -> String {
        let id_of = |node: &Node| node.get("@id").and_then(Value::as_str).map(|id| Node::reference(id.to_owned()));
        let page_node = page::web_page(self, page, own)
            .maybe("mainEntity", things.first().and_then(id_of))
            .maybe("about", about.as_ref().and_then(id_of));
        let mut nodes = vec![page::website(self), page::publisher(self), page_node];
        nodes.extend(page::breadcrumbs(self, page));
        nodes.extend(things);
        nodes.extend(about);
        text_of(nodes)
    }
}

/// The graph as text that cannot end the script element it stands in.
fn text_of(nodes: Vec<Node>) -> String {
    let mut whole = serde_json::Map::new();
    whole.insert("@context".to_owned(), Value::from("https://schema.org"));
    whole.insert("@graph".to_owned(), nodes.into_iter().map(Value::from).collect());
    let text = Value::Object(whole).to_string();
    // U+2028 and U+2029 are line ends to old script readers.
    text.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// What stands behind `#` in the id of an entry.
const fn fragment(kind: Kind) -> &'static str {
    match kind {
        Kind::Business | Kind::Cooperative => "usaha",
        Kind::Product => "produk",
        Kind::Innovation => "inovasi",
        Kind::Programme => "program",
        Kind::Facility => "tempat",
        Kind::WorkingGroup | Kind::Partner => "lembaga",
        Kind::Mentor => "orang",
        Kind::Funding => "skema",
        Kind::Event => "acara",
        Kind::News | Kind::Story => "tulisan",
        Kind::Collection => "daftar",
        Kind::Impact => "data",
        Kind::Page => "halaman",
    }
}
