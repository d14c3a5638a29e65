//! Why a question cannot be answered as asked.

use crate::knowledge::PartialDate;
use crate::section::SectionName;

/// A question that cannot be answered as asked. Texts that were typed are as typed; names and keys are ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadQuestion {
    /// It is no number of a discussion.
    NotADiscussion {
        /// What was typed.
        typed: String,
    },
    /// There are no words in it.
    Empty {
        /// What could be asked.
        example: &'static str,
    },
    /// A question that is longer than any is read.
    LongQuestion {
        /// Its length, in characters.
        length: usize,
        /// The longest.
        most: usize,
    },
    /// The word is the first of several commands.
    UnfinishedCommand {
        /// The first word.
        name: String,
        /// One of the commands.
        one: &'static str,
    },
    /// No command has this name.
    UnknownCommand {
        /// What was typed.
        typed: String,
        /// Commands with similar names.
        near: Vec<&'static str>,
    },
    /// The word is the first of several commands, about which help was asked.
    WhichCommand {
        /// What was typed.
        typed: String,
        /// How many there are.
        commands: usize,
    },
    /// The command is a slash command on Discord alone.
    SlashOnly {
        /// Its name.
        command: &'static str,
    },
    /// The command has no such option.
    UnknownOption {
        /// Its name.
        command: &'static str,
        /// What was typed.
        typed: String,
        /// The options that it has.
        options: Vec<&'static str>,
    },
    /// An option is given twice.
    OptionTwice {
        /// Its name.
        option: String,
    },
    /// An option has no value.
    NoValue {
        /// Its name.
        option: String,
    },
    /// An option that is yes or no is neither.
    NotYesOrNo {
        /// Its name.
        option: &'static str,
        /// What was typed.
        typed: String,
    },
    /// An option that is a date is none.
    NotADate {
        /// Its name.
        option: String,
        /// What was typed.
        typed: String,
    },
    /// An option that is somebody on Discord is not.
    NotAPerson {
        /// Its name.
        option: &'static str,
    },
    /// The command takes no words.
    NoWordsTaken {
        /// Its name.
        command: &'static str,
        /// What was typed.
        typed: String,
    },
    /// More words than are read.
    TooManyWords {
        /// How many are.
        most: usize,
        /// What could be asked.
        example: &'static str,
    },
    /// Options are given without the subject.
    NoSubject {
        /// What could be asked.
        example: &'static str,
    },
    /// No country is named.
    NobodyNamed {
        /// What could be asked.
        example: &'static str,
    },
    /// A name that nobody has.
    UnknownActor {
        /// What was typed.
        typed: String,
        /// Similar names.
        near: Vec<String>,
        /// What else the lines on offer replace.
        also: Vec<Replacement>,
        /// What could be asked.
        example: &'static str,
    },
    /// A name that several have.
    Ambiguous {
        /// What was typed.
        typed: String,
        /// Who has it.
        choices: Vec<String>,
        /// What else the lines on offer replace.
        also: Vec<Replacement>,
    },
    /// Several names where one is wanted.
    NotOneActor {
        /// What was typed.
        typed: String,
    },
    /// An area that there is not.
    UnknownArea {
        /// What was typed.
        typed: String,
        /// Similar areas.
        near: Vec<String>,
        /// All areas.
        all: Vec<String>,
    },
    /// Two areas where one is wanted.
    TwoAreas {
        /// The names of both.
        areas: [String; 2],
    },
    /// The answer is about all areas at once, and one was named.
    NoAreaTaken {
        /// The name of the command.
        command: &'static str,
        /// The name of the area.
        area: String,
    },
    /// A comparison with nobody.
    ComparedAlone {
        /// The name of the subject.
        name: String,
        /// Its key.
        id: String,
    },
    /// A comparison with oneself.
    ComparedWithItself {
        /// The name of the subject.
        name: String,
    },
    /// More partners than fit one comparison.
    TooManyPartners {
        /// How many fit.
        most: usize,
        /// How many are named.
        named: usize,
    },
    /// More than fit side by side.
    TooManyShared {
        /// How many fit.
        most: usize,
        /// How many are named.
        named: usize,
    },
    /// Benefits in one area.
    BenefitsInOneArea {
        /// The line that shows one.
        line: String,
    },
    /// Benefits from nobody.
    BenefitsFromNobody {
        /// The name of the subject.
        name: String,
        /// What could be asked.
        example: &'static str,
    },
    /// Benefits from several.
    BenefitsFromMany {
        /// How many.
        named: usize,
    },
    /// Recommendations to several.
    RecommendationsToMany {
        /// How many.
        named: usize,
    },
    /// Facts about more than a pair.
    FactsAboutMany {
        /// How many.
        named: usize,
    },
    /// More than two where two are wanted.
    NotTwo {
        /// The name of the command.
        command: &'static str,
        /// How many.
        named: usize,
    },
    /// More than one where one is wanted.
    NotOne {
        /// The name of the command.
        command: &'static str,
        /// How many.
        named: usize,
    },
    /// One where two are wanted.
    OneMoreNeeded {
        /// Who is named.
        name: String,
        /// What could be asked.
        example: &'static str,
        /// The line that shows them alone.
        line: String,
    },
    /// A state where an organisation is wanted.
    NotAnOrganisation {
        /// Its name.
        name: String,
        /// The line that shows what it belongs to.
        line: String,
    },
    /// An organisation where borders are asked about.
    HasNoBorders {
        /// Its name.
        name: String,
        /// The line that shows its members.
        line: String,
    },
    /// A period that ends before it starts.
    BackwardsPeriod,
    /// A date that is still to come.
    FutureDate {
        /// The date.
        date: PartialDate,
        /// Today.
        today: PartialDate,
    },
    /// The answer has no such section.
    NoSuchSection {
        /// The section.
        name: SectionName,
        /// Those that it has.
        there: Vec<SectionName>,
    },
    /// The command needs the key of an item.
    NoItemNamed {
        /// What could be asked.
        example: &'static str,
    },
    /// An item that there is not; one of another server is none here.
    UnknownItem {
        /// What was typed.
        typed: String,
        /// The same key in other letters.
        near: Option<String>,
    },
    /// A source that there is not.
    UnknownSource {
        /// What was typed.
        typed: String,
        /// Similar keys.
        near: Vec<String>,
    },
    /// What was typed is no number of a proposal.
    NotAProposal {
        /// What was typed.
        typed: String,
        /// The option that takes it.
        option: String,
    },
    /// A proposal that there is not.
    UnknownProposal {
        /// Its number.
        number: i64,
    },
}

/// An unknown name for which there is but one suggestion, and that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// What was typed.
    pub typed: String,
    /// The name suggested.
    pub name: String,
}
