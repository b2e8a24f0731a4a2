//! What is wrong with the content, as values: a [`Finding`] says what, a [`Place`] says where, a [`Diagnostic`] is both.
//!
//! Mistakes never travel as errors. Every stage takes `&mut Problems`, adds what it finds and goes on, so that one run
//! tells everything. `Fault` (in [`crate::disk`]) is the machine's failure and is another matter.

mod code;
mod finding;
mod place;
mod problems;
pub mod show;
mod texts;

pub use code::{Code, Level, Texts};
pub use finding::{Finding, Read, Reading};
pub use place::{Place, Span};
pub use problems::{Counts, Diagnostic, Problems};
pub use texts::{fill, placeholders};
