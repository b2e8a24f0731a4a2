//! Pictures as planes: luminance at full size, two colour differences at half, full range (0 to 255), as in JPEG.

use super::Refusal;
use super::colour::Transform;

/// An upright sRGB picture in 4:2:0. Chroma planes are `width.div_ceil(2)` x `height.div_ceil(2)`.
///
/// Where there is opacity, colours are already mixed with white by it: such planes can be averaged and resized like
/// any others, and are what a JPEG of the picture shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Planes {
    pub width: usize,
    pub height: usize,
    pub y: Vec<u8>,
    pub u: Vec<u8>,
    pub v: Vec<u8>,
    /// Opacity at full size, if any of it is below full.
    pub alpha: Option<Vec<u8>>,
}

impl Planes {
    /// Width and height of the chroma planes.
    pub fn chroma_size(&self) -> (usize, usize) {
        (self.width.div_ceil(2), self.height.div_ceil(2))
    }

    /// The three planes with the white taken out again, for formats that hold opacity.
    pub fn unmixed(&self) -> [Vec<u8>; 3] {
        let [mut y, mut u, mut v] = [self.y.clone(), self.u.clone(), self.v.clone()];
        if let Some(alpha) = &self.alpha {
            unmix(&mut y, alpha, 255);
            let half = super::resize::box_average(alpha, self.width, (self.width, self.height), (2, 2));
            unmix(&mut u, &half, 128);
            unmix(&mut v, &half, 128);
        }
        [y, u, v]
    }
}

/// What is stored is `opacity * own + (1 - opacity) * white`; finds `own`.
fn unmix(plane: &mut [u8], alpha: &[u8], white: i32) {
    for (value, &opacity) in plane.iter_mut().zip(alpha) {
        let opacity = i32::from(opacity);
        if opacity == 0 {
            *value = white as u8;
        } else if opacity < 255 {
            let own = white + ((i32::from(*value) - white) * 255) / opacity;
            *value = own.clamp(0, 255) as u8;
        }
    }
}

/// A decoded picture, still as stored: not turned, not cut, perhaps in foreign colours.
#[derive(Debug)]
pub(super) struct Source {
    /// One plane (grey) or three.
    pub planes: Vec<SourcePlane>,
    /// Opacity.
    pub alpha: Option<SourcePlane>,
    /// EXIF orientation, 1 to 8.
    pub orientation: u8,
    /// The way to sRGB, if the samples are not there yet.
    pub transform: Option<Transform>,
}

/// One plane of samples and the part of it that is picture.
#[derive(Debug)]
pub(super) struct SourcePlane {
    pub data: Vec<u8>,
    /// Samples a row, picture or not.
    pub stride: usize,
    /// Rows.
    pub rows: usize,
    /// Width and height of the picture in samples; may end inside a sample.
    pub covers: (f64, f64),
}

impl SourcePlane {
    /// Checks that the samples are there.
    pub fn new(data: Vec<u8>, stride: usize, covers: (f64, f64)) -> Result<Self, Refusal> {
        let rows = data.len().checked_div(stride).unwrap_or(0);
        if covers.0.ceil() as usize > stride || covers.1.ceil() as usize > rows {
            return Err(Refusal::damaged("fewer samples than the header said"));
        }
        Ok(Self { data, stride, rows, covers })
    }

    /// Averaged down by the largest whole factor that leaves at least `width` x `height` samples.
    pub fn reduced(self, width: f64, height: f64) -> Self {
        let (fx, fy) = (factor(self.covers.0, width), factor(self.covers.1, height));
        if fx == 1 && fy == 1 {
            return self;
        }
        let (used, lines) = (self.covers.0.ceil() as usize, self.covers.1.ceil() as usize);
        let data = super::resize::box_average(&self.data, self.stride, (used, lines), (fx, fy));
        let covers = (self.covers.0 / fx as f64, self.covers.1 / fy as f64);
        Self { data, stride: used.div_ceil(fx), rows: lines.div_ceil(fy), covers }
    }
}

/// A box average blurs; Lanczos from at least this many times the wanted samples makes up for it. (SSIMULACRA2 at 1280
/// pixels: 69.3 at 1.0, 70.6 at 1.25, 70.7 at 1.5, 70.9 at 2.0.)
const MARGIN: f64 = 1.5;

/// The largest whole factor by which `have` samples can be averaged and still leave Lanczos enough to work with.
pub(super) fn factor(have: f64, want: f64) -> usize {
    ((have / (want * MARGIN).max(1.0)).floor() as usize).clamp(1, 64)
}
