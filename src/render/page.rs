//! A reply as meaning: what stands in it, not how it is drawn.

use super::{Quote, Sources};
use crate::question::{Kind, Subject};

/// A reply, in the order in which it is read.
#[derive(Debug, Clone)]
pub struct Page {
    /// The kind of the answer.
    pub kind: Kind,
    /// How the words were read, where that was not word for word.
    pub corrections: Vec<String>,
    /// What the reply is about.
    pub title: Title,
    /// The reply.
    pub blocks: Vec<Block>,
    /// Where the framework's words stand.
    pub sources: Sources,
    /// Whose words they are; `None` where the reply holds nothing of the
    /// framework, or the framework does not say.
    pub credit: Option<Credit>,
    /// Whole questions that could be asked next.
    pub next: Vec<String>,
}

/// The heading of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The words.
    pub text: String,
    /// The page of what it names, where the framework gives one.
    pub link: Option<String>,
}

/// A part of a reply.
#[derive(Debug, Clone)]
pub enum Block {
    /// Something that the program says, in its own words.
    Said(String),
    /// What the blocks after it are.
    Heading(String),
    /// The framework's words, byte for byte.
    Quotes(Vec<Quote>),
    /// A list of things that the framework names, one a row.
    Rows(Vec<Row>),
    /// Things to choose from, numbered from 1.
    Choices(Vec<Choice>),
}

/// Something that the framework names, what the program says of it, and the
/// framework's words on it.
#[derive(Debug, Clone)]
pub struct Row {
    /// The name.
    pub name: String,
    /// What is said of it: a proficiency, a count; empty where nothing is.
    pub note: String,
    /// The framework's words.
    pub quotes: Vec<Quote>,
    /// What the name stands for, for a surface that can lead there.
    pub subject: Option<Subject>,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The name.
    pub name: String,
    /// What tells it apart from the others.
    pub note: String,
    /// What is chosen.
    pub subject: Subject,
}

/// Whose words a reply quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The framework's title, and who publishes it.
    pub framework: Option<String>,
    /// The licence, and the line that it wants beside each quote.
    pub licence: Option<String>,
}

impl Page {
    /// Every quote of the page, in the order in which it is read.
    pub fn quotes(&self) -> impl Iterator<Item = &Quote> {
        self.blocks.iter().flat_map(Block::quotes)
    }
}

impl Block {
    /// The quotes of the block.
    fn quotes(&self) -> Box<dyn Iterator<Item = &Quote> + '_> {
        match self {
            Self::Quotes(quotes) => Box::new(quotes.iter()),
            Self::Rows(rows) => Box::new(rows.iter().flat_map(|row| &row.quotes)),
            Self::Said(_) | Self::Heading(_) | Self::Choices(_) => Box::new(std::iter::empty()),
        }
    }
}
