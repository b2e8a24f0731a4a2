//! Words, prose, links and labels: the small pieces every view is made of.

use serde::Serialize;

/// Text that may be in another language than its page (a missing translation).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The text itself, not escaped.
    pub text: String,
    /// BCP 47 tag, only when it differs from the page's language; templates print it as `lang`.
    pub lang: Option<String>,
}

impl Words {
    /// Text in the page's own language.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }

    /// Text in another language than the page.
    pub fn foreign(text: impl Into<String>, lang: impl Into<String>) -> Self {
        Self { text: text.into(), lang: Some(lang.into()) }
    }
}

/// Rendered Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Prose {
    /// Safe HTML made by the Markdown stage; headings begin at `h3` unless the view says otherwise.
    pub html: String,
    /// BCP 47 tag when the language differs from the page's.
    pub lang: Option<String>,
}

/// A link with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Words to click.
    pub label: Words,
    /// Ready address.
    pub url: String,
}

/// A small link in a row of choices (categories, districts, price bands, popular words).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Chip {
    /// Words to click.
    pub label: Words,
    /// Ready address; `None` prints a value that cannot be chosen (count 0).
    pub url: Option<String>,
    /// How many entries wait behind it, already written ("12"); `None` hides the number.
    pub count: Option<String>,
    /// This is the page being looked at.
    pub current: bool,
}

/// A titled row of chips.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChipRow {
    /// Title of the row, e.g. "Kecamatan".
    pub label: String,
    /// The choices, in order.
    pub chips: Vec<Chip>,
}

/// A short label with a colour role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// "Halal", "Stok terbatas", "Baru".
    pub text: String,
    /// Role: `plain`, `good`, `warn`, `quiet`, `accent`; becomes the class `badge-<role>`.
    pub tone: String,
    /// ISO date after which the browser hides it (a promotion, a permit); `None` stays.
    pub until: Option<String>,
}

/// One row of a fact list (`<dl>`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// "Bahan", "Ukuran".
    pub label: String,
    /// Plain value; empty when `html` or `links` is used.
    pub value: Words,
    /// Rendered Markdown instead of a plain value.
    pub html: Option<String>,
    /// Links instead of, or after, a plain value.
    pub links: Vec<Link>,
}

/// A date for machines and people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Day {
    /// `2026-03-17`, or with time `2026-03-17T09:00:00+07:00`.
    pub iso: String,
    /// "17 Maret 2026".
    pub text: String,
}

/// Why a place is empty and what to do instead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Empty {
    /// "Belum ada produk di sini".
    pub title: String,
    /// One helpful sentence.
    pub hint: Option<String>,
    /// Ways on; the first is shown as a button.
    pub links: Vec<Link>,
}
