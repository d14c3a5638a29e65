//! The messages of discussions and of what is followed: the first message with its tally, what is confirmed privately,
//! notices. Times are Discord’s own, which everybody reads by their own clock.

use super::components::{Button, Choice, Menu, Row, Style};
use super::escape::escape;
use super::limits::{BUTTON_LABEL, CONTENT, EMBED_DESCRIPTION, SELECT_OPTIONS, SELECT_TEXT};
use super::message::Outgoing;
use super::sheets::{foot, sheets};
use super::to_discord::Place;
use crate::action::Action;
use crate::answer::team::{
    ChallengeOutcome, Changes, DiscussionLine, ItemChange, Moved, OptionLine, Record, Stage,
};
use crate::layout::Layout;
use crate::page::Page;
use crate::page::text::{clean, cut};
use crate::team::time;
use crate::words::{controls, discussion as said, team as words};

/// How many characters wide the bar of an option is.
const BAR: i64 = 10;

/// The longest reason beside an option, in characters.
const LONGEST_REASON: usize = 80;

/// How many changes a notice names.
const MOST_CHANGES: usize = 10;

/// How many people a notice names.
const MOST_NAMES: usize = 10;

fn text(text: &str) -> String {
    escape(&clean(text))
}

fn buttons(place: Place<'_>, actions: Vec<(Action, Style)>) -> Vec<Row> {
    let button = |(action, style): (Action, Style)| {
        let label = cut(&controls::follow(&action), BUTTON_LABEL);
        Some(Button::new(place.act(action)?, label, style))
    };
    let buttons: Vec<Button> = actions.into_iter().filter_map(button).collect();
    if buttons.is_empty() { Vec::new() } else { vec![Row::Buttons(buttons)] }
}

/// A time as Discord shows it to each by their own clock
/// (<https://discord.com/developers/docs/reference#message-formatting-timestamp-styles>).
fn timestamp(at: &str) -> String {
    let seconds = time::seconds(at);
    format!("<t:{seconds}:f> (<t:{seconds}:R>)")
}

/// A bar for so many of the most.
fn bar(votes: i64, all: i64) -> String {
    let full = if all == 0 { 0 } else { (votes * BAR + all / 2) / all };
    let full = usize::try_from(full.clamp(0, BAR)).unwrap_or(0);
    format!("`{}{}`", "█".repeat(full), "░".repeat(usize::try_from(BAR).unwrap_or(0) - full))
}

/// The first message of a discussion: what is asked, how it stands, what was chosen; below it the brief that it rests on.
pub(super) fn first(record: &Record, id: i64, brief: Option<&Page>, place: Place<'_>) -> Outgoing {
    let line = &record.line;
    let mut content = format!("**{}**", text(&line.topic));
    let mut state = vec![format!("#{}", line.number), words::stage(line.stage).to_owned()];
    if let Some(at) = record.closes_at.as_deref().filter(|_| line.stage == Stage::Open) {
        state.push(format!("closes {}", timestamp(at)));
    }
    state.push(words::answered(line.answered, record.quorum));
    if record.secret {
        state.push(words::SECRET.to_owned());
    }
    if let Some(decision) = &line.decision {
        content.push_str(&format!("\n**{}** {}", said::DECISION, text(decision)));
    }
    content.push_str(&format!("\n-# {}", state.join(" · ")));
    let all: i64 = record.options.iter().filter_map(|option| option.votes).sum();
    for option in &record.options {
        content.push_str(&option_line(option, all));
    }
    if line.stage != Stage::Open
        && let Some(result) = &record.result
    {
        content.push_str(&format!("\n{}", text(&words::result(result))));
    }
    let moved: Vec<_> = record.rests_on.iter().filter(|rest| rest.now.is_some()).collect();
    if let Some(changed) = words::evidence_changed(&moved, line.stage == Stage::Closed) {
        content.push_str(&format!("\n-# {}", text(&changed)));
    }
    // Reasons are what can be missed; the summary has them all.
    for option in &record.options {
        let latest = option.stances.iter().rfind(|stance| !stance.reason.is_empty());
        if let Some(stance) = latest {
            let reason = cut(&clean(&stance.reason), LONGEST_REASON);
            let who = stance.person.as_deref().map_or(String::new(), |who| format!(" · {}", text(who)));
            let said = format!("\n-# {}: “{}”{who}", text(&option.text), escape(&reason));
            if content.chars().count() + said.chars().count() <= CONTENT {
                content.push_str(&said);
            }
        }
    }
    let mut actions = Vec::new();
    if line.stage == Stage::Open {
        actions.push((Action::Position(id), Style::Primary));
    }
    actions.push((Action::Note(id), Style::Secondary));
    if !record.rests_on.is_empty() {
        actions.push((Action::Challenge(id), Style::Secondary));
    }
    actions.push((Action::Summary(id), Style::Secondary));
    if brief.is_some() {
        actions.push((Action::Brief(id), Style::Secondary));
    }
    Outgoing {
        content: cut(&content, CONTENT),
        foot: brief.map_or(String::new(), brief_text),
        rows: buttons(place, actions),
        ..Outgoing::default()
    }
}

fn option_line(option: &OptionLine, all: i64) -> String {
    match option.votes {
        // Before anybody has chosen there is nothing to compare.
        Some(votes) if all > 0 => format!("\n{} **{votes}** {}", bar(votes, all), text(&option.text)),
        _ => format!("\n- {}", text(&option.text)),
    }
}

/// The front of the brief, in lines that wrap by themselves: a grid in an embed would be broken.
fn brief_text(page: &Page) -> String {
    let sheets = sheets(page, Layout::Cards);
    let front = sheets.sheets.first().map_or("", |sheet| sheet.text.as_str());
    let foot = foot(page, &sheets, 0);
    cut(format!("{front}\n{foot}").trim(), EMBED_DESCRIPTION)
}

/// The options of a discussion, to choose from; `own` is the place of what is chosen already.
pub(super) fn choose(record: &Record, id: i64, own: Option<i64>, place: Place<'_>) -> Outgoing {
    let said = match own {
        Some(_) => said::CHANGE_POSITION,
        None => said::TAKE_POSITION,
    };
    let secret = if record.secret { format!("\n-# {}", words::SECRET) } else { String::new() };
    let content = format!("**{}**\n{said}{secret}", text(&record.line.topic));
    Outgoing { rows: menu(record, id, own, place), ..Outgoing::private(content) }
}

fn menu(record: &Record, id: i64, own: Option<i64>, place: Place<'_>) -> Vec<Row> {
    let choice = |(number, option): (i64, &OptionLine)| Choice {
        label: cut(&clean(&option.text), SELECT_TEXT),
        value: number.to_string(),
        is_chosen: own == Some(number),
        ..Choice::default()
    };
    let choices = (1..).zip(&record.options).map(choice).collect();
    let menu = place.act(Action::TakePosition(id));
    let placeholder = said::CHOOSE.to_owned();
    menu.map(|id| Row::Menu(Menu { id, placeholder, choices })).into_iter().collect()
}

/// What somebody has chosen, and how the discussion stands with it.
pub(super) fn taken(record: &Record, id: i64, (own, reason): (i64, &str), place: Place<'_>) -> Outgoing {
    let option = usize::try_from(own - 1).ok().and_then(|at| record.options.get(at));
    let chosen = option.map_or("", |option| option.text.as_str());
    let mut content = format!("{} **{}**", said::YOUR_POSITION, text(chosen));
    if !reason.is_empty() {
        content.push_str(&format!(": {}", text(reason)));
    }
    let tally: Vec<String> = record
        .options
        .iter()
        .filter_map(|option| Some(format!("{} {}", option.votes?, text(&option.text))))
        .collect();
    let tally = if tally.is_empty() {
        words::answered(record.line.answered, record.quorum)
    } else {
        tally.join(" · ")
    };
    content.push_str(&format!("\n{} {tally}", said::NOW));
    let until = record.closes_at.as_deref();
    let until = until.map_or(said::UNTIL_CLOSED.to_owned(), |at| said::until(&timestamp(at)));
    let seen = if record.secret { said::BALLOT_IS_SECRET } else { said::POSITION_IS_SEEN };
    content.push_str(&format!("\n-# #{} · {seen} · {until}", record.line.number));
    let mut rows = menu(record, id, Some(own), place);
    rows.extend(buttons(place, vec![(Action::SayWhy(id), Style::Secondary)]));
    Outgoing { rows, ..Outgoing::private(cut(&content, CONTENT)) }
}

/// The statements of a brief that can be questioned.
pub(super) fn challengeable(id: i64, statements: &[(i64, String, String)], place: Place<'_>) -> Outgoing {
    let choice = |(number, says, key): &(i64, String, String)| Choice {
        label: cut(&clean(says), SELECT_TEXT),
        value: number.to_string(),
        description: cut(&clean(key), SELECT_TEXT),
        is_chosen: false,
    };
    let choices: Vec<Choice> = statements.iter().take(SELECT_OPTIONS).map(choice).collect();
    let placeholder = said::CHOOSE_STATEMENT.to_owned();
    let row = place.act(Action::ChooseChallenge(id)).map(|id| Row::Menu(Menu { id, placeholder, choices }));
    Outgoing { rows: row.into_iter().collect(), ..Outgoing::private(said::WHICH_STATEMENT) }
}

/// That a note is kept.
pub(super) fn noted(id: i64, number: i64, said: &str, place: Place<'_>) -> Outgoing {
    let actions = vec![
        (Action::EditNote(id, number), Style::Secondary),
        (Action::RetractNote(id, number), Style::Danger),
    ];
    Outgoing { rows: buttons(place, actions), ..Outgoing::private(cut(&text(said), CONTENT)) }
}

/// What came of a discussion, with its record as files.
pub(super) fn record(record: &Record, id: i64, files: Vec<(String, Vec<u8>)>, place: Place<'_>) -> Outgoing {
    let line = &record.line;
    if line.stage == Stage::Open {
        return reopened(record, id, place);
    }
    let head = match &line.decision {
        Some(decision) => format!("**{}** {}", said::DECISION, text(decision)),
        None => format!("**{}**", said::NO_DECISION),
    };
    let mut content = format!("{head}\n{}", title(line));
    content.extend(
        record.decided.as_ref().map(|(by, at)| format!(" · {} · <t:{}:f>", text(by), time::seconds(at))),
    );
    content.extend(record.result.as_ref().map(|result| format!("\n{}", text(&words::result(result)))));
    let all: i64 = record.options.iter().filter_map(|option| option.votes).sum();
    for option in &record.options {
        content.push_str(&option_line(option, all));
    }
    if !record.dissent.is_empty() {
        let all =
            record.dissent.iter().map(|stance| format!("{} ({})", words::stance(stance), stance.option));
        let named: Vec<String> = all.clone().take(MOST_NAMES).map(|said| text(&said)).collect();
        let more = record.dissent.len().saturating_sub(MOST_NAMES);
        let more = if more > 0 { format!(" and {more} more, in the file") } else { String::new() };
        let said = format!("\n{} {}{more}", said::DISSENT, named.join("; "));
        content.push_str(&cut(&said, CONTENT.saturating_sub(content.chars().count()).max(1)));
    }
    let last = format!("\n-# {}", said::over(line.stage));
    if content.chars().count() + last.chars().count() <= CONTENT {
        content.push_str(&last);
    }
    let rows = buttons(place, vec![(Action::Summary(id), Style::Secondary)]);
    Outgoing { content: cut(&content, CONTENT), rows, files, ..Outgoing::default() }
}

/// That a discussion is open again: why, and what was decided before.
fn reopened(record: &Record, id: i64, place: Place<'_>) -> Outgoing {
    let last = |what: &str| record.events.iter().rev().find(|(_, _, event, _)| event == what);
    let mut content = format!("🔓 **{}**", title(&record.line));
    if let Some((_, who, _, why)) = last("reopened") {
        content.push_str(&format!("\n{}", text(&said::open_again(who, why, record.secret))));
    }
    if let Some((_, _, _, decision)) = last("closed") {
        content.push_str(&format!("\n-# {} {}", said::DECIDED_BEFORE, text(decision)));
    }
    let actions = vec![(Action::Position(id), Style::Primary), (Action::Summary(id), Style::Secondary)];
    Outgoing { content: cut(&content, CONTENT), rows: buttons(place, actions), ..Outgoing::default() }
}

/// What changed, a line an item, as many as a notice names.
fn change_lines(changes: &[crate::answer::team::ChangeLine]) -> Vec<String> {
    let mut lines = Vec::new();
    let all: usize = changes.iter().map(|set| set.items.len()).sum();
    let mut named = 0;
    for set in changes {
        if named >= MOST_CHANGES {
            break;
        }
        for item in set.items.iter().take(MOST_CHANGES - named) {
            lines.push(format!("- {}", item_line(item)));
            named += 1;
        }
        lines.push(format!("-# {}", text(&words::set(set))));
    }
    if all > named {
        lines.push(format!("-# {}", said::and_more(all - named)));
    }
    lines
}

fn item_line(item: &ItemChange) -> String {
    let about = words::about(&item.about);
    let change = text(&words::change(item));
    if about.is_empty() { change } else { format!("**{}**: {change}", text(&about)) }
}

/// A text of lines, as many as there is room for.
fn within(lines: impl IntoIterator<Item = String>) -> String {
    let mut content = String::new();
    for line in lines {
        if content.chars().count() + line.chars().count() + 1 > CONTENT {
            break;
        }
        if !content.is_empty() {
            content.push('\n');
        }
        content.push_str(&line);
    }
    content
}

/// That the evidence of a discussion has changed: what, before and after, and whose positions rest on it. `elsewhere` is
/// its thread, where it is told in another place.
pub(super) fn moved(moved: &Moved, id: i64, elsewhere: Option<i64>, place: Place<'_>) -> Outgoing {
    let changes: usize = moved.changes.iter().map(|set| set.items.len()).sum();
    let is_decided = moved.line.stage == Stage::Closed;
    let topic = format!("**{}**", title(&moved.line));
    let head = format!("🔔 {}", said::moved(changes, is_decided).replace("{}", &topic));
    let thread = elsewhere.map(|thread| format!("<#{thread}>"));
    let decision =
        moved.line.decision.as_ref().map(|decision| format!("{} {}", said::DECISION, text(decision)));
    let names: Vec<String> = moved.rested.iter().take(MOST_NAMES).map(|name| text(name)).collect();
    let rested = said::rested(moved.positions, &names, moved.rested.len(), moved.line.stage == Stage::Open);
    let before = [Some(head), thread, decision].into_iter().flatten();
    let lines = before.chain(change_lines(&moved.changes)).chain([rested]);
    let mut actions = Vec::new();
    if moved.line.stage == Stage::Open {
        actions.push((Action::Affirm(id), Style::Success));
        actions.push((Action::Position(id), Style::Primary));
    }
    actions.push((Action::Summary(id), Style::Secondary));
    Outgoing { content: within(lines), rows: buttons(place, actions), ..Outgoing::default() }
}

fn title(line: &DiscussionLine) -> String {
    text(&words::title(line))
}

/// What came of a challenge.
pub(super) fn outcome(outcome: &ChallengeOutcome, id: i64, place: Place<'_>) -> Outgoing {
    let ChallengeOutcome { challenge, .. } = outcome;
    let content = format!(
        "⚖️ Challenge {}\n-# `{}` · {} {}: {}",
        text(&words::outcome(challenge)),
        escape(&challenge.item).replace('`', ""),
        said::CHALLENGED_BY,
        text(&challenge.person),
        text(&challenge.reason)
    );
    let actions = vec![
        (Action::Show(challenge.item.clone()), Style::Secondary),
        (Action::Summary(id), Style::Secondary),
    ];
    Outgoing { content: cut(&content, CONTENT), rows: buttons(place, actions), ..Outgoing::default() }
}

/// What changed of what a channel follows.
pub(super) fn digest(changes: &Changes, place: Place<'_>) -> Outgoing {
    let all: usize = changes.sets.iter().map(|set| set.items.len()).sum();
    let head = format!("🔔 {}", said::digest(all));
    let keys = changes.sets.iter().flat_map(|set| &set.items).map(|item| item.item.key.clone());
    let actions = keys.take(1).map(|key| (Action::Show(key), Style::Secondary)).collect();
    let content = within(std::iter::once(head).chain(change_lines(&changes.sets)));
    Outgoing { content, rows: buttons(place, actions), ..Outgoing::default() }
}
