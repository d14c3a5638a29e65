//! Sending: tries again what may work later, and says what a failure means.

use std::future::Future;
use std::time::Duration;

use serenity::all::{Error as SerenityError, HttpError};

/// How long one try may take before it is given up, where nothing large is sent.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait before each further try.
const WAITS: [Duration; 3] =
    [Duration::from_millis(200), Duration::from_millis(600), Duration::from_millis(1_500)];

/// The same where Discord says that we are too fast. Talking to Discord itself, the library waits as long as
/// it is told to, and this is not needed; behind another address its limiter is off and it does not hand on
/// how long to wait. Most limits are over within seconds.
/// <https://discord.com/developers/docs/topics/rate-limits>
const WAITS_WHEN_LIMITED: [Duration; 5] = [
    Duration::from_millis(250),
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
];

/// “Interaction has already been acknowledged”: an earlier try got through.
/// <https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>
const ALREADY_ACKNOWLEDGED: isize = 40_060;
/// “Unknown interaction”: its time is over.
const UNKNOWN_INTERACTION: isize = 10_062;
/// “Missing access”, “Cannot send messages to this user”, “Missing permissions”: we may not speak there.
const MAY_NOT_SPEAK: [isize; 3] = [50_001, 50_007, 50_013];

/// Why something was not sent.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotSent {
    /// The interaction’s time is over, or we may not speak there: nothing can be done here.
    #[error("{0}")]
    Pointless(&'static str),
    /// Discord or the network failed, again and again.
    #[error("{0}")]
    Failed(String),
}

/// Sends, again where that may help. That Discord already has it counts as sent.
///
/// # Errors
/// Why it was not sent, after the last try.
pub(super) async fn send<T, F>(attempt: impl FnMut() -> F) -> Result<(), NotSent>
where
    F: Future<Output = Result<T, SerenityError>>,
{
    send_within(PATIENCE, attempt).await
}

/// Sends, each try for so long at most.
///
/// # Errors
/// Why it was not sent, after the last try.
pub(super) async fn send_within<T, F>(patience: Duration, attempt: impl FnMut() -> F) -> Result<(), NotSent>
where
    F: Future<Output = Result<T, SerenityError>>,
{
    match tries(patience, attempt).await {
        Ok(_) => Ok(()),
        Err(error) => match judge(&error) {
            Delivered::Sent => Ok(()),
            Delivered::Pointless(why) => Err(NotSent::Pointless(why)),
            Delivered::Final | Delivered::Again | Delivered::Slower => Err(NotSent::Failed(describe(&error))),
        },
    }
}

/// Makes a request, again where that may help.
///
/// # Errors
/// The last try’s error.
pub(super) async fn with_patience<T, F>(attempt: impl FnMut() -> F) -> Result<T, SerenityError>
where
    F: Future<Output = Result<T, SerenityError>>,
{
    tries(PATIENCE, attempt).await
}

async fn tries<T, F>(patience: Duration, mut attempt: impl FnMut() -> F) -> Result<T, SerenityError>
where
    F: Future<Output = Result<T, SerenityError>>,
{
    let (mut waits, mut waits_when_limited) = (WAITS.iter(), WAITS_WHEN_LIMITED.iter());
    loop {
        let error = match tokio::time::timeout(patience, attempt()).await {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(error)) => error,
            Err(_) => SerenityError::Other("no answer in time"),
        };
        let wait = match judge(&error) {
            Delivered::Again => waits.next(),
            Delivered::Slower => waits_when_limited.next(),
            Delivered::Sent | Delivered::Pointless(_) | Delivered::Final => None,
        };
        match wait {
            Some(wait) => tokio::time::sleep(*wait).await,
            None => return Err(error),
        }
    }
}

enum Delivered {
    Sent,
    Again,
    Slower,
    Pointless(&'static str),
    Final,
}

fn judge(error: &SerenityError) -> Delivered {
    let SerenityError::Http(HttpError::UnsuccessfulRequest(response)) = error else {
        let passing = matches!(error, SerenityError::Http(_) | SerenityError::Other(_));
        return if passing { Delivered::Again } else { Delivered::Final };
    };
    match response.error.code {
        ALREADY_ACKNOWLEDGED => Delivered::Sent,
        UNKNOWN_INTERACTION => Delivered::Pointless("the interaction’s time is over"),
        code if MAY_NOT_SPEAK.contains(&code) => Delivered::Pointless("no permission to speak there"),
        _ if response.status_code.as_u16() == 429 => Delivered::Slower,
        _ if response.status_code.is_server_error() => Delivered::Again,
        _ => Delivered::Final,
    }
}

/// What an error is, without the address that it went to, which has the interaction’s token in it.
#[must_use]
pub(super) fn describe(error: &SerenityError) -> String {
    match error {
        SerenityError::Http(HttpError::UnsuccessfulRequest(response)) => {
            format!("{}: {} ({})", response.status_code, response.error.message, response.error.code)
        }
        SerenityError::Http(HttpError::Request(_)) => "the connection failed".to_owned(),
        SerenityError::Http(_) => "the request could not be made".to_owned(),
        SerenityError::Model(error) => error.to_string(),
        SerenityError::Gateway(error) => error.to_string(),
        SerenityError::Other(what) => (*what).to_owned(),
        _ => "the library refused it".to_owned(),
    }
}
