//! A page while it is composed.

use crate::documents::{Form, Passage, Statement};
use crate::framework::{Requirement, Skill};
use crate::question::{Kind, Position, Subject};
use crate::render::naming::{self, Names};
use crate::render::quote::harmless;
use crate::render::{Block, Choice, Page, Quote, Row, Sources, Title, wording};

/// How many questions a reply suggests, unless it is there to suggest them.
const SUGGESTIONS: usize = 3;

/// A page, growing. Whatever is added is made harmless here, so that names and
/// sentences can be handed in as they are.
pub(super) struct Draft<'a> {
    pub(super) names: Names<'a>,
    title: Title,
    blocks: Vec<Block>,
    sources: Sources,
    next: Vec<String>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(names: Names<'a>) -> Self {
        Self {
            names,
            title: Title {
                text: String::new(),
                link: None,
            },
            blocks: Vec::new(),
            sources: Sources::default(),
            next: Vec::new(),
        }
    }

    /// What the page is about.
    pub(super) fn title(&mut self, text: impl Into<String>) {
        self.title.text = harmless(&text.into());
    }

    /// The page of what the title names.
    pub(super) fn link(&mut self, link: Option<&str>) {
        self.title.link = link.map(harmless);
    }

    /// A sentence of the program's own.
    pub(super) fn say(&mut self, sentence: impl Into<String>) {
        self.blocks.push(Block::Said(harmless(&sentence.into())));
    }

    pub(super) fn heading(&mut self, heading: impl Into<String>) {
        self.blocks.push(Block::Heading(harmless(&heading.into())));
    }

    /// The framework's words, as one block.
    pub(super) fn quote<'s>(&mut self, statements: impl IntoIterator<Item = &'s Statement>) {
        let quotes = statements.into_iter().map(Quote::new).collect();
        self.quotes(quotes);
    }

    /// Quotes, as one block; none where there are none.
    pub(super) fn quotes(&mut self, quotes: Vec<Quote>) {
        self.cite_all(&quotes);
        if !quotes.is_empty() {
            self.blocks.push(Block::Quotes(quotes));
        }
    }

    /// A heading and the framework's words under it; neither where it has none.
    pub(super) fn section<'s>(
        &mut self,
        heading: impl Into<String>,
        statements: impl IntoIterator<Item = &'s Statement>,
    ) {
        let quotes: Vec<_> = statements.into_iter().map(Quote::new).collect();
        if !quotes.is_empty() {
            self.heading(heading);
            self.quotes(quotes);
        }
    }

    /// Rows, as one block; none where there are none.
    pub(super) fn rows(&mut self, mut rows: Vec<Row>) {
        for row in &mut rows {
            row.name = harmless(&row.name);
            row.note = harmless(&row.note);
            self.cite_all(&row.quotes);
        }
        if !rows.is_empty() {
            self.blocks.push(Block::Rows(rows));
        }
    }

    /// A heading and rows under it; neither where there are none.
    pub(super) fn table(&mut self, heading: impl Into<String>, rows: Vec<Row>) {
        if !rows.is_empty() {
            self.heading(heading);
            self.rows(rows);
        }
    }

    pub(super) fn choices(&mut self, mut choices: Vec<Choice>) {
        for choice in &mut choices {
            choice.name = harmless(&choice.name);
            choice.note = harmless(&choice.note);
        }
        self.blocks.push(Block::Choices(choices));
    }

    /// Notes where something that is told without being quoted stands.
    pub(super) fn cite(&mut self, passage: &Passage) {
        self.sources.note(passage);
    }

    fn cite_all(&mut self, quotes: &[Quote]) {
        for quote in quotes {
            self.sources.note(&quote.passage);
        }
    }

    /// Suggests a question; one that is there already is not told twice.
    pub(super) fn suggest(&mut self, question: impl Into<String>) {
        let question = harmless(&question.into());
        if !self.next.contains(&question) {
            self.next.push(question);
        }
    }

    /// A skill that a level asks: name, proficiency and words.
    pub(super) fn asked_row(&mut self, requirement: &Requirement) -> Row {
        let words = crate::answer::words_of(self.names.framework, requirement);
        let note = naming::proficiency(requirement.proficiency());
        let mut row = self.named_row(requirement, note);
        row.quotes = words.iter().map(Quote::new).collect();
        row
    }

    /// A skill that a level asks: its name, and a note.
    pub(super) fn named_row(&mut self, requirement: &Requirement, note: String) -> Row {
        self.cite(requirement.named_at());
        let skill = requirement.skill();
        row(self.names.skill(skill), note, Subject::Skill(skill))
    }

    /// The page. Whole as it is: a reply without the framework's words has no
    /// credit line.
    pub(super) fn finish(mut self, kind: Kind, corrections: &[String]) -> Page {
        self.sources.join();
        let is_quoting = !self.sources.files.is_empty();
        let credit = if is_quoting {
            wording::credit(self.names.framework.about())
        } else {
            None
        };
        if !matches!(kind, Kind::Help) {
            self.next.truncate(SUGGESTIONS);
        }
        Page {
            kind,
            corrections: corrections.iter().map(|told| harmless(told)).collect(),
            title: self.title,
            blocks: self.blocks,
            sources: self.sources,
            credit,
            next: self.next,
        }
    }

    /// The question that leads on from a skill.
    pub(super) fn suggest_skill(&mut self, skill: &Skill) {
        self.suggest(wording::what_is(&self.names.skill_noun(skill.id())));
    }

    /// Which roles are near, where there are others.
    pub(super) fn suggest_near(&mut self, position: Position) {
        if self.names.framework.roles().len() > 1 {
            self.suggest(wording::most_like(&self.names.place_noun(position)));
        }
    }

    /// The question that leads on from a place.
    pub(super) fn suggest_place(&mut self, position: Position) {
        let framework = self.names.framework;
        let noun = self.names.place_noun(position);
        let question = match position {
            Position::Level(id) if is_namesake(framework, id) => wording::what_does_at_level(&noun),
            Position::Level(_) | Position::Role(_) => wording::what_does(&noun),
        };
        self.suggest(question);
    }
}

/// Whether a level has the name of its role, so that the name alone means the
/// role.
fn is_namesake(framework: &crate::framework::Framework, level: crate::framework::LevelId) -> bool {
    let level = framework.level(level);
    framework
        .namesake(level.role())
        .is_some_and(|namesake| namesake.id() == level.id())
}

/// A row without quotes.
pub(super) fn row(name: String, note: String, subject: Subject) -> Row {
    Row {
        name,
        note,
        quotes: Vec::new(),
        subject: Some(subject),
    }
}

/// How many things a block tells: its bullets, or where it has none its
/// sentences.
pub(super) fn count(statements: &[Statement]) -> usize {
    let of = |form: Form| {
        statements
            .iter()
            .filter(|statement| statement.form == form)
            .count()
    };
    match of(Form::Bullet) {
        0 => of(Form::Prose),
        bullets => bullets,
    }
}
