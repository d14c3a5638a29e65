//! A panic while somebody is answered ends that answer, and nothing else.

use std::panic::AssertUnwindSafe;
use std::task::Poll;

/// Something in a handler panicked; the hook of the log has said where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Panicked;

/// Runs a future; that it panics is an outcome like others.
pub(super) async fn caught<F: Future>(future: F) -> Result<F::Output, Panicked> {
    let mut future = std::pin::pin!(future);
    std::future::poll_fn(|context| {
        let polled = std::panic::catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context)));
        polled.map_or(Poll::Ready(Err(Panicked)), |poll| poll.map(Ok))
    })
    .await
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic, reason = "it is what is tested")]

    use super::*;

    #[tokio::test]
    async fn a_panic_is_an_outcome_like_others() {
        assert_eq!(caught(async { 3 }).await, Ok(3));
        let panics = async {
            tokio::task::yield_now().await;
            panic!("on purpose")
        };
        assert_eq!(
            caught::<std::pin::Pin<Box<dyn Future<Output = ()>>>>(Box::pin(panics)).await,
            Err(Panicked)
        );
    }
}
