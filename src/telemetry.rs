//! The log: what goes in, how it is written, and what never gets out.

use std::io::{self, Write};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

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
    text.trim().is_empty() || EnvFilter::builder().parse(text).is_ok()
}

/// Starts the log on stderr. `filter` is `RUST_LOG`; without it, information and worse is logged.
/// The token is struck out wherever it should appear.
pub fn start(filter: Option<&str>, format: LogFormat, token: Option<&Secret>) {
    let mut filter =
        EnvFilter::builder().parse_lossy(filter.filter(|text| !text.trim().is_empty()).unwrap_or("info"));
    for library in QUIET {
        if let Ok(directive) = format!("{library}=warn").parse() {
            filter = filter.add_directive(directive);
        }
    }
    let writer = Discreet { secret: token.map(|token| token.reveal().to_owned()) };
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(writer).with_target(false);
    // A second start, as in tests, keeps the first.
    let _ = match format {
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
        LogFormat::Text => builder.with_ansi(false).try_init(),
    };
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
