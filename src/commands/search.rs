//! `etalase search`: asks the built index, and says why each answer is one.
//!
//! The text is made here; reading files, arguments and printing are the caller's.

use std::fmt::Write;

use crate::search::{Answer, FieldClass, Hit, IndexSource, Match, Options, ReadError, Reader, Reason};

/// How the answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchStyle {
    /// One JSON array a query, one query a line, instead of text for people.
    pub json: bool,
    /// English labels instead of Indonesian ones.
    pub english: bool,
    /// The most hits for each query.
    pub limit: usize,
    /// The day for the shuffle of equals, counted from 1970-01-01.
    pub day: u32,
}

/// The answers to all queries, in their order, as text that ends with a line break.
///
/// `source` reads the files of the index.
///
/// # Errors
/// When a file of the index is missing, damaged or of another version.
pub fn answers(source: &dyn IndexSource, queries: &[String], style: SearchStyle) -> Result<String, ReadError> {
    let reader = Reader::open(source)?;
    let mut out = String::new();
    for query in queries {
        let answer = reader.query(query, Options { limit: style.limit, day: style.day, open: true })?;
        if style.json {
            let hits: Vec<serde_json::Value> = answer.hits.iter().map(hit_json).collect();
            let _ = writeln!(out, "{}", serde_json::Value::Array(hits));
        } else {
            write_answer(&mut out, query, &answer, style.english);
        }
    }
    Ok(out)
}

fn hit_json(hit: &Hit) -> serde_json::Value {
    serde_json::json!({
        "kind": hit.kind,
        "slug": hit.card.slug,
        "title": hit.card.title,
        "score": hit.score,
        "approximate": hit.approximate,
    })
}

fn write_answer(out: &mut String, query: &str, answer: &Answer, english: bool) {
    let say = |id: &'static str, en: &'static str| if english { en } else { id };
    let _ = writeln!(out, "“{query}”: {} {}", answer.total, say("hasil", "results"));
    for (typed, meant) in &answer.corrections {
        let _ = writeln!(out, "  {} {typed} → {meant}", say("dibaca:", "read as:"));
    }
    if !answer.chips.is_empty() {
        let chips: Vec<&str> = answer.chips.iter().map(|chip| chip.words.as_str()).collect();
        let _ = writeln!(out, "  {} {}", say("saringan:", "filters:"), chips.join(" · "));
    }
    if !answer.dropped.is_empty() {
        let _ = writeln!(out, "  {} {}", say("tanpa:", "without:"), answer.dropped.join(", "));
    }
    for (place, hit) in answer.hits.iter().enumerate() {
        let far = if hit.approximate { "~" } else { " " };
        let _ =
            writeln!(out, "{:>4}.{far}{} [{}/{}] {}", place + 1, hit.card.title, hit.kind, hit.card.slug, hit.score);
        let why: Vec<String> = hit.reasons.iter().map(|reason| reason_text(reason, english)).collect();
        if !why.is_empty() {
            let _ = writeln!(out, "       {}", why.join("; "));
        }
    }
}

fn reason_text(reason: &Reason, english: bool) -> String {
    let say = |id: &'static str, en: &'static str| if english { en } else { id };
    let how = match reason.how {
        Match::Exact => say("sama", "exact"),
        Match::Prefix => say("awalan", "prefix"),
        Match::Spelling => say("ejaan lain", "spelling"),
        Match::Root => say("kata dasar", "root"),
        Match::Typo { .. } => say("salah ketik", "typo"),
        Match::Joined => say("digabung atau dipisah", "joined or split"),
        Match::Phrase => say("saringan", "filter"),
    };
    let place = match reason.class {
        FieldClass::Text => say("teks", "text"),
        FieldClass::Attribute => say("keterangan", "attribute"),
        FieldClass::Maker => say("pembuat, kategori, atau padanan", "maker, category or synonym"),
        FieldClass::Title => say("nama", "title"),
        FieldClass::TitleSecond => say("kata kedua nama", "second word of the title"),
        FieldClass::TitleStart => say("kata pertama nama", "first word of the title"),
    };
    if reason.typed == reason.found {
        format!("{} ({how}, {place})", reason.typed)
    } else {
        format!("{} → {} ({how}, {place})", reason.typed, reason.found)
    }
}
