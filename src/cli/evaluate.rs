//! `dragoman evaluate`: how well questions are understood and answered.

use std::path::Path;

use super::{DONE, Failure, REFUSED, complain, now, say};
use crate::config::Settings;
use crate::error::{Error, Fault};
use crate::evaluation::{Bm25, Heard, Outcome, Rates, Share, TestQuestion, rates};
use crate::knowledge::Item;
use crate::page::Page;
use crate::request::reading::Reading;
use crate::request::{Request, World};
use crate::respond::{Asked, Understood, answer, understand_after};
use crate::section::Opened;
use crate::store::{Asker, Store};

/// Asks every question of a file, and says what became of them: rates, or one JSON object a question.
pub(super) async fn evaluate(settings: &Settings, file: &Path, as_json: bool) -> Result<u8, Failure> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            complain(&format!("{} cannot be read: {error}.", file.display()));
            return Ok(REFUSED);
        }
    };
    let mut questions: Vec<TestQuestion> = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(question) => questions.push(question),
            Err(error) => {
                complain(&format!(
                    "{}:{}: {error}; write one JSON object a line.",
                    file.display(),
                    index + 1
                ));
                return Ok(REFUSED);
            }
        }
    }
    let store = super::open(settings).await?;
    let mut outcomes = Vec::new();
    for question in &questions {
        let outcome = outcome(&store, question).await?;
        if as_json {
            say(&serde_json::to_string(&outcome).map_err(|e| Fault::new("writing an outcome", e))?);
        }
        outcomes.push(outcome);
    }
    if !as_json {
        let baseline = Bm25::new(texts(&store).await?);
        report(&rates(&questions, &outcomes, &baseline), questions.len());
    }
    store.close().await;
    Ok(DONE)
}

async fn outcome(store: &Store, question: &TestQuestion) -> Result<Outcome, Fault> {
    let earlier = match &question.follows {
        Some(line) => {
            heard(store, line, None).await?.and_then(|understood| understood.readings.last().cloned())
        }
        None => None,
    };
    let mut outcome = Outcome {
        id: question.id.clone(),
        question: question.question.clone(),
        understood: Heard::default(),
        answered: false,
        ids: Vec::new(),
        first: String::new(),
    };
    let Some(understood) = heard(store, &question.question, earlier.as_ref()).await? else {
        return Ok(outcome);
    };
    outcome.understood = what(&understood);
    match answer(store, &Asker::default(), &understood, Opened::Front, &now()).await {
        Ok(page) => {
            outcome.answered = page.is_known;
            outcome.ids = ids(&page);
            outcome.first =
                page.explained.first().map_or_else(|| page.title.clone(), |one| one.first.clone());
        }
        Err(Error::Refused(refusal)) => outcome.first = refusal.to_string(),
        Err(Error::Fault(fault)) => return Err(fault),
    }
    Ok(outcome)
}

/// What is understood of a line; nothing where it is refused.
async fn heard(store: &Store, line: &str, earlier: Option<&Reading>) -> Result<Option<Understood>, Fault> {
    let asked = Asked::Line(line.to_owned());
    match understand_after(store, &Asker::default(), &asked, earlier, &now()).await {
        Ok(understood) => Ok(Some(understood)),
        Err(Error::Refused(_)) => Ok(None),
        Err(Error::Fault(fault)) => Err(fault),
    }
}

fn what(understood: &Understood) -> Heard {
    let kind = match (&understood.request, understood.readings.first()) {
        (_, Some(reading)) => reading.kind.to_string(),
        (Request::Compare { .. }, None) => "compare".to_owned(),
        (Request::World(World::Profile { .. } | World::Organisation { .. }), None) => "profile".to_owned(),
        _ => "what".to_owned(),
    };
    let mut actors: Vec<String> = understood.request.actors().into_iter().map(str::to_owned).collect();
    let mut seen = std::collections::HashSet::new();
    actors.retain(|id| seen.insert(id.clone()));
    let reading = understood.readings.first();
    Heard {
        kind,
        actors,
        area: reading
            .and_then(|reading| reading.area.clone())
            .or(understood.request.area().map(str::to_owned)),
        time: reading.and_then(|reading| reading.time).map(|time| time.period.to_string()),
    }
}

/// The keys of what a page rests on, best first; of two questions in turn.
fn ids(page: &Page) -> Vec<String> {
    if page.explained.is_empty() {
        let cells = page.tables().flat_map(|table| table.rows.iter().flatten());
        let details = cells.flat_map(|cell| &cell.entries).filter_map(|entry| entry.detail.as_ref());
        return details.map(|detail| detail.id.clone()).collect();
    }
    let longest = page.explained.iter().map(|one| one.ids.len()).max().unwrap_or(0);
    (0..longest)
        .flat_map(|at| page.explained.iter().filter_map(move |one| one.ids.get(at).cloned()))
        .collect()
}

/// Every text of the public knowledge that may answer, by key.
async fn texts(store: &Store) -> Result<Vec<(String, String)>, Fault> {
    let viewer = store.viewer(&Asker::default());
    let catalogue = store.catalogue(&viewer).await?;
    let (items, _) = store.contents(&viewer, true).await?;
    let name = |id: &String| catalogue.gazetteer.name(id).to_owned();
    let mut texts = Vec::new();
    for item in items {
        match item {
            Item::Statement(statement) => texts.push((statement.id, statement.text)),
            Item::Recommendation(advice) => {
                texts.extend(advice.parts().map(|part| (part.id.clone(), part.text.clone())));
            }
            Item::Membership(one) => {
                let text = format!("{} {} of {}", name(&one.member), one.status, name(&one.organisation));
                texts.push((one.id, text));
            }
            _ => {}
        }
    }
    Ok(texts)
}

fn report(rates: &Rates, questions: usize) {
    let line = |what: &str, share: Share| {
        say(&format!("{what:<38}{:>6.1} %  {:>4} of {}", share.percent(), share.so, share.all));
    };
    say(&format!("{questions} questions"));
    line("actors understood", rates.actors);
    line("area understood", rates.area);
    line("kind understood", rates.kind);
    line("answered by the first", rates.first);
    line("answered by one of the first three", rates.first_three);
    line("answered, though it cannot be", rates.false_answers);
    line("not answered, though it can be", rates.not_answered);
    line("plain BM25: by the first", rates.baseline_first);
    line("plain BM25: by one of the first three", rates.baseline_three);
}
