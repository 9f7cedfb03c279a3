//! Answers to pages: what a reply says, in which order. A file for each group
//! of kinds; the words are in [`wording`].

mod differences;
mod draft;
mod glossary;
mod lists;
mod near;
mod place_skills;
mod places;
mod progression;
mod skills;
mod talk;
mod topics;

use draft::Draft;

pub(super) use glossary::glossary;

use super::naming::Names;
use super::{Page, wording};
use crate::answer::{Answer, Facts};
use crate::framework::Framework;

/// Sets an answer out.
pub(super) fn compose(framework: &Framework, answer: &Answer<'_>) -> Page {
    let names = Names { framework };
    let mut draft = Draft::new(names);
    if let Some(sought) = &answer.reading.sought {
        draft = places::sought(draft, sought, &answer.subjects);
    }
    let draft = match &answer.facts {
        Facts::Role(facts) => places::role(draft, facts),
        Facts::Level(facts) => places::level(draft, facts),
        Facts::LevelSkills(facts, at) => place_skills::level_skills(draft, facts, *at),
        Facts::RoleSkills(facts, at) => place_skills::role_skills(draft, facts, *at),
        Facts::LevelsOfRole(facts) => places::levels_of_role(draft, facts),
        Facts::Skill(facts) => skills::skill(draft, facts),
        Facts::SkillAtLevel(facts) => skills::skill_at_level(draft, facts),
        Facts::SkillAtProficiency(facts) => skills::skill_at_proficiency(draft, facts),
        Facts::Proficiency(facts) => skills::proficiency(draft, facts),
        Facts::RolesNeedingSkill(facts) => skills::roles_needing_skill(draft, facts),
        Facts::SkillsAbout(findings) => topics::skills_about(draft, findings),
        Facts::RolesAbout(findings) => topics::roles_about(draft, findings),
        Facts::Compare(comparison) => differences::compare(draft, comparison),
        Facts::SharedSkills(found) => differences::shared_skills(draft, found),
        Facts::Progression(way) => progression::progression(draft, way),
        Facts::SimilarRoles(found) => near::similar_roles(draft, found),
        Facts::ListRoles(families) => lists::roles(draft, families),
        Facts::ListLevels(seniority, families, roles) => {
            lists::levels(draft, *seniority, families, *roles)
        }
        Facts::ListSkills(found) => lists::skills(draft, found),
        Facts::ListFamilies(found) => lists::families(draft, found),
        Facts::Clarify(candidates) => talk::clarify(draft, candidates, &answer.reading.words),
        Facts::Help(courtesy) => talk::help(draft, *courtesy),
        Facts::NoMatch(unclear) => talk::no_match(draft, unclear),
    };
    draft.finish(answer.kind, &corrections(names, answer))
}

/// How the words were read, where that was not word for word.
fn corrections(names: Names<'_>, answer: &Answer<'_>) -> Vec<String> {
    let reading = answer.reading;
    let corrected = reading
        .corrections
        .iter()
        .map(|correction| wording::corrected(&correction.read, &correction.typed));
    let mut corrections: Vec<_> = corrected.collect();
    if !reading.taken_from_context.is_empty() {
        let taken = reading
            .taken_from_context
            .iter()
            .map(|subject| names.subject(*subject));
        corrections.push(wording::taken_from_context(taken.collect()));
    }
    corrections
}
