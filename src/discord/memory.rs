//! What a person's last answers in a place were about: in memory only, for a
//! quarter of an hour, and only so many.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::directory::{self, Directory};
use crate::framework::{Framework, Proficiency};
use crate::question::{Context, Kind, Scope, Subject, Wanted};

/// How long a follow-up may take.
pub(super) const KEPT: Duration = Duration::from_secs(15 * 60);
/// How many conversations are remembered; then the oldest is forgotten.
const MOST: usize = 10_000;
/// How many things of a long list are remembered: nobody says "the 26th".
const LISTED: usize = 25;

/// The last answers, by person and place.
#[derive(Default)]
pub(super) struct Memory {
    answers: HashMap<(u64, u64), (Instant, Remembered)>,
}

/// An answer as it is remembered: by keys, so that a reload of the framework in
/// between is no loss.
struct Remembered {
    kind: Option<Kind>,
    wanted: Option<RememberedWanted>,
    subjects: Vec<Key>,
    before: Vec<Key>,
    results: Vec<Key>,
    refused: Option<Scope>,
    chosen_from: Vec<Key>,
}

/// What is asked of the one that has to be chosen, as it is remembered.
struct RememberedWanted {
    kind: Kind,
    beside: Option<Key>,
    is_first: bool,
}

/// A subject as it is remembered.
struct Key {
    key: u64,
    at: Option<Proficiency>,
}

impl Memory {
    /// Remembers what an answer was about.
    pub(super) fn note(
        &mut self,
        whose: (u64, u64),
        framework: &Framework,
        context: &Context,
        now: Instant,
    ) {
        if self.answers.len() >= MOST && !self.answers.contains_key(&whose) {
            self.prune(now);
            self.forget_one();
        }
        let key = |subject: &Subject| Key::new(framework, *subject);
        let remembered = Remembered {
            kind: context.kind,
            wanted: context
                .wanted
                .map(|wanted| RememberedWanted::new(framework, wanted)),
            subjects: context.subjects.iter().take(LISTED).map(key).collect(),
            before: context.before.iter().take(LISTED).map(key).collect(),
            results: context.results.iter().take(LISTED).map(key).collect(),
            refused: context.refused,
            chosen_from: context.chosen_from.iter().take(LISTED).map(key).collect(),
        };
        self.answers.insert(whose, (now, remembered));
    }

    /// What is remembered; nothing where it is too long ago.
    pub(super) fn recall(&self, whose: (u64, u64), directory: &Directory, now: Instant) -> Context {
        let Some((when, remembered)) = self.answers.get(&whose) else {
            return Context::default();
        };
        if now.saturating_duration_since(*when) > KEPT {
            return Context::default();
        }
        let subjects = |keys: &[Key]| keys.iter().filter_map(|key| key.read(directory)).collect();
        Context {
            kind: remembered.kind,
            wanted: remembered
                .wanted
                .as_ref()
                .and_then(|wanted| wanted.read(directory)),
            subjects: subjects(&remembered.subjects),
            before: subjects(&remembered.before),
            results: subjects(&remembered.results),
            refused: remembered.refused,
            chosen_from: subjects(&remembered.chosen_from),
        }
    }

    /// Forgets what is too long ago.
    pub(super) fn prune(&mut self, now: Instant) {
        self.answers
            .retain(|_, (when, _)| now.saturating_duration_since(*when) <= KEPT);
    }

    fn forget_one(&mut self) {
        if self.answers.len() < MOST {
            return;
        }
        let oldest = self.answers.iter().min_by_key(|(_, (when, _))| *when);
        if let Some(whose) = oldest.map(|(whose, _)| *whose) {
            self.answers.remove(&whose);
        }
    }
}

impl RememberedWanted {
    fn new(framework: &Framework, wanted: Wanted) -> Self {
        Self {
            kind: wanted.kind,
            beside: wanted.beside.map(|it| Key::new(framework, it)),
            is_first: wanted.is_first,
        }
    }

    /// What is asked still, where nothing of it is gone.
    fn read(&self, directory: &Directory) -> Option<Wanted> {
        let beside = match &self.beside {
            Some(key) => Some(key.read(directory)?),
            None => None,
        };
        Some(Wanted {
            kind: self.kind,
            beside,
            is_first: self.is_first,
        })
    }
}

impl Key {
    fn new(framework: &Framework, subject: Subject) -> Self {
        let at = match subject {
            Subject::Proficiency(at) | Subject::SkillAt(_, at) | Subject::LevelAt(_, at) => {
                Some(at)
            }
            Subject::Family(_) | Subject::Role(_) | Subject::Level(_) | Subject::Skill(_) => None,
        };
        Self {
            key: directory::key(framework, subject),
            at,
        }
    }

    fn read(&self, directory: &Directory) -> Option<Subject> {
        match (directory.subject(self.key), self.at) {
            (Some(Subject::Skill(skill)), Some(at)) => Some(Subject::SkillAt(skill, at)),
            (Some(Subject::Level(level)), Some(at)) => Some(Subject::LevelAt(level, at)),
            (Some(subject), _) => Some(subject),
            // A proficiency is in no directory; a skill that is gone is gone.
            (None, Some(at)) if self.key == directory::key_of_proficiency(at) => {
                Some(Subject::Proficiency(at))
            }
            (None, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framework() -> Framework {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("framework");
        crate::guide::inspect(&folder)
            .expect("the shipped framework can be read")
            .framework
    }

    fn about(framework: &Framework) -> Context {
        Context {
            kind: Some(Kind::Skill),
            wanted: None,
            subjects: vec![Subject::Skill(framework.skills()[0].id())],
            before: Vec::new(),
            results: Vec::new(),
            refused: None,
            chosen_from: Vec::new(),
        }
    }

    #[test]
    fn an_answer_is_remembered_for_that_person_in_that_place_and_not_for_long() {
        let framework = framework();
        let directory = Directory::new(&framework);
        let (mut memory, now) = (Memory::default(), Instant::now());
        memory.note((1, 2), &framework, &about(&framework), now);
        let recalled = |memory: &Memory, whose, later: Duration| {
            memory.recall(whose, &directory, now + later) != Context::default()
        };
        assert!(recalled(&memory, (1, 2), KEPT));
        assert!(!recalled(&memory, (1, 3), Duration::ZERO));
        assert!(!recalled(&memory, (2, 2), Duration::ZERO));
        let late = KEPT + Duration::from_secs(1);
        assert!(!recalled(&memory, (1, 2), late));
        memory.prune(now + late);
        assert!(memory.answers.is_empty());
    }

    #[test]
    fn only_so_many_are_remembered_and_the_oldest_goes_first() {
        let framework = framework();
        let (mut memory, now) = (Memory::default(), Instant::now());
        for person in 0..=MOST as u64 {
            let when = now + Duration::from_millis(person / 100);
            memory.note((person, 0), &framework, &Context::default(), when);
        }
        assert_eq!(memory.answers.len(), MOST);
        assert!(memory.answers.contains_key(&(MOST as u64, 0)));
    }
}
