//! A new site has what it needs, nothing that would be warned of, and no mistakes.

use etalase::commands::init::{Host, Wish, files};
use etalase::diagnostic::{Level, Problems};
use etalase::discover::discover;
use etalase::disk::Memory;
use etalase::model::Date;

fn wish(host: Option<Host>, sample: bool) -> Wish {
    Wish { host, hook: true, sample, today: Date::new(2026, 11, 24).unwrap() }
}

fn site(wish: &Wish) -> Memory {
    let mut disk = Memory::new();
    for file in files(wish) {
        assert!(!file.bytes.is_empty(), "{} is empty", file.path);
        disk.put(&file.path, file.bytes);
    }
    disk
}

#[test]
fn nothing_in_a_new_site_is_strange_to_the_program() {
    for sample in [false, true] {
        let mut problems = Problems::new();
        let sources = discover(&site(&wish(Some(Host::Github), sample)), &mut problems).unwrap();
        assert!(problems.is_empty(), "{:?}", problems.sorted());
        assert_eq!(sources.data.len(), 5);
        assert_eq!(sources.entries.len(), if sample { 10 } else { 6 });
    }
}

#[test]
fn a_new_site_passes_check() {
    use etalase::cache::Cache;
    use etalase::pipeline::{self, Options};
    for sample in [false, true] {
        let mut problems = Problems::new();
        let options = Options { today: Date::new(2026, 11, 24).unwrap(), base: None, drafts: false };
        pipeline::check(&site(&wish(None, sample)), &options, &Cache::none(), &mut problems).unwrap();
        let grave = problems.sorted().into_iter().filter(|problem| problem.level() == Level::Error);
        let grave: Vec<String> = grave
            .map(|problem| format!("{} {} {:?}", problem.place.file, problem.code(), problem.finding.arguments))
            .collect();
        assert_eq!(grave, Vec::<String>::new());
    }
}

#[test]
fn no_sample_text_is_left_in_a_real_site() {
    for file in files(&wish(None, false)) {
        let text = file.as_text();
        if file.path.starts_with("content/halaman/") {
            assert!(
                !text.contains("contoh: ya") && !text.to_lowercase().contains("situs contoh"),
                "{}:\n{text}",
                file.path
            );
            assert!(text.contains("terbit_pada: 2026-11-24"), "{text}");
        }
    }
}

#[test]
fn every_host_has_its_files() {
    let plain = files(&wish(None, false)).len();
    for host in Host::ALL {
        let paths: Vec<String> = files(&wish(Some(host), false)).into_iter().map(|file| file.path).collect();
        assert!(paths.len() > plain, "{host:?}");
        let mut unique = paths.clone();
        unique.dedup();
        assert_eq!(unique, paths, "two files for one path");
    }
}

#[test]
fn files_that_are_there_are_not_overwritten() {
    let folder = std::env::temp_dir().join(format!("etalase-init-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let told = etalase::commands::init::run(&folder, &wish(None, false)).unwrap();
    assert!(told.contains("Langkah berikutnya"));
    let hook = folder.join(".githooks/pre-commit");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_ne!(hook.metadata().unwrap().permissions().mode() & 0o100, 0);
    }
    std::fs::write(&hook, "sendiri").unwrap();
    std::fs::remove_file(folder.join("README.md")).unwrap();
    let refused = etalase::commands::init::run(&folder, &wish(None, false)).unwrap_err();
    assert!(refused.contains(".githooks/pre-commit") && refused.contains("content/situs.yaml"), "{refused}");
    assert!(!folder.join("README.md").exists(), "nothing may be written when something is in the way");
    assert_eq!(std::fs::read_to_string(&hook).unwrap(), "sendiri");
    std::fs::remove_dir_all(&folder).unwrap();
}
