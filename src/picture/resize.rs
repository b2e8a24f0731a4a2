//! Making planes smaller: a box average by whole factors, then Lanczos for the rest.

use std::cell::RefCell;

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8;
use fast_image_resize::{Filter, FilterType, ResizeAlg, ResizeOptions, Resizer};

use super::Refusal;

thread_local! {
    /// Keeps its working memory between pictures.
    static RESIZER: RefCell<Resizer> = RefCell::new(Resizer::new());
}

/// A part of a plane, in samples; edges may lie inside a sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Part {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// Resizes a part of a plane to `width` x `height` by Lanczos with three lobes.
pub(super) fn lanczos(
    data: &[u8],
    (stride, rows): (usize, usize),
    part: Part,
    (width, height): (usize, usize),
) -> Result<Vec<u8>, Refusal> {
    let mut out = vec![0; width * height];
    // Typed: only the code for single bytes is compiled, a twelfth of the whole.
    let source =
        TypedImageRef::<U8>::from_buffer(stride as u32, rows as u32, &data[..stride * rows]).map_err(bad_buffer)?;
    let mut target = TypedImage::<U8>::from_buffer(width as u32, height as u32, &mut out).map_err(bad_buffer)?;
    let part = clamped(part, stride as f64, rows as f64);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter())).use_alpha(false).crop(
        part.left,
        part.top,
        part.width,
        part.height,
    );
    RESIZER
        .with_borrow_mut(|resizer| resizer.resize_typed(&source, &mut target, &options))
        .map_err(Refusal::not_encoded)?;
    drop(target);
    Ok(out)
}

fn bad_buffer(error: impl std::fmt::Debug) -> Refusal {
    Refusal::not_encoded(format!("resize: {error:?}"))
}

fn filter() -> FilterType {
    Filter::new("Lanczos3", kernel, 3.0).map_or(FilterType::Lanczos3, FilterType::Custom)
}

/// The Lanczos kernel with three lobes, by one polynomial sine instead of two library ones: faster, and the same on every
/// platform. Uses sin(3t) = 3 sin(t) - 4 sin(t)^3.
fn kernel(x: f64) -> f64 {
    use std::f64::consts::{FRAC_PI_2, PI};
    let x = x.abs();
    if x >= 3.0 {
        return 0.0;
    }
    if x < 1e-5 {
        return 1.0;
    }
    let t = PI / 3.0 * x;
    let u = if t > FRAC_PI_2 { PI - t } else { t };
    let q = u * u;
    // Taylor to the 13th power: within 1e-9 up to a quarter turn.
    let tail = 1.0 / 362_880.0 + q * (-1.0 / 39_916_800.0 + q / 6_227_020_800.0);
    let sine = u * (1.0 + q * (-1.0 / 6.0 + q * (1.0 / 120.0 + q * (-1.0 / 5040.0 + q * tail))));
    sine * sine * (3.0 - 4.0 * sine * sine) / (t * t * 3.0)
}

/// The part, kept inside the plane and at least a hair wide.
fn clamped(part: Part, width: f64, height: f64) -> Part {
    let left = part.left.clamp(0.0, width - 0.5);
    let top = part.top.clamp(0.0, height - 0.5);
    Part { left, top, width: part.width.clamp(0.25, width - left), height: part.height.clamp(0.25, height - top) }
}

/// Averages boxes of `fx` x `fy` samples; boxes at the right and bottom edge may be smaller.
pub(super) fn box_average(
    data: &[u8],
    stride: usize,
    (width, height): (usize, usize),
    (fx, fy): (usize, usize),
) -> Vec<u8> {
    let (columns, lines) = (width.div_ceil(fx), height.div_ceil(fy));
    let mut out = vec![0; columns * lines];
    let mut sums = vec![0u16; width];
    for (line, target) in out.chunks_exact_mut(columns).enumerate() {
        let top = line * fy;
        let band = fy.min(height - top);
        let row = |k: usize| &data[(top + k) * stride..(top + k) * stride + width];
        if fx == 2 && band == 2 && width % 2 == 0 {
            halve(row(0), row(1), target);
            continue;
        }
        for (sum, value) in sums.iter_mut().zip(row(0)) {
            *sum = u16::from(*value);
        }
        for k in 1..band {
            for (sum, value) in sums.iter_mut().zip(row(k)) {
                *sum += u16::from(*value);
            }
        }
        match fx {
            1 => average::<1>(&sums, band, target),
            2 => average::<2>(&sums, band, target),
            3 => average::<3>(&sums, band, target),
            4 => average::<4>(&sums, band, target),
            _ => average_any(&sums, fx, band, target),
        }
    }
    out
}

fn halve(upper: &[u8], lower: &[u8], target: &mut [u8]) {
    for ((out, a), b) in target.iter_mut().zip(upper.chunks_exact(2)).zip(lower.chunks_exact(2)) {
        *out = ((u16::from(a[0]) + u16::from(a[1]) + u16::from(b[0]) + u16::from(b[1]) + 2) >> 2) as u8;
    }
}

/// Sums of `band` rows to averages of `F` columns, with a factor known when compiling.
fn average<const F: usize>(sums: &[u16], band: usize, target: &mut [u8]) {
    let count = (F * band) as u32;
    // Multiplying by the reciprocal: exact enough for sums below 2^16 and counts below 2^12.
    let reciprocal = (1u64 << 32) / u64::from(count) + 1;
    let whole = sums.len() / F;
    for (out, group) in target.iter_mut().zip(sums.chunks_exact(F)) {
        let sum: u32 = group.iter().map(|&s| u32::from(s)).sum::<u32>() + count / 2;
        *out = ((u64::from(sum) * reciprocal) >> 32) as u8;
    }
    if let (Some(out), rest @ [_, ..]) = (target.get_mut(whole), &sums[whole * F..]) {
        *out = rounded_mean(rest, band);
    }
}

fn average_any(sums: &[u16], fx: usize, band: usize, target: &mut [u8]) {
    for (out, group) in target.iter_mut().zip(sums.chunks(fx)) {
        *out = rounded_mean(group, band);
    }
}

fn rounded_mean(group: &[u16], band: usize) -> u8 {
    let count = (group.len() * band) as u32;
    let sum: u32 = group.iter().map(|&s| u32::from(s)).sum();
    ((sum + count / 2) / count) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_average_with_ragged_edges() {
        let data: Vec<u8> = (0..35).collect(); // 7 x 5
        for (fx, fy) in [(1, 2), (2, 2), (3, 2), (4, 4), (5, 3)] {
            let out = box_average(&data, 7, (7, 5), (fx, fy));
            let columns = 7usize.div_ceil(fx);
            for (i, &value) in out.iter().enumerate() {
                let (x0, y0) = (i % columns * fx, i / columns * fy);
                let cells: Vec<u32> = (y0..(y0 + fy).min(5))
                    .flat_map(|y| (x0..(x0 + fx).min(7)).map(move |x| (y * 7 + x) as u32))
                    .collect();
                let mean = (cells.iter().sum::<u32>() + cells.len() as u32 / 2) / cells.len() as u32;
                assert_eq!(u32::from(value), mean, "factor {fx}x{fy}, box {i}");
            }
        }
    }

    #[test]
    fn reciprocal_is_exact_for_every_sum() {
        for band in 1..=64usize {
            for mean in 0..=255u16 {
                let sums = [mean * band as u16; 3];
                let mut out = [0];
                average::<3>(&sums, band, &mut out);
                assert_eq!(u16::from(out[0]), mean);
            }
        }
    }

    #[test]
    fn kernel_is_lanczos() {
        use std::f64::consts::PI;
        for i in 1..4000 {
            let x = f64::from(i) / 1000.0;
            let sinc = |x: f64| (PI * x).sin() / (PI * x);
            let expected = if x < 3.0 { sinc(x) * sinc(x / 3.0) } else { 0.0 };
            assert!((kernel(x) - expected).abs() < 1e-7, "{x}: {} {expected}", kernel(x));
        }
    }

    #[test]
    fn lanczos_keeps_a_flat_plane_flat() {
        let part = Part { left: 0.5, top: 0.0, width: 6.0, height: 5.0 };
        let out = lanczos(&[77; 40], (8, 5), part, (3, 2));
        assert_eq!(out, Ok(vec![77; 6]));
    }
}
