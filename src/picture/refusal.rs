//! Why a file is not taken as a picture. The caller turns each kind into a message with the file's name and a way out.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Format;

/// What a file that is no picture turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LooksLike {
    /// A web page, typically an error page saved under a picture's name.
    Html,
    /// Other readable text.
    Text,
    /// A PDF document.
    Pdf,
    /// A ZIP archive, or a document that is one inside (docx, xlsx).
    Zip,
    /// A video.
    Video,
    /// A sound file.
    Audio,
    /// None of the known kinds.
    Unknown,
}

/// A picture format that is recognised, and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Foreign {
    /// AVIF.
    Avif,
    /// JPEG XL.
    JpegXl,
    /// JPEG 2000.
    Jpeg2000,
    /// TIFF, and the camera raw formats built on it.
    Tiff,
    /// Windows bitmap.
    Bmp,
    /// Windows icon.
    Ico,
    /// Scalable vector graphics: belongs among the assets of a theme.
    Svg,
    /// Photoshop document.
    Psd,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Refusal {
    /// The file has no bytes.
    Empty,
    /// The file is something else under a picture's name.
    NotAPicture {
        /// What it seems to be.
        looks_like: LooksLike,
    },
    /// An iPhone's HEIC photo: it must be exported as JPEG first.
    Heic,
    /// A picture format that is not read.
    Unsupported {
        /// Which one.
        format: Foreign,
    },
    /// A readable format, used in a way that is not (arithmetic coding, 12 bits, …).
    UnsupportedVariant {
        /// The format.
        format: Format,
        /// What is unusual about it; technical, English.
        detail: String,
    },
    /// The file has too many bytes.
    TooLarge {
        /// Its size, in bytes.
        bytes: u64,
        /// The limit, in bytes.
        limit: u64,
    },
    /// The header declares too many pixels.
    TooManyPixels {
        /// Declared width, in pixels.
        width: u32,
        /// Declared height, in pixels.
        height: u32,
        /// The limit, in pixels.
        limit: u64,
    },
    /// One side is too long.
    TooLong {
        /// Declared width, in pixels.
        width: u32,
        /// Declared height, in pixels.
        height: u32,
        /// The limit of either side, in pixels.
        limit: u32,
    },
    /// Decoding would take too much memory.
    TooMuchMemory {
        /// Declared width, in pixels.
        width: u32,
        /// Declared height, in pixels.
        height: u32,
        /// Estimated need, in bytes.
        needed: u64,
        /// The limit, in bytes.
        limit: u64,
    },
    /// The file ends before the picture does: an interrupted copy or download.
    Truncated,
    /// The file is broken.
    Damaged {
        /// What the decoder said; technical, English.
        detail: String,
    },
    /// An encoder failed: a fault of ours or of the machine (memory), not of the file.
    NotEncoded {
        /// What the encoder said; technical, English.
        detail: String,
    },
}

impl Refusal {
    /// A `Damaged` with this detail.
    pub(super) fn damaged(detail: impl fmt::Display) -> Self {
        Self::Damaged { detail: detail.to_string() }
    }

    /// A `NotEncoded` with this detail.
    pub(super) fn not_encoded(detail: impl fmt::Display) -> Self {
        Self::NotEncoded { detail: detail.to_string() }
    }
}

impl fmt::Display for Refusal {
    /// One technical line in English, for logs and tests; users get the caller's own words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "empty file"),
            Self::NotAPicture { looks_like } => write!(f, "not a picture (looks like {looks_like:?})"),
            Self::Heic => write!(f, "HEIC photo"),
            Self::Unsupported { format } => write!(f, "{format:?} is not read"),
            Self::UnsupportedVariant { format, detail } => write!(f, "unusual {format:?}: {detail}"),
            Self::TooLarge { bytes, limit } => write!(f, "{bytes} bytes, limit {limit}"),
            Self::TooManyPixels { width, height, limit } => write!(f, "{width}x{height} pixels, limit {limit}"),
            Self::TooLong { width, height, limit } => write!(f, "{width}x{height}, limit {limit} a side"),
            Self::TooMuchMemory { width, height, needed, limit } => {
                write!(f, "{width}x{height} pixels need {needed} bytes to decode, limit {limit}")
            }
            Self::Truncated => write!(f, "the file ends too early"),
            Self::Damaged { detail } => write!(f, "damaged: {detail}"),
            Self::NotEncoded { detail } => write!(f, "not encoded: {detail}"),
        }
    }
}

impl std::error::Error for Refusal {}
