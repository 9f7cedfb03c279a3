//! The tests that look at Waymark from outside, as a person or a program that
//! uses it does.

mod terminal;
