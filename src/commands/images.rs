//! `images IN_DIR OUT_DIR`: every picture of a folder at the usual widths, without a site around it. Hidden; it exists so
//! that the picture engine can be timed beside other tools on the same work (`bench/images_peers.sh` names the files).

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::picture::{Format, JpegSettings, Limits, Recipe, Rendered, WebpSettings, render};

/// Widths of the WebP files.
const WIDTHS: [u32; 4] = [1280, 960, 640, 320];
/// Width of the JPEG.
const FALLBACK_WIDTH: u32 = 640;
/// Width of the picture that goes into the page as text.
const INLINE_WIDTH: u32 = 16;

/// Makes `NAME-1280.webp`, `-960`, `-640`, `-320`, `NAME-640.jpg` and `NAME-ph.txt` in `output` from every picture of
/// `input`, with `threads` workers.
///
/// # Errors
/// A line with the file's name: the first failure in the order of names, after all other pictures were made.
pub fn run(input: &Path, output: &Path, threads: usize) -> Result<(), String> {
    let sources = pictures(input)?;
    create_folder(output)?;
    let recipes = recipes();
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                while let Some(source) = sources.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(failure) = one(source, output, &recipes)
                        && let Ok(mut failures) = failures.lock()
                    {
                        failures.push(format!("{}: {failure}", source.display()));
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap_or_default();
    failures.sort();
    failures.into_iter().next().map_or(Ok(()), Err)
}

fn recipes() -> [Recipe; 2] {
    [
        Recipe {
            widths: WIDTHS.to_vec(),
            webp: WebpSettings::default(),
            jpeg: Some(JpegSettings { width: FALLBACK_WIDTH, quality: 80 }),
            ..Recipe::default()
        },
        Recipe { widths: vec![INLINE_WIDTH], webp: WebpSettings { quality: 20, method: 4 }, ..Recipe::default() },
    ]
}

fn one(source: &Path, output: &Path, recipes: &[Recipe]) -> Result<(), String> {
    let rendered = render(&read(source)?, recipes, &Limits::default()).map_err(|refusal| refusal.to_string())?;
    let stem = source.file_stem().unwrap_or_default().to_string_lossy();
    for width in WIDTHS {
        save(output, &format!("{stem}-{width}.webp"), made(&rendered, 0, Format::WebP, width)?)?;
    }
    save(output, &format!("{stem}-{FALLBACK_WIDTH}.jpg"), made(&rendered, 0, Format::Jpeg, FALLBACK_WIDTH)?)?;
    let inline = made(&rendered, 1, Format::WebP, INLINE_WIDTH)?;
    save(output, &format!("{stem}-ph.txt"), format!("data:image/webp;base64,{}", base64(inline)).as_bytes())
}

/// The file of a recipe for a wished width; a picture that is narrower has one at its own width.
fn made(rendered: &Rendered, recipe: usize, format: Format, wished: u32) -> Result<&[u8], String> {
    let width = wished.min(rendered.facts.width);
    let file = rendered.files.iter().find(|f| f.recipe == recipe && f.format == format && f.width == width);
    file.map(|f| f.bytes.as_slice()).ok_or_else(|| format!("no file of width {width}"))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let word = group.iter().fold(0u32, |word, &byte| word << 8 | u32::from(byte)) << (8 * (3 - group.len()));
        for i in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * i) & 63) as usize];
            text.push(if i <= group.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[expect(clippy::disallowed_methods, reason = "lists the folder it was given")]
fn pictures(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| is_picture(path)).collect();
    found.sort();
    Ok(found)
}

fn is_picture(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    matches!(extension.as_str(), "jpg" | "jpeg" | "png" | "webp" | "gif")
}

fn create_folder(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

#[expect(clippy::disallowed_methods, reason = "reads the pictures it was given")]
fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| error.to_string())
}

#[expect(clippy::disallowed_methods, reason = "a command writes what it was asked for")]
fn save(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(folder.join(name), bytes).map_err(|error| format!("{name}: {error}"))
}
