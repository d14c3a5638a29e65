//! Listening for HTTP, within limits: a slow or broken client costs a connection for a time, and nothing else.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_io_timeout::TimeoutStream;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::error::{BadSetup, Refusal, SettingProblem};

/// How long the head of a request may take to arrive.
const HEAD_WITHIN: Duration = Duration::from_secs(10);
/// How long a client may leave what it is sent unread.
const READ_WITHIN: Duration = Duration::from_secs(20);
/// How many connections there may be at once; more wait.
const MOST_CONNECTIONS: usize = 1_024;
/// How long what was asked before the stop may still take.
const LAST_ANSWERS: Duration = Duration::from_secs(5);
/// How long it is waited where the machine has no connection to give.
const AFTER_FAILURE: Duration = Duration::from_millis(200);

/// An address that is ours to listen on.
pub(super) struct Bound {
    /// The address, with the port that the machine gave where none was asked for.
    pub(super) address: SocketAddr,
    listener: TcpListener,
}

/// Somebody who listens.
pub(super) struct Listening(JoinHandle<()>);

impl Bound {
    /// Takes an address. `setting` names what it is from.
    ///
    /// # Errors
    /// A sentence with the name of the setting, where the address cannot be listened on.
    pub(super) async fn to(setting: &'static str, address: SocketAddr) -> Result<Self, Refusal> {
        let refused = |why: std::io::Error| -> Refusal {
            let problem = SettingProblem::CannotListen { address, why: why.kind() };
            BadSetup::Setting { name: setting, problem }.into()
        };
        let listener = TcpListener::bind(address).await.map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        Ok(Self { address, listener })
    }

    /// Answers by a router until `closing`.
    pub(super) fn serve(self, router: Router, closing: CancellationToken) -> Listening {
        Listening(tokio::spawn(accept(self.listener, router, closing)))
    }
}

impl Listening {
    /// Waits until what was asked before the closing is answered.
    pub(super) async fn closed(self) {
        let _ = self.0.await;
    }
}

async fn accept(listener: TcpListener, router: Router, closing: CancellationToken) {
    let connections = TaskTracker::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept(), if connections.len() < MOST_CONNECTIONS => accepted,
            () = tokio::time::sleep(AFTER_FAILURE), if connections.len() >= MOST_CONNECTIONS => continue,
            () = closing.cancelled() => break,
        };
        match accepted {
            Ok((stream, _)) => {
                let _ = stream.set_nodelay(true);
                let mut stream = TimeoutStream::new(stream);
                stream.set_write_timeout(Some(READ_WITHIN));
                let (router, closing) = (router.clone(), closing.clone());
                connections.spawn(async move {
                    let served = hyper::server::conn::http1::Builder::new()
                        .timer(TokioTimer::new())
                        .header_read_timeout(HEAD_WITHIN)
                        .serve_connection(TokioIo::new(Box::pin(stream)), TowerToHyperService::new(router));
                    let mut served = std::pin::pin!(served);
                    // What a client does to its connection is its own business.
                    tokio::select! {
                        _ = served.as_mut() => {}
                        () = closing.cancelled() => {
                            served.as_mut().graceful_shutdown();
                            let _ = served.await;
                        }
                    }
                });
            }
            Err(why) => {
                tracing::warn!(%why, "a connection cannot be taken");
                tokio::time::sleep(AFTER_FAILURE).await;
            }
        }
    }
    connections.close();
    let _ = tokio::time::timeout(LAST_ANSWERS, connections.wait()).await;
}
