//! What a validator may know besides the one file it judges: the day, the site's settings, the tables of places,
//! categories and units, and which other files exist.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Finding, Place, Problems, Span};
use crate::disk::Item;
use crate::model::{Category, Consent, Date, Places, Table, Unit};

/// Ages after which data counts as old, and other settings that rules depend on.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    /// The day of the build.
    pub today: Date,
    /// Months after which a price is called old.
    pub price_months: u32,
    /// Months after which an entry should be checked again.
    pub check_months: u32,
    /// Days after which a funding scheme should be checked again.
    pub funding_days: u32,
    /// WhatsApp numbers of other countries are welcome.
    pub foreign_numbers: bool,
    /// The city's own code in P-IRT numbers.
    pub pirt_area: String,
    /// Is English one of the site's languages?
    pub english: bool,
}

/// The tables of `content/data/`.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// Kecamatan and kelurahan.
    pub places: Places,
    /// Categories.
    pub categories: Table<Category>,
    /// Units of sale.
    pub units: Table<Unit>,
}

/// Everything a validator of one entry sees.
pub struct Context<'a> {
    /// The entry's file.
    pub file: Arc<str>,
    /// The folder its photos stand in.
    pub folder: Arc<str>,
    /// Settings.
    pub rules: &'a Rules,
    /// Tables.
    pub tables: &'a Tables,
    /// Files that are not entries, by path.
    pub assets: &'a BTreeMap<Arc<str>, Item>,
    /// Drafts need not be complete.
    pub draft: bool,
    consent: RefCell<Option<Consent>>,
    problems: RefCell<Problems>,
}

impl<'a> Context<'a> {
    /// For the entry in `file`.
    pub fn new(
        file: Arc<str>,
        folder: Arc<str>,
        rules: &'a Rules,
        tables: &'a Tables,
        assets: &'a BTreeMap<Arc<str>, Item>,
    ) -> Context<'a> {
        Context {
            file,
            folder,
            rules,
            tables,
            assets,
            draft: false,
            consent: RefCell::new(None),
            problems: RefCell::new(Problems::new()),
        }
    }

    /// Adds a problem at a place of the file.
    pub fn report(&self, span: Span, finding: Finding) {
        self.problems.borrow_mut().add(Place { file: self.file.clone(), span }, finding);
    }

    /// Adds a problem in another file of the same entry.
    pub fn report_in(&self, file: &Arc<str>, span: Span, finding: Finding) {
        self.problems.borrow_mut().add(Place { file: file.clone(), span }, finding);
    }

    /// From here on, fields that need consent are judged by this one.
    pub fn set_consent(&self, consent: Consent) {
        *self.consent.borrow_mut() = Some(consent);
    }

    /// The consent, if the kind of entry has one and it was read.
    pub fn consent(&self) -> Option<Consent> {
        self.consent.borrow().clone()
    }

    /// All problems found.
    pub fn into_problems(self) -> Problems {
        self.problems.into_inner()
    }
}
