//! Every name that a person can say, taken apart into words.
//!
//! A name is a bag of stems: "senior stage painter", "stage painter, senior" and
//! "senior in stage painting" are one.
//! How close the typed words come is weighed in `mention`.

use std::collections::{HashMap, HashSet};

use smallvec::SmallVec;

use super::lexicon::is_small;
use super::name_forms::{bracket, forms, initials, rank_behind, shares_no_word};
use crate::framework::{
    FamilyId, Framework, LevelId, Role, RoleId, RoleLevel, Seniority, SkillId, fold,
};
use crate::search::{Dictionary, Found, Grouped, StemId, Word, WordId, words};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Named {
    /// A family.
    Family(FamilyId),
    /// A role.
    Role(RoleId),
    /// A role level.
    Level(LevelId),
    /// A skill.
    Skill(SkillId),
}

impl From<Found> for Named {
    fn from(found: Found) -> Self {
        match found {
            Found::Role(role) => Self::Role(role),
            Found::Level(level) => Self::Level(level),
            Found::Skill(skill) => Self::Skill(skill),
        }
    }
}

/// Which form of a thing's name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// As the framework writes it, or as the manifest says it may be called.
    Full,
    /// Made from it: without its bracket, a seniority word and the role's name.
    Made,
    /// Without the bracket that tells it from another of the same name.
    Bare,
}

/// One form of one name.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) named: Named,
    pub(super) way: Way,
    /// The words that count, at most [`MOST_WORDS`].
    pub(super) words: SmallVec<[NameWord; 4]>,
    /// What the words weigh together.
    pub(super) weight: f32,
    /// Its small words: "and", "between".
    pub(super) small: Vec<WordId>,
}

impl Name {
    /// Which of its words are seniority words, a bit each.
    pub(super) fn seniority(&self) -> u32 {
        let words = (0..).zip(&self.words);
        let seniority = words.filter(|(_, word)| word.seniority.is_some());
        seniority.fold(0, |mask, (at, _)| mask | 1 << at)
    }
}

/// A word of a name.
#[derive(Debug, Clone)]
pub(super) struct NameWord {
    pub(super) word: WordId,
    pub(super) stem: StemId,
    /// How much the word tells: rare words tell more.
    pub(super) weight: f32,
    /// The seniority that it is the word for.
    pub(super) seniority: Option<Seniority>,
    /// Whether it says which track of a level it is: "- management".
    pub(super) is_track: bool,
}

/// A word of some name, by its stem.
#[derive(Debug, Clone, Copy)]
pub(super) struct Posting {
    /// The name's place in [`Names::all`].
    pub(super) name: u32,
    /// Whether it is a seniority word.
    pub(super) is_seniority: bool,
    /// Its part of what the name's words weigh together, of [`WHOLE_SHARE`], a
    /// little too much rather than too little.
    pub(super) share: u8,
}

/// A name, listed with its rarest word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rarest {
    /// Its place in [`Names::all`].
    pub(super) name: u32,
    /// The stem of the word that is the next in rarity; `None` where it has no other.
    pub(super) next: Option<StemId>,
}

/// Names, and where to find each word in them.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) all: Vec<Name>,
    /// For each stem the words that have it.
    postings: Grouped<Posting>,
    /// For each stem the names of which it is the rarest.
    by_rarest: Grouped<Rarest>,
    /// Initials, and the names that they are of: "ba".
    initials: HashMap<String, Vec<String>>,
}

/// Names while they are taken apart.
struct Collected<'d> {
    dictionary: &'d mut Dictionary,
    names: Names,
    seen: HashSet<(Named, Vec<StemId>)>,
}

/// How many words of a name count: each is a bit of a `u32`.
const MOST_WORDS: usize = 24;

impl Names {
    /// Takes the names of a framework's roles, levels and skills apart; their
    /// words are added to the dictionary.
    pub(super) fn new(framework: &Framework, dictionary: &mut Dictionary) -> Self {
        let mut collected = Collected::new(dictionary);
        for role in framework.roles() {
            collected.add_role(role);
            for level in framework.levels_of(role.id()) {
                collected.add_level(role, level);
            }
        }
        for skill in framework.skills() {
            let named = Named::Skill(skill.id());
            collected.add(named, Way::Full, skill.name());
            for alias in skill.aliases() {
                collected.add(named, Way::Full, alias);
            }
            if let Some((before, _, after)) = bracket(skill.name()) {
                collected.add(named, Way::Bare, &format!("{before} {after}"));
            }
        }
        for (level, alias) in framework.about().level_aliases() {
            collected.add(Named::Level(*level), Way::Full, alias);
        }
        collected.names.add_initials(framework);
        collected.finish()
    }

    /// Takes the names of its families apart. They are a list of their own:
    /// most are words of everyday English.
    pub(super) fn of_families(framework: &Framework, dictionary: &mut Dictionary) -> Self {
        let mut collected = Collected::new(dictionary);
        for family in framework.families() {
            collected.add_with_bracket(Named::Family(family.id()), family.name());
        }
        collected.finish()
    }

    /// Initials of roles' names of two words or more, and of skills' names of
    /// three or more that are not some role's.
    fn add_initials(&mut self, framework: &Framework) {
        for role in framework.roles() {
            for form in forms(role.name()) {
                self.add_initials_of(&form, 2);
            }
        }
        let roles: HashSet<String> = self.initials.keys().cloned().collect();
        for skill in framework
            .skills()
            .iter()
            .filter(|skill| bracket(skill.name()).is_none())
        {
            if initials(skill.name()).is_some_and(|initials| !roles.contains(&initials)) {
                self.add_initials_of(skill.name(), 3);
            }
        }
    }

    fn add_initials_of(&mut self, name: &str, least: usize) {
        if let Some(initials) = initials(name).filter(|initials| initials.len() >= least) {
            let names = self.initials.entry(initials).or_default();
            let name = fold(name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }

    /// Gives each word its weight: the rarer among the names, the more. Then
    /// lists words and names by stems; `stems` is how many there are.
    fn weigh(&mut self, stems: usize) {
        let mut having = vec![0; stems];
        for word in self.all.iter().flat_map(|name| &name.words) {
            having[word.stem.index()] += 1;
        }
        let total = count(self.all.len());
        for name in &mut self.all {
            for word in &mut name.words {
                word.weight = (1.0 + total / count(having[word.stem.index()])).ln();
            }
            name.weight = name.words.iter().map(|word| word.weight).sum();
        }
        let numbered = (0..).zip(&self.all);
        let postings = numbered.clone().flat_map(|(number, name)| {
            name.words.iter().map(move |word| {
                let posting = Posting {
                    name: number,
                    is_seniority: word.seniority.is_some(),
                    share: share(word.weight / name.weight),
                };
                (word.stem.index(), posting)
            })
        });
        self.postings = Grouped::new(stems, postings);
        let by_rarest = numbered.filter_map(|(number, name)| {
            let rarity = |stem: &StemId| having[stem.index()];
            let stems = || name.words.iter().map(|word| word.stem);
            let rarest = stems().min_by_key(rarity)?;
            let others = stems().filter(|stem| *stem != rarest);
            let rarest_of = Rarest {
                name: number,
                next: others.min_by_key(rarity),
            };
            Some((rarest.index(), rarest_of))
        });
        self.by_rarest = Grouped::new(stems, by_rarest);
    }

    /// Whether a name has a word of this stem.
    pub(super) fn has(&self, stem: StemId) -> bool {
        !self.with_stem(stem).is_empty()
    }

    /// The words of names that have a stem, in the order of names.
    pub(super) fn with_stem(&self, stem: StemId) -> &[Posting] {
        self.postings.of(stem.index())
    }

    /// The other words of the names that have a stem.
    pub(super) fn beside(&self, stem: StemId) -> impl Iterator<Item = StemId> {
        let names = self.with_stem(stem).iter();
        let words = names.flat_map(|posting| &self.all[posting.name as usize].words);
        words
            .map(|word| word.stem)
            .filter(move |other| *other != stem)
    }

    /// The names of which a stem is the rarest: who says one of them in full says
    /// the stem.
    pub(super) fn with_rarest(&self, stem: StemId) -> &[Rarest] {
        self.by_rarest.of(stem.index())
    }

    /// Initials, each with the names that they are of.
    pub(super) fn initials(&self) -> impl Iterator<Item = (&String, &Vec<String>)> {
        self.initials.iter()
    }

    /// Every word of every name.
    pub(super) fn vocabulary(&self) -> impl Iterator<Item = WordId> {
        let words = self.all.iter().flat_map(|name| &name.words);
        words.map(|word| word.word)
    }
}

impl<'d> Collected<'d> {
    fn new(dictionary: &'d mut Dictionary) -> Self {
        Self {
            dictionary,
            names: Names::default(),
            seen: HashSet::new(),
        }
    }

    fn finish(mut self) -> Names {
        self.names.weigh(self.dictionary.stem_count());
        self.names
    }

    fn add_role(&mut self, role: &Role) {
        let named = Named::Role(role.id());
        self.add_with_bracket(named, role.name());
        for alias in role.aliases() {
            self.add(named, Way::Full, alias);
        }
        if let Some(turned) = rank_behind(role.name()) {
            self.add(named, Way::Made, &turned);
        }
    }

    /// Adds a level's own name; its seniority word with the role's names; and
    /// where it has no word of the role ("Journeyman"), itself with them.
    fn add_level(&mut self, role: &Role, level: &RoleLevel) {
        let named = Named::Level(level.id());
        self.add_with_bracket(named, level.name());
        let seniority = level.seniority();
        let name = fold(level.name());
        let track = name.rsplit_once(" - ").map_or("", |(_, track)| track);
        let of_role = std::iter::once(role.name()).chain(role.aliases().iter().map(String::as_str));
        for form in of_role.flat_map(forms) {
            let own = if seniority != Seniority::Unmarked {
                format!("{} {form} - {track}", seniority.word())
            } else if shares_no_word(&name, &form) {
                format!("{name} {form}")
            } else {
                continue;
            };
            self.add(named, Way::Made, &own);
        }
    }

    /// Adds a name, and the forms that its bracket leaves.
    fn add_with_bracket(&mut self, named: Named, name: &str) {
        self.add(named, Way::Full, name);
        for form in forms(name).into_iter().skip(1) {
            self.add(named, Way::Full, &form);
        }
    }

    fn add(&mut self, named: Named, way: Way, name: &str) {
        let mut small = Vec::new();
        let mut kept: SmallVec<[NameWord; 4]> = SmallVec::new();
        let track = match named {
            Named::Level(_) => name.rfind(" - ").unwrap_or(name.len()),
            Named::Role(_) | Named::Skill(_) | Named::Family(_) => name.len(),
        };
        for Word { text, range } in words(name) {
            let word = self.dictionary.add(&text);
            if is_small(&text) {
                small.push(word);
            } else if kept.len() < MOST_WORDS {
                kept.push(NameWord {
                    word,
                    stem: self.dictionary.stem_of(word),
                    weight: 1.0,
                    seniority: match named {
                        Named::Role(_) | Named::Level(_) => Seniority::from_word(&text),
                        Named::Skill(_) | Named::Family(_) => None,
                    },
                    is_track: range.start > track,
                });
            }
        }
        let mut bag: Vec<StemId> = kept.iter().map(|word| word.stem).collect();
        bag.sort_unstable();
        if !kept.is_empty() && self.seen.insert((named, bag)) {
            self.names.all.push(Name {
                named,
                way,
                words: kept,
                weight: 0.0,
                small,
            });
        }
    }
}

/// All of a name, in which a posting's share is counted.
pub(super) const WHOLE_SHARE: u8 = 200;

/// A part of a name, rounded up.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a part is from 0 to 1"
)]
pub(super) fn share(part: f32) -> u8 {
    (part * f32::from(WHOLE_SHARE)).ceil() as u8
}

/// A count, to reckon with: there are far fewer than 16 million names, so it is
/// exact.
#[expect(clippy::cast_precision_loss, reason = "counts of names are small")]
fn count(names: usize) -> f32 {
    names as f32
}
