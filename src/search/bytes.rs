//! Bytes of index files: numbers, texts, lists of words, compression and names.

use std::fmt;

/// The largest file after decompression that a reader accepts, in bytes.
const INFLATED_BYTES_MAX: usize = 64 << 20;

/// A file of the index that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The file is not there.
    Missing(String),
    /// The file does not hold what its name promises.
    Damaged(String),
    /// The index was written for another version of the reader.
    OtherVersion(u32),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(name) => write!(f, "index file {name} is missing"),
            Self::Damaged(name) => write!(f, "index file {name} is damaged"),
            Self::OtherVersion(version) => write!(f, "index of version {version}"),
        }
    }
}

impl std::error::Error for ReadError {}

/// A reader that came to the end too early, or met what cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;

impl Broken {
    /// The error for the file of that name.
    pub(super) fn in_file(self, name: &str) -> ReadError {
        ReadError::Damaged(name.to_owned())
    }
}

/// Appends a number in groups of seven bits, least first.
pub(super) fn push_number(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a text with its length in bytes.
pub(super) fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// Reads a file from front to back.
pub(super) struct Bytes<'a> {
    rest: &'a [u8],
    whole: usize,
}

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, whole: bytes.len() }
    }

    /// How far the reader has come.
    pub(super) fn position(&self) -> usize {
        self.whole - self.rest.len()
    }

    pub(super) fn byte(&mut self) -> Result<u8, Broken> {
        let (&first, rest) = self.rest.split_first().ok_or(Broken)?;
        self.rest = rest;
        Ok(first)
    }

    pub(super) fn number(&mut self) -> Result<u64, Broken> {
        let mut number = 0_u64;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Broken)
    }

    /// A number that counts things of at least one byte, so it cannot exceed what is left.
    pub(super) fn count(&mut self) -> Result<usize, Broken> {
        let number = usize::try_from(self.number()?).map_err(|_| Broken)?;
        if number <= self.rest.len() { Ok(number) } else { Err(Broken) }
    }

    pub(super) fn index(&mut self) -> Result<u32, Broken> {
        u32::try_from(self.number()?).map_err(|_| Broken)
    }

    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], Broken> {
        if length > self.rest.len() {
            return Err(Broken);
        }
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        Ok(taken)
    }

    pub(super) fn text(&mut self) -> Result<&'a str, Broken> {
        let length = self.count()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Broken)
    }
}

/// Appends sorted words; each gives how many letters it shares with the one before, and the rest.
pub(super) fn push_words<'a>(out: &mut Vec<u8>, words: impl ExactSizeIterator<Item = &'a str>) {
    push_number(out, words.len() as u64);
    let mut before = "";
    for word in words {
        let shared = before.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
        push_number(out, shared as u64);
        push_text(out, word.get(letters_end(word, shared)..).unwrap_or_default());
        before = word;
    }
}

/// The byte behind the first `letters` letters.
fn letters_end(word: &str, letters: usize) -> usize {
    word.char_indices().nth(letters).map_or(word.len(), |(at, _)| at)
}

/// Reads what [`push_words`] wrote.
pub(super) fn read_words(bytes: &mut Bytes) -> Result<Vec<String>, Broken> {
    let count = bytes.count()?;
    let mut words: Vec<String> = Vec::with_capacity(count);
    for _ in 0..count {
        let shared = bytes.count()?;
        let rest = bytes.text()?;
        let before = words.last().map_or("", String::as_str);
        let mut word = before.get(..letters_end(before, shared)).unwrap_or_default().to_owned();
        word.push_str(rest);
        words.push(word);
    }
    Ok(words)
}

/// Deflate without a header, as `DecompressionStream("deflate-raw")` reads it.
pub(super) fn deflate(bytes: &[u8], level: i32) -> Vec<u8> {
    let level = libdeflater::CompressionLvl::new(level).unwrap_or_default();
    let mut compressor = libdeflater::Compressor::new(level);
    let mut out = vec![0; compressor.deflate_compress_bound(bytes.len())];
    let length = compressor.deflate_compress(bytes, &mut out).unwrap_or(0);
    out.truncate(length);
    out
}

/// Undoes [`deflate`].
pub(super) fn inflate(bytes: &[u8]) -> Result<Vec<u8>, Broken> {
    let mut room = bytes.len().saturating_mul(6).max(1 << 10);
    loop {
        let mut out = vec![0; room];
        match libdeflater::Decompressor::new().deflate_decompress(bytes, &mut out) {
            Ok(length) => {
                out.truncate(length);
                return Ok(out);
            }
            Err(libdeflater::DecompressionError::InsufficientSpace) if room < INFLATED_BYTES_MAX => room *= 3,
            Err(_) => return Err(Broken),
        }
    }
}

/// The part of a file's name that tells its contents.
pub(super) fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().chars().take(10).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for number in [0, 1, 127, 128, 300, 1 << 40] {
            let mut out = Vec::new();
            push_number(&mut out, number);
            assert_eq!(Bytes::new(&out).number(), Ok(number));
        }
        assert_eq!(Bytes::new(&[0x80]).number(), Err(Broken));
        assert_eq!(Bytes::new(&[0xff; 12]).number(), Err(Broken));
    }

    #[test]
    fn words_share_their_beginnings() {
        let words = ["", "keripik", "keripiknya", "kerupuk", "ñandé"];
        let mut out = Vec::new();
        push_words(&mut out, words.into_iter());
        assert_eq!(read_words(&mut Bytes::new(&out)), Ok(words.map(str::to_owned).to_vec()));
        assert!(out.len() < words.concat().len() + 2 * words.len());
    }

    #[test]
    fn what_is_packed_comes_back_and_rubbish_does_not() {
        let text = "bingkai foto ".repeat(5_000);
        let packed = deflate(text.as_bytes(), 12);
        assert!(packed.len() < 300);
        assert_eq!(inflate(&packed), Ok(text.into_bytes()));
        assert_eq!(inflate(&packed[..packed.len() / 2]), Err(Broken));
    }
}
