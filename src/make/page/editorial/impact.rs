//! Figures: counted from the content, or typed with meaning, day and source.

use super::super::center::{fact, number, partner::invitation};
use super::super::desk::Desk;
use super::figure;
use crate::bahasa::group;
use crate::model::{Impact, PermitKind, Progress, Proof, SellerId};
use crate::plan::{Fixed, address};
use crate::view::block::Figure;
use crate::view::editorial::{Bar, BarChart, Column, ImpactPage, Reported, Series};
use crate::view::text::{Fact, Words};

/// Width of a column with its gaps, and of the column alone.
const STEP: u32 = 64;
const COLUMN: u32 = 40;
/// Where the columns stand, and how high the highest is.
const BASE: u32 = 130;
const HEIGHT: u32 = 100;

/// Builds the page of figures.
pub fn view(desk: &Desk<'_>) -> ImpactPage {
    let listed = desk.catalog.impacts.rows().iter().filter(|entry| entry.common.is_listed());
    let reported: Vec<Reported> = listed.map(|entry| self::reported(desk, entry)).collect();
    let day = desk.today.display(desk.language);
    ImpactPage {
        title: Words::new(desk.t("nav.dampak")),
        lead: Some(Words::new(desk.t("hitung.isi"))),
        counted: figures(desk),
        counted_note: desk.fill("hitung.catatan", &[("tanggal", &day)]),
        charts: [districts(desk), categories(desk)].into_iter().flatten().collect(),
        reported_none: reported.is_empty().then(|| desk.t("hitung.tanpa_lapor").to_owned()),
        reported,
        downloads: vec![desk.link(desk.t("tentang.data_terbuka"), desk.fixed(Fixed::OpenData))],
        callouts: vec![invitation(desk)],
    }
}

/// Makers that may be listed, with the kecamatan each is in.
fn makers(desk: &Desk<'_>) -> Vec<SellerId> {
    let businesses = desk.catalog.businesses.listed();
    let cooperatives = desk.catalog.cooperatives.listed();
    businesses
        .map(|(id, _)| SellerId::Business(id))
        .chain(cooperatives.map(|(id, _)| SellerId::Cooperative(id)))
        .collect()
}

/// A counted figure.
struct Count {
    label: String,
    n: usize,
    page: Option<Fixed>,
}

/// What can be counted from the content; nothing that is zero.
fn counts(desk: &Desk<'_>) -> Vec<Count> {
    let catalog = desk.catalog;
    let products = catalog.products.rows().iter().filter(|entry| entry.common.is_listed());
    let official = [PermitKind::Pirt, PermitKind::Bpom, PermitKind::Halal, PermitKind::Sni];
    let is_proof =
        |proof: &Proof| official.contains(&proof.kind) && proof.number.is_some() && !proof.is_expired(desk.today);
    let proven = products.clone().filter(|entry| entry.facts.proofs.iter().any(is_proof)).count();
    let businesses = catalog.businesses.rows().iter().filter(|entry| entry.common.is_listed()).count();
    let cooperatives = catalog.cooperatives.rows().iter().filter(|entry| entry.common.is_listed());
    let members =
        cooperatives.clone().filter_map(|entry| entry.facts.members.as_ref()).map(|members| members.people as usize);
    let innovations = catalog.innovations.rows().iter().filter(|entry| entry.common.is_listed());
    let in_use = innovations.filter(|entry| entry.facts.progress == Progress::InUse).count();
    let mut places: Vec<_> = makers(desk).into_iter().filter_map(|maker| catalog.place_of_seller(maker)).collect();
    places.sort_unstable();
    places.dedup();
    let villages = places.len();
    places.dedup_by_key(|place| place.district);
    let all_villages: usize = catalog.places.districts.iter().map(|district| district.villages.len()).sum();
    let one = |key: &str, n: usize, page: Option<Fixed>| Count { label: desk.count(key, n), n, page };
    let of = |key: &str, n: usize, all: usize| Count {
        label: desk.fill(key, &[("semua", &figure(desk, all))]),
        n,
        page: Some(Fixed::Districts),
    };
    let all = [
        one("hitung.produk_angka", products.count(), Some(Fixed::Products)),
        one("hitung.umkm_angka", businesses, Some(Fixed::Businesses)),
        one("hitung.koperasi_angka", cooperatives.count(), Some(Fixed::Cooperatives)),
        one("hitung.anggota_angka", members.sum(), None),
        of("hitung.kecamatan_angka", places.len(), catalog.places.districts.len()),
        of("hitung.kelurahan_angka", villages, all_villages),
        one("hitung.inovasi_angka", in_use, Some(Fixed::Innovations)),
        one("hitung.mutu_angka", proven, None),
    ];
    all.into_iter().filter(|count| count.n > 0).collect()
}

/// Names and values of the counted figures, for machines.
pub fn counted(desk: &Desk<'_>) -> Vec<(String, u64)> {
    counts(desk).into_iter().map(|count| (count.label, count.n as u64)).collect()
}

/// The counted figures, for people.
pub fn figures(desk: &Desk<'_>) -> Vec<Figure> {
    let one = |count: Count| Figure {
        value: figure(desk, count.n),
        label: count.label,
        note: None,
        url: count.page.map(|page| desk.fixed(page)),
    };
    counts(desk).into_iter().map(one).collect()
}

/// The state of the building, in one line: "4 beroperasi, 0 sedang dibangun, 0 direncanakan".
pub fn facilities(desk: &Desk<'_>) -> Option<Fact> {
    use super::super::center::facility::state;
    let listed: Vec<&str> =
        desk.catalog.facilities.rows().iter().filter(|entry| entry.common.is_listed()).map(state).collect();
    let n = |wanted: &str| figure(desk, listed.iter().filter(|state| **state == wanted).count());
    let text = desk.fill("hitung.status_isi", &[("a", &n("beroperasi")), ("b", &n("dibangun")), ("c", &n("rencana"))]);
    (!listed.is_empty()).then(|| fact(desk.t("hitung.status"), Words::new(text)))
}

/// Bars from the largest to the smallest; the names decide between equals.
fn chart(mut bars: Vec<(Bar, usize)>) -> Vec<Bar> {
    bars.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.label.text.cmp(&b.label.text)));
    let longest = bars.first().map_or(0, |(_, n)| *n).max(1);
    bars.into_iter().map(|(bar, n)| Bar { size: u32::try_from(n * 1000 / longest).unwrap_or(1000), ..bar }).collect()
}

fn districts(desk: &Desk<'_>) -> Option<BarChart> {
    let catalog = desk.catalog;
    let places: Vec<_> = makers(desk).into_iter().filter_map(|maker| catalog.place_of_seller(maker)).collect();
    if places.is_empty() {
        return None;
    }
    let counts = catalog.places.districts.iter().enumerate().map(|(at, district)| {
        let n = places.iter().filter(|place| usize::from(place.district) == at).count();
        let url = Some(desk.href(&address::district(catalog, at as u16, desk.language)));
        (Bar { label: Words::new(district.name.clone()), url, value: figure(desk, n), size: 0 }, n)
    });
    let counts: Vec<(Bar, usize)> = counts.collect();
    let none: Vec<&str> = counts.iter().filter(|(_, n)| *n == 0).map(|(bar, _)| bar.label.text.as_str()).collect();
    let none = if none.is_empty() { None } else { Some(crate::bahasa::join(&none, desk.language)) };
    let bars = chart(counts);
    let first = bars.first()?;
    let mut summary = desk.fill("hitung.kecamatan_isi", &[("nama", &first.label.text), ("n", &first.value)]);
    if let Some(none) = none {
        summary = format!("{summary} {}", desk.fill("hitung.kecamatan_nol", &[("kosong", &none)]));
    }
    Some(BarChart {
        id: "kecamatan".to_owned(),
        title: desk.t("hitung.kecamatan").to_owned(),
        summary,
        label_head: desk.t("nav.kecamatan").to_owned(),
        value_head: desk.t("hitung.usaha").to_owned(),
        bars,
    })
}

fn categories(desk: &Desk<'_>) -> Option<BarChart> {
    let catalog = desk.catalog;
    let products: Vec<_> = catalog.products.rows().iter().filter(|entry| entry.common.is_listed()).collect();
    let tops = catalog.categories.iter().filter(|(_, category)| category.parent.is_none());
    let counts = tops.map(|(id, category)| {
        let n = products.iter().filter(|product| catalog.top_category(product.facts.category) == id).count();
        (
            Bar {
                label: desk.words(&category.name),
                url: Some(desk.category_url(id)),
                value: figure(desk, n),
                size: 0,
            },
            n,
        )
    });
    let bars = chart(counts.filter(|(_, n)| *n > 0).collect());
    let first = bars.first()?;
    let all = figure(desk, products.len());
    Some(BarChart {
        id: "kategori".to_owned(),
        title: desk.t("hitung.kategori").to_owned(),
        summary: desk.fill("hitung.kategori_isi", &[("nama", &first.label.text), ("n", &first.value), ("semua", &all)]),
        label_head: desk.t("nav.kategori").to_owned(),
        value_head: desk.t("nav.produk").to_owned(),
        bars,
    })
}

fn reported(desk: &Desk<'_>, entry: &Impact) -> Reported {
    let facts = &entry.facts;
    let value = group(facts.value.unsigned_abs(), desk.language);
    let unit = desk.words(&facts.unit);
    Reported {
        id: entry.common.slug.to_string(),
        name: desk.words(&entry.common.name),
        value: if facts.value < 0 { format!("−{value}") } else { value },
        summary: desk.maybe_words(&entry.common.summary),
        definition: desk.maybe_words(&facts.definition),
        as_of: facts.as_of.map(|day| desk.fill("hitung.per", &[("tanggal", &day.display(desk.language))])),
        source: facts.source.as_deref().map(|text| desk.indonesian(text)),
        series: series(desk, entry, &unit),
        unit,
    }
}

/// Columns by year; a single year needs no drawing.
fn series(desk: &Desk<'_>, entry: &Impact, unit: &Words) -> Option<Series> {
    let values = &entry.facts.series;
    let highest = values.values().copied().fold(0.0_f64, f64::max);
    if values.len() < 2 || highest <= 0.0 {
        return None;
    }
    let column = |(at, (year, value)): (usize, (&i32, &f64))| {
        let height = (value.max(0.0) / highest * f64::from(HEIGHT)).round() as u32;
        let left = at as u32 * STEP;
        Column {
            year: year.to_string(),
            value: number(desk, *value),
            x: left + (STEP - COLUMN) / 2,
            y: BASE - height,
            height,
            middle: left + STEP / 2,
        }
    };
    let columns: Vec<Column> = values.iter().enumerate().map(column).collect();
    let spoken: Vec<String> = columns.iter().map(|column| format!("{}: {}", column.year, column.value)).collect();
    Some(Series {
        text: format!("{} {}", spoken.join(", "), unit.text),
        year_head: desk.t("hitung.tahun").to_owned(),
        value_head: unit.text.clone(),
        width: columns.len() as u32 * STEP,
        columns,
    })
}

#[cfg(test)]
mod tests {
    use super::{Bar, chart};
    use crate::view::text::Words;

    #[test]
    fn bars_stand_from_the_largest_down() {
        let bar = |name: &str, n: usize| (Bar { label: Words::new(name), ..Bar::default() }, n);
        let bars = chart(vec![bar("Setu", 1), bar("Ciputat", 0), bar("Pamulang", 4), bar("Serpong", 1)]);
        let shown: Vec<(&str, u32)> = bars.iter().map(|bar| (bar.label.text.as_str(), bar.size)).collect();
        assert_eq!(shown, [("Pamulang", 1000), ("Serpong", 250), ("Setu", 250), ("Ciputat", 0)]);
    }
}
