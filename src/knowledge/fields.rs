//! An item as a list of fields, in the words of the knowledge files: the one form behind files,
//! spreadsheets, forms and differences.

use super::item::{Item, Name, NameKind, PLAIN, Part};
use super::period::Period;
use super::words::{Bearing, Rank, Years, YesNo};

/// A field of an item that has a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its key in a knowledge file.
    pub key: &'static str,
    /// Its value.
    pub value: Value,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number, as its digits.
    Number(String),
    /// Several texts.
    List(Vec<String>),
    /// Parts of a recommendation.
    Parts(Vec<Part>),
}

/// What several texts are parted by where they stand in one.
const BETWEEN: &str = "; ";

/// A value as one text: lists with semicolons between, parts one a line.
#[must_use]
pub fn words_of(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Number(text) => text.clone(),
        Value::List(texts) => texts.join(BETWEEN),
        Value::Parts(parts) => parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join("\n"),
    }
}

/// Fields as lines of `key: value`, as a form shows them.
#[must_use]
pub fn lines<'a>(fields: impl IntoIterator<Item = &'a Field>) -> String {
    let lines: Vec<String> = fields
        .into_iter()
        .map(|field| format!("{}: {}", field.key, words_of(&field.value).replace('\n', " ")))
        .collect();
    lines.join("\n")
}

/// A field that differs between two versions of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its key.
    pub key: &'static str,
    /// What it was; none where it had no value.
    pub before: Option<String>,
    /// What it became.
    pub after: Option<String>,
}

/// What differs between two versions of an item, field by field; all of it where one is missing.
#[must_use]
pub fn differences(before: Option<&Item>, after: Option<&Item>) -> Vec<FieldChange> {
    let old = before.map(fields).unwrap_or_default();
    let new = after.map(fields).unwrap_or_default();
    let value = |fields: &[Field], key: &str| fields.iter().find(|f| f.key == key).map(|f| f.value.clone());
    let mut keys: Vec<&'static str> = new.iter().map(|field| field.key).collect();
    keys.extend(old.iter().map(|field| field.key).filter(|key| value(&new, key).is_none()));
    keys.into_iter()
        .filter_map(|key| {
            let (before, after) = (value(&old, key), value(&new, key));
            (before != after).then(|| FieldChange {
                key,
                before: before.as_ref().map(words_of),
                after: after.as_ref().map(words_of),
            })
        })
        .collect()
}

/// Collects the fields that have a value.
#[derive(Default)]
struct Fields(Vec<Field>);

impl Fields {
    fn text(&mut self, key: &'static str, text: impl Into<String>) {
        self.0.push(Field { key, value: Value::Text(text.into()) });
    }

    fn maybe(&mut self, key: &'static str, text: Option<impl ToString>) {
        if let Some(text) = text {
            self.text(key, text.to_string());
        }
    }

    fn number(&mut self, key: &'static str, digits: impl Into<String>) {
        self.0.push(Field { key, value: Value::Number(digits.into()) });
    }

    fn list(&mut self, key: &'static str, texts: Vec<String>) {
        if !texts.is_empty() {
            self.0.push(Field { key, value: Value::List(texts) });
        }
    }

    fn parts(&mut self, key: &'static str, parts: Vec<Part>) {
        if !parts.is_empty() {
            self.0.push(Field { key, value: Value::Parts(parts) });
        }
    }

    fn period(&mut self, period: &Period) {
        match (period.from, period.to) {
            (Some(from), Some(to)) if from == to => self.text("date", from.to_string()),
            (from, to) => {
                self.maybe("from", from);
                self.maybe("to", to);
            }
        }
    }

    fn rank(&mut self, rank: Rank) {
        if rank != Rank::Normal {
            self.text("rank", rank.as_str());
        }
    }
}

/// The fields of an item that have a value, in the order of the knowledge files.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a line a field, of every sort of item")]
pub fn fields(item: &Item) -> Vec<Field> {
    let mut fields = Fields::default();
    match item {
        Item::Actor(actor) => {
            fields.text("id", &actor.id);
            fields.text("kind", actor.kind.as_str());
            fields.text("name", &actor.name);
            fields.maybe("iso2", actor.iso2.as_ref());
            fields.maybe("flag", actor.flag.as_ref());
            fields.maybe("sort", actor.sort);
            if actor.prominence != PLAIN {
                fields.number("prominence", actor.prominence.to_string());
            }
            for (key, kind) in [
                ("aliases", NameKind::Alias),
                ("former", NameKind::Former),
                ("adjectives", NameKind::Adjective),
                ("metonyms", NameKind::Metonym),
            ] {
                let named = actor.names.iter().filter(|name| name.kind == kind);
                fields.list(key, named.map(Name::as_written).collect());
            }
            fields.maybe("from", actor.period.from);
            fields.maybe("to", actor.period.to);
            fields.list("successors", actor.successors.clone());
        }
        Item::Ambiguity(ambiguity) => {
            fields.list("names", vec![ambiguity.id.clone()]);
            fields.list("choices", ambiguity.choices.clone());
        }
        Item::Area(area) => {
            fields.text("id", &area.id);
            fields.text("name", &area.name);
            fields.list("synonyms", area.synonyms.clone());
        }
        Item::Concept(concept) => {
            fields.text("id", &concept.id);
            fields.maybe("area", concept.area.as_ref());
            fields.maybe("actor", concept.actor.as_ref());
            fields.maybe("class", concept.class);
            fields.list("words", concept.words.clone());
        }
        Item::Source(source) => {
            fields.text("id", &source.id);
            fields.text("title", &source.title);
            fields.maybe("publisher", source.publisher.as_ref());
            fields.maybe("author", source.author.as_ref());
            fields.text("kind", source.kind.as_str());
            fields.maybe("url", source.url.as_ref());
            fields.maybe("published", source.published);
            fields.maybe("accessed", source.accessed);
            fields.maybe("language", source.language.as_ref());
            fields.maybe("viewpoint", source.viewpoint.as_ref());
            fields.text("reliability", source.reliability.as_str());
            fields.maybe("note", source.note.as_ref());
        }
        Item::Statement(statement) => {
            fields.text("id", &statement.id);
            fields.text("subject", &statement.subject);
            fields.list("partners", statement.partners.clone());
            fields.text("area", &statement.area);
            fields.text("kind", statement.kind.as_str());
            fields.maybe("label", statement.label.as_ref());
            fields.text("text", &statement.text);
            fields.maybe("short", statement.short.as_ref());
            fields.maybe("framing", statement.framing.then_some(YesNo::Yes));
            fields.maybe("level", statement.level);
            fields.maybe("trend", statement.trend);
            fields.rank(statement.rank);
            fields.period(&statement.period);
            fields.maybe("ended", statement.ended);
            if let Some(figure) = &statement.figure {
                fields.number("value", &figure.value);
                fields.text("unit", &figure.unit);
                fields.maybe("basis", figure.basis.as_ref());
            }
            fields.text("source", &statement.source);
            fields.maybe("locator", statement.locator.as_ref());
            fields.maybe("claimed_by", statement.claimed_by.as_ref());
            fields.number("credibility", statement.credibility.digit().to_string());
            fields.maybe("confidence", statement.confidence);
            fields.maybe("why", statement.why.as_ref());
            for bearing in Bearing::ALL {
                let others = statement.evidence.iter().filter(|evidence| evidence.bearing == *bearing);
                fields.list(bearing.as_str(), others.map(|evidence| evidence.statement.clone()).collect());
            }
            fields.list("also", statement.also.clone());
        }
        Item::Recommendation(advice) => {
            fields.text("subject", &advice.subject);
            fields.list("partners", advice.partners.clone());
            fields.maybe("region", advice.region.as_ref());
            fields.text("area", &advice.area);
            fields.parts("focus", advice.focus.clone().into_iter().collect());
            fields.parts("action", advice.actions.clone());
            fields.parts("impact", advice.impacts.clone());
            fields.rank(advice.rank);
            fields.text("source", &advice.source);
            fields.number("credibility", advice.credibility.digit().to_string());
        }
        Item::Membership(membership) => {
            fields.text("id", &membership.id);
            fields.text("organisation", &membership.organisation);
            fields.text("member", &membership.member);
            fields.text("status", membership.status.as_str());
            fields.period(&membership.period);
            if membership.years == Years::Unsourced {
                fields.text("years", membership.years.as_str());
            }
            fields.text("source", &membership.source);
            fields.maybe("note", membership.note.as_ref());
        }
    }
    fields.0
}
