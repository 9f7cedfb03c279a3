//! The recognisers: an ordered table, each of which takes what was recognised
//! in the words and says which question it is, or "not mine" (`None`). The
//! first that says something decides.

mod absent;
mod again;
mod choosing;
mod compare;
mod courtesy;
mod elsewhere;
mod ends;
mod follow_up;
mod job_title;
mod ladders;
mod lists;
mod move_ends;
mod onward;
mod pairs;
mod plain;
mod proficiencies;
mod progress;
mod same_rank;
mod similar;
mod skill_at_level;
mod skills;
mod steps;
mod titles;
mod told;
mod topics;
mod unnamed_again;

use std::cell::{Cell, OnceCell};
use std::collections::HashSet;

use super::bound::{Bound, MOST_CHOICES, role_of};
use super::cue::Cue;
use super::reading::{Correction, Question, Reading, Sought, Unclear};
use super::subject::Subject;
use super::token::Token;
use super::utterance::Utterance;
use super::wanted::Wanted;
use crate::framework::Framework;
use crate::search::Query;

/// What the recognisers look at.
pub(super) struct Sight<'u, 'a> {
    /// The words, and what was recognised in them.
    pub(super) said: &'u Utterance<'a>,
    /// What they mention, bound to the framework.
    pub(super) bound: Bound,
    rest: Vec<usize>,
    /// What the words search for, once somebody has asked.
    query: OnceCell<Query<'u>>,
    /// Whether a search for skills found none.
    no_skills: Cell<bool>,
}

impl<'u, 'a> Sight<'u, 'a> {
    fn new(said: &'u Utterance<'a>) -> Self {
        let bound = Bound::new(said);
        let mut rest = said.unexplained();
        rest.retain(|at| !bound.has(*at));
        // "She has her eye on the next rung", after a level: "eye" is no topic.
        if goes_on_plainly(said) && rest.iter().all(|at| said.is_weak(*at)) {
            rest.clear();
        }
        Self {
            said,
            bound,
            rest,
            query: OnceCell::new(),
            no_skills: Cell::new(false),
        }
    }

    /// What the words search for.
    fn query(&self) -> &Query<'u> {
        self.query.get_or_init(|| self.said.query())
    }

    /// The words that carry meaning and that no name has, also none that is
    /// not clear.
    fn rest(&self) -> &[usize] {
        &self.rest
    }
}

/// What can only be asked of a place or a skill.
const OF_SOMETHING: [Cue; 12] = [
    Cue::Compare,
    Cue::Progress,
    Cue::Next,
    Cue::Previous,
    Cue::Shared,
    Cue::Similar,
    Cue::Levels,
    Cue::LowestLevel,
    Cue::HighestLevel,
    Cue::HowMuch,
    Cue::Need,
    Cue::Duties,
];

/// Whether the words go on from the last answer and say what they ask: they point back,
/// and ask for what only a place or a skill has.
fn goes_on_plainly(said: &Utterance<'_>) -> bool {
    if said.context.kind.is_none() || !said.has_any(&OF_SOMETHING) {
        return false;
    }
    let oneself = |at: usize| matches!(said.text(at), "i" | "me" | "we");
    said.has_any(&[Cue::Pointing, Cue::GoingOn, Cue::Mine]) || (0..said.tokens.len()).any(oneself)
}

/// A recogniser's finding.
pub(super) struct Recognised {
    pub(super) question: Question,
    /// What was taken from the conversation.
    pub(super) from_context: Vec<Subject>,
    pub(super) certainty: u8,
    /// What is wanted of the one that is chosen, where the question asks back.
    pub(super) wanted: Option<Wanted>,
    /// What is asked about it for yes or no.
    pub(super) sought: Option<Sought>,
}

impl Recognised {
    /// A question that the words name in full.
    pub(super) fn sure(question: Question, certainty: u8) -> Self {
        Self {
            question,
            from_context: Vec::new(),
            certainty,
            wanted: None,
            sought: None,
        }
    }

    /// Not sure which one is meant: at most so many are offered.
    pub(super) fn which(
        choices: impl IntoIterator<Item = Subject>,
        wanted: Option<Wanted>,
    ) -> Self {
        let choices = choices.into_iter().take(MOST_CHOICES).collect();
        Self {
            wanted,
            ..Self::sure(Question::Clarify(choices), 40)
        }
    }

    /// A question of which the conversation gave a part.
    pub(super) fn in_context(question: Question, from: impl Into<Subject>) -> Self {
        Self {
            from_context: vec![from.into()],
            ..Self::sure(question, 80)
        }
    }
}

/// The certainty up to which a role was not called by its name: "data ethics"
/// is a topic before it is a data ethicist.
pub(super) const LOOSE: u8 = 80;

type Recogniser = fn(&Sight<'_, '_>) -> Option<Recognised>;

/// The recognisers, with the names by which `--explain` tells them.
const RECOGNISERS: &[(&str, Recogniser)] = &[
    ("nothing was said", courtesy::silence),
    ("a greeting, thanks or goodbye", courtesy::courtesy),
    ("what it can do", courtesy::abilities),
    ("what was told before it was asked", told::asked_behind),
    ("somebody else's business", elsewhere::out_of_scope),
    ("the same business of another", again::refused_again),
    ("one of the list that was shown", choosing::choice),
    ("one of the choices by its words", choosing::named_choice),
    ("why", follow_up::why),
    ("the last two, turned round", follow_up::turned_round),
    ("what the last two differ in", follow_up::what_is_missing),
    ("the last two, at another level", follow_up::both_at_level),
    ("the last two, on the other track", follow_up::both_on_track),
    ("one of the last two, exchanged", pairs::instead),
    ("the families", lists::families),
    ("the levels of a seniority", ladders::levels_called),
    ("the roles", lists::roles),
    ("the skills", lists::skills),
    ("what the proficiencies mean", proficiencies::proficiency),
    ("another profession", absent::another_profession),
    ("a level that a role does not have", absent::no_such_level),
    (
        "a role beside a job that is not there",
        titles::another_beside,
    ),
    ("one of two ends that is not there", ends::missing),
    ("one of two ends that is not clear", ends::unclear),
    ("a job that is named after another", titles::made_of_a_name),
    ("the last question, of something else", again::again),
    ("whether somebody does something", plain::whether),
    ("a skill by the word", plain::skill_by_the_word),
    ("what two have in common", pairs::shared),
    ("what is near", similar::similar),
    ("the level before", steps::previous),
    ("a move from one level to another", progress::progression),
    ("how two differ", compare::compare),
    ("a skill against another", plain::skill_against_another),
    ("the levels of a role", ladders::levels),
    ("who needs a skill", skills::roles_needing),
    (
        "what a skill asks of a level",
        skill_at_level::skill_at_level,
    ),
    (
        "a skill of a level in other words",
        skill_at_level::skill_in_other_words,
    ),
    (
        "a skill at a proficiency",
        proficiencies::skill_at_proficiency,
    ),
    ("the skills of a level", skills::level_skills),
    ("the title of another job", titles::another_title),
    ("a skill that is not there", absent::no_such_skill),
    ("a topic that roles deal with", topics::roles_in_words),
    ("a topic that skills cover", topics::skills_in_words),
    ("a role or a level", plain::position),
    ("a skill", plain::skill),
    ("whether it does something", plain::whether_of_it),
    ("words that fit several", plain::unclear),
    ("the last question again", follow_up::going_on),
    ("a name that is not there", absent::foreign),
    ("half a name", absent::half_a_name),
    ("a topic", topics::topic),
    ("a question about nothing that was named", courtesy::unnamed),
];

/// Says which question an utterance is.
pub(super) fn recognise(said: &Utterance<'_>) -> Reading {
    let sight = Sight::new(said);
    let recognised = RECOGNISERS
        .iter()
        .find_map(|(_, recogniser)| recogniser(&sight))
        .unwrap_or_else(|| {
            let what = sight.query().topic.to_owned();
            let question = Question::NoMatch(Unclear::NotInFramework {
                what,
                near: absent::near(&sight),
            });
            Recognised::sure(question, 0)
        });
    // "What skills does a solicitor need? And a baker?"
    let is_refused = matches!(recognised.question, Question::NoMatch(_));
    let refused = || courtesy::wanted_of_place(&sight).filter(|_| is_refused);
    Reading {
        words: said.words.to_owned(),
        corrections: corrections(&sight, &recognised),
        question: recognised.question,
        taken_from_context: recognised.from_context,
        wanted: recognised.wanted.or_else(refused),
        sought: recognised.sought,
        certainty: recognised.certainty,
    }
}

/// What was read other than it was typed. Where there is no answer, and where a
/// list is wanted, nothing was; and what the conversation gave is told as such.
fn corrections(sight: &Sight<'_, '_>, recognised: &Recognised) -> Vec<Correction> {
    let question = &recognised.question;
    if matches!(
        question,
        Question::NoMatch(_)
            | Question::Help(_)
            | Question::Clarify(_)
            | Question::ListRoles(_)
            | Question::ListSkills
            | Question::ListFamilies
    ) {
        return Vec::new();
    }
    if matches!(question, Question::SkillsAbout(_) | Question::RolesAbout(_)) {
        return slips(sight);
    }
    let framework = sight.said.framework;
    let corrections = sight.bound.corrections.iter();
    let of_shown = corrections.filter(|(subject, _)| {
        let is_given = recognised.from_context.contains(subject);
        !is_given && is_shown(framework, question, *subject)
    });
    let of_shown = of_shown.map(|(_, correction)| correction.clone());
    let of_many = pairs::two_of_many(sight, question);
    let of_many = of_many.or_else(|| skill_at_level::one_of_many(sight, question));
    of_many.into_iter().chain(of_shown).collect()
}

/// Whether a question is answered with what is said of a subject: a role by one of
/// its levels as well.
fn is_shown(framework: &Framework, question: &Question, subject: Subject) -> bool {
    match (subject.position(), subject.skill()) {
        (Some(position), _) => {
            let positions = question.positions().into_iter().flatten();
            let mut roles = positions.map(|position| role_of(framework, position));
            roles.any(|role| role == role_of(framework, position))
        }
        (None, Some(skill)) => question.skill() == Some(skill),
        (None, None) => true,
    }
}

/// The slips that a search mended.
fn slips(sight: &Sight<'_, '_>) -> Vec<Correction> {
    let said = sight.said;
    (0..said.tokens.len())
        .filter_map(|at| {
            let read = said.slips[at].first()?;
            Some(Correction {
                typed: said.typed(at..at + 1).to_owned(),
                read: said.interpreter.dictionary.text(*read).to_owned(),
            })
        })
        .collect()
}

/// The steps of understanding, a line each, for a framework's owner: what was
/// recognised in the words, what decided, and what was searched for. What is
/// said several times is explained once.
pub(super) fn explain(said: &Utterance<'_>) -> Vec<String> {
    let mut lines = steps(said);
    let mut told = HashSet::new();
    lines.retain(|line| told.insert(line.clone()));
    lines
}

fn steps(said: &Utterance<'_>) -> Vec<String> {
    let sight = Sight::new(said);
    let dictionary = &said.interpreter.dictionary;
    let mut lines = Vec::new();
    let words: Vec<&str> = said.tokens.iter().map(Token::text).collect();
    lines.push(format!("words: {}", words.join(" ")));
    for (at, slips) in said
        .slips
        .iter()
        .enumerate()
        .filter(|(_, slips)| !slips.is_empty())
    {
        lines.push(format!(
            "perhaps a slip: {} for {}",
            words[at],
            slips
                .iter()
                .map(|slip| dictionary.text(*slip))
                .collect::<Vec<_>>()
                .join(" or ")
        ));
    }
    for heard in &said.cues {
        lines.push(format!(
            "turn of phrase: \"{}\" asks for {:?}",
            said.typed(heard.tokens.clone()),
            heard.cue
        ));
    }
    for mention in &said.mentions {
        for choice in &mention.choices {
            let name = super::bound::name(said.framework, choice.named);
            let share = (choice.share * 100.0).round();
            let typed = said.typed(mention.tokens.clone());
            lines.push(format!(
                "name: \"{typed}\" is {name} ({share} % of the name, {:?})",
                choice.quality
            ));
        }
    }
    let rest: Vec<&str> = sight.rest().iter().map(|at| words[*at]).collect();
    if !rest.is_empty() {
        lines.push(format!("words that are no name: {}", rest.join(" ")));
    }
    let decided = RECOGNISERS
        .iter()
        .find_map(|(name, recogniser)| recogniser(&sight).map(|found| (name, found.question)));
    let Some((name, question)) = decided else {
        lines.push("read as: nothing that the framework has".to_owned());
        return lines;
    };
    lines.push(format!("read as: {name}"));
    if let Question::SkillsAbout(findings) | Question::RolesAbout(findings) = question {
        for concept in &sight.query().concepts {
            let words: Vec<String> = concept
                .alternatives
                .iter()
                .map(|a| {
                    let stems = a.stems.iter().map(|stem| dictionary.stem_text(*stem));
                    format!("{} {:.2}", stems.collect::<Vec<_>>().join("+"), a.weight)
                })
                .collect();
            lines.push(format!("searched for: {}", words.join(", ")));
        }
        for hit in findings.hits.iter().chain(&findings.mentions) {
            let name = super::bound::name(said.framework, hit.found.into());
            lines.push(format!("found: {name}, score {:.2}", hit.score));
        }
    }
    lines
}
