//! WebP chunks (RFC 9649).

use super::{Found, exif, le32, xmp_has_location};
use crate::picture::Refusal;

/// Reads the chunks of the container.
pub(super) fn read(bytes: &[u8]) -> Result<Found, Refusal> {
    let mut found = Found {
        width: 0,
        height: 0,
        bits: 8,
        has_alpha: false,
        animated: false,
        exif: exif::Exif::default(),
        has_location: false,
        icc: None,
        jpeg: None,
    };
    let mut at = 12;
    while let Some((name, data, next)) = chunk(bytes, at) {
        match name {
            b"VP8X" => extended(data, &mut found).ok_or(Refusal::Truncated)?,
            b"VP8 " if found.width == 0 => lossy(data, &mut found).ok_or(Refusal::Truncated)?,
            b"VP8L" if found.width == 0 => lossless(data, &mut found).ok_or(Refusal::Truncated)?,
            b"ICCP" => found.icc = Some(data.to_vec()),
            b"EXIF" => found.exif = exif::read(data.strip_prefix(b"Exif\0\0").unwrap_or(data)),
            b"XMP " => found.has_location |= xmp_has_location(data),
            _ => {}
        }
        at = next;
    }
    if found.width == 0 { Err(Refusal::Truncated) } else { Ok(found) }
}

/// A chunk; one that runs past the end is given as far as it goes.
fn chunk(bytes: &[u8], at: usize) -> Option<(&[u8], &[u8], usize)> {
    let name = bytes.get(at..at.checked_add(4)?)?;
    let length = le32(bytes, at + 4)? as usize;
    let start = at + 8;
    let end = start.checked_add(length)?;
    let data = bytes.get(start..end.min(bytes.len()))?;
    Some((name, data, end.checked_add(length & 1)?))
}

fn extended(data: &[u8], found: &mut Found) -> Option<()> {
    let flags = *data.first()?;
    let side = |at: usize| Some(1 + (le32(&[data.get(at..at + 3)?, &[0]].concat(), 0)?));
    found.has_alpha = flags & 0x10 != 0;
    found.animated = flags & 0x02 != 0;
    (found.width, found.height) = (side(4)?, side(7)?);
    Some(())
}

fn lossy(data: &[u8], found: &mut Found) -> Option<()> {
    let side = |at: usize| Some(u32::from(u16::from_le_bytes([*data.get(at)?, *data.get(at + 1)?]) & 0x3FFF));
    (found.width, found.height) = (side(6)?, side(8)?);
    Some(())
}

fn lossless(data: &[u8], found: &mut Found) -> Option<()> {
    let bits = le32(data, 1)?;
    (found.width, found.height) = ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    found.has_alpha = bits >> 28 & 1 == 1;
    Some(())
}
