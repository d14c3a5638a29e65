//! The sentences that answer a question from tables about the world.

use super::figures::{BOTH_WAYS, exact, figure, lines, list, measure, text, value, when};
use super::{Named, and_list, the};
use crate::answer::observed::{Observed, Ranking, Topic};
use crate::knowledge::{Measure, PartialDate, TableKind};

/// How many names or agreements one sentence has.
const MOST_NAMED: usize = 12;

/// What a table holds of two, a sentence each.
#[must_use]
pub fn between(
    topic: Topic,
    subject: &Named,
    other: &Named,
    cell: &[Observed],
    is_yes_no: bool,
) -> Vec<String> {
    let (one, two) = (the(subject), the(other));
    let mut said = lines(topic, subject, cell);
    let yes = if is_yes_no { "Yes: " } else { "" };
    match topic {
        Topic::Border => {
            vec![super::capitalised(&format!("{yes}{one} and {two} share a border of {}.", said.join(", ")))]
        }
        Topic::Trade => said.iter().map(|line| format!("{line}.")).collect(),
        Topic::Disputes => {
            vec![super::capitalised(&format!("{yes}{one} and {two} dispute: {}.", said.join("; ")))]
        }
        Topic::Agreements => {
            let names = said.join("; ");
            vec![super::capitalised(&format!("{yes}in force between {one} and {two}: {names}."))]
        }
        Topic::Votes => {
            let same = cell.iter().find(|one| one.observation.measure == Measure::SameVotes);
            let mut sentences = Vec::new();
            if same.is_none() {
                sentences.push(format!(
                    "How often they voted alike is not in the list of {}.",
                    list(TableKind::SameVotes)
                ));
            }
            if let Some(same) = same {
                let when = when(&same.observation.period);
                let share = exact(value(same));
                sentences.push(super::capitalised(&format!(
                    "{one} and {two} voted alike in {share} % of the roll calls in the UN General Assembly{when}."
                )));
            }
            if let Some(places) = said.get(usize::from(same.is_some())) {
                sentences.push(format!("By their votes they stand at {places}."));
            }
            sentences
        }
        Topic::Embassies => {
            // Of an embassy one way, whose it is says whether it is what was asked for.
            if let Some(both) = said.first_mut().filter(|first| first.starts_with(BOTH_WAYS)) {
                let rest = &both[BOTH_WAYS.len()..];
                *both =
                    super::capitalised(&format!("{yes}{one} and {two} have embassies with each other{rest}"));
            }
            said.iter().map(|line| format!("{line}.")).collect()
        }
    }
}

/// Who borders on a state.
#[must_use]
pub fn neighbours(actor: &Named, neighbours: &[(String, f64)]) -> String {
    let names: Vec<String> =
        neighbours.iter().map(|(name, km)| format!("{name} ({} km)", exact(*km))).collect();
    super::capitalised(&format!("{} borders {}.", the(actor), and_list(&names)))
}

/// With whom a state trades most.
#[must_use]
pub fn partners(actor: &Named, sells_to: &[Observed], buys_from: &[Observed]) -> String {
    let list = |rows: &[Observed]| {
        let name = |one: &Observed| one.other.as_ref().map_or_else(String::new, the);
        let names: Vec<String> =
            rows.iter().take(5).map(|one| format!("{} ({} %)", name(one), exact(value(one)))).collect();
        and_list(&names)
    };
    let year =
        sells_to.first().or(buys_from.first()).map_or(String::new(), |one| when(&one.observation.period));
    let mut parts = Vec::new();
    if !sells_to.is_empty() {
        parts.push(format!("sells most to {}", list(sells_to)));
    }
    if !buys_from.is_empty() {
        parts.push(format!("buys most from {}", list(buys_from)));
    }
    super::capitalised(&format!("{} {}{year}.", the(actor), parts.join("; it ")))
}

/// A figure of a state.
#[must_use]
pub fn one(actor: &Named, one: &Observed) -> String {
    let row = &one.observation;
    let who = the(actor);
    let when = when(&row.period);
    let number = || figure(row.measure, value(one), true);
    let sentence = match row.measure {
        Measure::Capital => format!("the capital of {who} is {}", text(one)),
        Measure::Government => format!("{who} is governed as: {}", text(one)),
        Measure::Founded => format!("{who} was founded in {}", text(one)),
        Measure::Independence => format!("independence of {who}: {}", text(one)),
        Measure::Population => format!("{who} has {} people{when}", exact(value(one))),
        Measure::Area => format!("{who} has an area of {} km²", exact(value(one))),
        Measure::Gdp => format!("the GDP of {who} is {}{when}", number()),
        Measure::GdpPpp => format!("the GDP of {who} at purchasing power is {}{when}", number()),
        Measure::Growth => format!("the GDP of {who} grew by {}{when}", number()),
        Measure::Defence => format!("{who} spends {} on defence{when}", number()),
        Measure::Exports => format!("{who} exports goods and services for {}{when}", number()),
        Measure::Imports => format!("{who} imports goods and services for {}{when}", number()),
        measured => format!("{} of {who}: {}{when}", measure(measured), number()),
    };
    super::capitalised(&format!("{sentence}."))
}

/// What a table holds of one topic with anybody, a sentence each.
#[must_use]
pub fn with_anybody(topic: Topic, actor: &Named, with: &[Observed]) -> Vec<String> {
    let who = the(actor);
    let others = |is_of: &dyn Fn(&Observed) -> bool| {
        let mut names: Vec<String> = Vec::new();
        for one in with.iter().filter(|one| is_of(one)) {
            let other = if one.subject.id == actor.id { one.other.as_ref() } else { Some(&one.subject) };
            let name = other.map_or_else(String::new, the);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    };
    match topic {
        Topic::Embassies => {
            let is_there = |one: &Observed| one.observation.note.is_none();
            let here = others(&|one| one.subject.id != actor.id && is_there(one));
            let abroad = others(&|one| one.subject.id == actor.id && is_there(one));
            let list = |text: String, names: &mut Vec<String>| {
                let many = names.len();
                super::answers::cut_list(names, MOST_NAMED);
                (many > 0).then(|| super::capitalised(&format!("{text} {many}: {}.", names.join(", "))))
            };
            let said = [
                list(format!("embassies in {who}:"), &mut here.clone()),
                list(format!("embassies of {who} abroad:"), &mut abroad.clone()),
            ];
            said.into_iter().flatten().collect()
        }
        Topic::Disputes => {
            let mut said = Vec::new();
            for other in others(&|_| true) {
                let with: Vec<Observed> = with
                    .iter()
                    .filter(|one| {
                        [Some(&one.subject), one.other.as_ref()]
                            .into_iter()
                            .flatten()
                            .any(|it| the(it) == other)
                    })
                    .cloned()
                    .collect();
                let with = lines(topic, actor, &with).join("; ");
                said.push(super::capitalised(&format!("with {other}: {with}.")));
            }
            said
        }
        _ => {
            let mut names = lines(topic, actor, with);
            let many = names.len();
            super::answers::cut_list(&mut names, MOST_NAMED);
            vec![super::capitalised(&format!(
                "{who} has part in {many} {} in force: {}.",
                if many == 1 { "trade agreement" } else { "trade agreements" },
                names.join("; ")
            ))]
        }
    }
}

/// Who is first of all by a figure, or by the share of its trade with one.
#[must_use]
pub fn first_of(ranking: &Ranking, is_least: bool, to: Option<&Named>) -> String {
    let among =
        ranking.among.as_ref().map_or(String::new(), |among| format!(" among members of {}", the(among)));
    let order = if is_least { "least first" } else { "most first" };
    let one = |one: &Observed| {
        let when = when(&one.observation.period).replace(" (", ", ").replace(')', "");
        let with = if to.is_none() { one.other.as_ref() } else { None };
        let with = with.map_or(String::new(), |other| format!("–{}", other.name));
        format!("{}{with} ({}{when})", one.subject.name, figure(ranking.measure, value(one), true))
    };
    let names: Vec<String> = ranking.rows.iter().map(one).collect();
    let what = match (to, ranking.measure) {
        (Some(to), Measure::ExportShare) => format!("share of exports that go to {}", the(to)),
        (Some(to), _) => format!("share of imports that come from {}", the(to)),
        (None, of) => measure(of).to_owned(),
    };
    super::capitalised(&format!("{what}{among}, {order}: {}.", names.join(", ")))
}

/// That somebody is not in a list.
#[must_use]
pub fn not_listed(kind: TableKind, as_of: PartialDate, actors: &[Named]) -> String {
    let who: Vec<String> = actors.iter().map(the).collect();
    let are = if who.len() > 1 { "are not together" } else { "is not" };
    if let (TableKind::Borders, [one, other]) = (kind, who.as_slice()) {
        // It has all of them but a few that it names.
        return format!("No land border between {one} and {other} is in the list ({}).", as_of.month());
    }
    let who = super::capitalised(&and_list(&who));
    format!(
        "{who} {are} in the list of {} ({}); that is no proof that there is nothing.",
        list(kind),
        as_of.month()
    )
}
