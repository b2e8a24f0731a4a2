//! `robots.txt`: everything may be read. A sample site too, since only who reads its pages sees their `noindex`.

use crate::config::Site;
use crate::plan::files;

/// The file. Its rules hold for a whole host, so below a path it is a note to people only; it forbids nothing.
pub fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.base.absolute(files::SITEMAP))
}
