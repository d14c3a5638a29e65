//! What an answer costs, over a thousand, a hundred thousand and a million statements, beside the
//! same rows read through the same pool and nothing else.
//!
//! Each pair of actors has 25 statements, in all areas and from twenty sources; the number of pairs
//! grows with the number of statements, so that every size answers a question of the same size.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench reports to a person")]

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use dragoman::files;
use dragoman::knowledge::fold::fold;
use dragoman::knowledge::{Credibility, Item, Kind, Period, Rank, Statement};
use dragoman::layout::Layout;
use dragoman::page::Page;
use dragoman::page::blocks::{WIDE, lay_out};
use dragoman::request::complete;
use dragoman::respond::{Asked, catalogue, respond};
use dragoman::store::{Asker, Store};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// When it is asked.
const NOW: &str = "2026-01-01T00:00:00Z";

const SIZES: [usize; 3] = [1_000, 100_000, 1_000_000];

/// How many different questions are asked in turn.
const QUESTIONS: usize = 16;

/// The statement of `Store::cells`, to read the same rows.
const BARE_READ: &str = "WITH cell AS (
       SELECT p.partner, p.source, p.body, p.rank, p.position, p.statement, COUNT(*) AS held,
              MIN((p.rank * 100 + p.partners) * 1000000000 + p.position)
       FROM statement_partner p
       WHERE p.subject = ?2 AND p.partner IN (?3, ?4, ?5, ?6, ?7) AND p.scope IN (0, ?1)
         AND (?8 IS NULL OR p.area = ?8) AND p.rank < 2 AND p.kind <> 'benefit' AND p.repeats = 0
         AND NOT (p.scope = 0 AND EXISTS
             (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))
       GROUP BY p.partner, p.area)
   SELECT x.partner, x.held, x.source, x.body, cr.body
   FROM cell x
   JOIN source c ON c.key = x.source AND c.scope =
        (SELECT MAX(o.scope) FROM source o WHERE o.key = x.source AND o.scope IN (0, ?1))
   JOIN revision cr ON cr.id = c.revision
   ORDER BY x.rank, x.position, x.statement";

/// The statement of `Store::evidence_on`, the other read of a comparison.
const BARE_EVIDENCE: &str = "SELECT e.other, e.bearing, s.source, sr.body, cr.body
   FROM json_each(?2) k
   JOIN evidence e ON e.other = k.value AND e.bearing IN ('supports', 'disputes')
   JOIN statement s ON s.id = e.statement
   JOIN revision sr ON sr.id = s.revision
   JOIN source c ON c.key = s.source AND c.scope =
        (SELECT MAX(o.scope) FROM source o WHERE o.key = s.source AND o.scope IN (0, ?1))
   JOIN revision cr ON cr.id = c.revision
   WHERE s.scope IN (0, ?1) AND s.rank < 2
     AND NOT (s.scope = 0 AND EXISTS
         (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = s.key))
   ORDER BY k.key, e.bearing, s.position LIMIT ?3";

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));
static WORLDS: LazyLock<Vec<World>> =
    LazyLock::new(|| SIZES.iter().map(|size| RUNTIME.block_on(World::new(*size))).collect());

struct World {
    _folder: TempDir,
    store: Store,
    /// Subject and two partners of each question.
    questions: Vec<[String; 3]>,
}

impl World {
    async fn new(statements: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let address = format!("sqlite://{}", folder.path().join("bench.db").display());
        let store = Store::open(&address).await.expect("a store");
        let mut items = files::read(&files::embedded()).expect("good files");
        items.retain(|item| !matches!(item, Item::Statement(_) | Item::Recommendation(_)));
        items.extend((0..20).map(|n| source(&items, n)).collect::<Vec<_>>());
        store.load_public(&items, "bench", "2026-01-01T00:00:00Z").await.expect("loading");
        let pool = sqlx::SqlitePool::connect(&address).await.expect("a pool");
        fill(&pool, statements).await;
        let actors: Vec<String> = sqlx::query_scalar("SELECT key FROM actor ORDER BY key LIMIT 201")
            .fetch_all(&pool)
            .await
            .expect("actors");
        pool.close().await;
        let questions = (0..QUESTIONS)
            .map(|n| [&actors[0], &actors[1 + n * 2], &actors[2 + n * 2]].map(Clone::clone))
            .collect();
        Self { _folder: folder, store, questions }
    }

    async fn answer(&self, question: usize) -> Page {
        let [subject, first, second] = &self.questions[question % QUESTIONS];
        let asked = Asked::Line(format!("/compare {subject} {first} {second}"));
        respond(&self.store, &Asker::default(), &asked, NOW).await.expect("an answer").page
    }

    async fn bare_read(&self, question: usize) -> usize {
        let [subject, first, second] = &self.questions[question % QUESTIONS];
        let rows = sqlx::query(BARE_READ)
            .bind(0_i64)
            .bind(subject)
            .bind(first)
            .bind(second)
            .bind("")
            .bind("")
            .bind("")
            .bind(None::<String>)
            .fetch_all(self.store.readers())
            .await
            .expect("rows");
        let evidence = sqlx::query(BARE_EVIDENCE)
            .bind(0_i64)
            .bind(r#"["b-1","b-2","b-3","b-4","b-5","b-6","b-7","b-8","b-9","b-10","b-11","b-12","b-13"]"#)
            .bind(2_000_i64)
            .fetch_all(self.store.readers())
            .await
            .expect("rows");
        rows.len() + evidence.len()
    }
}

fn source(items: &[Item], n: usize) -> Item {
    let article = items.iter().find_map(|item| match item {
        Item::Source(source) => Some(source.clone()),
        _ => None,
    });
    let mut source = article.expect("a source");
    source.id = format!("bench-{n}");
    Item::Source(source)
}

/// Writes statements in bulk, scattered over the file as years of edits would leave them.
async fn fill(pool: &sqlx::SqlitePool, statements: usize) {
    let template = Statement {
        id: String::new(),
        subject: String::new(),
        partners: vec![String::new()],
        area: String::new(),
        kind: Kind::Assessment,
        label: None,
        text: "Regular consultations between the two ministries, twice a year since the agreement".to_owned(),
        level: None,
        trend: None,
        rank: Rank::Normal,
        period: Period::default(),
        figure: None,
        source: String::new(),
        locator: Some("page 12".to_owned()),
        claimed_by: None,
        credibility: Credibility::UNKNOWN,
        confidence: None,
        why: None,
        evidence: Vec::new(),
        also: Vec::new(),
    };
    let template = serde_json::to_string(&Item::Statement(template)).expect("JSON");
    let areas = serde_json::json!([
        "history",
        "political",
        "diplomacy",
        "defence",
        "security",
        "trade",
        "economy",
        "investment",
        "energy",
        "connectivity",
        "culture",
        "multilateral",
        "strategy"
    ]);
    let count = i64::try_from(statements).expect("a small number");
    let sql = [
        "CREATE TABLE bench_rows AS
         WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1),
              a AS (SELECT key, row_number() OVER (ORDER BY key) - 1 AS place FROM actor LIMIT 201),
              p AS (SELECT i, i / 25 AS pair, i % 25 AS k FROM n),
              q AS (SELECT i, k, pair / 200 AS s, pair % 200 + (pair % 200 >= pair / 200) AS t FROM p)
         SELECT i, k, s.key AS subject, t.key AS partner, json_extract(?2, '$[' || (k % 13) || ']') AS area,
                'bench-' || (i % 20) AS source
         FROM q JOIN a s ON s.place = q.s JOIN a t ON t.place = q.t
         ORDER BY (i * 7919) % 1000003",
        "INSERT INTO revision (id, change_set, scope, entity, key, body)
         SELECT 1000000 + rowid, 1, 0, 'statement', 'b-' || i,
                json_set(?3, '$.id', 'b-' || i, '$.subject', subject, '$.partners[0]', partner, '$.area', area,
                         '$.source', source)
         FROM bench_rows",
        "INSERT INTO statement (id, scope, key, subject, area, kind, text, rank, source, credibility, position, revision)
         SELECT 1000000 + rowid, 0, 'b-' || i, subject, area, 'assessment', 'text', 1, source, 6, i, 1000000 + rowid
         FROM bench_rows",
        "INSERT INTO statement_partner
             (subject, partner, scope, rank, position, statement, key, area, kind, partners, repeats, source, body)
         SELECT d.subject, partner, 0, rank, position, s.id, s.key, s.area, s.kind, 1, 0, s.source, r.body
         FROM bench_rows d JOIN statement s ON s.id = 1000000 + d.rowid JOIN revision r ON r.id = s.revision
         ORDER BY d.subject, partner",
        "DROP TABLE bench_rows",
    ];
    for statement in sql {
        sqlx::query(statement)
            .bind(count)
            .bind(areas.to_string())
            .bind(&template)
            .execute(pool)
            .await
            .expect("filling");
    }
}

fn world(size: usize) -> &'static World {
    let index = SIZES.iter().position(|known| *known == size).expect("a known size");
    &WORLDS[index]
}

#[divan::bench(args = SIZES)]
fn compare_answer(bencher: divan::Bencher<'_, '_>, size: usize) {
    let world = world(size);
    bencher.bench_local(|| RUNTIME.block_on(world.answer(0)));
}

#[divan::bench(args = SIZES)]
fn compare_bare_read(bencher: divan::Bencher<'_, '_>, size: usize) {
    let world = world(size);
    bencher.bench_local(|| RUNTIME.block_on(world.bare_read(0)));
}

#[divan::bench(args = ["turkiye", "TUR", "🇹🇷", "Democratic Republic of the Congo", "Турция"])]
fn resolve_an_actor(bencher: divan::Bencher<'_, '_>, name: &str) {
    let catalogue =
        RUNTIME.block_on(catalogue(&world(SIZES[0]).store, &Asker::default())).expect("a catalogue");
    bencher.bench_local(|| {
        matches!(catalogue.gazetteer.meaning(&fold(black_box(name))), dragoman::knowledge::Meaning::One(_))
    });
}

#[divan::bench(args = ["paksitan", "Раkistan", "xyzzyxyzzyxyzzyxyzzyxyzzy"])]
fn suggest_for_a_misspelt_name(bencher: divan::Bencher<'_, '_>, name: &str) {
    let catalogue =
        RUNTIME.block_on(catalogue(&world(SIZES[0]).store, &Asker::default())).expect("a catalogue");
    bencher.bench_local(|| catalogue.gazetteer.suggest(black_box(name), 5).len());
}

#[divan::bench(args = ["", "p", "pak", "paksitan"])]
fn autocomplete(bencher: divan::Bencher<'_, '_>, typed: &str) {
    let catalogue =
        RUNTIME.block_on(catalogue(&world(SIZES[0]).store, &Asker::default())).expect("a catalogue");
    let recent = vec!["TUR".to_owned(), "PAK".to_owned()];
    bencher.bench_local(|| complete::actors(black_box(typed), &catalogue, &recent).len());
}

#[divan::bench(args = [Layout::Wide, Layout::Phone, Layout::Cards, Layout::Plain])]
fn lay_out_a_table(bencher: divan::Bencher<'_, '_>, layout: Layout) {
    let page = RUNTIME.block_on(world(SIZES[0]).answer(0));
    bencher.bench_local(|| lay_out(black_box(&page), layout, WIDE).blocks.len());
}

/// The middle of many times, answer and bare read in turn, so that both meet the same machine.
fn medians(world: &World) -> (Duration, Duration) {
    const ROUNDS: usize = 2_000;
    let (mut answers, mut reads) = (Vec::with_capacity(ROUNDS), Vec::with_capacity(ROUNDS));
    for round in 0..ROUNDS {
        let start = Instant::now();
        black_box(RUNTIME.block_on(world.answer(round)));
        answers.push(start.elapsed());
        let start = Instant::now();
        black_box(RUNTIME.block_on(world.bare_read(round)));
        reads.push(start.elapsed());
    }
    answers.sort_unstable();
    reads.sort_unstable();
    (answers[ROUNDS / 2], reads[ROUNDS / 2])
}

fn main() {
    divan::main();
    println!("\n/compare with two partners, {QUESTIONS} questions in turn, medians:");
    let mut first = None;
    for size in SIZES {
        let (answer, read) = medians(world(size));
        let first = *first.get_or_insert(answer);
        println!(
            "{size:>9} statements: answer {answer:>9.1?}, bare read {read:>9.1?}: {:.2} times the read, {:.2} times the answer over {}",
            answer.as_secs_f64() / read.as_secs_f64(),
            answer.as_secs_f64() / first.as_secs_f64(),
            SIZES[0],
        );
    }
}
