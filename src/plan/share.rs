//! Which pages have a share card, and where it stands.

use crate::bahasa::Language;
use crate::model::{Catalog, Kind, SellerId};

use super::Subject;

/// The path of the card that stands for a page when it is shared.
pub fn path(catalog: &Catalog, subject: &Subject, language: Language) -> Option<String> {
    let (kind, slug) = match *subject {
        Subject::Entry(kind, index) if has_card(kind) => {
            (kind, crate::plan::common(catalog, kind, index)?.slug.clone())
        }
        Subject::Seller(SellerId::Business(id), 1) => (Kind::Business, catalog.businesses.get(id).common.slug.clone()),
        Subject::Seller(SellerId::Cooperative(id), 1) => {
            (Kind::Cooperative, catalog.cooperatives.get(id).common.slug.clone())
        }
        _ => return None,
    };
    if !has_photo(catalog, subject) {
        return None;
    }
    Some(format!("/bagikan/{}/{}-{slug}.jpg", language.code(), kind.folder()))
}

/// Without a photo the site's own share picture serves.
fn has_photo(catalog: &Catalog, subject: &Subject) -> bool {
    match *subject {
        Subject::Entry(kind, index) => {
            crate::plan::common(catalog, kind, index).is_some_and(|common| !common.photos.is_empty())
        }
        Subject::Seller(SellerId::Business(id), _) => !catalog.businesses.get(id).common.photos.is_empty(),
        Subject::Seller(SellerId::Cooperative(id), _) => !catalog.cooperatives.get(id).common.photos.is_empty(),
        _ => false,
    }
}

/// Products, makers, innovations and events have one.
pub fn has_card(kind: Kind) -> bool {
    matches!(kind, Kind::Product | Kind::Business | Kind::Cooperative | Kind::Innovation | Kind::Event)
}
