//! The records of a CSV file, with the place of every cell.
//!
//! The `csv` crate gives the values of a record and where the record starts,
//! not where its cells are. Each value is therefore laid against the record's
//! raw bytes; where it does not fit, the quotes are broken.

use std::sync::Arc;

use csv::ByteRecord;

use super::diagnostic::Diagnostic;
use super::fault::Fault;
use super::passage::{Passage, Source};

/// One record: a row or the header.
pub(super) struct Record {
    /// The record from its first to its last byte, line end excluded.
    pub(super) whole: Passage,
    /// The cells, without their quotes and the white space around the text.
    pub(super) cells: Vec<Passage>,
}

/// The records of a file, in order; ends at the first one with broken quotes,
/// since nothing after it can be told apart.
pub(super) struct Records<'a> {
    source: &'a Arc<Source>,
    /// Where the text starts: after the byte-order mark.
    base: usize,
    reader: csv::Reader<&'a [u8]>,
    values: ByteRecord,
    broken: bool,
}

impl<'a> Records<'a> {
    pub(super) fn of(source: &'a Arc<Source>) -> Self {
        let text = source.text().trim_start_matches('\u{FEFF}');
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        Self {
            source,
            base: source.text().len() - text.len(),
            reader,
            values: ByteRecord::new(),
            broken: false,
        }
    }

    fn offset(&self) -> usize {
        usize::try_from(self.reader.position().byte())
            .map_or(usize::MAX, |at| self.base.saturating_add(at))
    }

    /// Lays the values read against the bytes `start..end` of the file.
    fn lay(&self, start: usize, end: usize) -> Result<Record, Box<Diagnostic>> {
        let bytes = self.source.text().as_bytes();
        let is_line_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
        // The reader ends a record at the `\r` of a `\r\n` and skips blank
        // lines only when it is asked for the next record.
        let start = start
            + bytes[start..end]
                .iter()
                .take_while(|byte| is_line_end(byte))
                .count();
        let mut at = start;
        let mut cells = Vec::with_capacity(self.values.len());
        for (index, value) in self.values.iter().enumerate() {
            let Some(Cell {
                inner,
                next,
                quoted,
            }) = cell(&bytes[..end], at, value)
            else {
                return Err(Box::new(self.broken_quote(at, end)));
            };
            let is_last = index + 1 == self.values.len();
            let closed = if is_last {
                bytes[next..end].iter().all(is_line_end)
            } else {
                bytes.get(next) == Some(&b',')
            };
            if !closed {
                return Err(Box::new(self.broken_quote(at, end)));
            }
            let passage = Passage::new(self.source, inner);
            cells.push(if quoted { passage.in_quotes() } else { passage }.trimmed());
            at = if is_last { next } else { next + 1 };
        }
        Ok(Record {
            whole: Passage::new(self.source, start..at),
            cells,
        })
    }

    /// Points at the quote that opens the cell, and at the one that seems to
    /// close it, where there is one.
    fn broken_quote(&self, at: usize, end: usize) -> Diagnostic {
        let text = self.source.text();
        // Where the cell was cut within a character, there is nothing to show.
        let Some(cell) = text.get(at..end) else {
            return Diagnostic::in_file(Fault::BrokenQuote, self.source.path());
        };
        let first_line = cell.find(['\r', '\n']).unwrap_or(cell.len());
        let opening = Passage::new(self.source, at..at + first_line);
        let diagnostic = Diagnostic::at(Fault::BrokenQuote, &opening);
        match closing_quote(cell) {
            Some(quote) => {
                let quote = Passage::new(self.source, at + quote..at + quote + 1);
                diagnostic.and(&quote, "seems to end here")
            }
            None => diagnostic,
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, Box<Diagnostic>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.broken {
            return None;
        }
        let start = self.offset();
        // Reading from memory can't fail, and any bytes are a record.
        if !self.reader.read_byte_record(&mut self.values).ok()? {
            return None;
        }
        let record = self.lay(start, self.offset());
        self.broken = record.is_err();
        Some(record)
    }
}

/// Where a cell stands.
struct Cell {
    /// Its text, without quotes around it.
    inner: std::ops::Range<usize>,
    /// The first byte after it.
    next: usize,
    quoted: bool,
}

/// Lays one value against the bytes from `at`; `None` where they differ.
fn cell(bytes: &[u8], at: usize, value: &[u8]) -> Option<Cell> {
    if bytes.get(at) != Some(&b'"') {
        let inner = at..at + value.len();
        return (bytes.get(inner.clone())? == value).then_some(Cell {
            next: inner.end,
            inner,
            quoted: false,
        });
    }
    let quotes = value.split(|byte| *byte == b'"').count() - 1;
    let inner = at + 1..at + 1 + value.len() + quotes;
    let raw = bytes.get(inner.clone())?;
    let same = if quotes == 0 {
        raw == value
    } else {
        is_doubled(raw, value)
    };
    (same && bytes.get(inner.end) == Some(&b'"')).then_some(Cell {
        next: inner.end + 1,
        inner,
        quoted: true,
    })
}

/// Whether `raw` is `value` with each quote written twice.
fn is_doubled(raw: &[u8], value: &[u8]) -> bool {
    let mut raw = raw.iter();
    value
        .iter()
        .all(|byte| raw.next() == Some(byte) && (*byte != b'"' || raw.next() == Some(byte)))
        && raw.next().is_none()
}

/// The quote that closes the cell which `cell` opens with; a doubled quote
/// closes nothing.
fn closing_quote(cell: &str) -> Option<usize> {
    let mut rest = cell.bytes().enumerate().skip(1).peekable();
    while let Some((at, byte)) = rest.next() {
        if byte == b'"' && rest.next_if(|(_, next)| *next == b'"').is_none() {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Vec<Result<Vec<(String, usize)>, String>> {
        let source = Arc::new(Source::new("a.csv", text));
        let show = |cells: Vec<Passage>| {
            cells
                .iter()
                .map(|cell| (cell.spoken().into_owned(), cell.line()))
                .collect()
        };
        Records::of(&source)
            .map(|record| {
                record
                    .map(|record| show(record.cells))
                    .map_err(|fault| format!("{:?}", fault.place))
            })
            .collect()
    }

    #[track_caller]
    fn assert_cells(text: &str, rows: &[&[(&str, usize)]]) {
        let found: Vec<Vec<(String, usize)>> = records(text)
            .into_iter()
            .map(|row| row.expect("no fault"))
            .collect();
        let wanted: Vec<Vec<(String, usize)>> = rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|(text, line)| ((*text).to_owned(), *line))
                    .collect()
            })
            .collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn cells_keep_their_lines_through_a_byte_order_mark_carriage_returns_and_blank_lines() {
        assert_cells(
            "\u{feff}a,b\r\n\r\n\"x\r\ny\", z \r\n\n1,\"\"",
            &[
                &[("a", 1), ("b", 1)],
                &[("x\r\ny", 3), ("z", 4)],
                &[("1", 6), ("", 6)],
            ],
        );
    }

    #[test]
    fn a_doubled_quote_is_one_quote_when_spoken() {
        assert_cells("\"say \"\"no\"\" \",b", &[&[("say \"no\"", 1), ("b", 1)]]);
    }

    #[test]
    fn a_quote_within_an_unquoted_cell_is_a_quote() {
        assert_cells("5\" disk,b\"\"c", &[&[("5\" disk", 1), ("b\"\"c", 1)]]);
    }

    #[test]
    fn an_unclosed_and_a_stray_quote_are_found_where_the_cell_opens() {
        for text in [
            "a,b\nc,\"d\ne,f\n",
            "a,b\nc,\"d\" d\ne,f\n",
            "a,b\nc,\"d \"e\" f\"\n",
        ] {
            let found = records(text);
            let fault = found[1].as_ref().expect_err("the quotes are broken");
            assert!(
                fault.contains("a.csv:2 ") && fault.contains(r#""\"d"#),
                "{fault}"
            );
            assert_eq!(found.len(), 2, "nothing is read after it");
        }
    }
}
