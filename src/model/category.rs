//! Categories of products (`data/kategori.yaml`) and units of sale (`data/satuan.yaml`).

use super::{Bilingual, BilingualProse, Id, Table};

/// What a category asks of its products.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CategoryRule {
    /// Food: a permit, or the reason why none.
    Food,
    /// Cosmetics: a BPOM notification.
    Cosmetics,
    /// Herbal medicine: a BPOM TR number.
    Herbal,
    /// Toys: an age, and SNI if there is one.
    Toys,
    /// Cleaning goods.
    Cleaning,
    /// Services: nothing is sent.
    Service,
}

/// A category; the tree is two levels deep.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    /// Last part of its address.
    pub slug: String,
    /// Name.
    pub name: Bilingual,
    /// The one above it.
    pub parent: Option<Id<Category>>,
    /// What it asks.
    pub rule: Option<CategoryRule>,
    /// Name of its icon in the theme.
    pub icon: Option<String>,
    /// Place among its siblings.
    pub order: i64,
    /// One sentence.
    pub summary: Option<Bilingual>,
    /// How to choose, at the end of its page.
    pub guide: BilingualProse,
}

impl Table<Category> {
    /// What a category asks: its own rule, or that of the one above it.
    pub fn rule_of(&self, id: Id<Category>) -> Option<CategoryRule> {
        let own = self.get(id);
        own.rule.or_else(|| own.parent.and_then(|parent| self.get(parent).rule))
    }
}

/// A unit of sale.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// As written in entries.
    pub slug: String,
    /// Indonesian name.
    pub name: String,
    /// English name of one.
    pub en_one: String,
    /// English name of several.
    pub en_other: String,
    /// Pieces in it (12 in a lusin).
    pub pieces: Option<u32>,
}
