//! The browser editor in `admin/`: published beside the site, under a policy of its own.
//!
//! The editor is not part of this program. It runs scripts that somebody chose, paints with inline styles, and talks to
//! the service that keeps the repository; none of that is allowed on any page of the site.

use std::sync::Arc;

use crate::diagnostic::Problems;
use crate::disk::{Disk, Fault};
use crate::parse::{self, Pair, Value};

/// Folder of the editor, in the sources and in the site.
pub const FOLDER: &str = "admin";
/// Its page, without which there is no editor.
const PAGE: &str = "admin/index.html";
/// Its settings, which name the service.
const SETTINGS: &str = "admin/config.yml";
/// Files that are for those who set it up, not for those who use it.
const UNPUBLISHED: [&str; 2] = [".md", ".map"];

/// The editor of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// Its files, to be published where they are.
    pub files: Vec<Arc<str>>,
    /// What its pages may load and reach.
    pub policy: String,
}

/// Looks for an editor.
///
/// # Errors
/// When the folder cannot be read.
pub fn find(disk: &dyn Disk) -> Result<Option<Editor>, Fault> {
    let items = disk.list(FOLDER)?;
    let published = |path: &str| !UNPUBLISHED.iter().any(|ending| path.ends_with(ending));
    let files: Vec<Arc<str>> =
        items.into_iter().filter(|item| !item.strays && published(&item.path)).map(|item| item.path).collect();
    let has = |path: &str| files.iter().any(|file| **file == *path);
    if !has(PAGE) {
        return Ok(None);
    }
    let services = if has(SETTINGS) { services(&disk.read(SETTINGS)?) } else { Vec::new() };
    let policy = policy(&files, &services);
    Ok(Some(Editor { files, policy }))
}

/// The origins that the editor's service answers at, as far as the settings name them.
fn services(settings: &[u8]) -> Vec<String> {
    // The forms of all kinds are longer than an entry may be. Whatever is wrong with the settings, the editor says itself.
    let part = backend_of(&String::from_utf8_lossy(settings));
    let document = parse::parse(&SETTINGS.into(), part.as_bytes(), &mut Problems::new());
    let Some(Value::Map(backend)) =
        document.fields.iter().find(|pair| pair.key == "backend").map(|pair| &pair.node.value)
    else {
        return Vec::new();
    };
    let mut found: Vec<String> = match text(backend, "name") {
        Some("github") => {
            vec!["https://api.github.com".to_owned(), "https://www.githubstatus.com".to_owned()]
        }
        Some("gitlab") => vec!["https://gitlab.com".to_owned(), "https://status-api.hostedstatus.com".to_owned()],
        _ => Vec::new(),
    };
    let own = ["base_url", "api_root", "graphql_api_root"].into_iter().filter_map(|name| text(backend, name));
    found.extend(own.filter_map(origin));
    found.dedup();
    found
}

/// The lines about the service: from the field's name to the next name that is not indented.
fn backend_of(settings: &str) -> String {
    let is_name = |line: &str| !line.starts_with([' ', '\t', '#']) && !line.trim().is_empty();
    let lines = settings.lines().skip_while(|line| !line.starts_with("backend:"));
    let inner = lines.clone().skip(1).take_while(|line| !is_name(line));
    lines.take(1).chain(inner).flat_map(|line| [line, "\n"]).collect()
}

fn text<'a>(pairs: &'a [Pair], name: &str) -> Option<&'a str> {
    match &pairs.iter().find(|pair| pair.key == name)?.node.value {
        Value::Scalar { text, .. } => Some(text.trim()),
        _ => None,
    }
}

/// Scheme and host of an address. Nothing else may get into a policy.
fn origin(address: &str) -> Option<String> {
    let host = address.strip_prefix("https://")?.split(['/', '?', '#']).next()?;
    let sound = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'));
    sound.then(|| format!("https://{host}"))
}

/// What each of the known editors cannot do without, found by running them: both paint with inline styles and show
/// photos from memory; Decap CMS compiles the check of its settings; Sveltia CMS fetches the font of its icons, and gives
/// its preview a base address.
fn policy(files: &[Arc<str>], services: &[String]) -> String {
    let script = |names: &[&str]| {
        files.iter().filter(|file| file.ends_with(".js")).any(|file| names.iter().any(|name| file.contains(name)))
    };
    let (decap, sveltia) = (script(&["decap", "netlify-cms"]), script(&["sveltia"]));
    // An editor under a name of its own may be either.
    let (decap, sveltia) = (decap || !sveltia, sveltia || !decap);
    let eval = if decap { " 'unsafe-eval'" } else { "" };
    let fonts = if sveltia { " https://cdn.jsdelivr.net" } else { "" };
    let services: String = services.iter().map(|origin| format!(" {origin}")).collect();
    format!(
        "default-src 'self'; script-src 'self'{eval}; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data: blob: https:; font-src 'self' data:{fonts}; media-src 'self' blob:; \
         connect-src 'self' data: blob:{services}; worker-src 'self' blob:; frame-src 'self' blob:; \
         object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::Memory;

    fn editor(settings: &str, scripts: &[&str]) -> Option<Editor> {
        let mut disk = Memory::new();
        disk.put(SETTINGS, settings);
        scripts.iter().for_each(|script| disk.put(script, "x"));
        find(&disk).unwrap()
    }

    #[test]
    fn there_is_an_editor_where_its_page_is() {
        let github = "backend:\n  name: github\n  repo: dinas/situs\n";
        assert_eq!(editor(github, &["admin/sveltia-cms.js"]), None);
        let files = ["admin/index.html", "admin/sveltia-cms.js", "admin/BACA.md", "admin/sveltia-cms.js.map"];
        let found = editor(github, &files).unwrap();
        let published: Vec<&str> = found.files.iter().map(|file| &**file).collect();
        assert_eq!(published, ["admin/config.yml", "admin/index.html", "admin/sveltia-cms.js"]);
        assert!(found.policy.contains("connect-src 'self' data: blob: https://api.github.com "), "{}", found.policy);
        assert!(!found.policy.contains("unsafe-eval") && found.policy.contains("script-src 'self';"));
    }

    #[test]
    fn the_settings_that_are_written_are_read() {
        let words = crate::commands::schema::Vocabulary::default();
        let wish = crate::commands::cms::Wish { service: "gitlab".to_owned(), ..Default::default() };
        let settings = crate::commands::cms::config(&wish, &words);
        let found = editor(&settings, &["admin/index.html", "admin/sveltia-cms.js"]).unwrap();
        assert!(found.policy.contains(" https://gitlab.com "), "{}", found.policy);
    }

    #[test]
    fn each_editor_gets_what_it_cannot_do_without() {
        let gitlab = "backend: {name: gitlab, base_url: \"https://git.kota.example/x; script-src *\", api_root: \"https://a b\"}\n";
        let decap = editor(gitlab, &["admin/index.html", "admin/decap-cms.js"]).unwrap().policy;
        assert!(decap.contains("script-src 'self' 'unsafe-eval';") && !decap.contains("jsdelivr"), "{decap}");
        assert!(decap.contains(" https://git.kota.example;") && !decap.contains("script-src *"), "{decap}");
        let other = editor("backend: {name: gitea}\n", &["admin/index.html", "admin/cms.js"]).unwrap().policy;
        assert!(other.contains("'unsafe-eval'") && other.contains("jsdelivr"), "{other}");
        assert!(other.contains("connect-src 'self' data: blob:;"), "{other}");
    }
}
