//! Titles of jobs that the framework does not have, by themselves and beside a role
//! that it has.

use std::ops::Range;

use super::absent::{near, not_in_framework};
use super::elsewhere::is_asked_behind;
use super::job_title::{Title, start, title, trade};
use super::{Recognised, Sight, topics};
use crate::framework::{LevelId, Seniority, SkillId};
use crate::question::Kind;
use crate::question::bound::{MOST_CHOICES, Placed, subject};
use crate::question::cue::{Cue, Heard};
use crate::question::mention::Mention;
use crate::question::names::{Named, Way};
use crate::question::reading::{Question, Unclear};
use crate::question::spoken_of::stems;
use crate::question::subject::{Position, Subject};
use crate::question::token::Gap;
use crate::question::utterance::{Utterance, is_firm};
use crate::question::verdict::preferred;

/// "senior cook manager": a name that the framework has, and the title of another
/// job made from it.
pub(super) fn made_of_a_name(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let ends = |mention: &&Mention| {
        let next = said.tokens.get(mention.tokens.end);
        let title = next.is_some_and(|next| next.marks.title && next.gap == Gap::Space);
        title && is_firm(mention) && mention.is_of_position()
    };
    let mention = said.mentions.iter().find(ends)?;
    let meant = |tokens: &Range<usize>| *tokens == mention.tokens;
    let bound = &sight.bound;
    if !bound.skills.is_empty() || bound.positions.iter().any(|it| meant(&it.tokens)) {
        return None;
    }
    let choices = preferred(said.framework, &mention.choices);
    let positions = choices.iter().map(|choice| subject(choice.named));
    // Behind a level those of other tracks on its rung: one may be meant.
    let beside = |subject: &Subject| match subject.position() {
        Some(Position::Level(level)) => {
            let ladder = said
                .framework
                .role(said.framework.level(level).role())
                .ladder();
            let rung = ladder.rung_of(level).map(|rung| &ladder.rungs()[rung]);
            rung.map_or(Vec::new(), Clone::clone)
        }
        Some(Position::Role(_)) | None => Vec::new(),
    };
    let mut near: Vec<Subject> = positions.collect();
    let others: Vec<Subject> = near.iter().flat_map(beside).map(Subject::Level).collect();
    for other in others {
        if !near.contains(&other) {
            near.push(other);
        }
    }
    near.truncate(MOST_CHOICES);
    let tokens = mention.tokens.start..mention.tokens.end + 1;
    Some(not_in_framework(said, tokens, near, 80))
}

/// "lead marine engineer", "skills for a policy adviser": the title of another
/// job, and little else.
pub(super) fn another_title(sight: &Sight<'_, '_>) -> Option<Recognised> {
    /// What is asked of a job by its title.
    const ASKS: [Cue; 8] = [
        Cue::Skills,
        Cue::Need,
        Cue::Levels,
        Cue::Roles,
        Cue::Duties,
        Cue::Define,
        Cue::Next,
        Cue::Progress,
    ];
    let said = sight.said;
    // "Which levels has a solicitor?" looks for nobody.
    let looks = asks_for_a_topic(said) || said.has(Cue::Who) && !said.has(Cue::Levels);
    if !sight.bound.positions.is_empty() || looks {
        return None;
    }
    let Title { tokens, topic } = title(sight)?;
    if !has_skills_within(sight, &tokens) {
        return None;
    }
    if let Some(missing) = missing_head(sight, &tokens) {
        return Some(missing);
    }
    // "What about cookery writers?"
    let what_about = |heard: &Heard| heard.cue == Cue::GoingOn && heard.own.len() > 1;
    let goes_on = said.context.kind.is_some() && said.has(Cue::GoingOn)
        || said.cues.iter().any(what_about)
        || said.has(Cue::GoingOn) && said.tokens.last().is_some_and(|it| it.text() == "then");
    let within = |at: usize| {
        // "Hm, ok. Wine critic?"
        let opens = at < tokens.start && said.is_filler(at) && opens_sentence(said, &tokens);
        opens || tokens.contains(&at) || said.tokens[at].marks.small || said.is_of(Cue::GoingOn, at)
    };
    let bare = (0..said.tokens.len()).all(within);
    let before = tokens.start.checked_sub(1).map(|at| said.tokens[at].text());
    let ranked = tokens.start < topic.start;
    // "Hire specialists", "engineering managers": many may be what is dealt with.
    let many = said.typed(tokens.clone()).ends_with('s') && !ranked;
    // "And wine critics, what do those do?"
    let opens = before == Some("and") && tokens.start == 1;
    let is_asked = (said.has_any(&ASKS) || asks_whether_there_is(said, tokens.start))
        && (ranked || stands_alone(before) || opens);
    // "Wine critics?"
    let goes_on = goes_on || said.words.trim_end().ends_with('?');
    let is_meant = if bare { !many || goes_on } else { is_asked };
    if !is_meant {
        return None;
    }
    // "Lead cook", where there are a lead pastry cook and a lead line cook.
    let ranked = of_the_same_rank(sight, &tokens);
    if !ranked.is_empty() {
        let wanted = said.has(Cue::Skills).then(|| Kind::LevelSkills.into());
        return Some(Recognised::which(ranked, wanted));
    }
    let mut near = near(sight);
    let skills = topics::skills_named_for(sight, &topic);
    for subject in of_the_same_trade(sight, tokens.end - 1).chain(skills) {
        if near.len() < MOST_CHOICES && !near.contains(&subject) {
            near.push(subject);
        }
    }
    Some(not_in_framework(said, tokens, near, 80))
}

/// Whether a title opens a sentence of its own behind another.
fn opens_sentence(said: &Utterance<'_>, title: &Range<usize>) -> bool {
    // "Hm, ok. A wine critic?"
    let article = title.start.checked_sub(1);
    let article = article.filter(|at| said.tokens[*at].marks.determiner);
    let start = article.unwrap_or(title.start);
    said.tokens[start].gap == Gap::Hard
}

/// The levels of a title's seniority that have all its words: "lead cook", where there
/// are a lead line cook and a lead pastry cook.
fn of_the_same_rank(sight: &Sight<'_, '_>, title: &Range<usize>) -> Vec<Subject> {
    let said = sight.said;
    let Some(rank) = title.clone().find_map(|at| said.seniorities[at]) else {
        return Vec::new();
    };
    let is_word = |at: &usize| {
        let small = said.tokens[*at].marks.small;
        !small && said.seniorities[*at].is_none()
    };
    let words: Vec<_> = title
        .clone()
        .filter(is_word)
        .map(|at| said.tokens[at].stem)
        .collect();
    let Some(Some(first)) = words.first() else {
        return Vec::new();
    };
    let names = &said.interpreter.names;
    let with_first = names.with_stem(*first).iter();
    let levels = with_first.filter_map(|posting| match names.all[posting.name as usize].named {
        Named::Level(level) => Some(level),
        Named::Role(_) | Named::Skill(_) | Named::Family(_) => None,
    });
    let fits = |level: &LevelId| {
        let of_level = said.framework.level(*level).seniority();
        let stems = stems(said, Subject::Level(*level));
        of_level == rank && words.iter().all(|word| stems.contains(word))
    };
    let mut fitting: Vec<LevelId> = levels.filter(fits).collect();
    fitting.sort_unstable();
    fitting.dedup();
    fitting.into_iter().map(Subject::Level).collect()
}

/// The roles whose names end in a word: of "lead food critic" other critics.
fn of_the_same_trade(sight: &Sight<'_, '_>, at: usize) -> impl Iterator<Item = Subject> {
    let said = sight.said;
    let names = &said.interpreter.names;
    let trade = said.tokens[at]
        .stem
        .filter(|_| said.seniorities[at].is_none());
    let with_it = trade.map_or(&[][..], |trade| names.with_stem(trade));
    with_it.iter().filter_map(move |posting| {
        let name = &names.all[posting.name as usize];
        let ends = name.words.last().map(|word| word.stem) == trade;
        let is_role = matches!(name.named, Named::Role(_)) && name.way == Way::Full;
        (ends && is_role).then(|| subject(name.named))
    })
}

/// Whether a title has all skills that are named: "communications officer" names none,
/// "glazing for a stage manager" does.
fn has_skills_within(sight: &Sight<'_, '_>, title: &Range<usize>) -> bool {
    let is_within = |skill: &Placed<SkillId>| title.contains(&skill.tokens.start);
    sight.bound.skills.iter().all(is_within)
}

/// Whether words ask for a topic: "about" does, and not in "tell me about" and "what
/// about".
fn asks_for_a_topic(said: &Utterance<'_>) -> bool {
    let told = |at: usize| {
        let tells = |heard: &&Heard| matches!(heard.cue, Cue::Define | Cue::GoingOn);
        let mut telling = said.cues.iter().filter(tells);
        telling.any(|heard| heard.tokens.len() > 1 && heard.tokens.contains(&at))
    };
    let mut abouts = said.cues.iter().filter(|heard| heard.cue == Cue::About);
    abouts.any(|heard| !told(heard.tokens.start))
}

/// "Is there a senior puppeteer?": whether there is one of what starts at a token.
pub(super) fn asks_whether_there_is(said: &Utterance<'_>, start: usize) -> bool {
    let mut before = (0..start).rev();
    let last = before.find(|at| !said.tokens[*at].marks.determiner);
    last.is_some_and(|at| matches!(said.text(at), "there" | "have" | "got"))
}

/// Whether the word before a title, if any, can open a name: "work with external
/// partners" speaks of no job.
fn stands_alone(before: Option<&str>) -> bool {
    matches!(
        before,
        None | Some(
            "a" | "an"
                | "the"
                | "any"
                | "have"
                | "become"
                | "be"
                | "for"
                | "do"
                | "does"
                | "of"
                | "is"
                | "are"
                | "after"
                | "before"
                | "above"
                | "below"
        )
    )
}

/// "head of theatre nurses": of the only role that is half said there is no head.
fn missing_head(sight: &Sight<'_, '_>, title: &Range<usize>) -> Option<Recognised> {
    let head = sight.said.seniorities[title.start].filter(|it| *it == Seniority::Head)?;
    let near = &sight.bound.near;
    let mut roles = near.iter().filter_map(|subject| match subject.position()? {
        Position::Role(role) => Some(role),
        Position::Level(_) => None,
    });
    let role = roles.next().filter(|_| roles.next().is_none())?;
    let what = head.word().to_owned();
    Some(Recognised::sure(
        Question::NoMatch(Unclear::NoSuchLevel { role, what }),
        80,
    ))
}

/// "from cook to food critic", "cook or solicitor?": a role, and the title of a job
/// that is not there beside it.
pub(super) fn another_beside(sight: &Sight<'_, '_>) -> Option<Recognised> {
    let said = sight.said;
    let asks_of_two = said.asks_of_two();
    let [only] = sight.bound.positions.as_slice() else {
        return None;
    };
    if !asks_of_two {
        return None;
    }
    let named = title(sight)
        .or_else(|| trade(sight))
        .or_else(|| start(sight));
    let Title { tokens, .. } = named?;
    // "Can I come over from nursing? What does a cook do?"
    let parted = (tokens.end..=only.tokens.start).any(|at| said.tokens[at].gap == Gap::Hard);
    let asks_apart = parted && is_asked_behind(said, tokens.end);
    if !has_skills_within(sight, &tokens) || asks_apart {
        return None;
    }
    // "I'm a butcher, how do I become a cook?" asks what it takes to be one.
    let is_trade = said.tokens[tokens.end - 1].marks.profession;
    let arrives = tokens.end <= only.tokens.start && said.has(Cue::Mine);
    if is_trade && arrives && said.has(Cue::Progress) {
        let question = Question::about(only.what.into());
        return Some(Recognised::sure(question, only.certainty));
    }
    Some(not_in_framework(said, tokens, near(sight), 80))
}
