//! The shapes of the house: petal, leaf, kawung and the orchid, as masks of opacity.

use ab_glyph_rasterizer::{Point, Rasterizer, point};

/// Colours of the mark on paper: front petals, back petals, centre.
pub(super) const MARK_ON_PAPER: [[u8; 3]; 3] = [[0xa3, 0x22, 0x6f], [0xc6, 0x5f, 0x9f], [0xd9, 0x9a, 0x3d]];
/// The same on deep plum.
pub(super) const MARK_ON_DARK: [[u8; 3]; 3] = [[0xe0, 0x74, 0xb4], [0xf2, 0xb4, 0xd6], [0xf0, 0xbf, 0x6a]];

/// How far the control points of a cubic curve stand out to draw a quarter of a circle.
const ROUND: f32 = 0.552_284_8;

/// A path, drawn by lines and curves.
struct Path {
    raster: Rasterizer,
    at: Point,
    start: Point,
}

impl Path {
    fn new(width: usize, height: usize) -> Path {
        Path { raster: Rasterizer::new(width, height), at: point(0.0, 0.0), start: point(0.0, 0.0) }
    }

    fn go(&mut self, x: f32, y: f32) {
        self.close();
        (self.at, self.start) = (point(x, y), point(x, y));
    }

    fn line(&mut self, x: f32, y: f32) {
        self.raster.draw_line(self.at, point(x, y));
        self.at = point(x, y);
    }

    fn curve(&mut self, (x1, y1): (f32, f32), (x2, y2): (f32, f32), (x, y): (f32, f32)) {
        self.raster.draw_cubic(self.at, point(x1, y1), point(x2, y2), point(x, y));
        self.at = point(x, y);
    }

    /// A quarter of a circle to (`x`, `y`) by way of the corner (`cx`, `cy`).
    fn corner(&mut self, (cx, cy): (f32, f32), (x, y): (f32, f32)) {
        let first = (self.at.x + (cx - self.at.x) * ROUND, self.at.y + (cy - self.at.y) * ROUND);
        let second = (x + (cx - x) * ROUND, y + (cy - y) * ROUND);
        self.curve(first, second, (x, y));
    }

    fn close(&mut self) {
        if self.at != self.start {
            let (x, y) = (self.start.x, self.start.y);
            self.line(x, y);
        }
    }

    fn mask(mut self) -> Vec<u8> {
        self.close();
        let mut mask = Vec::new();
        self.raster.for_each_pixel(|_, opacity| mask.push((opacity.clamp(0.0, 1.0) * 255.0).round() as u8));
        mask
    }
}

/// A rectangle whose lower left corner is round.
pub(super) fn petal(width: usize, height: usize, radius: f32) -> Vec<u8> {
    let (w, h) = (width as f32, height as f32);
    let mut path = Path::new(width, height);
    path.go(0.0, 0.0);
    path.line(w, 0.0);
    path.line(w, h);
    path.line(radius, h);
    path.corner((0.0, h), (0.0, h - radius));
    path.mask()
}

/// A rectangle with two opposite corners (top right, bottom left) much rounder than the others.
pub(super) fn leaf(width: usize, height: usize, small: f32, large: f32) -> Vec<u8> {
    let (w, h) = (width as f32, height as f32);
    let mut path = Path::new(width, height);
    path.go(small, 0.0);
    path.line(w - large, 0.0);
    path.corner((w, 0.0), (w, large));
    path.line(w, h - small);
    path.corner((w, h), (w - small, h));
    path.line(large, h);
    path.corner((0.0, h), (0.0, h - large));
    path.line(0.0, small);
    path.corner((0.0, 0.0), (small, 0.0));
    path.mask()
}

/// A circle in the middle of a square.
pub(super) fn circle(side: usize, radius: f32) -> Vec<u8> {
    let c = side as f32 / 2.0;
    let mut path = Path::new(side, side);
    round(&mut path, c, c, radius);
    path.mask()
}

fn round(path: &mut Path, x: f32, y: f32, radius: f32) {
    path.go(x + radius, y);
    path.corner((x + radius, y + radius), (x, y + radius));
    path.corner((x - radius, y + radius), (x - radius, y));
    path.corner((x - radius, y - radius), (x, y - radius));
    path.corner((x + radius, y - radius), (x + radius, y));
}

/// The kawung pattern: four lens-shaped petals that meet in the middle of a tile, repeated every `step` pixels. The tile
/// is drawn once: the rasteriser must not be led outside of its canvas.
pub(super) fn kawung(width: usize, height: usize, step: usize) -> Vec<u8> {
    let (side, half) = (step as f32, step as f32 / 2.0);
    let mut path = Path::new(step, step);
    for (dx, dy) in [(half, half), (-half, half), (half, -half), (-half, -half)] {
        // A thinner petal inside, drawn the other way round, leaves an outline.
        lens(&mut path, (side / 2.0, side / 2.0), (dx, dy), 0.94, false);
        lens(&mut path, (side / 2.0, side / 2.0), (dx, dy), 0.82, true);
    }
    let tile = path.mask();
    let pixel = |at: usize| tile.get(at / width % step * step + at % width % step).copied().unwrap_or(0);
    (0..width * height).map(pixel).collect()
}

/// A petal along a direction, drawn the other way round for a hole.
fn lens(path: &mut Path, (x, y): (f32, f32), (dx, dy): (f32, f32), size: f32, hole: bool) {
    let near = (1.0 - size) / 2.0 + 0.03;
    let far = 1.0 - (1.0 - size) / 2.0 - 0.03;
    let along = |t: f32, out: f32| (x + dx * t - dy * out, y + dy * t + dx * out);
    let side = if hole { -1.0 } else { 1.0 } * 0.44 * size;
    let (tip, foot) = (along(near, 0.0), along(far, 0.0));
    path.go(tip.0, tip.1);
    path.curve(along(near + 0.18, side), along(far - 0.18, side), foot);
    path.curve(along(far - 0.18, -side), along(near + 0.18, -side), tip);
}

/// The mark of the house in three layers: front petals, back petals, centre (see `assets/img/logo.svg`).
pub(super) fn mark(side: usize) -> [Vec<u8>; 3] {
    let unit = side as f32 / 48.0;
    let petals = |list: [[(f32, f32); 7]; 2]| {
        let mut path = Path::new(side, side);
        for points in list {
            let [a, b, c, d, e, f, g] = points.map(|(x, y)| (x * unit, y * unit));
            path.go(a.0, a.1);
            path.curve(b, c, d);
            path.curve(e, f, g);
        }
        path.mask()
    };
    let front = petals([
        [(23.0, 23.0), (11.0, 22.0), (4.0, 15.0), (3.0, 3.0), (15.0, 4.0), (22.0, 11.0), (23.0, 23.0)],
        [(25.0, 25.0), (37.0, 26.0), (44.0, 33.0), (45.0, 45.0), (33.0, 44.0), (26.0, 37.0), (25.0, 25.0)],
    ]);
    let back = petals([
        [(25.0, 23.0), (26.0, 11.0), (33.0, 4.0), (45.0, 3.0), (44.0, 15.0), (37.0, 22.0), (25.0, 23.0)],
        [(23.0, 25.0), (22.0, 37.0), (15.0, 44.0), (3.0, 45.0), (4.0, 33.0), (11.0, 26.0), (23.0, 25.0)],
    ]);
    let mut centre = Path::new(side, side);
    round(&mut centre, 24.0 * unit, 24.0 * unit, 4.5 * unit);
    [front, back, centre.mask()]
}

/// A colour between two; 0 is the first.
pub(super) fn mix(a: [u8; 3], b: [u8; 3], share: f32) -> [u8; 3] {
    let one = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    [one(a[0], b[0]), one(a[1], b[1]), one(a[2], b[2])]
}
