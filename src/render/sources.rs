//! In which files, and in which lines of them, a reply's words stand.

use crate::documents::Passage;

/// The files of a reply, in the order in which they are first used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// The files.
    pub files: Vec<FileLines>,
}

/// Lines of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLines {
    /// The file's path within the framework's folder.
    pub file: String,
    /// First and last line of each stretch, from 1, in order. Stretches with
    /// only a heading or a blank line between them are one.
    pub lines: Vec<(usize, usize)>,
}

/// How many lines may lie between two quotes of one stretch.
const GAP: usize = 4;

impl Sources {
    /// Notes that a passage is used.
    pub(super) fn note(&mut self, passage: &Passage) {
        let source = passage.source();
        let (first, last) = (passage.line(), source.line_at(passage.range().end));
        match self
            .files
            .iter_mut()
            .find(|known| known.file == passage.file())
        {
            Some(known) => known.lines.push((first, last)),
            None => {
                self.files.push(FileLines {
                    file: passage.file().to_owned(),
                    lines: vec![(first, last)],
                });
            }
        }
    }

    /// Puts the lines of each file in order and joins those that lie together.
    pub(super) fn join(&mut self) {
        for file in &mut self.files {
            file.lines.sort_unstable();
            let mut joined: Vec<(usize, usize)> = Vec::new();
            for (first, last) in file.lines.drain(..) {
                match joined.last_mut() {
                    Some(open) if first <= open.1 + GAP => open.1 = open.1.max(last),
                    _ => joined.push((first, last)),
                }
            }
            file.lines = joined;
        }
    }
}
