//! The small commands of everyday work: from arguments to their cores, and from their answers to the terminal.

use std::path::{Path, PathBuf};

use super::{
    Ending, Format, Setting, cms as editor, completions as shells, explain, export, import, init, new, report, schema,
    search,
};
use crate::cache::Cache;
use crate::diagnostic::Problems;
use crate::disk::Fault;
use crate::model::Kind;
use crate::pipeline::{self, Options};
use crate::search::START_FILE;
use crate::write;

/// A core's answer: what to tell, or a sentence of what is wrong.
fn told(setting: &Setting, answer: Result<String, String>) -> Result<Ending, Fault> {
    match answer {
        Ok(text) => {
            setting.console.print(&text);
            Ok(Ending::Fine)
        }
        Err(sentence) => {
            setting.console.error(&sentence);
            Ok(Ending::Mistakes)
        }
    }
}

/// The kind of this folder name, or why there is none.
fn kind_of(word: Option<&str>) -> Result<Option<Kind>, String> {
    let Some(word) = word else { return Ok(None) };
    let known = || Kind::ALL.map(Kind::folder).join(", ");
    Kind::from_folder(word).map(Some).ok_or_else(|| format!("“{word}” bukan jenis entri. Pilihan: {}.", known()))
}

/// `search`.
#[expect(clippy::disallowed_methods, reason = "commands read what they are given by name")]
pub fn search(setting: &Setting, words: &[String], file: Option<&Path>, out: &Path) -> Result<Ending, Fault> {
    let site = setting.root.join(out);
    let source = |name: &str| std::fs::read(site.join(crate::make::search::output_path(name))).ok();
    if source(START_FILE).is_none() {
        setting.console.error(
            setting.language().pick(
                "Indeks belum ada. Jalankan dulu: etalase build",
                "There is no index yet. First run: etalase build",
            ),
        );
        return Ok(Ending::Misuse);
    };
    let queries: Vec<String> = match file {
        Some(file) => {
            let text = std::fs::read_to_string(file).map_err(|cause| Fault::new("membaca", file, cause))?;
            text.lines().map(str::to_owned).collect()
        }
        None => vec![words.join(" ")],
    };
    let style = search::SearchStyle {
        json: setting.format == Format::Json,
        english: setting.language() == crate::bahasa::Language::En,
        limit: 20,
        day: setting.today.day_number().unsigned_abs(),
    };
    match search::answers(&source, &queries, style) {
        Ok(text) => {
            setting.console.print(&text);
            Ok(Ending::Fine)
        }
        Err(error) => {
            setting.console.error(&error.to_string());
            Ok(Ending::Failure)
        }
    }
}

/// `new`.
pub fn new(setting: &Setting, kind: &str, name: &str, from: &[PathBuf]) -> Result<Ending, Fault> {
    told(setting, new::run(&setting.root, kind, name, from, setting.today))
}

/// `init`.
pub fn init(setting: &Setting, folder: &Path, host: Option<&str>, hook: bool, sample: bool) -> Result<Ending, Fault> {
    let host = match host.map(init::Host::parse).transpose() {
        Ok(host) => host,
        Err(sentence) => {
            setting.console.error(&sentence);
            return Ok(Ending::Misuse);
        }
    };
    told(setting, init::run(folder, &init::Wish { host, hook, sample, today: setting.today }))
}

/// `import`.
pub fn import(
    setting: &Setting,
    file: &Path,
    kind: Option<&str>,
    mapping: Option<PathBuf>,
    dry_run: bool,
    drafts: bool,
) -> Result<Ending, Fault> {
    let kind = match kind_of(kind) {
        Ok(kind) => kind,
        Err(sentence) => {
            setting.console.error(&sentence);
            return Ok(Ending::Misuse);
        }
    };
    let options = import::Options { dry_run, kind, mapping, drafts, today: setting.today };
    match import::run(&setting.root, file, &options) {
        Ok(finished) => {
            setting.console.print(&finished.text);
            Ok(if finished.is_sound() { Ending::Fine } else { Ending::Mistakes })
        }
        Err(sentence) => told(setting, Err(sentence)),
    }
}

/// `export`.
pub fn export(setting: &Setting, file: &Path, kind: Option<&str>) -> Result<Ending, Fault> {
    let kind = match kind_of(kind) {
        Ok(kind) => kind,
        Err(sentence) => {
            setting.console.error(&sentence);
            return Ok(Ending::Misuse);
        }
    };
    let counts = export::run(&setting.disk(), file, &export::Options { kind, today: setting.today });
    told(
        setting,
        counts.map(|counts| {
            let rows: Vec<String> = counts.iter().map(|(kind, count)| format!("{} {count}", kind.folder())).collect();
            format!("{}: {}\n", file.display(), rows.join(", "))
        }),
    )
}

/// Names that a site's own tables and entries give to choices and links.
fn vocabulary(setting: &Setting) -> Result<schema::Vocabulary, Fault> {
    let mut problems = Problems::new();
    let options = Options { today: setting.today, base: None, drafts: true };
    let known = pipeline::Known { cache: &Cache::in_folder(&setting.root), seen: None };
    let loaded = pipeline::load(&setting.disk(), &options, &known, &mut problems)?;
    let catalog = &loaded.catalog;
    let tables = crate::validate::Tables {
        places: catalog.places.clone(),
        categories: catalog.categories.clone(),
        units: catalog.units.clone(),
    };
    let slugs = Kind::ALL.into_iter().flat_map(|kind| {
        crate::plan::commons(catalog, kind).into_iter().map(move |common| (kind, common.slug.to_string()))
    });
    Ok(schema::Vocabulary::of(&tables, slugs.collect::<Vec<_>>()))
}

/// `schema`.
pub fn schema(setting: &Setting, kind: Option<&str>) -> Result<Ending, Fault> {
    let words = vocabulary(setting)?;
    match kind {
        None => told(setting, schema::run(&setting.root, &words)),
        Some(name) => {
            let found = schema::Subject::parse(name).map(|subject| schema::text(&schema::of(subject, &words)));
            told(setting, found.ok_or_else(|| format!("“{name}” bukan jenis entri.")))
        }
    }
}

/// `cms`.
pub fn cms(setting: &Setting, repository: Option<String>) -> Result<Ending, Fault> {
    let wish = editor::Wish::default();
    let wish = match repository {
        Some(repository) => editor::Wish { repository, ..wish },
        None => wish,
    };
    told(setting, editor::run(&setting.root, &wish, &vocabulary(setting)?))
}

/// `completions`: for a shell, or the manual page.
pub fn completions(setting: &Setting, shell: &str) -> Result<Ending, Fault> {
    use clap::{CommandFactory, ValueEnum};
    let command = super::Cli::command();
    if shell == "man" {
        return told(setting, shells::manual(&command).map_err(|error| error.to_string()));
    }
    let known = clap_complete::Shell::from_str(shell, true);
    told(
        setting,
        known
            .map(|shell| shells::script(&command, shell))
            .map_err(|_| format!("“{shell}”: bash, zsh, fish, elvish, powershell, man")),
    )
}

/// `explain`: a code, or an output of the last build.
pub fn explain(setting: &Setting, what: Option<&str>, out: &Path) -> Result<Ending, Fault> {
    match what {
        None => told(setting, Ok(explain::list(setting.language()))),
        Some(path) if path.contains('/') || path.contains('.') => told(setting, Ok(of_output(setting, path, out)?)),
        Some(code) => told(setting, explain::run(code, setting.language())),
    }
}

/// Why an output was last made, and from which files.
fn of_output(setting: &Setting, path: &str, out: &Path) -> Result<String, Fault> {
    let language = setting.language();
    let manifest = write::last_manifest(&Cache::in_folder(&setting.root), &setting.root.join(out));
    let file = crate::plan::address::file(path);
    let Some(record) = manifest.outputs.get(&file) else {
        return Ok(format!("{file}: {}\n", language.pick("tidak ada di situs terakhir", "not in the last site")));
    };
    let reason = match record.reason {
        write::Reason::New => language.pick("baru", "new"),
        write::Reason::Changed => language.pick("yang ditampilkan berubah", "what it shows changed"),
        write::Reason::Damaged => {
            language.pick("berkasnya hilang atau diubah orang", "its file was missing or touched")
        }
    };
    let mut text = format!(
        "{file}\n  {}: {} ({reason})\n  {}: {}\n",
        language.pick("terakhir dibuat", "last made"),
        record.made_on,
        language.pick("besar", "size"),
        crate::bahasa::group(record.size, language),
    );
    let mut problems = Problems::new();
    let options = Options { today: setting.today, base: None, drafts: false };
    let known = pipeline::Known { cache: &Cache::in_folder(&setting.root), seen: None };
    let loaded = pipeline::load(&setting.disk(), &options, &known, &mut problems)?;
    let plan = crate::plan::plan(&loaded.catalog, &loaded.site, setting.today, &mut problems);
    if let Some(page) = plan.pages.iter().find(|page| crate::plan::address::file(&page.path) == file) {
        for source in crate::plan::sources::of(&loaded.catalog, &page.subject) {
            text.push_str(&format!("  {}: {source}\n", language.pick("dari", "from")));
        }
    }
    if let Some(name) = file.strip_prefix("i/") {
        for line in pipeline::origins_of_picture(&setting.disk(), &loaded, name, &Cache::in_folder(&setting.root))? {
            text.push_str(&format!("  {}: {line}\n", language.pick("dari", "from")));
        }
    }
    Ok(text)
}

/// `report`.
pub fn report(setting: &Setting, form: &str) -> Result<Ending, Fault> {
    let Some(format) = report::Format::parse(form) else {
        setting.console.error("--as: html, json, md");
        return Ok(Ending::Misuse);
    };
    let mut problems = Problems::new();
    let options = Options { today: setting.today, base: None, drafts: false };
    let disk = setting.disk();
    let loaded = pipeline::check(&disk, &options, &Cache::in_folder(&setting.root), &mut problems)?;
    let settings = report::Settings {
        today: setting.today,
        price_months: loaded.rules.price_months,
        check_months: loaded.rules.check_months,
        english: loaded.rules.english,
    };
    let answer = report::run(&setting.root, &loaded.catalog, problems, settings, format);
    told(setting, answer.map(|path| format!("{}\n", path.display())))
}
