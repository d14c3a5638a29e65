//! The program’s edge: arguments, settings, the clock and chance; then one of the commands.

mod backup;
mod backups;
mod complete;
mod console;
mod doctor;
mod evaluate;
mod knowledge;
mod paint;
mod preview;
mod serve;

use std::env::VarError;
use std::fs::File;
use std::io::IsTerminal as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::config::{DiscordSettings, SETTINGS, Settings};
use crate::error::{Fault, Refusal};
use crate::knowledge::text::inert;
use crate::section::{Opened, SectionName};
use crate::store::{OpenError, Operator, Store};
use crate::telemetry;

/// The question was answered, the job done.
const DONE: u8 = 0;
/// The question or the files were refused; the person who asked can fix it.
const REFUSED: u8 = 1;
/// A wrong setting, or a fault of ours.
const FAILED: u8 = 2;

/// Answers foreign-policy questions for teams, on Discord and here.
#[derive(Debug, Parser)]
#[command(name = "dragoman", version, about)]
struct Arguments {
    #[command(subcommand)]
    job: Job,
}

#[derive(Debug, Subcommand)]
enum Job {
    /// Connect to Discord and answer there until stopped
    Serve {
        /// Listen here for interactions that Discord posts, besides the gateway [default: `HTTP_ADDRESS`]
        #[arg(long, value_name = "ADDRESS")]
        http: Option<SocketAddr>,
        /// Do not connect to the gateway: answer by HTTP alone, without mentions
        #[arg(long)]
        no_gateway: bool,
    },
    /// Try the bot on a page of this machine, without Discord
    Preview {
        /// The port of the page; 0 is any that is free
        #[arg(long, default_value_t = 8017)]
        port: u16,
        /// Open the page in the browser
        #[arg(long)]
        open: bool,
        /// Begin with a copy of this database [default: dragoman-preview.db, which is kept]
        #[arg(long, value_name = "DATABASE")]
        copy_of: Option<PathBuf>,
    },
    /// Answer one line, or start a prompt
    Console {
        /// The line to answer, as in '/compare turkiye pakistan india'
        line: Option<String>,
        /// How to write the answer
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
        /// How many columns a line may have [default: the terminal’s, or 80]
        #[arg(long, value_parser = clap::value_parser!(u16).range(20..=500))]
        width: Option<u16>,
        /// What to show of an answer: a section by its name, or all [default: the first screen; all for files]
        #[arg(long, value_parser = section)]
        section: Option<Opened>,
        /// Say how a question in plain words was understood, and how its answer was found
        #[arg(long)]
        explain: bool,
        /// See what a server sees, by its Discord id: its own knowledge, its discussions
        #[arg(long)]
        guild: Option<u64>,
    },
    /// Ask every question of a file, and say how many were understood and answered
    Evaluate {
        /// The file: one JSON object a line, as described in the README
        file: PathBuf,
        /// text for the rates, json for one object a question
        #[arg(long, value_parser = ["text", "json"], default_value = "text")]
        format: String,
    },
    /// Look at everything that the bot needs, and say what to do where something is amiss
    Doctor,
    /// Write a backup of the whole database, while the bot runs or not
    Backup {
        /// The file to write; it must not exist yet
        file: PathBuf,
    },
    /// Put a backup in the place of the database; the bot must not run
    Restore {
        /// The backup
        file: PathBuf,
        /// Only check that it can be restored
        #[arg(long)]
        check: bool,
    },
    /// Look after the knowledge and its files
    Knowledge {
        #[command(subcommand)]
        job: KnowledgeJob,
    },
}

/// How the console writes an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading here
    Text,
    /// For programs; the form is described in the README
    Json,
    /// For spreadsheets
    Csv,
    /// For documents
    Markdown,
    /// For printing, also into a PDF
    Html,
}

#[derive(Debug, Subcommand)]
enum KnowledgeJob {
    /// Check the files and list every fault
    Check {
        /// The folder [default: `KNOWLEDGE_DIR`, or the files inside the program]
        folder: Option<PathBuf>,
    },
    /// Bring the database into line with the files
    Load,
    /// Import a file into a server's own knowledge: TOML, CSV or Markdown tables
    Import {
        #[command(flatten)]
        file: FileOptions,
        /// The Discord id of the server
        #[arg(long, value_parser = a_server())]
        guild: u64,
        /// How many items the file removes, where that is much of what the server has
        #[arg(long, value_name = "ITEMS")]
        removing: Option<usize>,
    },
    /// Show what importing a file would change, without changing anything
    Diff {
        #[command(flatten)]
        file: FileOptions,
        /// The Discord id of the server [default: the public knowledge]
        #[arg(long, value_parser = a_server())]
        guild: Option<u64>,
    },
    /// Write a server's own knowledge, or the public knowledge, to stdout
    Export {
        /// The Discord id of the server [default: the public knowledge]
        #[arg(long, value_parser = a_server())]
        guild: Option<u64>,
        /// toml holds everything, csv and markdown statements and recommendations
        #[arg(long, default_value = "toml")]
        format: String,
    },
}

/// The ids that Discord gives to servers: positive, and within SQLite's integers.
fn a_server() -> clap::builder::RangedU64ValueParser {
    clap::value_parser!(u64).range(1..=i64::MAX.unsigned_abs())
}

/// A file to import, and what holds for its rows where they do not say.
#[derive(Debug, clap::Args)]
struct FileOptions {
    /// The file: .toml, .csv or .md
    file: PathBuf,
    /// Whose policy it is
    #[arg(long)]
    subject: Option<String>,
    /// Towards whom
    #[arg(long)]
    partner: Option<String>,
    /// The key of the source
    #[arg(long)]
    source: Option<String>,
}

/// Why a job ended without being done.
enum Failure {
    /// A wrong setting or a wrong file: said as it is.
    Setting(String),
    /// A fault of ours.
    Fault(Fault),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Setting(refusal.to_string())
    }
}

/// Runs the program.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let code = match start(arguments) {
        Ok(code) => code,
        Err(Failure::Setting(sentence)) => {
            complain(&sentence);
            FAILED
        }
        Err(Failure::Fault(fault)) => {
            complain(&of_ours(&fault));
            FAILED
        }
    };
    ExitCode::from(code)
}

fn start(arguments: Arguments) -> Result<u8, Failure> {
    // A value that no variable can hold, as one with NUL in it, would end the program with that value in its last words.
    let lines = dotenvy::dotenv_iter().map(|lines| lines.filter_map(Result::ok).collect());
    let lines: Vec<(String, String)> = lines.unwrap_or_default();
    if lines.iter().any(|(name, value)| name.contains('\0') || value.contains('\0')) {
        return Err(Failure::Setting(".env cannot be read: it has NUL in it.".to_owned()));
    }
    match dotenvy::dotenv() {
        Ok(_) => {}
        Err(error) if error.not_found() => {}
        Err(dotenvy::Error::Io(why)) => return Err(Failure::Setting(format!(".env cannot be read: {why}."))),
        // The error quotes the line, which may be the one with the token.
        Err(_) => return Err(Failure::Setting(".env cannot be read: each line is NAME=value.".to_owned())),
    }
    for (name, near) in misspelt(&lines) {
        complain(&format!("Warning: .env has {name}, which is no setting; did you mean {near}?"));
    }
    if let Some(name) =
        SETTINGS.iter().find(|name| matches!(std::env::var(name), Err(VarError::NotUnicode(_))))
    {
        return Err(Failure::Setting(format!("{name} is not text in UTF-8.")));
    }
    let lookup = |name: &str| std::env::var(name).ok();
    let settings = Settings::read(&lookup, std::io::stderr().is_terminal())?;
    let filter = lookup("RUST_LOG");
    if let Some(wrong) = filter.as_deref().filter(|filter| !telemetry::is_filter(filter)) {
        return Err(Failure::Setting(format!(
            "RUST_LOG is {}; it is a level such as info, or dragoman=debug.",
            crate::words::quoted(wrong)
        )));
    }
    let quiet = Some(filter.as_deref().unwrap_or("warn"));
    match arguments.job {
        Job::Serve { http, no_gateway } => {
            let mut discord = DiscordSettings::read(&lookup)?;
            discord.http = http.or(discord.http);
            discord.gateway &= !no_gateway;
            if !discord.gateway && discord.http.is_none() {
                return Err(Failure::Setting(
                    "Without the gateway there has to be an address for HTTP; set HTTP_ADDRESS.".to_owned(),
                ));
            }
            telemetry::start(filter.as_deref(), settings.log_format, Some(&discord.token));
            telemetry::log_panics();
            serve::serve(settings, discord)
        }
        Job::Preview { port, open, copy_of } => {
            telemetry::start(quiet, settings.log_format, None);
            preview::preview(&settings, &preview::Options { port, open, copy_of: copy_of.as_deref() })
        }
        Job::Console { line, format, width, section, explain, guild } => {
            telemetry::start(quiet, settings.log_format, None);
            let runtime = runtime()?;
            let store = runtime.block_on(open(&settings))?;
            let width = width.map_or_else(terminal_width, usize::from);
            let writing = console::Writing { format, width, opened: section, explain, guild };
            let code = match line {
                Some(line) => console::once(&runtime, &store, &line, writing),
                None => console::prompt(&runtime, &store, writing)?,
            };
            runtime.block_on(store.close());
            Ok(code)
        }
        Job::Knowledge { job: KnowledgeJob::Check { folder } } => {
            knowledge::check(folder.as_deref().or(settings.knowledge.as_deref()))
        }
        Job::Knowledge { job } => {
            telemetry::start(quiet, settings.log_format, None);
            runtime()?.block_on(async {
                match job {
                    KnowledgeJob::Load | KnowledgeJob::Check { .. } => knowledge::load(&settings).await,
                    KnowledgeJob::Import { file, guild, removing } => {
                        knowledge::import(&settings, &file, guild, removing).await
                    }
                    KnowledgeJob::Diff { file, guild } => knowledge::diff(&settings, &file, guild).await,
                    KnowledgeJob::Export { guild, format } => {
                        knowledge::export(&settings, guild, &format).await
                    }
                }
            })
        }
        Job::Evaluate { file, format } => {
            telemetry::start(quiet, settings.log_format, None);
            runtime()?.block_on(evaluate::evaluate(&settings, &file, format == "json"))
        }
        Job::Doctor => {
            let discord = DiscordSettings::read(&lookup);
            telemetry::start(quiet, settings.log_format, discord.as_ref().ok().map(|it| &it.token));
            runtime()?.block_on(doctor::doctor(&settings, discord))
        }
        Job::Backup { file } => {
            telemetry::start(quiet, settings.log_format, None);
            runtime()?.block_on(backup::backup(&settings, &file))
        }
        Job::Restore { file, check } => {
            telemetry::start(quiet, settings.log_format, None);
            runtime()?.block_on(backup::restore(&settings, &file, check))
        }
    }
}

/// Names in `.env` that are nearly those of settings, with the names that may be meant.
fn misspelt(lines: &[(String, String)]) -> Vec<(&str, &'static str)> {
    let names = lines.iter().map(|(name, _)| name.as_str());
    let near = |name: &str| {
        let near = SETTINGS.iter().find(|known| strsim::osa_distance(known, name) <= 2);
        near.copied().filter(|_| !SETTINGS.contains(&name))
    };
    let mut found: Vec<(&str, &'static str)> =
        names.filter(|name| name.len() <= 64).filter_map(|name| Some((name, near(name)?))).collect();
    found.dedup();
    found
}

fn runtime() -> Result<tokio::runtime::Runtime, Fault> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|e| Fault::new("starting the runtime", e))
}

/// Opens the database and brings its public knowledge into line with the files.
async fn open(settings: &Settings) -> Result<std::sync::Arc<Store>, Failure> {
    let store = Store::open(&settings.database).await?;
    knowledge::bring_up_to_date(&store, settings.knowledge.as_deref()).await?;
    Ok(std::sync::Arc::new(store))
}

/// The same for whoever works at the machine, with the right to change what it holds.
async fn open_by_hand(settings: &Settings) -> Result<(Store, Operator), Failure> {
    let (store, operator) = Store::open_by_hand(&settings.database).await?;
    knowledge::bring_up_to_date(&store, settings.knowledge.as_deref()).await?;
    Ok((store, operator))
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Refused(refusal) => refusal.into(),
            OpenError::Fault(fault) => fault.into(),
        }
    }
}

/// Takes a lock on the file of a database, where it has one. Nobody else has it then.
fn locked(
    database: &str,
    lock: impl FnOnce(&Path) -> std::io::Result<File>,
) -> Result<Option<File>, Failure> {
    let Some(file) = crate::store::file_of(database) else { return Ok(None) };
    match lock(&file) {
        Ok(lock) => Ok(Some(lock)),
        Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => Err(Failure::Setting(format!(
            "Another Dragoman serves this database ({}); stop it first.",
            file.display()
        ))),
        // Opening the database tells better what is wrong with it.
        Err(_) => Ok(None),
    }
}

/// The time now, RFC 3339.
fn now() -> String {
    #[expect(clippy::disallowed_methods, reason = "this is the edge that asks the clock for everyone")]
    let now = jiff::Timestamp::now();
    format!("{now:.0}")
}

/// Random bytes for a key.
fn chance() -> Result<[u8; 32], Fault> {
    let mut bytes = [0; 32];
    #[expect(clippy::disallowed_methods, reason = "this is the edge that draws chance for everyone")]
    getrandom::fill(&mut bytes).map_err(|e| Fault::new("drawing random bytes", e.to_string()))?;
    Ok(bytes)
}

/// What is said of a fault of ours: what can be done about it, if anything, and what it is.
fn of_ours(fault: &Fault) -> String {
    let why = crate::store::trouble(fault);
    let why = why.map_or(String::new(), |why| format!("{} ", crate::words::controls::trouble(why)));
    format!("{why}Something failed on our side: {fault}.")
}

/// What an argument opens.
fn section(word: &str) -> Result<Opened, String> {
    let names: Vec<&str> = SectionName::ALL.iter().map(|name| name.as_str()).collect();
    word.to_lowercase().parse().map_err(|_| format!("choose front, all, or one of {}", names.join(", ")))
}

fn terminal_width() -> usize {
    terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0).clamp(40, 160))
}

/// Says something on stderr.
fn complain(text: &str) {
    use std::io::Write as _;
    // Where even this cannot be said, there is nobody left to tell.
    let _ = writeln!(std::io::stderr().lock(), "{}", inert(text, &['\n', '\t']));
}

/// Says something on stdout, and ends the program where that fails: what was not said was not
/// answered. A reader that went away (`| head`) is no fault.
fn say(text: &str) {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
        Err(error) => {
            complain(&format!("The answer could not be written: {error}."));
            std::process::exit(i32::from(FAILED));
        }
    }
}
