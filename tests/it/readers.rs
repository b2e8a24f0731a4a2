//! Whatever is written: no reader of a value panics, and what was read is read the same once more.

use etalase::bahasa::{self, Language};
use etalase::diagnostic::{Code, fill};
use etalase::model::slug::{self, Slug};
use etalase::model::{
    Bounds, CoopNik, Date, Days, Decimal, Dimensions, Email, Fee, Kbli, LegalEntity, Link, LinkKind, Moment,
    NetContent, Nmid, OpeningHours, PermitKind, PermitNumber, Phone, Point, Postcode, Price, Scalar, Season, When,
    YearMonth, flag, read_local_content, whole,
};
use etalase::model::{claims, private};
use proptest::prelude::*;

/// Any text, and texts made of what the readers look for.
fn anything() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "0812",
        "62",
        "+",
        "-",
        "–",
        ".",
        ",",
        " ",
        "rb",
        "juta",
        "mulai",
        "Rp",
        "2026",
        "03",
        "17",
        "Maret",
        "Senin",
        "08.00",
        "17:00",
        "tutup",
        "https://",
        "wa.me/",
        "tokopedia.com",
        "@",
        "ID",
        "MD",
        "SNI",
        "P-IRT",
        "3674",
        "cm",
        "x",
        "×",
        "%",
        "{",
        "}",
        "é",
        "０",
        "\u{200b}",
        "\n",
        "\t",
        "°",
        "T",
        "Z",
        "AHU-",
        "/BH/",
        "no. rek",
        "BCA",
        "1",
        "000",
        "e",
        "🔥",
        "ß",
        "İ",
    ]);
    let pieces = prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat());
    prop_oneof![any::<String>(), pieces]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_reader_panics(text in anything(), other in anything(), quoted: bool) {
        let scalar = Scalar { text: &text, quoted };
        let today = Date::new(2026, 11, 24).expect("a day");
        let _ = (scalar.as_yaml_integer(), scalar.as_yaml_float(), flag(&text), whole(scalar));
        let _ = (Price::read(scalar), Fee::read(scalar), Decimal::read(&text), Days::read(&text));
        let _ = (Phone::read(&text), Phone::read_telephone(&text), Email::read(&text), Slug::read(&text));
        let _ = (Date::read(&text), YearMonth::read(&text), Season::read(&text));
        let _ = (Moment::read(&text), When::read(&text));
        let _ = (OpeningHours::read(&text), Point::read_text(&text, &Bounds::TANGERANG_SELATAN));
        let _ = Point::read(&text, &other, &Bounds::TANGERANG_SELATAN);
        let _ = (Kbli::read(&text), LegalEntity::read(&text), CoopNik::read(&text));
        let _ = (Nmid::read(&text), Postcode::read(&text));
        let _ = (read_local_content(&text), Dimensions::find(&text), NetContent::find(&text));
        for kind in PermitKind::ALL {
            let _ = PermitNumber::read(kind, &text, today);
        }
        for kind in LinkKind::ALL {
            let _ = Link::read(*kind, &text);
            let _ = Link::read(*kind, &format!("https://{text}"));
        }
    }

    #[test]
    fn no_tool_for_text_panics(text in anything(), other in anything(), limit in 0_usize..60) {
        prop_assert!(bahasa::excerpt(&text, limit).chars().count() <= limit);
        let _ = (bahasa::sentence_case(&text), bahasa::title_case(&text), bahasa::is_shouting(&text));
        let _ = (bahasa::sort_key(&text), bahasa::read_clock(&text), bahasa::count_words(&text));
        let _ = bahasa::nearest(&text, [other.as_str(), "harga"]);
        let plain = bahasa::without_decoration(&text);
        prop_assert_eq!(bahasa::without_decoration(&plain), plain.clone());
        for find in [claims::find_promotion, claims::find_health_claim, claims::find_halal_claim] {
            prop_assert!(find(&text).is_none_or(|place| text.get(place).is_some()));
        }
        let mut end = 0;
        for (place, finding) in private::scan_private(&text) {
            prop_assert!(place.start >= end && text.get(place.clone()).is_some());
            prop_assert!(finding.argument("samar").is_none_or(|masked| masked.contains('•')));
            end = place.end;
        }
        let message = Code::UmumAsing.texts(Language::Id).message;
        prop_assert!(fill(message, &[("kolom", text.clone())]).contains(text.trim_end()));
    }

    #[test]
    fn made_names_are_valid(text in anything()) {
        let made = slug::slugify(&text);
        prop_assert!(made.is_empty() || slug::is_valid(&made), "{made}");
        prop_assert!(made.len() <= slug::LONGEST);
        prop_assert_eq!(slug::slugify(&made), made.clone());
    }

    #[test]
    fn what_was_read_is_read_again(text in anything(), quoted: bool) {
        if let Ok(price) = Price::read(Scalar { text: &text, quoted }) {
            let again = Price::read(Scalar::plain(&price.value.source()));
            prop_assert_eq!(again.map(|reading| reading.value), Ok(price.value));
        }
        if let Ok(phone) = Phone::read(&text) {
            prop_assert_eq!(Phone::read(phone.value.digits()).map(|reading| reading.value), Ok(phone.value.clone()));
            prop_assert!(phone.value.whatsapp_link(&text).len() <= 1_800);
        }
        if let Ok(date) = Date::read(&text) {
            for language in Language::ALL {
                let again = Date::read(&date.value.display_long(language));
                prop_assert_eq!(again.map(|reading| reading.value), Ok(date.value));
            }
        }
        if let Ok(moment) = Moment::read(&text) {
            prop_assert_eq!(Moment::read(&moment.value.iso()).map(|reading| reading.value), Ok(moment.value));
        }
        if let Ok(season) = Season::read(&text) {
            let again = Season::read(&season.value.display(Language::Id));
            prop_assert_eq!(again.map(|reading| reading.value), Ok(season.value));
        }
        if let Ok(hours) = OpeningHours::read(&text) {
            let again = OpeningHours::read(&hours.value.display(Language::Id));
            prop_assert_eq!(again.map(|reading| reading.value), Ok(hours.value));
        }
        for kind in LinkKind::ALL {
            if let Ok(link) = Link::read(*kind, &text) {
                prop_assert!(link.value.address().starts_with("https://"));
                let again = Link::read(*kind, link.value.address());
                prop_assert_eq!(again.map(|reading| reading.value), Ok(link.value));
            }
        }
    }

    #[test]
    fn every_day_has_its_number(days in -719_162_i32..=2_932_896, step in -5_000_i32..5_000) {
        let date = Date::from_day_number(days);
        prop_assert_eq!(date.day_number(), days);
        prop_assert_eq!(Date::parse_iso(&date.to_string()), Some(date));
        prop_assert_eq!(date.weekday().next(), Date::from_day_number(days + 1).weekday());
        let months = step / 50;
        let moved = date.plus_months(months);
        prop_assert!(moved.day() <= date.day());
        prop_assert_eq!(date.plus_days(step).day_number(), (days + step).clamp(-719_162, 2_932_896));
    }

    #[test]
    fn every_written_time_is_read(hours in 0_u16..24, minutes in 0_u16..60) {
        for language in Language::ALL {
            let minute = hours * 60 + minutes;
            prop_assert_eq!(bahasa::read_clock(&bahasa::clock(minute, language)), Some(minute));
        }
    }
}
