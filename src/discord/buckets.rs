//! How much one person, and one server, may ask at once: a bucket of tokens for each, which fills again by itself. So a raid
//! by one slows nobody else. Each program counts for itself.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    /// A question, or a control under an answer.
    Question,
    /// Something that changes knowledge, or opens a form. What is filled in is never turned away.
    Change,
    /// A file.
    Import,
    /// An option that is being typed.
    Completion,
}

/// Whose bucket it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Owner {
    Person(u64),
    Server(u64),
}

/// How many tokens a bucket has when it is full, and how many come back in a second.
struct Size {
    full: f64,
    a_second: f64,
}

/// Faster than anybody reads, and slower than a script writes. A server has as many as some twenty people.
fn size(sort: Sort, owner: Owner) -> Size {
    let (full, a_second) = match sort {
        Sort::Question => (30.0, 1.0),
        Sort::Change => (15.0, 0.25),
        Sort::Import => (4.0, 0.05),
        Sort::Completion => (60.0, 8.0),
    };
    match owner {
        Owner::Person(_) => Size { full, a_second },
        Owner::Server(_) => Size { full: full * 20.0, a_second: a_second * 20.0 },
    }
}

/// The most buckets that are held; those that are full again are nobody’s any more.
const MOST_HELD: usize = 20_000;

#[derive(Debug)]
struct Bucket {
    tokens: f64,
    at: Instant,
    /// Whether its owner was told that it is empty.
    told: bool,
}

/// Too much was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMuch {
    /// How long it takes until there is a token again; at least a second.
    pub(super) wait: Duration,
    /// Whether that was said before, since there last was one.
    pub(super) told: bool,
}

/// The buckets of everybody.
#[derive(Debug, Default)]
pub(super) struct Buckets {
    held: Mutex<HashMap<(Sort, Owner), Bucket>>,
}

impl Buckets {
    /// Takes a token for somebody and their server, if both have one.
    pub(super) fn take(
        &self,
        sort: Sort,
        person: u64,
        server: Option<u64>,
        now: Instant,
    ) -> Result<(), TooMuch> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() >= MOST_HELD {
            held.retain(|(sort, owner), bucket| {
                let size = size(*sort, *owner);
                bucket.tokens + now.duration_since(bucket.at).as_secs_f64() * size.a_second < size.full
            });
        }
        let owners = [Some(Owner::Person(person)), server.map(Owner::Server)];
        for owner in owners.into_iter().flatten() {
            let size = size(sort, owner);
            let bucket =
                held.entry((sort, owner)).or_insert(Bucket { tokens: size.full, at: now, told: false });
            let came = now.duration_since(bucket.at).as_secs_f64() * size.a_second;
            bucket.tokens = (bucket.tokens + came).min(size.full);
            bucket.at = now;
            if bucket.tokens < 1.0 {
                let missing = ((1.0 - bucket.tokens) / size.a_second).ceil().max(1.0);
                let told = std::mem::replace(&mut bucket.told, true);
                return Err(TooMuch { wait: Duration::from_secs_f64(missing), told });
            }
            bucket.told = false;
        }
        for owner in owners.into_iter().flatten() {
            if let Some(bucket) = held.get_mut(&(sort, owner)) {
                bucket.tokens -= 1.0;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_too_much_waits_and_nobody_else_does() {
        let (buckets, begun) = (Buckets::default(), Instant::now());
        let ask =
            |person, after| buckets.take(Sort::Question, person, Some(9), begun + Duration::from_secs(after));
        for _ in 0..30 {
            assert_eq!(ask(1, 0), Ok(()));
        }
        assert_eq!(ask(1, 0), Err(TooMuch { wait: Duration::from_secs(1), told: false }));
        assert_eq!(ask(1, 0), Err(TooMuch { wait: Duration::from_secs(1), told: true }));
        assert_eq!(ask(2, 0), Ok(()), "somebody else");
        assert_eq!(buckets.take(Sort::Completion, 1, Some(9), begun), Ok(()), "something else");
        assert_eq!(ask(1, 1), Ok(()), "a second later");
        assert!(ask(1, 1).is_err_and(|much| !much.told), "and said anew");
        let import = |after| buckets.take(Sort::Import, 1, None, begun + Duration::from_secs(after));
        for _ in 0..4 {
            assert_eq!(import(0), Ok(()));
        }
        assert_eq!(import(0).map_err(|much| much.wait), Err(Duration::from_secs(20)));
    }

    #[test]
    fn many_people_of_one_server_share_what_it_has() {
        let (buckets, begun) = (Buckets::default(), Instant::now());
        let answered =
            (0..2_000).filter(|person| buckets.take(Sort::Question, *person, Some(9), begun).is_ok());
        assert_eq!(answered.count(), 600);
        assert_eq!(buckets.take(Sort::Question, 1, Some(8), begun), Ok(()), "another server");
    }
}
