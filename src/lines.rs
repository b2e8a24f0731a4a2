//! Content lines, the form that iCalendar (RFC 5545) and vCard (RFC 6350) share: `NAME:value`, ended by CRLF and folded
//! at 75 octets.

/// Octets of a line, its CRLF not counted.
const LINE_MAX: usize = 75;

/// A file of content lines being written. Control characters are left out, so that no value can start a line of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    text: String,
}

impl Lines {
    /// A line whose value needs no escaping.
    pub fn plain(&mut self, line: &str) {
        let signs: Vec<char> = line.chars().filter(|sign| !sign.is_control()).collect();
        let mut rest = signs.as_slice();
        let mut room = LINE_MAX;
        loop {
            let end = fold(rest, room);
            let (now, later) = rest.split_at(end);
            self.text.extend(now);
            self.text.push_str("\r\n");
            if later.is_empty() {
                return;
            }
            // A continued line begins with a space, which counts.
            self.text.push(' ');
            (rest, room) = (later, LINE_MAX - 1);
        }
    }

    /// A property of one text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.texts(name, &[value]);
    }

    /// A property of several texts, parted by semicolons.
    pub fn texts(&mut self, name: &str, values: &[&str]) {
        let escaped: Vec<String> = values.iter().map(|value| escape(value)).collect();
        self.plain(&format!("{name}:{}", escaped.join(";")));
    }

    /// The whole file.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

/// How many signs fit, cut between two that are no spaces where that is possible: some readers trim lines.
fn fold(signs: &[char], room: usize) -> usize {
    let mut octets = 0;
    let fitting = signs.iter().take_while(|sign| {
        octets += sign.len_utf8();
        octets <= room
    });
    let most = fitting.count();
    if most == signs.len() {
        return most;
    }
    let is_space = |at: usize| signs.get(at).is_some_and(|sign| sign.is_whitespace());
    (most / 2..=most).rev().find(|at| *at > 0 && !is_space(*at) && !is_space(at - 1)).unwrap_or(most.max(1))
}

/// A value of type TEXT.
fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    for sign in value.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_at_75_octets_between_characters_and_never_at_a_space() {
        let mut lines = Lines::default();
        let text = "é🌶, kata ".repeat(40);
        lines.text("SUMMARY", &text);
        let file = lines.finish();
        for line in file.split("\r\n").filter(|line| !line.is_empty()) {
            assert!(line.len() <= LINE_MAX, "{} octets", line.len());
            assert!(!line.starts_with("  "), "{line:?}");
        }
        assert_eq!(file.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", text.replace(',', "\\,")));
    }

    #[test]
    fn a_text_cannot_start_a_line_of_its_own() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a\r\nEND:VEVENT\u{85}x\u{7}");
        assert_eq!(lines.finish(), "SUMMARY:a\\nEND:VEVENTx\r\n");
    }

    #[test]
    fn a_line_of_spaces_still_ends() {
        let mut lines = Lines::default();
        lines.plain(&" ".repeat(200));
        assert_eq!(lines.finish().matches(' ').count(), 202);
    }
}
