//! Where somebody is in a server, and what they may do with its discussions there. A [`Presence`], a [`Participant`] and
//! a [`Moderator`] can be made only here; every read and write of discussions demands one of them.

use super::access::{Asker, Channel, Doer, Operator, scope_of};
use super::{Store, fault};
use crate::access::{AccessLevel, Act};
use crate::error::{BadTeam, Error, Fault};

/// The right to see the discussions, the notes and the follows of the place where somebody is, and of no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presence {
    pub(super) scope: i64,
    /// The channel or the forum; for whoever works at the machine, all of them.
    pub(super) home: Option<i64>,
    /// The thread, or the channel itself.
    pub(super) channel: i64,
}

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            pub(super) at: Presence,
            pub(super) person: String,
            name: Option<String>,
            interaction: Option<i64>,
        }

        impl $name {
            /// Who acts, for what is noted of the act.
            pub(super) fn doer(&self) -> Doer<'_> {
                Doer {
                    scope: self.at.scope,
                    author: &self.person,
                    name: self.name.as_deref(),
                    interaction: self.interaction,
                    channel: self.at.home,
                }
            }

            /// Where they are.
            #[must_use]
            pub fn at(&self) -> Presence {
                self.at
            }

            /// Who it is: a Discord id.
            #[must_use]
            pub fn person(&self) -> &str {
                &self.person
            }
        })+
    };
}

rights! {
    /// The right to take a position, to note and to question, where one may write.
    Participant,
    /// The right to set a channel’s focus, to open and to close discussions, and to say what a channel follows.
    Moderator,
}

impl Channel {
    /// The channel or the forum whose people see what is said here: for a thread what it is in, unless it is private.
    #[must_use]
    pub fn home(self) -> u64 {
        if self.is_private { self.id } else { self.parent.unwrap_or(self.id) }
    }
}

impl Presence {
    /// Whether it sees every channel of a server.
    #[must_use]
    pub fn is_everywhere(self) -> bool {
        self.home.is_none()
    }

    /// Whether it is in a server at all.
    #[must_use]
    pub fn is_in_server(self) -> bool {
        self.scope > 0
    }
}

impl Operator {
    /// Sees the discussions of every channel of a server.
    #[must_use]
    pub fn presence(&self, guild: Option<u64>) -> Presence {
        Presence { scope: scope_of(guild), home: None, channel: 0 }
    }
}

/// An id of Discord’s as the database has it.
pub(super) fn as_id(id: u64) -> i64 {
    i64::try_from(id).unwrap_or(0)
}

impl Store {
    /// Where an asker is. Without a server or a channel that is nowhere, where nothing is seen.
    #[must_use]
    pub fn presence(&self, asker: &Asker) -> Presence {
        let (home, channel) = match asker.channel {
            Some(channel) => (Some(as_id(channel.home())), as_id(channel.id)),
            None if asker.at_machine => (None, 0),
            None => (Some(0), 0),
        };
        Presence { scope: scope_of(asker.guild), home, channel }
    }

    /// The right to take part where the asker is.
    ///
    /// # Errors
    /// A refusal where it is no server, or the asker may not write there.
    pub fn participant(&self, asker: &Asker) -> Result<Participant, Error> {
        let at = self.presence(asker);
        if !at.is_in_server() {
            return Err(BadTeam::NoServer.into());
        }
        if !asker.may_write || asker.is_bot {
            return Err(BadTeam::MayNotWrite.into());
        }
        let (person, name, interaction) = who(asker);
        Ok(Participant { at, person, name, interaction })
    }

    /// The right to moderate where the asker is: who manages the channel, or is an editor of the server.
    ///
    /// # Errors
    /// A refusal where it is no server, or the asker may not; it is noted in the audit. A fault of the database.
    pub async fn moderator(&self, asker: &Asker, act: Act, now: &str) -> Result<Moderator, Error> {
        let at = self.presence(asker);
        if !at.is_in_server() {
            return Err(BadTeam::NoServer.into());
        }
        let (person, name, interaction) = who(asker);
        let is_editor = self.level(asker).await?.0 >= AccessLevel::Editor;
        if asker.is_bot || !(asker.manages_channel || is_editor) {
            let detail = format!("{}: Manage Channels or editor needed", act.as_str());
            self.note_refusal(at.scope, &person, &detail, now).await?;
            return Err(BadTeam::NotModerator { act }.into());
        }
        Ok(Moderator { at, person, name, interaction })
    }

    /// Whether anything of a server’s channels has a focus or a discussion: where nothing does, nobody need look which
    /// channel a thread is in.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn has_teams(&self, guild: u64) -> Result<bool, Fault> {
        let scope = scope_of(Some(guild));
        sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT 1 FROM focus WHERE scope = $1) OR EXISTS (SELECT 1 FROM discussion WHERE scope = $1)
               AS "any!: bool""#,
            scope
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault("looking for discussions"))
    }
}

fn who(asker: &Asker) -> (String, Option<String>, Option<i64>) {
    let interaction = asker.interaction.and_then(|id| i64::try_from(id).ok());
    (asker.user.unwrap_or(0).to_string(), asker.name.clone(), interaction)
}
