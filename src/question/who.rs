//! Whether "who" and "which role" ask for somebody, or only tell of somebody.

use smallvec::smallvec;

use super::cue::{Cue, Heard};
use super::token::{Gap, Token};

/// "Which bakers glaze the buns?", "what sort of baker ...": "which" and the titles of jobs
/// ask for somebody, where more is said of them.
pub(super) fn which_of_a_trade(tokens: &[Token<'_>], heard: &[Heard]) -> Option<Heard> {
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.text() == text);
    // "What sort of baker do I ask for?"
    let sort = (0..tokens.len()).find(|at| {
        let sort = ["sort", "kind", "type"].iter().any(|sort| is(at + 1, sort));
        is(*at, "what") && sort && is(at + 2, "of")
    });
    let of_sort = sort.filter(|at| {
        let trade = tokens.get(at + 3).map(|token| token.marks);
        trade.is_some_and(|marks| marks.title || marks.profession)
    });
    if let Some(at) = of_sort {
        return Some(Heard {
            cue: Cue::Who,
            tokens: at..at + 4,
            own: smallvec![at, at + 1, at + 2],
        });
    }
    let which = tokens.iter().position(|token| token.text() == "which")?;
    let passed = |token: &Token<'_>| token.marks.determiner || token.text() == "of";
    let trade = (which + 1..tokens.len()).find(|at| !passed(&tokens[*at]))?;
    let many = tokens[trade].says.len() > 1;
    let more = tokens[trade + 1..].iter().any(|token| !token.is_filler());
    let lists = heard.iter().any(|heard| heard.cue == Cue::List);
    let marks = tokens[trade].marks;
    let is_trade = marks.title || marks.profession;
    (is_trade && many && more && !lists && asks(tokens, which)).then(|| Heard {
        cue: Cue::Who,
        tokens: which..which + 1,
        own: smallvec![which],
    })
}

/// Whether "who" or "which role" at a token asks: it opens its clause, but for
/// words that carry nothing ("hey, so who"), and no person stands before it
/// ("people who").
pub(super) fn asks(tokens: &[Token<'_>], at: usize) -> bool {
    let clause = (0..=at)
        .rev()
        .find(|start| *start == 0 || tokens[*start].gap > Gap::Space)
        .unwrap_or(0);
    let is_person = |text: &str| {
        matches!(
            text,
            "people"
                | "person"
                | "others"
                | "anyone"
                | "someone"
                | "somebody"
                | "anybody"
                | "those"
                | "everyone"
                | "everybody"
                | "whoever"
                | "staff"
                | "colleagues"
                | "users"
                | "one"
                | "folk"
                | "guy"
        )
    };
    let opens = tokens[clause..at]
        .iter()
        .all(|token| token.marks.small || token.marks.filler);
    // "Designing for everyone - who needs it?" asks.
    let before = at.checked_sub(1).filter(|_| tokens[at].gap == Gap::Space);
    let after_person = before.is_some_and(|before| is_person(tokens[before].text()));
    let named = tokens[at..].iter().find(|token| !token.marks.determiner);
    let text = named.map_or("", Token::text);
    // "The person who" is looked for where nothing else is asked before.
    let says_nothing = |token: &Token<'_>| {
        let asks = matches!(token.text(), "what" | "which" | "how" | "where" | "why");
        !asks && (token.marks.determiner || token.marks.filler)
    };
    // What an earlier sentence says does not count: "Hm, shame. What about someone who ...?"
    let sentence = (0..=at).rev().find(|start| tokens[*start].gap == Gap::Hard);
    let sentence = sentence.unwrap_or(0);
    let goes_on = |it: usize| {
        let about = |at: usize| tokens.get(at).is_some_and(|next| next.text() == "about");
        matches!(tokens[it].text(), "what" | "how") && about(it + 1)
    };
    let alone = (sentence..at).all(|it| says_nothing(&tokens[it]) || goes_on(it));
    // "What is that job?", "what that job is" point at one, and so does "who are they?"
    let follows = |place: usize, words: &[&str]| {
        let token = tokens.get(place);
        token.is_some_and(|token| words.contains(&token.text()))
    };
    let is = follows(at + 1, &["is", "are", "does"]);
    // "What's the job then?"
    let is_job = follows(at + 1, &["the"]) && follows(at + 2, &["job", "role", "post"]);
    let ends = |from: usize| {
        tokens
            .get(from..)
            .is_none_or(|it| it.iter().all(Token::is_filler))
    };
    let points = match text {
        "what" if is_job && ends(at + 3) => true,
        "what" if follows(at + 1, &["their", "his", "her"]) => true,
        "what" => is || follows(at + 1, &["that", "this", "about", "of"]),
        "who" => is && follows(at + 2, &["they", "he", "she", "it", "these", "those"]),
        _ => false,
    };
    // "Baking who needs": the question ends there.
    let ends = at + 2 == tokens.len() && matches!(tokens[at + 1].text(), "needs" | "uses");
    !after_person && !points && (opens || ends || text != "who") && (alone || !is_person(text))
}
