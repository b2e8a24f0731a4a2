//! Document to [`Draft`]: each field typed, each rule of one entry judged. Sees one file (and its English half) at a time.

mod business;
mod center;
mod common;
pub mod context;
mod cooperative;
pub mod data;
mod demands;
mod editorial;
mod fields;
mod presence;
mod privacy;
mod product;
mod proofs;
pub mod site;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use context::{Context, Rules, Tables};
pub use fields::{Fields, Opening};

use crate::diagnostic::{Problems, Span};
use crate::discover::EntrySource;
use crate::disk::Item;
use crate::model::*;
use crate::parse::Document;
use crate::schema;

/// An entry of any kind, its links still names.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "each holds the kind it is named for")]
pub enum Draft {
    Business(Entry<BusinessFacts, BusinessLinks<Named>>),
    Cooperative(Entry<CooperativeFacts, NoLinks>),
    Product(Box<Entry<ProductFacts, ProductLinks<Named>>>),
    Innovation(Entry<InnovationFacts, InnovationLinks<Named>>),
    Programme(Entry<ProgrammeFacts, ProgrammeLinks<Named>>),
    Facility(Entry<FacilityFacts, NoLinks>),
    WorkingGroup(Entry<WorkingGroupFacts, WorkingGroupLinks<Named>>),
    Partner(Entry<PartnerFacts, NoLinks>),
    Mentor(Entry<MentorFacts, MentorLinks<Named>>),
    Funding(Entry<FundingFacts, NoLinks>),
    Event(Entry<EventFacts, EventLinks<Named>>),
    News(News),
    Story(Entry<StoryFacts, StoryLinks<Named>>),
    Collection(Entry<CollectionFacts, CollectionLinks<Named>>),
    Impact(Entry<ImpactFacts, NoLinks>),
    Page(Entry<PageFacts, NoLinks>),
    /// Withdrawn at the owner's wish; nothing of it is left but its address.
    Withdrawn(Withdrawn),
    /// Could not be read. It keeps its name, so that links to it are not reported as well.
    Broken(Kind, Arc<str>),
}

/// A file's parsed halves.
#[derive(Debug, Clone, Copy)]
pub struct Halves<'a> {
    /// The entry's own file.
    pub main: &'a Document,
    /// Its `.en.md`, if there is one.
    pub english: Option<&'a Document>,
}

/// Judges one entry.
pub fn validate(
    source: &EntrySource,
    halves: Halves<'_>,
    rules: &Rules,
    tables: &Tables,
    assets: &BTreeMap<Arc<str>, Item>,
) -> (Draft, Problems) {
    let mut ctx = Context::new(source.file.clone(), source.folder.clone(), rules, tables, assets);
    ctx.draft = common::written_status(halves.main).is_some_and(|status| status.eq_ignore_ascii_case("draf"));
    privacy::scan(&ctx, halves);
    let draft =
        if halves.main.broken { Draft::Broken(source.kind, source.slug.clone()) } else { judge(&ctx, source, halves) };
    (draft, ctx.into_problems())
}

fn judge(ctx: &Context<'_>, source: &EntrySource, halves: Halves<'_>) -> Draft {
    if let Some(tombstone) = common::tombstone(ctx, source, halves.main) {
        return Draft::Withdrawn(tombstone);
    }
    let fields = open(ctx, source, halves);
    let common = common::read(&fields, source, halves);
    match source.kind {
        Kind::Business => Draft::Business(business::read(&fields, common)),
        Kind::Cooperative => Draft::Cooperative(cooperative::read(&fields, common)),
        Kind::Product => {
            product::read(&fields, common).map_or_else(|| broken(source), |entry| Draft::Product(Box::new(entry)))
        }
        Kind::Innovation => Draft::Innovation(center::innovation(&fields, common)),
        Kind::Programme => Draft::Programme(center::programme(&fields, common)),
        Kind::Facility => Draft::Facility(center::facility(&fields, common)),
        Kind::WorkingGroup => Draft::WorkingGroup(center::working_group(&fields, common)),
        Kind::Partner => Draft::Partner(center::partner(&fields, common)),
        Kind::Mentor => Draft::Mentor(center::mentor(&fields, common)),
        Kind::Funding => Draft::Funding(center::funding(&fields, common)),
        Kind::Event => editorial::event(&fields, common).map_or_else(|| broken(source), Draft::Event),
        Kind::News => editorial::news(&fields, common).map_or_else(|| broken(source), Draft::News),
        Kind::Story => Draft::Story(editorial::story(&fields, common)),
        Kind::Collection => Draft::Collection(editorial::collection(&fields, common)),
        Kind::Impact => Draft::Impact(editorial::impact(&fields, common)),
        Kind::Page => Draft::Page(Entry { common, facts: PageFacts, links: NoLinks }),
    }
}

fn broken(source: &EntrySource) -> Draft {
    Draft::Broken(source.kind, source.slug.clone())
}

/// Opens an entry against its kind's table, with its English half from `en:` or from the second file.
fn open<'a>(ctx: &'a Context<'a>, source: &EntrySource, halves: Halves<'a>) -> Fields<'a> {
    let table = schema::fields_of(source.kind);
    let start = Span { line: 1, column: 1, ..Span::WHOLE };
    let fields = Fields::open(ctx, &halves.main.file, &halves.main.fields, table, start, Opening::Whole);
    let english = common::english(ctx, source.kind, halves, &fields);
    fields.with_english(english)
}
