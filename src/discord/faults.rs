//! What somebody is told of a fault of ours: one sentence with a short reference, under which the log has it.

use std::sync::atomic::Ordering;

use super::bot::{Bot, Made, log_unsent};
use super::deliver::{Replies, Reply};
use super::incoming::{Interaction, What};
use super::message::Outgoing;
use crate::error::Fault;
use crate::store::trouble;
use crate::telemetry::metrics::Told;
use crate::words;

/// The letters and digits of a reference: none that is taken for another (<https://www.crockford.com/base32.html>).
const LETTERS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'k', 'm',
    'n', 'p', 'q', 'r', 's', 't', 'v', 'w', 'x', 'y', 'z',
];

impl Bot {
    /// A short reference for a fault, which the log has too: five letters of the second, one that counts.
    pub(super) fn reference(&self) -> String {
        let seconds = (self.now)().parse::<jiff::Timestamp>().map_or(0, jiff::Timestamp::as_second);
        let count = self.faults.fetch_add(1, Ordering::Relaxed);
        let number = seconds.unsigned_abs() << 5 | u64::from(count % 32);
        (0..6).rev().map(|at| LETTERS[usize::try_from(number >> (5 * at) & 31).unwrap_or(0)]).collect()
    }

    /// What somebody is told of a fault of ours.
    pub(super) fn our_fault(&self, fault: &Fault) -> Made {
        let reference = self.reference();
        tracing::error!(reference, %fault, "question not answered");
        let told = match trouble(fault) {
            Some(why) => words::controls::trouble_with(why, &reference),
            None => words::controls::our_fault(&reference),
        };
        Made { message: Outgoing::private(told), answered: false, told: Told::fault }
    }

    /// Tells somebody that answering them panicked, with a reference that the log has too.
    pub(super) async fn panicked(&self, interaction: &Interaction, replies: Replies<'_>) {
        let reference = self.reference();
        tracing::error!(reference, "answering panicked");
        let told = Outgoing::private(words::controls::our_fault(&reference));
        // It may have been deferred, or not. What a control stands under is left as it is.
        let sent = match &interaction.what {
            What::Typing(_) => return,
            What::Pressed(_) => replies.send(Reply::Further(told.followup())).await,
            _ => replies.edit(told.edit()).await,
        };
        if sent.is_err() {
            log_unsent(replies.first(told.response()).await);
        }
    }
}
