//! What a source picture may cost.

use serde::{Deserialize, Serialize};

use super::Refusal;

/// Bounds of one source picture. Checked from the header, before anything is decoded.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Limits {
    /// Largest file, in bytes.
    pub bytes_max: u64,
    /// Largest picture, in pixels (width times height).
    pub pixels_max: u64,
    /// Longest side, in pixels.
    pub side_max: u32,
    /// Most memory that decoding one picture may take, in bytes, as estimated from its header; one thread decodes one
    /// picture at a time, so this times the number of threads bounds a build.
    pub memory_max: u64,
}

impl Default for Limits {
    /// Those of [`crate::limits`].
    fn default() -> Self {
        Self {
            bytes_max: crate::limits::PICTURE_BYTES_MAX,
            pixels_max: crate::limits::PICTURE_PIXELS_MAX,
            side_max: crate::limits::PICTURE_SIDE_MAX,
            memory_max: crate::limits::PICTURE_MEMORY_MAX,
        }
    }
}

impl Limits {
    /// Refuses a file by its size alone.
    pub(super) fn check_bytes(&self, bytes: u64) -> Result<(), Refusal> {
        if bytes > self.bytes_max { Err(Refusal::TooLarge { bytes, limit: self.bytes_max }) } else { Ok(()) }
    }

    /// Refuses a picture by the size its header declares.
    pub(super) fn check_size(&self, width: u32, height: u32) -> Result<(), Refusal> {
        if u64::from(width) * u64::from(height) > self.pixels_max {
            return Err(Refusal::TooManyPixels { width, height, limit: self.pixels_max });
        }
        if width.max(height) > self.side_max {
            return Err(Refusal::TooLong { width, height, limit: self.side_max });
        }
        Ok(())
    }

    /// Refuses a picture whose decoding would need more memory than allowed.
    pub(super) fn check_memory(&self, (width, height): (u32, u32), needed: u64) -> Result<(), Refusal> {
        let limit = self.memory_max;
        if needed > limit { Err(Refusal::TooMuchMemory { width, height, needed, limit }) } else { Ok(()) }
    }
}
