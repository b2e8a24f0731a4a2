//! Drafts to [`Catalog`]: names become ids, and every link gets its way back.
//!
//! Entries that may not be seen (drafts of the office, entries without consent) leave here, together with what hangs on
//! them, so that no later stage has to think of them.

mod permits;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bahasa::nearest;
use crate::diagnostic::{Code, Finding, Place, Problems, Span};
use crate::model::*;
use crate::validate::{Draft, Tables};

pub use permits::Permits;

/// Links everything. `drafts` also takes entries with `status: draf` (a preview for the office).
pub fn resolve(drafts: Vec<Draft>, tables: Tables, with_drafts: bool, problems: &mut Problems) -> Catalog {
    let unread = drafts.iter().any(|draft| matches!(draft, Draft::Broken(Kind::Product, _)));
    permits::judge(&drafts, problems);
    let names = Names::collect(&drafts, with_drafts);
    let mut lists = Lists::default();
    drafts.into_iter().for_each(|draft| lists.sort_in(draft, with_drafts, &names));
    let mut resolver = Resolver { names: &names, problems };
    let mut catalog = resolver.link(lists);
    catalog.categories = tables.categories;
    catalog.units = tables.units;
    catalog.places = tables.places;
    resolver.check_twins(&catalog);
    apply_rules(&mut catalog);
    catalog.back = back_links(&catalog);
    // Whose a product is that could not be read is not known.
    if !unread {
        resolver.advise(&catalog);
    }
    catalog.track();
    catalog
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    /// Will be in the catalogue, at this position.
    Seen(u32),
    /// Exists but is not shown: a draft, or broken.
    Hidden,
    /// Withdrawn by its owner.
    Withdrawn,
}

/// All slugs by kind, including those that will not be seen.
#[derive(Default)]
struct Names {
    of: BTreeMap<Kind, BTreeMap<Arc<str>, Known>>,
}

impl Names {
    fn collect(drafts: &[Draft], with_drafts: bool) -> Names {
        let mut names = Names::default();
        let mut counts: BTreeMap<Kind, u32> = BTreeMap::new();
        let hidden_makers: Vec<(Kind, Arc<str>)> = drafts
            .iter()
            .filter(|draft| {
                matches!(draft, Draft::Business(_) | Draft::Cooperative(_)) && !is_shown(draft, with_drafts)
            })
            .map(|draft| (kind_of(draft), slug_of(draft)))
            .collect();
        for draft in drafts {
            let kind = kind_of(draft);
            let known = match draft {
                Draft::Withdrawn(_) => Known::Withdrawn,
                Draft::Broken(..) => Known::Hidden,
                draft if !is_shown(draft, with_drafts) || maker_is_hidden(draft, &hidden_makers) => Known::Hidden,
                _ => {
                    let count = counts.entry(kind).or_default();
                    *count += 1;
                    Known::Seen(*count - 1)
                }
            };
            names.of.entry(kind).or_default().entry(slug_of(draft)).or_insert(known);
        }
        names
    }

    fn get(&self, kind: Kind, slug: &str) -> Option<Known> {
        self.of.get(&kind)?.get(slug).copied()
    }

    fn slugs(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.of.get(&kind).into_iter().flat_map(|slugs| slugs.keys().map(|slug| &**slug))
    }
}

/// A product of a hidden maker is hidden too.
fn maker_is_hidden(draft: &Draft, hidden: &[(Kind, Arc<str>)]) -> bool {
    let Draft::Product(product) = draft else { return false };
    let (kind, name) = match &product.links.seller {
        Seller::Business(reference) => (Kind::Business, &reference.name),
        Seller::Cooperative(reference) => (Kind::Cooperative, &reference.name),
    };
    hidden.iter().any(|(hidden_kind, slug)| *hidden_kind == kind && **slug == **name)
}

macro_rules! for_each_entry {
    ($draft:expr, $entry:ident => $body:expr, $withdrawn:ident => $w:expr, ($kind:ident, $slug:ident) => $b:expr) => {
        match $draft {
            Draft::Business($entry) => $body,
            Draft::Cooperative($entry) => $body,
            Draft::Product($entry) => $body,
            Draft::Innovation($entry) => $body,
            Draft::Programme($entry) => $body,
            Draft::Facility($entry) => $body,
            Draft::WorkingGroup($entry) => $body,
            Draft::Partner($entry) => $body,
            Draft::Mentor($entry) => $body,
            Draft::Funding($entry) => $body,
            Draft::Event($entry) => $body,
            Draft::News($entry) => $body,
            Draft::Story($entry) => $body,
            Draft::Collection($entry) => $body,
            Draft::Impact($entry) => $body,
            Draft::Page($entry) => $body,
            Draft::Withdrawn($withdrawn) => $w,
            Draft::Broken($kind, $slug) => $b,
        }
    };
}

/// What all kinds share, unless nothing is left of the entry.
pub fn common_of(draft: &Draft) -> Option<&Common> {
    for_each_entry!(draft, entry => Some(&entry.common), _w => None, (_k, _s) => None)
}

/// The same, to be changed.
pub fn common_of_mut(draft: &mut Draft) -> Option<&mut Common> {
    for_each_entry!(draft, entry => Some(&mut entry.common), _w => None, (_k, _s) => None)
}

fn slug_of(draft: &Draft) -> Arc<str> {
    for_each_entry!(draft, entry => entry.common.slug.clone(), gone => gone.slug.clone(), (_kind, slug) => slug.clone())
}

fn kind_of(draft: &Draft) -> Kind {
    match draft {
        Draft::Business(_) => Kind::Business,
        Draft::Cooperative(_) => Kind::Cooperative,
        Draft::Product(_) => Kind::Product,
        Draft::Innovation(_) => Kind::Innovation,
        Draft::Programme(_) => Kind::Programme,
        Draft::Facility(_) => Kind::Facility,
        Draft::WorkingGroup(_) => Kind::WorkingGroup,
        Draft::Partner(_) => Kind::Partner,
        Draft::Mentor(_) => Kind::Mentor,
        Draft::Funding(_) => Kind::Funding,
        Draft::Event(_) => Kind::Event,
        Draft::News(_) => Kind::News,
        Draft::Story(_) => Kind::Story,
        Draft::Collection(_) => Kind::Collection,
        Draft::Impact(_) => Kind::Impact,
        Draft::Page(_) => Kind::Page,
        Draft::Withdrawn(gone) => gone.kind,
        Draft::Broken(kind, _) => *kind,
    }
}

/// Published, and with the consent that its kind needs.
fn is_shown(draft: &Draft, with_drafts: bool) -> bool {
    let consented = match draft {
        Draft::Business(entry) => entry.facts.consent.status == ConsentStatus::Given,
        Draft::Cooperative(entry) => entry.facts.consent.status == ConsentStatus::Given,
        Draft::Mentor(entry) => entry.facts.consent.status == ConsentStatus::Given,
        _ => true,
    };
    consented && common_of(draft).is_some_and(|common| with_drafts || common.status != Status::Draft)
}

/// The entries that will be seen, by kind, links still names.
#[derive(Default)]
struct Lists {
    businesses: Vec<Entry<BusinessFacts, BusinessLinks<Named>>>,
    cooperatives: Vec<Cooperative>,
    products: Vec<Entry<ProductFacts, ProductLinks<Named>>>,
    innovations: Vec<Entry<InnovationFacts, InnovationLinks<Named>>>,
    programmes: Vec<Entry<ProgrammeFacts, ProgrammeLinks<Named>>>,
    facilities: Vec<Facility>,
    groups: Vec<Entry<WorkingGroupFacts, WorkingGroupLinks<Named>>>,
    partners: Vec<Partner>,
    mentors: Vec<Entry<MentorFacts, MentorLinks<Named>>>,
    fundings: Vec<Funding>,
    events: Vec<Entry<EventFacts, EventLinks<Named>>>,
    news: Vec<News>,
    stories: Vec<Entry<StoryFacts, StoryLinks<Named>>>,
    collections: Vec<Entry<CollectionFacts, CollectionLinks<Named>>>,
    impacts: Vec<Impact>,
    pages: Vec<Page>,
    withdrawn: Vec<Withdrawn>,
}

impl Lists {
    fn sort_in(&mut self, draft: Draft, with_drafts: bool, names: &Names) {
        let withdrawn = matches!(draft, Draft::Withdrawn(_));
        let seen = matches!(names.get(kind_of(&draft), &slug_of(&draft)), Some(Known::Seen(_)));
        if !withdrawn && (!seen || !is_shown(&draft, with_drafts)) {
            return;
        }
        match draft {
            Draft::Business(entry) => self.businesses.push(entry),
            Draft::Cooperative(entry) => self.cooperatives.push(entry),
            Draft::Product(entry) => self.products.push(*entry),
            Draft::Innovation(entry) => self.innovations.push(entry),
            Draft::Programme(entry) => self.programmes.push(entry),
            Draft::Facility(entry) => self.facilities.push(entry),
            Draft::WorkingGroup(entry) => self.groups.push(entry),
            Draft::Partner(entry) => self.partners.push(entry),
            Draft::Mentor(entry) => self.mentors.push(entry),
            Draft::Funding(entry) => self.fundings.push(entry),
            Draft::Event(entry) => self.events.push(entry),
            Draft::News(entry) => self.news.push(entry),
            Draft::Story(entry) => self.stories.push(entry),
            Draft::Collection(entry) => self.collections.push(entry),
            Draft::Impact(entry) => self.impacts.push(entry),
            Draft::Page(entry) => self.pages.push(entry),
            Draft::Withdrawn(gone) => self.withdrawn.push(gone),
            Draft::Broken(..) => {}
        }
    }
}

struct Resolver<'a> {
    names: &'a Names,
    problems: &'a mut Problems,
}

impl Resolver<'_> {
    /// The id behind a name. A hidden target gives nothing in silence; an unknown one is reported.
    fn find<T>(&mut self, file: &Arc<str>, column: &str, kind: Kind, reference: &Reference) -> Option<Id<T>> {
        match self.names.get(kind, &reference.name) {
            Some(Known::Seen(at)) => Some(Id::new(at as usize)),
            Some(Known::Hidden | Known::Withdrawn) => None,
            None => {
                self.report_unknown(file, column, &[kind], reference);
                None
            }
        }
    }

    fn find_all<T>(&mut self, file: &Arc<str>, column: &str, kind: Kind, references: &[Reference]) -> Vec<Id<T>> {
        references.iter().filter_map(|reference| self.find(file, column, kind, reference)).collect()
    }

    fn report_unknown(&mut self, file: &Arc<str>, column: &str, kinds: &[Kind], reference: &Reference) {
        let folders: Vec<&str> = kinds.iter().map(|kind| kind.folder()).collect();
        let mut finding = Finding::new(Code::UmumRujuk)
            .with("nilai", &reference.name)
            .with("kolom", column)
            .with("folder", format!("content/{}", folders.join(" atau content/")));
        let names = self.names;
        let known: Vec<&str> = kinds.iter().flat_map(|kind| names.slugs(*kind)).collect();
        if let Some(close) = nearest(&reference.name, &known) {
            finding = finding.with("saran", close).instead(close);
        }
        self.problems.add(Place { file: file.clone(), span: reference.span }, finding);
    }

    /// The maker of a product. A withdrawn one is a mistake: its product must go too.
    fn seller(&mut self, file: &Arc<str>, link: &SellerLink<Named>) -> Option<SellerId> {
        let (kind, reference) = match link {
            Seller::Business(reference) => (Kind::Business, reference),
            Seller::Cooperative(reference) => (Kind::Cooperative, reference),
        };
        if self.names.get(kind, &reference.name) == Some(Known::Withdrawn) {
            let finding = Finding::new(Code::PdpTarik)
                .with("tanggal", format!("(lihat content/{}/{})", kind.folder(), reference.name));
            self.problems.add(Place { file: file.clone(), span: reference.span }, finding);
            return None;
        }
        match link {
            Seller::Business(reference) => self.find(file, "umkm", kind, reference).map(Seller::Business),
            Seller::Cooperative(reference) => self.find(file, "koperasi", kind, reference).map(Seller::Cooperative),
        }
    }

    /// A maker whose kind is not said: looked up among UMKM, then among cooperatives.
    fn adopter(&mut self, file: &Arc<str>, reference: &Reference) -> Option<SellerId> {
        let business = self.names.get(Kind::Business, &reference.name);
        let cooperative = self.names.get(Kind::Cooperative, &reference.name);
        match (business, cooperative) {
            (Some(Known::Seen(at)), _) => Some(Seller::Business(Id::new(at as usize))),
            (_, Some(Known::Seen(at))) => Some(Seller::Cooperative(Id::new(at as usize))),
            (None, None) => {
                self.report_unknown(file, "penerap", &[Kind::Business, Kind::Cooperative], reference);
                None
            }
            _ => None,
        }
    }

    /// `jenis/slug`.
    fn any(&mut self, file: &Arc<str>, reference: &Reference) -> Option<AnyId> {
        let (folder, slug) = reference.name.trim_matches('/').split_once('/')?;
        let inner = Reference { name: slug.to_owned(), span: reference.span };
        match Kind::from_folder(folder) {
            Some(kind) => {
                let id: Id<()> = self.find(file, "terkait", kind, &inner)?;
                Some(AnyId { kind, index: id.index() as u32 })
            }
            None => {
                self.report_unknown(file, "terkait", &Kind::ALL, reference);
                None
            }
        }
    }

    fn link(&mut self, lists: Lists) -> Catalog {
        let mut catalog = Catalog { withdrawn: lists.withdrawn, ..Catalog::default() };
        catalog.businesses = self.table(lists.businesses, |this, file, links| BusinessLinks {
            cooperative: links.cooperative.and_then(|link| this.find(file, "koperasi", Kind::Cooperative, &link)),
            programmes: links
                .programmes
                .iter()
                .filter_map(|(link, year)| Some((this.find(file, "program", Kind::Programme, link)?, *year)))
                .collect(),
        });
        catalog.cooperatives = Table::new(lists.cooperatives);
        catalog.products = self.products(lists.products);
        catalog.innovations = self.table(lists.innovations, |this, file, links| InnovationLinks {
            users: links.users.iter().filter_map(|user| this.user(file, user)).collect(),
            developers: this.find_all(file, "pengembang", Kind::Partner, &links.developers),
            group: links.group.and_then(|link| this.find(file, "pokja", Kind::WorkingGroup, &link)),
            programmes: this.find_all(file, "program", Kind::Programme, &links.programmes),
        });
        catalog.programmes = self.table(lists.programmes, |this, file, links| ProgrammeLinks {
            group: links.group.and_then(|link| this.find(file, "pokja", Kind::WorkingGroup, &link)),
            partners: this.find_all(file, "mitra", Kind::Partner, &links.partners),
        });
        catalog.facilities = Table::new(lists.facilities);
        catalog.groups = self.table(lists.groups, |this, file, links| WorkingGroupLinks {
            members: this.find_all(file, "lembaga", Kind::Partner, &links.members),
            programmes: this.find_all(file, "program", Kind::Programme, &links.programmes),
        });
        catalog.partners = Table::new(lists.partners);
        catalog.mentors = self.table(lists.mentors, |this, file, links| MentorLinks {
            institution: links.institution.and_then(|link| this.find(file, "lembaga", Kind::Partner, &link)),
        });
        catalog.fundings = Table::new(lists.fundings);
        catalog.events = self.table(lists.events, |this, file, links| EventLinks {
            speakers: this.find_all(file, "pembicara", Kind::Mentor, &links.speakers),
            programme: links.programme.and_then(|link| this.find(file, "program", Kind::Programme, &link)),
        });
        catalog.news = self.table(lists.news, |this, file, links| NewsLinks {
            related: links
                .related
                .iter()
                .filter_map(|link| match link {
                    AnyLink::Named(reference) => this.any(file, reference).map(AnyLink::Found),
                    AnyLink::Found(id) => Some(AnyLink::Found(*id)),
                })
                .collect(),
        });
        catalog.stories = self.table(lists.stories, |this, file, links| StoryLinks {
            about: links.about.and_then(|about| this.seller(file, &about)),
        });
        catalog.collections = self.table(lists.collections, |this, file, links| CollectionLinks {
            products: this.find_all(file, "produk", Kind::Product, &links.products),
        });
        catalog.impacts = Table::new(lists.impacts);
        catalog.pages = Table::new(lists.pages);
        catalog
    }

    fn user(&mut self, file: &Arc<str>, user: &AdopterLink<Named>) -> Option<AdopterLink<Linked>> {
        let AdopterLink::Unknown(reference) = user else { return None };
        self.adopter(file, reference).map(AdopterLink::Found)
    }

    /// Changes the links of each entry of a kind and leaves all else.
    fn table<F, A, B>(
        &mut self,
        entries: Vec<Entry<F, A>>,
        mut change: impl FnMut(&mut Self, &Arc<str>, A) -> B,
    ) -> Table<Entry<F, B>> {
        let one = |entry: Entry<F, A>| {
            let links = change(self, &entry.common.file, entry.links);
            Entry { common: entry.common, facts: entry.facts, links }
        };
        Table::new(entries.into_iter().map(one).collect())
    }

    /// Products without a maker cannot be shown; the mistake is reported, so nothing is published anyway. The stand-in
    /// keeps its place, since ids were given by position.
    fn products(&mut self, entries: Vec<Entry<ProductFacts, ProductLinks<Named>>>) -> Table<Product> {
        let mut products = Vec::with_capacity(entries.len());
        for entry in entries {
            let file = entry.common.file.clone();
            let seller = self.seller(&file, &entry.links.seller);
            let links = ProductLinks {
                seller: seller.unwrap_or(Seller::Business(Id::new(0))),
                innovations: self.find_all(&file, "inovasi", Kind::Innovation, &entry.links.innovations),
                similar: self.find_all(&file, "serupa", Kind::Product, &entry.links.similar),
                demands: Vec::new(),
            };
            products.push(Entry { common: entry.common, facts: entry.facts, links });
        }
        Table::new(products)
    }

    /// Numbers that must belong to one entry only.
    fn check_twins(&mut self, catalog: &Catalog) {
        let mut nibs: BTreeMap<u64, &Common> = BTreeMap::new();
        for business in catalog.businesses.rows() {
            if let Some((mark, span)) = business.facts.number_mark
                && let Some(first) = nibs.insert(mark, &business.common)
            {
                let finding =
                    Finding::new(Code::UmkmNibGanda).with("a", &first.name.id).with("b", &business.common.name.id);
                self.problems.add(business.common.place(span), finding);
            }
        }
        let mut phones: BTreeMap<&str, &Common> = BTreeMap::new();
        let makers = catalog.businesses.rows().iter().map(|b| (&b.common, &b.facts.presence));
        for (common, presence) in
            makers.chain(catalog.cooperatives.rows().iter().map(|c| (&c.common, &c.facts.presence)))
        {
            if let Some(phone) = &presence.whatsapp
                && let Some(first) = phones.insert(phone.digits(), common)
            {
                let finding = Finding::new(Code::WaGanda).with("a", &first.name.id).with("b", &common.name.id);
                self.problems.add(common.place(presence.whatsapp_span), finding);
            }
        }
    }

    /// What only the whole catalogue shows.
    fn advise(&mut self, catalog: &Catalog) {
        for (id, business) in catalog.businesses.iter() {
            if catalog.back.business_products.get(id).is_empty() {
                let place = Place::new(business.common.file.clone(), Span { line: 1, column: 1, ..Span::WHOLE });
                self.problems.add(place, Finding::new(Code::UmkmTanpaProduk));
            }
        }
    }
}

/// Fills collections by their rules, after the hand-picked products.
fn apply_rules(catalog: &mut Catalog) {
    let mut filled = Vec::with_capacity(catalog.collections.len());
    for collection in catalog.collections.rows() {
        let mut collection = collection.clone();
        if collection.facts.has_rule {
            let matching =
                catalog.products.iter().filter(|(_, product)| matches_rule(&collection.facts, product, catalog));
            let picked = collection.links.products.clone();
            collection.links.products.extend(matching.map(|(id, _)| id).filter(|id| !picked.contains(id)));
        }
        filled.push(collection);
    }
    catalog.collections = Table::new(filled);
}

/// All parts of the rule that are given must hold.
fn matches_rule(rule: &CollectionFacts, product: &Product, catalog: &Catalog) -> bool {
    let facts = &product.facts;
    let own = [facts.category].into_iter().chain(facts.other_categories.iter().copied());
    let in_category = rule.categories.is_empty()
        || own.clone().any(|id| rule.categories.contains(&id) || rule.categories.contains(&catalog.top_category(id)));
    let cheap = rule.price_max.is_none_or(|most| facts.price.lowest().is_some_and(|price| price <= most));
    let text = || format!("{} {}", product.common.name.id, product.common.keywords.join(" ")).to_lowercase();
    let worded = rule.keywords.is_empty() || rule.keywords.iter().any(|word| text().contains(&word.to_lowercase()));
    let innovative = !rule.innovation || !product.links.innovations.is_empty();
    in_category && cheap && worded && innovative && (!rule.e_catalogue || facts.e_catalogue)
}

fn back_links(catalog: &Catalog) -> BackLinks {
    let mut back = BackLinks {
        business_products: Index::new(catalog.businesses.len()),
        cooperative_products: Index::new(catalog.cooperatives.len()),
        category_products: Index::new(catalog.categories.len()),
        category_children: Index::new(catalog.categories.len()),
        cooperative_members: Index::new(catalog.cooperatives.len()),
        innovation_products: Index::new(catalog.innovations.len()),
        business_innovations: Index::new(catalog.businesses.len()),
        cooperative_innovations: Index::new(catalog.cooperatives.len()),
        partner_innovations: Index::new(catalog.partners.len()),
        partner_programmes: Index::new(catalog.partners.len()),
        partner_groups: Index::new(catalog.partners.len()),
        partner_mentors: Index::new(catalog.partners.len()),
        group_programmes: Index::new(catalog.groups.len()),
        group_innovations: Index::new(catalog.groups.len()),
        programme_businesses: Index::new(catalog.programmes.len()),
        programme_innovations: Index::new(catalog.programmes.len()),
        programme_events: Index::new(catalog.programmes.len()),
        mentor_events: Index::new(catalog.mentors.len()),
        business_stories: Index::new(catalog.businesses.len()),
        cooperative_stories: Index::new(catalog.cooperatives.len()),
        collection_products: Index::new(catalog.collections.len()),
        product_collections: Index::new(catalog.products.len()),
    };
    catalogue_links(catalog, &mut back);
    center_links(catalog, &mut back);
    back
}

fn catalogue_links(catalog: &Catalog, back: &mut BackLinks) {
    for (id, category) in catalog.categories.iter() {
        if let Some(parent) = category.parent {
            back.category_children.add(parent, id);
        }
    }
    for (id, product) in catalog.products.listed() {
        match product.links.seller {
            Seller::Business(maker) => back.business_products.add(maker, id),
            Seller::Cooperative(maker) => back.cooperative_products.add(maker, id),
        }
        for category in [product.facts.category].into_iter().chain(product.facts.other_categories.iter().copied()) {
            back.category_products.add(category, id);
            let top = catalog.top_category(category);
            if top != category {
                back.category_products.add(top, id);
            }
        }
        product.links.innovations.iter().for_each(|innovation| back.innovation_products.add(*innovation, id));
    }
    for (id, business) in catalog.businesses.listed() {
        if let Some(cooperative) = business.links.cooperative {
            back.cooperative_members.add(cooperative, id);
        }
        business.links.programmes.iter().for_each(|(programme, _)| back.programme_businesses.add(*programme, id));
    }
    for (id, collection) in catalog.collections.listed() {
        let listed = |product: &&Id<Product>| catalog.products.get(**product).common.is_listed();
        for product in collection.links.products.iter().filter(listed) {
            back.collection_products.add(id, *product);
            back.product_collections.add(*product, id);
        }
    }
}

fn center_links(catalog: &Catalog, back: &mut BackLinks) {
    for (id, innovation) in catalog.innovations.listed() {
        for user in &innovation.links.users {
            match user {
                AdopterLink::Found(Seller::Business(user)) => back.business_innovations.add(*user, id),
                AdopterLink::Found(Seller::Cooperative(user)) => back.cooperative_innovations.add(*user, id),
                AdopterLink::Unknown(_) => {}
            }
        }
        innovation.links.developers.iter().for_each(|partner| back.partner_innovations.add(*partner, id));
        innovation.links.programmes.iter().for_each(|programme| back.programme_innovations.add(*programme, id));
        if let Some(group) = innovation.links.group {
            back.group_innovations.add(group, id);
        }
    }
    for (id, programme) in catalog.programmes.listed() {
        programme.links.partners.iter().for_each(|partner| back.partner_programmes.add(*partner, id));
        if let Some(group) = programme.links.group {
            back.group_programmes.add(group, id);
        }
    }
    for (id, group) in catalog.groups.listed() {
        group.links.members.iter().for_each(|partner| back.partner_groups.add(*partner, id));
        let listed = |programme: &&Id<Programme>| catalog.programmes.get(**programme).common.is_listed();
        group.links.programmes.iter().filter(listed).for_each(|programme| back.group_programmes.add(id, *programme));
    }
    for (id, mentor) in catalog.mentors.listed() {
        if let Some(partner) = mentor.links.institution {
            back.partner_mentors.add(partner, id);
        }
    }
    for (id, event) in catalog.events.listed() {
        event.links.speakers.iter().for_each(|mentor| back.mentor_events.add(*mentor, id));
        if let Some(programme) = event.links.programme {
            back.programme_events.add(programme, id);
        }
    }
    for (id, story) in catalog.stories.listed() {
        match story.links.about {
            Some(Seller::Business(about)) => back.business_stories.add(about, id),
            Some(Seller::Cooperative(about)) => back.cooperative_stories.add(about, id),
            None => {}
        }
    }
}
