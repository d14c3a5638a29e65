//! Figures and other rows of tables, as they are read on a first screen: rounded, with unit and year.

use super::{Named, and_list, the};
use crate::answer::observed::{Observed, Topic};
use crate::knowledge::{Bearing, Figure, Measure, PartialDate, Period, TableKind};

/// A number with at most three digits that count: `1.32 tn`, `85.8 m`, `49,500`.
#[must_use]
pub fn rounded(value: f64) -> String {
    let (scale, word) = match value.abs() {
        large if large >= 0.9995e12 => (1e12, " tn"),
        large if large >= 0.9995e9 => (1e9, " bn"),
        large if large >= 0.9995e6 => (1e6, " m"),
        _ => (1.0, ""),
    };
    let scaled = value / scale;
    let digits = match scaled.abs() {
        small if word.is_empty() && small >= 100.0 => 0,
        large if large >= 99.95 => 0,
        middle if middle >= 9.995 => 1,
        _ => 2,
    };
    let text = format!("{scaled:.digits$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    format!("{}{word}", Figure::grouped(text))
}

/// A number as it was given.
#[must_use]
pub fn exact(value: f64) -> String {
    Figure::grouped(&value.to_string())
}

/// A figure of a state with its unit, rounded or as it was given.
#[must_use]
pub fn figure(measure: Measure, value: f64, is_rounded: bool) -> String {
    let number = || if is_rounded { rounded(value) } else { exact(value) };
    match measure {
        Measure::Gdp | Measure::GdpPpp | Measure::Exports | Measure::Imports => format!("US$ {}", number()),
        Measure::Defence => format!("{} % of GDP", exact(value)),
        Measure::Growth | Measure::ExportShare | Measure::ImportShare | Measure::SameVotes => {
            format!("{} %", exact(value))
        }
        Measure::Area => format!("{} km²", number()),
        Measure::Border => format!("{} km", exact(value)),
        Measure::UnPosition => position(value),
        _ => number(),
    }
}

/// A place on the scale of votes: `+2.16`, `−0.86`.
#[must_use]
pub fn position(value: f64) -> String {
    let sign = if value < 0.0 { "−" } else { "+" };
    format!("{sign}{:.2}", value.abs())
}

/// What a measure is called as the head of a row or of a ranking.
#[must_use]
pub fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Border => "Land border",
        Measure::ExportShare => "Share of exports",
        Measure::ImportShare => "Share of imports",
        Measure::Mission => "Embassy",
        Measure::SameVotes => "Same votes in the UN",
        Measure::Agreement => "Trade agreement",
        Measure::Dispute => "Dispute",
        Measure::UnPosition => "Position by UN votes",
        Measure::Capital => "Capital",
        Measure::Population => "Population",
        Measure::Area => "Area",
        Measure::Gdp => "GDP",
        Measure::GdpPpp => "GDP (PPP, 2021 US$)",
        Measure::Growth => "GDP growth",
        Measure::Defence => "Defence spending",
        Measure::Exports => "Exports",
        Measure::Imports => "Imports",
        Measure::Government => "Government",
        Measure::Independence => "Independence",
        Measure::Founded => "Founded",
    }
}

/// The head of a topic.
#[must_use]
pub fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Border => "Border",
        Topic::Trade => "Trade",
        Topic::Agreements => "Agreements",
        Topic::Disputes => "Disputes",
        Topic::Votes => "UN votes",
        Topic::Embassies => "Embassies",
    }
}

/// What a table lists.
#[must_use]
pub fn list(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Borders => "land borders",
        TableKind::Trade => "main trade partners",
        TableKind::States => "figures of states",
        TableKind::Missions => "embassies",
        TableKind::UnPositions => "UN votes",
        TableKind::SameVotes => "same votes in the UN",
        TableKind::Agreements => "trade agreements",
        TableKind::Disputes => "disputes",
        TableKind::Memberships => "memberships",
        TableKind::Foundings => "foundings",
    }
}

/// The lists in which there is nothing, which proves nothing.
#[must_use]
pub fn not_in(lists: &[(TableKind, PartialDate)]) -> String {
    let each: Vec<String> =
        lists.iter().map(|(kind, as_of)| format!("{} ({})", list(*kind), as_of.month())).collect();
    let lists = if lists.len() == 1 { "list" } else { "lists" };
    format!("Not in the {lists} of {}; that is no proof that there is nothing.", and_list(&each))
}

/// When it was, in brackets: “ (2023)”, “ (2015–19)”.
pub(super) fn when(period: &Period) -> String {
    match (period.from, period.to) {
        (Some(from), Some(to)) if from == to => format!(" ({from})"),
        (Some(from), Some(to)) => format!(" ({from}–{})", to.to_string().chars().skip(2).collect::<String>()),
        (Some(from), None) => format!(" ({from})"),
        (None, Some(to)) => format!(" ({})", to.month()),
        (None, None) => String::new(),
    }
}

fn note(one: &Observed) -> String {
    one.observation.note.as_ref().map_or(String::new(), |note| format!("; {note}"))
}

pub(super) fn value(one: &Observed) -> f64 {
    one.observation.value.unwrap_or_default()
}

pub(super) fn text(one: &Observed) -> &str {
    one.observation.text.as_deref().unwrap_or_default()
}

/// What tables hold of one topic between two, a line each.
#[must_use]
pub fn lines(topic: Topic, subject: &Named, cell: &[Observed]) -> Vec<String> {
    match topic {
        Topic::Border => border(cell),
        Topic::Trade => trade(subject, cell),
        Topic::Agreements => agreements(cell),
        Topic::Disputes => disputes(cell),
        Topic::Votes => votes(subject, cell),
        Topic::Embassies => embassies(cell),
    }
}

fn border(cell: &[Observed]) -> Vec<String> {
    let Some((first, others)) = cell.split_first() else { return Vec::new() };
    let others: Vec<String> = others.iter().map(|one| format!("{} km", exact(value(one)))).collect();
    let others = if others.is_empty() {
        String::new()
    } else {
        format!(", or {} by the other’s entry", others.join(", "))
    };
    vec![format!("{} km{others}{}", exact(value(first)), note(first))]
}

fn trade(subject: &Named, cell: &[Observed]) -> Vec<String> {
    let mut lines = Vec::new();
    let (ours, theirs): (Vec<&Observed>, Vec<&Observed>) =
        cell.iter().partition(|one| one.subject.id == subject.id);
    for side in [ours, theirs] {
        let Some(first) = side.first() else { continue };
        let share = |measure: Measure| side.iter().find(|one| one.observation.measure == measure);
        let part =
            |measure, of: &str| share(measure).map(|one| format!("{} % of its {of}", exact(value(one))));
        let parts: Vec<String> =
            [part(Measure::ExportShare, "exports"), part(Measure::ImportShare, "imports")]
                .into_iter()
                .flatten()
                .collect();
        lines.push(format!(
            "{}: {}{}",
            first.subject.name,
            parts.join(", "),
            when(&first.observation.period)
        ));
    }
    lines
}

fn agreements(cell: &[Observed]) -> Vec<String> {
    let one = |one: &Observed| {
        let since = one.observation.period.from.map_or(String::new(), |from| format!(" (in force {from})"));
        format!("{}{since}", text(one))
    };
    cell.iter().map(one).collect()
}

fn disputes(cell: &[Observed]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for one in cell {
        let line = format!("{}{}", super::capitalised(text(one)), note(one));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn votes(subject: &Named, cell: &[Observed]) -> Vec<String> {
    let mut lines = Vec::new();
    let place = |ours: bool| {
        cell.iter().find(|one| {
            one.observation.measure == Measure::UnPosition && (one.subject.id == subject.id) == ours
        })
    };
    if let Some(same) = cell.iter().find(|one| one.observation.measure == Measure::SameVotes) {
        lines.push(format!("{} % of votes alike{}", exact(value(same)), when(&same.observation.period)));
    }
    if let (Some(ours), Some(theirs)) = (place(true), place(false)) {
        let (one, other) = (position(value(ours)), position(value(theirs)));
        let year = ours.observation.period.from.map_or(String::new(), |year| format!("{year}; "));
        lines.push(format!("{one} and {other} ({year}higher is nearer to the US)"));
    }
    lines
}

/// That each has an embassy with the other.
pub(super) const BOTH_WAYS: &str = "Both ways";

fn embassies(cell: &[Observed]) -> Vec<String> {
    let there: Vec<&Observed> = cell.iter().filter(|one| one.observation.note.is_none()).collect();
    let ended = cell.iter().filter(|one| one.observation.note.is_some()).map(|one| {
        let where_to = one.other.as_ref().map_or(String::new(), |other| format!(" in {}", the(other)));
        format!(
            "{}’s{where_to}: {}",
            super::capitalised(&the(&one.subject)),
            one.observation.note.as_deref().unwrap_or_default()
        )
    });
    let ended: Vec<String> = ended.collect();
    let mut lines = Vec::new();
    match there.as_slice() {
        [] => {}
        [one, other] => {
            let is_plain = text(one) != text(other) || text(one) == "embassy";
            let both =
                if is_plain { BOTH_WAYS.to_owned() } else { format!("{} both ways", plural(text(one))) };
            lines.push(format!("{}{}", super::capitalised(&both), when(&one.observation.period)));
        }
        [one, ..] => {
            let there = one.other.as_ref().map_or(String::new(), |other| format!(" in {}", the(other)));
            let listed = if ended.is_empty() { "; the other way not in the list" } else { "" };
            lines.push(format!(
                "{} of {}{there}{}{listed}",
                super::capitalised(text(one)),
                the(&one.subject),
                when(&one.observation.period)
            ));
        }
    }
    lines.extend(ended);
    lines
}

fn plural(kind: &str) -> String {
    match kind.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{kind}s"),
    }
}

/// What a statement is to the row of a table that it is shown below.
#[must_use]
pub fn said_of(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Supersedes => "Since then: ",
        Bearing::Supports => "",
        _ => "≠\u{A0}",
    }
}

/// The measures that [`of_state`] tells.
pub const OF_STATE: [Measure; 7] = [
    Measure::Population,
    Measure::Gdp,
    Measure::Growth,
    Measure::Defence,
    Measure::Exports,
    Measure::Imports,
    Measure::Government,
];

/// A state in figures, in one line: people, what it produces, what it spends and trades, how it is governed.
#[must_use]
pub fn of_state(own: &[&Observed]) -> String {
    let get = |measure: Measure| own.iter().find(|one| one.observation.measure == measure).copied();
    let dated = |measure: Measure, before: &str, after: &str| {
        let one = get(measure)?;
        let number = figure(measure, value(one), true).replace("US$ ", "US$\u{A0}");
        Some(format!("{before}{number}{after}{}", when(&one.observation.period)))
    };
    let parts = [
        dated(Measure::Population, "", " people"),
        dated(Measure::Gdp, "GDP ", ""),
        dated(Measure::Growth, "growth ", ""),
        dated(Measure::Defence, "defence ", ""),
        dated(Measure::Exports, "exports ", ""),
        dated(Measure::Imports, "imports ", ""),
        get(Measure::Government).map(|one| text(one).to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The neighbours of a state: “Borders: Syria 899 km · Iran 534 km”.
#[must_use]
pub fn borders(neighbours: &[(String, f64)], most: usize) -> String {
    if neighbours.is_empty() {
        return String::new();
    }
    let mut names: Vec<String> =
        neighbours.iter().map(|(name, km)| format!("{name} {} km", exact(*km))).collect();
    super::answers::cut_list(&mut names, most);
    format!("Borders: {}", names.join(" · "))
}

/// Where exports go and imports come from.
#[must_use]
pub fn main_trade(
    sells_to: &[(String, f64)],
    buys_from: &[(String, f64)],
    year: Option<PartialDate>,
) -> String {
    const MOST: usize = 4;
    let list = |head: &str, partners: &[(String, f64)]| {
        let names: Vec<String> =
            partners.iter().take(MOST).map(|(name, share)| format!("{name} {} %", exact(*share))).collect();
        (!names.is_empty()).then(|| format!("{head}: {}", names.join(" · ")))
    };
    let parts: Vec<String> =
        [list("Sells most to", sells_to), list("Buys most from", buys_from)].into_iter().flatten().collect();
    let year = year.filter(|_| !parts.is_empty()).map_or(String::new(), |year| format!(" ({year})"));
    format!("{}{year}", parts.join(". "))
}

/// The title of `/neighbours`.
#[must_use]
pub fn neighbours_title(actor: &Named) -> String {
    format!("Who borders {}", the(actor))
}

/// That no land border is listed.
#[must_use]
pub fn no_border(actor: &Named) -> String {
    format!("{} has no land border in the list.", super::capitalised(&the(actor)))
}

/// The title of `/rank`.
#[must_use]
pub fn ranking_title(of: Measure, among: Option<&Named>) -> String {
    let among = among.map_or(String::new(), |among| format!(" among members of {}", the(among)));
    format!("{}{among}", measure(of))
}

/// That nobody has the figure.
#[must_use]
pub fn nothing_ranked(of: Measure, among: Option<&Named>) -> String {
    let among = among.map_or(String::new(), |among| format!(" of a member of {}", the(among)));
    format!("No {}{among} is recorded. {}", measure(of).to_lowercase(), super::answers::NOT_NONE)
}

/// Who has no such figure.
#[must_use]
pub fn not_ranked(names: &[String]) -> String {
    format!("Without this figure: {}.", names.join(", "))
}

/// What is said first of what a table does not hold.
#[must_use]
pub fn first_sentence(limits: &str) -> String {
    limits.split_once(". ").map_or_else(|| limits.to_owned(), |(first, _)| format!("{first}."))
}

/// When a body began.
#[must_use]
pub fn founded(one: &Observed) -> String {
    format!("Founded {}", text(one))
}
