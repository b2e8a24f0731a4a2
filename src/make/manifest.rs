//! `manifest.webmanifest`: the site on a phone's home screen.

use serde_json::{Value, json};

use crate::bahasa::Language;
use crate::config::Site;
use crate::plan::{Fixed, address};

/// A picture for the home screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Icon {
    /// Ready address (with base path).
    pub href: String,
    /// Pixels a side; none for a drawing of any size.
    pub size: Option<u32>,
    /// `image/png`, `image/svg+xml`.
    pub mime: String,
    /// May be cut to any shape.
    pub maskable: bool,
}

/// What the theme says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Colour behind the first picture, `#rrggbb`.
    pub background: String,
    /// Colour of the browser's frame.
    pub theme: String,
    /// `standalone`, `minimal-ui`, `browser`.
    pub display: String,
    /// Icons.
    pub icons: Vec<Icon>,
    /// Pages reached by a long press: search, inquiry, saved.
    pub shortcuts: Vec<(Fixed, String)>,
}

/// The manifest in a language. `short` is the name below the icon.
pub fn manifest(site: &Site, language: Language, short: &str, look: &Look) -> String {
    let home = site.base.href(address::root(language));
    let shortcut =
        |(fixed, name): &(Fixed, String)| json!({ "name": name, "url": site.base.href(&fixed.path(language)) });
    let whole = json!({
        "id": home,
        "name": site.name.text(language),
        "short_name": short,
        "description": site.tagline.text(language),
        "lang": language.code(),
        "dir": "ltr",
        "start_url": home,
        "scope": site.base.href("/"),
        "display": look.display,
        "background_color": look.background,
        "theme_color": look.theme,
        "categories": ["shopping", "government"],
        "icons": look.icons.iter().flat_map(icons).collect::<Vec<_>>(),
        "shortcuts": look.shortcuts.iter().map(shortcut).collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

/// One row for plain use, one more where it may be cut: both in one row make launchers shrink it.
fn icons(icon: &Icon) -> Vec<Value> {
    let sizes = icon.size.map_or_else(|| "any".to_owned(), |size| format!("{size}x{size}"));
    let row = |purpose: &str| json!({ "src": icon.href, "sizes": sizes, "type": icon.mime, "purpose": purpose });
    if icon.maskable { vec![row("any"), row("maskable")] } else { vec![row("any")] }
}
