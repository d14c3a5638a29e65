//! Forms: an item as a few text inputs. What is long has an input of its own; all else stands in one,
//! a line a field, in the words of the knowledge files.

use crate::answer::curation::FormTitle;
use crate::error::{BadChange, BadContent, Refusal, RowFault};
use crate::files::Row;
use crate::knowledge::fields::{Field, Value, fields, lines, words_of};
use crate::knowledge::text::clean_lines;
use crate::knowledge::{Entity, Item};

/// The most that one input holds (Discord: 4,000 characters,
/// <https://discord.com/developers/docs/components/reference#text-input>).
pub(super) const LONGEST_INPUT: usize = 4_000;

/// A form to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The draft that it fills.
    pub draft: i64,
    /// What it is for.
    pub title: FormTitle,
    /// The sort of item.
    pub entity: Entity,
    /// Its inputs, at most five.
    pub inputs: Vec<Input>,
}

/// An input of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its name.
    pub id: &'static str,
    /// What it holds at first.
    pub value: String,
    /// Whether it has many lines.
    pub long: bool,
    /// Whether it must be filled in.
    pub required: bool,
}

/// The input in which all small fields stand.
pub(super) const DETAILS: &str = "details";
/// The input for the reason.
pub(super) const REASON: &str = "reason";

/// The inputs of their own that a sort of item has: key, many lines, required.
fn own_inputs(entity: Entity) -> &'static [(&'static str, bool, bool)] {
    match entity {
        Entity::Statement => &[("text", true, true), ("label", false, false)],
        Entity::Recommendation => &[("focus", false, false), ("action", true, true), ("impact", true, false)],
        Entity::Source => &[("title", false, true), ("url", false, false), ("note", true, false)],
        Entity::Actor => &[("name", false, true), ("aliases", true, false)],
        Entity::Area => &[("name", false, true), ("synonyms", true, false)],
        Entity::Concept => &[("words", true, true)],
        Entity::Ambiguity | Entity::Membership => &[],
    }
}

/// Small fields that a new item is asked for, in order; each stands in the form, empty or filled.
fn asked(entity: Entity) -> &'static [&'static str] {
    match entity {
        Entity::Statement => &[
            "subject",
            "partners",
            "area",
            "kind",
            "short",
            "source",
            "date",
            "ended",
            "level",
            "trend",
            "value",
            "unit",
            "credibility",
            "locator",
            "claimed_by",
        ],
        Entity::Recommendation => &["subject", "partners", "area", "source", "region", "credibility"],
        Entity::Source => {
            &["id", "kind", "publisher", "author", "published", "accessed", "viewpoint", "reliability"]
        }
        Entity::Actor => &["id", "kind", "iso2", "flag", "adjectives", "metonyms"],
        Entity::Area => &["id"],
        Entity::Concept => &["area", "actor"],
        Entity::Ambiguity => &["names", "choices"],
        Entity::Membership => &["organisation", "member", "status", "from", "to", "source"],
    }
}

/// The values that a form for a new item starts with.
pub(super) fn new_values(entity: Entity, given: &[(String, String)]) -> Vec<(String, String)> {
    let value =
        |key: &str| given.iter().find(|(known, _)| known == key).map_or("", |(_, value)| value.as_str());
    let own = own_inputs(entity);
    let mut values: Vec<(String, String)> =
        own.iter().map(|(key, ..)| ((*key).to_owned(), value(key).to_owned())).collect();
    let details: Vec<String> =
        asked(entity).iter().map(|key| format!("{key}: {}", value(key)).trim_end().to_owned()).collect();
    values.push((DETAILS.to_owned(), details.join("\n")));
    values.push((REASON.to_owned(), value(REASON).to_owned()));
    values
}

/// The values that a form for an item starts with.
///
/// # Errors
/// A refusal where a value is longer than an input holds.
pub(super) fn values_of(item: &Item) -> Result<Vec<(String, String)>, Refusal> {
    let own = own_inputs(item.entity());
    let all = fields(item);
    let is_own = |field: &&Field| own.iter().any(|(key, ..)| *key == field.key);
    let text = |value: &Value| match value {
        Value::List(texts) => texts.join("\n"),
        other => words_of(other),
    };
    let mut values: Vec<(String, String)> = own
        .iter()
        .map(|(key, ..)| {
            let field = all.iter().find(|field| field.key == *key);
            ((*key).to_owned(), field.map_or(String::new(), |field| text(&field.value)))
        })
        .collect();
    // The key is not to be edited: it is what the item is known by.
    let small = all.iter().filter(|field| !is_own(field) && field.key != "id");
    values.push((DETAILS.to_owned(), lines(small)));
    values.push((REASON.to_owned(), String::new()));
    if values.iter().any(|(_, value)| value.chars().count() > LONGEST_INPUT) {
        return Err(BadChange::TooLongForForm { item: item.name() }.into());
    }
    Ok(values)
}

/// A form with values.
pub(super) fn form(draft: i64, title: FormTitle, entity: Entity, values: &[(String, String)]) -> Form {
    let input = |id: &'static str, long: bool, required: bool| {
        let value = values.iter().find(|(key, _)| key == id).map_or(String::new(), |(_, v)| v.clone());
        Input { id, value, long, required }
    };
    let own = own_inputs(entity).iter().map(|(id, long, required)| input(id, *long, *required));
    let common = [input(DETAILS, true, entity != Entity::Area), input(REASON, false, true)];
    Form { draft, title, entity, inputs: own.chain(common).collect() }
}

/// What was filled in, as a row of knowledge.
///
/// # Errors
/// A refusal where a line of the details has no key.
pub(super) fn row(entity: Entity, key: Option<&str>, values: &[(String, String)]) -> Result<Row, Refusal> {
    let section = match entity {
        Entity::Ambiguity => "ambiguous",
        entity => entity.as_str(),
    };
    let mut row = Row { line: 0, section, cells: Vec::new() };
    for (id, value) in values {
        // Nothing may hide in what is stored; NUL is refused by the rules of the files.
        let tidy = if value.contains('\0') { value.clone() } else { clean_lines(value).join("\n") };
        match id.as_str() {
            REASON => {}
            DETAILS => {
                for line in tidy.lines() {
                    let Some((key, value)) = line.split_once(':') else {
                        return Err(BadChange::NoKeyInLine { line: line.to_owned() }.into());
                    };
                    let key = key.trim().to_owned();
                    if row.cells.iter().any(|(known, _)| *known == key) {
                        return Err(super::faults(&[RowFault {
                            line: 0,
                            problem: BadContent::KeyTwice { key },
                        }]));
                    }
                    row.cells.push((key, value.trim().to_owned()));
                }
            }
            // A text is one line of knowledge, whatever the form let somebody type.
            "text" | "label" | "title" | "name" | "note" | "focus" => {
                row.cells.push((id.clone(), tidy.replace('\n', " · ")));
            }
            _ => row.cells.push((id.clone(), tidy)),
        }
    }
    if let Some(key) = key {
        row.set("id", key);
    }
    Ok(row)
}
