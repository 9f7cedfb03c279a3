//! What is told before it is asked about: "I sit next to a porter now. What are they here
//! for?" is a question about a porter, whatever else is told of them.

use super::progress::says_missing;
use super::{LOOSE, RECOGNISERS, Recognised, Sight, lists};
use crate::framework::SkillId;
use crate::question::bound::Placed;
use crate::question::context::Context;
use crate::question::conversation::{context_position, context_skill};
use crate::question::cue::Cue;
use crate::question::subject::{Position, Subject};
use crate::question::token::Gap;
use crate::question::utterance::Utterance;
use crate::question::{Kind, Question};

/// From this certainty on something is called by its own name, or a short form of it.
const BY_NAME: u8 = 90;

/// The last part of the words, where it points at the only thing that the part before it
/// names and asks nothing of: understood as if that had been spoken of before.
pub(super) fn asked_behind(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let start = (1..said.tokens.len())
        .rev()
        .find(|at| starts_question(said, *at))?;
    // "Just the kitchen ones, who's in there?", after a list of roles.
    if lists::family_of_list(sight).is_some() {
        return None;
    }
    // "It's lead cook I am, same question."
    // "Glazing, the lowest level, what should they be able to do?"
    if said.has_any(&[Cue::Again, Cue::Lowest, Cue::Highest]) {
        return None;
    }
    let told = told(sight, start)?;
    // "I'm a cook, do I need it?", after a skill: of the skill; "I'm a cook, what would I be
    // missing for it?", after a baker: of the baker.
    let lacks = (start..said.tokens.len()).any(|at| says_missing(said.text(at)));
    let of_both = if told.position().is_some() {
        context_skill(said).is_some()
            || lacks && context_position(said).is_some_and(|it| told.position() != Some(it))
    } else {
        // "With glazing, what's that look like at that level?", after a proficiency.
        context_position(said).is_some() || said.context.kind == Some(Kind::Proficiency)
    };
    if of_both || !points_and_names_nothing(sight, start) {
        return None;
    }
    // "My colleague is a baker, what would hers be?", after the skills of a cook.
    let theirs = |at: usize| matches!(said.text(at), "hers" | "his" | "theirs" | "mine");
    let again = said.context.kind == Some(Kind::LevelSkills) && !said.has(Cue::Compare);
    if let (true, Some(place)) = (again, told.position())
        && (start..said.tokens.len()).any(theirs)
    {
        return Some(Recognised::sure(Question::LevelSkills(place, None), 85));
    }
    let context = Context {
        kind: Some(match told.position() {
            Some(Position::Role(_)) => Kind::Role,
            Some(Position::Level(_)) => Kind::Level,
            None => Kind::Skill,
        }),
        subjects: vec![told],
        before: said.context.subjects.clone(),
        ..Context::default()
    };
    let asked = &said.words[said.tokens[start].range.start..];
    let asked = Utterance::new(said.interpreter, said.framework, &context, asked);
    let sight = Sight::new(&asked);
    let mut recognisers = RECOGNISERS.iter();
    let found = recognisers.find_map(|(_, recogniser)| recogniser(&sight))?;
    // What asks for nothing of it has to be read with what was told.
    let answers = !matches!(
        found.question,
        Question::Help(_)
            | Question::NoMatch(_)
            | Question::SkillsAbout(_)
            | Question::RolesAbout(_)
    );
    answers.then(|| Recognised {
        from_context: Vec::new(),
        ..found
    })
}

/// Whether a sentence starts at a token, or a part of one that opens like a question.
fn starts_question(said: &Utterance<'_>, at: usize) -> bool {
    match said.tokens[at].gap {
        Gap::Hard => true,
        Gap::Soft => matches!(
            said.text(at),
            "what" | "which" | "how" | "where" | "who" | "should" | "does" | "do" | "is" | "are"
        ),
        Gap::Space => false,
    }
}

/// The only thing that is named before a token, where nothing is asked there.
fn told(sight: &Sight<'_, '_>, end: usize) -> Option<Subject> {
    let said = sight.said;
    let positions = sight.bound.positions.iter();
    let positions = positions.map(|it| (Subject::from(it.what), it.tokens.end, it.certainty));
    let skills = sight.bound.skills.iter();
    let skills = skills.map(|it| (Subject::Skill(it.what), it.tokens.end, it.certainty));
    let mut sure = positions
        .chain(skills)
        .filter(|(_, _, certainty)| *certainty >= BY_NAME);
    let (told, last, _) = sure.next()?;
    let only = sure.next().is_none() && last <= end;
    let asks = said.cues.iter().any(|heard| {
        let told = heard.tokens.end <= end;
        told && matches!(
            heard.cue,
            Cue::Compare
                | Cue::Progress
                | Cue::Next
                | Cue::Previous
                | Cue::Shared
                | Cue::Similar
                | Cue::Levels
                | Cue::Skills
                | Cue::Who
                | Cue::Duties
                | Cue::HowMuch
                | Cue::Define
                | Cue::List
        )
    });
    // "Glazing at lead level, what do they expect?" tells of the skill too.
    let of_skill = |it: &Placed<SkillId>| it.certainty > LOOSE && told.skill().is_none();
    if sight.bound.skills.iter().any(of_skill) {
        return None;
    }
    let is_there = sight.bound.no_such_level.is_none() && sight.bound.positions.len() < 2;
    (only && is_there && !asks && said.proficiencies.is_empty()).then_some(told)
}

/// Whether the words from a token on point back, and neither name nor search anything.
fn points_and_names_nothing(sight: &Sight<'_, '_>, start: usize) -> bool {
    let said = sight.said;
    let behind = |tokens: &std::ops::Range<usize>| tokens.end > start;
    let names = sight.bound.positions.iter().any(|it| behind(&it.tokens))
        || sight.bound.skills.iter().any(|it| behind(&it.tokens));
    let searches = sight.rest().iter().any(|at| *at >= start);
    let points = said.hears_from(start, &[Cue::Pointing]);
    points && !names && !searches
}
