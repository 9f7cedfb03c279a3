//! One turn of a conversation: a person's words, and the answer to them.

use std::time::{Duration, Instant};

use crate::answer::{self, Answer};
use crate::guide::Guide;
use crate::question::{Context, Kind, Reading};
use crate::render::{self, Plain, Reply};

use super::{Outcome, wording};

/// Words that were understood.
pub(super) struct Asked<'g> {
    guide: &'g Guide,
    reading: Reading,
    elapsed: Duration,
}

/// Words that were understood and answered.
pub(super) struct Turn<'a> {
    guide: &'a Guide,
    answer: Answer<'a>,
    /// From the words to the answer, without setting it out.
    elapsed: Duration,
}

impl<'g> Asked<'g> {
    /// Understands the words, after what was said before.
    pub(super) fn new(guide: &'g Guide, context: &Context, words: &str) -> Self {
        let start = Instant::now();
        let reading = guide.understand(context, words);
        Self {
            guide,
            reading,
            elapsed: start.elapsed(),
        }
    }

    /// Answers them.
    pub(super) fn answer(&self) -> Turn<'_> {
        let start = Instant::now();
        let answer = answer::answer(self.guide.framework(), &self.reading);
        Turn {
            guide: self.guide,
            answer,
            elapsed: self.elapsed + start.elapsed(),
        }
    }
}

impl Turn<'_> {
    /// What the next turn can follow up on.
    pub(super) fn context(&self) -> Context {
        self.answer.context()
    }

    /// Whether the framework says.
    pub(super) fn outcome(&self) -> Outcome {
        if self.answer.kind == Kind::NoMatch {
            Outcome::NotSaid
        } else {
            Outcome::Done
        }
    }

    /// The reply as a person reads it.
    pub(super) fn text(&self, setting: &Plain) -> String {
        render::plain(&render::page(self.guide.framework(), &self.answer), setting)
    }

    /// The reply as a person reads it, and then how the words were understood after what
    /// was said before.
    pub(super) fn explained(&self, before: &Context, setting: &Plain) -> String {
        let reading = self.answer.reading;
        let steps = self.guide.explain(before, &reading.words);
        format!(
            "{}\n{}",
            self.text(setting),
            wording::explanation(reading, &steps)
        )
    }

    /// The reply as a program reads it.
    pub(super) fn json(&self) -> Reply {
        let framework = self.guide.framework();
        render::json(
            framework,
            &self.answer,
            &render::page(framework, &self.answer),
            self.elapsed,
        )
    }
}
