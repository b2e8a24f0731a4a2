//! The photos of all entries, looked at: size, place, sharpness, light, and a fingerprint by which the same motif is known
//! again.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::disk::Disk;
use crate::model::{Catalog, Common, Kind, Seller, SellerId};
use crate::picture::assess::Assessment;
use crate::picture::{Limits, Recipe, Refusal, inspect, render};

/// A photo of an entry.
#[derive(Debug, Clone)]
pub struct Look {
    /// Path below the root.
    pub path: Arc<str>,
    /// Name of the entry.
    pub name: String,
    /// File of the entry.
    pub file: Arc<str>,
    /// Who shows it: the maker, or the entry itself.
    pub owner: Option<SellerId>,
    /// A product's or a maker's: there small photos hurt.
    pub shown_large: bool,
    /// Has it a text for people who do not see it?
    pub described: bool,
    /// What was seen, or why nothing was.
    pub seen: Result<Seen, Refusal>,
}

/// What was seen in a photo.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// The file tells where it was taken.
    pub has_location: bool,
    /// First impressions.
    pub assessment: Assessment,
    /// Perceptual hash.
    pub phash: u64,
}

/// All entries of a catalogue, by kind.
pub fn commons(catalog: &Catalog) -> Vec<(Kind, &Common, Option<SellerId>)> {
    let mut found: Vec<(Kind, &Common, Option<SellerId>)> = Vec::new();
    found.extend(catalog.businesses.iter().map(|(id, row)| (Kind::Business, &row.common, Some(Seller::Business(id)))));
    found.extend(
        catalog.cooperatives.iter().map(|(id, row)| (Kind::Cooperative, &row.common, Some(Seller::Cooperative(id)))),
    );
    found.extend(catalog.products.iter().map(|(_, row)| (Kind::Product, &row.common, Some(row.links.seller))));
    found.extend(catalog.innovations.rows().iter().map(|row| (Kind::Innovation, &row.common, None)));
    found.extend(catalog.programmes.rows().iter().map(|row| (Kind::Programme, &row.common, None)));
    found.extend(catalog.facilities.rows().iter().map(|row| (Kind::Facility, &row.common, None)));
    found.extend(catalog.groups.rows().iter().map(|row| (Kind::WorkingGroup, &row.common, None)));
    found.extend(catalog.partners.rows().iter().map(|row| (Kind::Partner, &row.common, None)));
    found.extend(catalog.mentors.rows().iter().map(|row| (Kind::Mentor, &row.common, None)));
    found.extend(catalog.fundings.rows().iter().map(|row| (Kind::Funding, &row.common, None)));
    found.extend(catalog.events.rows().iter().map(|row| (Kind::Event, &row.common, None)));
    found.extend(catalog.news.rows().iter().map(|row| (Kind::News, &row.common, None)));
    found.extend(catalog.stories.rows().iter().map(|row| (Kind::Story, &row.common, None)));
    found.extend(catalog.collections.rows().iter().map(|row| (Kind::Collection, &row.common, None)));
    found.extend(catalog.impacts.rows().iter().map(|row| (Kind::Impact, &row.common, None)));
    found.extend(catalog.pages.rows().iter().map(|row| (Kind::Page, &row.common, None)));
    found
}

/// Looks at every photo of every entry; a file that several entries use is decoded once.
pub fn look(disk: &dyn Disk, catalog: &Catalog) -> Vec<Look> {
    let commons = commons(catalog);
    let mut paths: Vec<Arc<str>> =
        commons.iter().flat_map(|(_, common, _)| &common.photos).map(|photo| photo.path.clone()).collect();
    paths.sort();
    paths.dedup();
    let seen: Vec<Result<Seen, Refusal>> = paths.par_iter().map(|path| see(disk, path)).collect();
    let seen: BTreeMap<Arc<str>, Result<Seen, Refusal>> = paths.into_iter().zip(seen).collect();
    let mut looks = Vec::new();
    for (kind, common, owner) in commons {
        for photo in &common.photos {
            let Some(seen) = seen.get(&photo.path).cloned() else { continue };
            looks.push(Look {
                path: photo.path.clone(),
                name: common.name.id.clone(),
                file: common.file.clone(),
                owner,
                shown_large: matches!(kind, Kind::Business | Kind::Cooperative | Kind::Product),
                described: photo.alt.is_some(),
                seen,
            });
        }
    }
    looks
}

/// Nothing is kept of what is made here; first impressions are taken from a middle-sized version.
fn see(disk: &dyn Disk, path: &str) -> Result<Seen, Refusal> {
    let bytes = disk.read(path).unwrap_or_default();
    let limits = Limits::default();
    let facts = inspect(&bytes, &limits)?;
    let rendered = render(&bytes, &[Recipe { widths: vec![640], ..Recipe::default() }], &limits)?;
    Ok(Seen {
        width: facts.width,
        height: facts.height,
        has_location: facts.has_location,
        assessment: rendered.assessment,
        phash: rendered.phash,
    })
}
