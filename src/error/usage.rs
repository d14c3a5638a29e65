//! Why something cannot be done on Discord, or at the machine.

use std::net::SocketAddr;
use std::path::PathBuf;

/// Something that Discord does not let us do, or that has expired there. Sizes are in MB (2^20 bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadUse {
    /// A control under an answer that leads nowhere any more.
    ControlExpired,
    /// A control of a change that leads nowhere any more.
    ChangeExpired,
    /// A form that leads nowhere any more.
    FormExpired,
    /// A command that the bot does not have any more.
    CommandGone,
    /// The same click or command did it before.
    DoneBefore,
    /// A form cannot be made while a long change is written.
    Busy,
    /// What was clicked is no number.
    NotANumber,
    /// No file came along.
    NoFile,
    /// The file could not be fetched.
    FileNotFetched,
    /// Very many make or read large files at this moment.
    ManyFiles,
    /// The file that came is too large.
    FileTooLarge {
        /// The most.
        most: usize,
    },
    /// The file is of a kind that is not read.
    FileKind {
        /// What it is, with its article: `a ZIP archive`.
        what: &'static str,
    },
    /// The file is not text in UTF-8.
    NotUtf8 {
        /// The line of the first byte that is none, from 1.
        line: usize,
        /// Its place in the file, from 1.
        byte: usize,
    },
    /// The file that would be sent is too large.
    ExportTooLarge {
        /// How large it is.
        size: usize,
    },
    /// Nobody was chosen.
    NobodyChosen,
    /// The message is gone.
    MessageGone,
    /// A message is answered for all to see.
    NotPrivate,
}

/// A setting or a file at the machine that does not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadSetup {
    /// A setting.
    Setting {
        /// Its name.
        name: &'static str,
        /// What is wrong with it.
        problem: SettingProblem,
    },
    /// The database.
    Database {
        /// Its address.
        address: String,
        /// What is wrong with it.
        problem: DatabaseProblem,
    },
    /// A file that cannot be read.
    Unreadable {
        /// The file.
        file: PathBuf,
        /// Why, in the words of the operating system.
        why: String,
    },
    /// A file that is too large.
    TooLarge {
        /// The file.
        file: PathBuf,
        /// The most, in MB.
        most: usize,
    },
}

/// What is wrong with a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingProblem {
    /// It is no address of a SQLite database.
    NotSqlite,
    /// It names a folder that is none.
    NoFolder(PathBuf),
    /// It is no form of log.
    NotALogFormat,
    /// It is no number of milliseconds, or too many.
    NotMilliseconds {
        /// The most.
        most: u64,
    },
    /// It is no list of Discord ids.
    NotUserIds,
    /// It is no number of days.
    NotDays,
    /// It is no host.
    NotAHost,
    /// It is no address.
    NotAnAddress,
    /// It is no address to listen on.
    NotASocket,
    /// The address cannot be listened on.
    CannotListen {
        /// The address.
        address: SocketAddr,
        /// What keeps it from being listened on.
        why: std::io::ErrorKind,
    },
    /// It is no time such as `6h`.
    NotATime,
    /// It is no number above zero.
    NotANumber,
    /// It is neither on nor off.
    NotOnOrOff,
    /// It is no range of shards.
    NotShards,
    /// It is no public key of an application.
    NotAPublicKey,
    /// The token is not set.
    NoToken,
    /// The token has spaces in it.
    TokenSpaced,
    /// The token is in quotation marks.
    TokenQuoted,
    /// The token has “Bot ” before it.
    TokenPrefixed,
    /// It does not look like a token.
    NotAToken,
    /// Discord does not accept the token.
    TokenRefused,
}

/// What is wrong with a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseProblem {
    /// Its address is none.
    NotAnAddress,
    /// Its folder does not exist.
    NoFolder(PathBuf),
    /// It holds tables of another program.
    AnotherPrograms,
    /// It cannot be written.
    ReadOnly,
    /// It cannot be opened.
    NotOpened,
    /// The disk is full.
    DiskFull,
    /// Another program has it locked.
    Locked,
    /// It is damaged, or no database.
    Damaged,
    /// An unreleased build made it.
    Unreleased,
    /// A newer version made it.
    Newer,
}

/// Why the database could not be read or written, where whoever runs the program can end that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreTrouble {
    /// Another change is being written for long.
    Busy,
    /// The disk is full.
    DiskFull,
    /// The file may not be written.
    ReadOnly,
    /// The disk fails.
    DiskFails,
    /// The file is damaged.
    Damaged,
    /// Another program writes.
    Locked,
    /// The file was deleted or moved while the bot runs.
    Gone,
}
