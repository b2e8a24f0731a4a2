//! Contact cards (vCard 3.0, which every phone reads): makers and mentors who allowed it, and the office. None on a
//! sample site, whose numbers could belong to somebody.

use crate::bahasa::Language;
use crate::config::Site;
use crate::lines::Lines;
use crate::model::{Business, Catalog, Common, Cooperative, Id, Kind, LinkRole, Mentor, Phone, Presence};
use crate::plan::address;

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
    card.address(
        presence.street.as_deref().unwrap_or_default(),
        &locality,
        &site.city.id,
        postcode.unwrap_or_default(),
    );
    if let Some(point) = presence.point {
        card.lines.plain(&format!("GEO:{};{}", point.latitude(), point.longitude()));
    }
    card.url(&site.base.absolute(&address::entry(kind, &common.slug, Language::Id)));
    for link in presence.social.iter().filter(|link| link.kind().role() == LinkRole::Website) {
        card.url(link.address());
    }
    if let Some(summary) = &common.summary {
        card.lines.text("NOTE", &summary.id);
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
    card.lines.text("TITLE", "Mentor");
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
    lines: Lines,
}

impl Card {
    /// The card of an organisation, or of a person in it. Phones sort by `N`, show `FN`.
    fn new(organisation: &str, person: Option<&str>) -> Card {
        let mut lines = Lines::default();
        lines.plain("BEGIN:VCARD");
        lines.plain("VERSION:3.0");
        match person {
            Some(person) => {
                lines.text("FN", &format!("{person} ({organisation})"));
                lines.texts("N", &["", person, "", "", ""]);
            }
            None => {
                lines.text("FN", organisation);
                lines.texts("N", &[organisation, "", "", "", ""]);
                lines.plain("X-ABSHOWAS:COMPANY");
            }
        }
        lines.text("ORG", organisation);
        Card { lines }
    }

    fn phone(&mut self, kind: &str, phone: Option<&Phone>) {
        if let Some(phone) = phone {
            self.lines.plain(&format!("TEL;TYPE={kind}:+{}", phone.digits()));
        }
    }

    fn email(&mut self, address: Option<&str>) {
        if let Some(address) = address {
            self.lines.text("EMAIL;TYPE=INTERNET", address);
        }
    }

    fn address(&mut self, street: &str, locality: &str, city: &str, postcode: &str) {
        self.lines.texts("ADR;TYPE=WORK", &["", "", street, locality, city, postcode, "Indonesia"]);
    }

    fn url(&mut self, url: &str) {
        self.lines.plain(&format!("URL:{url}"));
    }

    fn finish(mut self) -> String {
        self.lines.plain("END:VCARD");
        self.lines.finish()
    }
}
