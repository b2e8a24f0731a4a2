//! `build`: makes the site, and ends with a summary.

use std::path::Path;
use std::time::{Duration, Instant};

use super::progress::stage_name;
use super::{BuildArgs, Ending, Format, Setting, base_url};
use crate::bahasa::{Language, group};
use crate::cache::Cache;
use crate::diagnostic::{Code, Problems};
use crate::disk::Fault;
use crate::pipeline::{self, Options, Report, Silent};

/// What shows only when the site is made: `check`, which people are sent to for all else, cannot tell it.
const ONLY_HERE: [Code; 2] = [Code::InangBatas, Code::TemaAnggaran];

/// Runs it.
pub fn run(setting: &Setting, args: &BuildArgs) -> Result<Ending, Fault> {
    let base = match base_url(setting, args.base_url.as_deref()) {
        Ok(base) => base,
        Err(ending) => return Ok(ending),
    };
    if let Some(jobs) = args.jobs {
        // It can be set only once in a process, and this is the first use.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.max(1)).build_global();
    }
    let options = Options { today: setting.today, base, drafts: args.drafts };
    let cache = Cache::in_folder(&setting.root);
    let _lock = lock(setting)?;
    if args.clean {
        cache.clear()?;
    }
    let out = setting.root.join(&args.out);
    let started = Instant::now();
    let disk = setting.disk();
    let mut problems = Problems::new();
    let report = pipeline::build(&disk, &out, &options, &cache, &setting.console, &mut problems);
    setting.console.clear();
    let report = report?;
    let counts = problems.counts();
    if counts.errors > 0 || setting.format != Format::Human {
        setting.console.problems(problems, &disk);
    } else if counts.warnings + counts.advice > 0 {
        let words = crate::diagnostic::show::summary(counts, setting.language());
        problems.retain(|problem| ONLY_HERE.contains(&problem.code()));
        if !problems.is_empty() {
            setting.console.remarks(problems, &disk);
        }
        setting
            .console
            .say(&format!("{words} ({})", setting.language().pick("lihat: etalase check", "see: etalase check")));
    }
    let Some(report) = report else {
        setting.console.say(setting.language().pick(
            "Situs tidak dibuat. Situs yang lama tetap seperti semula.",
            "The site was not built. The old one stands as it was.",
        ));
        return Ok(Ending::Mistakes);
    };
    setting.console.say(&summary(&report, started.elapsed(), &out, setting.language()));
    if args.timings {
        setting.console.say(&timings(&report, setting.language()));
    }
    if args.verify {
        return verify(setting, &options, &out);
    }
    Ok(Ending::Fine)
}

/// One build at a time in a folder: a second waits for the first.
pub fn lock(setting: &Setting) -> Result<std::fs::File, Fault> {
    let folder = setting.root.join(".etalase");
    let path = folder.join("kunci");
    std::fs::create_dir_all(&folder).map_err(|cause| Fault::new("membuat folder", folder, cause))?;
    let file = std::fs::File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|cause| Fault::new("membuka", path.clone(), cause))?;
    if file.try_lock().is_err() {
        let words = setting.language().pick("Menunggu build lain yang sedang berjalan…", "Waiting for another build…");
        setting.console.say(words);
        file.lock().map_err(|cause| Fault::new("mengunci", path, cause))?;
    }
    Ok(file)
}

fn summary(report: &Report, time: Duration, out: &Path, language: Language) -> String {
    let number = |n: usize| group(n as u64, language);
    let megabytes = format!("{:.1}", report.written.bytes as f64 / 1e6);
    let megabytes = language.pick(megabytes.replace('.', ","), megabytes);
    let seconds = format!("{:.2}", time.as_secs_f64());
    let seconds = language.pick(seconds.replace('.', ","), seconds);
    let mut text = match language {
        Language::Id => format!(
            "{}: {} halaman, {} foto, {} berkas, {megabytes} MB dalam {seconds} detik ({} dibuat, {} tetap, {} dihapus, {} foto diolah)",
            out.display(),
            number(report.pages),
            number(report.photos),
            number(report.written.files),
            number(report.written.made),
            number(report.written.kept),
            number(report.written.removed),
            number(report.decoded),
        ),
        Language::En => format!(
            "{}: {} pages, {} photos, {} files, {megabytes} MB in {seconds} s ({} made, {} kept, {} removed, {} photos decoded)",
            out.display(),
            number(report.pages),
            number(report.photos),
            number(report.written.files),
            number(report.written.made),
            number(report.written.kept),
            number(report.written.removed),
            number(report.decoded),
        ),
    };
    if !report.written.foreign.is_empty() {
        let first = report.written.foreign.iter().take(5).map(String::as_str).collect::<Vec<_>>().join(", ");
        let words = language.pick("Berkas bukan buatan etalase dibiarkan", "Files not made by etalase were kept");
        text.push_str(&format!("\n{words} ({}): {first}", report.written.foreign.len()));
    }
    text
}

fn timings(report: &Report, language: Language) -> String {
    // Names set in are parts of the stage above them.
    let stages = report.timings.stages.iter().filter(|(name, _)| !name.starts_with(' '));
    let all: Duration = stages.map(|(_, time)| *time).sum();
    let row = |(name, time): &(&str, Duration)| {
        let share = time.as_secs_f64() / all.as_secs_f64().max(1e-9) * 100.0;
        format!("  {:14} {:8.1} ms {share:5.1} %", stage_name(name, language), time.as_secs_f64() * 1000.0)
    };
    report.timings.stages.iter().map(row).collect::<Vec<_>>().join("\n")
}

/// Builds once more from nothing, beside the site, and compares every byte.
#[expect(clippy::disallowed_methods, reason = "removes the folder it made for the comparison")]
fn verify(setting: &Setting, options: &Options, out: &Path) -> Result<Ending, Fault> {
    let name = out.file_name().map_or_else(|| "situs".to_owned(), |name| name.to_string_lossy().into_owned());
    let beside = out.with_file_name(format!(".{name}.etalase-uji"));
    let mut problems = Problems::new();
    let cache = Cache::none();
    pipeline::build(&setting.disk(), &beside, options, &cache, &Silent, &mut problems)?;
    let differences = differences(out, &beside)?;
    std::fs::remove_dir_all(&beside).map_err(|cause| Fault::new("menghapus", beside, cause))?;
    if differences.is_empty() {
        setting.console.say(
            setting.language().pick("Sama persis dengan hasil dari awal.", "Every byte equals a build from nothing."),
        );
        return Ok(Ending::Fine);
    }
    for path in differences.iter().take(20) {
        setting.console.error(&format!("{}: {path}", setting.language().pick("berbeda", "differs")));
    }
    Ok(Ending::Failure)
}

/// Paths that differ between two folders, or stand in one of them only.
fn differences(a: &Path, b: &Path) -> Result<Vec<String>, Fault> {
    let list = |folder: &Path| -> std::collections::BTreeMap<String, std::path::PathBuf> {
        let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| {
                (
                    entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_string_lossy().into_owned(),
                    entry.into_path(),
                )
            })
            .collect()
    };
    let (left, right) = (list(a), list(b));
    let mut differing = Vec::new();
    for (path, file) in &left {
        let same = right.get(path).is_some_and(|other| same_bytes(file, other));
        if !same {
            differing.push(path.clone());
        }
    }
    differing.extend(right.keys().filter(|path| !left.contains_key(*path)).cloned());
    Ok(differing)
}

#[expect(clippy::disallowed_methods, reason = "compares two published folders")]
fn same_bytes(a: &Path, b: &Path) -> bool {
    matches!((std::fs::read(a), std::fs::read(b)), (Ok(a), Ok(b)) if a == b)
}
