//! Which part of a picture a cut keeps.
//!
//! Without a focal point the window with the most to see wins: edges and strong colours count, places far from the
//! middle count less. This is a sum over a picture of some thousand cells, so it costs next to nothing.

use super::planes::Planes;
use super::recipe::{Crop, kept_size};
use super::resize::{Part, box_average};

/// Longest side of the grid on which windows are compared, in cells.
const GRID_MAX: usize = 64;

/// The kept part, in shares of width and height (0 to 1).
///
/// `size` is the upright picture's size in pixels, `look` a small version of it.
pub(super) fn kept_part(size: (u32, u32), crop: Option<&Crop>, look: &Planes) -> Part {
    let Some(crop) = crop else { return Part { left: 0.0, top: 0.0, width: 1.0, height: 1.0 } };
    let (kept_width, kept_height) = kept_size(size.0, size.1, Some(crop));
    let width = f64::from(kept_width) / f64::from(size.0);
    let height = f64::from(kept_height) / f64::from(size.1);
    let (left, top) = match crop.focus {
        Some((x, y)) => (around(f64::from(x), width), around(f64::from(y), height)),
        None => best_window(look, width, height),
    };
    Part { left, top, width, height }
}

/// The start of a window of `length` with `point` as near to its middle as the picture allows.
fn around(point: f64, length: f64) -> f64 {
    let point = if point.is_finite() { point.clamp(0.0, 1.0) } else { 0.5 };
    (point - length / 2.0).clamp(0.0, (1.0 - length).max(0.0))
}

fn best_window(look: &Planes, width: f64, height: f64) -> (f64, f64) {
    if look.width == 0 || look.height == 0 {
        return ((1.0 - width) / 2.0, (1.0 - height) / 2.0);
    }
    let interest = Interest::of(look);
    if width < 1.0 {
        (best_start(&interest.by_column(), width), 0.0)
    } else {
        (0.0, best_start(&interest.by_row(), height))
    }
}

/// Slides a window of `length` (a share) along sums and returns the start (a share) where it holds the most. What lies in
/// the middle of the window counts more than what lies at its edge, so that the motif is framed and not just kept.
fn best_start(sums: &[f64], length: f64) -> f64 {
    const STEPS: usize = 64;
    let room = (1.0 - length).max(0.0);
    let cell = 1.0 / sums.len().max(1) as f64;
    let held = |start: f64| -> f64 {
        let part = |(i, sum): (usize, &f64)| {
            let (from, to) = ((i as f64 * cell).max(start), ((i + 1) as f64 * cell).min(start + length));
            let off = ((from + to) / 2.0 - start - length / 2.0) / (length / 2.0).max(1e-9);
            sum * ((to - from).max(0.0) / cell) * (1.0 - 0.5 * off * off)
        };
        sums.iter().enumerate().map(part).sum()
    };
    let mut best = (f64::MIN, room / 2.0);
    for step in 0..=STEPS {
        let start = room * step as f64 / STEPS as f64;
        // Of equal windows, the one nearest to the middle.
        let off_centre = (start - room / 2.0).abs() / room.max(1e-9);
        let score = held(start) * (1.0 - 0.02 * off_centre);
        if score > best.0 + 1e-9 * best.0.abs()
            || (score >= best.0 && (start - room / 2.0).abs() < (best.1 - room / 2.0).abs())
        {
            best = (score, start);
        }
    }
    best.1
}

/// How much there is to see in each cell of a grid.
struct Interest {
    columns: usize,
    cells: Vec<f64>,
}

impl Interest {
    fn of(look: &Planes) -> Self {
        let f = look.width.max(look.height).div_ceil(GRID_MAX).max(1);
        let (columns, rows) = (look.width.div_ceil(f), look.height.div_ceil(f));
        let edges = Self::edges(look, f, columns, rows);
        let (chroma_width, chroma_height) = look.chroma_size();
        // Chroma planes are half as large, so half the factor gives the same grid.
        let half = f.div_ceil(2);
        let u = box_average(&look.u, chroma_width, (chroma_width, chroma_height), (half, half));
        let v = box_average(&look.v, chroma_width, (chroma_width, chroma_height), (half, half));
        let (u_columns, u_rows) = (chroma_width.div_ceil(half), chroma_height.div_ceil(half));
        let cells = (0..columns * rows).map(|i| {
            let (x, y) = (i % columns, i / columns);
            let at = (y * u_rows / rows).min(u_rows - 1) * u_columns + (x * u_columns / columns).min(u_columns - 1);
            let saturation = (f64::from(u[at]) - 128.0).hypot(f64::from(v[at]) - 128.0);
            let centred = Self::centred(x, columns) * Self::centred(y, rows);
            (edges[i] + 0.35 * saturation + 0.5) * centred
        });
        Self { columns, cells: cells.collect() }
    }

    /// Mean steepness of luminance in each cell, compressed so that one hard edge does not outweigh everything.
    fn edges(look: &Planes, f: usize, columns: usize, rows: usize) -> Vec<f64> {
        let mut sums = vec![0u32; columns * rows];
        for y in 1..look.height {
            let above = &look.y[(y - 1) * look.width..y * look.width];
            let row = &look.y[y * look.width..(y + 1) * look.width];
            let cells = &mut sums[y / f * columns..][..columns];
            for x in 1..look.width {
                let steepness = u32::from(row[x].abs_diff(row[x - 1])) + u32::from(row[x].abs_diff(above[x]));
                cells[x / f] += steepness.min(96);
            }
        }
        sums.into_iter().map(|sum| f64::from(sum) / (f * f) as f64).collect()
    }

    /// 1 in the middle, 0.6 at the rim.
    fn centred(i: usize, n: usize) -> f64 {
        let off = ((i as f64 + 0.5) / n as f64 - 0.5) * 2.0;
        1.0 - 0.4 * off * off
    }

    fn by_column(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.columns];
        for row in self.cells.chunks_exact(self.columns) {
            sums.iter_mut().zip(row).for_each(|(sum, cell)| *sum += cell);
        }
        sums
    }

    fn by_row(&self) -> Vec<f64> {
        self.cells.chunks_exact(self.columns).map(|row| row.iter().sum()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grey picture with a checked square at (x, y).
    fn with_thing(width: usize, height: usize, x: usize, y: usize) -> Planes {
        let mut planes = Planes { width, height, y: vec![120; width * height], ..Planes::default() };
        let (columns, rows) = planes.chroma_size();
        (planes.u, planes.v) = (vec![128; columns * rows], vec![128; columns * rows]);
        for dy in 0..40 {
            for dx in 0..40 {
                planes.y[(y + dy) * width + x + dx] = if (dx / 4 + dy / 4) % 2 == 0 { 20 } else { 230 };
            }
        }
        planes
    }

    fn square(focus: Option<(f32, f32)>) -> Crop {
        Crop { aspect: (1, 1), focus }
    }

    #[test]
    fn the_busy_place_stays_in_view() {
        let right = kept_part((2560, 1280), Some(&square(None)), &with_thing(256, 128, 200, 40));
        assert!(right.left + right.width > 0.93, "{right:?}");
        let low = kept_part((1280, 2560), Some(&square(None)), &with_thing(128, 256, 40, 5));
        assert!(low.top < 0.05, "{low:?}");
    }

    #[test]
    fn a_thing_off_the_middle_is_framed() {
        // Its middle at 170 of 400: whole in many windows, and in the middle of one.
        let part = kept_part((4000, 1000), Some(&square(None)), &with_thing(400, 100, 150, 30));
        let middle = (part.left + part.width / 2.0) * 400.0;
        assert!((middle - 170.0).abs() < 8.0, "{part:?}");
    }

    #[test]
    fn nothing_to_see_is_cut_in_the_middle() {
        let planes =
            Planes { width: 64, height: 32, y: vec![9; 2048], u: vec![128; 512], v: vec![128; 512], alpha: None };
        let part = kept_part((640, 320), Some(&square(None)), &planes);
        assert!((part.left - 0.25).abs() < 0.01, "{part:?}");
    }

    #[test]
    fn a_focal_point_rules_and_stays_inside() {
        let look = with_thing(256, 128, 200, 40);
        let part = kept_part((2000, 1000), Some(&square(Some((0.3, 0.5)))), &look);
        assert!((part.left - 0.05).abs() < 1e-6);
        let edge = kept_part((2000, 1000), Some(&square(Some((f32::NAN, -7.0)))), &look);
        assert!((edge.left - 0.25).abs() < 1e-6 && edge.top == 0.0);
    }
}
