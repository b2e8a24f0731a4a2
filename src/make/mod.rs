//! Jobs to outputs, one file per kind of output; none imports another but `machine` (gathers what only machines read) and `cards`
//! (the words on the pictures that `share` draws).

pub mod asset;
pub mod calendar;
pub mod cards;
pub mod channels;
pub mod compress;
pub mod editor;
pub mod feed;
pub mod host;
pub mod llms;
pub mod machine;
pub mod manifest;
pub mod open_data;
pub mod opensearch;
pub mod page;
pub mod picture;
pub mod robots;
pub mod search;
pub mod share;
pub mod sitemap;
pub mod vcard;

use crate::disk::Fault;

/// Is an output with this path and fingerprint there already?
pub type Stands<'a> = dyn Fn(&str, &[u8; 32]) -> bool + Sync + 'a;
/// Takes an output: path, fingerprint, bytes.
pub type Put<'a> = dyn Fn(&str, [u8; 32], &[u8]) -> Result<(), Fault> + Sync + 'a;
