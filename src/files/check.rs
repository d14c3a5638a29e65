//! The checks that need all files at once: a table of named functions, each reporting every fault.

use std::collections::{HashMap, HashSet};

use super::fault::{FileFault, Finding, Position};
use super::references;
use super::sections::{FileEntry, Reference};
use super::world::TableEntry;
use crate::error::{BadContent, NoName, Referent};
use crate::knowledge::fold::fold;
use crate::knowledge::{ActorKind, Catalogue, Item, Kind, Meaning, NameKind, PartialDate};

/// What is known besides what the files hold.
#[derive(Debug, Clone, Default)]
pub struct Known<'a> {
    /// Actors and areas.
    pub catalogue: Option<&'a Catalogue>,
    /// The keys of sources.
    pub sources: Vec<String>,
    /// Those of [`super::Reading::statements_wanted`] that are there.
    pub statements: Vec<String>,
    /// The day on which it is read, where dates of sources are to be checked against it.
    pub today: Option<PartialDate>,
    /// The texts of files that are not read whole, as their TOML is broken: a key that one of them seems to
    /// give is not said to be unknown.
    pub broken: Vec<String>,
}

impl<'a> Known<'a> {
    /// The same without the actors and areas, for being taken elsewhere.
    #[must_use]
    pub fn without_names(self) -> Known<'static> {
        Known { catalogue: None, ..self }
    }

    /// The same with actors and areas.
    #[must_use]
    pub fn with_names(self, catalogue: &'a Catalogue) -> Self {
        Self { catalogue: Some(catalogue), ..self }
    }
}

/// A check over everything that the files hold.
type Check = fn(&[FileEntry], &Known<'_>, &mut Vec<Finding>);

/// Every check, in the order in which they run.
const CHECKS: [Check; 7] = [
    keys_are_unique,
    repeats_lead_to_the_first,
    names_have_one_bearer,
    names_are_names,
    words_mean_one_area,
    sources_are_of_the_past,
    facts_are_of_the_past,
];

/// The longest code of a country, in letters.
const LONGEST_CODE: usize = 3;

pub(super) fn run(
    entries: &[FileEntry],
    tables: &[TableEntry],
    known: &Known<'_>,
    findings: &mut Vec<Finding>,
) {
    for check in CHECKS {
        check(entries, known, findings);
    }
    references::lead_somewhere(entries, tables, known, findings);
}

/// The statements that are referred to and not among the entries.
pub(super) fn statements_wanted(entries: &[FileEntry]) -> Vec<String> {
    let own: HashSet<&str> = entries
        .iter()
        .filter(|entry| matches!(entry.item, Item::Statement(_) | Item::Recommendation(_)))
        .flat_map(|entry| keys(&entry.item))
        .collect();
    let mut wanted: Vec<String> = entries
        .iter()
        .flat_map(|entry| &entry.references)
        .filter(|reference| reference.to == Referent::Statement && !own.contains(reference.key.as_str()))
        .map(|reference| reference.key.clone())
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted
}

/// The keys that an item gives: its own, or those of its parts.
pub(super) fn keys(item: &Item) -> Vec<&str> {
    match item {
        Item::Recommendation(recommendation) => recommendation.parts().map(|part| part.id.as_str()).collect(),
        other => vec![other.id()],
    }
}

/// Statements and the parts of recommendations share one list of keys; every other sort has its own.
fn list(item: &Item) -> &'static str {
    match item {
        Item::Statement(_) | Item::Recommendation(_) => "statement",
        other => other.entity().as_str(),
    }
}

fn keys_are_unique(entries: &[FileEntry], _: &Known<'_>, findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    for entry in entries {
        for key in keys(&entry.item) {
            if !key.is_empty() && !seen.insert((list(&entry.item), key)) {
                findings.push(Finding {
                    place: entry.place.clone(),
                    problem: BadContent::DuplicateId { id: key.to_owned() },
                });
            }
        }
    }
}

/// Nothing bears on itself, and what says another again names the one that says it first: what repeats
/// is not shown beside what it repeats, so a circle of repeats would be shown nowhere.
fn repeats_lead_to_the_first(entries: &[FileEntry], _: &Known<'_>, findings: &mut Vec<Finding>) {
    let repeats: HashMap<&str, &str> = entries.iter().flat_map(|entry| repeats(&entry.item)).collect();
    for entry in entries {
        let own = keys(&entry.item);
        let bears = entry.references.iter().filter(|reference| reference.to == Referent::Statement);
        for Reference { key, place, .. } in bears {
            let is_repeated = own.iter().any(|own| repeats.get(own) == Some(&key.as_str()));
            // Of the parts of one recommendation one may say another again.
            let is_itself = own == [key.as_str()] || repeats.get(key.as_str()) == Some(&key.as_str());
            let fault = if is_itself {
                Some(BadContent::ItselfNamed { id: key.clone() })
            } else {
                let first = repeats.get(key.as_str()).filter(|_| is_repeated);
                first.map(|first| {
                    let (id, is_circle) = (key.clone(), own.contains(first));
                    let first = (*first).to_owned();
                    if is_circle {
                        BadContent::CircleOfRepeats { id, first }
                    } else {
                        BadContent::RepeatNamed { id, first }
                    }
                })
            };
            findings.extend(fault.map(|problem| Finding { place: place.clone(), problem }));
        }
    }
}

/// What says another again, and which.
fn repeats(item: &Item) -> Vec<(&str, &str)> {
    match item {
        Item::Statement(statement) => {
            statement.repeats().map(|first| (statement.id.as_str(), first)).into_iter().collect()
        }
        Item::Recommendation(advice) => {
            advice.parts().filter_map(|part| Some((part.id.as_str(), part.repeats.as_deref()?))).collect()
        }
        _ => Vec::new(),
    }
}

/// A name that someone chose by hand may not belong to two actors, unless it is listed as ambiguous.
fn names_have_one_bearer(entries: &[FileEntry], known: &Known<'_>, findings: &mut Vec<Finding>) {
    let ambiguous: Vec<&str> = entries
        .iter()
        .filter_map(|entry| match &entry.item {
            Item::Ambiguity(ambiguity) => Some(ambiguity.id.as_str()),
            _ => None,
        })
        .collect();
    let mut bearers: HashMap<String, &str> = HashMap::new();
    let is_body = |id: &str| {
        entries.iter().any(|entry| {
            matches!(&entry.item, Item::Actor(actor) if actor.id == id && actor.kind == ActorKind::Organisation)
        })
    };
    for entry in entries {
        let Item::Actor(actor) = &entry.item else { continue };
        let by_hand = actor
            .names
            .iter()
            .filter(|name| !matches!(name.kind, NameKind::Formal | NameKind::Translation))
            .map(|name| &name.text);
        for name in [&actor.id, &actor.name].into_iter().chain(&actor.iso2).chain(by_hand) {
            let folded = fold(name);
            if ambiguous.contains(&folded.as_str()) {
                continue;
            }
            // Somebody outside the files bears it: the same name again would be asked back forever.
            let taken = known.catalogue.and_then(|catalogue| {
                let bearers = catalogue.gazetteer.chosen(&folded);
                (bearers.len() == 1).then(|| bearers.first().copied()).flatten()
            });
            let replaced = |other: &str| {
                entries.iter().any(|entry| matches!(&entry.item, Item::Actor(a) if a.id == other))
            };
            if let Some(other) = taken.filter(|other| other.id != actor.id && !replaced(&other.id)) {
                findings.push(Finding {
                    place: entry.place.clone(),
                    problem: BadContent::NameTaken {
                        name: name.clone(),
                        by: other.name.clone(),
                        id: other.id.clone(),
                    },
                });
                continue;
            }
            // A country’s code may be an organisation’s short name too (AU): where organisations are asked for, that is
            // meant, and the country everywhere else.
            let may_be_code = folded.len() <= LONGEST_CODE && folded.is_ascii();
            match bearers.get(&folded) {
                Some(other) if may_be_code && is_body(other) != (actor.kind == ActorKind::Organisation) => {}
                Some(other) if *other != actor.id => findings.push(Finding {
                    place: entry.place.clone(),
                    problem: BadContent::NameShared { name: name.clone(), id: (*other).to_owned() },
                }),
                Some(_) => {}
                None => {
                    bearers.insert(folded, &actor.id);
                }
            }
        }
    }
}

/// Words that part names in questions, folded: as names they could not be asked for.
const SEPARATORS: [&str; 10] = ["vs", "versus", "and", "or", "with", "to", "from", "ve", "ile", "the"];

/// A name that somebody chose can be asked for: it has letters, is no word between names, means no area, is not known
/// to be several actors’, and does not only look like the name of another.
fn names_are_names(entries: &[FileEntry], known: &Known<'_>, findings: &mut Vec<Finding>) {
    let Some(catalogue) = known.catalogue else { return };
    for entry in entries {
        let Item::Actor(actor) = &entry.item else { continue };
        let before = catalogue.gazetteer.get(&actor.id);
        let chosen = actor.names.iter().filter(|name| {
            let is_known =
                before.is_some_and(|before| before.names.iter().any(|known| known.text == name.text));
            let is_chosen = matches!(
                name.kind,
                NameKind::Alias | NameKind::Former | NameKind::Adjective | NameKind::Metonym
            );
            !is_known && is_chosen
        });
        let own = Some(&actor.name).filter(|name| before.is_none_or(|before| before.name != **name));
        for name in own.into_iter().chain(chosen.map(|name| &name.text)) {
            let folded = fold(name);
            let why = if !folded.chars().any(char::is_alphanumeric) {
                NoName::NoLetters
            } else if SEPARATORS.contains(&folded.as_str()) {
                NoName::Separator
            } else if let Some(area) = catalogue.area(name) {
                NoName::Area(area.name.clone())
            } else if matches!(catalogue.gazetteer.meaning(&folded), Meaning::Several(_)) {
                NoName::Ambiguous
            } else if let Some(other) =
                catalogue.gazetteer.look_alike(name).filter(|other| other.id != actor.id)
            {
                NoName::LooksLike(other.name.clone())
            } else {
                continue;
            };
            let problem = BadContent::NotAName { name: name.clone(), why };
            findings.push(Finding { place: entry.place.clone(), problem });
        }
    }
}

/// A word that means an area means no other.
fn words_mean_one_area(entries: &[FileEntry], known: &Known<'_>, findings: &mut Vec<Finding>) {
    let mut meanings: HashMap<String, &str> = HashMap::new();
    let replaced =
        |id: &str| entries.iter().any(|entry| matches!(&entry.item, Item::Area(area) if area.id == id));
    for area in known.catalogue.into_iter().flat_map(Catalogue::areas).filter(|area| !replaced(&area.id)) {
        for word in [&area.id, &area.name].into_iter().chain(&area.synonyms) {
            meanings.insert(fold(word), &area.id);
        }
    }
    for entry in entries {
        let Item::Area(area) = &entry.item else { continue };
        for word in [&area.id, &area.name].into_iter().chain(&area.synonyms) {
            match meanings.insert(fold(word), &area.id) {
                Some(other) if other != area.id => findings.push(Finding {
                    place: entry.place.clone(),
                    problem: BadContent::WordShared { word: word.clone(), id: other.to_owned() },
                }),
                _ => {}
            }
        }
    }
}

/// A source was published and read before today, and after printing began.
fn sources_are_of_the_past(entries: &[FileEntry], known: &Known<'_>, findings: &mut Vec<Finding>) {
    let Some(today) = known.today else { return };
    for entry in entries {
        let Item::Source(source) = &entry.item else { continue };
        for (key, date) in [("published", source.published), ("accessed", source.accessed)] {
            let Some(date) = date else { continue };
            if date.start() > today.end() {
                findings.push(Finding {
                    place: entry.place.clone(),
                    problem: BadContent::DateToCome { key, date: date.to_string() },
                });
            } else if date.start() < (FIRST_PRINT, 1, 1) {
                findings.push(Finding {
                    place: entry.place.clone(),
                    problem: BadContent::BeforePrint { key, date: date.to_string(), earliest: FIRST_PRINT },
                });
            }
        }
    }
}

/// Words that say of something to come that it is.
const TO_COME: [&str; 22] = [
    "plan",
    "planned",
    "plans",
    "planning",
    "will",
    "to be",
    "expected",
    "due",
    "scheduled",
    "announced",
    "announces",
    "intends",
    "aims",
    "aimed",
    "target",
    "targets",
    "goal",
    "forecast",
    "projected",
    "agreed",
    "by 2",
    "until",
];

/// A fact is dated in the past, or says that it is planned. (Judgements and benefits may look ahead.)
fn facts_are_of_the_past(entries: &[FileEntry], known: &Known<'_>, findings: &mut Vec<Finding>) {
    let Some(today) = known.today else { return };
    for entry in entries {
        let Item::Statement(statement) = &entry.item else { continue };
        let Some(from) = statement.period.from.filter(|from| from.start() > today.end()) else { continue };
        let text = format!(" {} ", fold(&statement.text));
        let is_planned = TO_COME.iter().any(|word| text.contains(&format!(" {word}")));
        if statement.kind == Kind::Fact && !is_planned {
            findings.push(Finding {
                place: entry.place.clone(),
                problem: BadContent::FactToCome { date: from.to_string() },
            });
        }
    }
}

/// The year from which on sources are taken to be published: about when printing began in Europe.
const FIRST_PRINT: i16 = 1450;

/// Checks the names of items against each other and a catalogue.
///
/// # Errors
/// Every name that somebody else bears.
pub fn check_items(items: &[Item], catalogue: &Catalogue) -> Result<(), Vec<FileFault>> {
    let place = Position { file: 0, span: 0..0 };
    let entries: Vec<FileEntry> = items
        .iter()
        .map(|item| FileEntry { item: item.clone(), place: place.clone(), references: Vec::new() })
        .collect();
    let known = Known { catalogue: Some(catalogue), ..Known::default() };
    let mut findings = Vec::new();
    names_have_one_bearer(&entries, &known, &mut findings);
    names_are_names(&entries, &known, &mut findings);
    if findings.is_empty() {
        return Ok(());
    }
    Err(findings.into_iter().map(|finding| finding.locate(&[])).collect())
}
