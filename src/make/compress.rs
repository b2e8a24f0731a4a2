//! `.br` and `.gz` beside files that shrink, for hosts that send such files as they are.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::write::GzEncoder;
use rayon::prelude::*;

use super::{Put, Stands};
use crate::cache::{Cache, Key};
use crate::disk::Fault;

/// Changes whenever the same bytes would give other files.
const VERSION: &[u8] = b"kompres/1";

/// Below this a smaller file saves nothing: it travels in one packet anyway.
const BYTES_MIN: usize = 512;
/// Highest quality of brotli; files are made once and read often.
const BROTLI_QUALITY: i32 = 11;
/// Window of 2^22 bytes, the largest that every browser has room for.
const BROTLI_WINDOW: i32 = 22;

/// Endings of files that are text in one way or another. Pictures are compressed already.
const ENDINGS: [&str; 16] = [
    "html",
    "css",
    "js",
    "mjs",
    "json",
    "webmanifest",
    "xml",
    "svg",
    "txt",
    "csv",
    "ics",
    "vcf",
    "map",
    "wasm",
    "ico",
    "ttf",
];

/// Is it worth trying? Files that are already compressed (pictures, the search index) are not.
pub fn is_compressible(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// Its path, without a slash in front.
    pub path: String,
    /// Hash of its bytes.
    pub hash: [u8; 32],
    /// Its size.
    pub size: u64,
}

/// Lays the smaller forms of `files` beside them. What was made for the same bytes before is taken from the cache, also
/// the news that a form does not pay. Answers how many files were really compressed.
///
/// # Errors
/// A [`Fault`] when a file cannot be read or written.
pub fn beside(
    files: &[Plain],
    cache: &Cache,
    read: &(dyn Fn(&str) -> Result<Vec<u8>, Fault> + Sync),
    stands: &Stands<'_>,
    put: &Put<'_>,
) -> Result<usize, Fault> {
    let made = AtomicUsize::new(0);
    let worth = |file: &&Plain| file.size >= BYTES_MIN as u64 && is_compressible(&file.path);
    files.par_iter().filter(worth).try_for_each(|file| -> Result<(), Fault> {
        let missing: Vec<(&str, Key)> = ENCODINGS
            .iter()
            .map(|(ending, _)| (*ending, key(ending, &file.hash)))
            .filter(|(ending, key)| !stands(&format!("{}.{ending}", file.path), &key.bytes()))
            .collect();
        let mut plain = None;
        for (ending, key) in missing {
            let form = match cache.get(&key) {
                Some(form) => form,
                None => {
                    let bytes = match plain.take() {
                        Some(bytes) => bytes,
                        None => {
                            made.fetch_add(1, Ordering::Relaxed);
                            read(&file.path)?
                        }
                    };
                    // An empty form says that it does not pay.
                    let form = form(ending, &bytes).unwrap_or_default();
                    cache.put(&key, &form);
                    plain = Some(bytes);
                    form
                }
            };
            if !form.is_empty() {
                put(&format!("{}.{ending}", file.path), key.bytes(), &form)?;
            }
        }
        Ok(())
    })?;
    Ok(made.into_inner())
}

/// Makes a smaller form of bytes.
type Encode = fn(&[u8]) -> Option<Vec<u8>>;

/// Endings and how each is made, the best first.
const ENCODINGS: [(&str, Encode); 2] = [("br", brotli), ("gz", gzip)];

/// One form, when it saves a twentieth.
fn form(ending: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let (_, encode) = ENCODINGS.iter().find(|(own, _)| *own == ending)?;
    encode(bytes).filter(|smaller| smaller.len() < bytes.len() - bytes.len() / 20)
}

/// Where the cache keeps the form of the bytes with this hash.
fn key(ending: &str, hash: &[u8; 32]) -> Key {
    Key::of(&[VERSION, ending.as_bytes(), hash])
}

/// How many bytes travel when a host compresses well. Known from the cache when the same bytes were weighed before.
pub fn travelling_size(bytes: &[u8], cache: &Cache) -> usize {
    let key = key("br", blake3::hash(bytes).as_bytes());
    let form = cache.get(&key).unwrap_or_else(|| {
        let form = form("br", bytes).unwrap_or_default();
        cache.put(&key, &form);
        form
    });
    // An empty form says that it does not pay.
    if form.is_empty() { bytes.len() } else { form.len() }
}

/// The smaller forms of a file: endings (`br`, `gz`) and bytes. A form that saves less than a twentieth is left out.
/// The same bytes always give the same files: no time and no name is stored.
pub fn compress(path: &str, bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    if bytes.len() < BYTES_MIN || !is_compressible(path) {
        return Vec::new();
    }
    ENCODINGS.iter().filter_map(|(ending, _)| Some((*ending, form(ending, bytes)?))).collect()
}

/// Brotli, quality 11. Writing to memory does not fail; should it, there is no such form.
pub fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: BROTLI_WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::with_capacity(bytes.len() / 3);
    brotli::BrotliCompress(&mut &*bytes, &mut out, &settings).ok()?;
    Some(out)
}

/// Gzip, level 9.
pub fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), flate2::Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn both_forms_give_the_file_back() {
        let text = "Keripik singkong daun jeruk. ".repeat(200);
        let forms = compress("/produk/index.html", text.as_bytes());
        assert_eq!(forms.iter().map(|(ending, _)| *ending).collect::<Vec<_>>(), ["br", "gz"]);
        let mut plain = String::new();
        brotli::Decompressor::new(forms[0].1.as_slice(), 4096).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, text);
        plain.clear();
        flate2::read::GzDecoder::new(forms[1].1.as_slice()).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, text);
    }

    #[test]
    fn what_does_not_shrink_has_no_other_form() {
        let noise: Vec<u8> = (0..4_096u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 23) as u8).collect();
        assert!(compress("/x.txt", &noise[..200]).is_empty());
        assert!(compress("/i/foto.webp", &[b'a'; 4_096]).is_empty());
        let mut random = Vec::new();
        let mut state = 1u64;
        while random.len() < 4_096 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            random.push((state >> 56) as u8);
        }
        assert!(compress("/x.txt", &random).is_empty());
    }
}
