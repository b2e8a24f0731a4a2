//! `llms.txt`: what the site is and where its parts and data are, in Markdown, for language models and other readers
//! of plain text.

use std::fmt::Write;

use crate::bahasa::Language;
use crate::config::Site;
use crate::model::{Bilingual, Catalog, Category, Id, Status};
use crate::plan::files::FeedKind;
use crate::plan::{Fixed, address, files};

/// The guide.
pub fn llms(catalog: &Catalog, site: &Site, language: Language) -> String {
    let mut text = String::new();
    let _ = write!(text, "# {}\n\n> {}\n", line(site.name.text(language)), line(site.tagline.text(language)));
    let _ = write!(text, "\n{}\n", about(catalog, site, language));
    if site.sample {
        let _ = writeln!(text, "\n{}", language.pick(
            "Situs ini contoh: semua usaha, produk, nomor, dan harga di dalamnya rekaan. Jangan dikutip sebagai kenyataan.",
            "This is a sample site: every business, product, number and price in it is invented. Do not quote it as fact.",
        ));
    }
    let page = |text: &mut String, fixed: Fixed, name: &str, note: &str| {
        let _ = writeln!(text, "- [{name}]({}): {note}", site.base.absolute(&fixed.path(language)));
    };
    heading(&mut text, language.pick("Katalog", "Catalogue"));
    page(
        &mut text,
        Fixed::Products,
        language.pick("Produk", "Products"),
        language.pick(
            "semua produk, dengan harga, stok, izin, dan pembuatnya",
            "all products, with price, stock, permits and maker",
        ),
    );
    page(
        &mut text,
        Fixed::Businesses,
        "UMKM",
        language.pick("usaha mikro, kecil, dan menengah", "micro, small and medium businesses"),
    );
    page(
        &mut text,
        Fixed::Cooperatives,
        language.pick("Koperasi", "Cooperatives"),
        language.pick("koperasi dan anggotanya", "cooperatives and their members"),
    );
    page(
        &mut text,
        Fixed::Districts,
        language.pick("Kecamatan", "Districts"),
        language.pick("usaha menurut kecamatan dan kelurahan", "businesses by district and neighbourhood"),
    );
    page(
        &mut text,
        Fixed::Collections,
        language.pick("Koleksi", "Collections"),
        language.pick("pilihan redaksi", "editors' picks"),
    );
    heading(&mut text, language.pick("Kategori", "Categories"));
    categories(&mut text, catalog, site, language);
    heading(&mut text, language.pick("Pusat inovasi", "Innovation center"));
    page(
        &mut text,
        Fixed::Innovations,
        language.pick("Inovasi", "Innovations"),
        language.pick(
            "masalah, solusi, hasil terukur, dan tingkat kesiapterapan",
            "problem, solution, measured result and readiness level",
        ),
    );
    page(
        &mut text,
        Fixed::Programmes,
        language.pick("Program", "Programmes"),
        language.pick("pendampingan dan layanan", "mentoring and services"),
    );
    page(
        &mut text,
        Fixed::Funding,
        language.pick("Akses permodalan", "Funding"),
        language
            .pick("skema dengan tautan resmi dan tanggal pemeriksaan", "schemes with official link and day of check"),
    );
    page(
        &mut text,
        Fixed::Events,
        language.pick("Agenda", "Events"),
        language.pick("pelatihan, bazar, pameran", "trainings, bazaars, exhibitions"),
    );
    page(
        &mut text,
        Fixed::News,
        language.pick("Kabar", "News"),
        language.pick("kabar bersumber dan bertanggal", "dated news with sources"),
    );
    heading(&mut text, language.pick("Data dan umpan", "Data and feeds"));
    let file = |text: &mut String, path: &str, name: &str, note: &str| {
        let _ = writeln!(text, "- [{name}]({}): {note}", site.base.absolute(path));
    };
    file(
        &mut text,
        files::DATA_PACKAGE,
        "datapackage.json",
        &format!(
            "{} {}",
            language.pick(
                "tabel terbuka (JSON dan CSV) dengan arti tiap kolom, lisensi",
                "open tables (JSON and CSV) with the meaning of each column, licence"
            ),
            files::LICENCE.name
        ),
    );
    for kind in FeedKind::ALL {
        file(
            &mut text,
            &kind.path(language),
            &format!("Atom: {}", kind.title(language)),
            language.pick("yang terbaru lebih dulu", "newest first"),
        );
    }
    file(&mut text, &files::calendar(language), language.pick("Kalender agenda", "Calendar of events"), "iCalendar");
    file(&mut text, files::SITEMAP, "sitemap.xml", language.pick("semua alamat", "all addresses"));
    text
}

fn about(catalog: &Catalog, site: &Site, language: Language) -> String {
    let (products, businesses, cooperatives) =
        (catalog.products.listed().count(), catalog.businesses.listed().count(), catalog.cooperatives.listed().count());
    let city = line(site.city.text(language));
    language.pick(
        format!(
            "Etalase {city}: {products} produk dari {businesses} UMKM dan {cooperatives} koperasi. Situs ini bukan toko: \
             pembelian terjadi langsung dengan pembuatnya. Harga mencantumkan bulan harganya; nomor izin diberikan oleh \
             pembuat dan diperiksa petugas pada tanggal yang tertera."
        ),
        format!(
            "Showcase of {city}: {products} products from {businesses} small businesses and {cooperatives} cooperatives. \
             This site is not a shop: one buys directly from the maker. Prices carry the month they are from; permit \
             numbers were given by the maker and checked by staff on the day shown."
        ),
    )
}

fn categories(text: &mut String, catalog: &Catalog, site: &Site, language: Language) {
    let mut tops: Vec<(Id<Category>, &Category)> =
        catalog.categories.iter().filter(|(_, category)| category.parent.is_none()).collect();
    tops.sort_by_key(|(id, category)| (category.order, id.index()));
    for (id, category) in tops {
        let listed = catalog.back.category_products.get(id).iter();
        let count = listed.filter(|id| catalog.products.get(**id).common.status == Status::Published).count();
        if count > 0 {
            let url = site.base.absolute(&address::category(catalog, id, language));
            let unit = language.pick("produk", if count == 1 { "product" } else { "products" });
            let note =
                category.summary.as_ref().map(|summary: &Bilingual| format!("; {}", line(summary.text(language))));
            let _ = writeln!(
                text,
                "- [{}]({url}): {count} {unit}{}",
                line(category.name.text(language)),
                note.unwrap_or_default()
            );
        }
    }
}

fn heading(text: &mut String, title: &str) {
    let _ = write!(text, "\n## {title}\n\n");
}

/// One line of plain words: a text with brackets or line breaks could pose as a link or a heading.
fn line(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.replace(['[', ']', '<', '>', '`'], "")
}
