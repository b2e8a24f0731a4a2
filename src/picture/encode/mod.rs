//! From planes to files.

#[cfg(feature = "avif")]
mod avif;
mod jpeg;
mod webp;

#[cfg(feature = "avif")]
pub(super) use avif::encode as avif;
pub(super) use jpeg::encode as jpeg;
pub(super) use webp::encode as webp;
