//! The RGB way: PNG, WebP, GIF and unusual JPEG by the image crate, then the same planes as the other way.

use std::io::Cursor;

use image::codecs::{gif::GifDecoder, jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder};
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult};

use crate::picture::colour::{ImageRows, rgb_to_ycc};
use crate::picture::header::Header;
use crate::picture::planes::{Source, SourcePlane, factor};
use crate::picture::{Format, Limits, Refusal};

/// Something that gives sRGB rows from the top down.
pub(in crate::picture) trait PixelRows {
    /// Whether the rows have transparency.
    fn has_alpha(&self) -> bool;
    /// The next row: red, green, blue and opacity of each pixel, colours already mixed with white by opacity.
    fn next_row(&mut self, rgba: &mut [[u8; 4]]);
}

/// Decodes by the image crate.
pub(super) fn read(bytes: &[u8], header: &Header, detail: f64) -> Result<Source, Refusal> {
    let cursor = Cursor::new(bytes);
    let image = match header.facts.format {
        Format::Jpeg => JpegDecoder::new(cursor).and_then(load),
        Format::Png => PngDecoder::with_limits(cursor, beside_pixels()).and_then(load),
        Format::WebP => WebPDecoder::new(cursor).and_then(load),
        Format::Gif => GifDecoder::new(cursor).and_then(load),
        Format::Avif => return Err(Refusal::Unsupported { format: crate::picture::Foreign::Avif }),
    };
    let image = image.map_err(refusal)?;
    if (image.width(), image.height()) != header.stored {
        return Err(Refusal::damaged("another size than the header said"));
    }
    let mut rows = ImageRows::new(header, image);
    reduce_rows(&mut rows, header, detail)
}

/// A PNG may hold packed texts and a packed profile, which its decoder unpacks before anything can be asked of it. They get
/// little; the header's reader has taken the profile already, and too large a one is passed over here.
fn beside_pixels() -> image::Limits {
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(32 << 20);
    limits
}

fn load<D: ImageDecoder>(mut decoder: D) -> ImageResult<DynamicImage> {
    let mut limits = image::Limits::default();
    // A second fence behind our own check of the header.
    limits.max_alloc = Some(Limits::default().memory_max.saturating_mul(2));
    decoder.set_limits(limits)?;
    DynamicImage::from_decoder(decoder)
}

fn refusal(error: ImageError) -> Refusal {
    if let ImageError::IoError(io) = &error
        && io.kind() == std::io::ErrorKind::UnexpectedEof
    {
        return Refusal::Truncated;
    }
    Refusal::damaged(error)
}

/// Averages rows down by a whole factor and splits them into planes, holding one band of rows at a time.
pub(super) fn reduce_rows(rows: &mut dyn PixelRows, header: &Header, detail: f64) -> Result<Source, Refusal> {
    let (width, height) = (header.stored.0 as usize, header.stored.1 as usize);
    let f = factor(width as f64, detail * width as f64).min(factor(height as f64, detail * height as f64));
    let (columns, lines) = (width.div_ceil(f), height.div_ceil(f));
    let mut planes = [Vec::new(), Vec::new(), Vec::new(), Vec::new()];
    for plane in &mut planes {
        plane.reserve_exact(columns * lines);
    }
    let mut row = vec![[0u8; 4]; width];
    let mut sums = vec![[0u32; 4]; columns];
    for line in 0..lines {
        let band = f.min(height - line * f);
        sums.fill([0; 4]);
        for _ in 0..band {
            rows.next_row(&mut row);
            for (sum, pixels) in sums.iter_mut().zip(row.chunks(f)) {
                for pixel in pixels {
                    for (total, value) in sum.iter_mut().zip(pixel) {
                        *total += u32::from(*value);
                    }
                }
            }
        }
        for (i, sum) in sums.iter().enumerate() {
            let count = (band * f.min(width - i * f)) as u32;
            let [r, g, b, a] = sum.map(|total| ((total + count / 2) / count) as u8);
            let [y, u, v] = rgb_to_ycc([r, g, b]);
            for (plane, value) in planes.iter_mut().zip([y, u, v, a]) {
                plane.push(value);
            }
        }
    }
    let covers = (width as f64 / f as f64, height as f64 / f as f64);
    let [y, u, v, a] = planes;
    let plane = |data| SourcePlane::new(data, columns, covers);
    let alpha = if rows.has_alpha() && really_transparent(&a) { Some(plane(a)?) } else { None };
    Ok(Source {
        planes: vec![plane(y)?, plane(u)?, plane(v)?],
        alpha,
        orientation: header.facts.orientation,
        transform: None,
    })
}

/// Whether transparency is used, not merely present: more than one pixel in ten thousand lets something through.
fn really_transparent(alpha: &[u8]) -> bool {
    let through = alpha.iter().filter(|&&a| a < 250).count();
    through * 10_000 > alpha.len()
}
