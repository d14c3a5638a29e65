//! What is said of a question that cannot be answered as asked.

use super::did_you_mean;
use crate::error::{BadQuestion, Replacement};
use crate::words::{DATE_RULE, or_list, quoted};

#[expect(clippy::too_many_lines, reason = "a sentence for each reason, and nothing else")]
pub(super) fn sentence(reason: &BadQuestion) -> String {
    match reason {
        BadQuestion::NotADiscussion { typed } if typed.is_empty() => {
            "Say which discussion, by its number: /discuss record 1. /discuss list shows those there are."
                .to_owned()
        }
        BadQuestion::NotADiscussion { typed } => {
            format!("{} is no number of a discussion; /discuss list shows those there are.", quoted(typed))
        }
        BadQuestion::Empty { example } => {
            format!("Nothing was asked. Try {example}, or /help for everything else.")
        }
        BadQuestion::LongQuestion { length, most } => {
            format!(
                "A question can have at most {most} characters, and this one has {length}; ask it in fewer words."
            )
        }
        BadQuestion::UnfinishedCommand { name, one } => {
            let topic = if matches!(name.as_str(), "channel" | "discuss") { "teams" } else { "knowledge" };
            format!("/{name} goes on with another word, as in /{one}; /help {topic} lists them all.")
        }
        BadQuestion::UnknownCommand { typed, near } => {
            let near: Vec<String> = near.iter().map(|name| format!("/{name}")).collect();
            format!("There is no command {}. {}", quoted(typed), did_you_mean(&near, "/help lists them all."))
        }
        BadQuestion::WhichCommand { typed, commands } => {
            format!("{} has {commands} commands. Which one?", quoted(typed))
        }
        BadQuestion::SlashOnly { command } => {
            format!("/{command} works on Discord, as a slash command; /help {command} explains it.")
        }
        BadQuestion::UnknownOption { command, typed, options } => {
            format!("/{command} has no option {}; it has {}.", quoted(typed), options.join(", "))
        }
        BadQuestion::OptionTwice { option } => format!("{option} is given twice; give it once."),
        BadQuestion::NoValue { option } => {
            format!("{option}: has no value; write one after the colon, or leave it out.")
        }
        BadQuestion::NotYesOrNo { option, typed } => format!("{option} is yes or no, not {}.", quoted(typed)),
        BadQuestion::NotADate { option, typed } => {
            format!("{option} is {}, and {DATE_RULE}.", quoted(typed))
        }
        BadQuestion::NotAPerson { option } => {
            format!("{option} is somebody on Discord: choose the person, or give their id.")
        }
        BadQuestion::NoWordsTaken { command, typed } => {
            format!("/{command} takes no words; {} is not understood.", quoted(typed))
        }
        BadQuestion::TooManyWords { most, example } => {
            format!("A question can have at most {most} words; name fewer, as in {example}.")
        }
        BadQuestion::NoSubject { example } => {
            format!("Whose policy? Name the subject too, as in {example}.")
        }
        BadQuestion::NobodyNamed { example } => format!("No country is named. Try, for example, {example}."),
        BadQuestion::UnknownActor { typed, near, also: _, example } if near.is_empty() => format!(
            "Unknown country or organisation {}. Give a name, a code or a flag, as in {example}.",
            quoted(typed)
        ),
        BadQuestion::UnknownActor { typed, near, also, .. } => format!(
            "Unknown country {}. Did you mean {}?{}",
            quoted(typed),
            or_list(near),
            replacements(also)
        ),
        BadQuestion::Ambiguous { typed, choices, also } => {
            format!("{} can mean {}. Which one?{}", quoted(typed), or_list(choices), replacements(also))
        }
        BadQuestion::NotOneActor { typed } => {
            format!("Name one country or organisation, not {}.", quoted(typed))
        }
        BadQuestion::UnknownArea { typed, near, all } => {
            let all = format!("The areas are {}.", all.join(", "));
            format!("Unknown area {}. {}", quoted(typed), did_you_mean(near, &all))
        }
        BadQuestion::TwoAreas { areas: [first, second] } => {
            format!("Two areas are named; ask for one at a time: {first} or {second}.")
        }
        BadQuestion::NoAreaTaken { command, area } => {
            format!("/{command} covers all areas at once, and “{area}” is one; /facts takes an area.")
        }
        BadQuestion::ComparedAlone { name, id } => {
            format!("A comparison needs {name} and at least one other; /profile {id} shows it alone.")
        }
        BadQuestion::ComparedWithItself { name } => {
            format!("{name} cannot be compared with itself; name it once, as the subject.")
        }
        BadQuestion::TooManyPartners { most, named } => {
            format!("At most {most} partners fit one comparison, and {named} are named; ask in two parts.")
        }
        BadQuestion::TooManyShared { most, named } => {
            format!("At most {most} fit side by side, and {named} are named; ask in two parts.")
        }
        BadQuestion::BenefitsInOneArea { line } => {
            format!("Benefits are shown for all areas at once; {line} shows one area.")
        }
        BadQuestion::BenefitsFromNobody { name, example } => {
            format!("Benefits are what {name} gains from somebody else; name a partner too, as in {example}.")
        }
        BadQuestion::BenefitsFromMany { named } => {
            format!("Benefits are shown for one partner at a time, and {named} are named.")
        }
        BadQuestion::RecommendationsToMany { named } => {
            format!("Recommendations are made to one country, and {named} are named; choose one of them.")
        }
        BadQuestion::FactsAboutMany { named } => format!(
            "Facts are shown for one subject and one partner, and {named} names are given; /compare takes more."
        ),
        BadQuestion::NotTwo { command, named } => {
            format!("/{command} is about two, and {named} are named; choose two of them.")
        }
        BadQuestion::NotOne { command, named } => {
            format!("/{command} takes one name, and {named} are given; choose one.")
        }
        BadQuestion::OneMoreNeeded { name, example, line } => {
            format!("Name another beside {name}, as in {example}; {line} shows it alone.")
        }
        BadQuestion::NotAnOrganisation { name, line } => {
            format!("{name} is not an organisation; {line} shows what it belongs to.")
        }
        BadQuestion::HasNoBorders { name, line } => {
            format!("{name} is an organisation and has no borders; {line} shows its members.")
        }
        BadQuestion::BackwardsPeriod => {
            "The period asked for ends before it starts; swap from and to.".to_owned()
        }
        BadQuestion::FutureDate { date, today } => {
            format!("{date} is still to come; ask as of a date up to today, {today}.")
        }
        BadQuestion::NoSuchSection { name, there } if there.is_empty() => {
            format!("This answer has no section “{name}”; it is all on one screen.")
        }
        BadQuestion::NoSuchSection { name, there } => {
            let there: Vec<&str> = there.iter().map(|name| name.as_str()).collect();
            format!("This answer has no section “{name}”; it has {}.", there.join(", "))
        }
        BadQuestion::NoItemNamed { example } => format!("Which item? Give its key, as in {example}."),
        BadQuestion::UnknownItem { typed, near: Some(near) } => {
            format!("There is no item {}. Did you mean {near}?", quoted(typed))
        }
        BadQuestion::UnknownItem { typed, near: None } => format!(
            "There is no item {}; /knowledge history and /knowledge export give the keys of items.",
            quoted(typed)
        ),
        BadQuestion::UnknownSource { typed, near } => {
            format!(
                "There is no source {}. {}",
                quoted(typed),
                did_you_mean(near, "/sources lists them all.")
            )
        }
        BadQuestion::NotAProposal { typed, option } => {
            format!("There is no proposal {}; give its number as {option}.", quoted(typed))
        }
        BadQuestion::UnknownProposal { number } => {
            format!("There is no proposal #{number} here; /knowledge review shows the next one.")
        }
    }
}

/// What else a line on offer replaces: nothing that is offered is to be a surprise.
fn replacements(also: &[Replacement]) -> String {
    also.iter().map(|one| format!(" {} would then be {}.", quoted(&one.typed), one.name)).collect()
}
