#![doc = include_str!("ARCHITECTURE.md")]
#![deny(missing_docs, unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

// Stages, in order.
pub mod pipeline;
pub mod discover;
pub mod parse;
pub mod validate;
pub mod resolve;
pub mod plan;
pub mod make;
pub mod write;
// Values.
pub mod model;
pub mod schema;
pub mod config;
pub mod theme;
pub mod view;
pub mod album;
pub mod diagnostic;
// Ground.
pub mod bahasa;
pub mod picture;
pub mod search;
#[path = "make/structured/mod.rs"]
pub mod structured;
pub mod lines;
pub mod xml;
pub mod cache;
pub mod disk;
// Commands.
pub mod commands;
