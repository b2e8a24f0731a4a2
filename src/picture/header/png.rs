//! PNG chunks (PNG, third edition).

use super::{Found, be32, exif};
use crate::picture::Refusal;

/// Reads the chunks; those behind the pixels too, since EXIF may stand there.
pub(super) fn read(bytes: &[u8]) -> Result<Found, Refusal> {
    let header = chunk(bytes, 8).filter(|chunk| chunk.name == b"IHDR").ok_or(Refusal::Truncated)?;
    let (width, height) = (be32(header.data, 0), be32(header.data, 4));
    let (Some(width), Some(height), Some(&bits), Some(&colour)) =
        (width, height, header.data.get(8), header.data.get(9))
    else {
        return Err(Refusal::Truncated);
    };
    let mut found = Found {
        width,
        height,
        bits,
        has_alpha: matches!(colour, 4 | 6),
        animated: false,
        exif: exif::Exif::default(),
        has_location: false,
        icc: None,
        jpeg: None,
    };
    let mut at = header.next;
    while let Some(chunk) = chunk(bytes, at) {
        match chunk.name {
            b"tRNS" => found.has_alpha = true,
            b"acTL" => found.animated = true,
            b"eXIf" => found.exif = exif::read(chunk.data),
            b"iCCP" => found.icc = inflate_profile(chunk.data),
            b"iTXt" => found.has_location |= super::xmp_has_location(chunk.data),
            b"IEND" => break,
            _ => {}
        }
        at = chunk.next;
    }
    Ok(found)
}

struct Chunk<'a> {
    name: &'a [u8],
    data: &'a [u8],
    next: usize,
}

fn chunk(bytes: &[u8], at: usize) -> Option<Chunk<'_>> {
    let length = be32(bytes, at)? as usize;
    let name = bytes.get(at + 4..at + 8)?;
    let end = at.checked_add(8)?.checked_add(length)?;
    Some(Chunk { name, data: bytes.get(at + 8..end)?, next: end.checked_add(4)? })
}

/// The profile of an `iCCP` chunk: a name, a zero, a method byte, then deflated data. At most 4 MiB are inflated.
fn inflate_profile(data: &[u8]) -> Option<Vec<u8>> {
    use std::io::Read;
    let name_end = data.iter().position(|&byte| byte == 0)?;
    let packed = data.get(name_end + 2..)?;
    let mut profile = Vec::new();
    flate2::read::ZlibDecoder::new(packed).take(4 << 20).read_to_end(&mut profile).ok()?;
    Some(profile)
}
