//! History: whatever is done, replaying it gives the present; and what is killed leaves no half.

use std::collections::BTreeMap;

use dragoman::editing::{self, Defaults, ImportFile};
use dragoman::error::Error;
use dragoman::knowledge::{Item, ItemKey};
use dragoman::store::change::{Change, Edit};
use dragoman::store::departures::Cutoffs;
use dragoman::store::{Asker, Editor, Store};
use proptest::prelude::*;

use crate::support::{NOW, World, err, out};

const GUILD: u64 = 10;

fn ada() -> Asker {
    Asker { user: Some(1_001), guild: Some(GUILD), manages: true, ..Asker::default() }
}

fn statement(key: &str, text: &str) -> Item {
    let toml = format!(
        "[[statement]]\nid = \"{key}\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"trade\"\nkind = \"fact\"\ntext = \"{text}\"\nsource = \"article\"\n"
    );
    let file = [dragoman::files::File { name: "x".into(), text: toml.into() }];
    let known = dragoman::files::Known { sources: vec!["article".into()], ..Default::default() };
    let catalogue = catalogue();
    let known = dragoman::files::Known { catalogue: Some(&catalogue), ..known };
    dragoman::files::parse(&file).finish(&known).unwrap().items.remove(0)
}

fn catalogue() -> dragoman::knowledge::Catalogue {
    use dragoman::knowledge::{Catalogue, GazetteerBuilder, Item};
    let (mut gazetteer, mut areas) = (GazetteerBuilder::default(), Vec::new());
    for item in dragoman::files::read(&dragoman::files::embedded()).unwrap().items {
        match item {
            Item::Actor(actor) => gazetteer.add(actor),
            Item::Area(area) => areas.push(area),
            _ => {}
        }
    }
    Catalogue::new(gazetteer.build(), areas, Vec::new())
}

/// Something that somebody does.
#[derive(Debug, Clone)]
enum Act {
    Put(usize, u8),
    Retract(usize),
    Restore(usize),
    Undo(u8),
}

/// Keys of public items and of the server's own.
const KEYS: [&str; 4] = ["art-028", "art-031", "g.x", "g.y"];

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let key = 0..KEYS.len();
    let act = prop_oneof![
        3 => (key.clone(), any::<u8>()).prop_map(|(key, n)| Act::Put(key, n)),
        2 => key.clone().prop_map(Act::Retract),
        2 => key.prop_map(Act::Restore),
        3 => (1..20_u8).prop_map(Act::Undo),
    ];
    prop::collection::vec(act, 1..25)
}

async fn act(store: &Store, editor: &Editor, act: &Act) {
    let done = match act {
        Act::Put(key, n) => {
            let item = statement(KEYS[*key], &format!("text {n}"));
            let edits = [Edit::Put(Box::new(item))];
            let change = Change::new(&edits, "put", NOW);
            store.change(editor, &change, &|_| ()).await.unwrap();
            return;
        }
        Act::Retract(key) => editing::retract(store, &ada(), KEYS[*key], "away", NOW).await,
        Act::Restore(key) => editing::restore(store, &ada(), KEYS[*key], "back", NOW).await,
        Act::Undo(number) => editing::undo(store, &ada(), i64::from(*number), false, "", NOW).await,
    };
    // What cannot be done is refused, and never a fault of ours.
    if let Err(Error::Fault(fault)) = done {
        panic!("{act:?}: {fault}");
    }
}

/// What history says of each key: the item it stands at, or that it is retracted.
async fn replayed(store: &Store, editor: &Editor) -> BTreeMap<&'static str, Option<Item>> {
    let mut state: BTreeMap<&str, Option<Item>> = BTreeMap::new();
    let public = ["art-028", "art-031"];
    for key in public {
        let standing = store.item(&store.viewer(&Asker::default()), key).await.unwrap().unwrap();
        state.insert(key, standing.item);
    }
    let start = state.clone();
    for number in 1..=store.last_set(&editor.viewer()).await.unwrap() {
        let set = store.change_set(&editor.viewer(), number).await.unwrap().unwrap();
        for edit in set.edits {
            let key = KEYS.into_iter().find(|key| *key == edit.name.key).unwrap();
            match edit.action.as_str() {
                "put" => state.insert(key, edit.item),
                "retract" => state.insert(key, None),
                _ => match start.get(key) {
                    Some(item) => state.insert(key, item.clone()),
                    None => state.remove(key),
                },
            };
        }
    }
    state
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_history_replays_to_the_present(acts in acts()) {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let world = World::new().await;
            let store = world.store();
            let editor = store.editor(&ada(), dragoman::access::Act::Edit, NOW).await.unwrap();
            for one in &acts {
                act(store, &editor, one).await;
            }
            let state = replayed(store, &editor).await;
            let (own, _) = store.contents(&editor.viewer(), false).await.unwrap();
            for key in KEYS {
                let standing = store.item(&editor.viewer(), key).await.unwrap();
                let item = standing.as_ref().and_then(|standing| standing.item.clone());
                assert_eq!(item, state.get(key).cloned().flatten(), "{key} after {acts:?}");
                // The rows that questions read say the same as history.
                let held = store.statements_of(&editor.viewer(), "TUR", None).await.unwrap();
                let shown: Vec<Item> = held
                    .into_iter()
                    .map(|held| Item::Statement(held.statement))
                    .filter(|item| item.id() == key)
                    .collect();
                assert_eq!(shown, item.into_iter().collect::<Vec<_>>(), "{key} after {acts:?}");
                let is_own = standing.is_some_and(|standing| !standing.public && standing.item.is_some());
                assert_eq!(own.iter().any(|item| item.id() == key), is_own, "{key} after {acts:?}");
            }
        });
    }
}

#[tokio::test]
async fn two_who_change_one_item_at_once_do_not_lose_either() {
    let world = World::new().await;
    let store = world.store();
    let editor = store.editor(&ada(), dragoman::access::Act::Edit, NOW).await.unwrap();
    let name = ItemKey { entity: dragoman::knowledge::Entity::Statement, key: "art-028".into() };
    let base = store.standing(&editor, &name).await.unwrap();
    let write = async |text: &str| {
        let edits = [Edit::Put(Box::new(statement("art-028", text)))];
        let based_on = [(name.clone(), base)];
        let change = Change { based_on: &based_on, ..Change::new(&edits, "r", NOW) };
        store.change(&editor, &change, &|_| ()).await
    };
    let (one, two) = tokio::join!(write("one"), write("two"));
    assert_eq!(u8::from(one.is_ok()) + u8::from(two.is_ok()), 1, "{one:?} {two:?}");
    assert_eq!(store.last_set(&editor.viewer()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_change_whose_references_lead_nowhere_changes_nothing() {
    let world = World::new().await;
    let store = world.store();
    let editor = store.editor(&ada(), dragoman::access::Act::Edit, NOW).await.unwrap();
    let Item::Statement(bad) = statement("g.x", "text") else { panic!() };
    let bad = dragoman::knowledge::Statement { source: "nowhere".into(), ..bad };
    let edits = [Edit::Put(Box::new(statement("g.y", "fine"))), Edit::Put(Box::new(Item::Statement(bad)))];
    let change = Change::new(&edits, "r", NOW);
    assert!(store.change(&editor, &change, &|_| ()).await.is_err());
    assert_eq!(store.item(&editor.viewer(), "g.y").await.unwrap(), None);
    assert_eq!(store.last_set(&editor.viewer()).await.unwrap(), 0);
}

#[tokio::test]
async fn what_a_server_rests_on_is_kept_for_it_when_the_files_drop_it() {
    let source = |rest: &str| {
        format!("[[source]]\nid = \"old\"\ntitle = \"Old\"\nkind = \"press\"\nreliability = \"C\"\n{rest}")
    };
    let world = World::knowing(&source("")).await;
    let curator = world.operator(Some(GUILD));
    let text = "[[statement]]\nid = \"g.x\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"trade\"\nkind = \"fact\"\ntext = \"A\"\nsource = \"old\"\n";
    let given = ImportFile { name: "x.toml".into(), text: text.into(), defaults: Defaults::default() };
    editing::import_at_once(world.store(), &curator, &given, None, NOW, &|_| ()).await.unwrap();
    world.load("").await;
    let viewer = curator.viewer();
    let held = world.store().statements_of(&viewer, "TUR", None).await.unwrap();
    assert_eq!(held.len(), 1, "the statement has not lost its source");
    assert_eq!(held[0].source.title, "Old");
    let public = world.store().viewer(&Asker::default());
    assert_eq!(world.store().item(&public, "old").await.unwrap().unwrap().item, None);
}

/// A file of many statements for an import that takes a while.
pub(crate) fn long_import(rows: usize) -> String {
    let mut csv = "id,subject,partners,area,kind,text,source,credibility\n".to_owned();
    for row in 0..rows {
        csv.push_str(&format!("g.k{row},TUR,PAK,trade,fact,Text number {row},article,3\n"));
    }
    csv
}

/// Kills the program at many points of an import; each time the database is whole, and holds all of
/// the import or nothing of it.
#[test]
fn fifty_kills_in_the_middle_of_imports_leave_nothing_half_done() {
    const ROWS: usize = 1_500;
    const KILLS: u32 = 50;
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::new());
    let file = world.path().join("long.csv");
    std::fs::write(&file, long_import(ROWS)).unwrap();
    let import = |guild: u32| {
        let guild = guild.to_string();
        let mut import = world.command(&["knowledge", "import", file.to_str().unwrap(), "--guild", &guild]);
        import.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap()
    };
    let held = |guild: u32| {
        let exported = world.run(&["knowledge", "export", "--guild", &guild.to_string()]);
        assert_eq!(exported.status.code(), Some(0), "{}", err(&exported));
        out(&exported).matches("[[statement]]").count()
    };
    let begun = std::time::Instant::now();
    assert!(import(9).wait().unwrap().success());
    let whole = begun.elapsed();
    let mut guild = 10;
    for kill in 0..KILLS {
        let mut running = import(guild);
        // Points spread over the whole of the import, the last ones after its end.
        std::thread::sleep(whole * kill * 5 / 4 / KILLS);
        let _ = running.kill();
        let _ = running.wait();
        let held = held(guild);
        assert!(held == 0 || held == ROWS, "{held} of {ROWS} after kill {kill}");
        guild += u32::from(held == ROWS);
    }
    assert!(import(guild).wait().unwrap().success());
    assert_eq!(held(guild), ROWS);
    let backup = world.path().join("after.db");
    let made = world.run(&["backup", backup.to_str().unwrap()]);
    // A backup is checked page by page, and reference by reference.
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
}

/// What is past keeping: drafts and all else before one time, servers that were left before another.
pub(crate) fn cutoffs(all: &str, left: &str) -> Cutoffs {
    let all = || all.to_owned();
    Cutoffs {
        forms: all(),
        imports: all(),
        left: left.to_owned(),
        pseudonyms: all(),
        interactions: all(),
        conversations: all(),
        wordings: all(),
        gaps: all(),
    }
}

#[tokio::test]
async fn a_servers_knowledge_outlives_the_bots_leaving_for_a_time() {
    let world = World::new().await;
    let store = world.store();
    let editor = store.editor(&ada(), dragoman::access::Act::Edit, NOW).await.unwrap();
    let edits = [Edit::Put(Box::new(statement("g.x", "ours")))];
    let change = Change::new(&edits, "r", NOW);
    store.change(&editor, &change, &|_| ()).await.unwrap();
    let there = async || store.item(&editor.viewer(), "g.x").await.unwrap().is_some();
    store.note_departure(GUILD, "2026-03-01T00:00:00Z").await.unwrap();
    assert_eq!(store.tidy_up(&cutoffs("2026-01-01", "2026-02-28")).await.unwrap(), 0);
    // Invited again in time.
    store.note_presence(&[GUILD, 99]).await.unwrap();
    assert_eq!(store.tidy_up(&cutoffs("2026-01-01", "2026-04-01")).await.unwrap(), 0);
    assert!(there().await);
    store.note_departure(GUILD, "2026-03-01T00:00:00Z").await.unwrap();
    assert_eq!(store.tidy_up(&cutoffs("2026-01-01", "2026-04-01")).await.unwrap(), 1);
    assert!(!there().await);
    let compare = world.answers("/compare turkiye pakistan").await;
    assert!(compare.contains("Strong, longstanding"), "the public knowledge stays");
}

/// A limit on the size of files stands in for a full disk: writing beyond it fails.
#[test]
fn a_full_disk_is_said_to_be_so_and_changes_nothing() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::new());
    let file = world.path().join("long.csv");
    std::fs::write(&file, long_import(20_000)).unwrap();
    let size = std::fs::metadata(world.path().join("dragoman.db")).unwrap().len();
    let program = env!("CARGO_BIN_EXE_dragoman");
    // In blocks of 512 bytes; the shell has the signal ignored, so that the write fails instead.
    let script = format!(
        "trap '' XFSZ; ulimit -f {}; exec {program} knowledge import {} --guild 10",
        size / 512 + 600,
        file.display()
    );
    let address = format!("sqlite://{}", world.path().join("dragoman.db").display());
    let full = std::process::Command::new("sh")
        .args(["-c", &script])
        .env("DATABASE_URL", address)
        .current_dir(world.path())
        .output()
        .unwrap();
    assert_eq!(full.status.code(), Some(2), "{}{}", out(&full), err(&full));
    assert!(err(&full).starts_with("The disk of the bot"), "{}", err(&full));
    assert_eq!(out(&world.run(&["knowledge", "export", "--guild", "10"])).trim(), "");
    assert!(out(&world.run(&["console", "/areas"])).contains("Defence"));
}

#[tokio::test]
async fn what_was_built_on_and_taken_back_can_be_undone() {
    let world = World::new().await;
    let store = world.store();
    let rank = async |rank: &str| editing::rank(store, &ada(), "art-028", rank, "r", NOW).await.unwrap();
    rank("normal").await;
    rank("deprecated").await;
    let conflict = editing::undo(store, &ada(), 1, false, "", NOW).await.unwrap();
    assert_eq!(conflict.kind, "conflict");
    let dragoman::answer::curation::Note::LaterChanges { changes, .. } = &conflict.notes[0] else {
        panic!("{:?}", conflict.notes)
    };
    assert_eq!(changes, &[2], "{:?}", conflict.notes);
    // As the advice says: the later one first, then this one.
    assert_eq!(editing::undo(store, &ada(), 2, false, "", NOW).await.unwrap().kind, "change");
    assert_eq!(editing::undo(store, &ada(), 1, false, "", NOW).await.unwrap().kind, "change");
    let viewer = store.viewer(&ada());
    let standing = store.item(&viewer, "art-028").await.unwrap().unwrap();
    assert!(standing.public, "the public item shows again");
}

#[tokio::test]
async fn two_proposals_of_new_items_have_keys_of_their_own() {
    let world = World::new().await;
    let store = world.store();
    let given = [
        ("subject", "TUR"),
        ("partners", "PAK"),
        ("area", "defence"),
        ("kind", "fact"),
        ("source", "article"),
    ]
    .map(|(key, value)| (key.to_owned(), value.to_owned()));
    let propose = async |text: &str| {
        let begun = editing::Begun { given: &given, link: None };
        let entity = dragoman::knowledge::Entity::Statement;
        let form =
            editing::begin(store, &ada(), editing::Purpose::Propose, entity, begun, NOW).await.unwrap();
        let mut values: Vec<(String, String)> =
            form.inputs.iter().map(|input| (input.id.to_owned(), input.value.clone())).collect();
        for (id, value) in &mut values {
            match id.as_str() {
                "text" => *value = text.to_owned(),
                "reason" => *value = "r".to_owned(),
                _ => {}
            }
        }
        let done = editing::submit(store, &ada(), form.draft, values, NOW).await.unwrap();
        assert!(matches!(done, editing::Submitted::Done(_)), "{done:?}");
        form.draft
    };
    let (first, second) = (propose("One").await, propose("Two").await);
    assert_ne!(first, second, "a number of a draft is never given again");
    for number in [1, 2] {
        editing::approve(store, &ada(), number, NOW).await.unwrap();
    }
    let held = store.statements_of(&store.viewer(&ada()), "TUR", Some("defence")).await.unwrap();
    let texts: Vec<&str> = held.iter().map(|held| held.statement.text.as_str()).collect();
    assert!(texts.contains(&"One") && texts.contains(&"Two"), "{texts:?}");
}
