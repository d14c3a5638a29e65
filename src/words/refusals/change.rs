//! What is said of a change of knowledge that cannot be made.

use crate::access::AccessLevel;
use crate::error::BadChange;
use crate::words::quoted;

#[expect(clippy::too_many_lines, reason = "a sentence for each reason, and nothing else")]
pub(super) fn sentence(reason: &BadChange) -> String {
    match reason {
        BadChange::Denied { act, in_server: false, .. } => format!(
            "To {}, use the command in a server; the public knowledge cannot be changed here.",
            act.as_str()
        ),
        BadChange::Denied { act, needed, .. } => {
            let article = if *needed == AccessLevel::Editor { "an" } else { "a" };
            format!(
                "To {} here you need to be {article} {needed}; a curator of this server can make you one with \
                 /access grant.",
                act.as_str()
            )
        }
        BadChange::NoServer => "Use this in the server that the knowledge belongs to.".to_owned(),
        BadChange::NoReason => "Give a reason: it is kept in the history for others to read.".to_owned(),
        BadChange::LongReason { most } => {
            format!("The reason has more than {most} characters; make it shorter.")
        }
        BadChange::Faulty { faults, more } => {
            let more = if *more == 0 { String::new() } else { format!(" (and {more} more)") };
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            format!("Not saved: {}{more}.", faults.join(" — "))
        }
        BadChange::FaultyFile { faults } => format!("Nothing is imported.\n{}", faults.join("\n")),
        BadChange::Overtaken { items } => {
            let names: Vec<String> = items.iter().map(ToString::to_string).collect();
            let what = if names.is_empty() { "The knowledge".to_owned() } else { names.join(", ") };
            let has = if names.len() > 1 { "have" } else { "has" };
            super::super::capitalised(&format!("{what} {has} just changed; try again."))
        }
        BadChange::Dangling { broken } => {
            let rests = |(item, missing): &(String, String)| {
                format!("{item} rests on {missing}, which would not be there")
            };
            let broken: Vec<String> = broken.iter().map(rests).collect();
            format!("Not done: {}; change that first.", broken.join("; "))
        }
        BadChange::Retracted { item } => format!("{item} is retracted; /knowledge restore brings it back."),
        BadChange::NotRetracted { item } => format!("{item} is not retracted; there is nothing to restore."),
        BadChange::NotPublicAnyMore { item } => {
            format!("{item} is no longer in the public knowledge; add it here as an item of your own.")
        }
        BadChange::NoRank => "Only statements and recommendations have a rank.".to_owned(),
        BadChange::RankedAlready { item, rank } => format!("{item} is {rank} already."),
        BadChange::NotLinkable => "Only a statement can support or dispute another.".to_owned(),
        BadChange::LinkToNothing => "A link leads from one statement to another.".to_owned(),
        BadChange::RepeatsBack { other, first } => {
            format!("{other} is already linked as a repeat of {first}; remove that link first.")
        }
        BadChange::RepeatsAnother { other, first } => {
            format!("{other} is itself a repeat of {first}; link to {first}.")
        }
        BadChange::LinkedAlready { item, bearing, other } => format!("{item} {bearing} {other} already."),
        BadChange::NameLength { most } => format!("A name has from 1 to {most} characters."),
        BadChange::NotNameable => {
            "Only countries and organisations have other names, and only areas other words.".to_owned()
        }
        BadChange::WordTaken { word, area } => format!("“{word}” means {area} already."),
        BadChange::NamedAlready { word, key } => format!("“{word}” is a name of {key} already."),
        BadChange::AccountTooNew => {
            "Your Discord account is too new to propose here; try again in a few days.".to_owned()
        }
        BadChange::ManyWaiting { own, most } => format!(
            "You have {own} proposals waiting, and {most} is the most you can have; wait until some are decided."
        ),
        BadChange::RemovesMany { retracts, of } => format!(
            "This would remove {retracts} items where the server has {of} of its own; give --removing {retracts} if that is \
             meant."
        ),
        BadChange::KeyTaken { key } => {
            format!("There is an item {} already; choose another key, or edit that one.", quoted(key))
        }
        BadChange::ManyNewcomersToday => {
            "This server has had many proposals today from people who are new to it; try again tomorrow.".to_owned()
        }
        BadChange::ImportsWait { used, most } => format!(
            "This server’s imports that wait take {used} MiB already, and {most} MiB is the most; apply or cancel one \
             of them first."
        ),
        BadChange::ManyToday => "This server has had too many proposals today; try again tomorrow.".to_owned(),
        BadChange::FormGone => "This form is done or has expired; start again with the command.".to_owned(),
        BadChange::NothingChanged => "Nothing is changed yet.".to_owned(),
        BadChange::NothingFilledIn => "Nothing is filled in.".to_owned(),
        BadChange::TooLongForForm { item } => {
            format!("{item} is too long for a form; export it, edit the file, and import it.")
        }
        BadChange::NoKeyInLine { line } => {
            format!("In the details, {} has no key; write each line as key: value.", quoted(line))
        }
        BadChange::NothingGranted => "They have been granted nothing; /access show lists who has.".to_owned(),
        BadChange::OwnProposal => {
            "This is your own proposal; another editor of this server has to approve it.".to_owned()
        }
        BadChange::ProposalOutdated => {
            "The item has changed since this was proposed; use Edit to see what it would become, and save it there."
                .to_owned()
        }
        BadChange::Decided { number, how: Some(how), by: Some(by) } => {
            format!("Proposal #{number} was {how} by {by} already.")
        }
        BadChange::Decided { number, how: Some(how), by: None } => {
            format!("Proposal #{number} was {how} already.")
        }
        BadChange::Decided { number, .. } => format!("Proposal #{number} is decided already."),
        BadChange::UnknownChange { number } => {
            format!("There is no change #{number} here; /knowledge history lists them.")
        }
        BadChange::UndoneAlready { number, by, who } => {
            format!("Change #{number} was undone by {who} already, as #{by}; undo that one to bring it back.")
        }
        BadChange::NothingToUndo { number } => format!("Change #{number} has nothing that could be undone."),
        BadChange::ImportGone => {
            "This import was applied or cancelled, or has expired; upload the file again.".to_owned()
        }
        BadChange::NumberNotTyped { retracts } => {
            format!("Type {retracts}, the number of items that it removes, to apply it.")
        }
        BadChange::WordsNotTyped { words } => format!("Nothing is erased; type “{words}” to erase it."),
    }
}
