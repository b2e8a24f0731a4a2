//! JPEG by libjpeg-turbo-rs, the only place that knows it.

use libjpeg_turbo_rs::{DecodeLimits, Decoder, JpegError, PixelFormat};

use super::pixels::{PixelRows, reduce_rows};
use crate::picture::colour::{InkRows, Transform};
use crate::picture::header::{Header, JpegColour};
use crate::picture::planes::{SourcePlane, Source};
use crate::picture::{Format, Refusal};
use crate::picture::header::JpegFrame;

/// Scans a progressive file may have; cameras and editors write about ten.
const SCANS_MAX: usize = 200;

fn limits() -> DecodeLimits {
    DecodeLimits { max_scans: SCANS_MAX, ..DecodeLimits::default() }
}

/// Luminance and colour difference planes as they are stored, no colour made of them.
pub(super) fn planes(bytes: &[u8], header: &Header, frame: &JpegFrame, detail: f64) -> Result<Source, Refusal> {
    if frame.colour == JpegColour::Rgb {
        return super::pixels::read(bytes, header, detail);
    }
    let raw = Decoder::new_with_limits(bytes, limits()).and_then(Decoder::decode_raw).map_err(refusal)?;
    let (width, height) = (f64::from(header.stored.0), f64::from(header.stored.1));
    let most = frame.sampling.iter().fold((1, 1), |m, s| (m.0.max(s.0), m.1.max(s.1)));
    let mut planes = Vec::with_capacity(3);
    for (i, data) in raw.planes.into_iter().enumerate() {
        let (Some(&stride), Some(&(across, down))) = (raw.plane_widths.get(i), frame.sampling.get(i)) else {
            return Err(Refusal::damaged("a component without a place"));
        };
        let covers = (width * f64::from(across) / f64::from(most.0), height * f64::from(down) / f64::from(most.1));
        let plane = SourcePlane::new(data, stride, covers)?;
        // Colour is kept at half of the luminance's detail.
        let (share, size) = if i == 0 { (detail, (width, height)) } else { (detail * 0.5, (width, height)) };
        planes.push(plane.reduced(share * size.0, share * size.1));
    }
    let transform = match frame.colour {
        JpegColour::Grey => Transform::for_grey(header),
        _ => Transform::for_rgb(header),
    };
    Ok(Source { planes, alpha: None, orientation: header.facts.orientation, transform })
}

/// Four inks, brought to sRGB row by row.
pub(super) fn inks(bytes: &[u8], header: &Header, frame: &JpegFrame, detail: f64) -> Result<Source, Refusal> {
    let decoder = Decoder::new_with_limits(bytes, limits()).map_err(refusal)?;
    let image = decoder.with_output_format(PixelFormat::Cmyk).decode_image().map_err(refusal)?;
    if (image.width, image.height) != (header.stored.0 as usize, header.stored.1 as usize) {
        return Err(Refusal::damaged("another size than the header said"));
    }
    let mut rows = InkRows::new(header, image.data, frame.adobe);
    reduce_rows(&mut rows as &mut dyn PixelRows, header, detail)
}

fn refusal(error: JpegError) -> Refusal {
    match error {
        JpegError::UnexpectedEof => Refusal::Truncated,
        JpegError::Unsupported(detail) => Refusal::UnsupportedVariant { format: Format::Jpeg, detail },
        other => Refusal::damaged(other),
    }
}
