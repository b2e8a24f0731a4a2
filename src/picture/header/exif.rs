//! The three things wanted from EXIF: how the picture was held, whether it tells a place, and whether it is in Adobe RGB.
//!
//! EXIF is a TIFF directory (EXIF 2.32, section 4.6). Every offset in it is untrusted.

const ORIENTATION: u16 = 0x0112;
const EXIF_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;
const INTEROPERABILITY_DIRECTORY: u16 = 0xA005;
const INTEROPERABILITY_INDEX: u16 = 0x0001;
/// A directory with more entries than this is read no further.
const ENTRIES_MAX: usize = 512;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::picture) struct Exif {
    /// 1 to 8, as the standard numbers them; 1 is upright.
    pub orientation: u8,
    /// There is a GPS directory with at least a latitude or longitude.
    pub has_location: bool,
    /// The camera says its colours are Adobe RGB (index `R03`).
    pub is_adobe_rgb: bool,
}

impl Default for Exif {
    fn default() -> Self {
        Self { orientation: 1, has_location: false, is_adobe_rgb: false }
    }
}

/// Reads a TIFF block (what follows `Exif\0\0` in a JPEG). Nonsense reads as nothing.
pub(super) fn read(tiff: &[u8]) -> Exif {
    let Some(block) = Tiff::new(tiff) else { return Exif::default() };
    let mut found = Exif::default();
    let mut exif_directory = None;
    for entry in block.entries(block.first) {
        match entry.tag {
            ORIENTATION => found.orientation = block.short(&entry).filter(|o| (1..=8).contains(o)).unwrap_or(1) as u8,
            GPS_DIRECTORY => found.has_location = block.entries(entry.value).any(|gps| matches!(gps.tag, 1..=4)),
            EXIF_DIRECTORY => exif_directory = Some(entry.value),
            _ => {}
        }
    }
    let interoperability = exif_directory
        .and_then(|at| block.entries(at).find(|entry| entry.tag == INTEROPERABILITY_DIRECTORY))
        .map(|entry| entry.value);
    if let Some(at) = interoperability {
        found.is_adobe_rgb = block.entries(at).any(|entry| {
            entry.tag == INTEROPERABILITY_INDEX && block.bytes.get(entry.at + 8..entry.at + 11) == Some(b"R03")
        });
    }
    found
}

struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
    first: usize,
}

struct Entry {
    tag: u16,
    /// Where the entry's twelve bytes start.
    at: usize,
    /// The value field read as an offset.
    value: usize,
}

impl<'a> Tiff<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        let little = match bytes.get(..4)? {
            b"II\x2A\0" => true,
            b"MM\0\x2A" => false,
            _ => return None,
        };
        let mut block = Self { bytes, little, first: 0 };
        block.first = block.long(4)? as usize;
        Some(block)
    }

    fn short_at(&self, at: usize) -> Option<u16> {
        let two = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let four = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if self.little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
    }

    /// A value of type short, or of type long as some writers have it.
    fn short(&self, entry: &Entry) -> Option<u16> {
        match self.short_at(entry.at + 2)? {
            3 => self.short_at(entry.at + 8),
            4 => u16::try_from(entry.value).ok(),
            _ => None,
        }
    }

    fn entries(&self, directory: usize) -> impl Iterator<Item = Entry> + '_ {
        let count = self.short_at(directory).map_or(0, usize::from).min(ENTRIES_MAX);
        (0..count).map_while(move |i| {
            let at = directory.checked_add(2 + i * 12)?;
            Some(Entry { tag: self.short_at(at)?, at, value: self.long(at.checked_add(8)?)? as usize })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One directory of `(tag, type, value)`; a value is written in the file's order and left-justified.
    fn tiff(little: bool, entries: &[(u16, u16, u32)]) -> Vec<u8> {
        let short = |v: u16| if little { v.to_le_bytes() } else { v.to_be_bytes() };
        let long = |v: u32| if little { v.to_le_bytes() } else { v.to_be_bytes() };
        let mut out = if little { b"II\x2A\0".to_vec() } else { b"MM\0\x2A".to_vec() };
        out.extend(long(8));
        out.extend(short(entries.len() as u16));
        for &(tag, kind, value) in entries {
            out.extend(short(tag));
            out.extend(short(kind));
            out.extend(long(1));
            if kind == 3 {
                out.extend(short(value as u16));
                out.extend([0, 0]);
            } else {
                out.extend(long(value));
            }
        }
        out
    }

    #[test]
    fn orientation_in_both_byte_orders_and_types() {
        assert_eq!(read(&tiff(true, &[(ORIENTATION, 3, 6)])).orientation, 6);
        assert_eq!(read(&tiff(false, &[(ORIENTATION, 3, 8)])).orientation, 8);
        assert_eq!(read(&tiff(false, &[(ORIENTATION, 4, 3)])).orientation, 3);
        assert_eq!(read(&tiff(true, &[(ORIENTATION, 3, 9)])).orientation, 1);
    }

    #[test]
    fn an_empty_gps_directory_is_no_location() {
        let mut with_place = tiff(true, &[(GPS_DIRECTORY, 4, 22)]);
        with_place.extend(&tiff(true, &[(2, 5, 0)])[8..]);
        assert!(read(&with_place).has_location);
        let mut version_only = tiff(true, &[(GPS_DIRECTORY, 4, 22)]);
        version_only.extend(&tiff(true, &[(0, 1, 0)])[8..]);
        assert!(!read(&version_only).has_location);
    }

    #[test]
    fn offsets_out_of_the_block_are_nothing() {
        assert_eq!(read(&tiff(true, &[(EXIF_DIRECTORY, 4, u32::MAX), (GPS_DIRECTORY, 4, u32::MAX)])), Exif::default());
        assert_eq!(read(b"II\x2A\0\xFF\xFF\xFF\xFF"), Exif::default());
    }
}
