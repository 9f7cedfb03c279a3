//! Waymark: from the words to the facts of the answer. The conversation that a
//! question follows up on stands before the time starts.

use std::hint::black_box;
use std::time::{Duration, Instant};

use waymark::answer::{self, Answer};
use waymark::guide::Guide;
use waymark::question::Context;
use waymark::render::{self, Plain};

use crate::Outcome;
use crate::asked::Asked;
use crate::catalogue::Catalogue;
use crate::race::{System, Times};

/// A framework that Waymark answers from.
pub(crate) struct Waymark<'a> {
    guide: &'a Guide,
    catalogue: &'a Catalogue,
    /// For each question what was said before it.
    contexts: Vec<Context>,
}

impl<'a> Waymark<'a> {
    /// Gets ready to answer these questions, and no others.
    pub(crate) fn new(guide: &'a Guide, catalogue: &'a Catalogue, questions: &[Asked]) -> Self {
        let contexts = questions.iter().map(|asked| said_before(guide, asked));
        Self {
            guide,
            catalogue,
            contexts: contexts.collect(),
        }
    }

    /// How much longer it takes until an answer is text that a person reads.
    ///
    /// # Errors
    /// Where a time is longer than can be counted.
    pub(crate) fn setting_out(&self, questions: &[Asked], rounds: usize) -> Outcome<Times> {
        let mut times = Times::new()?;
        let setting = Plain {
            width: 80,
            colour: false,
        };
        for (asked, context) in questions.iter().zip(&self.contexts) {
            let framework = self.guide.framework();
            let reading = self.guide.understand(context, &asked.words);
            let answer = answer::answer(framework, &reading);
            let mut least = Duration::MAX;
            for _ in 0..rounds {
                let start = Instant::now();
                let page = render::page(framework, &answer);
                black_box(render::plain(&page, &setting));
                least = least.min(start.elapsed());
            }
            times.add(least)?;
        }
        Ok(times)
    }
}

impl System for Waymark<'_> {
    fn name(&self) -> &'static str {
        "Waymark"
    }

    fn answer(&mut self, at: usize, asked: &Asked) -> Outcome<Option<usize>> {
        let reading = self.guide.understand(&self.contexts[at], &asked.words);
        let answer = answer::answer(self.guide.framework(), &reading);
        let first = first(&answer, self.catalogue);
        black_box(&answer);
        Ok(first)
    }
}

/// What an answer is about first; where it is about nothing, what it lists
/// first.
fn first(answer: &Answer<'_>, catalogue: &Catalogue) -> Option<usize> {
    let first = answer.subjects.first().or(answer.results.first())?;
    catalogue.number(*first)
}

/// The conversation before a question.
fn said_before(guide: &Guide, asked: &Asked) -> Context {
    let said = |context: Context, words: &String| {
        let reading = guide.understand(&context, words);
        let answer = answer::answer(guide.framework(), &reading).context();
        context.followed_by(answer)
    };
    asked.earlier.iter().fold(Context::default(), said)
}
