//! What is said of a fault in a knowledge file, a spreadsheet or a form: what is wrong; what would be right.

use std::fmt;

use crate::error::{BadContent, NoName, Referent, RowFault};
use crate::words::{DATE_RULE, and_list, quoted};

impl fmt::Display for BadContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", wrong(self), right(self))
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        self.problem.fmt(f)
    }
}

fn what(referent: Referent) -> &'static str {
    match referent {
        Referent::Actor => "actor",
        Referent::Organisation => "organisation",
        Referent::Area => "area",
        Referent::Source => "source",
        Referent::Statement => "statement",
    }
}

/// “an integer”, “a table”.
fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}

#[expect(clippy::too_many_lines, reason = "a clause for each fault, and nothing else")]
fn wrong(content: &BadContent) -> String {
    match content {
        BadContent::Syntax { message } => format!("bad TOML: {message}"),
        BadContent::Missing { key } | BadContent::MissingCell { key, .. } => format!("`{key}` is missing"),
        BadContent::NameMissing => "`name` is missing".to_owned(),
        BadContent::NotText { key, found } => format!("`{key}` is {}", with_article(found)),
        BadContent::Empty { key } => format!("`{key}` is empty"),
        BadContent::NotUtf8 { key } => format!("`{key}` is not UTF-8 text"),
        BadContent::Invisible { key, character } => {
            format!("`{key}` has the invisible character U+{:04X}", u32::from(*character))
        }
        BadContent::TooLong { key, length, .. } => format!("`{key}` has {length} characters"),
        BadContent::NotAList { key } => format!("`{key}` is not a list"),
        BadContent::NotWhole { key, found } => format!("`{key}` is {}, no whole number", quoted(found)),
        BadContent::NotANumber { key, found } => format!("`{key}` is {}, no number", quoted(found)),
        BadContent::NotAWord { key, found, .. }
        | BadContent::NotADate { key, found }
        | BadContent::NotAnAddress { key, found, .. } => format!("`{key}` is {}", quoted(found)),
        BadContent::NotATable { key } | BadContent::NotATableOfYears { key } => {
            format!("`{key}` is not a table")
        }
        BadContent::NotAYear { key, who } => format!("`{key}.{who}` is no year"),
        BadContent::NotAnId { found, .. } => format!("`id` is {}", quoted(found)),
        BadContent::NotACredibility { digit } => format!("`credibility` is {digit}"),
        BadContent::UnknownKey { key, .. } => format!("unknown key `{}`", short(key)),
        BadContent::DuplicateId { id } => format!("duplicate id {}", quoted(id)),
        BadContent::NotAnOrganisation { id } => format!("{} is no organisation", quoted(id)),
        BadContent::Unknown { what: referent, id, .. } => {
            format!("unknown {} {}", what(*referent), quoted(id))
        }
        BadContent::ItselfNamed { id } => format!("{} refers to itself", quoted(id)),
        BadContent::CircleOfRepeats { id, first } | BadContent::RepeatNamed { id, first } => {
            format!("{} only says “{first}” again itself", quoted(id))
        }
        BadContent::NameTaken { name, by, id } => {
            format!("{} is a name of {by} ({id}) already", quoted(name))
        }
        BadContent::NotAName { name, why } => {
            let name = quoted(name);
            match why {
                NoName::NoLetters => format!("{name} has no letters"),
                NoName::Separator => format!("{name} stands between names in questions"),
                NoName::Area(area) => format!("{name} means the area {area}"),
                NoName::Ambiguous => format!("{name} is known to mean several countries"),
                NoName::LooksLike(other) => format!("{name} looks like a name of {other}"),
            }
        }
        BadContent::NameShared { name, id } => format!("{} is a name of {id} too", quoted(name)),
        BadContent::WordShared { word, id } => format!("{} means the area {id} too", quoted(word)),
        BadContent::DateToCome { key, date } => format!("`{key}` is {date}, which is still to come"),
        BadContent::BeforePrint { key, date, .. } => {
            format!("`{key}` is {date}, before anything was published")
        }
        BadContent::FormerName { found } => format!("the former name is {}", quoted(found)),
        BadContent::FewChoices => "an ambiguous name has fewer than two choices".to_owned(),
        BadContent::NoAmbiguousName => "no ambiguous name is given".to_owned(),
        BadContent::NoWords => "a concept without words".to_owned(),
        BadContent::NoLetters { found } => format!("{} has no letters or digits", quoted(found)),
        BadContent::UnknownAsking { found, .. } => {
            format!("{} asks for nothing that is known", quoted(found))
        }
        BadContent::DateAndPeriod => "`date` stands beside `from` or `to`".to_owned(),
        BadContent::Backwards => "the period ends before it starts".to_owned(),
        BadContent::SubjectIsPartner { id } => format!("{} is subject and partner at once", quoted(id)),
        BadContent::PartnerTwice { id } => format!("{} is a partner twice", quoted(id)),
        BadContent::HalfFigure => "a figure needs both `value` and `unit`".to_owned(),
        BadContent::EndedBefore { ended } => format!("it ended on {ended}, before it began"),
        BadContent::TwoFocuses => "a recommendation has two policy focuses".to_owned(),
        BadContent::NoAction => "a recommendation has no action".to_owned(),
        BadContent::NoMembers => "an organisation has no members".to_owned(),
        BadContent::GivenAndRetracted { item } => format!("{item} is both given and retracted"),
        BadContent::NothingToRetract { item } => format!("there is no {item} to retract"),
        BadContent::PublicRetraction => "the public knowledge retracts nothing".to_owned(),
        BadContent::ReservedId { id, start } => format!("{} starts with {start}", quoted(id)),
        BadContent::NoSuchTable { file } => format!("there is no file {}", quoted(file)),
        BadContent::TwoTables { kind, other } => format!("{} holds {kind} already", quoted(other)),
        BadContent::TableNotDescribed => "no [[table]] describes this file".to_owned(),
        BadContent::ServerTable => "a server has no tables of its own".to_owned(),
        BadContent::ManyColumns { columns, .. } => format!("the table has {columns} columns"),
        BadContent::ManyRows { rows, .. } => format!("the file has {rows} rows"),
        BadContent::NoTable => "there is no table with rows in it".to_owned(),
        BadContent::EmptyFile => "the file is empty".to_owned(),
        BadContent::CopiedAnswer => "this is an answer, made for reading".to_owned(),
        BadContent::UnequalRow { cells, head, .. } => {
            format!("the row has {cells} cells and the head {head}")
        }
        BadContent::NotCsv => "the line is no CSV".to_owned(),
        BadContent::TextAfterQuote => "text goes on after the closing quotation mark".to_owned(),
        BadContent::BlankBeforeQuote => "a blank stands before the quotation mark".to_owned(),
        BadContent::OpenQuote => "the quotation mark is never closed".to_owned(),
        BadContent::SameColumns { head } => {
            format!("two columns of the table mean the same: {}", quoted(head))
        }
        BadContent::UnknownColumns { heads, .. } => {
            let names: Vec<String> = heads.iter().map(|(head, _)| quoted(head)).collect();
            format!("unknown {} {}", if names.len() > 1 { "columns" } else { "column" }, and_list(&names))
        }
        BadContent::NothingSaid { cell, head } => {
            format!("{} under {} may say nothing", quoted(cell), quoted(head))
        }
        BadContent::MonthOrYear { key, found } => {
            format!("`{key}` is {}, a month or a fiscal year", quoted(found))
        }
        BadContent::OtherServer { found } => format!("`server` is {}", quoted(found)),
        BadContent::Thousands { found } => format!("`value` is {}, thousands or a fraction", quoted(found)),
        BadContent::NoPartner => "the row names no partner, and others do".to_owned(),
        BadContent::BesidePartners { head } => {
            format!("{} and the columns of countries say the same thing", quoted(head))
        }
        BadContent::RowsApart { .. } => "rows stand apart from their table".to_owned(),
        BadContent::RepeatsLine { line } => format!("the row says what line {line} says"),
        BadContent::NoHead => "the line is taken for the head, and has one filled cell".to_owned(),
        BadContent::KeyTwice { key } => format!("`{}` is given twice", short(key)),
        BadContent::FactToCome { date } => format!("the fact is dated {date}, which is still to come"),
    }
}

#[expect(clippy::too_many_lines, reason = "a clause for each fault, and nothing else")]
fn right(content: &BadContent) -> String {
    match content {
        BadContent::Syntax { .. } => "see toml.io for how it is written".to_owned(),
        BadContent::Missing { key } => format!("add `{key} = …`"),
        BadContent::MissingCell { key, in_form: true } => format!("add a line `{key}: …`"),
        BadContent::MissingCell { key, .. } if key == "source" || key == "subject" => {
            format!("give the {key} of all rows with the file, or a column for it")
        }
        BadContent::MissingCell { .. } => "fill it, in a column of that name".to_owned(),
        BadContent::NameMissing => "an actor without an ISO code needs `name = …`".to_owned(),
        BadContent::NotText { .. } => "write it as a text in quotation marks".to_owned(),
        BadContent::Empty { .. } => "write the text, or leave the key out".to_owned(),
        BadContent::NotUtf8 { .. } => "save the file as UTF-8".to_owned(),
        BadContent::Invisible { .. } => "remove it".to_owned(),
        BadContent::TooLong { most, .. } | BadContent::ManyColumns { most, .. } => {
            format!("{most} are the most")
        }
        BadContent::NotAList { key } => format!("write `{key} = [\"…\"]`"),
        BadContent::NotWhole { .. } => "write digits alone, such as 3".to_owned(),
        BadContent::NotANumber { key, .. } => {
            format!("write `{key}` with digits and at most one point, as 1400000000 or 1.4")
        }
        BadContent::NotAWord { words, .. } => format!("it is one of {}", words.join(", ")),
        BadContent::NotATable { .. } => "write it as `{ … }` or as `[[…]]`".to_owned(),
        BadContent::NotATableOfYears { key } => format!("write `{key} = {{ TUR = 1952 }}`"),
        BadContent::NotAYear { .. } => "write it as 1952".to_owned(),
        BadContent::NotADate { .. } => DATE_RULE.to_owned(),
        BadContent::NotAnAddress { most, .. } => {
            format!("an address is http(s), without a user name, of up to {most} characters")
        }
        BadContent::NotAnId { most, .. } => format!(
            "a key is made of up to {most} letters (A–Z, a–z), digits, “-”, “.” and “_”, and ends with a letter or a \
             digit"
        ),
        BadContent::NotACredibility { .. } => {
            "credibility is a whole number from 1 (confirmed) to 6 (cannot be judged)".to_owned()
        }
        BadContent::UnknownKey { near: Some(near), .. } => format!("did you mean `{near}`?"),
        BadContent::UnknownKey { known, .. } => format!("the keys here are {}", known.join(", ")),
        BadContent::DuplicateId { .. } => "another entry has it already; choose one that is free".to_owned(),
        BadContent::NotAnOrganisation { .. } => "name an actor with `kind = \"organisation\"`".to_owned(),
        BadContent::Unknown { near: Some((id, None)), .. } => format!("did you mean “{id}”?"),
        BadContent::Unknown { near: Some((id, Some(name))), .. } => format!("did you mean “{id}” ({name})?"),
        BadContent::Unknown { what: referent, .. } => {
            format!("add the {}, or name one that is there", what(*referent))
        }
        BadContent::ItselfNamed { .. } => "name another statement, or none".to_owned(),
        BadContent::CircleOfRepeats { .. } => "they repeat each other: let one of them stand".to_owned(),
        BadContent::RepeatNamed { first, .. } => format!("name “{first}”, which says it first"),
        BadContent::NameTaken { .. } => {
            "take another name, or give this one to that actor as an alias".to_owned()
        }
        BadContent::NotAName { .. } => "choose another name".to_owned(),
        BadContent::NameShared { .. } => {
            "take it from one of them, or list it under [[ambiguous]]".to_owned()
        }
        BadContent::WordShared { .. } => "take it from one of them".to_owned(),
        BadContent::DateToCome { .. } => "give the date that the source bears".to_owned(),
        BadContent::BeforePrint { earliest, .. } => format!("{earliest} is the earliest year"),
        BadContent::FormerName { .. } => {
            "write it with the last date of its use, as in \"Burma (until 1989)\"".to_owned()
        }
        BadContent::FewChoices => "name at least two actors".to_owned(),
        BadContent::NoAmbiguousName => "add `names = [\"…\"]`".to_owned(),
        BadContent::NoWords => "add `words = [\"…\"]`".to_owned(),
        BadContent::NoLetters { .. } => "write a word, or the beginning of words and *".to_owned(),
        BadContent::UnknownAsking { words, .. } => format!("use one of {}", words.join(", ")),
        BadContent::DateAndPeriod => "give a point in time or a period".to_owned(),
        BadContent::Backwards => "`to` is not before `from`".to_owned(),
        BadContent::SubjectIsPartner { .. } => "name the other side".to_owned(),
        BadContent::PartnerTwice { .. } => "name it once".to_owned(),
        BadContent::HalfFigure => "give both, or neither".to_owned(),
        BadContent::EndedBefore { .. } => "check both dates".to_owned(),
        BadContent::TwoFocuses => "make it two recommendations".to_owned(),
        BadContent::NoAction => "add `action = { id = …, text = … }`".to_owned(),
        BadContent::NoMembers => "add `members = [\"…\"]`".to_owned(),
        BadContent::GivenAndRetracted { .. } | BadContent::SameColumns { .. } => {
            "remove one of them".to_owned()
        }
        BadContent::NothingToRetract { .. } => "name one that is there".to_owned(),
        BadContent::PublicRetraction => "remove the item itself".to_owned(),
        BadContent::ReservedId { .. } => {
            "such keys are those of servers’ own items, or of tables; choose another".to_owned()
        }
        BadContent::NoSuchTable { .. } => {
            "name a .csv file in the folder `world`, such as world/borders.csv".to_owned()
        }
        BadContent::TwoTables { .. } => "put the rows of one sort into one file".to_owned(),
        BadContent::TableNotDescribed => {
            "add a [[table]] with file, holds, source, as_of and limits to a .toml file, or remove it"
                .to_owned()
        }
        BadContent::ServerTable => "give statements and memberships instead".to_owned(),
        BadContent::ManyRows { most, .. } => format!("{most} are the most; import it in parts"),
        BadContent::CopiedAnswer => {
            "/knowledge export gives what is known as a file that can be imported".to_owned()
        }
        BadContent::NoTable | BadContent::EmptyFile => {
            "a table has a head and at least one row, in CSV or Markdown".to_owned()
        }
        BadContent::UnequalRow { separator: None, .. } => {
            "give every row as many cells as the head; a bar inside a cell is written \\|".to_owned()
        }
        BadContent::UnequalRow { separator: Some(separator), .. } => format!(
            "give every row as many cells as the head; a cell with a {} stands in quotation marks",
            called(*separator)
        ),
        BadContent::NotCsv => "see RFC 4180 for how it is written".to_owned(),
        BadContent::TextAfterQuote => "inside quotation marks, one is written twice: \"\"".to_owned(),
        BadContent::BlankBeforeQuote => "a cell in quotation marks starts with one".to_owned(),
        BadContent::OpenQuote => "close it; inside quotation marks, one is written twice: \"\"".to_owned(),
        BadContent::UnknownColumns { heads, known, separator } => {
            let near: Vec<String> =
                heads.iter().filter_map(|(_, near)| Some(format!("“{}”", (*near)?))).collect();
            let parted = separator.map_or(String::new(), |separator| {
                format!("cells are read as parted by a {}; ", called(separator))
            });
            if near.len() == heads.len() {
                format!("did you mean {}?", and_list(&near))
            } else {
                format!("{parted}a column is the name of a country, or one of {}", known.join(", "))
            }
        }
        BadContent::NothingSaid { .. } => {
            "leave the cell empty where there is nothing, or write what the source says".to_owned()
        }
        BadContent::MonthOrYear { found, .. } => {
            let (year, other) = found.split_once('-').unwrap_or((found, ""));
            format!("write FY {year}-{other} for the year, or {year}M{other} for the month")
        }
        BadContent::OtherServer { .. } => {
            "every row of a file gives the id of the same server, or none".to_owned()
        }
        BadContent::Thousands { found } => {
            let digits = found.replace('.', "");
            format!("write {digits} for thousands, or {found}0 for the fraction")
        }
        BadContent::NoPartner => {
            "name it in each row; merged cells hold it in their first row alone".to_owned()
        }
        BadContent::BesidePartners { .. } => "make two tables of it".to_owned(),
        BadContent::RowsApart { head } => {
            format!("put them below the others (the head is in line {head}), without a blank line between")
        }
        BadContent::RepeatsLine { .. } => "remove one of them".to_owned(),
        BadContent::NoHead => "remove what stands above the head of the table".to_owned(),
        BadContent::KeyTwice { .. } => "give it once".to_owned(),
        BadContent::FactToCome { .. } => {
            "say in its text that it is planned, announced or expected, or check the date".to_owned()
        }
    }
}

/// What a separator is called.
fn called(separator: char) -> String {
    match separator {
        ',' => "comma".to_owned(),
        ';' => "semicolon".to_owned(),
        '\t' => "tab".to_owned(),
        other => format!("“{other}”"),
    }
}

/// A key as it can be repeated: whoever writes files may write a very long one.
fn short(key: &str) -> String {
    let quoted = quoted(key);
    quoted.trim_start_matches('“').trim_end_matches('”').to_owned()
}
