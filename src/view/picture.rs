//! A picture as templates see it. The template adds only `sizes` and `loading`.

use serde::Serialize;

use crate::picture::Placeholder;

/// One picture in one role, in every format and width made for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Text instead of the picture; empty when the picture only decorates (its name stands beside it).
    pub alt: String,
    /// BCP 47 tag of `alt` when it differs from the page's language.
    pub alt_lang: Option<String>,
    /// Pixel width printed as the `width` attribute: that of `src`.
    pub width: u32,
    /// Pixel height printed as the `height` attribute: that of `src`.
    pub height: u32,
    /// Address of the JPEG every browser reads.
    pub src: String,
    /// `srcset` of the WebP files: "/i/a-180.webp 180w, /i/a-320.webp 320w"; empty when only `src` exists (SVG).
    pub webp: String,
    /// `srcset` of AVIF files when the theme asks for them.
    pub avif: Option<String>,
    /// Address of the largest file, for the enlarged view.
    pub full: Option<String>,
    /// Classes that paint a sketch of the picture into its box while it loads, see [`tone_class`]; empty when the box would
    /// show through the picture.
    pub tone: String,
    /// Who made the picture, ready to print.
    pub credit: Option<String>,
}

/// Classes for a placeholder: `tn` and one hex digit per channel for the colour, `"tn ra g3 bf"` for #aa33ff, then one for
/// light and dark in each third, `"ua va w2"`; 20 bytes.
///
/// The strict content policy forbids inline styles, so the colour is rounded to 12 bits, and all is named by classes that
/// the stylesheet defines (96 short rules).
pub fn tone_class(placeholder: Placeholder) -> String {
    let digit = |channel: u8| (u32::from(channel) + 8) / 17;
    let ([r, g, b], [u, v, w]) = (placeholder.colour.map(digit), placeholder.sketch);
    format!("tn r{r:x} g{g:x} b{b:x} u{u:x} v{v:x} w{w:x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tone_rounds_to_the_nearest_of_sixteen_steps() {
        let class = |colour| tone_class(Placeholder { colour, sketch: [0, 10, 15] });
        assert_eq!(class([0, 255, 170]), "tn r0 gf ba u0 va wf");
        assert_eq!(class([8, 9, 246]), "tn r0 g1 be u0 va wf");
        assert_eq!(class([247, 128, 25]), "tn rf g8 b1 u0 va wf");
    }
}
