//! What a person or a spreadsheet makes of a value, brought to the form in which entries keep it: prices, dates, phone
//! numbers, choices. What cannot be brought there stays as it is, so that the real validator says what is wrong with it.

use super::grid::{Cell, plain_number, tidy};
use super::lookup::Lookup;
use crate::bahasa::Language;
use crate::model::{Date, Kind, Moment, Phone, Price, Scalar, YearMonth, flag};
use crate::schema::{Choice, Field, FieldKind};

/// The text of a cell for a field of this kind.
///
/// # Errors
/// A sentence about what the spreadsheet did to the value.
pub fn text_of(field: &Field, cell: &Cell, untyped: bool) -> Result<String, String> {
    match cell {
        Cell::Formula => Err("Sel ini berisi rumus yang hasilnya tidak tersimpan. Buka berkas di Excel, simpan, lalu impor lagi; atau tempel sebagai nilai.".to_owned()),
        Cell::Fault(name) => Err(format!("Sel ini berisi kesalahan rumus ({name}). Perbaiki rumusnya atau ketik nilainya.")),
        Cell::Text(text) => from_text(field, text, untyped),
        Cell::Number(number) => from_number(field, *number),
        Cell::Flag(flag) => Ok(if *flag { "ya" } else { "tidak" }.to_owned()),
        Cell::Day(day) => from_day(field, *day),
        Cell::Moment(moment) => match field.kind {
            FieldKind::Moment => Ok(moment.iso().chars().take(16).collect()),
            _ => from_day(field, moment.date()),
        },
        Cell::Clock(_) => Ok(cell.shown()),
    }
}

/// The kind of a list's items, else the kind itself.
fn inner(kind: &FieldKind) -> &FieldKind {
    if let FieldKind::List(inner, _) = kind { inner } else { kind }
}

fn from_text(field: &Field, text: &str, untyped: bool) -> Result<String, String> {
    let numeric = matches!(inner(&field.kind), FieldKind::Phone | FieldKind::Digits) || field.name == "nomor";
    if numeric && is_exponent(text) {
        return Err(format!(
            "Excel menyingkat nomor ini menjadi “{text}”, sehingga angka di belakangnya hilang. Ketik ulang lengkap, dengan format sel “Teks”."
        ));
    }
    if untyped && text.chars().all(|letter| letter.is_ascii_digit()) {
        return Ok(zeros(field, text));
    }
    Ok(text.to_owned())
}

fn is_exponent(text: &str) -> bool {
    let Some((front, back)) = text.split_once(['E', 'e']) else { return false };
    let digits = |part: &str, marks: &[char]| {
        !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit() || marks.contains(&letter))
    };
    digits(front, &['.', ',']) && digits(back.trim_start_matches('+'), &[])
}

fn from_number(field: &Field, number: f64) -> Result<String, String> {
    let whole = number.fract() == 0.0;
    match inner(&field.kind) {
        FieldKind::Phone | FieldKind::Digits if number.abs() >= 1e15 => Err(
            "Excel hanya menyimpan 15 angka dan mengganti sisanya dengan nol. Ketik ulang nomor ini dengan format sel “Teks”.".to_owned(),
        ),
        FieldKind::Date | FieldKind::Month | FieldKind::Moment if whole && (20_000.0..80_000.0).contains(&number) => {
            from_day(field, day_of_serial(number))
        }
        FieldKind::Flag if number == 1.0 => Ok("ya".to_owned()),
        FieldKind::Flag if number == 0.0 => Ok("tidak".to_owned()),
        FieldKind::Text { .. } if field.name == "nomor" && number >= 1e15 => {
            Err("Excel membulatkan nomor sepanjang ini. Ketik ulang dengan format sel “Teks”.".to_owned())
        }
        FieldKind::Digits if whole => Ok(zeros(field, &plain_number(number))),
        _ => Ok(plain_number(number)),
    }
}

/// Excel counts days from 30 December 1899.
fn day_of_serial(number: f64) -> Date {
    let start = Date::new(1899, 12, 30).map_or(0, Date::day_number);
    Date::from_day_number(start + number as i32)
}

fn from_day(field: &Field, day: Date) -> Result<String, String> {
    match inner(&field.kind) {
        FieldKind::Date => Ok(day.to_string()),
        FieldKind::Month => Ok(day.to_string().chars().take(7).collect()),
        FieldKind::Moment => Ok(format!("{day}T00:00")),
        _ => Err(format!(
            "Excel mengubah isi sel ini menjadi tanggal ({}). Ketik ulang dengan format sel “Teks”.",
            day.display(Language::Id)
        )),
    }
}

/// Numbers of a known length get back the zeros that a number cell loses.
fn zeros(field: &Field, digits: &str) -> String {
    let length = match field.name {
        "nib" => 13,
        "kbli" => 5,
        "kode_pos" => 5,
        _ => 0,
    };
    // One or two zeros may be lost; a shorter number was never complete.
    if digits.len() < length && digits.len() + 2 >= length { format!("{digits:0>length$}") } else { digits.to_owned() }
}

/// One value in the form in which entries keep it.
pub fn canonical(field_name: &str, kind: &FieldKind, text: &str, lookup: &Lookup<'_>) -> String {
    let text = tidy(text);
    let same = |found: Option<String>| found.unwrap_or_else(|| text.clone());
    match kind {
        FieldKind::Price => same(price(&text)),
        FieldKind::Rupiah => same(rupiah(&text)),
        FieldKind::Date => same(Date::read(&text).ok().map(|reading| reading.value.to_string())),
        FieldKind::Month => same(month(&text)),
        FieldKind::Moment => same(moment(&text)),
        FieldKind::Flag => same(yes_or_no(&text)),
        FieldKind::Phone => same(phone(&text)),
        FieldKind::Whole { .. } => same(whole(field_name, &text)),
        FieldKind::Choice(choices) => same(choice(field_name, choices, &text)),
        FieldKind::Category => lookup.category(&text),
        FieldKind::Unit => lookup.unit(&text),
        FieldKind::District => lookup.district(&text),
        FieldKind::Village => lookup.village(&text),
        FieldKind::Reference(kind) => lookup.entry(&[*kind], &text),
        FieldKind::Seller => lookup.entry(&[Kind::Business, Kind::Cooperative], &text),
        FieldKind::Url | FieldKind::Link => with_scheme(&text),
        _ => text,
    }
}

fn price(text: &str) -> Option<String> {
    let dotted = text.contains('.') && text.parse::<f64>().is_ok() && !is_grouped(text);
    // A bare 12.5 is what is left of 12.500 in a cell that took it for a number: the validator asks.
    if dotted {
        return None;
    }
    Some(Price::read(Scalar::quoted(text)).ok()?.value.source())
}

/// `12.500`: groups of three after each dot.
fn is_grouped(text: &str) -> bool {
    text.split('.').skip(1).all(|group| group.len() == 3)
}

fn rupiah(text: &str) -> Option<String> {
    if matches!(text.to_lowercase().as_str(), "gratis" | "free" | "0" | "rp0" | "rp 0") {
        return Some("0".to_owned());
    }
    match Price::read(Scalar::quoted(text)).ok()?.value {
        Price::Exact(price) => Some(price.to_string()),
        _ => None,
    }
}

fn month(text: &str) -> Option<String> {
    let found = YearMonth::read(text).ok()?.value;
    Some(format!("{:04}-{:02}", found.year(), found.month()))
}

fn moment(text: &str) -> Option<String> {
    let plain = text.len() == 16 && text.as_bytes().get(10) == Some(&b'T');
    if plain {
        return Some(text.to_owned());
    }
    Some(Moment::read(text).ok()?.value.iso().chars().take(16).collect())
}

fn yes_or_no(text: &str) -> Option<String> {
    let yes = match text.to_lowercase().as_str() {
        "1" | "x" | "v" | "✓" | "✔" | "ada" | "y" => true,
        "0" | "-" | "tidak ada" | "t" | "n" => false,
        _ => flag(text).ok()?.value,
    };
    Some(if yes { "ya" } else { "tidak" }.to_owned())
}

fn phone(text: &str) -> Option<String> {
    let found = Phone::read(text).or_else(|_| Phone::read_telephone(text)).ok()?.value;
    // A number of another country keeps its own form.
    let shown = found.display(Language::Id);
    if shown.starts_with('+') { None } else { Some(shown) }
}

/// Whole numbers with thousands marks; weights with a unit.
fn whole(field_name: &str, text: &str) -> Option<String> {
    if field_name == "berat_g" {
        return grams(text);
    }
    whole_number(text)
}

/// `1.000` and `1 000` without marks.
fn whole_number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|letter| !matches!(letter, '.' | ' ')).collect();
    let grouped = !text.contains('.') || is_grouped(text);
    (grouped && !digits.is_empty() && digits.chars().all(|letter| letter.is_ascii_digit())).then_some(digits)
}

/// `650`, `650 gr`, `1,2 kg` in grams.
fn grams(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let split = lower.find(|letter: char| letter.is_alphabetic()).unwrap_or(lower.len());
    let (number, unit) = (lower.get(..split)?.trim(), lower.get(split..)?.trim().trim_end_matches('.'));
    match unit {
        "" | "g" | "gr" | "gram" | "grm" => whole_number(number),
        "kg" | "kilo" | "kilogram" => {
            let kilos = crate::model::Decimal::read(number).ok()?.value;
            Some(kilos.thousandths().to_string())
        }
        _ => None,
    }
}

/// Other words for choices, by field.
const CHOICE_WORDS: [(&str, &str, &str); 30] = [
    ("stok", "ready", "siap"),
    ("stok", "ready stock", "siap"),
    ("stok", "ready stok", "siap"),
    ("stok", "tersedia", "siap"),
    ("stok", "ada", "siap"),
    ("stok", "kosong", "habis"),
    ("stok", "sold out", "habis"),
    ("stok", "tidak tersedia", "habis"),
    ("stok", "preorder", "po"),
    ("stok", "custom", "pesanan"),
    ("stok", "sesuai pesanan", "pesanan"),
    ("stok", "by order", "pesanan"),
    ("pembayaran", "cash", "tunai"),
    ("pembayaran", "transfer", "transfer"),
    ("pembayaran", "bank", "transfer"),
    ("pembayaran", "bayar di tempat", "cod"),
    ("pembayaran", "gopay", "e-wallet"),
    ("pembayaran", "ovo", "e-wallet"),
    ("pembayaran", "dana", "e-wallet"),
    ("pembayaran", "shopeepay", "e-wallet"),
    ("pengiriman", "gosend", "instan"),
    ("pengiriman", "grab", "instan"),
    ("pengiriman", "jne", "ekspedisi"),
    ("pengiriman", "jnt", "ekspedisi"),
    ("pengiriman", "cod", "kurir_toko"),
    ("bentuk_usaha", "perseorangan", "perorangan"),
    ("bentuk_usaha", "individu", "perorangan"),
    ("skala", "usaha mikro", "mikro"),
    ("skala", "usaha kecil", "kecil"),
    ("skala", "usaha menengah", "menengah"),
];

fn choice(field_name: &str, choices: &[Choice], text: &str) -> Option<String> {
    let fold = |word: &str| -> String {
        word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let wanted = fold(text);
    // A number in a stock column is a count of pieces.
    if field_name == "stok"
        && let Ok(pieces) = text.parse::<f64>()
    {
        return Some(if pieces > 0.0 { "siap" } else { "habis" }.to_owned());
    }
    let named =
        choices.iter().find(|choice| [choice.value, choice.id, choice.en].iter().any(|word| fold(word) == wanted));
    let other = || {
        let (.., value) = CHOICE_WORDS.iter().find(|(field, word, _)| *field == field_name && fold(word) == wanted)?;
        choices.iter().find(|choice| choice.value == *value)
    };
    named.or_else(other).map(|choice| choice.value.to_owned())
}

/// `www.tokopedia.com/x` as people copy it from a card.
fn with_scheme(text: &str) -> String {
    let host = text.split('/').next().unwrap_or_default();
    let bare = !text.contains("://") && host.contains('.') && !text.contains([' ', '@']);
    let path = text.contains('/') || host.starts_with("www.");
    if bare && path { format!("https://{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &'static str, kind: FieldKind) -> Field {
        Field::new(name, kind, "x")
    }

    #[test]
    fn spreadsheets_change_numbers_and_are_found_out() {
        let phone = field("whatsapp", FieldKind::Phone);
        assert_eq!(text_of(&phone, &Cell::Number(81_200_000_001.0), false).unwrap(), "81200000001");
        assert!(text_of(&phone, &Cell::Text("8.12E+10".into()), true).is_err());
        let nib = field("nib", FieldKind::Digits);
        assert_eq!(text_of(&nib, &Cell::Number(220_009_861_929.0), false).unwrap(), "0220009861929");
        let size = field("ukuran", FieldKind::Text { min: 0, max: 120 });
        assert!(text_of(&size, &Cell::Day(Date::new(2026, 5, 3).unwrap()), false).is_err());
        let day = field("tanggal", FieldKind::Date);
        assert_eq!(text_of(&day, &Cell::Number(46_054.0), false).unwrap(), "2026-02-01");
    }

    #[test]
    fn values_come_to_their_one_form() {
        let lookup = Lookup::default();
        let written = |name, kind: &FieldKind, text| canonical(name, kind, text, &lookup);
        assert_eq!(written("harga", &FieldKind::Price, "Rp12.500"), "12500");
        assert_eq!(written("harga", &FieldKind::Price, "25rb"), "25000");
        assert_eq!(written("harga", &FieldKind::Price, "12.5"), "12.5");
        assert_eq!(written("tanggal", &FieldKind::Date, "17 Maret 2026"), "2026-03-17");
        assert_eq!(written("whatsapp", &FieldKind::Phone, "+62 812 0000 0001"), "0812-0000-0001");
        assert_eq!(written("berat_g", &FieldKind::Whole { min: 1, max: 9 }, "1,2 kg"), "1200");
        assert_eq!(written("situs", &FieldKind::Url, "www.tokopedia.com/x"), "https://www.tokopedia.com/x");
    }
}
