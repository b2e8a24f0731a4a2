//! The report as Markdown, for an e-mail or an issue: the same parts, shorter.

use std::fmt::Write;

use super::{EntryRef, Report};

/// Rows of a list.
const ROWS_SHOWN: usize = 30;

/// The page.
pub fn page(report: &Report) -> String {
    let score = |score: Option<u8>| score.map_or_else(|| "–".to_owned(), |score| score.to_string());
    let mut out = format!(
        "# Laporan isi etalase, {}\n\n{} UMKM, {} koperasi, {} produk. Nilai rata-rata produk {}, UMKM {}.\n",
        report.day,
        report.businesses,
        report.cooperatives,
        report.products.len(),
        score(report.products_score),
        score(report.businesses_score)
    );
    out.push_str("\n## Per kecamatan\n\n| Kecamatan | Pembuat | Produk | Nilai | Kelurahan kosong |\n| --- | ---: | ---: | ---: | --- |\n");
    for district in &report.districts {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            cell(&district.name),
            district.makers,
            district.products,
            score(district.score),
            cell(&district.villages_empty.join(", "))
        );
    }
    let ending = |ending: &super::Ending| {
        let day = if ending.day.is_empty() { "sudah lewat" } else { &ending.day };
        format!("{day}: {} – {}", ending.what, named(&ending.entry))
    };
    list(&mut out, "Segera habis dan sudah lewat", report.endings.iter().map(ending));
    let price = |price: &super::OldPrice| {
        format!("{} ({}), {}", named(&price.entry), price.price, price.month.as_deref().unwrap_or("tanpa bulan"))
    };
    list(&mut out, "Harga lama", report.old_prices.iter().map(price));
    let maker = |maker: &super::Maker| {
        format!("{}: {} – belum ada {}", maker.own.score, named(&maker.own.entry), maker.own.missing.join(", "))
    };
    list(
        &mut out,
        "UMKM dan koperasi yang paling belum lengkap",
        report.makers.iter().filter(|maker| !maker.own.missing.is_empty()).map(maker),
    );
    let product = |product: &super::Scored| {
        format!("{}: {} – belum ada {}", product.score, named(&product.entry), product.missing.join(", "))
    };
    list(
        &mut out,
        "Produk yang paling belum lengkap",
        report.products.iter().filter(|product| !product.missing.is_empty()).map(product),
    );
    for (title, remarks) in [
        ("Perlu diperiksa ulang", &report.unchecked),
        ("Belum ada bahasa Inggris", &report.untranslated),
        ("Mungkin tercatat dua kali", &report.twins),
    ] {
        list(&mut out, title, remarks.iter().map(|remark| format!("{}: {}", named(&remark.entry), remark.text)));
    }
    for clinic in &report.clinic {
        let photo = |photo: &super::PhotoRemark| format!("{} {} – {}", photo.path, photo.text, named(&photo.entry));
        list(&mut out, &format!("Klinik foto: {}", clinic.title), clinic.photos.iter().map(photo));
        let _ = writeln!(out, "\n{}", clinic.advice);
    }
    list(&mut out, "Tautan keluar", report.links.iter().map(|link| format!("<{}> ({})", link.url, link.entries.len())));
    list(
        &mut out,
        "Masalah menurut kode",
        report.codes.iter().map(|code| format!("{} × `{}` {}", code.count, code.code, code.title)),
    );
    out
}

fn list(out: &mut String, title: &str, rows: impl Iterator<Item = String>) {
    let rows: Vec<String> = rows.collect();
    if rows.is_empty() {
        return;
    }
    let _ = write!(out, "\n## {title} ({})\n\n", rows.len());
    for row in rows.iter().take(ROWS_SHOWN) {
        let _ = writeln!(out, "- {}", row.trim());
    }
    if rows.len() > ROWS_SHOWN {
        let _ = writeln!(out, "- … dan {} lagi", rows.len() - ROWS_SHOWN);
    }
}

fn named(entry: &EntryRef) -> String {
    if entry.name.is_empty() { format!("`{}`", entry.file) } else { format!("{} (`{}`)", entry.name, entry.file) }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
