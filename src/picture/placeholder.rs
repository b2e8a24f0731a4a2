//! What stands for a picture until it is there: a thumbhash and one colour; and its fingerprint for finding doubles.

use serde::{Deserialize, Serialize};

use super::planes::Planes;
use super::resize::{Part, lanczos};
use super::{Refusal, colour};

/// A picture in a few bytes of text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Placeholder {
    /// A thumbhash (about 21 bytes) in base64 without padding: 28 to 34 characters. A script can paint it.
    pub thumbhash: String,
    /// The dominant colour: red, green, blue. Shown by an attribute, so it needs neither script nor style.
    pub colour: [u8; 3],
}

impl Placeholder {
    /// The colour as `#rrggbb`.
    pub fn colour_hex(&self) -> String {
        let [r, g, b] = self.colour;
        format!("#{r:02x}{g:02x}{b:02x}")
    }
}

/// Longest side of the picture that the thumbhash is computed from.
const SIDE_MAX: usize = 48;

/// Makes both from a small version of the picture.
pub(super) fn of(look: &Planes) -> Result<Placeholder, Refusal> {
    let small = shrunk(look, SIDE_MAX)?;
    let (columns, _) = small.chroma_size();
    let mut rgb = vec![0; small.width * small.height * 3];
    for (row, out) in rgb.chunks_exact_mut(small.width * 3).enumerate() {
        let chroma = row / 2 * columns..(row / 2 + 1) * columns;
        let y = &small.y[row * small.width..(row + 1) * small.width];
        colour::ycc_row_to_rgb(y, &small.u[chroma.clone()], &small.v[chroma], out);
    }
    let rgba: Vec<u8> = rgb.chunks_exact(3).flat_map(|pixel| [pixel[0], pixel[1], pixel[2], 255]).collect();
    let hash = thumbhash::rgba_to_thumb_hash(small.width, small.height, &rgba);
    Ok(Placeholder { thumbhash: base64(&hash), colour: dominant(&rgb) })
}

/// The picture with its longest side at most `side_max`.
pub(super) fn shrunk(look: &Planes, side_max: usize) -> Result<Planes, Refusal> {
    let longest = look.width.max(look.height);
    if longest <= side_max {
        return Ok(look.clone());
    }
    let scaled = |side: usize| (side * side_max / longest).max(1);
    let mut out = Planes { width: scaled(look.width), height: scaled(look.height), ..Planes::default() };
    let whole = |(w, h): (usize, usize)| Part { left: 0.0, top: 0.0, width: w as f64, height: h as f64 };
    let (size, chroma) = ((look.width, look.height), look.chroma_size());
    out.y = lanczos(&look.y, size, whole(size), (out.width, out.height))?;
    out.u = lanczos(&look.u, chroma, whole(chroma), out.chroma_size())?;
    out.v = lanczos(&look.v, chroma, whole(chroma), out.chroma_size())?;
    Ok(out)
}

/// The mean of the fullest of 512 cells of the RGB cube, where a saturated pixel counts more than a grey one: a red
/// pot before a white wall is red.
fn dominant(rgb: &[u8]) -> [u8; 3] {
    let mut cells = vec![[0u32; 4]; 512];
    for pixel in rgb.chunks_exact(3) {
        let cell = pixel.iter().fold(0, |at, &channel| at << 3 | usize::from(channel >> 5));
        let spread = pixel.iter().max().unwrap_or(&0) - pixel.iter().min().unwrap_or(&0);
        let weight = 64 + u32::from(spread);
        for (sum, &channel) in cells[cell].iter_mut().zip(pixel) {
            *sum += weight * u32::from(channel);
        }
        cells[cell][3] += weight;
    }
    let fullest = cells.iter().max_by_key(|cell| cell[3]).copied().unwrap_or_default();
    let weight = fullest[3].max(1);
    [fullest[0], fullest[1], fullest[2]].map(|sum| ((sum + weight / 2) / weight) as u8)
}

/// Base64 (RFC 4648) without padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let word = group.iter().fold(0u32, |word, &byte| word << 8 | u32::from(byte)) << (8 * (3 - group.len()));
        for i in 0..=group.len() {
            text.push(char::from(LETTERS[(word >> (18 - 6 * i) & 63) as usize]));
        }
    }
    text
}

/// A fingerprint that survives resizing and recompression: two pictures whose fingerprints differ in at most about six
/// of the 64 bits look alike.
///
/// The signs of the lowest 64 frequencies of a 32 x 32 version of the picture against their median (the DCT hash of
/// Zauner, 2010).
pub(super) fn perceptual_hash(look: &Planes) -> Result<u64, Refusal> {
    const SIDE: usize = 32;
    const KEPT: usize = 8;
    let part = Part { left: 0.0, top: 0.0, width: look.width as f64, height: look.height as f64 };
    let luminance = lanczos(&look.y, (look.width, look.height), part, (SIDE, SIDE))?;
    let cosine = |k: usize, i: usize| (std::f64::consts::PI * k as f64 * (2 * i + 1) as f64 / (2 * SIDE) as f64).cos();
    let mut rows = [[0.0f64; SIDE]; KEPT];
    for (k, row) in rows.iter_mut().enumerate() {
        for (y, sum) in row.iter_mut().enumerate() {
            // Frequencies 1 to 8: the constant part says nothing about the motif.
            *sum = (0..SIDE).map(|x| f64::from(luminance[y * SIDE + x]) * cosine(k + 1, x)).sum();
        }
    }
    let mut frequencies = [0.0f64; KEPT * KEPT];
    for (i, value) in frequencies.iter_mut().enumerate() {
        let (across, down) = (i % KEPT, i / KEPT);
        *value = (0..SIDE).map(|y| rows[across][y] * cosine(down + 1, y)).sum();
    }
    let mut sorted = frequencies;
    sorted.sort_by(f64::total_cmp);
    let median = (sorted[31] + sorted[32]) / 2.0;
    Ok(frequencies.iter().fold(0, |hash, &value| hash << 1 | u64::from(value > median)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_the_standards_examples() {
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn a_coloured_thing_beats_a_larger_grey_wall() {
        let mut rgb = [200u8, 200, 200].repeat(60);
        rgb.extend([190, 30, 30].repeat(40));
        assert_eq!(dominant(&rgb), [190, 30, 30]);
    }
}
