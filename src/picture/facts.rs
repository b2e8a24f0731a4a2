//! What can be told of a picture from its header.

use serde::{Deserialize, Serialize};

use super::{Limits, Refusal, header};

/// A picture format, read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// JPEG; read and written.
    Jpeg,
    /// PNG; read.
    Png,
    /// WebP; read and written.
    WebP,
    /// GIF; read.
    Gif,
    /// AVIF; written with the cargo feature `avif`.
    Avif,
}

impl Format {
    /// The usual file name ending, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::Avif => "avif",
        }
    }

    /// The media type, as in a `type` attribute.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
            Self::Avif => "image/avif",
        }
    }
}

/// The colours a picture's numbers stand for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Profile {
    /// sRGB, said or assumed.
    Srgb,
    /// Another RGB or grey profile; converted to sRGB.
    Foreign {
        /// The profile's own description, such as `Display P3`; may be empty.
        name: String,
    },
    /// Inks for print; converted to sRGB, by the embedded profile if there is one.
    Cmyk {
        /// The embedded profile's description; empty without a profile.
        name: String,
    },
}

/// What the header tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Facts {
    /// The format by content, whatever the name says.
    pub format: Format,
    /// Width in pixels, after turning upright.
    pub width: u32,
    /// Height in pixels, after turning upright.
    pub height: u32,
    /// EXIF orientation as stored, 1 to 8; 1 if none.
    pub orientation: u8,
    /// The file tells where it was taken. Never passed on, but the person should know.
    pub has_location: bool,
    /// The format holds transparency (used or not).
    pub has_alpha: bool,
    /// There is more than one frame; only the first is used.
    pub animated: bool,
    /// Bits a sample.
    pub bits: u8,
    /// The colour profile.
    pub profile: Profile,
}

/// Reads the header only: cheap enough for every picture of a large site.
///
/// # Errors
/// A [`Refusal`] if the file is no picture, is not read, or is beyond the limits. A file that passes may still turn out
/// damaged when it is decoded.
pub fn inspect(bytes: &[u8], limits: &Limits) -> Result<Facts, Refusal> {
    header::read(bytes, limits).map(|header| header.facts)
}
