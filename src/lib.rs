#![doc = include_str!("ARCHITECTURE.md")]
#![deny(missing_docs, unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

// Stages, in order.
pub mod discover;
pub mod parse;
pub mod validate;
pub mod resolve;
// Values.
pub mod model;
pub mod schema;
pub mod config;
pub mod view;
pub mod diagnostic;
// Ground.
pub mod bahasa;
pub mod disk;
