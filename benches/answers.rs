//! What a first screen costs, over a thousand, a hundred thousand and a million statements, beside the
//! same rows read by themselves.
//!
//! Each pair of actors has 25 statements, in all areas and from twenty sources; the number of pairs
//! grows with the number of statements, so that every size answers a question of the same size.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a bench reports to a person")]

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use dragoman::files;
use dragoman::knowledge::fold::fold;
use dragoman::knowledge::{Credibility, Item, Kind, Period, PublicKnowledge, Rank, Statement};
use dragoman::layout::Layout;
use dragoman::page::Page;
use dragoman::page::blocks::{WIDE, lay_out};
use dragoman::request::complete::{self, Around};
use dragoman::respond::{Asked, catalogue, respond};
use dragoman::store::{Asker, Store};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use self::support::{Bare, statement};

mod support;

/// When it is asked.
const NOW: &str = "2026-01-01T00:00:00Z";

const SIZES: [usize; 3] = [1_000, 100_000, 1_000_000];

/// How many different questions are asked in turn.
const QUESTIONS: usize = 16;

/// The store’s own reads: the bare reads are the very statements that it makes.
const BETWEEN: &str = include_str!("../src/store/between.rs");
const WORLD_READS: &str = include_str!("../src/store/world.rs");
/// The memberships of some actors. The answers have them in memory; they are rows that a front shows all the same.
const MEMBERSHIPS: &str =
    "SELECT m.key, m.organisation, m.member, m.status, m.since, m.until, m.years, m.source
    FROM membership m WHERE m.member IN (SELECT value FROM json_each(?2)) AND m.scope IN (0, ?1)
    ORDER BY m.organisation, m.member, m.since LIMIT ?3";

/// The most rows of one read, as the store bounds it.
const MOST: Bind = Bind::Number(2_000);
/// The public scope.
const PUBLIC: Bind = Bind::Number(0);

/// A value bound to a statement.
#[derive(Clone)]
enum Bind {
    Number(i64),
    Text(String),
    Nothing,
}

/// Reads the rows of a statement and nothing else; how many there are.
async fn rows(bare: &Bare, sql: &'static str, binds: &[Bind]) -> usize {
    let query = binds.iter().fold(sqlx::query(sql), |query, bind| match bind {
        Bind::Number(number) => query.bind(*number),
        Bind::Text(text) => query.bind(text.clone()),
        Bind::Nothing => query.bind(None::<String>),
    });
    bare.rows(query).await
}

fn text(text: &str) -> Bind {
    Bind::Text(text.to_owned())
}

fn list(keys: &[&str]) -> Bind {
    Bind::Text(serde_json::json!(keys).to_string())
}

/// Questions about the world, with the names’ places in them.
const WORLD: [&str; 4] = ["/profile {1}", "/shared {1} {2}", "/timeline {1} {2}", "/relations {1}"];

/// Questions in plain words: of two and of one, of nobody, with words that every statement has and that few have.
const ASKED: [&str; 5] = [
    "how much do {1} and {2} trade?",
    "when did {1} hold consultations with {2}?",
    "what consultations did {1} hold in 2019",
    "which ministries hold regular consultations?",
    "what is w000123 between the ministries?",
];

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));
static WORLDS: LazyLock<Vec<World>> =
    LazyLock::new(|| SIZES.iter().map(|size| RUNTIME.block_on(World::new(*size))).collect());

struct World {
    _folder: TempDir,
    store: Store,
    bare: Bare,
    /// Subject and two partners of each question.
    questions: Vec<[String; 3]>,
    /// The judgements whose evidence each question looks for, as it does.
    shown: Vec<Vec<String>>,
}

impl World {
    async fn new(statements: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let address = format!("sqlite://{}", folder.path().join("bench.db").display());
        let store = Store::open(&address).await.expect("a store");
        let PublicKnowledge { mut items, tables } = files::read(&files::embedded()).expect("good files");
        items.retain(|item| !matches!(item, Item::Statement(_) | Item::Recommendation(_)));
        items.extend((0..20).map(|n| source(&items, n)).collect::<Vec<_>>());
        let public = PublicKnowledge { items, tables };
        store.load_public(&public, "bench", "2026-01-01T00:00:00Z").await.expect("loading");
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
        let mut world =
            Self { _folder: folder, store, bare: Bare::open(&address).await, questions, shown: Vec::new() };
        for question in 0..QUESTIONS {
            let page = world.answer(question).await;
            let entries =
                page.tables().flat_map(|table| &table.rows).flatten().flat_map(|cell| &cell.entries);
            let judgements = entries.filter(|entry| !entry.under);
            let ids: Vec<_> =
                judgements.filter_map(|entry| Some(entry.detail.as_ref()?.id.clone())).collect();
            assert!(!ids.is_empty(), "the bench asks about pairs that a source judges");
            world.shown.push(ids);
        }
        world
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

    /// The rows of a comparison’s first screen, read as the answer reads them: memberships, judgements, how much
    /// there is, and the newest fact that bears on each judgement.
    async fn bare_read(&self, question: usize) -> usize {
        let [subject, first, second] = &self.questions[question % QUESTIONS];
        let today = || text(&NOW[..10]);
        let partners = list(&[first, second]);
        let memberships = [PUBLIC, list(&[subject, first, second]), MOST];
        let verdicts = [PUBLIC, text(subject), partners.clone(), Bind::Nothing, MOST];
        let both = || Bind::Number(1);
        let counts = [PUBLIC, text(subject), partners, Bind::Nothing, today(), both(), both()];
        let judged: Vec<&str> = self.shown[question % QUESTIONS].iter().map(String::as_str).collect();
        let evidence = [PUBLIC, list(&judged), Bind::Number(1), MOST, today()];
        rows(&self.bare, MEMBERSHIPS, &memberships).await
            + rows(&self.bare, statement(BETWEEN, "verdicts"), &verdicts).await
            + rows(&self.bare, statement(BETWEEN, "count_between"), &counts).await
            + rows(&self.bare, statement(WORLD_READS, "evidence_on"), &evidence).await
    }

    /// The rows of a question about the world.
    async fn bare_world(&self, question: usize, pattern: &str) -> usize {
        let [subject, first, _] = &self.questions[question % QUESTIONS];
        let read =
            async |function, binds: &[Bind]| rows(&self.bare, statement(WORLD_READS, function), binds).await;
        // As many as a profile shows; /relations shows all.
        let (few, all) = (Bind::Number(5), Bind::Number(250));
        match pattern.split(' ').next() {
            Some("/profile") => {
                rows(&self.bare, MEMBERSHIPS, &[PUBLIC, list(&[subject]), MOST]).await
                    + read("relations", &[PUBLIC, text(subject), all]).await
                    + read("latest_facts", &[PUBLIC, text(subject), few, text(&NOW[..10])]).await
            }
            Some("/shared") => rows(&self.bare, MEMBERSHIPS, &[PUBLIC, list(&[subject, first]), MOST]).await,
            // What is at odds with these rows is read too, and not here.
            Some("/timeline") => {
                let nothing = || Bind::Nothing;
                let binds = [PUBLIC, text(subject), list(&[first]), nothing(), MOST, nothing(), nothing()];
                rows(&self.bare, statement(BETWEEN, "between"), &binds).await
            }
            _ => read("relations", &[PUBLIC, text(subject), all]).await,
        }
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
        short: None,
        text: "Regular consultations between the two ministries, twice a year since the agreement".to_owned(),
        level: None,
        trend: None,
        rank: Rank::Normal,
        period: Period::default(),
        ended: None,
        framing: false,
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
         SELECT i, k, CASE WHEN k < 8 AND k % 5 <> 0 THEN 0 ELSE 1 END AS rank, s.key AS subject, t.key AS partner, json_extract(?2, '$[' || (k % 13) || ']') AS area,
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
         SELECT 1000000 + rowid, 0, 'b-' || i, subject, area, kind,
                -- Words that all have, and one that few do.
                'Regular consultations between the two ministries ' || printf('w%06d', i % 200000), rank, day, day, source, 6, i, 1000000 + rowid
         FROM bench_rows",
        "INSERT INTO statement_partner
             (subject, partner, scope, rank, position, statement, key, area, kind, partners, repeats, source, body, dated, unit, day)
         SELECT d.subject, partner, 0, s.rank, position, s.id, s.key, s.area, s.kind, 1, 0, s.source, r.body, d.day, r.body ->> '$.figure.unit', s.day
         FROM bench_rows d JOIN statement s ON s.id = 1000000 + d.rowid JOIN revision r ON r.id = s.revision
         ORDER BY d.subject, partner",
        // Some judgements are supported or disputed by a fact about the same pair.
        "INSERT INTO evidence (statement, bearing, other)
         SELECT s.id, CASE k WHEN 3 THEN 'disputes' ELSE 'supports' END, 'b-' || i
         FROM bench_rows JOIN statement s ON s.key = 'b-' || (i / 25 * 25 + 5 * k) AND s.scope = 0
         WHERE k BETWEEN 1 AND 4",
        "DROP TABLE bench_rows",
        // Reads would else go through the journal of all that was written.
        "PRAGMA wal_checkpoint(TRUNCATE)",
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
    let around = Around { likely: vec!["TUR".to_owned(), "PAK".to_owned()], ..Around::default() };
    bencher.bench_local(|| complete::actors(black_box(typed), &catalogue, &around).len());
}

#[divan::bench(args = [Layout::Wide, Layout::Phone, Layout::Cards, Layout::Plain])]
fn lay_out_a_table(bencher: divan::Bencher<'_, '_>, layout: Layout) {
    let page = RUNTIME.block_on(world(SIZES[0]).answer(0));
    bencher.bench_local(|| lay_out(black_box(&page), layout, WIDE, true).pieces.len());
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
    for pattern in WORLD {
        println!("\n{pattern}, medians:");
        for size in SIZES {
            let world = world(size);
            let (answer, read) = medians(
                300,
                |round| {
                    black_box(RUNTIME.block_on(world.ask(round, pattern)));
                },
                |round| {
                    black_box(RUNTIME.block_on(world.bare_world(round, pattern)));
                },
            );
            println!(
                "{size:>9} statements: answer {answer:>9.1?}, bare read {read:>9.1?}: {:.2} times the read",
                answer.as_secs_f64() / read.as_secs_f64(),
            );
        }
    }
    for question in ASKED {
        println!("\n“{question}”, medians:");
        let mut first = None;
        for size in SIZES {
            let world = world(size);
            let ask = |round| {
                black_box(RUNTIME.block_on(world.ask(round, question)));
            };
            let (answer, _) = medians(100, ask, |_| ());
            let first = *first.get_or_insert(answer);
            let times = answer.as_secs_f64() / first.as_secs_f64();
            println!(
                "{size:>9} statements: answer {answer:>9.1?}, {times:.2} times the answer over {}",
                SIZES[0]
            );
        }
    }
}
