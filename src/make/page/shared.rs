//! Pieces of views that several kinds of page share: prices, stock, proofs, contacts, hours, badges, cards.

use super::desk::Desk;
use crate::bahasa::{Language, Weekday, clock};
use crate::model::{
    Business, CategoryRule, Cooperative, Days, Id, LinkKind, LinkRole, OpeningHours, PermitKind, Phone, Presence,
    Price, Product, Proof, SellerId, Stock, Unit,
};
use crate::schema::{Choice, tables};
use crate::view::block;
use crate::view::card;
use crate::view::contact::{Contact, Hours, HoursRow, Way, WhatsApp};
use crate::view::text::Badge;

/// A label with a colour role.
pub fn badge(text: impl Into<String>, tone: &str) -> Badge {
    Badge { text: text.into(), tone: tone.to_owned(), until: None }
}

/// The label of a choice.
pub fn label(choices: &'static [Choice], value: &str, language: Language) -> &'static str {
    let found = choices.iter().find(|choice| choice.value == value);
    found.map_or("", |choice| language.pick(choice.id, choice.en))
}

/// The name of a unit for `n` of it.
pub fn unit_word(unit: &Unit, n: u64, language: Language) -> &str {
    match language {
        Language::Id => &unit.name,
        Language::En => crate::bahasa::plural(n, &unit.en_one, &unit.en_other),
    }
}

/// A product's price line.
pub fn price(desk: &Desk<'_>, product: &Product) -> card::Price {
    let facts = &product.facts;
    if facts.price == Price::Ask {
        return card::Price { text: desk.t("harga.tanya").to_owned(), ask: true, ..card::Price::default() };
    }
    let unit = unit_word(desk.catalog.units.get(facts.unit), 1, desk.language);
    let promotion = facts.promotion.filter(|promotion| promotion.until >= desk.today);
    card::Price {
        text: facts.price.display(desk.language),
        unit: Some(desk.fill("harga.per", &[("satuan", unit)])),
        ask: false,
        old: promotion.map(|promotion| crate::bahasa::rupiah(promotion.before, desk.language)),
        old_until: promotion.map(|promotion| promotion.until.to_string()),
    }
}

fn days(days: Days) -> String {
    days.display()
}

/// A product's stock line.
pub fn stock(desk: &Desk<'_>, stock: &Stock) -> Badge {
    match stock {
        Stock::Ready => badge(desk.t("stok.siap"), "good"),
        Stock::Limited => badge(desk.t("stok.terbatas"), "warn"),
        Stock::PreOrder(lead) => badge(desk.fill("stok.po", &[("hari", &days(*lead))]), "plain"),
        Stock::MadeToOrder(lead) => badge(desk.fill("stok.pesanan", &[("hari", &days(*lead))]), "plain"),
        Stock::Seasonal(season, _) => {
            badge(desk.fill("stok.musiman", &[("bulan", &season.display(desk.language))]), "plain")
        }
        Stock::SoldOut => badge(desk.t("stok.habis"), "quiet"),
        Stock::Discontinued => badge(desk.t("stok.berhenti"), "quiet"),
    }
}

/// Days for which an entry is called new.
const NEW_DAYS: i32 = 45;

/// "Pilihan", "Baru", and the permits a buyer looks for.
pub fn product_badges(desk: &Desk<'_>, product: &Product, most: usize) -> Vec<Badge> {
    let mut badges = Vec::new();
    let common = &product.common;
    if common.published.is_some_and(|day| (0..NEW_DAYS).contains(&day.days_until(desk.today))) {
        badges.push(badge(desk.t("umum.baru"), "accent"));
    }
    let shown = [PermitKind::Halal, PermitKind::Pirt, PermitKind::Bpom, PermitKind::Sni];
    for kind in shown {
        if product.facts.proofs.iter().any(|proof| proof.kind == kind && proof.number.is_some()) {
            badges.push(badge(kind.name(desk.language), "good"));
        }
    }
    if common.featured {
        badges.push(badge(desk.t("umum.pilihan"), "plain"));
    }
    badges.truncate(most);
    badges
}

/// Permits and proofs, ready to print.
pub fn proofs(desk: &Desk<'_>, proofs: &[Proof]) -> Vec<block::Proof> {
    proofs.iter().map(|proof| one_proof(desk, proof)).collect()
}

fn one_proof(desk: &Desk<'_>, proof: &Proof) -> block::Proof {
    let language = desk.language;
    let expired = proof.is_expired(desk.today);
    let name = match (proof.kind, proof.percent) {
        (PermitKind::LocalContent, Some(percent)) => {
            let shown = crate::model::Decimal::from_thousandths((percent * 1000.0).round() as i64).display(language);
            desk.fill("mutu.tkdn", &[("n", &shown)])
        }
        (PermitKind::Trademark | PermitKind::Copyright | PermitKind::Design | PermitKind::Patent, _)
            if !proof.registered =>
        {
            format!(
                "{} ({})",
                proof.kind.name(language),
                label(tables::product::RIGHT_STATUS, "proses", language).to_lowercase()
            )
        }
        _ => proof.kind.name(language).to_owned(),
    };
    let mut details: Vec<String> = proof.text.iter().cloned().collect();
    details.extend(proof.giver.iter().cloned());
    details.extend(proof.year.map(|year| year.to_string()));
    let site = proof.kind.check_site();
    let check = site.filter(|_| proof.number.is_some() && !desk.site.sample).map(|url| {
        let host = url.trim_start_matches("https://").trim_end_matches('/');
        desk.link(desk.fill("mutu.periksa", &[("situs", host)]), url)
    });
    block::Proof {
        kind: proof.kind.key().to_owned(),
        label: name,
        number: proof.number.clone().filter(|_| !expired && proof.registered),
        text: (!details.is_empty()).then(|| desk.indonesian(&details.join(", "))),
        valid: proof.valid_until.map(|day| desk.fill("mutu.berlaku", &[("tanggal", &day.display(language))])),
        valid_until: proof.valid_until.map(|day| day.to_string()),
        expired: desk.t("mutu.lewat").to_owned(),
        is_expired: expired,
        check,
        note: proof.checked.map(|day| desk.fill("mutu.catatan", &[("tanggal", &day.display(language))])),
    }
}

/// Opening hours of a week.
pub fn hours(desk: &Desk<'_>, hours: &OpeningHours) -> Hours {
    let language = desk.language;
    let times = |day: Weekday| -> String {
        let spans: Vec<String> = hours
            .on(day)
            .iter()
            .map(|span| format!("{}–{}", clock(span.opens, language), clock(span.closes % (24 * 60), language)))
            .collect();
        if spans.is_empty() { desk.t("umkm.tutup_hari").to_owned() } else { spans.join(", ") }
    };
    let mut rows: Vec<(Weekday, Weekday, String)> = Vec::new();
    for day in Weekday::ALL {
        let shown = times(day);
        match rows.last_mut() {
            Some((_, last, same)) if *same == shown => *last = day,
            _ => rows.push((day, day, shown)),
        }
    }
    let named = |first: Weekday, last: Weekday| {
        if first == last {
            first.name(language).to_owned()
        } else {
            format!("{}–{}", first.name(language), last.name(language))
        }
    };
    let mut spec = Vec::new();
    for (at, day) in Weekday::ALL.into_iter().enumerate() {
        spec.extend(hours.on(day).iter().map(|span| format!("{} {}-{}", at + 1, span.opens, span.closes)));
    }
    let mut notes = Vec::new();
    if hours.closed_on_holidays() {
        notes.push(language.pick("Hari libur nasional tutup", "Closed on public holidays"));
    }
    if hours.by_appointment() {
        notes.push(language.pick("Dengan janji", "By appointment"));
    }
    Hours {
        rows: rows.into_iter().map(|(first, last, times)| HoursRow { days: named(first, last), times }).collect(),
        spec: spec.join(","),
        note: (!notes.is_empty()).then(|| notes.join(". ")),
    }
}

/// A WhatsApp button with its text; in sample mode it leads nowhere.
pub fn whatsapp(desk: &Desk<'_>, phone: &Phone, label: &str, text: &str) -> WhatsApp {
    let live = !desk.site.sample;
    WhatsApp {
        label: label.to_owned(),
        url: live.then(|| phone.whatsapp_link(text)),
        number: phone.display(desk.language),
        digits: live.then(|| phone.digits().to_owned()),
        tel: live.then(|| phone.tel_uri()),
    }
}

/// All ways to reach a maker and to buy there. `text` is the message of the WhatsApp button; `shops` are pages of the
/// product itself, which stand before the maker's.
pub struct ContactNeeds<'a> {
    /// Label of the button.
    pub label: &'a str,
    /// Text of the message.
    pub text: String,
    /// Text of the bulk message, if bulk orders are welcome.
    pub bulk: Option<String>,
    /// Pages of the product itself.
    pub shops: &'a [crate::model::Link],
    /// Listed in the government's catalogue.
    pub e_catalogue: bool,
}

/// Builds the contact block of a maker.
pub fn contact(desk: &Desk<'_>, seller: SellerId, needs: ContactNeeds<'_>) -> Contact {
    let presence = presence(desk, seller);
    let live = !desk.site.sample;
    let mut ways = Vec::new();
    if let Some(phone) = &presence.telephone {
        ways.push(Way {
            icon: "telepon".to_owned(),
            label: desk.t("beli.telepon").to_owned(),
            shown: phone.display(desk.language),
            url: live.then(|| phone.tel_uri()),
        });
    }
    if let Some(email) = &presence.email {
        ways.push(Way {
            icon: "surel".to_owned(),
            label: desk.language.pick("Surel", "E-mail").to_owned(),
            shown: email.clone(),
            url: live.then(|| format!("mailto:{email}")),
        });
    }
    ways.extend(presence.social.iter().map(|link| way(desk, link)));
    let own = needs.shops.iter();
    let of_maker = presence.shops.iter().filter(|shop| !needs.shops.iter().any(|own| own.kind() == shop.kind()));
    let mut shops: Vec<Way> = own.chain(of_maker).map(|link| way(desk, link)).collect();
    let listed = |way: &Way| way.icon == "katalog";
    if needs.e_catalogue && !shops.iter().any(listed) {
        shops.push(Way {
            icon: "katalog".to_owned(),
            label: desk.t("beli.ekatalog").to_owned(),
            shown: "katalog.inaproc.id".to_owned(),
            url: live.then(|| "https://katalog.inaproc.id/".to_owned()),
        });
    }
    let visit = match presence.visits {
        Some("ya") => Some(desk.t("umkm.kunjungan_bebas").to_owned()),
        Some("janji") => Some(desk.t("umkm.kunjungan").to_owned()),
        _ => None,
    };
    let reachable = presence.whatsapp.is_some() || !ways.is_empty() || !shops.is_empty();
    let none = (!reachable).then(|| match (&visit, presence.place) {
        (Some(_), Some(place)) => desk.fill("beli.tak_ada", &[("tempat", &desk.area(place))]),
        _ => desk.t("kosong.kontak").to_owned(),
    });
    Contact {
        sample: desk.site.sample,
        whatsapp: presence.whatsapp.as_ref().map(|phone| whatsapp(desk, phone, needs.label, &needs.text)),
        wholesale: presence
            .whatsapp
            .as_ref()
            .zip(needs.bulk.as_ref())
            .map(|(phone, text)| whatsapp(desk, phone, desk.t("harga.grosir"), text)),
        ways,
        shops,
        visit,
        payments: presence
            .payment
            .iter()
            .map(|way| label(tables::business::PAYMENT, way, desk.language).to_owned())
            .collect(),
        delivery: presence
            .delivery
            .iter()
            .map(|way| label(tables::business::DELIVERY, way, desk.language).to_owned())
            .collect(),
        qris: presence.qris,
        instead: if none.is_some() { instead(desk, seller) } else { Vec::new() },
        none,
    }
}

/// Where to turn when a maker shows no contact: the cooperative, else the office.
fn instead(desk: &Desk<'_>, seller: SellerId) -> Vec<crate::view::text::Link> {
    let cooperative = match seller {
        SellerId::Business(id) => desk.catalog.businesses.get(id).links.cooperative,
        SellerId::Cooperative(_) => None,
    };
    match cooperative {
        Some(id) => vec![crate::view::text::Link {
            label: desk.words(&desk.catalog.cooperatives.get(id).common.name),
            url: desk.seller_url(SellerId::Cooperative(id)),
        }],
        None => vec![desk.link(desk.site.office.name.clone(), desk.fixed(crate::plan::Fixed::About))],
    }
}

fn way(desk: &Desk<'_>, link: &crate::model::Link) -> Way {
    let kind = link.kind();
    let (icon, key) = match kind.role() {
        LinkRole::Marketplace => ("toko", "beli.lokapasar"),
        LinkRole::Delivery => ("antar", "beli.pesan_antar"),
        LinkRole::Procurement => ("katalog", "beli.lokapasar"),
        LinkRole::Social => (kind.key(), ""),
        LinkRole::Website => ("situs", ""),
    };
    let text = match kind {
        LinkKind::Inaproc => desk.t("beli.ekatalog").to_owned(),
        _ if key.is_empty() => kind.label().to_owned(),
        _ => desk.fill(key, &[("nama", kind.label())]),
    };
    Way {
        icon: icon.to_owned(),
        label: text,
        shown: link.host().to_owned(),
        url: (!desk.site.sample).then(|| link.address().to_owned()),
    }
}

/// Place, contact and shops of a maker.
pub fn presence<'a>(desk: &Desk<'a>, seller: SellerId) -> &'a Presence {
    match seller {
        SellerId::Business(id) => &desk.catalog.businesses.get(id).facts.presence,
        SellerId::Cooperative(id) => &desk.catalog.cooperatives.get(id).facts.presence,
    }
}

/// The card of a product.
pub fn product_card(desk: &Desk<'_>, id: Id<Product>) -> card::ProductCard {
    let product = desk.catalog.products.get(id);
    let seller = product.links.seller;
    let place = desk.catalog.place_of_seller(seller).map_or("", |place| desk.district_name(place));
    let usual = product.facts.stock == Stock::Ready;
    card::ProductCard {
        url: desk.product_url(product),
        name: desk.words(&product.common.name),
        picture: desk.main_picture(&product.common, "card"),
        price: price(desk, product),
        seller: desk.seller(seller).name.text(desk.language).to_owned(),
        place: place.to_owned(),
        stock: (!usual).then(|| stock(desk, &product.facts.stock)),
        badges: product_badges(desk, product, 2),
    }
}

/// The card of a UMKM.
pub fn business_card(desk: &Desk<'_>, id: Id<Business>) -> card::BusinessCard {
    let business = desk.catalog.businesses.get(id);
    let facts = &business.facts;
    let seller = SellerId::Business(id);
    let products = desk.catalog.products_of(seller);
    let mut badges = Vec::new();
    if business.links.cooperative.is_some() {
        badges.push(badge(desk.language.pick("Anggota koperasi", "Cooperative member"), "plain"));
    }
    card::BusinessCard {
        url: desk.seller_url(seller),
        name: desk.words(&business.common.name),
        picture: maker_picture(desk, seller),
        kind: facts
            .field
            .map(|field| desk.catalog.categories.get(field).name.text(desk.language).to_owned())
            .unwrap_or_default(),
        place: facts.presence.place.map(|place| desk.area(place)).unwrap_or_default(),
        summary: desk.maybe_words(&business.common.summary),
        facts: vec![desk.count("daftar.jumlah_produk", products.len())],
        badges,
    }
}

/// The picture of a maker, or of its first product.
pub fn maker_picture(desk: &Desk<'_>, seller: SellerId) -> Option<crate::view::picture::Picture> {
    desk.main_picture(desk.seller(seller), "card").or_else(|| {
        let first = desk.catalog.products_of(seller).first()?;
        desk.main_picture(&desk.catalog.products.get(*first).common, "card")
    })
}

/// The card of a cooperative.
pub fn cooperative_card(desk: &Desk<'_>, id: Id<Cooperative>) -> card::BusinessCard {
    let cooperative = desk.catalog.cooperatives.get(id);
    let facts = &cooperative.facts;
    let seller = SellerId::Cooperative(id);
    let mut lines = Vec::new();
    if let Some(members) = &facts.members {
        lines.push(desk.count("kop.anggota", members.people as usize));
    }
    lines.push(desk.count("daftar.jumlah_produk", desk.catalog.products_of(seller).len()));
    card::BusinessCard {
        url: desk.seller_url(seller),
        name: desk.words(&cooperative.common.name),
        picture: maker_picture(desk, seller),
        kind: desk.strings.get(&format!("kop.jenis_{}", facts.kind)).to_owned(),
        place: facts.presence.place.map(|place| desk.area(place)).unwrap_or_default(),
        summary: desk.maybe_words(&cooperative.common.summary),
        facts: lines,
        badges: Vec::new(),
    }
}

/// Does the product's category make it a service?
pub fn is_service(desk: &Desk<'_>, product: &Product) -> bool {
    let own = desk.catalog.categories.get(product.facts.category);
    let rule = own.rule.or_else(|| own.parent.and_then(|parent| desk.catalog.categories.get(parent).rule));
    rule == Some(CategoryRule::Service)
}
