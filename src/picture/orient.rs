//! Turning planes upright by EXIF orientation.

use super::planes::Planes;
use super::resize::Part;

/// Whether an orientation exchanges width and height.
pub(super) fn turns(orientation: u8) -> bool {
    orientation >= 5
}

/// Turns a stored picture upright.
pub(super) fn upright(planes: Planes, orientation: u8) -> Planes {
    if orientation <= 1 {
        return planes;
    }
    let size = (planes.width, planes.height);
    let chroma = planes.chroma_size();
    let (width, height) = if turns(orientation) { (size.1, size.0) } else { size };
    Planes {
        width,
        height,
        y: plane(planes.y, size, orientation),
        u: plane(planes.u, chroma, orientation),
        v: plane(planes.v, chroma, orientation),
        alpha: planes.alpha.map(|alpha| plane(alpha, size, orientation)),
    }
}

/// Turns one plane. Orientations 1 to 8 as in EXIF 2.32: where the first row and the first column of the stored picture
/// lie in the upright one.
fn plane(mut data: Vec<u8>, (width, height): (usize, usize), orientation: u8) -> Vec<u8> {
    match orientation {
        2 => data.chunks_exact_mut(width).for_each(<[u8]>::reverse),
        3 => data.reverse(),
        4 => flip_rows(&mut data, width),
        5 => data = transposed(&data, width, height),
        6 => {
            data = transposed(&data, width, height);
            data.chunks_exact_mut(height).for_each(<[u8]>::reverse);
        }
        7 => {
            data = transposed(&data, width, height);
            data.reverse();
        }
        8 => {
            data = transposed(&data, width, height);
            flip_rows(&mut data, height);
        }
        _ => {}
    }
    data
}

fn flip_rows(data: &mut [u8], width: usize) {
    let mut rows = data.chunks_exact_mut(width);
    while let (Some(first), Some(last)) = (rows.next(), rows.next_back()) {
        first.swap_with_slice(last);
    }
}

/// Rows become columns, in blocks of 8 x 8 that stay in registers.
fn transposed(data: &[u8], width: usize, height: usize) -> Vec<u8> {
    const BLOCK: usize = 8;
    let mut out = vec![0; data.len()];
    let (whole_x, whole_y) = (width / BLOCK * BLOCK, height / BLOCK * BLOCK);
    for y in (0..whole_y).step_by(BLOCK) {
        for x in (0..whole_x).step_by(BLOCK) {
            let mut rows = [0u64; BLOCK];
            for (k, row) in rows.iter_mut().enumerate() {
                let at = (y + k) * width + x;
                *row = data[at..at + BLOCK].try_into().map_or(0, u64::from_le_bytes);
            }
            transpose_block(&mut rows);
            for (k, row) in rows.iter().enumerate() {
                let at = (x + k) * height + y;
                out[at..at + BLOCK].copy_from_slice(&row.to_le_bytes());
            }
        }
    }
    for y in 0..height {
        let from = if y < whole_y { whole_x } else { 0 };
        for x in from..width {
            out[x * height + y] = data[y * width + x];
        }
    }
    out
}

/// Eight rows of eight bytes, transposed by exchanging halves, quarters and single bytes.
fn transpose_block(rows: &mut [u64; 8]) {
    for (distance, mask) in [(4, 0x0000_0000_FFFF_FFFF_u64), (2, 0x0000_FFFF_0000_FFFF), (1, 0x00FF_00FF_00FF_00FF)] {
        let shift = distance * 8;
        for i in (0..8).filter(|i| i & distance == 0) {
            let (a, b) = (rows[i], rows[i + distance]);
            rows[i] = (a & mask) | ((b & mask) << shift);
            rows[i + distance] = ((a >> shift) & mask) | (b & !mask);
        }
    }
}

/// Where a part of the upright picture lies in the stored one; all in shares of width and height, 0 to 1.
pub(super) fn stored_part(part: Part, orientation: u8) -> Part {
    let Part { left, top, width, height } = part;
    let (right, bottom) = (1.0 - left - width, 1.0 - top - height);
    let (left, top, width, height) = match orientation {
        2 => (right, top, width, height),
        3 => (right, bottom, width, height),
        4 => (left, bottom, width, height),
        5 => (top, left, height, width),
        6 => (top, right, height, width),
        7 => (bottom, right, height, width),
        8 => (bottom, left, height, width),
        _ => (left, top, width, height),
    };
    Part { left, top, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where EXIF says that the upright pixel (x, y) is stored.
    fn stored(orientation: u8, x: usize, y: usize, w: usize, h: usize) -> (usize, usize) {
        match orientation {
            2 => (w - 1 - x, y),
            3 => (w - 1 - x, h - 1 - y),
            4 => (x, h - 1 - y),
            5 => (y, x),
            6 => (y, h - 1 - x),
            7 => (w - 1 - y, h - 1 - x),
            8 => (w - 1 - y, x),
            _ => (x, y),
        }
    }

    #[test]
    fn planes_turn_as_the_standard_says() {
        for (w, h) in [(19, 13), (8, 16), (1, 9), (3, 1)] {
            let data: Vec<u8> = (0..w * h).map(|i| i as u8).collect();
            for orientation in 1..=8 {
                let out = plane(data.clone(), (w, h), orientation);
                let upright_width = if turns(orientation) { h } else { w };
                for (i, &value) in out.iter().enumerate() {
                    let (sx, sy) = stored(orientation, i % upright_width, i / upright_width, w, h);
                    assert_eq!(value, data[sy * w + sx], "orientation {orientation}, {w}x{h}, pixel {i}");
                }
            }
        }
    }

    #[test]
    fn parts_follow_the_pixels() {
        let (w, h) = (40usize, 20usize);
        for orientation in 1..=8u8 {
            let (uw, uh) = if turns(orientation) { (h, w) } else { (w, h) };
            // One pixel of the upright picture as a part.
            let (x, y) = (3usize, 5usize);
            let part = Part {
                left: x as f64 / uw as f64,
                top: y as f64 / uh as f64,
                width: 1.0 / uw as f64,
                height: 1.0 / uh as f64,
            };
            let there = stored_part(part, orientation);
            let (sx, sy) = stored(orientation, x, y, w, h);
            assert!((there.left * w as f64 - sx as f64).abs() < 1e-9, "orientation {orientation}");
            assert!((there.top * h as f64 - sy as f64).abs() < 1e-9, "orientation {orientation}");
        }
    }
}
