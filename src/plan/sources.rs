//! Which files a page shows something of, for `explain`.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Fixed, Subject};
use crate::model::{AdopterLink, Catalog, Id, Kind, Product, SellerId};

/// The entry files behind a page, sorted. The settings and the theme are behind every page and are not named.
pub fn of(catalog: &Catalog, subject: &Subject) -> Vec<Arc<str>> {
    let mut files = BTreeSet::new();
    match *subject {
        Subject::Entry(Kind::Product, index) => product(catalog, Id::new(index as usize), &mut files),
        Subject::Entry(kind, index) => {
            files.extend(crate::plan::common(catalog, kind, index).map(|common| common.file.clone()));
            if kind == Kind::Innovation
                && let Some(innovation) = catalog.innovations.at(index as usize)
            {
                for user in &innovation.links.users {
                    if let AdopterLink::Found(user) = user {
                        seller(catalog, *user, &mut files);
                    }
                }
                let products = catalog.back.innovation_products.get(Id::new(index as usize));
                files.extend(products.iter().map(|id| catalog.products.get(*id).common.file.clone()));
            }
        }
        Subject::Seller(id, _) | Subject::PrintCard(id) | Subject::PriceTags(id) => {
            seller(catalog, id, &mut files);
            files.extend(catalog.products_of(id).iter().map(|id| catalog.products.get(*id).common.file.clone()));
        }
        Subject::Category(id, _) => {
            let products = catalog.back.category_products.get(id);
            files.extend(products.iter().map(|id| catalog.products.get(*id).common.file.clone()));
        }
        Subject::Collection(id, _) => {
            files.insert(catalog.collections.get(id).common.file.clone());
            let products = catalog.back.collection_products.get(id);
            files.extend(products.iter().map(|id| catalog.products.get(*id).common.file.clone()));
        }
        Subject::Products(_) => files.extend(catalog.products.rows().iter().map(|entry| entry.common.file.clone())),
        Subject::Businesses(_) => files.extend(catalog.businesses.rows().iter().map(|entry| entry.common.file.clone())),
        Subject::Cooperatives(_) => {
            files.extend(catalog.cooperatives.rows().iter().map(|entry| entry.common.file.clone()));
        }
        Subject::Dated(Fixed::News, _) => {
            files.extend(catalog.news.rows().iter().map(|entry| entry.common.file.clone()))
        }
        Subject::Dated(Fixed::Stories, _) => {
            files.extend(catalog.stories.rows().iter().map(|entry| entry.common.file.clone()));
        }
        Subject::Dated(..) => files.extend(catalog.events.rows().iter().map(|entry| entry.common.file.clone())),
        Subject::District(_) | Subject::Village(_) | Subject::Fixed(_) | Subject::Withdrawn(_) => {
            files.insert("content/data/wilayah.yaml".into());
            files.insert("content/situs.yaml".into());
        }
    }
    files.into_iter().collect()
}

fn seller(catalog: &Catalog, id: SellerId, files: &mut BTreeSet<Arc<str>>) {
    match id {
        SellerId::Business(id) => files.insert(catalog.businesses.get(id).common.file.clone()),
        SellerId::Cooperative(id) => files.insert(catalog.cooperatives.get(id).common.file.clone()),
    };
}

fn product(catalog: &Catalog, id: Id<Product>, files: &mut BTreeSet<Arc<str>>) {
    let product = catalog.products.get(id);
    files.insert(product.common.file.clone());
    seller(catalog, product.links.seller, files);
    files.extend(product.links.innovations.iter().map(|id| catalog.innovations.get(*id).common.file.clone()));
}
