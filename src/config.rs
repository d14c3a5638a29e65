//! Settings, from the environment and from `.env`, checked at the start. A wrong one is refused
//! with its name; the token is never repeated.

use std::fmt;
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use url::Url;

use crate::error::{BadSetup, Refusal, SettingProblem};

/// Where the database is unless `DATABASE_URL` says otherwise.
pub const DEFAULT_DATABASE: &str = "sqlite://dragoman.db";

/// How long an answer may take before Discord is told to wait. Its limit is three seconds
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding>), and the way
/// there takes some of them.
const DEFAULT_DEFER_AFTER: Duration = Duration::from_millis(1_500);

/// Discord’s own limit for a first response.
const LONGEST_DEFER_AFTER: Duration = Duration::from_millis(2_900);

/// Every setting’s name.
pub const SETTINGS: [&str; 19] = [
    "ATTACHMENT_HOST",
    "BACKUP_DIR",
    "BACKUP_EVERY",
    "BACKUP_KEEP",
    "DATABASE_URL",
    "DEFER_AFTER_MS",
    "DISCORD_API_URL",
    "DISCORD_PUBLIC_KEY",
    "DISCORD_TOKEN",
    "GATEWAY",
    "HTTP_ADDRESS",
    "KNOWLEDGE_DIR",
    "LIMITS",
    "LOG_FORMAT",
    "METRICS_ADDRESS",
    "OWNERS",
    "PROPOSER_DAYS",
    "RUST_LOG",
    "SHARDS",
];

/// Settings that every command needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// `DATABASE_URL`: where the database is.
    pub database: String,
    /// `KNOWLEDGE_DIR`: knowledge files to use in place of those in the program.
    pub knowledge: Option<PathBuf>,
    /// `LOG_FORMAT`: how log lines are written.
    pub log_format: LogFormat,
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one JSON object a line.
    Json,
}

/// Settings that only the bot on Discord needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscordSettings {
    /// `DISCORD_TOKEN`: the bot’s token.
    pub token: Secret,
    /// `DISCORD_API_URL`: the base of Discord’s API, for a proxy.
    pub api: Option<String>,
    /// How the bot behaves, wherever it is asked.
    pub bot: BotSettings,
    /// `GATEWAY`: whether to connect to Discord’s gateway.
    pub gateway: bool,
    /// `SHARDS`: which shards to connect; as Discord recommends where it is not set.
    pub shards: Option<Shards>,
    /// `HTTP_ADDRESS`: where to listen for interactions that Discord posts.
    pub http: Option<SocketAddr>,
    /// `DISCORD_PUBLIC_KEY`: whose signature they have; asked of Discord where it is not set.
    pub public_key: Option<[u8; 32]>,
    /// `METRICS_ADDRESS`: where to say whether the bot is well.
    pub metrics: Option<SocketAddr>,
    /// `BACKUP_DIR`, `BACKUP_EVERY`, `BACKUP_KEEP`: backups that the bot makes by itself.
    pub backups: Option<BackupSettings>,
}

/// Backups that the bot makes by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupSettings {
    /// Where they are.
    pub folder: PathBuf,
    /// How often one is made.
    pub every: Duration,
    /// How many are kept.
    pub keep: usize,
}

/// How often a backup is made, and how many are kept, where nothing is set.
const BACKUP_EVERY: Duration = Duration::from_hours(24);
const BACKUP_KEEP: usize = 14;

/// How the bot behaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BotSettings {
    /// `DEFER_AFTER_MS`: how long an answer may take before Discord is told to wait.
    pub defer_after: Duration,
    /// `OWNERS`: the Discord ids of those who may change the public knowledge by hand.
    pub owners: Vec<u64>,
    /// `PROPOSER_DAYS`: how many days old an account must be to propose.
    pub proposer_days: u16,
    /// `ATTACHMENT_HOST`: a host from which attachments may come beside Discord’s own.
    pub attachment_host: Option<String>,
    /// `LIMITS`: whether whoever asks too much at once is turned away.
    pub limits: bool,
}

impl Default for BotSettings {
    fn default() -> Self {
        Self {
            defer_after: DEFAULT_DEFER_AFTER,
            owners: Vec::new(),
            proposer_days: 0,
            attachment_host: None,
            limits: true,
        }
    }
}

/// More shards than any bot has.
const MOST_SHARDS: u32 = 65_536;

/// Some of the shards among which Discord divides the servers of a bot
/// (<https://discord.com/developers/docs/events/gateway#sharding>).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shards {
    /// Their numbers, from 0.
    pub range: RangeInclusive<u32>,
    /// How many shards there are in all.
    pub total: u32,
}

impl std::str::FromStr for Shards {
    type Err = SettingProblem;

    /// Reads `0-3/16`, or `2/16` for one of them.
    fn from_str(text: &str) -> Result<Self, SettingProblem> {
        let parts = || {
            let (range, total) = text.trim().split_once('/')?;
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            let number = |text: &str| text.trim().parse::<u32>().ok();
            Some((number(first)?, number(last)?, number(total)?))
        };
        match parts() {
            Some((first, last, total)) if first <= last && last < total && total <= MOST_SHARDS => {
                Ok(Self { range: first..=last, total })
            }
            _ => Err(SettingProblem::NotShards),
        }
    }
}

/// Something that must not be printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a secret.
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret itself, for those who need it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[secret]")
    }
}

/// Where settings are looked up: the environment, or a table in tests.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A setting that is there and not empty.
fn set(lookup: Lookup<'_>, name: &str) -> Option<String> {
    lookup(name).filter(|value| !value.trim().is_empty())
}

fn wrong(name: &'static str, problem: SettingProblem) -> Refusal {
    BadSetup::Setting { name, problem }.into()
}

impl Settings {
    /// Reads the settings that every command needs. `terminal` says whether a person watches the log.
    ///
    /// # Errors
    /// A sentence with the name of the setting that is wrong.
    pub fn read(lookup: Lookup<'_>, terminal: bool) -> Result<Self, Refusal> {
        let database = set(lookup, "DATABASE_URL").unwrap_or_else(|| DEFAULT_DATABASE.to_owned());
        if !database.starts_with("sqlite:") || matches!(database.trim_end_matches('/'), "sqlite:") {
            return Err(wrong("DATABASE_URL", SettingProblem::NotSqlite));
        }
        let knowledge = set(lookup, "KNOWLEDGE_DIR").map(PathBuf::from);
        if let Some(folder) = knowledge.as_ref().filter(|folder| !folder.is_dir()) {
            return Err(wrong("KNOWLEDGE_DIR", SettingProblem::NoFolder(folder.clone())));
        }
        let log_format = match set(lookup, "LOG_FORMAT").as_deref() {
            None if terminal => LogFormat::Text,
            None | Some("json") => LogFormat::Json,
            Some("text") => LogFormat::Text,
            Some(_) => return Err(wrong("LOG_FORMAT", SettingProblem::NotALogFormat)),
        };
        Ok(Self { database, knowledge, log_format })
    }
}

impl DiscordSettings {
    /// Reads the settings of the bot on Discord.
    ///
    /// # Errors
    /// A sentence with the name of the setting that is wrong; never the token.
    pub fn read(lookup: Lookup<'_>) -> Result<Self, Refusal> {
        let token = token(lookup("DISCORD_TOKEN").as_deref())?;
        let api = set(lookup, "DISCORD_API_URL").map(|text| api(&text)).transpose()?;
        let defer_after = match set(lookup, "DEFER_AFTER_MS") {
            None => DEFAULT_DEFER_AFTER,
            Some(text) => (text.trim().parse().ok().map(Duration::from_millis))
                .filter(|time| *time <= LONGEST_DEFER_AFTER)
                .ok_or_else(|| {
                    let most = u64::try_from(LONGEST_DEFER_AFTER.as_millis()).unwrap_or(u64::MAX);
                    wrong("DEFER_AFTER_MS", SettingProblem::NotMilliseconds { most })
                })?,
        };
        let owners = match set(lookup, "OWNERS") {
            None => Vec::new(),
            Some(text) => text
                .split(',')
                .map(|id| id.trim().parse().ok().filter(|id| *id > 0))
                .collect::<Option<Vec<u64>>>()
                .ok_or_else(|| wrong("OWNERS", SettingProblem::NotUserIds))?,
        };
        let proposer_days = set(lookup, "PROPOSER_DAYS").map_or(Ok(0), |days| {
            days.trim().parse().map_err(|_| wrong("PROPOSER_DAYS", SettingProblem::NotDays))
        })?;
        let attachment_host = set(lookup, "ATTACHMENT_HOST");
        if attachment_host.as_ref().is_some_and(|host| host.contains(['/', '@']) || host.contains("://")) {
            return Err(wrong("ATTACHMENT_HOST", SettingProblem::NotAHost));
        }
        let gateway = switch(lookup, "GATEWAY")?;
        let shards = set(lookup, "SHARDS")
            .map(|text| text.parse().map_err(|problem| wrong("SHARDS", problem)))
            .transpose()?;
        let http = socket(lookup, "HTTP_ADDRESS")?;
        let public_key = set(lookup, "DISCORD_PUBLIC_KEY").map(|text| public_key(&text)).transpose()?;
        Ok(Self {
            token,
            api,
            bot: BotSettings {
                defer_after,
                owners,
                proposer_days,
                attachment_host,
                limits: switch(lookup, "LIMITS")?,
            },
            gateway,
            shards,
            http,
            public_key,
            metrics: socket(lookup, "METRICS_ADDRESS")?,
            backups: backups(lookup)?,
        })
    }
}

/// Something that is on unless it is set off.
fn switch(lookup: Lookup<'_>, name: &'static str) -> Result<bool, Refusal> {
    match set(lookup, name).as_deref() {
        None | Some("on") => Ok(true),
        Some("off") => Ok(false),
        Some(_) => Err(wrong(name, SettingProblem::NotOnOrOff)),
    }
}

/// An address to listen on.
fn socket(lookup: Lookup<'_>, name: &'static str) -> Result<Option<SocketAddr>, Refusal> {
    let address = set(lookup, name).map(|text| text.trim().parse());
    address.transpose().map_err(|_| wrong(name, SettingProblem::NotASocket))
}

/// Backups: where there is a folder for them.
fn backups(lookup: Lookup<'_>) -> Result<Option<BackupSettings>, Refusal> {
    let Some(folder) = set(lookup, "BACKUP_DIR").map(PathBuf::from) else { return Ok(None) };
    let every = match set(lookup, "BACKUP_EVERY") {
        None => BACKUP_EVERY,
        Some(text) => every(text.trim()).ok_or_else(|| wrong("BACKUP_EVERY", SettingProblem::NotATime))?,
    };
    let keep = match set(lookup, "BACKUP_KEEP") {
        None => BACKUP_KEEP,
        Some(text) => (text.trim().parse().ok())
            .filter(|keep| *keep > 0)
            .ok_or_else(|| wrong("BACKUP_KEEP", SettingProblem::NotANumber))?,
    };
    Ok(Some(BackupSettings { folder, every, keep }))
}

/// A time such as `6h`, `1d` or `30m`.
fn every(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let number = number.parse().ok().filter(|number| (1..=10_000).contains(number))?;
    match unit {
        "m" => Some(Duration::from_mins(number)),
        "h" => Some(Duration::from_hours(number)),
        "d" => Some(Duration::from_hours(number * 24)),
        _ => None,
    }
}

/// The key as the developer portal shows it.
fn public_key(text: &str) -> Result<[u8; 32], Refusal> {
    let mut key = [0; 32];
    hex::decode_to_slice(text.trim(), &mut key)
        .map_err(|_| wrong("DISCORD_PUBLIC_KEY", SettingProblem::NotAPublicKey))?;
    Ok(key)
}

fn token(value: Option<&str>) -> Result<Secret, Refusal> {
    let bad = |problem| Err(wrong("DISCORD_TOKEN", problem));
    match value {
        None | Some("") => bad(SettingProblem::NoToken),
        Some(token)
            if token.trim() != token || token.contains(char::is_whitespace) && !token.starts_with("Bot ") =>
        {
            bad(SettingProblem::TokenSpaced)
        }
        Some(token) if token.starts_with(['"', '\'', '“']) => bad(SettingProblem::TokenQuoted),
        Some(token) if token.starts_with("Bot ") => bad(SettingProblem::TokenPrefixed),
        Some(token) if token.split('.').count() != 3 || !token.is_ascii() => bad(SettingProblem::NotAToken),
        Some(token) => Ok(Secret(token.to_owned())),
    }
}

fn api(text: &str) -> Result<String, Refusal> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    match url {
        Some(url) if url.query().is_none() && url.username().is_empty() => {
            Ok(url.as_str().trim_end_matches('/').to_owned())
        }
        _ => Err(wrong("DISCORD_API_URL", SettingProblem::NotAnAddress)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "MTAwMDAwMDAwMDAwMDAwMDAwMA.FAKE00.not-a-real-token-000000000000000000";

    fn discord(pairs: &[(&str, &str)]) -> Result<DiscordSettings, String> {
        let lookup =
            |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        DiscordSettings::read(&lookup).map_err(|refusal| refusal.to_string())
    }

    #[test]
    fn a_wrong_token_is_refused_by_name_and_never_repeated() {
        let quoted = format!("\"{TOKEN}\"");
        let prefixed = format!("Bot {TOKEN}");
        let spaced = format!(" {TOKEN}");
        for token in ["", "   ", "secret", &quoted, &prefixed, &spaced] {
            let sentence = discord(&[("DISCORD_TOKEN", token)]).unwrap_err();
            assert!(sentence.starts_with("DISCORD_TOKEN "), "{sentence}");
            assert!(!sentence.contains("FAKE00") && !sentence.contains("secret"), "{sentence}");
        }
        let settings = discord(&[("DISCORD_TOKEN", TOKEN)]).unwrap();
        assert!(!format!("{settings:?}").contains("FAKE00"));
    }

    #[test]
    fn other_settings_are_checked() {
        let with = |name, value| discord(&[("DISCORD_TOKEN", TOKEN), (name, value)]);
        assert!(with("DISCORD_API_URL", "nonsense").unwrap_err().starts_with("DISCORD_API_URL"));
        assert!(with("PROPOSER_DAYS", "-1").unwrap_err().starts_with("PROPOSER_DAYS"));
        assert_eq!(with("PROPOSER_DAYS", "7").unwrap().bot.proposer_days, 7);
        assert!(with("DEFER_AFTER_MS", "5000").unwrap_err().starts_with("DEFER_AFTER_MS"));
        assert!(with("GATEWAY", "maybe").unwrap_err().starts_with("GATEWAY"));
        assert!(!with("GATEWAY", "off").unwrap().gateway);
        for wrong in ["4", "3-1/16", "0-16/16", "a/b", "0-3/", "0-199999999/200000000"] {
            assert!(with("SHARDS", wrong).unwrap_err().starts_with("SHARDS"), "{wrong}");
        }
        assert_eq!(with("SHARDS", "0-3/16").unwrap().shards, Some(Shards { range: 0..=3, total: 16 }));
        assert_eq!(with("SHARDS", "5/16").unwrap().shards, Some(Shards { range: 5..=5, total: 16 }));
        let backups = |every: &str| {
            discord(&[("DISCORD_TOKEN", TOKEN), ("BACKUP_DIR", "backups"), ("BACKUP_EVERY", every)])
                .map(|settings| settings.backups.map(|backups| backups.every))
        };
        assert_eq!(backups("6h").unwrap(), Some(Duration::from_hours(6)));
        assert_eq!(backups("2d").unwrap(), Some(Duration::from_hours(48)));
        for wrong in ["6", "h", "0h", "-1h", "6 hours", "ü"] {
            assert!(backups(wrong).unwrap_err().starts_with("BACKUP_EVERY"), "{wrong}");
        }
        assert!(with("HTTP_ADDRESS", "8080").unwrap_err().starts_with("HTTP_ADDRESS"));
        assert!(with("DISCORD_PUBLIC_KEY", "abc").unwrap_err().starts_with("DISCORD_PUBLIC_KEY"));
        let key = "0a0a0a0a".repeat(8);
        let settings = discord(&[("DISCORD_TOKEN", TOKEN), ("DISCORD_PUBLIC_KEY", &key)]);
        assert_eq!(settings.unwrap().public_key, Some([10; 32]));
        assert_eq!(
            with("DISCORD_API_URL", "http://localhost:1/").unwrap().api.as_deref(),
            Some("http://localhost:1")
        );
        let settings = |pair: (&str, &str)| {
            let (name, value) = (pair.0.to_owned(), pair.1.to_owned());
            Settings::read(&move |key: &str| (key == name).then(|| value.clone()), false)
                .map_err(|r| r.to_string())
        };
        assert!(settings(("DATABASE_URL", "postgres://x")).unwrap_err().starts_with("DATABASE_URL"));
        assert!(settings(("KNOWLEDGE_DIR", "/no/such/folder")).unwrap_err().starts_with("KNOWLEDGE_DIR"));
        assert!(settings(("LOG_FORMAT", "xml")).unwrap_err().starts_with("LOG_FORMAT"));
        assert_eq!(settings(("X", "y")).unwrap().database, DEFAULT_DATABASE);
    }
}
