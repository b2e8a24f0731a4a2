//! `report`: a page for the staff about what the entries lack, what runs out and which photos want a better one. It holds
//! internal matters and is never published: it is written to `laporan/`, beside the content.

mod clinic;
mod gather;
mod html;
mod markdown;
pub mod photos;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::diagnostic::Problems;
use crate::disk::{Disk, Folder};
use crate::model::{Catalog, Date};

/// Days ahead in which something counts as running out.
pub const SOON_DAYS: i32 = 60;

/// What ages are measured by.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The day of the report.
    pub today: Date,
    /// Months after which a price is called old.
    pub price_months: u32,
    /// Months after which an entry should be checked again.
    pub check_months: u32,
    /// Is English one of the site's languages?
    pub english: bool,
}

/// An entry as the report names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct EntryRef {
    /// Name.
    pub name: String,
    /// File below the root.
    pub file: String,
}

/// An entry with a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scored {
    /// Which.
    pub entry: EntryRef,
    /// Maker of a product, kecamatan of a maker.
    pub belongs_to: String,
    /// 0 to 100.
    pub score: u8,
    /// What it lacks, in words.
    pub missing: Vec<String>,
    /// Errors and warnings of its file.
    pub problems: usize,
}

/// A maker and its products.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Maker {
    /// The maker itself.
    pub own: Scored,
    /// Number of products.
    pub products: usize,
    /// Mean score of its products; none without products.
    pub products_score: Option<u8>,
}

/// A kecamatan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct District {
    /// Name.
    pub name: String,
    /// UMKM and cooperatives.
    pub makers: usize,
    /// Products.
    pub products: usize,
    /// Mean score of its products.
    pub score: Option<u8>,
    /// Kelurahan with at least one maker.
    pub villages_covered: usize,
    /// Kelurahan without any.
    pub villages_empty: Vec<String>,
}

/// Something that ends on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Ending {
    /// Last day, as `YYYY-MM-DD`; empty when the file does not say.
    pub day: String,
    /// Days left; negative when it is over.
    pub days: i32,
    /// What ends.
    pub what: String,
    /// Whose.
    pub entry: EntryRef,
}

/// A price that aged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OldPrice {
    /// Product.
    pub entry: EntryRef,
    /// Maker.
    pub maker: String,
    /// Price as shown.
    pub price: String,
    /// Month it was told, `YYYY-MM`; none if nobody wrote it down.
    pub month: Option<String>,
    /// Months since.
    pub months: Option<i32>,
}

/// An entry and a remark about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// Which.
    pub entry: EntryRef,
    /// What about it.
    pub text: String,
}

/// A link to another site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct External {
    /// Host it leads to.
    pub host: String,
    /// Address.
    pub url: String,
    /// Entries that use it.
    pub entries: Vec<EntryRef>,
}

/// Remarks about photos under one heading, with advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clinic {
    /// What is wrong.
    pub title: String,
    /// How to do better.
    pub advice: String,
    /// Photos and the entries that use them.
    pub photos: Vec<PhotoRemark>,
}

/// A photo and what was seen in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoRemark {
    /// Path below the root; empty when an entry has no photo.
    pub path: String,
    /// Whose.
    pub entry: EntryRef,
    /// What was seen.
    pub text: String,
}

/// How often a code was reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodeCount {
    /// Code.
    pub code: String,
    /// `galat`, `peringatan` or `saran`.
    pub level: String,
    /// Title of the code.
    pub title: String,
    /// How often.
    pub count: usize,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Day, `YYYY-MM-DD`.
    pub day: String,
    /// UMKM.
    pub businesses: usize,
    /// Cooperatives.
    pub cooperatives: usize,
    /// Mean score of all products.
    pub products_score: Option<u8>,
    /// Mean score of all UMKM.
    pub businesses_score: Option<u8>,
    /// By kecamatan, in the order of the table of places.
    pub districts: Vec<District>,
    /// UMKM and cooperatives, lowest score first.
    pub makers: Vec<Maker>,
    /// Products, lowest score first.
    pub products: Vec<Scored>,
    /// What has run out or does soon, first what comes first.
    pub endings: Vec<Ending>,
    /// Old prices, oldest first; without a month first of all.
    pub old_prices: Vec<OldPrice>,
    /// Entries not checked for a long time.
    pub unchecked: Vec<Remark>,
    /// Entries without English text, and what lacks.
    pub untranslated: Vec<Remark>,
    /// What may stand there twice.
    pub twins: Vec<Remark>,
    /// Photo clinic.
    pub clinic: Vec<Clinic>,
    /// Links to other sites, by host.
    pub links: Vec<External>,
    /// Codes, most frequent first.
    pub codes: Vec<CodeCount>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A page for a browser.
    #[default]
    Html,
    /// For programs.
    Json,
    /// For an e-mail or an issue.
    Markdown,
}

impl Format {
    /// `html`, `json` or `md`.
    pub fn parse(word: &str) -> Option<Format> {
        match word {
            "html" => Some(Format::Html),
            "json" => Some(Format::Json),
            "md" => Some(Format::Markdown),
            _ => None,
        }
    }

    /// The file it is written to, below the root.
    pub fn path(self) -> &'static str {
        match self {
            Format::Html => "laporan/index.html",
            Format::Json => "laporan/laporan.json",
            Format::Markdown => "laporan/laporan.md",
        }
    }
}

/// Looks at everything. Photos are read and decoded once each.
pub fn make(disk: &dyn Disk, catalog: &Catalog, problems: Problems, settings: Settings) -> Report {
    let looks = photos::look(disk, catalog);
    gather::gather(catalog, problems, &looks, settings)
}

/// Makes the report and writes it below `root`; the answer is its path.
///
/// # Errors
/// A sentence with the path when it cannot be written.
pub fn run(
    root: &Path,
    catalog: &Catalog,
    problems: Problems,
    settings: Settings,
    format: Format,
) -> Result<PathBuf, String> {
    let report = make(&Folder::new(root), catalog, problems, settings);
    let path = root.join(format.path());
    super::sheet::review::save(&path, report.text(format).as_bytes())?;
    Ok(path)
}

impl Report {
    /// The report as text of this form.
    pub fn text(&self, format: Format) -> String {
        match format {
            Format::Html => html::page(self),
            Format::Markdown => markdown::page(self),
            Format::Json => serde_json::to_string_pretty(self).unwrap_or_default() + "\n",
        }
    }
}
