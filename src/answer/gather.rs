//! Each kind of question to its facts.

use super::{
    AskedInWords, AskedSkill, Comparison, Facts, LevelFacts, Needed, Needs, PlaceComparison,
    ProficiencyWords, Progression, RoleFacts, Settled, Similar, SkillAtWords, SkillFacts, Spread,
    Standing, lists, place,
};
use crate::framework::{Definition, Framework, LevelId, Proficiency, Requirement, RoleId, SkillId};
use crate::question::{Kind, Position, Question, Reason, Subject, Unclear};
use crate::search::{Findings, Found, Hit};

/// What was gathered for a question: an answer without the reading.
pub(super) struct Gathered<'a> {
    pub(super) kind: Kind,
    pub(super) reason: Option<Reason>,
    pub(super) subjects: Vec<Subject>,
    pub(super) results: Vec<Subject>,
    pub(super) facts: Facts<'a>,
}

impl<'a> Gathered<'a> {
    pub(super) fn new(
        kind: Kind,
        subjects: Vec<Subject>,
        results: Vec<Subject>,
        facts: Facts<'a>,
    ) -> Self {
        Self {
            kind,
            reason: None,
            subjects,
            results,
            facts,
        }
    }

    /// The same facts, told as a reason for having no answer.
    fn without_answer(self, reason: Reason) -> Self {
        Self {
            kind: Kind::NoMatch,
            reason: Some(reason),
            ..self
        }
    }
}

/// Gathers the facts that answer a question.
pub(super) fn gather<'a>(framework: &'a Framework, question: &'a Question) -> Gathered<'a> {
    match question {
        Question::Role(id) => role(framework, *id),
        Question::Level(id) => level(framework, *id),
        Question::LevelSkills(position, at) => level_skills(framework, *position, *at),
        Question::Skill(id) => skill(framework, *id),
        Question::SkillAtLevel(id, position) => skill_at_level(framework, *id, *position),
        Question::SkillAtProficiency(id, at) => skill_at_proficiency(framework, *id, *at),
        Question::Proficiency(named) => proficiency(framework, *named),
        Question::SkillsAbout(findings) => about(
            framework,
            Kind::SkillsAbout,
            findings,
            Facts::SkillsAbout(findings),
        ),
        Question::RolesAbout(findings) => about(
            framework,
            Kind::RolesAbout,
            findings,
            Facts::RolesAbout(findings),
        ),
        Question::RolesNeedingSkill(id, at) => roles_needing_skill(framework, *id, *at),
        Question::Compare(first, second) => compare(framework, *first, *second),
        Question::Progression(from, to) => progression(framework, *from, *to),
        Question::LevelsOfRole(id) => levels_of_role(framework, *id),
        Question::ListRoles(family) => lists::roles(framework, *family),
        Question::ListLevels(seniority, family) => lists::levels(framework, *seniority, *family),
        Question::ListSkills => lists::skills(framework),
        Question::ListFamilies => lists::families(framework),
        Question::SharedSkills(first, second) => shared_skills(framework, *first, *second),
        Question::SimilarRoles(position) => similar_roles(framework, *position),
        Question::Clarify(candidates) => Gathered::new(
            Kind::Clarify,
            Vec::new(),
            listed(framework, candidates),
            Facts::Clarify(candidates),
        ),
        Question::Help(courtesy) => {
            Gathered::new(Kind::Help, Vec::new(), Vec::new(), Facts::Help(*courtesy))
        }
        Question::NoMatch(unclear) => no_match(framework, unclear),
    }
}

fn role_facts(framework: &Framework, id: RoleId) -> RoleFacts<'_> {
    RoleFacts {
        role: framework.role(id),
        namesake: framework.namesake(id),
        skills: Spread::of(framework, Position::Role(id)),
    }
}

fn levels_in_use(framework: &Framework, id: RoleId) -> Vec<Subject> {
    framework
        .levels_of(id)
        .map(|level| Subject::Level(level.id()))
        .collect()
}

fn skills_of(requirements: &[Requirement]) -> Vec<Subject> {
    requirements
        .iter()
        .map(|asked| Subject::Skill(asked.skill()))
        .collect()
}

fn listed(framework: &Framework, subjects: &[Subject]) -> Vec<Subject> {
    subjects
        .iter()
        .map(|subject| place::listed(framework, *subject))
        .collect()
}

fn role(framework: &Framework, id: RoleId) -> Gathered<'_> {
    let facts = Facts::Role(role_facts(framework, id));
    Gathered::new(
        Kind::Role,
        vec![Subject::Role(id)],
        levels_in_use(framework, id),
        facts,
    )
}

fn level(framework: &Framework, id: LevelId) -> Gathered<'_> {
    let level = framework.level(id);
    if !level.is_in_use() {
        return role(framework, level.role());
    }
    let facts = Facts::Level(LevelFacts {
        level,
        standing: Standing::of(framework, id),
    });
    Gathered::new(
        Kind::Level,
        vec![Subject::Level(id)],
        skills_of(level.requirements()),
        facts,
    )
}

fn level_skills(
    framework: &Framework,
    position: Position,
    at: Option<Proficiency>,
) -> Gathered<'_> {
    let position = place::in_use(framework, position);
    let (facts, mut results) = match position {
        Position::Level(id) => {
            let level = framework.level(id);
            let found = LevelFacts {
                level,
                standing: Standing::of(framework, id),
            };
            let facts = Facts::LevelSkills(found, at);
            (facts, skills_of(level.requirements()))
        }
        Position::Role(id) => {
            let found = role_facts(framework, id);
            let results = found
                .skills
                .iter()
                .map(|spread| Subject::Skill(spread.skill.id()))
                .collect();
            (Facts::RoleSkills(found, at), results)
        }
    };
    let mut subjects = vec![position.into()];
    if let Some(at) = at {
        subjects.push(Subject::Proficiency(at));
        let there = skills_at(framework, position, at);
        results.sort_by_key(|skill| !there.contains(skill));
    }
    Gathered::new(Kind::LevelSkills, subjects, results, facts)
}

/// The skills that a place asks at a proficiency; a role those that one of its levels
/// does.
fn skills_at(framework: &Framework, position: Position, at: Proficiency) -> Vec<Subject> {
    let spreads = Spread::of(framework, position);
    let there = spreads.iter().filter(|spread| spread.is_asked_at(at));
    let skills = there.map(|spread| Subject::Skill(spread.skill.id()));
    skills.collect()
}

fn skill(framework: &Framework, id: SkillId) -> Gathered<'_> {
    let skill = framework.skill(id);
    let is_told = Proficiency::ALL
        .iter()
        .any(|at| !skill.at(*at).statements().is_empty());
    let asked = if is_told {
        Vec::new()
    } else {
        AskedInWords::of(framework, id, None)
    };
    let facts = Facts::Skill(SkillFacts {
        skill,
        asked,
        needs: Needs::of(framework, id, None),
    });
    Gathered::new(Kind::Skill, vec![Subject::Skill(id)], Vec::new(), facts)
}

fn skill_at_level(framework: &Framework, id: SkillId, position: Position) -> Gathered<'_> {
    let asked = AskedSkill::of(framework, id, position);
    let subjects = vec![asked.place.subject(), Subject::Skill(id)];
    Gathered::new(
        Kind::SkillAtLevel,
        subjects,
        Vec::new(),
        Facts::SkillAtLevel(asked),
    )
}

fn skill_at_proficiency(framework: &Framework, id: SkillId, at: Proficiency) -> Gathered<'_> {
    let words = SkillAtWords::of(framework, id, at);
    let is_absent = matches!(words.definition, Definition::Absent) && words.asked.is_empty();
    let subjects = vec![Subject::SkillAt(id, at)];
    let gathered = Gathered::new(
        Kind::SkillAtProficiency,
        subjects,
        Vec::new(),
        Facts::SkillAtProficiency(words),
    );
    if is_absent {
        gathered.without_answer(Reason::NotDefined)
    } else {
        gathered
    }
}

fn proficiency(framework: &Framework, named: Option<Proficiency>) -> Gathered<'_> {
    let words = ProficiencyWords::of(framework, named);
    let is_known = words.is_known(framework);
    // Without one it is about all of them.
    let about = named.map_or(Proficiency::ALL.to_vec(), |named| vec![named]);
    let subjects = about.into_iter().map(Subject::Proficiency).collect();
    let gathered = Gathered::new(
        Kind::Proficiency,
        subjects,
        Vec::new(),
        Facts::Proficiency(words),
    );
    if is_known {
        gathered
    } else {
        gathered.without_answer(Reason::NotDefined)
    }
}

fn about<'a>(
    framework: &Framework,
    kind: Kind,
    findings: &Findings,
    facts: Facts<'a>,
) -> Gathered<'a> {
    let subject = |hit: &Hit| match hit.found {
        Found::Role(id) => Subject::Role(id),
        Found::Level(id) => place::listed(framework, Subject::Level(id)),
        Found::Skill(id) => Subject::Skill(id),
    };
    let results: Vec<_> = findings
        .hits
        .iter()
        .chain(&findings.mentions)
        .map(subject)
        .collect();
    let is_nothing = results.is_empty();
    let gathered = Gathered::new(kind, Vec::new(), results, facts);
    if is_nothing {
        gathered.without_answer(Reason::NotInFramework)
    } else {
        gathered
    }
}

fn roles_needing_skill(
    framework: &Framework,
    id: SkillId,
    at: Option<Proficiency>,
) -> Gathered<'_> {
    let needs = Needs::of(framework, id, at);
    let results = needs
        .iter()
        .flat_map(|needs| &needs.levels)
        .map(super::Asking::subject)
        .collect();
    let otherwise = if needs.is_empty() && at.is_some() {
        Needs::of(framework, id, None)
    } else {
        Vec::new()
    };
    let subject = at.map_or(Subject::Skill(id), |at| Subject::SkillAt(id, at));
    let facts = Facts::RolesNeedingSkill(Needed {
        skill: framework.skill(id),
        at,
        needs,
        otherwise,
    });
    Gathered::new(Kind::RolesNeedingSkill, vec![subject], results, facts)
}

fn compare(framework: &Framework, first: Position, second: Position) -> Gathered<'_> {
    let (first, second) = (
        Settled::new(framework, first),
        Settled::new(framework, second),
    );
    let comparison = Comparison::of(framework, first, second);
    let (subjects, results) = match &comparison {
        Comparison::Levels(found) => (vec![first.subject(), second.subject()], found.skills()),
        Comparison::Places(found) => (
            vec![first.position.into(), second.position.into()],
            found.skills(),
        ),
    };
    Gathered::new(Kind::Compare, subjects, results, Facts::Compare(comparison))
}

fn progression(framework: &Framework, from: Position, to: Option<Position>) -> Gathered<'_> {
    let way = Progression::of(framework, from, to);
    Gathered::new(
        Kind::Progression,
        way.subjects(),
        way.skills(),
        Facts::Progression(way),
    )
}

fn levels_of_role(framework: &Framework, id: RoleId) -> Gathered<'_> {
    let facts = Facts::LevelsOfRole(role_facts(framework, id));
    Gathered::new(
        Kind::LevelsOfRole,
        vec![Subject::Role(id)],
        levels_in_use(framework, id),
        facts,
    )
}

fn shared_skills(framework: &Framework, first: Position, second: Position) -> Gathered<'_> {
    let (first, second) = (
        place::in_use(framework, first),
        place::in_use(framework, second),
    );
    let found = PlaceComparison::of(framework, first, second);
    let results = found
        .shared
        .iter()
        .map(|sides| Subject::Skill(sides.first.skill.id()))
        .collect();
    Gathered::new(
        Kind::SharedSkills,
        vec![first.into(), second.into()],
        results,
        Facts::SharedSkills(found),
    )
}

fn similar_roles(framework: &Framework, position: Position) -> Gathered<'_> {
    let found = Similar::of(framework, position);
    let subjects = vec![found.position.into()];
    Gathered::new(
        Kind::SimilarRoles,
        subjects,
        found.results(framework),
        Facts::SimilarRoles(found),
    )
}

fn no_match<'a>(framework: &'a Framework, unclear: &'a Unclear) -> Gathered<'a> {
    let (reason, subjects, results) = match unclear {
        Unclear::OutOfScope { instead, .. } => {
            (Reason::OutOfScope, Vec::new(), listed(framework, instead))
        }
        Unclear::NotInFramework { near, .. } => {
            (Reason::NotInFramework, Vec::new(), listed(framework, near))
        }
        Unclear::NoSuchLevel { role, .. } => (
            Reason::NotInFramework,
            vec![Subject::Role(*role)],
            levels_in_use(framework, *role),
        ),
    };
    Gathered::new(Kind::NoMatch, subjects, results, Facts::NoMatch(unclear)).without_answer(reason)
}
