//! The pages that are not about the framework's roles and skills: help, about,
//! privacy, and what a message names.

use super::library::Library;
use super::message::{Embed, Message};
use super::present;
use super::sheets;
use super::{limits, markup};
use crate::question::Question;
use crate::render::discord as wording;
use crate::render::{self, Block, Page};

/// How many names of a message are explained.
const EXPLAINED: usize = 5;

/// Adds to the page on what can be asked how to do it here.
pub(super) fn add_ways_to_ask(page: &mut Page) {
    let ways = wording::ways_to_ask().map(|way| Block::Said(way.to_owned()));
    page.blocks.extend(ways);
}

/// `/about`
pub(super) fn about(library: &Library) -> Message {
    let framework = library.framework();
    let mut lines: Vec<String> = wording::about(framework, &library.hash)
        .iter()
        .chain([&wording::not_in_it(framework)])
        .map(|line| markup::plain(line))
        .collect();
    lines.push(wording::loaded_at(library.loaded));
    lines.push(markup::plain(&wording::version()));
    own_page(&wording::title_about(framework), &lines.join("\n\n"))
}

/// `/privacy`
pub(super) fn privacy() -> Message {
    let lines = wording::privacy().map(markup::plain);
    own_page(wording::title_privacy(), &lines.join("\n\n"))
}

/// "Look this up": what a message names, for the one who asked alone.
pub(super) fn look_up(library: &Library, text: &str) -> Message {
    let framework = library.framework();
    let named = library.sightings.in_text(text);
    if named.is_empty() {
        return Message::line(wording::nothing_named()).private();
    }
    // As many as one sheet has room for, and one in any case.
    let mut told = named.len().min(EXPLAINED);
    let (page, mut sheet) = loop {
        let page = render::glossary(framework, &named[..told], wording::title_look_up());
        let mut sheets = sheets::sheets(&page);
        if sheets.len() == 1 || told == 1 {
            break (page, sheets.swap_remove(0));
        }
        told -= 1;
    };
    if told < named.len() {
        let more = markup::plain(&wording::named_more(named.len() - told));
        sheet.text = format!("{}\n\n{more}", sheet.text);
    }
    let select = present::select(framework, &sheet, wording::look_one_up(), Question::about);
    let embed = present::embed(&page, &sheet, 0, 1);
    Message::new(embed, select.into_iter().collect()).private()
}

fn own_page(title: &str, text: &str) -> Message {
    let embed = Embed {
        title: limits::fit(&markup::plain(title), limits::TITLE),
        description: limits::fit(text, limits::DESCRIPTION),
        ..Embed::default()
    };
    Message::new(embed, Vec::new())
}
