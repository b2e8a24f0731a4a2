//! A git repository with a site in it, untouched by the settings of whoever runs the tests.

use std::path::Path;
use std::process::{Command, Output};

use etalase::commands::init::{Wish, files};
use etalase::model::Date;

/// A site of `etalase init`, recorded as the first commit on `main`.
pub struct Repository {
    folder: tempfile::TempDir,
}

impl Repository {
    /// The sample site, with or without the hook before a commit.
    pub fn with_sample(hook: bool) -> Repository {
        let repository = Repository { folder: tempfile::tempdir().unwrap() };
        let wish = Wish { host: None, hook, sample: true, today: Date::new(2026, 11, 24).unwrap() };
        for file in files(&wish) {
            repository.write(&file.path, file.as_text());
        }
        repository.done(&["init", "--quiet", "--initial-branch", "main"]);
        repository.done(&["config", "user.name", "Petugas"]);
        repository.done(&["config", "user.email", "petugas@contoh.example"]);
        repository.done(&["config", "commit.gpgsign", "false"]);
        repository.record();
        repository
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path().join(path)).unwrap()
    }

    pub fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, &text.replace(from, to));
    }

    /// Git with our program on the search path.
    pub fn git(&self, words: &[&str]) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_etalase")).parent().unwrap();
        let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
        let mut command = Command::new("git");
        command.current_dir(self.path()).args(words).env("PATH", path).env("LC_ALL", "C");
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        command.output().unwrap()
    }

    /// Git, where it must succeed.
    pub fn done(&self, words: &[&str]) {
        let output = self.git(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Commits everything, without the hook.
    pub fn record(&self) {
        self.done(&["add", "--all"]);
        self.done(&["commit", "--quiet", "--no-verify", "-m", "keadaan"]);
    }
}
