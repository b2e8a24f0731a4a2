//! Events, news and stories.

use super::center::mentor_line;
use super::node::Node;
use super::page::PageKind;
use super::{Context, Page};
use crate::bahasa::excerpt;
use crate::model::{AnyId, AnyLink, Common, Event, Id, Kind, News, Source, Story, Venue};
use crate::plan::address;

/// Search engines cut longer headlines.
const HEADLINE_MAX: usize = 110;

/// The page of an event.
pub fn event(ctx: &Context<'_>, page: &Page<'_>, id: Id<Event>) -> String {
    let event = ctx.catalog.events.get(id);
    let facts = &event.facts;
    let node = Node::new(event_type(facts.kind)).id(ctx.entry_id(Kind::Event, &event.common.slug));
    let targets = ctx.labels(crate::schema::tables::center::TARGET, &facts.targets);
    let audience = (!targets.is_empty()).then(|| Node::new("Audience").set("audienceType", targets.join(", ")));
    let programme = event
        .links
        .programme
        .map(|id| ctx.mention(Kind::Programme, "CreativeWork", &ctx.catalog.programmes.get(id).common));
    let node = ctx
        .described(node, &event.common, page)
        .set("startDate", facts.start.iso())
        // Without an end the day is over at midnight; a made-up hour would be a lie.
        .set("endDate", facts.end.map_or_else(|| facts.start.date().to_string(), |end| end.iso()))
        .set("eventStatus", event_status(facts.state))
        .set("eventAttendanceMode", attendance(event))
        .few("location", locations(ctx, page, event))
        .set("organizer", ctx.publisher_line())
        .list("performer", event.links.speakers.iter().map(|id| mentor_line(ctx, *id)))
        .maybe("maximumAttendeeCapacity", facts.capacity)
        .maybe("audience", audience)
        .maybe("isAccessibleForFree", facts.cost.map(|cost| cost == 0))
        .maybe("offers", offer(ctx, page, event))
        .maybe("workFeatured", programme)
        .set("inLanguage", "id");
    ctx.graph(page, PageKind::Web, vec![node])
}

fn event_type(kind: &str) -> &'static str {
    match kind {
        "pelatihan" | "simulasi" => "EducationEvent",
        "bazar" => "SaleEvent",
        "pameran" => "ExhibitionEvent",
        "temu_bisnis" => "BusinessEvent",
        _ => "Event",
    }
}

fn event_status(state: &str) -> &'static str {
    match state {
        "tunda" => "https://schema.org/EventPostponed",
        "batal" => "https://schema.org/EventCancelled",
        _ => "https://schema.org/EventScheduled",
    }
}

fn attendance(event: &Event) -> &'static str {
    match (&event.facts.venue, &event.facts.online) {
        (Some(_), Some(_)) => "https://schema.org/MixedEventAttendanceMode",
        (None, Some(_)) => "https://schema.org/OnlineEventAttendanceMode",
        _ => "https://schema.org/OfflineEventAttendanceMode",
    }
}

/// The place, the online room, or both; the office when neither is said, since an event must be somewhere.
fn locations(ctx: &Context<'_>, page: &Page<'_>, event: &Event) -> Vec<Node> {
    let facts = &event.facts;
    let room = facts.online.as_deref().map(|room| {
        let url = if ctx.site.sample { ctx.url(page.path) } else { room.to_owned() };
        Node::new("VirtualLocation").set("url", url)
    });
    let mut all: Vec<Node> = facts.venue.as_ref().map(|venue| place(ctx, venue)).into_iter().chain(room).collect();
    if all.is_empty() {
        let office = Node::new("Place")
            .set("name", ctx.publisher_name())
            .set("address", ctx.site.office.address.as_deref().unwrap_or(ctx.text(&ctx.site.city)));
        all.push(office);
    }
    all
}

fn place(ctx: &Context<'_>, venue: &Venue) -> Node {
    let district = venue.district.and_then(|at| ctx.catalog.places.districts.get(at as usize));
    let locality: Vec<&str> =
        [venue.village.as_deref(), district.map(|district| district.name.as_str())].into_iter().flatten().collect();
    let address = Node::new("PostalAddress")
        .maybe("streetAddress", venue.address.as_deref())
        .set("addressLocality", locality.join(", "))
        .set("addressRegion", ctx.text(&ctx.site.city))
        .set("addressCountry", "ID");
    Node::new("Place").set("name", venue.name.as_str()).set("address", address)
}

fn offer(ctx: &Context<'_>, page: &Page<'_>, event: &Event) -> Option<Node> {
    let facts = &event.facts;
    let cost = facts.cost?;
    let registration = facts.registration.as_ref();
    let over = registration.and_then(|registration| registration.until).is_some_and(|until| until < ctx.today);
    let closed = over || registration.is_some_and(|registration| registration.status == Some("tutup"));
    let form = registration.and_then(|registration| registration.url.clone()).filter(|_| !ctx.site.sample);
    let node = Node::new("Offer")
        .set("price", cost)
        .set("priceCurrency", "IDR")
        .set("availability", if closed { "https://schema.org/SoldOut" } else { "https://schema.org/InStock" })
        .set("url", form.unwrap_or_else(|| ctx.url(page.path)))
        .maybe("validFrom", event.common.published.map(|day| format!("{day}T00:00:00+07:00")))
        .maybe("validThrough", registration.and_then(|registration| registration.until).map(|day| day.to_string()));
    Some(node)
}

/// The page of a news item.
pub fn news(ctx: &Context<'_>, page: &Page<'_>, id: Id<News>) -> String {
    let news = ctx.catalog.news.get(id);
    let facts = &news.facts;
    let about = news.links.related.iter().filter_map(|link| match link {
        AnyLink::Found(id) => mention_any(ctx, *id),
        AnyLink::Named(_) => None,
    });
    let author = facts.author.as_deref().map(|name| Node::new("Organization").set("name", name));
    let node = Node::new("NewsArticle").id(ctx.id(&address::news(news, crate::bahasa::Language::Id), "tulisan"));
    let node = article(ctx, page, node, &news.common)
        .set("datePublished", facts.date.to_string())
        .set("dateModified", news.common.updated.map_or(facts.date, |day| day.max(facts.date)).to_string())
        .few("author", [author.unwrap_or_else(|| ctx.publisher_line())])
        .maybe("articleSection", facts.topic.as_deref())
        .maybe("isBasedOn", facts.source.as_ref().map(source))
        .list("about", about);
    ctx.graph(page, PageKind::Web, vec![node])
}

/// The page of a success story.
pub fn story(ctx: &Context<'_>, page: &Page<'_>, id: Id<Story>) -> String {
    let story = ctx.catalog.stories.get(id);
    let published = story.facts.date.or(story.common.published);
    let changed = story.common.updated.max(published);
    let node = Node::new("Article").id(ctx.entry_id(Kind::Story, &story.common.slug));
    let node = article(ctx, page, node, &story.common)
        .maybe("datePublished", published.map(|day| day.to_string()))
        .maybe("dateModified", changed.map(|day| day.to_string()))
        .few("author", [ctx.publisher_line()])
        .maybe("about", story.links.about.map(|seller| ctx.seller(seller)));
    ctx.graph(page, PageKind::Web, vec![node])
}

/// What news and stories share. The text itself stays on the page: search engines read it there.
fn article(ctx: &Context<'_>, page: &Page<'_>, node: Node, common: &Common) -> Node {
    let (name, language) = common.name.get(ctx.language);
    let (body, _) = common.body.get(ctx.language);
    ctx.described(node, common, page)
        .set("headline", excerpt(name, HEADLINE_MAX - 1))
        .maybe("wordCount", (body.words > 0).then_some(body.words))
        .set("inLanguage", language.code())
        .set("isAccessibleForFree", true)
        .set("mainEntityOfPage", Node::reference(ctx.id(page.path, "laman")))
        .set("publisher", ctx.publisher_line())
}

/// The work that a text quotes.
fn source(source: &Source) -> Node {
    Node::new("NewsArticle")
        .maybe("url", source.url.as_deref())
        .maybe("datePublished", source.date.map(|day| day.to_string()))
        .maybe("author", source.author.as_deref().map(|name| Node::new("Person").set("name", name)))
        .set("publisher", Node::new("NewsMediaOrganization").set("name", source.medium.as_str()))
}

/// Any entry, as something a text is about.
fn mention_any(ctx: &Context<'_>, id: AnyId) -> Option<Node> {
    let common = crate::plan::common(ctx.catalog, id.kind, id.index)?;
    let url = ctx.url(&address::any(ctx.catalog, id, ctx.language));
    Some(Node::new("Thing").set("name", ctx.text(&common.name)).set("url", url))
}
