//! How far a build is, in one calm line on a terminal: the stage, its count, the time left. What takes less than a second
//! shows nothing.

use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::bahasa::{Language, group};

/// Nothing shows before.
const PATIENCE: Duration = Duration::from_secs(1);
/// The line is drawn so often, in hertz.
const RATE: u8 = 4;
/// Steps of a stage below which the time left is a guess, as a share of all.
const KNOWN: f64 = 0.05;

/// The line.
pub struct Line {
    language: Language,
    begun: Instant,
    bar: Mutex<Option<ProgressBar>>,
}

impl Line {
    /// One that shows nothing yet.
    pub fn new(language: Language) -> Line {
        Line { language, begun: Instant::now(), bar: Mutex::default() }
    }

    /// A stage begins, with so many steps; 0 when they cannot be told.
    pub fn stage(&self, name: &'static str, steps: usize) {
        let (language, begun, since) = (self.language, self.begun, Instant::now());
        let line = move |state: &ProgressState, out: &mut dyn Write| {
            if begun.elapsed() >= PATIENCE {
                let _ = out.write_str(&words(name, state.pos(), steps as u64, since.elapsed(), language));
            }
        };
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::stderr_with_hz(RATE));
        if let Ok(style) = ProgressStyle::with_template("{baris}") {
            bar.set_style(style.with_key("baris", line));
        }
        // A stage may be long without a step.
        bar.enable_steady_tick(Duration::from_millis(1000 / u64::from(RATE)));
        if let Some(old) = self.lock().replace(bar) {
            old.finish_and_clear();
        }
    }

    /// One step of the stage is done.
    pub fn step(&self) {
        if let Some(bar) = self.lock().as_ref() {
            bar.inc(1);
        }
    }

    /// Takes the line away.
    pub fn clear(&self) {
        if let Some(bar) = self.lock().take() {
            bar.finish_and_clear();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<ProgressBar>> {
        self.bar.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// "halaman 4.000 dari 29.872, sekitar 12 detik lagi".
fn words(name: &str, done: u64, all: u64, since: Duration, language: Language) -> String {
    let mut text = stage_name(name, language).to_owned();
    if all == 0 {
        text.push('…');
        return text;
    }
    let of = language.pick("dari", "of");
    let _ = write!(text, " {} {of} {}", group(done, language), group(all, language));
    let share = done as f64 / all as f64;
    if done >= all {
        text.push_str(language.pick(", hampir selesai", ", nearly done"));
    } else if share >= KNOWN {
        let left = (since.as_secs_f64() * (1.0 - share) / share).ceil() as u64;
        let _ = match (left, language) {
            (..60, Language::Id) => write!(text, ", sekitar {left} detik lagi"),
            (..60, Language::En) => write!(text, ", about {left} s left"),
            (_, Language::Id) => write!(text, ", sekitar {} menit lagi", left.div_ceil(60)),
            (_, Language::En) => write!(text, ", about {} min left", left.div_ceil(60)),
        };
    }
    text
}

/// A stage of the pipeline in the person's language; leading blanks stay.
pub fn stage_name(name: &str, language: Language) -> &str {
    match (name.trim_start(), language) {
        ("membaca", Language::En) => "reading",
        ("periksa", Language::En) => "look",
        ("baca", Language::En) => "read",
        ("entri", Language::En) => "  entries",
        ("hubungan", Language::En) => "  links",
        ("rencana", Language::En) => "plan",
        ("gambar", Language::En) => "pictures",
        ("salin gambar", Language::En) => "copy pictures",
        ("halaman", Language::En) => "pages",
        ("pencarian", Language::En) => "  search",
        ("umpan", Language::En) => "  feeds",
        ("kartu bagikan", Language::En) => "share cards",
        ("kompres", Language::En) => "compress",
        ("pasang", Language::En) => "publish",
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far_it_is_and_guesses_only_what_can_be_guessed() {
        let second = Duration::from_secs(1);
        let id = |done, all, since| words("halaman", done, all, since, Language::Id);
        assert_eq!(words("membaca", 0, 0, second, Language::Id), "membaca…");
        assert_eq!(id(1, 29_872, second), "halaman 1 dari 29.872");
        assert_eq!(id(2_987, 29_872, second), "halaman 2.987 dari 29.872, sekitar 10 detik lagi");
        assert_eq!(id(50, 100, 200 * second), "halaman 50 dari 100, sekitar 4 menit lagi");
        assert_eq!(id(100, 100, second), "halaman 100 dari 100, hampir selesai");
        assert_eq!(words("halaman", 10, 100, second, Language::En), "pages 10 of 100, about 9 s left");
    }
}
