//! The picture engine against pictures made and converted without it (`tests/fixtures/pictures/make.py`), and against
//! files that mean harm.

use etalase::picture::canvas::Canvas;
use etalase::picture::{
    Crop, Facts, Foreign, Format, JpegSettings, Limits, LooksLike, Placeholder, Profile, Recipe, Refusal, Rendered,
    SHADES, WebpSettings, inspect, planned_sizes, render,
};
use image::RgbImage;

/// A fixture's bytes.
macro_rules! fixture {
    ($name:expr) => {
        include_bytes!(concat!("../fixtures/pictures/", $name)).as_slice()
    };
}

/// Fixtures by name, for tests that go through many.
macro_rules! fixtures {
    ($($name:literal),* $(,)?) => { [$(($name, fixture!($name))),*] };
}

fn facts(bytes: &[u8]) -> Facts {
    inspect(bytes, &Limits::default()).unwrap()
}

fn refusal(bytes: &[u8]) -> Refusal {
    let limits = Limits::default();
    let rendered = render(bytes, &[best(64)], &limits).map(|_| ()).unwrap_err();
    if let Err(inspected) = inspect(bytes, &limits) {
        assert_eq!(inspected, rendered, "inspect and render refuse for the same reason");
    }
    rendered
}

/// As little loss as the encoders allow, so that what is compared is what was decoded.
fn best(width: u32) -> Recipe {
    Recipe {
        widths: vec![width],
        webp: WebpSettings { quality: 100, method: 4 },
        jpeg: Some(JpegSettings { width, quality: 100 }),
        ..Recipe::default()
    }
}

fn rendered(bytes: &[u8], recipe: &Recipe) -> Rendered {
    render(bytes, std::slice::from_ref(recipe), &Limits::default()).unwrap()
}

fn pixels(file: &[u8]) -> RgbImage {
    let image = image::load_from_memory(file).unwrap();
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let mut rgb = RgbImage::new(image.width(), image.height());
    for (under, pixel) in rgb.pixels_mut().zip(image.into_rgba8().pixels()) {
        let opacity = u32::from(pixel[3]);
        under.0 = [0, 1, 2].map(|i| ((u32::from(pixel[i]) * opacity + 255 * (255 - opacity)) / 255) as u8);
    }
    rgb
}

/// Mean difference of two pictures in 8-bit steps.
fn mean_error(left: &RgbImage, right: &RgbImage) -> f64 {
    assert_eq!(left.dimensions(), right.dimensions());
    let sum: u64 = left.as_raw().iter().zip(right.as_raw()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / left.as_raw().len() as f64
}

/// Renders at full size and compares WebP and JPEG with the reference.
fn assert_looks_like(name: &str, source: &[u8], reference: &[u8], most: f64) {
    let reference = pixels(reference);
    let made = rendered(source, &best(reference.width()));
    assert_eq!(made.files.len(), 2, "{name}");
    for file in &made.files {
        let error = mean_error(&pixels(&file.bytes), &reference);
        assert!(error <= most, "{name} as {:?}: mean error {error:.2}", file.format);
    }
}

#[test]
fn every_kind_of_jpeg() {
    let sources = fixtures!["444.jpg", "422.jpg", "420.jpg", "progressive.jpg", "restarts.jpg", "rgb.jpg"];
    for (name, source) in sources {
        assert_looks_like(name, source, fixture!("scene.ref.png"), 2.0);
    }
    assert_looks_like("grey.jpg", fixture!("grey.jpg"), fixture!("grey.ref.png"), 2.0);
    assert_looks_like("odd.jpg", fixture!("odd.jpg"), fixture!("odd.ref.png"), 2.0);
}

#[test]
fn a_jpeg_decoded_at_part_of_its_size() {
    let reference = pixels(fixture!("large.ref.png"));
    let made = rendered(fixture!("large.jpg"), &best(200));
    for file in &made.files {
        assert!(mean_error(&pixels(&file.bytes), &reference) < 2.0);
    }
}

#[test]
fn all_eight_orientations() {
    let sources = fixtures![
        "turned1.jpg",
        "turned2.jpg",
        "turned3.jpg",
        "turned4.jpg",
        "turned5.jpg",
        "turned6.jpg",
        "turned7.jpg",
        "turned8.jpg",
    ];
    for (i, (name, source)) in sources.into_iter().enumerate() {
        let found = facts(source);
        assert_eq!((found.orientation, found.width, found.height), (i as u8 + 1, 160, 112), "{name}");
        assert_looks_like(name, source, fixture!("scene.ref.png"), 2.0);
    }
    for (name, source) in fixtures!["turned.png", "turned.webp"] {
        assert_eq!(facts(source).orientation, 6, "{name}");
        assert_looks_like(name, source, fixture!("scene.ref.png"), 2.0);
    }
}

#[test]
fn turned_pictures_keep_their_crop() {
    // The disc lies at the upper left; a crop around it must find it however the picture is stored.
    let crop = Some(Crop { aspect: (1, 1), focus: Some((0.25, 0.3)) });
    let expected = pixels(&rendered(fixture!("turned1.jpg"), &Recipe { crop, ..best(112) }).files[0].bytes);
    for (name, source) in fixtures!["turned3.jpg", "turned5.jpg", "turned6.jpg", "turned7.jpg", "turned8.jpg"] {
        let made = pixels(&rendered(source, &Recipe { crop, ..best(112) }).files[0].bytes);
        assert!(mean_error(&made, &expected) < 2.0, "{name}");
    }
}

#[test]
fn foreign_profiles_become_srgb() {
    for (name, source, reference) in [
        ("p3.jpg", fixture!("p3.jpg"), fixture!("p3.ref.png")),
        ("p3.png", fixture!("p3.png"), fixture!("p3.ref.png")),
        ("adobe.jpg", fixture!("adobe.jpg"), fixture!("adobe.ref.png")),
        ("adobe.png", fixture!("adobe.png"), fixture!("adobe.ref.png")),
        ("adobeexif.jpg", fixture!("adobeexif.jpg"), fixture!("adobe.ref.png")),
        ("greyicc.jpg", fixture!("greyicc.jpg"), fixture!("greyicc.ref.png")),
        ("srgb.jpg", fixture!("srgb.jpg"), fixture!("saturated.ref.png")),
    ] {
        assert_looks_like(name, source, reference, 2.0);
    }
    // The test would mean little if leaving the profile out were nearly as good.
    let unconverted = mean_error(&pixels(fixture!("saturated.ref.png")), &pixels(fixture!("p3.ref.png")));
    assert!(unconverted > 5.0, "{unconverted}");
    assert_eq!(facts(fixture!("srgb.jpg")).profile, Profile::Srgb);
    assert_eq!(facts(fixture!("p3.jpg")).profile, Profile::Foreign { name: "Display P3".to_owned() });
    assert_eq!(facts(fixture!("adobe.png")).profile, Profile::Foreign { name: "Adobe RGB (1998)".to_owned() });
}

#[test]
fn inks_become_srgb() {
    for (name, source, reference) in [
        ("cmyk.jpg", fixture!("cmyk.jpg"), fixture!("cmyk.ref.png")),
        ("ycck.jpg", fixture!("ycck.jpg"), fixture!("cmyk.ref.png")),
        ("cmykicc.jpg", fixture!("cmykicc.jpg"), fixture!("cmykicc.ref.png")),
    ] {
        assert_looks_like(name, source, reference, 2.0);
        assert!(matches!(facts(source).profile, Profile::Cmyk { .. }), "{name}");
    }
}

#[test]
fn every_kind_of_png_and_moving_pictures() {
    for (name, source) in
        fixtures!["rgb16.png", "interlaced.png", "opaque.png", "moving.png", "moving.webp", "lossy.webp"]
    {
        assert_looks_like(name, source, fixture!("scene.ref.png"), 2.0);
    }
    assert_looks_like("grey16.png", fixture!("grey16.png"), fixture!("grey.ref.png"), 2.0);
    assert_looks_like("palette.png", fixture!("palette.png"), fixture!("palette.ref.png"), 2.0);
    assert_looks_like("moving.gif", fixture!("moving.gif"), fixture!("palette.ref.png"), 2.0);
    for (name, source) in fixtures!["moving.gif", "moving.webp", "moving.png"] {
        assert!(facts(source).animated, "{name}");
    }
    assert!(!facts(fixture!("lossy.webp")).animated);
    assert_eq!(facts(fixture!("rgb16.png")).bits, 16);
}

#[test]
fn transparency_is_kept_in_webp_and_white_in_jpeg() {
    for (name, source) in fixtures!["alpha.png", "alpha.webp"] {
        assert!(facts(source).has_alpha, "{name}");
        let made = rendered(source, &best(160));
        assert!(made.transparent, "{name}");
        let webp = image::load_from_memory(&made.files[0].bytes).unwrap();
        assert!(webp.color().has_alpha(), "{name}");
        assert_looks_like(name, source, fixture!("alpha.ref.png"), 2.0);
    }
    // A channel of full opacity is no transparency.
    let opaque = rendered(fixture!("opaque.png"), &best(160));
    assert!(facts(fixture!("opaque.png")).has_alpha && !opaque.transparent);
    assert!(!image::load_from_memory(&opaque.files[0].bytes).unwrap().color().has_alpha());
    assert!(facts(fixture!("palettealpha.png")).has_alpha);
    // Half-covered edges stay clean when transparent pictures are made smaller.
    let small = pixels(&rendered(fixture!("alpha.png"), &best(40)).files[0].bytes);
    let expected =
        image::imageops::resize(&pixels(fixture!("alpha.ref.png")), 40, 28, image::imageops::FilterType::Lanczos3);
    assert!(mean_error(&small, &expected) < 3.0, "{}", mean_error(&small, &expected));
}

#[test]
fn the_place_is_noticed_and_never_passed_on() {
    assert!(facts(fixture!("gps.jpg")).has_location);
    assert!(!facts(fixture!("turned6.jpg")).has_location);
    for file in rendered(fixture!("gps.jpg"), &best(160)).files {
        for tag in [b"Exif".as_slice(), b"EXIF", b"Uji", b"GPS", b"ICC_PROFILE", b"ICCP", b"http:"] {
            assert!(!file.bytes.windows(tag.len()).any(|w| w == tag), "{:?} holds {tag:?}", file.format);
        }
    }
}

#[test]
fn the_smallest_and_the_thinnest() {
    for (name, source) in fixtures!["1x1.png", "1x1.jpg"] {
        let made = rendered(source, &best(320));
        let pixel = pixels(&made.files[0].bytes).get_pixel(0, 0).0;
        assert!(pixel.iter().zip([200, 30, 60]).all(|(a, b)| a.abs_diff(b) < 12), "{name}: {pixel:?}");
        assert_eq!(made.files[0].width, 1, "{name}");
    }
    for (name, source) in fixtures!["1x5000.png", "1x5000.jpg", "5000x1.jpg"] {
        let made = rendered(source, &Recipe { crop: Some(Crop { aspect: (1, 1), focus: None }), ..best(320) });
        assert_eq!((made.files[0].width, made.files[0].height), (1, 1), "{name}");
        let made = rendered(source, &best(640));
        let size = if name.starts_with('1') { (1, 5000) } else { (640, 1) };
        assert_eq!((made.files[0].width, made.files[0].height), size, "{name}");
    }
}

#[test]
fn what_is_planned_is_what_is_made() {
    let crops =
        [None, Some(Crop { aspect: (4, 5), focus: None }), Some(Crop { aspect: (1200, 630), focus: Some((0.9, 0.1)) })];
    for (name, source) in
        fixtures!["turned6.jpg", "odd.jpg", "alpha.png", "large.jpg", "1x5000.png", "1x1.png", "p3.jpg"]
    {
        let recipes: Vec<Recipe> = crops
            .into_iter()
            .map(|crop| Recipe {
                widths: vec![64, 320, 33, 1280],
                crop,
                jpeg: Some(JpegSettings { width: 50, quality: 80 }),
                ..Recipe::default()
            })
            .collect();
        let made = render(source, &recipes, &Limits::default()).unwrap();
        for (index, recipe) in recipes.iter().enumerate() {
            let files: Vec<_> = made.files.iter().filter(|f| f.recipe == index).collect();
            let sizes: Vec<_> = files.iter().map(|f| (f.width, f.height, f.format)).collect();
            assert_eq!(sizes, planned_sizes(&facts(source), recipe), "{name}");
            for file in files {
                let image = image::load_from_memory(&file.bytes).unwrap();
                assert_eq!((image.width(), image.height()), (file.width, file.height), "{name}");
                assert!(file.width <= facts(source).width && file.height <= facts(source).height, "{name}: enlarged");
            }
        }
    }
}

#[test]
fn the_same_bytes_give_the_same_files() {
    let recipes = [Recipe { widths: vec![100, 60], crop: Some(Crop { aspect: (1, 1), focus: None }), ..best(100) }];
    let first = render(fixture!("p3.jpg"), &recipes, &Limits::default()).unwrap();
    // A dirty work space must not show.
    rendered(fixture!("large.jpg"), &best(500));
    let again = std::thread::scope(|scope| {
        scope.spawn(|| render(fixture!("p3.jpg"), &recipes, &Limits::default()).unwrap()).join().unwrap()
    });
    assert_eq!(first.files, again.files);
    assert_eq!((first.phash, first.placeholder), (again.phash, again.placeholder));
}

#[test]
fn placeholders_are_true() {
    let red = rendered(fixture!("1x1.png"), &best(64)).placeholder.colour;
    assert!(red.iter().zip([200, 30, 60]).all(|(a, b)| a.abs_diff(b) < 6), "{red:?}");
    // The sketch laid over the colour comes nearer to the picture than the colour alone, and to some much nearer.
    let mut better = 0;
    for (name, source) in fixtures!["420.jpg", "odd.jpg", "alpha.png", "p3.jpg", "turned6.jpg"] {
        let made = rendered(source, &best(160));
        let Placeholder { colour: [r, g, b], sketch } = made.placeholder;
        let ground = 0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b);
        let picture = pixels(&made.files[0].bytes);
        let luminance =
            |p: &image::Rgb<u8>| 0.299 * f64::from(p[0]) + 0.587 * f64::from(p[1]) + 0.114 * f64::from(p[2]);
        let (mut plain, mut sketched) = (0.0, 0.0);
        for (column, digit) in sketch.into_iter().enumerate() {
            for row in 0..2 {
                let inside = |(x, y, _): &(u32, u32, &image::Rgb<u8>)| {
                    (x * 3 / picture.width(), y * 2 / picture.height()) == (column as u32, row)
                };
                let part: Vec<f64> =
                    picture.enumerate_pixels().filter(inside).map(|(_, _, pixel)| luminance(pixel)).collect();
                let mean = part.iter().sum::<f64>() / part.len() as f64;
                let (light, share) = SHADES[usize::from(digit >> (2 - 2 * row) & 3)];
                plain += (ground - mean).abs();
                sketched += (ground + (light - ground) * share - mean).abs();
            }
        }
        assert!(sketched <= plain + 1.0, "{name}: {sketched} against {plain}");
        better += usize::from(sketched < plain * 0.8);
    }
    assert!(better >= 2, "{better}");
}

#[test]
fn fingerprints_tell_doubles_from_strangers() {
    let of = |source: &[u8]| rendered(source, &best(64)).phash;
    let scene = of(fixture!("444.jpg"));
    for (name, source) in fixtures!["420.jpg", "progressive.jpg", "turned6.jpg", "lossy.webp", "large.jpg", "rgb16.png"]
    {
        assert!((scene ^ of(source)).count_ones() <= 6, "{name}: {}", (scene ^ of(source)).count_ones());
    }
    assert!((scene ^ of(fixture!("srgb.jpg"))).count_ones() > 12);
}

#[test]
fn plain_refusals() {
    assert_eq!(refusal(b""), Refusal::Empty);
    let looks_like = |kind| Refusal::NotAPicture { looks_like: kind };
    assert_eq!(refusal(b"<!DOCTYPE html><title>404</title>"), looks_like(LooksLike::Html));
    assert_eq!(refusal(b"%PDF-1.7"), looks_like(LooksLike::Pdf));
    assert_eq!(refusal(b"PK\x03\x04rest"), looks_like(LooksLike::Zip));
    assert_eq!(refusal(b"\0\0\0\x24ftypheic\0\0\0\0mif1heic"), Refusal::Heic);
    assert_eq!(refusal(b"\0\0\0\x1cftypavif\0\0\0\0"), Refusal::Unsupported { format: Foreign::Avif });
    assert_eq!(refusal(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Refusal::Unsupported { format: Foreign::Svg });
    let small = Limits { bytes_max: 100, ..Limits::default() };
    let bytes = fixture!("420.jpg").len() as u64;
    assert_eq!(inspect(fixture!("420.jpg"), &small), Err(Refusal::TooLarge { bytes, limit: 100 }));
}

#[test]
fn cut_off_files_are_refused() {
    let sources = fixtures![
        "420.jpg",
        "progressive.jpg",
        "restarts.jpg",
        "large.jpg",
        "cmyk.jpg",
        "p3.jpg",
        "p3.png",
        "interlaced.png",
        "palette.png",
        "alpha.webp",
        "lossy.webp",
        "moving.gif",
    ];
    for (name, source) in sources {
        for tenth in 0..9 {
            // Moving pictures: the first frame is whole somewhere behind the middle.
            let cut = &source[..source.len() * tenth / if name.starts_with("moving") { 25 } else { 10 }];
            match refusal(cut) {
                Refusal::Truncated | Refusal::Empty => {}
                Refusal::Damaged { detail } => assert_ne!(detail, "the decoder broke down", "{name} at {tenth}/10"),
                Refusal::NotAPicture { .. } if cut.len() < 12 => {}
                other => unreachable!("{name} at {tenth}/10: {other}"),
            }
        }
    }
}

#[test]
fn a_jpeg_without_its_end_mark_is_still_read() {
    let whole = fixture!("420.jpg");
    assert_looks_like("no end mark", &whole[..whole.len() - 2], fixture!("scene.ref.png"), 2.0);
    let mut long = whole.to_vec();
    long.extend([0; 5000]);
    assert_looks_like("bytes behind the end", &long, fixture!("scene.ref.png"), 2.0);
}

/// A PNG that says it is this large and holds next to nothing.
fn png_bomb(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = fixture!("1x1.png").to_vec();
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    bytes
}

/// The same as a JPEG.
fn jpeg_bomb(width: u16, height: u16, source: &[u8]) -> Vec<u8> {
    let mut bytes = source.to_vec();
    let frame = bytes.windows(2).position(|w| matches!(w, [0xFF, 0xC0 | 0xC2])).unwrap();
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

#[test]
fn bombs_are_refused_by_their_header() {
    for bomb in [png_bomb(60_000, 60_000), jpeg_bomb(60_000, 60_000, fixture!("1x1.jpg"))] {
        let expected = Refusal::TooManyPixels { width: 60_000, height: 60_000, limit: 120_000_000 };
        assert_eq!(refusal(&bomb), expected);
    }
    assert!(matches!(refusal(&png_bomb(u32::MAX, u32::MAX)), Refusal::TooManyPixels { .. }));
    assert!(matches!(refusal(&png_bomb(30_000, 10)), Refusal::TooLong { .. }));
    // Few enough pixels, but their decoding would take too much: a large PNG, a large progressive JPEG, inks.
    assert!(matches!(refusal(&png_bomb(10_000, 10_000)), Refusal::TooMuchMemory { .. }));
    let progressive = jpeg_bomb(10_000, 10_000, fixture!("progressive.jpg"));
    assert!(matches!(refusal(&progressive), Refusal::TooMuchMemory { .. }));
    assert!(matches!(refusal(&jpeg_bomb(9_000, 9_000, fixture!("cmyk.jpg"))), Refusal::TooMuchMemory { .. }));
    // Within every limit, and empty inside.
    assert!(matches!(
        refusal(&jpeg_bomb(9_000, 9_000, fixture!("420.jpg"))),
        Refusal::Truncated | Refusal::Damaged { .. }
    ));
    assert!(matches!(refusal(&png_bomb(5_000, 5_000)), Refusal::Truncated | Refusal::Damaged { .. }));
    assert!(matches!(refusal(&png_bomb(0, 5)), Refusal::Damaged { .. }));
}

/// Numbers without end, from a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }
}

/// Any outcome will do but a panic, which `render` reports in these words.
fn survives(bytes: &[u8], recipes: &[Recipe], what: &str) {
    let limits = Limits { pixels_max: 4_000_000, memory_max: 64 << 20, ..Limits::default() };
    if let Err(Refusal::Damaged { detail }) = render(bytes, recipes, &limits) {
        assert_ne!(detail, "the decoder broke down", "{what}");
    }
}

#[test]
fn no_bytes_make_it_panic() {
    let sources = fixtures![
        "420.jpg",
        "progressive.jpg",
        "restarts.jpg",
        "odd.jpg",
        "grey.jpg",
        "rgb.jpg",
        "ycck.jpg",
        "cmykicc.jpg",
        "p3.jpg",
        "turned5.jpg",
        "gps.jpg",
        "adobeexif.jpg",
        "palettealpha.png",
        "p3.png",
        "grey16.png",
        "alpha.webp",
        "lossy.webp",
        "moving.webp",
        "moving.gif",
        "1x1.png",
        "greyicc.jpg",
    ];
    let recipes = [
        Recipe { widths: vec![48, 20], crop: Some(Crop { aspect: (3, 2), focus: None }), ..Recipe::default() },
        Recipe { widths: vec![30], jpeg: Some(JpegSettings { width: 40, quality: 70 }), ..Recipe::default() },
    ];
    let mut dice = Dice(20_261_124);
    for (name, source) in sources {
        for round in 0..60 {
            let mut bytes = source.to_vec();
            // Most changes fall into the header, where most of the decisions are made.
            let reach = if round % 3 == 0 { bytes.len() } else { bytes.len().min(700) };
            for _ in 0..=dice.below(8) {
                let at = dice.below(reach);
                match dice.below(4) {
                    0 => bytes[at] = dice.next() as u8,
                    1 => bytes[at] ^= 1 << dice.below(8),
                    2 => bytes[at] = [0, 0xFF, 0x7F, 0x80][dice.below(4)],
                    _ => {
                        let end = (at + dice.below(40)).min(bytes.len());
                        let moved = bytes[at..end].to_vec();
                        let to = dice.below(reach).min(bytes.len() - moved.len());
                        bytes[to..to + moved.len()].copy_from_slice(&moved);
                    }
                }
            }
            survives(&bytes, &recipes, &format!("{name}, round {round}"));
        }
    }
    for round in 0..400 {
        let mut bytes: Vec<u8> = (0..dice.below(400)).map(|_| dice.next() as u8).collect();
        let starts: [&[u8]; 5] =
            [b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8X", b""];
        let start = starts[round % 5];
        if bytes.len() >= start.len() {
            bytes[..start.len()].copy_from_slice(start);
        }
        survives(&bytes, &recipes, &format!("noise {round}"));
    }
}

#[test]
fn odd_recipes_do_no_harm() {
    let crop = |aspect, focus| Some(Crop { aspect, focus });
    for recipe in [
        Recipe::default(),
        Recipe { widths: vec![0, 0], ..Recipe::default() },
        Recipe { widths: vec![u32::MAX], crop: crop((0, 0), None), ..Recipe::default() },
        Recipe { widths: vec![9], crop: crop((1, u32::MAX), Some((f32::NAN, f32::INFINITY))), ..Recipe::default() },
        Recipe { widths: vec![9], crop: crop((u32::MAX, 1), Some((-1.0, 2.0))), ..Recipe::default() },
        Recipe { webp: WebpSettings { quality: 255, method: 255 }, ..best(10) },
        Recipe { widths: vec![5], jpeg: Some(JpegSettings { width: 0, quality: 0 }), ..Recipe::default() },
    ] {
        survives(fixture!("odd.jpg"), std::slice::from_ref(&recipe), &format!("{recipe:?}"));
        let made = render(fixture!("odd.jpg"), std::slice::from_ref(&recipe), &Limits::default()).unwrap();
        assert_eq!(made.files.len(), planned_sizes(&made.facts, &recipe).len(), "{recipe:?}");
    }
}

#[test]
fn share_cards_hold_their_size_and_weight() {
    let mut card = Canvas::new(1200, 630, [250, 248, 240]);
    // Smaller than its place: a card has one size, so here, and only here, a photo is enlarged.
    let photo = Canvas::photo(fixture!("turned6.jpg"), 630, 630, Some((0.25, 0.3)), &Limits::default()).unwrap();
    card.lay(&photo, 570, 0);
    card.fill((0, 0), (570, 630), [10, 60, 110], 255);
    let (file, quality) = card.jpeg_within(60_000, 85, 40).unwrap();
    assert!(file.len() <= 60_000 && quality >= 40);
    let seen = pixels(&file);
    assert_eq!(seen.dimensions(), (1200, 630));
    let disc = seen.get_pixel(570 + 300, 270).0;
    assert!(disc[0] > 180 && disc[1] < 90, "the disc is not where its focal point is: {disc:?}");
    assert_eq!(Canvas::photo(b"", 10, 10, None, &Limits::default()), Err(Refusal::Empty));
}

#[test]
fn first_impressions() {
    let sharp = rendered(fixture!("interlaced.png"), &best(160)).assessment;
    assert!((0.3..0.8).contains(&sharp.brightness) && sharp.contrast > 0.05 && !sharp.has_bars(), "{sharp:?}");
}

#[test]
fn formats_are_told_by_content() {
    for (name, source, format) in [
        ("420.jpg", fixture!("420.jpg"), Format::Jpeg),
        ("alpha.png", fixture!("alpha.png"), Format::Png),
        ("lossy.webp", fixture!("lossy.webp"), Format::WebP),
        ("moving.gif", fixture!("moving.gif"), Format::Gif),
    ] {
        assert_eq!(facts(source).format, format, "{name}");
        assert_eq!((facts(source).width, facts(source).height), (160, 112), "{name}");
    }
}
