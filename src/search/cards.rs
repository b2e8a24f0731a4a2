//! Cards: what a result shows, in chunks of neighbouring documents, column after column so that it compresses well.

use super::bytes::{Broken, Bytes, push_number, push_text};
use super::columns::{decode_prices, encode_prices};
use super::document::{CardPicture, SearchDocument};
use super::words::fold;

/// How many fields of a card are text.
const TEXT_FIELDS: usize = 12;

/// Stands for the words of the title in a slug, and for the slug in an address.
const TITLE_MARK: char = '\u{1}';
/// Stands for the words of the maker in a slug.
const MAKER_MARK: char = '\u{2}';

/// One result as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Card {
    /// Slug of the entry.
    pub slug: String,
    /// Name or headline.
    pub title: String,
    /// English name; empty when there is none.
    pub title_en: String,
    /// Maker; empty when there is none.
    pub maker: String,
    /// URL of the Indonesian page.
    pub url_id: String,
    /// URL of the English page.
    pub url_en: String,
    /// Lowest price in rupiah.
    pub price: Option<u64>,
    /// Price as shown.
    pub price_text: String,
    /// Price as shown in English.
    pub price_text_en: String,
    /// What stands behind the price.
    pub price_unit: String,
    /// The same in English.
    pub price_unit_en: String,
    /// Index of the category.
    pub category: Option<u32>,
    /// Index of the place.
    pub place: Option<u32>,
    /// For each facet shown on cards, one bit a value.
    pub marks: Vec<u32>,
    /// The small picture.
    pub picture: Option<CardPicture>,
}

impl Card {
    /// The card of a document; the caller has looked up category, place and marks.
    pub(super) fn new(document: &SearchDocument, category: Option<u32>, place: Option<u32>, marks: Vec<u32>) -> Self {
        Self {
            slug: one_line(&document.slug),
            title: one_line(&document.title),
            title_en: document.title_en.as_deref().map(one_line).unwrap_or_default(),
            maker: document.maker.as_deref().map(one_line).unwrap_or_default(),
            url_id: one_line(&document.url_id),
            url_en: one_line(&document.url_en),
            price: document.price,
            price_text: one_line(&document.price_text),
            price_text_en: one_line(&document.price_text_en),
            price_unit: one_line(&document.price_unit),
            price_unit_en: one_line(&document.price_unit_en),
            category,
            place,
            marks,
            picture: document.picture.as_ref().map(|picture| CardPicture {
                src: one_line(&picture.src),
                placeholder: colour(&picture.placeholder),
                ..picture.clone()
            }),
        }
    }
}

fn one_line(text: &str) -> String {
    text.split(char::is_control).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A colour in twelve bits: sixteen steps for each of red, green and blue.
fn colour(placeholder: &str) -> String {
    let hex = placeholder.strip_prefix('#').filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    match hex.map(|hex| (hex.len(), hex)) {
        Some((3, _)) => placeholder.to_lowercase(),
        Some((6, hex)) => {
            let channel = |at: usize| u32::from_str_radix(&hex[at..at + 2], 16).unwrap_or(0);
            [0, 2, 4].into_iter().fold("#".to_owned(), |colour, at| format!("{colour}{:x}", (channel(at) + 8) / 17))
        }
        _ => String::new(),
    }
}

/// Words joined by hyphens: what a slug of this text is most likely to be.
fn slug_guess(text: &str) -> String {
    let folded = fold(text);
    folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

fn shorten_slug(card: &Card) -> String {
    let title = slug_guess(&card.title);
    let Some(rest) = card.slug.strip_prefix(&title).filter(|_| !title.is_empty()) else {
        return card.slug.clone();
    };
    let maker = slug_guess(&card.maker);
    match rest.strip_prefix('-').and_then(|rest| rest.strip_prefix(&maker)).filter(|_| !maker.is_empty()) {
        Some(rest) => format!("{TITLE_MARK}{MAKER_MARK}{rest}"),
        None => format!("{TITLE_MARK}{rest}"),
    }
}

fn lengthen_slug(short: &str, title: &str, maker: &str) -> String {
    short.replace(TITLE_MARK, &slug_guess(title)).replace(MAKER_MARK, &format!("-{}", slug_guess(maker)))
}

fn shorten_address(address: &str, slug: &str) -> String {
    if slug.is_empty() { address.to_owned() } else { address.replacen(slug, &TITLE_MARK.to_string(), 1) }
}

fn lengthen_address(short: &str, slug: &str) -> String {
    short.replacen(TITLE_MARK, slug, 1)
}

/// "Rp25.000" for a price, with the separator of the language.
fn plain_price(price: Option<u64>, separator: char) -> String {
    let Some(price) = price else { return String::new() };
    let digits = price.to_string();
    let mut out = String::from("Rp");
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A price text is stored only when it is not the plain price; "-" says that there is none.
fn shorten_price(text: &str, price: Option<u64>, separator: char) -> String {
    match (text, text == plain_price(price, separator)) {
        (_, true) => String::new(),
        ("", false) => "-".to_owned(),
        _ => text.to_owned(),
    }
}

fn lengthen_price(short: &str, price: Option<u64>, separator: char) -> String {
    match short {
        "" => plain_price(price, separator),
        "-" => String::new(),
        _ => short.to_owned(),
    }
}

/// A chunk of cards. The texts stand in one list of lines for each field, in the order of [`text_fields`]; then the
/// numbers: prices, categories, places, marks, widths and heights of pictures.
pub(super) fn encode(cards: &[Card]) -> Vec<u8> {
    let mut out = Vec::new();
    push_number(&mut out, cards.len() as u64);
    push_number(&mut out, cards.first().map_or(0, |card| card.marks.len()) as u64);
    for field in text_fields(cards) {
        push_text(&mut out, &field.join("\n"));
    }
    out.extend(encode_prices(&cards.iter().map(|card| card.price).collect::<Vec<_>>()));
    for card in cards {
        push_number(&mut out, card.category.map_or(0, |index| u64::from(index) + 1));
    }
    for card in cards {
        push_number(&mut out, card.place.map_or(0, |index| u64::from(index) + 1));
    }
    for mark in 0..cards.first().map_or(0, |card| card.marks.len()) {
        cards.iter().for_each(|card| push_number(&mut out, card.marks.get(mark).map_or(0, |&bits| u64::from(bits))));
    }
    let sizes = |pick: fn(&CardPicture) -> u32| cards.iter().map(move |card| card.picture.as_ref().map_or(0, pick));
    for size in sizes(|picture| picture.width).chain(sizes(|picture| picture.height)) {
        push_number(&mut out, u64::from(size));
    }
    out
}

/// The lines of each text field, shortened, in the order in which they are stored.
fn text_fields(cards: &[Card]) -> [Vec<String>; TEXT_FIELDS] {
    let field = |pick: &dyn Fn(&Card) -> String| cards.iter().map(pick).collect::<Vec<_>>();
    [
        field(&|card| card.title.clone()),
        field(&|card| card.title_en.clone()),
        field(&|card| card.maker.clone()),
        field(&shorten_slug),
        field(&|card| shorten_address(&card.url_id, &card.slug)),
        field(&|card| shorten_address(&card.url_en, &card.slug)),
        field(&|card| shorten_price(&card.price_text, card.price, '.')),
        field(&|card| shorten_price(&card.price_text_en, card.price, ',')),
        field(&|card| card.price_unit.clone()),
        field(&|card| card.price_unit_en.clone()),
        field(&|card| picture(card).map(|picture| shorten_address(&picture.src, &card.slug)).unwrap_or_default()),
        field(&|card| picture(card).map(|picture| picture.placeholder.replace('#', "")).unwrap_or_default()),
    ]
}

fn picture(card: &Card) -> Option<&CardPicture> {
    card.picture.as_ref()
}

/// Reads what [`encode`] wrote.
pub(super) fn decode(bytes: &mut Bytes) -> Result<Vec<Card>, Broken> {
    let count = bytes.count()?;
    let marks = bytes.count()?;
    let mut texts = Vec::with_capacity(TEXT_FIELDS);
    for _ in 0..TEXT_FIELDS {
        let lines: Vec<&str> = bytes.text()?.split('\n').collect();
        if lines.len() != count.max(1) {
            return Err(Broken);
        }
        texts.push(lines);
    }
    let prices = decode_prices(bytes)?;
    if prices.len() != count {
        return Err(Broken);
    }
    let numbers = (0..count * (4 + marks)).map(|_| bytes.number()).collect::<Result<Vec<u64>, Broken>>()?;
    let number = |column: usize, row: usize| numbers[column * count + row];
    let index = |value: u64| value.checked_sub(1).and_then(|value| u32::try_from(value).ok());
    Ok((0..count)
        .map(|row| {
            let text = |field: usize| texts[field][row];
            let slug = lengthen_slug(text(3), text(0), text(2));
            let price = prices[row];
            let src = lengthen_address(text(10), &slug);
            Card {
                title: text(0).to_owned(),
                title_en: text(1).to_owned(),
                maker: text(2).to_owned(),
                url_id: lengthen_address(text(4), &slug),
                url_en: lengthen_address(text(5), &slug),
                price,
                price_text: lengthen_price(text(6), price, '.'),
                price_text_en: lengthen_price(text(7), price, ','),
                price_unit: text(8).to_owned(),
                price_unit_en: text(9).to_owned(),
                category: index(number(0, row)),
                place: index(number(1, row)),
                marks: (0..marks).map(|mark| number(2 + mark, row) as u32).collect(),
                picture: (!src.is_empty()).then(|| CardPicture {
                    src,
                    width: number(2 + marks, row) as u32,
                    height: number(3 + marks, row) as u32,
                    placeholder: if text(11).is_empty() { String::new() } else { format!("#{}", text(11)) },
                }),
                slug,
            }
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::document::DocumentKind;

    fn card(slug: &str, price_text: &str) -> Card {
        let document = SearchDocument {
            maker: Some("Dapur Bu Ijah".to_owned()),
            url_id: format!("/produk/{slug}/"),
            price: Some(25_000),
            price_text: price_text.to_owned(),
            price_text_en: "Rp25,000".to_owned(),
            picture: Some(CardPicture {
                src: format!("/i/{slug}-320.webp"),
                width: 320,
                height: 240,
                placeholder: "#FF8000".to_owned(),
            }),
            ..SearchDocument::new(DocumentKind::Product, slug, "Keripik\nPisang")
        };
        Card::new(&document, Some(0), None, vec![5])
    }

    #[test]
    fn cards_come_back() {
        let cards = vec![
            card("keripik-pisang", "Rp25.000"),
            card("keripik-pisang-dapur-bu-ijah-2", "Mulai Rp25.000"),
            card("lain", ""),
            Card { marks: vec![0], ..Card::default() },
        ];
        let bytes = encode(&cards);
        assert_eq!(decode(&mut Bytes::new(&bytes)), Ok(cards));
        assert_eq!(decode(&mut Bytes::new(&encode(&[]))), Ok(Vec::new()));
        assert!(decode(&mut Bytes::new(&bytes[..bytes.len() - 3])).is_err());
    }

    #[test]
    fn slugs_of_title_and_maker_shrink() {
        assert_eq!(shorten_slug(&card("keripik-pisang-dapur-bu-ijah-2", "")), "\u{1}\u{2}-2");
        assert_eq!(shorten_slug(&card("lain", "")), "lain");
    }

    #[test]
    fn line_breaks_and_long_colours_are_not_kept() {
        let card = card("x", "");
        assert_eq!(card.title, "Keripik Pisang");
        assert_eq!(card.picture.map(|picture| picture.placeholder), Some("#f80".to_owned()));
    }
}
