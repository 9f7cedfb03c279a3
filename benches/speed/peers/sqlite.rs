//! SQLite's full-text search, FTS5, in memory.

use std::fmt::Write as _;
use std::hint::black_box;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::{HITS, words};
use crate::Outcome;
use crate::asked::Asked;
use crate::catalogue::Catalogue;
use crate::race::System;

/// The best documents, by BM25.
const SEARCH: &str = "SELECT rowid FROM entry WHERE entry MATCH ?1 ORDER BY rank LIMIT ?2";
/// The answer.
const FETCH: &str = "SELECT statements FROM entry WHERE rowid = ?1";

/// How much a word in a name, in what an entry is about and in its statements
/// counts.
const WEIGHTS: &str = "40.0, 0.5, 1.0";

/// A table of the entries.
pub(crate) struct Sqlite {
    connection: Connection,
}

impl Sqlite {
    /// Writes the entries into a table.
    ///
    /// # Errors
    /// Where SQLite has no full-text search.
    pub(crate) fn new(catalogue: &Catalogue) -> Outcome<Self> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch(
            "CREATE VIRTUAL TABLE entry
             USING fts5(name, about, statements, tokenize = 'porter unicode61')",
        )?;
        let writing = connection.transaction()?;
        {
            let mut insert = writing.prepare(
                "INSERT INTO entry (rowid, name, about, statements) VALUES (?1, ?2, ?3, ?4)",
            )?;
            for entry in &catalogue.entries {
                let number = i64::try_from(entry.number)?;
                insert.execute(params![number, entry.name, entry.about, entry.statements])?;
            }
        }
        writing.execute_batch(&format!(
            "INSERT INTO entry (entry, rank) VALUES ('rank', 'bm25({WEIGHTS})');
             INSERT INTO entry (entry) VALUES ('optimize');"
        ))?;
        writing.commit()?;
        Ok(Self { connection })
    }
}

impl System for Sqlite {
    fn name(&self) -> &'static str {
        "SQLite FTS5"
    }

    fn answer(&mut self, _: usize, asked: &Asked) -> Outcome<Option<usize>> {
        let mut query = String::new();
        for word in words(&asked.all_words()) {
            let or = if query.is_empty() { "" } else { " OR " };
            write!(query, "{or}\"{word}\"")?;
        }
        if query.is_empty() {
            return Ok(None);
        }
        let mut search = self.connection.prepare_cached(SEARCH)?;
        let mut hits: Vec<i64> = Vec::with_capacity(usize::from(HITS));
        let mut rows = search.query(params![query, HITS])?;
        while let Some(row) = rows.next()? {
            hits.push(row.get(0)?);
        }
        let Some(first) = hits.first() else {
            return Ok(None);
        };
        let mut fetch = self.connection.prepare_cached(FETCH)?;
        let quote: Option<String> = fetch.query_row([first], |row| row.get(0)).optional()?;
        black_box((&hits, quote));
        Ok(Some(usize::try_from(*first)?))
    }
}
