//! What the program says to a question, without a terminal, and what has to
//! hold of every reply, whatever was asked.

mod proof;

use std::time::Duration;

use waymark::answer;
use waymark::guide::Guide;
use waymark::question::{Context, Question, Reading};
use waymark::render::{self, Page, Plain, Reply};

/// The width at which replies are set.
pub(crate) const WIDTH: usize = 80;

/// What the program said.
pub(crate) struct Said {
    /// The reply as meaning.
    pub(crate) page: Page,
    /// The reply as a program reads it; its `text` is what a person reads.
    pub(crate) reply: Reply,
    /// What the next question can go on from.
    pub(crate) context: Context,
}

/// Answers a reading and sets the answer out.
#[must_use]
pub(crate) fn say(guide: &Guide, reading: &Reading) -> Said {
    let framework = guide.framework();
    let answer = answer::answer(framework, reading);
    let page = render::page(framework, &answer);
    Said {
        reply: render::json(framework, &answer, &page, Duration::ZERO),
        context: answer.context(),
        page,
    }
}

/// Understands words, and answers them.
#[must_use]
pub(crate) fn ask(guide: &Guide, context: &Context, words: &str) -> Said {
    say(guide, &guide.understand(context, words))
}

/// A reading that asks exactly this, in no words.
#[must_use]
pub(crate) fn asking(guide: &Guide, question: Question) -> Reading {
    Reading {
        question,
        ..guide.understand(&Context::default(), "")
    }
}

impl Said {
    /// The reply as a terminal with colours shows it.
    #[must_use]
    pub(crate) fn in_colour(&self) -> String {
        let style = Plain {
            width: WIDTH,
            colour: true,
        };
        render::plain(&self.page, &style)
    }
}
