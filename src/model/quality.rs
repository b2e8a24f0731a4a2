//! Permits and proofs of quality (specification 4.4).

use serde::{Deserialize, Serialize};

use super::{Bpom, BpomKind, Date, PermitKind};
use crate::diagnostic::{Finding, Span};

/// A permit or proof. An expired one has lost its number before it gets here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

    /// Is it a BPOM registration of one of these kinds? Without a number nobody knows.
    fn is_registered_as(&self, kinds: &[BpomKind]) -> bool {
        let fits = |number: &str| Bpom::read(number).is_ok_and(|reading| kinds.contains(&reading.value.kind()));
        self.kind == PermitKind::Bpom && self.number.as_deref().is_none_or(fits)
    }
}

/// What kind of permit or proof is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Need {
    /// P-IRT or BPOM.
    Food,
    /// A BPOM notification of cosmetics.
    Cosmetics,
    /// A BPOM number of herbal medicine.
    Herbal,
    /// A halal certificate.
    Halal,
    /// A national standard.
    Standard,
    /// A registered trademark.
    Trademark,
}

impl Need {
    /// Does one of these answer it? One whose number was refused or is over counts: that has its own message.
    pub fn is_met_by(self, proofs: &[Proof]) -> bool {
        proofs.iter().any(|proof| match self {
            Need::Food => matches!(proof.kind, PermitKind::Pirt | PermitKind::Bpom),
            Need::Cosmetics => proof.is_registered_as(&[BpomKind::Cosmetic]),
            Need::Herbal => proof.is_registered_as(&[BpomKind::Herbal, BpomKind::Supplement]),
            Need::Halal => proof.kind == PermitKind::Halal,
            Need::Standard => proof.kind == PermitKind::Sni,
            Need::Trademark => proof.kind == PermitKind::Trademark && proof.registered,
        })
    }
}

/// A permit that a product asks for and its own entry does not have. Its maker's may do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Demand {
    /// What would answer it.
    pub need: Need,
    /// What is said when nothing does.
    pub finding: Finding,
    /// The place in the product's file.
    pub span: Span,
}
