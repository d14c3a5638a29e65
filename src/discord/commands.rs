//! The slash commands as Discord wants them defined, made from [`crate::commands`].

use std::fmt::Write as _;

use serenity::all::{CommandOptionType, CreateCommand, CreateCommandOption, InteractionContext};
use sha2::{Digest as _, Sha256};

use super::limits::OPTION_VALUE;
use crate::commands::{COMMANDS, CommandOption, Takes};
use crate::layout::Layout;

/// The definitions of all commands.
#[must_use]
pub fn definitions() -> Vec<CreateCommand> {
    COMMANDS
        .iter()
        .map(|info| {
            CreateCommand::new(info.name)
                .description(info.description)
                .contexts(vec![InteractionContext::Guild, InteractionContext::BotDm])
                .set_options(info.options.iter().map(option).collect())
        })
        .collect()
}

fn option(option: &CommandOption) -> CreateCommandOption {
    let kind = match option.takes {
        Takes::Switch => CommandOptionType::Boolean,
        _ => CommandOptionType::String,
    };
    let definition =
        CreateCommandOption::new(kind, option.name, option.description).required(option.required);
    match option.takes {
        Takes::Switch => definition,
        Takes::Layout => Layout::ALL
            .iter()
            .fold(definition, |all, layout| all.add_string_choice(layout.as_str(), layout.as_str())),
        Takes::Actor | Takes::Area | Takes::Source | Takes::Command => {
            definition.set_autocomplete(true).max_length(OPTION_VALUE)
        }
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
