//! Foreign colours to sRGB, and RGB to luminance and colour differences and back (JFIF, full range).

use std::fmt;
use std::sync::Arc;

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, Transform8BitExecutor, TransformOptions};

use super::Profile;
use super::decode::PixelRows;
use super::header::Header;
use super::planes::Planes;

/// The way from a picture's own colours to sRGB.
#[derive(Clone)]
pub(super) enum Transform {
    /// Three samples to three.
    Rgb(Arc<Transform8BitExecutor>),
    /// Four samples (the fourth is opacity) to four.
    Rgba(Arc<Transform8BitExecutor>),
    /// Four inks to three samples.
    Inks(Arc<Transform8BitExecutor>),
    /// One sample to one.
    Grey(Box<[u8; 256]>),
}

impl fmt::Debug for Transform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Rgb(_) => "Rgb",
            Self::Rgba(_) => "Rgba",
            Self::Inks(_) => "Inks",
            Self::Grey(_) => "Grey",
        };
        write!(f, "Transform::{name}")
    }
}

/// The profile that a header declares, if it is not plain sRGB. A profile that cannot be read is as good as none.
fn declared(header: &Header) -> Option<ColorProfile> {
    match (&header.facts.profile, &header.icc) {
        (Profile::Srgb, _) => None,
        (_, Some(icc)) => ColorProfile::new_from_slice(icc).ok(),
        (Profile::Foreign { .. }, None) => Some(ColorProfile::new_adobe_rgb()),
        (Profile::Cmyk { .. }, None) => None,
    }
}

fn executor(source: &ColorProfile, from: Layout, to: Layout) -> Option<Arc<Transform8BitExecutor>> {
    source.create_transform_8bit(from, &ColorProfile::new_srgb(), to, TransformOptions::default()).ok()
}

impl Transform {
    /// For pixels of red, green and blue.
    pub fn for_rgb(header: &Header) -> Option<Self> {
        let profile = declared(header).filter(|profile| profile.color_space == DataColorSpace::Rgb)?;
        executor(&profile, Layout::Rgb, Layout::Rgb).map(Self::Rgb)
    }

    /// For pixels of red, green, blue and opacity.
    fn for_rgba(header: &Header) -> Option<Self> {
        let profile = declared(header).filter(|profile| profile.color_space == DataColorSpace::Rgb)?;
        executor(&profile, Layout::Rgba, Layout::Rgba).map(Self::Rgba)
    }

    /// For grey samples.
    pub fn for_grey(header: &Header) -> Option<Self> {
        let profile = declared(header).filter(|profile| profile.color_space == DataColorSpace::Gray)?;
        let convert = executor(&profile, Layout::Gray, Layout::Rgb)?;
        let mut out = [0; 768];
        let all: Vec<u8> = (0..=255).collect();
        convert.transform(&all, &mut out).ok()?;
        let mut table = Box::new([0; 256]);
        for (entry, rgb) in table.iter_mut().zip(out.chunks_exact(3)) {
            *entry = rgb[1];
        }
        Some(Self::Grey(table))
    }

    /// For four inks, 0 for none and 255 for full.
    fn for_inks(header: &Header) -> Option<Self> {
        let profile = declared(header).filter(|profile| profile.color_space == DataColorSpace::Cmyk)?;
        executor(&profile, Layout::Rgba, Layout::Rgb).map(Self::Inks)
    }

    /// Converts planes in place.
    pub fn apply(&self, planes: &mut Planes) {
        match self {
            Self::Grey(table) => planes.y.iter_mut().for_each(|value| *value = table[usize::from(*value)]),
            Self::Rgb(convert) => convert_planes(&**convert, planes),
            Self::Rgba(_) | Self::Inks(_) => {}
        }
    }
}

/// Two rows at a time: to RGB with the chroma they share, through the profile, and back.
fn convert_planes(convert: &Transform8BitExecutor, planes: &mut Planes) {
    let (width, height) = (planes.width, planes.height);
    let (columns, _) = planes.chroma_size();
    let mut pixels = vec![0u8; width * 6];
    let mut converted = vec![0u8; width * 6];
    let mut sums = vec![[0i32; 2]; columns];
    for (pair, y_rows) in planes.y.chunks_mut(width * 2).enumerate() {
        let chroma = pair * columns..(pair + 1) * columns;
        let (u, v) = (&mut planes.u[chroma.clone()], &mut planes.v[chroma]);
        let used = y_rows.len() * 3;
        for (y_row, out) in y_rows.chunks_exact(width).zip(pixels.chunks_exact_mut(width * 3)) {
            ycc_row_to_rgb(y_row, u, v, out);
        }
        if convert.transform(&pixels[..used], &mut converted[..used]).is_err() {
            return; // a profile that refuses its own layout; colours stay as they are
        }
        sums.fill([0; 2]);
        for (y_row, rgb) in y_rows.chunks_exact_mut(width).zip(converted.chunks_exact(width * 3)) {
            rgb_row_to_ycc(rgb, y_row, &mut sums);
        }
        let rows = if pair * 2 + 1 < height { 2 } else { 1 };
        finish_chroma(&sums, width, rows, u, v);
    }
}

/// One row to RGB; two pixels share a chroma sample.
pub(super) fn ycc_row_to_rgb(y: &[u8], u: &[u8], v: &[u8], rgb: &mut [u8]) {
    let pairs = y.chunks(2).zip(rgb.chunks_mut(6)).zip(u.iter().zip(v));
    for ((y, rgb), (&u, &v)) in pairs {
        let (cb, cr) = (i32::from(u) - 128, i32::from(v) - 128);
        let (r, g, b) = (91881 * cr, -22554 * cb - 46802 * cr, 116_130 * cb);
        for (&y, pixel) in y.iter().zip(rgb.chunks_exact_mut(3)) {
            let y = (i32::from(y) << 16) + 32768;
            pixel[0] = ((y + r) >> 16).clamp(0, 255) as u8;
            pixel[1] = ((y + g) >> 16).clamp(0, 255) as u8;
            pixel[2] = ((y + b) >> 16).clamp(0, 255) as u8;
        }
    }
}

/// One row to luminance; colour differences are added to the sums of their pairs.
pub(super) fn rgb_row_to_ycc(rgb: &[u8], y: &mut [u8], sums: &mut [[i32; 2]]) {
    for ((y, rgb), sum) in y.chunks_mut(2).zip(rgb.chunks(6)).zip(sums) {
        for (y, pixel) in y.iter_mut().zip(rgb.chunks_exact(3)) {
            let (r, g, b) = (i32::from(pixel[0]), i32::from(pixel[1]), i32::from(pixel[2]));
            *y = ((19595 * r + 38470 * g + 7471 * b + 32768) >> 16) as u8;
            sum[0] += -11059 * r - 21709 * g + 32768 * b;
            sum[1] += 32768 * r - 27439 * g - 5329 * b;
        }
    }
}

/// Sums over pairs of pixels in `rows` rows to chroma samples.
pub(super) fn finish_chroma(sums: &[[i32; 2]], width: usize, rows: usize, u: &mut [u8], v: &mut [u8]) {
    for (i, (sum, (u, v))) in sums.iter().zip(u.iter_mut().zip(v)).enumerate() {
        let count = ((width - i * 2).min(2) * rows) as i32;
        let mean = |total: i32| ((total / count + (128 << 16) + 32767) >> 16).clamp(0, 255) as u8;
        (*u, *v) = (mean(sum[0]), mean(sum[1]));
    }
}

/// One pixel to luminance and colour differences.
pub(super) fn rgb_to_ycc([r, g, b]: [u8; 3]) -> [u8; 3] {
    let (mut y, mut u, mut v) = ([0], [0], [0]);
    let mut sums = [[0; 2]];
    rgb_row_to_ycc(&[r, g, b], &mut y, &mut sums);
    finish_chroma(&sums, 1, 1, &mut u, &mut v);
    [y[0], u[0], v[0]]
}

/// Rows of a CMYK picture.
pub(super) struct InkRows {
    samples: Vec<u8>,
    width: usize,
    next: usize,
    inverted: bool,
    transform: Option<Transform>,
    inks: Vec<u8>,
    rgb: Vec<u8>,
}

impl InkRows {
    /// `inverted`: 255 stands for no ink, as Adobe's programs write.
    pub fn new(header: &Header, samples: Vec<u8>, inverted: bool) -> Self {
        let width = header.stored.0 as usize;
        let transform = Transform::for_inks(header);
        Self { samples, width, next: 0, inverted, transform, inks: vec![0; width * 4], rgb: vec![0; width * 3] }
    }
}

impl PixelRows for InkRows {
    fn has_alpha(&self) -> bool {
        false
    }

    fn next_row(&mut self, rgba: &mut [[u8; 4]]) {
        let start = self.next * self.width * 4;
        self.next += 1;
        let flip = if self.inverted { 255 } else { 0 };
        let stored = self.samples.get(start..start + self.width * 4).unwrap_or(&[]);
        for (ink, sample) in self.inks.iter_mut().zip(stored) {
            *ink = sample ^ flip;
        }
        let converted = match &self.transform {
            Some(Transform::Inks(convert)) => convert.transform(&self.inks, &mut self.rgb).is_ok(),
            _ => false,
        };
        if !converted {
            for (rgb, ink) in self.rgb.chunks_exact_mut(3).zip(self.inks.chunks_exact(4)) {
                let black = 255 - u32::from(ink[3]);
                for (channel, colour) in rgb.iter_mut().zip(ink) {
                    *channel = (((255 - u32::from(*colour)) * black + 127) / 255) as u8;
                }
            }
        }
        for (pixel, rgb) in rgba.iter_mut().zip(self.rgb.chunks_exact(3)) {
            *pixel = [rgb[0], rgb[1], rgb[2], 255];
        }
    }
}

/// Rows of a picture decoded by the image crate.
pub(super) struct ImageRows {
    image: DynamicImage,
    next: usize,
    transform: Option<Transform>,
    scratch: Vec<u8>,
}

impl ImageRows {
    pub fn new(header: &Header, image: DynamicImage) -> Self {
        let transform =
            if image.color().has_color() { Transform::for_rgba(header) } else { Transform::for_grey(header) };
        let scratch = vec![0; image.width() as usize * 4];
        Self { image, next: 0, transform, scratch }
    }
}

impl PixelRows for ImageRows {
    fn has_alpha(&self) -> bool {
        self.image.color().has_alpha()
    }

    fn next_row(&mut self, rgba: &mut [[u8; 4]]) {
        unpack_row(&self.image, self.next, rgba);
        self.next += 1;
        match &self.transform {
            Some(Transform::Grey(table)) => {
                for pixel in rgba.iter_mut() {
                    let grey = table[usize::from(pixel[0])];
                    *pixel = [grey, grey, grey, pixel[3]];
                }
            }
            Some(Transform::Rgba(convert)) if convert.transform(rgba.as_flattened(), &mut self.scratch).is_ok() => {
                for (pixel, converted) in rgba.iter_mut().zip(self.scratch.chunks_exact(4)) {
                    *pixel = [converted[0], converted[1], converted[2], pixel[3]];
                }
            }
            _ => {}
        }
        if self.has_alpha() {
            rgba.iter_mut().for_each(over_white);
        }
    }
}

/// Mixes a pixel with white by its opacity, which it keeps.
fn over_white(pixel: &mut [u8; 4]) {
    let opacity = u32::from(pixel[3]);
    for channel in &mut pixel[..3] {
        *channel = ((u32::from(*channel) * opacity + 255 * (255 - opacity) + 127) / 255) as u8;
    }
}

/// A row in whatever layout the decoder chose, as 8-bit RGBA.
fn unpack_row(image: &DynamicImage, row: usize, rgba: &mut [[u8; 4]]) {
    fn each<T: Copy>(data: &[T], row: usize, n: usize, rgba: &mut [[u8; 4]], unpack: impl Fn(&[T]) -> [u8; 4]) {
        let length = rgba.len() * n;
        let pixels = data.get(row * length..(row + 1) * length).unwrap_or(&[]);
        for (out, pixel) in rgba.iter_mut().zip(pixels.chunks_exact(n)) {
            *out = unpack(pixel);
        }
    }
    let to8 = |value: u16| ((u32::from(value) * 255 + 32767) / 65535) as u8;
    match image {
        DynamicImage::ImageLuma8(buffer) => each(buffer, row, 1, rgba, |p| [p[0], p[0], p[0], 255]),
        DynamicImage::ImageLumaA8(buffer) => each(buffer, row, 2, rgba, |p| [p[0], p[0], p[0], p[1]]),
        DynamicImage::ImageRgb8(buffer) => each(buffer, row, 3, rgba, |p| [p[0], p[1], p[2], 255]),
        DynamicImage::ImageRgba8(buffer) => each(buffer, row, 4, rgba, |p| [p[0], p[1], p[2], p[3]]),
        DynamicImage::ImageLuma16(buffer) => {
            each(buffer, row, 1, rgba, |p| [to8(p[0]), to8(p[0]), to8(p[0]), 255]);
        }
        DynamicImage::ImageLumaA16(buffer) => {
            each(buffer, row, 2, rgba, |p| [to8(p[0]), to8(p[0]), to8(p[0]), to8(p[1])]);
        }
        DynamicImage::ImageRgb16(buffer) => each(buffer, row, 3, rgba, |p| [to8(p[0]), to8(p[1]), to8(p[2]), 255]),
        DynamicImage::ImageRgba16(buffer) => {
            each(buffer, row, 4, rgba, |p| [to8(p[0]), to8(p[1]), to8(p[2]), to8(p[3])]);
        }
        // The decoders in use give no floating point pictures.
        _ => rgba.fill([255; 4]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rgb_and_back_is_within_two_steps() {
        for r in (0..=255).step_by(15) {
            for g in (0..=255).step_by(15) {
                for b in (0..=255).step_by(15) {
                    let [y, u, v] = rgb_to_ycc([r, g, b]);
                    let mut back = [0; 3];
                    ycc_row_to_rgb(&[y], &[u], &[v], &mut back);
                    for (there, here) in [r, g, b].into_iter().zip(back) {
                        assert!(there.abs_diff(here) <= 2, "{r} {g} {b} became {back:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn white_black_and_grey_have_no_colour() {
        for level in [0, 1, 127, 128, 254, 255] {
            assert_eq!(rgb_to_ycc([level; 3]), [level, 128, 128]);
        }
    }

    #[test]
    fn over_white_mixes() {
        let mut pixel = [0, 100, 255, 128];
        over_white(&mut pixel);
        assert_eq!(pixel, [127, 177, 255, 128]);
    }
}
