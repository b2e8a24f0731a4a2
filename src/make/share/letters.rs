//! Lines of text as masks of opacity.

use ab_glyph::{Font, FontVec, Glyph, PxScale, ScaleFont, point};

/// Pixels left free around a line, for letters that reach over their width.
pub(super) const PAD: usize = 8;

/// The two fonts of a card.
pub struct Fonts {
    title: FontVec,
    text: FontVec,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Fonts")
    }
}

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Title,
    Text,
}

impl Fonts {
    /// Reads the fonts (TrueType files): one for names, one for everything else. None if one of them is no font.
    pub fn new(title: &[u8], text: &[u8]) -> Option<Fonts> {
        let title = FontVec::try_from_vec(title.to_vec()).ok()?;
        let text = FontVec::try_from_vec(text.to_vec()).ok()?;
        Some(Fonts { title, text })
    }

    fn font(&self, face: Face) -> &FontVec {
        match face {
            Face::Title => &self.title,
            Face::Text => &self.text,
        }
    }

    /// One line, cut with an ellipsis where it is wider than `room`. `spacing` is added after each letter, in pixels.
    pub(super) fn line(&self, face: Face, text: &str, size: f32, spacing: f32, room: f32) -> Line {
        let text = self.known(face, text);
        let line = self.set(face, &text, size, spacing);
        if line.width() <= room {
            return line;
        }
        let letters: Vec<char> = text.chars().collect();
        let cut = |count: usize| {
            let kept: String = letters.iter().take(count).collect();
            self.set(face, &format!("{}…", kept.trim_end()), size, spacing)
        };
        // Widths grow with the number of letters, so the longest that fits is found by halving.
        let (mut low, mut high) = (0, letters.len());
        while low < high {
            let middle = (low + high).div_ceil(2);
            if cut(middle).width() <= room { low = middle } else { high = middle - 1 }
        }
        cut(low)
    }

    /// The text with only the letters that the font has, spaces single. Emoji and foreign scripts leave no boxes.
    fn known(&self, face: Face, text: &str) -> String {
        let font = self.font(face);
        let has = |sign: &char| sign.is_whitespace() || font.glyph_id(*sign).0 != 0;
        let known: String = text.chars().filter(has).collect();
        known.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Sets letters side by side.
    fn set(&self, face: Face, text: &str, size: f32, spacing: f32) -> Line {
        let font = self.font(face);
        // `size` is the em, as in style sheets; the scale of the library is the height of a line.
        let em = font.units_per_em().unwrap_or(1000.0);
        let scale = PxScale::from(size * font.height_unscaled() / em);
        let scaled = font.as_scaled(scale);
        let mut glyphs: Vec<(Glyph, f32)> = Vec::new();
        let (mut x, mut last) = (0.0, None);
        for sign in text.chars() {
            let id = scaled.glyph_id(sign);
            if let Some(last) = last {
                x += scaled.kern(last, id) + spacing;
            }
            glyphs.push((id.with_scale_and_position(scale, point(x, 0.0)), x));
            x += scaled.h_advance(id);
            last = Some(id);
        }
        let outlines = glyphs.into_iter().filter_map(|(glyph, _)| font.outline_glyph(glyph)).collect();
        Line { outlines, width: x, size }
    }
}

/// A line of letters.
pub(super) struct Line {
    outlines: Vec<ab_glyph::OutlinedGlyph>,
    width: f32,
    size: f32,
}

impl Line {
    /// Pixels from the first letter to the end of the last.
    pub(super) fn width(&self) -> f32 {
        self.width
    }

    /// Pixels of an em.
    pub(super) fn size(&self) -> f32 {
        self.size
    }

    /// The opacities, how many a row has, and how many rows stand above the line on which letters stand.
    pub(super) fn mask(&self) -> (Vec<u8>, usize, i32) {
        let rise = (self.size * 1.25).ceil() as usize;
        let (width, height) = (self.width.ceil() as usize + 2 * PAD, rise + (self.size * 0.5).ceil() as usize);
        let mut mask = vec![0u8; width * height];
        for outline in &self.outlines {
            let bounds = outline.px_bounds();
            let (left, top) = (bounds.min.x as i64 + PAD as i64, bounds.min.y as i64 + rise as i64);
            outline.draw(|x, y, opacity| {
                let (x, y) = (left + i64::from(x), top + i64::from(y));
                if (0..width as i64).contains(&x)
                    && (0..height as i64).contains(&y)
                    && let Some(pixel) = mask.get_mut(y as usize * width + x as usize)
                {
                    *pixel = pixel.saturating_add((opacity.clamp(0.0, 1.0) * 255.0).round() as u8);
                }
            });
        }
        (mask, width, rise as i32)
    }
}

/// Breaks a text into at most `most` lines of about the same length; tells whether all of it found room without a word
/// being cut.
pub(super) fn wrap(fonts: &Fonts, text: &str, size: f32, room: f32, most: usize) -> (Vec<Line>, bool) {
    let text = fonts.known(Face::Title, text);
    let mut rows = break_rows(fonts, &text, size, room, most);
    let fits =
        |rows: &[String], room: f32| rows.iter().all(|row| fonts.set(Face::Title, row, size, 0.0).width() <= room);
    let whole = fits(&rows, room);
    // As narrow as the same number of lines allows: no lonely last word.
    let mut narrow = room * 0.95;
    while whole && rows.len() > 1 && narrow > room * 0.5 {
        let closer = break_rows(fonts, &text, size, narrow, most);
        if closer.len() != rows.len() || !fits(&closer, narrow) {
            break;
        }
        rows = closer;
        narrow -= room * 0.05;
    }
    (rows.iter().map(|row| fonts.line(Face::Title, row, size, 0.0, room)).collect(), whole)
}

/// Lines as full as they can be; what is left goes into the last one, however long.
fn break_rows(fonts: &Fonts, text: &str, size: f32, room: f32, most: usize) -> Vec<String> {
    let fits = |text: &str| fonts.set(Face::Title, text, size, 0.0).width() <= room;
    let mut rows: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let full = rows.len() == most;
        match rows.last_mut() {
            Some(row) if full || fits(&format!("{row} {word}")) => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts() -> Fonts {
        let title = include_bytes!("../../../themes/etalase/assets/font/judul.ttf");
        let text = include_bytes!("../../../themes/etalase/assets/font/teks.ttf");
        Fonts::new(title, text).unwrap()
    }

    #[test]
    fn three_lines_hold_a_long_name_and_the_last_is_cut() {
        let fonts = fonts();
        let name = "Bingkai Foto Kayu Jati Belanda A4 dengan Ukiran Anggrek Bulan dan Kaca Dua Milimeter Edisi Pasar";
        let (lines, whole) = wrap(&fonts, name, 60.0, 556.0, 3);
        assert_eq!((lines.len(), whole), (3, false));
        assert!(lines.iter().all(|line| line.width() <= 556.0));
        let (lines, whole) = wrap(&fonts, "Mug Gerabah Glasir", 60.0, 556.0, 3);
        assert!(whole && lines.len() <= 2);
    }

    #[test]
    fn signs_without_a_letter_leave_no_gap() {
        assert_eq!(fonts().known(Face::Text, " 🌶 Sambal  مرحبا Bawang🔥 "), "Sambal Bawang");
    }

    #[test]
    fn letters_are_kerned() {
        let fonts = fonts();
        let apart = fonts.set(Face::Title, "A", 100.0, 0.0).width() + fonts.set(Face::Title, "V", 100.0, 0.0).width();
        assert!(fonts.set(Face::Title, "AV", 100.0, 0.0).width() < apart - 2.0);
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert!(Fonts::new(b"", b"x").is_none());
    }
}
