//! `.br` and `.gz` beside files that shrink, for hosts that send such files as they are.

use std::io::Write;

use flate2::write::GzEncoder;

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

/// The smaller forms of a file: endings (`br`, `gz`) and bytes. A form that saves less than a twentieth is left out.
/// The same bytes always give the same files: no time and no name is stored.
pub fn compress(path: &str, bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    if bytes.len() < BYTES_MIN || !is_compressible(path) {
        return Vec::new();
    }
    let pays = |(_, smaller): &(&str, Vec<u8>)| smaller.len() < bytes.len() - bytes.len() / 20;
    let forms = [brotli(bytes).map(|smaller| ("br", smaller)), gzip(bytes).map(|smaller| ("gz", smaller))];
    forms.into_iter().flatten().filter(pays).collect()
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
