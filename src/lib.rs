#![doc = include_str!("ARCHITECTURE.md")]
#![deny(missing_docs, unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

// Stages, in order.
pub mod discover;
pub mod load;
pub mod make;
pub mod parse;
pub mod pipeline;
pub mod plan;
pub mod resolve;
pub mod structured;
pub mod validate;
pub mod write;
// Values.
pub mod album;
pub mod config;
pub mod diagnostic;
pub mod model;
pub mod schema;
pub mod theme;
pub mod view;
// Ground.
pub mod bahasa;
pub mod cache;
pub mod disk;
pub mod limits;
pub mod lines;
pub mod picture;
pub mod search;
pub mod seen;
pub mod xml;
// Commands.
pub mod commands;

/// This very program: its version and a print of its sources. What another program left in a cache is not used.
pub(crate) const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("ETALASE_SOURCES"));
