//! Permits and proofs of quality (specification 4.4).

use super::{Date, PermitKind};

/// A permit or proof. An expired one has lost its number before it gets here.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// What it is.
    pub kind: PermitKind,
    /// Number in its usual form.
    pub number: Option<String>,
    /// Percent of local content.
    pub percent: Option<f64>,
    /// Text of a laboratory result or an award.
    pub text: Option<String>,
    /// Who gave it.
    pub giver: Option<String>,
    /// Year of an award.
    pub year: Option<i32>,
    /// Registered, or still pending?
    pub registered: bool,
    /// Day of issue.
    pub issued: Option<Date>,
    /// Last day of validity.
    pub valid_until: Option<Date>,
    /// Day on which the office checked it.
    pub checked: Option<Date>,
}

impl Proof {
    /// Is it over on `today`?
    pub fn is_expired(&self, today: Date) -> bool {
        self.valid_until.is_some_and(|last| last < today)
    }
}
