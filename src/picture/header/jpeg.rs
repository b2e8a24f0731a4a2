//! JPEG markers up to the first scan (ITU-T T.81, annex B).

use super::{Found, be16, exif, xmp_has_location};
use crate::picture::{Format, Refusal};

/// How the samples of a JPEG make colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::picture) enum JpegColour {
    /// One component.
    Grey,
    /// The usual three.
    YCbCr,
    /// Three, stored as they are.
    Rgb,
    /// Four inks.
    Cmyk,
    /// Four inks, the first three as luminance and colour differences.
    Ycck,
}

impl JpegColour {
    /// Whether the picture is meant for print.
    pub fn is_four_inks(self) -> bool {
        matches!(self, Self::Cmyk | Self::Ycck)
    }
}

/// The frame header.
#[derive(Clone, Debug)]
pub(in crate::picture) struct JpegFrame {
    pub colour: JpegColour,
    pub progressive: bool,
    /// Horizontal and vertical sampling factor of each component.
    pub sampling: Vec<(u8, u8)>,
    /// An Adobe marker is present: inks are stored inverted.
    pub adobe: bool,
}

/// Reads the markers.
pub(super) fn read(bytes: &[u8]) -> Result<Found, Refusal> {
    let mut walk = Walk::default();
    let mut at = 2;
    loop {
        let (marker, segment, next) = segment(bytes, at)?;
        match marker {
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => walk.frame(marker, segment)?,
            0xE0 => walk.jfif |= segment.starts_with(b"JFIF\0"),
            0xE1 => walk.application1(segment),
            0xE2 => walk.icc_part(segment),
            0xEE if segment.starts_with(b"Adobe") => walk.adobe = segment.get(11).copied(),
            0xDA => return walk.finish(),
            0xD9 => return Err(Refusal::damaged("no picture data")),
            _ => {}
        }
        at = next;
    }
}

/// The marker at an offset, what it holds, and where the next one is to be looked for.
pub(in crate::picture) fn segment(bytes: &[u8], mut at: usize) -> Result<(u8, &[u8], usize), Refusal> {
    while bytes.get(at).is_some_and(|&byte| byte != 0xFF) {
        at += 1; // stray bytes between segments; decoders step over them too
    }
    while bytes.get(at) == Some(&0xFF) {
        at += 1;
    }
    let marker = *bytes.get(at).ok_or(Refusal::Truncated)?;
    at += 1;
    if matches!(marker, 0x00 | 0x01 | 0xD0..=0xD9) {
        return Ok((marker, &[], at));
    }
    let length = usize::from(be16(bytes, at).ok_or(Refusal::Truncated)?);
    if length < 2 {
        return Err(Refusal::damaged("a segment shorter than its own length"));
    }
    let segment = bytes.get(at + 2..at + length).ok_or(Refusal::Truncated)?;
    Ok((marker, segment, at + length))
}

#[derive(Default)]
struct Walk {
    size: Option<(u16, u16)>,
    bits: u8,
    progressive: bool,
    ids: Vec<u8>,
    sampling: Vec<(u8, u8)>,
    jfif: bool,
    /// The transform byte of an Adobe marker.
    adobe: Option<u8>,
    exif: exif::Exif,
    has_location: bool,
    icc: Vec<(u8, Vec<u8>)>,
}

impl Walk {
    fn frame(&mut self, marker: u8, segment: &[u8]) -> Result<(), Refusal> {
        let variant = |detail: &str| Refusal::UnsupportedVariant { format: Format::Jpeg, detail: detail.to_owned() };
        if self.size.is_some() {
            return Err(Refusal::damaged("two frame headers"));
        }
        match marker {
            0xC0..=0xC2 => {}
            0xC9..=0xCB | 0xCD..=0xCF => return Err(variant("arithmetic coding")),
            0xC3 => return Err(variant("lossless coding")),
            _ => return Err(variant("hierarchical coding")),
        }
        let (Some(height), Some(width)) = (be16(segment, 1), be16(segment, 3)) else { return Err(Refusal::Truncated) };
        self.bits = segment[0];
        if self.bits != 8 {
            return Err(variant("more than 8 bits a sample"));
        }
        let count = usize::from(*segment.get(5).ok_or(Refusal::Truncated)?);
        let components = segment.get(6..6 + count * 3).ok_or(Refusal::Truncated)?;
        for component in components.chunks_exact(3) {
            let (across, down) = (component[1] >> 4, component[1] & 15);
            if !(1..=4).contains(&across) || !(1..=4).contains(&down) {
                return Err(Refusal::damaged("impossible sampling factors"));
            }
            self.ids.push(component[0]);
            self.sampling.push((across, down));
        }
        self.progressive = marker == 0xC2;
        self.size = Some((width, height));
        Ok(())
    }

    fn application1(&mut self, segment: &[u8]) {
        if let Some(tiff) = segment.strip_prefix(b"Exif\0\0") {
            self.exif = exif::read(tiff);
        } else if segment.starts_with(b"http://ns.adobe.com/xap/1.0/\0") {
            self.has_location |= xmp_has_location(segment);
        }
    }

    fn icc_part(&mut self, segment: &[u8]) {
        if let Some(part) = segment.strip_prefix(b"ICC_PROFILE\0")
            && let [number, _count, data @ ..] = part
        {
            self.icc.push((*number, data.to_vec()));
        }
    }

    /// Which colours the components are, by the rules that all decoders share: the Adobe marker, then JFIF, then names.
    fn colour(&self) -> Result<JpegColour, Refusal> {
        Ok(match (self.ids.len(), self.adobe) {
            (1, _) => JpegColour::Grey,
            (3, _) if self.jfif => JpegColour::YCbCr,
            (3, Some(0)) => JpegColour::Rgb,
            (3, None) if self.ids == *b"RGB" => JpegColour::Rgb,
            (3, _) => JpegColour::YCbCr,
            (4, Some(2)) => JpegColour::Ycck,
            (4, _) => JpegColour::Cmyk,
            (n, _) => {
                let detail = format!("{n} components");
                return Err(Refusal::UnsupportedVariant { format: Format::Jpeg, detail });
            }
        })
    }

    fn finish(mut self) -> Result<Found, Refusal> {
        let (width, height) = self.size.ok_or_else(|| Refusal::damaged("no frame header"))?;
        let colour = self.colour()?;
        self.icc.sort_by_key(|(number, _)| *number);
        let icc: Vec<u8> = self.icc.into_iter().flat_map(|(_, data)| data).collect();
        Ok(Found {
            width: width.into(),
            height: height.into(),
            bits: self.bits,
            has_alpha: false,
            animated: false,
            exif: self.exif,
            has_location: self.has_location,
            icc: (!icc.is_empty()).then_some(icc),
            jpeg: Some(JpegFrame {
                colour,
                progressive: self.progressive,
                sampling: self.sampling,
                adobe: self.adobe.is_some(),
            }),
        })
    }
}
