//! What staff type. Only here is anything printed, and only here are clock, environment and arguments read.

mod build;
mod check;
mod console;
pub mod images;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::bahasa::Language;
use crate::config::BaseUrl;
use crate::disk::{Fault, Folder};
use crate::model::Date;
use console::Console;

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All is well.
    Fine,
    /// Mistakes in the content.
    Mistakes,
    /// Wrong use.
    Misuse,
    /// The machine failed.
    Failure,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> ExitCode {
        ExitCode::from(match ending {
            Ending::Fine => 0,
            Ending::Mistakes => 1,
            Ending::Misuse => 2,
            Ending::Failure => 3,
        })
    }
}

/// Katalog produk UMKM dan koperasi sebuah kota, dari berkas YAML dan Markdown menjadi situs statis.
#[derive(Debug, Parser)]
#[command(name = "etalase", version, about, propagate_version = true)]
pub struct Cli {
    /// Folder yang memuat content/ (bawaan: folder ini)
    #[arg(long, global = true, default_value = ".", value_name = "FOLDER")]
    root: PathBuf,
    /// Bahasa pesan (bawaan: menurut sistem, kalau tidak id)
    #[arg(long, global = true, value_name = "id|en")]
    lang: Option<String>,
    /// Hanya kesalahan yang dicetak
    #[arg(long, short, global = true)]
    quiet: bool,
    /// Bentuk daftar masalah
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Tanggal yang dianggap hari ini (bawaan: hari ini, WIB)
    #[arg(long, global = true, value_name = "TTTT-BB-HH")]
    date: Option<String>,
    #[command(subcommand)]
    command: Command,
}

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Human,
    /// A JSON array.
    Json,
    /// GitHub annotations.
    Github,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Membuat situs ke folder public/
    Build(BuildArgs),
    /// Memeriksa semua entri tanpa menulis apa pun
    Check {
        /// Tampilkan hanya masalah di berkas atau folder ini
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Peringatan pun dianggap gagal
        #[arg(long)]
        strict: bool,
    },
    #[command(hide = true)]
    Images {
        /// Folder foto
        input: PathBuf,
        /// Folder hasil
        output: PathBuf,
        /// Banyak utas
        #[arg(long, default_value_t = 2)]
        threads: usize,
    },
}

/// Arguments of `build`.
#[derive(Debug, Clone, clap::Args)]
pub struct BuildArgs {
    /// Folder hasil
    #[arg(long, default_value = "public", value_name = "FOLDER")]
    out: PathBuf,
    /// Alamat situs, menggantikan alamat_situs di situs.yaml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Ikutkan entri berstatus draf
    #[arg(long)]
    drafts: bool,
    /// Banyak utas (bawaan: semua inti)
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// Buang simpanan dan buat semua dari awal
    #[arg(long)]
    clean: bool,
    /// Buat sekali lagi dari awal di sebelahnya dan bandingkan setiap byte
    #[arg(long)]
    verify: bool,
    /// Cetak ke mana waktu habis
    #[arg(long)]
    timings: bool,
}

/// What every command knows.
pub struct Setting {
    root: PathBuf,
    today: Date,
    format: Format,
    console: Console,
}

impl Setting {
    fn disk(&self) -> Folder {
        Folder::new(&self.root)
    }

    fn language(&self) -> Language {
        self.console.language
    }
}

/// Runs the program.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let language = console::language(cli.lang.as_deref());
    let console = Console::new(language, cli.quiet, cli.format);
    let today = match cli.date.as_deref().map(Date::parse_iso) {
        Some(None) => {
            console.error(language.pick("--date: tulis TTTT-BB-HH", "--date: write YYYY-MM-DD"));
            return Ending::Misuse.into();
        }
        Some(Some(day)) => day,
        None => console::today(),
    };
    let setting = Setting { root: cli.root, today, format: cli.format, console };
    let ended = match cli.command {
        Command::Build(args) => build::run(&setting, &args),
        Command::Check { paths, strict } => check::run(&setting, &paths, strict),
        Command::Images { input, output, threads } => images_run(&setting, &input, &output, threads),
    };
    match ended {
        Ok(ending) => ending.into(),
        Err(fault) => {
            setting.console.error(&fault.to_string());
            Ending::Failure.into()
        }
    }
}

/// The address asked for on the command line.
fn base_url(setting: &Setting, text: Option<&str>) -> Result<Option<BaseUrl>, Ending> {
    match text.map(BaseUrl::read) {
        None => Ok(None),
        Some(Ok(base)) => Ok(Some(base)),
        Some(Err(finding)) => {
            let message = crate::diagnostic::fill(finding.code.texts(setting.language()).message, &finding.arguments);
            setting.console.error(&format!("--base-url: {message}"));
            Err(Ending::Misuse)
        }
    }
}

fn images_run(setting: &Setting, input: &std::path::Path, output: &std::path::Path, threads: usize) -> Result<Ending, Fault> {
    match images::run(input, output, threads) {
        Ok(()) => Ok(Ending::Fine),
        Err(message) => {
            setting.console.error(&message);
            Ok(Ending::Mistakes)
        }
    }
}

