//! What is to be made of a picture: the theme's roles, as plain hashable data, and the sizes that follow from them.
//!
//! Numbers that steer an encoder are integers, so that a recipe can be hashed into a cache key.

use serde::{Deserialize, Serialize};

use super::{Facts, Format};

/// The cut of a role: everything outside the aspect is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Crop {
    /// Width to height, for instance `(4, 5)`.
    pub aspect: (u32, u32),
    /// The point that must stay in view, as shares of width and height from the top left, each 0 to 1. Without it the
    /// busiest part of the picture is kept.
    pub focus: Option<(f32, f32)>,
}

impl Eq for Crop {}

impl std::hash::Hash for Crop {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.aspect.hash(state);
        self.focus.map(|(x, y)| (x.to_bits(), y.to_bits())).hash(state);
    }
}

/// Lossy WebP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct WebpSettings {
    /// 0 to 100.
    pub quality: u8,
    /// Effort, 0 (fast) to 6 (small).
    pub method: u8,
}

impl Default for WebpSettings {
    fn default() -> Self {
        Self { quality: 75, method: 2 }
    }
}

/// The JPEG for readers without WebP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct JpegSettings {
    /// Width in pixels; never enlarged.
    pub width: u32,
    /// 1 to 100.
    pub quality: u8,
}

/// AVIF beside each WebP; only with the cargo feature `avif`, ignored without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AvifSettings {
    /// 1 to 100.
    pub quality: u8,
    /// 1 (slow) to 10 (fast).
    pub speed: u8,
}

/// All that is made of one picture for one role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Recipe {
    /// Widths in pixels, in any order; widths beyond the picture's own become its own, once.
    pub widths: Vec<u32>,
    /// The cut, if the role has a fixed shape.
    pub crop: Option<Crop>,
    /// How the WebP files are made.
    pub webp: WebpSettings,
    /// The JPEG, if one is wanted.
    pub jpeg: Option<JpegSettings>,
    /// AVIF files beside the WebP ones, if wanted.
    pub avif: Option<AvifSettings>,
}

/// Width and height in pixels of the part of an upright `width` x `height` picture that a crop keeps.
pub(super) fn kept_size(width: u32, height: u32, crop: Option<&Crop>) -> (u32, u32) {
    let Some(Crop { aspect: (across, down), .. }) = crop else { return (width, height) };
    let (across, down) = (u64::from(*across.max(&1)), u64::from(*down.max(&1)));
    let (w, h) = (u64::from(width), u64::from(height));
    if w * down > h * across {
        (rounded(h * across, down).clamp(1, w) as u32, height)
    } else {
        (width, rounded(w * down, across).clamp(1, h) as u32)
    }
}

/// The sizes of a recipe's WebP files, widest first, for an upright `width` x `height` picture.
pub(super) fn webp_sizes(width: u32, height: u32, recipe: &Recipe) -> Vec<(u32, u32)> {
    let mut widths: Vec<u32> = recipe.widths.iter().copied().filter(|&w| w > 0).collect();
    widths.sort_unstable_by(|a, b| b.cmp(a));
    let mut sizes: Vec<(u32, u32)> = widths.into_iter().map(|w| size_at(width, height, recipe, w)).collect();
    sizes.dedup();
    sizes
}

/// The size of the recipe's JPEG, if it has one.
pub(super) fn jpeg_size(width: u32, height: u32, recipe: &Recipe) -> Option<(u32, u32)> {
    recipe.jpeg.map(|jpeg| size_at(width, height, recipe, jpeg.width.max(1)))
}

/// The output size at a wished width: never wider than what the crop keeps. Exact to the crop's aspect.
fn size_at(width: u32, height: u32, recipe: &Recipe, wished: u32) -> (u32, u32) {
    let (kept_width, kept_height) = kept_size(width, height, recipe.crop.as_ref());
    let w = wished.min(kept_width).max(1);
    if w == kept_width {
        return (kept_width, kept_height);
    }
    let (across, down) = match &recipe.crop {
        Some(Crop { aspect: (across, down), .. }) => (u64::from((*across).max(1)), u64::from((*down).max(1))),
        None => (u64::from(kept_width), u64::from(kept_height)),
    };
    let h = rounded(u64::from(w) * down, across).clamp(1, u64::from(kept_height));
    (w, h as u32)
}

fn rounded(numerator: u64, denominator: u64) -> u64 {
    (numerator + denominator / 2) / denominator
}

/// What [`render`](super::render) makes of a picture for a recipe, in the same order: width, height in pixels, format.
/// Known from the header alone, so that pages can be planned before any picture is decoded.
pub fn planned_sizes(facts: &Facts, recipe: &Recipe) -> Vec<(u32, u32, Format)> {
    let mut planned = Vec::new();
    for (w, h) in webp_sizes(facts.width, facts.height, recipe) {
        planned.push((w, h, Format::WebP));
        if recipe.avif.is_some() && cfg!(feature = "avif") {
            planned.push((w, h, Format::Avif));
        }
    }
    planned.extend(jpeg_size(facts.width, facts.height, recipe).map(|(w, h)| (w, h, Format::Jpeg)));
    planned
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Crop {
        Crop { aspect: (1, 1), focus: None }
    }

    #[test]
    fn crop_keeps_the_full_short_side() {
        assert_eq!(kept_size(4000, 3000, Some(&square())), (3000, 3000));
        assert_eq!(kept_size(3000, 4000, Some(&Crop { aspect: (4, 5), focus: None })), (3000, 3750));
        assert_eq!(kept_size(1, 5000, Some(&square())), (1, 1));
        assert_eq!(kept_size(7, 9, None), (7, 9));
    }

    #[test]
    fn widths_are_never_enlarged_and_never_repeated() {
        let recipe = Recipe { widths: vec![320, 1280, 960, 640], ..Recipe::default() };
        assert_eq!(webp_sizes(800, 600, &recipe), [(800, 600), (640, 480), (320, 240)]);
        assert_eq!(webp_sizes(100, 50, &recipe), [(100, 50)]);
    }

    #[test]
    fn focus_takes_part_in_the_hash() {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let hash = |crop: Crop| {
            let mut state = DefaultHasher::new();
            crop.hash(&mut state);
            state.finish()
        };
        assert_ne!(hash(square()), hash(Crop { focus: Some((0.2, 0.2)), ..square() }));
    }
}
