//! Clock, environment, terminal.

use std::io::{IsTerminal, Write};

use super::Format;
use super::progress::Line;
use crate::bahasa::Language;
use crate::diagnostic::show::{self, SourceTexts, Style};
use crate::diagnostic::{Diagnostic, Problems};
use crate::disk::Disk;
use crate::model::Date;
use crate::pipeline::Progress;

/// The day in the time zone of Jakarta (UTC+7).
#[expect(clippy::disallowed_methods, reason = "commands read the clock")]
pub fn today() -> Date {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = now.map_or(0, |since| since.as_secs()) + 7 * 3600;
    Date::from_day_number((seconds / 86_400) as i32 + EPOCH)
}

/// Day number of 1970-01-01.
const EPOCH: i32 = 0;

/// The language of messages: asked for, else the system's, else Indonesian.
#[expect(clippy::disallowed_methods, reason = "commands read the environment")]
pub fn language(asked: Option<&str>) -> Language {
    if let Some(language) = asked.and_then(Language::parse) {
        return language;
    }
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let locale = names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    // Only a locale that says so changes the language: "C" and "POSIX" say nothing.
    locale.and_then(|locale| Language::parse(&locale)).unwrap_or(Language::Id)
}

/// Where words go.
pub struct Console {
    /// Language of the words.
    pub language: Language,
    quiet: bool,
    format: Format,
    line: Line,
}

impl Console {
    /// For this language.
    pub fn new(language: Language, quiet: bool, format: Format) -> Console {
        Console { language, quiet, format, line: Line::new(language) }
    }

    /// The answer to a command, on standard output. A closed pipe is no failure.
    pub fn print(&self, text: &str) {
        let _ = anstream::stdout().write_all(text.as_bytes());
    }

    /// A word to the person in front of the screen, on standard error.
    pub fn say(&self, text: &str) {
        if !self.quiet && self.format == Format::Human {
            let _ = writeln!(anstream::stderr(), "{text}");
        }
    }

    /// What went wrong.
    pub fn error(&self, text: &str) {
        let _ = writeln!(anstream::stderr(), "{}: {text}", self.language.pick("galat", "error"));
    }

    /// Prints problems in the asked form, with a summary for people. Quiet prints only errors.
    pub fn problems(&self, problems: Problems, disk: &dyn Disk) {
        let counts = problems.counts();
        let mut list = problems.sorted();
        if self.quiet {
            list.retain(|problem| problem.level() == crate::diagnostic::Level::Error);
        }
        match self.format {
            Format::Json => self.print(&show::json(&list, self.language)),
            Format::Github => self.print(&show::github(&list, self.language)),
            Format::Human => {
                let style = Style { language: self.language, colour: std::io::stderr().is_terminal() };
                let texts = texts(&list, disk);
                let _ = anstream::stderr().write_all(show::human(&list, &texts, style).as_bytes());
                if !list.is_empty() {
                    self.say(&show::summary(counts, self.language));
                }
            }
        }
    }

    /// Prints problems to the person in front of the screen, without counting them.
    pub fn remarks(&self, problems: Problems, disk: &dyn Disk) {
        let list = problems.sorted();
        let style = Style { language: self.language, colour: std::io::stderr().is_terminal() };
        self.say(show::human(&list, &texts(&list, disk), style).trim_end());
    }

    /// Takes the progress display away.
    pub fn clear(&self) {
        self.line.clear();
    }
}

/// The texts of the files that problems point into.
fn texts(list: &[Diagnostic], disk: &dyn Disk) -> SourceTexts {
    let mut texts = SourceTexts::new();
    for problem in list.iter().take(show::SHOWN_MAX) {
        let file = &problem.place.file;
        if !texts.contains_key(file)
            && let Ok(bytes) = disk.read(file)
            && let Ok(text) = String::from_utf8(bytes)
        {
            texts.insert(file.clone(), text);
        }
    }
    texts
}

impl Progress for Console {
    fn stage(&self, name: &'static str, steps: usize) {
        if !self.quiet && self.format == Format::Human && std::io::stderr().is_terminal() {
            self.line.stage(name, steps);
        }
    }

    fn step(&self) {
        self.line.step();
    }
}
