//! Joins the modules of the browser script into one file, so that a first answer needs one request for it: imports and
//! exports between them are taken out, and comments and blanks with them; names inside become short.

mod rename;

use std::fmt;

/// Why modules cannot be joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScriptError {
    /// A module imports one that is not there.
    MissingModule {
        /// The module.
        module: String,
        /// What it imports.
        import: String,
    },
    /// Modules import each other in a circle.
    Circle(String),
    /// Two modules declare the same name at the top.
    SameName(String),
    /// A form of import or export that is not known here, with its line.
    UnknownForm {
        /// The module.
        module: String,
        /// The line.
        line: String,
    },
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingModule { module, import } => write!(f, "{module} imports {import}, which is not there"),
            Self::Circle(module) => write!(f, "{module} imports itself in a circle"),
            Self::SameName(name) => write!(f, "two modules declare {name}"),
            Self::UnknownForm { module, line } => write!(f, "{module}: cannot join `{line}`"),
        }
    }
}

impl std::error::Error for ScriptError {}

/// One file that does what `entry` and the modules it imports do. `modules` gives the source of a module by file name
/// (`"normalise.js"` for `import … from "./normalise.js"`).
///
/// # Errors
/// See [`ScriptError`].
pub fn join_modules(entry: &str, modules: &dyn Fn(&str) -> Option<String>) -> Result<String, ScriptError> {
    let mut joined = Joined::default();
    joined.add(entry, entry, modules)?;
    Ok(rename::shorten(&joined.text))
}

#[derive(Default)]
struct Joined {
    done: Vec<String>,
    open: Vec<String>,
    names: Vec<String>,
    text: String,
}

impl Joined {
    fn add(
        &mut self,
        module: &str,
        importer: &str,
        modules: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), ScriptError> {
        if self.done.iter().any(|done| done == module) {
            return Ok(());
        }
        if self.open.iter().any(|open| open == module) {
            return Err(ScriptError::Circle(module.to_owned()));
        }
        let source = modules(module)
            .ok_or_else(|| ScriptError::MissingModule { module: importer.to_owned(), import: module.to_owned() })?;
        self.open.push(module.to_owned());
        let mut body = String::new();
        for line in tight(&source).lines() {
            if let Some(import) = imported(module, line)? {
                self.add(import, module, modules)?;
                continue;
            }
            let line = exported(module, line)?;
            self.note_name(line)?;
            body.push_str(line);
            body.push('\n');
        }
        self.text.push_str(&body);
        self.open.pop();
        self.done.push(module.to_owned());
        Ok(())
    }

    /// Top-level declarations begin a line, for [`tight`] leaves them there.
    fn note_name(&mut self, line: &str) -> Result<(), ScriptError> {
        let mut words = line.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$')));
        let mut first = words.next().unwrap_or_default();
        if first == "async" {
            first = words.next().unwrap_or_default();
        }
        if !matches!(first, "const" | "let" | "function" | "class") {
            return Ok(());
        }
        let Some(name) = words.find(|word| !word.is_empty()) else { return Ok(()) };
        if self.names.iter().any(|known| known == name) {
            return Err(ScriptError::SameName(name.to_owned()));
        }
        self.names.push(name.to_owned());
        Ok(())
    }
}

/// The module that a line imports.
fn imported<'a>(module: &str, line: &'a str) -> Result<Option<&'a str>, ScriptError> {
    if !line.starts_with("import ") && !line.starts_with("import{") {
        return Ok(None);
    }
    let import = line.split(['"', '\'']).nth(1).and_then(|path| path.strip_prefix("./"));
    match import {
        Some(import) if !line.contains(" as ") => Ok(Some(import)),
        _ => Err(ScriptError::UnknownForm { module: module.to_owned(), line: line.to_owned() }),
    }
}

fn exported<'a>(module: &str, line: &'a str) -> Result<&'a str, ScriptError> {
    match line.strip_prefix("export ") {
        Some(rest) if rest.starts_with(['{', '*']) || rest.starts_with("default") => {
            Err(ScriptError::UnknownForm { module: module.to_owned(), line: line.to_owned() })
        }
        Some(rest) => Ok(rest),
        None => Ok(line),
    }
}

/// The source without comments and needless blanks. Texts, templates and patterns are kept as they are. Declarations at
/// the top keep their line, and a line break stays wherever it could end a statement.
fn tight(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    let mut gap = Gap::None;
    while let Some(c) = rest.chars().next() {
        let length = if c.is_whitespace() {
            gap = gap.max(if c == '\n' { Gap::Line } else { Gap::Blank });
            rest = &rest[c.len_utf8()..];
            continue;
        } else if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
            continue;
        } else if rest.starts_with("/*") {
            rest = &rest[rest.find("*/").map_or(rest.len(), |end| end + 2)..];
            gap = gap.max(Gap::Blank);
            continue;
        } else if matches!(c, '"' | '\'' | '`') {
            quoted(rest, c)
        } else if c == '/' && may_begin_pattern(&out) {
            pattern(rest)
        } else {
            c.len_utf8()
        };
        let at_top = source.len() > rest.len() && source[..source.len() - rest.len()].ends_with('\n');
        push_gap(&mut out, gap, c, at_top);
        gap = Gap::None;
        // A comma behind the last of a list.
        if matches!(c, '}' | ']' | ')') && out.ends_with(',') && !out.ends_with(",,") && !out.ends_with("[,") {
            out.pop();
        }
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out.push('\n');
    out
}

/// What stood between two pieces of source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Blank,
    Line,
}

fn push_gap(out: &mut String, gap: Gap, next: char, at_top: bool) {
    let Some(before) = out.chars().next_back() else { return };
    if gap == Gap::Line && at_top && is_name(next) {
        out.push('\n');
        return;
    }
    let sign = |c: char| !is_name(c) && c != '#';
    let joins = matches!((before, next), ('+', '+') | ('-', '-') | ('/', '/' | '*'));
    match gap {
        Gap::None => {}
        Gap::Blank if (sign(before) || sign(next)) && !joins => {}
        Gap::Blank => out.push(' '),
        Gap::Line
            if matches!(before, '{' | '}' | ';' | ',' | '(' | ')' | '[' | '=' | '&' | '|' | '?' | ':' | '>' | '<') => {}
        Gap::Line if matches!(next, ')' | ']' | '}' | '.' | ',' | ';' | '?' | ':' | '&' | '|' | '=') => {}
        // The blank tells the line from a declaration at the top.
        Gap::Line => out.push_str("\n "),
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

/// A slash begins a pattern where a value is expected; behind a value it divides.
fn may_begin_pattern(before: &str) -> bool {
    let before = before.trim_end();
    let word = before.rsplit(|c: char| !is_name(c)).next().unwrap_or_default();
    if word == "return" {
        return true;
    }
    !before.ends_with(|c: char| is_name(c) || matches!(c, ')' | ']' | '}'))
}

/// Length of a text in quotes.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// Length of a regular expression.
fn pattern(rest: &str) -> usize {
    let (mut escaped, mut class) = (false, false);
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            '/' if !class => return at + 1,
            '\n' => return 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::{ScriptError, join_modules, tight};

    fn join(modules: &[(&str, &str)]) -> Result<String, ScriptError> {
        let source = |name: &str| modules.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
        join_modules("main.js", &source)
    }

    #[test]
    fn modules_come_before_those_that_import_them() {
        let main = "import { two } from \"./two.js\";\nprint(two());\n";
        let two = "// Two.\nexport function two() {\n  return 2;\n}\n";
        let joined = join(&[("main.js", main), ("two.js", two)]);
        assert_eq!(joined.as_deref(), Ok("function a(){return 2;}\nprint(a());\n"));
    }

    #[test]
    fn what_cannot_be_joined_is_told() {
        let circle = [("main.js", "import { b } from \"./b.js\";\n"), ("b.js", "import { a } from \"./main.js\";\n")];
        assert_eq!(join(&circle), Err(ScriptError::Circle("main.js".to_owned())));
        let same = [("main.js", "import { x } from \"./b.js\";\nconst x = 1;\n"), ("b.js", "export const x = 2;\n")];
        assert_eq!(join(&same), Err(ScriptError::SameName("x".to_owned())));
        assert!(matches!(
            join(&[("main.js", "import { x } from \"./no.js\";\n")]),
            Err(ScriptError::MissingModule { .. })
        ));
        assert!(matches!(join(&[("main.js", "export default 1;\n")]), Err(ScriptError::UnknownForm { .. })));
    }

    #[test]
    fn comments_go_and_texts_stay() {
        let source = "const a = 'x // no'; // yes\n/* gone */\nconst b = a / 2 / 3;\nconst c = /[/]\\/*/.test(`  ${a} /* */`);\n";
        let expected = "const a='x // no';\nconst b=a/2/3;\nconst c=/[/]\\/*/.test(`  ${a} /* */`);\n";
        assert_eq!(tight(source), expected);
    }

    #[test]
    fn signs_that_would_join_are_kept_apart() {
        assert_eq!(tight("x = a + +b - -c;"), "x=a+ +b- -c;\n");
    }
}
