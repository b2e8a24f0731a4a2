//! What every kind of entry has (specification 3).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Date, Prose};
use crate::bahasa::Language;
use crate::diagnostic::{Place, Span};

/// A text in Indonesian and, if someone wrote it, in English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Bilingual {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: Option<String>,
}

impl Bilingual {
    /// The text for readers of `language`, and the language it really is in.
    pub fn get(&self, language: Language) -> (&str, Language) {
        match (language, &self.en) {
            (Language::En, Some(en)) => (en, Language::En),
            _ => (&self.id, Language::Id),
        }
    }

    /// The text for readers of `language`, whatever language it is in.
    pub fn text(&self, language: Language) -> &str {
        self.get(language).0
    }
}

/// Markdown in Indonesian and, if someone wrote it, in English.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BilingualProse {
    /// Indonesian.
    pub id: Prose,
    /// English.
    pub en: Option<Prose>,
}

impl BilingualProse {
    /// The text for readers of `language`, and the language it really is in.
    pub fn get(&self, language: Language) -> (&Prose, Language) {
        match (language, &self.en) {
            (Language::En, Some(en)) => (en, Language::En),
            _ => (&self.id, Language::Id),
        }
    }
}

/// May the entry be seen?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Status {
    /// Published and listed.
    #[default]
    Published,
    /// Not built.
    Draft,
    /// The page stays, but is not listed and not indexed.
    Archived,
}

/// A photo of an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Photo {
    /// The file's path below the site's root.
    pub path: Arc<str>,
    /// What it shows.
    pub alt: Option<Bilingual>,
    /// Who took it.
    pub credit: Option<String>,
    /// The point that must stay visible when it is cropped: fractions from the left and from the top.
    pub focus: Option<(f32, f32)>,
    /// Where the entry names it.
    pub span: Span,
}

/// Name, texts, photos and dates of an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Common {
    /// Last part of its address; its file's or folder's name.
    pub slug: Arc<str>,
    /// The file it was read from, below the site's root.
    pub file: Arc<str>,
    /// `nama` or `judul`.
    pub name: Bilingual,
    /// Where the name stands.
    pub name_span: Span,
    /// One sentence about it.
    pub summary: Option<Bilingual>,
    /// The body.
    pub body: BilingualProse,
    /// Photos, the main one first.
    pub photos: Vec<Photo>,
    /// Words for search and the line of tags.
    pub keywords: Vec<String>,
    /// Editor's choice.
    pub featured: bool,
    /// Invented for the sample site.
    pub sample: bool,
    /// May it be seen?
    pub status: Status,
    /// First published.
    pub published: Option<Date>,
    /// Last changed.
    pub updated: Option<Date>,
    /// Last checked by the office.
    pub checked: Option<Date>,
    /// Addresses it had before.
    pub old_paths: Vec<(String, Span)>,
}

impl Common {
    /// May it stand in lists? An archived entry keeps its page and its links, no more. Drafts are read in previews only,
    /// and there they stand where they will stand.
    pub fn is_listed(&self) -> bool {
        self.status != Status::Archived
    }

    /// A place in its file.
    pub fn place(&self, span: Span) -> Place {
        Place { file: self.file.clone(), span }
    }

    /// The newest date known of it: changed, else published.
    pub fn freshness(&self) -> Option<Date> {
        self.updated.max(self.published)
    }

    /// Does the name or the summary exist in English?
    pub fn has_english(&self) -> bool {
        self.name.en.is_some() && self.summary.as_ref().is_none_or(|summary| summary.en.is_some())
    }
}
