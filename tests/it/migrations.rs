//! Databases of earlier releases are brought up to date with everything that they hold.

use std::path::Path;

use dragoman::store::history::HistoryFilter;
use dragoman::store::{Asker, Store};
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqlitePoolOptions;

use crate::support::{World, err, out};

/// What a database of the first release holds: a load of files, a change of one of them, a removal.
const FIRST_RELEASE: &str = r#"
INSERT INTO change_set (scope, author, reason, made_at) VALUES
    (0, 'knowledge files', 'load', '2026-01-01T00:00:00Z'),
    (0, 'knowledge files', 'load', '2026-02-01T00:00:00Z');
INSERT INTO revision (change_set, scope, entity, key, body) VALUES
    (1, 0, 'source', 's', '{"type":"source","id":"s","title":"S","publisher":null,"author":null,"kind":"press","url":null,"published":null,"accessed":null,"language":null,"viewpoint":null,"reliability":"C","note":null}'),
    (1, 0, 'statement', 'a', '{"type":"statement","id":"a","subject":"TUR","partners":["PAK"],"area":"trade","kind":"fact","label":null,"text":"Old","level":null,"trend":null,"rank":"normal","source":"s","locator":null,"credibility":3}'),
    (2, 0, 'statement', 'a', '{"type":"statement","id":"a","subject":"TUR","partners":["PAK"],"area":"trade","kind":"fact","label":null,"text":"New","level":null,"trend":null,"rank":"normal","source":"s","locator":null,"credibility":3}'),
    (1, 0, 'actor', 'XYZ', '{"type":"actor","id":"XYZ","kind":"state","name":"Xyz","iso2":null,"flag":null,"names":[]}'),
    (2, 0, 'actor', 'XYZ', NULL);
INSERT INTO source (scope, key, title, reliability, revision) VALUES (0, 's', 'S', 'C', 1);
INSERT INTO statement (scope, key, subject, area, kind, text, rank, source, credibility, position, revision)
    VALUES (0, 'a', 'TUR', 'trade', 'fact', 'New', 1, 's', 3, 0, 3);
INSERT INTO reader (id, layout) VALUES ('1001', 'cards');
"#;

async fn first_release(file: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let first = include_str!("../../migrations/0001_knowledge.sql");
    std::fs::write(folder.path().join("0001_knowledge.sql"), first).unwrap();
    let address = format!("sqlite://{}?mode=rwc", file.display());
    let pool = SqlitePoolOptions::new().max_connections(1).connect(&address).await.unwrap();
    Migrator::new(folder.path()).await.unwrap().run(&pool).await.unwrap();
    sqlx::raw_sql(FIRST_RELEASE).execute(&pool).await.unwrap();
    pool.close().await;
}

#[tokio::test]
async fn a_database_of_the_first_release_keeps_its_history_and_its_readers() {
    let world = World::knowing("").await;
    let file = world.path().join("old.db");
    first_release(&file).await;
    let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
    let viewer = store.viewer(&Asker::default());
    let history = store.history(&viewer, &HistoryFilter::default(), 10).await.unwrap();
    let told: Vec<(i64, i64)> = history.iter().map(|set| (set.number, set.edits)).collect();
    assert_eq!(told, [(2, 2), (1, 3)]);
    let about = HistoryFilter { actor: Some("PAK".into()), ..HistoryFilter::default() };
    assert_eq!(store.history(&viewer, &about, 10).await.unwrap().len(), 2);
    let gone = store.item(&viewer, "XYZ").await.unwrap().unwrap();
    assert_eq!(gone.item, None, "what was removed is retracted");
    assert_eq!(store.layout_of(1001).await.unwrap().as_deref(), Some("cards"));
    store.close().await;
    // The next start loads the files of today over it.
    let address = format!("sqlite://{}", file.display());
    let mut asking = world.command(&["console", "--format", "csv", "/compare turkiye pakistan"]);
    let asked = asking.env("DATABASE_URL", address).output().unwrap();
    assert!(out(&asked).contains("Strong, longstanding support"), "{}", err(&asked));
}
