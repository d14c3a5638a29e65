//! From pages and refusals to messages with their controls.

use super::components::{Button, Choice, Menu, Row, Style};
use super::control::{Control, Does, LONGEST_LINE, Signer};
use super::escape::escape;
use super::limits::{BUTTON_LABEL, CONTENT, ROW_BUTTONS, ROWS, SELECT_OPTIONS, SELECT_TEXT, UPLOAD};
use super::message::Outgoing;
use super::rows::{correction_menu, file_row, follow_rows, layout_menu, next_row, section_menu, turn_row};
use super::sheets::{Sheets, foot, sheets};
use crate::action::Action;
use crate::error::Refusal;
use crate::layout::Layout;
use crate::page::html::html;
use crate::page::text::cut;
use crate::page::{FileForm, Page, export};
use crate::section::Opened;
use crate::words;

/// Where and for whom a message is made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    /// Signs the controls.
    pub signer: &'a Signer,
    /// The server, 0 in direct messages.
    pub guild: u64,
    /// Who asked.
    pub asker: u64,
}

impl Place<'_> {
    pub(super) fn id(&self, does: Does, view: ShownAs, page: usize, line: &str) -> Option<String> {
        let ShownAs { layout, opened } = view;
        let line = line.trim_start_matches('/').to_owned();
        self.signer.id(&Control { does, layout, opened, page, asker: self.asker, line }, self.guild)
    }

    /// The id of a control that does something.
    pub(super) fn act(&self, action: Action) -> Option<String> {
        self.id(Does::Act(action), ShownAs::default(), 0, "")
    }
}

/// What of an answer is shown, and how.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ShownAs {
    pub(super) layout: Layout,
    pub(super) opened: Opened,
}

/// An answer laid out.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// The answer.
    pub page: Page,
    /// Its sheets.
    pub sheets: Sheets,
    /// The layout that was asked for, which may be auto.
    pub layout: Layout,
    /// The whole answer, where that goes along as a file and not all of it is shown.
    pub whole: Option<Page>,
}

impl Shown {
    #[must_use]
    pub(super) fn new(page: Page, layout: Layout) -> Self {
        Self { sheets: sheets(&page, layout), page, layout, whole: None }
    }
}

/// A sheet of an answer with its controls, which stand for `line`. A sheet that does not exist (any more) is
/// the last one.
#[must_use]
pub(super) fn answer(shown: &Shown, line: &str, sheet: usize, private: bool, place: Place<'_>) -> Outgoing {
    let Shown { page, sheets, layout, whole } = shown;
    let view = ShownAs { layout: *layout, opened: page.opened };
    let last = sheets.sheets.len().saturating_sub(1);
    let sheet = sheet.min(last);
    let mut rows = next_row(page, place);
    rows.extend(follow_rows(page, place));
    // What cannot be asked again has nothing to turn, to open, to lay out or to save.
    if !line.is_empty() {
        rows.extend(turn_row(view, line, sheet, last, place));
        rows.extend(section_menu(page, view, line, place));
        // Of what finds no room, a private answer’s Share button would be missed most, and the layouts least.
        rows.extend(file_row(view, line, sheet, (private, page.is_of_world()), place));
        rows.extend(correction_menu(page, line, place));
        rows.extend(layout_menu(view, line, place));
    }
    rows.truncate(ROWS);
    let (files, too_large) = files(whole.as_ref().unwrap_or(page), last > 0);
    let pages = if last > 0 { format!("Page {} of {}", sheet + 1, last + 1) } else { String::new() };
    let mut foot = foot(page, sheets, sheet);
    if too_large {
        foot.push_str("\nA file that would be larger than Discord takes is left out.");
    }
    if foot.is_empty() {
        foot.clone_from(&pages);
    }
    Outgoing {
        content: sheets.sheets.get(sheet).map_or(String::new(), |sheet| sheet.text.clone()),
        foot,
        footer: pages,
        rows,
        files,
        private,
    }
}

/// The files that go with an answer: its own; those of itself; and all of it, where it cannot be turned
/// to its end. And whether any is left out, as Discord would not take it.
fn files(page: &Page, is_long: bool) -> (Vec<(String, Vec<u8>)>, bool) {
    let own = page.files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes()));
    let whole = (is_long && page.line.is_empty()).then_some(FileForm::Markdown);
    let all = own.chain(page.along.iter().copied().chain(whole).map(|form| as_file(page, form)));
    let (mut files, mut room, mut too_large) = (Vec::new(), FOR_FILES, false);
    for (name, file) in all {
        match room.checked_sub(file.len()) {
            Some(left) => {
                room = left;
                files.push((name, file));
            }
            None => too_large = true,
        }
    }
    (files, too_large)
}

/// Every file of a page: its own, and those of itself.
pub(super) fn all_files(page: &Page) -> Vec<(String, Vec<u8>)> {
    files(page, false).0
}

/// A page as a file, with its name.
fn as_file(page: &Page, form: FileForm) -> (String, Vec<u8>) {
    let (extension, text) = match form {
        FileForm::Csv => ("csv", export::csv(page)),
        FileForm::Markdown => ("md", export::markdown(page)),
        FileForm::Html => ("html", html(page)),
    };
    (format!("{}.{extension}", page.kind), text.into_bytes())
}

/// A row of one button; nothing where there is no id for it.
#[must_use]
pub(super) fn one_button(id: Option<String>, label: &str) -> Vec<Row> {
    let button = id.map(|id| Button::new(id, label, Style::Primary));
    button.map(|button| Row::Buttons(vec![button])).into_iter().collect()
}

/// A refusal: its sentence, and what could be asked instead as buttons, or as a menu where one of
/// several must be chosen.
#[must_use]
pub(super) fn refusal(refusal: &Refusal, place: Place<'_>) -> Outgoing {
    let fitting = refusal.offers.iter().filter(|offer| offer.line.chars().count() <= LONGEST_LINE);
    let rows = if refusal.choose {
        let choice = |offer: &crate::error::Offer| Choice {
            label: cut(&offer.label, SELECT_TEXT),
            value: cut(&offer.line, SELECT_TEXT),
            ..Choice::default()
        };
        let choices: Vec<Choice> = fitting.take(SELECT_OPTIONS).map(choice).collect();
        let id = place.id(Does::Choose, ShownAs::default(), 0, "").filter(|_| !choices.is_empty());
        let placeholder = words::controls::WHICH.to_owned();
        id.map(|id| Row::Menu(Menu { id, placeholder, choices })).into_iter().collect()
    } else {
        let buttons: Vec<Button> = fitting
            .take(ROW_BUTTONS)
            .enumerate()
            // The number of the offer keeps ids apart where two offers are one line.
            .filter_map(|(number, offer)| {
                let id = place.id(Does::Ask, ShownAs::default(), number, &offer.line)?;
                Some(Button::new(id, cut(&offer.label, BUTTON_LABEL), Style::Primary))
            })
            .collect();
        if buttons.is_empty() { Vec::new() } else { vec![Row::Buttons(buttons)] }
    };
    Outgoing { rows, ..Outgoing::private(cut(&escape(&refusal.to_string()), CONTENT)) }
}

/// The whole answer as a file, if Discord takes it.
#[must_use]
pub(super) fn file(page: &Page, form: FileForm) -> Outgoing {
    let file = as_file(page, form);
    if !fits(&file.1) {
        let larger = file.1.len() >> 20;
        return Outgoing::private(format!(
            "The file would have {larger} MB, more than Discord takes; ask for less, such as one area or one partner."
        ));
    }
    Outgoing { files: vec![file], ..Outgoing::private(cut(&escape(&page.title), CONTENT)) }
}

/// How many bytes of files a message may carry: some of the room is for the message itself.
const FOR_FILES: usize = UPLOAD - (1 << 16);

/// Whether Discord takes a file.
#[must_use]
pub(super) fn fits(file: &[u8]) -> bool {
    file.len() <= FOR_FILES
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::discord::limits::{CUSTOM_ID, EMBED_DESCRIPTION, EMBEDS_TOTAL};
    use crate::error::Offer;
    use crate::knowledge::Reliability;
    use crate::page::text::clean;
    use crate::page::{Block, Cell, Citation, Column, Line, Table};
    use crate::section::SectionName;

    fn hostile() -> impl Strategy<Value = String> {
        prop_oneof![
            "\\PC{0,200}",
            "[`*_~|@<>\\\\#-]{0,300}",
            Just("پاکستان ".repeat(100)),
            Just("👨‍👩‍👧‍👦".repeat(300)),
            Just("x".repeat(4_000)),
        ]
    }

    fn count(text: &str) -> usize {
        text.chars().count()
    }

    /// Every length that Discord limits in a message, as it is sent.
    fn check(message: &Outgoing) -> Result<(), TestCaseError> {
        prop_assert!(count(&message.content) <= CONTENT);
        prop_assert!(count(&message.foot) <= EMBED_DESCRIPTION);
        prop_assert!(count(&message.foot) + count(&message.footer) <= EMBEDS_TOTAL);
        prop_assert!(message.rows.len() <= 5);
        let mut ids: Vec<String> = Vec::new();
        for row in &message.rows {
            let row = row.json();
            let parts = row["components"].as_array().cloned().unwrap_or_default();
            prop_assert!((1..=ROW_BUTTONS).contains(&parts.len()), "{row}");
            for part in parts {
                let id = part["custom_id"].as_str().unwrap_or_default();
                prop_assert!((1..=CUSTOM_ID).contains(&count(id)), "{part}");
                prop_assert!(!ids.iter().any(|known| known == id), "twice: {part}");
                ids.push(id.to_owned());
                prop_assert!(count(part["label"].as_str().unwrap_or("-")) <= BUTTON_LABEL, "{part}");
                let options = part["options"].as_array().cloned().unwrap_or_default();
                prop_assert!(options.len() <= SELECT_OPTIONS);
                for text in options.iter().flat_map(|option| [&option["label"], &option["value"]]) {
                    prop_assert!((1..=SELECT_TEXT).contains(&text.as_str().map_or(0, count)), "{text}");
                }
            }
        }
        let body = message.response().json;
        prop_assert_eq!(&body["data"]["allowed_mentions"]["parse"], &Value::Array(Vec::new()));
        Ok(())
    }

    #[test]
    fn a_file_that_discord_would_not_take_is_refused() {
        let table = Table {
            columns: vec![Column::named("Area")],
            head: true,
            rows: vec![vec![Cell::text("x".repeat(UPLOAD))]],
        };
        let page = Page {
            title: "Facts".into(),
            front: vec![Block::Table(table)],
            along: &[FileForm::Markdown],
            ..crate::page::report(&crate::page::Report::new(
                "change",
                crate::answer::curation::Headline::Cancelled,
            ))
        };
        let refused = file(&page, FileForm::Csv);
        assert!(refused.files.is_empty() && refused.content.contains("10 MB"), "{}", refused.content);
        let whole = Shown::new(page, Layout::Cards);
        let place = Place { signer: &Signer::new([7; 32]), guild: 0, asker: 0 };
        let message = answer(&whole, "", 0, false, place);
        assert!(
            message.files.is_empty() && message.foot.contains("larger than Discord takes"),
            "{}",
            message.foot
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
        #[test]
        fn every_message_is_within_the_limits(
            texts in prop::collection::vec(hostile(), 1..9),
            choose in any::<bool>(),
            private in any::<bool>(),
        ) {
            let texts: Vec<String> = texts.iter().map(|text| clean(text)).collect();
            let place = Place { signer: &Signer::new([7; 32]), guild: u64::MAX, asker: u64::MAX };
            let offers = texts.iter().map(|text| Offer {
                label: format!("{text}."),
                line: format!("/facts {}", cut(text, LONGEST_LINE)),
            });
            let mut asked_back = Refusal::new(crate::error::BadQuestion::NotOneActor { typed: texts.concat() }).offering(offers.cycle().take(30).collect());
            asked_back.choose = choose;
            check(&refusal(&asked_back, place))?;
            let citation = |n: usize| Citation {
                n: n + 1,
                id: n.to_string(),
                title: texts[n % texts.len()].clone(),
                publisher: Some(texts[0].clone()),
                url: Some(format!("https://example.org/{}", "x".repeat(400))),
                reliability: Reliability::F,
                published: None,
                name: texts[n % texts.len()].clone(),
            };
            let cell = |text: &String| Cell::text(text.clone()).with_under(text.clone());
            let rows = texts.iter().map(|text| vec![cell(text), cell(text)]).collect();
            let columns = vec![Column::named("Area"), Column::named(texts[0].clone())];
            let cites: Vec<String> = (0..30).map(|n: usize| n.to_string()).collect();
            let line = |text: &String| Block::Line(Line { cites: cites.clone(), ..Line::new(text.clone()) });
            let front = texts.iter().map(line).chain([Block::Table(Table { columns, head: true, rows })]);
            let page = Page {
                title: texts[0].clone(),
                front: front.collect(),
                contents: SectionName::ALL.map(|name| (name, texts.len())).to_vec(),
                citations: (0..30).map(citation).collect(),
                line: "/compare TUR PAK".into(),
                ..crate::page::report(&crate::page::Report::new("change", crate::answer::curation::Headline::Cancelled))
            };
            check(&file(&page, FileForm::Csv))?;
            for layout in Layout::ALL {
                let shown = Shown::new(page.clone(), layout);
                for sheet in 0..shown.sheets.sheets.len() {
                    check(&answer(&shown, &page.line, sheet, private, place))?;
                }
            }
        }
    }
}
