//! What is said where Discord or the machine is in the way.

use crate::error::{BadSetup, BadUse, DatabaseProblem, SettingProblem};

pub(super) fn use_sentence(reason: BadUse) -> String {
    match reason {
        BadUse::ControlExpired => "This control has expired; please ask again with the command.".to_owned(),
        BadUse::ChangeExpired => "This control has expired; use the command again.".to_owned(),
        BadUse::FormExpired => "This form has expired; use the command again.".to_owned(),
        BadUse::CommandGone => "This command no longer exists; /help lists them all.".to_owned(),
        BadUse::DoneBefore => "This was done already.".to_owned(),
        BadUse::Busy => "A long change is being written; try again in a moment.".to_owned(),
        BadUse::NotANumber => "There is no change with this number.".to_owned(),
        BadUse::NoFile => "No file came with the command; upload it again.".to_owned(),
        BadUse::FileNotFetched => "The file could not be fetched from Discord; upload it again.".to_owned(),
        BadUse::ManyFiles => {
            "Many files are being made and read at the moment; try again in a minute.".to_owned()
        }
        BadUse::FileTooLarge { most } => {
            format!("The file is larger than {most} MB; import it in parts.")
        }
        BadUse::FileKind { what } => format!("The file is {what}; import TOML, CSV or a Markdown table."),
        BadUse::NotUtf8 { line, byte } => format!(
            "The file is not text in UTF-8: line {line} (byte {byte} of the file) is not; save it as UTF-8 and import it again."
        ),
        BadUse::ExportTooLarge { size } => format!(
            "The file would have {size} MB, more than Discord takes; whoever runs the bot can export it there."
        ),
        BadUse::NobodyChosen => "Choose a role or a member.".to_owned(),
        BadUse::MessageGone => "The message is gone.".to_owned(),
        BadUse::NotPrivate => {
            "A mention is answered for everyone to see; to see the answer alone, use the slash command."
                .to_owned()
        }
    }
}

pub(super) fn setup_sentence(reason: &BadSetup) -> String {
    match reason {
        BadSetup::Setting { name, problem } => format!("{name} {}.", setting(problem)),
        BadSetup::Database { address, problem } => {
            format!("DATABASE_URL “{address}” cannot be used: {}.", database(problem))
        }
        BadSetup::Unreadable { file, why } => format!("{} cannot be read: {why}.", file.display()),
        BadSetup::TooLarge { file, most } => {
            format!("{} cannot be read: it is larger than {most} MB.", file.display())
        }
    }
}

fn setting(problem: &SettingProblem) -> String {
    match problem {
        SettingProblem::NotSqlite => "must start with sqlite:, as in sqlite://dragoman.db",
        SettingProblem::NoFolder(folder) => {
            return format!("names {}, which is not a folder", folder.display());
        }
        SettingProblem::NotALogFormat => "must be text or json",
        SettingProblem::NotMilliseconds { most } => {
            return format!("must be a number of milliseconds from 0 to {most}");
        }
        SettingProblem::NotUserIds => "must be Discord user ids with commas between",
        SettingProblem::NotDays => "must be a number of days, such as 7",
        SettingProblem::NotAHost => "must be a host with or without a port, such as 127.0.0.1:8080",
        SettingProblem::NotAnAddress => "must be an address such as http://127.0.0.1:8080",
        SettingProblem::NotASocket => "must be an address and a port to listen on, such as 127.0.0.1:8080",
        SettingProblem::CannotListen { address, why } => {
            return format!("names {address}, which cannot be listened on ({why}); choose another port");
        }
        SettingProblem::NotATime => "must be a time such as 30m, 6h or 1d",
        SettingProblem::NotANumber => "must be a number, from 1",
        SettingProblem::NotOnOrOff => "must be on or off",
        SettingProblem::NotShards => "must be a range of shards and how many there are, such as 0-3/16",
        SettingProblem::NotAPublicKey => {
            "is not an application’s public key: 64 digits and letters, from the Discord developer portal"
        }
        SettingProblem::NoToken => {
            "is not set; copy the bot’s token from the Discord developer portal into .env"
        }
        SettingProblem::TokenSpaced => "has spaces in it; copy the token alone",
        SettingProblem::TokenQuoted => "is in quotation marks; leave them out",
        SettingProblem::TokenPrefixed => "starts with “Bot ”; leave that out",
        SettingProblem::NotAToken => {
            "is not a bot’s token, which has three parts with dots between; copy it again"
        }
        SettingProblem::TokenRefused => "was not accepted by Discord; copy the bot’s token again",
    }
    .to_owned()
}

fn database(problem: &DatabaseProblem) -> String {
    match problem {
        DatabaseProblem::NotAnAddress => "it is not an address such as sqlite://dragoman.db",
        DatabaseProblem::NoFolder(folder) => {
            return format!("the folder {} does not exist", folder.display());
        }
        DatabaseProblem::AnotherPrograms => "it holds tables of another program; name a file of its own",
        DatabaseProblem::ReadOnly => {
            "it cannot be written; give the program the right to write the file and its folder"
        }
        DatabaseProblem::NotOpened => "the file cannot be opened; check the path and its permissions",
        DatabaseProblem::DiskFull => "the disk is full",
        DatabaseProblem::Locked => "another program holds it locked",
        DatabaseProblem::Damaged => "the file is damaged or no SQLite database; restore a backup",
        DatabaseProblem::Unreleased => {
            "an unreleased build of Dragoman made it; start that build, or restore a backup"
        }
        DatabaseProblem::Newer => {
            "a newer version of Dragoman made it; start that version, or restore an older backup"
        }
    }
    .to_owned()
}
