//! The ways back: for each link of the catalogue, who is linked to.

use crate::model::*;

/// All of them.
pub(super) fn back_links(catalog: &Catalog) -> BackLinks {
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
