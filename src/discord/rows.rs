//! The controls under an answer, row by row: what can be asked next, what can be done, pages, sections, what may have
//! been meant, layouts, files.

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateButton, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption,
};

use super::control::Action;
use super::limits::{BUTTON_LABEL, ROW_BUTTONS, SELECT_OPTIONS, SELECT_TEXT};
use super::to_discord::{Place, ShownAs};
use crate::error::Offer;
use crate::layout::Layout;
use crate::page::text::cut;
use crate::page::{Follow, Page};
use crate::section::Opened;
use crate::words;

/// The buttons that ask what can be asked next.
pub(super) fn next_row(page: &Page, place: Place<'_>) -> Vec<CreateActionRow> {
    let button = |(number, offer): (usize, &Offer)| {
        let line = offer.line.as_str();
        // The number keeps ids apart where two are one line.
        let id = place.id(Action::Ask, ShownAs::default(), number, line)?;
        Some(CreateButton::new(id).label(cut(&offer.label, BUTTON_LABEL)).style(ButtonStyle::Primary))
    };
    let buttons: Vec<CreateButton> =
        page.next.iter().take(ROW_BUTTONS).enumerate().filter_map(button).collect();
    if buttons.is_empty() { Vec::new() } else { vec![CreateActionRow::Buttons(buttons)] }
}

/// The menu of what may have been meant instead of what was understood.
pub(super) fn correction_menu(page: &Page, line: &str, place: Place<'_>) -> Option<CreateActionRow> {
    let option = |(label, option): &(String, String)| {
        CreateSelectMenuOption::new(cut(label, SELECT_TEXT), cut(option, SELECT_TEXT))
    };
    let options: Vec<CreateSelectMenuOption> =
        page.corrections.iter().take(SELECT_OPTIONS).map(option).collect();
    if options.is_empty() {
        return None;
    }
    let id = place.id(Action::Correct, ShownAs::default(), 0, line)?;
    let menu = CreateSelectMenu::new(id, CreateSelectMenuKind::String { options });
    Some(CreateActionRow::SelectMenu(menu.placeholder(words::controls::MEANT)))
}

/// The buttons that turn pages: to the first, back, on, to the last.
pub(super) fn turn_row(
    view: ShownAs,
    line: &str,
    sheet: usize,
    last: usize,
    place: Place<'_>,
) -> Option<CreateActionRow> {
    // Two ids in a message must differ, also when a button leads nowhere: each has an action or a page of its own.
    let turn = |action, label: &str, to: usize, possible: bool| {
        let id = place.id(action, view, to, line)?;
        Some(CreateButton::new(id).label(label).style(ButtonStyle::Primary).disabled(!possible))
    };
    let buttons = [
        turn(Action::First, "⏮", 0, sheet > 0),
        turn(Action::Go, "◀", sheet.saturating_sub(1), sheet > 0),
        turn(Action::Go, "▶", sheet + 1, sheet < last),
        turn(Action::Last, "⏭", last, sheet < last),
    ];
    let buttons: Vec<CreateButton> = buttons.into_iter().flatten().collect();
    (last > 0 && !buttons.is_empty()).then_some(CreateActionRow::Buttons(buttons))
}

/// The menu that names the sections with how much is in each.
pub(super) fn section_menu(
    page: &Page,
    view: ShownAs,
    line: &str,
    place: Place<'_>,
) -> Option<CreateActionRow> {
    if page.contents.is_empty() {
        return None;
    }
    let option = |label: String, value: &str, opened: Opened| {
        CreateSelectMenuOption::new(cut(&label, SELECT_TEXT), value).default_selection(view.opened == opened)
    };
    let sections = page.contents.iter().map(|(name, count)| {
        option(words::sections::counted(*name, *count), name.as_str(), Opened::Section(*name))
    });
    let front = option(words::sections::FRONT.to_owned(), "front", Opened::Front);
    // The first screen is what is shown: the menu invites to more, and need not say so.
    let front = if view.opened == Opened::Front { front.default_selection(false) } else { front };
    let options: Vec<CreateSelectMenuOption> =
        std::iter::once(front).chain(sections).take(SELECT_OPTIONS).collect();
    let id = place.id(Action::Section, view, 0, line)?;
    let menu = CreateSelectMenu::new(id, CreateSelectMenuKind::String { options });
    Some(CreateActionRow::SelectMenu(menu.placeholder(words::sections::CHOOSE)))
}

/// The menu of layouts, each with what it is for.
pub(super) fn layout_menu(view: ShownAs, line: &str, place: Place<'_>) -> Option<CreateActionRow> {
    let option = |layout: Layout| {
        let (label, what_for) = words::sections::layout(layout);
        CreateSelectMenuOption::new(label, layout.as_str()).description(what_for)
    };
    let options: Vec<CreateSelectMenuOption> = Layout::ALL.into_iter().map(option).collect();
    let id = place.id(Action::Layout, view, 0, line)?;
    let menu = CreateSelectMenu::new(id, CreateSelectMenuKind::String { options });
    Some(CreateActionRow::SelectMenu(menu.placeholder(words::sections::layout_now(view.layout))))
}

/// The buttons that give the whole answer as a file, and that share a private one.
pub(super) fn file_row(
    view: ShownAs,
    line: &str,
    sheet: usize,
    private: bool,
    place: Place<'_>,
) -> Option<CreateActionRow> {
    let button = |action: Action, label: &str, page: usize| {
        let id = place.id(action, view, page, line)?;
        Some(CreateButton::new(id).label(label).style(ButtonStyle::Secondary))
    };
    let share = if private { button(Action::Share, words::controls::SHARE, sheet) } else { None };
    let buttons = [
        button(Action::Csv, words::controls::CSV, 0),
        button(Action::Markdown, words::controls::MARKDOWN, 0),
        share,
    ];
    let buttons: Vec<CreateButton> = buttons.into_iter().flatten().collect();
    (!buttons.is_empty()).then_some(CreateActionRow::Buttons(buttons))
}

/// What can be done next, as buttons.
pub(super) fn follow_rows(page: &Page, place: Place<'_>) -> Vec<CreateActionRow> {
    let button = |follow: &Follow| {
        if let Follow::Message(link) = follow {
            return Some(CreateButton::new_link(link).label(words::controls::MESSAGE));
        }
        let ((style, line), label) = (follow_button(follow), words::controls::follow(follow));
        let id = place.id(Action::Edit, ShownAs::default(), 0, &line)?;
        Some(CreateButton::new(id).label(cut(&label, BUTTON_LABEL)).style(style))
    };
    let buttons: Vec<CreateButton> = page.follow.iter().filter_map(button).collect();
    buttons.chunks(ROW_BUTTONS).take(2).map(|row| CreateActionRow::Buttons(row.to_vec())).collect()
}

fn follow_button(follow: &Follow) -> (ButtonStyle, String) {
    use ButtonStyle::{Danger, Primary, Secondary, Success};
    match follow {
        Follow::Undo(number) => (Secondary, format!("undo {number}")),
        Follow::UndoRest(number) => (Secondary, format!("undo-rest {number}")),
        Follow::Approve(number) => (Success, format!("approve {number}")),
        Follow::EditProposal(number) => (Primary, format!("edit-proposal {number}")),
        Follow::Reject(number) => (Danger, format!("reject {number}")),
        Follow::RejectAll(number) => (Danger, format!("reject-all {number}")),
        Follow::NextProposal(number) => (Secondary, format!("next {number}")),
        Follow::Show(key) | Follow::Message(key) => (Secondary, format!("show {key}")),
        Follow::Form(draft) => (Primary, format!("form {draft}")),
        Follow::ApplyImport(draft) => (Success, format!("apply {draft}")),
        Follow::ConfirmImport(draft, many) => (Danger, format!("confirm {draft} {many}")),
        Follow::Cancel(draft) => (Secondary, format!("cancel {draft}")),
        Follow::Helpful(key) => (Secondary, format!("helpful {key}")),
        Follow::Wrong(key) => (Secondary, format!("wrong {key}")),
        Follow::ProposeMissing(actors, area) => {
            let area = area.as_deref().unwrap_or("-");
            (Secondary, format!("missing {area} {}", actors.join(",")))
        }
    }
}
