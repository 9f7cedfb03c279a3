//! A stretch of a file's text that can prove where it stands.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A file as it was read: its path and its whole text.
#[derive(Debug)]
pub struct Source {
    path: String,
    text: String,
    /// The byte at which each line starts.
    line_starts: Vec<u32>,
}

impl Source {
    /// Keeps a file's text under its path within the folder (with `/`).
    ///
    /// # Panics
    /// Where the text has 4 GiB or more.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let starts = text.bytes().enumerate();
        let starts = starts.filter(|(_, byte)| *byte == b'\n');
        let starts = starts.map(|(at, _)| narrow(at + 1));
        let mut line_starts: Vec<u32> = std::iter::once(0).chain(starts).collect();
        line_starts.shrink_to_fit();
        Self {
            path: path.into(),
            text,
            line_starts,
        }
    }

    /// The path within the framework's folder, with `/` between its parts.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text, a byte-order mark included.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line (from 1) that the byte `at` stands in.
    #[must_use]
    pub fn line_at(&self, at: usize) -> usize {
        self.line_starts
            .partition_point(|start| *start as usize <= at)
    }

    /// The column (from 1, in characters) at which the byte `at` stands.
    #[must_use]
    pub fn column_at(&self, at: usize) -> usize {
        let start = self.line_starts[self.line_at(at) - 1] as usize;
        self.text
            .get(start..at)
            .map_or(1, |before| before.chars().count() + 1)
    }
}

/// A place in a file. The folder's limits keep files far smaller than can be
/// counted so.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("files are far below 4 GiB")
}

/// A byte-exact slice of a [`Source`]: what a quote is made of.
///
/// Cloning is cheap: the file's text is shared.
#[derive(Clone)]
pub struct Passage {
    source: Arc<Source>,
    start: u32,
    end: u32,
    /// Whether each `""` in it stands for one `"`: so it is in a quoted cell.
    doubled: bool,
}

impl Passage {
    /// The slice `range` of a file.
    ///
    /// # Panics
    /// Where the range is not one of whole characters in the file's text; the
    /// readers take ranges from the text itself, so one that is not is a bug.
    #[must_use]
    pub fn new(source: &Arc<Source>, range: Range<usize>) -> Self {
        assert!(
            source.text.get(range.clone()).is_some(),
            "a passage is a slice of its file"
        );
        Self {
            source: Arc::clone(source),
            start: narrow(range.start),
            end: narrow(range.end),
            doubled: false,
        }
    }

    /// The same passage, known to stand within a quoted cell of a table.
    #[must_use]
    pub(super) fn in_quotes(mut self) -> Self {
        self.doubled = self.text().contains("\"\"");
        self
    }

    /// A slice of the passage; `range` counts from the passage's own start.
    ///
    /// # Panics
    /// As [`Passage::new`].
    #[must_use]
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let at = self.range().start;
        Self {
            doubled: self.doubled,
            ..Self::new(&self.source, at + range.start..at + range.end)
        }
    }

    /// The lines of the passage, without their line ends.
    pub(super) fn lines(&self) -> impl Iterator<Item = Self> {
        let mut start = 0;
        self.text().split_inclusive('\n').map(move |line| {
            let end = start + line.trim_end_matches(['\r', '\n']).len();
            let part = self.part(start..end);
            start += line.len();
            part
        })
    }

    /// The passage without the white space around it. Zero-width characters
    /// and byte-order marks count as white space here: they can't be seen.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let blank = |c: char| {
            c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
        };
        let text = self.text();
        let start = text.len() - text.trim_start_matches(blank).len();
        self.part(start..start + text.trim_matches(blank).len())
    }

    /// Whether there is nothing to read in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// The text, byte for byte as it stands in the file.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.source.text[self.range()]
    }

    /// The words as they are meant: in a quoted cell of a table each `""`
    /// stands for one `"`. Everywhere else this is [`Passage::text`].
    #[must_use]
    pub fn spoken(&self) -> Cow<'_, str> {
        if self.doubled {
            Cow::Owned(self.text().replace("\"\"", "\""))
        } else {
            Cow::Borrowed(self.text())
        }
    }

    /// The file that the passage is a slice of.
    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The path of the file within the framework's folder.
    #[must_use]
    pub fn file(&self) -> &str {
        self.source.path()
    }

    /// The line (from 1) in which the passage starts.
    #[must_use]
    pub fn line(&self) -> usize {
        self.source.line_at(self.range().start)
    }

    /// The column (from 1, in characters) at which the passage starts.
    #[must_use]
    pub fn column(&self) -> usize {
        self.source.column_at(self.range().start)
    }

    /// The bytes of the file that the passage covers.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl fmt::Debug for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} {:?}", self.file(), self.line(), self.text())
    }
}

/// How a line of a block is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `- text`
    Bullet,
    /// A sentence that opens a list: it ends with a colon.
    LeadIn,
    /// Any other line.
    Prose,
}

/// One line of a block: a bullet, the sentence that opens the bullets, or
/// prose between them. The passage is the line without its dash and without
/// the white space around it.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The words.
    pub passage: Passage,
    /// How they are set.
    pub form: Form,
}
