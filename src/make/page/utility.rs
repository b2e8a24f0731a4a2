//! Free pages, search, device-only lists, errors.

use super::desk::Desk;
use super::list;
use super::shared;
use crate::bahasa::rupiah;
use crate::model::encode_component;
use crate::plan::Fixed;
use crate::view::contact::{Contact, Way};
use crate::view::text::{Chip, ChipRow, Empty, Words};
use crate::view::utility::{DevicePage, FreePage, MessagePage, SearchPage};

/// Popular words as links to the search page.
pub fn popular(desk: &Desk<'_>) -> Vec<Chip> {
    let search = desk.fixed(Fixed::Search);
    let words = desk.site.popular(desk.language);
    let chip =
        |word: &String| desk.chip(Words::new(word.clone()), format!("{search}?q={}", encode_component(word)), None);
    words.iter().map(chip).collect()
}

/// Upper ends of the price bands in rupiah (specification 5.2).
const BANDS: [u64; 5] = [25_000, 50_000, 100_000, 250_000, 500_000];

/// Price bands as links into the list of products.
fn price_bands(desk: &Desk<'_>) -> ChipRow {
    let products = desk.fixed(Fixed::Products);
    let money = |amount: u64| rupiah(amount, desk.language);
    let mut chips = Vec::new();
    let mut from = 0;
    for to in BANDS {
        let label = if from == 0 { format!("< {}", money(to)) } else { format!("{}–{}", money(from), money(to)) };
        chips.push(desk.chip(Words::new(label), format!("{products}?harga={from}-{to}"), None));
        from = to;
    }
    chips.push(desk.chip(Words::new(format!("> {}", money(from))), format!("{products}?harga={from}-"), None));
    ChipRow { label: desk.t("saring.harga").to_owned(), chips }
}

/// The search page. Without script it is a way into categories, places and prices.
pub fn search(desk: &Desk<'_>) -> SearchPage {
    SearchPage {
        title: desk.t("nav.cari").to_owned(),
        page: desk.site.per_page as u32,
        popular: popular(desk),
        browse: vec![list::category_chips(desk), list::district_chips(desk), price_bands(desk)],
    }
}

/// The page of saved products, or of the inquiry list.
pub fn device(desk: &Desk<'_>, inquiry: bool) -> DevicePage {
    let (title, lead, empty, hint) = if inquiry {
        ("tas.judul", "tas.privat", "tas.kosong", "tas.kosong_saran")
    } else {
        ("nav.simpanan", "simpan.keterangan", "kosong.simpanan", "simpan.saran")
    };
    let suggestions = desk.plan.order.products().iter().copied().take(4);
    DevicePage {
        title: desk.t(title).to_owned(),
        lead: desk.t(lead).to_owned(),
        empty: Empty {
            title: desk.t(empty).to_owned(),
            hint: Some(desk.t(hint).to_owned()),
            links: vec![desk.link(desk.t("nav.produk"), desk.fixed(Fixed::Products))],
        },
        suggestions: desk.product_cards(suggestions),
        suggestions_title: desk.t("beranda.pilihan").to_owned(),
    }
}

/// What went wrong, and ways on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// No such page.
    NotFound,
    /// No network.
    Offline,
    /// Withdrawn by its owner.
    Withdrawn,
}

/// The page of a notice.
pub fn notice(desk: &Desk<'_>, notice: Notice) -> MessagePage {
    let (title, text) = match notice {
        Notice::NotFound => ("galat.404_judul", "galat.404_isi"),
        Notice::Offline => ("luring.judul", "galat.luring"),
        Notice::Withdrawn => ("galat.ditarik_judul", "galat.ditarik_isi"),
    };
    let title = if notice == Notice::Offline {
        desk.language.pick("Anda sedang luring", "You are offline")
    } else {
        desk.t(title)
    };
    MessagePage {
        title: title.to_owned(),
        text: desk.t(text).to_owned(),
        search: notice != Notice::Offline,
        links: vec![
            desk.link(desk.t("nav.beranda"), desk.fixed(Fixed::Home)),
            desk.link(desk.t("nav.produk"), desk.fixed(Fixed::Products)),
        ],
        chips: if notice == Notice::Offline { Vec::new() } else { list::category_chips(desk).chips },
        cached_title: (notice == Notice::Offline).then(|| desk.t("galat.pernah_dibuka").to_owned()),
    }
}

/// The contact of the office, with a text for its WhatsApp.
pub fn office_contact(desk: &Desk<'_>, text: &str) -> Contact {
    let office = &desk.site.office;
    let live = !desk.site.sample;
    let mut ways = Vec::new();
    if let Some(phone) = &office.telephone {
        ways.push(Way {
            icon: "telepon".to_owned(),
            label: desk.t("beli.telepon").to_owned(),
            shown: phone.display(desk.language),
            url: live.then(|| phone.tel_uri()),
        });
    }
    if let Some(email) = &office.email {
        ways.push(Way {
            icon: "surel".to_owned(),
            label: desk.language.pick("Surel", "E-mail").to_owned(),
            shown: email.clone(),
            url: live.then(|| format!("mailto:{email}")),
        });
    }
    Contact {
        sample: desk.site.sample,
        whatsapp: office.whatsapp.as_ref().map(|phone| shared::whatsapp(desk, phone, desk.t("prog.kontak"), text)),
        ways,
        ..Contact::default()
    }
}

/// A free page. Some have blocks of their own besides the text.
pub fn free(desk: &Desk<'_>, index: u32) -> FreePage {
    let Some(page) = desk.catalog.pages.at(index as usize) else { return FreePage::default() };
    let common = &page.common;
    let slug = &*common.slug;
    let mut view = FreePage {
        title: desk.words(&common.name),
        lead: desk.maybe_words(&common.summary),
        cover: desk.described_picture(common, "cover"),
        body: desk.prose(&common.body),
        updated: common.updated.map(|day| desk.day(day)),
        printable: slug == "cara-daftar",
        ..FreePage::default()
    };
    if slug == "data" {
        view.sections = data_tables(desk);
    }
    if slug == "tentang" {
        return super::editorial::about::complete(desk, view);
    }
    if matches!(slug, "cara-daftar" | "privasi") {
        let greeting = desk.language.pick("Halo, saya ingin bertanya.", "Hello, I have a question.");
        view.contact = Some(office_contact(desk, greeting));
        view.contact_title = Some(desk.site.office.name.clone());
    }
    view
}

/// The tables of the open data, each with its columns.
fn data_tables(desk: &Desk<'_>) -> Vec<crate::view::block::Section> {
    let tables = crate::make::open_data::documentation(desk.language);
    let section = |table: &crate::make::open_data::Documentation| crate::view::block::Section {
        id: format!("tabel-{}", table.name),
        title: Words::new(table.title),
        body: crate::view::text::Prose {
            html: crate::make::open_data::documentation_html(table, desk.site, desk.language),
            lang: None,
        },
    };
    tables.iter().map(section).collect()
}

/// The report page. The script names the page that is reported.
pub fn report(desk: &Desk<'_>) -> FreePage {
    let text = desk.language.pick(
        "Ada data yang keliru, nomor yang tidak aktif, atau penipuan? Beri tahu kantor. Sebutkan alamat halamannya dan apa yang keliru. \
         Pemilik usaha dapat meminta perbaikan atau penghapusan kapan saja; permintaan dipenuhi paling lama 3×24 jam.",
        "Wrong data, a number that does not work, or a scam? Tell the office. Name the page and what is wrong. Business owners may ask \
         for a correction or removal at any time; it is done within 72 hours.",
    );
    let message = desk.language.pick("Halo, saya ingin melaporkan halaman ini:", "Hello, I want to report this page:");
    FreePage {
        title: Words::new(desk.t("nav.lapor")),
        body: Some(desk.paragraph(text)),
        contact: Some(office_contact(desk, message)),
        contact_title: Some(desk.site.office.name.clone()),
        report: true,
        ..FreePage::default()
    }
}

/// Pages of the information architecture that a site has not written itself.
pub fn fallback(desk: &Desk<'_>, fixed: Fixed) -> FreePage {
    let title = match fixed {
        Fixed::About => desk.t("nav.tentang"),
        Fixed::ListYourBusiness => desk.t("nav.daftar"),
        Fixed::HowToBuy => desk.t("nav.cara_belanja"),
        _ => desk.t("nav.data"),
    };
    let text = match fixed {
        Fixed::HowToBuy => format!("{} {}.", desk.t("beli.bukan_toko"), desk.t("beli.waspada")),
        _ => desk.site.tagline.text(desk.language).to_owned(),
    };
    let message = desk.language.pick("Halo, saya ingin bertanya.", "Hello, I have a question.");
    FreePage {
        title: Words::new(title),
        body: Some(desk.paragraph(&text)),
        contact: Some(office_contact(desk, message)),
        contact_title: Some(desk.site.office.name.clone()),
        ..FreePage::default()
    }
}
