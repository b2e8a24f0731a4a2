//! Jobs to outputs, one file per kind of output; none imports another.

pub mod asset;
pub mod machine;
pub mod page;
pub mod picture;
pub mod search;
