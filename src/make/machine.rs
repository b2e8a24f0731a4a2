//! Everything that only machines read, gathered for the pipeline: sitemap, feeds, calendar, open data, files for hosts.

use crate::album::Album;
use crate::bahasa::Language;
use crate::config::Site;
use crate::disk::Fault;
use crate::make::asset::Assets;
use crate::make::host::Layout;
use crate::make::{calendar, channels, feed, host, llms, manifest, open_data, opensearch, robots, sitemap, vcard};
use crate::model::{Catalog, Common, Date, Id, Kind, SellerId, Status};
use crate::picture::Format;
use crate::plan::{Fixed, Plan, Subject, files};
use crate::theme::Theme;

/// What these outputs are made of.
pub struct Machine<'a> {
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// Settings.
    pub site: &'a Site,
    /// Theme.
    pub theme: &'a Theme,
    /// Pages.
    pub plan: &'a Plan,
    /// Pictures.
    pub album: &'a Album,
    /// Assets.
    pub assets: &'a Assets,
    /// The content policy of the browser editor, if the site has one.
    pub editor: Option<&'a str>,
    /// The day of the build.
    pub today: Date,
}

/// Takes a path (without a slash in front), the hash of what the bytes were made from, or `None` for their own, and the
/// bytes.
pub type Put<'a> = dyn Fn(&str, Option<[u8; 32]>, &[u8]) -> Result<(), Fault> + Sync + 'a;

/// Where they go.
pub struct Outlet<'a> {
    /// Puts an output.
    pub put: &'a Put<'a>,
    /// Do all outputs with this hash stand from the last build?
    pub stand: &'a (dyn Fn(&[u8; 32]) -> bool + Sync),
}

impl Machine<'_> {
    /// Makes all of them, one after the other, so that no two of the large ones are held at once.
    ///
    /// # Errors
    /// The first of `outlet.put`; nothing more is put then.
    pub fn outputs(&self, outlet: &Outlet<'_>) -> Result<(), Fault> {
        self.sitemap(outlet)?;
        let mut done = Ok(());
        let mut add = |path: String, bytes: Vec<u8>| {
            if done.is_ok() {
                done = (outlet.put)(path.trim_start_matches('/'), None, &bytes);
            }
        };
        let site = self.site;
        add(files::ROBOTS.to_owned(), robots::robots(site).into_bytes());
        for &language in &site.languages {
            self.of_language(language, &mut add);
        }
        self.contact_cards(&mut add);
        self.open_data(&mut add);
        self.channels(&mut add);
        self.for_hosts(&mut add);
        done
    }

    fn of_language(&self, language: Language, add: &mut impl FnMut(String, Vec<u8>)) {
        let (catalog, site) = (self.catalog, self.site);
        for kind in files::FeedKind::ALL {
            add(kind.path(language), feed::feed(kind, catalog, site, language, self.today).into_bytes());
        }
        add(files::calendar(language), calendar::all(catalog, site, language, self.today).into_bytes());
        for (id, event) in catalog.events.iter() {
            let text = calendar::one(catalog, site, language, self.today, id);
            add(files::event_calendar(event, language), text.into_bytes());
        }
        let urls = self.assets.urls(language);
        let icon = urls.get("icon_192").map(|url| format!("{}{url}", site.base.origin));
        add(files::open_search(language), opensearch::opensearch(site, language, icon.as_deref()).into_bytes());
        add(files::llms(language), llms::llms(catalog, site, language).into_bytes());
        let short: String = crate::bahasa::excerpt(site.name.text(language), 16);
        add(
            files::manifest(language),
            manifest::manifest(site, language, short.trim_end_matches('…').trim(), &self.look(language)).into_bytes(),
        );
    }

    fn look(&self, language: Language) -> manifest::Look {
        let declared = &self.theme.config.manifest;
        let urls = self.assets.urls(language);
        let icon = |name: &String| {
            let href = urls.get(name)?.clone();
            let size = name.rsplit('_').next()?.parse().ok();
            Some(manifest::Icon { href, size, mime: "image/png".to_owned(), maskable: true })
        };
        let strings = self.theme.strings(language);
        let shortcut = |name: &String| {
            let (fixed, key) = match name.as_str() {
                "search" => (Fixed::Search, "nav.cari"),
                "inquiry" => (Fixed::Inquiry, "tas.judul"),
                "saved" => (Fixed::Saved, "nav.simpanan"),
                _ => return None,
            };
            Some((fixed, strings.get(key).to_owned()))
        };
        manifest::Look {
            background: declared.background_color.clone(),
            theme: declared.theme_color.clone(),
            display: declared.display.clone(),
            icons: declared.icons.iter().filter_map(icon).collect(),
            shortcuts: declared.shortcuts.iter().filter_map(shortcut).collect(),
        }
    }

    /// The longest of them all, and most changes leave it as it was: it is made only when it would say something else.
    fn sitemap(&self, outlet: &Outlet<'_>) -> Result<(), Fault> {
        let entries = self.sitemap_entries();
        let print = sitemap::print(self.site, &entries);
        if (outlet.stand)(&print) {
            return Ok(());
        }
        let files = sitemap::sitemap(self.site, &entries);
        files
            .iter()
            .try_for_each(|(path, text)| (outlet.put)(path.trim_start_matches('/'), Some(print), text.as_bytes()))
    }

    /// Every page once, with its twin in the other language.
    fn sitemap_entries(&self) -> Vec<sitemap::Entry> {
        let english = self.site.languages.contains(&Language::En);
        let own = self.plan.pages.iter().filter(|page| page.language == Language::Id);
        own.map(|page| {
            let common = self.common(&page.subject);
            let images = common.map(|common| self.images(common)).unwrap_or_default();
            sitemap::Entry {
                path_id: page.path.clone(),
                path_en: english.then(|| page.subject.path(self.catalog, Language::En)),
                lastmod: common.and_then(Common::freshness),
                images,
                noindex: is_hidden(&page.subject) || common.is_some_and(|common| common.status == Status::Archived),
            }
        })
        .collect()
    }

    fn common(&self, subject: &Subject) -> Option<&Common> {
        match *subject {
            Subject::Entry(kind, index) => crate::plan::common(self.catalog, kind, index),
            Subject::Seller(SellerId::Business(id), 1) => Some(&self.catalog.businesses.get(id).common),
            Subject::Seller(SellerId::Cooperative(id), 1) => Some(&self.catalog.cooperatives.get(id).common),
            Subject::Collection(id, 1) => Some(&self.catalog.collections.get(id).common),
            _ => None,
        }
    }

    /// Absolute addresses of an entry's pictures, largest JPEG each.
    fn images(&self, common: &Common) -> Vec<String> {
        let one = |photo: &crate::model::Photo| {
            let (files, _) =
                ["gallery", "cover", "card"].iter().find_map(|role| self.album.role(&photo.path, photo.focus, role))?;
            let largest = files.iter().filter(|file| file.format == Format::Jpeg).max_by_key(|file| file.width)?;
            Some(self.site.base.absolute(&format!("/i/{}", largest.name)))
        };
        common.photos.iter().filter_map(one).collect()
    }

    fn contact_cards(&self, add: &mut impl FnMut(String, Vec<u8>)) {
        let (catalog, site) = (self.catalog, self.site);
        for (id, entry) in catalog.businesses.iter() {
            if let Some(card) = vcard::business(catalog, site, id) {
                add(files::contact_card(Kind::Business, &entry.common.slug), card.into_bytes());
            }
        }
        for (id, entry) in catalog.cooperatives.iter() {
            if let Some(card) = vcard::cooperative(catalog, site, id) {
                add(files::contact_card(Kind::Cooperative, &entry.common.slug), card.into_bytes());
            }
        }
        if let Some(card) = vcard::office(site) {
            add(files::OFFICE_CARD.to_owned(), card.into_bytes());
        }
    }

    fn open_data(&self, add: &mut impl FnMut(String, Vec<u8>)) {
        let picture = |kind: Kind, index: usize| {
            let common = crate::plan::common(self.catalog, kind, index as u32)?;
            self.images(common).into_iter().next()
        };
        let tables = open_data::tables(self.catalog, self.site, self.today, &picture);
        for table in &tables {
            if let Ok(csv) = table.csv() {
                add(files::data(table.name(), "csv"), csv);
            }
            if let Ok(json) = table.json(self.site, self.today) {
                add(files::data(table.name(), "json"), json);
            }
        }
        add(files::DATA_PACKAGE.to_owned(), open_data::data_package(&tables, self.site, self.today).into_bytes());
    }

    fn channels(&self, add: &mut impl FnMut(String, Vec<u8>)) {
        let pictures = |id: Id<crate::model::Product>| self.images(&self.catalog.products.get(id).common);
        if self.site.channels.google
            && let Some(feed) = channels::google(self.catalog, self.site, self.today, &pictures)
        {
            add(files::GOOGLE_FEED.to_owned(), feed.into_bytes());
        }
        if self.site.channels.meta
            && let Ok(Some(table)) = channels::meta(self.catalog, self.site, self.today, &pictures)
        {
            add(files::META_CATALOGUE.to_owned(), table);
        }
    }

    fn for_hosts(&self, add: &mut impl FnMut(String, Vec<u8>)) {
        let site = self.site;
        let worker =
            self.theme.config.assets.values().find(|asset| asset.fill.is_some()).map(|asset| format!("/{}", asset.out));
        let layout = Layout {
            hashed: &["/aset/", "/i/", files::SEARCH_FOLDER],
            brief: &[files::SEARCH_START],
            worker: worker.as_deref(),
            editor: self.editor,
            compressed: site.compress,
        };
        let redirects = &self.plan.redirects;
        add("_headers".to_owned(), host::headers(site, &layout).into_bytes());
        add("_redirects".to_owned(), host::redirects(site, redirects).into_bytes());
        add(".htaccess".to_owned(), host::htaccess(site, redirects, &layout).into_bytes());
        if let Some(english) = host::htaccess_english(site) {
            add("en/.htaccess".to_owned(), english.into_bytes());
        }
        add("nginx.conf.contoh".to_owned(), host::nginx(site, redirects, &layout).into_bytes());
        add(".nojekyll".to_owned(), Vec::new());
        if let Some(name) = host::cname(site) {
            add("CNAME".to_owned(), name.into_bytes());
        }
        add(files::SECURITY.to_owned(), host::security(site, self.today).into_bytes());
        if let Some(list) = host::withdrawn(self.catalog, site) {
            add(files::WITHDRAWN.to_owned(), list.into_bytes());
        }
    }
}

/// Pages that no search engine should list.
fn is_hidden(subject: &Subject) -> bool {
    matches!(
        subject,
        Subject::Fixed(
            Fixed::Search | Fixed::Saved | Fixed::Inquiry | Fixed::Offline | Fixed::NotFound | Fixed::Report
        ) | Subject::PrintCard(_)
            | Subject::PriceTags(_)
            | Subject::Withdrawn(_)
    )
}
