//! Small phrases: plurals, lists, distances in time.

use super::Language;

/// The form for one, or the form for any other number. Indonesian has one form only and needs no choice.
#[must_use]
pub fn plural<T>(number: u64, one: T, other: T) -> T {
    if number == 1 { one } else { other }
}

/// A list as it is spoken: `a`, `a dan b`, `a, b, dan c`; in English `a, b and c`.
#[must_use]
pub fn join<S: AsRef<str>>(items: &[S], language: Language) -> String {
    let Some((last, rest)) = items.split_last() else { return String::new() };
    let last = last.as_ref();
    let mut out = String::new();
    for (index, item) in rest.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        out.push_str(item.as_ref());
    }
    match (rest.len(), language) {
        (0, _) => last.to_owned(),
        (1, Language::Id) => format!("{out} dan {last}"),
        (_, Language::Id) => format!("{out}, dan {last}"),
        (_, Language::En) => format!("{out} and {last}"),
    }
}

/// How far away a day is that lies `days` ahead (behind, when negative): `hari ini`, `kemarin`, `3 hari lalu`,
/// `2 minggu lagi`; in English `today`, `yesterday`, `3 days ago`, `in 2 weeks`.
#[must_use]
pub fn relative_days(days: i32, language: Language) -> String {
    match days {
        0 => return language.pick("hari ini", "today").to_owned(),
        1 => return language.pick("besok", "tomorrow").to_owned(),
        -1 => return language.pick("kemarin", "yesterday").to_owned(),
        _ => {}
    }
    let distance = u64::from(days.unsigned_abs());
    let (number, id, one, other) = match distance {
        0..14 => (distance, "hari", "day", "days"),
        14..60 => (distance / 7, "minggu", "week", "weeks"),
        60..730 => (distance / 30, "bulan", "month", "months"),
        _ => (distance / 365, "tahun", "year", "years"),
    };
    match (language, days > 0) {
        (Language::Id, true) => format!("{number} {id} lagi"),
        (Language::Id, false) => format!("{number} {id} lalu"),
        (Language::En, true) => format!("in {number} {}", plural(number, one, other)),
        (Language::En, false) => format!("{number} {} ago", plural(number, one, other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_spoken() {
        assert_eq!(join::<&str>(&[], Language::Id), "");
        assert_eq!(join(&["a"], Language::Id), "a");
        assert_eq!(join(&["a", "b"], Language::Id), "a dan b");
        assert_eq!(join(&["a", "b", "c"], Language::Id), "a, b, dan c");
        assert_eq!(join(&["a", "b", "c"], Language::En), "a, b and c");
    }

    #[test]
    fn days_are_near_or_far() {
        for (days, id, en) in [
            (0, "hari ini", "today"),
            (-1, "kemarin", "yesterday"),
            (3, "3 hari lagi", "in 3 days"),
            (-14, "2 minggu lalu", "2 weeks ago"),
            (-65, "2 bulan lalu", "2 months ago"),
            (-800, "2 tahun lalu", "2 years ago"),
        ] {
            assert_eq!(relative_days(days, Language::Id), id);
            assert_eq!(relative_days(days, Language::En), en);
        }
        assert_eq!(relative_days(i32::MIN, Language::En).split(' ').nth(1), Some("years"));
        assert_eq!(plural(1, "product", "products"), "product");
        assert_eq!(plural(0, "product", "products"), "products");
    }
}
