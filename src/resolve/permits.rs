//! Permits that a maker holds for all it makes (specification 4.4): its products need not repeat them.

use std::collections::BTreeMap;

use crate::diagnostic::Problems;
use crate::model::{Demand, Kind, Named, ProductLinks, Proof, Seller};
use crate::validate::Draft;

/// The permits of UMKM, by slug; `None` where an entry could not be read, so that nobody knows them.
pub struct Permits<'a>(BTreeMap<&'a str, Option<&'a [Proof]>>);

impl<'a> Permits<'a> {
    /// Those of the UMKM among these drafts.
    pub fn of(drafts: impl IntoIterator<Item = &'a Draft>) -> Permits<'a> {
        Permits(drafts.into_iter().filter_map(held).collect())
    }

    /// What a product asks for and neither it nor its maker has.
    pub fn unanswered<'p>(&self, links: &'p ProductLinks<Named>) -> Vec<&'p Demand> {
        let held = match &links.seller {
            Seller::Business(maker) => self.0.get(&*maker.name).copied(),
            // The entry of a cooperative has no permits.
            Seller::Cooperative(_) => None,
        };
        // A maker that could not be read may hold anything, and has messages of its own. One that does not exist holds
        // nothing.
        let Some(held) = held.unwrap_or(Some(&[])) else { return Vec::new() };
        links.demands.iter().filter(|demand| !demand.need.is_met_by(held)).collect()
    }
}

/// Tells what products ask for and neither they nor their makers have.
pub(super) fn judge(drafts: &[Draft], problems: &mut Problems) {
    let permits = Permits::of(drafts);
    for draft in drafts {
        if let Draft::Product(product) = draft {
            for demand in permits.unanswered(&product.links) {
                problems.add(product.common.place(demand.span), demand.finding.clone());
            }
        }
    }
}

/// The slug of a UMKM and its permits, if they are known.
fn held(draft: &Draft) -> Option<(&str, Option<&[Proof]>)> {
    match draft {
        Draft::Business(business) => Some((&business.common.slug, Some(&business.facts.proofs))),
        Draft::Broken(Kind::Business, slug) => Some((slug, None)),
        Draft::Withdrawn(gone) if gone.kind == Kind::Business => Some((&gone.slug, None)),
        _ => None,
    }
}
