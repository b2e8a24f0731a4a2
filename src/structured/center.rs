//! The innovation center: innovations, programmes, facilities, working groups, partners, mentors, funding.

use super::node::{Node, property};
use super::page::{PageKind, opening_hours};
use super::product::line;
use super::{Context, Page};
use crate::model::{
    AdopterLink, Event, Facility, Funding, Id, Innovation, Kind, Measurement, Mentor, Partner, Programme, Progress,
    WorkingGroup,
};
use crate::plan::address;
use crate::schema::tables;

/// The page of an innovation. While it is on trial it is a research project, later a work that others use.
pub fn innovation(ctx: &Context<'_>, page: &Page<'_>, id: Id<Innovation>) -> String {
    let innovation = ctx.catalog.innovations.get(id);
    let on_trial = innovation.facts.progress == Progress::Trial;
    let kind = if on_trial { "ResearchProject" } else { "CreativeWork" };
    let node = Node::new(kind).id(ctx.entry_id(Kind::Innovation, &innovation.common.slug));
    let node = ctx.described(node, &innovation.common, page);
    let thing = if on_trial { trial(ctx, node, innovation) } else { work(ctx, node, id, innovation) };
    ctx.graph(page, PageKind::Web, vec![thing])
}

fn trial(ctx: &Context<'_>, node: Node, innovation: &Innovation) -> Node {
    let group = innovation
        .links
        .group
        .map(|id| ctx.mention(Kind::WorkingGroup, "Organization", &ctx.catalog.groups.get(id).common));
    node.list("member", developers(ctx, innovation))
        .maybe("parentOrganization", group)
        .list("knowsAbout", readiness(ctx, innovation))
        .set("areaServed", ctx.city())
}

fn work(ctx: &Context<'_>, node: Node, id: Id<Innovation>, innovation: &Innovation) -> Node {
    let facts = &innovation.facts;
    let plain = |prose: &crate::model::BilingualProse| prose.get(ctx.language).0.plain.trim().to_owned();
    let parts = [plain(&facts.problem), plain(&facts.solution)];
    let summary: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let products = ctx.catalog.back.innovation_products.get(id).iter().map(|id| line(ctx, *id));
    let results = facts.results.iter().map(|result| observation(ctx, result));
    let about: Vec<Node> = products.chain(readiness(ctx, innovation)).chain(results).collect();
    let users = innovation.links.users.iter().filter_map(|user| match user {
        AdopterLink::Found(seller) => Some(ctx.seller(*seller)),
        AdopterLink::Unknown(_) => None,
    });
    let group = innovation
        .links
        .group
        .map(|id| ctx.mention(Kind::WorkingGroup, "Organization", &ctx.catalog.groups.get(id).common));
    let download = |file: &crate::model::Download| {
        Node::new("MediaObject").set("name", file.name.as_str()).set(
            "contentUrl",
            ctx.url(&format!("/{}", file.path.trim_start_matches("content/").trim_start_matches('/'))),
        )
    };
    node.set("abstract", summary.join("\n\n"))
        .maybe("creativeWorkStatus", ctx.label(tables::center::INNOVATION_STATUS, facts.progress.word()))
        .list("creator", developers(ctx, innovation))
        .maybe("sourceOrganization", group)
        .list("about", about)
        .list("mentions", users)
        .list("encoding", facts.downloads.iter().map(download))
        .maybe("datePublished", innovation.common.published.map(|day| day.to_string()))
        .maybe("dateModified", innovation.common.freshness().map(|day| day.to_string()))
        .set("publisher", Node::reference(ctx.publisher_id()))
        .set("inLanguage", innovation.common.name.get(ctx.language).1.code())
}

fn readiness(ctx: &Context<'_>, innovation: &Innovation) -> Option<Node> {
    let name = ctx.language.pick("Tingkat Kesiapterapan Teknologi (TKT)", "Technology readiness level (TRL)");
    let node = property(name, innovation.facts.readiness).set("minValue", 1).set("maxValue", 9);
    Some(node)
}

fn observation(ctx: &Context<'_>, result: &Measurement) -> Node {
    let unit = result.unit.as_deref().map_or(String::new(), |unit| format!(" {unit}"));
    let text = match &result.before {
        Some(before) => format!("{before} → {}{unit}", result.after),
        None => format!("{}{unit}", result.after),
    };
    Node::new("Observation")
        .set("name", ctx.text(&result.measure))
        .set("value", text)
        .maybe("observationDate", result.date.map(|day| day.to_string()))
        .maybe("measurementMethod", result.method.as_deref())
}

fn developers(ctx: &Context<'_>, innovation: &Innovation) -> Vec<Node> {
    let partners = innovation.links.developers.iter().map(|id| partner_line(ctx, *id));
    let text = ctx.maybe_text(&innovation.facts.developer).map(|name| Node::new("Organization").set("name", name));
    partners.chain(text).collect()
}

fn partner_line(ctx: &Context<'_>, id: Id<Partner>) -> Node {
    let partner = ctx.catalog.partners.get(id);
    ctx.mention(Kind::Partner, partner_type(partner.facts.kind), &partner.common)
}

/// The page of a programme: a course when there are training dates, else a public service.
pub fn programme(ctx: &Context<'_>, page: &Page<'_>, id: Id<Programme>) -> String {
    let programme = ctx.catalog.programmes.get(id);
    let facts = &programme.facts;
    let events = ctx.catalog.back.programme_events.get(id).iter().map(|id| ctx.catalog.events.get(*id));
    let dates: Vec<&Event> = events.filter(|event| matches!(event.facts.kind, "pelatihan" | "simulasi")).collect();
    let kind = if dates.is_empty() { "GovernmentService" } else { "Course" };
    let node = Node::new(kind).id(ctx.entry_id(Kind::Programme, &programme.common.slug));
    let bare = crate::model::Common { keywords: Vec::new(), ..programme.common.clone() };
    let node = ctx.described(node, &bare, page);
    let targets = ctx.labels(tables::center::TARGET, &facts.targets);
    let audience = (!targets.is_empty()).then(|| Node::new("Audience").set("audienceType", targets.join(", ")));
    let office = ctx.maybe_text(&facts.office).map(|name| {
        Node::new("GovernmentOrganization")
            .set("name", name)
            .set("parentOrganization", Node::reference(ctx.publisher_id()))
    });
    let partners = programme.links.partners.iter().map(|id| partner_line(ctx, *id));
    let offer = facts.cost.map(|cost| price_of(ctx, page, cost));
    let node = node
        .set("provider", office.unwrap_or_else(|| ctx.publisher_line()))
        .maybe("audience", audience)
        .few("offers", offer);
    let fields = ctx.labels(tables::center::FIELD_OF_WORK, &facts.fields);
    let thing = if dates.is_empty() {
        node.few("serviceType", fields)
            .set("areaServed", ctx.city())
            .set("serviceOperator", ctx.publisher_line())
            .list(
                "serviceOutput",
                ctx.texts(&facts.benefits).into_iter().map(|name| Node::new("Thing").set("name", name)),
            )
            .maybe("potentialAction", apply_action(ctx, programme))
    } else {
        node.few("about", fields)
            .list("contributor", partners)
            .list("coursePrerequisites", ctx.texts(&facts.requirements))
            .list("teaches", ctx.texts(&facts.benefits))
            .set("inLanguage", "id")
            .list("hasCourseInstance", dates.into_iter().map(|event| course_instance(ctx, event)))
            .maybe("potentialAction", apply_action(ctx, programme))
    };
    ctx.graph(page, PageKind::Web, vec![thing])
}

fn course_instance(ctx: &Context<'_>, event: &Event) -> Node {
    let mode = match (&event.facts.venue, &event.facts.online) {
        (Some(_), Some(_)) => "blended",
        (None, Some(_)) => "online",
        _ => "onsite",
    };
    let minutes = event.facts.end.map(|end| event.facts.start.minutes_until(end)).filter(|minutes| *minutes > 0);
    Node::new("CourseInstance")
        .set("name", ctx.text(&event.common.name))
        .set("url", ctx.url(&address::entry(Kind::Event, &event.common.slug, ctx.language)))
        .set("courseMode", mode)
        .set("startDate", event.facts.start.iso())
        .maybe("endDate", event.facts.end.map(|end| end.iso()))
        .maybe("courseWorkload", minutes.map(|minutes| format!("PT{}H{}M", minutes / 60, minutes % 60)))
        .maybe("location", event.facts.venue.as_ref().map(|venue| venue.name.as_str()))
}

/// Where to register, while registration is open.
fn apply_action(ctx: &Context<'_>, programme: &Programme) -> Option<Node> {
    let registration = programme.facts.registration.as_ref()?;
    let open = registration.status != Some("tutup") && registration.until.is_none_or(|until| until >= ctx.today);
    let target = registration.url.as_deref().filter(|_| open && !ctx.site.sample)?;
    Some(Node::new("ApplyAction").set("target", target))
}

/// What taking part costs, 0 for nothing.
fn price_of(ctx: &Context<'_>, page: &Page<'_>, cost: u64) -> Node {
    Node::new("Offer")
        .set("price", cost)
        .set("priceCurrency", "IDR")
        .when(cost == 0, |offer| offer.set("category", "Free"))
        .when(cost > 0, |offer| offer.set("category", "Paid"))
        .set("url", ctx.url(page.path))
}

/// The page of a facility.
pub fn facility(ctx: &Context<'_>, page: &Page<'_>, id: Id<Facility>) -> String {
    let facility = ctx.catalog.facilities.get(id);
    let facts = &facility.facts;
    let tool = |name: String| Node::new("LocationFeatureSpecification").set("name", name).set("value", true);
    let places = facts.capacity.as_deref().and_then(|text| {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    });
    let open = matches!(facts.state, None | Some("beroperasi" | "terbit"));
    let node = Node::new("Place").id(ctx.entry_id(Kind::Facility, &facility.common.slug));
    let mut properties: Vec<Node> = Vec::new();
    let mut add = |id: &str, en: &str, value: Option<&str>| {
        properties.extend(value.map(|value| property(ctx.language.pick(id, en), value)));
    };
    add("Ruang", "Room", ctx.maybe_text(&facts.room));
    add("Cara pesan", "How to book", ctx.maybe_text(&facts.booking));
    add("Biaya", "Cost", facts.cost.as_deref());
    add("Status", "Status", facts.state.and_then(|state| ctx.label(tables::center::FACILITY_STATUS, state)));
    let node = ctx
        .described(node, &facility.common, page)
        .list("amenityFeature", ctx.texts(&facts.equipment).into_iter().map(tool))
        .maybe("maximumAttendeeCapacity", places)
        .set("containedInPlace", ctx.city())
        .maybe("address", ctx.site.office.address.as_deref())
        .list("additionalProperty", properties)
        // Hours of a building that does not stand yet would send people there.
        .when(open, |node| {
            node.list("openingHoursSpecification", facts.hours.as_ref().map(opening_hours).unwrap_or_default())
        });
    ctx.graph(page, PageKind::Web, vec![node])
}

/// The page of a working group.
pub fn working_group(ctx: &Context<'_>, page: &Page<'_>, id: Id<WorkingGroup>) -> String {
    let group = ctx.catalog.groups.get(id);
    let programmes = ctx.catalog.back.group_programmes.get(id).iter().map(|id| {
        let programme = ctx.catalog.programmes.get(*id);
        let service = ctx.mention(Kind::Programme, "Service", &programme.common);
        Node::new("Offer").set("itemOffered", service)
    });
    let node = Node::new("Organization").id(ctx.entry_id(Kind::WorkingGroup, &group.common.slug));
    let node = ctx
        .described(node, &group.common, page)
        .list("knowsAbout", ctx.maybe_text(&group.facts.focus))
        .set("parentOrganization", Node::reference(ctx.publisher_id()))
        .list("member", group.links.members.iter().map(|id| partner_line(ctx, *id)))
        .list("makesOffer", programmes)
        .set("areaServed", ctx.city());
    ctx.graph(page, PageKind::Web, vec![node])
}

/// The type of an institution by its kind.
fn partner_type(kind: &str) -> &'static str {
    match kind {
        "pemerintah" => "GovernmentOrganization",
        "perguruan_tinggi" => "CollegeOrUniversity",
        "riset" => "ResearchOrganization",
        "masyarakat" => "NGO",
        "pelatihan" => "EducationalOrganization",
        "swasta" => "Corporation",
        _ => "Organization",
    }
}

/// The page of a partner.
pub fn partner(ctx: &Context<'_>, page: &Page<'_>, id: Id<Partner>) -> String {
    let partner = ctx.catalog.partners.get(id);
    let facts = &partner.facts;
    let node = Node::new(partner_type(facts.kind)).id(ctx.entry_id(Kind::Partner, &partner.common.slug));
    let country = Node::new("PostalAddress").set("addressCountry", facts.country.as_str());
    let node = ctx
        .described(node, &partner.common, page)
        .maybe("alternateName", facts.short.as_deref())
        .set("address", country)
        .maybe("sameAs", facts.site.as_deref())
        // Only a picture that the partner allowed as its logo is called one.
        .when(facts.logo.is_some(), |node| node.maybe("logo", page.images.first().map(String::as_str)));
    ctx.graph(page, PageKind::Web, vec![node])
}

/// The page of a mentor.
pub fn mentor(ctx: &Context<'_>, page: &Page<'_>, id: Id<Mentor>) -> String {
    let mentor = ctx.catalog.mentors.get(id);
    let facts = &mentor.facts;
    let node = Node::new("Person").id(ctx.entry_id(Kind::Mentor, &mentor.common.slug));
    let bare = crate::model::Common { keywords: Vec::new(), ..mentor.common.clone() };
    let reachable = !ctx.site.sample;
    let links = facts.social.iter().filter(|link| reachable && !link.kind().is_closed());
    let node = ctx
        .described(node, &bare, page)
        .maybe("honorificSuffix", facts.title.as_deref())
        .set("jobTitle", "Mentor")
        .maybe("affiliation", mentor.links.institution.map(|id| partner_line(ctx, id)))
        .list("knowsAbout", ctx.texts(&facts.expertise))
        .list("knowsLanguage", ctx.texts(&facts.languages))
        .maybe("telephone", facts.whatsapp.as_ref().filter(|_| reachable).map(|phone| format!("+{}", phone.digits())))
        .maybe("email", facts.email.as_deref().filter(|_| reachable))
        .list("sameAs", links.map(|link| link.address().to_owned()));
    ctx.graph(page, PageKind::Profile, vec![node])
}

/// The page of a funding scheme. Interest and terms stay words: nothing is computed from them.
pub fn funding(ctx: &Context<'_>, page: &Page<'_>, id: Id<Funding>) -> String {
    let funding = ctx.catalog.fundings.get(id);
    let facts = &funding.facts;
    let is_grant = matches!(facts.kind, "hibah" | "csr");
    let node = Node::new(if is_grant { "MonetaryGrant" } else { "LoanOrCredit" });
    let node = node.id(ctx.entry_id(Kind::Funding, &funding.common.slug));
    let bare = crate::model::Common { keywords: Vec::new(), ..funding.common.clone() };
    let lender = ctx.maybe_text(&facts.lender).map(|name| Node::new("Organization").set("name", name));
    let (from, to) = facts.ceiling;
    let amount = Node::new("MonetaryAmount").set("currency", "IDR").maybe("minValue", from).maybe("maxValue", to);
    let amount = (from.is_some() || to.is_some()).then_some(amount);
    let targets = ctx.labels(tables::center::TARGET, &facts.targets);
    let audience = (!targets.is_empty()).then(|| Node::new("Audience").set("audienceType", targets.join(", ")));
    let official = facts.url.as_deref().filter(|_| !ctx.site.sample);
    let node = ctx.described(node, &bare, page).maybe("amount", amount).maybe("sameAs", official);
    let thing = if is_grant {
        node.maybe("funder", lender)
    } else {
        let terms: Vec<&str> =
            [ctx.maybe_text(&facts.interest), ctx.maybe_text(&facts.term)].into_iter().flatten().collect();
        node.maybe("provider", lender)
            .maybe("loanType", ctx.label(tables::center::FUNDING_KIND, facts.kind))
            .set("currency", "IDR")
            .set("feesAndCommissionsSpecification", terms.join("; "))
            .maybe("audience", audience)
            .set("areaServed", ctx.city())
    };
    ctx.graph(page, PageKind::Web, vec![thing])
}

/// Who mentors or joins, for pages that only name them.
pub(super) fn mentor_line(ctx: &Context<'_>, id: Id<Mentor>) -> Node {
    ctx.mention(Kind::Mentor, "Person", &ctx.catalog.mentors.get(id).common)
}
