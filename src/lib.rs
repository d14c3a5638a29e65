//! Dragoman answers foreign-policy questions for teams, on Discord and at a console.
//!
//! Data flows one way:
//!
//! ```text
//! interaction ──► request ──► answer ──► page ──► reply
//! ```
//!
//! An interaction (a slash command, a mention, a console line) is understood as a [`request`]; the
//! [`desk`] answers it from the knowledge in the [`store`]; the answer is laid out as a [`page`];
//! and the page is rendered for the place it is shown in. [`respond`] is the one door through which
//! every question goes. See `ARCHITECTURE.md` for the map and its rules.

pub mod access;
pub mod action;
pub mod answer;
pub mod cli;
pub mod commands;
pub mod config;
pub mod desk;
pub mod discord;
pub mod editing;
pub mod error;
pub mod evaluation;
pub mod files;
pub mod knowledge;
pub mod layout;
pub mod page;
pub mod request;
pub mod respond;
pub mod section;
pub mod store;
pub mod team;
pub mod telemetry;
pub mod transport;
pub mod words;
