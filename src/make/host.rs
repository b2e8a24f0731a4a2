//! What hosts read: headers, redirects, error pages, and the small files some of them ask for. The same folder works on
//! Cloudflare Pages, Netlify, GitHub and GitLab Pages, Apache and LiteSpeed (cPanel) and nginx, at a domain's root and
//! below a path.

use std::fmt::Write;

use crate::bahasa::Language;
use crate::config::Site;
use crate::diagnostic::{Code, Finding};
use crate::model::{Catalog, Date};
use crate::plan::{Fixed, Redirect, address, files};

/// Files whose name changes whenever their content does may be kept for a year.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// Everything else is asked for again; unchanged files cost a few bytes.
const ASK: &str = "public, max-age=0, must-revalidate";

/// For a walk from page to page.
const BRIEF: &str = "public, max-age=300";

/// What the rest of the build knows about the output.
#[derive(Debug, Clone, Copy, Default)]
pub struct Layout<'a> {
    /// Folders that hold nothing but files with a content hash in their name, as paths: `/aset/`, `/i/`.
    pub hashed: &'a [&'a str],
    /// Files that a browser may use for a few minutes without asking: an old one leads it to the new one by itself.
    pub brief: &'a [&'a str],
    /// The service worker's path, if there is one: `/sw.js`.
    pub worker: Option<&'a str>,
    /// The content policy of the browser editor below [`EDITOR`], if there is one.
    pub editor: Option<&'a str>,
    /// There are `.br` and `.gz` files beside the others.
    pub compressed: bool,
}

/// Where the browser editor stands.
const EDITOR: &str = "/admin/";

/// The headers that are others in the editor: its own policy, and windows of the service that it signs in with.
fn editor_headers(policy: &str) -> [(&'static str, String); 2] {
    [
        ("Content-Security-Policy", policy.to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin-allow-popups".to_owned()),
    ]
}

/// Files for hosts and for whoever runs them. The last names pages that their owners asked to take away.
const FOR_HOSTS: [&str; 5] = ["_headers", "_redirects", "nginx.conf.contoh", "CNAME", "hapus.txt"];

/// Headers that hold for every file.
fn security_headers(site: &Site) -> Vec<(&'static str, String)> {
    let secure = site.base.origin.starts_with("https://");
    let mut policy = String::from(
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'",
    );
    if secure {
        policy.push_str("; upgrade-insecure-requests");
    }
    let permissions = "camera=(), microphone=(), payment=(), usb=(), geolocation=(self), browsing-topics=()";
    let mut all = vec![
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("X-Frame-Options", "DENY".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", permissions.to_owned()),
    ];
    if secure {
        all.push(("Strict-Transport-Security", "max-age=31536000".to_owned()));
    }
    if site.sample {
        all.push(("X-Robots-Tag", "noindex".to_owned()));
    }
    all
}

/// Media types that older hosts do not know.
const TYPES: [(&str, &str); 7] = [
    ("webmanifest", "application/manifest+json"),
    ("ics", "text/calendar; charset=utf-8"),
    ("vcf", "text/vcard; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("svg", "image/svg+xml"),
];

/// `_headers` of Cloudflare Pages and Netlify. Both join the values of rules that match the same file, so no header is
/// given in two rules; their own default for other files is to ask again.
pub fn headers(site: &Site, layout: &Layout<'_>) -> String {
    let mut text = String::from("# Dibuat oleh etalase. Dibaca oleh Cloudflare Pages dan Netlify.\n");
    let mut rule = |path: &str, taken_off: &[&str], lines: &[(&str, String)]| {
        let _ = writeln!(text, "\n{path}");
        taken_off.iter().for_each(|name| {
            let _ = writeln!(text, "  ! {name}");
        });
        lines.iter().for_each(|(name, value)| {
            let _ = writeln!(text, "  {name}: {value}");
        });
    };
    rule("/*", &[], &security_headers(site));
    for folder in layout.hashed {
        rule(&format!("{}*", site.base.href(folder)), &[], &[("Cache-Control", FOREVER.to_owned())]);
    }
    for file in layout.brief {
        rule(&site.base.href(file), &[], &[("Cache-Control", BRIEF.to_owned())]);
    }
    if let Some(worker) = layout.worker {
        rule(&site.base.href(worker), &[], &[("Cache-Control", "no-cache".to_owned())]);
    }
    if let Some(policy) = layout.editor {
        // Cloudflare takes off what an earlier rule gave, by the sign. Netlify passes over such lines, and lets the rule of
        // the narrower path decide.
        let own = editor_headers(policy);
        rule(&format!("{}*", site.base.href(EDITOR)), &own.each_ref().map(|(name, _)| *name), &own);
    }
    // Open data may be read by scripts of other sites.
    rule(&format!("{}*", site.base.href("/data/")), &[], &[("Access-Control-Allow-Origin", "*".to_owned())]);
    for language in &site.languages {
        let atom = ("Content-Type", "application/atom+xml; charset=utf-8".to_owned());
        for kind in files::FeedKind::ALL {
            rule(&site.base.href(&kind.path(*language)), &[], std::slice::from_ref(&atom));
        }
        let manifest = ("Content-Type", "application/manifest+json".to_owned());
        rule(&site.base.href(&files::manifest(*language)), &[], &[manifest]);
    }
    text
}

/// `_redirects` of Cloudflare Pages, Netlify and GitLab Pages: each old path with and without its last slash.
pub fn redirects(site: &Site, redirects: &[Redirect]) -> String {
    let mut text = String::from("# Dibuat oleh etalase dari alamat_lama.\n");
    for redirect in redirects {
        let to = site.base.href(&redirect.to);
        for from in spellings(&redirect.from) {
            let _ = writeln!(text, "{} {to} 301", site.base.href(from));
        }
    }
    if site.languages.contains(&Language::En) {
        // Netlify only; Cloudflare finds the nearest 404.html by itself.
        let _ = writeln!(
            text,
            "{}* {} 404",
            site.base.href(address::root(Language::En)),
            site.base.href(&Fixed::NotFound.path(Language::En))
        );
    }
    text
}

/// A path with and without its last slash.
fn spellings(path: &str) -> impl Iterator<Item = &str> {
    let bare = path.trim_end_matches('/');
    let second = (bare != path && !bare.is_empty()).then_some(bare);
    std::iter::once(path).chain(second)
}

/// `.htaccess` for Apache and LiteSpeed. Every part stands in an `IfModule`, so that a host without the module still
/// serves the site.
pub fn htaccess(site: &Site, redirects: &[Redirect], layout: &Layout<'_>) -> String {
    let mut text = String::from("# Dibuat oleh etalase untuk Apache dan LiteSpeed (cPanel).\n");
    let _ = writeln!(text, "ErrorDocument 404 {}", site.base.href(&Fixed::NotFound.path(Language::Id)));
    text.push_str("<IfModule mod_dir.c>\n  DirectoryIndex index.html\n</IfModule>\n");
    text.push_str("<IfModule mod_autoindex.c>\n  IndexIgnore *\n</IfModule>\n");
    // Files and folders with a dot in front are for the host and for whoever works there.
    let _ = writeln!(
        text,
        "<IfModule mod_alias.c>\n  RedirectMatch 404 \"/\\.(?!well-known(/|$))\"\n  \
         RedirectMatch 404 \"^{}({})(\\.br|\\.gz)?$\"\n</IfModule>",
        pattern(&site.base.href("/")),
        FOR_HOSTS.map(pattern).join("|")
    );
    text.push_str("AddDefaultCharset UTF-8\n<IfModule mod_mime.c>\n");
    for (ending, kind) in TYPES {
        let _ = writeln!(text, "  AddType \"{kind}\" .{ending}");
    }
    text.push_str("</IfModule>\n\n");
    apache_headers(&mut text, site, layout);
    apache_compression(&mut text, layout);
    // After the others, since the last one that matches counts.
    text.push_str(
        "<FilesMatch \"^atom\\.xml(\\.(br|gz))?$\">\n  ForceType \"application/atom+xml; charset=utf-8\"\n\
         </FilesMatch>\n\n",
    );
    apache_rewrites(&mut text, site, redirects, layout);
    text
}

/// A second `.htaccess` for the folder of the English pages, whose errors are told in English.
pub fn htaccess_english(site: &Site) -> Option<String> {
    let page = site.base.href(&Fixed::NotFound.path(Language::En));
    site.languages.contains(&Language::En).then(|| format!("# Dibuat oleh etalase.\nErrorDocument 404 {page}\n"))
}

fn apache_headers(text: &mut String, site: &Site, layout: &Layout<'_>) {
    text.push_str("<IfModule mod_setenvif.c>\n");
    for folder in layout.hashed {
        let _ = writeln!(text, "  SetEnvIf Request_URI \"^{}\" ETALASE_TETAP", pattern(&site.base.href(folder)));
    }
    for file in layout.brief {
        let _ = writeln!(text, "  SetEnvIf Request_URI \"^{}$\" ETALASE_SEBENTAR", pattern(&site.base.href(file)));
    }
    let _ = writeln!(text, "  SetEnvIf Request_URI \"^{}\" ETALASE_DATA", pattern(&site.base.href("/data/")));
    if layout.editor.is_some() {
        let _ = writeln!(text, "  SetEnvIf Request_URI \"^{}\" ETALASE_ADMIN", pattern(&site.base.href(EDITOR)));
    }
    if layout.compressed {
        // What is compressed must not be compressed once more.
        text.push_str("  SetEnvIf Request_URI \"\\.(br|gz)$\" no-gzip no-brotli\n");
    }
    text.push_str("</IfModule>\n<IfModule mod_headers.c>\n");
    for (name, value) in security_headers(site) {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    for (name, value) in layout.editor.iter().flat_map(|policy| editor_headers(policy)) {
        let _ = writeln!(text, "  Header always set {name} \"{value}\" env=ETALASE_ADMIN");
    }
    let _ = writeln!(text, "  Header set Cache-Control \"{ASK}\"");
    let _ = writeln!(text, "  Header set Cache-Control \"{FOREVER}\" env=ETALASE_TETAP");
    let _ = writeln!(text, "  Header set Cache-Control \"{BRIEF}\" env=ETALASE_SEBENTAR");
    text.push_str("  Header set Access-Control-Allow-Origin \"*\" env=ETALASE_DATA\n</IfModule>\n\n");
}

fn apache_compression(text: &mut String, layout: &Layout<'_>) {
    let kinds = "text/html text/css text/plain text/csv text/calendar text/javascript application/javascript \
                 application/json application/manifest+json application/xml application/atom+xml image/svg+xml";
    let _ = write!(
        text,
        "<IfModule mod_brotli.c>\n  AddOutputFilterByType BROTLI_COMPRESS {kinds}\n</IfModule>\n\
         <IfModule mod_deflate.c>\n  AddOutputFilterByType DEFLATE {kinds}\n</IfModule>\n"
    );
    if layout.compressed {
        text.push_str("<IfModule mod_headers.c>\n<IfModule mod_mime.c>\n");
        let ready = [
            ("html", "text/html; charset=utf-8"),
            ("css", "text/css; charset=utf-8"),
            ("js", "text/javascript; charset=utf-8"),
            ("json", "application/json"),
            ("webmanifest", "application/manifest+json"),
            ("xml", "application/xml"),
            ("svg", "image/svg+xml"),
            ("txt", "text/plain; charset=utf-8"),
            ("csv", "text/csv; charset=utf-8"),
            ("ics", "text/calendar; charset=utf-8"),
        ];
        // ".br" is also the ending of Breton pages to Apache.
        text.push_str("  RemoveLanguage .br\n  RemoveType .gz\n");
        for (ending, kind) in ready {
            let _ =
                writeln!(text, "  <FilesMatch \"\\.{ending}\\.(br|gz)$\">\n    ForceType \"{kind}\"\n  </FilesMatch>");
        }
        for (ending, coding) in [("br", "br"), ("gz", "gzip")] {
            let _ = writeln!(
                text,
                "  <FilesMatch \"\\.{ending}$\">\n    Header set Content-Encoding {coding}\n    \
                 Header append Vary Accept-Encoding\n  </FilesMatch>"
            );
        }
        text.push_str("</IfModule>\n</IfModule>\n");
    }
    text.push('\n');
}

fn apache_rewrites(text: &mut String, site: &Site, redirects: &[Redirect], layout: &Layout<'_>) {
    text.push_str("<IfModule mod_rewrite.c>\n  RewriteEngine On\n");
    let _ = writeln!(text, "  RewriteBase {}", site.base.path);
    for redirect in redirects {
        let from = pattern(redirect.from.trim_matches('/'));
        let _ = writeln!(text, "  RewriteRule \"^{from}/?$\" \"{}\" [R=301,L]", site.base.href(&redirect.to));
    }
    // A folder without a page of its own is not listed: `Options -Indexes` would be an error where a host forbids it.
    text.push_str(
        "  RewriteCond %{REQUEST_FILENAME} -d\n  RewriteCond %{REQUEST_FILENAME}/index.html !-f\n  \
         RewriteRule \"^\" - [R=404,L]\n",
    );
    if layout.compressed {
        for (coding, ending) in [("br", "br"), ("gzip", "gz")] {
            let _ = writeln!(
                text,
                "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b\n  RewriteCond %{{REQUEST_FILENAME}} -f\n  \
                 RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n  \
                 RewriteRule \"^(.+)$\" \"$1.{ending}\" [L]"
            );
        }
    }
    text.push_str("</IfModule>\n");
}

/// A path inside a regular expression. Paths hold letters, digits and `- . _ ~ /` only.
fn pattern(path: &str) -> String {
    path.replace('.', "\\.")
}

/// An example for nginx, to be included in a `server` block.
pub fn nginx(site: &Site, redirects: &[Redirect], layout: &Layout<'_>) -> String {
    let root = site.base.href("/");
    let missing = site.base.href(&Fixed::NotFound.path(Language::Id));
    let mut text = format!(
        "# Contoh untuk nginx, dibuat oleh etalase. Sertakan di dalam blok server {{ … }}:\n\
         #   root /var/www/etalase;   # folder yang berisi \"{}\"\n\
         #   include nginx.conf.contoh;\n\n\
         index index.html;\ncharset utf-8;\n\
         charset_types text/css text/csv text/plain text/javascript application/javascript application/json \
         application/atom+xml;\nerror_page 403 =404 {missing};\nerror_page 404 {missing};\n",
        root.trim_matches('/'),
    );
    let kinds = "text/css text/plain text/csv text/calendar text/javascript application/javascript application/json \
                 application/manifest+json application/xml text/xml application/atom+xml image/svg+xml";
    let _ = writeln!(text, "gzip on;\ngzip_vary on;\ngzip_types {kinds};");
    if layout.compressed {
        text.push_str("gzip_static on;\n# brotli_static on;   # bila modul brotli terpasang\n");
    }
    // nginx drops all headers of the level above where one is added, so each block repeats them.
    let add = |headers: &[(&str, String)]| {
        headers.iter().fold(String::new(), |mut text, (name, value)| {
            let _ = writeln!(text, "  add_header {name} \"{value}\" always;");
            text
        })
    };
    let common = security_headers(site);
    let mut write = |path: &str, headers: &str, more: &[String]| {
        let _ = write!(text, "\nlocation {path} {{\n{headers}");
        more.iter().for_each(|line| {
            let _ = writeln!(text, "  {line}");
        });
        text.push_str("  try_files $uri $uri/ =404;\n}\n");
    };
    if let Some(policy) = layout.editor {
        let own = editor_headers(policy);
        let kept = common.iter().filter(|(name, _)| own.iter().all(|(other, _)| other != name));
        let all: Vec<(&str, String)> = kept.chain(&own).cloned().collect();
        let ask = format!("add_header Cache-Control \"{ASK}\" always;");
        write(&format!("^~ {}", site.base.href(EDITOR)), &add(&all), &[ask]);
    }
    let common = add(&common);
    let mut block = |path: &str, more: &[String]| write(path, &common, more);
    block(&root, &[format!("add_header Cache-Control \"{ASK}\" always;")]);
    if site.languages.contains(&Language::En) {
        let missing = site.base.href(&Fixed::NotFound.path(Language::En));
        block(
            &site.base.href(address::root(Language::En)),
            &[
                format!("add_header Cache-Control \"{ASK}\" always;"),
                format!("error_page 403 =404 {missing};"),
                format!("error_page 404 {missing};"),
            ],
        );
    }
    for file in layout.brief {
        block(&format!("= {}", site.base.href(file)), &[format!("add_header Cache-Control \"{BRIEF}\";")]);
    }
    for folder in layout.hashed {
        block(&format!("^~ {}", site.base.href(folder)), &[format!("add_header Cache-Control \"{FOREVER}\";")]);
    }
    block(
        &format!("^~ {}", site.base.href("/data/")),
        &[
            "types { text/csv csv; application/json json; }".to_owned(),
            format!("add_header Cache-Control \"{ASK}\" always;"),
            "add_header Access-Control-Allow-Origin \"*\" always;".to_owned(),
        ],
    );
    let mut typed = |path: String, kind: &str| {
        let ask = format!("add_header Cache-Control \"{ASK}\" always;");
        block(&path, &["types { }".to_owned(), format!("default_type \"{kind}\";"), ask]);
    };
    for language in &site.languages {
        for kind in files::FeedKind::ALL {
            typed(format!("= {}", site.base.href(&kind.path(*language))), "application/atom+xml");
        }
        typed(format!("= {}", site.base.href(&files::manifest(*language))), "application/manifest+json");
    }
    typed("~ \\.ics$".to_owned(), "text/calendar; charset=utf-8");
    typed("~ \\.vcf$".to_owned(), "text/vcard; charset=utf-8");
    // Files and folders with a dot in front are for the host and for whoever works there.
    let _ = writeln!(text, "\nlocation ~ ^{}(.*/)?\\.(?!well-known(/|$)) {{ return 404; }}", pattern(&root));
    for file in FOR_HOSTS {
        let _ = writeln!(text, "location ^~ {root}{file} {{ return 404; }}");
    }
    for redirect in redirects {
        for from in spellings(&redirect.from) {
            let _ = writeln!(
                text,
                "location = {} {{ return 301 {}; }}",
                site.base.href(from),
                site.base.href(&redirect.to)
            );
        }
    }
    text
}

/// `CNAME` of GitHub Pages: the domain alone.
pub fn cname(site: &Site) -> Option<String> {
    site.cname.as_ref().map(|domain| format!("{}\n", domain.trim()))
}

/// `.well-known/security.txt` (RFC 9116): whom to tell about a hole. It says itself for how long it holds.
pub fn security(site: &Site, today: Date) -> String {
    let report = site.base.absolute(&Fixed::Report.path(Language::Id));
    let email = site.office.email.as_ref().filter(|_| !site.sample).map(|email| format!("Contact: mailto:{email}\n"));
    let languages: Vec<&str> = site.languages.iter().map(|language| language.code()).collect();
    format!(
        "{}Contact: {report}\nExpires: {}T00:00:00Z\nPreferred-Languages: {}\nCanonical: {}\n",
        email.unwrap_or_default(),
        // The standard asks for less than a year.
        today.plus_days(360),
        languages.join(", "),
        site.base.absolute(files::SECURITY),
    )
}

/// `hapus.txt`: addresses of withdrawn entries, for whoever can empty caches and ask search engines to forget them.
pub fn withdrawn(catalog: &Catalog, site: &Site) -> Option<String> {
    let mut paths: Vec<String> = Vec::new();
    for gone in &catalog.withdrawn {
        for language in &site.languages {
            paths.push(site.base.absolute(&address::entry(gone.kind, &gone.slug, *language)));
        }
    }
    paths.sort();
    (!paths.is_empty()).then(|| format!("{}\n", paths.join("\n")))
}

/// What a host takes.
struct Host {
    name: &'static str,
    files: Option<u64>,
    file_bytes: Option<u64>,
    site_bytes: Option<u64>,
    redirects: Option<u64>,
}

const MIB: u64 = 1024 * 1024;

/// Limits as of November 2026, each from the host's own documentation.
const HOSTS: [Host; 3] = [
    Host {
        name: "Cloudflare Pages",
        files: Some(20_000),
        file_bytes: Some(25 * MIB),
        site_bytes: None,
        redirects: Some(2_000),
    },
    // A repository takes no file above 100 MiB.
    Host {
        name: "GitHub Pages",
        files: None,
        file_bytes: Some(100 * MIB),
        site_bytes: Some(1_000_000_000),
        redirects: None,
    },
    Host {
        name: "GitLab Pages",
        files: Some(200_000),
        file_bytes: None,
        site_bytes: Some(1_000_000_000),
        redirects: Some(1_000),
    },
];

/// `INANG-BATAS` for every limit of a known host that the site passes. `files` are the sizes of all output files,
/// `redirects` counts the lines of `_redirects`.
pub fn limits(files: &[(&str, u64)], redirects: usize) -> Vec<Finding> {
    let count = files.len() as u64;
    let bytes: u64 = files.iter().map(|(_, size)| size).sum();
    let largest = files.iter().max_by_key(|(path, size)| (size, std::cmp::Reverse(*path)));
    let mut found = Vec::new();
    for host in &HOSTS {
        let mut over = |most: Option<u64>, is: u64, what: String, show: fn(u64) -> String| {
            if let Some(most) = most.filter(|most| is > *most) {
                let finding = Finding::new(Code::InangBatas).with("inang", host.name).with("apa", what);
                found.push(finding.with("maks", show(most)).with("n", show(is)));
            }
        };
        let number = |value| crate::bahasa::group(value, Language::Id);
        over(host.files, count, "jumlah berkas".to_owned(), number);
        if let Some((path, size)) = largest {
            over(host.file_bytes, *size, format!("ukuran satu berkas ({path})"), megabytes);
        }
        over(host.site_bytes, bytes, "ukuran situs".to_owned(), megabytes);
        over(host.redirects, redirects as u64, "jumlah pengalihan".to_owned(), number);
    }
    found
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", crate::bahasa::group(bytes.div_ceil(1_000_000), Language::Id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_passed_limits_are_told() {
        assert!(limits(&[("a", 25 * MIB), ("b", 5)], 2_000 / 2).is_empty());
        let found = limits(&[("besar.pdf", 26 * MIB), ("b", 5)], 0);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].argument("inang"), Some("Cloudflare Pages"));
        assert_eq!(found[0].argument("apa"), Some("ukuran satu berkas (besar.pdf)"));
        let many: Vec<(&str, u64)> = vec![("x", 60_000); 20_001];
        let names: Vec<_> =
            limits(&many, 0).iter().map(|finding| finding.argument("inang").unwrap().to_owned()).collect();
        assert_eq!(names, ["Cloudflare Pages", "GitHub Pages", "GitLab Pages"]);
    }

    #[test]
    fn both_spellings_of_a_path_lead_on() {
        assert_eq!(spellings("/a/b/").collect::<Vec<_>>(), ["/a/b/", "/a/b"]);
        assert_eq!(spellings("/a.html").collect::<Vec<_>>(), ["/a.html"]);
        assert_eq!(spellings("/").collect::<Vec<_>>(), ["/"]);
    }
}
