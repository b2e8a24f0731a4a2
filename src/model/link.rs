//! Links to shops, delivery services and social media, and to a maker's own site.

use serde::{Deserialize, Serialize};

use url::Url;

use super::contact::is_host_name;
use crate::bahasa::narrow;
use crate::diagnostic::{Code, Finding, Read, Reading};

/// Longer addresses carry more than an address.
const LONGEST: usize = 2_000;

/// What a buyer does at the other end of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkRole {
    /// Buys, and has it sent.
    Marketplace,
    /// Orders food to the door.
    Delivery,
    /// Buys for an office through a government catalogue.
    Procurement,
    /// Follows news of the maker.
    Social,
    /// Reads the maker's own site.
    Website,
}

/// Declares the kinds of link with all that is known about each.
macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $kind:ident $key:literal $label:literal $role:ident [$($host:literal)*] [$($short:literal)*];
    )+) => {
        /// Where a link leads.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum LinkKind {
            $($(#[$doc])* $kind,)+
        }

        impl LinkKind {
            /// All kinds, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// Its name in entries: `tokopedia`, `situs`. TikTok has one name for the shop and for the account.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$kind => $key,)+
                }
            }

            /// Its name for people.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self {
                    $(Self::$kind => $label,)+
                }
            }

            /// What a buyer does there.
            #[must_use]
            pub fn role(self) -> LinkRole {
                match self {
                    $(Self::$kind => LinkRole::$role,)+
                }
            }

            /// Hosts on which it may lie; their sub-hosts count too. None for a site of one's own.
            #[must_use]
            pub fn hosts(self) -> &'static [&'static str] {
                match self {
                    $(Self::$kind => &[$($host),*],)+
                }
            }

            /// Hosts of short links, whose target nobody can see.
            #[must_use]
            pub fn short_hosts(self) -> &'static [&'static str] {
                match self {
                    $(Self::$kind => &[$($short),*],)+
                }
            }
        }
    };
}

kinds! {
    /// Tokopedia.
    Tokopedia "tokopedia" "Tokopedia" Marketplace ["tokopedia.com"] ["tokopedia.link" "tk.tokopedia.com"];
    /// Shopee.
    Shopee "shopee" "Shopee" Marketplace ["shopee.co.id"] ["id.shp.ee" "shp.ee" "s.shopee.co.id"];
    /// The shop within TikTok.
    TiktokShop "tiktok" "TikTok Shop" Marketplace
        ["tiktok.com" "shop-id.tokopedia.com"] ["vt.tokopedia.com" "vt.tiktok.com" "vm.tiktok.com"];
    /// Blibli.
    Blibli "blibli" "Blibli" Marketplace ["blibli.com"] ["blibli.app.link"];
    /// Lazada.
    Lazada "lazada" "Lazada" Marketplace ["lazada.co.id"] ["s.lazada.co.id"];
    /// Bukalapak, which no longer sells goods.
    Bukalapak "bukalapak" "Bukalapak" Marketplace ["bukalapak.com"] [];
    /// PaDi UMKM, where state companies buy.
    Padi "padi" "PaDi UMKM" Procurement ["padiumkm.id"] [];
    /// The electronic catalogue of the government.
    Inaproc "inaproc" "Katalog Elektronik (INAPROC)" Procurement ["katalog.inaproc.id" "e-katalog.lkpp.go.id"] [];
    /// GoFood.
    Gofood "gofood" "GoFood" Delivery ["gofood.co.id"] ["gofood.link" "gojek.onelink.me"];
    /// GrabFood.
    Grabfood "grabfood" "GrabFood" Delivery ["food.grab.com"] ["r.grab.com" "grab.onelink.me"];
    /// ShopeeFood.
    Shopeefood "shopeefood" "ShopeeFood" Delivery ["shopee.co.id" "shopeefood.co.id"] ["spf.shopee.co.id"];
    /// Instagram.
    Instagram "instagram" "Instagram" Social ["instagram.com"] ["instagr.am"];
    /// Facebook.
    Facebook "facebook" "Facebook" Social ["facebook.com" "fb.com"] ["fb.me" "fb.watch"];
    /// An account on TikTok.
    Tiktok "tiktok" "TikTok" Social ["tiktok.com"] ["vt.tiktok.com" "vm.tiktok.com"];
    /// YouTube.
    Youtube "youtube" "YouTube" Social ["youtube.com" "youtu.be"] [];
    /// The maker's own site.
    Website "situs" "Situs" Website [] ["bit.ly" "s.id" "tinyurl.com" "t.co" "cutt.ly" "shorturl.at" "rb.gy"];
}

impl LinkKind {
    /// The kind of this name among the places to buy (`tautan`), the maker's own site included.
    #[must_use]
    pub fn shop(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key && kind.role() != LinkRole::Social)
    }

    /// The kind of this name among the ways of contact (`kontak`): social media, and the maker's own site.
    #[must_use]
    pub fn contact(key: &str) -> Option<Self> {
        let role = |kind: &Self| matches!(kind.role(), LinkRole::Social | LinkRole::Website);
        Self::ALL.iter().copied().find(|kind| kind.key() == key && role(kind))
    }

    /// Whether links of this kind are kept but never shown.
    #[must_use]
    pub fn is_closed(self) -> bool {
        self == Self::Bukalapak
    }

    /// The address of an account, for social media.
    fn account(self, name: &str) -> Option<String> {
        match self {
            Self::Instagram => Some(format!("https://www.instagram.com/{}/", name.to_lowercase())),
            Self::Facebook => Some(format!("https://www.facebook.com/{name}")),
            Self::Tiktok => Some(format!("https://www.tiktok.com/@{}", name.to_lowercase())),
            Self::Youtube => Some(format!("https://www.youtube.com/@{name}")),
            _ => None,
        }
    }

    /// The shortest and longest name of an account, and what it may hold besides letters and digits.
    fn account_rule(self) -> (usize, usize, &'static str) {
        match self {
            Self::Instagram => (1, 30, "._"),
            Self::Tiktok => (2, 24, "._"),
            Self::Youtube => (3, 30, "._-"),
            _ => (5, 50, "."),
        }
    }
}

/// A link that may be shown: it is https, leads where its kind says, and tracks nobody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Link {
    kind: LinkKind,
    address: String,
    host: String,
}

impl Link {
    /// Where it leads.
    #[must_use]
    pub fn kind(&self) -> LinkKind {
        self.kind
    }

    /// The address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The host as people know it, without `www.`.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Reads an address, or the name of an account where the kind is one of social media.
    ///
    /// Remarks: `TAUTAN-LACAK` (tracking codes were taken out), `TAUTAN-BERANDA`, `TAUTAN-PENDEK`, `TAUTAN-BUKALAPAK`.
    ///
    /// # Errors
    /// `TAUTAN-HTTPS`, `TAUTAN-HOST`, `TAUTAN-RUSAK`, `TAUTAN-NAMA`, `UMUM-KOSONG`.
    pub fn read(kind: LinkKind, text: &str) -> Read<Self> {
        let text = narrow(text);
        if text.is_empty() {
            return Err(Finding::new(Code::UmumKosong));
        }
        if let Some(name) = account_name(kind, &text) {
            return account_link(kind, name);
        }
        if !text.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://")) {
            return Err(not_https(&text));
        }
        read_address(kind, &text)
    }
}

/// The name of an account, where the text is no address.
fn account_name(kind: LinkKind, text: &str) -> Option<&str> {
    if kind.role() != LinkRole::Social {
        return None;
    }
    let name = text.strip_prefix('@').unwrap_or(text);
    let host = kind.hosts().iter().any(|host| is_at_host(&name.to_lowercase(), host));
    (!name.contains(['/', ':']) && !host).then_some(name)
}

fn account_link(kind: LinkKind, name: &str) -> Read<Link> {
    let (least, most, marks) = kind.account_rule();
    let fits = (least..=most).contains(&name.len()) && !name.starts_with('.') && !name.ends_with('.');
    let allowed = name.chars().all(|c| c.is_ascii_alphanumeric() || marks.contains(c));
    match kind.account(name) {
        Some(address) if fits && allowed => read_address(kind, &address),
        _ => Err(Finding::new(Code::TautanNama).with("nilai", name).with("nama", kind.label())),
    }
}

/// The refusal of anything that does not begin with https; mended where only that is missing.
fn not_https(text: &str) -> Finding {
    let finding = Finding::new(Code::TautanHttps).with("nilai", text);
    let rest = match text.get(..7) {
        Some(start) if start.eq_ignore_ascii_case("http://") => &text[7..],
        _ => text,
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if is_host_name(host) { finding.instead(format!("https://{rest}")) } else { finding }
}

fn read_address(kind: LinkKind, text: &str) -> Read<Link> {
    let broken = || Finding::new(Code::TautanRusak).with("nilai", text);
    if text.len() > LONGEST || text.contains(char::is_whitespace) {
        return Err(broken());
    }
    let mut url = Url::parse(text).map_err(|_| broken())?;
    let host = url.host_str().unwrap_or_default().to_lowercase();
    let hides_something = !url.username().is_empty() || url.password().is_some();
    if hides_something || !is_host_name(&host) || url.port().is_some_and(|_| kind != LinkKind::Website) {
        return Err(broken());
    }
    let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    if !leads_there(kind, &host) {
        return Err(Finding::new(Code::TautanHost).with("nilai", text).with("nama", kind.label()));
    }
    let tracking = take_tracking(kind, &mut url);
    let is_home = url.path().trim_matches('/').is_empty() && url.query().is_none() && kind != LinkKind::Website;
    let is_short = kind.short_hosts().iter().any(|short| is_at_host(&host, short));
    let address = String::from(url);
    let remarks = [
        kind.is_closed().then(|| Finding::new(Code::TautanBukalapak)),
        (!tracking.is_empty())
            .then(|| Finding::new(Code::TautanLacak).with("daftar", tracking.join(", ")).instead(address.clone())),
        is_home.then(|| Finding::new(Code::TautanBeranda).with("nama", kind.label())),
        is_short.then(|| Finding::new(Code::TautanPendek).with("nilai", text)),
    ];
    Ok(Reading { value: Link { kind, address, host }, remarks: remarks.into_iter().flatten().collect() })
}

/// Whether the host is this one or lies under it.
fn is_at_host(host: &str, known: &str) -> bool {
    host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Whether a link of this kind may lead to the host. A WhatsApp link is no site: it would go round the rules of
/// consent.
fn leads_there(kind: LinkKind, host: &str) -> bool {
    let hosts = [kind.hosts(), kind.short_hosts()].concat();
    if kind == LinkKind::Website {
        return !["wa.me", "wa.link", "whatsapp.com", "t.me"].iter().any(|messenger| is_at_host(host, messenger));
    }
    hosts.iter().any(|known| is_at_host(host, known))
}

/// Takes the tracking codes out of an address; their names, in order, each once.
fn take_tracking(kind: LinkKind, url: &mut Url) -> Vec<String> {
    let Some(query) = url.query().map(str::to_owned) else { return Vec::new() };
    let mut taken: Vec<String> = Vec::new();
    let mut kept: Vec<&str> = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let name = pair.split('=').next().unwrap_or_default();
        if !is_tracking(kind, name) {
            kept.push(pair);
        } else if !taken.iter().any(|other| other == name) {
            taken.push(name.to_owned());
        }
    }
    if !taken.is_empty() {
        let rest = kept.join("&");
        url.set_query(if rest.is_empty() { None } else { Some(&rest) });
    }
    taken
}

/// Whether a parameter only tells who came from where. On a site of one's own `src` may mean anything.
fn is_tracking(kind: LinkKind, name: &str) -> bool {
    const EVERYWHERE: [&str; 14] = [
        "extParam",
        "fbclid",
        "gclid",
        "is_from_webapp",
        "sp_atk",
        "xptdk",
        "smtt",
        "igsh",
        "igshid",
        "mibextid",
        "sender_device",
        "is_copy_url",
        "_gl",
        "gbraid",
    ];
    name.starts_with("utm_") || EVERYWHERE.contains(&name) || (name == "src" && kind != LinkKind::Website)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(kind: LinkKind, text: &str) -> String {
        Link::read(kind, text).unwrap_or_else(|finding| panic!("{text}: {finding:?}")).value.address
    }

    fn codes(kind: LinkKind, text: &str) -> Vec<Code> {
        match Link::read(kind, text) {
            Ok(reading) => reading.remarks.iter().map(|finding| finding.code).collect(),
            Err(finding) => vec![finding.code],
        }
    }

    #[test]
    fn names_of_accounts_become_addresses() {
        for (kind, text, expected) in [
            (LinkKind::Instagram, "@Bingkai.Rantika", "https://www.instagram.com/bingkai.rantika/"),
            (LinkKind::Facebook, "bingkairantika", "https://www.facebook.com/bingkairantika"),
            (LinkKind::Tiktok, "@bingkai_rantika", "https://www.tiktok.com/@bingkai_rantika"),
            (LinkKind::Youtube, "@BingkaiRantika", "https://www.youtube.com/@BingkaiRantika"),
        ] {
            assert_eq!(address(kind, text), expected);
        }
        for text in ["@", "bingkai rantika", ".bingkai", "bingkai&co"] {
            assert_eq!(codes(LinkKind::Instagram, text), [Code::TautanNama], "{text}");
        }
        assert_eq!(codes(LinkKind::Instagram, "instagram.com"), [Code::TautanHttps]);
    }

    #[test]
    fn tracking_codes_are_taken_out() {
        let reading = Link::read(
            LinkKind::Instagram,
            "https://www.instagram.com/contoh/?igsh=abc&hl=id&utm_source=x&utm_source=y",
        )
        .unwrap();
        assert_eq!(reading.value.address(), "https://www.instagram.com/contoh/?hl=id");
        assert_eq!(reading.value.host(), "instagram.com");
        assert_eq!(reading.remarks[0].argument("daftar"), Some("igsh, utm_source"));
        assert_eq!(address(LinkKind::Website, "https://contoh.example/?src=1"), "https://contoh.example/?src=1");
    }

    #[test]
    fn links_lead_where_they_say() {
        for (kind, text) in [
            (LinkKind::Tokopedia, "https://tokopedia.com@jahat.example/a"),
            (LinkKind::Tokopedia, "https://tokopedia.com:8080/a"),
            (LinkKind::Website, "https://localhost/a"),
            (LinkKind::Website, "https://127.0.0.1/"),
            (LinkKind::Website, "https://contoh.example/a b"),
            (LinkKind::Website, "https://"),
        ] {
            assert_eq!(codes(kind, text), [Code::TautanRusak], "{text}");
        }
        assert_eq!(codes(LinkKind::Tokopedia, "https://jahattokopedia.com/a"), [Code::TautanHost]);
        assert_eq!(codes(LinkKind::Tokopedia, "https://tokopediа.com/a"), [Code::TautanHost]);
        assert_eq!(codes(LinkKind::Website, "https://wa.me/6281200000001"), [Code::TautanHost]);
        assert_eq!(codes(LinkKind::TiktokShop, "https://shop-id.tokopedia.com/x/y"), []);
    }

    #[test]
    fn doubtful_links_are_remarked_on() {
        assert_eq!(codes(LinkKind::Shopee, "https://id.shp.ee/abc"), [Code::TautanPendek]);
        assert_eq!(codes(LinkKind::Website, "https://bit.ly/abc"), [Code::TautanPendek]);
        assert_eq!(codes(LinkKind::Website, "https://contoh.example"), []);
        assert_eq!(
            codes(LinkKind::Shopee, "https://shopee.co.id/?utm_source=x"),
            [Code::TautanLacak, Code::TautanBeranda]
        );
    }

    #[test]
    fn a_missing_https_is_mended() {
        for (text, instead) in [
            ("http://tokopedia.com/a", Some("https://tokopedia.com/a")),
            ("www.tokopedia.com/a", Some("https://www.tokopedia.com/a")),
            ("javascript:alert(1)", None),
            ("toko contoh", None),
        ] {
            let finding = Link::read(LinkKind::Tokopedia, text).unwrap_err();
            assert_eq!((finding.code, finding.instead.as_deref()), (Code::TautanHttps, instead), "{text}");
        }
    }

    #[test]
    fn kinds_are_found_by_their_names() {
        assert_eq!(LinkKind::shop("tiktok"), Some(LinkKind::TiktokShop));
        assert_eq!(LinkKind::contact("tiktok"), Some(LinkKind::Tiktok));
        assert_eq!(LinkKind::shop("situs"), LinkKind::contact("situs"));
        assert_eq!(LinkKind::contact("tokopedia"), None);
    }
}
