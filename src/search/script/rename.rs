//! Gives the names inside a joined script short ones. One name keeps one meaning everywhere: a variable is replaced by the
//! same short name wherever it stands, and only when it is declared in the script, so no scope needs to be understood.
//! Names of properties stay; which names are those follows from what stands before and behind them.

use std::collections::{BTreeMap, BTreeSet};

use super::{may_begin_pattern, pattern, quoted};

/// Names that the browser gives and that a script may also declare in a narrower scope.
const GLOBALS: [&str; 10] =
    ["close", "document", "history", "location", "open", "parent", "self", "status", "top", "window"];

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
    let signs: Vec<Token> = tokens.iter().filter(|token| !token.text.trim().is_empty()).copied().collect();
    let roles = roles(&signs);
    let new_names = new_names(&signs, &roles);
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for token in tokens {
        if token.text.trim().is_empty() {
            out.push_str(token.text);
            continue;
        }
        let role = roles[at];
        at += 1;
        match new_names.get(token.text).filter(|_| matches!(role, Role::Variable | Role::Short)) {
            Some(new) if role == Role::Short => {
                out.push_str(token.text);
                out.push(':');
                out.push_str(new);
            }
            Some(new) => out.push_str(new),
            None => out.push_str(token.text),
        }
    }
    out
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

/// What a name is where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A sign or a text.
    None,
    /// A variable, or the private name of a class.
    Variable,
    /// The name of a property.
    Property,
    /// Both: the short form in an object or a pattern.
    Short,
}

/// What brackets hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// Values, parameters, an array or its pattern, or the value in a template.
    Values,
    Block,
    /// An object, or the pattern of one.
    Object,
    Class,
}

fn roles(signs: &[Token]) -> Vec<Role> {
    let mut open: Vec<Inside> = Vec::new();
    let mut roles = Vec::with_capacity(signs.len());
    for (at, token) in signs.iter().enumerate() {
        let mut role = Role::None;
        match token.text {
            "(" | "[" => open.push(Inside::Values),
            "{" => open.push(inside_of(signs, at)),
            ")" | "]" | "}" => {
                open.pop();
            }
            // A value inside a template is in brackets of its own.
            text if text.starts_with('}') && text.ends_with('`') => {
                open.pop();
            }
            text if text.starts_with('`') && text.ends_with("${") => open.push(Inside::Values),
            _ if token.kind == TokenKind::Private => role = Role::Variable,
            _ if token.kind == TokenKind::Name => {
                role = role_of(signs, at, open.last().copied().unwrap_or(Inside::Block));
            }
            _ => {}
        }
        roles.push(role);
    }
    roles
}

fn role_of(signs: &[Token], at: usize, inside: Inside) -> Role {
    let before = at.checked_sub(1).map_or("", |before| signs[before].text);
    let next = signs.get(at + 1).map_or("", |next| next.text);
    let begins = matches!(before, "{" | ",");
    match inside {
        _ if matches!(before, "." | "?.") => Role::Property,
        Inside::Object if begins && matches!(next, ":" | "(") => Role::Property,
        Inside::Object if begins && matches!(next, "," | "}" | "=") => Role::Short,
        Inside::Object | Inside::Class if is_modifier(before) && next == "(" => Role::Property,
        Inside::Class if matches!(before, "{" | "}" | ";" | "static") => Role::Property,
        _ => Role::Variable,
    }
}

fn is_modifier(word: &str) -> bool {
    matches!(word, "async" | "get" | "set" | "static" | "*")
}

/// What the bracket at `at` opens.
fn inside_of(signs: &[Token], at: usize) -> Inside {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| signs[at].text);
    if before(1) == "class" || matches!(before(2), "class" | "extends") {
        return Inside::Class;
    }
    match before(1) {
        "" | ")" | "=>" | ";" | "{" | "}" | "else" | "try" | "finally" | "do" => Inside::Block,
        ":" if is_case(&signs[..at]) => Inside::Block,
        _ => Inside::Object,
    }
}

/// Whether the colon at the end belongs to a case of a switch.
fn is_case(signs: &[Token]) -> bool {
    let words = signs.iter().rev().map(|token| token.text);
    words.take_while(|text| !matches!(*text, ";" | "{" | "}" | "?")).any(|text| matches!(text, "case" | "default"))
}

fn new_names(signs: &[Token], roles: &[Role]) -> BTreeMap<String, String> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for (token, role) in signs.iter().zip(roles) {
        if matches!(role, Role::Variable | Role::Short) {
            *uses.entry(token.text).or_default() += 1;
        }
    }
    let free = |name: &&str| name.len() > 1 && !KEYWORDS.contains(name) && !GLOBALS.contains(name);
    let declared: BTreeSet<&str> = declared_names(signs, roles).into_iter().filter(free).collect();
    let private: Vec<&str> = uses.keys().copied().filter(|name| name.starts_with('#')).collect();
    let stay = uses.keys().copied().filter(|name| !declared.contains(name));
    let taken: BTreeSet<&str> = stay.chain(KEYWORDS).chain(GLOBALS).collect();
    let fresh = (0..).map(short_name).filter(|name| !taken.contains(name.as_str()));
    let most_used = |mut names: Vec<&str>| -> Vec<String> {
        names.sort_by_key(|name| (std::cmp::Reverse(uses.get(name).copied()), *name));
        names.into_iter().map(str::to_owned).collect()
    };
    let privates = (0..).map(|number| format!("#{}", short_name(number)));
    let declared: Vec<&str> = declared.into_iter().collect();
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

/// Names behind `const`, `let`, `function` and `class`, parameters, and the names in patterns of both.
fn declared_names<'a>(signs: &[Token<'a>], roles: &[Role]) -> BTreeSet<&'a str> {
    let mut declared = BTreeSet::new();
    for (at, token) in signs.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |before| signs[before].text);
        if matches!(before, "const" | "let" | "function" | "class") {
            if token.kind == TokenKind::Name {
                declared.insert(token.text);
            } else if matches!(token.text, "{" | "[") {
                declared.extend(names_in(signs, roles, at, group_end(signs, at)));
            }
        }
        let begins_body = token.text == "=>" || (token.text == "{" && before == ")");
        if begins_body && at > 0 {
            declared.extend(parameters(signs, roles, at - 1));
        }
    }
    declared
}

/// Where the bracket at `start` ends.
fn group_end(signs: &[Token], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in signs.iter().enumerate().skip(start) {
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    signs.len()
}

/// The parameters that end at a token: one name, or names and patterns in brackets.
fn parameters<'a>(signs: &[Token<'a>], roles: &[Role], end: usize) -> Vec<&'a str> {
    if signs[end].kind == TokenKind::Name {
        return vec![signs[end].text];
    }
    let mut depth = 0_usize;
    for at in (0..=end).rev() {
        match signs[at].text {
            ")" | "]" | "}" => depth += 1,
            "(" | "[" | "{" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let before = at.checked_sub(1).map_or("", |before| signs[before].text);
            let is_head = matches!(before, "if" | "for" | "while" | "switch");
            return if is_head { Vec::new() } else { names_in(signs, roles, at, end) };
        }
    }
    Vec::new()
}

/// The names that a group of parameters or a pattern declares: those at the start of a place, not in a value.
fn names_in<'a>(signs: &[Token<'a>], roles: &[Role], start: usize, end: usize) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut at = start;
    while at < end {
        let token = signs[at];
        let before = at.checked_sub(1).map_or("", |before| signs[before].text);
        // A value that stands in when there is none; patterns hold no round brackets.
        if at > start && (token.text == "(" || (before == "=" && matches!(token.text, "[" | "{"))) {
            at = group_end(signs, at) + 1;
            continue;
        }
        let begins = at > start && matches!(before, "(" | "[" | "{" | "," | ":" | "...");
        if begins && token.kind == TokenKind::Name && matches!(roles[at], Role::Variable | Role::Short) {
            found.push(token.text);
        }
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn declared_names_get_short_and_properties_stay() {
        let source =
            "const total=1;function add(left,right){const sum=left+right;return{sum:sum+total,left};}add(total,2).sum;";
        let expected = "const b=1;function c(a,d){const e=a+d;return{sum:e+b,left:a};}c(b,2).sum;";
        assert_eq!(shorten(source), expected);
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
    fn patterns_are_parted_into_properties_and_variables() {
        let source =
            "const{title,price:cost=free(one,two)}=card;for(const[key,{deep}]of list){use(title,cost,key,deep);}";
        let expected = "const{title:d,price:a=free(one,two)}=card;for(const[c,{deep:b}]of list){use(d,a,c,b);}";
        assert_eq!(shorten(source), expected);
        let source = "const f=({begin,to=[one]},...rest)=>({begin,to:rest.to,go(now){return now;}});";
        let short = shorten(source);
        assert!(short.starts_with("const f=({begin:") && short.contains("to:") && short.contains("=[one]}"), "{short}");
        assert!(short.contains("=>({begin:") && short.contains(".to,go(") && !short.contains("rest"), "{short}");
    }

    #[test]
    fn methods_and_fields_of_classes_stay() {
        let source =
            "class Box{static size=1;async open(key){return key;}get value(){return size(this.size);}}const size=2;";
        let short = shorten(source);
        assert!(short.contains("static size=1;async open(") && short.contains("get value(){"), "{short}");
        assert!(short.contains("(this.size)") && !short.contains("const size"), "{short}");
    }

    #[test]
    fn blocks_of_cases_hold_no_properties() {
        let short = shorten("switch(word){case 1:{first,second;}default:{first(second);}}const first=1,second=2;");
        assert!(!short.contains(":a") || short.contains("{a"), "{short}");
        assert!(!short.contains("first:"), "{short}");
    }

    #[test]
    fn names_of_the_browser_stay() {
        let short = shorten("for(const document of list)use(document);const box=document.body;");
        assert!(short.contains("document.body") && !short.contains("box"), "{short}");
    }
}
