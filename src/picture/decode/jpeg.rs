//! JPEG: ordinary photos by our own reduced decoder, all else by libjpeg-turbo-rs, which only this file knows.

use libjpeg_turbo_rs::tj3::{TjHandle, TjParam};
use libjpeg_turbo_rs::{DecodeLimits, Decoder, JpegError, PixelFormat};

use super::pixels::{PixelRows, reduce_rows};
use crate::picture::colour::{InkRows, Transform};
use crate::picture::header::{Header, JpegColour, JpegFrame};
use crate::picture::planes::{Source, SourcePlane};
use crate::picture::{Format, Refusal};

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
    // No margin: fewer frequencies are an ideal low-pass. (SSIMULACRA2 at 1280 pixels: 69.9 with none and with a tenth.)
    let eighths = ((8.0 * detail).ceil() as u32).clamp(1, 8);
    let stored = match scaled(bytes, header, frame, eighths) {
        Err(Refusal::UnsupportedVariant { .. }) => whole(bytes, header, frame)?,
        decoded => decoded?,
    };
    let wanted = (detail * f64::from(header.stored.0), detail * f64::from(header.stored.1));
    let planes = stored.into_iter().enumerate().map(|(i, plane)| match i {
        0 => plane.reduced(wanted.0, wanted.1),
        _ => plane.reduced(wanted.0 / 2.0, wanted.1 / 2.0),
    });
    let transform = match frame.colour {
        JpegColour::Grey => Transform::for_grey(header),
        _ => Transform::for_rgb(header),
    };
    Ok(Source { planes: planes.collect(), alpha: None, orientation: header.facts.orientation, transform })
}

/// Planes at some eighths of their size, by taking that many of the frequencies of each block: cheaper than decoding all
/// and averaging, and sharper.
fn scaled(bytes: &[u8], header: &Header, frame: &JpegFrame, eighths: u32) -> Result<Vec<SourcePlane>, Refusal> {
    if eighths == 8 {
        return whole(bytes, header, frame);
    }
    let share = f64::from(eighths) / 8.0;
    if let Some(planes) = super::baseline::planes(bytes, frame, header.stored, eighths) {
        let place = |(i, plane): (usize, super::baseline::Plane)| {
            let (across, down) = Geometry::of(header, frame, i)?.covers;
            SourcePlane::new(plane.data, plane.stride, (across * share, down * share))
        };
        return planes?.into_iter().enumerate().map(place).collect();
    }
    let divisor = if eighths.is_multiple_of(4) { 4 } else { 2 - eighths % 2 };
    let mut decoder = TjHandle::new();
    decoder.set(TjParam::ScanLimit, SCANS_MAX as i32).map_err(refusal)?;
    decoder.set_scaling_factor(eighths / divisor, 8 / divisor).map_err(refusal)?;
    let (planes, width, _, _) = decoder.decompress_to_yuv_planes(bytes).map_err(refusal)?;
    let place = |(i, data): (usize, Vec<u8>)| {
        let geometry = Geometry::of(header, frame, i)?;
        let stride = width.div_ceil(geometry.most.0) * geometry.factors.0;
        SourcePlane::new(data, stride, (geometry.covers.0 * share, geometry.covers.1 * share))
    };
    planes.into_iter().enumerate().map(place).collect()
}

/// Planes at full size.
fn whole(bytes: &[u8], header: &Header, frame: &JpegFrame) -> Result<Vec<SourcePlane>, Refusal> {
    let raw = Decoder::new_with_limits(bytes, limits()).and_then(Decoder::decode_raw).map_err(refusal)?;
    let place = |(i, data): (usize, Vec<u8>)| {
        let stride = raw.plane_widths.get(i).copied().unwrap_or(0);
        SourcePlane::new(data, stride, Geometry::of(header, frame, i)?.covers)
    };
    raw.planes.into_iter().enumerate().map(place).collect()
}

/// How a component's samples relate to the picture.
struct Geometry {
    /// The largest sampling factors of all components.
    most: (usize, usize),
    /// This component's own.
    factors: (usize, usize),
    /// Samples across and down that are picture; may end inside a sample.
    covers: (f64, f64),
}

impl Geometry {
    fn of(header: &Header, frame: &JpegFrame, component: usize) -> Result<Self, Refusal> {
        let most = frame.sampling.iter().fold((1, 1), |m, s| (m.0.max(s.0), m.1.max(s.1)));
        let &(across, down) =
            frame.sampling.get(component).ok_or_else(|| Refusal::damaged("a component without a place"))?;
        let covers = (
            f64::from(header.stored.0) * f64::from(across) / f64::from(most.0),
            f64::from(header.stored.1) * f64::from(down) / f64::from(most.1),
        );
        Ok(Self { most: (most.0.into(), most.1.into()), factors: (across.into(), down.into()), covers })
    }
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
