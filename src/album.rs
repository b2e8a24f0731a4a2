//! The pictures of a site: what was made of each photo, found by the photo's path and focus. A value between the making of
//! pictures and the making of pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::cache::{Cache, Key};
use crate::model::reads::{self, Space};
use crate::picture::{Format, Placeholder};
use crate::plan::pictures::Use;

/// A file that was made of a photo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PictureFile {
    /// Its name below `/i/`.
    pub name: String,
    /// Which of the photo's roles it belongs to.
    pub role: usize,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// JPEG, WebP or AVIF.
    pub format: Format,
    /// Bytes.
    pub size: u32,
}

/// All that was made of a photo, and what was seen in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MadePicture {
    /// Hash of the photo's bytes.
    pub source: [u8; 32],
    /// Files, by role and width.
    pub files: Vec<PictureFile>,
    /// Main colour, and where it is lighter or darker.
    pub placeholder: Placeholder,
    /// Something behind the picture would show through.
    pub transparent: bool,
    /// Perceptual hash.
    pub phash: u64,
    /// Sharpness, brightness, contrast, bars.
    pub assessment: [f32; 4],
}

/// The pictures of a site, by path and focus of the photo.
#[derive(Debug, Default)]
pub struct Album {
    made: BTreeMap<Name, Photo>,
    /// Where the bytes of each file lie: in the cache, or here when nothing is kept.
    bytes: BTreeMap<String, Bytes>,
    /// Photos decoded in this build.
    pub decoded: usize,
}

/// Path and focus of a photo.
type Name = (Arc<str>, [u32; 2]);

/// A photo's place in the order of adding, what it is used for, and what was made of it.
type Photo = (usize, Use, MadePicture);

/// Where the bytes of a file lie.
#[derive(Debug, Clone)]
pub enum Bytes {
    /// In the cache.
    Kept(Key),
    /// Here, when nothing is kept.
    Here(Arc<Vec<u8>>),
}

fn focus_key(focus: Option<(f32, f32)>) -> [u32; 2] {
    focus.map_or([u32::MAX; 2], |(x, y)| [x.to_bits(), y.to_bits()])
}

impl Album {
    /// Adds what was made of a photo.
    pub fn add(&mut self, used: &Use, made: MadePicture, bytes: Vec<Bytes>) {
        for (file, bytes) in made.files.iter().zip(bytes) {
            self.bytes.insert(file.name.clone(), bytes);
        }
        let at = self.made.len();
        self.made.entry((used.path.clone(), focus_key(used.focus))).or_insert((at, used.clone(), made));
    }

    /// Finds a photo, and notes that it was looked at (see [`reads`]). One that is not here is noted by the shape.
    fn look_up(&self, path: &Arc<str>, focus: Option<(f32, f32)>) -> Option<(&Use, &MadePicture)> {
        let (at, used, made) = self.made.get(&(path.clone(), focus_key(focus)))?;
        reads::note(Space::ALBUM, *at);
        Some((used, made))
    }

    /// Which photos are in here and in which order, and a hash of what was made of each, in that order.
    pub fn cells(&self) -> (Vec<Name>, Vec<u64>) {
        let mut all: Vec<_> = self.made.iter().map(|(key, (at, used, made))| (at, key, used, made)).collect();
        all.sort_by_key(|(at, ..)| **at);
        let digest = |used: &Use, made: &MadePicture| {
            let made = postcard::to_stdvec(made).unwrap_or_default();
            reads::digest(&(&used.roles, made))
        };
        let digests = all.iter().map(|(_, _, used, made)| digest(used, made)).collect();
        (all.into_iter().map(|(_, key, ..)| key.clone()).collect(), digests)
    }

    /// The files of a photo in one role, and what stands in its place until one is there: nothing for a transparent
    /// picture. `None` when the photo could not be made.
    pub fn role(
        &self,
        path: &Arc<str>,
        focus: Option<(f32, f32)>,
        role: &str,
    ) -> Option<(Vec<&PictureFile>, Option<Placeholder>)> {
        let (used, made) = self.look_up(path, focus)?;
        let at = used.roles.iter().position(|name| *name == role)?;
        let placeholder = Some(made.placeholder).filter(|_| !made.transparent);
        Some((made.files.iter().filter(|file| file.role == at).collect(), placeholder))
    }

    /// The main colour of a photo.
    pub fn colour(&self, path: &Arc<str>, focus: Option<(f32, f32)>) -> Option<[u8; 3]> {
        self.look_up(path, focus).map(|(_, made)| made.placeholder.colour)
    }

    /// The hash of the photo's bytes.
    pub fn hash_of(&self, path: &Arc<str>, focus: Option<(f32, f32)>) -> Option<[u8; 32]> {
        self.look_up(path, focus).map(|(_, made)| made.source)
    }

    /// All photos with what was seen in them.
    pub fn iter(&self) -> impl Iterator<Item = (&Use, &MadePicture)> {
        reads::note_all(Space::ALBUM);
        self.made.values().map(|(_, used, made)| (used, made))
    }

    /// Names of all files, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.bytes.keys().map(String::as_str)
    }

    /// The bytes of a file.
    pub fn bytes(&self, name: &str, cache: &Cache) -> Option<Vec<u8>> {
        match self.bytes.get(name)? {
            Bytes::Kept(key) => cache.get(key),
            Bytes::Here(bytes) => Some(bytes.to_vec()),
        }
    }

    /// Keys of everything kept for this book.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.bytes.values().filter_map(|bytes| if let Bytes::Kept(key) = bytes { Some(*key) } else { None })
    }
}
