//! The names of roles, levels and skills in somebody's message.

use std::collections::HashMap;

use crate::framework::Framework;
use crate::question::Subject;
use crate::search::{stem, words};

/// The names of a framework by their first word, the longest first.
#[derive(Debug)]
pub(super) struct Sightings {
    names: HashMap<String, Vec<(Vec<String>, Subject)>>,
}

impl Sightings {
    /// Takes the names of a framework apart.
    pub(super) fn new(framework: &Framework) -> Self {
        let mut sightings = Self {
            names: HashMap::new(),
        };
        // Of a level and its role with one name, the role is meant.
        for role in framework.roles() {
            sightings.add(role.name(), Subject::Role(role.id()));
            for alias in role.aliases() {
                sightings.add(alias, Subject::Role(role.id()));
            }
        }
        for level in framework.levels().iter().filter(|level| level.is_in_use()) {
            sightings.add(level.name(), Subject::Level(level.id()));
        }
        for skill in framework.skills() {
            sightings.add(skill.name(), Subject::Skill(skill.id()));
            for alias in skill.aliases() {
                sightings.add(alias, Subject::Skill(skill.id()));
            }
        }
        for names in sightings.names.values_mut() {
            names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        sightings
    }

    fn add(&mut self, name: &str, subject: Subject) {
        let stems = stems(name);
        if let Some(first) = stems.first() {
            let names = self.names.entry(first.clone()).or_default();
            if !names.iter().any(|(known, _)| *known == stems) {
                names.push((stems, subject));
            }
        }
    }

    /// What a text names, in its order, each once; of names within names the
    /// longest.
    pub(super) fn in_text(&self, text: &str) -> Vec<Subject> {
        let stems = stems(text);
        let (mut found, mut at) = (Vec::new(), 0);
        while at < stems.len() {
            let name = self
                .names
                .get(&stems[at])
                .and_then(|names| names.iter().find(|(name, _)| stems[at..].starts_with(name)));
            match name {
                Some((name, subject)) => {
                    if !found.contains(subject) {
                        found.push(*subject);
                    }
                    at += name.len();
                }
                None => at += 1,
            }
        }
        found
    }
}

fn stems(text: &str) -> Vec<String> {
    words(text).map(|word| stem(&word.text)).collect()
}
