//! What can be wrong in a knowledge file, a spreadsheet or a form.

use super::{NoName, Referent};

/// Why something that a file or a form says cannot be taken.
///
/// A key is that of a field, as `subject`; an id is that of an item, as `tur-pak.defence.1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum BadContent {
    /// The file breaks the rules of TOML.
    Syntax {
        /// What the parser says.
        message: String,
    },
    /// A field that has to be there is not.
    Missing {
        /// The field.
        key: String,
    },
    /// The same in a row of a table, or in a form.
    MissingCell {
        /// The field.
        key: String,
        /// Whether it is a form.
        in_form: bool,
    },
    /// An actor whose key is no ISO code has no name.
    NameMissing,
    /// A value is no text.
    NotText {
        /// The field.
        key: String,
        /// What it is, in TOML’s words.
        found: &'static str,
    },
    /// A text without letters.
    Empty {
        /// The field.
        key: String,
    },
    /// Bytes that are no UTF-8.
    NotUtf8 {
        /// The field.
        key: String,
    },
    /// A character that nobody can see.
    Invisible {
        /// The field.
        key: String,
        /// The character.
        character: char,
    },
    /// A text that is too long.
    TooLong {
        /// The field.
        key: String,
        /// Its characters.
        length: usize,
        /// The most.
        most: usize,
    },
    /// A value is no list.
    NotAList {
        /// The field.
        key: String,
    },
    /// A value is no whole number.
    NotWhole {
        /// The field.
        key: String,
        /// What it is.
        found: String,
    },
    /// A value is no number.
    NotANumber {
        /// The field.
        key: String,
        /// What it is.
        found: String,
    },
    /// A word that is not one of those that can be chosen.
    NotAWord {
        /// The field.
        key: String,
        /// The word.
        found: String,
        /// What there is.
        words: Vec<&'static str>,
    },
    /// A value is no table.
    NotATable {
        /// The field.
        key: String,
    },
    /// A value is no table of years by actor.
    NotATableOfYears {
        /// The field.
        key: String,
    },
    /// What stands for a year is none.
    NotAYear {
        /// The field.
        key: String,
        /// Whose year.
        who: String,
    },
    /// A text is no date.
    NotADate {
        /// The field.
        key: String,
        /// The text.
        found: String,
    },
    /// A text is no address that can be shown.
    NotAnAddress {
        /// The field.
        key: String,
        /// The text.
        found: String,
        /// The most characters.
        most: usize,
    },
    /// A text cannot be the key of an item.
    NotAnId {
        /// The text.
        found: String,
        /// The most characters.
        most: usize,
    },
    /// A digit that is no grade of credibility.
    NotACredibility {
        /// The digit.
        digit: i64,
    },
    /// A field that there is not.
    UnknownKey {
        /// The field.
        key: String,
        /// One that is spelt much like it.
        near: Option<&'static str>,
        /// All that there are.
        known: Vec<&'static str>,
    },
    /// Two items have one key.
    DuplicateId {
        /// The key.
        id: String,
    },
    /// What should be an organisation is another kind of actor.
    NotAnOrganisation {
        /// Its key.
        id: String,
    },
    /// Something referred to is not there.
    Unknown {
        /// What it should be.
        what: Referent,
        /// The key.
        id: String,
        /// What may have been meant: key and name.
        near: Option<(String, Option<String>)>,
    },
    /// Something refers to itself.
    ItselfNamed {
        /// Its key.
        id: String,
    },
    /// Two statements that each only say the other again.
    CircleOfRepeats {
        /// The one that is referred to.
        id: String,
        /// The other.
        first: String,
    },
    /// A reference to what only says another again.
    RepeatNamed {
        /// The one that is referred to.
        id: String,
        /// What it says again.
        first: String,
    },
    /// A name that somebody in the knowledge has.
    NameTaken {
        /// The name.
        name: String,
        /// Who has it.
        by: String,
        /// Their key.
        id: String,
    },
    /// A name that nobody could be asked for by.
    NotAName {
        /// The name.
        name: String,
        /// Why.
        why: NoName,
    },
    /// A name that two actors of the file have.
    NameShared {
        /// The name.
        name: String,
        /// The key of the other.
        id: String,
    },
    /// A word that means two areas.
    WordShared {
        /// The word.
        word: String,
        /// The key of the other area.
        id: String,
    },
    /// A source of the future.
    DateToCome {
        /// The field.
        key: &'static str,
        /// The date.
        date: String,
    },
    /// A source from before printing.
    BeforePrint {
        /// The field.
        key: &'static str,
        /// The date.
        date: String,
        /// The earliest year.
        earliest: i16,
    },
    /// A former name without its time.
    FormerName {
        /// The text.
        found: String,
    },
    /// An ambiguous name that can mean only one.
    FewChoices,
    /// An ambiguity without a name.
    NoAmbiguousName,
    /// A concept without words.
    NoWords,
    /// A word of a concept that has no letters.
    NoLetters {
        /// The word.
        found: String,
    },
    /// A concept that says what is asked, and nothing that is known.
    UnknownAsking {
        /// Its key.
        found: String,
        /// The keys that there are.
        words: Vec<String>,
    },
    /// A point in time beside a period.
    DateAndPeriod,
    /// A period that ends before it starts.
    Backwards,
    /// Somebody’s policy towards themselves.
    SubjectIsPartner {
        /// Who.
        id: String,
    },
    /// A partner that is named twice.
    PartnerTwice {
        /// Who.
        id: String,
    },
    /// A value without a unit, or a unit without a value.
    HalfFigure,
    /// Something that ended before it began.
    EndedBefore {
        /// When it ended.
        ended: String,
    },
    /// A recommendation with several focuses.
    TwoFocuses,
    /// A recommendation without an action.
    NoAction,
    /// An organisation without members.
    NoMembers,
    /// An item that is given and retracted at once.
    GivenAndRetracted {
        /// The item.
        item: String,
    },
    /// Something is retracted that is not there.
    NothingToRetract {
        /// The item.
        item: String,
    },
    /// A file of the public knowledge that retracts.
    PublicRetraction,
    /// A public item whose key is like that of a server’s own.
    ReservedId {
        /// The key.
        id: String,
        /// How such keys begin.
        start: &'static str,
    },
    /// A table about the world whose file is not there.
    NoSuchTable {
        /// The file.
        file: String,
    },
    /// Two tables about the world whose rows are of one sort.
    TwoTables {
        /// The sort.
        kind: &'static str,
        /// The file of the other.
        other: String,
    },
    /// A file of rows that no `[[table]]` describes.
    TableNotDescribed,
    /// A table about the world in a server’s own knowledge.
    ServerTable,
    /// A table with too many columns.
    ManyColumns {
        /// How many it has.
        columns: usize,
        /// The most.
        most: usize,
    },
    /// A file with too many rows.
    ManyRows {
        /// How many it has.
        rows: usize,
        /// The most.
        most: usize,
    },
    /// A file without a table.
    NoTable,
    /// A file with nothing in it.
    EmptyFile,
    /// An answer: as it is shown, copied as text, or one of its files.
    CopiedAnswer,
    /// A row that is longer or shorter than the head.
    UnequalRow {
        /// Its cells.
        cells: usize,
        /// The cells of the head.
        head: usize,
        /// What parts the cells; none in Markdown.
        separator: Option<char>,
    },
    /// A line that is no CSV.
    NotCsv,
    /// A text that goes on behind its closing quotation mark.
    TextAfterQuote,
    /// A blank before an opening quotation mark.
    BlankBeforeQuote,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// Two columns that mean the same.
    SameColumns {
        /// The head of the second.
        head: String,
    },
    /// Columns that mean nothing to us.
    UnknownColumns {
        /// The head of each, and a column that is spelt much like it.
        heads: Vec<(String, Option<&'static str>)>,
        /// All that there are.
        known: &'static [&'static str],
        /// What parts the cells; none in Markdown.
        separator: Option<char>,
    },
    /// A cell that may stand for nothing, or for something.
    NothingSaid {
        /// What it says.
        cell: String,
        /// Whose column.
        head: String,
    },
    /// A date that may be a month or a fiscal year.
    MonthOrYear {
        /// The field.
        key: String,
        /// What it says.
        found: String,
    },
    /// A row that says another server than the others, or none that there can be.
    OtherServer {
        /// What it says.
        found: String,
    },
    /// A number that may be thousands or a fraction.
    Thousands {
        /// What it says.
        found: String,
    },
    /// A row without a partner in a table whose other rows have one.
    NoPartner,
    /// A column of ours beside columns of countries, which say the same.
    BesidePartners {
        /// Its head.
        head: String,
    },
    /// Rows of a table that stand apart from it.
    RowsApart {
        /// The line of the head of the table.
        head: usize,
    },
    /// A row that says what another says.
    RepeatsLine {
        /// The line of the other.
        line: usize,
    },
    /// What stands above a table in the same file.
    NoHead,
    /// A field that is given twice.
    KeyTwice {
        /// The field.
        key: String,
    },
    /// A fact of the future that is not said to be planned.
    FactToCome {
        /// The date.
        date: String,
    },
}

/// A fault in a row of a spreadsheet, or in a form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowFault {
    /// The line, from 1; 0 for a form.
    pub line: usize,
    /// What is wrong.
    pub problem: BadContent,
}
