//! From Discord’s interactions and messages to what was asked and by whom.

use serenity::all::{AutocompleteOption, CommandData, CommandDataOptionValue, GuildId, Message, UserId};

use crate::commands::{Command, Takes};
use crate::request::Asking;
use crate::respond::Asked;
use crate::store::Asker;

/// Who asks.
#[must_use]
pub(super) fn asker(user: UserId, guild: Option<GuildId>) -> Asker {
    Asker { user: Some(user.get()), guild: guild.map(GuildId::get), ..Asker::default() }
}

/// What a slash command asks; nothing for a command that we do not have (any more).
#[must_use]
pub(super) fn command(data: &CommandData) -> Option<Asked> {
    let command = Command::named(&data.name)?;
    let given: Vec<(String, String)> =
        data.options.iter().filter_map(|option| Some((option.name.clone(), value(&option.value)?))).collect();
    Some(Asked::Command(Asking::from_options(command, &given)))
}

/// The value of an option as text. Choices are not enforced by Discord: whatever text comes is
/// understood by the same rules as a typed line.
fn value(value: &CommandDataOptionValue) -> Option<String> {
    match value {
        CommandDataOptionValue::String(text) | CommandDataOptionValue::Autocomplete { value: text, .. } => {
            Some(text.clone())
        }
        CommandDataOptionValue::Boolean(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        CommandDataOptionValue::Integer(number) => Some(number.to_string()),
        CommandDataOptionValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// What the option that is being typed takes, and what is typed so far.
#[must_use]
pub(super) fn typing<'a>(data: &CommandData, option: &AutocompleteOption<'a>) -> Option<(Takes, &'a str)> {
    let info = Command::named(&data.name)?.info();
    let takes = info.options.iter().find(|known| known.name == option.name)?.takes;
    Some((takes, option.value))
}

/// The line that a message asks of us: what is left of it without our mention. Nothing for a
/// message that does not speak to us by name (a reply alone is talk among people), except in
/// direct messages.
#[must_use]
pub(super) fn line(message: &Message, us: UserId) -> Option<String> {
    let mentions = [format!("<@{us}>"), format!("<@!{us}>")];
    let spoken_to = mentions.iter().any(|mention| message.content.contains(mention));
    if !spoken_to && message.guild_id.is_some() {
        return None;
    }
    let line = mentions.iter().fold(message.content.clone(), |line, mention| line.replace(mention, " "));
    Some(line.trim().to_owned())
}
