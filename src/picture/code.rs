//! QR codes in a photo: of a paper, a stand, a screen.
//!
//! Finding a code is `rqrr`'s work. It is given luminance of a bounded size and a bounded number of looks, since a picture
//! that is full of corner marks would keep it busy for hours.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

use image::{GenericImage, GenericImageView, Luma};

use super::render::{WHOLE, cut, guarded};
use super::{Limits, Refusal, decode, header};
use crate::limits::CODE_LOOKS_MAX;

/// Longest sides at which codes are looked for, pixels. A code that fills a sixth of a photo is found at the first, a smaller
/// one at the second; noise and folds vanish at the third.
const SIDES: [u32; 3] = [1600, 3200, 800];
/// Below this longest side the modules may be single pixels, and the picture is doubled.
const SIDE_SMALL: u32 = 800;
/// Pixels that are copied as fast as one is looked at.
const COPIED_AT_ONCE: u64 = 8;

/// The texts of the QR codes in a picture; none when no code can be read.
///
/// # Errors
/// A [`Refusal`], as from [`render`](super::render).
pub fn codes(bytes: &[u8], limits: &Limits) -> Result<Vec<String>, Refusal> {
    guarded(|| {
        let header = header::read(bytes, limits)?;
        let (width, height) = (header.facts.width, header.facts.height);
        let longest = width.max(height).max(1);
        let sides = sides(longest);
        let largest = sides.iter().copied().max().unwrap_or(longest);
        let mut source = decode::decode(bytes, &header, (f64::from(largest) / f64::from(longest)).min(1.0))?;
        // Only luminance counts.
        source.planes.truncate(1);
        (source.alpha, source.transform) = (None, None);
        let grey = |side: u32| {
            let scaled = |length: u32| (u64::from(length) * u64::from(side) / u64::from(longest)).max(1) as usize;
            cut(&source, WHOLE, (scaled(width), scaled(height)))
        };
        for side in &sides {
            let planes = grey(*side)?;
            let found = search(Paper::new(planes.width, &planes.y, 0));
            if !found.is_empty() {
                return Ok(found);
            }
        }
        // A light code on a dark ground.
        let planes = grey(sides.first().copied().unwrap_or(longest))?;
        Ok(search(Paper::new(planes.width, &planes.y, u8::MAX)))
    })
}

/// The longest sides to try for a picture with this longest side, in order.
fn sides(longest: u32) -> Vec<u32> {
    let mut sides: Vec<u32> = Vec::new();
    for side in SIDES.map(|side| side.min(longest)) {
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
    if longest < SIDE_SMALL {
        sides.push(longest * 2);
    }
    sides
}

/// All codes that can be read. A search that breaks down or takes too long has found nothing.
fn search(paper: Paper) -> Vec<String> {
    let found = catch_unwind(AssertUnwindSafe(|| {
        let mut prepared = rqrr::PreparedImage::prepare(paper);
        let grids = prepared.detect_grids();
        let text = |grid: &rqrr::Grid<_>| {
            let mut bytes = Vec::new();
            grid.decode_to(&mut bytes).ok().map(|_| String::from_utf8_lossy(&bytes).into_owned())
        };
        let mut texts: Vec<String> = grids.iter().filter_map(text).collect();
        texts.dedup();
        texts
    }));
    found.unwrap_or_default()
}

/// Luminance that counts how often it is looked at, its copies with it.
struct Paper {
    size: (u32, u32),
    pixels: Vec<Luma<u8>>,
    looks_left: Rc<Cell<u64>>,
}

impl Paper {
    /// Each value is changed by `flip`: 255 turns light and dark round.
    fn new(width: usize, values: &[u8], flip: u8) -> Paper {
        let height = values.len().checked_div(width).unwrap_or(0);
        let pixels = values.iter().map(|value| Luma([value ^ flip])).collect();
        Paper { size: (width as u32, height as u32), pixels, looks_left: Rc::new(Cell::new(CODE_LOOKS_MAX)) }
    }

    /// The search knows no other way to end early than this one.
    fn spend(&self, looks: u64) {
        match self.looks_left.get().checked_sub(looks) {
            Some(left) => self.looks_left.set(left),
            None => resume_unwind(Box::new("too many looks at one picture")),
        }
    }

    fn at(&self, x: u32, y: u32) -> usize {
        y as usize * self.size.0 as usize + x as usize
    }
}

impl Clone for Paper {
    fn clone(&self) -> Paper {
        self.spend(self.pixels.len() as u64 / COPIED_AT_ONCE);
        Paper { size: self.size, pixels: self.pixels.clone(), looks_left: self.looks_left.clone() }
    }
}

impl GenericImageView for Paper {
    type Pixel = Luma<u8>;

    fn dimensions(&self) -> (u32, u32) {
        self.size
    }

    fn get_pixel(&self, x: u32, y: u32) -> Luma<u8> {
        self.spend(1);
        self.pixels[self.at(x, y)]
    }
}

impl GenericImage for Paper {
    fn get_pixel_mut(&mut self, x: u32, y: u32) -> &mut Luma<u8> {
        let at = self.at(x, y);
        &mut self.pixels[at]
    }

    fn put_pixel(&mut self, x: u32, y: u32, pixel: Luma<u8>) {
        let at = self.at(x, y);
        self.pixels[at] = pixel;
    }

    fn blend_pixel(&mut self, x: u32, y: u32, pixel: Luma<u8>) {
        self.put_pixel(x, y, pixel);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{GrayImage, ImageFormat};

    use super::*;

    /// A code with so many pixels a module and four modules of white around it.
    fn code(text: &str, scale: u32) -> GrayImage {
        let code = qrcodegen::QrCode::encode_text(text, qrcodegen::QrCodeEcc::Medium).unwrap();
        let side = (code.size() as u32 + 8) * scale;
        GrayImage::from_fn(side, side, |x, y| {
            let dark = code.get_module((x / scale) as i32 - 4, (y / scale) as i32 - 4);
            Luma([if dark { 0 } else { 255 }])
        })
    }

    fn png(picture: &GrayImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    fn read(picture: &GrayImage) -> Vec<String> {
        codes(&png(picture), &Limits::default()).unwrap()
    }

    #[test]
    fn a_code_is_read_whatever_its_size_and_its_colours() {
        for scale in [1, 2, 3, 10, 60] {
            assert_eq!(read(&code("satu dua tiga", scale)), ["satu dua tiga"], "{scale} pixels a module");
        }
        let mut inverted = code("terbalik", 6);
        inverted.pixels_mut().for_each(|pixel| pixel.0[0] = 255 - pixel.0[0]);
        assert_eq!(read(&inverted), ["terbalik"]);
    }

    #[test]
    fn a_small_code_in_a_large_picture_is_read() {
        let mut wall = GrayImage::from_fn(4000, 3000, |x, y| Luma([150 + ((x / 50 + y / 70) % 3) as u8 * 20]));
        image::imageops::replace(&mut wall, &code("kecil", 8), 3100, 2200);
        assert_eq!(read(&wall), ["kecil"]);
    }

    #[test]
    fn all_codes_of_a_picture_are_read() {
        let mut sheet = GrayImage::from_pixel(900, 500, Luma([255]));
        image::imageops::replace(&mut sheet, &code("kiri", 8), 20, 20);
        image::imageops::replace(&mut sheet, &code("kanan", 8), 480, 120);
        let mut found = read(&sheet);
        found.sort();
        assert_eq!(found, ["kanan", "kiri"]);
    }

    #[test]
    fn a_picture_without_a_code_has_none_and_a_broken_file_is_refused() {
        assert_eq!(read(&GrayImage::from_fn(300, 200, |x, y| Luma([(x * y % 251) as u8]))), [""; 0]);
        let whole = png(&code("utuh", 6));
        assert!(codes(&whole[..whole.len() / 2], &Limits::default()).is_err());
    }

    #[test]
    fn a_wall_of_corner_marks_ends_in_time() {
        let mark = |at: u32| (at % 18).abs_diff(9);
        let wall = GrayImage::from_fn(1600, 1600, |x, y| {
            let ring = mark(x).max(mark(y));
            Luma([if ring < 3 || ring == 5 || ring == 6 { 0 } else { 255 }])
        });
        let (start, found) = (std::time::Instant::now(), read(&wall));
        assert_eq!(found, [""; 0]);
        assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    }
}
