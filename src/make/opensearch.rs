//! `opensearch.xml`: browsers learn to search the site from their address bar.

use crate::bahasa::{Language, excerpt};
use crate::config::Site;
use crate::plan::{Fixed, files};
use crate::xml::Xml;

/// Longest short name and description that the format allows.
const SHORT_MAX: usize = 16;
const DESCRIPTION_MAX: usize = 1_024;

/// The description. `icon` is the absolute address of a small PNG.
pub fn opensearch(site: &Site, language: Language, icon: Option<&str>) -> String {
    let search = site.base.absolute(&Fixed::Search.path(language));
    let mut xml = Xml::new();
    xml.open("OpenSearchDescription", &[("xmlns", "http://a9.com/-/spec/opensearch/1.1/")]);
    xml.leaf("ShortName", &[], &short(site.name.text(language)));
    xml.leaf("LongName", &[], &excerpt(site.name.text(language), 47));
    xml.leaf("Description", &[], &excerpt(site.tagline.text(language), DESCRIPTION_MAX - 1));
    if let Some(icon) = icon {
        xml.leaf("Image", &[("height", "192"), ("width", "192"), ("type", "image/png")], icon);
    }
    xml.empty("Url", &[("type", "text/html"), ("template", &format!("{search}?q={{searchTerms}}"))]);
    let own = site.base.absolute(&files::open_search(language));
    xml.empty("Url", &[("type", "application/opensearchdescription+xml"), ("rel", "self"), ("template", &own)]);
    xml.leaf("Language", &[], language.code());
    xml.leaf("InputEncoding", &[], "UTF-8");
    xml.leaf("OutputEncoding", &[], "UTF-8");
    xml.finish()
}

/// As many whole words of a name as fit; a single long word is cut.
fn short(name: &str) -> String {
    let mut out = String::new();
    for word in name.split_whitespace() {
        let longer = if out.is_empty() { word.to_owned() } else { format!("{out} {word}") };
        if longer.chars().count() > SHORT_MAX {
            break;
        }
        out = longer;
    }
    if out.is_empty() { name.trim().chars().take(SHORT_MAX).collect() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_ends_with_a_whole_word() {
        assert_eq!(short("Etalase Inovasi Tangerang Selatan"), "Etalase Inovasi");
        assert_eq!(short("Etalaseinovasitangerang"), "Etalaseinovasita");
    }
}
