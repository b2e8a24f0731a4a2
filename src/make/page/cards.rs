//! Cards are shown on many pages but made once. A view holds only a token for each; when a page is really made, the token
//! gives way to the card's HTML. A page whose view and cards stand as they were is not made at all, and no card is.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::model::reads::Cell;
use crate::model::{Business, Cooperative, Event, Id, Kind, Product};

/// Token marks: private-use characters, which no content can contain (they are stripped as decoration).
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';
/// In a token of a printed page: this card is in the first view.
const FIRST: char = '!';

/// Marks a token that a template prints as standing in the first view.
pub fn in_first_view(token: &str) -> String {
    token.replacen(OPEN, &format!("{OPEN}{FIRST}"), 1)
}

/// A card of one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Card {
    /// A product.
    Product(Id<Product>),
    /// A UMKM.
    Business(Id<Business>),
    /// A cooperative.
    Cooperative(Id<Cooperative>),
    /// An event, as a row.
    Event(Id<Event>),
    /// Any other entry with a title, a sentence and perhaps a picture.
    Teaser(Kind, u32),
}

impl Card {
    /// The token that stands for it in a view.
    pub fn token(self) -> String {
        let (letter, index) = match self {
            Card::Product(id) => ('p', id.index()),
            Card::Business(id) => ('b', id.index()),
            Card::Cooperative(id) => ('c', id.index()),
            Card::Event(id) => ('e', id.index()),
            Card::Teaser(kind, index) => {
                let kind = Kind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
                return format!("{OPEN}t{kind}.{index}{CLOSE}");
            }
        };
        format!("{OPEN}{letter}{index}{CLOSE}")
    }

    fn parse(token: &str) -> Option<Card> {
        let token = token.strip_prefix(FIRST).unwrap_or(token);
        let (letter, rest) = token.split_at_checked(1)?;
        if letter == "t" {
            let (kind, index) = rest.split_once('.')?;
            return Some(Card::Teaser(*Kind::ALL.get(kind.parse::<usize>().ok()?)?, index.parse().ok()?));
        }
        let index = rest.parse().ok()?;
        Some(match letter {
            "p" => Card::Product(Id::new(index)),
            "b" => Card::Business(Id::new(index)),
            "c" => Card::Cooperative(Id::new(index)),
            "e" => Card::Event(Id::new(index)),
            _ => return None,
        })
    }
}

/// A card that is made when it is first needed.
#[derive(Debug, Default)]
pub struct LazyCard {
    /// Hash of its view, and what was read for it.
    pub fingerprint: OnceLock<([u8; 32], Vec<Cell>)>,
    /// Its HTML.
    pub html: OnceLock<String>,
}

/// A text cut at its tokens: each card, with what stands behind it; first what stands before all cards.
pub fn pieces(text: &str) -> impl Iterator<Item = (Option<Card>, &str)> {
    text.split(OPEN).enumerate().map(|(at, part)| {
        let (token, rest) = if at == 0 { ("", part) } else { part.split_once(CLOSE).unwrap_or((part, "")) };
        (Card::parse(token), rest)
    })
}

/// The text with every token replaced. `html` is told whether the card stands in the first view.
pub fn put_in<'c, E>(text: &str, html: impl Fn(Card, bool) -> Result<Cow<'c, str>, E>) -> Result<String, E> {
    let firsts = text.split(OPEN).map(|part| part.starts_with(FIRST));
    let cards = pieces(text)
        .zip(firsts)
        .map(|((card, rest), is_first)| Ok((card.map_or(Ok(Cow::Borrowed("")), |card| html(card, is_first))?, rest)));
    let cards: Vec<(Cow<'c, str>, &str)> = cards.collect::<Result<_, E>>()?;
    let mut out = String::with_capacity(cards.iter().map(|(card, rest)| card.len() + rest.len()).sum());
    for (card, rest) in cards {
        out.push_str(&card);
        out.push_str(rest);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_back_as_cards() {
        let cards = [Card::Product(Id::new(7)), Card::Teaser(Kind::News, 3), Card::Event(Id::new(0))];
        let text: String = cards.iter().map(|card| format!("<li>{}</li>", card.token())).collect();
        assert_eq!(pieces(&text).filter_map(|(card, _)| card).collect::<Vec<_>>(), cards);
        assert!(pieces(&text).all(|(_, rest)| !rest.contains([OPEN, CLOSE])));
        let shown = |card, is_first| match card {
            Card::Product(id) if id.index() == 7 && is_first => Ok(Cow::Owned("TUJUH".to_owned())),
            Card::Product(id) if id.index() == 7 => Ok(Cow::Borrowed("tujuh")),
            Card::Teaser(Kind::News, 3) => Ok(Cow::Borrowed("kabar")),
            _ => Err(card),
        };
        assert_eq!(put_in(&text, shown).unwrap_err(), Card::Event(Id::new(0)));
        let filled = put_in(&text.replace("e0", "p7"), shown).unwrap();
        assert_eq!(filled, "<li>tujuh</li><li>kabar</li><li>tujuh</li>");
        let hurried = format!("!{}{}", in_first_view(&cards[0].token()), cards[0].token());
        assert_eq!(put_in(&hurried, shown).unwrap(), "!TUJUHtujuh");
    }
}
