//! The log: what goes in, how it is written, and what never gets out.

use std::io::{self, Write};

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::{LogFormat, Secret};

/// Libraries whose finer log lines may quote tokens, request bodies or what people wrote. They log
/// warnings and errors only, whatever `RUST_LOG` says.
const QUIET: [&str; 9] = [
    "serenity",
    "reqwest",
    "hyper",
    "hyper_util",
    "h2",
    "rustls",
    "tungstenite",
    "tokio_tungstenite",
    "sqlx",
];

/// Whether a text says what is to be logged.
#[must_use]
pub fn is_filter(text: &str) -> bool {
    text.trim().is_empty() || text.parse::<Targets>().is_ok()
}

/// Starts the log on stderr. `filter` is `RUST_LOG`; without it, information and worse is logged.
/// The token is struck out wherever it should appear.
pub fn start(filter: Option<&str>, format: LogFormat, token: Option<&Secret>) {
    let filter = filter
        .filter(|text| !text.trim().is_empty())
        .and_then(|text| text.parse().ok())
        .map_or_else(|| quietly(&Targets::new().with_default(LevelFilter::INFO)), |asked| quietly(&asked));
    let writer = Discreet { secret: token.map(|token| token.reveal().to_owned()) };
    let lines = tracing_subscriber::fmt::layer().with_writer(writer).with_target(false);
    let registry = tracing_subscriber::registry().with(filter);
    // A second start, as in tests, keeps the first.
    let _ = match format {
        LogFormat::Json => registry.with(lines.json().flatten_event(true)).try_init(),
        LogFormat::Text => registry.with(lines.with_ansi(false)).try_init(),
    };
}

/// What is asked for, with the quiet libraries and all modules of theirs held to warnings.
fn quietly(asked: &Targets) -> Targets {
    let held = |level: LevelFilter| level.min(LevelFilter::WARN);
    let default = asked.default_level().unwrap_or(LevelFilter::OFF);
    Targets::new()
        .with_default(default)
        .with_targets(QUIET.map(|library| (library, held(default))))
        .with_targets(asked.iter().map(|(target, level)| {
            let quiet = QUIET.iter().any(|library| target.starts_with(library));
            (target, if quiet { held(level) } else { level })
        }))
}

/// Writes to stderr with the secret struck out.
#[derive(Clone)]
struct Discreet {
    secret: Option<String>,
}

impl<'a> MakeWriter<'a> for Discreet {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Write for Discreet {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        match &self.secret {
            Some(secret) if text.contains(secret.as_str()) => {
                io::stderr().write_all(text.replace(secret.as_str(), "[token]").as_bytes())?;
            }
            _ => io::stderr().write_all(line)?,
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}
