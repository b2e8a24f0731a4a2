//! From text to the words of the index.
//!
//! The browser does the same in `normalise.js`; `tests/search/vectors.json` is run through both, so that a word typed on
//! a phone is the word the build wrote. A rule changed here is changed there, and the vectors with it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest query that is looked at, in characters; the rest is cut.
pub const QUERY_CHARS_MAX: usize = 160;

/// The most words of a query that are looked at.
pub const QUERY_WORDS_MAX: usize = 10;

/// Words left out of queries of three words and more (specification 5.7). The list is short on purpose: a public list
/// of stop words holds "bulan" and "oleh", and with them the orchids and the souvenirs.
pub const STOP_WORDS: [&str; 21] = [
    "dan", "yang", "untuk", "dengan", "di", "ke", "dari", "atau", "bisa", "ada", "saja", "the", "a", "of", "for",
    "and", "with", "in", "from", "or", "to",
];

/// Units of measure as people write them, and the one spelling of the index.
const UNITS: [(&str, &str); 20] = [
    ("g", "g"),
    ("gr", "g"),
    ("grm", "g"),
    ("gram", "g"),
    ("kg", "kg"),
    ("kilo", "kg"),
    ("kilogram", "kg"),
    ("ml", "ml"),
    ("mililiter", "ml"),
    ("l", "l"),
    ("lt", "l"),
    ("ltr", "l"),
    ("liter", "l"),
    ("litre", "l"),
    ("mm", "mm"),
    ("cm", "cm"),
    ("senti", "cm"),
    ("m", "m"),
    ("mtr", "m"),
    ("meter", "m"),
];

/// Spellings of one word that count as equal everywhere: one variant is mapped to its standard form.
pub type Spellings = BTreeMap<String, String>;

/// Lower case, without accents, ligatures and apostrophes: the form in which letters are compared.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // What a letter becomes may hang on the letters beside it, but never across a blank.
    for piece in text.split_inclusive(' ') {
        if piece.is_ascii() {
            out.extend(piece.chars().filter(|&c| !matches!(c, '\'' | '`')).map(|c| c.to_ascii_lowercase()));
        } else {
            let lower = piece.nfkd().collect::<String>().to_lowercase();
            let plain = |&c: &char| !is_combining_mark(c) && !matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ');
            out.extend(lower.nfkd().filter(plain));
        }
    }
    out
}

/// The words of a text, in order: folded, with quantities, reduplication and spelling brought to one form.
pub fn words(text: &str, spellings: &Spellings) -> Vec<String> {
    let folded = fold(text);
    let found = pieces_joined(&folded).into_iter();
    found.map(|word| spellings.get(word.as_ref()).cloned().unwrap_or_else(|| word.into_owned())).collect()
}

/// The words of a folded text before spelling; those that need no change are parts of it.
pub(super) fn pieces_joined(folded: &str) -> Vec<Cow<'_, str>> {
    join_doubled(join_quantities(pieces(folded)))
}

/// The words of a query: those of [`words`], cut to the limits.
pub fn query_words(text: &str, spellings: &Spellings) -> Vec<String> {
    let cut: String = text.chars().take(QUERY_CHARS_MAX).collect();
    let mut found = words(&cut, spellings);
    found.truncate(QUERY_WORDS_MAX);
    found
}

/// Runs of letters and digits; digits and letters that touch are parted, but not in "a4".
fn pieces(folded: &str) -> Vec<Cow<'_, str>> {
    let mut out = Vec::new();
    let mut rest = folded;
    while let Some(start) = rest.find(is_word) {
        rest = &rest[start..];
        let end = run_end(rest);
        let (run, behind) = rest.split_at(end);
        if run.contains(char::is_numeric) {
            split_run(run, &mut out);
        } else {
            out.push(Cow::Borrowed(run));
        }
        rest = behind;
    }
    out
}

/// Where the run at the start of the text ends. A dot, comma or slash between two digits belongs to the number: 12.500,
/// 2,5, 1/2.
fn run_end(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = letters.next() {
        let joint = matches!(c, '.' | ',' | '/' | '\u{2044}')
            && before.is_ascii_digit()
            && letters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !joint && !is_word(c) {
            return at;
        }
        before = c;
    }
    text.len()
}

/// Letters and digits. Signs beyond the basic plane are left out: JavaScript would sort them otherwise.
fn is_word(c: char) -> bool {
    c <= '\u{ffff}' && (c.is_alphabetic() || c.is_numeric())
}

fn split_run(run: &str, out: &mut Vec<Cow<'_, str>>) {
    let parts = letters_and_numbers(run);
    // "oleh2" is "oleh-oleh".
    if let [word, digit] = parts.as_slice()
        && digit == "2"
        && word.chars().count() >= 3
        && word.chars().all(|c| !c.is_numeric())
    {
        out.extend([Cow::Owned(word.clone()), Cow::Owned(word.clone())]);
        return;
    }
    // "a4", "b5": a name, not a letter and a number.
    if let [letter, number] = parts.as_slice()
        && letter.chars().count() == 1
        && letter.chars().all(char::is_alphabetic)
        && number.chars().all(|c| c.is_ascii_digit())
        && number.len() <= 3
    {
        out.push(Cow::Owned(format!("{letter}{number}")));
        return;
    }
    for (index, part) in parts.iter().enumerate() {
        let between_numbers =
            part == "x" && index > 0 && parts.get(index + 1).is_some_and(|next| starts_with_digit(next));
        if !between_numbers {
            out.extend(number_or_word(part).into_iter().map(Cow::Owned));
        }
    }
}

fn letters_and_numbers(run: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut last_numeric = None;
    for c in run.chars() {
        let numeric = c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '\u{2044}');
        match parts.last_mut() {
            Some(part) if last_numeric == Some(numeric) => part.push(c),
            _ => parts.push(c.to_string()),
        }
        last_numeric = Some(numeric);
    }
    parts
}

/// "12.500" is 12500, "2,5" is 2.5, "1/2" stays a fraction for the unit behind it.
fn number_or_word(part: &str) -> Vec<String> {
    if !starts_with_digit(part) {
        return vec![part.to_owned()];
    }
    if let Some((over, under)) = part.split_once(['/', '\u{2044}']) {
        let fraction = over.len() == 1 && under.len() == 1;
        return if fraction {
            vec![format!("{over}/{under}")]
        } else {
            part.split(['/', '\u{2044}', '.', ',']).map(str::to_owned).collect()
        };
    }
    let groups: Vec<&str> = part.split(['.', ',']).collect();
    match groups.as_slice() {
        [first, rest @ ..] if rest.iter().all(|group| group.len() == 3) && (rest.is_empty() || first.len() <= 3) => {
            vec![groups.concat()]
        }
        [whole, decimals] => match decimals.trim_end_matches('0') {
            "" => vec![(*whole).to_owned()],
            decimals => vec![format!("{whole}.{decimals}")],
        },
        _ => groups.iter().map(|&group| group.to_owned()).collect(),
    }
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// "150 gr", "150gram" and "150 g" are one word, "150g"; "1/2 kg" and "setengah kilo" are "500g"; "P-IRT" is "pirt".
fn join_quantities(pieces: Vec<Cow<'_, str>>) -> Vec<Cow<'_, str>> {
    let mut out = Vec::with_capacity(pieces.len());
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let quantity = amount_of(&piece).and_then(|amount| Some(quantity(amount, unit_of(rest.peek()?)?)));
        if let Some(quantity) = quantity {
            out.push(Cow::Owned(quantity));
            rest.next();
        } else if piece == "p" && rest.peek().is_some_and(|next| next == "irt") {
            out.push(Cow::Borrowed("pirt"));
            rest.next();
        } else if starts_with_digit(&piece) && piece.contains('/') {
            out.extend(piece.split('/').map(|part| Cow::Owned(part.to_owned())));
        } else {
            out.push(piece);
        }
    }
    out
}

fn unit_of(word: &str) -> Option<&'static str> {
    UNITS.iter().find(|&&(written, _)| written == word).map(|(_, unit)| *unit)
}

fn amount_of(piece: &str) -> Option<&str> {
    match piece {
        "setengah" => Some("1/2"),
        "seperempat" => Some("1/4"),
        _ => starts_with_digit(piece).then_some(piece),
    }
}

fn quantity(amount: &str, unit: &str) -> String {
    let small = match unit {
        "kg" => "g",
        "l" => "ml",
        _ => return format!("{}{unit}", amount.replace('/', "per")),
    };
    let thousandths = match amount {
        "1/2" | "0.5" => 500,
        "1/4" | "0.25" => 250,
        "3/4" | "0.75" => 750,
        _ => return format!("{}{unit}", amount.replace('/', "per")),
    };
    format!("{thousandths}{small}")
}

/// Two equal words side by side are one: "oleh-oleh", "oleh oleh".
fn join_doubled(words: Vec<Cow<'_, str>>) -> Vec<Cow<'_, str>> {
    let mut out: Vec<Cow<'_, str>> = Vec::with_capacity(words.len());
    let mut open = false;
    for word in words {
        match out.last_mut() {
            Some(last) if open && *last == word && is_doubling(&word) => {
                last.to_mut().push_str(&word);
                open = false;
            }
            _ => {
                out.push(word);
                open = true;
            }
        }
    }
    out
}

fn is_doubling(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(|c| !c.is_numeric())
}

/// How a word of the index is shown: a doubled word gets its hyphen back.
pub fn shown(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let (left, right) = chars.split_at(chars.len() / 2);
    if left.len() >= 2 && left == right && is_doubling(word) {
        let half: String = left.iter().collect();
        return format!("{half}-{half}");
    }
    word.to_owned()
}

/// A key under which old and new spellings of a word meet: oe/u, dj/j/y, tj/c, double letters, kripik/keripik.
pub fn spelling_key(word: &str) -> String {
    let replaced = word
        .replace("oe", "u")
        .replace("tj", "c")
        .replace("dj", "y")
        .replace("sj", "sy")
        .replace('j', "y")
        .replace("ph", "f")
        .replace('v', "f")
        .replace("kh", "k")
        .replace('q', "k")
        .replace('z', "s");
    let mut single: Vec<char> = Vec::new();
    for c in replaced.chars() {
        if single.last() != Some(&c) {
            single.push(c);
        }
    }
    let mut key = String::new();
    for (at, &c) in single.iter().enumerate() {
        let weak = c == 'e'
            && at > 0
            && is_consonant(single[at - 1])
            && matches!(single.get(at + 1), Some('r' | 'l'))
            && single.get(at + 2).is_some_and(|&next| !is_consonant(next));
        if !weak {
            key.push(c);
        }
    }
    key
}

fn is_consonant(c: char) -> bool {
    c.is_ascii_lowercase() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Possible roots of an Indonesian word, for a caller who keeps those that the index knows. Wrong roots are expected:
/// "kemeja" gives "meja", which is why protected words never get here.
pub fn roots(word: &str) -> Vec<String> {
    if word.chars().count() < 5 || !word.is_ascii() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (left, right) = word.split_at(word.len() / 2);
    if left == right {
        found.push(left.to_owned());
    }
    for stem in without_suffixes(word) {
        found.extend(without_prefix(&stem));
        found.push(stem);
    }
    let mut seen = Vec::new();
    for root in found {
        if root != word && root.len() >= 3 && !seen.contains(&root) {
            seen.push(root);
        }
    }
    seen
}

/// The word itself, without -nya, -ku, -mu, -lah, -kah, -pun, and then without -kan, -an, -i.
fn without_suffixes(word: &str) -> Vec<String> {
    let mut stems = vec![word.to_owned()];
    for suffix in ["nya", "lah", "kah", "pun", "ku", "mu"] {
        if let Some(stem) = word.strip_suffix(suffix).filter(|stem| stem.len() >= 4) {
            stems.push(stem.to_owned());
        }
    }
    for at in 0..stems.len() {
        for (suffix, least) in [("kan", 3), ("an", 3), ("i", 4)] {
            if let Some(stem) = stems[at].strip_suffix(suffix).filter(|stem| stem.len() >= least) {
                stems.push(stem.to_owned());
            }
        }
    }
    stems
}

/// The word without meN-, peN-, ber-, per-, ter-, di-, ke-, se-; the first letter that melted into the prefix is tried.
fn without_prefix(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut cut = |prefix: &str, melted: &[&str]| {
        if let Some(rest) = word.strip_prefix(prefix).filter(|rest| rest.len() >= 3) {
            found.extend(melted.iter().map(|letter| format!("{letter}{rest}")));
        }
    };
    for nasal in ["me", "pe"] {
        let next = word.strip_prefix(nasal).unwrap_or_default().as_bytes();
        match (next.first(), next.get(1)) {
            (Some(b'n'), Some(b'g')) => cut(&format!("{nasal}ng"), &["", "k"]),
            (Some(b'n'), Some(b'y')) => cut(&format!("{nasal}ny"), &["s"]),
            (Some(b'n'), Some(b'c' | b'd' | b'j' | b't' | b'z')) => cut(&format!("{nasal}n"), &[""]),
            (Some(b'n'), Some(_)) => cut(&format!("{nasal}n"), &["t", "n"]),
            (Some(b'm'), Some(b'b' | b'f' | b'v')) => cut(&format!("{nasal}m"), &[""]),
            (Some(b'm'), Some(_)) => cut(&format!("{nasal}m"), &["p", "m"]),
            (Some(b'l' | b'r' | b'w' | b'y'), _) => cut(nasal, &[""]),
            _ => {}
        }
    }
    for prefix in ["ber", "per", "pe", "ter", "di", "ke", "se", "memper", "diper"] {
        cut(prefix, &[""]);
    }
    found
}

/// How many edits part two words, at most `max`; `None` when more. An edit is one letter put in, left out or exchanged,
/// or two neighbours swapped. With `open`, `found` may go on behind the end of `typed`.
pub fn edits(typed: &[char], found: &[char], max: usize, open: bool) -> Option<usize> {
    let (rows, columns) = (typed.len(), found.len());
    if rows > columns + max || (!open && columns > rows + max) {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=columns).collect();
    for row in 1..=rows {
        let mut line = vec![row; columns + 1];
        for column in 1..=columns {
            let exchange = last[column - 1] + usize::from(typed[row - 1] != found[column - 1]);
            let mut least = exchange.min(last[column] + 1).min(line[column - 1] + 1);
            let swapped =
                row > 1 && column > 1 && typed[row - 1] == found[column - 2] && typed[row - 2] == found[column - 1];
            if swapped {
                least = least.min(before[column - 2] + 1);
            }
            line[column] = least;
        }
        if line.iter().all(|&cost| cost > max) {
            return None;
        }
        before = std::mem::replace(&mut last, line);
    }
    let cost =
        if open { last.iter().skip(rows.saturating_sub(max)).min().copied().unwrap_or(max + 1) } else { last[columns] };
    (cost <= max).then_some(cost)
}
