//! Answers kept in memory, laid out, to be shown again: page by page, to everyone in a class who asks the
//! same. One is shown again only while no knowledge has changed, on the same day, in the same server;
//! losing it costs nothing but the time to answer anew.

use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::to_discord::Shown;
use crate::error::Error;
use crate::layout::Layout;
use crate::page::Page;
use crate::request::Request;
use crate::respond::{self, Understood};
use crate::store::{Asker, Store};

/// What an answer rests on: where two have the same, they are the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Ground {
    request: Request,
    layout: Layout,
    /// Whose knowledge it may show; none where only the public.
    guild: Option<u64>,
    /// The number of the last change of knowledge ([`Store::changes`]).
    changes: u64,
    /// The day, as answers know what day it is.
    day: String,
}

/// Kept answers. Those used least go when their memory is full.
pub(super) struct Kept(Option<Cache<Ground, Arc<Shown>, Bytes>>);

impl Kept {
    /// Keeps up to so many MiB of answers; none where it is 0.
    pub(super) fn new(mebibytes: u16) -> Self {
        let bytes = u64::from(mebibytes) << 20;
        let answers = usize::try_from(bytes / A_LONG_ANSWER).unwrap_or(usize::MAX);
        Self((bytes > 0).then(|| Cache::with_weighter(answers, bytes, Bytes)))
    }

    /// The answer to what was understood, as it is kept, or else made now. `now` is the time, RFC 3339.
    pub(super) async fn shown(
        &self,
        store: &Store,
        asker: &Asker,
        understood: &Understood,
        layout: Layout,
        now: &str,
    ) -> Result<Arc<Shown>, Error> {
        let make = async || {
            let page = respond::answer(store, asker, understood, now).await?;
            Ok(Arc::new(Shown::new(page, layout)))
        };
        let request = &understood.request;
        let Some(kept) = self.0.as_ref().filter(|_| !matches!(request, Request::Curation(_))) else {
            // What concerns rights, proposals and history is looked up each time.
            return make().await;
        };
        let day = now.split('T').next().unwrap_or(now).to_owned();
        // Read before anything else was: what changed meanwhile counts as a change after it.
        let changes = understood.changes;
        let ground = Ground { request: request.clone(), layout, guild: asker.guild, changes, day };
        // Where several ask the same at once, one makes the answer and the others wait for it.
        kept.get_or_insert_async(&ground, Box::pin(make())).await
    }
}

/// What one of the longest answers takes, in bytes.
const A_LONG_ANSWER: u64 = 64 << 10;

/// Weighs answers by the bytes that they take, about.
#[derive(Clone)]
struct Bytes;

impl Weighter<Ground, Arc<Shown>> for Bytes {
    fn weight(&self, _: &Ground, shown: &Arc<Shown>) -> u64 {
        let Shown { page, sheets, .. } = &**shown;
        let sheets: usize = sheets.texts.iter().map(String::len).sum();
        u64::try_from(size_of::<Shown>() + sheets + size(page)).unwrap_or(u64::MAX)
    }
}

fn size(page: &Page) -> usize {
    let cells = page.tables.iter().flat_map(|table| &table.rows).flatten();
    let cells = cells.map(|cell| size_of_val(cell) + 2 * cell.meta.len() + cell.text.len());
    let citations = page.citations.iter().map(|citation| {
        size_of_val(citation) + citation.title.len() + citation.url.as_deref().map_or(0, str::len)
    });
    let notes = page.lead.iter().chain(&page.notes).map(String::len);
    let files = page.files.iter().map(|(name, text)| name.len() + text.len());
    cells.chain(citations).chain(notes).chain(files).sum()
}
