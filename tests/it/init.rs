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

/// The texts of a workflow's steps, after its YAML has been read as YAML.
fn workflow(host: Host, path: &str) -> serde_json::Value {
    let file = files(&wish(Some(host), false)).into_iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("{host:?} has no {path}"));
    serde_yaml::from_str(file.as_text()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn only_the_job_that_runs_nothing_of_a_proposal_may_write() {
    for host in [Host::Github, Host::Cloudflare] {
        let flow = workflow(host, ".github/workflows/periksa.yml");
        assert_eq!(flow["permissions"], serde_json::json!({"contents": "read"}), "{host:?}");
        let (check, comment) = (&flow["jobs"]["periksa"], &flow["jobs"]["komentar"]);
        assert!(check["permissions"].is_null());
        let scripts = |job: &serde_json::Value| -> String {
            job["steps"]
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|step| step["run"].as_str())
                .collect::<Vec<_>>()
                .join("\n")
        };
        let script = scripts(check);
        assert!(script.contains("review --base HEAD^1") && script.contains("GITHUB_STEP_SUMMARY"), "{script}");
        assert!(!script.contains("${{"), "texts of a proposal may not become commands: {script}");
        assert_eq!(comment["permissions"], serde_json::json!({"pull-requests": "write"}));
        // From a fork there is no right to comment: then the summary is all.
        assert!(comment["if"].as_str().unwrap().contains("head.repo.full_name == github.repository"));
        let uses: Vec<&str> =
            comment["steps"].as_array().unwrap().iter().filter_map(|step| step["uses"].as_str()).collect();
        assert_eq!(uses, ["actions/download-artifact@v4"]);
        let script = scripts(comment);
        assert!(!script.contains("etalase ") && !script.contains("${{"), "{script}");
        // The mark by which the comment is found again is the one that the review writes.
        let mark = etalase::commands::review::MARK;
        assert!(script.contains(&format!("startswith(\"{mark}\")")), "{script}");
    }
}

#[test]
fn gitlab_finds_its_own_note_again() {
    let flow = workflow(Host::Gitlab, ".gitlab-ci.yml");
    let script: Vec<&str> =
        flow["periksa"]["script"].as_array().unwrap().iter().filter_map(|line| line.as_str()).collect();
    let script = script.join("\n");
    assert!(script.contains("review --base \"$CI_MERGE_REQUEST_DIFF_BASE_SHA\""), "{script}");
    assert_eq!(flow["periksa"]["artifacts"]["when"], "always");
    // The script's own search, on an answer as the service gives it: `<` may be escaped.
    let search = script.split("| grep -oE '").nth(1).and_then(|rest| rest.split('\'').next()).unwrap();
    let mark = etalase::commands::review::MARK.trim_end_matches(" -->");
    for (body, found) in [(mark.to_owned(), true), (mark.replace('<', "\\u003c"), true), ("halo".to_owned(), false)] {
        let answer = format!(
            "[{{\"id\":7,\"type\":null,\"body\":\"lain\"}},{{\"id\":302,\"type\":null,\"body\":\"{body} -->\\n## x\"}}]"
        );
        let mut child = std::process::Command::new("grep")
            .args(["-oE", search])
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), answer.as_bytes()).unwrap();
        let told = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
        assert_eq!(told.contains("\"id\":302"), found, "{body}: {told}");
    }
}

fn run(folder: &std::path::Path, words: &[&str]) -> std::process::Output {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_etalase"));
    command.arg("--root").arg(folder).args(["--lang", "id", "--date", "2026-11-24"]).args(words);
    command.env("GIT_CEILING_DIRECTORIES", "/").output().unwrap()
}

/// As a person would: the program itself, for every host, with an entry of every kind, checked and built.
#[test]
fn a_site_for_every_host_with_an_entry_of_every_kind_is_checked_and_built() {
    use etalase::model::Kind;
    let said = |done: &std::process::Output| {
        format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr))
    };
    for host in Host::ALL {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("situs");
        let path = place.to_str().unwrap();
        let made = run(folder.path(), &["init", path, "--host", host.word(), "--hook"]);
        assert!(made.status.success(), "{host:?}: {}", said(&made));
        let photo = folder.path().join("IMG 01.JPEG");
        std::fs::write(&photo, include_bytes!("../fixtures/pictures/gps.jpg")).unwrap();
        for kind in Kind::ALL {
            // The photo goes along once, to keep this quick.
            let from = photo.to_str().unwrap();
            let words = ["new", kind.folder(), "Uji Coba Baru", "--from", from];
            let made = run(&place, &words[..if kind == Kind::Product { 5 } else { 3 }]);
            assert!(made.status.success(), "{kind:?}: {}", said(&made));
            assert!(said(&made).contains("status: draf"), "the next step is said: {}", said(&made));
        }
        let check = run(&place, &["--format", "json", "check"]);
        assert!(check.status.success(), "{host:?}: {}", said(&check));
        let found: serde_json::Value = serde_json::from_slice(&check.stdout).unwrap();
        let files = found.as_array().unwrap().iter().filter(|one| one["level"] == "error").count();
        assert_eq!(files, 0, "{found:#}");
        // The one mark that a build cannot do without: whose the product is.
        let product = place.join("content/produk/uji-coba-baru/index.md");
        let text = std::fs::read_to_string(&product).unwrap();
        assert!(text.contains("umkm: nama-umkm"), "{text}");
        std::fs::write(&product, text.replace("umkm: nama-umkm", "umkm: uji-coba-baru")).unwrap();
        // Drafts are built for the office only; both sites are whole.
        for more in [&["build"][..], &["build", "--drafts", "--out", "public-draf"]] {
            let built = run(&place, more);
            assert!(built.status.success(), "{host:?} {more:?}: {}", said(&built));
        }
        let draft = "program/uji-coba-baru/index.html";
        assert!(place.join("public/index.html").exists() && !place.join("public").join(draft).exists());
        assert!(place.join("public-draf").join(draft).exists(), "{host:?}");
    }
}
