//! Figures and open data, as data sets.

use serde_json::Value;

use super::node::{Node, property};
use super::page::PageKind;
use super::{Context, Page};
use crate::bahasa::excerpt;
use crate::model::{Date, Impact};
use crate::plan::files;

/// Search engines refuse longer descriptions.
const DESCRIPTION_MAX: usize = 4_900;

/// The page of the figures: those that were typed, and those that were counted (name and value).
pub fn impact(ctx: &Context<'_>, page: &Page<'_>, counted: &[(String, u64)]) -> String {
    let rows = || ctx.catalog.impacts.listed().map(|(_, row)| row);
    let days: Vec<Date> = rows().filter_map(|row| row.facts.as_of).collect();
    let figures = rows().map(|row| figure(ctx, row));
    let counts = counted.iter().map(|(name, value)| property(name, *value));
    let coverage = match (days.iter().min(), days.iter().max()) {
        (Some(first), Some(last)) if first != last => Some(format!("{first}/{last}")),
        (Some(day), _) => Some(day.to_string()),
        _ => None,
    };
    let words = ctx.language.pick(
        "Angka dampak etalase UMKM, koperasi, dan pusat inovasi: jumlah, satuan, tanggal, sumber, dan definisinya.",
        "Impact figures of the showcase of small businesses and cooperatives: value, unit, day, source and definition.",
    );
    let node = data_set(
        ctx,
        page,
        "data",
        page.title,
        page.description.map_or(words, |text| if text.chars().count() < 50 { words } else { text }),
    )
    .list("variableMeasured", figures.chain(counts))
    .maybe("temporalCoverage", coverage)
    .set("dateModified", ctx.today.to_string());
    ctx.graph(page, PageKind::Web, vec![node])
}

fn figure(ctx: &Context<'_>, row: &Impact) -> Node {
    let facts = &row.facts;
    property(ctx.text(&row.common.name), facts.value)
        .set("unitText", ctx.text(&facts.unit))
        .maybe("description", ctx.maybe_text(&facts.definition))
        .maybe("measurementTechnique", facts.source.as_deref())
}

/// The page of the open data: one data set for each table. `tables` are name, title and description of each.
pub fn open_data(ctx: &Context<'_>, page: &Page<'_>, tables: &[(&str, String, String)]) -> String {
    let set = |(name, title, text): &(&str, String, String)| {
        let file = |ending: &str, mime: &str| {
            Node::new("DataDownload").set("encodingFormat", mime).set("contentUrl", ctx.url(&files::data(name, ending)))
        };
        data_set(ctx, page, name, title, text)
            .set("dateModified", ctx.today.to_string())
            .list("distribution", [file("csv", "text/csv"), file("json", "application/json")])
    };
    let catalogue = Node::new("DataCatalog")
        .id(ctx.id(&crate::plan::Fixed::OpenData.path(crate::bahasa::Language::Id), "katalog"))
        .set("name", page.title)
        .set("url", ctx.url(page.path))
        .set("publisher", Node::reference(ctx.publisher_id()))
        .list("dataset", tables.iter().map(|(name, ..)| Node::reference(set_id(ctx, page, name))));
    let sets = tables.iter().map(set);
    ctx.graph(page, PageKind::Web, std::iter::once(catalogue).chain(sets).collect())
}

fn set_id(ctx: &Context<'_>, page: &Page<'_>, name: &str) -> String {
    ctx.id(page.path, name)
}

fn data_set(ctx: &Context<'_>, page: &Page<'_>, id: &str, name: &str, description: &str) -> Node {
    Node::new("Dataset")
        .id(set_id(ctx, page, id))
        .set("name", name)
        .set("description", Value::from(excerpt(description, DESCRIPTION_MAX)))
        .set("url", ctx.url(page.path))
        .set("license", files::LICENCE.url)
        .set("isAccessibleForFree", true)
        .set("creator", ctx.publisher_line())
        .set("publisher", ctx.publisher_line())
        .set("spatialCoverage", ctx.city())
        .set("inLanguage", ctx.language.code())
}
