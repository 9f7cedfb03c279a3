//! Every sentence that the program says in a reply, as small named functions.
//!
//! A sentence is one function; what a page says and in which order is decided
//! in [`pages`](super::pages). Names arrive here as the framework writes them
//! and free of control characters; words of a person arrive as they came and
//! go through [`Echo`].

mod difference;
pub(crate) mod discord;
mod frame;
mod grammar;
mod lists;
mod place;
mod questions;
mod skill;
mod talk;

pub(super) use difference::*;
pub(super) use frame::*;
pub(super) use grammar::*;
pub(super) use lists::*;
pub(super) use place::*;
pub(super) use questions::*;
pub(super) use skill::*;
pub(super) use talk::*;
