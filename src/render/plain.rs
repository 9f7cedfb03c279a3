//! A page as plain text, for a terminal or a pipe.
//!
//! The framework's words stand behind a bar (`  | `), the program's own do
//! not: so the two are told apart without colour, and when read aloud.

use std::fmt::Write as _;

use anstyle::Style;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::{Block, Page, Quote, Row, wording};
use crate::documents::Form;

/// How plain text is set.
#[derive(Debug, Clone, Copy)]
pub struct Plain {
    /// How many columns a line may have. Words are never broken, so a longer
    /// one stands out.
    pub width: usize,
    /// Whether headings and matched words may be set in bold.
    pub colour: bool,
}

/// Narrower than this, lines would be single words.
const NARROWEST: usize = 20;
/// What stands before the framework's words.
const BAR: &str = "  | ";

/// A page as text: lines end in LF, none has a space at its end, and there is
/// always at least one.
#[must_use]
pub fn plain(page: &Page, style: &Plain) -> String {
    let mut writer = Writer {
        style: *style,
        text: String::new(),
    };
    for correction in &page.corrections {
        writer.paragraph("", "", correction);
    }
    writer.gap();
    writer.paragraph("", "", &writer.bold(&page.title.text));
    if let Some(link) = &page.title.link {
        writer.paragraph("", "", link);
    }
    for block in &page.blocks {
        writer.block(block);
    }
    writer.gap();
    if let Some(source) = wording::source(&page.sources) {
        writer.paragraph("", "  ", &source);
    }
    if let Some(credit) = &page.credit {
        for line in credit.framework.iter().chain(&credit.licence) {
            writer.paragraph("", "  ", line);
        }
    }
    if !page.next.is_empty() {
        writer.gap();
        writer.paragraph("", "", wording::ask_next());
        for question in &page.next {
            writer.paragraph("- ", "  ", question);
        }
    }
    let end = writer.text.trim_end().len();
    writer.text.truncate(end);
    writer.text.push('\n');
    writer.text
}

/// Text as it grows, line by line.
struct Writer {
    style: Plain,
    text: String,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Said(sentence) => {
                self.gap();
                self.paragraph("", "", sentence);
            }
            Block::Heading(heading) => {
                self.gap();
                self.paragraph("", "", &self.bold(heading));
            }
            Block::Quotes(quotes) => {
                self.gap();
                self.quotes(quotes);
            }
            Block::Rows(rows) => self.rows(rows),
            Block::Choices(choices) => {
                self.gap();
                for (at, choice) in choices.iter().enumerate() {
                    let label = wording::row(&choice.name, &choice.note);
                    self.paragraph(&format!("{}. ", at + 1), "   ", &label);
                }
            }
        }
    }

    fn rows(&mut self, rows: &[Row]) {
        self.gap();
        for row in rows {
            let label = wording::row(&row.name, &row.note);
            if row.quotes.is_empty() {
                self.paragraph("- ", "  ", &label);
            } else {
                self.gap();
                self.paragraph("", "  ", &self.bold(&label));
                self.quotes(&row.quotes);
                self.gap();
            }
        }
    }

    fn quotes(&mut self, quotes: &[Quote]) {
        for quote in quotes {
            let (first, rest) = match quote.form {
                Form::Bullet => ("- ", "  "),
                Form::LeadIn | Form::Prose => ("", ""),
            };
            self.paragraph(
                &format!("{BAR}{first}"),
                &format!("{BAR}{rest}"),
                &self.marked(quote),
            );
        }
    }

    /// A quote with its matched words set off, each word by itself: a line may
    /// end between two of them.
    fn marked(&self, quote: &Quote) -> String {
        if !self.style.colour || quote.marks.is_empty() {
            return quote.words.clone();
        }
        let (mut text, mut at) = (String::new(), 0);
        for mark in &quote.marks {
            let (Some(before), Some(marked)) = (
                quote.words.get(at..mark.start),
                quote.words.get(mark.clone()),
            ) else {
                continue;
            };
            text.push_str(before);
            let words: Vec<_> = marked.split(' ').map(|word| self.bold(word)).collect();
            text.push_str(&words.join(" "));
            at = mark.end;
        }
        text.push_str(quote.words.get(at..).unwrap_or_default());
        text
    }

    fn bold(&self, text: &str) -> String {
        if self.style.colour && !text.is_empty() {
            let bold = Style::new().bold();
            format!("{bold}{text}{bold:#}")
        } else {
            text.to_owned()
        }
    }

    /// Leaves one blank line, but none at the start and never two.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn paragraph(&mut self, first: &str, rest: &str, text: &str) {
        let options = Options::new(self.style.width.max(NARROWEST))
            .initial_indent(first)
            .subsequent_indent(rest)
            .break_words(false)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(text, options) {
            let line = line.trim_end();
            // Writing to a string can't fail.
            let _ = writeln!(self.text, "{line}");
        }
    }
}
