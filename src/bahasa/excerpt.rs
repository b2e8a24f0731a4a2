//! Counting words and cutting texts short.

/// Words read in a minute.
const WORDS_A_MINUTE: usize = 200;

/// How many words a text has.
#[must_use]
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// How many minutes it takes to read so many words; at least one.
#[must_use]
pub fn reading_minutes(words: usize) -> usize {
    words.div_ceil(WORDS_A_MINUTE).max(1)
}

/// A text of at most `limit` characters: the whole of it, or whole sentences if they fill at least half of the room, or
/// whole words with `…`. Runs of spaces and line breaks become one space.
#[must_use]
pub fn excerpt(text: &str, limit: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(limit) else { return text };
    let room = &text[..end];
    if let Some(sentences) = whole_sentences(room, &text)
        && sentences.chars().count() * 2 >= limit
    {
        return sentences.to_owned();
    }
    let Some((last, _)) = room.char_indices().next_back() else { return String::new() };
    // One character less: the ellipsis needs its own room.
    let room = &room[..last];
    let cut = match text[last..].starts_with(' ') {
        true => last,
        false => room.rfind(' ').unwrap_or(last),
    };
    format!("{}…", room[..cut].trim_end_matches([' ', ',', ';', ':', '–', '-', '(']))
}

/// The sentences of the text that end within the room.
fn whole_sentences<'a>(room: &'a str, text: &str) -> Option<&'a str> {
    let mut ends = room.char_indices().filter(|(at, c)| {
        let after = &text[at + c.len_utf8()..];
        matches!(c, '.' | '!' | '?')
            && after.starts_with(' ')
            && after[1..].starts_with(|c: char| c.is_uppercase() || c == '“')
    });
    ends.next_back().map(|(at, c)| &room[..at + c.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted() {
        assert_eq!(count_words("Bingkai foto — kayu jati, 20 cm."), 6);
        assert_eq!(count_words(" \n"), 0);
        assert_eq!((reading_minutes(0), reading_minutes(200), reading_minutes(201)), (1, 1, 2));
    }

    #[test]
    fn texts_are_cut_between_sentences_or_words() {
        let text = "Keripik singkong renyah. Digoreng tiap hari dengan minyak baru.";
        assert_eq!(excerpt(text, 100), text);
        assert_eq!(excerpt(text, 40), "Keripik singkong renyah.");
        assert_eq!(excerpt(text, 60), "Keripik singkong renyah. Digoreng tiap hari dengan minyak…");
        assert_eq!(excerpt("satu  dua\ntiga", 9), "satu dua…");
        assert_eq!(excerpt("satukata", 4), "sat…");
        assert_eq!(excerpt("apa, siapa", 6), "apa…");
        assert_eq!(excerpt("éé", 0), "");
    }

    #[test]
    fn no_cut_is_longer_than_its_limit() {
        let text = "Ada 3 kg. Atau lebih? Éntah, siapa tahu! Begitulah — kira-kira.";
        for limit in 0..80 {
            assert!(excerpt(text, limit).chars().count() <= limit, "{limit}");
        }
    }
}
