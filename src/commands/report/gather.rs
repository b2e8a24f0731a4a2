//! A catalogue, its problems and its photos to a [`Report`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::wants;
use super::clinic::clinic;
use super::photos::{Look, commons};
use super::{
    CodeCount, District, Ending, EntryRef, External, Maker, OldPrice, Remark, Report, SOON_DAYS, Scored, Settings,
};
use crate::bahasa::Language;
use crate::diagnostic::{Diagnostic, Level, Problems};
use crate::model::{
    Catalog, Common, Date, Id, Kind, Phone, PlaceId, Presence, Price, Product, Proof, Seller, SellerId,
};
use crate::plan::order::{completeness, maker_completeness, maker_parts, product_parts};

/// Makes the report.
pub fn gather(catalog: &Catalog, problems: Problems, looks: &[Look], settings: Settings) -> Report {
    let problems = problems.sorted();
    let view = View { catalog, settings, by_file: count_by_file(&problems) };
    let products = view.products();
    let makers = view.makers(&products);
    Report {
        day: settings.today.to_string(),
        businesses: catalog.businesses.len(),
        cooperatives: catalog.cooperatives.len(),
        products_score: mean(products.iter().map(|product| product.score)),
        businesses_score: mean(
            catalog
                .businesses
                .iter()
                .map(|(id, _)| maker_completeness(catalog, SellerId::Business(id), settings.today)),
        ),
        districts: view.districts(),
        makers,
        endings: view.endings(&problems),
        old_prices: view.old_prices(),
        unchecked: view.unchecked(),
        untranslated: view.untranslated(),
        twins: view.twins(),
        clinic: clinic(catalog, looks, &problems),
        links: view.links(),
        codes: codes(&problems),
        products,
    }
}

fn mean(scores: impl Iterator<Item = u8>) -> Option<u8> {
    let (sum, count) = scores.fold((0_u64, 0_u64), |(sum, count), score| (sum + u64::from(score), count + 1));
    (count > 0).then(|| ((sum + count / 2) / count) as u8)
}

fn count_by_file(problems: &[Diagnostic]) -> BTreeMap<Arc<str>, usize> {
    let mut counts = BTreeMap::new();
    for problem in problems.iter().filter(|problem| problem.level() != Level::Advice) {
        *counts.entry(problem.place.file.clone()).or_insert(0) += 1;
    }
    counts
}

pub(super) fn entry_of(common: &Common) -> EntryRef {
    EntryRef { name: common.name.id.clone(), file: common.file.to_string() }
}

struct View<'a> {
    catalog: &'a Catalog,
    settings: Settings,
    by_file: BTreeMap<Arc<str>, usize>,
}

impl View<'_> {
    fn scored(&self, common: &Common, belongs_to: String, score: u8, missing: Vec<String>) -> Scored {
        let problems = self.by_file.get(&common.file).copied().unwrap_or(0);
        Scored { entry: entry_of(common), belongs_to, score, missing, problems }
    }

    fn seller_name(&self, seller: SellerId) -> String {
        match seller {
            Seller::Business(id) => self.catalog.businesses.get(id).common.name.id.clone(),
            Seller::Cooperative(id) => self.catalog.cooperatives.get(id).common.name.id.clone(),
        }
    }

    fn products(&self) -> Vec<Scored> {
        let one = |product: &Product| {
            self.scored(
                &product.common,
                self.seller_name(product.links.seller),
                completeness(product),
                wants::lacking(&product_parts(product)),
            )
        };
        let mut products: Vec<Scored> = self.catalog.products.rows().iter().map(one).collect();
        products.sort_by(|a, b| (a.score, &a.entry).cmp(&(b.score, &b.entry)));
        products
    }

    fn makers(&self, products: &[Scored]) -> Vec<Maker> {
        let by_file: BTreeMap<&str, u8> =
            products.iter().map(|product| (product.entry.file.as_str(), product.score)).collect();
        let maker = |own: Scored, ids: &[Id<Product>]| {
            let scores = ids.iter().filter_map(|id| by_file.get(&*self.catalog.products.get(*id).common.file).copied());
            Maker { own, products: ids.len(), products_score: mean(scores) }
        };
        let mut makers: Vec<Maker> = Vec::new();
        let mut add = |id: SellerId, common: &Common, presence: &Presence| {
            let score = maker_completeness(self.catalog, id, self.settings.today);
            let missing = wants::lacking(&maker_parts(self.catalog, id, self.settings.today));
            let own = self.scored(common, self.district_name(presence), score, missing);
            makers.push(maker(own, self.catalog.products_of(id)));
        };
        for (id, row) in self.catalog.businesses.iter() {
            add(SellerId::Business(id), &row.common, &row.facts.presence);
        }
        for (id, row) in self.catalog.cooperatives.iter() {
            add(SellerId::Cooperative(id), &row.common, &row.facts.presence);
        }
        makers.sort_by(|a, b| (a.own.score, &a.own.entry).cmp(&(b.own.score, &b.own.entry)));
        makers
    }

    fn district_name(&self, presence: &Presence) -> String {
        presence
            .place
            .and_then(|place| self.catalog.places.district(place))
            .map(|district| district.name.clone())
            .unwrap_or_default()
    }

    fn districts(&self) -> Vec<District> {
        let mut rows = Vec::new();
        for (at, district) in self.catalog.places.districts.iter().enumerate() {
            let here = |place: Option<PlaceId>| place.filter(|place| usize::from(place.district) == at);
            let makers: Vec<PlaceId> = self
                .catalog
                .businesses
                .rows()
                .iter()
                .map(|row| row.facts.presence.place)
                .chain(self.catalog.cooperatives.rows().iter().map(|row| row.facts.presence.place))
                .filter_map(here)
                .collect();
            let scores: Vec<u8> = self
                .catalog
                .products
                .rows()
                .iter()
                .filter(|product| here(self.catalog.place_of_seller(product.links.seller)).is_some())
                .map(completeness)
                .collect();
            let covered: BTreeSet<u16> = makers.iter().map(|place| place.village).collect();
            let empty = district.villages.iter().enumerate().filter(|(at, _)| !covered.contains(&(*at as u16)));
            rows.push(District {
                name: district.name.clone(),
                makers: makers.len(),
                products: scores.len(),
                score: mean(scores.into_iter()),
                villages_covered: covered.len(),
                villages_empty: empty.map(|(_, village)| village.name.clone()).collect(),
            });
        }
        rows
    }

    /// Permits, promotions, registrations, checks of funding; and what the validators found to be over.
    fn endings(&self, problems: &[Diagnostic]) -> Vec<Ending> {
        let today = self.settings.today;
        let mut endings = Vec::new();
        let mut add = |day: Option<Date>, what: String, common: &Common| {
            if let Some(day) = day.filter(|day| today.days_until(*day) <= SOON_DAYS) {
                endings.push(Ending {
                    day: day.to_string(),
                    days: today.days_until(day),
                    what,
                    entry: entry_of(common),
                });
            }
        };
        let proofs = |proof: &Proof| {
            format!("{} {}", proof.kind.key(), proof.number.clone().unwrap_or_default()).trim().to_owned()
        };
        for row in self.catalog.businesses.rows() {
            row.facts.proofs.iter().for_each(|proof| add(proof.valid_until, proofs(proof), &row.common));
        }
        for row in self.catalog.products.rows() {
            row.facts.proofs.iter().for_each(|proof| add(proof.valid_until, proofs(proof), &row.common));
            add(row.facts.promotion.map(|promotion| promotion.until), "promo".to_owned(), &row.common);
        }
        for row in self.catalog.innovations.rows() {
            row.facts.rights.iter().for_each(|proof| add(proof.valid_until, proofs(proof), &row.common));
        }
        for row in self.catalog.programmes.rows() {
            let until = row.facts.registration.as_ref().and_then(|registration| registration.until);
            add(until, "pendaftaran program".to_owned(), &row.common);
        }
        for row in self.catalog.events.rows() {
            let until = row.facts.registration.as_ref().and_then(|registration| registration.until);
            add(until, "pendaftaran acara".to_owned(), &row.common);
            add(
                Some(row.facts.end.unwrap_or(row.facts.start).date()).filter(|day| *day >= today),
                "acara".to_owned(),
                &row.common,
            );
        }
        for row in self.catalog.collections.rows() {
            add(row.facts.end.filter(|day| *day >= today), "koleksi musiman".to_owned(), &row.common);
        }
        let names: BTreeMap<&str, &str> =
            commons(self.catalog).into_iter().map(|(_, common, _)| (&*common.file, common.name.id.as_str())).collect();
        // An expired permit has lost its number and day before it gets into the catalogue.
        for problem in problems.iter().filter(|problem| problem.code().as_str().contains("KEDALUWARSA")) {
            let file = &*problem.place.file;
            let entry = EntryRef {
                name: names.get(file).map_or_else(String::new, |name| (*name).to_owned()),
                file: file.to_owned(),
            };
            let what = crate::diagnostic::show::message(problem, Language::Id);
            endings.push(Ending { day: String::new(), days: -1, what, entry });
        }
        endings.sort();
        endings
    }

    fn old_prices(&self) -> Vec<OldPrice> {
        let mut prices: Vec<OldPrice> = Vec::new();
        for row in self.catalog.products.rows() {
            let months = row.facts.price_month.map(|month| month.months_until(self.settings.today.year_month()));
            let old = months.is_none_or(|months| months > self.settings.price_months as i32);
            if !old || row.facts.price == Price::Ask {
                continue;
            }
            prices.push(OldPrice {
                entry: entry_of(&row.common),
                maker: self.seller_name(row.links.seller),
                price: row.facts.price.display(Language::Id),
                month: row.facts.price_month.map(|month| format!("{:04}-{:02}", month.year(), month.month())),
                months,
            });
        }
        prices.sort_by(|a, b| {
            (a.months.is_some(), std::cmp::Reverse(a.months), &a.entry).cmp(&(
                b.months.is_some(),
                std::cmp::Reverse(b.months),
                &b.entry,
            ))
        });
        prices
    }

    fn unchecked(&self) -> Vec<Remark> {
        let today = self.settings.today;
        let mut found: Vec<(Option<Date>, Remark)> = Vec::new();
        for (_, common, _) in commons(self.catalog) {
            let fresh = common.checked.is_some_and(|day| day.plus_months(self.settings.check_months as i32) >= today);
            if !fresh {
                let text = common.checked.map_or_else(
                    || "belum pernah diperiksa".to_owned(),
                    |day| format!("terakhir diperiksa {}", day.display(Language::Id)),
                );
                found.push((common.checked, Remark { entry: entry_of(common), text }));
            }
        }
        found.sort_by(|(a, one), (b, other)| (a, &one.entry).cmp(&(b, &other.entry)));
        found.into_iter().map(|(_, remark)| remark).collect()
    }

    fn untranslated(&self) -> Vec<Remark> {
        if !self.settings.english {
            return Vec::new();
        }
        let one = |(kind, common, _): (Kind, &Common, Option<SellerId>)| {
            let parts = [
                (common.name.en.is_some(), "nama"),
                (common.summary.as_ref().is_none_or(|summary| summary.en.is_some()), "ringkasan"),
                (common.body.id.is_empty() || common.body.en.is_some(), "deskripsi"),
            ];
            let missing: Vec<&str> = parts.iter().filter(|(there, _)| !there).map(|(_, name)| *name).collect();
            let counts = kind != Kind::Impact && !missing.is_empty();
            counts.then(|| Remark { entry: entry_of(common), text: missing.join(", ") })
        };
        commons(self.catalog).into_iter().filter_map(one).collect()
    }

    /// Products of nearly the same name of one maker, makers with one number or nearly the same name.
    fn twins(&self) -> Vec<Remark> {
        let mut found = Vec::new();
        let say = |found: &mut Vec<Remark>, common: &Common, other: &Common, why: &str| {
            found.push(Remark { entry: entry_of(common), text: format!("{why}: {} ({})", other.name.id, other.file) });
        };
        let mut by_seller: BTreeMap<SellerId, Vec<&Product>> = BTreeMap::new();
        for product in self.catalog.products.rows() {
            by_seller.entry(product.links.seller).or_default().push(product);
        }
        for products in by_seller.values() {
            each_pair(products, |one, other| {
                if are_near(&one.common.name.id, &other.common.name.id) {
                    say(&mut found, &one.common, &other.common, "nama hampir sama");
                }
            });
        }
        let makers: Vec<(&Common, &Presence)> = self
            .catalog
            .businesses
            .rows()
            .iter()
            .map(|row| (&row.common, &row.facts.presence))
            .chain(self.catalog.cooperatives.rows().iter().map(|row| (&row.common, &row.facts.presence)))
            .collect();
        let mut by_number: BTreeMap<&str, &Common> = BTreeMap::new();
        for (common, presence) in &makers {
            if let Some(number) = presence.whatsapp.as_ref().map(Phone::digits)
                && let Some(other) = by_number.insert(number, common)
            {
                say(&mut found, common, other, "nomor WhatsApp sama");
            }
        }
        let mut by_name: BTreeMap<String, &Common> = BTreeMap::new();
        for (common, _) in &makers {
            if let Some(other) = by_name.insert(folded(&common.name.id), common) {
                say(&mut found, common, other, "nama sama");
            }
        }
        found
    }

    fn links(&self) -> Vec<External> {
        let mut by_url: BTreeMap<(String, String), BTreeSet<EntryRef>> = BTreeMap::new();
        let mut add = |url: &str, common: &Common| {
            by_url.entry((host_of(url), url.to_owned())).or_default().insert(entry_of(common));
        };
        for row in self.catalog.businesses.rows() {
            let presence = &row.facts.presence;
            presence.shops.iter().chain(&presence.social).for_each(|link| add(link.address(), &row.common));
        }
        for row in self.catalog.cooperatives.rows() {
            let presence = &row.facts.presence;
            presence.shops.iter().chain(&presence.social).for_each(|link| add(link.address(), &row.common));
        }
        self.catalog
            .products
            .rows()
            .iter()
            .for_each(|row| row.facts.shops.iter().for_each(|link| add(link.address(), &row.common)));
        self.catalog
            .mentors
            .rows()
            .iter()
            .for_each(|row| row.facts.social.iter().for_each(|link| add(link.address(), &row.common)));
        for row in self.catalog.partners.rows() {
            let source = row.facts.source.as_ref().and_then(|source| source.url.as_ref());
            row.facts.site.iter().chain(source).for_each(|url| add(url, &row.common));
        }
        self.catalog.fundings.rows().iter().for_each(|row| row.facts.url.iter().for_each(|url| add(url, &row.common)));
        for row in self.catalog.programmes.rows() {
            row.facts
                .registration
                .iter()
                .filter_map(|registration| registration.url.as_ref())
                .for_each(|url| add(url, &row.common));
        }
        for row in self.catalog.events.rows() {
            let registration = row.facts.registration.as_ref().and_then(|registration| registration.url.as_ref());
            row.facts.online.iter().chain(registration).for_each(|url| add(url, &row.common));
        }
        for row in self.catalog.news.rows() {
            row.facts.source.iter().filter_map(|source| source.url.as_ref()).for_each(|url| add(url, &row.common));
        }
        for (_, common, _) in commons(self.catalog) {
            for prose in std::iter::once(&common.body.id).chain(&common.body.en) {
                links_in(&prose.html).into_iter().for_each(|url| add(&url, common));
            }
        }
        by_url
            .into_iter()
            .map(|((host, url), entries)| External { host, url, entries: entries.into_iter().collect() })
            .collect()
    }
}

pub(super) fn each_pair<T>(items: &[T], mut tell: impl FnMut(&T, &T)) {
    for (at, one) in items.iter().enumerate() {
        items.iter().skip(at + 1).for_each(|other| tell(one, other));
    }
}

fn folded(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Names that differ in a letter or two, but not in a number: sizes are no twins.
fn are_near(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    digits(&one) == digits(&other) && one.chars().count() >= 5 && strsim::damerau_levenshtein(&one, &other) <= 2
}

fn host_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().trim_start_matches("www.").to_owned()
}

/// Addresses of other sites in the HTML of a text.
fn links_in(html: &str) -> Vec<String> {
    let parts = html.split("href=\"https://").skip(1);
    parts
        .filter_map(|part| part.split('"').next())
        .map(|url| format!("https://{}", url.replace("&amp;", "&")))
        .collect()
}

fn codes(problems: &[Diagnostic]) -> Vec<CodeCount> {
    let mut counts: BTreeMap<crate::diagnostic::Code, usize> = BTreeMap::new();
    problems.iter().for_each(|problem| *counts.entry(problem.code()).or_insert(0) += 1);
    let mut codes: Vec<CodeCount> = counts
        .into_iter()
        .map(|(code, count)| CodeCount {
            code: code.as_str().to_owned(),
            level: code.level().name(Language::Id).to_owned(),
            title: code.texts(Language::Id).title.to_owned(),
            count,
        })
        .collect();
    codes.sort_by(|a, b| (std::cmp::Reverse(a.count), &a.code).cmp(&(std::cmp::Reverse(b.count), &b.code)));
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_no_twins() {
        assert!(are_near("Keripik Bayam", "Kripik Bayam"));
        assert!(!are_near("Bingkai Foto 20x30", "Bingkai Foto 20x40"));
        assert!(!are_near("Mug", "Mag"));
    }

    #[test]
    fn hosts_and_links_are_found() {
        assert_eq!(host_of("https://www.tokopedia.com/a?b"), "tokopedia.com");
        assert_eq!(links_in("<a href=\"https://a.id/?x&amp;y\">a</a><a href=\"/b\">"), ["https://a.id/?x&y"]);
    }
}
