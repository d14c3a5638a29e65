//! What teams make in channels: a focus, discussions with positions, notes and decisions, what channels follow.
//!
//! `rules` and `time` are plain functions; the others are the door: they ask the store who may, do what is asked, and
//! give what is to be shown. What is said unasked is written by the store together with what happened, and sent by
//! whoever works through the outbox.

mod answers;
mod changes;
mod channel;
mod discuss;
pub mod rules;
pub mod time;

pub use self::answers::{answer, known, moved, outcome, record_of};
pub use self::changes::{digest, lately};
pub use self::channel::{
    FocusOf, Given, clear_focus, end_follow, focus_of, follow, quiet, set_focus, wait_for_answer,
};
pub use self::discuss::{
    Opening, challenge, challengeable, close, edit_note, note, open, prepare, reopen, retract_note, take,
    which,
};
