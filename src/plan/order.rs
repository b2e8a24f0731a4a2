//! "Pilihan redaksi": the order of lists when nobody asks for another. Featured first, then complete entries, then fresh
//! ones; ties change every day, the same for all, so that no maker is always first (specification 9.4).

use crate::model::{Business, Catalog, Common, Cooperative, Date, Id, Product, Status};

/// The orders of the site's lists. Archived entries are in none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Orders {
    /// Products.
    pub products: Vec<Id<Product>>,
    /// UMKM, by name.
    pub businesses: Vec<Id<Business>>,
    /// Cooperatives, by name.
    pub cooperatives: Vec<Id<Cooperative>>,
    /// Rank of each product in `products`, by id; archived ones come last.
    rank: Vec<u32>,
}

impl Orders {
    /// These products in the editor's order, archived ones left out.
    pub fn sorted(&self, products: &[Id<Product>]) -> Vec<Id<Product>> {
        let rank = |id: &Id<Product>| self.rank.get(id.index()).copied().unwrap_or(u32::MAX);
        let mut sorted: Vec<Id<Product>> = products.iter().copied().filter(|id| rank(id) != u32::MAX).collect();
        sorted.sort_by_key(rank);
        sorted
    }
}

/// Orders everything for one day.
pub fn orders(catalog: &Catalog, today: Date) -> Orders {
    let listed = |common: &Common| common.status != Status::Archived;
    let mut products: Vec<Id<Product>> =
        catalog.products.iter().filter(|(_, product)| listed(&product.common)).map(|(id, _)| id).collect();
    products.sort_by_cached_key(|id| {
        let product = catalog.products.get(*id);
        let fresh = product.common.freshness().map_or(0, Date::day_number);
        // A week is fresh enough to share a place.
        let key = (product.common.featured, completeness(product) / 10, fresh / 7);
        (std::cmp::Reverse(key), shuffle(&product.common.slug, today))
    });
    let mut businesses: Vec<Id<Business>> =
        catalog.businesses.iter().filter(|(_, entry)| listed(&entry.common)).map(|(id, _)| id).collect();
    businesses.sort_by_cached_key(|id| crate::bahasa::sort_key(&catalog.businesses.get(*id).common.name.id));
    let mut cooperatives: Vec<Id<Cooperative>> =
        catalog.cooperatives.iter().filter(|(_, entry)| listed(&entry.common)).map(|(id, _)| id).collect();
    cooperatives.sort_by_cached_key(|id| crate::bahasa::sort_key(&catalog.cooperatives.get(*id).common.name.id));
    let mut rank = vec![u32::MAX; catalog.products.len()];
    for (position, id) in products.iter().enumerate() {
        if let Some(slot) = rank.get_mut(id.index()) {
            *slot = position as u32;
        }
    }
    Orders { products, businesses, cooperatives, rank }
}

/// The same number for everyone on one day, another the next.
fn shuffle(slug: &str, today: Date) -> u64 {
    let hash = blake3::Hasher::new().update(slug.as_bytes()).update(&today.day_number().to_le_bytes()).finalize();
    hash.as_bytes().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// How complete a product's entry is, 0 to 100.
pub fn completeness(product: &Product) -> u8 {
    let (common, facts) = (&product.common, &product.facts);
    let described = common.photos.iter().all(|photo| photo.alt.is_some());
    let parts = [
        (!common.photos.is_empty(), 20),
        (common.photos.len() >= 3, 5),
        (!common.photos.is_empty() && described, 10),
        (common.summary.is_some(), 10),
        (common.body.id.words >= 40, 15),
        (facts.price.lowest().is_some(), 10),
        (facts.price_month.is_some(), 5),
        (!facts.materials.is_empty() || !facts.ingredients.is_empty(), 5),
        (facts.weight_g.is_some(), 5),
        (!facts.proofs.is_empty(), 5),
        (common.has_english(), 5),
        (common.checked.is_some(), 5),
    ];
    parts.iter().filter(|(met, _)| *met).map(|(_, points)| points).sum()
}

/// How complete a UMKM's entry is, 0 to 100 (specification 4.1).
pub fn business_completeness(catalog: &Catalog, id: Id<Business>, today: Date) -> u8 {
    let business = catalog.businesses.get(id);
    let (common, presence) = (&business.common, &business.facts.presence);
    let products = catalog.back.business_products.get(id);
    let permitted = products.iter().all(|id| {
        let facts = &catalog.products.get(*id).facts;
        let food = catalog.categories.get(facts.category).rule == Some(crate::model::CategoryRule::Food);
        !food || !facts.proofs.is_empty() || facts.exemption.is_some()
    });
    let checked = common.checked.is_some_and(|day| day.plus_months(12) >= today);
    let parts = [
        (!common.photos.is_empty(), 20),
        (common.summary.is_some(), 10),
        (products.len() >= 3, 15),
        (presence.whatsapp.is_some() || !presence.shops.is_empty(), 15),
        (presence.place.is_some(), 10),
        (permitted, 15),
        (common.has_english(), 5),
        (checked, 10),
    ];
    parts.iter().filter(|(met, _)| *met).map(|(_, points)| points).sum()
}
