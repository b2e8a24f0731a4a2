//! One decode, every output: the order of work that all pictures go through.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};

use super::assess::{Assessment, assess};
use super::decode::decode;
use super::header::{self, Header};
use super::orient::{stored_part, turns, upright};
use super::placeholder::{self, Placeholder};
use super::planes::{Planes, Source, SourcePlane};
use super::recipe::{Recipe, jpeg_size, kept_size, webp_sizes};
use super::resize::{Part, lanczos};
use super::{Facts, Format, Limits, Refusal, crop, encode};

/// Longest side of the small version that placeholder, fingerprint, crop and assessment look at.
const LOOK_MAX: u32 = 512;

/// All of a picture.
pub(super) const WHOLE: Part = Part { left: 0.0, top: 0.0, width: 1.0, height: 1.0 };

/// All that was made of one picture.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rendered {
    /// What the header told.
    pub facts: Facts,
    /// The files, recipe by recipe, each in the order of [`planned_sizes`](super::planned_sizes).
    pub files: Vec<RenderedFile>,
    /// What stands for the picture until it is there.
    pub placeholder: Placeholder,
    /// Perceptual hash: pictures that differ in at most about 6 bits look alike.
    pub phash: u64,
    /// Transparency is present and used; WebP keeps it, JPEG shows white.
    pub transparent: bool,
    /// First impressions, for reports.
    pub assessment: Assessment,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenderedFile {
    /// Index of its recipe.
    pub recipe: usize,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Format.
    pub format: Format,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// Decodes a picture once and makes everything that the recipes ask for: upright, sRGB, without metadata.
///
/// # Errors
/// A [`Refusal`], as from [`inspect`](super::inspect) or because the picture turned out damaged.
pub fn render(bytes: &[u8], recipes: &[Recipe], limits: &Limits) -> Result<Rendered, Refusal> {
    guarded(|| unguarded(bytes, recipes, limits))
}

/// Decodes a picture as small as can be and makes nothing of it: whether [`render`] will be able to.
///
/// # Errors
/// A [`Refusal`], the same as `render` has.
pub fn verify(bytes: &[u8], limits: &Limits) -> Result<(), Refusal> {
    guarded(|| {
        let header = header::read(bytes, limits)?;
        decode(bytes, &header, detail(&header, &[])).map(|_| ())
    })
}

/// A panic in a decoder is the file's fault as far as the caller is concerned: the build goes on and names the file.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(Refusal::damaged("the decoder broke down")))
}

fn unguarded(bytes: &[u8], recipes: &[Recipe], limits: &Limits) -> Result<Rendered, Refusal> {
    let header = header::read(bytes, limits)?;
    let source = decode(bytes, &header, detail(&header, recipes))?;
    let size = (header.facts.width, header.facts.height);
    let mut files: Vec<Vec<RenderedFile>> = vec![Vec::new(); recipes.len()];
    // Recipes without a cut share their planes; they come first, and the small version is made from what they leave.
    let mut whole = Bench { source: &source, part: WHOLE, finished: Vec::new() };
    for (index, recipe) in recipes.iter().enumerate().filter(|(_, recipe)| recipe.crop.is_none()) {
        files[index] = cook(&mut whole, size, index, recipe)?;
    }
    let look = whole.planes_at(look_size(size), 1)?.clone();
    for (index, recipe) in recipes.iter().enumerate().filter(|(_, recipe)| recipe.crop.is_some()) {
        let part = crop::kept_part(size, recipe.crop.as_ref(), &look);
        let mut cut = Bench { source: &source, part, finished: Vec::new() };
        files[index] = cook(&mut cut, size, index, recipe)?;
    }
    Ok(Rendered {
        placeholder: placeholder::of(&look)?,
        phash: placeholder::perceptual_hash(&look)?,
        transparent: source.alpha.is_some(),
        assessment: assess(&look),
        facts: header.facts,
        files: files.into_iter().flatten().collect(),
    })
}

/// The share of the stored size that still shows all that the recipes will ask for.
fn detail(header: &Header, recipes: &[Recipe]) -> f64 {
    let (width, height) = (header.facts.width, header.facts.height);
    let mut share = f64::from(LOOK_MAX) / f64::from(width.max(height));
    for recipe in recipes {
        let (kept, _) = kept_size(width, height, recipe.crop.as_ref());
        let widest = webp_sizes(width, height, recipe).into_iter().chain(jpeg_size(width, height, recipe));
        let widest = widest.map(|(w, _)| w).max().unwrap_or(1);
        share = share.max(f64::from(widest) / f64::from(kept));
    }
    share.min(1.0)
}

/// The size of the small version of a picture.
fn look_size((width, height): (u32, u32)) -> (usize, usize) {
    let longest = width.max(height);
    let scaled = |side: u32| match longest {
        0..=LOOK_MAX => side as usize,
        _ => (u64::from(side) * u64::from(LOOK_MAX) / u64::from(longest)).max(1) as usize,
    };
    (scaled(width), scaled(height))
}

/// Cuts a part (in shares of the upright picture) out of the source and brings it to a size, upright and in sRGB.
pub(super) fn cut(source: &Source, part: Part, (width, height): (usize, usize)) -> Result<Planes, Refusal> {
    let part = stored_part(part, source.orientation);
    let size = if turns(source.orientation) { (height, width) } else { (width, height) };
    let half = (size.0.div_ceil(2), size.1.div_ceil(2));
    // A picture of odd width ends in the middle of its last chroma sample.
    let beyond = (half.0 as f64 * 2.0 / size.0 as f64, half.1 as f64 * 2.0 / size.1 as f64);
    let full = |plane: &SourcePlane| resized(plane, part, (1.0, 1.0), size);
    let chroma = |i: usize| match source.planes.get(i) {
        Some(plane) => resized(plane, part, beyond, half),
        None => Ok(vec![128; half.0 * half.1]),
    };
    let planes = Planes {
        width: size.0,
        height: size.1,
        y: source.planes.first().map_or_else(|| Ok(Vec::new()), full)?,
        u: chroma(1)?,
        v: chroma(2)?,
        alpha: source.alpha.as_ref().map(full).transpose()?,
    };
    let mut planes = upright(planes, source.orientation);
    if let Some(transform) = &source.transform {
        transform.apply(&mut planes);
    }
    Ok(planes)
}

fn resized(plane: &SourcePlane, part: Part, beyond: (f64, f64), size: (usize, usize)) -> Result<Vec<u8>, Refusal> {
    let (across, down) = plane.covers;
    let part = Part {
        left: part.left * across,
        top: part.top * down,
        width: part.width * across * beyond.0,
        height: part.height * down * beyond.1,
    };
    lanczos(&plane.data, (plane.stride, plane.rows), part, size)
}

/// One part of a picture and the planes already made of it, widest first.
struct Bench<'a> {
    source: &'a Source,
    part: Part,
    finished: Vec<Planes>,
}

impl Bench<'_> {
    /// The part at a size: from the smallest finished planes that are at least `times` as wide, else from the widest that
    /// are wide enough, else from the source.
    fn planes_at(&mut self, (width, height): (usize, usize), times: usize) -> Result<&Planes, Refusal> {
        let position = self.finished.partition_point(|planes| (planes.width, planes.height) > (width, height));
        if self.finished.get(position).is_none_or(|planes| (planes.width, planes.height) != (width, height)) {
            let wider = &self.finished[..position];
            let ample = wider.iter().rev().find(|planes| planes.width >= width * times);
            let planes = match ample.or(wider.first()) {
                Some(planes) => shrunk(planes, (width, height))?,
                None => cut(self.source, self.part, (width, height))?,
            };
            self.finished.insert(position, planes);
        }
        self.finished.get(position).ok_or_else(|| Refusal::not_encoded("no planes"))
    }
}

/// Makes one recipe's files.
fn cook(bench: &mut Bench<'_>, size: (u32, u32), index: usize, recipe: &Recipe) -> Result<Vec<RenderedFile>, Refusal> {
    let webp = webp_sizes(size.0, size.1, recipe);
    let jpeg = recipe.jpeg.zip(jpeg_size(size.0, size.1, recipe));
    let mut sizes = webp.clone();
    sizes.extend(jpeg.map(|(_, size)| size));
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    sizes.dedup();
    let (mut files, mut fallback) = (Vec::new(), None);
    for (width, height) in sizes {
        // Two passes of Lanczos close to each other add ringing, and with it bytes: hence at least twice as wide.
        let planes = bench.planes_at((width as usize, height as usize), 2)?;
        let file = |format, bytes| RenderedFile { recipe: index, width, height, format, bytes };
        if webp.contains(&(width, height)) {
            files.push(file(Format::WebP, encode::webp(planes, recipe.webp)?));
            #[cfg(feature = "avif")]
            if let Some(settings) = recipe.avif {
                files.push(file(Format::Avif, encode::avif(planes, settings)?));
            }
        }
        if let Some((settings, wanted)) = jpeg
            && wanted == (width, height)
        {
            fallback = Some(file(Format::Jpeg, encode::jpeg(planes, settings.quality)?));
        }
    }
    files.extend(fallback);
    Ok(files)
}

/// A smaller version of finished planes.
fn shrunk(planes: &Planes, (width, height): (usize, usize)) -> Result<Planes, Refusal> {
    let whole = |(w, h): (f64, f64)| Part { left: 0.0, top: 0.0, width: w, height: h };
    let size = (planes.width, planes.height);
    let chroma = planes.chroma_size();
    let half = (width.div_ceil(2), height.div_ceil(2));
    // Both chroma grids may reach beyond the picture, each by its own half sample.
    let covered = (
        planes.width as f64 / 2.0 * (half.0 as f64 * 2.0 / width as f64),
        planes.height as f64 / 2.0 * (half.1 as f64 * 2.0 / height as f64),
    );
    let full = |data: &Vec<u8>| lanczos(data, size, whole((size.0 as f64, size.1 as f64)), (width, height));
    Ok(Planes {
        width,
        height,
        y: full(&planes.y)?,
        u: lanczos(&planes.u, chroma, whole(covered), half)?,
        v: lanczos(&planes.v, chroma, whole(covered), half)?,
        alpha: planes.alpha.as_ref().map(full).transpose()?,
    })
}
