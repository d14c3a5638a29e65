//! The log: what goes in, how it is written, and what never gets out.

pub mod metrics;

use std::fmt;
use std::io::{self, Write};

use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::{LevelFilter, Targets, filter_fn};
use tracing_subscriber::fmt::format;
use tracing_subscriber::fmt::time::{FormatTime as _, SystemTime};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields, MakeWriter};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::{LogFormat, Secret};
use crate::knowledge::text::inert;

/// Libraries whose finer log lines may quote tokens, request bodies or what people wrote. They log
/// warnings and errors only, whatever `RUST_LOG` says; of serenity’s warnings, which quote whole messages of
/// Discord, only that there was one.
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

/// Whether a text says what is to be logged. A word alone is a level: as the name of a part of the program, which it could be
/// too, a mistyped one would silence all others.
#[must_use]
pub fn is_filter(text: &str) -> bool {
    let is_meant = |part: &str| part.contains('=') || part.trim().parse::<LevelFilter>().is_ok();
    text.trim().is_empty() || text.parse::<Targets>().is_ok() && text.split(',').all(is_meant)
}

/// Starts the log on stderr. `filter` is `RUST_LOG`; without it, information and worse is logged.
/// The token is struck out wherever it should appear.
pub fn start(filter: Option<&str>, format: LogFormat, token: Option<&Secret>) {
    let filter = filter
        .filter(|text| !text.trim().is_empty())
        .and_then(|text| text.parse().ok())
        .map_or_else(|| quietly(&Targets::new().with_default(LevelFilter::INFO)), |asked| quietly(&asked));
    let writer = Discreet { secret: token.map(|token| token.reveal().to_owned()) };
    let lines = tracing_subscriber::fmt::layer().with_writer(writer.clone()).with_target(false);
    let told = filter_fn(|about| !quotes(about));
    let hidden = tracing_subscriber::fmt::layer().with_writer(writer).event_format(Hidden(format));
    let hidden = hidden.with_filter(filter_fn(quotes));
    let registry = tracing_subscriber::registry().with(filter).with(hidden);
    // A second start, as in tests, keeps the first.
    let _ = match format {
        LogFormat::Json => registry.with(lines.json().flatten_event(true).with_filter(told)).try_init(),
        LogFormat::Text => registry.with(lines.with_ansi(false).with_filter(told)).try_init(),
    };
}

/// Has panics logged by their place alone: what they say may quote people.
pub fn log_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
}

/// Whether a line of the log may quote what somebody wrote.
fn quotes(about: &Metadata<'_>) -> bool {
    about.target().starts_with("serenity") && *about.level() >= Level::WARN
}

/// Writes that a library had something to say, and where, without what it said.
struct Hidden(LogFormat);

impl<S, N> FormatEvent<S, N> for Hidden
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        _: &FmtContext<'_, S, N>,
        mut writer: format::Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        let (about, mut time) = (event.metadata(), String::new());
        SystemTime.format_time(&mut format::Writer::new(&mut time))?;
        let (level, from, line) = (about.level(), about.target(), about.line().unwrap_or(0));
        let message =
            "a library warned of something that Discord sent; it is left out, as it may quote people";
        match self.0 {
            LogFormat::Json => writeln!(
                writer,
                r#"{{"timestamp":"{time}","level":"{level}","message":"{message}","from":"{from}","line":{line}}}"#
            ),
            LogFormat::Text => writeln!(writer, "{time} {level:>5} {message} from={from} line={line}"),
        }
    }
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
        let mut text = one_line(&String::from_utf8_lossy(line));
        if let Some(secret) = &self.secret {
            text = text.replace(secret.as_str(), "[token]");
        }
        io::stderr().write_all(text.as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

/// A line of the log as one line: what breaks it, or controls a terminal, is written as an escape, so that nothing
/// that is quoted can pass for a line of ours.
fn one_line(line: &str) -> String {
    inert(line.strip_suffix('\n').unwrap_or(line), &[]) + "\n"
}

#[cfg(test)]
mod tests {
    use super::{is_filter, one_line};

    #[test]
    fn a_word_that_is_no_level_silences_nothing() {
        for filter in ["", "info", "WARN", "off", "dragoman=debug", "warn,dragoman::store=trace"] {
            assert!(is_filter(filter), "{filter}");
        }
        for slip in ["inof", "warning", "verbose", "info,sqlx", "dragoman=loud", "====="] {
            assert!(!is_filter(slip), "{slip}");
        }
    }

    #[test]
    fn a_newline_within_a_line_forges_no_other() {
        assert_eq!(one_line("a\nERROR admin\u{1b}[31m\n"), "a\\nERROR admin\\u{1b}[31m\n");
        assert_eq!(one_line("Türkiye · “x”\n"), "Türkiye · “x”\n");
    }
}
