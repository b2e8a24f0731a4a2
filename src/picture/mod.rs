//! The picture engine: bytes of a photo in, bytes of web pictures out.
//!
//! Pure: no files, no clock, no threads of its own; the caller runs as many [`render`] calls side by side as it likes.
//! The same bytes and recipes give the same files.
//!
//! ```text
//!            inspect ─ header ─────────────┐ facts, limits, refusals; no pixel is touched
//!                                          ▼
//!            ordinary JPEG ── planes ──┐
//!  decode                              ├─ box average ─▶ Source  (as stored, perhaps foreign colours)
//!            all else ── RGB rows ─────┘
//!                                          │ for each recipe: cut (crop, Lanczos, turn upright, to sRGB)
//!                                          ▼
//!                                        Planes   upright sRGB, 4:2:0, full range
//!                                          │ each smaller width from the one before
//!                                          ▼
//!                            encode: WebP, JPEG, AVIF · placeholder, fingerprint, assessment
//! ```
//!
//! - An ordinary JPEG never becomes RGB: its luminance and colour difference planes are averaged, resized and encoded as
//!   they are. A foreign profile is applied to the resized planes, where there are few pixels left.
//! - Turning and colour conversion happen after the first resize, for the same reason.
//! - Transparency: colours are mixed with white as soon as they are read, and opacity is a plane of its own. A JPEG shows
//!   the mixture; WebP takes the white out again and keeps the opacity, if it is really used.
//! - Metadata (EXIF with its GPS, XMP, profiles, comments) is never written.

pub mod assess;
pub mod canvas;
mod code;
mod colour;
mod crop;
mod decode;
mod encode;
mod facts;
mod header;
mod limits;
mod orient;
mod placeholder;
mod planes;
mod recipe;
mod refusal;
mod render;
mod resize;

pub use code::codes;
pub use facts::{Facts, Format, Profile, inspect};
pub use limits::Limits;
pub use placeholder::{Placeholder, SHADES};
pub use recipe::{AvifSettings, Crop, JpegSettings, Recipe, WebpSettings, planned_sizes};
pub use refusal::{Foreign, LooksLike, Refusal};
pub use render::{Rendered, RenderedFile, render, verify};

/// Part of every cache key: grows whenever the same bytes and recipe would give other files than before.
pub const ENGINE_VERSION: u32 = 2;
