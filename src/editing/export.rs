//! Exporting: what a server says itself, or the public knowledge, as a file.

use crate::error::{Choice, Error, Refusal};
use crate::files;
use crate::knowledge::Entity;
use crate::store::{Store, Viewer};

/// A file made for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// How many items it has.
    pub items: usize,
}

/// What a viewer's server says itself, or the public knowledge, as a file: `toml` holds everything,
/// `csv` and `markdown` statements and recommendations.
///
/// # Errors
/// A refusal where there is no such format, a fault of the database.
pub async fn export(store: &Store, viewer: &Viewer, public: bool, format: &str) -> Result<Exported, Error> {
    let public = public || viewer.is_public();
    let (items, gone) = store.contents(viewer, public).await?;
    let server = viewer.server().filter(|_| !public);
    let (ending, text) = match format {
        "toml" => ("toml", files::toml(&items, &gone, server)),
        "csv" => ("csv", files::csv(&items, server)),
        "markdown" => ("md", files::markdown(&items, server)),
        other => return Err(Refusal::not_one_of(Choice::Format, other, &["toml", "csv", "markdown"]).into()),
    };
    let count = match ending {
        "toml" => items.len() + gone.len(),
        _ => {
            items.iter().filter(|i| matches!(i.entity(), Entity::Statement | Entity::Recommendation)).count()
        }
    };
    let whose = if public { "public" } else { "server" };
    Ok(Exported { name: format!("{whose}-knowledge.{ending}"), text, items: count })
}
