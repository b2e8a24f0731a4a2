//! The nouns of the catalogue.
//!
//! Values know their own form (a [`Phone`], a [`Price`]); entries are what staff write, one type per kind. An entry's
//! links are [`Reference`]s (names, as written) until [`crate::resolve`] turns them into [`Id`]s; the type says which.

mod catalog;
mod category;
mod center;
pub mod claims;
mod common;
mod consent;
mod contact;
mod country;
mod date;
mod editorial;
mod entry;
mod hours;
mod kind;
mod link;
mod maker;
mod money;
mod number;
mod permit;
mod place;
mod point;
pub mod private;
mod product;
mod prose;
mod quality;
pub mod reads;
mod size;
pub mod slug;
mod word;

pub(crate) use catalog::tracked;
pub use catalog::{BackLinks, Catalog, Index, Table, Withdrawn};
pub use category::{Category, CategoryRule, Unit};
pub use center::*;
pub use common::{Bilingual, BilingualProse, Common, Photo, Status};
pub use consent::{Consent, ConsentStatus};
pub use contact::{Email, Phone, encode_component};
pub use country::Country;
pub use date::{Date, Moment, Season, When, YearMonth};
pub use editorial::*;
pub use entry::{Entry, Id, Linked, Named, Reference, Stage};
pub use hours::OpeningHours;
pub use kind::Kind;
pub use link::{Link, LinkKind, LinkRole};
pub use maker::*;
pub use money::{Fee, Price, Tier, Wholesale};
pub use number::{Days, Decimal, Scalar, flag, whole};
pub use permit::{
    Bpom, BpomKind, CoopNik, Halal, Kbli, LegalEntity, Nib, Nmid, PaymentCode, PermitKind, PermitNumber, Pirt,
    Postcode, Right, Sni, is_payee, read_local_content, validity,
};
pub use place::{District, PlaceId, Places, Village};
pub use point::{Bounds, Point};
pub use product::*;
pub use prose::Prose;
pub use quality::{Demand, Need, Proof};
pub use size::{Dimensions, Lengths, Measure, NetContent};
pub use slug::slugify;
pub use word::Word;
