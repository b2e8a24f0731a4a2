//! Pages of the innovation center. One module per kind of entry; what they share stands here.

pub mod facility;
pub mod funding;
pub mod group;
pub mod innovation;
pub mod mentor;
pub mod partner;
pub mod programme;

pub use facility::{list as facilities, view as facility};
pub use funding::{list as fundings, view as funding};
pub use group::{list as working_groups, view as working_group};
pub use innovation::{list as innovations, view as innovation};
pub use mentor::{list as mentors, view as mentor};
pub use partner::{cooperate, list as partners, view as partner};
pub use programme::{list as programmes, view as programme};

use super::cards::Card;
use super::desk::Desk;
use super::shared::{self, badge};
use crate::bahasa::{group as thousands, rupiah};
use crate::model::{Bilingual, Common, Event, Id, Kind, Phone, Seller, SellerId, Source, Status};
use crate::plan::Fixed;
use crate::schema::tables;
use crate::view::card::{CardRow, TeaserCard};
use crate::view::center::{Group, GroupedList, Registration, Warning};
use crate::view::contact::{Contact, Way};
use crate::view::picture::Picture;
use crate::view::text::{Badge, Chip, Day, Empty, Fact, Link, Words};

/// Most cards in a row of a page.
pub const ROW: usize = 12;

/// The card of an entry of the center, a news item or a story; `None` for kinds that have cards of their own.
pub fn teaser(desk: &Desk<'_>, kind: Kind, index: u32) -> Option<TeaserCard> {
    let at = index as usize;
    let card = match kind {
        Kind::Innovation => innovation::teaser(desk, Id::new(at)),
        Kind::Programme => programme::teaser(desk, Id::new(at)),
        Kind::Facility => facility::teaser(desk, Id::new(at)),
        Kind::WorkingGroup => group::teaser(desk, Id::new(at)),
        Kind::Partner => partner::teaser(desk, Id::new(at)),
        Kind::Mentor => mentor::teaser(desk, Id::new(at)),
        Kind::Funding => funding::teaser(desk, Id::new(at)),
        _ => return super::editorial::teaser(desk, kind, index),
    };
    Some(card)
}

/// A card with what every entry has.
pub fn plain_teaser(desk: &Desk<'_>, kind: Kind, common: &Common) -> TeaserCard {
    TeaserCard {
        url: desk.entry(kind, &common.slug),
        title: desk.words(&common.name),
        summary: desk.maybe_words(&common.summary),
        picture: desk.main_picture(common, "cover"),
        ..TeaserCard::default()
    }
}

/// Cards of entries of one kind that may be listed.
pub fn teasers<'a, T: 'a>(
    desk: &Desk<'_>,
    kind: Kind,
    ids: impl IntoIterator<Item = &'a Id<T>>,
    common: impl Fn(Id<T>) -> &'a Common,
) -> Vec<String> {
    let listed = ids.into_iter().filter(|id| common(**id).is_listed());
    listed.take(ROW).map(|id| desk.card(Card::Teaser(kind, id.index() as u32))).collect()
}

/// A titled row, when there is something in it.
pub fn row(title: impl Into<String>, cards: Vec<String>, all: Option<Link>) -> Option<CardRow> {
    (!cards.is_empty()).then(|| CardRow { title: title.into(), cards, all })
}

/// "Lihat semua".
pub fn see_all(desk: &Desk<'_>, page: Fixed) -> Option<Link> {
    Some(desk.link(desk.t("umum.lihat_semua"), desk.fixed(page)))
}

/// A row of a list of facts.
pub fn fact(label: &str, value: Words) -> Fact {
    Fact { label: label.to_owned(), value, ..Fact::default() }
}

/// A row of a list of facts that holds links only; `None` without links.
pub fn linked_fact(label: &str, links: Vec<Link>) -> Option<Fact> {
    (!links.is_empty()).then(|| Fact { label: label.to_owned(), links, ..Fact::default() })
}

/// Texts in the page's language.
pub fn words(desk: &Desk<'_>, texts: &[Bilingual]) -> Vec<Words> {
    texts.iter().map(|text| desk.words(text)).collect()
}

/// Several texts as one: in the page's language when all are translated, else in Indonesian.
pub fn joined(desk: &Desk<'_>, texts: &[Bilingual]) -> Option<Words> {
    let translated = texts.iter().all(|text| text.get(desk.language).1 == desk.language);
    let list: Vec<&str> =
        texts.iter().map(|text| if translated { text.text(desk.language) } else { &text.id }).collect();
    let text = list.join(", ");
    (!text.is_empty()).then(|| if translated { Words::new(text) } else { desk.indonesian(&text) })
}

/// The text with a capital first: many short texts are written as they would stand in a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Words with a capital first.
pub fn titled(words: Words) -> Words {
    Words { text: capital(&words.text), ..words }
}

/// A link to an entry by its name.
pub fn link_to(desk: &Desk<'_>, kind: Kind, common: &Common) -> Link {
    Link { label: desk.words(&common.name), url: desk.entry(kind, &common.slug) }
}

/// A small link to an entry by its name.
pub fn chip_to(desk: &Desk<'_>, kind: Kind, common: &Common) -> Chip {
    desk.chip(desk.words(&common.name), desk.entry(kind, &common.slug), None)
}

/// For whom something is, one label each.
pub fn targets(desk: &Desk<'_>, targets: &[&'static str]) -> Vec<String> {
    let label = |target: &&'static str| shared::label(tables::center::TARGET, target, desk.language).to_owned();
    targets.iter().map(label).collect()
}

/// "Gratis" or an amount.
pub fn cost(desk: &Desk<'_>, rupiahs: u64) -> String {
    if rupiahs == 0 { desk.t("prog.gratis").to_owned() } else { rupiah(rupiahs, desk.language) }
}

/// A month or day as known: "Per Oktober 2026".
pub fn as_of(desk: &Desk<'_>, month: Option<crate::model::YearMonth>) -> Option<String> {
    month.map(|month| desk.fill("kelompok.per", &[("bulan", &month.display(desk.language))]))
}

/// Day of the last change.
pub fn updated(desk: &Desk<'_>, common: &Common) -> Option<Day> {
    common.freshness().map(|day| desk.day(day))
}

/// The report page with this page named.
pub fn report(desk: &Desk<'_>, url: &str) -> String {
    format!("{}?dari={url}", desk.fixed(Fixed::Report))
}

/// Photos after the main one.
pub fn more_photos(desk: &Desk<'_>, common: &Common) -> Vec<Picture> {
    common.photos.iter().skip(1).filter_map(|photo| desk.picture(photo, "cover")).collect()
}

/// Said above a page that is no longer kept.
pub fn archived(desk: &Desk<'_>, common: &Common) -> Option<String> {
    (common.status == Status::Archived).then(|| desk.t("pusat.arsip").to_owned())
}

/// The office, with a message about one page. `number` is another number to write to, where an entry names one.
pub fn office(desk: &Desk<'_>, label: &str, text: &str, path: &str, number: Option<&Phone>) -> Contact {
    let office = &desk.site.office;
    let live = !desk.site.sample;
    let message = format!("{text}\n{}{path}", desk.site.base.origin);
    let whatsapp = number.or(office.whatsapp.as_ref()).map(|phone| shared::whatsapp(desk, phone, label, &message));
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
    // The address stands at the foot of every page; here it is the last way that is left.
    let visit = office.address.clone().filter(|_| whatsapp.is_none() && ways.is_empty());
    let none = (whatsapp.is_none() && ways.is_empty() && visit.is_none()).then(|| desk.t("kosong.kontak").to_owned());
    Contact { sample: desk.site.sample, whatsapp, ways, visit, none, ..Contact::default() }
}

/// The office, asked about an entry by its name.
pub fn office_about(desk: &Desk<'_>, kind: Kind, common: &Common, label: &str, text: &str) -> Contact {
    let text = desk.fill(text, &[("nama", common.name.text(desk.language))]);
    office(desk, desk.strings.get(label), &text, &desk.entry(kind, &common.slug), None)
}

/// State of a registration on the day of the build, and from when on it is closed.
pub fn registration(desk: &Desk<'_>, given: Option<&crate::model::Registration>) -> Registration {
    let closed = desk.t("prog.tutup").to_owned();
    let Some(given) = given else { return Registration { closed, ..Registration::default() } };
    let over = given.until.is_some_and(|last| last < desk.today);
    let is_closed = over || given.status == Some("tutup");
    let link = given
        .url
        .as_ref()
        .filter(|_| !desk.site.sample && !is_closed)
        .map(|url| desk.link(desk.fill("layanan.daftar_di", &[("host", host(url))]), url.clone()));
    Registration {
        state: state_badge(desk, given),
        until: given.until.map(|last| desk.fill("agenda.batas", &[("tanggal", &last.display(desk.language))])),
        closes_on: given.until.filter(|_| !is_closed).map(|last| last.plus_days(1).to_string()),
        closed,
        is_closed,
        link,
    }
}

/// "Pendaftaran dibuka", "Segera dibuka"; `None` when it is closed or nothing is known.
pub fn state_badge(desk: &Desk<'_>, given: &crate::model::Registration) -> Option<Badge> {
    let over = given.until.is_some_and(|last| last < desk.today);
    let label = match given.status {
        _ if over => return None,
        Some("buka") => badge(desk.t("prog.buka"), "good"),
        Some("segera") => badge(desk.t("prog.segera"), "plain"),
        Some(_) => return None,
        None => return None,
    };
    Some(Badge { until: given.until.map(|last| last.to_string()), ..label })
}

/// Host of an address, as people read it.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    rest.get(..end).unwrap_or(rest)
}

/// "Sumber: Bisnis.com, 1 September 2016 (Nurudin Abdullah)", and its address.
pub fn source(desk: &Desk<'_>, source: &Source) -> (Words, Option<String>) {
    let mut text = source.medium.clone();
    if let Some(day) = source.date {
        text = format!("{text}, {}", day.display(desk.language));
    }
    if let Some(author) = &source.author {
        text = format!("{text} ({author})");
    }
    (Words::new(desk.fill("kabar.sumber", &[("sumber", &text)])), source.url.clone())
}

/// Coming events first to last, and past ones last to first, as two rows.
pub fn event_rows(desk: &Desk<'_>, events: &[Id<Event>], titles: [&str; 2]) -> [Option<CardRow>; 2] {
    let mut listed: Vec<(Id<Event>, &Event)> = events.iter().map(|id| (*id, desk.catalog.events.get(*id))).collect();
    listed.retain(|(_, event)| event.common.is_listed());
    listed.sort_by_key(|(_, event)| event.facts.start);
    let (past, coming): (Vec<_>, Vec<_>) = listed.into_iter().partition(|(_, event)| event.facts.is_past(desk.today));
    let cards = |events: &mut dyn Iterator<Item = &(Id<Event>, &Event)>| -> Vec<String> {
        events.take(ROW).map(|(id, _)| desk.card(Card::Event(*id))).collect()
    };
    let [coming_title, past_title] = titles.map(|key| desk.strings.get(key).to_owned());
    let all = Some(desk.link(desk.t("umum.lihat_semua"), desk.fixed(Fixed::Events)));
    [row(coming_title, cards(&mut coming.iter()), all), row(past_title, cards(&mut past.iter().rev()), None)]
}

/// Cards of makers.
pub fn maker_cards(desk: &Desk<'_>, makers: impl IntoIterator<Item = SellerId>) -> Vec<String> {
    let one = |maker| match maker {
        Seller::Business(id) => desk.card(Card::Business(id)),
        Seller::Cooperative(id) => desk.card(Card::Cooperative(id)),
    };
    let listed = makers.into_iter().filter(|maker| desk.seller(*maker).is_listed());
    listed.take(ROW).map(one).collect()
}

/// A list in titled groups; groups without cards are left out, and a single group loses its title. The chips lead to the
/// groups.
pub fn grouped(desk: &Desk<'_>, page: GroupedList, groups: Vec<Group>) -> GroupedList {
    let mut groups: Vec<Group> = groups.into_iter().filter(|group| !group.items.is_empty()).collect();
    let mut chips = Vec::new();
    match groups.as_mut_slice() {
        [only] if only.note.is_none() => only.title = String::new(),
        many => chips.extend(many.iter().map(|group| {
            desk.chip(Words::new(group.title.clone()), format!("#{}", group.id), Some(group.items.len()))
        })),
    }
    chips.extend(page.chips);
    let empty = page.empty.filter(|_| groups.is_empty());
    let count = page.count.filter(|_| !groups.is_empty());
    GroupedList { chips, groups, empty, count, ..page }
}

/// Nothing here yet: the office can tell more.
pub fn nothing_yet(desk: &Desk<'_>, title: &str, hint: Option<&str>) -> Empty {
    Empty {
        title: desk.strings.get(title).to_owned(),
        hint: hint.map(|key| desk.strings.get(key).to_owned()),
        links: vec![
            desk.link(desk.t("pusat.hubungi"), desk.fixed(Fixed::About)),
            desk.link(desk.t("nav.produk"), desk.fixed(Fixed::Products)),
        ],
    }
}

/// The warning that stands first on pages about funding.
pub fn warning(desk: &Desk<'_>) -> Warning {
    Warning {
        lead: desk.t("modal.waspada").to_owned(),
        lines: ["dana.waspada_1", "dana.waspada_2", "dana.waspada_3"].map(|key| desk.t(key).to_owned()).to_vec(),
        report: desk.link(desk.t("dana.lapor"), desk.fixed(Fixed::Report)),
    }
}

/// A number that may have decimals, as people read it.
pub fn number(desk: &Desk<'_>, value: f64) -> String {
    let thousandths = (value * 1000.0).round();
    if thousandths.abs() < 9e15 {
        crate::model::Decimal::from_thousandths(thousandths as i64).display(desk.language)
    } else {
        thousands(value.max(0.0) as u64, desk.language)
    }
}

#[cfg(test)]
mod tests {
    use super::{capital, host};

    #[test]
    fn host_is_what_stands_between_scheme_and_path() {
        assert_eq!(host("https://www.example.go.id/pembiayaan?x=1"), "www.example.go.id");
        assert_eq!(host("http://example.id#a"), "example.id");
        assert_eq!(host("example.id"), "example.id");
    }

    #[test]
    fn only_the_first_letter_grows() {
        assert_eq!(capital("élan vital"), "Élan vital");
        assert_eq!(capital("P-IRT"), "P-IRT");
        assert_eq!(capital(""), "");
    }
}
