//! Photos to the files that pages show. A photo is decoded once for all its roles, and never again while its bytes and
//! the recipes stay the same.

use std::sync::Arc;

use rayon::prelude::*;

use crate::album::{Album, Bytes, MadePicture, PictureFile};
use crate::cache::{Cache, Key};
use crate::diagnostic::Problems;
use crate::disk::{Disk, Fault};
use crate::picture::{self, Limits, Recipe};
use crate::plan::pictures::{Surveyed, file_name, finding_of, recipes, sound_key};
use crate::theme::Theme;

/// Makes all photos, on all cores. A photo that cannot be decoded is a problem.
///
/// # Errors
/// A [`Fault`] when a file cannot be read.
pub fn make(
    disk: &dyn Disk,
    surveyed: &[Surveyed],
    theme: &Theme,
    avif: bool,
    cache: &Cache,
    problems: &mut Problems,
    progress: &(dyn Fn() + Sync),
) -> Result<Album, Fault> {
    let done: Vec<_> = surveyed
        .par_iter()
        .map(|photo| {
            let made = one(disk, photo, &recipes(&photo.used, theme, avif), cache);
            progress();
            (photo, made)
        })
        .collect();
    let mut album = Album::default();
    for (photo, made) in done {
        match made? {
            Ok((made, bytes, fresh)) => {
                album.decoded += usize::from(fresh);
                album.add(&photo.used, made, bytes);
            }
            Err((refusal, size)) => {
                problems.add(photo.used.place.clone(), finding_of(&refusal, file_name(&photo.used.path), size));
            }
        }
    }
    Ok(album)
}

/// What was made of a photo, where its files lie and whether it was decoded now; or why not, and the photo's bytes.
type One = Result<(MadePicture, Vec<Bytes>, bool), (picture::Refusal, u64)>;

fn one(disk: &dyn Disk, photo: &Surveyed, recipes: &[Recipe], cache: &Cache) -> Result<One, Fault> {
    let recipe_bytes = serde_json::to_vec(recipes).unwrap_or_default();
    let key = Key::of(&[b"picture/3", &photo.hash, &recipe_bytes, &picture::ENGINE_VERSION.to_le_bytes()]);
    let file_key = |at: usize| Key::of(&[b"file", key.short().as_bytes(), &photo.hash, &at.to_le_bytes()]);
    if let Some(made) = cache.get(&key).and_then(|bytes| postcard::from_bytes::<MadePicture>(&bytes).ok()) {
        let bytes = (0..made.files.len()).map(|at| Bytes::Kept(file_key(at))).collect();
        return Ok(Ok((made, bytes, false)));
    }
    let source = disk.read(&photo.used.path)?;
    let rendered = match picture::render(&source, recipes, &Limits::default()) {
        Ok(rendered) => rendered,
        // No fault of the photo: an encoder that gave up, mostly for want of memory.
        Err(picture::Refusal::NotEncoded { detail }) => {
            return Err(Fault::new("mengolah foto", &*photo.used.path, std::io::Error::other(detail)));
        }
        Err(refusal) => return Ok(Err((refusal, source.len() as u64))),
    };
    let mut bytes = Vec::new();
    let mut files = Vec::new();
    for (at, file) in rendered.files.into_iter().enumerate() {
        let stem = stem(&photo.hash, recipes.get(file.recipe));
        let name = format!("{stem}-{}.{}", file.width, file.format.extension());
        files.push(PictureFile {
            name,
            role: file.recipe,
            width: file.width,
            height: file.height,
            format: file.format,
            size: file.bytes.len() as u32,
        });
        if cache.folder().is_some() {
            cache.put(&file_key(at), &file.bytes);
            bytes.push(Bytes::Kept(file_key(at)));
        } else {
            bytes.push(Bytes::Here(Arc::new(file.bytes)));
        }
    }
    let seen = rendered.assessment;
    let made = MadePicture {
        source: photo.hash,
        files,
        placeholder: rendered.placeholder,
        transparent: rendered.transparent,
        phash: rendered.phash,
        assessment: [seen.sharpness, seen.brightness, seen.contrast, seen.bars],
    };
    if let Ok(record) = postcard::to_stdvec(&made) {
        cache.put(&key, &record);
        cache.put(&sound_key(&photo.hash), &[]);
    }
    Ok(Ok((made, bytes, true)))
}

/// The start of the names of a role's files. It tells bytes and settings of this role alone, so that another role's new
/// width changes no other file.
fn stem(hash: &[u8; 32], recipe: Option<&Recipe>) -> String {
    let role = serde_json::to_vec(&recipe).unwrap_or_default();
    Key::of(&[hash, &role, &picture::ENGINE_VERSION.to_le_bytes()]).short()
}

/// The photos and roles that a file below `/i/` was made of: what `explain` tells.
pub fn origins<'a>(
    surveyed: &'a [Surveyed],
    theme: &Theme,
    avif: bool,
    name: &str,
) -> Vec<(&'a Surveyed, &'static str)> {
    let mut found = Vec::new();
    for photo in surveyed {
        let known = photo.used.roles.iter().filter(|role| theme.config.pictures.contains_key(**role));
        for (role, recipe) in known.zip(recipes(&photo.used, theme, avif)) {
            if name.split('-').next() == Some(stem(&photo.hash, Some(&recipe)).as_str()) {
                found.push((photo, *role));
            }
        }
    }
    found
}
