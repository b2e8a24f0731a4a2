//! Profiles of UMKM and cooperatives, and what is printed from them.

use super::cards::Card;
use super::desk::Desk;
use super::shared::{self, ContactNeeds, badge};
use crate::bahasa::group;
use crate::model::{BilingualProse, Business, Cooperative, Id, Kind, Presence, SellerId};
use crate::plan::{Fixed, Subject, address, page_count};
use crate::schema::tables;
use crate::view::block::Figure;
use crate::view::business::{BusinessPage, PriceTag, PriceTagPage, PrintCardPage, Where};
use crate::view::card::CardRow;
use crate::view::text::{Badge, Chip, Fact, Link, Words};

/// Builds a profile, or a further page of its products.
pub fn view(desk: &Desk<'_>, seller: SellerId, page: usize) -> BusinessPage {
    let common = desk.seller(seller);
    let presence = shared::presence(desk, seller);
    let photos = common.photos.iter().skip(1).filter_map(|photo| desk.picture(photo, "cover")).collect();
    let mut view = BusinessPage {
        id: common.slug.to_string(),
        name: desk.words(&common.name),
        summary: desk.maybe_words(&common.summary),
        cover: desk.described_picture(common, "cover"),
        photos,
        contact: contact(desk, seller),
        hours: presence.hours.as_ref().map(|hours| shared::hours(desk, hours)),
        place: place(desk, presence),
        about: desk.prose(&common.body),
        report_url: format!("{}?dari={}", desk.fixed(Fixed::Report), desk.seller_url(seller)),
        print_url: Some(desk.href(&Subject::PrintCard(seller).path(desk.catalog, desk.language))),
        ..BusinessPage::default()
    };
    products(desk, seller, page, &mut view);
    stories(desk, seller, &mut view);
    match seller {
        SellerId::Business(id) => business(desk, id, &mut view),
        SellerId::Cooperative(id) => cooperative(desk, id, &mut view),
    }
    let reachable = presence.whatsapp.is_some() || presence.telephone.is_some() || presence.email.is_some();
    if reachable && !desk.site.sample {
        view.vcard_url = Some(format!(
            "{}kontak.vcf",
            desk.href(&address::seller(desk.catalog, seller, crate::bahasa::Language::Id))
        ));
    }
    view
}

fn contact(desk: &Desk<'_>, seller: SellerId) -> crate::view::contact::Contact {
    let name = &desk.seller(seller).name.id;
    let site = desk.site.name.text(desk.language);
    let link = desk.absolute(&address::seller(desk.catalog, seller, desk.language));
    let text = format!("{}\n{link}", desk.fill("wa.sapa_umkm", &[("nama", name), ("situs", site)]));
    let needs = ContactNeeds { label: desk.t("beli.wa_tanya"), text, bulk: None, shops: &[], e_catalogue: false };
    shared::contact(desk, seller, needs)
}

fn place(desk: &Desk<'_>, presence: &Presence) -> Where {
    let Some(place) = presence.place else { return Where::default() };
    let postcode = presence.postcode.as_deref().unwrap_or_default();
    Where {
        street: presence.street.clone(),
        hint: presence.directions.clone(),
        area: format!("{} {postcode}", desk.area(place)).trim_end().to_owned(),
        area_url: Some(desk.href(&address::village(desk.catalog, place, desk.language))),
        map_url: presence.point.filter(|_| !desk.site.sample).map(|point| {
            format!(
                "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}",
                point.latitude(),
                point.longitude()
            )
        }),
        approximate: (presence.point.is_none() && presence.street.is_none()).then(|| desk.t("umkm.sekitar").to_owned()),
    }
}

fn products(desk: &Desk<'_>, seller: SellerId, page: usize, view: &mut BusinessPage) {
    let all = desk.plan.order.sorted(desk.catalog.products_of(seller));
    let per_page = desk.site.per_page;
    let shown = all.iter().copied().skip((page - 1) * per_page).take(per_page);
    view.products = CardRow {
        title: format!("{} ({})", desk.t("nav.produk"), group(all.len() as u64, desk.language)),
        cards: desk.product_cards(shown),
        all: None,
    };
    let base = address::seller(desk.catalog, seller, desk.language);
    view.product_pages = super::list::pagination(desk, &base, page, page_count(all.len(), per_page));
    view.no_products = all.is_empty().then(|| desk.t("kosong.produk").to_owned());
    view.tags_url = (!all.is_empty()).then(|| desk.href(&Subject::PriceTags(seller).path(desk.catalog, desk.language)));
}

fn stories(desk: &Desk<'_>, seller: SellerId, view: &mut BusinessPage) {
    let (stories, innovations) = match seller {
        SellerId::Business(id) => {
            (desk.catalog.back.business_stories.get(id), desk.catalog.back.business_innovations.get(id))
        }
        SellerId::Cooperative(id) => {
            (desk.catalog.back.cooperative_stories.get(id), desk.catalog.back.cooperative_innovations.get(id))
        }
    };
    view.stories = stories.iter().map(|id| desk.card(Card::Teaser(Kind::Story, id.index() as u32))).collect();
    view.innovations = innovations
        .iter()
        .map(|id| {
            let common = &desk.catalog.innovations.get(*id).common;
            desk.chip(desk.words(&common.name), desk.entry(Kind::Innovation, &common.slug), None)
        })
        .collect();
}

fn fact(label: &str, value: Option<Words>, rows: &mut Vec<Fact>) {
    if let Some(value) = value {
        rows.push(Fact { label: label.to_owned(), value, html: None, links: Vec::new() });
    }
}

fn figure(value: impl Into<String>, label: impl Into<String>) -> Figure {
    Figure { value: value.into(), label: label.into(), note: None, url: None }
}

fn business(desk: &Desk<'_>, id: Id<Business>, view: &mut BusinessPage) {
    let business = desk.catalog.businesses.get(id);
    let facts = &business.facts;
    let english = |id: &'static str, en: &'static str| desk.language.pick(id, en);
    view.kind = facts.field.map(|field| Link {
        label: desk.words(&desk.catalog.categories.get(field).name),
        url: desk.category_url(field),
    });
    let mut badges: Vec<Badge> = Vec::new();
    if let Some(scale) = facts.scale {
        badges.push(badge(desk.strings.get(&format!("umkm.skala_{scale}")), "plain"));
    }
    if facts.has_business_number {
        badges.push(badge(desk.t("umkm.nib_ada"), "good"));
    }
    if facts.export.is_some() {
        badges.push(badge(desk.t("saring.ekspor"), "accent"));
    }
    view.badges = badges;
    view.figures =
        facts.since.map(|year| figure(year.to_string(), english("tahun berdiri", "founded"))).into_iter().collect();
    view.proofs = shared::proofs(desk, &facts.proofs);
    view.cooperative = business.links.cooperative.map(|id| {
        let name = desk.catalog.cooperatives.get(id).common.name.text(desk.language);
        desk.link(desk.fill("umkm.anggota", &[("koperasi", name)]), desk.seller_url(SellerId::Cooperative(id)))
    });
    let mut rows = Vec::new();
    fact(desk.t("umkm.pemilik"), facts.owner.as_ref().map(|name| desk.indonesian(name)), &mut rows);
    fact(
        english("Bentuk usaha", "Legal form"),
        facts.form.map(|form| Words::new(shared::label(tables::business::FORM, form, desk.language))),
        &mut rows,
    );
    fact(desk.t("umkm.kapasitas"), facts.presence.capacity.as_ref().map(|text| desk.indonesian(text)), &mut rows);
    fact("NIB", facts.business_number.clone().map(Words::new), &mut rows);
    let codes = (!facts.activity_codes.is_empty()).then(|| Words::new(facts.activity_codes.join(", ")));
    fact("KBLI", codes, &mut rows);
    let countries = facts.export.as_ref().filter(|countries| !countries.is_empty());
    fact(
        english("Negara tujuan", "Export markets"),
        countries.map(|list| desk.indonesian(&list.join(", "))),
        &mut rows,
    );
    view.facts = rows;
    view.programmes = business.links.programmes.iter().map(|(id, year)| programme(desk, *id, *year)).collect();
}

fn programme(desk: &Desk<'_>, id: Id<crate::model::Programme>, year: Option<i32>) -> Chip {
    let common = &desk.catalog.programmes.get(id).common;
    let mut label = desk.words(&common.name);
    if let Some(year) = year {
        label.text = format!("{} ({year})", label.text);
    }
    desk.chip(label, desk.entry(Kind::Programme, &common.slug), None)
}

fn cooperative(desk: &Desk<'_>, id: Id<Cooperative>, view: &mut BusinessPage) {
    let cooperative = desk.catalog.cooperatives.get(id);
    let facts = &cooperative.facts;
    let english = |id: &'static str, en: &'static str| desk.language.pick(id, en);
    let kind_word = desk.strings.get(&format!("kop.jenis_{}", facts.kind)).to_owned();
    view.kind = Some(desk.link(kind_word, desk.fixed(Fixed::Cooperatives)));
    let mut badges = vec![badge(desk.strings.get(&format!("kop.{}", facts.tier)), "plain")];
    badges.extend(
        facts
            .pattern
            .map(|pattern| badge(shared::label(tables::cooperative::PATTERN, pattern, desk.language), "plain")),
    );
    badges.extend(
        facts
            .groups
            .iter()
            .map(|group| badge(shared::label(tables::cooperative::GROUP, group, desk.language), "plain")),
    );
    view.badges = badges;
    let mut figures = Vec::new();
    if let Some(members) = &facts.members {
        let as_of = members.as_of.map(|month| month.display(desk.language));
        figures.push(Figure {
            note: as_of,
            ..figure(group(u64::from(members.people), desk.language), desk.t("pokja.anggota").to_lowercase())
        });
    }
    figures.extend(facts.since.map(|year| figure(year.to_string(), english("tahun berdiri", "founded"))));
    figures.extend(
        facts.last_meeting.map(|year| figure(year.to_string(), english("RAT terakhir", "last members' meeting"))),
    );
    view.figures = figures;
    let mut rows = Vec::new();
    view.units = facts.units.iter().map(|unit| super::center::titled(desk.words(unit))).collect();
    fact(desk.t("kop.badan_hukum"), facts.legal_number.clone().map(Words::new), &mut rows);
    fact(desk.t("kop.nik"), facts.registration_number.clone().map(Words::new), &mut rows);
    if let Some(members) = &facts.members
        && let (Some(men), Some(women)) = (members.men, members.women)
    {
        let text =
            desk.language.pick(format!("{women} perempuan, {men} laki-laki"), format!("{women} women, {men} men"));
        fact(desk.t("pokja.anggota"), Some(Words::new(text)), &mut rows);
    }
    fact(desk.t("umkm.kapasitas"), facts.presence.capacity.as_ref().map(|text| desk.indonesian(text)), &mut rows);
    for (name, role) in &facts.officers {
        fact(role, Some(desk.indonesian(name)), &mut rows);
    }
    view.facts = rows;
    let members = desk.catalog.back.cooperative_members.get(id);
    view.members = (!members.is_empty()).then(|| CardRow {
        title: desk.t("kop.anggota_umkm").to_owned(),
        cards: members.iter().map(|id| desk.card(Card::Business(*id))).collect(),
        all: None,
    });
    view.join = desk.prose(&BilingualProse { ..facts.joining.clone() });
    let lends = facts.kind == "simpan_pinjam"
        || facts.units.iter().any(|unit| unit.id.to_lowercase().contains("simpan pinjam"));
    view.members_only = lends.then(|| desk.t("kop.khusus_anggota").to_owned());
}

/// The card to print, with a QR code of the profile.
pub fn print_card(desk: &Desk<'_>, seller: SellerId) -> PrintCardPage {
    let common = desk.seller(seller);
    let presence = shared::presence(desk, seller);
    let url = desk.absolute(&address::seller(desk.catalog, seller, desk.language));
    let name = desk.words(&common.name);
    PrintCardPage {
        summary: desk.maybe_words(&common.summary),
        place: presence.place.map(|place| desk.area(place)).unwrap_or_default(),
        number: presence.whatsapp.as_ref().filter(|_| !desk.site.sample).map(|phone| phone.display(desk.language)),
        qr_svg: qr(&url, &name.text),
        url_text: url.trim_start_matches("https://").trim_end_matches('/').to_owned(),
        back: desk.link(name.text.clone(), desk.seller_url(seller)),
        badges: Vec::new(),
        sample_note: desk.site.sample.then(|| desk.t("situs.contoh_pita").to_owned()),
        name,
    }
}

/// The sheet of price tags.
pub fn price_tags(desk: &Desk<'_>, seller: SellerId) -> PriceTagPage {
    let name = desk.words(&desk.seller(seller).name);
    let tag = |id| {
        let product = desk.catalog.products.get(id);
        let mut lines: Vec<String> = product.facts.content.iter().cloned().collect();
        let shown = shared::proofs(desk, &product.facts.proofs);
        lines.extend(shown.into_iter().filter_map(|proof| Some(format!("{} {}", proof.label, proof.number?))).take(2));
        let name = desk.words(&product.common.name);
        PriceTag {
            price: shared::price(desk, product),
            lines,
            qr_svg: qr(&desk.absolute(&address::product(product, desk.language)), &name.text),
            name,
        }
    };
    PriceTagPage {
        tags: desk.plan.order.sorted(desk.catalog.products_of(seller)).into_iter().map(tag).collect(),
        back: desk.link(name.text.clone(), desk.seller_url(seller)),
        seller: name,
        sample_note: desk.site.sample.then(|| desk.t("situs.contoh_pita").to_owned()),
    }
}

/// A QR code as one SVG path of strokes. Two light modules stand around it, as readers ask for, by the view box.
///
/// The mask is always the same: readers undo any of the eight alike, and trying all of them for the most even picture
/// would cost most of the time of a page of price tags.
pub fn qr(text: &str, label: &str) -> String {
    use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
    use std::fmt::Write;
    let segments = QrSegment::make_segments(text);
    let mask = Some(Mask::new(0));
    let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::MAX, mask, true);
    let Ok(code) = code else { return String::new() };
    let size = code.size();
    let mut path = String::with_capacity(4096);
    for y in 0..size {
        let mut pen = None;
        let mut x = 0;
        while x < size {
            let dark = code.get_module(x, y);
            let run = (x..size).take_while(|x| code.get_module(*x, y) == dark).count() as i32;
            if dark {
                // Moves within a row are relative, which is shorter.
                let _ = match pen {
                    None => write!(path, "M{x} {y}.5h{run}"),
                    Some(pen) => write!(path, "m{} 0h{run}", x - pen),
                };
                pen = Some(x + run);
            }
            x += run;
        }
    }
    format!(
        "<svg class=\"qr\" viewBox=\"-2 -2 {0} {0}\" role=\"img\" aria-label=\"QR: {1}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M-2-2h{0}v{0}h-{0}z\"/><path stroke=\"#000\" d=\"{path}\"/></svg>",
        size + 4,
        super::desk::escape(label)
    )
}

#[cfg(test)]
mod tests {
    use super::qr;

    /// Draws the strokes of a code, eight dots a module, with the light border of the view box.
    fn draw(svg: &str) -> (usize, Vec<bool>) {
        let between = |from: &str, to: &str| svg.split_once(from).unwrap().1.split_once(to).unwrap().0.to_owned();
        let size: usize = between("viewBox=\"-2 -2 ", " ").parse().unwrap();
        let path = between("stroke=\"#000\" d=\"", "\"");
        let side = size * 8;
        let mut dots = vec![false; side * side];
        let (mut x, mut y) = (0, 0);
        let spaced = path.replace('M', " M ").replace('m', " m ").replace('h', " h ");
        let mut words = spaced.split_whitespace();
        while let Some(word) = words.next() {
            let mut number = || words.next().unwrap().trim_end_matches(".5").parse::<usize>().unwrap();
            match word {
                "M" => (x, y) = (number(), number()),
                "m" => (x, _) = (x + number(), number()),
                _ => {
                    let end = x + number();
                    for module in x..end {
                        for dot in 0..64 {
                            dots[((y + 2) * 8 + dot / 8) * side + (module + 2) * 8 + dot % 8] = true;
                        }
                    }
                    x = end;
                }
            }
        }
        (side, dots)
    }

    #[test]
    fn a_reader_finds_the_address_in_the_code() {
        for text in [
            "https://etalase.example/umkm/batik-sekar/",
            "https://contoh.go.id/katalog/en/products/bingkai-foto-kayu-jati-belanda-ukir-tangan-ukuran-besar/",
            "https://a.id/",
        ] {
            let (side, dots) = draw(&qr(text, "Label"));
            let mut image =
                rqrr::PreparedImage::prepare_from_greyscale(
                    side,
                    side,
                    |x, y| {
                        if dots[y * side + x] { 0 } else { 255 }
                    },
                );
            let grids = image.detect_grids();
            assert_eq!(grids.len(), 1, "{text}");
            assert_eq!(grids[0].decode().unwrap().1, text);
        }
    }
}
