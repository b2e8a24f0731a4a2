//! Everything that only machines read, gathered for the pipeline.

use crate::album::Album;
use crate::config::Site;
use crate::make::asset::Assets;
use crate::model::{Catalog, Date};
use crate::plan::Plan;
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
    /// The day of the build.
    pub today: Date,
}

impl Machine<'_> {
    /// Paths (without a slash in front) and bytes.
    pub fn outputs(&self) -> Vec<(String, Vec<u8>)> {
        vec![(".nojekyll".to_owned(), Vec::new())]
    }
}
