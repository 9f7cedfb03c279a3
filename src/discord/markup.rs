//! Text that Discord shows as it is written.

/// Escapes everything that Discord could take for markup, a mention, an emoji
/// or a link: a backslash before it makes it plain text. The text itself stays
/// as it is: taking the backslashes away gives it back.
pub(super) fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    let mut opens = true;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let is_marked = matches!(
            c,
            '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '[' | ']' | '@'
        ) || c == ':' && rest.peek() == Some(&'/')
            || opens && matches!(c, '#' | '-' | '+');
        if is_marked {
            escaped.push('\\');
        }
        escaped.push(c);
        // "1. " at the start of a line would be renumbered.
        if opens && c.is_ascii_digit() {
            while let Some(digit) = rest.next_if(char::is_ascii_digit) {
                escaped.push(digit);
            }
            if rest.peek() == Some(&'.') {
                escaped.push('\\');
            }
        }
        opens = opens && c.is_whitespace() || c == '\n';
    }
    escaped
}

/// Text that was escaped, in bold.
pub(super) fn bold(escaped: &str) -> String {
    format!("**{escaped}**")
}

/// A person's message without the things in it that are no words: mentions of
/// people, roles and channels, and emoji.
pub(super) fn words_of(message: &str) -> String {
    let mut words = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        match after.split_once('>') {
            Some((inside, behind)) if is_reference(inside) => {
                words.push(' ');
                rest = behind;
            }
            _ => {
                words.push('<');
                rest = after;
            }
        }
    }
    words.push_str(rest);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether what stands between angle brackets is one of Discord's references:
/// `@123`, `@!123`, `@&123`, `#123`, `:name:123`, `a:name:123`, `t:123:R`.
fn is_reference(inside: &str) -> bool {
    let has_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mention = inside
        .strip_prefix("@!")
        .or_else(|| inside.strip_prefix("@&"))
        .or_else(|| inside.strip_prefix('@'))
        .or_else(|| inside.strip_prefix('#'));
    if let Some(id) = mention {
        return has_digits(id);
    }
    let mut parts = inside.split(':');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("" | "a"), Some(_), Some(id)) => has_digits(id),
        (Some("t"), Some(time), _) => has_digits(time.trim_start_matches('-')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_discord_could_read_as_markup() {
        assert_eq!(plain("**b** _i_ `c`"), r"\*\*b\*\* \_i\_ \`c\`");
        assert_eq!(plain("@everyone <@1>"), r"\@everyone \<\@1\>");
        assert_eq!(plain("[a](https://b)"), r"\[a\](https\://b)");
        assert_eq!(plain("# a\n- b\n1. c"), "\\# a\n\\- b\n1\\. c");
        assert_eq!(plain("a - b: 1.5"), "a - b: 1.5");
    }

    #[test]
    fn mentions_and_emoji_are_no_words() {
        assert_eq!(
            words_of("<@1> what <@!2><:smile:3> is\n a < b > c"),
            "what is a < b > c"
        );
        assert_eq!(words_of("<@12a>"), "<@12a>");
    }
}
