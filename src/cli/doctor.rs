//! `dragoman doctor`: looks at everything that the bot needs, and says what to do where something is amiss.

use std::path::Path;

use super::backups::age_of_newest;
use super::{DONE, Failure, REFUSED, now, say};
use crate::config::{DiscordSettings, Settings};
use crate::discord::{Rest, definitions};
use crate::error::Fault;
use crate::store::Store;
use crate::store::backup::{UnusableBackup, check};
use crate::telemetry::metrics::Metrics;

/// How far the clock of this machine may be from Discord’s, in seconds.
const CLOCK_WITHIN: i64 = 30;
/// How many servers are looked at, channel by channel.
const MOST_SERVERS: usize = 20;
/// How many channels of a server are named.
const MOST_CHANNELS: usize = 8;

/// What was found.
#[derive(Default)]
struct Findings {
    amiss: usize,
}

impl Findings {
    /// Something that keeps the bot from working as it should, and what to do about it.
    fn amiss(&mut self, what: &str, to_do: &str) {
        self.amiss += 1;
        say(&format!("AMISS {what}\n      {to_do}"));
    }
}

fn fine(what: &str) {
    say(&format!("ok    {what}"));
}

/// Something that may be meant.
fn note(what: &str) {
    say(&format!("note  {what}"));
}

/// Looks at everything; ends with 1 where something is amiss.
pub(super) async fn doctor(
    settings: &Settings,
    discord: Result<DiscordSettings, crate::error::Refusal>,
) -> Result<u8, Failure> {
    let mut found = Findings::default();
    database(settings, &mut found).await;
    match discord {
        Err(refusal) => found.amiss(&refusal.to_string(), "Set it in .env; .env.example says how."),
        Ok(discord) => {
            fine("the settings are read");
            backups(&discord, &mut found);
            on_discord(&discord, &mut found).await?;
        }
    }
    say(&match found.amiss {
        0 => "Nothing is amiss.".to_owned(),
        1 => "One thing is amiss.".to_owned(),
        many => format!("{many} things are amiss."),
    });
    Ok(if found.amiss == 0 { DONE } else { REFUSED })
}

/// The database: whether it is whole, can be opened, and can be written.
async fn database(settings: &Settings, found: &mut Findings) {
    let file = crate::store::file_of(&settings.database);
    let Some(file) = file.filter(|file| file.exists()) else {
        return note("there is no database yet; the first start makes it");
    };
    match check(&file).await {
        Ok(held) => fine(&format!(
            "the database is whole: {} statements and recommendations, {} change sets",
            held.items, held.change_sets
        )),
        Err(UnusableBackup::Wrong(what)) => {
            return found.amiss(&what, "Restore a backup: dragoman restore FILE.");
        }
        Err(UnusableBackup::Fault(fault)) => {
            return found.amiss(&fault.to_string(), "Check the file and its permissions.");
        }
    }
    let written = async {
        let store = Store::open(&settings.database).await.map_err(|error| error.to_string())?;
        let written = store.try_to_write(&now()).await.map_err(|fault| fault.to_string());
        store.close().await;
        written
    };
    match written.await {
        Ok(()) => fine("the database can be written"),
        Err(why) => found.amiss(
            &format!("the database cannot be written: {why}"),
            "Make room on the disk, and give the program the right to write the file and its folder.",
        ),
    }
}

fn backups(discord: &DiscordSettings, found: &mut Findings) {
    let Some(backups) = &discord.backups else {
        return note("no backups are made by themselves; BACKUP_DIR names a folder for them");
    };
    match age_of_newest(&backups.folder) {
        Some(age) if age <= backups.every * 2 => {
            fine(&format!("the newest backup is {} hours old", age.as_secs() / 3_600));
        }
        Some(age) => found.amiss(
            &format!("the newest backup is {} days old", age.as_secs() / 86_400),
            "See the log for why none was made since.",
        ),
        None if is_writable(&backups.folder) => note("no backup is made yet; the next start makes one"),
        None => found.amiss(
            &format!("{} cannot be written", backups.folder.display()),
            "Give the program the right to write that folder, or name another in BACKUP_DIR.",
        ),
    }
}

fn is_writable(folder: &Path) -> bool {
    let probe = folder.join(".dragoman-probe");
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&probe, "")).is_ok();
    let _ = std::fs::remove_file(probe);
    written
}

/// Discord: the token, the clock, the commands, and what the bot may do in each channel.
async fn on_discord(discord: &DiscordSettings, found: &mut Findings) -> Result<(), Failure> {
    let rest = Rest::new(discord.api.as_deref(), &discord.token, Metrics::default())
        .map_err(|e| Fault::new("preparing requests to Discord", e))?;
    let (us, name) = match rest.ourselves().await {
        Ok(ourselves) => ourselves,
        Err(why) => {
            found.amiss(
                &format!("Discord does not take the token, or cannot be reached: {why}"),
                "Copy the bot’s token again from the developer portal; check the network and DISCORD_API_URL.",
            );
            return Ok(());
        }
    };
    fine(&format!("the token is {name}’s"));
    let ours = now().parse::<jiff::Timestamp>().map_or(0, jiff::Timestamp::as_second);
    match rest.time().await {
        Some(theirs) if theirs.abs_diff(ours) <= CLOCK_WITHIN.unsigned_abs() => {
            fine("the clock is right");
        }
        Some(theirs) => found.amiss(
            &format!("the clock of this machine is {} s from Discord’s", theirs.abs_diff(ours)),
            "Set it, and keep it set: deadlines and signatures depend on it.",
        ),
        None => note("Discord does not say what time it is"),
    }
    match rest.application_id().await {
        Ok(application) => commands(&rest, application, found).await,
        Err(why) => found.amiss(&format!("the application is not known: {why}"), "Try again in a moment."),
    }
    match rest.servers().await {
        Ok(servers) => {
            if servers.is_empty() {
                note("the bot is in no server yet; the README says how to invite it");
            }
            for (id, name) in servers.iter().take(MOST_SERVERS) {
                server(&rest, us, *id, name, found).await;
            }
            if servers.len() > MOST_SERVERS {
                note(&format!("{} servers more are not looked at", servers.len() - MOST_SERVERS));
            }
        }
        Err(why) => found.amiss(&format!("the servers are not known: {why}"), "Try again in a moment."),
    }
    Ok(())
}

async fn commands(rest: &Rest, application: u64, found: &mut Findings) {
    let definitions = definitions();
    let wanted: Vec<&str> = definitions.iter().filter_map(|one| one["name"].as_str()).collect();
    match rest.commands(application).await {
        Ok(known) if wanted.iter().all(|name| known.iter().any(|one| one == name)) => {
            fine(&format!("{} commands are registered", known.len()));
        }
        Ok(known) => {
            let missing: Vec<&str> =
                wanted.iter().copied().filter(|name| !known.iter().any(|one| one == name)).collect();
            found.amiss(
                &format!("commands are not registered: {}", missing.join(", ")),
                "Start the bot: it registers them when it connects.",
            );
        }
        Err(why) => found.amiss(&format!("the commands are not known: {why}"), "Try again in a moment."),
    }
}

async fn server(rest: &Rest, us: u64, id: u64, name: &str, found: &mut Findings) {
    let channels = match rest.channel_reports(id, us).await {
        Ok(channels) => channels,
        Err(why) => {
            return found
                .amiss(&format!("{name}: its channels are not known: {why}"), "Try again in a moment.");
        }
    };
    let lacking: Vec<String> = channels
        .iter()
        .filter(|channel| channel.is_seen && !channel.missing.is_empty())
        .map(|channel| format!("#{} ({})", channel.name, channel.missing.join(", ")))
        .collect();
    let seen = channels.iter().filter(|channel| channel.is_seen).count();
    if lacking.is_empty() {
        return fine(&format!("{name}: {seen} of {} channels are seen, and nothing lacks", channels.len()));
    }
    let more = lacking.len().saturating_sub(MOST_CHANNELS);
    let mut shown: Vec<String> = lacking.into_iter().take(MOST_CHANNELS).collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    found.amiss(
        &format!("{name}: something lacks in {}", shown.join("; ")),
        "Give the bot’s role these permissions in the server’s settings, or in the channel’s.",
    );
}
