//! Which photos are made in which roles, and what is wrong with them.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::cache::{Cache, Key};
use crate::diagnostic::{Code, Finding, Place, Problems, Span};
use crate::disk::{Disk, Fault, Item};
use crate::model::{Catalog, Kind, Photo};
use crate::picture::{self, AvifSettings, Crop, Facts, JpegSettings, Limits, Recipe, Refusal, WebpSettings};
use crate::theme::{PictureRole, Theme};

/// Side below which a photo is called small, pixels.
const SIDE_MIN: u32 = 1200;
/// Size above which a photo is called big, bytes.
const BYTES_BIG: u64 = 8_000_000;
/// Longest side by shortest side above which a shape is called extreme.
const RATIO_MAX: f64 = 3.0;

/// Quality of the JPEG for old browsers: few load it.
const JPEG_QUALITY: u8 = 76;
/// AVIF that looks as good as WebP of this quality, where a site asks for it.
///
/// Measured on eight photos at 320, 640 and 1280 pixels: WebP of 74 has a mean SSIMULACRA2 of 68.9, AVIF of 44 and 50 has 64.6
/// and 70.3 (speed 7). A step of WebP's quality changes about three fifths as much as one of AVIF's.
const fn avif(webp_quality: u8) -> AvifSettings {
    let quality = (3 * webp_quality as u16 + 23) / 5;
    AvifSettings { quality: if quality > 100 { 100 } else { quality as u8 }, speed: 7 }
}

/// A photo as some entry uses it.
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// Path below the site's root.
    pub path: Arc<str>,
    /// What must stay visible.
    pub focus: Option<(f32, f32)>,
    /// Names of the roles it is made in, sorted.
    pub roles: Vec<&'static str>,
    /// Where an entry names it.
    pub place: Place,
    /// Made for a product or a maker, where small photos hurt.
    pub shown_large: bool,
}

/// A photo that can be made: what is known without decoding it.
#[derive(Debug, Clone)]
pub struct Surveyed {
    /// How it is used.
    pub used: Use,
    /// Hash of its bytes.
    pub hash: [u8; 32],
    /// Format, size, orientation.
    pub facts: Facts,
}

/// The roles of an entry's photos.
pub fn roles(kind: Kind, first: bool) -> &'static [&'static str] {
    match (kind, first) {
        (Kind::Product, true) => &["card", "gallery", "thumb"],
        (Kind::Product, false) => &["gallery", "thumb"],
        (Kind::Business | Kind::Cooperative, true) => &["card", "cover", "thumb"],
        (Kind::Impact | Kind::Page, _) => &["cover"],
        (_, true) => &["card", "cover", "thumb"],
        (_, false) => &["cover"],
    }
}

/// All photos in use, each path and focus once.
pub fn uses(catalog: &Catalog) -> Vec<Use> {
    let mut found: BTreeMap<(Arc<str>, [u32; 2]), Use> = BTreeMap::new();
    for kind in Kind::ALL {
        for common in super::commons(catalog, kind) {
            for (at, photo) in common.photos.iter().enumerate() {
                let place = common.place(photo.span);
                add(
                    &mut found,
                    photo,
                    roles(kind, at == 0),
                    place,
                    matches!(kind, Kind::Product | Kind::Business | Kind::Cooperative),
                );
            }
        }
    }
    for partner in catalog.partners.rows() {
        if let Some(path) = &partner.facts.logo {
            let photo = Photo { path: path.clone(), alt: None, credit: None, focus: None, span: Span::WHOLE };
            add(&mut found, &photo, &["thumb"], Place::whole(partner.common.file.clone()), false);
        }
    }
    found.into_values().collect()
}

fn add(
    found: &mut BTreeMap<(Arc<str>, [u32; 2]), Use>,
    photo: &Photo,
    roles: &[&'static str],
    place: Place,
    shown_large: bool,
) {
    let focus = photo.focus.map_or([u32::MAX; 2], |(x, y)| [x.to_bits(), y.to_bits()]);
    let entry = found.entry((photo.path.clone(), focus)).or_insert_with(|| Use {
        path: photo.path.clone(),
        focus: photo.focus,
        roles: Vec::new(),
        place,
        shown_large,
    });
    entry.roles.extend_from_slice(roles);
    entry.roles.sort_unstable();
    entry.roles.dedup();
}

/// Looks at every photo in use: its format and size, and what the office should know about it. Bytes are read only if
/// the file is new or has changed since the last time (its size and time of change tell).
///
/// # Errors
/// A [`Fault`] when a file cannot be read.
pub fn survey(
    disk: &dyn Disk,
    assets: &BTreeMap<Arc<str>, Item>,
    uses: Vec<Use>,
    cache: &Cache,
    problems: &mut Problems,
) -> Result<Vec<Surveyed>, Fault> {
    let looked: Vec<(Use, Result<Look, Fault>)> = uses
        .into_par_iter()
        .map(|used| {
            let item = assets.get(&used.path);
            let look = look(disk, &used.path, item, cache);
            (used, look)
        })
        .collect();
    let mut surveyed: Vec<Surveyed> = Vec::with_capacity(looked.len());
    let mut owners: BTreeMap<[u8; 32], Arc<str>> = BTreeMap::new();
    for (used, look) in looked {
        let look = look?;
        let name = file_name(&used.path).to_owned();
        match look.facts {
            Ok(facts) => {
                remark(&used, &name, look.bytes, &facts, problems);
                // One file in two places, or twice with another focus, is no copy.
                if let Some(first) = owners.insert(look.hash, used.path.clone())
                    && first != used.path
                {
                    let finding = Finding::new(Code::FotoSama).with("a", first).with("b", &*used.path);
                    problems.add(used.place.clone(), finding);
                }
                surveyed.push(Surveyed { used, hash: look.hash, facts });
            }
            Err(refusal) => problems.add(used.place.clone(), finding_of(&refusal, &name, look.bytes)),
        }
    }
    Ok(surveyed)
}

/// What a file is, without decoding it.
pub(super) struct Look {
    /// Hash of its bytes; zeros for a file too large to be read.
    pub(super) hash: [u8; 32],
    /// Its size.
    pub(super) bytes: u64,
    /// Format, size, orientation.
    pub(super) facts: Result<Facts, Refusal>,
}

/// Looks at a file, or remembers what was seen of it while it stood as it stands.
pub(super) fn look(disk: &dyn Disk, path: &str, item: Option<&Item>, cache: &Cache) -> Result<Look, Fault> {
    let limits = Limits::default();
    let size = item.map_or(0, |item| item.size);
    if size > limits.bytes_max {
        // Not worth reading: it is refused by its size alone.
        let refusal = Refusal::TooLarge { bytes: size, limit: limits.bytes_max };
        return Ok(Look { hash: [0; 32], bytes: size, facts: Err(refusal) });
    }
    let stamp = item.map_or(0, |item| item.stamp);
    let key = Key::of(&[b"look", path.as_bytes(), &stamp.to_le_bytes(), &picture::ENGINE_VERSION.to_le_bytes()]);
    if let Some((hash, facts)) =
        cache.get(&key).and_then(|bytes| postcard::from_bytes::<([u8; 32], Facts)>(&bytes).ok())
    {
        return Ok(Look { hash, bytes: size, facts: Ok(facts) });
    }
    let bytes = disk.read(path)?;
    let hash = *blake3::hash(&bytes).as_bytes();
    let facts = picture::inspect(&bytes, &limits);
    if let Ok(facts) = &facts
        && let Ok(record) = postcard::to_stdvec(&(hash, facts))
    {
        cache.put(&key, &record);
    }
    Ok(Look { hash, bytes: bytes.len() as u64, facts })
}

/// Decodes every photo that no build and no check has decoded yet, and tells which ones are damaged: what a header does not
/// show. A build that makes pictures need not ask, since making tells the same.
///
/// # Errors
/// A [`Fault`] when a file cannot be read.
pub fn verify(disk: &dyn Disk, surveyed: &[Surveyed], cache: &Cache, problems: &mut Problems) -> Result<(), Fault> {
    let looked: Vec<Result<Option<(Refusal, u64)>, Fault>> = surveyed
        .par_iter()
        .map(|photo| {
            let key = sound_key(&photo.hash);
            if cache.get(&key).is_some() {
                return Ok(None);
            }
            let bytes = disk.read(&photo.used.path)?;
            Ok(match picture::verify(&bytes, &Limits::default()) {
                Ok(()) => {
                    cache.put(&key, &[]);
                    None
                }
                Err(refusal) => Some((refusal, bytes.len() as u64)),
            })
        })
        .collect();
    for (photo, found) in surveyed.iter().zip(looked) {
        if let Some((refusal, size)) = found? {
            problems.add(photo.used.place.clone(), finding_of(&refusal, file_name(&photo.used.path), size));
        }
    }
    Ok(())
}

/// Under this key the cache knows that a photo (by the hash of its bytes) can be decoded.
pub fn sound_key(hash: &[u8; 32]) -> Key {
    Key::of(&[b"sound", hash, &picture::ENGINE_VERSION.to_le_bytes()])
}

/// The last part of a path.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn remark(used: &Use, name: &str, bytes: u64, facts: &Facts, problems: &mut Problems) {
    let mut say = |finding: Finding| problems.add(used.place.clone(), finding.with("berkas", name));
    let (long, short) = (facts.width.max(facts.height), facts.width.min(facts.height));
    if used.shown_large && long < SIDE_MIN {
        say(Finding::new(Code::FotoKecil).with("l", facts.width).with("t", facts.height));
    }
    if f64::from(long) > f64::from(short) * RATIO_MAX {
        say(Finding::new(Code::FotoRasio).with("l", facts.width).with("t", facts.height));
    }
    if facts.has_location {
        say(Finding::new(Code::FotoGps));
    }
    if bytes > BYTES_BIG {
        say(Finding::new(Code::FotoBesar).with("mb", megabytes(bytes)).with("maks", BYTES_BIG / 1_000_000));
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1e6).replace('.', ",")
}

/// A refusal of the picture engine in the words of the specification; `bytes` is the size of the file.
pub fn finding_of(refusal: &Refusal, name: &str, bytes: u64) -> Finding {
    let finding = match refusal {
        Refusal::Heic => Finding::new(Code::FotoHeic),
        Refusal::Unsupported { format } => {
            Finding::new(Code::FotoFormat).with("fmt", format!("{format:?}").to_uppercase())
        }
        Refusal::UnsupportedVariant { format, detail } => {
            Finding::new(Code::FotoFormat).with("fmt", format!("{} ({detail})", format.extension().to_uppercase()))
        }
        Refusal::NotAPicture { looks_like } => match words_of(*looks_like) {
            Some(words) => Finding::new(Code::FotoBukan).with("isi", words),
            None => Finding::new(Code::FotoRusak),
        },
        Refusal::Empty | Refusal::Truncated => Finding::new(Code::FotoPutus).with("kb", bytes.div_ceil(1000)),
        Refusal::TooLarge { limit, .. } => {
            Finding::new(Code::BerkasBesar).with("mb", megabytes(bytes)).with("maks", limit / 1_000_000)
        }
        Refusal::TooManyPixels { width, height, .. } | Refusal::TooLong { width, height, .. } => {
            let Limits { pixels_max, side_max, .. } = Limits::default();
            let finding = Finding::new(Code::FotoPiksel).with("maks", pixels_max / 1_000_000).with("sisi", side_max);
            finding.with("l", width).with("t", height)
        }
        Refusal::TooMuchMemory { width, height, needed, limit } => Finding::new(Code::FotoMemori)
            .with("l", width)
            .with("t", height)
            .with("mb", needed >> 20)
            .with("maks", limit >> 20),
        Refusal::Damaged { .. } | Refusal::NotEncoded { .. } => Finding::new(Code::FotoRusak),
    };
    finding.with("berkas", name)
}

/// What a file is that only has a picture's name, in words of both languages.
fn words_of(kind: picture::LooksLike) -> Option<&'static str> {
    use picture::LooksLike;
    Some(match kind {
        LooksLike::Html => "HTML",
        LooksLike::Text => "TXT",
        LooksLike::Pdf => "PDF",
        LooksLike::Zip => "ZIP",
        LooksLike::Video => "video",
        LooksLike::Audio => "audio",
        LooksLike::Unknown => return None,
    })
}

/// What the theme's role asks of the engine for this photo.
pub fn recipe(role: &PictureRole, focus: Option<(f32, f32)>, wants_avif: bool) -> Recipe {
    let only_jpeg = role.formats.iter().any(|format| format == "jpeg");
    Recipe {
        widths: role.widths.clone(),
        crop: role.shape().map(|aspect| Crop { aspect, focus }),
        webp: WebpSettings { quality: role.quality, ..WebpSettings::default() },
        jpeg: role.jpeg.filter(|_| !only_jpeg).map(|width| JpegSettings { width, quality: JPEG_QUALITY }),
        avif: wants_avif.then(|| avif(role.quality)),
    }
}

/// The recipes of a photo, one per role, in the order of `used.roles`.
pub fn recipes(used: &Use, theme: &Theme, avif: bool) -> Vec<Recipe> {
    let known = used.roles.iter().filter_map(|role| theme.config.pictures.get(*role));
    known.map(|role| recipe(role, used.focus, avif)).collect()
}
