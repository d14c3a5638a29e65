//! Requests that serenity makes for us: the gateway’s address, the registration of commands. They are tried again where
//! that may help.

use std::future::Future;
use std::time::Duration;

use serenity::all::{Error as SerenityError, HttpError};

/// How long one try may take before it is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait before each further try; some limits of Discord’s are over within these.
const WAITS: [Duration; 4] = [
    Duration::from_millis(200),
    Duration::from_millis(600),
    Duration::from_millis(1_500),
    Duration::from_secs(3),
];

/// Makes a request, again where that may help.
///
/// # Errors
/// The last try’s error.
pub(super) async fn with_patience<T, F>(mut attempt: impl FnMut() -> F) -> Result<T, SerenityError>
where
    F: Future<Output = Result<T, SerenityError>>,
{
    let mut waits = WAITS.iter();
    loop {
        let error = match tokio::time::timeout(PATIENCE, attempt()).await {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(error)) => error,
            Err(_) => SerenityError::Other("no answer in time"),
        };
        match waits.next().filter(|_| may_pass(&error)) {
            Some(wait) => tokio::time::sleep(*wait).await,
            None => return Err(error),
        }
    }
}

/// Whether the same may work later.
fn may_pass(error: &SerenityError) -> bool {
    match error {
        SerenityError::Http(HttpError::UnsuccessfulRequest(response)) => {
            response.status_code.as_u16() == 429 || response.status_code.is_server_error()
        }
        SerenityError::Http(_) | SerenityError::Other(_) => true,
        _ => false,
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
