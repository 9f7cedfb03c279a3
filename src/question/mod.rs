//! Words to a [`Question`], given a framework. Understanding never fails: what
//! can't be understood is a question too ([`Question::NoMatch`]), and what fits
//! several things is one that asks back ([`Question::Clarify`]).
//!
//! [`Interpreter::understand`] works in four steps, a file each: the words are
//! folded and stemmed ([`token`]); what they ask for is read from a closed list
//! of turns of phrase ([`cue`]); the names in them are found and slips forgiven
//! ([`mention`]); and an ordered table of recognisers binds both to one
//! question ([`recognise`]). What a person said before ([`Context`]) fills in a
//! missing subject, and the everyday words of the field stand in
//! `lexicon.toml`.

mod bound;
mod candidate;
mod context;
mod conversation;
mod courtesies;
mod cue;
mod discipline;
mod ends;
mod everyday;
mod grading;
mod interpreter;
mod kind;
mod lexicon;
mod marks;
mod mention;
mod name_forms;
mod names;
mod nearest;
mod openings;
mod phrase_table;
mod reading;
mod recognise;
mod rungs;
mod said_names;
mod seniority_words;
mod settle;
mod slip;
mod spoken_of;
mod stretches;
mod subject;
mod token;
mod token_set;
mod topic;
mod tracks;
mod turns_of_phrase;
mod unexplained;
mod utterance;
mod verdict;
mod vocabulary;
mod wanted;
mod which_skill;
mod who;

pub use context::Context;
pub use interpreter::Interpreter;
pub use kind::{Kind, Reason};
pub use reading::{Correction, Courtesy, Question, Reading, Scope, Sought, Unclear};
pub use subject::{Position, Subject};
pub use wanted::Wanted;
