//! `serve`: builds, serves on this machine alone, rebuilds on change, reloads the page, and lays mistakes over it.

use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response, Sse, sse};
use axum::routing::get;
use notify_debouncer_full::{DebounceEventResult, new_debouncer, notify};
use tokio::sync::broadcast;
use tokio_stream::{Stream, StreamExt, wrappers::BroadcastStream};
use tower_http::services::ServeDir;

use super::{Ending, Setting};
use crate::bahasa::Language;
use crate::cache::Cache;
use crate::config::BaseUrl;
use crate::diagnostic::{Problems, show};
use crate::disk::{Fault, Folder};
use crate::pipeline::{self, Extent, Options, Silent};
use crate::seen::FOLDERS;

/// Quiet time after the last change before a build: editors write in several steps. Looked for as often as `LOOK`.
const CALM: Duration = Duration::from_millis(15);
const LOOK: Duration = Duration::from_millis(4);

/// The script that reloads the page; served from its own address, so that the strict policy of pages holds.
const RELOAD: &str = include_str!("serve/reload.js");

/// What the server knows of the last build.
#[derive(Default)]
struct Latest {
    /// HTML list of mistakes; empty when there are none.
    mistakes: String,
}

struct Shared {
    out: PathBuf,
    latest: RwLock<Latest>,
    signal: broadcast::Sender<()>,
}

/// Runs until it is stopped.
pub fn run(setting: &Setting, port: u16) -> Result<Ending, Fault> {
    let out = setting.root.join(".etalase").join("pratayang");
    let address = format!("http://127.0.0.1:{port}");
    let base = BaseUrl { origin: address.clone(), path: "/".to_owned() };
    let options = Options { today: setting.today, base: Some(base), drafts: true };
    let (signal, _) = broadcast::channel(16);
    let shared = Arc::new(Shared { out: out.clone(), latest: RwLock::default(), signal });
    let job = Job {
        disk: setting.disk(),
        out,
        options,
        cache: Cache::in_folder(&setting.root),
        language: setting.language(),
    };
    job.tell(job.build(Extent::Whole), setting, &shared);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|cause| Fault::new("memulai peladen", &address, cause))?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind(("127.0.0.1", port)));
    let listener = listener.map_err(|cause| Fault::new("membuka porta", &address, cause))?;
    setting
        .console
        .say(&format!("{address}  {}", setting.language().pick("(Ctrl+C untuk berhenti)", "(Ctrl+C to stop)")));
    let (changes, changed) = mpsc::channel();
    let _watcher = watch(&setting.root, changes)?;
    let app = Router::new()
        .route("/__etalase/muat.js", get(script))
        .route("/__etalase/kabar", get(events))
        .fallback(file)
        .with_state(shared.clone());
    std::thread::scope(|scope| {
        let (job, shared) = (&job, &shared);
        scope.spawn(move || {
            while changed.recv().is_ok() {
                job.renew(&changed, setting, shared);
            }
        });
        let served = runtime.block_on(async { axum::serve(listener, app).await });
        served.map_err(|cause| Fault::new("melayani", &address, cause))
    })?;
    Ok(Ending::Fine)
}

struct Job {
    disk: Folder,
    out: PathBuf,
    options: Options,
    cache: Cache,
    language: Language,
}

/// What a build came to.
struct Built {
    /// HTML list of mistakes; empty when there are none.
    mistakes: String,
    problems: Problems,
    took: Duration,
}

impl Built {
    fn is_sound(&self) -> bool {
        self.mistakes.is_empty()
    }
}

impl Job {
    fn build(&self, extent: Extent) -> Built {
        let started = Instant::now();
        let mut problems = Problems::new();
        let report =
            pipeline::build_extent(extent, &self.disk, &self.out, &self.options, &self.cache, &Silent, &mut problems);
        let mistakes = match &report {
            Err(fault) => format!("<li>{}</li>", crate::make::page::escape(&fault.to_string())),
            Ok(_) => self.mistakes(&problems),
        };
        Built { mistakes, problems, took: started.elapsed() }
    }

    /// Tells the terminal and open pages.
    fn tell(&self, built: Built, setting: &Setting, shared: &Shared) {
        let counts = built.problems.counts();
        if !built.is_sound() {
            setting.console.problems(built.problems, &self.disk);
        }
        let took = built.took.as_secs_f64() * 1000.0;
        setting.console.say(&format!("{} · {took:.0} ms", show::summary(counts, self.language)));
        let mut latest = shared.latest.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        latest.mistakes = built.mistakes;
        drop(latest);
        // Nobody listening is no failure.
        let _ = shared.signal.send(());
    }

    /// Shows what has changed: pages first, since somebody waits for one; then the rest, of which nothing is told unless it
    /// cannot be made.
    fn renew(&self, changed: &Receiver<()>, setting: &Setting, shared: &Shared) {
        loop {
            // Whatever else came meanwhile is in the same build.
            while changed.try_recv().is_ok() {}
            let pages = self.build(Extent::Pages);
            let sound = pages.is_sound();
            self.tell(pages, setting, shared);
            if changed.try_recv().is_ok() {
                continue;
            }
            if sound {
                let whole = self.build(Extent::Whole);
                if !whole.is_sound() {
                    self.tell(whole, setting, shared);
                }
            }
            return;
        }
    }

    fn mistakes(&self, problems: &Problems) -> String {
        let errors =
            problems.clone().sorted().into_iter().filter(|problem| problem.level() == crate::diagnostic::Level::Error);
        let row = |problem: crate::diagnostic::Diagnostic| {
            let place = format!("{}:{}:{}", problem.place.file, problem.place.span.line, problem.place.span.column);
            let text = format!("{} {}", show::message(&problem, self.language), show::hint(&problem, self.language));
            format!(
                "<li><code>{}</code><br>{}</li>",
                crate::make::page::escape(&place),
                crate::make::page::escape(&text)
            )
        };
        errors.map(row).collect()
    }
}

/// Watches all that a build may use, new folders too. Mere reading is no change.
fn watch(root: &Path, changes: mpsc::Sender<()>) -> Result<impl Sized, Fault> {
    let fault = |cause: notify::Error| Fault::new("mengawasi", root, std::io::Error::other(cause));
    let told = move |result: DebounceEventResult| {
        let Ok(events) = result else { return };
        if events.iter().any(|event| event.kind.is_create() || event.kind.is_modify() || event.kind.is_remove()) {
            let _ = changes.send(());
        }
    };
    let mut watcher = new_debouncer(CALM, Some(LOOK), told).map_err(fault)?;
    for folder in FOLDERS.map(|name| root.join(name)) {
        if folder.is_dir() {
            watcher.watch(&folder, notify::RecursiveMode::Recursive).map_err(fault)?;
        }
    }
    Ok(watcher)
}

async fn script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript")], RELOAD)
}

/// One event at once with the present mistakes, and one after each build.
async fn events(State(shared): State<Arc<Shared>>) -> Sse<impl Stream<Item = Result<sse::Event, Infallible>>> {
    let message = move |shared: &Shared, name: &str| {
        let latest = shared.latest.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        // As JSON, which is never empty: an event without data is none to a browser.
        Ok(sse::Event::default().event(name).data(serde_json::Value::from(latest.mistakes.as_str()).to_string()))
    };
    let first = tokio_stream::once(message(&shared, "mulai"));
    let later = BroadcastStream::new(shared.signal.subscribe()).map(move |_| message(&shared, "baru"));
    Sse::new(first.chain(later))
}

/// A file of the built site; pages get the reload script.
async fn file(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let missing = shared.out.join("404.html");
    // Their names tell their contents: a page that is loaded again need not ask for them.
    let for_ever = ["/aset/", "/i/"].iter().any(|folder| request.uri().path().starts_with(folder));
    let served = ServeDir::new(&shared.out).append_index_html_on_directories(true).try_call(request).await;
    let Ok(response) = served else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    if response.status() == StatusCode::NOT_FOUND {
        let html = tokio_read(&missing).unwrap_or_default();
        return (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], with_script(html))
            .into_response();
    }
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page || response.status() != StatusCode::OK {
        let mut response = response.map(Body::new);
        if for_ever && (response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED) {
            let value = header::HeaderValue::from_static("max-age=31536000, immutable");
            response.headers_mut().insert(header::CACHE_CONTROL, value);
        }
        return response;
    }
    match axum::body::to_bytes(Body::new(response.into_body()), 16 << 20).await {
        Ok(bytes) => {
            let html = String::from_utf8_lossy(&bytes).into_owned();
            (
                [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")],
                with_script(html),
            )
                .into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

#[expect(clippy::disallowed_methods, reason = "the preview reads what was built")]
fn tokio_read(path: &Path) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

fn with_script(html: String) -> String {
    html.replacen("</head>", "<script type=\"module\" src=\"/__etalase/muat.js\"></script></head>", 1)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "changes files as a person would")]
mod tests {
    use super::*;

    #[test]
    fn a_change_in_any_folder_of_sources_is_told() {
        for folder in FOLDERS {
            let root = tempfile::tempdir().unwrap();
            std::fs::create_dir(root.path().join(folder)).unwrap();
            std::fs::create_dir(root.path().join("public")).unwrap();
            let (changes, changed) = mpsc::channel();
            let _watcher = watch(root.path(), changes).unwrap();
            std::fs::write(root.path().join("public/index.html"), "x").unwrap();
            assert!(changed.recv_timeout(CALM * 10).is_err(), "the site itself is no source");
            std::fs::write(root.path().join(folder).join("baru"), "x").unwrap();
            assert!(changed.recv_timeout(Duration::from_secs(20)).is_ok(), "{folder}");
        }
    }
}
