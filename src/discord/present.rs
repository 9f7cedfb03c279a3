//! An answer as a message: one sheet of it in an embed, and the buttons that
//! lead on.

use super::custom_id::{self, Doing};
use super::limits;
use super::link::Link;
use super::message::{Choosable, Component, Embed, Footer, Message, Row};
use super::sheets::{self, Sheet};
use super::{library::Library, markup, ways};
use crate::answer::Answer;
use crate::framework::{Framework, RoleId};
use crate::question::{Kind, Question, Reading, Subject};
use crate::render::discord as wording;
use crate::render::{self, Page};

/// An answer, and what it takes to show a sheet of it.
pub(super) struct Shown<'a> {
    pub(super) library: &'a Library,
    pub(super) answer: Answer<'a>,
    pub(super) page: Page,
    /// The question as a button can hold it.
    pub(super) link: Option<Link>,
}

/// For whom, and where, a sheet is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct View {
    /// Which sheet, from 0; past the last it is the last.
    pub(super) sheet: usize,
    /// Whether only one person sees it among others who don't.
    pub(super) can_share: bool,
    /// The role in whose menu it was chosen.
    pub(super) from_menu: Option<RoleId>,
}

impl View {
    /// The first sheet, in the open.
    pub(super) const OPEN: Self = Self {
        sheet: 0,
        can_share: false,
        from_menu: None,
    };
}

impl<'a> Shown<'a> {
    /// Answers what was understood.
    pub(super) fn new(library: &'a Library, reading: &'a Reading) -> Self {
        let framework = library.framework();
        let answer = crate::answer::answer(framework, reading);
        Self {
            library,
            page: render::page(framework, &answer),
            link: link_of(reading),
            answer,
        }
    }

    /// The message with one sheet of the answer.
    pub(super) fn message(&self, view: View) -> Message {
        let sheets = sheets::sheets(&self.page);
        let at = view.sheet.min(sheets.len() - 1);
        let mut sheet = sheets[at].clone();
        // The last page has the longest id: either all can be turned to, or none.
        let last = sheets.len() - 1;
        let can_turn = last > 0 && self.id(Doing::Turn, last).is_some();
        let turns_to = can_turn.then_some(last);
        let components = self.components(&sheet, at, turns_to, view);
        if last > 0 && !can_turn {
            sheet.text.push_str("\n\n");
            sheet.text.push_str(wording::more_than_fits());
        }
        Message::new(embed(&self.page, &sheet, at, sheets.len()), components)
    }

    /// How many sheets there are.
    #[cfg(test)]
    pub(super) fn sheets(&self) -> usize {
        sheets::sheets(&self.page).len()
    }

    /// One line that says why there is no answer, or asks back, for a channel
    /// where others talk; with the select where there is something to choose.
    pub(super) fn line(&self) -> Message {
        let first = |block: &render::Block| {
            let render::Block::Said(said) = block else {
                return None;
            };
            Some(said.clone())
        };
        // Where the framework itself says that it does not say, those are the words.
        let quoted = || self.page.quotes().next().map(|quote| quote.words.clone());
        let said = self.page.blocks.iter().find_map(first).or_else(quoted);
        let said = said.unwrap_or_else(|| self.page.title.text.clone());
        let sheets = sheets::sheets(&self.page);
        let listed = &sheets[0].listed;
        let names = |most: usize| {
            let names = listed.iter().take(most);
            names.map(|one| one.name.clone()).collect()
        };
        let text = if self.answer.kind == Kind::Clarify {
            wording::which_one(names(5))
        } else if self.answer.kind == Kind::NoMatch {
            wording::refused(&said, names(3))
        } else {
            said
        };
        let mut line = Message::line(&markup::plain(&text));
        line.components = self.select(&sheets[0]).into_iter().collect();
        line
    }

    fn id(&self, doing: Doing, page: usize) -> Option<String> {
        custom_id::write(self.library.framework(), doing, page, self.link.as_ref()?)
    }

    /// What can be pressed and chosen under a sheet; `turns_to` is the last one
    /// that can be turned to.
    fn components(
        &self,
        sheet: &Sheet,
        at: usize,
        turns_to: Option<usize>,
        view: View,
    ) -> Vec<Row> {
        let mut rows: Vec<Row> = self.select(sheet).into_iter().collect();
        let mut moves = Vec::new();
        let mut add = |label: &str, id: Option<String>| {
            moves.extend(id.map(|id| Component::button(label, id)));
        };
        if turns_to.is_some() && at > 0 {
            add(
                wording::button_previous_page(),
                self.id(Doing::Turn, at - 1),
            );
        }
        if turns_to.is_some_and(|last| at < last) {
            add(wording::button_next_page(), self.id(Doing::Turn, at + 1));
        }
        if view.can_share {
            add(wording::button_share(), self.id(Doing::Share, at));
        }
        add(wording::button_follow_up(), self.id(Doing::FollowUp, 0));
        if let Some(role) = view.from_menu {
            let link = Link::Asked(Question::Role(role));
            let id = custom_id::write(self.library.framework(), Doing::Browse, 0, &link);
            add(wording::button_browse(), id);
        }
        if !moves.is_empty() {
            rows.push(Row::new(moves));
        }
        let ways = self.ways_on();
        if !ways.is_empty() {
            rows.push(Row::new(ways));
        }
        rows.truncate(limits::ROWS);
        rows
    }

    /// What a sheet lists, to choose from.
    fn select(&self, sheet: &Sheet) -> Option<Row> {
        let placeholder = if self.answer.kind == Kind::Clarify {
            wording::choose_one()
        } else {
            wording::look_one_up()
        };
        let question_on = |subject| self.question_on(subject);
        select(self.library.framework(), sheet, placeholder, question_on)
    }

    /// The question about something listed: what was wanted before it had to be asked
    /// which one is meant, where that can be.
    fn question_on(&self, subject: Subject) -> Question {
        match self.answer.reading.wanted {
            Some(wanted) => wanted.question(subject),
            None => Question::about(subject),
        }
    }

    /// Where one can go on from this answer.
    fn ways_on(&self) -> Vec<Component> {
        let framework = self.library.framework();
        let mut buttons: Vec<Component> = Vec::new();
        let mut ids: Vec<String> = Vec::new();
        for (label, question) in ways::on_from(framework, &self.answer.reading.question) {
            let id = custom_id::write(framework, Doing::Go, 0, &Link::Asked(question));
            if let Some(id) = id.filter(|id| !ids.contains(id))
                && buttons.len() < limits::BUTTONS
            {
                ids.push(id.clone());
                buttons.push(Component::button(label, id));
            }
        }
        buttons
    }
}

/// What a sheet lists, to choose from; `None` where it lists nothing.
pub(super) fn select(
    framework: &Framework,
    sheet: &Sheet,
    placeholder: &str,
    question_on: impl Fn(Subject) -> Question,
) -> Option<Row> {
    let mut options: Vec<Choosable> = Vec::new();
    for listed in &sheet.listed {
        let link = Link::Asked(question_on(listed.subject));
        let id = custom_id::write(framework, Doing::Go, 0, &link);
        let is_new = |id: &String| options.iter().all(|option| option.value != *id);
        if let Some(value) = id.filter(is_new)
            && options.len() < limits::OPTIONS
        {
            options.push(Choosable {
                label: limits::fit(&listed.name, limits::OPTION),
                value,
                description: limits::fit(&listed.note, limits::OPTION),
            });
        }
    }
    let id = custom_id::CHOICE.to_owned();
    (!options.is_empty()).then(|| Row::new(vec![Component::select(id, placeholder, options)]))
}

/// What was understood when a button or a command names the question.
pub(super) fn reading_of(question: Question) -> Reading {
    Reading {
        words: String::new(),
        question,
        corrections: Vec::new(),
        taken_from_context: Vec::new(),
        wanted: None,
        sought: None,
        certainty: 100,
    }
}

/// A question as a button can hold it. One that is a search is held in the
/// person's words, if they mean the same without the conversation.
fn link_of(reading: &Reading) -> Option<Link> {
    let question = &reading.question;
    if matches!(
        question,
        Question::Clarify(_) | Question::Help(_) | Question::NoMatch(_)
    ) {
        return None;
    }
    let is_search = matches!(question, Question::SkillsAbout(_) | Question::RolesAbout(_));
    if !is_search {
        return Some(Link::Asked(question.clone()));
    }
    let stands_alone = reading.taken_from_context.is_empty();
    stands_alone.then(|| Link::Words(reading.words.trim().to_owned()))
}

/// A sheet as an embed, with the source and the licence below it.
pub(super) fn embed(page: &Page, sheet: &Sheet, at: usize, sheets: usize) -> Embed {
    let mut small_print = wording::small_print(page);
    if sheets > 1 {
        small_print.insert(0, wording::page_of(at + 1, sheets));
    }
    let footer = limits::fit(&small_print.join("\n"), LONGEST_FOOTER);
    let link = page.title.link.clone();
    Embed {
        title: limits::fit(&markup::plain(&page.title.text), limits::TITLE),
        url: link.filter(|link| is_web(link)),
        description: limits::fit(&sheet.text, limits::DESCRIPTION),
        footer: (!footer.is_empty()).then_some(Footer { text: footer }),
    }
}

/// How long a footer may be: with a title and the longest sheet it keeps within
/// what all embeds may have together.
const LONGEST_FOOTER: usize = 1500;
const _: () = assert!(LONGEST_FOOTER <= limits::FOOTER);

/// Whether Discord takes a link: it refuses the whole message for one that is
/// none of the web's.
fn is_web(link: &str) -> bool {
    (link.starts_with("https://") || link.starts_with("http://"))
        && !link.contains(char::is_whitespace)
        && limits::units(link) <= 2048
}
