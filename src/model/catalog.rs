//! The whole catalogue after `resolve`: every link leads somewhere, and every back link is there.

use serde::{Deserialize, Serialize};

use super::reads::{self, Space};
use super::{
    Business, Category, Collection, Cooperative, Entry, Event, Facility, Funding, Id, Impact, Innovation, Mentor, News,
    Page, Partner, PlaceId, Places, Product, Programme, Seller, SellerId, Story, Unit, WorkingGroup,
};

/// A list whose members are addressed by [`Id`].
#[derive(Debug, Clone)]
pub struct Table<T> {
    rows: Vec<T>,
    space: Space,
}

impl<T> Table<T> {
    /// Takes the rows over; their order is their id.
    pub fn new(rows: Vec<T>) -> Table<T> {
        Table { rows, space: Space::NONE }
    }

    /// The row with this id. Ids are only made by `resolve`, for rows that exist.
    #[expect(clippy::indexing_slicing, reason = "an id is only ever made for a row that exists")]
    pub fn get(&self, id: Id<T>) -> &T {
        reads::note(self.space, id.index());
        &self.rows[id.index()]
    }

    /// The row at a position, if there is one.
    pub fn at(&self, index: usize) -> Option<&T> {
        reads::note(self.space, index);
        self.rows.get(index)
    }

    /// All rows with their ids, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Id<T>, &T)> + Clone {
        reads::note_all(self.space);
        self.rows.iter().enumerate().map(|(index, row)| (Id::new(index), row))
    }

    /// All rows, in order.
    pub fn rows(&self) -> &[T] {
        reads::note_all(self.space);
        &self.rows
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// None?
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<Facts, Links> Table<Entry<Facts, Links>> {
    /// Rows that may stand in lists, counts, feeds and cards. An archived entry keeps its page and is named by the entries
    /// that link to it, no more.
    pub fn listed(&self) -> impl Iterator<Item = (Id<Entry<Facts, Links>>, &Entry<Facts, Links>)> + Clone {
        self.iter().filter(|(_, entry)| entry.common.is_listed())
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table::new(Vec::new())
    }
}

/// Ids of `T` by the id of an `S` they belong to.
#[derive(Debug, Clone)]
pub struct Index<S, T> {
    lists: Vec<Vec<Id<T>>>,
    space: Space,
    of: std::marker::PhantomData<fn(S)>,
}

impl<S, T> Index<S, T> {
    /// Empty lists for `len` owners.
    pub fn new(len: usize) -> Index<S, T> {
        Index { lists: vec![Vec::new(); len], space: Space::NONE, of: std::marker::PhantomData }
    }

    /// Adds one to the owner's list, once.
    pub fn add(&mut self, owner: Id<S>, member: Id<T>) {
        if let Some(list) = self.lists.get_mut(owner.index())
            && list.last() != Some(&member)
        {
            list.push(member);
        }
    }

    /// The owner's list.
    pub fn get(&self, owner: Id<S>) -> &[Id<T>] {
        reads::note(self.space, owner.index());
        self.lists.get(owner.index()).map_or(&[], Vec::as_slice)
    }
}

impl<S, T> Index<S, T> {
    /// All lists, by owner.
    pub fn lists(&self) -> &[Vec<Id<T>>] {
        reads::note_all(self.space);
        &self.lists
    }
}

impl<S, T> Default for Index<S, T> {
    fn default() -> Self {
        Index::new(0)
    }
}

/// A page that was withdrawn at its owner's wish: only its old address is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// Its kind.
    pub kind: super::Kind,
    /// Its slug.
    pub slug: std::sync::Arc<str>,
}

/// Everything that may be published, linked both ways.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the lists are named for what is in them")]
pub struct Catalog {
    pub categories: Table<Category>,
    pub units: Table<Unit>,
    pub places: Places,
    pub businesses: Table<Business>,
    pub cooperatives: Table<Cooperative>,
    pub products: Table<Product>,
    pub innovations: Table<Innovation>,
    pub programmes: Table<Programme>,
    pub facilities: Table<Facility>,
    pub groups: Table<WorkingGroup>,
    pub partners: Table<Partner>,
    pub mentors: Table<Mentor>,
    pub fundings: Table<Funding>,
    pub events: Table<Event>,
    pub news: Table<News>,
    pub stories: Table<Story>,
    pub collections: Table<Collection>,
    pub impacts: Table<Impact>,
    pub pages: Table<Page>,
    pub withdrawn: Vec<Withdrawn>,
    pub back: BackLinks,
}

/// Links in the other direction; computed, never typed. Archived entries are in none of the lists.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is named <whose>_<what>")]
pub struct BackLinks {
    pub business_products: Index<Business, Product>,
    pub cooperative_products: Index<Cooperative, Product>,
    pub category_products: Index<Category, Product>,
    pub category_children: Index<Category, Category>,
    pub cooperative_members: Index<Cooperative, Business>,
    pub innovation_products: Index<Innovation, Product>,
    pub business_innovations: Index<Business, Innovation>,
    pub cooperative_innovations: Index<Cooperative, Innovation>,
    pub partner_innovations: Index<Partner, Innovation>,
    pub partner_programmes: Index<Partner, Programme>,
    pub partner_groups: Index<Partner, WorkingGroup>,
    pub partner_mentors: Index<Partner, Mentor>,
    pub group_programmes: Index<WorkingGroup, Programme>,
    pub group_innovations: Index<WorkingGroup, Innovation>,
    pub programme_businesses: Index<Programme, Business>,
    pub programme_innovations: Index<Programme, Innovation>,
    pub programme_events: Index<Programme, Event>,
    pub mentor_events: Index<Mentor, Event>,
    pub business_stories: Index<Business, Story>,
    pub cooperative_stories: Index<Cooperative, Story>,
    pub collection_products: Index<Collection, Product>,
    pub product_collections: Index<Product, Collection>,
}

/// Calls a macro with every tracked table of the catalogue, and with every index.
macro_rules! tracked {
    ($do:ident) => {
        $do! { businesses cooperatives products innovations programmes facilities groups partners mentors fundings events news stories collections impacts pages }
    };
    (indexes $do:ident) => {
        $do! { business_products cooperative_products category_products category_children cooperative_members innovation_products business_innovations cooperative_innovations partner_innovations partner_programmes partner_groups partner_mentors group_programmes group_innovations programme_businesses programme_innovations programme_events mentor_events business_stories cooperative_stories collection_products product_collections }
    };
}
pub(crate) use tracked;

impl Catalog {
    /// From here on, what is read of it is noted (see [`reads`]).
    pub fn track(&mut self) {
        let mut at = 0;
        macro_rules! tables {
            ($($name:ident)*) => { $(self.$name.space = Space::table(at); at += 1;)* };
        }
        tracked!(tables);
        let tables = at;
        at = 0;
        macro_rules! indexes {
            ($($name:ident)*) => { $(self.back.$name.space = Space::index(at); at += 1;)* };
        }
        tracked!(indexes indexes);
        debug_assert!((tables, at) == (16, 22), "spaces are numbered by hand in reads");
    }

    /// The maker's place.
    pub fn place_of_seller(&self, seller: SellerId) -> Option<PlaceId> {
        match seller {
            Seller::Business(id) => self.businesses.get(id).facts.presence.place,
            Seller::Cooperative(id) => self.cooperatives.get(id).facts.presence.place,
        }
    }

    /// The top category above (or at) a category.
    pub fn top_category(&self, id: Id<Category>) -> Id<Category> {
        self.categories.get(id).parent.unwrap_or(id)
    }

    /// The products of a maker.
    pub fn products_of(&self, seller: SellerId) -> &[Id<Product>] {
        match seller {
            Seller::Business(id) => self.back.business_products.get(id),
            Seller::Cooperative(id) => self.back.cooperative_products.get(id),
        }
    }
}
