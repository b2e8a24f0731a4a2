//! The structured data of a page, by its subject.

use super::desk::Desk;
use crate::model::{Id, Kind, Product, SellerId};
use crate::plan::{Fixed, Subject, address};
use crate::structured::{self, Context, ListItem, Page, PageKind};

/// One graph.
pub fn of(desk: &Desk<'_>, context: &Context<'_>, page: &Page<'_>, subject: &Subject) -> String {
    let per_page = desk.site.per_page;
    let slice = |all: &[Id<Product>], number: usize| -> Vec<ListItem> {
        products(desk, all.iter().copied().skip((number - 1) * per_page).take(per_page))
    };
    match *subject {
        Subject::Fixed(fixed) => of_fixed(desk, context, page, fixed),
        Subject::Products(number) => {
            let all = desk.plan.order.products();
            structured::list(context, page, &slice(all, number), (number - 1) * per_page, all.len())
        }
        Subject::Category(id, number) => {
            let all = desk.plan.order.category(id);
            structured::list(context, page, &slice(all, number), (number - 1) * per_page, all.len())
        }
        Subject::Collection(id, number) => {
            let all = desk.catalog.back.collection_products.get(id);
            structured::list(context, page, &slice(all, number), (number - 1) * per_page, all.len())
        }
        Subject::Businesses(number) => {
            let all = desk.plan.order.businesses();
            let shown = all.iter().copied().skip((number - 1) * per_page).take(per_page).map(SellerId::Business);
            structured::list(context, page, &sellers(desk, shown), (number - 1) * per_page, all.len())
        }
        Subject::Cooperatives(number) => {
            let all = desk.plan.order.cooperatives();
            let shown = all.iter().copied().skip((number - 1) * per_page).take(per_page).map(SellerId::Cooperative);
            structured::list(context, page, &sellers(desk, shown), (number - 1) * per_page, all.len())
        }
        Subject::Dated(list, number) => {
            let order = &desk.plan.order;
            let (kind, all): (Kind, Vec<usize>) = match list {
                Fixed::EventArchive => (Kind::Event, order.past().iter().map(|id| id.index()).collect()),
                Fixed::News => (Kind::News, order.news().iter().map(|id| id.index()).collect()),
                Fixed::Stories => (Kind::Story, order.stories().iter().map(|id| id.index()).collect()),
                _ => (Kind::Event, order.coming().iter().map(|id| id.index()).collect()),
            };
            let shown = all.iter().skip((number - 1) * per_page).take(per_page);
            let items: Vec<ListItem> = shown.filter_map(|at| item(desk, kind, *at as u32)).collect();
            structured::list(context, page, &items, (number - 1) * per_page, all.len())
        }
        Subject::Seller(SellerId::Business(id), _) => structured::business(context, page, id),
        Subject::Seller(SellerId::Cooperative(id), _) => structured::cooperative(context, page, id),
        Subject::District(district) => {
            let found = super::place::products_in(desk, |place| place.district == district);
            let items = products(desk, found.iter().copied().take(per_page));
            structured::place(context, page, (district, None), &items, found.len())
        }
        Subject::Village(place) => {
            let found = super::place::products_in(desk, |other| other == place);
            let items = products(desk, found.iter().copied().take(per_page));
            structured::place(context, page, (place.district, Some(place.village)), &items, found.len())
        }
        Subject::Entry(Kind::Page, index)
            if desk.catalog.pages.at(index as usize).is_some_and(|page| &*page.common.slug == "data") =>
        {
            let tables: Vec<(&str, String, String)> = crate::make::open_data::documentation(desk.language)
                .into_iter()
                .map(|table| (table.name, table.title.to_owned(), table.text.to_owned()))
                .collect();
            structured::open_data(context, page, &tables)
        }
        Subject::Entry(kind, index) => of_entry(context, page, kind, index),
        Subject::PrintCard(_) | Subject::PriceTags(_) | Subject::Withdrawn(_) => {
            structured::page(context, page, PageKind::Web)
        }
    }
}

fn of_entry(context: &Context<'_>, page: &Page<'_>, kind: Kind, index: u32) -> String {
    let at = index as usize;
    match kind {
        Kind::Product => structured::product(context, page, Id::new(at)),
        Kind::Innovation => structured::innovation(context, page, Id::new(at)),
        Kind::Programme => structured::programme(context, page, Id::new(at)),
        Kind::Facility => structured::facility(context, page, Id::new(at)),
        Kind::WorkingGroup => structured::working_group(context, page, Id::new(at)),
        Kind::Partner => structured::partner(context, page, Id::new(at)),
        Kind::Mentor => structured::mentor(context, page, Id::new(at)),
        Kind::Funding => structured::funding(context, page, Id::new(at)),
        Kind::Event => structured::event(context, page, Id::new(at)),
        Kind::News => structured::news(context, page, Id::new(at)),
        Kind::Story => structured::story(context, page, Id::new(at)),
        Kind::Business | Kind::Cooperative | Kind::Collection | Kind::Impact | Kind::Page => {
            structured::page(context, page, PageKind::Web)
        }
    }
}

fn of_fixed(desk: &Desk<'_>, context: &Context<'_>, page: &Page<'_>, fixed: Fixed) -> String {
    let kinds = [
        (Fixed::Innovations, Kind::Innovation),
        (Fixed::Programmes, Kind::Programme),
        (Fixed::Facilities, Kind::Facility),
        (Fixed::WorkingGroups, Kind::WorkingGroup),
        (Fixed::Mentors, Kind::Mentor),
        (Fixed::Funding, Kind::Funding),
        (Fixed::Partners, Kind::Partner),
        (Fixed::Collections, Kind::Collection),
    ];
    if let Some((_, kind)) = kinds.iter().find(|(list, _)| *list == fixed) {
        let commons = crate::plan::commons(desk.catalog, *kind);
        let listed = commons.iter().enumerate().filter(|(_, common)| common.is_listed());
        let items: Vec<ListItem> = listed.filter_map(|(index, _)| item(desk, *kind, index as u32)).collect();
        return structured::list(context, page, &items, 0, items.len());
    }
    match fixed {
        Fixed::Home => structured::home(context, page),
        Fixed::Impact => structured::impact(context, page, &super::editorial::counted(desk)),
        Fixed::Categories | Fixed::Districts => structured::page(context, page, PageKind::Collection),
        Fixed::Search => structured::page(context, page, PageKind::Search),
        Fixed::About => structured::page(context, page, PageKind::About),
        Fixed::Report => structured::page(context, page, PageKind::Contact),
        _ => structured::page(context, page, PageKind::Web),
    }
}

fn item(desk: &Desk<'_>, kind: Kind, index: u32) -> Option<ListItem> {
    let common = crate::plan::common(desk.catalog, kind, index)?;
    Some(ListItem {
        name: common.name.text(desk.language).to_owned(),
        path: address::any(desk.catalog, crate::model::AnyId { kind, index }, desk.language),
    })
}

fn products(desk: &Desk<'_>, ids: impl Iterator<Item = Id<Product>>) -> Vec<ListItem> {
    let item = |id| {
        let product = desk.catalog.products.get(id);
        ListItem {
            name: product.common.name.text(desk.language).to_owned(),
            path: address::product(product, desk.language),
        }
    };
    ids.map(item).collect()
}

fn sellers(desk: &Desk<'_>, sellers: impl Iterator<Item = SellerId>) -> Vec<ListItem> {
    let item = |seller| ListItem {
        name: desk.seller(seller).name.text(desk.language).to_owned(),
        path: address::seller(desk.catalog, seller, desk.language),
    };
    sellers.map(item).collect()
}
