//! Filters of the lists of the innovation center, events, news and stories.

use std::collections::BTreeMap;

use super::desk::Desk;
use crate::model::slugify;
use crate::schema::{Choice, tables};
use crate::view::facet::{Facet, FacetValue, Filters, Item};
use crate::view::text::Words;

/// What an entry answers to one question.
pub struct Mark {
    facet: &'static str,
    value: String,
    label: Words,
    rank: i64,
}

impl Mark {
    /// `rank` orders the values of a facet; equal ones go by their name.
    pub fn new(facet: &'static str, value: &str, label: Words, rank: i64) -> Mark {
        Mark { facet, value: slugify(value), label, rank }
    }

    /// A value out of a table of choices, in the order of the table.
    pub fn choice(desk: &Desk<'_>, facet: &'static str, choices: &[Choice], value: &str) -> Option<Mark> {
        let (at, choice) = choices.iter().enumerate().find(|(_, choice)| choice.value == value)?;
        Some(Mark::new(facet, value, Words::new(desk.language.pick(choice.id, choice.en)), at as i64))
    }

    /// A year, the latest first.
    pub fn year(year: i32) -> Mark {
        Mark::new("tahun", &year.to_string(), Words::new(year.to_string()), -i64::from(year))
    }
}

/// A card with its answers.
pub fn item(card: String, marks: &[Mark]) -> Item {
    Item { card, marks: words(marks) }
}

/// "status=pakai tkt=8". A name without a letter or digit has no word to be found by.
pub fn words(marks: &[Mark]) -> String {
    let named = marks.iter().filter(|mark| !mark.value.is_empty());
    named.map(|mark| format!("{}={}", mark.facet, mark.value)).collect::<Vec<_>>().join(" ")
}

/// The filters of a list: `keys` in order, each with the string that names it. `marks` are those of all entries of the list, an entry
/// each. A question with fewer than two answers is not asked; `None` when there is nothing to ask.
pub fn filters(
    desk: &Desk<'_>,
    keys: &[(&'static str, &str)],
    marks: impl IntoIterator<Item = Vec<Mark>>,
    first: String,
) -> Option<Filters> {
    let mut found: BTreeMap<&'static str, BTreeMap<String, (i64, Words, usize)>> = BTreeMap::new();
    for mut entry in marks {
        entry.sort_by(|a, b| (a.facet, &a.value).cmp(&(b.facet, &b.value)));
        entry.dedup_by(|a, b| (a.facet, &a.value) == (b.facet, &b.value));
        for Mark { facet, value, label, rank } in entry.into_iter().filter(|mark| !mark.value.is_empty()) {
            found.entry(facet).or_default().entry(value).or_insert((rank, label, 0)).2 += 1;
        }
    }
    let mut facet = |&(key, label): &(&'static str, &str)| {
        let mut values: Vec<(i64, FacetValue)> = found
            .remove(key)?
            .into_iter()
            .map(|(value, (rank, label, count))| (rank, FacetValue { value, label, count }))
            .collect();
        values.sort_by(|a, b| (a.0, &a.1.label.text).cmp(&(b.0, &b.1.label.text)));
        let values: Vec<FacetValue> = values.into_iter().map(|(_, value)| value).collect();
        (values.len() > 1).then(|| Facet { key: key.to_owned(), label: desk.strings.get(label).to_owned(), values })
    };
    let facets: Vec<Facet> = keys.iter().filter_map(&mut facet).collect();
    (!facets.is_empty()).then_some(Filters { facets, first })
}

/// For whom something is.
pub fn targets(desk: &Desk<'_>, targets: &[&'static str]) -> Vec<Mark> {
    let mark = |target: &&'static str| Mark::choice(desk, "sasaran", tables::center::TARGET, target);
    targets.iter().filter_map(mark).collect()
}

/// Whether something is free.
pub fn cost(desk: &Desk<'_>, rupiahs: u64) -> Mark {
    if rupiahs == 0 {
        Mark::new("biaya", "gratis", Words::new(desk.t("prog.gratis")), 0)
    } else {
        Mark::new("biaya", "berbayar", Words::new(desk.t("saring.berbayar")), 1)
    }
}
