//! What a file's header tells, read without decoding a pixel and without trusting a single length in it.

mod exif;
mod gif;
mod icc;
mod jpeg;
mod png;
mod sniff;
mod webp;

use icc::IccSpace;
pub(super) use jpeg::{JpegColour, JpegFrame, segment as jpeg_segment};

use super::{Facts, Format, Limits, Profile, Refusal};

/// Everything the decoders need to know beforehand: the public facts and what stands behind them.
#[derive(Clone, Debug)]
pub(super) struct Header {
    pub facts: Facts,
    /// Width and height as stored, before orientation.
    pub stored: (u32, u32),
    /// The embedded ICC profile.
    pub icc: Option<Vec<u8>>,
    /// For a JPEG, how its samples are laid out.
    pub jpeg: Option<jpeg::JpegFrame>,
}

/// What one format's reader found.
pub(super) struct Found {
    pub width: u32,
    pub height: u32,
    pub bits: u8,
    pub has_alpha: bool,
    pub animated: bool,
    pub exif: exif::Exif,
    pub has_location: bool,
    pub icc: Option<Vec<u8>>,
    pub jpeg: Option<jpeg::JpegFrame>,
}

/// Reads the header and checks it against the limits.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Header, Refusal> {
    limits.check_bytes(bytes.len() as u64)?;
    let format = sniff::format(bytes)?;
    let found = match format {
        Format::Jpeg => jpeg::read(bytes)?,
        Format::Png => png::read(bytes)?,
        Format::WebP => webp::read(bytes)?,
        Format::Gif => gif::read(bytes)?,
        Format::Avif => return Err(Refusal::Unsupported { format: super::Foreign::Avif }),
    };
    if found.width == 0 || found.height == 0 {
        return Err(Refusal::damaged("a side of zero pixels"));
    }
    limits.check_size(found.width, found.height)?;
    let header = assemble(format, found);
    limits.check_memory(header.stored, super::decode::memory_needed(&header))?;
    Ok(header)
}

fn assemble(format: Format, found: Found) -> Header {
    let orientation = found.exif.orientation;
    let turned = orientation >= 5;
    let (width, height) = if turned { (found.height, found.width) } else { (found.width, found.height) };
    let facts = Facts {
        format,
        width,
        height,
        orientation,
        has_location: found.has_location || found.exif.has_location,
        has_alpha: found.has_alpha,
        animated: found.animated,
        bits: found.bits,
        profile: profile(&found),
    };
    Header { facts, stored: (found.width, found.height), icc: found.icc, jpeg: found.jpeg }
}

fn profile(found: &Found) -> Profile {
    let four_inks = found.jpeg.as_ref().is_some_and(|frame| frame.colour.is_four_inks());
    let described = found.icc.as_deref().map(icc::describe);
    match described {
        Some(icc) if four_inks || icc.space == IccSpace::Cmyk => Profile::Cmyk { name: icc.name },
        Some(icc) if !icc.is_srgb => Profile::Foreign { name: icc.name },
        Some(_) => Profile::Srgb,
        None if four_inks => Profile::Cmyk { name: String::new() },
        None if found.exif.is_adobe_rgb => Profile::Foreign { name: "Adobe RGB (EXIF)".to_owned() },
        None => Profile::Srgb,
    }
}

/// A big-endian number of two bytes at an offset.
fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_be_bytes)
}

/// A big-endian number of four bytes at an offset.
fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_be_bytes)
}

/// A little-endian number of four bytes at an offset.
fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

/// Whether an XMP packet names a place on earth.
fn xmp_has_location(packet: &[u8]) -> bool {
    let needle = b"GPSLatitude";
    packet.windows(needle.len()).any(|window| window == needle)
}
