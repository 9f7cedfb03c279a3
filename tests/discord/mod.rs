//! The bot, against a Discord of the tests' own: the real client library talks
//! over the loopback interface to a gateway and an HTTP interface in this
//! process, and a test is a conversation in a user's verbs.

mod api;
mod asking;
mod buttons;
mod deeds;
mod fake;
mod faults;
mod gateway;
mod heard;
mod lasting;
mod load;
mod payload;
mod program;
mod record;
mod safety;
mod stage;
