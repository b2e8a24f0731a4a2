//! Which format a file has by its first bytes; its name is not asked.

use crate::picture::{Foreign, Format, LooksLike, Refusal};

/// The format of a readable picture, or the refusal that fits what the file is.
pub(super) fn format(bytes: &[u8]) -> Result<Format, Refusal> {
    match bytes {
        [] => Err(Refusal::Empty),
        [0xFF, 0xD8, 0xFF, ..] => Ok(Format::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(Format::Png),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(Format::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Format::WebP),
        _ => Err(other(bytes)),
    }
}

fn other(bytes: &[u8]) -> Refusal {
    if let Some(brand) = iso_brand(bytes) {
        return iso_media(brand, bytes);
    }
    let unsupported = |format| Refusal::Unsupported { format };
    let not_a_picture = |looks_like| Refusal::NotAPicture { looks_like };
    match bytes {
        [b'B', b'M', ..] if bytes.len() > 26 && bytes[6..10] == [0; 4] => unsupported(Foreign::Bmp),
        [b'I', b'I', 0x2A, 0, ..] | [b'M', b'M', 0, 0x2A, ..] => unsupported(Foreign::Tiff),
        [0, 0, 1, 0, ..] => unsupported(Foreign::Ico),
        [0xFF, 0x0A, ..] | [0, 0, 0, 0x0C, b'J', b'X', b'L', b' ', ..] => unsupported(Foreign::JpegXl),
        [0, 0, 0, 0x0C, b'j', b'P', ..] | [0xFF, 0x4F, 0xFF, 0x51, ..] => unsupported(Foreign::Jpeg2000),
        [b'8', b'B', b'P', b'S', ..] => unsupported(Foreign::Psd),
        [b'%', b'P', b'D', b'F', ..] => not_a_picture(LooksLike::Pdf),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => not_a_picture(LooksLike::Zip),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'A', b'V', b'I', ..] | [0x1A, 0x45, 0xDF, 0xA3, ..] => {
            not_a_picture(LooksLike::Video)
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', ..]
        | [b'I', b'D', b'3', ..]
        | [b'O', b'g', b'g', ..] => not_a_picture(LooksLike::Audio),
        _ => readable(bytes),
    }
}

/// The brand of an ISO media file (`ftyp` box).
fn iso_brand(bytes: &[u8]) -> Option<&[u8]> {
    (bytes.get(4..8)? == b"ftyp").then(|| bytes.get(8..12)).flatten()
}

fn iso_media(brand: &[u8], bytes: &[u8]) -> Refusal {
    let compatible = bytes.get(16..64.min(bytes.len())).unwrap_or(&[]);
    let names = |wanted: &[u8]| brand == wanted || compatible.chunks_exact(4).any(|one| one == wanted);
    match brand {
        b"avif" | b"avis" => Refusal::Unsupported { format: Foreign::Avif },
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" => Refusal::Heic,
        b"mif1" | b"msf1" if names(b"avif") => Refusal::Unsupported { format: Foreign::Avif },
        b"mif1" | b"msf1" => Refusal::Heic,
        _ => Refusal::NotAPicture { looks_like: LooksLike::Video },
    }
}

/// HTML, SVG, other text, or nothing known.
fn readable(bytes: &[u8]) -> Refusal {
    let start = &bytes[..bytes.len().min(1024)];
    let text = String::from_utf8_lossy(start).to_ascii_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let looks_like = if text.starts_with("<svg") || (text.starts_with("<?xml") && text.contains("<svg")) {
        return Refusal::Unsupported { format: Foreign::Svg };
    } else if ["<!doctype html", "<html", "<head", "<body", "<!--"].iter().any(|tag| text.starts_with(tag)) {
        LooksLike::Html
    } else if is_text(start) {
        LooksLike::Text
    } else {
        LooksLike::Unknown
    };
    Refusal::NotAPicture { looks_like }
}

/// Readable UTF-8, perhaps cut inside its last letter.
fn is_text(start: &[u8]) -> bool {
    let readable = match std::str::from_utf8(start) {
        Ok(_) => true,
        Err(error) => error.valid_up_to() > 0 && error.error_len().is_none(),
    };
    readable && start.iter().all(|&b| b >= 0x20 || matches!(b, b'\t' | b'\r' | b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_their_bytes() {
        assert_eq!(format(b""), Err(Refusal::Empty));
        assert_eq!(format(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Err(Refusal::Heic));
        assert_eq!(format(b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif"), Err(Refusal::Unsupported { format: Foreign::Avif }));
        assert_eq!(format(b"\0\0\0\x18ftypisom\0\0\0\0"), Err(Refusal::NotAPicture { looks_like: LooksLike::Video }));
        assert_eq!(
            format(b"\xEF\xBB\xBF\n<!DOCTYPE html><p>"),
            Err(Refusal::NotAPicture { looks_like: LooksLike::Html })
        );
        assert_eq!(format(b"<?xml version='1.0'?><svg/>"), Err(Refusal::Unsupported { format: Foreign::Svg }));
        assert_eq!(format(b"halo"), Err(Refusal::NotAPicture { looks_like: LooksLike::Text }));
        assert_eq!(format(&[0xFF, 0xD8]), Err(Refusal::NotAPicture { looks_like: LooksLike::Unknown }));
    }
}
