//! `images IN_DIR OUT_DIR`: every picture of a folder at the usual widths, without a site around it. Hidden; it exists so
//! that the picture engine can be timed beside other tools on the same work (`benches/pictures/` names them).

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::Finding;
use crate::disk::Fault;
use crate::picture::{Format, JpegSettings, Limits, Recipe, Refusal, Rendered, WebpSettings, render};
use crate::plan::pictures::finding_of;

/// Widths of the WebP files.
const WIDTHS: [u32; 4] = [1280, 960, 640, 320];
/// Width of the JPEG.
const FALLBACK_WIDTH: u32 = 640;
/// Width of the picture that goes into the page as text.
const INLINE_WIDTH: u32 = 16;

/// Makes `NAME-1280.webp`, `-960`, `-640`, `-320`, `NAME-640.jpg` and `NAME-ph.txt` in `output` from every picture of
/// `input`, with `threads` workers. Returns the pictures that were refused, sorted by name; nothing is written of them.
///
/// # Errors
/// A [`Fault`] when a picture cannot be read or a file not be written: the first in the order of names, after all other
/// pictures were tried.
pub fn run(input: &Path, output: &Path, threads: usize) -> Result<Vec<(PathBuf, Finding)>, Fault> {
    let sources = pictures(input)?;
    std::fs::create_dir_all(output).map_err(|cause| Fault::new("membuat folder", output, cause))?;
    let recipes = recipes();
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                while let Some(source) = sources.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(failure) = one(source, output, &recipes) {
                        let mut failures = failures.lock().unwrap_or_else(PoisonError::into_inner);
                        failures.push((source.clone(), failure));
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    failures.sort_by(|(a, _), (b, _)| a.cmp(b));
    let split = |(source, failure)| match failure {
        Failure::Refused(finding) => Ok((source, finding)),
        Failure::Machine(fault) => Err(fault),
    };
    failures.into_iter().map(split).collect()
}

/// Why a picture was not made.
enum Failure {
    Refused(Finding),
    Machine(Fault),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Machine(fault)
    }
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

fn one(source: &Path, output: &Path, recipes: &[Recipe]) -> Result<(), Failure> {
    let name = source.file_name().unwrap_or_default().to_string_lossy();
    let limits = Limits::default();
    let size = std::fs::metadata(source).map_or(0, |found| found.len());
    if size > limits.bytes_max {
        let refusal = Refusal::TooLarge { bytes: size, limit: limits.bytes_max };
        return Err(Failure::Refused(finding_of(&refusal, &name, size)));
    }
    let bytes = read(source)?;
    let rendered = render(&bytes, recipes, &limits).map_err(|refusal| match refusal {
        Refusal::NotEncoded { detail } => {
            Failure::Machine(Fault::new("mengolah foto", source, std::io::Error::other(detail)))
        }
        refusal => Failure::Refused(finding_of(&refusal, &name, bytes.len() as u64)),
    })?;
    let stem = source.file_stem().unwrap_or_default().to_string_lossy();
    for width in WIDTHS {
        save(output, &format!("{stem}-{width}.webp"), made(source, &rendered, 0, Format::WebP, width)?)?;
    }
    save(output, &format!("{stem}-{FALLBACK_WIDTH}.jpg"), made(source, &rendered, 0, Format::Jpeg, FALLBACK_WIDTH)?)?;
    let inline = made(source, &rendered, 1, Format::WebP, INLINE_WIDTH)?;
    save(output, &format!("{stem}-ph.txt"), format!("data:image/webp;base64,{}", base64(inline)).as_bytes())?;
    Ok(())
}

/// The file of a recipe for a wished width; a picture that is narrower has one at its own width.
fn made<'a>(
    source: &Path,
    rendered: &'a Rendered,
    recipe: usize,
    format: Format,
    wished: u32,
) -> Result<&'a [u8], Fault> {
    let width = wished.min(rendered.facts.width);
    let file = rendered.files.iter().find(|f| f.recipe == recipe && f.format == format && f.width == width);
    let missing = || Fault::new("mengolah foto", source, std::io::Error::other(format!("no file of width {width}")));
    file.map(|f| f.bytes.as_slice()).ok_or_else(missing)
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
fn pictures(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let entries = std::fs::read_dir(folder).map_err(|cause| Fault::new("membaca folder", folder, cause))?;
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| is_picture(path)).collect();
    found.sort();
    Ok(found)
}

fn is_picture(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    matches!(extension.as_str(), "jpg" | "jpeg" | "png" | "webp" | "gif")
}

#[expect(clippy::disallowed_methods, reason = "reads the pictures it was given")]
fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    std::fs::read(path).map_err(|cause| Fault::new("membaca", path, cause))
}

#[expect(clippy::disallowed_methods, reason = "a command writes what it was asked for")]
fn save(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Fault> {
    let path = folder.join(name);
    std::fs::write(&path, bytes).map_err(|cause| Fault::new("menulis", path, cause))
}
