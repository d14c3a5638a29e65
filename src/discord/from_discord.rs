//! From Discord’s interactions and messages to what was asked and by whom.

use super::incoming::{
    Channel as FromChannel, Given, GivenOption, Interaction, Message, User, option_kind, permission,
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
        self.proposer_days > 0 && time_of(user.id.0).is_some_and(|made| made > oldest)
    }
}

/// The start of Discord’s time, in milliseconds since 1970
/// (<https://discord.com/developers/docs/reference#snowflakes>).
const EPOCH: u64 = 1_420_070_400_000;

/// When something with an id was made, RFC 3339.
fn time_of(id: u64) -> Option<String> {
    let milliseconds = i64::try_from((id >> 22) + EPOCH).ok()?;
    jiff::Timestamp::from_millisecond(milliseconds).ok().map(|time| time.to_string())
}

/// Who asks. Without a member (a server that the bot does not know, direct messages) there are no
/// roles and no permissions.
#[must_use]
pub(super) fn asker(interaction: &Interaction, people: &People) -> Asker {
    let Interaction { user, member, guild, .. } = interaction;
    let may = |permission| member.as_ref().is_some_and(|member| member.may(permission));
    let is_thread = interaction.channel.as_ref().is_some_and(FromChannel::is_thread);
    Asker {
        guild: *guild,
        channel: Some(channel(interaction.channel_id, interaction.channel.as_ref())),
        roles: member.as_ref().map_or(Vec::new(), |member| member.roles.iter().map(|role| role.0).collect()),
        manages: may(permission::MANAGE_GUILD),
        manages_channel: may(permission::MANAGE_CHANNELS) || is_thread && may(permission::MANAGE_THREADS),
        may_write: may(if is_thread { permission::SEND_IN_THREADS } else { permission::SEND_MESSAGES }),
        interaction: Some(interaction.id),
        ..person(user, people)
    }
}

/// A person, wherever they are.
fn person(user: &User, people: &People) -> Asker {
    Asker {
        user: Some(user.id.0),
        name: Some(user.name().to_owned()),
        owner: people.owners.contains(&user.id.0),
        is_bot: user.bot,
        too_young: people.is_too_young(user),
        ..Asker::default()
    }
}

/// Where something was asked: a channel, or a thread with what it is a thread of.
pub(super) fn channel(id: u64, known: Option<&FromChannel>) -> Channel {
    // A channel that is no thread has a category for a parent, which is no place.
    let thread = known.filter(|channel| channel.is_thread());
    Channel {
        id,
        parent: thread.and_then(|thread| thread.parent_id).map(|parent| parent.0),
        is_private: thread.is_some_and(FromChannel::is_private),
    }
}

/// Who wrote a message. Discord does not say there what a member may do: as an editor of a server
/// they are known by their roles alone.
#[must_use]
pub(super) fn author(message: &Message, people: &People) -> Asker {
    let member = message.member.as_ref();
    Asker {
        guild: message.guild_id.map(|id| id.0),
        channel: Some(channel(message.channel_id.0, None)),
        roles: member.map_or(Vec::new(), |member| member.roles.iter().map(|role| role.0).collect()),
        ..person(&message.author, people)
    }
}

/// A slash command as given: which one, and its options, out of the subcommands around them. Nothing
/// for a command that we do not have (any more).
#[must_use]
pub(super) fn given(data: &Given) -> Option<(Command, &[GivenOption])> {
    let mut name = data.name.clone();
    let mut options = data.options.as_slice();
    while let [one] = options
        && matches!(one.kind, option_kind::SUBCOMMAND | option_kind::GROUP)
    {
        name = format!("{name} {}", one.name);
        options = &one.options;
    }
    Some((Command::named(&name)?, options))
}

/// Options as text, by name.
#[must_use]
pub(super) fn texts(options: &[GivenOption]) -> Vec<(String, String)> {
    options.iter().filter_map(|option| Some((option.name.clone(), value(option)?))).collect()
}

/// A question asked by slash command.
#[must_use]
pub(super) fn question(command: Command, options: &[GivenOption]) -> Asked {
    Asked::Command(Asking::from_options(command, &texts(options)))
}

/// The role or the person that an option names.
#[must_use]
pub(super) fn holder(data: &Given, options: &[GivenOption]) -> Option<Holder> {
    let named = options.iter().find(|option| option.kind == option_kind::MENTIONABLE)?;
    let text = named.value.as_str()?;
    let id = text.parse().ok()?;
    let is_role = data.resolved.roles.contains_key(text);
    Some(if is_role { Holder::Role(id) } else { Holder::Member(id) })
}

/// The value of an option as text. Choices are not enforced by Discord: whatever text comes is
/// understood by the same rules as a typed line.
fn value(option: &GivenOption) -> Option<String> {
    match option.kind {
        option_kind::STRING | option_kind::USER => option.value.as_str().map(str::to_owned),
        option_kind::BOOLEAN => option.value.as_bool().map(|yes| if yes { "yes" } else { "no" }.to_owned()),
        option_kind::INTEGER | option_kind::NUMBER => {
            // A number that is being typed comes as text.
            let typed = option.value.as_str().map(str::to_owned);
            typed.or_else(|| option.value.is_number().then(|| option.value.to_string()))
        }
        _ => None,
    }
}

/// What the option that is being typed takes, and what is typed so far.
#[must_use]
pub(super) fn typing(data: &Given) -> Option<Typing<'_>> {
    let (command, options) = given(data)?;
    let takes =
        |name: &str| command.info().options.iter().find(|known| known.name == name).map(|it| it.takes);
    let option = options.iter().find(|option| option.focused)?;
    let is_actor = |takes: Takes| matches!(takes, Takes::Actor | Takes::ActorFilter | Takes::ActorList);
    let others = options.iter().filter(|other| !other.focused && takes(&other.name).is_some_and(is_actor));
    Some(Typing {
        takes: takes(&option.name)?,
        typed: option.value.as_str()?,
        actors: others.filter_map(|other| other.value.as_str()).collect(),
    })
}

/// An option that is being typed.
#[derive(Debug)]
pub(super) struct Typing<'a> {
    /// What it takes.
    pub(super) takes: Takes,
    /// What stands in it.
    pub(super) typed: &'a str,
    /// What stands in the other options that take actors.
    pub(super) actors: Vec<&'a str>,
}

/// The sorts of messages that people write
/// (<https://discord.com/developers/docs/resources/message#message-object-message-types>).
const WRITTEN: [u8; 2] = [0, 19];

/// The line that a message asks of us: what comes after our mention, or where nothing does, before it. Nothing
/// for a message that does not speak to us by name or as a reply that pings us, except in direct messages; nor for one without text there, or one that Discord made (a pin, a call).
#[must_use]
pub(super) fn line(message: &Message, us: u64) -> Option<String> {
    if !WRITTEN.contains(&message.kind) {
        return None;
    }
    let mentions = [format!("<@{us}>"), format!("<@!{us}>")];
    let found = mentions.iter().find_map(|mention| message.content.split_once(mention.as_str()));
    let Some((before, after)) = found else {
        let line = message.content.trim();
        let speaks_to_us = message.guild_id.is_none() || message.replied_to(us).is_some();
        return (speaks_to_us && !line.is_empty()).then(|| line.to_owned());
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
