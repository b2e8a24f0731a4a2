//! The report as one page without script: tables, and plots drawn as SVG.

use std::fmt::Write;

use super::{District, EntryRef, Format, Maker, Remark, Report, SOON_DAYS, Scored};
use crate::bahasa::group;

/// Rows of a table that the page shows; the JSON form holds all.
pub const ROWS_SHOWN: usize = 400;

const STYLE: &str = "
:root{color-scheme:light dark;--ink:#1d2733;--pale:#5c6b7a;--line:#d5dde5;--paper:#fff;--fill:#eef3f7;--bar:#0b6e6e;--bad:#b3261e;--mid:#9a6700}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--pale:#9fb0c0;--line:#33414f;--paper:#12181f;--fill:#1b242d;--bar:#4fc3b8;--bad:#ff8a80;--mid:#f2c14e}}
*{box-sizing:border-box}body{margin:0 auto;max-width:75rem;padding:1.5rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.7rem;margin:0}h2{margin:2.5rem 0 .5rem;font-size:1.25rem}h3{margin:1.5rem 0 .25rem;font-size:1rem}
p{max-width:45rem}.pale{color:var(--pale)}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none}
.figures{display:flex;flex-wrap:wrap;gap:1rem;padding:0;list-style:none}.figures li{background:var(--fill);padding:.75rem 1rem;border-radius:.5rem;min-width:8rem}
a{color:var(--bar)}.figures b{display:block;font-size:1.6rem;line-height:1.2;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
th{background:var(--fill);position:sticky;top:0}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.low{color:var(--bad);font-weight:600}.mid{color:var(--mid)}code{font-size:.85em;overflow-wrap:anywhere}
svg{max-width:100%;height:auto;display:block;margin:.5rem 0}svg text{fill:currentColor;font:12px system-ui,sans-serif}svg .bar{fill:var(--bar)}svg .base{stroke:var(--line)}
.plots{display:flex;flex-wrap:wrap;gap:2rem}figure{margin:0}figcaption{font-weight:600}
@media(max-width:40rem){body{padding:1rem}.figures{display:grid;grid-template-columns:1fr 1fr;gap:.5rem}.figures li{min-width:0}
thead{position:absolute;clip-path:inset(50%);white-space:nowrap;overflow:hidden;width:1px;height:1px}table,tbody,tr,td{display:block}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
td,td.n{position:relative;min-height:1.5em;border:0;padding:.1rem 0 .1rem 8.5rem;text-align:left;white-space:normal}td:empty{display:none}td::before{content:attr(data-label);position:absolute;left:0;width:8rem;color:var(--pale);font-weight:400}}
@media print{th{position:static}body{max-width:none}}
";

/// The page.
pub fn page(report: &Report) -> String {
    let mut body = String::new();
    head(&mut body, report);
    for (id, title, make) in SECTIONS {
        let mut part = String::new();
        make(&mut part, report);
        let _ = writeln!(body, "<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2>{part}</section>");
    }
    format!(
        "<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n<title>Laporan isi etalase, {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        escape(&report.day)
    )
}

type Section = (&'static str, &'static str, fn(&mut String, &Report));

const SECTIONS: [Section; 11] = [
    ("kecamatan", "Per kecamatan", districts),
    ("usaha", "UMKM dan koperasi", makers),
    ("produk", "Produk", products),
    ("habis", "Segera habis dan sudah lewat", endings),
    ("harga", "Harga lama", prices),
    ("periksa", "Perlu diperiksa ulang", |out, report| {
        remarks(out, &report.unchecked, "Keadaan", "Semua entri sudah diperiksa dalam masa yang ditetapkan.")
    }),
    ("inggris", "Belum ada bahasa Inggris", |out, report| {
        remarks(out, &report.untranslated, "Yang belum ada", "Semua entri sudah punya bahasa Inggris.")
    }),
    ("ganda", "Mungkin tercatat dua kali", |out, report| {
        remarks(out, &report.twins, "Kembarannya", "Tidak ada yang tampak ganda.")
    }),
    ("foto", "Klinik foto", clinic),
    ("tautan", "Tautan keluar untuk diperiksa", links),
    ("masalah", "Masalah menurut kode", codes),
];

fn head(out: &mut String, report: &Report) {
    let day = crate::model::Date::parse_iso(&report.day)
        .map_or_else(|| report.day.clone(), |day| day.display(crate::bahasa::Language::Id));
    let _ = write!(
        out,
        "<header><h1>Laporan isi etalase</h1><p class=\"pale\">{}. Untuk petugas; halaman ini tidak ikut diterbitkan.</p>\n<ul class=\"figures\">",
        escape(&day)
    );
    let soon = report.endings.iter().filter(|ending| ending.days >= 0).count();
    let over = report.endings.len() - soon;
    let score = |score: Option<u8>| score.map_or_else(|| "–".to_owned(), |score| score.to_string());
    for (number, label) in [
        (report.businesses.to_string(), "UMKM"),
        (report.cooperatives.to_string(), "koperasi"),
        (report.products.len().to_string(), "produk"),
        (score(report.products_score), "nilai rata-rata produk"),
        (score(report.businesses_score), "nilai rata-rata UMKM"),
        (soon.to_string(), "berakhir dalam 60 hari"),
        (over.to_string(), "sudah lewat"),
        (report.old_prices.len().to_string(), "harga lama"),
    ] {
        let _ = write!(out, "<li><b>{number}</b>{label}</li>");
    }
    out.push_str("</ul>\n<nav aria-label=\"Bagian laporan\"><ul>");
    for (id, title, _) in SECTIONS {
        let _ = write!(out, "<li><a href=\"#{id}\">{title}</a></li>");
    }
    out.push_str("</ul></nav></header>\n");
    let scores: Vec<u8> = report.products.iter().map(|product| product.score).collect();
    let own: Vec<u8> = report.makers.iter().map(|maker| maker.own.score).collect();
    let _ = writeln!(
        out,
        "<div class=\"plots\">{}{}</div>",
        histogram("Nilai kelengkapan produk", "produk", &scores),
        histogram("Nilai kelengkapan UMKM dan koperasi", "entri", &own)
    );
}

fn districts(out: &mut String, report: &Report) {
    let bars = |title: &str, most: Option<usize>, value: &dyn Fn(&District) -> usize| {
        let rows: Vec<(&str, usize)> =
            report.districts.iter().map(|district| (district.name.as_str(), value(district))).collect();
        bar_chart(title, &rows, most)
    };
    let _ = write!(
        out,
        "<div class=\"plots\">{}{}{}</div>",
        bars("Produk", None, &|district| district.products),
        bars("UMKM dan koperasi", None, &|district| district.makers),
        bars("Nilai rata-rata produk (0–100)", Some(100), &|district| usize::from(district.score.unwrap_or(0)))
    );
    let rows = report.districts.iter().map(|district| {
        let total = district.villages_covered + district.villages_empty.len();
        vec![
            cell(&escape(&district.name)),
            number(district.makers),
            number(district.products),
            score(district.score),
            number_text(&format!("{} dari {total}", district.villages_covered)),
            cell(&escape(&district.villages_empty.join(", "))),
        ]
    });
    table(
        out,
        &["Kecamatan", "#Pembuat", "#Produk", "#Nilai", "#Kelurahan terisi", "Kelurahan yang masih kosong"],
        rows.collect(),
    );
}

fn makers(out: &mut String, report: &Report) {
    let row = |maker: &Maker| {
        vec![
            entry(&maker.own.entry),
            cell(&escape(&maker.own.belongs_to)),
            score(Some(maker.own.score)),
            number(maker.products),
            score(maker.products_score),
            number(maker.own.problems),
            cell(&escape(&maker.own.missing.join(", "))),
        ]
    };
    table(
        out,
        &["Nama", "Kecamatan", "#Nilai", "#Produk", "#Nilai produk", "#Masalah", "Yang belum ada"],
        report.makers.iter().map(row).collect(),
    );
}

fn products(out: &mut String, report: &Report) {
    let row = |product: &Scored| {
        vec![
            entry(&product.entry),
            cell(&escape(&product.belongs_to)),
            score(Some(product.score)),
            number(product.problems),
            cell(&escape(&product.missing.join(", "))),
        ]
    };
    table(
        out,
        &["Produk", "Pembuat", "#Nilai", "#Masalah", "Yang belum ada"],
        report.products.iter().map(row).collect(),
    );
}

fn endings(out: &mut String, report: &Report) {
    if report.endings.is_empty() {
        let _ = write!(out, "<p>Tidak ada yang berakhir dalam {SOON_DAYS} hari.</p>");
        return;
    }
    let row = |ending: &super::Ending| {
        let left = match ending.days {
            days if days < 0 => "<span class=\"low\">sudah lewat</span>".to_owned(),
            0 => "<span class=\"mid\">hari ini</span>".to_owned(),
            days => format!("{days} hari lagi"),
        };
        vec![number_text(&escape(&ending.day)), cell(&left), cell(&escape(&ending.what)), entry(&ending.entry)]
    };
    table(out, &["#Tanggal", "Sisa", "Apa", "Entri"], report.endings.iter().map(row).collect());
}

fn prices(out: &mut String, report: &Report) {
    if report.old_prices.is_empty() {
        out.push_str("<p>Semua harga masih baru.</p>");
        return;
    }
    let row = |price: &super::OldPrice| {
        let age = price.months.map_or_else(|| "tanpa bulan".to_owned(), |months| format!("{months} bulan"));
        vec![
            entry(&price.entry),
            cell(&escape(&price.maker)),
            number_text(&escape(&price.price)),
            cell(&escape(price.month.as_deref().unwrap_or("–"))),
            number_text(&age),
        ]
    };
    table(out, &["Produk", "Pembuat", "#Harga", "Bulan harga", "#Umur"], report.old_prices.iter().map(row).collect());
}

fn remarks(out: &mut String, remarks: &[Remark], heading: &str, nothing: &str) {
    if remarks.is_empty() {
        let _ = write!(out, "<p>{nothing}</p>");
        return;
    }
    let rows = remarks.iter().map(|remark| vec![entry(&remark.entry), cell(&escape(&remark.text))]);
    table(out, &["Entri", heading], rows.collect());
}

fn clinic(out: &mut String, report: &Report) {
    if report.clinic.is_empty() {
        out.push_str("<p>Tidak ada foto yang perlu diperbaiki.</p>");
    }
    for clinic in &report.clinic {
        let _ = write!(
            out,
            "<h3>{} ({})</h3><p class=\"pale\">{}</p>",
            escape(&clinic.title),
            clinic.photos.len(),
            escape(&clinic.advice)
        );
        let rows = clinic.photos.iter().map(|photo| {
            let picture =
                if photo.path.is_empty() { String::new() } else { format!("<code>{}</code>", escape(&photo.path)) };
            vec![entry(&photo.entry), cell(&picture), cell(&escape(&photo.text))]
        });
        table(out, &["Entri", "Foto", "Keadaan"], rows.collect());
    }
}

fn links(out: &mut String, report: &Report) {
    let _ = write!(
        out,
        "<p>{} alamat. Buka satu per satu; yang sudah mati atau berpindah tangan, hapus dari entrinya.</p>",
        report.links.len()
    );
    let row = |link: &super::External| {
        let names: Vec<&str> = link.entries.iter().map(|entry| entry.name.as_str()).collect();
        vec![
            cell(&escape(&link.host)),
            cell(&format!("<a href=\"{0}\" rel=\"noopener noreferrer nofollow\">{0}</a>", escape(&link.url))),
            cell(&escape(&names.join(", "))),
        ]
    };
    table(out, &["Situs", "Alamat", "Dipakai oleh"], report.links.iter().map(row).collect());
}

fn codes(out: &mut String, report: &Report) {
    let rows = report.codes.iter().map(|code| {
        vec![
            cell(&format!("<code>{}</code>", escape(&code.code))),
            cell(&escape(&code.level)),
            cell(&escape(&code.title)),
            number(code.count),
        ]
    });
    table(out, &["Kode", "Tingkat", "Arti", "#Banyak"], rows.collect());
}

/// A table; headings that begin with `#` are of numbers. On a phone its rows become lists of names and values: then every
/// cell shows its heading, and the roles keep it a table for those who listen.
fn table(out: &mut String, headings: &[&str], rows: Vec<Vec<String>>) {
    out.push_str("<div class=\"scroll\" tabindex=\"0\"><table role=\"table\"><thead><tr role=\"row\">");
    for heading in headings {
        match heading.strip_prefix('#') {
            Some(heading) => {
                let _ = write!(out, "<th role=\"columnheader\" class=\"n\" scope=\"col\">{heading}</th>");
            }
            None => {
                let _ = write!(out, "<th role=\"columnheader\" scope=\"col\">{heading}</th>");
            }
        }
    }
    out.push_str("</tr></thead><tbody>\n");
    let more = rows.len().saturating_sub(ROWS_SHOWN);
    for row in rows.into_iter().take(ROWS_SHOWN) {
        let labelled = |(cell, heading): (String, &&str)| {
            let label = escape(heading.trim_start_matches('#'));
            cell.replacen("<td", &format!("<td role=\"cell\" data-label=\"{label}\""), 1)
        };
        let cells: String = row.into_iter().zip(headings).map(labelled).collect();
        let _ = writeln!(out, "<tr role=\"row\">{cells}</tr>");
    }
    out.push_str("</tbody></table></div>");
    if more > 0 {
        let _ = write!(out, "<p class=\"pale\">{more} baris lagi ada di {}.</p>", Format::Json.path());
    }
}

fn cell(html: &str) -> String {
    format!("<td>{html}</td>")
}

fn number(number: usize) -> String {
    number_text(&group(number as u64, crate::bahasa::Language::Id))
}

fn number_text(html: &str) -> String {
    format!("<td class=\"n\">{html}</td>")
}

fn score(score: Option<u8>) -> String {
    match score {
        None => number_text("–"),
        Some(score) if score < 50 => format!("<td class=\"n low\">{score}</td>"),
        Some(score) if score < 75 => format!("<td class=\"n mid\">{score}</td>"),
        Some(score) => number_text(&score.to_string()),
    }
}

fn entry(entry: &EntryRef) -> String {
    let name = if entry.name.is_empty() { String::new() } else { format!("{}<br>", escape(&entry.name)) };
    format!("<td>{name}<code class=\"pale\">{}</code></td>", escape(&entry.file))
}

/// How many entries have a score of 0–9, 10–19, …
fn histogram(title: &str, what: &str, scores: &[u8]) -> String {
    let mut counts = [0_usize; 10];
    for score in scores {
        if let Some(slot) = counts.get_mut(usize::from(*score / 10).min(9)) {
            *slot += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let (width, height, step) = (420, 160, 40);
    let mut bars = String::new();
    let mut words = Vec::new();
    for (at, count) in counts.iter().enumerate() {
        let tall = count * (height - 40) / most;
        let (x, y) = (10 + at * step, height - 20 - tall);
        let to = if at == 9 { 100 } else { at * 10 + 9 };
        let _ = write!(bars, "<rect class=\"bar\" x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{tall}\"/>", step - 6);
        if *count > 0 {
            let _ = write!(bars, "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{count}</text>", x + 17, y - 4);
            words.push(format!("{}–{to}: {count}", at * 10));
        }
        let _ = write!(bars, "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>", x + 17, height - 5, at * 10);
    }
    let label = format!("{title}. Banyak {what} per nilai: {}", words.join("; "));
    figure(title, &label, width, height, &format!("{bars}<path class=\"base\" d=\"M10 {0}H410\"/>", height - 20))
}

/// Bars beside names; `most` is the value of the longest possible bar, else the largest value is.
fn bar_chart(title: &str, rows: &[(&str, usize)], most: Option<usize>) -> String {
    let most = most.or_else(|| rows.iter().map(|(_, value)| *value).max()).unwrap_or(0).max(1);
    let (left, width, line) = (120, 420, 24);
    let mut bars = String::new();
    for (at, (name, value)) in rows.iter().enumerate() {
        let y = at * line;
        let long = value * (width - left - 40) / most;
        let _ = write!(
            bars,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text><rect class=\"bar\" x=\"{left}\" y=\"{}\" width=\"{long}\" height=\"16\"/><text x=\"{}\" y=\"{}\">{value}</text>",
            left - 8,
            y + 16,
            escape(name),
            y + 4,
            left + long + 6,
            y + 16
        );
    }
    let words: Vec<String> = rows.iter().map(|(name, value)| format!("{name} {value}")).collect();
    figure(title, &format!("{title} per kecamatan: {}", words.join("; ")), width, rows.len() * line + 8, &bars)
}

fn figure(title: &str, label: &str, width: usize, height: usize, inner: &str) -> String {
    format!(
        "<figure><figcaption>{}</figcaption><svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{}\">{inner}</svg></figure>",
        escape(title),
        escape(label)
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
