//! What stands for a picture until it is there: one colour and a sketch of light and dark; and its fingerprint for finding
//! doubles.

use serde::{Deserialize, Serialize};

use super::planes::Planes;
use super::resize::{Part, lanczos};
use super::{Refusal, colour};

/// A picture in three and a half bytes, shown by classes alone: no script, no inline style, no request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Placeholder {
    /// The dominant colour: red, green, blue.
    pub colour: [u8; 3],
    /// Light and dark in the left, middle and right third, each 0 to 15: the upper half times four plus the lower, each a
    /// place in [`SHADES`].
    pub sketch: [u8; 3],
}

/// What is laid over the dominant colour where the picture is darker or lighter: a luminance and how much of it, 0 to 1.
/// The theme's stylesheet says the same.
pub const SHADES: [(f64, f64); 4] = [(0.0, 0.53), (0.0, 0.27), (0.0, 0.0), (255.0, 0.4)];

/// Longest side of the picture that both are made from.
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
    let colour = dominant(&rgb);
    Ok(Placeholder { colour, sketch: sketch(&small, colour) })
}

/// Of each sixth of the picture the shade that brings the colour nearest to its mean luminance.
fn sketch(small: &Planes, [r, g, b]: [u8; 3]) -> [u8; 3] {
    let ground = 0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b);
    let shade = |column: usize, row: usize| {
        let part = |at: usize, of: usize, side: usize| at * side / of..((at + 1) * side).div_ceil(of);
        let (mut sum, mut count) = (0.0, 0.0);
        for y in part(row, 2, small.height) {
            for x in part(column, 3, small.width) {
                sum += f64::from(small.y[y * small.width + x]);
                count += 1.0;
            }
        }
        let miss = |(light, share): &(f64, f64)| (ground + (light - ground) * share - sum / count).abs();
        let nearest = SHADES.iter().enumerate().min_by(|(_, a), (_, b)| miss(a).total_cmp(&miss(b)));
        nearest.map_or(0, |(i, _)| i as u8)
    };
    [0, 1, 2].map(|column| shade(column, 0) << 2 | shade(column, 1))
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
    fn a_coloured_thing_beats_a_larger_grey_wall() {
        let mut rgb = [200u8, 200, 200].repeat(60);
        rgb.extend([190, 30, 30].repeat(40));
        assert_eq!(dominant(&rgb), [190, 30, 30]);
    }
    #[test]
    fn a_sketch_is_dark_where_the_picture_is() {
        // Black at the upper left, white at the lower right, grey elsewhere.
        let light = |x: usize, y: usize| match (x / 10, y / 10) {
            (0, 0) => 0,
            (2, 1) => 255,
            _ => 128,
        };
        let y = (0..600).map(|i| light(i % 30, i / 30)).collect();
        let planes = Planes { width: 30, height: 20, y, u: vec![128; 150], v: vec![128; 150], alpha: None };
        assert_eq!(of(&planes), Ok(Placeholder { colour: [128; 3], sketch: [0b0010, 0b1010, 0b1011] }));
        // One pixel is one colour, and no part of it is empty.
        let pixel = Planes { width: 1, height: 1, y: vec![90], u: vec![128], v: vec![128], alpha: None };
        assert_eq!(of(&pixel), Ok(Placeholder { colour: [90; 3], sketch: [0b1010; 3] }));
    }
}
