//! Drafts to [`Catalog`]: names become ids, and every link gets its way back.
//!
//! Entries that may not be seen (drafts of the office, entries without consent) leave here, together with what hangs on
//! them, so that no later stage has to think of them.

mod back_links;
mod names;
mod permits;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bahasa::nearest;
use crate::diagnostic::{Code, Finding, Place, Problems, Span};
use crate::model::*;
use crate::validate::{Draft, Tables};

use back_links::back_links;
use names::{Known, Names, is_shown, kind_of, slug_of};
pub use names::{common_of, common_of_mut};
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
