//! Products (specification 4.3).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::word::{self, Word};
use super::{
    Bilingual, BilingualProse, Business, Category, Cooperative, Date, Days, Demand, Entry, Id, Innovation, Link,
    Linked, Price, Proof, Season, Stage, Tier, Unit, YearMonth,
};

/// Can it be had?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stock {
    /// In stock.
    Ready,
    /// Few left.
    Limited,
    /// Ordered before it is made; days until it is sent.
    PreOrder(Days),
    /// Made for the buyer.
    MadeToOrder(Days),
    /// Only in some months; days, if it is ordered ahead.
    Seasonal(Season, Option<Days>),
    /// Sold out.
    SoldOut,
    /// No longer made.
    Discontinued,
}

impl Stock {
    /// As written in `stok`.
    pub const fn word(&self) -> &'static str {
        match self {
            Stock::Ready => "siap",
            Stock::Limited => "terbatas",
            Stock::PreOrder(_) => "po",
            Stock::MadeToOrder(_) => "pesanan",
            Stock::Seasonal(..) => "musiman",
            Stock::SoldOut => "habis",
            Stock::Discontinued => "berhenti",
        }
    }
}

/// An option of a product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Variant {
    /// Axis it belongs to ("warna"); `None` when there is only one axis without a name.
    pub axis: Option<String>,
    /// Name.
    pub name: String,
    /// Own price in rupiah.
    pub price: Option<u64>,
    /// Own stock word.
    #[serde(deserialize_with = "word::maybe")]
    pub stock: Option<Word>,
    /// Own SKU.
    pub sku: Option<String>,
    /// Own photo, one of the product's.
    pub photo: Option<Arc<str>>,
}

/// A price that was lowered for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promotion {
    /// Rupiah before.
    pub before: u64,
    /// Last day.
    pub until: Date,
}

/// Export facts.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Export {
    /// HS code.
    pub hs_code: Option<String>,
    /// Smallest order.
    pub least: Option<String>,
    /// Lead time.
    pub lead: Option<String>,
}

/// Why food has no permit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "named as in specification 4.3")]
pub enum Exemption {
    Fresh,
    ReadyToEat,
    ShortShelfLife,
    FactoryGoods,
}

/// Facts of a product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProductFacts {
    /// Category: a leaf.
    pub category: Id<Category>,
    /// Further categories.
    pub other_categories: Vec<Id<Category>>,
    /// Unit of sale.
    pub unit: Id<Unit>,
    /// Price.
    pub price: Price,
    /// Month of the price.
    pub price_month: Option<YearMonth>,
    /// Wholesale tiers, rising in pieces and falling in price.
    pub tiers: Vec<Tier>,
    /// Promotion.
    pub promotion: Option<Promotion>,
    /// Options.
    pub variants: Vec<Variant>,
    /// Availability.
    pub stock: Stock,
    /// Smallest order in units.
    pub least_order: Option<u32>,
    /// Capacity.
    pub capacity: Option<String>,
    /// Custom orders are welcome.
    pub custom: bool,
    /// About custom orders.
    pub custom_text: Option<Bilingual>,
    /// Materials.
    pub materials: Vec<Bilingual>,
    /// Size, as written.
    pub size: Option<Bilingual>,
    /// Shipping weight in grams.
    pub weight_g: Option<u32>,
    /// Net content, as written.
    pub content: Option<String>,
    /// Colour.
    pub colour: Option<Bilingual>,
    /// Pattern.
    pub pattern: Option<Bilingual>,
    /// Technique.
    pub technique: Option<Bilingual>,
    /// How to care for it.
    pub care: BilingualProse,
    /// Permits and proofs.
    pub proofs: Vec<Proof>,
    /// Why there is no permit.
    pub exemption: Option<Exemption>,
    /// Ingredients.
    pub ingredients: Vec<Bilingual>,
    /// Allergens.
    pub allergens: Vec<Bilingual>,
    /// Shelf life, as written.
    pub shelf_life: Option<Bilingual>,
    /// Storage.
    pub storage: Option<Bilingual>,
    /// Serving suggestion.
    pub serving: Option<Bilingual>,
    /// Suggested age, as written.
    pub age: Option<Bilingual>,
    /// Pages on other platforms.
    pub shops: Vec<Link>,
    /// Made in.
    pub origin: Option<String>,
    /// Stock keeping unit.
    pub sku: Option<String>,
    /// Export facts, if it is ready for export.
    pub export: Option<Export>,
    /// Listed in the government's e-catalogue.
    pub e_catalogue: bool,
}

/// Who makes and sells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Seller<B, C> {
    /// A UMKM.
    Business(B),
    /// A cooperative.
    Cooperative(C),
}

/// A seller as written or resolved.
pub type SellerLink<S> = Seller<<S as Stage>::Link<Business>, <S as Stage>::Link<Cooperative>>;

/// Links of a product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct ProductLinks<S: Stage> {
    /// Maker.
    pub seller: SellerLink<S>,
    /// Innovations behind it.
    pub innovations: Vec<S::Link<Innovation>>,
    /// Similar products chosen by the editor.
    pub similar: Vec<S::Link<Product>>,
    /// Permits that it asks for and its own entry does not have: for [`crate::resolve`], which knows the maker's. Empty
    /// afterwards.
    pub demands: Vec<Demand>,
}

/// A product.
pub type Product = Entry<ProductFacts, ProductLinks<Linked>>;
