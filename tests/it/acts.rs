//! What somebody does is done whole or not at all, once however often it arrives, and can be erased.

use std::path::Path;

use dragoman::access::{AccessLevel, Act};
use dragoman::editing::{self, Begun, Purpose, Submitted};
use dragoman::error::Error;
use dragoman::knowledge::Entity;
use dragoman::store::grants::Holder;
use dragoman::store::{Asker, Store};
use sqlx::{Connection as _, Row as _};

use crate::history::cutoffs;
use crate::support::{NOW, World};

const GUILD: u64 = 10;

fn ada() -> Asker {
    Asker {
        user: Some(1_001),
        name: Some("Ada Archer".into()),
        guild: Some(GUILD),
        manages: true,
        ..Asker::default()
    }
}

fn carol() -> Asker {
    Asker { user: Some(1_003), name: Some("Carol Cook".into()), guild: Some(GUILD), ..Asker::default() }
}

/// Makes every write to a table fail, as a full disk would.
async fn break_table(world: &World, table: &str, on: &str) {
    let mut raw = world.raw().await;
    let trigger = format!(
        "CREATE TRIGGER broken BEFORE {on} ON {table} BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END"
    );
    sqlx::query(sqlx::AssertSqlSafe(trigger)).execute(&mut raw).await.unwrap();
    raw.close().await.unwrap();
}

async fn repair(world: &World) {
    let mut raw = world.raw().await;
    sqlx::query("DROP TRIGGER broken").execute(&mut raw).await.unwrap();
    raw.close().await.unwrap();
}

/// A form of somebody, filled in with a text.
async fn form(store: &Store, asker: &Asker, purpose: Purpose, text: &str) -> (i64, Vec<(String, String)>) {
    let given = [("subject", "TUR"), ("partners", "PAK"), ("area", "defence"), ("kind", "fact")]
        .into_iter()
        .chain([("source", "article"), ("text", text), ("reason", "for the desk")])
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect::<Vec<_>>();
    let begun = Begun { given: &given, link: None };
    let form = editing::begin(store, asker, purpose, Entity::Statement, begun, NOW).await.unwrap();
    let values = form.inputs.iter().map(|input| (input.id.to_owned(), input.value.clone())).collect();
    (form.draft, values)
}

#[tokio::test]
async fn what_fails_halfway_is_not_done_and_works_the_next_time() {
    let world = World::new().await;
    let store = world.store();
    let curator = store.curator(&ada(), Act::GrantAccess, NOW).await.unwrap();
    let bob = Holder::Member(1_002);
    break_table(&world, "audit", "INSERT").await;
    editing::access::grant(store, &ada(), bob, "curator", NOW).await.unwrap_err();
    assert_eq!(store.grants(&curator).await.unwrap(), [], "what is told as failed is not in force");
    repair(&world).await;
    editing::access::grant(store, &ada(), bob, "curator", NOW).await.unwrap();
    assert_eq!(store.grants(&curator).await.unwrap(), [(bob, AccessLevel::Curator)]);
    // A form whose draft cannot be removed makes no change; sent again it makes one.
    let (draft, values) = form(store, &ada(), Purpose::Change, "Both navies met.").await;
    break_table(&world, "draft", "DELETE").await;
    for _ in 0..3 {
        editing::submit(store, &ada(), draft, values.clone(), NOW).await.unwrap_err();
    }
    assert_eq!(store.last_set(&curator.viewer()).await.unwrap(), 0);
    repair(&world).await;
    let done = editing::submit(store, &ada(), draft, values, NOW).await.unwrap();
    assert!(matches!(done, Submitted::Done(_)), "{done:?}");
    // A decision whose audit fails leaves the proposal open.
    let (draft, values) = form(store, &carol(), Purpose::Propose, "Both armies met.").await;
    editing::submit(store, &carol(), draft, values, NOW).await.unwrap();
    break_table(&world, "audit", "INSERT").await;
    editing::approve(store, &ada(), 1, NOW).await.unwrap_err();
    editing::reject(store, &ada(), 1, "no", NOW).await.unwrap_err();
    assert_eq!(store.last_set(&curator.viewer()).await.unwrap(), 1);
    repair(&world).await;
    editing::approve(store, &ada(), 1, NOW).await.unwrap();
    let editor = store.reviewer(&ada(), Act::Audit).await.unwrap();
    let audit = store.audit(&editor, 100).await.unwrap();
    let noted: Vec<(&str, &str)> =
        audit.iter().map(|line| (line.action.as_str(), line.detail.as_str())).collect();
    assert!(noted.contains(&("grant", "curator to member · 1002")), "{noted:?}");
    assert!(noted.contains(&("approve", "proposal #1")), "{noted:?}");
}

#[tokio::test]
async fn one_interaction_does_what_it_does_once() {
    let world = World::new().await;
    let store = world.store();
    let again = Asker { interaction: Some(77), ..ada() };
    let bob = Holder::Member(1_002);
    editing::access::grant(store, &again, bob, "editor", NOW).await.unwrap();
    editing::access::revoke(store, &ada(), bob, NOW).await.unwrap();
    // Delivered again long after, by a gateway that resumes.
    let refused = editing::access::grant(store, &again, bob, "editor", NOW).await.unwrap_err();
    assert_eq!(refused.to_string(), "This was done already.");
    let curator = store.curator(&ada(), Act::GrantAccess, NOW).await.unwrap();
    assert_eq!(store.grants(&curator).await.unwrap(), []);
}

#[tokio::test]
async fn a_form_sent_many_times_at_once_is_one_proposal_and_limits_hold() {
    let world = World::new().await;
    let store = world.store();
    let (draft, values) = form(store, &carol(), Purpose::Propose, "Both navies met.").await;
    let carol = carol();
    let mut tasks = Vec::new();
    for _ in 0..6 {
        tasks.push(editing::submit(store, &carol, draft, values.clone(), NOW));
    }
    let results = join_all(tasks).await;
    let done = results.iter().filter(|result| matches!(result, Ok(Submitted::Done(_)))).count();
    assert_eq!(done, 1, "{results:?}");
    let refused = results.iter().filter(|result| matches!(result, Err(Error::Refused(_)))).count();
    assert_eq!(refused, 5, "{results:?}");
    // Of many forms sent at once as many come in as may wait.
    let mut forms = Vec::new();
    for number in 0..12 {
        forms.push(form(store, &carol, Purpose::Propose, &format!("Meeting {number}.")).await);
    }
    let sent = forms.into_iter().map(|(draft, values)| editing::submit(store, &carol, draft, values, NOW));
    let results = join_all(sent.collect()).await;
    let done = results.iter().filter(|result| matches!(result, Ok(Submitted::Done(_)))).count();
    assert_eq!(done, 4, "five may wait, and one did");
}

/// Runs all at once.
async fn join_all<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut futures: Vec<_> = futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|context| {
        for (future, done) in &mut futures {
            if done.is_none()
                && let std::task::Poll::Ready(output) = future.as_mut().poll(context)
            {
                *done = Some(output);
            }
        }
        if futures.iter().all(|(_, done)| done.is_some()) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    futures.into_iter().filter_map(|(_, done)| done).collect()
}

#[tokio::test]
async fn additions_to_one_item_never_conflict() {
    let world = World::new().await;
    let store = world.store();
    let editors: Vec<Asker> = (0..8).map(|n| Asker { user: Some(2_000 + n), ..ada() }).collect();
    let names: Vec<String> = (0..40).map(|n| format!("Anatolian name {n}")).collect();
    let added = names.iter().enumerate().map(|(n, name)| {
        editing::add_word(store, &editors[n % 8], "TUR", name, "alias", "in the press", NOW)
    });
    for result in join_all(added.collect()).await {
        result.unwrap();
    }
    let viewer = store.viewer(&ada());
    let item = store.item(&viewer, "TUR").await.unwrap().unwrap().item.unwrap();
    let dragoman::knowledge::Item::Actor(actor) = item else { panic!("{item:?}") };
    for name in &names {
        assert!(actor.names.iter().any(|known| known.text == *name), "{name}");
    }
}

#[tokio::test]
async fn forms_that_change_different_fields_both_count() {
    let world = World::new().await;
    let store = world.store();
    let open = async || {
        let form = editing::begin_edit(store, &ada(), Purpose::Change, "art-030", NOW).await.unwrap();
        let values: Vec<(String, String)> =
            form.inputs.iter().map(|input| (input.id.to_owned(), input.value.clone())).collect();
        (form.draft, values)
    };
    let set = |values: &mut Vec<(String, String)>, input: &str, value: &str| {
        for (key, held) in values {
            if key == input {
                value.clone_into(held);
            }
        }
    };
    let (first, mut one) = open().await;
    let (second, mut two) = open().await;
    let (third, mut three) = open().await;
    set(&mut one, "text", "Joint exercises and arms trade");
    set(&mut one, "reason", "plainer");
    set(&mut two, "label", "Defence");
    set(&mut two, "reason", "our spelling");
    set(&mut three, "text", "Something else");
    set(&mut three, "reason", "mine");
    editing::submit(store, &ada(), first, one, NOW).await.unwrap();
    let merged = editing::submit(store, &ada(), second, two, NOW).await.unwrap();
    assert!(matches!(merged, Submitted::Done(_)), "{merged:?}");
    let conflict = editing::submit(store, &ada(), third, three, NOW).await.unwrap();
    assert!(matches!(conflict, Submitted::Overtaken(_)), "{conflict:?}");
    let item = store.item(&store.viewer(&ada()), "art-030").await.unwrap().unwrap().item.unwrap();
    let dragoman::knowledge::Item::Statement(statement) = item else { panic!("{item:?}") };
    assert_eq!(statement.text, "Joint exercises and arms trade");
    assert_eq!(statement.label.as_deref(), Some("Defence"));
}

/// Whether any file of the database has these bytes.
fn on_disk(folder: &Path, text: &str) -> bool {
    ["dragoman.db", "dragoman.db-wal"].iter().any(|name| {
        let bytes = std::fs::read(folder.join(name)).unwrap_or_default();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

#[tokio::test]
async fn what_is_erased_is_gone_from_the_disk() {
    let world = World::new().await;
    let store = world.store();
    let secret = "Project Kestrel meets in Ankara";
    let (draft, values) = form(store, &ada(), Purpose::Change, secret).await;
    editing::submit(store, &ada(), draft, values, NOW).await.unwrap();
    let (draft, values) = form(store, &carol(), Purpose::Propose, "Kestrel is proposed").await;
    editing::submit(store, &carol(), draft, values, NOW).await.unwrap();
    store.keep_line(&carol(), "/facts turkiye pakistan kestrel-line", NOW).await.unwrap();
    assert!(on_disk(world.path(), secret) && on_disk(world.path(), "Carol Cook"));
    editing::erase_me(store, &carol(), NOW).await.unwrap();
    for gone in ["Carol Cook", "kestrel-line"] {
        assert!(!on_disk(world.path(), gone), "{gone}");
    }
    editing::forget_server(store, &ada(), "erase 10", NOW).await.unwrap();
    for gone in [secret, "Kestrel is proposed", "Ada Archer", "for the desk"] {
        assert!(!on_disk(world.path(), gone), "{gone}");
    }
}

#[tokio::test]
async fn whoever_erases_their_data_leaves_a_trail_without_a_name_for_a_time() {
    let world = World::new().await;
    let store = world.store();
    let mallory = Asker { user: Some(666), name: Some("Mallory".into()), ..ada() };
    let longer = Asker { user: Some(6_661), name: Some("Trent".into()), ..ada() };
    for holder in [&mallory, &longer] {
        let member = Holder::Member(holder.user.unwrap());
        editing::access::grant(store, &ada(), member, "editor", NOW).await.unwrap();
    }
    for asker in [&mallory, &longer] {
        editing::rank(store, asker, "art-030", "deprecated", "no reason", NOW).await.unwrap();
        editing::rank(store, asker, "art-030", "normal", "no reason", NOW).await.unwrap();
    }
    editing::erase_me(store, &mallory, NOW).await.unwrap();
    let editor = store.reviewer(&ada(), Act::Audit).await.unwrap();
    let lines = async || -> Vec<String> {
        let audit = store.audit(&editor, 100).await.unwrap();
        audit.iter().map(|line| format!("{} {} {}", line.author, line.action, line.detail)).collect()
    };
    let trail = lines().await.join("\n");
    assert!(!trail.contains("Mallory") && !trail.contains("· 666\n"), "{trail}");
    assert!(trail.contains("Trent (6661)"), "an id that only contains another stays: {trail}");
    let pseudonym = trail.split_whitespace().find(|word| word.starts_with("erased-")).unwrap().to_owned();
    // Two changes by them, and what they were granted.
    assert_eq!(trail.matches(&pseudonym).count(), 3, "{trail}");
    store.tidy_up(&cutoffs("2026-01-01T00:00:00Z", "2000-01-01")).await.unwrap();
    assert!(lines().await.join("\n").contains(&pseudonym));
    store.tidy_up(&cutoffs("2026-06-01T00:00:00Z", "2000-01-01")).await.unwrap();
    let trail = lines().await.join("\n");
    assert!(!trail.contains(&pseudonym) && trail.contains("erased change"), "{trail}");
}

/// Tables without a scope, and why erasing a server or a person does not need one there.
const WITHOUT_SCOPE: &[(&str, &str)] = &[
    ("_sqlx_migrations", "the schema's own"),
    ("sqlite_sequence", "SQLite's own"),
    ("setting", "what the program remembers about itself"),
    ("person", "names: erased with the person, and with the last server that knows them"),
    ("reader", "layouts: erased with the person"),
    ("interaction", "numbers of Discord's, kept for a day"),
    ("pseudonym", "names of nobody"),
    ("statement_actor", "goes with its statement"),
    ("evidence", "goes with its statement"),
    ("world_table", "tables about the world, which the files have"),
    ("actor_name", "goes with its actor"),
    ("statement_text", "goes with its statement, by a trigger"),
    ("statement_text_config", "of statement_text"),
    ("statement_text_data", "of statement_text; written anew when a server is erased"),
    ("statement_text_docsize", "of statement_text"),
    ("statement_text_idx", "of statement_text"),
    ("recommendation_part", "goes with its recommendation"),
    ("recommendation_actor", "goes with its recommendation"),
];

#[tokio::test]
async fn erasing_forgets_no_table() {
    let world = World::new().await;
    let mut raw = world.raw().await;
    let tables = sqlx::query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    let tables: Vec<String> =
        tables.fetch_all(&mut raw).await.unwrap().iter().map(|row| row.get("name")).collect();
    let erasing = std::fs::read_to_string("src/store/erase.rs").unwrap();
    for table in &tables {
        let info = sqlx::query("SELECT name FROM pragma_table_info(?1)").bind(table);
        let columns: Vec<String> =
            info.fetch_all(&mut raw).await.unwrap().iter().map(|row| row.get("name")).collect();
        let references = sqlx::query("SELECT on_delete FROM pragma_foreign_key_list(?1)").bind(table);
        let goes_with = references.fetch_all(&mut raw).await.unwrap();
        let goes_with = goes_with.iter().any(|row| row.get::<String, _>("on_delete") == "CASCADE");
        let is_erased = columns.contains(&"scope".to_owned())
            && (goes_with || erasing.contains(&format!("DELETE FROM {table} WHERE scope = $1")));
        let has_reason = WITHOUT_SCOPE.iter().any(|(name, _)| name == table);
        assert!(is_erased || has_reason || goes_with, "{table} survives what is erased: {columns:?}");
    }
}

#[tokio::test]
async fn two_who_add_at_once_both_get_a_key_of_their_own() {
    let world = World::new().await;
    let store = world.store();
    let mut forms = Vec::new();
    for number in 0..6 {
        forms.push(form(store, &ada(), Purpose::Change, &format!("Meeting {number} took place.")).await);
    }
    let ada = ada();
    let sent = forms.into_iter().map(|(draft, values)| editing::submit(store, &ada, draft, values, NOW));
    for result in join_all(sent.collect()).await {
        let done = result.unwrap();
        assert!(matches!(done, Submitted::Done(_)), "{done:?}");
    }
    let (items, _) = store.contents(&store.viewer(&ada), false).await.unwrap();
    assert_eq!(items.len(), 6);
}

#[tokio::test]
async fn a_form_in_memory_is_erased_like_one_that_is_written() {
    let world = World::new().await;
    let store = world.store();
    let asker = Asker { interaction: Some(99), ..carol() };
    let (draft, values) = form(store, &asker, Purpose::Propose, "A thought of Carol’s").await;
    assert_eq!(draft, 99);
    editing::erase_me(store, &carol(), NOW).await.unwrap();
    store.write_draft(draft).await.unwrap();
    let gone = editing::submit(store, &carol(), draft, values, NOW).await.unwrap_err();
    assert!(gone.to_string().contains("done or has expired"), "{gone}");
    assert!(!on_disk(world.path(), "A thought of Carol’s"));
}

#[tokio::test]
async fn imports_that_wait_give_way_to_newer_ones_of_the_same_person() {
    let world = World::new().await;
    let store = world.store();
    let rows: String = (0..30).map(|n| format!("PAK,trade,fact,Meeting number {n}\n")).collect();
    let text = format!("partners,area,kind,text\n{rows}");
    let preview = async |asker: &Asker, name: &str| {
        let defaults = editing::Defaults {
            subject: Some("TUR".into()),
            source: Some("article".into()),
            ..editing::Defaults::default()
        };
        let given = editing::ImportFile { name: name.into(), text: text.clone(), defaults };
        editing::preview(store, asker, given, "", NOW).await.unwrap()
    };
    let first = preview(&ada(), "1.csv").await;
    for name in ["2.csv", "3.csv", "4.csv"] {
        preview(&ada(), name).await;
    }
    let dragoman::action::Action::ApplyImport(id) = first.follow[0] else { panic!("{first:?}") };
    let gone = editing::apply(store, &ada(), id, None, NOW, &|_| ()).await.unwrap_err();
    assert!(gone.to_string().contains("has expired; upload the file again"), "{gone}");
}

#[tokio::test]
async fn the_layout_that_was_chosen_last_is_kept_whatever_comes_between() {
    let world = World::new().await;
    let store = world.store();
    store.note_layout(7, "cards");
    store.note_layout(7, "plain");
    // Each choice is written in a task of its own, whichever comes first.
    for _ in 0..2 {
        store.remember_layout(7).await.unwrap();
    }
    assert_eq!(store.layout_of(7).await.unwrap().as_deref(), Some("plain"));
    store.note_layout(7, "wide");
    break_table(&world, "reader", "UPDATE").await;
    assert!(store.remember_layout(7).await.is_err());
    assert_eq!(store.layout_of(7).await.unwrap().as_deref(), Some("wide"), "it holds all the same");
    repair(&world).await;
    store.remember_layout(7).await.unwrap();
    assert_eq!(store.layout_of(7).await.unwrap().as_deref(), Some("wide"));
}
