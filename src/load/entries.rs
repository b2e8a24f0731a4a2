//! Entries to drafts. An entry whose file, photos and rules are those of an earlier run is not parsed and judged again:
//! its draft and its mistakes are taken from the cache.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize, Serializer};

use crate::cache::{Cache, Key};
use crate::diagnostic::{Code, Finding, Problems};
use crate::discover::{EntrySource, Sources};
use crate::disk::{Disk, Fault};
use crate::model::Date;
use crate::parse::{self, Document};
use crate::seen::Seen;
use crate::validate::{self, Draft, Halves, Rules, Tables};

/// Entries are kept in so many records, so that a changed one costs the writing of one small record.
const SHELVES: usize = 64;

/// The folder that photos of any entry may stand in.
const SHARED_PHOTOS: &str = "content/foto";

/// What earlier runs know.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Where judged entries are kept.
    pub cache: &'a Cache,
    /// Files as they were just seen; those are not read to know their hash.
    pub seen: Option<&'a Seen>,
}

/// Hashes of files, with their paths.
type Hashes = Vec<(Arc<str>, [u8; 32])>;

/// One entry, read and judged.
pub(super) struct Judged {
    /// The entry.
    pub(super) draft: Draft,
    /// What is wrong with it.
    pub(super) problems: Problems,
    /// Hashes of its files, as far as they could be read.
    pub(super) hashes: Hashes,
}

/// An entry as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    /// Its file.
    file: &'a str,
    /// Hash of all that the judgement hangs on.
    key: [u8; 32],
    /// The draft and its problems.
    #[serde(borrow, serialize_with = "as_bytes")]
    judged: &'a [u8],
}

/// At once; a list of numbers would be written one by one.
fn as_bytes<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_bytes(bytes)
}

/// Reads the entries of a site.
pub(super) struct Reader<'a> {
    disk: &'a dyn Disk,
    sources: &'a Sources,
    rules: &'a Rules,
    tables: &'a Tables,
    /// Hash of what every judgement hangs on: program, day, settings, tables, shared photos.
    common: Key,
    /// Hash of the names and sizes of the files of a folder of entries.
    folders: BTreeMap<&'a str, Key>,
}

impl<'a> Reader<'a> {
    /// `tables_read` holds the hashes of the settings and tables that gave `rules` and `tables`.
    pub(super) fn new(
        disk: &'a dyn Disk,
        sources: &'a Sources,
        rules: &'a Rules,
        tables: &'a Tables,
        today: Date,
        tables_read: &BTreeMap<String, [u8; 32]>,
    ) -> Reader<'a> {
        let mut parts: Vec<Vec<u8>> = vec![crate::PROGRAM.into(), today.to_string().into_bytes()];
        for (path, hash) in tables_read {
            parts.push(path.as_bytes().to_vec());
            parts.push(hash.to_vec());
        }
        parts.push(print_of_folder(sources, SHARED_PHOTOS).bytes().to_vec());
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        let names: BTreeSet<&str> = sources.entries.iter().map(|entry| &*entry.folder).collect();
        let folders = names.into_iter().map(|folder| (folder, print_of_folder(sources, folder))).collect();
        Reader { disk, sources, rules, tables, common: Key::of(&parts), folders }
    }

    /// All entries, in the order of the sources.
    pub(super) fn read(&self, past: &Known<'_>) -> Vec<Judged> {
        let mut shelves: Vec<Vec<usize>> = vec![Vec::new(); SHELVES];
        for (at, entry) in self.sources.entries.iter().enumerate() {
            if let Some(shelf) = shelves.get_mut(shelf_of(&entry.file)) {
                shelf.push(at);
            }
        }
        let read = shelves.par_iter().enumerate().flat_map_iter(|(number, members)| {
            let judged = self.read_shelf(number, members, past);
            members.iter().copied().zip(judged)
        });
        let mut read: Vec<(usize, Judged)> = read.collect();
        read.par_sort_unstable_by_key(|(at, _)| *at);
        read.into_iter().map(|(_, judged)| judged).collect()
    }

    /// The entries of one shelf; what had to be judged anew is put back for the next run.
    fn read_shelf(&self, number: usize, members: &[usize], past: &Known<'_>) -> Vec<Judged> {
        let name = format!("entri-{number:02}");
        let bytes = past.cache.record(&name).unwrap_or_default();
        let kept: Vec<Kept<'_>> = postcard::from_bytes(&bytes).unwrap_or_default();
        let known: BTreeMap<&str, &Kept<'_>> = kept.iter().map(|one| (one.file, one)).collect();
        let mut fresh: Vec<(&EntrySource, [u8; 32], Vec<u8>)> = Vec::new();
        let mut held = 0;
        let mut all = Vec::with_capacity(members.len());
        for entry in members.iter().filter_map(|at| self.sources.entries.get(*at)) {
            let hashes = self.hashes(entry, past.seen);
            let key = hashes.as_ref().ok().map(|hashes| self.key(entry, hashes));
            let old = key.and_then(|key| known.get(&*entry.file).filter(|old| old.key == key));
            if let (Some(judged), Ok(hashes)) = (old.and_then(|old| unpack(old.judged)), &hashes) {
                held += 1;
                all.push(Judged { draft: judged.0, problems: judged.1, hashes: hashes.clone() });
                continue;
            }
            let judged = self.judge(entry);
            // What was just read decides, not what was seen before.
            if judged.hashes.len() == files(entry).count()
                && let Some(packed) = pack(&judged)
            {
                fresh.push((entry, self.key(entry, &judged.hashes), packed));
            }
            all.push(judged);
        }
        if !fresh.is_empty() || held < kept.len() {
            self.keep(&name, members, &known, &fresh, past.cache);
        }
        all
    }

    fn keep(
        &self,
        name: &str,
        members: &[usize],
        known: &BTreeMap<&str, &Kept<'_>>,
        fresh: &[(&EntrySource, [u8; 32], Vec<u8>)],
        cache: &Cache,
    ) {
        let anew: BTreeMap<&str, Kept<'_>> = fresh
            .iter()
            .map(|(entry, key, judged)| (&*entry.file, Kept { file: &entry.file, key: *key, judged }))
            .collect();
        let entries = members.iter().filter_map(|at| self.sources.entries.get(*at));
        let rows: Vec<&Kept<'_>> =
            entries.filter_map(|entry| anew.get(&*entry.file).or(known.get(&*entry.file).copied())).collect();
        if let Ok(bytes) = postcard::to_stdvec(&rows) {
            cache.set_record(name, &bytes);
        }
    }

    /// Hashes of an entry's files.
    fn hashes(&self, entry: &EntrySource, seen: Option<&Seen>) -> Result<Hashes, Fault> {
        let one = |file: &Arc<str>| {
            let known = seen.and_then(|seen| seen.files.get(&**file)).map(|file| file.hash);
            let hash = match known {
                Some(hash) => hash,
                None => *blake3::hash(&self.disk.read(file)?).as_bytes(),
            };
            Ok((file.clone(), hash))
        };
        files(entry).map(one).collect()
    }

    fn key(&self, entry: &EntrySource, hashes: &[(Arc<str>, [u8; 32])]) -> [u8; 32] {
        let folder = self.folders.get(&*entry.folder).map(Key::bytes).unwrap_or_default();
        let common = self.common.bytes();
        let mut parts: Vec<&[u8]> = vec![&common, &folder, entry.slug.as_bytes()];
        for (path, hash) in hashes {
            parts.push(path.as_bytes());
            parts.push(hash);
        }
        Key::of(&parts).bytes()
    }

    fn judge(&self, entry: &EntrySource) -> Judged {
        let mut problems = Problems::new();
        let mut hashes = Vec::new();
        let mut document = |file: &Arc<str>| {
            match self.disk.read(file) {
                Ok(bytes) => {
                    hashes.push((file.clone(), *blake3::hash(&bytes).as_bytes()));
                    parse::parse(file, &bytes, &mut problems)
                }
                // One file that is locked or damaged must not hide what is wrong with the others.
                Err(fault) => {
                    let finding = Finding::new(Code::BerkasBaca).with("berkas", file).with("rincian", &fault.cause);
                    problems.add_to_file(file, finding);
                    Document::unread(file)
                }
            }
        };
        let main = document(&entry.file);
        let english = entry.english.as_ref().map(&mut document);
        let halves = Halves { main: &main, english: english.as_ref() };
        let (draft, found) = validate::validate(entry, halves, self.rules, self.tables, &self.sources.assets);
        problems.append(found);
        Judged { draft, problems, hashes }
    }
}

/// An entry's file, and its English one.
fn files(entry: &EntrySource) -> impl Iterator<Item = &Arc<str>> {
    std::iter::once(&entry.file).chain(&entry.english)
}

fn shelf_of(file: &str) -> usize {
    blake3::hash(file.as_bytes()).as_bytes().first().map_or(0, |byte| usize::from(*byte) % SHELVES)
}

/// Names and sizes of everything below a folder that is no entry.
fn print_of_folder(sources: &Sources, folder: &str) -> Key {
    let start = format!("{folder}/");
    let range = sources.assets.range::<str, _>((Bound::Included(&*start), Bound::Unbounded));
    let mut hasher = blake3::Hasher::new();
    for (path, item) in range.take_while(|(path, _)| path.starts_with(&start)) {
        hasher.update(path.as_bytes()).update(&[0]).update(&item.size.to_le_bytes());
    }
    Key::of(&[hasher.finalize().as_bytes()])
}

fn pack(judged: &Judged) -> Option<Vec<u8>> {
    postcard::to_stdvec(&(&judged.draft, &judged.problems)).ok()
}

/// `None` when it does not come from this very program, whatever the key says.
fn unpack(bytes: &[u8]) -> Option<(Draft, Problems)> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::disk::{Item, Memory};
    use crate::load::{Loaded, Options, load};

    /// Notes which files are read.
    struct Watched {
        files: Memory,
        reads: Mutex<Vec<String>>,
    }

    impl Disk for Watched {
        fn list(&self, folder: &str) -> Result<Vec<Item>, Fault> {
            self.files.list(folder)
        }

        fn read(&self, path: &str) -> Result<Vec<u8>, Fault> {
            self.reads.lock().unwrap().push(path.to_owned());
            self.files.read(path)
        }
    }

    fn site() -> Watched {
        let mut files = Memory::new();
        files.put("content/situs.yaml", "nama: Etalase\nalamat: https://contoh.go.id\nharga_lama_bulan: 12\n");
        files.put(
            "content/kabar/satu/index.md",
            "---\njudul: Kabar satu\ntanggal: 2026-01-02\nfoto: [a.jpg]\n---\n\nIsi.\n",
        );
        files.put("content/kabar/dua.md", "---\njudul: Kabar dua\ntanggal: 2026-01-03\nratus: 1\n---\n\nIsi.\n");
        Watched { files, reads: Mutex::default() }
    }

    fn read(
        disk: &Watched,
        cache: &Cache,
        day: (i32, u8, u8),
        seen: Option<&Seen>,
    ) -> (Loaded, Vec<String>, Vec<String>) {
        disk.reads.lock().unwrap().clear();
        let today = Date::new(day.0, day.1, day.2).unwrap();
        let mut problems = Problems::new();
        let options = Options { today, base: None, drafts: false };
        let loaded = load(disk, &options, &Known { cache, seen }, &mut problems).unwrap();
        let found = problems.sorted().iter().map(|problem| problem.signature()).collect();
        let entries = |path: &&String| path.ends_with(".md");
        let reads = disk.reads.lock().unwrap().iter().filter(entries).cloned().collect();
        (loaded, found, reads)
    }

    const DAY: (i32, u8, u8) = (2026, 11, 24);

    #[test]
    fn what_is_remembered_equals_what_is_read_and_is_not_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path());
        let disk = site();
        let (first, problems, _) = read(&disk, &cache, DAY, None);
        assert!(
            problems.iter().any(|one| one.contains("FOTO-TIADA")) && problems.iter().any(|one| one.contains("ratus"))
        );
        let seen = Seen::look(&disk, &Seen::default(), 0).unwrap().unwrap();
        let (second, again, reads) = read(&disk, &cache, DAY, Some(&seen));
        assert_eq!(reads, Vec::<String>::new(), "nothing has changed, so no entry is read");
        assert_eq!((again, second.hashes), (problems, first.hashes));
        assert_eq!(second.catalog.news.rows(), first.catalog.news.rows());
    }

    #[test]
    fn a_judgement_falls_with_all_that_it_hung_on() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path());
        let mut disk = site();
        let fresh = |disk: &Watched, day| read(disk, &Cache::none(), day, None).1;
        let check = |disk: &Watched, day, what: &str| {
            assert_eq!(read(disk, &cache, day, None).1, fresh(disk, day), "{what}");
        };
        check(&disk, DAY, "first");
        check(&disk, (2025, 1, 1), "another day: the news lies in the future now");
        disk.files.put("content/kabar/satu/a.jpg", "x");
        check(&disk, DAY, "the photo has come");
        disk.files.put("content/kabar/dua.en.md", "---\njudul: Second\nsalah: 1\n---\n\nText.\n");
        check(&disk, DAY, "an English half has come");
        disk.files.put("content/data/kategori.yaml", "- {slug: x}\n");
        check(&disk, DAY, "a table has changed");
        disk.files.remove("content/kabar/dua.md");
        check(&disk, DAY, "an entry has gone");
    }

    #[test]
    fn a_damaged_or_foreign_record_is_not_trusted() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::in_folder(folder.path());
        let disk = site();
        let (_, problems, _) = read(&disk, &cache, DAY, None);
        for shelf in 0..SHELVES {
            let name = format!("entri-{shelf:02}");
            let Some(record) = cache.record(&name) else { continue };
            let kept: Vec<Kept<'_>> = postcard::from_bytes(&record).unwrap();
            // Whole by its seal and with the right keys, but of another form.
            let odd: Vec<Kept<'_>> =
                kept.iter().map(|one| Kept { judged: &one.judged[1..], file: one.file, key: one.key }).collect();
            cache.set_record(&name, &postcard::to_stdvec(&odd).unwrap());
        }
        let (_, again, reads) = read(&disk, &cache, DAY, None);
        assert_eq!(again, problems);
        assert!(!reads.is_empty());
    }
}
