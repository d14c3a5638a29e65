//! From an [`Asking`] to a [`Request`]: names resolved, numbers checked, and one clear sentence
//! for whatever is not right.

use super::names::{MOST_WORDS, Piece, is_blank, presumed, read, suggest};
use super::offers::{also_replaced, line, names, offers};
use super::options::{direction, view, word_option};
use super::{Asking, Curation, Defaults, Parsed, Request, Understanding, world};
use crate::commands::{self, Availability, Command, HelpTopic, Takes};
use crate::error::{BadQuestion, Choice, Offer, Refusal};
use crate::knowledge::fold::is_invisible;
use crate::knowledge::period::NotADate;
use crate::knowledge::person::person;
use crate::knowledge::{Actor, Catalogue, PartialDate};

/// The most partners that one comparison has.
pub const MOST_COMPARED: usize = 5;

/// Understands a command and its words.
///
/// # Errors
/// A refusal that says what is wrong, with the lines that would work.
pub fn understand(
    asking: &Asking,
    catalogue: &Catalogue,
    defaults: Option<&Defaults>,
) -> Result<Understanding, Refusal> {
    let filled = defaults.and_then(|defaults| defaults.fill(asking));
    let from_focus = filled.as_ref().map_or(Vec::new(), |(_, taken)| taken.clone());
    let asking = filled.as_ref().map_or(asking, |(filled, _)| filled);
    if asking.lacks_subject {
        return Err(BadQuestion::NoSubject { example: asking.command.info().example }.into());
    }
    // Of an option that somebody gave and left empty, nothing can be meant.
    let empty = asking.options.iter().find(|(_, value)| is_blank(value));
    if let Some((name, _)) = empty {
        return Err(BadQuestion::NoValue { option: name.clone() }.into());
    }
    let view = view(asking)?;
    if asking.command == Command::Ask {
        let parsed = Parsed::Question(super::ask::put(asking, catalogue)?);
        return Ok(Understanding { parsed, view, repeated: Vec::new(), from_focus, presumed: Vec::new() });
    }
    let pieces = pieces(asking, catalogue);
    let presumed = (0..pieces.len()).filter_map(|index| Some(presumed(&pieces, index)?.1)).collect();
    if asking.command == Command::Compare {
        let (request, repeated) = compare(asking, catalogue)?;
        return Ok(Understanding { parsed: Parsed::Request(request), view, repeated, from_focus, presumed });
    }
    let request = match asking.command {
        Command::Benefits => benefits(asking, catalogue),
        Command::Recommend => recommend(asking, catalogue),
        Command::Facts => facts(asking, catalogue),
        Command::Areas => alone(asking, Request::Areas),
        Command::Sources => Ok(Request::Sources { id: single(asking, "id") }),
        Command::Help => help(asking),
        Command::Profile
        | Command::Timeline
        | Command::Relations
        | Command::Organisation
        | Command::Shared
        | Command::Neighbours
        | Command::Brief => world::understand(asking, catalogue),
        Command::Ranking => world::rank(asking, catalogue),
        Command::Show => show(asking),
        Command::History => history(asking, catalogue),
        Command::Whoami => alone(asking, Request::Curation(Curation::Whoami)),
        Command::Review => review(asking),
        Command::Audit => alone(asking, Request::Curation(Curation::Audit)),
        Command::Gaps => alone(asking, Request::Curation(Curation::Gaps)),
        Command::ShowFocus
        | Command::Following
        | Command::Discussions
        | Command::Summary
        | Command::Record
        | Command::Changes => super::team::understand(asking).map(Request::Team),
        other => {
            debug_assert!(other.info().availability == Availability::BySlash);
            Err(BadQuestion::SlashOnly { command: other.info().name }.into())
        }
    }?;
    Ok(Understanding { parsed: Parsed::Request(request), view, repeated: Vec::new(), from_focus, presumed })
}

/// The pieces of what is typed without an option.
fn pieces<'a>(asking: &Asking, catalogue: &'a Catalogue) -> Vec<Piece<'a>> {
    asking.runs.iter().flat_map(|run| read(run, catalogue)).collect()
}

/// The names and areas among an asking's words, all understood.
pub(super) struct ReadWords<'a> {
    pub(super) actors: Vec<&'a Actor>,
    pub(super) area: Option<String>,
}

/// Reads the words and the option that gives the area; refuses what is unknown or ambiguous.
pub(super) fn named<'a>(
    asking: &Asking,
    area_option: &str,
    catalogue: &'a Catalogue,
) -> Result<ReadWords<'a>, Refusal> {
    let example = asking.command.info().example;
    if is_blank(&asking.words()) {
        return Err(nobody(asking));
    }
    let pieces = pieces(asking, catalogue);
    let mut actors = Vec::new();
    let mut area =
        asking.option(area_option).map(|text| area(asking, area_option, text, catalogue)).transpose()?;
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Actor(actor) => {
                // Naming one twice is a slip, and a comparison says so; nothing else counts it.
                if asking.command == Command::Compare || !actors.contains(actor) {
                    actors.push(*actor);
                }
            }
            Piece::Area(found) if area.as_deref().is_none_or(|known| known == *found) => {
                area = Some((*found).to_owned());
            }
            Piece::Area(found) => {
                let name = |key: &str| catalogue.area_name(key).to_owned();
                let areas = [area.as_deref().map_or_else(String::new, name), name(found)];
                return Err(BadQuestion::TwoAreas { areas }.into());
            }
            Piece::Several(typed, choices) => {
                if let Some((state, _)) = presumed(&pieces, index) {
                    actors.push(state);
                    continue;
                }
                let offers = offers(asking, &pieces, index, choices, catalogue);
                let mut refusal = Refusal::new(BadQuestion::Ambiguous {
                    typed: (*typed).clone(),
                    choices: names(choices),
                    also: also_replaced(&pieces, index, catalogue),
                });
                refusal.choose = true;
                return Err(refusal.offering(offers));
            }
            Piece::Unknown(typed) => {
                let near = suggest(typed, catalogue);
                let reason = BadQuestion::UnknownActor {
                    typed: (*typed).clone(),
                    near: names(&near),
                    also: also_replaced(&pieces, index, catalogue),
                    example,
                };
                let offers = offers(asking, &pieces, index, &near, catalogue);
                return Err(Refusal::new(reason).offering(offers));
            }
            Piece::TooMany => {
                return Err(BadQuestion::TooManyWords { most: MOST_WORDS, example }.into());
            }
        }
    }
    Ok(ReadWords { actors, area })
}

/// The area that a text means.
pub(super) fn area(
    asking: &Asking,
    option: &str,
    text: &str,
    catalogue: &Catalogue,
) -> Result<String, Refusal> {
    if let Some(area) = catalogue.area(text) {
        return Ok(area.id.clone());
    }
    let near = if is_blank(text) { Vec::new() } else { catalogue.areas_like(text) };
    let offers = near
        .iter()
        .map(|area| Offer {
            label: area.name.clone(),
            line: line(asking, &asking.words(), Some((option, &area.id))),
        })
        .collect();
    let reason = BadQuestion::UnknownArea {
        typed: text.to_owned(),
        near: near.iter().map(|area| area.name.clone()).collect(),
        all: catalogue.areas().map(|area| area.name.clone()).collect(),
    };
    Err(Refusal::new(reason).offering(offers))
}

/// A comparison, and the partners that were named more than once.
fn compare(asking: &Asking, catalogue: &Catalogue) -> Result<(Request, Vec<String>), Refusal> {
    let ReadWords { actors, area } = named(asking, "area", catalogue)?;
    let Some((subject, others)) = actors.split_first() else { return Err(nobody(asking)) };
    let mut partners: Vec<String> = Vec::new();
    let mut repeated: Vec<String> = Vec::new();
    for actor in others.iter().filter(|actor| actor.id != subject.id) {
        if partners.contains(&actor.id) {
            if !repeated.contains(&actor.id) {
                repeated.push(actor.id.clone());
            }
        } else {
            partners.push(actor.id.clone());
        }
    }
    if partners.is_empty() {
        let alone = ["profile", "facts"].map(|command| Offer {
            label: format!("/{command} {}", subject.name),
            line: format!("/{command} {}", subject.id),
        });
        let reason = BadQuestion::ComparedAlone { name: subject.name.clone(), id: subject.id.clone() };
        return Err(Refusal::new(reason).offering(alone.to_vec()));
    }
    if others.iter().any(|actor| actor.id == subject.id) {
        let reason = BadQuestion::ComparedWithItself { name: subject.name.clone() };
        let named = others.iter().filter(|actor| actor.id != subject.id);
        let named: Vec<&str> = named.map(|actor| actor.name.as_str()).collect();
        return Err(Refusal::new(reason).offering(vec![Offer {
            label: format!("/compare {} {}", subject.name, named.join(" ")),
            line: Request::Compare {
                subject: subject.id.clone(),
                partners,
                area,
                direction: direction(asking)?,
                as_of: date(asking, "as_of")?,
            }
            .to_string(),
        }]));
    }
    if partners.len() > MOST_COMPARED {
        let (most, named) = (MOST_COMPARED, partners.len());
        return Err(BadQuestion::TooManyPartners { most, named }.into());
    }
    let as_of = date(asking, "as_of")?;
    let direction = direction(asking)?;
    Ok((Request::Compare { subject: subject.id.clone(), partners, area, direction, as_of }, repeated))
}

pub(super) fn nobody(asking: &Asking) -> Refusal {
    BadQuestion::NobodyNamed { example: asking.command.info().example }.into()
}

fn benefits(asking: &Asking, catalogue: &Catalogue) -> Result<Request, Refusal> {
    let ReadWords { actors, area } = named(asking, "area", catalogue)?;
    if let ([subject, partner], Some(area)) = (actors.as_slice(), area) {
        let line = format!("/facts {} {} area:{area}", subject.id, partner.id);
        let reason = BadQuestion::BenefitsInOneArea { line: line.clone() };
        return Err(Refusal::new(reason).offering(vec![
            Offer { label: "/benefits".to_owned(), line: format!("/benefits {} {}", subject.id, partner.id) },
            Offer { label: "/facts".to_owned(), line },
        ]));
    }
    match actors.as_slice() {
        [] => Err(nobody(asking)),
        [subject, partner] => {
            Ok(Request::Benefits { subject: subject.id.clone(), partner: partner.id.clone() })
        }
        [subject] => Err(BadQuestion::BenefitsFromNobody {
            name: subject.name.clone(),
            example: asking.command.info().example,
        }
        .into()),
        more => Err(BadQuestion::BenefitsFromMany { named: more.len() - 1 }.into()),
    }
}

fn recommend(asking: &Asking, catalogue: &Catalogue) -> Result<Request, Refusal> {
    let ReadWords { actors, area } = named(asking, "focus", catalogue)?;
    match actors.as_slice() {
        [] => Err(nobody(asking)),
        [subject] => Ok(Request::Recommend { subject: subject.id.clone(), focus: area }),
        more => Err(Refusal::new(BadQuestion::RecommendationsToMany { named: more.len() }).offering(
            more.iter()
                .map(|actor| Offer { label: actor.name.clone(), line: format!("/recommend {}", actor.id) })
                .collect(),
        )),
    }
}

fn facts(asking: &Asking, catalogue: &Catalogue) -> Result<Request, Refusal> {
    let ReadWords { actors, area } = named(asking, "area", catalogue)?;
    let direction = direction(asking)?;
    let kind = word_option(asking, "kind", Choice::Kind)?;
    let grade = word_option(asking, "grade", Choice::Grade)?;
    match actors.as_slice() {
        [] => Err(nobody(asking)),
        [subject, partner @ ..] if partner.len() < 2 => {
            let (subject, partner) = (subject.id.clone(), partner.first().map(|partner| partner.id.clone()));
            Ok(Request::Facts { subject, partner, area, direction, kind, grade })
        }
        more => Err(BadQuestion::FactsAboutMany { named: more.len() }.into()),
    }
}

/// The request of a command that takes no words.
pub(super) fn alone(asking: &Asking, request: Request) -> Result<Request, Refusal> {
    let typed = asking.words();
    if is_blank(&typed) {
        return Ok(request);
    }
    let name = asking.command.info().name;
    Err(Refusal::new(BadQuestion::NoWordsTaken { command: name, typed })
        .offering(vec![Offer { label: format!("/{name}"), line: format!("/{name}") }]))
}

/// The one value of a command that takes no actors: its option, or the words.
pub(super) fn single(asking: &Asking, option: &str) -> Option<String> {
    let value = asking.option(option).map_or_else(|| asking.words(), str::to_owned);
    let value: String = value.chars().filter(|c| !is_invisible(*c)).collect();
    let value = value.trim().trim_matches('"').trim();
    (!value.is_empty()).then(|| value.to_owned())
}

fn help(asking: &Asking) -> Result<Request, Refusal> {
    debug_assert!(asking.command.info().options.iter().any(|option| option.takes == Takes::Command));
    let Some(name) = single(asking, "command") else { return Ok(Request::Help { topic: None }) };
    let name = name.trim_start_matches('/');
    if let Some(command) = Command::named(name) {
        return Ok(Request::Help { topic: Some(HelpTopic::Command(command)) });
    }
    if let Some(topic) = [HelpTopic::Knowledge, HelpTopic::Teams, HelpTopic::Marks]
        .into_iter()
        .find(|t| t.name().eq_ignore_ascii_case(name))
    {
        return Ok(Request::Help { topic: Some(topic) });
    }
    let of_group: Vec<Command> = commands::under(name).map(|info| info.command).collect();
    let is_group = !of_group.is_empty();
    let typed = name.to_owned();
    let (reason, candidates) = if is_group {
        (BadQuestion::WhichCommand { typed, commands: of_group.len() }, of_group)
    } else {
        let near = Command::near(name, 2);
        let names = near.iter().map(|command| command.info().name).collect();
        (BadQuestion::UnknownCommand { typed, near: names }, near)
    };
    let mut refusal = Refusal::new(reason);
    refusal.choose = is_group;
    let offer = |command: &Command| {
        let name = command.info().name;
        Offer { label: format!("/{name}"), line: format!("/help {name}") }
    };
    Err(refusal.offering(candidates.iter().map(offer).collect()))
}

fn show(asking: &Asking) -> Result<Request, Refusal> {
    let example = asking.command.info().example;
    single(asking, "id")
        .map(|id| Request::Curation(Curation::Show { id }))
        .ok_or_else(|| BadQuestion::NoItemNamed { example }.into())
}

fn history(asking: &Asking, catalogue: &Catalogue) -> Result<Request, Refusal> {
    let actor = match asking.option("actor") {
        None => None,
        Some(typed) => Some(one_actor(asking, "actor", typed, catalogue)?),
    };
    let user = asking
        .option("user")
        .map(|typed| person(typed).ok_or(BadQuestion::NotAPerson { option: "user" }))
        .transpose()?;
    let since = date(asking, "since")?;
    Ok(Request::Curation(Curation::History { id: single(asking, "id"), actor, user, since }))
}

/// The date that an option gives.
pub(super) fn date(asking: &Asking, option: &str) -> Result<Option<PartialDate>, Refusal> {
    let Some(typed) = asking.option(option) else { return Ok(None) };
    let date = typed.trim().parse();
    date.map(Some).map_err(|_: NotADate| {
        BadQuestion::NotADate { option: option.to_owned(), typed: typed.to_owned() }.into()
    })
}

/// The key of the one actor that a text names.
///
/// # Errors
/// A refusal with the nearest names, or with the choices.
pub fn actor_named(typed: &str, catalogue: &Catalogue) -> Result<String, Refusal> {
    let runs = vec![typed.to_owned()];
    let asking = Asking { command: Command::Facts, runs, options: Vec::new(), lacks_subject: false };
    // What is offered there is a question; here a name is all that is wanted.
    one_actor(&asking, "", typed, catalogue).map_err(|refusal| Refusal::new(refusal.reason))
}

/// The one actor that an option names.
pub(super) fn one_actor(
    asking: &Asking,
    option: &str,
    typed: &str,
    catalogue: &Catalogue,
) -> Result<String, Refusal> {
    // The name alone is understood; what is offered takes its place in the option.
    let alone = Asking { runs: vec![typed.to_owned()], options: Vec::new(), ..asking.clone() };
    let prefix = format!("/{} ", asking.command.info().name);
    let named = named(&alone, "", catalogue).map_err(|mut refusal| {
        for offer in &mut refusal.offers {
            let value = offer.line.strip_prefix(&prefix).unwrap_or_default().to_owned();
            offer.line = line(asking, &asking.words(), Some((option, &value)));
        }
        refusal
    })?;
    match named.actors.as_slice() {
        [one] => Ok(one.id.clone()),
        _ => Err(BadQuestion::NotOneActor { typed: typed.to_owned() }.into()),
    }
}

fn review(asking: &Asking) -> Result<Request, Refusal> {
    let number = |option: &str, typed: Option<String>| match typed {
        None => Ok::<_, Refusal>(None),
        Some(typed) => typed
            .trim_start_matches('#')
            .parse()
            .map(Some)
            .map_err(|_| BadQuestion::NotAProposal { typed, option: option.to_owned() }.into()),
    };
    let after = number("after", asking.option("after").map(str::to_owned))?.unwrap_or(0);
    Ok(Request::Curation(Curation::Review { number: number("number", single(asking, "number"))?, after }))
}
