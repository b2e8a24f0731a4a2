//! What a value's reader finds: a mistake, or a remark, that does not yet know its place in a file.
//!
//! Readers of single values (a price, a date, a permit number) know nothing of files and lines. They answer with
//! [`Read`]; whoever called them adds the place and makes a diagnostic of it.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

use super::code::Code;

/// A mistake without a place: what a value's reader found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Kept", try_from = "Kept")]
pub struct Finding {
    /// Which mistake it is.
    pub code: Code,
    /// The values for the placeholders of the code's message, by name. The caller may add more, such as `kolom`.
    pub arguments: Vec<(&'static str, String)>,
    /// The text that should stand there instead, when it is known for sure enough to be offered.
    pub instead: Option<String>,
}

/// A finding as it stands in a record.
#[derive(Serialize, Deserialize)]
struct Kept {
    code: String,
    arguments: Vec<(String, String)>,
    instead: Option<String>,
}

impl From<Finding> for Kept {
    fn from(finding: Finding) -> Kept {
        let arguments = finding.arguments.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        Kept { code: finding.code.as_str().to_owned(), arguments, instead: finding.instead }
    }
}

impl TryFrom<Kept> for Finding {
    type Error = &'static str;

    /// Fails for a code that this program does not know.
    fn try_from(kept: Kept) -> Result<Finding, &'static str> {
        let code = Code::parse(&kept.code).ok_or("an unknown code")?;
        let arguments = kept.arguments.into_iter().map(|(name, text)| (known_name(&name), text)).collect();
        Ok(Finding { code, arguments, instead: kept.instead })
    }
}

/// The name of a placeholder for as long as the program runs; there are few of them.
fn known_name(name: &str) -> &'static str {
    static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut names = NAMES.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(known) = names.get(name) {
        return known;
    }
    let known: &'static str = Box::leak(name.to_owned().into_boxed_str());
    names.insert(known);
    known
}

impl Finding {
    /// A finding of `code`, with no arguments yet.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, arguments: Vec::new(), instead: None }
    }

    /// Adds the value of the placeholder `{name}`; the first value given for a name counts.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        if self.argument(name).is_none() {
            self.arguments.push((name, value.to_string()));
        }
        self
    }

    /// Says which text should stand there instead.
    #[must_use]
    pub fn instead(mut self, text: impl Into<String>) -> Self {
        self.instead = Some(text.into());
        self
    }

    /// The value of the placeholder `{name}`, if it was given.
    #[must_use]
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.arguments.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// A value that was read, with remarks (warnings, advice) about how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<T> {
    /// The value, in its one canonical form.
    pub value: T,
    /// What the author should know about it; never an error.
    pub remarks: Vec<Finding>,
}

impl<T> Reading<T> {
    /// A value about which there is nothing to remark.
    #[must_use]
    pub fn clean(value: T) -> Self {
        Self { value, remarks: Vec::new() }
    }

    /// Adds a remark.
    #[must_use]
    pub fn remark(mut self, finding: Finding) -> Self {
        self.remarks.push(finding);
        self
    }

    /// Adds a remark if there is one.
    #[must_use]
    pub fn remark_if(self, finding: Option<Finding>) -> Self {
        match finding {
            Some(finding) => self.remark(finding),
            None => self,
        }
    }

    /// The same remarks about another form of the value.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reading<U> {
        Reading { value: change(self.value), remarks: self.remarks }
    }
}

/// What a reader answers: the value with its remarks, or the reason why it was refused.
pub type Read<T> = Result<Reading<T>, Finding>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_value_of_an_argument_counts() {
        let finding = Finding::new(Code::UmumWajib).with("kolom", "nama").with("kolom", "harga");
        assert_eq!(finding.argument("kolom"), Some("nama"));
        assert_eq!(finding.arguments.len(), 1);
    }
}
