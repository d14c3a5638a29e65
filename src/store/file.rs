//! The file of the database: readable by its owner alone, served by one bot, and still there.

use std::fs::{File, OpenOptions};
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// Makes a file that only its owner can read, if there is none: SQLite would make it as the machine’s defaults say,
/// and gives its journal the same permissions.
///
/// # Errors
/// Whatever keeps it from being made.
pub fn make_private(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ())
}

/// Takes from everybody but its owner the right to read a file.
///
/// # Errors
/// Whatever keeps it from being done.
pub fn keep_private(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mut permissions = std::fs::metadata(path)?.permissions();
        if permissions.mode() & 0o077 != 0 {
            permissions.set_mode(0o600);
            std::fs::set_permissions(path, permissions)?;
        }
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// A file by what it is, not by its name.
#[derive(Debug, Clone)]
pub(super) struct Identity {
    path: PathBuf,
    #[cfg(unix)]
    inode: (u64, u64),
}

impl Identity {
    /// The file that a path leads to now; nothing where it leads to none.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let metadata = std::fs::metadata(path).ok()?;
        #[cfg(not(unix))]
        let _ = metadata;
        Some(Self {
            path: path.to_owned(),
            #[cfg(unix)]
            inode: inode(&metadata),
        })
    }

    /// Whether the path still leads to it. What is written to a file that was deleted or moved is lost.
    pub(super) fn is_there(&self) -> bool {
        let there = std::fs::metadata(&self.path);
        #[cfg(unix)]
        let is_there = there.is_ok_and(|metadata| inode(&metadata) == self.inode);
        #[cfg(not(unix))]
        let is_there = there.is_ok();
        is_there
    }
}

#[cfg(unix)]
fn inode(metadata: &std::fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.dev(), metadata.ino())
}

/// How a lock is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// By one program alone.
    Alone,
    /// By any number of programs, as long as nobody holds it alone.
    Together,
}

/// Keeps two bots from connecting to Discord’s gateway on one database. The lock is on the file itself, so that it holds by
/// whichever name or link somebody else comes; it goes with the handle, however the program ends. (On Windows a lock
/// would keep SQLite out too: there it is on a file beside it.)
///
/// # Errors
/// `WouldBlock` where another has it; whatever keeps the file from being opened.
pub fn lock(path: &Path, hold: Hold) -> io::Result<File> {
    make_private(path)?;
    #[cfg(not(unix))]
    let path = &beside(path, "lock")?;
    lock_file(path, hold)
}

/// Keeps two bots that share the shards among them from connecting as the same: a lock on a file beside the database.
///
/// # Errors
/// `WouldBlock` where another has it; whatever keeps the file from being made.
pub fn lock_shards(path: &Path, range: RangeInclusive<u32>) -> io::Result<File> {
    make_private(path)?;
    lock_file(&beside(path, &format!("shards-{}-{}.lock", range.start(), range.end()))?, Hold::Alone)
}

/// A file beside a database, by whichever name or link that is meant.
fn beside(path: &Path, ending: &str) -> io::Result<PathBuf> {
    let mut name = path.canonicalize()?.into_os_string();
    name.push(format!(".{ending}"));
    Ok(name.into())
}

fn lock_file(path: &Path, hold: Hold) -> io::Result<File> {
    make_private(path)?;
    let file = OpenOptions::new().read(true).write(true).open(path)?;
    let locked = match hold {
        Hold::Alone => file.try_lock(),
        Hold::Together => file.try_lock_shared(),
    };
    match locked {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock.into()),
        Err(std::fs::TryLockError::Error(error)) => Err(error),
    }
}
