//! `content/situs.yaml`, typed.

use crate::bahasa::Language;
use crate::diagnostic::{Code, Finding};
use crate::model::{Bilingual, OpeningHours, Phone, Source};

/// The site's settings.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// Name.
    pub name: Bilingual,
    /// One sentence below the name.
    pub tagline: Bilingual,
    /// Where it will be published.
    pub base: BaseUrl,
    /// Its languages, Indonesian first.
    pub languages: Vec<Language>,
    /// All of it is invented: a ribbon on each page, contact buttons off, not indexed.
    pub sample: bool,
    /// The city.
    pub city: Bilingual,
    /// The office behind it.
    pub office: Office,
    /// Popular search words, by language.
    pub popular: [Vec<String>; 2],
    /// Folder of the theme below `themes/`.
    pub theme: String,
    /// Products on one list page.
    pub per_page: usize,
    /// Feeds for shopping platforms.
    pub channels: Channels,
    /// Domain for GitHub Pages.
    pub cname: Option<String>,
    /// Write `.br` and `.gz` files too.
    pub compress: bool,
    /// Make AVIF pictures too.
    pub avif: bool,
    /// A dated, sourced statement.
    pub commitment: Option<Commitment>,
    /// Months after which a price is called old.
    pub price_months: u32,
}

impl Site {
    /// Popular words for readers of `language`.
    pub fn popular(&self, language: Language) -> &[String] {
        let [id, en] = &self.popular;
        language.pick(id, en)
    }
}

/// The office.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Office {
    /// Name.
    pub name: String,
    /// Address.
    pub address: Option<String>,
    /// Hours.
    pub hours: Option<OpeningHours>,
    /// WhatsApp.
    pub whatsapp: Option<Phone>,
    /// Telephone.
    pub telephone: Option<Phone>,
    /// E-mail.
    pub email: Option<String>,
}

/// Which shopping platforms get a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Channels {
    /// Google Merchant Center.
    pub google: bool,
    /// Meta and WhatsApp catalogues.
    pub meta: bool,
}

/// What someone in office said, when, and who wrote it down.
#[derive(Debug, Clone, PartialEq)]
pub struct Commitment {
    /// In our own words.
    pub text: Bilingual,
    /// Who.
    pub by: String,
    /// Function at the time.
    pub role: String,
    /// Where it was reported.
    pub source: Source,
}

/// Scheme and host, and the path below which the site lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// `https://example.org`, without a slash at the end.
    pub origin: String,
    /// `/` or `/katalog/`.
    pub path: String,
}

impl BaseUrl {
    /// Reads an address such as `https://example.org/katalog`.
    ///
    /// # Errors
    /// `ALAMAT-SITUS` when it is not an http(s) address with a host, or carries a query or fragment.
    pub fn read(text: &str) -> Result<BaseUrl, Finding> {
        let text = text.trim();
        let refuse = || {
            let finding = Finding::new(Code::AlamatSitus).with("nilai", text);
            if text.contains("://") || text.is_empty() { finding } else { finding.instead(format!("https://{text}")) }
        };
        let (scheme, rest) = text.split_once("://").ok_or_else(refuse)?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let name = host.split_once(':').map_or(host, |(name, _)| name);
        let port_good = host.split_once(':').is_none_or(|(_, port)| port.parse::<u16>().is_ok());
        let host_good = !name.is_empty()
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter))
            && !name.starts_with(['-', '.'])
            && !name.ends_with('.');
        let path_good = path.split('/').all(|part| {
            part != ".." && part.chars().all(|letter| letter.is_ascii_alphanumeric() || "-._~".contains(letter))
        });
        let scheme_good = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        if !(scheme_good && host_good && port_good && path_good) {
            return Err(refuse());
        }
        let path = path.trim_matches('/');
        Ok(BaseUrl {
            origin: format!("{}://{}", scheme.to_ascii_lowercase(), host.to_ascii_lowercase()),
            path: if path.is_empty() { "/".to_owned() } else { format!("/{path}/") },
        })
    }

    /// A path of the site (with a slash in front) as an `href`.
    pub fn href(&self, path: &str) -> String {
        let base = self.path.trim_end_matches('/');
        format!("{base}{path}")
    }

    /// The same with scheme and host.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}", self.origin, self.href(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_paths_and_ports() {
        let base = BaseUrl::read("https://Example.org:8443/katalog").unwrap();
        assert_eq!((base.origin.as_str(), base.path.as_str()), ("https://example.org:8443", "/katalog/"));
        assert_eq!(base.href("/produk/"), "/katalog/produk/");
        assert_eq!(BaseUrl::read("https://x.id").unwrap().absolute("/a/"), "https://x.id/a/");
    }

    #[test]
    fn refuses_what_is_no_address() {
        for bad in [
            "",
            "example.org",
            "ftp://x.id",
            "https://",
            "https://x.id/a b",
            "https://x.id/?a",
            "https://x:99999/",
            "https://x/../y",
        ] {
            assert!(BaseUrl::read(bad).is_err(), "{bad}");
        }
        assert_eq!(BaseUrl::read("example.org").unwrap_err().instead.as_deref(), Some("https://example.org"));
    }
}
