//! The slash commands as Discord wants them defined, made from [`crate::commands`].

use std::fmt::Write as _;

use serenity::all::{
    CommandOptionType, CommandType, CreateCommand, CreateCommandOption, InstallationContext,
    InteractionContext, Permissions,
};
use sha2::{Digest as _, Sha256};

use super::limits::{OPTION_VALUE, QUESTION};
use crate::commands::{self, CommandInfo, CommandOption, Takes};
use crate::knowledge::Direction;
use crate::layout::Layout;
use crate::section::SectionName;

/// The command on a message that proposes it as a statement.
pub(super) const PROPOSE_MESSAGE: &str = "Propose as statement";

/// The definitions of all commands. Names of several words are subcommands of the first.
#[must_use]
pub fn definitions() -> Vec<CreateCommand> {
    let mut names: Vec<&str> = Vec::new();
    for info in commands::all() {
        let first = info.name.split(' ').next().unwrap_or(info.name);
        if !names.contains(&first) {
            names.push(first);
        }
    }
    let mut all: Vec<CreateCommand> = names.into_iter().map(top).collect();
    all.push(
        installed_in_servers(PROPOSE_MESSAGE)
            .kind(CommandType::Message)
            .contexts(vec![InteractionContext::Guild])
            .default_member_permissions(Permissions::SEND_MESSAGES),
    );
    all
}

/// A command that is there where the bot is: somebody who has it for themselves alone does not bring it into
/// servers, whose knowledge they would manage without the server having it.
fn installed_in_servers(name: &str) -> CreateCommand {
    CreateCommand::new(name).add_integration_type(InstallationContext::Guild)
}

/// A command of the first level with all that is under it.
fn top(name: &str) -> CreateCommand {
    let under: Vec<&CommandInfo> =
        commands::all().filter(|info| info.name.split(' ').next() == Some(name)).collect();
    let command = installed_in_servers(name);
    match (name, under.as_slice()) {
        (_, [one]) if one.name == name => command
            .description(one.description)
            .contexts(vec![InteractionContext::Guild, InteractionContext::BotDm])
            .set_options(one.options.iter().map(option).collect()),
        ("access", many) => command
            .description("Who may do what with this server’s knowledge")
            // What is granted here outlives whoever grants it; Discord shows it to managers alone.
            .default_member_permissions(Permissions::MANAGE_GUILD)
            .contexts(vec![InteractionContext::Guild])
            .set_options(subcommands(name, many)),
        (_, many) => command
            .description("Look after what is known: show, add, edit, propose, review, import, undo")
            // Everyone who may write may propose; what else each may do is checked at each act.
            .default_member_permissions(Permissions::SEND_MESSAGES)
            .contexts(vec![InteractionContext::Guild, InteractionContext::BotDm])
            .set_options(subcommands(name, many)),
    }
}

fn subcommands(top: &str, infos: &[&CommandInfo]) -> Vec<CreateCommandOption> {
    let rest = |info: &CommandInfo| info.name[top.len()..].trim_start().to_owned();
    let subcommand = |name: &str, info: &CommandInfo| {
        let start = CreateCommandOption::new(CommandOptionType::SubCommand, name, info.description);
        info.options.iter().fold(start, |all, one| all.add_sub_option(option(one)))
    };
    let mut options: Vec<CreateCommandOption> = Vec::new();
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
        let start = CreateCommandOption::new(CommandOptionType::SubCommandGroup, group, what);
        let inside = infos.iter().filter_map(|info| {
            let name = rest(info);
            let (of, last) = name.split_once(' ')?;
            (of == group).then(|| subcommand(last, info))
        });
        options.push(inside.fold(start, CreateCommandOption::add_sub_option));
    }
    options
}

fn option(option: &CommandOption) -> CreateCommandOption {
    let kind = match option.takes {
        Takes::Switch => CommandOptionType::Boolean,
        Takes::Number => CommandOptionType::Integer,
        Takes::Person => CommandOptionType::User,
        Takes::Holder => CommandOptionType::Mentionable,
        Takes::File => CommandOptionType::Attachment,
        _ => CommandOptionType::String,
    };
    let definition =
        CreateCommandOption::new(kind, option.name, option.description).required(option.required);
    let choices = |definition, words: &[&str]| {
        words.iter().fold(definition, |all: CreateCommandOption, word| all.add_string_choice(*word, *word))
    };
    match option.takes {
        Takes::Switch | Takes::Person | Takes::Holder | Takes::File => definition,
        Takes::Number => definition.min_int_value(0),
        Takes::Layout => choices(definition, &Layout::ALL.map(Layout::as_str)),
        Takes::Section => {
            let names: Vec<&str> = SectionName::ALL.iter().map(|name| name.as_str()).chain(["all"]).collect();
            choices(definition, &names)
        }
        Takes::Direction => choices(definition, Direction::WORDS),
        Takes::Word(words) => choices(definition, words),
        Takes::Text => definition.max_length(OPTION_VALUE),
        Takes::Question => definition.max_length(QUESTION),
        Takes::Actor
        | Takes::ActorFilter
        | Takes::Area
        | Takes::Source
        | Takes::Command
        | Takes::Item
        | Takes::Retracted => definition.set_autocomplete(true).max_length(OPTION_VALUE),
    }
}

/// A digest of the definitions for an application: while it stays the same, nothing needs to be
/// registered.
#[must_use]
pub(super) fn digest(definitions: &[CreateCommand], application: u64) -> String {
    let json = serde_json::to_string(definitions).unwrap_or_default();
    let mut hash = Sha256::new();
    hash.update(application.to_le_bytes());
    hash.update(json);
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
