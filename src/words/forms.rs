//! What stands on forms: their titles, and the labels of their inputs. Discord takes 45 characters of each.

use crate::answer::curation::FormTitle;
use crate::knowledge::Entity;

/// What a form is for.
#[must_use]
pub fn title(title: &FormTitle) -> String {
    match title {
        FormTitle::Add(entity) => format!("Add: {entity}"),
        FormTitle::Edit(item) => format!("Edit {item}"),
        FormTitle::Propose(entity) => format!("Propose: {entity}"),
        FormTitle::Proposal(number, entity) => format!("Proposal #{number}: {entity}"),
    }
}

/// What an input of the form of a sort of item asks for; `input` is the name of the field.
#[must_use]
pub fn label(entity: Entity, input: &str) -> &str {
    match (entity, input) {
        (Entity::Statement, "text") => "What it says",
        (Entity::Statement, "label") => "The area as the source writes it",
        (Entity::Recommendation, "focus") => "Policy focus",
        (Entity::Recommendation, "action") => "Recommended actions, one a line",
        (Entity::Recommendation, "impact") => "Expected impacts, one a line",
        (Entity::Source, "title") => "Title",
        (Entity::Source, "url") => "Address (http or https)",
        (Entity::Source, "note") => "What a reader should know about it",
        (_, "name") => "Name",
        (Entity::Actor, "aliases") => "Other names, one a line",
        (Entity::Concept, "words") => "Words, one a line; * for any ending",
        (Entity::Area, "synonyms") => "Other words, one a line",
        (_, "details") => "Details, one a line, as key: value",
        (_, "reason") => "Why this change",
        (_, other) => other,
    }
}
