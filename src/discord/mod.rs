//! The Discord bot: where a server's members and single people ask and read.
//! No other folder names the client library, `serenity`.
//!
//! An event takes one way through the files: [`handler`] receives it,
//! [`hearing`] says in this crate's terms what a person did ([`request`]),
//! [`reply`] says what they get for it, and [`sending`] is the only place from
//! which anything is sent. Replying is pure: it needs no network and no clock,
//! and what it remembers is in [`state`]. An answer becomes a message in
//! [`present`], its text in [`sheets`], where one can go on from it in [`ways`],
//! and where its buttons lead stands in [`custom_id`]. What the bot sends are its
//! own types ([`message`]).
//!
//! [`serve()`] connects and keeps connected; [`busy`], [`pulse`], [`reload`],
//! [`tidying`] and [`health`] are what lasting takes.

mod busy;
mod commands;
mod custom_id;
mod directory;
mod fault;
mod handler;
mod health;
mod hearing;
mod invite;
mod library;
mod limits;
mod link;
mod markup;
mod memory;
mod menu;
mod message;
mod meters;
mod named;
mod offers;
mod own_pages;
mod pace;
mod present;
mod pressing;
mod pulse;
mod registering;
mod reload;
mod reply;
mod request;
mod role_book;
mod sending;
mod serve;
mod sheets;
mod sightings;
mod stable;
mod state;
#[cfg(test)]
mod sweep;
mod tidying;
mod token;
mod ways;

pub use fault::Fault;
pub use invite::invitation;
pub use pace::Limits;
pub use pulse::Patience;
pub use serve::{Service, Wishes, serve};
pub use token::{NoToken, Token, VARIABLE};

/// The part of the client library whose log lines quote what it can't read, even
/// in its warnings (measured on serenity 0.12.5): it is never to be logged.
pub const QUOTING: &str = "serenity::gateway::ws";
