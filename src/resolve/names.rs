//! The names of all entries, and which of them may be seen.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Common, ConsentStatus, Kind, Seller, Status};
use crate::validate::Draft;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// Will be in the catalogue, at this position.
    Seen(u32),
    /// Exists but is not shown: a draft, or broken.
    Hidden,
    /// Withdrawn by its owner.
    Withdrawn,
}

/// All slugs by kind, including those that will not be seen.
#[derive(Default)]
pub(super) struct Names {
    pub(super) of: BTreeMap<Kind, BTreeMap<Arc<str>, Known>>,
}

impl Names {
    pub(super) fn collect(drafts: &[Draft], with_drafts: bool) -> Names {
        let mut names = Names::default();
        let mut counts: BTreeMap<Kind, u32> = BTreeMap::new();
        let hidden_makers: Vec<(Kind, Arc<str>)> = drafts
            .iter()
            .filter(|draft| {
                matches!(draft, Draft::Business(_) | Draft::Cooperative(_)) && !is_shown(draft, with_drafts)
            })
            .map(|draft| (kind_of(draft), slug_of(draft)))
            .collect();
        for draft in drafts {
            let kind = kind_of(draft);
            let known = match draft {
                Draft::Withdrawn(_) => Known::Withdrawn,
                Draft::Broken(..) => Known::Hidden,
                draft if !is_shown(draft, with_drafts) || maker_is_hidden(draft, &hidden_makers) => Known::Hidden,
                _ => {
                    let count = counts.entry(kind).or_default();
                    *count += 1;
                    Known::Seen(*count - 1)
                }
            };
            names.of.entry(kind).or_default().entry(slug_of(draft)).or_insert(known);
        }
        names
    }

    pub(super) fn get(&self, kind: Kind, slug: &str) -> Option<Known> {
        self.of.get(&kind)?.get(slug).copied()
    }

    pub(super) fn slugs(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.of.get(&kind).into_iter().flat_map(|slugs| slugs.keys().map(|slug| &**slug))
    }
}

/// A product of a hidden maker is hidden too.
fn maker_is_hidden(draft: &Draft, hidden: &[(Kind, Arc<str>)]) -> bool {
    let Draft::Product(product) = draft else { return false };
    let (kind, name) = match &product.links.seller {
        Seller::Business(reference) => (Kind::Business, &reference.name),
        Seller::Cooperative(reference) => (Kind::Cooperative, &reference.name),
    };
    hidden.iter().any(|(hidden_kind, slug)| *hidden_kind == kind && **slug == **name)
}

macro_rules! for_each_entry {
    ($draft:expr, $entry:ident => $body:expr, $withdrawn:ident => $w:expr, ($kind:ident, $slug:ident) => $b:expr) => {
        match $draft {
            Draft::Business($entry) => $body,
            Draft::Cooperative($entry) => $body,
            Draft::Product($entry) => $body,
            Draft::Innovation($entry) => $body,
            Draft::Programme($entry) => $body,
            Draft::Facility($entry) => $body,
            Draft::WorkingGroup($entry) => $body,
            Draft::Partner($entry) => $body,
            Draft::Mentor($entry) => $body,
            Draft::Funding($entry) => $body,
            Draft::Event($entry) => $body,
            Draft::News($entry) => $body,
            Draft::Story($entry) => $body,
            Draft::Collection($entry) => $body,
            Draft::Impact($entry) => $body,
            Draft::Page($entry) => $body,
            Draft::Withdrawn($withdrawn) => $w,
            Draft::Broken($kind, $slug) => $b,
        }
    };
}

/// What all kinds share, unless nothing is left of the entry.
pub fn common_of(draft: &Draft) -> Option<&Common> {
    for_each_entry!(draft, entry => Some(&entry.common), _w => None, (_k, _s) => None)
}

/// The same, to be changed.
pub fn common_of_mut(draft: &mut Draft) -> Option<&mut Common> {
    for_each_entry!(draft, entry => Some(&mut entry.common), _w => None, (_k, _s) => None)
}

pub(super) fn slug_of(draft: &Draft) -> Arc<str> {
    for_each_entry!(draft, entry => entry.common.slug.clone(), gone => gone.slug.clone(), (_kind, slug) => slug.clone())
}

pub(super) fn kind_of(draft: &Draft) -> Kind {
    match draft {
        Draft::Business(_) => Kind::Business,
        Draft::Cooperative(_) => Kind::Cooperative,
        Draft::Product(_) => Kind::Product,
        Draft::Innovation(_) => Kind::Innovation,
        Draft::Programme(_) => Kind::Programme,
        Draft::Facility(_) => Kind::Facility,
        Draft::WorkingGroup(_) => Kind::WorkingGroup,
        Draft::Partner(_) => Kind::Partner,
        Draft::Mentor(_) => Kind::Mentor,
        Draft::Funding(_) => Kind::Funding,
        Draft::Event(_) => Kind::Event,
        Draft::News(_) => Kind::News,
        Draft::Story(_) => Kind::Story,
        Draft::Collection(_) => Kind::Collection,
        Draft::Impact(_) => Kind::Impact,
        Draft::Page(_) => Kind::Page,
        Draft::Withdrawn(gone) => gone.kind,
        Draft::Broken(kind, _) => *kind,
    }
}

/// Published, and with the consent that its kind needs.
pub(super) fn is_shown(draft: &Draft, with_drafts: bool) -> bool {
    let consented = match draft {
        Draft::Business(entry) => entry.facts.consent.status == ConsentStatus::Given,
        Draft::Cooperative(entry) => entry.facts.consent.status == ConsentStatus::Given,
        Draft::Mentor(entry) => entry.facts.consent.status == ConsentStatus::Given,
        _ => true,
    };
    consented && common_of(draft).is_some_and(|common| with_drafts || common.status != Status::Draft)
}
