//! What curation costs: a change set, its undo, ten thousand revisions of history, an import of a
//! hundred thousand rows, and what an answer costs while that runs.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench reports to a person")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use dragoman::editing::{self, Defaults, ImportFile};
use dragoman::files;
use dragoman::respond::{Asked, respond};
use dragoman::store::history::HistoryFilter;
use dragoman::store::{Asker, Operator, Store};
use tempfile::TempDir;

const NOW: &str = "2026-01-01T00:00:00Z";
const GUILD: u64 = 10;
const QUESTION: &str = "/compare turkiye pakistan india";

struct World {
    _folder: TempDir,
    store: Store,
    operator: Operator,
}

impl World {
    async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let address = format!("sqlite://{}", folder.path().join("bench.db").display());
        let (store, operator) = Store::open_by_hand(&address).await.expect("a store");
        let items = files::read(&files::embedded()).expect("good files");
        store.load_public(&items, "bench", NOW).await.expect("loading");
        Self { _folder: folder, store, operator }
    }

    async fn ask(&self, asker: &Asker) -> Duration {
        let start = Instant::now();
        let asked = Asked::Line(QUESTION.to_owned());
        black_box(respond(&self.store, asker, &asked, NOW).await.expect("an answer"));
        start.elapsed()
    }

    async fn median_answer(&self, asker: &Asker) -> Duration {
        let mut times = Vec::new();
        for _ in 0..2_000 {
            times.push(self.ask(asker).await);
        }
        median(times)
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn editor() -> Asker {
    Asker { user: Some(1), guild: Some(GUILD), manages: true, ..Asker::default() }
}

/// Rows about many pairs, with keys from `first`.
fn rows(first: usize, many: usize) -> String {
    let actors = ["TUR", "PAK", "IND", "CHN", "USA", "RUS", "FRA", "DEU", "GBR", "JPN"];
    let mut csv = "id,subject,partners,area,kind,text,source,credibility\n".to_owned();
    for n in first..first + many {
        let (subject, partner) = (actors[n % 10], actors[(n + 1 + n / 10 % 9) % 10]);
        csv.push_str(&format!(
            "g.k{n},{subject},{partner},trade,fact,Text number {n} of this import,article,3\n"
        ));
    }
    csv
}

async fn import(world: &World, csv: String) {
    let given = ImportFile { name: "rows.csv".into(), text: csv, defaults: Defaults::default() };
    let curator = world.operator.curator(Some(GUILD));
    editing::import_at_once(&world.store, &curator, &given, None, NOW, &|_| ()).await.expect("an import");
}

async fn changes(world: &World) {
    let store = &world.store;
    let (mut edits, mut undos) = (Vec::new(), Vec::new());
    for n in 0..200 {
        let rank = if n % 2 == 0 { "deprecated" } else { "normal" };
        let start = Instant::now();
        editing::rank(store, &editor(), "art-029", rank, "bench", NOW).await.expect("a change");
        edits.push(start.elapsed());
    }
    for _ in 0..200 {
        let last = store.last_set(&store.viewer(&editor())).await.expect("a number");
        let start = Instant::now();
        editing::undo(store, &editor(), last, false, "", NOW).await.expect("an undo");
        undos.push(start.elapsed());
    }
    println!("one edit, checks and report included:   {:>9.1?}", median(edits));
    println!("its undo:                               {:>9.1?}", median(undos));
}

async fn history(world: &World) {
    let store = &world.store;
    for n in 0..9_600 {
        let rank = if n % 2 == 0 { "deprecated" } else { "normal" };
        editing::rank(store, &editor(), "art-030", rank, "bench", NOW).await.expect("a change");
    }
    let viewer = store.viewer(&editor());
    let revisions = store.revisions().await.expect("a number");
    let mut all = Vec::new();
    let mut one = Vec::new();
    for _ in 0..50 {
        let start = Instant::now();
        black_box(store.history(&viewer, &HistoryFilter::default(), 20_000).await.expect("history"));
        all.push(start.elapsed());
        let filter = HistoryFilter { actor: Some("PAK".into()), ..HistoryFilter::default() };
        let start = Instant::now();
        black_box(store.history(&viewer, &filter, 200).await.expect("history"));
        one.push(start.elapsed());
    }
    println!("history of {revisions} revisions, all of it:  {:>9.1?}", median(all));
    println!("the latest 200 sets about one actor:    {:>9.1?}", median(one));
}

async fn overlays(world: &World) {
    let plain = world.median_answer(&Asker::default()).await;
    let elsewhere = world.median_answer(&Asker { guild: Some(77), ..editor() }).await;
    import(world, rows(0, 1_000)).await;
    for n in 28..36 {
        editing::rank(&world.store, &editor(), &format!("art-0{n}"), "preferred", "bench", NOW).await.ok();
    }
    let overlaid = world.median_answer(&editor()).await;
    println!("\n{QUESTION}, medians:");
    println!("public knowledge alone:                 {plain:>9.1?}");
    println!("in a server that changed nothing:       {elsewhere:>9.1?}");
    println!("in one with 1,000 own statements:       {overlaid:>9.1?}");
}

async fn while_importing() {
    let world = Arc::new(World::new().await);
    let idle = world.median_answer(&Asker::default()).await;
    let importing = world.clone();
    let csv = rows(0, 100_000);
    let start = Instant::now();
    let running = tokio::spawn(async move {
        import(&importing, csv).await;
        start.elapsed()
    });
    let mut times = Vec::new();
    while !running.is_finished() {
        times.push(world.ask(&Asker::default()).await);
    }
    let (took, answers) = (running.await.expect("the import"), times.len());
    times.sort_unstable();
    let slowest = times.get(answers * 99 / 100).copied().unwrap_or_default();
    let busy = median(times);
    println!("\nimport of 100,000 rows, one change set:  {took:>9.1?}");
    println!("an answer beside nothing:               {idle:>9.1?}");
    println!(
        "{answers} answers while it runs:          {busy:>9.1?}, {:.2} times; one in a hundred {slowest:.1?}",
        busy.as_secs_f64() / idle.as_secs_f64()
    );
}

fn main() {
    // cargo passes flags meant for a harness; there is nothing to choose here.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let world = World::new().await;
        changes(&world).await;
        history(&world).await;
        overlays(&World::new().await).await;
        while_importing().await;
    });
}
