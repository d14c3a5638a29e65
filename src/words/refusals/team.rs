//! What is said where a team cannot do something as asked.

use crate::error::{BadTeam, TeamText, TeamThing};
use crate::words::quoted;

pub(super) fn sentence(reason: &BadTeam) -> String {
    match reason {
        BadTeam::NoServer => "This works only in a server, not in direct messages.".to_owned(),
        BadTeam::MayNotWrite => "To take part you need permission to write here.".to_owned(),
        BadTeam::NotModerator { act } => format!(
            "To {} you need Manage Channels here, or the bot’s editor level; ask somebody who has it.",
            act.as_str()
        ),
        BadTeam::NoFocus => "This channel has no focus; /channel focus gives it one.".to_owned(),
        BadTeam::UnknownDiscussion { number } => {
            format!("There is no discussion #{number} here; /discuss list shows those there are.")
        }
        BadTeam::NoDiscussionHere => {
            "No discussion takes place here; /discuss list shows those of this channel, /discuss open opens one."
                .to_owned()
        }
        BadTeam::NotOpen { number } => format!(
            "Voting on #{number} is over; /discuss record {number} shows what came of it."
        ),
        BadTeam::StillOpen { number } => {
            format!("Discussion #{number} is already open.")
        }
        BadTeam::ClosedAlready { number } => {
            format!("Discussion #{number} is decided; /discuss reopen opens it again.")
        }
        BadTeam::OptionCount { given } => format!(
            "A question has 2 to 10 options, not {given}; separate them with semicolons: Accept; Decline; Wait."
        ),
        BadTeam::SameOption { text } => {
            format!("The option {} is there twice; options have to differ.", quoted(text))
        }
        BadTeam::NoSuchOption => "There is no such option any more; choose again.".to_owned(),
        BadTeam::NoPosition => "You have taken no position yet; take one first.".to_owned(),
        BadTeam::TextLength { what, most } => {
            let what = match what {
                TeamText::Topic => "The topic",
                TeamText::Option => "An option",
                TeamText::Reason => "The reason",
                TeamText::Note => "The note",
                TeamText::Decision => "The decision",
            };
            format!("{what} must have 1 to {most} characters.")
        }
        BadTeam::NotATime { typed } => format!(
            "The time {} cannot be read. Write 3d, 2h, 18:00, 2026-12-01, or 2026-12-01 18:00 +03:00; without an \
             offset it is UTC.",
            quoted(typed)
        ),
        BadTeam::TimeOver { at } => format!("<t:{at}:F> has passed, or is less than a minute away; choose a later time."),
        BadTeam::TimeTooFar => "That is more than a year away; choose a time within a year.".to_owned(),
        BadTeam::NoSuchNote { number } => {
            format!("You have no note {number} here; the notes in /discuss summary have their numbers.")
        }
        BadTeam::AboutNothing { typed } => format!(
            "{} is neither the key of an item nor an area; leave it empty, or see /areas.",
            quoted(typed)
        ),
        BadTeam::NothingToChallenge => {
            "This discussion has no statement to challenge.".to_owned()
        }
        BadTeam::ChallengedAlready => "That statement is challenged or deprecated already; see /discuss summary.".to_owned(),
        BadTeam::TooMany { what, most } => match what {
            TeamThing::Discussions => {
                format!("{most} discussions are open here, which is the most; close one first.")
            }
            TeamThing::Notes => {
                format!("You have {most} notes in this discussion, which is the most; edit or retract one.")
            }
            TeamThing::Follows => {
                format!("This channel follows {most} things, which is the most; /channel unfollow ends one.")
            }
            TeamThing::Questions => {
                format!("You are already waiting for {most} answers, which is the most.")
            }
        },
        BadTeam::FollowedAlready => "This channel follows that already; see /channel following.".to_owned(),
        BadTeam::NotFollowed => "This channel does not follow that; see /channel following.".to_owned(),
        BadTeam::FollowWhat => {
            "Say what to follow: one actor, two for a pair, an area, or an organisation.".to_owned()
        }
    }
}
