//! Indonesian, and English beside it, as people write and read it: rupiah, dates, names, phrases, sorting.
//!
//! Pure functions over text and numbers. They know nothing of files, entries or mistakes.

mod calendar;
mod case;
mod decoration;
mod excerpt;
mod nearest;
mod number;
mod phrase;
mod plain;
mod sort;

pub use calendar::{Weekday, clock, month_name, month_named, month_short, read_clock, weekday_named};
pub use case::{is_shouting, sentence_case, title_case};
pub use decoration::{is_decorated, without_decoration};
pub use excerpt::{count_words, excerpt, reading_minutes};
pub use nearest::nearest;
pub use number::{group, rupiah};
pub use phrase::{join, plural, relative_days};
pub use plain::{is_dash, narrow};
pub use sort::sort_key;

/// A language of the site and of the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// Indonesian, the first language of everything.
    #[default]
    Id,
    /// English.
    En,
}

impl Language {
    /// Both languages, Indonesian first.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The code used in HTML and file names: `id` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.pick("id", "en")
    }

    /// The language of a code or locale such as `id`, `en-GB` or `id_ID.UTF-8`. `in` is the old code for Indonesian.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let code = text.trim().split(['-', '_', '.', '@']).next().unwrap_or_default();
        match code.to_ascii_lowercase().as_str() {
            "id" | "in" | "ind" => Some(Self::Id),
            "en" | "eng" => Some(Self::En),
            _ => None,
        }
    }

    /// The Indonesian or the English one of two values.
    #[must_use]
    pub fn pick<T>(self, id: T, en: T) -> T {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_in_a_locale() {
        assert_eq!(Language::parse("id_ID.UTF-8"), Some(Language::Id));
        assert_eq!(Language::parse("EN-gb"), Some(Language::En));
        assert_eq!(Language::parse("C.UTF-8"), None);
        assert_eq!(Language::parse(""), None);
    }
}
