//! `sitemap.xml`: every page that may be found, with its other language and its pictures.

use serde::Serialize;

use crate::cache::Key;
use crate::config::Site;
use crate::model::Date;
use crate::plan::files;
use crate::xml::Xml;

/// Addresses in one file (sitemaps.org).
const URLS_MAX: usize = 50_000;
/// Bytes of one file: 50 MB, with some room.
const BYTES_MAX: usize = 50_000_000;
/// Pictures of one page that search engines read.
const IMAGES_MAX: usize = 1_000;

/// One page in its languages.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Entry {
    /// Path of the Indonesian page.
    pub path_id: String,
    /// Path of the English page, if there is one.
    pub path_en: Option<String>,
    /// Day of the last change, if it is known for sure.
    pub lastmod: Option<Date>,
    /// Absolute addresses of its pictures.
    pub images: Vec<String>,
    /// Never to be found, whatever the site: archived and withdrawn entries, lists that live on the device. Left out.
    pub noindex: bool,
}

/// Hash of all that a sitemap follows from.
pub fn print(site: &Site, entries: &[Entry]) -> [u8; 32] {
    let entries = postcard::to_stdvec(entries).unwrap_or_default();
    Key::of(&[b"sitemap", format!("{site:?}").as_bytes(), &entries]).bytes()
}

/// A file: its path and its bytes.
pub type File = (String, String);

/// The sitemap; with its parts and their index when it is too long for one file. None at all when nothing may be found,
/// since the format has no empty sitemap. A sample site has one too: its pages themselves say that they are not to be
/// indexed.
pub fn sitemap(site: &Site, entries: &[Entry]) -> Vec<File> {
    sitemap_within(site, entries, URLS_MAX, BYTES_MAX)
}

/// The same with other limits.
fn sitemap_within(site: &Site, entries: &[Entry], urls_max: usize, bytes_max: usize) -> Vec<File> {
    let mut urls: Vec<Url<'_>> = entries.iter().filter(|entry| !entry.noindex).flat_map(Url::of).collect();
    urls.sort_by(|a, b| a.path.cmp(b.path));
    urls.dedup_by(|a, b| a.path == b.path);
    let mut parts: Vec<String> = Vec::new();
    let mut rest = urls.as_slice();
    while !rest.is_empty() {
        let (part, taken) = write(site, rest, urls_max, bytes_max);
        parts.push(part);
        rest = rest.get(taken.max(1)..).unwrap_or_default();
    }
    if parts.len() <= 1 {
        return parts.into_iter().map(|text| (files::SITEMAP.to_owned(), text)).collect();
    }
    let mut index = Xml::new();
    index.open("sitemapindex", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]);
    for number in 1..=parts.len() {
        index.open("sitemap", &[]);
        index.leaf("loc", &[], &site.base.absolute(&files::sitemap_part(number)));
        index.close();
    }
    let mut all = vec![(files::SITEMAP.to_owned(), index.finish())];
    all.extend(parts.into_iter().enumerate().map(|(at, text)| (files::sitemap_part(at + 1), text)));
    all
}

/// One address, and the entry that knows its other language.
struct Url<'a> {
    path: &'a str,
    entry: &'a Entry,
}

impl<'a> Url<'a> {
    fn of(entry: &'a Entry) -> impl Iterator<Item = Url<'a>> {
        let paths = [Some(entry.path_id.as_str()), entry.path_en.as_deref()];
        paths.into_iter().flatten().map(move |path| Url { path, entry })
    }
}

/// Writes as many addresses as one file may hold; at least one.
fn write(site: &Site, urls: &[Url<'_>], urls_max: usize, bytes_max: usize) -> (String, usize) {
    let mut xml = Xml::new();
    xml.open(
        "urlset",
        &[
            ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
            ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
            ("xmlns:image", "http://www.google.com/schemas/sitemap-image/1.1"),
        ],
    );
    let (mut taken, mut bytes) = (0, 0);
    for url in urls.iter().take(urls_max) {
        let size = size_of(site, url);
        if taken > 0 && bytes + size > bytes_max {
            break;
        }
        write_url(&mut xml, site, url);
        taken += 1;
        bytes += size;
    }
    (xml.finish(), taken)
}

/// About how many bytes an address takes.
fn size_of(site: &Site, url: &Url<'_>) -> usize {
    let base = site.base.origin.len() + site.base.path.len() + 120;
    let images: usize = url.entry.images.iter().map(|image| image.len() + 80).sum();
    base * 4 + url.path.len() * 3 + images
}

fn write_url(xml: &mut Xml, site: &Site, url: &Url<'_>) {
    let entry = url.entry;
    xml.open("url", &[]);
    xml.leaf("loc", &[], &site.base.absolute(url.path));
    xml.maybe("lastmod", entry.lastmod.map(|day| day.to_string()).as_deref());
    if let Some(english) = &entry.path_en {
        let id = site.base.absolute(&entry.path_id);
        for (language, href) in [("id", &id), ("en", &site.base.absolute(english)), ("x-default", &id)] {
            xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", language), ("href", href)]);
        }
    }
    for image in entry.images.iter().take(IMAGES_MAX) {
        xml.open("image:image", &[]);
        xml.leaf("image:loc", &[], image);
        xml.close();
    }
    xml.close();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let name = crate::model::Bilingual::default();
        Site {
            name: name.clone(),
            tagline: name.clone(),
            base: crate::config::BaseUrl { origin: "https://x.id".to_owned(), path: "/k/".to_owned() },
            languages: crate::bahasa::Language::ALL.to_vec(),
            sample: false,
            city: name,
            office: crate::config::Office::default(),
            popular: [Vec::new(), Vec::new()],
            theme: "etalase".to_owned(),
            per_page: 24,
            channels: crate::config::Channels::default(),
            cname: None,
            compress: false,
            avif: false,
            commitment: None,
            price_months: 6,
        }
    }

    fn entries(count: usize) -> Vec<Entry> {
        (0..count).map(|at| Entry { path_id: format!("/p/{at:03}/"), ..Entry::default() }).collect()
    }

    #[test]
    fn a_long_sitemap_is_split_and_no_address_is_lost() {
        let files = sitemap_within(&site(), &entries(7), 3, usize::MAX);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]);
        let count = |text: &str| text.matches("<loc>").count();
        let sizes: Vec<usize> = files.iter().map(|(_, text)| count(text)).collect();
        assert_eq!(sizes, [3, 3, 3, 1]);
        assert!(files[0].1.contains("<loc>https://x.id/k/sitemap-3.xml</loc>"));
    }

    #[test]
    fn bytes_count_as_well_as_addresses() {
        assert_eq!(sitemap_within(&site(), &entries(4), 100, 1).len(), 5);
    }
}
