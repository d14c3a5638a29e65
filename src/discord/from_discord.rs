//! From Discord’s interactions and messages to what was asked and by whom.

use serenity::all::{
    AutocompleteOption, ChannelId, CommandData, CommandDataOption, CommandDataOptionValue, GuildId,
    InteractionId, Member, Message, MessageType, PartialChannel, PartialMember, RoleId, User, UserId,
};

use crate::commands::{Command, Takes};
use crate::knowledge::period::days_before;
use crate::request::Asking;
use crate::respond::Asked;
use crate::store::grants::Holder;
use crate::store::{Asker, Channel};

/// What the settings say of people.
pub(super) struct People {
    /// The owners of the bot, by Discord id.
    pub(super) owners: Vec<u64>,
    /// How many days old an account must be to propose.
    pub(super) proposer_days: u16,
    /// The time, RFC 3339.
    pub(super) now: fn() -> String,
}

impl People {
    /// Whether an account is too young to propose. Its id tells when it was made
    /// (<https://discord.com/developers/docs/reference#snowflakes>).
    fn is_too_young(&self, user: &User) -> bool {
        let oldest = days_before(&(self.now)(), self.proposer_days.into());
        self.proposer_days > 0 && user.id.created_at().to_string() > oldest
    }
}

/// Who asks. Without a member (a server that the bot does not know, direct messages) there are no
/// roles and no permissions.
#[must_use]
pub(super) fn asker(
    user: &User,
    (guild, channel): (Option<GuildId>, Channel),
    member: Option<&Member>,
    interaction: Option<InteractionId>,
    people: &People,
) -> Asker {
    let permissions = member.and_then(|member| member.permissions);
    Asker {
        user: Some(user.id.get()),
        name: Some(user.global_name.clone().unwrap_or_else(|| user.name.clone())),
        guild: guild.map(GuildId::get),
        channel: Some(channel),
        roles: member.map_or(Vec::new(), |member| member.roles.iter().map(|role| role.get()).collect()),
        manages: permissions.is_some_and(|may| may.administrator() || may.manage_guild()),
        owner: people.owners.contains(&user.id.get()),
        too_young: people.is_too_young(user),
        interaction: interaction.map(InteractionId::get),
    }
}

/// Where something was asked: a channel, or a thread with what it is a thread of.
#[must_use]
pub(super) fn channel(id: ChannelId, known: Option<&PartialChannel>) -> Channel {
    Channel { id: id.get(), parent: known.and_then(|channel| channel.parent_id).map(ChannelId::get) }
}

/// Who wrote a message. Discord does not say there what a member may do: as an editor of a server
/// they are known by their roles alone.
#[must_use]
pub(super) fn author(message: &Message, people: &People) -> Asker {
    let roles = |member: &PartialMember| member.roles.iter().map(|role: &RoleId| role.get()).collect();
    Asker {
        roles: message.member.as_deref().map_or(Vec::new(), roles),
        ..asker(&message.author, (message.guild_id, channel(message.channel_id, None)), None, None, people)
    }
}

/// A slash command as given: which one, and its options, out of the subcommands around them. Nothing
/// for a command that we do not have (any more).
#[must_use]
pub(super) fn given(data: &CommandData) -> Option<(Command, &[CommandDataOption])> {
    let mut name = data.name.clone();
    let mut options = data.options.as_slice();
    while let [one] = options
        && let CommandDataOptionValue::SubCommand(inner) | CommandDataOptionValue::SubCommandGroup(inner) =
            &one.value
    {
        name = format!("{name} {}", one.name);
        options = inner;
    }
    Some((Command::named(&name)?, options))
}

/// Options as text, by name.
#[must_use]
pub(super) fn texts(options: &[CommandDataOption]) -> Vec<(String, String)> {
    options.iter().filter_map(|option| Some((option.name.clone(), value(&option.value)?))).collect()
}

/// A question asked by slash command.
#[must_use]
pub(super) fn question(command: Command, options: &[CommandDataOption]) -> Asked {
    Asked::Command(Asking::from_options(command, &texts(options)))
}

/// The role or the person that an option names.
#[must_use]
pub(super) fn holder(data: &CommandData, options: &[CommandDataOption]) -> Option<Holder> {
    let id = options.iter().find_map(|option| match option.value {
        CommandDataOptionValue::Mentionable(id) => Some(id.get()),
        _ => None,
    })?;
    let is_role = data.resolved.roles.contains_key(&RoleId::new(id));
    Some(if is_role { Holder::Role(id) } else { Holder::Member(id) })
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
        CommandDataOptionValue::User(user) => Some(user.get().to_string()),
        _ => None,
    }
}

/// What the option that is being typed takes, and what is typed so far.
#[must_use]
pub(super) fn typing<'a>(data: &CommandData, option: &AutocompleteOption<'a>) -> Option<(Takes, &'a str)> {
    let (command, _) = given(data)?;
    let takes = command.info().options.iter().find(|known| known.name == option.name)?.takes;
    Some((takes, option.value))
}

/// The line that a message asks of us: what comes after our mention, or where nothing does, before it. Nothing
/// for a message that does not speak to us by name (a reply alone is talk among people), except in direct
/// messages; nor for one without text there, or one that Discord made (a pin, a call).
#[must_use]
pub(super) fn line(message: &Message, us: UserId) -> Option<String> {
    if !matches!(message.kind, MessageType::Regular | MessageType::InlineReply) {
        return None;
    }
    let mentions = [format!("<@{us}>"), format!("<@!{us}>")];
    let found = mentions.iter().find_map(|mention| message.content.split_once(mention.as_str()));
    let Some((before, after)) = found else {
        let line = message.content.trim();
        return (message.guild_id.is_none() && !line.is_empty()).then(|| line.to_owned());
    };
    let bare = |text: &str| {
        let text = mentions.iter().fold(text.to_owned(), |text, mention| text.replace(mention, " "));
        // “@Dragoman, compare …”
        let start = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '!');
        text.trim_start_matches(start).trim_end().to_owned()
    };
    let after = bare(after);
    Some(if after.is_empty() { bare(before) } else { after })
}
