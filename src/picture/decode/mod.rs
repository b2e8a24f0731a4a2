//! From file bytes to samples: component planes for ordinary JPEG files, rows of pixels for all else.

mod baseline;
mod jpeg;
mod pixels;

pub(super) use pixels::PixelRows;

use super::header::Header;
use super::planes::Source;
use super::{Format, Refusal};

/// Decodes a picture and averages it down by whole factors, as far as the wanted detail allows.
///
/// `detail` is the smallest acceptable share of the stored size, 0 to 1: 0.25 means that a quarter of the width and
/// height still shows all that will be asked of the result.
pub(super) fn decode(bytes: &[u8], header: &Header, detail: f64) -> Result<Source, Refusal> {
    match &header.jpeg {
        Some(frame) if frame.colour.is_four_inks() => jpeg::inks(bytes, header, frame, detail),
        Some(frame) => match jpeg::planes(bytes, header, frame, detail) {
            Err(Refusal::UnsupportedVariant { .. }) => pixels::read(bytes, header, detail),
            decoded => decoded,
        },
        None => pixels::read(bytes, header, detail),
    }
}

/// Memory that decoding will take, in bytes, by the header: an upper estimate of what the decoders hold at once.
pub(super) fn memory_needed(header: &Header) -> u64 {
    let pixels = u64::from(header.stored.0) * u64::from(header.stored.1);
    let facts = &header.facts;
    match (&header.jpeg, facts.format) {
        (Some(frame), _) if frame.colour.is_four_inks() => pixels * if frame.progressive { 16 } else { 8 },
        (Some(frame), _) => {
            let most = frame.sampling.iter().fold((1, 1), |m, s| (m.0.max(s.0), m.1.max(s.1)));
            let per_block: u64 = frame.sampling.iter().map(|s| u64::from(s.0) * u64::from(s.1)).sum();
            let samples = pixels * per_block / (u64::from(most.0) * u64::from(most.1));
            // A progressive file keeps every coefficient, two bytes each, until its last scan is read.
            if frame.progressive { samples * 3 } else { samples }
        }
        (None, Format::Png) => pixels * if facts.bits > 8 { 8 } else { 4 },
        (None, Format::WebP) => pixels * 6,
        (None, _) => pixels * 4,
    }
}
