//! Place, contact, shops, hours: shared by UMKM and cooperatives.

use super::fields::Fields;
use crate::bahasa::nearest;
use crate::diagnostic::{Code, Finding, Reading};
use crate::model::{
    Bounds, Email, Link, LinkKind, Nmid, OpeningHours, PaymentPicture, Phone, PlaceId, Point, Presence, is_payee,
};
use crate::parse::{Node, Value};
use crate::schema::{Scope, tables::business};

/// Reads it all.
pub fn read(fields: &Fields<'_>) -> Presence {
    let mut presence = Presence::default();
    if let Some(address) = fields.record("alamat") {
        read_address(&address, &mut presence);
    }
    presence.point = point(fields);
    if let Some(contact) = fields.record("kontak") {
        presence.whatsapp = phone(&contact, "whatsapp");
        presence.whatsapp_span = contact.span_of("whatsapp");
        presence.telephone = phone(&contact, "telepon");
        presence.email = email(&contact, "surel");
        presence.social = social(&contact);
    }
    presence.shops = shops(fields);
    presence.hours = hours(fields);
    presence.visits = fields.choice("kunjungan");
    presence.payment = fields.choices("pembayaran");
    presence.delivery = fields.choices("pengiriman");
    read_qris(fields, &mut presence);
    presence.capacity = fields.amount("kapasitas");
    presence
}

fn read_address(address: &Fields<'_>, presence: &mut Presence) {
    let places = &address.ctx.tables.places;
    presence.street = address.text("jalan");
    presence.directions = address.text("petunjuk");
    let district = address.spanned_text("kecamatan").and_then(|(name, span)| {
        let found = places.find_district(&name);
        if found.is_none() {
            let names: Vec<&str> = places.districts.iter().map(|district| district.name.as_str()).collect();
            let mut finding = Finding::new(Code::UmkmKecamatan).with("nilai", &name).with("daftar", names.join(", "));
            if let Some(close) = nearest(&name, &names) {
                finding = finding.instead(close);
            }
            address.report(span, finding);
        }
        found
    });
    let village = address.spanned_text("kelurahan");
    if let (Some(district), Some((name, span))) = (district, village) {
        presence.place = places.find_village(district, &name);
        if presence.place.is_none() {
            report_village(address, district, &name, span);
        }
    }
    presence.postcode =
        address.value("kode_pos", "5 angka", |scalar| Ok(Reading::clean(scalar.text.trim().to_owned())));
    if let Some(place) = presence.place {
        check_postcode(address, place, presence);
    }
}

/// Says that a district has no such village.
pub fn report_village(address: &Fields<'_>, district: u16, name: &str, span: crate::diagnostic::Span) {
    let Some(district) = address.ctx.tables.places.districts.get(district as usize) else { return };
    let mut finding = Finding::new(Code::UmkmKelurahan).with("nilai", name).with("kec", &district.name);
    if let Some(close) =
        nearest(name, &district.villages.iter().map(|village| village.name.as_str()).collect::<Vec<_>>())
    {
        finding = finding.with("saran", close).instead(close);
    }
    address.report(span, finding);
}

fn check_postcode(address: &Fields<'_>, place: PlaceId, presence: &mut Presence) {
    let Some(village) = address.ctx.tables.places.village(place) else { return };
    match &presence.postcode {
        Some(code) if *code != village.postcode && !village.postcode.is_empty() => {
            let finding = Finding::new(Code::UmkmKodepos)
                .with("nilai", code)
                .with("kel", &village.name)
                .with("seharusnya", &village.postcode)
                .instead(&village.postcode);
            address.report(address.span_of("kode_pos"), finding);
        }
        Some(_) => {}
        None => presence.postcode = Some(village.postcode.clone()).filter(|code| !code.is_empty()),
    }
}

/// The map point: not kept without consent, and that is no mistake but is said.
fn point(fields: &Fields<'_>) -> Option<Point> {
    let node = fields.raw("titik")?;
    let point = read_point(fields, "titik")?;
    let allowed = fields.ctx.consent().is_none_or(|consent| consent.allows(Scope::MapPoint));
    if !allowed {
        fields.report(node.span, Finding::new(Code::UmkmTitikPresisi));
        return None;
    }
    Some(point)
}

/// `[lintang, bujur]`, or the same as one text.
pub fn read_point(fields: &Fields<'_>, name: &'static str) -> Option<Point> {
    let node = fields.raw(name)?;
    let bounds = &Bounds::TANGERANG_SELATAN;
    let read = match &node.value {
        Value::List(items) => match items.as_slice() {
            [
                Node { value: Value::Scalar { text: latitude, .. }, .. },
                Node { value: Value::Scalar { text: longitude, .. }, .. },
            ] => Some(Point::read(latitude, longitude, bounds)),
            _ => None,
        },
        Value::Scalar { text, .. } => Some(Point::read_text(text, bounds)),
        _ => None,
    };
    if read.is_none() {
        fields.report_form(name, node, "[lintang, bujur]");
    }
    fields.accept(name, node.span, read?)
}

/// A telephone number.
pub fn phone(fields: &Fields<'_>, name: &'static str) -> Option<Phone> {
    let read = match name {
        _ if fields.ctx.rules.foreign_numbers => Phone::read_abroad,
        "telepon" => Phone::read_telephone,
        _ => Phone::read,
    };
    fields.value(name, "nomor telepon", |scalar| read(scalar.text))
}

/// An e-mail address.
pub fn email(fields: &Fields<'_>, name: &'static str) -> Option<String> {
    fields.value(name, "alamat surel", |scalar| {
        Email::read(scalar.text).map(|reading| reading.map(|email| email.address().to_owned()))
    })
}

/// An https address.
pub fn url(fields: &Fields<'_>, name: &'static str) -> Option<String> {
    fields.value(name, "tautan", |scalar| {
        let mut reading = Link::read(LinkKind::Website, scalar.text)?;
        // A form or an official page may well be a host's front page.
        reading.remarks.retain(|finding| finding.code != Code::TautanBeranda);
        Ok(reading.map(|link| link.address().to_owned()))
    })
}

/// Social media and web site of a `kontak` record.
pub fn social(contact: &Fields<'_>) -> Vec<Link> {
    let kinds = ["situs", "instagram", "facebook", "tiktok", "youtube"];
    kinds.into_iter().filter_map(|name| link(contact, name, LinkKind::contact(name)?)).collect()
}

fn link(fields: &Fields<'_>, name: &'static str, kind: LinkKind) -> Option<Link> {
    fields.value(name, "tautan", |scalar| {
        let mut reading = Link::read(kind, scalar.text)?;
        if kind == LinkKind::Website {
            reading.remarks.retain(|finding| finding.code != Code::TautanBeranda);
        }
        Ok(reading)
    })
}

/// Shops on other platforms. Bukalapak's is read, warned of, and not kept.
pub fn shops(fields: &Fields<'_>) -> Vec<Link> {
    let Some(record) = fields.record("tautan") else { return Vec::new() };
    let kinds = business::LINKS.iter().map(|field| field.name);
    kinds
        .filter_map(|name| link(&record, name, LinkKind::shop(name)?))
        .filter(|link| !link.kind().is_closed())
        .collect()
}

/// Opening hours: a text, or a list of texts.
pub fn hours(fields: &Fields<'_>) -> Option<OpeningHours> {
    let node = fields.raw("jam")?;
    let read = match &node.value {
        Value::Scalar { text, .. } => OpeningHours::read(text),
        Value::List(items) => OpeningHours::read_list(items.iter().filter_map(|item| match &item.value {
            Value::Scalar { text, .. } => Some(text.as_str()),
            _ => None,
        })),
        _ => {
            fields.report_form("jam", node, "hari dan jam");
            return None;
        }
    };
    fields.accept("jam", node.span, read)
}

/// QRIS: whether it is taken. A picture of the code is warned of and kept to be read later; a name must be the business's.
fn read_qris(fields: &Fields<'_>, presence: &mut Presence) {
    presence.qris = presence.payment.contains(&"qris");
    let Some(qris) = fields.record("qris") else { return };
    presence.qris |= qris.flag("terima").unwrap_or(true);
    let merchant = qris.spanned_text("nmid").and_then(|(number, span)| qris.accept("nmid", span, Nmid::read(&number)));
    if let Some(path) = super::common::file(&qris, "gambar") {
        let span = qris.span_of("gambar");
        qris.report(span, Finding::new(Code::QrisGambar));
        presence.payment_picture =
            Some(PaymentPicture { path, span, merchant: merchant.map(|number| number.to_string()) });
    }
    if let Some((name, span)) = qris.spanned_text("nama") {
        // A business without a name has its own message.
        let business = fields.text("nama").unwrap_or_default();
        if !business.is_empty() && !is_payee(&name, &business) {
            qris.report(span, Finding::new(Code::QrisNama).with("qris", name));
        }
    }
}
