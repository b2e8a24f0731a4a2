//! Just enough of an ICC profile (ICC.1:2022) to name it and to know whether it is plain sRGB.

use super::be32;

/// What a profile's colours are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::picture) enum IccSpace {
    /// Red, green, blue.
    Rgb,
    /// One grey.
    Gray,
    /// Four inks.
    Cmyk,
    /// Anything else; not converted.
    Other,
}

/// A profile in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::picture) struct Icc {
    pub space: IccSpace,
    /// Its own description, or empty.
    pub name: String,
    /// It needs no conversion.
    pub is_srgb: bool,
}

/// Names a profile.
pub(in crate::picture) fn describe(profile: &[u8]) -> Icc {
    let space = match profile.get(16..20) {
        Some(b"RGB ") => IccSpace::Rgb,
        Some(b"GRAY") => IccSpace::Gray,
        Some(b"CMYK") => IccSpace::Cmyk,
        _ => IccSpace::Other,
    };
    let name = tag(profile, b"desc").map(text).unwrap_or_default();
    let lower = name.to_ascii_lowercase();
    let named_srgb = lower.contains("srgb") && !lower.contains("linear") && !lower.contains("scrgb");
    let is_srgb = space == IccSpace::Rgb && named_srgb && has_srgb_primaries(profile);
    Icc { space, name, is_srgb }
}

/// The data of a tag.
fn tag<'a>(profile: &'a [u8], wanted: &[u8; 4]) -> Option<&'a [u8]> {
    let count = be32(profile, 128)?.min(100) as usize;
    (0..count).find_map(|i| {
        let at = 132 + i * 12;
        let start = be32(profile, at + 4)? as usize;
        let length = be32(profile, at + 8)? as usize;
        (profile.get(at..at + 4)? == wanted).then(|| profile.get(start..start.checked_add(length)?)).flatten()
    })
}

/// The text of a description, in its version 2 or version 4 form; at most 64 characters.
fn text(data: &[u8]) -> String {
    let found = match data.get(..4) {
        Some(b"desc") => {
            let length = be32(data, 8).unwrap_or(0).min(256) as usize;
            data.get(12..12 + length).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        }
        Some(b"mluc") => {
            let length = be32(data, 20).unwrap_or(0).min(256) as usize;
            let start = be32(data, 24).unwrap_or(0) as usize;
            start.checked_add(length).and_then(|end| data.get(start..end)).map(utf16)
        }
        _ => None,
    };
    found.unwrap_or_default().trim_matches(|c: char| c.is_control() || c.is_whitespace()).chars().take(64).collect()
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// Whether red, green and blue lie where sRGB has them (adapted to D50, IEC 61966-2-1), to three decimals or so.
fn has_srgb_primaries(profile: &[u8]) -> bool {
    const PRIMARIES: [(&[u8; 4], [f64; 3]); 3] =
        [(b"rXYZ", [0.4360, 0.2225, 0.0139]), (b"gXYZ", [0.3851, 0.7169, 0.0971]), (b"bXYZ", [0.1431, 0.0606, 0.7139])];
    PRIMARIES.iter().all(|(name, expected)| {
        let Some(data) = tag(profile, name) else { return false };
        expected.iter().enumerate().all(|(i, value)| {
            let found = be32(data, 8 + i * 4).map(|bits| f64::from(bits as i32) / 65536.0);
            found.is_some_and(|found| (found - value).abs() < 0.003)
        })
    })
}
