//! What staff type. Only here is anything printed, and only here are clock, environment and arguments read.

mod build;
mod check;
pub mod cms;
pub mod completions;
mod console;
pub mod explain;
pub mod export;
mod history;
pub mod images;
pub mod import;
pub mod init;
pub mod new;
mod progress;
mod put;
pub mod report;
mod repository;
pub mod review;
pub mod schema;
pub mod search;
mod serve;
pub mod sheet;
mod staff;
mod wants;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::bahasa::Language;
use crate::cache::Cache;
use crate::config::BaseUrl;
use crate::diagnostic::{Finding, fill};
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
        /// Periksa apa yang akan dicatat git (git add), bukan isi folder kerja
        #[arg(long, conflicts_with = "paths")]
        staged: bool,
    },
    /// Meninjau usulan perubahan: kesalahan, kelengkapan, dan apa yang tampak berbeda di situs
    Review {
        /// Keadaan sebelumnya: cabang, tag, atau commit git, atau folder yang memuat content/
        #[arg(long, default_value = "main", value_name = "REF|FOLDER")]
        base: String,
    },
    /// Menampilkan situs di komputer ini dan memperbaruinya setiap kali berkas disimpan
    Serve {
        /// Nomor porta
        #[arg(long, default_value_t = 1111, value_name = "N")]
        port: u16,
    },
    /// Mencari di indeks situs yang sudah dibuat
    Search {
        /// Kata yang dicari
        #[arg(value_name = "KATA")]
        words: Vec<String>,
        /// Berkas berisi satu pencarian per baris
        #[arg(long, value_name = "BERKAS")]
        queries: Option<PathBuf>,
        /// Folder situs yang sudah dibuat
        #[arg(long, default_value = "public", value_name = "FOLDER")]
        out: PathBuf,
    },
    /// Membuat entri baru yang tinggal diisi
    New {
        /// produk, umkm, koperasi, kabar, agenda, …
        kind: String,
        /// Nama entri
        name: String,
        /// Foto yang ikut disalin
        #[arg(long, value_name = "FOTO", num_args = 1..)]
        from: Vec<PathBuf>,
    },
    /// Membuat situs baru yang kosong
    Init {
        /// Folder situs baru
        folder: PathBuf,
        /// Siapkan penerbitan: github, gitlab, netlify, cloudflare, cpanel
        #[arg(long, value_name = "INANG")]
        host: Option<String>,
        /// Pasang pemeriksa sebelum commit
        #[arg(long)]
        hook: bool,
        /// Sertakan beberapa entri contoh
        #[arg(long)]
        contoh: bool,
    },
    /// Memasukkan data dari berkas Excel, ODS, atau CSV
    Import {
        /// Berkas .xlsx, .ods, atau .csv
        file: PathBuf,
        /// Hanya tunjukkan apa yang akan dilakukan
        #[arg(long)]
        dry_run: bool,
        /// Jenis entri, bila lembarnya tidak menyebutkan
        #[arg(long, value_name = "JENIS")]
        kind: Option<String>,
        /// Berkas yang menerangkan arti tiap kolom
        #[arg(long, value_name = "BERKAS")]
        mapping: Option<PathBuf>,
        /// Entri baru yang belum lengkap disimpan sebagai draf
        #[arg(long)]
        draft: bool,
    },
    /// Mengeluarkan semua entri ke berkas Excel atau CSV
    Export {
        /// Berkas .xlsx atau .csv
        file: PathBuf,
        /// Hanya jenis ini (wajib untuk CSV)
        #[arg(long, value_name = "JENIS")]
        kind: Option<String>,
    },
    /// Menulis skema JSON untuk penyunting teks
    Schema {
        /// Cetak skema satu jenis saja
        kind: Option<String>,
    },
    /// Menerangkan arti sebuah kode, atau asal sebuah halaman
    Explain {
        /// Kode (PROD-HARGA) atau alamat (/produk/…/); kosong: daftar semua kode
        what: Option<String>,
        /// Folder situs yang sudah dibuat
        #[arg(long, default_value = "public", value_name = "FOLDER")]
        out: PathBuf,
    },
    /// Menulis penyunting berbasis peramban (Sveltia/Decap CMS) ke admin/
    Cms {
        /// Repositori git, misalnya kota/etalase
        #[arg(long, value_name = "PEMILIK/NAMA")]
        repo: Option<String>,
    },
    /// Mencetak pelengkap perintah untuk shell, atau halaman manual
    Completions {
        /// bash, zsh, fish, elvish, powershell, atau man
        shell: String,
    },
    /// Laporan untuk petugas: kelengkapan, izin yang akan habis, harga lama, foto bermasalah
    Report {
        /// html, json, atau md
        #[arg(long = "as", default_value = "html", value_name = "BENTUK")]
        form: String,
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
    /// The sources, and what git knows about them.
    fn disk(&self) -> Folder {
        let history = history::read(&self.root, &Cache::in_folder(&self.root));
        Folder::new(&self.root).with_history(history)
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
        Command::Check { strict, staged: true, .. } => check::staged(&setting, strict),
        Command::Check { paths, strict, .. } => check::run(&setting, &paths, strict),
        Command::Review { base } => review::run(&setting, &base),
        Command::Serve { port } => serve::run(&setting, port),
        Command::Search { words, queries, out } => staff::search(&setting, &words, queries.as_deref(), &out),
        Command::New { kind, name, from } => staff::new(&setting, &kind, &name, &from),
        Command::Init { folder, host, hook, contoh } => staff::init(&setting, &folder, host.as_deref(), hook, contoh),
        Command::Import { file, dry_run, kind, mapping, draft } => {
            staff::import(&setting, &file, kind.as_deref(), mapping, dry_run, draft)
        }
        Command::Export { file, kind } => staff::export(&setting, &file, kind.as_deref()),
        Command::Schema { kind } => staff::schema(&setting, kind.as_deref()),
        Command::Explain { what, out } => staff::explain(&setting, what.as_deref(), &out),
        Command::Cms { repo } => staff::cms(&setting, repo),
        Command::Completions { shell } => staff::completions(&setting, &shell),
        Command::Report { form } => staff::report(&setting, &form),
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
            let message = fill(finding.code.texts(setting.language()).message, &finding.arguments);
            setting.console.error(&format!("--base-url: {message}"));
            Err(Ending::Misuse)
        }
    }
}

fn images_run(
    setting: &Setting,
    input: &std::path::Path,
    output: &std::path::Path,
    threads: usize,
) -> Result<Ending, Fault> {
    let refused = images::run(input, output, threads)?;
    let shown = |(path, finding): &(PathBuf, Finding)| {
        let message = fill(finding.code.texts(setting.language()).message, &finding.arguments);
        setting.console.error(&format!("{}: {message} [{}]", path.display(), finding.code));
    };
    refused.iter().for_each(shown);
    Ok(if refused.is_empty() { Ending::Fine } else { Ending::Mistakes })
}
