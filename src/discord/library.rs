//! The framework as the bot holds it: what answering needs, worked out once for
//! each load.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use super::directory::Directory;
use super::offers::Offers;
use super::sightings::Sightings;
use super::stable;
use crate::framework::{Family, Framework, LevelId, Role, RoleLevel, Skill, fold};
use crate::guide::Guide;

/// A loaded framework. A reload makes a new one and leaves this one to those
/// who are still reading in it.
#[derive(Debug)]
pub(super) struct Library {
    /// The framework, and what understands questions about it.
    pub(super) guide: Guide,
    /// Its names by stable keys.
    pub(super) directory: Directory,
    /// Its names for those who type.
    pub(super) offers: Offers,
    /// Its names for reading other people's messages.
    pub(super) sightings: Sightings,
    /// When it was loaded, in seconds since 1970.
    pub(super) loaded: u64,
    /// A hash over the files that it was read from, in 16 hexadecimal digits.
    pub(super) hash: String,
}

impl Library {
    /// Works out what answering needs.
    pub(super) fn new(guide: Guide) -> Self {
        let framework = guide.framework();
        Self {
            directory: Directory::new(framework),
            offers: Offers::new(framework),
            sightings: Sightings::new(framework),
            loaded: SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |since| since.as_secs()),
            hash: hash(framework),
            guide,
        }
    }

    /// The framework.
    pub(super) fn framework(&self) -> &Framework {
        self.guide.framework()
    }

    /// The levels that have one of these names, each once.
    pub(super) fn levels_called(&self, names: &[String]) -> Vec<LevelId> {
        let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
        self.framework()
            .levels()
            .iter()
            .filter(|level| level.is_in_use() && names.contains(&fold(level.name())))
            .map(RoleLevel::id)
            .collect()
    }
}

/// A hash over the texts of all files that name something.
fn hash(framework: &Framework) -> String {
    let families = framework.families().iter().map(Family::named_at);
    let roles = framework.roles().iter().map(Role::named_at);
    let levels = framework.levels().iter().map(RoleLevel::named_at);
    let skills = framework.skills().iter().map(Skill::named_at);
    let passages = families.chain(roles).chain(levels).chain(skills);
    let files: BTreeMap<&str, &str> = passages
        .map(|passage| (passage.file(), passage.source().text()))
        .collect();
    let hash = stable::hash(files.into_iter().flat_map(|(file, text)| [file, text]));
    format!("{hash:016x}")
}
