//! Every question has a reply that can be trusted: proven quotes, clean text,
//! a complete object, its subject named; and what it offers can be asked.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use waymark::question::{Context, Kind, Question};
use waymark::render::Reply;

use super::questions::{every_question, kind_of, names_in};
use super::{Failures, worlds};
use crate::frameworks::World;
use crate::replies::{Said, ask, asking, say};

/// What the replies to every question of a framework came to.
#[derive(Default)]
struct Swept {
    asked: usize,
    /// What is wrong with them, a line each.
    faults: Vec<String>,
    /// The lines that are wider than they may be.
    wide: BTreeSet<String>,
    /// The questions that they offer.
    offered: BTreeSet<String>,
}

/// In the order of the [`worlds`]. Asked once: it is most of the work.
static SWEPT: LazyLock<Vec<Swept>> = LazyLock::new(|| worlds().map(sweep).collect());

fn sweep(world: &World) -> Swept {
    let mut swept = Swept::default();
    for question in every_question(&world.guide) {
        let reading = asking(&world.guide, question);
        let said = say(&world.guide, &reading);
        swept.asked += 1;
        for fault in faults(world, &reading.question, &said) {
            let question = named(world, &reading.question);
            swept.faults.push(format!("{question}: {fault}"));
        }
        swept.wide.extend(said.wide_lines());
        swept.offered.extend(said.page.next);
    }
    swept
}

#[test]
fn every_question_has_a_reply_that_can_be_trusted() {
    let mut failures = Failures::default();
    for (world, swept) in worlds().zip(&*SWEPT) {
        failures.asked += swept.asked;
        for fault in &swept.faults {
            failures.add(world, fault);
        }
    }
    failures.tell();
}

#[test]
fn no_line_is_wider_than_the_terminal_unless_one_word_is() {
    let mut failures = Failures::default();
    for (world, swept) in worlds().zip(&*SWEPT) {
        failures.asked += swept.asked;
        for line in &swept.wide {
            failures.add(world, line);
        }
    }
    failures.tell();
}

#[test]
fn every_question_that_a_reply_offers_has_an_answer() {
    let mut failures = Failures::default();
    for (world, swept) in worlds().zip(&*SWEPT) {
        for words in &swept.offered {
            let said = ask(&world.guide, &Context::default(), words);
            failures.asked += 1;
            let kind = said.reply.kind;
            if matches!(kind, Kind::NoMatch | Kind::Clarify) {
                failures.add(world, format!("`{words}` is answered {kind:?}"));
            } else if !said.reply.corrections.is_empty() {
                failures.add(world, format!("`{words}` is corrected"));
            }
        }
    }
    failures.tell();
}

/// What is wrong with the reply to a question.
fn faults(world: &World, question: &Question, said: &Said) -> Vec<String> {
    let framework = world.guide.framework();
    let mut faults = said.faults(&world.files);
    let kind = said.reply.kind;
    if kind != kind_of(framework, question) && kind != Kind::NoMatch {
        faults.push(format!("is answered {kind:?}"));
    }
    let names = names_of(&said.reply);
    for name in names_in(framework, question) {
        if !names.contains(name) {
            faults.push(format!("the subjects leave out `{name}`"));
        }
    }
    faults
}

/// The names in the subjects of a reply.
fn names_of(reply: &Reply) -> BTreeSet<&str> {
    reply
        .subjects
        .iter()
        .flat_map(|subject| {
            [
                &subject.family,
                &subject.role,
                &subject.level,
                &subject.skill,
                &subject.proficiency,
            ]
        })
        .filter_map(|name| name.as_deref())
        .collect()
}

/// A question, so that a person can find it again.
fn named(world: &World, question: &Question) -> String {
    let framework = world.guide.framework();
    let kind = kind_of(framework, question);
    if let Question::NoMatch(unclear) = question {
        format!("{kind:?} {unclear:?}")
    } else if let Question::SkillsAbout(findings) | Question::RolesAbout(findings) = question {
        format!("{kind:?} `{}`", findings.topic)
    } else {
        format!("{kind:?} {:?}", names_in(framework, question))
    }
}
