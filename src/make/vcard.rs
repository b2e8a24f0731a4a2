//! Contact cards (vCard 3.0, which every phone reads): makers and mentors who allowed it, and the office. None on a
//! sample site, whose numbers could belong to somebody.

use crate::bahasa::Language;
use crate::config::Site;
use crate::model::{Business, Catalog, Common, Cooperative, Id, Kind, LinkRole, Mentor, Phone, Presence};
use crate::plan::address;

/// Octets of a line, its CRLF not counted.
const LINE_MAX: usize = 75;

/// The card of a UMKM; none without any allowed way to reach it.
pub fn business(catalog: &Catalog, site: &Site, id: Id<Business>) -> Option<String> {
    let business = catalog.businesses.get(id);
    let owner = business.facts.owner.as_deref();
    maker(catalog, site, Kind::Business, &business.common, &business.facts.presence, owner)
}

/// The card of a cooperative.
pub fn cooperative(catalog: &Catalog, site: &Site, id: Id<Cooperative>) -> Option<String> {
    let cooperative = catalog.cooperatives.get(id);
    maker(catalog, site, Kind::Cooperative, &cooperative.common, &cooperative.facts.presence, None)
}

fn maker(
    catalog: &Catalog,
    site: &Site,
    kind: Kind,
    common: &Common,
    presence: &Presence,
    owner: Option<&str>,
) -> Option<String> {
    let direct = presence.whatsapp.is_some() || presence.telephone.is_some() || presence.email.is_some();
    if site.sample || !direct {
        return None;
    }
    let mut card = Card::new(&common.name.id, owner);
    card.phone("CELL", presence.whatsapp.as_ref());
    if presence.telephone != presence.whatsapp {
        card.phone("WORK,VOICE", presence.telephone.as_ref());
    }
    card.email(presence.email.as_deref());
    let village = presence.place.and_then(|place| catalog.places.village(place));
    let district = presence.place.and_then(|place| catalog.places.district(place));
    let postcode = presence.postcode.as_deref().or(village.map(|village| village.postcode.as_str()));
    let locality = [village.map(|village| village.name.as_str()), district.map(|district| district.name.as_str())];
    let locality = locality.into_iter().flatten().collect::<Vec<_>>().join(", ");
    card.address(presence.street.as_deref().unwrap_or_default(), &locality, &site.city.id, postcode.unwrap_or_default());
    if let Some(point) = presence.point {
        card.raw(&format!("GEO:{};{}", point.latitude(), point.longitude()));
    }
    card.url(&site.base.absolute(&address::entry(kind, &common.slug, Language::Id)));
    for link in presence.social.iter().filter(|link| link.kind().role() == LinkRole::Website) {
        card.url(link.address());
    }
    if let Some(summary) = &common.summary {
        card.text("NOTE", &[&summary.id]);
    }
    Some(card.finish())
}

/// The card of a mentor.
pub fn mentor(catalog: &Catalog, site: &Site, id: Id<Mentor>) -> Option<String> {
    let mentor = catalog.mentors.get(id);
    let facts = &mentor.facts;
    if site.sample || (facts.whatsapp.is_none() && facts.email.is_none()) {
        return None;
    }
    let name = mentor.common.name.id.as_str();
    let institution = mentor.links.institution.map(|id| catalog.partners.get(id).common.name.id.as_str());
    let mut card = Card::new(institution.unwrap_or(&site.office.name), Some(name));
    card.phone("CELL", facts.whatsapp.as_ref());
    card.email(facts.email.as_deref());
    card.text("TITLE", &["Mentor"]);
    card.url(&site.base.absolute(&address::entry(Kind::Mentor, &mentor.common.slug, Language::Id)));
    Some(card.finish())
}

/// The card of the office.
pub fn office(site: &Site) -> Option<String> {
    let office = &site.office;
    let reachable = office.whatsapp.is_some() || office.telephone.is_some() || office.email.is_some();
    if site.sample || !reachable {
        return None;
    }
    let mut card = Card::new(if office.name.trim().is_empty() { &site.name.id } else { &office.name }, None);
    card.phone("CELL", office.whatsapp.as_ref());
    if office.telephone != office.whatsapp {
        card.phone("WORK,VOICE", office.telephone.as_ref());
    }
    card.email(office.email.as_deref());
    card.address(office.address.as_deref().unwrap_or_default(), &site.city.id, "", "");
    card.url(&site.base.absolute("/"));
    Some(card.finish())
}

/// A card being written.
struct Card {
    text: String,
}

impl Card {
    /// The card of an organisation, or of a person in it. Phones sort by `N`, show `FN`.
    fn new(organisation: &str, person: Option<&str>) -> Card {
        let mut card = Card { text: String::new() };
        card.raw("BEGIN:VCARD");
        card.raw("VERSION:3.0");
        match person {
            Some(person) => {
                card.text("FN", &[&format!("{person} ({organisation})")]);
                card.text("N", &["", person, "", "", ""]);
            }
            None => {
                card.text("FN", &[organisation]);
                card.text("N", &[organisation, "", "", "", ""]);
                card.raw("X-ABSHOWAS:COMPANY");
            }
        }
        card.text("ORG", &[organisation]);
        card
    }

    fn phone(&mut self, kind: &str, phone: Option<&Phone>) {
        if let Some(phone) = phone {
            self.raw(&format!("TEL;TYPE={kind}:+{}", phone.digits()));
        }
    }

    fn email(&mut self, address: Option<&str>) {
        if let Some(address) = address {
            self.text("EMAIL;TYPE=INTERNET", &[address]);
        }
    }

    fn address(&mut self, street: &str, locality: &str, city: &str, postcode: &str) {
        self.text("ADR;TYPE=WORK", &["", "", street, locality, city, postcode, "Indonesia"]);
    }

    fn url(&mut self, url: &str) {
        self.raw(&format!("URL:{url}"));
    }

    /// A property of texts, parted by semicolons.
    fn text(&mut self, name: &str, parts: &[&str]) {
        let escaped: Vec<String> = parts.iter().map(|part| escape(part)).collect();
        self.raw(&format!("{name}:{}", escaped.join(";")));
    }

    /// A line, folded at 75 octets between characters.
    fn raw(&mut self, line: &str) {
        let mut room = LINE_MAX;
        for sign in line.chars().filter(|sign| !sign.is_control()) {
            if sign.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LINE_MAX - 1;
            }
            self.text.push(sign);
            room -= sign.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    fn finish(mut self) -> String {
        self.raw("END:VCARD");
        self.text
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign => out.push(sign),
        }
    }
    out
}
