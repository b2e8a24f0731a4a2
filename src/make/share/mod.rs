//! Share cards: the picture (1200 × 630) that social networks and chat programs show beside a link.
//!
//! Cream paper, the name in the serif of the house, and the photo as a petal of the kawung pattern; without a photo, the
//! pattern itself on deep plum. Letters come from two fonts given as bytes, so a card looks the same wherever it is made.

mod letters;
mod shapes;

pub use letters::Fonts;

use crate::picture::canvas::Canvas;
use crate::picture::{Limits, Refusal};
use letters::{Face, Line, wrap};

/// Pixels of a card.
pub const WIDTH: u32 = 1200;
/// Pixels of a card.
pub const HEIGHT: u32 = 630;
/// Chat programs leave larger pictures out.
const BYTES_MAX: usize = 100_000;
/// Part of every cache key: grows whenever the same card would look other than before.
pub const CARD_VERSION: u32 = 1;

const PAPER: [u8; 3] = [0xfb, 0xf7, 0xf0];
const INK: [u8; 3] = [0x2a, 0x19, 0x34];
const INK_SOFT: [u8; 3] = [0x62, 0x50, 0x6b];
const ACCENT: [u8; 3] = [0x97, 0x19, 0x5f];
const SOGA: [u8; 3] = [0x9a, 0x6a, 0x3a];
const DEEP: [u8; 3] = [0x2b, 0x18, 0x38];
const RULE: [u8; 3] = [0xe2, 0xd6, 0xc6];
const WHITE: [u8; 3] = [0xff, 0xff, 0xff];

/// Left edge of all text.
const MARGIN: i32 = 64;
/// Where the photo begins.
const PHOTO_LEFT: i32 = 660;
/// Room for text beside a photo.
const TEXT_WIDTH: f32 = 556.0;

/// What stands on a card.
#[derive(Debug, Clone, Copy, Default)]
pub struct ShareCard<'a> {
    /// The photo's file.
    pub photo: Option<&'a [u8]>,
    /// The point of the photo that must stay visible: shares from the left and from the top.
    pub focus: Option<(f32, f32)>,
    /// Name of the thing; up to three lines.
    pub title: &'a str,
    /// Price, as shown on its page.
    pub price: Option<&'a str>,
    /// Who makes it, and where.
    pub maker: Option<&'a str>,
    /// What kind of thing it is: its category, or "Kabar".
    pub kicker: &'a str,
    /// Name of the site.
    pub site_name: &'a str,
    /// Main colour of the photo, shown when there is no photo to show.
    pub tone: Option<[u8; 3]>,
}

/// Makes a card: a JPEG of at most 100 kB.
///
/// # Errors
/// Those of the picture engine for the photo. A card without that photo can always be made.
pub fn card(card: &ShareCard<'_>, fonts: &Fonts) -> Result<Vec<u8>, Refusal> {
    let mut canvas = Canvas::new(WIDTH, HEIGHT, PAPER);
    match card.photo {
        Some(bytes) => photo(&mut canvas, bytes, card.focus)?,
        None => pattern(&mut canvas, card.tone),
    }
    words(&mut canvas, card, fonts);
    encode(&canvas)
}

/// The best of a few qualities that keeps within the limit. Looking for the very best one would cost several times as
/// much, for a picture that is shown small.
fn encode(canvas: &Canvas) -> Result<Vec<u8>, Refusal> {
    let mut file = Vec::new();
    for quality in [86, 78, 68, 56, 42, 30, 20] {
        (file, _) = canvas.jpeg_within(BYTES_MAX, quality, quality)?;
        if file.len() <= BYTES_MAX {
            break;
        }
    }
    Ok(file)
}

/// The photo, its lower left corner rounded off like a petal.
fn photo(canvas: &mut Canvas, bytes: &[u8], focus: Option<(f32, f32)>) -> Result<(), Refusal> {
    let (width, height) = (WIDTH - PHOTO_LEFT as u32, HEIGHT);
    let photo = Canvas::photo(bytes, width, height, focus, &Limits::default())?;
    let mask = shapes::petal(width as usize, height as usize, 260.0);
    let rgba: Vec<u8> =
        photo.rgb().chunks_exact(3).zip(&mask).flat_map(|(rgb, opacity)| [rgb[0], rgb[1], rgb[2], *opacity]).collect();
    canvas.lay_rgba(&rgba, width, (PHOTO_LEFT, 0));
    Ok(())
}

/// The kawung pattern in the same petal, and the mark of the house upon it.
fn pattern(canvas: &mut Canvas, tone: Option<[u8; 3]>) {
    let (width, height) = ((WIDTH - PHOTO_LEFT as u32) as usize, HEIGHT as usize);
    let petal = shapes::petal(width, height, 260.0);
    let ground = tone.map_or(DEEP, |tone| shapes::mix(tone, DEEP, 0.72));
    canvas.paint_mask(&petal, width as u32, (PHOTO_LEFT, 0), ground);
    let lines = shapes::kawung(width, height, 90);
    let lines: Vec<u8> =
        lines.iter().zip(&petal).map(|(a, b)| (u32::from(*a) * u32::from(*b) / 255 * 90 / 255) as u8).collect();
    canvas.paint_mask(&lines, width as u32, (PHOTO_LEFT, 0), [0xd9, 0x9a, 0x3d]);
    let size = 250.0;
    let left = PHOTO_LEFT + (width as i32 - size as i32) / 2;
    let top = (height as i32 - size as i32) / 2;
    disc(canvas, left as f32 + size / 2.0, top as f32 + size / 2.0, 172.0, ground);
    mark(canvas, left, top, size, &shapes::MARK_ON_DARK);
}

/// A filled circle.
fn disc(canvas: &mut Canvas, x: f32, y: f32, radius: f32, colour: [u8; 3]) {
    let side = (radius * 2.0).ceil() as usize + 2;
    let mask = shapes::circle(side, radius);
    canvas.paint_mask(&mask, side as u32, ((x - side as f32 / 2.0) as i32, (y - side as f32 / 2.0) as i32), colour);
}

/// The orchid of four petals.
fn mark(canvas: &mut Canvas, left: i32, top: i32, size: f32, colours: &[[u8; 3]; 3]) {
    let side = size.ceil() as usize;
    for (mask, colour) in shapes::mark(side).iter().zip(colours) {
        canvas.paint_mask(mask, side as u32, (left, top), *colour);
    }
}

/// The text, from top to bottom: kind, name, maker, price; the site's name at the foot.
fn words(canvas: &mut Canvas, card: &ShareCard<'_>, fonts: &Fonts) {
    let kicker = fonts.line(Face::Text, &card.kicker.to_uppercase(), 24.0, 2.4, TEXT_WIDTH);
    put(canvas, &kicker, MARGIN, 88, ACCENT);
    canvas.fill((MARGIN, 110), (56, 4), SOGA, 255);

    let (lines, size) = title(fonts, card.title);
    let step = (size * 1.14).round() as i32;
    let mut baseline = 132 + (size * 0.98) as i32;
    for line in &lines {
        put(canvas, line, MARGIN, baseline, INK);
        baseline += step;
    }
    let mut below = baseline - step + (size * 0.34) as i32;
    if let Some(maker) = card.maker {
        let line = fonts.line(Face::Text, maker, 27.0, 0.0, TEXT_WIDTH);
        put(canvas, &line, MARGIN, below + 34, INK_SOFT);
        below += 46;
    }
    if let Some(price) = card.price {
        tag(canvas, fonts, price, below + 22);
    }
    canvas.fill((MARGIN, 538), (480, 2), RULE, 255);
    mark(canvas, MARGIN, 556, 42.0, &shapes::MARK_ON_PAPER);
    let site = fonts.line(Face::Text, card.site_name, 23.0, 0.0, TEXT_WIDTH - 120.0);
    put(canvas, &site, MARGIN + 58, 585, INK);
}

/// The name, as large as three lines allow.
fn title(fonts: &Fonts, text: &str) -> (Vec<Line>, f32) {
    let sizes = [68.0, 60.0, 52.0, 46.0];
    let fitting = sizes.iter().find_map(|size| {
        let (lines, whole) = wrap(fonts, text, *size, TEXT_WIDTH, 3);
        whole.then_some((lines, *size))
    });
    fitting.unwrap_or_else(|| (wrap(fonts, text, 46.0, TEXT_WIDTH, 3).0, 46.0))
}

/// The price on a tag in the form of a petal.
fn tag(canvas: &mut Canvas, fonts: &Fonts, price: &str, top: i32) {
    let line = [38.0, 34.0, 30.0, 26.0]
        .iter()
        .map(|size| fonts.line(Face::Text, price, *size, 0.0, TEXT_WIDTH))
        .find(|line| line.width() < TEXT_WIDTH - 56.0)
        .unwrap_or_else(|| fonts.line(Face::Text, price, 26.0, 0.0, TEXT_WIDTH - 56.0));
    let (width, height) = (line.width().ceil() as usize + 56, 66);
    let mask = shapes::leaf(width, height, 6.0, 30.0);
    canvas.paint_mask(&mask, width as u32, (MARGIN, top), ACCENT);
    put(canvas, &line, MARGIN + 28, top + 33 + (line.size() * 0.36) as i32, WHITE);
}

/// Paints a line, its first letter at `left`, standing on `baseline`.
fn put(canvas: &mut Canvas, line: &Line, left: i32, baseline: i32, colour: [u8; 3]) {
    let (mask, width, rise) = line.mask();
    if width > 0 {
        canvas.paint_mask(&mask, width as u32, (left - letters::PAD as i32, baseline - rise), colour);
    }
}
