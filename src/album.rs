//! The pictures of a site: what was made of each photo, found by the photo's path and focus. A value between the making of
//! pictures and the making of pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::cache::{Cache, Key};
use crate::picture::Format;
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
    /// Main colour.
    pub colour: [u8; 3],
    /// Perceptual hash.
    pub phash: u64,
    /// Sharpness, brightness, contrast, bars.
    pub assessment: [f32; 4],
}

/// The pictures of a site, by path and focus of the photo.
#[derive(Debug, Default)]
pub struct Album {
    made: BTreeMap<(Arc<str>, [u32; 2]), (Use, MadePicture)>,
    /// Where the bytes of each file lie: in the cache, or here when nothing is kept.
    bytes: BTreeMap<String, Bytes>,
    /// Photos decoded in this build.
    pub decoded: usize,
}

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
        self.made.insert((used.path.clone(), focus_key(used.focus)), (used.clone(), made));
    }

    /// The files of a photo in one role, and its main colour. `None` when the photo could not be made.
    pub fn role(&self, path: &Arc<str>, focus: Option<(f32, f32)>, role: &str) -> Option<(Vec<&PictureFile>, [u8; 3])> {
        let (used, made) = self.made.get(&(path.clone(), focus_key(focus)))?;
        let at = used.roles.iter().position(|name| *name == role)?;
        Some((made.files.iter().filter(|file| file.role == at).collect(), made.colour))
    }

    /// The main colour of a photo.
    pub fn colour(&self, path: &Arc<str>, focus: Option<(f32, f32)>) -> Option<[u8; 3]> {
        self.made.get(&(path.clone(), focus_key(focus))).map(|(_, made)| made.colour)
    }

    /// The hash of the photo's bytes.
    pub fn hash_of(&self, path: &Arc<str>, focus: Option<(f32, f32)>) -> Option<[u8; 32]> {
        self.made.get(&(path.clone(), focus_key(focus))).map(|(_, made)| made.source)
    }

    /// All photos with what was seen in them.
    pub fn iter(&self) -> impl Iterator<Item = (&Use, &MadePicture)> {
        self.made.values().map(|(used, made)| (used, made))
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
