//! Prices in whole rupiah, as sellers write them.

use serde::{Deserialize, Serialize};

use crate::bahasa::{Language, group, is_dash, narrow, rupiah};
use crate::diagnostic::{Code, Finding, Read, Reading};

use super::number::{Scalar, is_grouped};

/// A price below this is taken for a slip of the pen.
const UNUSUALLY_LOW: u64 = 500;
/// A price above this too.
const UNUSUALLY_HIGH: u64 = 100_000_000;
/// Nothing is believed beyond this; it also keeps sums far from overflow.
const HIGHEST: u64 = 1_000_000_000_000;

/// What something costs, in rupiah.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Price {
    /// One price.
    Exact(u64),
    /// From the first to the second, which is higher.
    Range(u64, u64),
    /// From this price upwards.
    From(u64),
    /// The buyer has to ask.
    Ask,
}

impl Price {
    /// The lowest price, if any is named.
    #[must_use]
    pub fn lowest(self) -> Option<u64> {
        match self {
            Self::Exact(price) | Self::Range(price, _) | Self::From(price) => Some(price),
            Self::Ask => None,
        }
    }

    /// The highest price, if there is one.
    #[must_use]
    pub fn highest(self) -> Option<u64> {
        match self {
            Self::Exact(price) | Self::Range(_, price) => Some(price),
            Self::From(_) | Self::Ask => None,
        }
    }

    /// As read by people: `Rp25.000`, `Rp25.000–Rp40.000`, `Mulai Rp350.000`, `Tanya harga`; in English `Rp25,000`,
    /// `From Rp350,000`, `Ask for the price`. The only space is a no-break one.
    #[must_use]
    pub fn display(self, language: Language) -> String {
        match self {
            Self::Exact(price) => rupiah(price, language),
            Self::Range(low, high) => format!("{}–{}", rupiah(low, language), rupiah(high, language)),
            Self::From(price) => format!("{}\u{a0}{}", language.pick("Mulai", "From"), rupiah(price, language)),
            Self::Ask => language.pick("Tanya harga", "Ask for the price").to_owned(),
        }
    }

    /// Reads `25000`, `"25.000"`, `Rp 25.000,-`, `25rb`, `1,5 juta`, `25.000 - 40.000`, `mulai 350.000`, `tanya`.
    ///
    /// Remarks: `PROD-HARGA-BACA` for what could be read otherwise (`25,000`, `25-40rb`), `PROD-HARGA-WAJAR` for a
    /// price that is unusually low or high.
    ///
    /// # Errors
    /// `PROD-HARGA-TITIK` for a plain `25.000`, which YAML takes for 25; `PROD-HARGA-NOL`, `PROD-HARGA-RENTANG`,
    /// `PROD-HARGA`.
    pub fn read(scalar: Scalar<'_>) -> Read<Self> {
        if let Some(value) = scalar.as_yaml_float() {
            return Err(read_as_float(scalar.text, value));
        }
        let text = narrow(scalar.text).to_lowercase();
        if matches!(text.as_str(), "tanya" | "tanya harga" | "tanyakan" | "ask") {
            return Ok(Reading::clean(Self::Ask));
        }
        let refused = || Finding::new(Code::ProdHarga).with("nilai", scalar.text.trim());
        let (from, rest) = strip_from(&text);
        let parts = split_range(rest);
        let (price, guessed) = match (parts.as_slice(), from) {
            ([one], _) => {
                let amount = amount(one).ok_or_else(refused)?;
                (if from { Self::From(amount.rupiah) } else { Self::Exact(amount.rupiah) }, amount.guessed)
            }
            ([low, high], false) => {
                let high = amount(high).ok_or_else(refused)?;
                let (low, shared) = low_end(low, &high).ok_or_else(refused)?;
                (Self::Range(low.rupiah, high.rupiah), low.guessed || high.guessed || shared)
            }
            _ => return Err(refused()),
        };
        judge(price, guessed, scalar.text, refused)
    }

    /// The value as it should be written in an entry: `25000`, `25000-40000`, `mulai 350000`, `tanya`.
    #[must_use]
    pub fn source(self) -> String {
        match self {
            Self::Exact(price) => price.to_string(),
            Self::Range(low, high) => format!("{low}-{high}"),
            Self::From(price) => format!("mulai {price}"),
            Self::Ask => "tanya".to_owned(),
        }
    }
}

/// Refuses the impossible and remarks on the doubtful.
fn judge(price: Price, guessed: bool, text: &str, refused: impl Fn() -> Finding) -> Read<Price> {
    let (low, high) = (price.lowest().unwrap_or(0), price.highest().or(price.lowest()).unwrap_or(0));
    if low == 0 {
        return Err(Finding::new(Code::ProdHargaNol));
    }
    if low > HIGHEST || high > HIGHEST {
        return Err(refused());
    }
    if let Price::Range(low, high) = price
        && high < low
    {
        let swapped = Price::Range(high, low).source();
        return Err(Finding::new(Code::ProdHargaRentang).instead(swapped));
    }
    let price = match price {
        Price::Range(low, high) if low == high => Price::Exact(low),
        other => other,
    };
    let doubt = guessed.then(|| {
        Finding::new(Code::ProdHargaBaca)
            .with("nilai", text.trim())
            .with("hasil", price.display(Language::Id))
            .with("saran", price.source())
            .instead(price.source())
    });
    let odd = [low, high].into_iter().find(|p| !(UNUSUALLY_LOW..=UNUSUALLY_HIGH).contains(p));
    let unusual = odd.map(|p| Finding::new(Code::ProdHargaWajar).with("nilai", group(p, Language::Id)));
    Ok(Reading::clean(price).remark_if(doubt).remark_if(unusual))
}

/// The refusal of a price that YAML took for a number with a fraction.
fn read_as_float(text: &str, value: f64) -> Finding {
    let text = text.trim();
    let finding = Finding::new(Code::ProdHargaTitik).with("nilai", text);
    if value <= 0.0 {
        return Finding::new(Code::ProdHargaNol);
    }
    if !value.is_finite() || value >= 1e12 {
        return Finding::new(Code::ProdHarga).with("nilai", text);
    }
    let (meant, sure) = meant_by_float(text, value);
    let finding =
        finding.with("salah", plain_float(value)).with("benar", meant).with("format", group(meant, Language::Id));
    if sure { finding.instead(meant.to_string()) } else { finding }
}

/// The price that was probably meant, and whether there is no doubt: `25.000` is 25000; `25.0` was 25.000 before a
/// spreadsheet cut its zeros.
fn meant_by_float(text: &str, value: f64) -> (u64, bool) {
    if is_grouped(text, '.')
        && let Ok(meant) = text.replace('.', "").parse()
    {
        return (meant, true);
    }
    let scaled = if value < 1000.0 { value * 1000.0 } else { value };
    // The range was checked before; the fraction of a rupiah does not count.
    (format!("{scaled:.0}").parse().unwrap_or(0), false)
}

/// A float as a reader would write it: `25`, `25,5`.
fn plain_float(value: f64) -> String {
    value.to_string().replace('.', ",")
}

/// Takes `mulai`, `mulai dari`, `dari`, `from` off the front.
fn strip_from(text: &str) -> (bool, &str) {
    for word in ["mulai dari", "mulai", "dari", "starting from", "start from", "from"] {
        if let Some(rest) = text.strip_prefix(word)
            && rest.starts_with([' ', ':'])
        {
            return (true, rest.trim_start_matches([' ', ':']));
        }
    }
    (false, text)
}

/// Cuts a range at its dash or word. The dash of `25.000,-` is no range, nor is a minus at the front.
fn split_range(text: &str) -> Vec<String> {
    let mut text = text.replace(is_dash, "-").replace(",-", "").replace(".-", "");
    for word in [" sampai dengan ", " sampai ", " hingga ", "s.d.", "s/d", " sd ", " to "] {
        text = text.replace(word, "-");
    }
    match text.strip_prefix('-') {
        Some(_) => vec![text],
        None => text.split('-').map(|part| part.trim().to_owned()).collect(),
    }
}

/// An amount as written.
struct Amount {
    rupiah: u64,
    /// Whether it could have been meant otherwise.
    guessed: bool,
    /// What the number was multiplied by: 1, a thousand or a million.
    factor: u64,
}

/// `25000`, `25.000`, `25,000`, `Rp25.000,00`, `25rb`, `1,5 juta`.
fn amount(text: &str) -> Option<Amount> {
    let text = text.trim();
    if let Some(digits) = text.strip_prefix('-') {
        // A negative number is no typing slip of the digits: it is reported as zero or less.
        return amount(digits).map(|_| Amount { rupiah: 0, guessed: false, factor: 1 });
    }
    let text = text.strip_prefix("rp").or_else(|| text.strip_prefix("idr")).unwrap_or(text);
    let text = text.strip_prefix('.').unwrap_or(text).trim();
    let digits_end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len());
    let (number, unit) = (&text[..digits_end], text[digits_end..].trim());
    match unit {
        "" => bare(number),
        "rb" | "ribu" | "k" | "rb." => scaled(number, 1_000),
        "jt" | "juta" | "jt." => scaled(number, 1_000_000),
        _ => None,
    }
}

/// A number without a word behind it.
fn bare(number: &str) -> Option<Amount> {
    let whole = number.strip_suffix(",00").unwrap_or(number);
    let (digits, guessed) = if is_grouped(whole, '.') {
        (whole.replace('.', ""), false)
    } else if is_grouped(whole, ',') {
        (whole.replace(',', ""), true)
    } else {
        (whole.to_owned(), false)
    };
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let rupiah = digits.parse().ok().filter(|_| plain)?;
    Some(Amount { rupiah, guessed, factor: 1 })
}

/// A number of thousands or millions, with at most two decimals: three could be thousands again.
fn scaled(number: &str, factor: u64) -> Option<Amount> {
    let (whole, fraction) = number.split_once([',', '.']).unwrap_or((number, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let fits = !whole.is_empty() && whole.len() <= 7 && digits(whole) && digits(fraction) && fraction.len() <= 2;
    if !fits || number.ends_with([',', '.']) {
        return None;
    }
    let hundredths = format!("{fraction:0<2}").parse::<u64>().ok()?;
    let rupiah = whole.parse::<u64>().ok()? * factor + hundredths * (factor / 100);
    Some(Amount { rupiah, guessed: false, factor })
}

/// The lower end of a range. In `25-40rb` it shares the word of the upper end; the flag says so.
fn low_end(text: &str, high: &Amount) -> Option<(Amount, bool)> {
    let low = amount(text)?;
    let shares = low.factor == 1 && high.factor > 1 && low.rupiah < 1000;
    if !shares {
        return Some((low, false));
    }
    let rupiah = low.rupiah.checked_mul(high.factor)?;
    Some((Amount { rupiah, guessed: true, factor: high.factor }, true))
}

/// What taking part costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fee {
    /// Nothing.
    Free,
    /// A price.
    Paid(Price),
}

impl Fee {
    /// Reads a price; `0`, `gratis`, `free` and `tanpa biaya` cost nothing.
    ///
    /// # Errors
    /// As [`Price::read`].
    pub fn read(scalar: Scalar<'_>) -> Read<Self> {
        let text = narrow(scalar.text).to_lowercase();
        if matches!(text.as_str(), "0" | "rp0" | "rp 0" | "gratis" | "free" | "tanpa biaya") {
            return Ok(Reading::clean(Self::Free));
        }
        Price::read(scalar).map(|reading| reading.map(Self::Paid))
    }

    /// As read by people: `Gratis`, `Free`, or the price.
    #[must_use]
    pub fn display(self, language: Language) -> String {
        match self {
            Self::Free => language.pick("Gratis", "Free").to_owned(),
            Self::Paid(price) => price.display(language),
        }
    }
}

/// A wholesale price: so much for each, from so many on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tier {
    /// The least number that must be bought.
    pub minimum: u64,
    /// The price of one, in rupiah.
    pub price: u64,
}

/// Wholesale prices, for rising numbers and at falling prices.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Wholesale {
    tiers: Vec<Tier>,
}

impl Wholesale {
    /// Checks that numbers rise from 2 on, that prices fall, and that the first lies below the lowest `retail` price.
    ///
    /// # Errors
    /// `PROD-GROSIR`, with the line (`baris`, from 1) that breaks the rule.
    pub fn new(tiers: Vec<Tier>, retail: Option<u64>) -> Result<Self, Finding> {
        let mut last = Tier { minimum: 1, price: retail.unwrap_or(u64::MAX) };
        for (index, tier) in tiers.iter().enumerate() {
            if tier.minimum <= last.minimum || tier.price >= last.price || tier.price == 0 {
                return Err(Finding::new(Code::ProdGrosir).with("baris", index + 1));
            }
            last = *tier;
        }
        Ok(Self { tiers })
    }

    /// The tiers, smallest number first.
    #[must_use]
    pub fn tiers(&self) -> &[Tier] {
        &self.tiers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Price {
        Price::read(Scalar::quoted(text)).unwrap_or_else(|finding| panic!("{text}: {finding:?}")).value
    }

    fn code(scalar: Scalar<'_>) -> Code {
        Price::read(scalar).unwrap_err().code
    }

    #[test]
    fn prices_as_sellers_write_them() {
        for (text, price) in [
            ("Rp. 25.000,-", Price::Exact(25_000)),
            ("IDR 25000", Price::Exact(25_000)),
            ("1,25 juta", Price::Exact(1_250_000)),
            ("Rp25.000,- s/d Rp40.000,-", Price::Range(25_000, 40_000)),
            ("25rb s.d. 40rb", Price::Range(25_000, 40_000)),
            ("25.000 sampai dengan 40.000", Price::Range(25_000, 40_000)),
            ("25.000-25.000", Price::Exact(25_000)),
            ("Mulai dari: 350rb", Price::From(350_000)),
            ("TANYA", Price::Ask),
        ] {
            assert_eq!(value(text), price, "{text}");
        }
    }

    #[test]
    fn a_plain_price_with_a_dot_is_refused_with_the_line_to_write() {
        let finding = Price::read(Scalar::plain("25.000")).unwrap_err();
        assert_eq!(finding.code, Code::ProdHargaTitik);
        assert_eq!(finding.instead.as_deref(), Some("25000"));
        for (name, argument) in [("nilai", "25.000"), ("salah", "25"), ("benar", "25000"), ("format", "25.000")] {
            assert_eq!(finding.argument(name), Some(argument), "{name}");
        }
        let finding = Price::read(Scalar::plain("12E3")).unwrap_err();
        assert_eq!((finding.argument("benar"), finding.instead.as_deref()), (Some("12000"), None));
        assert_eq!(code(Scalar::plain(".inf")), Code::ProdHarga);
        assert_eq!(code(Scalar::plain("-2.5")), Code::ProdHargaNol);
    }

    #[test]
    fn doubtful_prices_are_read_and_remarked_on() {
        let reading = Price::read(Scalar::plain("25-40rb")).unwrap();
        assert_eq!(reading.value, Price::Range(25_000, 40_000));
        assert_eq!(reading.remarks[0].code, Code::ProdHargaBaca);
        assert_eq!(reading.remarks[0].instead.as_deref(), Some("25000-40000"));
        let reading = Price::read(Scalar::plain("250")).unwrap();
        assert_eq!(reading.remarks[0].code, Code::ProdHargaWajar);
        assert!(Price::read(Scalar::plain("500")).unwrap().remarks.is_empty());
    }

    #[test]
    fn what_is_no_price_is_refused() {
        for text in [
            "",
            "murah",
            "25.000rb",
            "1.250 juta",
            "25 ribu rupiah sekali",
            "10-20-30",
            "25.00",
            "0x1F",
            "25..000",
            "mulai",
            "mulai 10-20",
            "12E3",
            "99999999999999999999",
            ",",
        ] {
            assert_eq!(code(Scalar::quoted(text)), Code::ProdHarga, "{text}");
        }
        assert_eq!(code(Scalar::quoted("-5000")), Code::ProdHargaNol);
        let finding = Price::read(Scalar::quoted("40rb-25rb")).unwrap_err();
        assert_eq!((finding.code, finding.instead.as_deref()), (Code::ProdHargaRentang, Some("25000-40000")));
    }

    #[test]
    fn prices_are_shown_in_both_languages() {
        assert_eq!(Price::Range(25_000, 40_000).display(Language::Id), "Rp25.000–Rp40.000");
        assert_eq!(Price::From(350_000).display(Language::Id), "Mulai\u{a0}Rp350.000");
        assert_eq!(Price::From(350_000).display(Language::En), "From\u{a0}Rp350,000");
        assert_eq!(Price::Range(1, 2).highest(), Some(2));
        assert_eq!(Price::From(1).highest(), None);
    }

    #[test]
    fn what_is_written_is_read_back() {
        for price in [Price::Exact(25_000), Price::Range(25_000, 40_000), Price::From(350_000), Price::Ask] {
            assert_eq!(value(&price.source()), price);
        }
    }

    #[test]
    fn fees_may_be_free() {
        assert_eq!(Fee::read(Scalar::plain("0")).unwrap().value, Fee::Free);
        assert_eq!(Fee::read(Scalar::plain("Gratis")).unwrap().value.display(Language::En), "Free");
        assert_eq!(Fee::read(Scalar::plain("50rb")).unwrap().value, Fee::Paid(Price::Exact(50_000)));
    }

    #[test]
    fn wholesale_prices_fall() {
        let tiers =
            |list: &[(u64, u64)]| list.iter().map(|&(minimum, price)| Tier { minimum, price }).collect::<Vec<_>>();
        assert!(Wholesale::new(tiers(&[(10, 41_000), (50, 37_000)]), Some(45_000)).is_ok());
        for list in [
            &[(10, 45_000)][..],
            &[(10, 41_000), (50, 41_000)],
            &[(10, 41_000), (10, 40_000)],
            &[(1, 40_000)],
            &[(10, 0)],
        ] {
            assert_eq!(Wholesale::new(tiers(list), Some(45_000)).unwrap_err().code, Code::ProdGrosir, "{list:?}");
        }
        let finding = Wholesale::new(tiers(&[(10, 41_000), (50, 42_000)]), None).unwrap_err();
        assert_eq!(finding.argument("baris"), Some("2"));
    }
}
