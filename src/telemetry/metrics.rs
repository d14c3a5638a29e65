//! What is counted and measured, for whoever looks after the bot, as Prometheus reads it. No person, server or channel is in
//! it (<https://prometheus.io/docs/instrumenting/exposition_formats/>).

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// The bounds between which times are counted, in seconds: an answer takes a millisecond, and Discord waits for three seconds.
const BOUNDS: [f64; 10] = [0.001, 0.002, 0.005, 0.01, 0.025, 0.1, 0.5, 1.5, 3.0, 10.0];

/// What somebody was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
#[expect(non_camel_case_types, reason = "they are read as they are written here")]
pub enum Told {
    /// What they asked for.
    answer,
    /// What they have to do otherwise.
    refusal,
    /// That something failed on our side.
    fault,
    /// Nothing, as it could not be delivered.
    nothing,
}

/// Which answer is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    command: String,
    outcome: Told,
}

/// Of which command a time is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    command: String,
}

/// Why a request to Discord failed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Failed {
    reason: &'static str,
}

/// What is counted. Clones count together.
#[derive(Debug, Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    answers: Family<Answered, Counter>,
    seconds: Family<Asked, Histogram>,
    failures: Family<Failed, Counter>,
    outbox: Gauge,
    database: Gauge,
    gateway: Gauge<f64, AtomicU64>,
}

/// What is measured at the moment when it is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// How many posts wait to be said.
    pub outbox: i64,
    /// The bytes of the database and its journal.
    pub database: i64,
    /// How long ago a heartbeat was last answered to the shard that was heard of longest ago; nothing without a gateway,
    /// or where one was not heard of yet.
    pub gateway: Option<Duration>,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("dragoman");
        let answers = Family::<Answered, Counter>::default();
        let seconds = Family::<Asked, Histogram>::new_with_constructor(|| Histogram::new(BOUNDS));
        let failures = Family::<Failed, Counter>::default();
        let (outbox, database, gateway) = (Gauge::default(), Gauge::default(), Gauge::default());
        registry.register("answers", "What people were told, by command and outcome", answers.clone());
        registry.register("answer_seconds", "From what somebody did to the last word to it", seconds.clone());
        registry.register("rest_failures", "Requests to Discord that failed for good", failures.clone());
        registry.register("outbox_posts", "Posts that wait to be said", outbox.clone());
        registry.register("database_bytes", "The database and its journal", database.clone());
        registry.register(
            "gateway_age_seconds",
            "Since the shard heard of longest ago had a heartbeat answered; -1 where none had",
            gateway.clone(),
        );
        Self { registry: Arc::new(registry), answers, seconds, failures, outbox, database, gateway }
    }
}

impl Metrics {
    /// Counts what somebody was told, and how long it took.
    pub fn told(&self, command: &str, outcome: Told, took: Duration) {
        self.answers.get_or_create(&Answered { command: command.to_owned(), outcome }).inc();
        self.seconds.get_or_create(&Asked { command: command.to_owned() }).observe(took.as_secs_f64());
    }

    /// Counts a request to Discord that failed for good.
    pub fn failed(&self, reason: &'static str) {
        self.failures.get_or_create(&Failed { reason }).inc();
    }

    /// Everything, as Prometheus reads it.
    ///
    /// # Errors
    /// Where it cannot be written, which does not happen.
    pub fn text(&self, now: Moment) -> Result<String, std::fmt::Error> {
        self.outbox.set(now.outbox);
        self.database.set(now.database);
        self.gateway.set(now.gateway.map_or(-1.0, |age| age.as_secs_f64()));
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_written() {
        let metrics = Metrics::default();
        metrics.clone().told("compare", Told::answer, Duration::from_millis(3));
        metrics.failed("refused");
        let now = Moment { outbox: 2, database: 4_096, gateway: None };
        let text = metrics.text(now).unwrap_or_default();
        for line in [
            r#"dragoman_answers_total{command="compare",outcome="answer"} 1"#,
            r#"dragoman_rest_failures_total{reason="refused"} 1"#,
            r#"dragoman_answer_seconds_bucket{le="0.005",command="compare"} 1"#,
            "dragoman_outbox_posts 2",
            "dragoman_gateway_age_seconds -1.0",
        ] {
            assert!(text.lines().any(|known| known == line), "{line}: {text}");
        }
    }
}
