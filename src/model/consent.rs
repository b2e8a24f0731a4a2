//! What the owner allowed (specification 3.1; UU 27/2022).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Date;
use crate::schema::Scope;

/// State of the consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConsentStatus {
    /// Given.
    Given,
    /// Not yet.
    Missing,
    /// Taken back on that day, if the day is known.
    Withdrawn(Option<Date>),
}

/// An owner's consent. Its proof number is read and checked but not kept: nothing private travels further.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Given, missing or withdrawn.
    pub status: ConsentStatus,
    /// What may be published.
    pub scopes: BTreeSet<Scope>,
}

impl Consent {
    /// May a value of this scope be published?
    pub fn allows(&self, scope: Scope) -> bool {
        self.status == ConsentStatus::Given && self.scopes.contains(&scope)
    }

    /// Was it taken back?
    pub fn is_withdrawn(&self) -> bool {
        matches!(self.status, ConsentStatus::Withdrawn(_))
    }
}
