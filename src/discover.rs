//! Disk to [`Sources`]: which files are entries, which are their photos, which belong to the theme. Nothing is skipped
//! in silence: a file that is none of these is a warning.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bahasa::Language;
use crate::diagnostic::{Code, Finding, Level, Problems};
use crate::disk::{Disk, Fault, Item};
use crate::model::{Kind, private, slug, slugify};

/// One entry: its file, and the file with its English text if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntrySource {
    /// What it is about.
    pub kind: Kind,
    /// Last part of its address.
    pub slug: Arc<str>,
    /// Its file.
    pub file: Arc<str>,
    /// `<slug>.en.md` or `index.en.md`.
    pub english: Option<Arc<str>>,
    /// The folder its photos stand in.
    pub folder: Arc<str>,
}

/// Everything a site is made of, by path.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Entries, by kind and then slug.
    pub entries: Vec<EntrySource>,
    /// Other files of the content (pictures, documents) by path.
    pub assets: BTreeMap<Arc<str>, Item>,
    /// `content/data/*.yaml` by name without ending.
    pub data: BTreeMap<String, Arc<str>>,
    /// `content/situs.yaml`, if it is there.
    pub site: Option<Arc<str>>,
    /// Size and stamp of every entry file, for caches.
    pub stamps: BTreeMap<Arc<str>, u64>,
}

const ASSET_ENDINGS: [&str; 12] =
    ["jpg", "jpeg", "png", "webp", "gif", "avif", "heic", "heif", "tif", "tiff", "pdf", "svg"];

/// Lists the content folder.
pub fn discover(disk: &dyn Disk, problems: &mut Problems) -> Result<Sources, Fault> {
    let mut sources = Sources::default();
    let mut english: BTreeMap<(Kind, Arc<str>), Arc<str>> = BTreeMap::new();
    for item in disk.list("content")? {
        if item.strays {
            problems.add_to_file(&item.path, Finding::new(Code::BerkasTautan).with("berkas", &item.path));
            continue;
        }
        report_private_name(&item.path, problems);
        sources.stamps.insert(item.path.clone(), item.stamp);
        let below = item.path.strip_prefix("content/").unwrap_or(&item.path).to_owned();
        sort_in(&mut sources, &mut english, &below, item, problems);
    }
    sources.entries.sort_by(|a, b| (a.kind, &a.slug, &a.file).cmp(&(b.kind, &b.slug, &b.file)));
    for entry in &mut sources.entries {
        entry.english = english.remove(&(entry.kind, entry.slug.clone()));
    }
    for file in english.into_values() {
        problems.add_to_file(&file, Finding::new(Code::BerkasAsing).with("berkas", &*file));
    }
    report_twins(&sources.entries, problems);
    if sources.entries.len() > crate::limits::ENTRIES_MAX {
        let finding = Finding::new(Code::BerkasBatas)
            .with("apa", "jumlah entri")
            .with("n", sources.entries.len())
            .with("maks", crate::limits::ENTRIES_MAX);
        problems.add_to_file("content", finding);
    }
    Ok(sources)
}

/// Numbers of people in the name of a file: git keeps names for ever, too.
fn report_private_name(path: &str, problems: &mut Problems) {
    if path.bytes().filter(u8::is_ascii_digit).count() < 10 {
        return;
    }
    for (_, finding) in private::scan_private(path) {
        // Phones name their pictures by day and time, which may look like a telephone number.
        if finding.code.level() == Level::Error {
            problems.add_to_file(path, finding.with("kolom", "nama berkas"));
        }
    }
}

fn sort_in(
    sources: &mut Sources,
    english: &mut BTreeMap<(Kind, Arc<str>), Arc<str>>,
    below: &str,
    item: Item,
    problems: &mut Problems,
) {
    let parts: Vec<&str> = below.split('/').collect();
    let name = parts.last().copied().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if below == "situs.yaml" {
        sources.site = Some(item.path);
        return;
    }
    if let ["data", file] = parts.as_slice()
        && let Some(table) = file.strip_suffix(".yaml")
    {
        sources.data.insert(table.to_owned(), item.path);
        return;
    }
    let is_entry = matches!(ending.as_str(), "yaml" | "yml" | "md");
    if let (true, Some(kind)) = (is_entry, parts.first().and_then(|folder| Kind::from_folder(folder)))
        && let Some(found) = entry_name(&parts)
    {
        let slug = checked_slug(found.slug, kind, &item.path, problems);
        let file = item.path;
        if found.english {
            english.insert((kind, slug), file);
        } else {
            let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder).into();
            sources.entries.push(EntrySource { kind, slug, file, english: None, folder });
        }
        return;
    }
    if ASSET_ENDINGS.contains(&ending.as_str()) || parts.first() == Some(&"foto") {
        sources.assets.insert(item.path.clone(), item);
    } else {
        problems.add_to_file(&item.path, Finding::new(Code::BerkasAsing).with("berkas", below));
    }
}

struct EntryName<'a> {
    slug: &'a str,
    english: bool,
}

/// `produk/<slug>.md`, `produk/<slug>/index.md`, and their English halves.
fn entry_name<'a>(parts: &[&'a str]) -> Option<EntryName<'a>> {
    match parts {
        [_, file] => {
            let stem = file.rsplit_once('.').map_or(*file, |(stem, _)| stem);
            match stem.strip_suffix(".en") {
                Some(slug) => Some(EntryName { slug, english: true }),
                None => Some(EntryName { slug: stem, english: false }),
            }
        }
        [_, slug, file] => match file.rsplit_once('.').map_or(*file, |(stem, _)| stem) {
            "index" => Some(EntryName { slug, english: false }),
            "index.en" => Some(EntryName { slug, english: true }),
            _ => None,
        },
        _ => None,
    }
}

/// The slug as it must be; a bad one is reported and replaced by its mended form, so that the entry is still read.
fn checked_slug(name: &str, kind: Kind, file: &str, problems: &mut Problems) -> Arc<str> {
    let mended = slugify(name);
    // Free pages stand below /tentang/, where none of these words is taken.
    let reserved = kind != Kind::Page && slug::is_reserved(name);
    if name == mended && name.len() <= crate::limits::SLUG_MAX && !reserved {
        return name.into();
    }
    let cut = mended.get(..crate::limits::SLUG_MAX).unwrap_or(&mended).trim_matches('-').to_owned();
    let advice = if reserved { format!("{cut}-1") } else { cut };
    // A mended name is told with its ending, as it stands in the folder; a taken word is told alone.
    let shown = if reserved { name } else { file.rsplit('/').find(|part| part.contains(name)).unwrap_or(name) };
    let code = if reserved { Code::UmumSlugTerpakai } else { Code::UmumSlug };
    problems.add_to_file(file, Finding::new(code).with("nama", shown).with("saran", &advice));
    advice.into()
}

fn report_twins(entries: &[EntrySource], problems: &mut Problems) {
    for pair in entries.windows(2) {
        if let [a, b] = pair
            && (a.kind, &a.slug) == (b.kind, &b.slug)
        {
            let address = format!("/{}/{}/", a.kind.section(Language::Id), a.slug);
            let finding =
                Finding::new(Code::UmumSlugSama).with("alamat", address).with("a", &*a.file).with("b", &*b.file);
            problems.add_to_file(&b.file, finding);
        }
    }
}
