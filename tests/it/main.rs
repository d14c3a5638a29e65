//! Behaviour, tested through what people and programs use: the console, the library, and the real
//! binary against a fake Discord on loopback.

#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]
#![allow(dead_code, reason = "the fake Discord can more than the tests of today need")]

mod acts;
mod ask;
mod backup;
mod benefits;
mod channels;
mod compare;
mod console;
mod curate;
mod discord;
mod discuss;
mod doctor;
mod facts;
mod faults;
mod fronts;
mod ground;
mod health;
mod history;
mod hostile;
mod imports;
mod isolation;
mod knowledge;
mod limits;
mod machine;
mod mentions;
mod migrations;
mod names;
mod outbox;
mod plans;
mod preview;
mod proposals;
mod reading;
mod readme;
mod recommend;
mod requests;
mod shards;
mod sheets;
mod startup;
mod stopping;
mod support;
mod tables;
mod tidy;
mod transports;
mod world;
