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
use crate::respond::{Asked, Response, catalogue, respond};
use crate::store::{Asker, Store};

/// Answers one line and gives the exit code.
pub(super) fn once(runtime: &Runtime, store: &Store, line: &str, format: Format, width: usize) -> u8 {
    match runtime.block_on(respond(store, &Asker::default(), &Asked::Line(line.to_owned()), &super::now())) {
        Ok(response) => {
            let layout = response.view.layout.unwrap_or_default();
            say(&rendered(&response, layout, format, width));
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

/// Answers line after line until the end of input.
pub(super) fn prompt(
    runtime: &Runtime,
    store: &Arc<Store>,
    format: Format,
    width: usize,
) -> Result<u8, Failure> {
    let editing = |e: ReadlineError| Fault::new("reading a line", e);
    let config =
        rustyline::Config::builder().completion_type(CompletionType::List).auto_add_history(true).build();
    let mut editor: Editor<Words, FileHistory> = Editor::with_config(config).map_err(editing)?;
    editor.set_helper(Some(Words(runtime.block_on(catalogue(store, &Asker::default()))?)));
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
            Ok(line) => {
                match runtime.block_on(respond(store, &Asker::default(), &Asked::Line(line), &super::now())) {
                    Ok(response) => {
                        layout = response.view.layout.unwrap_or(layout);
                        say(&format!("{}\n", rendered(&response, layout, format, width)));
                    }
                    Err(Error::Refused(refusal)) => complain(&refused(&refusal)),
                    Err(Error::Fault(fault)) => complain(&of_ours(&fault)),
                }
            }
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

fn rendered(response: &Response, layout: Layout, format: Format, width: usize) -> String {
    let page = &response.page;
    match format {
        Format::Text => {
            let text = export::text(page, layout, width);
            let colours = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            if colours { paint::text(&text) } else { text }
        }
        Format::Json => format!("{:#}", export::json(page)),
        Format::Csv => export::csv(page).trim_end().to_owned(),
        Format::Markdown => export::markdown(page).trim_end().to_owned(),
        Format::Html => html::html(page),
    }
}

/// A refusal with the lines that would work.
fn refused(refusal: &Refusal) -> String {
    let lines: String = refusal.offers.iter().map(|offer| format!("\n  {}", offer.line)).collect();
    format!("{refusal}{lines}")
}
