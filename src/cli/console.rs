//! `dragoman console`: one answer, or a prompt.

use std::io::IsTerminal as _;
use std::sync::Arc;

use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{CompletionType, Editor};
use tokio::runtime::Runtime;

use super::complete::Words;
use super::{DONE, FAILED, Failure, Format, REFUSED, complain, of_ours, paint, say};
use crate::error::{Error, Fault, Refusal};
use crate::layout::Layout;
use crate::page::{export, html};
use crate::request::View;
use crate::respond::{Asked, Response, answer, catalogue, remember, understand};
use crate::section::Opened;
use crate::store::{Asker, Store};
use crate::words::ask::explained;

/// How the console writes answers.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    pub(super) format: Format,
    pub(super) width: usize,
    /// What is opened where a line does not say.
    pub(super) opened: Option<Opened>,
    /// Whether it is said how an answer was found.
    pub(super) explain: bool,
    /// The server whose knowledge and discussions are seen.
    pub(super) guild: Option<u64>,
}

impl Writing {
    fn asker(self) -> Asker {
        Asker { guild: self.guild, at_machine: true, ..Asker::default() }
    }

    /// What of an answer is shown: what the line says, else what the program was told, else the first screen; files
    /// and programs get all of it.
    fn opened(self, view: View) -> Opened {
        let default = if self.format == Format::Text { Opened::Front } else { Opened::All };
        match view.opened {
            Opened::Front => self.opened.unwrap_or(default),
            said => said,
        }
    }
}

/// Answers one line and gives the exit code.
pub(super) fn once(runtime: &Runtime, store: &Store, line: &str, writing: Writing) -> u8 {
    match runtime.block_on(answered(store, line.to_owned(), writing)) {
        Ok(response) => {
            let layout = response.view.layout.unwrap_or_default();
            say(&rendered(&response, layout, writing));
            DONE
        }
        Err(Error::Refused(refusal)) => {
            complain(&refused(&refusal));
            REFUSED
        }
        Err(Error::Fault(fault)) => {
            complain(&of_ours(&fault));
            FAILED
        }
    }
}

async fn answered(store: &Store, line: String, writing: Writing) -> Result<Response, Error> {
    let asker = writing.asker();
    let understood = understand(store, &asker, &Asked::Line(line), &super::now()).await?;
    let opened = writing.opened(understood.view);
    let page = answer(store, &asker, &understood, opened, &super::now()).await?;
    remember(store, &asker, &understood, &page, &super::now()).await?;
    Ok(Response { view: understood.view, page })
}

/// Answers line after line until the end of input.
pub(super) fn prompt(runtime: &Runtime, store: &Arc<Store>, writing: Writing) -> Result<u8, Failure> {
    let editing = |e: ReadlineError| Fault::new("reading a line", e);
    let config =
        rustyline::Config::builder().completion_type(CompletionType::List).auto_add_history(true).build();
    let mut editor: Editor<Words, FileHistory> = Editor::with_config(config).map_err(editing)?;
    editor.set_helper(Some(Words(runtime.block_on(catalogue(store, &writing.asker()))?)));
    let history = std::env::home_dir().map(|home| home.join(".dragoman_history"));
    if let Some(history) = &history {
        // There is none at first.
        let _ = editor.load_history(history);
    }
    if std::io::stdin().is_terminal() {
        say("Ask away: /compare turkiye pakistan india, /help for the rest, Ctrl-D to leave.");
    }
    let mut layout = Layout::default();
    loop {
        match editor.readline("dragoman> ") {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) if matches!(line.trim(), "exit" | "quit" | "/exit" | "/quit") => break,
            Ok(line) => match runtime.block_on(answered(store, line, writing)) {
                Ok(response) => {
                    layout = response.view.layout.unwrap_or(layout);
                    let text = format!("{}\n", rendered(&response, layout, writing));
                    in_screens(&text, &mut editor).map_err(editing)?;
                }
                Err(Error::Refused(refusal)) => complain(&refused(&refusal)),
                Err(Error::Fault(fault)) => complain(&of_ours(&fault)),
            },
            Err(ReadlineError::Interrupted) => {}
            // One bad byte spoils its line, not the prompt.
            Err(ReadlineError::Io(error)) if error.kind() == std::io::ErrorKind::InvalidData => {
                complain("That line is not text in UTF-8; type it again.");
            }
            Err(ReadlineError::Eof) => break,
            Err(error) => return Err(editing(error).into()),
        }
    }
    if let Some(history) = &history {
        let _ = editor.save_history(history);
    }
    Ok(DONE)
}

/// Says a text a screen at a time, where there is a terminal that it is longer than.
fn in_screens(text: &str, editor: &mut Editor<Words, FileHistory>) -> Result<(), ReadlineError> {
    let is_seen = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    let height = terminal_size::terminal_size().map(|(_, height)| usize::from(height.0));
    let lines: Vec<&str> = text.lines().collect();
    let screen = match height {
        // Two lines stay for the question whether to go on.
        Some(height) if is_seen && height > 4 => height - 2,
        _ => lines.len().max(1),
    };
    let mut screens = lines.chunks(screen).peekable();
    while let Some(screen) = screens.next() {
        say(&screen.join("\n"));
        if screens.peek().is_some() {
            match editor.readline("-- Enter for more, q to stop -- ") {
                Ok(typed) if typed.trim().eq_ignore_ascii_case("q") => break,
                Ok(_) => {}
                Err(ReadlineError::Interrupted | ReadlineError::Eof) => break,
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

fn rendered(response: &Response, layout: Layout, writing: Writing) -> String {
    let page = &response.page;
    let explained = page
        .explained
        .iter()
        .filter(|_| writing.explain)
        .flat_map(|one| explained(&one.understood, &one.trace));
    let explained: String = explained.map(|line| format!("\n{line}")).collect();
    // What programs read holds nothing else.
    if writing.format != Format::Text && !explained.is_empty() {
        complain(explained.trim_start());
    }
    let text = match writing.format {
        Format::Text => {
            let text = export::text(page, layout, writing.width);
            let colours = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            if colours { paint::text(&text, page) } else { text }
        }
        Format::Json => format!("{:#}", export::json(page)),
        Format::Csv => export::csv(page).trim_end().to_owned(),
        Format::Markdown => export::markdown(page).trim_end().to_owned(),
        Format::Html => html::html(page),
    };
    if writing.format == Format::Text { format!("{text}{explained}") } else { text }
}

/// A refusal with the lines that would work.
fn refused(refusal: &Refusal) -> String {
    let lines: String = refusal.offers.iter().map(|offer| format!("\n  {}", offer.line)).collect();
    format!("{refusal}{lines}")
}
