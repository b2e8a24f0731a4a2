//! The pile of mistakes of one run.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Code, Finding, Level, Place, Span};

/// One mistake: what, where, and how to put it right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What is wrong.
    pub finding: Finding,
    /// Where.
    pub place: Place,
}

impl Diagnostic {
    /// How grave it is; decided by its code alone.
    pub fn level(&self) -> Level {
        self.finding.code.level()
    }

    /// Its code.
    pub fn code(&self) -> Code {
        self.finding.code
    }

    /// Says whether two mistakes are the same, wherever in the file they stand.
    pub fn signature(&self) -> String {
        format!("{}\n{}\n{:?}", self.place.file, self.code().as_str(), self.finding.arguments)
    }
}

/// Everything found so far. Order of arrival does not matter: [`Problems::sorted`] brings file order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Problems {
    list: Vec<Diagnostic>,
}

/// How many of each level, and in how many files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Mistakes that stop the publication.
    pub errors: usize,
    /// Things that hurt but do not stop it.
    pub warnings: usize,
    /// Ideas for a better entry.
    pub advice: usize,
    /// Files they stand in.
    pub files: usize,
}

impl Problems {
    /// None yet.
    pub fn new() -> Problems {
        Problems::default()
    }

    /// Adds one.
    pub fn add(&mut self, place: Place, finding: Finding) {
        self.list.push(Diagnostic { finding, place });
    }

    /// Adds one that blames a file as a whole.
    pub fn add_to_file(&mut self, file: &str, finding: Finding) {
        self.add(Place { file: file.into(), span: Span::WHOLE }, finding);
    }

    /// Takes over another pile.
    pub fn append(&mut self, other: Problems) {
        self.list.extend(other.list);
    }

    /// All of them as bytes, for a record.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// Reads them back. `None` when they come from another version of the program.
    pub fn from_bytes(bytes: &[u8]) -> Option<Problems> {
        postcard::from_bytes(bytes).ok()
    }

    /// Is there anything that stops the publication?
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|problem| problem.level() == Level::Error)
    }

    /// Nothing at all?
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// In file order, each once.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| {
            (&a.place, a.code().as_str(), &a.finding.arguments).cmp(&(
                &b.place,
                b.code().as_str(),
                &b.finding.arguments,
            ))
        });
        self.list.dedup();
        self.list
    }

    /// Keeps only those in files that `wanted` accepts.
    pub fn retain_files(&mut self, wanted: impl Fn(&str) -> bool) {
        self.list.retain(|problem| wanted(&problem.place.file));
    }

    /// Keeps only those that are wanted.
    pub fn retain(&mut self, wanted: impl Fn(&Diagnostic) -> bool) {
        self.list.retain(wanted);
    }

    /// How many of each.
    pub fn counts(&self) -> Counts {
        let of = |level| self.list.iter().filter(|problem| problem.level() == level).count();
        let files: BTreeSet<&str> = self.list.iter().map(|problem| &*problem.place.file).collect();
        Counts { errors: of(Level::Error), warnings: of(Level::Warning), advice: of(Level::Advice), files: files.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_come_back_from_their_bytes() {
        let mut problems = Problems::new();
        problems.add_to_file("content/a.md", Finding::new(Code::UmumWajib).with("kolom", "nama").instead("x"));
        problems.add(Place::whole("content/b.md"), Finding::new(Code::BerkasAsing).with("berkas", "b"));
        assert_eq!(Problems::from_bytes(&problems.to_bytes()), Some(problems));
        assert_eq!(Problems::from_bytes(b"rusak"), None);
    }
}
