//! Kecamatan and kelurahan (`data/wilayah.yaml`).

use serde::{Deserialize, Serialize};

use super::Point;

/// A kecamatan.
#[derive(Debug, Clone, PartialEq)]
pub struct District {
    /// Last part of its address.
    pub slug: String,
    /// Name as shown.
    pub name: String,
    /// Its middle, roughly.
    pub centre: Option<Point>,
    /// Its kelurahan.
    pub villages: Vec<Village>,
}

/// A kelurahan.
#[derive(Debug, Clone, PartialEq)]
pub struct Village {
    /// Last part of its address, below its kecamatan.
    pub slug: String,
    /// Name as shown.
    pub name: String,
    /// Postcode, five digits; empty if unknown.
    pub postcode: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Its middle, roughly.
    pub centre: Option<Point>,
}

/// The tree of places of the city. A place is a pair of positions in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Places {
    /// The kecamatan, in the order of the file.
    pub districts: Vec<District>,
}

/// A kelurahan of a kecamatan, as positions in [`Places`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceId {
    /// Position of the kecamatan.
    pub district: u16,
    /// Position of the kelurahan in it.
    pub village: u16,
}

impl Places {
    /// The kecamatan with this name or slug, in any spelling of case and spaces.
    pub fn find_district(&self, name: &str) -> Option<u16> {
        let wanted = fold(name);
        let at =
            self.districts.iter().position(|district| fold(&district.name) == wanted || fold(&district.slug) == wanted);
        at.map(|at| at as u16)
    }

    /// The kelurahan of that kecamatan with this name, slug or alias.
    pub fn find_village(&self, district: u16, name: &str) -> Option<PlaceId> {
        let wanted = fold(name);
        let villages = &self.districts.get(district as usize)?.villages;
        let same = |village: &Village| {
            fold(&village.name) == wanted
                || fold(&village.slug) == wanted
                || village.aliases.iter().any(|alias| fold(alias) == wanted)
        };
        let at = villages.iter().position(same)?;
        Some(PlaceId { district, village: at as u16 })
    }

    /// The kecamatan of a place.
    pub fn district(&self, place: PlaceId) -> Option<&District> {
        self.districts.get(place.district as usize)
    }

    /// The kelurahan of a place.
    pub fn village(&self, place: PlaceId) -> Option<&Village> {
        self.district(place)?.villages.get(place.village as usize)
    }
}

/// Names are the same whatever their case, spaces and hyphens, and with or without the word before them.
fn fold(name: &str) -> String {
    let lower = name.to_lowercase();
    let bare = lower.trim().trim_start_matches("kecamatan ").trim_start_matches("kelurahan ");
    bare.chars().filter(|letter| letter.is_alphanumeric()).collect()
}
