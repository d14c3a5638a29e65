//! Who asks, what they may see and what they may change. A [`Viewer`], [`Contributor`], [`Editor`]
//! or [`Curator`] can be made only here; every read and write demands one of them.

use super::place::as_id;
use super::{Store, fault};
use crate::access::{AccessLevel, AccessSource, Act};
use crate::error::{BadChange, Error, Fault, Refusal};

/// Who asks: a Discord user in a server or in direct messages, or the person at the console.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "what Discord says of a person, one by one")]
pub struct Asker {
    /// The Discord id of the person; none at the console.
    pub user: Option<u64>,
    /// What the person is called, for history.
    pub name: Option<String>,
    /// The Discord id of the server; none in direct messages and at the console.
    pub guild: Option<u64>,
    /// Where it is asked; nowhere at the console.
    pub channel: Option<Channel>,
    /// The roles that the person has there.
    pub roles: Vec<u64>,
    /// Whether Discord lets the person manage the server.
    pub manages: bool,
    /// Whether Discord lets the person manage the channel.
    pub manages_channel: bool,
    /// Whether Discord lets the person write there.
    pub may_write: bool,
    /// Whether it is a bot.
    pub is_bot: bool,
    /// Whether the settings name the person as an owner of the bot.
    pub owner: bool,
    /// Whether the person's account is newer than the settings let propose.
    pub too_young: bool,
    /// Whether it is whoever works at the machine itself, who sees every channel of a server.
    pub at_machine: bool,
    /// The Discord id of the interaction by which they ask; none at the console and for messages.
    pub interaction: Option<u64>,
}

/// A channel, or a thread in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channel {
    /// Its Discord id.
    pub id: u64,
    /// The channel or the forum that it is a thread of.
    pub parent: Option<u64>,
    /// Whether it is a thread that only those see who were let in.
    pub is_private: bool,
}

/// The right to see the public scope and, in a server, that server's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewer {
    scope: i64,
}

impl Viewer {
    /// Sees the public scope alone.
    pub(super) fn public() -> Self {
        Self { scope: 0 }
    }

    /// The server's scope, or 0 (public) for those who see no other.
    pub(super) fn scope(self) -> i64 {
        self.scope
    }

    /// The server whose own knowledge it sees, by its Discord id.
    #[must_use]
    pub fn server(self) -> Option<u64> {
        u64::try_from(self.scope).ok().filter(|id| *id > 0)
    }

    /// Whether it sees the public scope alone.
    #[must_use]
    pub fn is_public(self) -> bool {
        self.scope == 0
    }
}

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            pub(super) scope: i64,
            author: String,
            /// What they are called.
            name: Option<String>,
            /// The interaction by which they act.
            interaction: Option<i64>,
            /// The channel in which they act.
            channel: Option<i64>,
        }

        impl $name {
            /// Who acts, for what is noted of the act.
            pub(super) fn doer(&self) -> Doer<'_> {
                Doer {
                    scope: self.scope,
                    author: &self.author,
                    name: self.name.as_deref(),
                    interaction: self.interaction,
                    channel: self.channel,
                }
            }

            /// Who it is, as history has it: a Discord id, or a word for the machine's own.
            #[must_use]
            pub fn author(&self) -> &str {
                &self.author
            }

            /// What they may see.
            #[must_use]
            pub fn viewer(&self) -> Viewer {
                Viewer { scope: self.scope }
            }
        })+
    };
}

rights! {
    /// The right to propose changes to a server's knowledge.
    Contributor,
    /// The right to change a server's knowledge, or the public scope.
    Editor,
    /// The right to import, to undo what others did, and to grant access.
    Curator,
}

macro_rules! includes {
    ($($greater:ident => $less:ident,)+) => {
        $(impl From<&$greater> for $less {
            fn from(right: &$greater) -> Self {
                Self {
                    scope: right.scope,
                    author: right.author.clone(),
                    name: right.name.clone(),
                    interaction: right.interaction,
                    channel: right.channel,
                }
            }
        })+
    };
}

includes! {
    Curator => Editor,
    Editor => Contributor,
}

/// Who does something, and by which interaction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Doer<'a> {
    pub(super) scope: i64,
    pub(super) author: &'a str,
    pub(super) name: Option<&'a str>,
    pub(super) interaction: Option<i64>,
    /// The channel or the forum.
    pub(super) channel: Option<i64>,
}

impl<'a> Doer<'a> {
    /// What the program does itself.
    pub(super) fn machine(scope: i64, author: &'a str) -> Self {
        Self { scope, author, name: None, interaction: None, channel: None }
    }
}

/// What history calls the person who works at the machine itself.
pub const OPERATOR: &str = "operator";

/// The right of whoever works at the machine itself, who could write the database by hand. The store is opened for
/// them apart ([`Store::open_by_hand`]): what answers on Discord never has it.
#[derive(Debug)]
pub struct Operator(());

impl Operator {
    pub(super) fn new() -> Self {
        Self(())
    }

    /// The right to curate a server's knowledge, or the public scope.
    #[must_use]
    pub fn curator(&self, guild: Option<u64>) -> Curator {
        Curator {
            scope: scope_of(guild),
            author: OPERATOR.to_owned(),
            name: None,
            interaction: None,
            channel: None,
        }
    }
}

impl Store {
    /// What an asker may see.
    #[must_use]
    pub fn viewer(&self, asker: &Asker) -> Viewer {
        Viewer { scope: scope_of(asker.guild) }
    }

    /// The level of an asker where they are, at this moment, and why.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn level(&self, asker: &Asker) -> Result<(AccessLevel, AccessSource), Fault> {
        let scope = scope_of(asker.guild);
        if scope == 0 {
            return Ok(if asker.owner {
                (AccessLevel::Curator, AccessSource::Owner)
            } else {
                (AccessLevel::Reader, AccessSource::NoServer)
            });
        }
        if asker.manages {
            return Ok((AccessLevel::Curator, AccessSource::Manages));
        }
        let person = asker.user.unwrap_or(0).to_string();
        let everyone = scope.to_string();
        let grants = sqlx::query!("SELECT kind, holder, level FROM access_grant WHERE scope = $1", scope)
            .fetch_all(&mut *self.reader().await?)
            .await
            .map_err(fault("reading who may do what"))?;
        let level = |word: &str| word.parse().unwrap_or(AccessLevel::Reader);
        // What is granted to a person holds whatever their roles say: that is how one is held back.
        if let Some(own) = grants.iter().find(|grant| grant.kind == "member" && grant.holder == person) {
            return Ok((level(&own.level), AccessSource::Granted));
        }
        let of_role = |role: &str| {
            grants.iter().find(|grant| grant.kind == "role" && grant.holder == role).map(|g| level(&g.level))
        };
        let base = of_role(&everyone).unwrap_or(AccessLevel::Contributor);
        let best = asker.roles.iter().filter_map(|role| of_role(&role.to_string())).max();
        Ok(match best {
            Some(best) if best > base => (best, AccessSource::Granted),
            _ => (base, AccessSource::Everyone),
        })
    }

    /// The right to propose.
    ///
    /// # Errors
    /// A refusal where the asker may not; it is noted in the audit. A fault of the database.
    pub async fn contributor(&self, asker: &Asker, act: Act, now: &str) -> Result<Contributor, Error> {
        let Granted { scope, author, name, interaction, channel } =
            self.check(asker, AccessLevel::Contributor, act, now).await?;
        Ok(Contributor { scope, author, name, interaction, channel })
    }

    /// The right to edit.
    ///
    /// # Errors
    /// A refusal where the asker may not; it is noted in the audit. A fault of the database.
    pub async fn editor(&self, asker: &Asker, act: Act, now: &str) -> Result<Editor, Error> {
        let Granted { scope, author, name, interaction, channel } =
            self.check(asker, AccessLevel::Editor, act, now).await?;
        Ok(Editor { scope, author, name, interaction, channel })
    }

    /// The right to see what editors see. Looking is noted nowhere.
    ///
    /// # Errors
    /// A refusal where the asker may not, a fault of the database.
    pub async fn reviewer(&self, asker: &Asker, act: Act) -> Result<Editor, Error> {
        let (level, source) = self.level(asker).await?;
        if level < AccessLevel::Editor {
            return Err(denied(source, AccessLevel::Editor, act).into());
        }
        let Granted { scope, author, name, interaction, channel } = granted(asker);
        Ok(Editor { scope, author, name, interaction, channel })
    }

    /// The right to curate.
    ///
    /// # Errors
    /// A refusal where the asker may not; it is noted in the audit. A fault of the database.
    pub async fn curator(&self, asker: &Asker, act: Act, now: &str) -> Result<Curator, Error> {
        let Granted { scope, author, name, interaction, channel } =
            self.check(asker, AccessLevel::Curator, act, now).await?;
        Ok(Curator { scope, author, name, interaction, channel })
    }

    async fn check(&self, asker: &Asker, needed: AccessLevel, act: Act, now: &str) -> Result<Granted, Error> {
        let (level, source) = self.level(asker).await?;
        let granted = granted(asker);
        if level >= needed {
            return Ok(granted);
        }
        if source != AccessSource::NoServer {
            let detail = format!("{}: {needed} needed, is {level}", act.as_str());
            self.note_refusal(granted.scope, &granted.author, &detail, now).await?;
        }
        Err(denied(source, needed, act).into())
    }
}

/// What a right is made of.
struct Granted {
    scope: i64,
    author: String,
    name: Option<String>,
    interaction: Option<i64>,
    channel: Option<i64>,
}

fn granted(asker: &Asker) -> Granted {
    Granted {
        scope: scope_of(asker.guild),
        author: asker.user.unwrap_or(0).to_string(),
        name: asker.name.clone(),
        interaction: asker.interaction.and_then(|id| i64::try_from(id).ok()),
        channel: asker.channel.map(|channel| as_id(channel.home())),
    }
}

fn denied(source: AccessSource, needed: AccessLevel, act: Act) -> Refusal {
    BadChange::Denied { act, needed, in_server: source != AccessSource::NoServer }.into()
}

/// The scope of a server, or the public one. Discord's ids are below 2^63 (snowflakes); one that is
/// not is no server of ours.
pub(super) fn scope_of(guild: Option<u64>) -> i64 {
    guild.and_then(|guild| i64::try_from(guild).ok()).unwrap_or(0)
}
