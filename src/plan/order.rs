//! "Pilihan redaksi": the order of lists when nobody asks for another. Featured first, then complete entries, then fresh
//! ones; ties change every day, the same for all, so that no maker is always first (specification 9.4).

use crate::model::reads::{self, Space};
use crate::model::{
    Business, Catalog, Category, CategoryRule, Cooperative, Date, Event, Id, Need, News, Product, Seller, SellerId,
    Story,
};

/// The orders of the site's lists. Archived entries are in none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Orders {
    products: Vec<Id<Product>>,
    businesses: Vec<Id<Business>>,
    cooperatives: Vec<Id<Cooperative>>,
    coming: Vec<Id<Event>>,
    past: Vec<Id<Event>>,
    news: Vec<Id<News>>,
    stories: Vec<Id<Story>>,
    /// Products of each category.
    categories: Vec<Vec<Id<Product>>>,
    /// What decides the place of each product among others, by id.
    keys: Vec<u64>,
    /// Rank of each product in `products`, by id; archived ones come last.
    rank: Vec<u32>,
}

impl Orders {
    /// Products.
    pub fn products(&self) -> &[Id<Product>] {
        reads::note(Space::ORDERS, 0);
        &self.products
    }

    /// UMKM, by name.
    pub fn businesses(&self) -> &[Id<Business>] {
        reads::note(Space::ORDERS, 1);
        &self.businesses
    }

    /// Cooperatives, by name.
    pub fn cooperatives(&self) -> &[Id<Cooperative>] {
        reads::note(Space::ORDERS, 2);
        &self.cooperatives
    }

    /// Events that are coming or going on, first to last.
    pub fn coming(&self) -> &[Id<Event>] {
        reads::note(Space::ORDERS, 3);
        &self.coming
    }

    /// Events that are over, last to first.
    pub fn past(&self) -> &[Id<Event>] {
        reads::note(Space::ORDERS, 4);
        &self.past
    }

    /// News, newest first.
    pub fn news(&self) -> &[Id<News>] {
        reads::note(Space::ORDERS, 5);
        &self.news
    }

    /// Success stories, newest first.
    pub fn stories(&self) -> &[Id<Story>] {
        reads::note(Space::ORDERS, 6);
        &self.stories
    }

    /// Products of a category in the editor's order, archived ones left out.
    pub fn category(&self, id: Id<Category>) -> &[Id<Product>] {
        reads::note(Space::CATEGORY, id.index());
        self.categories.get(id.index()).map_or(&[], Vec::as_slice)
    }

    /// Everything in here by the spaces under which its reading is noted (see [`reads`]).
    pub fn cells(&self) -> [(Space, Vec<u64>); 3] {
        let lists = vec![
            reads::digest(&self.products),
            reads::digest(&self.businesses),
            reads::digest(&self.cooperatives),
            reads::digest(&self.coming),
            reads::digest(&self.past),
            reads::digest(&self.news),
            reads::digest(&self.stories),
        ];
        let categories = self.categories.iter().map(reads::digest).collect();
        [(Space::ORDERS, lists), (Space::CATEGORY, categories), (Space::RANK, self.keys.clone())]
    }

    /// These products in the editor's order, archived ones left out. It hangs on nothing but what ranks each of them.
    pub fn sorted(&self, products: &[Id<Product>]) -> Vec<Id<Product>> {
        products.iter().for_each(|id| reads::note(Space::RANK, id.index()));
        self.sort(products)
    }

    fn sort(&self, products: &[Id<Product>]) -> Vec<Id<Product>> {
        let rank = |id: &Id<Product>| self.rank.get(id.index()).copied().unwrap_or(u32::MAX);
        let mut sorted: Vec<Id<Product>> = products.iter().copied().filter(|id| rank(id) != u32::MAX).collect();
        sorted.sort_by_key(rank);
        sorted
    }
}

/// Orders everything for one day.
pub fn orders(catalog: &Catalog, today: Date) -> Orders {
    let mut products: Vec<Id<Product>> = catalog.products.listed().map(|(id, _)| id).collect();
    let key = |product: &Product| {
        let fresh = product.common.freshness().map_or(0, Date::day_number);
        // A week is fresh enough to share a place.
        let key = (product.common.featured, completeness(product) / 10, fresh / 7);
        (std::cmp::Reverse(key), shuffle(&product.common.slug, today))
    };
    products.sort_by_cached_key(|id| key(catalog.products.get(*id)));
    let keys = catalog.products.rows().iter().map(|product| {
        let (std::cmp::Reverse(key), shuffled) = key(product);
        reads::digest(&(product.common.is_listed(), key, shuffled))
    });
    let keys = keys.collect();
    let mut businesses: Vec<Id<Business>> = catalog.businesses.listed().map(|(id, _)| id).collect();
    businesses.sort_by_cached_key(|id| crate::bahasa::sort_key(&catalog.businesses.get(*id).common.name.id));
    let mut cooperatives: Vec<Id<Cooperative>> = catalog.cooperatives.listed().map(|(id, _)| id).collect();
    cooperatives.sort_by_cached_key(|id| crate::bahasa::sort_key(&catalog.cooperatives.get(*id).common.name.id));
    let (mut past, mut coming): (Vec<_>, Vec<_>) =
        catalog.events.listed().map(|(id, _)| id).partition(|id| catalog.events.get(*id).facts.is_past(today));
    coming.sort_by_key(|id| (catalog.events.get(*id).facts.start, *id));
    past.sort_by_key(|id| std::cmp::Reverse((catalog.events.get(*id).facts.start, *id)));
    let mut news: Vec<Id<News>> = catalog.news.listed().map(|(id, _)| id).collect();
    news.sort_by_key(|id| (std::cmp::Reverse(catalog.news.get(*id).facts.date), *id));
    let mut stories: Vec<Id<Story>> = catalog.stories.listed().map(|(id, _)| id).collect();
    let told = |id: &Id<Story>| {
        let story = catalog.stories.get(*id);
        story.facts.date.or(story.common.published)
    };
    stories.sort_by_key(|id| (std::cmp::Reverse(told(id)), *id));
    let mut rank = vec![u32::MAX; catalog.products.len()];
    for (position, id) in products.iter().enumerate() {
        if let Some(slot) = rank.get_mut(id.index()) {
            *slot = position as u32;
        }
    }
    let mut orders =
        Orders { products, businesses, cooperatives, coming, past, news, stories, categories: Vec::new(), keys, rank };
    orders.categories = catalog.back.category_products.lists().iter().map(|products| orders.sort(products)).collect();
    orders
}

/// The same number for everyone on one day, another the next.
fn shuffle(slug: &str, today: Date) -> u64 {
    let hash = blake3::Hasher::new().update(slug.as_bytes()).update(&today.day_number().to_le_bytes()).finalize();
    hash.as_bytes().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// One of the things that make an entry complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named for what it is")]
pub enum Want {
    Photo,
    ThreePhotos,
    PhotoTexts,
    Summary,
    Description,
    Price,
    PriceMonth,
    Materials,
    Weight,
    Proof,
    English,
    Checked,
    ThreeProducts,
    Channel,
    Village,
    FoodPermit,
}

/// A want, what it counts, and whether it is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub want: Want,
    /// Points of 100.
    pub points: u8,
    /// Is it there?
    pub met: bool,
}

const fn part(want: Want, points: u8, met: bool) -> Part {
    Part { want, points, met }
}

fn sum(parts: &[Part]) -> u8 {
    parts.iter().filter(|part| part.met).map(|part| part.points).sum()
}

/// Words of a product's description that make it whole.
pub const DESCRIPTION_WORDS: u32 = 40;

/// What makes a product's entry complete; the points are 100 together.
pub fn product_parts(product: &Product) -> [Part; 12] {
    let (common, facts) = (&product.common, &product.facts);
    let described = common.photos.iter().all(|photo| photo.alt.is_some());
    [
        part(Want::Photo, 20, !common.photos.is_empty()),
        part(Want::ThreePhotos, 5, common.photos.len() >= 3),
        part(Want::PhotoTexts, 10, !common.photos.is_empty() && described),
        part(Want::Summary, 10, common.summary.is_some()),
        part(Want::Description, 15, common.body.id.words >= DESCRIPTION_WORDS),
        part(Want::Price, 10, facts.price.lowest().is_some()),
        part(Want::PriceMonth, 5, facts.price_month.is_some()),
        part(Want::Materials, 5, !facts.materials.is_empty() || !facts.ingredients.is_empty()),
        part(Want::Weight, 5, facts.weight_g.is_some()),
        part(Want::Proof, 5, !facts.proofs.is_empty()),
        part(Want::English, 5, common.has_english()),
        part(Want::Checked, 5, common.checked.is_some()),
    ]
}

/// How complete a product's entry is, 0 to 100.
pub fn completeness(product: &Product) -> u8 {
    sum(&product_parts(product))
}

/// What makes a maker's entry complete; the points are 100 together (specification 4.1).
pub fn maker_parts(catalog: &Catalog, id: SellerId, today: Date) -> [Part; 8] {
    let (common, presence) = match id {
        Seller::Business(id) => {
            let business = catalog.businesses.get(id);
            (&business.common, &business.facts.presence)
        }
        Seller::Cooperative(id) => {
            let cooperative = catalog.cooperatives.get(id);
            (&cooperative.common, &cooperative.facts.presence)
        }
    };
    let products = catalog.products_of(id);
    let holds_permit = match id {
        Seller::Business(id) => Need::Food.is_met_by(&catalog.businesses.get(id).facts.proofs),
        Seller::Cooperative(_) => false,
    };
    let permitted = products.iter().all(|id| {
        let facts = &catalog.products.get(*id).facts;
        let food = catalog.categories.rule_of(facts.category) == Some(CategoryRule::Food);
        !food || holds_permit || Need::Food.is_met_by(&facts.proofs) || facts.exemption.is_some()
    });
    let checked = common.checked.is_some_and(|day| day.plus_months(12) >= today);
    [
        part(Want::Photo, 20, !common.photos.is_empty()),
        part(Want::Summary, 10, common.summary.is_some()),
        part(Want::ThreeProducts, 15, products.len() >= 3),
        part(Want::Channel, 15, presence.whatsapp.is_some() || !presence.shops.is_empty()),
        part(Want::Village, 10, presence.place.is_some()),
        part(Want::FoodPermit, 15, permitted),
        part(Want::English, 5, common.has_english()),
        part(Want::Checked, 10, checked),
    ]
}

/// How complete a maker's entry is, 0 to 100. The specification gives points to UMKM; cooperatives have the same.
pub fn maker_completeness(catalog: &Catalog, id: SellerId, today: Date) -> u8 {
    sum(&maker_parts(catalog, id, today))
}
