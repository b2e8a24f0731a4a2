//! Share cards of all entries that have a photo: which words stand on each. The drawing is in [`super::share`].

use rayon::prelude::*;

use crate::album::Album;
use crate::bahasa::Language;
use crate::cache::{Cache, Key};
use crate::config::Site;
use crate::disk::{Disk, Fault};
use crate::make::share::{CARD_VERSION, Fonts, ShareCard, card};
use crate::make::{Put, Stands};
use crate::model::{Catalog, Common, Kind, SellerId};
use crate::plan::{Plan, Subject, share};
use crate::theme::Theme;

/// What share cards are made of.
pub struct Cards<'a> {
    /// Sources of the photos.
    pub disk: &'a dyn Disk,
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// Settings.
    pub site: &'a Site,
    /// Theme: fonts and strings.
    pub theme: &'a Theme,
    /// Pages.
    pub plan: &'a Plan,
    /// Main colours.
    pub album: &'a Album,
    /// Made things.
    pub cache: &'a Cache,
}

struct Words {
    title: String,
    price: Option<String>,
    maker: Option<String>,
    kicker: String,
}

impl Cards<'_> {
    /// Makes every card and hands it to `put` (path without a slash in front, fingerprint, bytes). `stands` says whether
    /// a card with this fingerprint is there already.
    ///
    /// # Errors
    /// A [`Fault`] when a photo cannot be read or a card not be written.
    pub fn make(&self, stands: &Stands<'_>, put: &Put<'_>) -> Result<(), Fault> {
        let font = |name: &str| {
            self.theme.files.get(&format!("assets/font/{name}.ttf")).map(Vec::as_slice).unwrap_or_default()
        };
        let Some(fonts) = Fonts::new(font("judul"), font("teks")) else { return Ok(()) };
        self.plan.pages.par_iter().try_for_each(|page| {
            let Some(path) = share::path(self.catalog, &page.subject, page.language) else { return Ok(()) };
            let path = path.trim_start_matches('/');
            let Some((kind, common)) = self.entry(&page.subject) else { return Ok(()) };
            let Some(photo) = common.photos.first() else { return Ok(()) };
            let words = self.words(&page.subject, kind, common, page.language);
            let site_name = self.site.name.text(page.language);
            let seen = self.album.hash_of(&photo.path, photo.focus).unwrap_or_default();
            let texts = format!(
                "{CARD_VERSION}\n{}\n{:?}\n{:?}\n{}\n{site_name}\n{:?}",
                words.title, words.price, words.maker, words.kicker, photo.focus
            );
            let key = Key::of(&[b"card", texts.as_bytes(), &seen]);
            let fingerprint = key.bytes();
            if stands(path, &fingerprint) {
                return Ok(());
            }
            if let Some(bytes) = self.cache.get(&key) {
                return put(path, fingerprint, &bytes);
            }
            let source = self.disk.read(&photo.path)?;
            let mut wish = ShareCard {
                photo: Some(&source),
                focus: photo.focus,
                title: &words.title,
                price: words.price.as_deref(),
                maker: words.maker.as_deref(),
                kicker: &words.kicker,
                site_name,
                tone: self.album.colour(&photo.path, photo.focus),
            };
            let made = card(&wish, &fonts).or_else(|_| {
                wish.photo = None;
                card(&wish, &fonts)
            });
            match made {
                Ok(bytes) => {
                    self.cache.put(&key, &bytes);
                    put(path, fingerprint, &bytes)
                }
                Err(_) => Ok(()),
            }
        })
    }

    fn entry(&self, subject: &Subject) -> Option<(Kind, &Common)> {
        match *subject {
            Subject::Entry(kind, index) => Some((kind, crate::plan::common(self.catalog, kind, index)?)),
            Subject::Seller(SellerId::Business(id), _) => {
                Some((Kind::Business, &self.catalog.businesses.get(id).common))
            }
            Subject::Seller(SellerId::Cooperative(id), _) => {
                Some((Kind::Cooperative, &self.catalog.cooperatives.get(id).common))
            }
            _ => None,
        }
    }

    fn words(&self, subject: &Subject, kind: Kind, common: &Common, language: Language) -> Words {
        let strings = self.theme.strings(language);
        let place = |seller: SellerId| {
            let place = self.catalog.place_of_seller(seller)?;
            Some(self.catalog.places.district(place)?.name.clone())
        };
        let mut words = Words {
            title: common.name.text(language).to_owned(),
            price: None,
            maker: None,
            kicker: strings.get(&format!("nav.{}", kind.folder())).to_owned(),
        };
        match *subject {
            Subject::Entry(Kind::Product, index) => {
                if let Some(product) = self.catalog.products.at(index as usize) {
                    let seller = product.links.seller;
                    let name = match seller {
                        SellerId::Business(id) => self.catalog.businesses.get(id).common.name.text(language),
                        SellerId::Cooperative(id) => self.catalog.cooperatives.get(id).common.name.text(language),
                    };
                    words.maker =
                        Some(place(seller).map_or_else(|| name.to_owned(), |place| format!("{name} · {place}")));
                    words.price = product.facts.price.lowest().map(|_| product.facts.price.display(language));
                    words.kicker = self.catalog.categories.get(product.facts.category).name.text(language).to_owned();
                }
            }
            Subject::Seller(seller, _) => words.maker = place(seller),
            Subject::Entry(Kind::Event, index) => {
                let start = self.catalog.events.at(index as usize).map(|event| event.facts.start);
                words.maker = start.map(|start| start.display(language));
            }
            _ => {}
        }
        words
    }
}
