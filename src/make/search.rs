//! The catalogue as documents of the search index.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::album::Album;
use crate::bahasa::Language;
use crate::config::Site;
use crate::model::{
    Bilingual, Catalog, Common, Date, Kind, LinkRole, PermitKind, PlaceId, Presence, Product, Proof, SellerId, Status,
    Stock, slugify,
};
use crate::picture::Format;
use crate::plan::{address, files, order};
use crate::schema::{Choice, tables};
use crate::search::{
    CardPicture, Category, District, DocumentKind, FacetDefinition, FacetLogic, FacetValue, Index, Lexicon, Memo,
    START_FILE, SearchDocument, Settings, Village, build_anew, default_spellings, standard_facets,
};
use crate::validate::data::Words;

/// Values of the facet of materials.
const MATERIALS_MAX: usize = 60;
/// Days for which a product is called new.
const NEW_DAYS: i32 = 45;

/// Builds the index; `memo` is what the last one was made of.
pub fn make(catalog: &Catalog, site: &Site, album: &Album, words: &Words, today: Date, memo: &Memo) -> Index {
    let (documents, lexicon) = documents(catalog, site, album, words, today);
    build_anew(&documents, &lexicon, &Settings::standard(), memo)
}

/// What the index is built from.
pub fn documents(
    catalog: &Catalog,
    site: &Site,
    album: &Album,
    words: &Words,
    today: Date,
) -> (Vec<SearchDocument>, Lexicon) {
    let maker = Maker { catalog, site, album, today };
    (maker.documents(), maker.lexicon(words))
}

/// Where a file of the index stands in the site, without a slash in front.
pub fn output_path(name: &str) -> String {
    match name {
        START_FILE => files::SEARCH_START.trim_start_matches('/').to_owned(),
        name => format!("{}{name}", files::SEARCH_FOLDER.trim_start_matches('/')),
    }
}

/// The files of an index with their output paths.
pub fn outputs(index: &Index) -> impl Iterator<Item = (String, &[u8])> {
    let list = (files::SEARCH_LIST.trim_start_matches('/').to_owned(), index.manifest.as_slice());
    index.files.iter().map(|file| (output_path(&file.name), file.bytes.as_slice())).chain([list])
}

/// The lexicon of a site: also what the command line needs to understand a query.
pub fn lexicon(catalog: &Catalog, site: &Site, album: &Album, words: &Words, today: Date) -> Lexicon {
    Maker { catalog, site, album, today }.lexicon(words)
}

struct Maker<'a> {
    catalog: &'a Catalog,
    site: &'a Site,
    album: &'a Album,
    today: Date,
}

impl Maker<'_> {
    fn documents(&self) -> Vec<SearchDocument> {
        let mut documents: Vec<SearchDocument> = self
            .catalog
            .products
            .rows()
            .par_iter()
            .filter(|product| listed(&product.common))
            .map(|product| self.product(product))
            .collect();
        for (id, business) in self.catalog.businesses.iter().filter(|(_, entry)| listed(&entry.common)) {
            let seller = SellerId::Business(id);
            let mut document = self.seller(DocumentKind::Business, &business.common, &business.facts.presence, seller);
            document.facets.insert("skala".to_owned(), business.facts.scale.map(str::to_owned).into_iter().collect());
            document.completeness = order::maker_completeness(self.catalog, SellerId::Business(id), self.today);
            documents.push(document);
        }
        for (id, cooperative) in self.catalog.cooperatives.iter().filter(|(_, entry)| listed(&entry.common)) {
            let seller = SellerId::Cooperative(id);
            let mut document =
                self.seller(DocumentKind::Cooperative, &cooperative.common, &cooperative.facts.presence, seller);
            document.facets.insert("jenis-koperasi".to_owned(), vec![cooperative.facts.kind.to_owned()]);
            document.attributes.extend(cooperative.facts.units.iter().map(|unit| unit.id.clone()));
            documents.push(document);
        }
        documents.extend(self.center());
        documents
    }

    fn center(&self) -> Vec<SearchDocument> {
        let mut documents = Vec::new();
        let kinds = [
            (Kind::Innovation, DocumentKind::Innovation),
            (Kind::Programme, DocumentKind::Programme),
            (Kind::Facility, DocumentKind::Facility),
            (Kind::WorkingGroup, DocumentKind::WorkingGroup),
            (Kind::Partner, DocumentKind::Partner),
            (Kind::Mentor, DocumentKind::Mentor),
            (Kind::Funding, DocumentKind::Funding),
            (Kind::Event, DocumentKind::Event),
            (Kind::News, DocumentKind::News),
            (Kind::Story, DocumentKind::Story),
            (Kind::Collection, DocumentKind::Collection),
            (Kind::Page, DocumentKind::Page),
        ];
        for (kind, document_kind) in kinds {
            let commons = crate::plan::commons(self.catalog, kind);
            for (index, common) in commons.into_iter().enumerate().filter(|(_, common)| listed(common)) {
                let id = crate::model::AnyId { kind, index: index as u32 };
                let path = |language| address::any(self.catalog, id, language);
                documents.push(self.base(document_kind, common, path(Language::Id), path(Language::En)));
            }
        }
        self.add_facts(&mut documents);
        documents
    }

    /// Facets and words that single kinds have.
    fn add_facts(&self, documents: &mut [SearchDocument]) {
        let find = |documents: &mut [SearchDocument], kind: DocumentKind, slug: &str| -> Option<usize> {
            documents.iter().position(|document| document.kind == kind && document.slug == slug)
        };
        for innovation in self.catalog.innovations.rows() {
            if let Some(at) = find(documents, DocumentKind::Innovation, &innovation.common.slug)
                && let Some(document) = documents.get_mut(at)
            {
                document.facets.insert("tkt".to_owned(), vec![innovation.facts.readiness.to_string()]);
                document.facets.insert("status".to_owned(), vec![innovation.facts.progress.word().to_owned()]);
                document.text = format!(
                    "{} {} {}",
                    document.text, innovation.facts.problem.id.plain, innovation.facts.solution.id.plain
                );
            }
        }
        for programme in self.catalog.programmes.rows() {
            if let Some(at) = find(documents, DocumentKind::Programme, &programme.common.slug)
                && let Some(document) = documents.get_mut(at)
            {
                let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
                document.facets.insert("sasaran".to_owned(), words(&programme.facts.targets));
                document.facets.insert("bidang".to_owned(), words(&programme.facts.fields));
            }
        }
        for news in self.catalog.news.rows() {
            if let Some(at) = find(documents, DocumentKind::News, &news.common.slug)
                && let Some(document) = documents.get_mut(at)
            {
                document.date = number(Some(news.facts.date));
                document.facets.insert("tahun".to_owned(), vec![news.facts.date.year().to_string()]);
                document
                    .facets
                    .insert("topik".to_owned(), news.facts.topic.as_deref().map(slugify).into_iter().collect());
            }
        }
        for event in self.catalog.events.rows() {
            if let Some(at) = find(documents, DocumentKind::Event, &event.common.slug)
                && let Some(document) = documents.get_mut(at)
            {
                document.date = number(Some(event.facts.start.date()));
            }
        }
    }

    fn base(&self, kind: DocumentKind, common: &Common, path_id: String, path_en: String) -> SearchDocument {
        let mut document = SearchDocument::new(kind, &*common.slug, common.name.id.clone());
        document.url_id = self.site.base.href(&path_id);
        document.url_en = self.site.base.href(&path_en);
        document.title_en = common.name.en.clone();
        document.attributes = common.keywords.clone();
        let text = |text: &Option<Bilingual>, language: Language| {
            let found = text
                .as_ref()
                .map(|text| if language == Language::Id { Some(text.id.as_str()) } else { text.en.as_deref() });
            found.flatten().unwrap_or_default().to_owned()
        };
        document.text = format!("{} {}", text(&common.summary, Language::Id), common.body.id.plain);
        let english = common.body.en.as_ref().map_or("", |prose| prose.plain.as_str());
        document.text_en = format!("{} {english}", text(&common.summary, Language::En));
        document.picture = self.picture(common);
        document.date = number(common.freshness());
        document.featured = common.featured;
        document
    }

    fn picture(&self, common: &Common) -> Option<CardPicture> {
        let photo = common.photos.first()?;
        let (files, _) = self.album.role(&photo.path, photo.focus, "card")?;
        let webp = files.iter().filter(|file| file.format == Format::WebP);
        let file = webp.min_by_key(|file| file.width)?;
        let [red, green, blue] = self.album.colour(&photo.path, photo.focus)?;
        Some(CardPicture {
            src: self.site.base.href(&format!("/i/{}", file.name)),
            width: file.width,
            height: file.height,
            placeholder: format!("#{red:02x}{green:02x}{blue:02x}"),
        })
    }

    fn place(&self, document: &mut SearchDocument, place: Option<PlaceId>) {
        let places = &self.catalog.places;
        document.district = place.and_then(|place| places.district(place)).map(|district| district.slug.clone());
        document.village = place.and_then(|place| places.village(place)).map(|village| village.slug.clone());
    }

    fn seller(&self, kind: DocumentKind, common: &Common, presence: &Presence, seller: SellerId) -> SearchDocument {
        let path = |language| address::seller(self.catalog, seller, language);
        let mut document = self.base(kind, common, path(Language::Id), path(Language::En));
        self.place(&mut document, presence.place);
        document.facets.insert("beli".to_owned(), ways(presence, &[], false));
        document.facets.insert("mutu".to_owned(), self.seller_marks(seller));
        let names = self
            .catalog
            .products_of(seller)
            .iter()
            .take(12)
            .map(|id| self.catalog.products.get(*id).common.name.id.clone());
        document.attributes.extend(names);
        document
    }

    fn product(&self, product: &Product) -> SearchDocument {
        let (common, facts) = (&product.common, &product.facts);
        let path = |language| address::product(product, language);
        let mut document = self.base(DocumentKind::Product, common, path(Language::Id), path(Language::En));
        let seller = product.links.seller;
        let (maker, presence) = match seller {
            SellerId::Business(id) => {
                let entry = self.catalog.businesses.get(id);
                (&entry.common, &entry.facts.presence)
            }
            SellerId::Cooperative(id) => {
                let entry = self.catalog.cooperatives.get(id);
                (&entry.common, &entry.facts.presence)
            }
        };
        document.maker = Some(maker.name.id.clone());
        document.category = Some(self.catalog.categories.get(facts.category).slug.clone());
        self.place(&mut document, presence.place);
        document.price = facts.price.lowest();
        let ask = (document.price.is_none()).then_some(("Tanya harga", "Ask for the price"));
        document.price_text = ask.map_or_else(|| facts.price.display(Language::Id), |(id, _)| id.to_owned());
        document.price_text_en = ask.map_or_else(|| facts.price.display(Language::En), |(_, en)| en.to_owned());
        let unit = self.catalog.units.get(facts.unit);
        if ask.is_none() {
            document.price_unit = format!("/ {}", unit.name);
            document.price_unit_en = format!("/ {}", unit.en_one);
        }
        let texts = facts.materials.iter().chain(&facts.ingredients);
        document.attributes.extend(texts.map(|text| text.id.clone()));
        document.attributes.extend(facts.variants.iter().map(|variant| variant.name.clone()));
        document.attributes.extend(
            [&facts.colour, &facts.pattern, &facts.technique].into_iter().flatten().map(|text| text.id.clone()),
        );
        document.completeness = order::completeness(product);
        document.facets = self.product_facets(product, presence);
        document
    }

    /// The permits and certificates that hold today.
    fn marks(&self, proofs: &[Proof]) -> Vec<String> {
        let mark = |proof: &Proof| match proof.kind {
            PermitKind::Pirt | PermitKind::Bpom | PermitKind::Halal | PermitKind::Sni if proof.number.is_some() => {
                Some(proof.kind.key())
            }
            PermitKind::Trademark | PermitKind::Copyright | PermitKind::Design | PermitKind::Patent
                if proof.registered =>
            {
                Some("merek")
            }
            PermitKind::LocalContent => Some("tkdn"),
            _ => None,
        };
        proofs.iter().filter(|proof| !proof.is_expired(self.today)).filter_map(mark).map(str::to_owned).collect()
    }

    /// Those of a maker and of what it sells, each once.
    fn seller_marks(&self, seller: SellerId) -> Vec<String> {
        let mut marks = match seller {
            SellerId::Business(id) => self.marks(&self.catalog.businesses.get(id).facts.proofs),
            SellerId::Cooperative(_) => Vec::new(),
        };
        let products = self.catalog.products_of(seller).iter().map(|id| self.catalog.products.get(*id));
        for product in products.filter(|product| listed(&product.common)) {
            marks.extend(self.marks(&product.facts.proofs));
        }
        marks.sort_unstable();
        marks.dedup();
        marks
    }

    fn product_facets(&self, product: &Product, presence: &Presence) -> BTreeMap<String, Vec<String>> {
        let facts = &product.facts;
        let marks = self.marks(&facts.proofs);
        let new = product.common.published.is_some_and(|day| (0..NEW_DAYS).contains(&day.days_until(self.today)));
        let traits = [
            ("custom", facts.custom),
            ("grosir", !facts.tiers.is_empty()),
            ("ekspor", facts.export.is_some()),
            ("inovasi", !product.links.innovations.is_empty()),
            ("baru", new),
        ];
        let stock = if facts.stock == Stock::Discontinued { "habis" } else { facts.stock.word() };
        let seller = match product.links.seller {
            SellerId::Business(_) => "umkm",
            SellerId::Cooperative(_) => "koperasi",
        };
        BTreeMap::from([
            ("stok".to_owned(), vec![stock.to_owned()]),
            ("mutu".to_owned(), marks),
            ("beli".to_owned(), ways(presence, &facts.shops, facts.e_catalogue)),
            ("penjual".to_owned(), vec![seller.to_owned()]),
            ("sifat".to_owned(), traits.iter().filter(|(_, on)| *on).map(|(word, _)| (*word).to_owned()).collect()),
            ("bahan".to_owned(), facts.materials.iter().map(material).map(|word| slugify(&word)).collect()),
        ])
    }

    fn lexicon(&self, words: &Words) -> Lexicon {
        let categories = &self.catalog.categories;
        let mut tree: Vec<Category> = Vec::new();
        let mut add = |category: &crate::model::Category| {
            tree.push(Category {
                slug: category.slug.clone(),
                parent: category.parent.map(|parent| categories.get(parent).slug.clone()).unwrap_or_default(),
                name: category.name.id.clone(),
                name_en: category.name.text(Language::En).to_owned(),
            });
        };
        categories.rows().iter().filter(|category| category.parent.is_none()).for_each(&mut add);
        categories.rows().iter().filter(|category| category.parent.is_some()).for_each(&mut add);
        let villages = |district: &crate::model::District| {
            let one = |village: &crate::model::Village| Village {
                slug: village.slug.clone(),
                name: village.name.clone(),
                aliases: village.aliases.clone(),
            };
            district.villages.iter().map(one).collect()
        };
        let districts = self.catalog.places.districts.iter().map(|district| District {
            slug: district.slug.clone(),
            name: district.name.clone(),
            villages: villages(district),
        });
        let mut facets = standard_facets();
        facets.extend(self.own_facets());
        Lexicon {
            categories: tree,
            districts: districts.collect(),
            facets,
            synonyms: words.synonyms.clone(),
            protected: words.protected.iter().filter(|word| !word.contains('=')).cloned().collect(),
            spellings: default_spellings(),
        }
    }

    /// Facets whose values come from the content.
    fn own_facets(&self) -> Vec<FacetDefinition> {
        let mut materials: BTreeMap<String, (String, usize)> = BTreeMap::new();
        for text in self.catalog.products.rows().iter().flat_map(|product| &product.facts.materials) {
            let word = material(text);
            materials.entry(slugify(&word)).or_insert((word, 0)).1 += 1;
        }
        let mut rows: Vec<(String, (String, usize))> =
            materials.into_iter().filter(|(slug, _)| !slug.is_empty()).collect();
        rows.sort_by(|a, b| b.1.1.cmp(&a.1.1).then_with(|| a.0.cmp(&b.0)));
        rows.truncate(MATERIALS_MAX);
        let materials = rows.into_iter().map(|(slug, (word, _))| {
            let label = crate::bahasa::title_case(&word);
            value(&slug, &label, &label)
        });
        let mut topics: BTreeMap<String, String> = BTreeMap::new();
        let mut years: Vec<i32> = Vec::new();
        for news in self.catalog.news.rows() {
            if let Some(topic) = &news.facts.topic {
                topics.insert(slugify(topic), topic.clone());
            }
            years.push(news.facts.date.year());
        }
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        let levels = (1..=9).map(|level| value(&level.to_string(), &format!("TKT {level}"), &format!("TRL {level}")));
        vec![
            facet("bahan", "Bahan", "Material", materials.collect()),
            facet("skala", "Skala usaha", "Business size", of_choices(tables::business::SCALE)),
            facet("jenis-koperasi", "Jenis koperasi", "Type of cooperative", of_choices(tables::cooperative::KIND)),
            facet("sasaran", "Untuk siapa", "For whom", of_choices(tables::center::TARGET)),
            facet("bidang", "Bidang", "Field", of_choices(tables::center::FIELD_OF_WORK)),
            facet("tkt", "TKT", "TRL", levels.collect()),
            facet("status", "Status", "Status", of_choices(tables::center::INNOVATION_STATUS)),
            facet(
                "tahun",
                "Tahun",
                "Year",
                years.iter().map(|year| value(&year.to_string(), &year.to_string(), &year.to_string())).collect(),
            ),
            facet("topik", "Topik", "Topic", topics.iter().map(|(slug, topic)| value(slug, topic, topic)).collect()),
        ]
    }
}

fn listed(common: &Common) -> bool {
    common.status == Status::Published
}

fn number(date: Option<Date>) -> u32 {
    date.map_or(0, |day| day.year().unsigned_abs() * 10_000 + u32::from(day.month()) * 100 + u32::from(day.day()))
}

/// "kayu" of "kayu jati belanda": the facet groups by the first word.
fn material(text: &Bilingual) -> String {
    text.id.split_whitespace().next().unwrap_or_default().to_lowercase()
}

fn ways(presence: &Presence, shops: &[crate::model::Link], e_catalogue: bool) -> Vec<String> {
    let role = |wanted: LinkRole| shops.iter().chain(&presence.shops).any(|shop| shop.kind().role() == wanted);
    let all = [
        ("whatsapp", presence.whatsapp.is_some()),
        ("lokapasar", role(LinkRole::Marketplace)),
        ("pesan-antar", role(LinkRole::Delivery)),
        ("datang", matches!(presence.visits, Some("ya" | "janji"))),
        ("ekatalog", e_catalogue || role(LinkRole::Procurement)),
    ];
    all.iter().filter(|(_, on)| *on).map(|(word, _)| (*word).to_owned()).collect()
}

fn value(slug: &str, label: &str, label_en: &str) -> FacetValue {
    FacetValue { slug: slug.to_owned(), label: label.to_owned(), label_en: label_en.to_owned(), phrases: Vec::new() }
}

fn of_choices(choices: &'static [Choice]) -> Vec<FacetValue> {
    choices
        .iter()
        .filter(|choice| !matches!(choice.value, "terbit" | "draf" | "arsip"))
        .map(|choice| value(choice.value, choice.id, choice.en))
        .collect()
}

fn facet(key: &str, label: &str, label_en: &str, values: Vec<FacetValue>) -> FacetDefinition {
    FacetDefinition {
        key: key.to_owned(),
        label: label.to_owned(),
        label_en: label_en.to_owned(),
        logic: FacetLogic::Any,
        on_card: false,
        indexed: false,
        values,
    }
}
