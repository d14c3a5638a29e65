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

/// The figures of a pair, either way, and the memberships: the other reads of a comparison.
const BARE_FIGURES: &str = "SELECT p.source, p.body, cr.body
   FROM (SELECT * FROM statement_partner WHERE subject = ?1 AND partner IN (?2, ?3)
             AND unit > ''
         UNION ALL SELECT * FROM statement_partner WHERE partner = ?1 AND subject IN (?2, ?3)
             AND unit > '') p
   JOIN source c ON c.key = p.source JOIN revision cr ON cr.id = c.revision";
const BARE_MEMBERSHIPS: &str = "SELECT m.source, r.body, cr.body FROM membership m
   JOIN revision r ON r.id = m.revision
   JOIN source c ON c.key = m.source JOIN revision cr ON cr.id = c.revision
   WHERE m.member IN (?1, ?2, ?3)";
const BARE_STANDING: &str = "SELECT e.other, e.bearing, s.key FROM json_each(?1) k
   JOIN evidence e ON e.other = k.value AND e.bearing IN ('conflicts', 'supersedes')
   JOIN statement s ON s.id = e.statement";

/// The rows of the other questions, of the actors ?1 and ?2.
const BARE_TIMELINE: &str = "SELECT p.source, p.body, cr.body
   FROM (SELECT * FROM statement_partner WHERE subject = ?1 AND partner = ?2
         UNION ALL SELECT * FROM statement_partner WHERE subject = ?2 AND partner = ?1) p
   JOIN source c ON c.key = p.source JOIN revision cr ON cr.id = c.revision
   WHERE p.kind = 'fact' AND p.dated IS NOT NULL ORDER BY p.dated";
const BARE_SHARED: &str = "SELECT m.source, r.body, cr.body FROM membership m
   JOIN revision r ON r.id = m.revision
   JOIN source c ON c.key = m.source JOIN revision cr ON cr.id = c.revision
   WHERE m.member IN (?1, ?2)";
const BARE_LATEST: &str = "SELECT s.source, r.body, cr.body FROM statement s
   JOIN revision r ON r.id = s.revision
   JOIN source c ON c.key = s.source JOIN revision cr ON cr.id = c.revision
   WHERE s.subject = ?1 AND s.scope = 0 AND s.rank < 2 AND s.kind = 'fact' AND ?2 <> ''
   ORDER BY s.day DESC, s.position LIMIT 8";
const BARE_RELATIONS: &str = "SELECT x.other, COUNT(*), MAX(x.dated)
   FROM (SELECT partner AS other, dated FROM statement_partner INDEXED BY statement_partner_counted
             WHERE subject = ?1 AND scope = 0 AND rank < 2
         UNION ALL SELECT subject, dated FROM statement_partner INDEXED BY statement_partner_reverse
             WHERE partner = ?1 AND scope = 0 AND rank < 2) x
   WHERE x.other <> ?1 AND ?2 <> '' GROUP BY x.other ORDER BY 2 DESC LIMIT 250";

/// Questions about the world, with the reads of their rows.
const WORLD: [(&str, &[&str]); 4] = [
    ("/profile {1}", &[BARE_SHARED, BARE_LATEST, BARE_RELATIONS]),
    ("/shared {1} {2}", &[BARE_SHARED]),
    ("/timeline {1} {2}", &[BARE_TIMELINE]),
    ("/relations {1}", &[BARE_RELATIONS]),
];

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

    /// An answer about the world, of a pattern with the names’ places in it.
    async fn ask(&self, question: usize, pattern: &str) -> Page {
        let [subject, first, _] = &self.questions[question % QUESTIONS];
        let line = pattern.replace("{1}", subject).replace("{2}", first);
        respond(&self.store, &Asker::default(), &Asked::Line(line), NOW).await.expect("an answer").page
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
        let mut more = 0;
        for sql in [BARE_FIGURES, BARE_MEMBERSHIPS] {
            let query = sqlx::query(sql).bind(subject).bind(first).bind(second);
            more += query.fetch_all(self.store.readers()).await.expect("rows").len();
        }
        let standing = sqlx::query(BARE_STANDING)
            .bind(r#"["b-0","b-5","b-10","b-15","b-20"]"#)
            .fetch_all(self.store.readers())
            .await
            .expect("rows");
        rows.len() + evidence.len() + more + standing.len()
    }

    /// The rows of a question about the world.
    async fn bare_world(&self, question: usize, reads: &[&'static str]) -> usize {
        let [subject, first, _] = &self.questions[question % QUESTIONS];
        let mut rows = 0;
        for sql in reads {
            let query = sqlx::query(*sql).bind(subject).bind(first);
            rows += query.fetch_all(self.store.readers()).await.expect("rows").len();
        }
        rows
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
                'bench-' || (i % 20) AS source,
                -- One in five is a dated fact, and one of these has a figure.
                CASE WHEN k % 5 = 0 THEN 'fact' ELSE 'assessment' END AS kind,
                CASE WHEN k % 5 = 0 THEN printf('%d-%02d', 1950 + i % 75, 1 + i % 12) END AS day,
                CASE WHEN k = 5 THEN json_object('value', '' || (i % 900), 'unit', 'USD', 'basis', NULL) END AS figure
         FROM q JOIN a s ON s.place = q.s JOIN a t ON t.place = q.t
         ORDER BY (i * 7919) % 1000003",
        "INSERT INTO revision (id, change_set, scope, entity, key, body)
         SELECT 1000000 + rowid, 1, 0, 'statement', 'b-' || i,
                json_patch(
                    json_set(?3, '$.id', 'b-' || i, '$.subject', subject, '$.partners[0]', partner, '$.area', area,
                             '$.source', source, '$.kind', kind),
                    json_object('period', json_object('from', day, 'to', day), 'figure', json(figure)))
         FROM bench_rows",
        "INSERT INTO statement (id, scope, key, subject, area, kind, text, rank, valid_from, valid_to, source, credibility,
                                position, revision)
         SELECT 1000000 + rowid, 0, 'b-' || i, subject, area, kind, 'text', 1, day, day, source, 6, i, 1000000 + rowid
         FROM bench_rows",
        "INSERT INTO statement_partner
             (subject, partner, scope, rank, position, statement, key, area, kind, partners, repeats, source, body, dated, unit)
         SELECT d.subject, partner, 0, rank, position, s.id, s.key, s.area, s.kind, 1, 0, s.source, r.body, d.day, r.body ->> '$.figure.unit'
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

/// The middle of many times, of an answer and a bare read in turn, so that both meet the same machine.
fn medians(
    rounds: usize,
    mut answer: impl FnMut(usize),
    mut read: impl FnMut(usize),
) -> (Duration, Duration) {
    let (mut answers, mut reads) = (Vec::with_capacity(rounds), Vec::with_capacity(rounds));
    for round in 0..rounds {
        let start = Instant::now();
        answer(round);
        answers.push(start.elapsed());
        let start = Instant::now();
        read(round);
        reads.push(start.elapsed());
    }
    answers.sort_unstable();
    reads.sort_unstable();
    (answers[rounds / 2], reads[rounds / 2])
}

fn main() {
    divan::main();
    println!("\n/compare with two partners, {QUESTIONS} questions in turn, medians:");
    let mut first = None;
    for size in SIZES {
        let world = world(size);
        let (answer, read) = medians(
            2_000,
            |round| {
                black_box(RUNTIME.block_on(world.answer(round)));
            },
            |round| {
                black_box(RUNTIME.block_on(world.bare_read(round)));
            },
        );
        let first = *first.get_or_insert(answer);
        println!(
            "{size:>9} statements: answer {answer:>9.1?}, bare read {read:>9.1?}: {:.2} times the read, {:.2} times the answer over {}",
            answer.as_secs_f64() / read.as_secs_f64(),
            answer.as_secs_f64() / first.as_secs_f64(),
            SIZES[0],
        );
    }
    for (pattern, reads) in WORLD {
        println!("\n{pattern}, medians:");
        for size in SIZES {
            let world = world(size);
            let (answer, read) = medians(
                300,
                |round| {
                    black_box(RUNTIME.block_on(world.ask(round, pattern)));
                },
                |round| {
                    black_box(RUNTIME.block_on(world.bare_world(round, reads)));
                },
            );
            println!(
                "{size:>9} statements: answer {answer:>9.1?}, bare read {read:>9.1?}: {:.2} times the read",
                answer.as_secs_f64() / read.as_secs_f64(),
            );
        }
    }
}
