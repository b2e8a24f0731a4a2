//! Gives the names inside a joined script short ones. One name keeps one meaning everywhere: a name is replaced by the
//! same short name wherever it stands, and only when it is declared in the script and is nowhere the name of a
//! property, so no scope needs to be understood.

use std::collections::{BTreeMap, BTreeSet};

use super::{may_begin_pattern, pattern, quoted};

/// Names that the browser gives and that a script may also declare in a narrower scope.
const GLOBALS: [&str; 14] = [
    "close", "document", "event", "history", "length", "location", "name", "open", "origin", "parent", "self",
    "status", "top", "window",
];

/// Words that cannot be names.
const KEYWORDS: [&str; 48] = [
    "arguments",
    "as",
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "constructor",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "from",
    "function",
    "get",
    "if",
    "import",
    "in",
    "instanceof",
    "let",
    "new",
    "null",
    "of",
    "return",
    "set",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// A piece of source.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    kind: TokenKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TokenKind {
    Name,
    /// `#name`, only known inside its class.
    Private,
    /// A sign, or a text or pattern that is not looked into. A template is cut around the values in it.
    Other,
}

/// The source with short names.
pub(super) fn shorten(source: &str) -> String {
    let mut tokens = Vec::new();
    read_tokens(source, source, &mut tokens);
    let new_names = new_names(&tokens);
    tokens
        .iter()
        .map(|token| {
            new_names.get(token.text).filter(|_| token.kind != TokenKind::Other).map_or(token.text, String::as_str)
        })
        .collect()
}

/// Reads tokens from `rest`, the end of `source`. Inside a template it stops at the bracket that ends a value, and gives
/// what is left from there.
fn read_tokens<'a>(source: &'a str, rest: &'a str, tokens: &mut Vec<Token<'a>>) -> &'a str {
    let mut rest = rest;
    let mut depth = 0_usize;
    while let Some(c) = rest.chars().next() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 && rest.len() < source.len() => return rest,
            '}' => depth = depth.saturating_sub(1),
            '`' => {
                rest = read_template(source, rest, tokens);
                continue;
            }
            _ => {}
        }
        let (length, kind) = token(source, rest, c);
        tokens.push(Token { text: &rest[..length], kind });
        rest = &rest[length..];
    }
    rest
}

/// Reads a template; its texts are pieces that end with `${` or begin with `}`.
fn read_template<'a>(source: &'a str, rest: &'a str, tokens: &mut Vec<Token<'a>>) -> &'a str {
    let mut rest = rest;
    loop {
        let end = template_text(rest);
        let text = &rest[..end];
        tokens.push(Token { text, kind: TokenKind::Other });
        rest = &rest[end..];
        if !text.ends_with("${") {
            return rest;
        }
        rest = read_tokens(source, rest, tokens);
        if rest.is_empty() {
            return rest;
        }
    }
}

/// Length of the text of a template up to the next value or the end, from its first sign on.
fn template_text(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '`' => return at + 1,
            '{' if rest[..at].ends_with('$') => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn token(source: &str, rest: &str, c: char) -> (usize, TokenKind) {
    let name_end = |text: &str| text.find(|c| !super::is_name(c)).unwrap_or(text.len());
    if c.is_ascii_digit() {
        return (name_end(rest), TokenKind::Other);
    }
    if super::is_name(c) {
        return (name_end(rest), TokenKind::Name);
    }
    if c == '#' {
        return (1 + name_end(&rest[1..]), TokenKind::Private);
    }
    let length = if matches!(c, '"' | '\'') {
        quoted(rest, c)
    } else if c == '/' && may_begin_pattern(&source[..source.len() - rest.len()]) {
        // The flags belong to the pattern.
        let end = pattern(rest);
        end + rest[end..].find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(0)
    } else if rest.starts_with("=>") || rest.starts_with("?.") {
        2
    } else if rest.starts_with("...") {
        3
    } else {
        c.len_utf8()
    };
    (length, TokenKind::Other)
}

fn new_names(tokens: &[Token]) -> BTreeMap<String, String> {
    let signs: Vec<Token> = tokens.iter().filter(|token| !token.text.trim().is_empty()).copied().collect();
    let kept = kept_names(&signs);
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for token in signs.iter().filter(|token| token.kind != TokenKind::Other) {
        *uses.entry(token.text).or_default() += 1;
    }
    let free =
        |name: &&str| name.len() > 1 && !kept.contains(name) && !KEYWORDS.contains(name) && !GLOBALS.contains(name);
    let declared: Vec<&str> = declared_names(&signs).into_iter().filter(free).collect();
    let private: Vec<&str> = uses.keys().copied().filter(|name| name.starts_with('#')).collect();
    let taken: BTreeSet<&str> = uses.keys().copied().chain(KEYWORDS).chain(GLOBALS).chain(kept).collect();
    let fresh = (0..).map(short_name).filter(|name| !taken.contains(name.as_str()));
    let most_used = |mut names: Vec<&str>| -> Vec<String> {
        names.sort_by_key(|name| (std::cmp::Reverse(uses.get(name).copied()), *name));
        names.into_iter().map(str::to_owned).collect()
    };
    let privates = (0..).map(|number| format!("#{}", short_name(number)));
    most_used(declared).into_iter().zip(fresh).chain(most_used(private).into_iter().zip(privates)).collect()
}

/// a, b, … Z, aa, ab, …
fn short_name(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.insert(0, char::from(LETTERS[number % 52]));
        number /= 52;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// Names behind `const`, `let`, `function` and `class`, and parameters.
fn declared_names<'a>(signs: &[Token<'a>]) -> BTreeSet<&'a str> {
    let mut declared = BTreeSet::new();
    for (at, token) in signs.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |before| signs[before].text);
        if token.kind == TokenKind::Name && matches!(before, "const" | "let" | "function" | "class") {
            declared.insert(token.text);
        }
        let begins_body = token.text == "=>" || (token.text == "{" && before == ")");
        if begins_body && at > 0 {
            declared.extend(parameters(signs, at - 1));
        }
    }
    declared
}

/// The parameters that end at a token: one name, or names in brackets.
fn parameters<'a>(signs: &[Token<'a>], end: usize) -> Vec<&'a str> {
    if signs[end].kind == TokenKind::Name {
        return vec![signs[end].text];
    }
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for at in (0..=end).rev() {
        match signs[at].text {
            ")" | "]" | "}" => depth += 1,
            "(" | "[" | "{" => depth -= 1,
            text if depth == 1
                && signs[at].kind == TokenKind::Name
                && at > 0
                && matches!(signs[at - 1].text, "(" | "," | "...") =>
            {
                found.push(text);
            }
            _ => {}
        }
        if depth == 0 {
            let before = at.checked_sub(1).map_or("", |before| signs[before].text);
            return if matches!(before, "if" | "for" | "while" | "switch") { Vec::new() } else { found };
        }
    }
    Vec::new()
}

/// Names that must stay: of properties, and in short forms of objects.
fn kept_names<'a>(signs: &[Token<'a>]) -> BTreeSet<&'a str> {
    let mut kept = BTreeSet::new();
    let mut open: Vec<&str> = Vec::new();
    for (at, token) in signs.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |before| signs[before].text);
        let next = signs.get(at + 1).map_or("", |next| next.text);
        match token.text {
            "(" | "[" | "{" => open.push(token.text),
            ")" | "]" | "}" => {
                open.pop();
            }
            // A value inside a template is in brackets of its own.
            text if text.ends_with("${") && text.starts_with('`') => open.push("("),
            text if text.starts_with('}') && text.ends_with('`') => {
                open.pop();
            }
            text if token.kind == TokenKind::Name => {
                let in_braces = open.last() == Some(&"{") && matches!(before, "{" | ",");
                let is_property = matches!(before, "." | "?.") || (in_braces && matches!(next, ":" | "," | "}" | "="));
                if is_property {
                    kept.insert(text);
                }
            }
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn declared_names_get_short_and_properties_stay() {
        let source =
            "const total=1;function add(left,right){const sum=left+right;return{sum:sum+total,left};}add(total,2).sum;";
        let short = shorten(source);
        assert!(!short.contains("right") && !short.contains("total") && !short.contains("add"), "{short}");
        assert!(short.contains("{sum:") && short.contains(",left}") && short.ends_with(".sum;"), "{short}");
    }

    #[test]
    fn texts_and_patterns_are_not_looked_into() {
        let source =
            "const word=/word/g;const other=`${word} other ${[other].map(x=>`${x}word`)} word`;say('word',other);";
        let short = shorten(source);
        assert_eq!(short, "const b=/word/g;const a=`${b} other ${[a].map(x=>`${x}word`)} word`;say('word',a);");
    }

    #[test]
    fn private_names_get_short_together() {
        let short = shorten("class Box{#inside=1;look(){return this.#inside;}}new Box().look();");
        assert_eq!(short, "class a{#a=1;look(){return this.#a;}}new a().look();");
    }

    #[test]
    fn names_of_the_browser_stay() {
        let short = shorten("for(const document of list)use(document);const box=document.body;");
        assert!(short.contains("document.body") && !short.contains("box"), "{short}");
    }
}
