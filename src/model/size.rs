//! Sizes and amounts inside free text: `21 x 29,7 cm`, `10 × 20 g`.
//!
//! A size may be any text. What is understood here can be sorted, compared and told to search engines; what is not
//! stays the text it was.

use super::number::Decimal;
use crate::bahasa::{Language, narrow};

/// A unit of measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Millimetre.
    Millimetre,
    /// Centimetre.
    Centimetre,
    /// Metre.
    Metre,
    /// Gram.
    Gram,
    /// Kilogram.
    Kilogram,
    /// Millilitre.
    Millilitre,
    /// Litre.
    Litre,
}

impl Measure {
    /// The unit that a word means: `cm`, `gr`, `gram`, `Liter`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word.to_lowercase().as_str() {
            "mm" | "milimeter" => Some(Self::Millimetre),
            "cm" | "senti" | "sentimeter" | "centimeter" => Some(Self::Centimetre),
            "m" | "meter" | "metre" => Some(Self::Metre),
            "g" | "gr" | "gram" | "grams" => Some(Self::Gram),
            "kg" | "kilo" | "kilogram" => Some(Self::Kilogram),
            "ml" | "mililiter" | "cc" => Some(Self::Millilitre),
            "l" | "lt" | "ltr" | "liter" | "litre" => Some(Self::Litre),
            _ => None,
        }
    }

    /// Its sign: `cm`, `g`, `L`.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Millimetre => "mm",
            Self::Centimetre => "cm",
            Self::Metre => "m",
            Self::Gram => "g",
            Self::Kilogram => "kg",
            Self::Millilitre => "ml",
            Self::Litre => "L",
        }
    }

    /// Its common code of UN/CEFACT recommendation 20, which schema.org's `unitCode` takes: `CMT`, `GRM`.
    #[must_use]
    pub fn common_code(self) -> &'static str {
        match self {
            Self::Millimetre => "MMT",
            Self::Centimetre => "CMT",
            Self::Metre => "MTR",
            Self::Gram => "GRM",
            Self::Kilogram => "KGM",
            Self::Millilitre => "MLT",
            Self::Litre => "LTR",
        }
    }

    /// Whether it measures a length.
    #[must_use]
    pub fn is_length(self) -> bool {
        matches!(self, Self::Millimetre | Self::Centimetre | Self::Metre)
    }
}

/// One to three lengths of a thing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Dimensions {
    sides: Vec<Decimal>,
    unit: Measure,
    round: bool,
}

impl Dimensions {
    /// Finds the lengths in a text that says nothing else: `21 x 29,7 cm`, `30cm × 20cm × 5cm`, `diameter 20 cm`,
    /// `P 30 x L 20 x T 5 cm`.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let mut round = false;
        let mut sides = Vec::new();
        let mut unit = None;
        for word in words(text) {
            match word {
                Word::Number(number) if number.thousandths() > 0 && sides.len() < 3 => sides.push(number),
                Word::Times => {}
                Word::Name(name) => match (Measure::parse(&name).filter(|unit| unit.is_length()), name.as_str()) {
                    // "L" is "lebar" before a number, and no unit of length either way.
                    (Some(found), _) if !sides.is_empty() && unit.is_none_or(|known| known == found) => {
                        unit = Some(found)
                    }
                    (_, "diameter" | "diam" | "ø" | "d") => round = true,
                    (_, "p" | "l" | "t" | "panjang" | "lebar" | "tinggi" | "ukuran" | "±" | "kira" | "sekitar") => {}
                    _ => return None,
                },
                Word::Number(_) => return None,
            }
        }
        if sides.is_empty() { None } else { Some(Self { sides, unit: unit?, round }) }
    }

    /// The lengths in the order in which they were written.
    #[must_use]
    pub fn sides(&self) -> &[Decimal] {
        &self.sides
    }

    /// The unit of all of them.
    #[must_use]
    pub fn unit(&self) -> Measure {
        self.unit
    }

    /// The first length, when there are at least two.
    #[must_use]
    pub fn width(&self) -> Option<Decimal> {
        self.sides.first().copied().filter(|_| self.sides.len() > 1)
    }

    /// The second of three lengths (panjang × lebar × tinggi).
    #[must_use]
    pub fn depth(&self) -> Option<Decimal> {
        self.sides.get(1).copied().filter(|_| self.sides.len() == 3)
    }

    /// The last length, when there are at least two.
    #[must_use]
    pub fn height(&self) -> Option<Decimal> {
        self.sides.last().copied().filter(|_| self.sides.len() > 1)
    }

    /// As read by people: `21 × 29,7 cm`, `diameter 20 cm`.
    #[must_use]
    pub fn display(&self, language: Language) -> String {
        let sides: Vec<String> = self.sides.iter().map(|side| side.display(language)).collect();
        let prefix = if self.round { "diameter " } else { "" };
        format!("{prefix}{} {}", sides.join(" × "), self.unit.sign())
    }
}

/// The lengths of a thing by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lengths {
    /// Panjang.
    pub length: Option<Decimal>,
    /// Lebar.
    pub width: Option<Decimal>,
    /// Tinggi.
    pub height: Option<Decimal>,
    /// The unit of all of them.
    pub unit: Measure,
}

impl Lengths {
    /// As people write them, and [`Dimensions::find`] understands: `21 × 29,7 cm`. Sides are named where their order does
    /// not tell them: `lebar 30 × tinggi 5 cm`.
    #[must_use]
    pub fn describe(self, language: Language) -> Option<String> {
        let sides = [
            (self.length, language.pick("panjang", "length")),
            (self.width, language.pick("lebar", "width")),
            (self.height, language.pick("tinggi", "height")),
        ];
        let given: Vec<(String, &str)> =
            sides.into_iter().filter_map(|(side, name)| Some((side?.display(language), name))).collect();
        let in_order = self.length.is_some() && self.width.is_some();
        let one = |(side, name): &(String, &str)| if in_order { side.clone() } else { format!("{name} {side}") };
        let all: Vec<String> = given.iter().map(one).collect();
        (!all.is_empty()).then(|| format!("{} {}", all.join(" × "), self.unit.sign()))
    }
}

/// What a package holds: so many pieces of so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NetContent {
    /// How many pieces; 1 when there is only the one.
    pub pieces: u32,
    /// How much each holds.
    pub amount: Decimal,
    /// In this unit.
    pub unit: Measure,
}

impl NetContent {
    /// Finds the amount in a text that says nothing else: `150 g`, `150gr`, `10 × 20 g`, `1,5 L`.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let words: Vec<Word> = words(text).into_iter().filter(|word| !word.is_filler()).collect();
        let (pieces, amount, name) = match words.as_slice() {
            [Word::Number(amount), Word::Name(name)] => (1, *amount, name),
            [Word::Number(pieces), Word::Times, Word::Number(amount), Word::Name(name)] => {
                (whole(*pieces)?, *amount, name)
            }
            [Word::Number(amount), Word::Name(name), Word::Times, Word::Number(pieces)] => {
                (whole(*pieces)?, *amount, name)
            }
            _ => return None,
        };
        let unit = Measure::parse(name).filter(|unit| !unit.is_length())?;
        (amount.thousandths() > 0).then_some(Self { pieces, amount, unit })
    }

    /// All pieces together, in the unit.
    #[must_use]
    pub fn total(self) -> Decimal {
        Decimal::from_thousandths(self.amount.thousandths().saturating_mul(i64::from(self.pieces)))
    }

    /// As read by people: `150 g`, `10 × 20 g`.
    #[must_use]
    pub fn display(self, language: Language) -> String {
        let one = format!("{} {}", self.amount.display(language), self.unit.sign());
        if self.pieces == 1 { one } else { format!("{} × {one}", self.pieces) }
    }
}

fn whole(number: Decimal) -> Option<u32> {
    let thousandths = number.thousandths();
    if thousandths % 1000 == 0 { u32::try_from(thousandths / 1000).ok().filter(|n| *n > 0) } else { None }
}

/// A word of a size.
enum Word {
    Number(Decimal),
    Times,
    Name(String),
}

impl Word {
    fn is_filler(&self) -> bool {
        matches!(self, Self::Name(name) if matches!(name.as_str(), "isi" | "netto" | "neto" | "berat" | "bersih" | "±"))
    }
}

/// Cuts a text into numbers, times signs and names in lower case. A sign that means nothing here is a name.
fn words(text: &str) -> Vec<Word> {
    let text = narrow(text).to_lowercase();
    let mut words = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if first.is_ascii_digit() => rest
                .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
                .map_or(rest.trim_end_matches([',', '.']).len(), |end| rest[..end].trim_end_matches([',', '.']).len()),
            _ if first.is_alphabetic() && !is_times(first, rest) => {
                rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
            }
            _ => first.len_utf8(),
        };
        let (word, after) = rest.split_at(length);
        rest = after;
        match first {
            ' ' | ',' | '.' | ':' => {}
            _ if first.is_ascii_digit() => match Decimal::read(word) {
                Ok(reading) => words.push(Word::Number(reading.value)),
                Err(_) => words.push(Word::Name(word.to_owned())),
            },
            _ if is_times(first, word) => words.push(Word::Times),
            _ => words.push(Word::Name(word.to_owned())),
        }
    }
    words
}

/// `×`, `*`, or an `x` that begins no longer word.
fn is_times(first: char, rest: &str) -> bool {
    matches!(first, '×' | '*') || (first == 'x' && !rest[1..].starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_found() {
        for (text, shown) in [
            ("21 x 29,7 cm", "21 × 29,7 cm"),
            ("30cm × 20cm × 5cm", "30 × 20 × 5 cm"),
            ("P 30 x L 20 x T 5 cm", "30 × 20 × 5 cm"),
            ("diameter 20.5 cm", "diameter 20,5 cm"),
            ("20x30cm", "20 × 30 cm"),
            ("2 meter", "2 m"),
        ] {
            assert_eq!(Dimensions::find(text).map(|d| d.display(Language::Id)).as_deref(), Some(shown), "{text}");
        }
        for text in
            ["", "A4", "S, M, L", "21 x 29,7", "150 g", "20 cm x 1 m", "1 x 2 x 3 x 4 cm", "0 cm", "20 cm (kira-kira)"]
        {
            assert_eq!(Dimensions::find(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_have_roles() {
        let flat = Dimensions::find("21 x 29,7 cm").unwrap();
        assert_eq!(
            (flat.width().unwrap().to_string(), flat.height().unwrap().to_string()),
            ("21".into(), "29.7".into())
        );
        assert_eq!(flat.depth(), None);
        let solid = Dimensions::find("30 x 20 x 5 mm").unwrap();
        assert_eq!((solid.depth().unwrap().to_string(), solid.unit().common_code()), ("20".into(), "MMT"));
        assert_eq!(Dimensions::find("90 cm").unwrap().width(), None);
    }

    #[test]
    fn lengths_by_name_are_told_as_they_are_understood() {
        let side = |thousandths: i64| Some(Decimal::from_thousandths(thousandths));
        for (length, width, height, shown, english) in [
            (side(21_000), side(29_700), None, "21 × 29,7 cm", "21 × 29.7 cm"),
            (side(30_000), side(20_000), side(5_000), "30 × 20 × 5 cm", "30 × 20 × 5 cm"),
            (None, side(30_000), side(5_500), "lebar 30 × tinggi 5,5 cm", "width 30 × height 5.5 cm"),
            (None, None, side(90_000), "tinggi 90 cm", "height 90 cm"),
        ] {
            let lengths = Lengths { length, width, height, unit: Measure::Centimetre };
            assert_eq!(lengths.describe(Language::Id).as_deref(), Some(shown));
            assert_eq!(lengths.describe(Language::En).as_deref(), Some(english));
            let sides: Vec<Decimal> = [length, width, height].into_iter().flatten().collect();
            assert_eq!(Dimensions::find(shown).unwrap().sides(), sides);
        }
        let none = Lengths { length: None, width: None, height: None, unit: Measure::Metre };
        assert_eq!(none.describe(Language::Id), None);
    }

    #[test]
    fn amounts_are_found() {
        for (text, shown, total) in [
            ("150 g", "150 g", "150"),
            ("150gr", "150 g", "150"),
            ("10 × 20 g", "10 × 20 g", "200"),
            ("20 g x 10", "10 × 20 g", "200"),
            ("1,5 Liter", "1,5 L", "1.5"),
            ("Netto: 1 kg", "1 kg", "1"),
        ] {
            let content = NetContent::find(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((content.display(Language::Id).as_str(), content.total().to_string().as_str()), (shown, total));
        }
        for text in ["", "± 25 bibit", "20 cm", "0 g", "1,5 x 20 g", "150", "g 150"] {
            assert_eq!(NetContent::find(text), None, "{text}");
        }
    }
}
