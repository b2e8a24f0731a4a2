//! Putting a share card together: photos and shapes as layers, and a JPEG that keeps within a number of bytes.

use super::colour::{finish_chroma, rgb_row_to_ycc, ycc_row_to_rgb};
use super::planes::Planes;
use super::recipe::Crop;
use super::render::{cut, guarded};
use super::{Limits, Refusal, crop, decode, encode, header};

/// A picture being put together, 8-bit sRGB.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canvas {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
}

impl Canvas {
    /// A plain canvas; sizes in pixels.
    pub fn new(width: u32, height: u32, colour: [u8; 3]) -> Self {
        let (width, height) = (width.max(1) as usize, height.max(1) as usize);
        Self { width, height, rgb: colour.repeat(width * height) }
    }

    /// A photo, decoded, upright, in sRGB, cut to fill `width` x `height` pixels around `focus` (shares, 0 to 1) or
    /// around its busiest part. A photo that is too small is enlarged here, since a card has one size.
    ///
    /// # Errors
    /// As [`render`](super::render).
    pub fn photo(
        bytes: &[u8],
        width: u32,
        height: u32,
        focus: Option<(f32, f32)>,
        limits: &Limits,
    ) -> Result<Self, Refusal> {
        let (width, height) = (width.clamp(1, 4096), height.clamp(1, 4096));
        guarded(|| {
            let header = header::read(bytes, limits)?;
            let size = (header.facts.width, header.facts.height);
            let wanted = Crop { aspect: (width, height), focus };
            let (kept_width, kept_height) = super::recipe::kept_size(size.0, size.1, Some(&wanted));
            let across = f64::from(width) / f64::from(kept_width);
            let down = f64::from(height) / f64::from(kept_height);
            let source = decode::decode(bytes, &header, across.max(down).min(1.0))?;
            let target = (width as usize, height as usize);
            let look = if focus.is_none() { look(&source, size)? } else { Planes::default() };
            let planes = cut(&source, crop::kept_part(size, Some(&wanted), &look), target)?;
            Ok(Self::from_planes(&planes))
        })
    }

    fn from_planes(planes: &Planes) -> Self {
        let (width, height) = (planes.width, planes.height);
        let (columns, _) = planes.chroma_size();
        let mut rgb = vec![0; width * height * 3];
        for (row, out) in rgb.chunks_exact_mut(width * 3).enumerate() {
            let chroma = row / 2 * columns..(row / 2 + 1) * columns;
            ycc_row_to_rgb(&planes.y[row * width..][..width], &planes.u[chroma.clone()], &planes.v[chroma], out);
        }
        Self { width, height, rgb }
    }

    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.width as u32
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.height as u32
    }

    /// Red, green, blue of each pixel, row by row.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// Lays another canvas on this one, its top left corner at (`left`, `top`); what reaches over the edge is cut off.
    pub fn lay(&mut self, layer: &Canvas, left: i32, top: i32) {
        self.each_pixel((layer.width, layer.height), left, top, |under, i| {
            under.copy_from_slice(&layer.rgb[i * 3..i * 3 + 3]);
        });
    }

    /// Fills a rectangle, `opacity` 0 to 255.
    pub fn fill(&mut self, (left, top): (i32, i32), (width, height): (u32, u32), colour: [u8; 3], opacity: u8) {
        let size = ((width as usize).min(self.width * 2), (height as usize).min(self.height * 2));
        self.each_pixel(size, left, top, |under, _| mix(under, colour, opacity));
    }

    /// Paints a colour through a mask (`width` opacities a row, 0 to 255), such as letters drawn elsewhere.
    pub fn paint_mask(&mut self, mask: &[u8], width: u32, (left, top): (i32, i32), colour: [u8; 3]) {
        let width = width as usize;
        let height = mask.len().checked_div(width).unwrap_or(0);
        self.each_pixel((width, height), left, top, |under, i| mix(under, colour, mask[i]));
    }

    /// Lays RGBA pixels (opacity not multiplied in, `width` a row) on this canvas.
    pub fn lay_rgba(&mut self, rgba: &[u8], width: u32, (left, top): (i32, i32)) {
        let width = width as usize;
        let height = (rgba.len() / 4).checked_div(width).unwrap_or(0);
        self.each_pixel((width, height), left, top, |under, i| {
            let pixel = &rgba[i * 4..i * 4 + 4];
            mix(under, [pixel[0], pixel[1], pixel[2]], pixel[3]);
        });
    }

    /// Calls `paint` for every pixel that a layer of a size shares with the canvas, with its index in the layer.
    fn each_pixel(
        &mut self,
        (width, height): (usize, usize),
        left: i32,
        top: i32,
        mut paint: impl FnMut(&mut [u8], usize),
    ) {
        let inside = |start: i32, length: usize, room: usize| {
            let first = (-i64::from(start)).clamp(0, length as i64);
            let last = (room as i64 - i64::from(start)).clamp(first, length as i64);
            first as usize..last as usize
        };
        for y in inside(top, height, self.height) {
            let row = (y as i64 + i64::from(top)) as usize * self.width;
            for x in inside(left, width, self.width) {
                let at = (row + (x as i64 + i64::from(left)) as usize) * 3;
                paint(&mut self.rgb[at..at + 3], y * width + x);
            }
        }
    }

    /// A JPEG of at most `bytes_max` bytes: the best quality from `best` down to `least` (1 to 100) that fits. If even
    /// `least` does not fit, the file at `least`. Returns the file and its quality.
    ///
    /// # Errors
    /// [`Refusal::NotEncoded`].
    pub fn jpeg_within(&self, bytes_max: usize, best: u8, least: u8) -> Result<(Vec<u8>, u8), Refusal> {
        let planes = self.planes();
        let (least, best) = (least.clamp(1, 100), best.clamp(1, 100).max(least.clamp(1, 100)));
        let top = encode::jpeg(&planes, best)?;
        if top.len() <= bytes_max || best == least {
            return Ok((top, best));
        }
        let mut found = (encode::jpeg(&planes, least)?, least);
        let (mut low, mut high) = (least + 1, best - 1);
        while low <= high && found.0.len() <= bytes_max {
            let quality = low + (high - low) / 2;
            let file = encode::jpeg(&planes, quality)?;
            if file.len() <= bytes_max {
                found = (file, quality);
                low = quality + 1;
            } else {
                high = quality - 1;
            }
        }
        Ok(found)
    }

    fn planes(&self) -> Planes {
        let mut planes = Planes { width: self.width, height: self.height, ..Planes::default() };
        let (columns, rows) = planes.chroma_size();
        planes.y = vec![0; self.width * self.height];
        (planes.u, planes.v) = (vec![0; columns * rows], vec![0; columns * rows]);
        let mut sums = vec![[0; 2]; columns];
        for (pair, y_rows) in planes.y.chunks_mut(self.width * 2).enumerate() {
            sums.fill([0; 2]);
            let count = y_rows.len() / self.width;
            for (k, y_row) in y_rows.chunks_exact_mut(self.width).enumerate() {
                let row = (pair * 2 + k) * self.width * 3;
                rgb_row_to_ycc(&self.rgb[row..row + self.width * 3], y_row, &mut sums);
            }
            let chroma = pair * columns..(pair + 1) * columns;
            finish_chroma(&sums, self.width, count, &mut planes.u[chroma.clone()], &mut planes.v[chroma]);
        }
        planes
    }
}

/// A small version for finding the busiest part.
fn look(source: &super::planes::Source, (width, height): (u32, u32)) -> Result<Planes, Refusal> {
    let longest = width.max(height).max(1);
    let scaled = |side: u32| (u64::from(side) * 256 / u64::from(longest)).clamp(1, u64::from(side)) as usize;
    let whole = super::resize::Part { left: 0.0, top: 0.0, width: 1.0, height: 1.0 };
    cut(source, whole, (scaled(width), scaled(height)))
}

fn mix(under: &mut [u8], colour: [u8; 3], opacity: u8) {
    let opacity = u32::from(opacity);
    for (value, channel) in under.iter_mut().zip(colour) {
        *value = ((u32::from(channel) * opacity + u32::from(*value) * (255 - opacity) + 127) / 255) as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_are_clipped_at_every_edge() {
        let mut canvas = Canvas::new(4, 3, [0, 0, 0]);
        let layer = Canvas::new(3, 3, [9, 9, 9]);
        canvas.lay(&layer, -2, -1);
        canvas.lay(&layer, 3, 2);
        canvas.lay(&layer, 40, -40);
        let set: Vec<usize> = (0..12).filter(|i| canvas.rgb[i * 3] == 9).collect();
        assert_eq!(set, [0, 4, 11]);
    }

    #[test]
    fn the_file_keeps_within_its_bytes() {
        let mut canvas = Canvas::new(320, 200, [255, 255, 255]);
        let noise: Vec<u8> = (0..320 * 200u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        canvas.paint_mask(&noise, 320, (0, 0), [20, 90, 160]);
        let (best, quality) = canvas.jpeg_within(usize::MAX, 90, 30).unwrap();
        assert_eq!(quality, 90);
        let (file, quality) = canvas.jpeg_within(best.len() / 2, 90, 30).unwrap();
        assert!(file.len() <= best.len() / 2 && quality < 90);
        let next = encode::jpeg(&canvas.planes(), quality + 1).unwrap();
        assert!(next.len() > best.len() / 2, "a better quality would have fitted");
    }

    #[test]
    fn half_opacity_mixes_evenly() {
        let mut canvas = Canvas::new(2, 1, [100, 100, 100]);
        canvas.fill((0, 0), (1, 1), [200, 0, 100], 128);
        assert_eq!(canvas.rgb(), [150, 50, 100, 100, 100, 100]);
    }
}
