//! tantivy, in memory: the search library that is to Rust what Lucene is to
//! Java.

use std::hint::black_box;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value as _,
};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Index, IndexWriter, Searcher, TantivyDocument, Term};

use super::{HITS, words};
use crate::Outcome;
use crate::asked::Asked;
use crate::catalogue::Catalogue;
use crate::race::System;

/// The tokenizer that stems English.
const ENGLISH: &str = "en_stem";
/// How much a word in a name, in what an entry is about and in its statements
/// counts.
const WEIGHTS: [f32; 3] = [8.0, 0.5, 1.0];
/// How much memory may be used while the index is made.
const WRITING: usize = 256 << 20;

/// An index of the entries.
pub(crate) struct Tantivy {
    searcher: Searcher,
    english: TextAnalyzer,
    number: Field,
    statements: Field,
    /// The fields that are searched, with how much they count.
    searched: [(Field, f32); 3],
}

impl Tantivy {
    /// Indexes the entries, into one segment.
    ///
    /// # Errors
    /// Where the index can't be made.
    pub(crate) fn new(catalogue: &Catalogue) -> Outcome<Self> {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(ENGLISH)
            .set_index_option(IndexRecordOption::WithFreqs);
        let text = TextOptions::default().set_indexing_options(indexing);
        let mut schema = Schema::builder();
        let number = schema.add_u64_field("number", STORED);
        let name = schema.add_text_field("name", text.clone() | STORED);
        let about = schema.add_text_field("about", text.clone());
        let statements = schema.add_text_field("statements", text | STORED);
        let index = Index::create_in_ram(schema.build());
        let mut writer: IndexWriter = index.writer_with_num_threads(1, WRITING)?;
        for entry in &catalogue.entries {
            let mut document = TantivyDocument::default();
            document.add_u64(number, u64::try_from(entry.number)?);
            document.add_text(name, &entry.name);
            document.add_text(about, &entry.about);
            document.add_text(statements, &entry.statements);
            writer.add_document(document)?;
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.wait_merging_threads()?;
        let english = index.tokenizers().get(ENGLISH);
        Ok(Self {
            searcher: index.reader()?.searcher(),
            english: english.ok_or("tantivy has no English stems")?,
            number,
            statements,
            searched: [
                (name, WEIGHTS[0]),
                (about, WEIGHTS[1]),
                (statements, WEIGHTS[2]),
            ],
        })
    }

    /// A query for any of the words, in any of the fields.
    fn query(&mut self, text: &str) -> BooleanQuery {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let searched = self.searched;
        self.english
            .token_stream(&words(text).join(" "))
            .process(&mut |token| {
                for (field, weight) in searched {
                    let term = Term::from_field_text(field, &token.text);
                    let term = TermQuery::new(term, IndexRecordOption::WithFreqs);
                    let weighted = BoostQuery::new(Box::new(term), weight);
                    clauses.push((Occur::Should, Box::new(weighted)));
                }
            });
        BooleanQuery::new(clauses)
    }
}

impl System for Tantivy {
    fn name(&self) -> &'static str {
        "tantivy"
    }

    fn answer(&mut self, _: usize, asked: &Asked) -> Outcome<Option<usize>> {
        let query = self.query(&asked.all_words());
        let best = TopDocs::with_limit(usize::from(HITS)).order_by_score();
        let hits = self.searcher.search(&query, &best)?;
        let Some((_, first)) = hits.first() else {
            return Ok(None);
        };
        let document: TantivyDocument = self.searcher.doc(*first)?;
        let quote = document
            .get_first(self.statements)
            .and_then(|value| value.as_str().map(str::to_owned));
        black_box((&hits, quote));
        let number = document
            .get_first(self.number)
            .and_then(|value| value.as_u64());
        Ok(number.map(usize::try_from).transpose()?)
    }
}
