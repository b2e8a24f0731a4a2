//! The real validators on what would come of each row: one entry at a time, then all entries together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Mistake;
use super::rows::{Work, put, write_files};
use crate::bahasa::Language;
use crate::commands::export::node_at;
use crate::commands::sheet::content::Content as Value;
use crate::commands::sheet::site::{Content, File};
use crate::diagnostic::{Code, Diagnostic, Level, Problems, show};
use crate::discover::EntrySource;
use crate::model::{Kind, Seller};
use crate::parse::Document;
use crate::resolve::{Permits, resolve};
use crate::validate::Draft;

/// How often entries that hang on refused ones are looked for again.
const ROUNDS_MAX: usize = 6;

/// Judges all work. Refused rows say why.
pub fn judge(content: &Content, works: &mut [Work], drafts: bool) {
    let mut judged: BTreeMap<Arc<str>, Draft> = BTreeMap::new();
    let mut wrong: BTreeMap<Arc<str>, Draft> = BTreeMap::new();
    let first: Vec<Option<(Draft, Vec<Mistake>)>> =
        works.iter().map(|work| work.is_written().then(|| judge_one(content, work))).collect();
    let makers = makers(content, &first);
    for (work, answer) in works.iter_mut().zip(first) {
        let Some(answer) = answer else { continue };
        let mut answer = with_permits(content, work, &makers, answer);
        if drafts && !work.exists && is_only_incomplete(&answer.1) {
            if let Some(patches) = work.patches.first_mut() {
                put(patches, &["status"], Value::text("draf"));
            }
            work.is_draft = true;
            write_files(content, work);
            answer = with_permits(content, work, &makers, judge_one(content, work));
        }
        let (draft, mistakes) = answer;
        work.mistakes.extend(mistakes);
        let pile = if work.is_refused() { &mut wrong } else { &mut judged };
        pile.insert(work.entry.file.clone(), draft);
    }
    judge_together(content, works, &mut judged, &wrong);
}

/// The makers whose permits some row hangs on: as this import writes them, else as they are.
fn makers(content: &Content, judged: &[Option<(Draft, Vec<Mistake>)>]) -> Vec<Draft> {
    let mut makers: BTreeMap<Arc<str>, Draft> = BTreeMap::new();
    let drafts = || judged.iter().flatten().map(|(draft, _)| draft);
    for draft in drafts() {
        let slug = match draft {
            Draft::Business(business) => &business.common.slug,
            Draft::Broken(Kind::Business, slug) => slug,
            _ => continue,
        };
        makers.insert(slug.clone(), draft.clone());
    }
    for draft in drafts() {
        let Draft::Product(product) = draft else { continue };
        let Seller::Business(maker) = &product.links.seller else { continue };
        if product.links.demands.is_empty() || makers.contains_key(&*maker.name) {
            continue;
        }
        let own = |entry: &&EntrySource| entry.kind == Kind::Business && *entry.slug == *maker.name;
        let entry = content.sources.entries.iter().find(own);
        if let Some((draft, _)) = entry.and_then(|entry| content.judge_as_is(entry)) {
            makers.insert(maker.name.as_str().into(), draft);
        }
    }
    makers.into_values().collect()
}

/// Adds what a row asks for and neither it nor its maker has. It is told here, with the row, and not once more when all
/// entries are seen together.
fn with_permits(
    content: &Content,
    work: &Work,
    makers: &[Draft],
    (mut draft, mut mistakes): (Draft, Vec<Mistake>),
) -> (Draft, Vec<Mistake>) {
    let Draft::Product(product) = &mut draft else { return (draft, mistakes) };
    let problems: Vec<Diagnostic> = Permits::of(makers)
        .unanswered(&product.links)
        .into_iter()
        .map(|demand| Diagnostic { finding: demand.finding.clone(), place: product.common.place(demand.span) })
        .collect();
    product.links.demands.clear();
    let (main, english, _) = halves(content, work);
    if let Some(main) = main {
        mistakes.extend(told(work, problems, &main.document, english.as_ref().map(|file| &file.document)));
    }
    (draft, mistakes)
}

fn is_only_incomplete(mistakes: &[Mistake]) -> bool {
    let missing = [Code::UmumWajib, Code::PdpTiada, Code::ProdPanganIzin, Code::ProdPo].map(Code::as_str);
    let errors: Vec<&Mistake> = mistakes.iter().filter(|mistake| mistake.level == Level::Error).collect();
    !errors.is_empty() && errors.iter().all(|mistake| missing.contains(&mistake.code))
}

/// The new files of an entry, or the ones it has.
fn halves(content: &Content, work: &Work) -> (Option<File>, Option<File>, Problems) {
    let mut problems = Problems::new();
    let mut half = |path: &Arc<str>| match work.files.iter().find(|(other, _)| other == path) {
        Some((_, text)) => {
            let document = crate::parse::parse(path, text.as_bytes(), &mut problems);
            Some(File { text: text.clone(), document })
        }
        None => content.files.get(path).cloned(),
    };
    let main = half(&work.entry.file);
    let english = work.entry.english.as_ref().and_then(&mut half);
    (main, english, problems)
}

fn judge_one(content: &Content, work: &Work) -> (Draft, Vec<Mistake>) {
    let (main, english, mut problems) = halves(content, work);
    let Some(main) = main else { return (Draft::Broken(work.entry.kind, work.entry.slug.clone()), Vec::new()) };
    let english = english.as_ref().map(|file| &file.document);
    let (draft, found) = content.judge(&work.entry, &main.document, english);
    problems.append(found);
    (draft, told(work, problems.sorted(), &main.document, english))
}

/// What the office is told of a row. What was doubtful before and was not touched is no business of this import.
fn told(work: &Work, problems: Vec<Diagnostic>, main: &Document, english: Option<&Document>) -> Vec<Mistake> {
    let grave = problems.into_iter().filter(|problem| problem.level() != Level::Advice);
    let one = |problem: Diagnostic| {
        let column = column_of(work, &problem, main, english);
        (problem.level() == Level::Error || column.is_some()).then(|| mistake(&problem, column))
    };
    grave.filter_map(one).collect()
}

fn mistake(problem: &Diagnostic, column: Option<u32>) -> Mistake {
    Mistake {
        column,
        code: problem.code().as_str(),
        level: problem.level(),
        message: show::message(problem, Language::Id),
        hint: show::hint(problem, Language::Id),
    }
}

/// The column that a problem comes from: the field it stands in, or the one it names.
fn column_of(work: &Work, problem: &Diagnostic, main: &Document, english: Option<&Document>) -> Option<u32> {
    let at = problem.place.span.start;
    let in_english = work.entry.english.as_ref().is_some_and(|path| *path == problem.place.file);
    let holds = |key: &str| {
        let (document, path) = match (key.strip_prefix("en."), english) {
            (Some(rest), Some(english)) => (english, rest),
            _ => (main, key),
        };
        if in_english != (key.starts_with("en.") && english.is_some()) {
            return false;
        }
        let path: Vec<&str> = path.split('.').collect();
        let body = path == ["deskripsi"]
            && document.body.as_ref().is_some_and(|body| (body.span.start..body.span.end.max(1)).contains(&at));
        body || node_at(document, None, &path)
            .is_some_and(|node| (node.span.start..node.span.end.max(node.span.start + 1)).contains(&at))
    };
    let changed = work.changes.iter().find(|(key, _)| holds(key));
    if let Some((_, column)) = changed {
        return Some(*column);
    }
    let name = problem.finding.argument("kolom")?;
    let ends = |key: &str| key == name || key.rsplit('.').next() == Some(name);
    let in_changes = work.changes.iter().find(|(key, _)| ends(key)).map(|(_, column)| *column);
    in_changes.or_else(|| work.columns.iter().find(|(key, _)| ends(key)).map(|(_, column)| *column))
}

/// Links, twins and everything else that shows only when all entries are seen together. What hangs on a refused row is
/// refused in the next round.
///
/// Rows that are `wrong` by themselves are told of their links too, so that one run tells everything; there they count
/// as present, so that one mistake does not make others.
fn judge_together(
    content: &Content,
    works: &mut [Work],
    judged: &mut BTreeMap<Arc<str>, Draft>,
    wrong: &BTreeMap<Arc<str>, Draft>,
) {
    if judged.is_empty() && wrong.is_empty() {
        return;
    }
    let before: Vec<(Arc<str>, Draft)> = content
        .sources
        .entries
        .iter()
        .filter_map(|entry| Some((entry.file.clone(), content.judge_as_is(entry)?.0)))
        .collect();
    let known = errors(content, before.iter().map(|(_, draft)| draft.clone()).collect());
    let known: BTreeSet<String> = known.iter().map(Diagnostic::signature).collect();
    // What would be wrong if these were the drafts of the entries; told are the rows of `whose`. Says whether any was.
    let tell = |drafts: &BTreeMap<&Arc<str>, &Draft>, whose: &dyn Fn(&Arc<str>) -> bool, works: &mut [Work]| {
        let old = before.iter().map(|(file, draft)| (*drafts.get(file).unwrap_or(&draft)).clone());
        let new =
            drafts.iter().filter(|(file, _)| !content.files.contains_key(**file)).map(|(_, draft)| (*draft).clone());
        let found = errors(content, old.chain(new).collect());
        let mut told = false;
        for problem in found.iter().filter(|problem| !known.contains(&problem.signature())) {
            let Some(work) = works.iter_mut().find(|work| {
                whose(&work.entry.file)
                    && (work.entry.file == problem.place.file
                        || work.entry.english.as_ref() == Some(&problem.place.file))
            }) else {
                continue;
            };
            let (main, english, _) = halves(content, work);
            let column = main
                .and_then(|main| column_of(work, problem, &main.document, english.as_ref().map(|file| &file.document)));
            work.mistakes.push(mistake(problem, column));
            told = true;
        }
        told
    };
    if !wrong.is_empty() {
        let all = judged.iter().chain(wrong).collect();
        tell(&all, &|file| wrong.contains_key(file), works);
    }
    for _ in 0..ROUNDS_MAX {
        if !tell(&judged.iter().collect(), &|file| judged.contains_key(file), works) {
            return;
        }
        for work in works.iter().filter(|work| work.is_refused()) {
            judged.remove(&work.entry.file);
        }
    }
}

fn errors(content: &Content, drafts: Vec<Draft>) -> Vec<Diagnostic> {
    let mut problems = Problems::new();
    let _ = resolve(drafts, content.tables.clone(), true, &mut problems);
    problems.sorted().into_iter().filter(|problem| problem.level() == Level::Error).collect()
}
