//! `check`: everything that `build` checks, and writes nothing.

use std::path::PathBuf;

use super::{Ending, Format, Setting};
use crate::cache::Cache;
use crate::diagnostic::{Counts, Problems};
use crate::disk::Fault;
use crate::pipeline::{self, Options};

/// Runs it.
pub fn run(setting: &Setting, paths: &[PathBuf], strict: bool) -> Result<Ending, Fault> {
    let mut problems = Problems::new();
    let options = Options { today: setting.today, base: None, drafts: false };
    let disk = setting.disk();
    pipeline::check(&disk, &options, &Cache::none(), &mut problems)?;
    if !paths.is_empty() {
        let wanted: Vec<String> = paths.iter().map(|path| below_root(setting, path)).collect();
        problems.retain_files(|file| wanted.iter().any(|path| file == path || file.starts_with(&format!("{path}/"))));
    }
    let counts = problems.counts();
    let silent = problems.is_empty();
    setting.console.problems(problems, &disk);
    if silent && setting.format == Format::Human {
        setting.console.say(setting.language().pick("Semua entri baik.", "All entries are sound."));
    }
    Ok(ending(counts, strict))
}

/// A path as sources name it: below the root, with forward slashes.
fn below_root(setting: &Setting, path: &std::path::Path) -> String {
    let below = path.strip_prefix(&setting.root).unwrap_or(path);
    let parts = below.components().filter(|part| !matches!(part, std::path::Component::CurDir));
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Errors always fail; warnings when asked.
pub fn ending(counts: Counts, strict: bool) -> Ending {
    if counts.errors > 0 || (strict && counts.warnings > 0) { Ending::Mistakes } else { Ending::Fine }
}
