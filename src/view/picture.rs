//! A picture as templates see it. The template adds only `sizes` and `loading`.

use serde::Serialize;

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
    /// Classes that paint the box in the picture's main colour while it loads, see [`tone_class`].
    pub tone: String,
    /// Who made the picture, ready to print.
    pub credit: Option<String>,
}

/// Classes for a colour: `tn` and one hex digit per channel, `"tn ra g3 bf"` for #aa33ff.
///
/// The strict content policy forbids inline styles, so the colour is rounded to 12 bits and named by three classes that the stylesheet
/// defines (48 short rules for 4,096 colours).
pub fn tone_class(rgb: [u8; 3]) -> String {
    let digit = |channel: u8| (u32::from(channel) + 8) / 17;
    format!("tn r{:x} g{:x} b{:x}", digit(rgb[0]), digit(rgb[1]), digit(rgb[2]))
}

#[cfg(test)]
mod tests {
    use super::tone_class;

    #[test]
    fn tone_rounds_to_the_nearest_of_sixteen_steps() {
        assert_eq!(tone_class([0, 255, 170]), "tn r0 gf ba");
        assert_eq!(tone_class([8, 9, 246]), "tn r0 g1 be");
        assert_eq!(tone_class([247, 128, 25]), "tn rf g8 b1");
    }
}
