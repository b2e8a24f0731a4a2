//! Entries as rows of a spreadsheet, and back. Shared by [`super::export`] and [`super::import`].
//!
//! A kind's field table gives the columns ([`column`]); a value becomes the text of a cell and a cell's text a value
//! ([`content`]); a changed value is written into the entry's own text without touching the rest ([`edit`]), as YAML writes it (`source`).

pub mod column;
pub mod content;
pub mod edit;
pub mod grid;
pub mod headers;
pub mod html;
pub mod listing;
pub mod lookup;
pub mod review;
pub mod shops;
pub mod site;
mod source;
pub mod workbook;
pub mod written;
