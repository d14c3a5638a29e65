//! Backups and restoring them: nothing is lost, and what cannot be is refused.

use crate::history::long_import;
use crate::support::{World, err, out};

#[test]
fn a_backup_is_made_while_others_write_and_restores() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::new());
    let file = world.path().join("long.csv");
    std::fs::write(&file, long_import(1_500)).unwrap();
    let mut import = world.command(&["knowledge", "import", file.to_str().unwrap(), "--guild", "10"]);
    let mut running = import.stdout(std::process::Stdio::null()).spawn().unwrap();
    let backup = world.path().join("kept.db");
    let kept = backup.to_str().unwrap();
    let made = world.run(&["backup", kept]);
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    assert!(running.wait().unwrap().success());
    runtime.block_on(world.store().close());
    let before = out(&world.run(&["knowledge", "export", "--guild", "10"]));
    assert_eq!(world.run(&["backup", kept]).status.code(), Some(1), "an older backup is not overwritten");
    let checked = world.run(&["restore", "--check", kept]);
    assert!(out(&checked).contains("can be restored"), "{}", err(&checked));
    let restored = world.run(&["restore", kept]);
    assert_eq!(restored.status.code(), Some(0), "{}", err(&restored));
    let after = out(&world.run(&["knowledge", "export", "--guild", "10"]));
    assert!(after.is_empty() || after.trim().is_empty() || after == before, "all of the import or nothing");
    let compare = world.run(&["console", "--format", "csv", "/compare turkiye pakistan india"]);
    assert!(out(&compare).contains("Strong, longstanding support"));
    // The database as it was is kept, and is a backup itself.
    let database = world.path().join("dragoman.db.before-restore");
    let again = world.run(&["restore", database.to_str().unwrap()]);
    assert_eq!(again.status.code(), Some(0), "{}", err(&again));
    assert_eq!(out(&world.run(&["knowledge", "export", "--guild", "10"])), before);
    // What is no backup is refused, and nothing is touched.
    let nonsense = world.path().join("nonsense.db");
    std::fs::write(&nonsense, "not a database at all, not even nearly").unwrap();
    let refused = world.run(&["restore", nonsense.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1), "{}", out(&refused));
    assert_eq!(out(&world.run(&["knowledge", "export", "--guild", "10"])), before);
    let mut damaged = std::fs::read(&backup).unwrap();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 8_000].fill(0xA5);
    std::fs::write(&nonsense, damaged).unwrap();
    let refused = world.run(&["restore", "--check", nonsense.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1), "{}", out(&refused));
}

#[test]
fn a_damaged_database_gives_way_to_a_backup() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::new());
    runtime.block_on(world.store().close());
    let backup = world.path().join("kept.db");
    assert_eq!(world.run(&["backup", backup.to_str().unwrap()]).status.code(), Some(0));
    std::fs::write(world.path().join("dragoman.db"), vec![0x5A; 40_000]).unwrap();
    let restored = world.run(&["restore", backup.to_str().unwrap()]);
    assert_eq!(restored.status.code(), Some(0), "{}", err(&restored));
    assert!(out(&world.run(&["console", "/areas"])).contains("Defence"));
    // What was there is kept, damaged as it was.
    assert_eq!(std::fs::read(world.path().join("dragoman.db.before-restore")).unwrap(), vec![0x5A; 40_000]);
}

/// A database that somebody has open is not taken from under them: what they write would be lost.
#[tokio::test]
async fn a_database_in_use_is_not_restored() {
    let world = World::new().await;
    let backup = world.path().join("kept.db");
    let kept = backup.to_str().unwrap();
    assert_eq!(world.run(&["backup", kept]).status.code(), Some(0));
    let refused = world.run(&["restore", kept]);
    assert_eq!(refused.status.code(), Some(2), "{}", out(&refused));
    assert!(err(&refused).contains("Another program has"), "{}", err(&refused));
    let left: Vec<_> =
        std::fs::read_dir(world.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("restor")), "{left:?}");
    // Each restoring keeps what was there, under a name of its own.
    world.store().close().await;
    for ending in ["before-restore", "before-restore-2"] {
        let restored = world.run(&["restore", kept]);
        assert!(out(&restored).contains(&format!("dragoman.db.{ending}.\n")), "{}", err(&restored));
        let whole = world.path().join(format!("dragoman.db.{ending}"));
        let checked = world.run(&["restore", "--check", whole.to_str().unwrap()]);
        assert_eq!(checked.status.code(), Some(0), "{}", err(&checked));
    }
}

#[tokio::test]
async fn what_is_no_database_of_ours_is_left_alone() {
    let world = World::new().await;
    let path = |name: &str| world.path().join(name).to_str().unwrap().to_owned();
    let missing = world
        .command(&["backup", &path("copy.db")])
        .env("DATABASE_URL", format!("sqlite://{}", path("typo.db")))
        .output()
        .unwrap();
    assert_eq!(missing.status.code(), Some(1), "{}", out(&missing));
    assert!(err(&missing).contains("There is no database"), "{}", err(&missing));
    assert!(!world.path().join("typo.db").exists() && !world.path().join("copy.db").exists());
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(path("other.db")).create_if_missing(true);
    let mut other = sqlx::ConnectOptions::connect(&options).await.unwrap();
    sqlx::query("CREATE TABLE t (a)").execute(&mut other).await.unwrap();
    sqlx::Connection::close(other).await.unwrap();
    let address = format!("sqlite://{}", path("other.db"));
    let foreign = world.command(&["console", "/areas"]).env("DATABASE_URL", address).output().unwrap();
    assert_eq!(foreign.status.code(), Some(2), "{}", out(&foreign));
    assert!(err(&foreign).contains("tables of another program"), "{}", err(&foreign));
    std::fs::write(path("cut.db"), &std::fs::read(path("dragoman.db")).unwrap()[..100_000]).unwrap();
    for (name, why) in [
        ("nowhere.db", "cannot be read: No such file"),
        ("", "is no file"),
        ("cut.db", "is damaged"),
        ("other.db", "is no database of Dragoman"),
    ] {
        let refused = world.run(&["restore", "--check", &path(name)]);
        assert_eq!(refused.status.code(), Some(1), "{name}: {}", out(&refused));
        assert!(err(&refused).contains(why), "{name}: {}", err(&refused));
    }
}
