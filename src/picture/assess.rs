//! What a person would say of a photo at first sight, in numbers: for the staff report, never a reason to refuse.

use serde::{Deserialize, Serialize};

use super::planes::Planes;

/// First impressions of a picture, measured on a version of at most 512 pixels a side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// Variance of the luminance's Laplacian. Below about 60 a photo is probably shaken or out of focus; flat drawings
    /// are low too.
    pub sharpness: f32,
    /// Mean luminance, 0 to 1. Below 0.2 too dark, above 0.85 washed out, unless the motif is so.
    pub brightness: f32,
    /// Standard deviation of luminance, 0 to 0.5. Below 0.08 the photo looks dull.
    pub contrast: f32,
    /// Share of the height in plain bars along the top and bottom, and of the width along both sides: a screenshot or a
    /// picture in a frame. The larger of the two, 0 to 1.
    pub bars: f32,
}

impl Assessment {
    /// Looks like a screenshot or a framed picture: bars take a tenth or more of a side.
    pub fn has_bars(&self) -> bool {
        self.bars >= 0.1
    }
}

/// Measures a small version of a picture.
pub(super) fn assess(look: &Planes) -> Assessment {
    let (brightness, contrast) = mean_and_deviation(&look.y);
    Assessment {
        sharpness: laplacian_variance(look),
        brightness: (brightness / 255.0) as f32,
        contrast: (contrast / 255.0) as f32,
        bars: bars(look),
    }
}

fn mean_and_deviation(samples: &[u8]) -> (f64, f64) {
    if samples.is_empty() {
        return (0.0, 0.0);
    }
    let count = samples.len() as f64;
    let sum: u64 = samples.iter().map(|&v| u64::from(v)).sum();
    let squares: u64 = samples.iter().map(|&v| u64::from(v) * u64::from(v)).sum();
    let mean = sum as f64 / count;
    (mean, (squares as f64 / count - mean * mean).max(0.0).sqrt())
}

fn laplacian_variance(look: &Planes) -> f32 {
    let (width, height) = (look.width, look.height);
    if width < 3 || height < 3 {
        return 0.0;
    }
    let (mut sum, mut squares) = (0i64, 0i64);
    for y in 1..height - 1 {
        let row = |k: usize| &look.y[k * width..(k + 1) * width];
        let (above, here, below) = (row(y - 1), row(y), row(y + 1));
        let (mut row_sum, mut row_squares) = (0i32, 0i64);
        for x in 1..width - 1 {
            let around = i32::from(above[x]) + i32::from(below[x]) + i32::from(here[x - 1]) + i32::from(here[x + 1]);
            let value = around - 4 * i32::from(here[x]);
            row_sum += value;
            row_squares += i64::from(value * value);
        }
        sum += i64::from(row_sum);
        squares += row_squares;
    }
    let count = ((width - 2) * (height - 2)) as f64;
    let mean = sum as f64 / count;
    (squares as f64 / count - mean * mean) as f32
}

fn bars(look: &Planes) -> f32 {
    let (width, height) = (look.width, look.height);
    let plain = |range: &mut dyn Iterator<Item = usize>| {
        let (mut low, mut high) = (255u8, 0u8);
        for i in range {
            (low, high) = (low.min(look.y[i]), high.max(look.y[i]));
        }
        (high.saturating_sub(low) <= 6).then_some((low, high))
    };
    let run = |lines: &mut dyn Iterator<Item = usize>, row: bool| {
        let mut first: Option<(u8, u8)> = None;
        lines
            .take_while(|&line| {
                let found = if row {
                    plain(&mut (line * width..(line + 1) * width))
                } else {
                    plain(&mut (0..height).map(|y| y * width + line))
                };
                let Some((low, high)) = found else { return false };
                let (first_low, first_high) = *first.get_or_insert((low, high));
                low.abs_diff(first_low) <= 6 && high.abs_diff(first_high) <= 6
            })
            .count()
    };
    let (top, bottom) = (run(&mut (0..height), true), run(&mut (0..height).rev(), true));
    let (left, right) = (run(&mut (0..width), false), run(&mut (0..width).rev(), false));
    // Bars come in pairs: a plain sky or a white background on one side only is a photo like any other, and a picture
    // that is plain all over has no bars.
    let pair = |a: usize, b: usize, length: usize| {
        if a == 0 || b == 0 || a + b >= length { 0.0 } else { (a + b) as f32 / length as f32 }
    };
    let (rows, columns) = (pair(top, bottom, height), pair(left, right, width));
    // Plain along all four sides: a product on a plain background, not a screenshot.
    if rows > 0.0 && columns > 0.0 { 0.0 } else { rows.max(columns) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planes(width: usize, height: usize, pixel: impl Fn(usize, usize) -> u8) -> Planes {
        let y = (0..width * height).map(|i| pixel(i % width, i / width)).collect();
        Planes { width, height, y, ..Planes::default() }
    }

    fn noise(x: usize, y: usize) -> u8 {
        ((x * 7919 + y * 104_729) % 251) as u8
    }

    #[test]
    fn letterboxes_are_bars_and_a_plain_background_is_not() {
        let letterbox = planes(60, 100, |x, y| if (20..80).contains(&y) { noise(x, y) } else { 0 });
        assert!((assess(&letterbox).bars - 0.4).abs() < 0.02);
        let product =
            planes(60, 100, |x, y| if (20..80).contains(&y) && (10..50).contains(&x) { noise(x, y) } else { 255 });
        assert!(!assess(&product).has_bars());
        assert!(!assess(&planes(60, 100, |_, _| 128)).has_bars());
    }

    #[test]
    fn blur_lowers_sharpness() {
        let sharp = planes(64, 64, |x, y| if (x / 8 + y / 8) % 2 == 0 { 40 } else { 210 });
        let soft = planes(64, 64, |x, y| (125.0 + 85.0 * (x as f64 / 8.0).sin() * (y as f64 / 8.0).sin()) as u8);
        assert!(assess(&sharp).sharpness > 10.0 * assess(&soft).sharpness);
    }

    #[test]
    fn brightness_and_contrast_of_halves() {
        let found = assess(&planes(10, 10, |x, _| if x < 5 { 0 } else { 255 }));
        assert!((found.brightness - 0.5).abs() < 1e-3 && (found.contrast - 0.5).abs() < 1e-3);
    }
}
