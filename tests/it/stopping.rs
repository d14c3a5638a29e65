//! The bot stops when it is told to, whatever hangs or spins at that moment.

use std::time::Duration;

use crate::support::fake_discord::interactions::ada;
use crate::support::fake_discord::{FakeDiscord, Fault};
use crate::support::{Running, World, begin};

const FOR_EVER: Duration = Duration::from_hours(1);

#[tokio::test]
async fn a_stop_at_the_very_start_is_a_clean_one() {
    let fake = FakeDiscord::start().await;
    for wait in [100, 300, 900] {
        let world = World::knowing("").await;
        let bot = Running::spawn(&world, &fake, &[]);
        tokio::time::sleep(Duration::from_millis(wait)).await;
        bot.stop().await;
    }
}

#[tokio::test]
async fn a_stop_is_obeyed_while_discord_does_not_say_where_to_connect() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    // The first request tells how many shards, the second where.
    fake.fail_next("/gateway", Fault::Delay(Duration::ZERO));
    fake.fail_next("/gateway", Fault::Delay(FOR_EVER));
    let bot = Running::spawn(&world, &fake, &[]);
    fake.wait_for(|request| request.path.ends_with("/gateway")).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_stop_is_obeyed_while_a_handshake_is_never_answered() {
    let (_world, fake, bot) = begin().await;
    fake.fail_next("GET /gateway", Fault::Delay(FOR_EVER));
    fake.drop_connection();
    while fake.faults_left() > 0 {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bot.stop().await;
}

/// The library goes round in circles when Discord closes a connection with this code, and never comes to rest.
#[tokio::test]
async fn a_stop_is_obeyed_while_the_library_spins() {
    let (_world, fake, bot) = begin().await;
    fake.close_connection(4_003);
    tokio::time::sleep(Duration::from_millis(300)).await;
    bot.stop().await;
}

#[tokio::test]
async fn who_stops_leaves_one_file() {
    let (world, fake, bot) = begin().await;
    world.close().await;
    fake.slash(&ada(), "areas", &[("layout", "plain")]).await;
    assert!(world.path().join("dragoman.db-wal").exists());
    bot.stop().await;
    assert!(!world.path().join("dragoman.db-wal").exists(), "its journal is written back");
}
