//! Diagnostics as people and machines read them: the terminal, JSON, GitHub annotations. Text in, text out.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level as Mark, Patch, Renderer, Snippet};
use serde::Serialize;

use super::{Counts, Diagnostic, Level, fill};
use crate::bahasa::Language;

/// How the terminal is to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Language of the words.
    pub language: Language,
    /// Colours and Unicode lines.
    pub colour: bool,
}

/// Texts of the files that diagnostics point into, by path.
pub type SourceTexts = BTreeMap<Arc<str>, String>;

/// Bounds on what is printed; all problems are always counted.
pub const SHOWN_MAX: usize = 500;

/// One mistake in a sentence.
pub fn message(problem: &Diagnostic, language: Language) -> String {
    fill(problem.code().texts(language).message, &problem.finding.arguments)
}

/// What to write instead, if it is known; else how to mend it in general.
pub fn hint(problem: &Diagnostic, language: Language) -> String {
    match &problem.finding.instead {
        Some(text) => format!("{}: {text}", language.pick("tulis", "write")),
        None => problem.code().texts(language).fix.to_owned(),
    }
}

/// The whole line as it should read, when what to write is known.
pub fn corrected_line(problem: &Diagnostic, text: &str) -> Option<String> {
    let (start, end, instead) = mend(problem, text, problem.finding.instead.as_deref()?)?;
    let from = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
    let to = text.get(end..)?.find('\n').map_or(text.len(), |at| end + at);
    Some(format!("{}{instead}{}", text.get(from..start)?, text.get(end..to)?).trim().to_owned())
}

/// All of them, grouped by file, with the lines they stand in.
pub fn human(problems: &[Diagnostic], texts: &SourceTexts, style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(if style.colour { DecorStyle::Unicode } else { DecorStyle::Ascii });
    let mut out = String::new();
    for problem in problems.iter().take(SHOWN_MAX) {
        let text = texts.get(&problem.place.file).map(String::as_str);
        out.push_str(&one(problem, text, style.language, &renderer));
        out.push_str("\n\n");
    }
    if problems.len() > SHOWN_MAX {
        let rest = problems.len() - SHOWN_MAX;
        let words = style.language.pick("masalah lagi tidak ditampilkan", "more problems not shown");
        let _ = writeln!(out, "… {rest} {words}\n");
    }
    out
}

fn one(problem: &Diagnostic, text: Option<&str>, language: Language, renderer: &Renderer) -> String {
    let level = problem.level();
    let mark = match level {
        Level::Error => Mark::ERROR,
        Level::Warning => Mark::WARNING,
        Level::Advice => Mark::INFO,
    };
    let title = mark
        .with_name(Some(level.name(language)))
        .primary_title(message(problem, language))
        .id(problem.code().as_str());
    let span = problem.place.span;
    let lines = text.filter(|text| span.line > 0 && (span.end as usize) <= text.len());
    let mut group = match lines {
        Some(text) => {
            let range = shown_range(text, span.start as usize, span.end as usize);
            let snippet =
                Snippet::source(text).path(&*problem.place.file).annotation(AnnotationKind::Primary.span(range));
            title.element(snippet)
        }
        None => title.element(annotate_snippets::Origin::path(&*problem.place.file)),
    };
    let mut report = Vec::new();
    let mended = problem.finding.instead.as_deref().zip(lines).and_then(|(instead, text)| mend(problem, text, instead));
    match mended {
        Some((start, end, line)) if lines.is_some() => {
            report.push(group);
            let help = Mark::HELP.with_name(Some(language.pick("tulis begini", "write this"))).secondary_title("");
            let source = Snippet::source(lines.unwrap_or_default()).path(&*problem.place.file);
            report.push(help.element(source.patch(Patch::new(start..end, line))));
            return renderer.render(&report);
        }
        _ => {
            let help = Mark::HELP.with_name(Some(language.pick("saran", "hint"))).message(hint(problem, language));
            group = group.element(help);
        }
    }
    report.push(group);
    renderer.render(&report)
}

/// At least one character, and never past the end of its line.
fn shown_range(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let line_end = text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| start + at);
    start..end.clamp(start, line_end).max(start)
}

/// The stretch to replace and the text for it. A whole corrected line (`kolom: isi`) replaces its line; anything else
/// replaces the value.
fn mend(problem: &Diagnostic, text: &str, instead: &str) -> Option<(usize, usize, String)> {
    let span = problem.place.span;
    if span.end <= span.start {
        return None;
    }
    let (start, end) = (span.start as usize, span.end as usize);
    let line_start = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
    let line_end = text.get(start..)?.find('\n').map_or(text.len(), |at| start + at);
    let line = text.get(line_start..line_end)?.trim_end();
    if end > line_end {
        return None;
    }
    let key = line.trim_start().trim_start_matches("- ").split(':').next().unwrap_or_default();
    let whole_line = instead.split_once(':').is_some_and(|(start, _)| start.trim() == key.trim());
    if whole_line {
        let indent = line.len() - line.trim_start().len();
        return Some((line_start + indent, line_start + line.len(), instead.trim_start().to_owned()));
    }
    Some((start, end, instead.to_owned()))
}

/// "3 kesalahan, 5 peringatan, 12 saran di 4 berkas".
pub fn summary(counts: Counts, language: Language) -> String {
    let plural = |n: usize, one: &str, other: &str| format!("{n} {}", if n == 1 { one } else { other });
    match language {
        Language::Id => format!(
            "{} kesalahan, {} peringatan, {} saran di {} berkas",
            counts.errors, counts.warnings, counts.advice, counts.files
        ),
        Language::En => format!(
            "{}, {}, {} in {}",
            plural(counts.errors, "error", "errors"),
            plural(counts.warnings, "warning", "warnings"),
            plural(counts.advice, "hint", "hints"),
            plural(counts.files, "file", "files")
        ),
    }
}

/// One row of the JSON form. Its fields never change their meaning.
#[derive(Debug, Serialize)]
struct Row<'a> {
    code: &'static str,
    level: &'static str,
    file: &'a str,
    line: u32,
    column: u32,
    message: String,
    hint: String,
}

/// An array of `{code, level, file, line, column, message, hint}`; `level` is `error`, `warning` or `advice`, line and
/// column count from 1, or are 0 when the whole file is meant.
pub fn json(problems: &[Diagnostic], language: Language) -> String {
    let row = |problem: &'_ Diagnostic| -> String {
        let row = Row {
            code: problem.code().as_str(),
            level: problem.level().name(Language::En),
            file: &problem.place.file,
            line: problem.place.span.line,
            column: problem.place.span.column,
            message: message(problem, language),
            hint: hint(problem, language),
        };
        serde_json::to_string(&row).unwrap_or_default()
    };
    let rows: Vec<String> = problems.iter().map(row).collect();
    if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", rows.join(",\n")) }
}

/// Workflow commands that GitHub shows at the lines of a pull request.
pub fn github(problems: &[Diagnostic], language: Language) -> String {
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| escape(text).replace(':', "%3A").replace(',', "%2C");
    let mut out = String::new();
    for problem in problems {
        let command = match problem.level() {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Advice => "notice",
        };
        let place = &problem.place;
        let _ = writeln!(
            out,
            "::{command} file={},line={},col={},title={}::{}",
            property(&place.file),
            place.span.line.max(1),
            place.span.column.max(1),
            property(problem.code().as_str()),
            escape(&format!("{} {}", message(problem, language), hint(problem, language)))
        );
    }
    out
}
