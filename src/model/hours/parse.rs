//! The small language in which opening hours are written.

use super::{DAY, Interval, OpeningHours};
use crate::bahasa::{Weekday, is_dash, narrow, read_clock, weekday_named};

/// The hours that a text names; nothing when it names none, or could mean two things.
pub(super) fn parse(text: &str) -> Option<OpeningHours> {
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens: &tokens, at: 0, hours: OpeningHours::default(), last: Vec::new() };
    parser.run()?;
    Some(parser.hours)
}

/// A word of the small language of opening hours.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Days(Vec<Weekday>),
    Holiday,
    /// A time; `bare` when only the hour was said, and no part of the day.
    Time {
        minute: u16,
        bare: bool,
    },
    Dash,
    Comma,
    /// A semicolon or a new line.
    End,
    Closed,
    AllDay,
    Pause,
    Appointment,
}

/// Phrases of several words, and what stands for them inside this file.
const PHRASES: [(&str, &str); 22] = [
    ("hari libur nasional", " #holiday "),
    ("libur nasional", " #holiday "),
    ("hari besar", " #holiday "),
    ("tanggal merah", " #holiday "),
    ("public holidays", " #holiday "),
    ("sampai dengan", "-"),
    ("s.d.", "-"),
    ("s/d", "-"),
    (" sd ", "-"),
    ("setiap hari", " #all "),
    ("tiap hari", " #all "),
    ("every day", " #all "),
    ("hari kerja", " #work "),
    ("akhir pekan", " #weekend "),
    ("24 jam", " #day "),
    ("24 hours", " #day "),
    ("dengan perjanjian", " #janji "),
    ("dengan janji", " #janji "),
    ("sesuai janji", " #janji "),
    ("janji temu", " #janji "),
    ("by appointment", " #janji "),
    ("janji dulu", " #janji "),
];

/// Cuts the text into tokens; nothing for a word that has no meaning here.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut text = narrow(text).to_lowercase().replace(['’', '‘', '\''], "").replace(is_dash, "-");
    for (phrase, mark) in PHRASES {
        text = text.replace(phrase, mark);
    }
    let mut tokens = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if first.is_ascii_digit() => time_length(rest),
            '#' => 1 + rest[1..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - 1),
            _ if first.is_alphabetic() => rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (word, after) = rest.split_at(length);
        rest = after;
        if first.is_ascii_digit() {
            tokens.push(time_token(word)?);
        } else {
            tokens.extend(word_token(word)?);
        }
    }
    Some(tokens)
}

/// The bytes of a time with its part of the day: `08.00`, `8 pagi`.
fn time_length(text: &str) -> usize {
    let digits = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ':')).unwrap_or(text.len());
    let rest = &text[digits..];
    let word = rest.trim_start_matches(' ');
    let gap = rest.len() - word.len();
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    match &word[..end] {
        "pagi" | "siang" | "sore" | "malam" | "am" | "pm" => digits + gap + end,
        _ => digits,
    }
}

fn time_token(word: &str) -> Option<Token> {
    let bare = word.bytes().all(|b| b.is_ascii_digit());
    read_clock(word).map(|minute| Token::Time { minute, bare })
}

/// The token of a word or sign; an inner nothing for words that only fill.
fn word_token(word: &str) -> Option<Option<Token>> {
    let token = match word {
        " " | "." | ":" | "(" | ")" => return Some(None),
        "wib" | "pukul" | "pkl" | "jam" | "buka" | "hari" | "mulai" | "open" | "operasional" => return Some(None),
        "-" | "sampai" | "hingga" | "to" => Token::Dash,
        "," | "&" | "+" | "/" | "dan" | "and" | "serta" => Token::Comma,
        ";" | "\n" | "|" => Token::End,
        "tutup" | "libur" | "closed" | "kecuali" => Token::Closed,
        "istirahat" | "jeda" | "break" => Token::Pause,
        "janji" | "perjanjian" | "#janji" => Token::Appointment,
        "#holiday" => Token::Holiday,
        "#day" => Token::AllDay,
        "#all" => Token::Days(Weekday::ALL.to_vec()),
        "#work" => Token::Days(Weekday::ALL[..5].to_vec()),
        "#weekend" => Token::Days(Weekday::ALL[5..].to_vec()),
        _ => Token::Days(vec![weekday_named(word)?]),
    };
    Some(Some(token))
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    hours: OpeningHours,
    /// The days named last, to which a pause belongs.
    last: Vec<Weekday>,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn skip_separators(&mut self) {
        while matches!(self.peek(), Some(Token::Comma | Token::End)) {
            self.at += 1;
        }
    }

    /// Reads all parts. At least one must say something.
    fn run(&mut self) -> Option<()> {
        let mut parts = 0;
        loop {
            self.skip_separators();
            if self.peek().is_none() {
                break;
            }
            self.part(parts == 0)?;
            parts += 1;
        }
        let says_something = self.hours.by_appointment || self.hours.days.iter().any(|hours| !hours.is_empty());
        says_something.then_some(())
    }

    /// Days with their hours, or a pause, or a word that holds for all.
    fn part(&mut self, first: bool) -> Option<()> {
        if self.take(&Token::Pause) {
            return self.pause();
        }
        if self.take(&Token::Appointment) {
            self.hours.by_appointment = true;
            return Some(());
        }
        if self.take(&Token::Closed) {
            let (days, holiday) = self.days();
            let named = holiday || !days.is_empty();
            self.close(&days, holiday);
            return named.then_some(());
        }
        let (mut days, holiday) = self.days();
        if days.is_empty() && !holiday {
            // Hours without days hold for all of them, but only when nothing was said before.
            if !first {
                return None;
            }
            days = Weekday::ALL.to_vec();
        }
        self.take(&Token::Comma);
        if self.take(&Token::Closed) {
            self.close(&days, holiday);
            return Some(());
        }
        let hours = self.hours_of_part()?;
        self.open(&days, &hours);
        if self.take(&Token::Appointment) {
            self.hours.by_appointment = true;
        }
        self.last = days;
        Some(())
    }

    /// Days and ranges of days, with or without signs between them; and whether holidays are among them.
    fn days(&mut self) -> (Vec<Weekday>, bool) {
        let mut days: Vec<Weekday> = Vec::new();
        let mut holiday = false;
        loop {
            let separated = self.at;
            if !days.is_empty() || holiday {
                self.take(&Token::Comma);
            }
            match self.peek().cloned() {
                Some(Token::Days(named)) => {
                    self.at += 1;
                    days.extend(self.rest_of_range(&named));
                }
                Some(Token::Holiday) => {
                    self.at += 1;
                    holiday = true;
                }
                _ => {
                    self.at = separated;
                    days.sort_unstable();
                    days.dedup();
                    return (days, holiday);
                }
            }
        }
    }

    /// The days of a range whose first day was read; the days themselves when no range follows.
    fn rest_of_range(&mut self, named: &[Weekday]) -> Vec<Weekday> {
        if let ([first], Some(Token::Dash), Some(Token::Days(end))) = (named, self.peek(), self.tokens.get(self.at + 1))
            && let [last] = end.as_slice()
        {
            self.at += 2;
            let mut days = vec![*first];
            while days.last() != Some(last) {
                days.push(days[days.len() - 1].next());
            }
            return days;
        }
        named.to_vec()
    }

    /// One or more intervals, or all day.
    fn hours_of_part(&mut self) -> Option<Vec<Interval>> {
        if self.take(&Token::AllDay) {
            return Some(vec![Interval { opens: 0, closes: DAY }]);
        }
        let mut hours = vec![self.interval()?];
        while matches!((self.peek(), self.tokens.get(self.at + 1)), (Some(Token::Comma), Some(Token::Time { .. }))) {
            self.at += 1;
            hours.push(self.interval()?);
        }
        hours.sort_unstable();
        let apart = hours.windows(2).all(|pair| !pair[0].overlaps(pair[1]));
        apart.then_some(hours)
    }

    /// `08.00-17.00`. Of bare hours the second must be later: `8-5` could mean two things.
    fn interval(&mut self) -> Option<Interval> {
        let (opens, first_bare) = self.time()?;
        if !self.take(&Token::Dash) {
            return None;
        }
        let (closes, second_bare) = self.time()?;
        let unclear = first_bare && second_bare && closes <= opens;
        if opens >= DAY || opens == closes || unclear {
            return None;
        }
        let closes = if closes < opens { closes + DAY } else { closes };
        Some(Interval { opens, closes })
    }

    fn time(&mut self) -> Option<(u16, bool)> {
        match self.peek() {
            Some(&Token::Time { minute, bare }) => {
                self.at += 1;
                Some((minute, bare))
            }
            _ => None,
        }
    }

    /// A pause takes its time out of the days named last.
    fn pause(&mut self) -> Option<()> {
        let pause = self.interval()?;
        if self.last.is_empty() {
            return None;
        }
        for day in self.last.clone() {
            let hours = &mut self.hours.days[day.index()];
            *hours = hours.iter().flat_map(|open| without(*open, pause)).collect();
        }
        Some(())
    }

    fn open(&mut self, days: &[Weekday], hours: &[Interval]) {
        for day in days {
            let known = &mut self.hours.days[day.index()];
            if known.iter().any(|old| hours.iter().any(|new| old.overlaps(*new))) {
                known.clear();
            }
            known.extend_from_slice(hours);
            known.sort_unstable();
        }
    }

    fn close(&mut self, days: &[Weekday], holiday: bool) {
        for day in days {
            self.hours.days[day.index()].clear();
        }
        self.hours.closed_on_holidays |= holiday;
    }
}

/// What is left of an interval without a pause.
fn without(open: Interval, pause: Interval) -> Vec<Interval> {
    if !open.overlaps(pause) {
        return vec![open];
    }
    let before = Interval { opens: open.opens, closes: pause.opens.max(open.opens) };
    let after = Interval { opens: pause.closes.min(open.closes), closes: open.closes };
    [before, after].into_iter().filter(|part| part.opens < part.closes && part.opens < DAY).collect()
}
