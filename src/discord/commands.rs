//! The slash commands as Discord wants them defined, made from [`crate::commands`].

use std::fmt::Write as _;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::incoming::{option_kind, permission};
use super::limits::{OPTION_VALUE, QUESTION};
use crate::commands::{self, CommandInfo, CommandOption, Takes};
use crate::knowledge::Direction;
use crate::layout::Layout;
use crate::section::SectionName;

/// The command on a message that proposes it as a statement.
pub(super) const PROPOSE_MESSAGE: &str = "Propose as statement";
/// The command on a message that takes it into a discussion.
pub(super) const NOTE_MESSAGE: &str = "Save as note";

/// The sorts of commands
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-types>).
const SLASH: u8 = 1;
const ON_MESSAGE: u8 = 3;
/// Where a command is installed: in servers
/// (<https://discord.com/developers/docs/resources/application#application-object-application-integration-types>).
const IN_SERVERS: [u8; 1] = [0];
/// Where a command is used: in servers, and in direct messages with the bot
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types>).
const SERVER: [u8; 1] = [0];
const ANYWHERE: [u8; 2] = [0, 1];

/// The definitions of all commands, as Discord wants them. Names of several words are subcommands of the first.
#[must_use]
pub fn definitions() -> Vec<Value> {
    let mut names: Vec<&str> = Vec::new();
    for info in commands::all() {
        let first = info.name.split(' ').next().unwrap_or(info.name);
        if !names.contains(&first) {
            names.push(first);
        }
    }
    names.into_iter().map(top).chain([PROPOSE_MESSAGE, NOTE_MESSAGE].map(on_message)).collect()
}

/// A command on a message. Everyone who may write may use it.
fn on_message(name: &str) -> Value {
    json!({
        "type": ON_MESSAGE, "name": name, "contexts": SERVER, "integration_types": IN_SERVERS,
        "default_member_permissions": permission::SEND_MESSAGES.to_string(),
    })
}

/// A command of the first level with all that is under it. It is there where the bot is: somebody who has it for
/// themselves alone does not bring it into servers, whose knowledge they would manage without the server having it.
fn top(name: &str) -> Value {
    let under: Vec<&CommandInfo> =
        commands::all().filter(|info| info.name.split(' ').next() == Some(name)).collect();
    let (description, needed, contexts) = match (name, under.as_slice()) {
        ("doctor", [one]) => (one.description, Some(permission::MANAGE_GUILD), &SERVER[..]),
        (_, [one]) if one.name == name => (one.description, None, &ANYWHERE[..]),
        // What is granted here outlives whoever grants it; Discord shows it to managers alone.
        ("access", _) => {
            ("Who may do what with this server’s knowledge", Some(permission::MANAGE_GUILD), &SERVER[..])
        }
        ("channel", _) => {
            ("What this channel is about, and what it follows", Some(permission::SEND_MESSAGES), &SERVER[..])
        }
        ("discuss", _) => (
            "Discuss in a thread: positions, notes, a decision, and the record of it",
            Some(permission::SEND_MESSAGES),
            &SERVER[..],
        ),
        // Everyone who may write may propose; what else each may do is checked at each act.
        _ => (
            "Look after what is known: show, add, edit, propose, review, import, undo",
            Some(permission::SEND_MESSAGES),
            &ANYWHERE[..],
        ),
    };
    let options: Vec<Value> = match under.as_slice() {
        [one] if one.name == name => one.options.iter().map(|known| option(one, known)).collect(),
        many => subcommands(name, many),
    };
    let mut command = json!({
        "type": SLASH, "name": name, "description": description, "options": options,
        "contexts": contexts, "integration_types": IN_SERVERS,
    });
    if let Some(needed) = needed {
        command["default_member_permissions"] = json!(needed.to_string());
    }
    command
}

fn subcommands(top: &str, infos: &[&CommandInfo]) -> Vec<Value> {
    let rest = |info: &CommandInfo| info.name[top.len()..].trim_start().to_owned();
    let subcommand = |name: &str, info: &CommandInfo| {
        let options: Vec<Value> = info.options.iter().map(|known| option(info, known)).collect();
        json!({
            "type": option_kind::SUBCOMMAND, "name": name, "description": info.description, "options": options,
        })
    };
    let mut options: Vec<Value> = Vec::new();
    let mut groups: Vec<String> = Vec::new();
    for info in infos {
        let name = rest(info);
        let Some((group, _)) = name.split_once(' ') else {
            options.push(subcommand(&name, info));
            continue;
        };
        if groups.iter().any(|known| known == group) {
            continue;
        }
        groups.push(group.to_owned());
        let what = format!("{}{} something", group[..1].to_uppercase(), &group[1..]);
        let inside = infos.iter().filter_map(|info| {
            let name = rest(info);
            let (of, last) = name.split_once(' ')?;
            (of == group).then(|| subcommand(last, info))
        });
        let inside: Vec<Value> = inside.collect();
        options.push(json!({
            "type": option_kind::GROUP, "name": group, "description": what, "options": inside,
        }));
    }
    options
}

fn option(info: &CommandInfo, option: &CommandOption) -> Value {
    let kind = match option.takes {
        Takes::Switch => option_kind::BOOLEAN,
        Takes::Number => option_kind::INTEGER,
        Takes::Person => option_kind::USER,
        Takes::Holder => option_kind::MENTIONABLE,
        Takes::File => option_kind::ATTACHMENT,
        _ => option_kind::STRING,
    };
    let mut definition = json!({
        "type": kind, "name": option.name, "description": option.description,
        // Whom a question is about the channel’s focus may say.
        "required": option.required && !(option.takes.is_actor() && info.command.takes_focus()),
    });
    let choices = |words: &[&str]| -> Vec<Value> {
        words.iter().map(|word| json!({"name": word, "value": word})).collect()
    };
    match option.takes {
        Takes::Switch | Takes::Person | Takes::Holder | Takes::File => {}
        Takes::Number => definition["min_value"] = json!(0),
        Takes::Layout => definition["choices"] = json!(choices(&Layout::ALL.map(Layout::as_str))),
        Takes::Section => {
            let names: Vec<&str> = SectionName::ALL.iter().map(|name| name.as_str()).chain(["all"]).collect();
            definition["choices"] = json!(choices(&names));
        }
        Takes::Direction => definition["choices"] = json!(choices(Direction::WORDS)),
        Takes::Word(words) => definition["choices"] = json!(choices(words)),
        Takes::Text => definition["max_length"] = json!(OPTION_VALUE),
        Takes::Question | Takes::LongText => definition["max_length"] = json!(QUESTION),
        Takes::Actor
        | Takes::ActorFilter
        | Takes::Organisation
        | Takes::OrganisationFilter
        | Takes::ActorList
        | Takes::Area
        | Takes::Source
        | Takes::Command
        | Takes::Item
        | Takes::Retracted => {
            definition["autocomplete"] = json!(true);
            definition["max_length"] = json!(OPTION_VALUE);
        }
    }
    definition
}

/// A digest of the definitions for an application: while it stays the same, nothing needs to be
/// registered.
#[must_use]
pub(super) fn digest(definitions: &[Value], application: u64) -> String {
    let json = serde_json::to_string(definitions).unwrap_or_default();
    let mut hash = Sha256::new();
    hash.update(application.to_le_bytes());
    hash.update(json);
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
