//! The controls under an answer, row by row: what can be asked next, what can be done, pages, sections, what may have
//! been meant, layouts, files.

use super::components::{Button, Choice, Menu, Row, Style};
use super::control::Does;
use super::limits::{BUTTON_LABEL, ROW_BUTTONS, SELECT_OPTIONS, SELECT_TEXT};
use super::to_discord::{Place, ShownAs};
use crate::action::Action;
use crate::error::Offer;
use crate::layout::Layout;
use crate::page::Page;
use crate::page::text::cut;
use crate::section::Opened;
use crate::words;

/// The buttons that ask what can be asked next.
pub(super) fn next_row(page: &Page, place: Place<'_>) -> Vec<Row> {
    let button = |(number, offer): (usize, &Offer)| {
        let line = offer.line.as_str();
        // The number keeps ids apart where two are one line.
        let id = place.id(Does::Ask, ShownAs::default(), number, line)?;
        Some(Button::new(id, cut(&offer.label, BUTTON_LABEL), Style::Primary))
    };
    let buttons: Vec<Button> = page.next.iter().take(ROW_BUTTONS).enumerate().filter_map(button).collect();
    if buttons.is_empty() { Vec::new() } else { vec![Row::Buttons(buttons)] }
}

/// The menu of what may have been meant instead of what was understood.
pub(super) fn correction_menu(page: &Page, line: &str, place: Place<'_>) -> Option<Row> {
    let choice = |(label, option): &(String, String)| Choice {
        label: cut(label, SELECT_TEXT),
        value: cut(option, SELECT_TEXT),
        ..Choice::default()
    };
    let choices: Vec<Choice> = page.corrections.iter().take(SELECT_OPTIONS).map(choice).collect();
    if choices.is_empty() {
        return None;
    }
    let id = place.id(Does::Correct, ShownAs::default(), 0, line)?;
    Some(Row::Menu(Menu { id, placeholder: words::controls::MEANT.to_owned(), choices }))
}

/// The buttons that turn pages: to the first, back, on, to the last.
pub(super) fn turn_row(
    view: ShownAs,
    line: &str,
    sheet: usize,
    last: usize,
    place: Place<'_>,
) -> Option<Row> {
    // Two ids in a message must differ, also when a button leads nowhere: each has an action or a page of its own.
    let turn = |does, label: &str, to: usize, possible: bool| {
        let id = place.id(does, view, to, line)?;
        Some(Button::new(id, label, Style::Primary).disabled(!possible))
    };
    let buttons = [
        turn(Does::First, "⏮", 0, sheet > 0),
        turn(Does::Go, "◀", sheet.saturating_sub(1), sheet > 0),
        turn(Does::Go, "▶", sheet + 1, sheet < last),
        turn(Does::Last, "⏭", last, sheet < last),
    ];
    let buttons: Vec<Button> = buttons.into_iter().flatten().collect();
    (last > 0 && !buttons.is_empty()).then_some(Row::Buttons(buttons))
}

/// The menu that names the sections with how much is in each.
pub(super) fn section_menu(page: &Page, view: ShownAs, line: &str, place: Place<'_>) -> Option<Row> {
    if page.contents.is_empty() {
        return None;
    }
    let option = |label: String, value: &str, opened: Opened| {
        let is_chosen = view.opened == opened;
        Choice { label: cut(&label, SELECT_TEXT), value: value.to_owned(), is_chosen, ..Choice::default() }
    };
    let sections = page.contents.iter().map(|(name, count)| {
        option(words::sections::counted(*name, *count), name.as_str(), Opened::Section(*name))
    });
    let front = option(words::sections::FRONT.to_owned(), "front", Opened::Front);
    // The first screen is what is shown: the menu invites to more, and need not say so.
    let front = Choice { is_chosen: false, ..front };
    let choices = std::iter::once(front).chain(sections).take(SELECT_OPTIONS).collect();
    let id = place.id(Does::Section, view, 0, line)?;
    Some(Row::Menu(Menu { id, placeholder: words::sections::CHOOSE.to_owned(), choices }))
}

/// The menu of layouts, each with what it is for.
pub(super) fn layout_menu(view: ShownAs, line: &str, place: Place<'_>) -> Option<Row> {
    let option = |layout: Layout| {
        let (label, what_for) = words::sections::layout(layout);
        Choice {
            label: label.to_owned(),
            value: layout.as_str().to_owned(),
            description: what_for.to_owned(),
            is_chosen: false,
        }
    };
    let choices = Layout::ALL.into_iter().map(option).collect();
    let id = place.id(Does::Layout, view, 0, line)?;
    let placeholder = words::sections::layout_now(view.layout);
    Some(Row::Menu(Menu { id, placeholder, choices }))
}

/// The buttons that give the whole answer as a file, and that share a private one.
pub(super) fn file_row(
    view: ShownAs,
    line: &str,
    sheet: usize,
    (private, discussable): (bool, bool),
    place: Place<'_>,
) -> Option<Row> {
    let button = |does: Does, label: &str, page: usize| {
        Some(Button::new(place.id(does, view, page, line)?, label, Style::Secondary))
    };
    let share = if private { button(Does::Share, words::controls::SHARE, sheet) } else { None };
    let buttons = [
        button(Does::Csv, words::controls::CSV, 0),
        button(Does::Markdown, words::controls::MARKDOWN, 0),
        share,
        // Discussions take place in servers.
        if discussable && place.guild != 0 {
            button(Does::Discuss, words::controls::DISCUSS, 0)
        } else {
            None
        },
    ];
    let buttons: Vec<Button> = buttons.into_iter().flatten().collect();
    (!buttons.is_empty()).then_some(Row::Buttons(buttons))
}

/// What can be done next, as buttons.
pub(super) fn follow_rows(page: &Page, place: Place<'_>) -> Vec<Row> {
    let button = |action: &Action| {
        let label = cut(&words::controls::follow(action), BUTTON_LABEL);
        Some(Button::new(place.act(action.clone())?, label, style(action)))
    };
    let link = page.message.as_ref().map(|link| Button::link(link, words::controls::MESSAGE));
    let buttons: Vec<Button> = page.follow.iter().filter_map(button).chain(link).collect();
    buttons.chunks(ROW_BUTTONS).take(2).map(|row| Row::Buttons(row.to_vec())).collect()
}

/// How the button of an action looks.
fn style(action: &Action) -> Style {
    match action {
        Action::Approve(_) | Action::ApplyImport(_) => Style::Success,
        Action::EditProposal(_) | Action::Form(_) | Action::Submit(_) => Style::Primary,
        Action::Reject(_) | Action::RejectAll(_) | Action::ConfirmImport(..) | Action::ForgetServer => {
            Style::Danger
        }
        _ => Style::Secondary,
    }
}
