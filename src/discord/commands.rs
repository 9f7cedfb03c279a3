//! The commands as Discord shows them, and whether those that it has are these.

use serde_json::{Value, json};

/// A command's types, as Discord counts them.
const SLASH: u8 = 1;
const MESSAGE: u8 = 3;
/// An option's types.
const TEXT: u8 = 3;
const YES_OR_NO: u8 = 5;

/// The name of the command on somebody's message.
pub(super) const LOOK_UP: &str = "Look this up";

/// All commands, as they are registered.
pub(super) fn commands() -> Vec<Value> {
    let private = option(YES_OR_NO, "private", "Only you see the answer");
    let slash = |name: &str, description: &str, mut options: Vec<Value>| {
        options.push(private.clone());
        json!({
            "type": SLASH,
            "name": name,
            "description": description,
            "options": options,
            "integration_types": [0, 1],
            "contexts": [0, 1, 2],
        })
    };
    let question = with(
        option(TEXT, "question", "Your question, in plain words"),
        &json!({"required": true, "max_length": 1000}),
    );
    vec![
        slash(
            "ask",
            "Ask in plain words about a role, a level or a skill",
            vec![question],
        ),
        slash(
            "role",
            "What a role, or one level of it, is and does",
            vec![
                required(name("role", "The role or the level")),
                name("level", "One level of that role"),
            ],
        ),
        slash(
            "skill",
            "What a skill is, or what it asks of a level",
            vec![
                required(name("skill", "The skill")),
                name("at", "A role or a level that needs it"),
            ],
        ),
        slash(
            "compare",
            "How two levels or two roles differ",
            vec![
                required(name("first", "The one; also: my level")),
                required(name("second", "The other")),
            ],
        ),
        slash(
            "next",
            "What it takes to reach the next level, or the one you name",
            vec![
                name(
                    "from",
                    "From here; without it, from the level that your Discord role names",
                ),
                name("to", "Up to here; without it, one level up"),
            ],
        ),
        // The menus are always private, so they have no option for it.
        json!({
            "type": SLASH,
            "name": "browse",
            "description": "Find a role or a level by menus",
            "options": [],
            "integration_types": [0, 1],
            "contexts": [0, 1, 2],
        }),
        slash("help", "What you can ask, and how", Vec::new()),
        slash(
            "about",
            "Which framework this is, and what it holds",
            Vec::new(),
        ),
        slash("privacy", "What I read and keep", Vec::new()),
        json!({
            "type": MESSAGE,
            "name": LOOK_UP,
            "integration_types": [0, 1],
            "contexts": [0, 1, 2],
        }),
    ]
}

/// Whether the commands that Discord has are these, whatever it has added to
/// them (ids, versions, defaults) and in whatever order it lists them.
pub(super) fn are_the_same(there: &[Value], ours: &[Value]) -> bool {
    let plain = |commands: &[Value]| {
        let mut plain: Vec<String> = commands
            .iter()
            .map(|command| essence(command).to_string())
            .collect();
        plain.sort();
        plain
    };
    plain(there) == plain(ours)
}

/// What is ours in a command or an option of it.
fn essence(part: &Value) -> Value {
    let sorted = |key: &str| {
        let mut numbers: Vec<u64> = part[key].as_array().map_or(Vec::new(), |all| {
            all.iter().filter_map(Value::as_u64).collect()
        });
        numbers.sort_unstable();
        numbers
    };
    let options = part["options"].as_array();
    json!({
        "type": part["type"].as_u64().unwrap_or(1),
        "name": part["name"],
        "description": part["description"].as_str().unwrap_or_default(),
        "options": options.map_or(Vec::new(), |all| all.iter().map(essence).collect()),
        "required": part["required"].as_bool().unwrap_or_default(),
        "autocomplete": part["autocomplete"].as_bool().unwrap_or_default(),
        "max_length": part["max_length"],
        "integration_types": sorted("integration_types"),
        "contexts": sorted("contexts"),
    })
}

fn option(sort: u8, name: &str, description: &str) -> Value {
    json!({"type": sort, "name": name, "description": description})
}

/// An option that takes a name and helps to find it.
fn name(name: &str, description: &str) -> Value {
    with(
        option(TEXT, name, description),
        &json!({"autocomplete": true, "max_length": 100}),
    )
}

fn required(option: Value) -> Value {
    with(option, &json!({"required": true}))
}

fn with(mut option: Value, more: &Value) -> Value {
    if let (Some(option), Some(more)) = (option.as_object_mut(), more.as_object()) {
        option.extend(more.clone());
    }
    option
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_discord_adds_is_no_difference_and_a_changed_word_is_one() {
        let ours = commands();
        let mut there = ours.clone();
        there.reverse();
        for (at, command) in there.iter_mut().enumerate() {
            command["id"] = json!(at.to_string());
            command["default_member_permissions"] = Value::Null;
            if command["options"] == json!([]) {
                command
                    .as_object_mut()
                    .expect("it is one")
                    .remove("options");
            }
        }
        assert!(are_the_same(&there, &ours));
        there[0]["contexts"] = json!([0]);
        assert!(!are_the_same(&there, &ours));
        assert!(!are_the_same(&[], &ours));
    }

    #[test]
    fn the_commands_keep_within_the_limits() {
        fn fits(text: &Value, most: usize) {
            let text = text.as_str().expect("it is text");
            assert!((1..=most).contains(&text.chars().count()), "{text}");
        }
        for command in commands() {
            fits(&command["name"], 32);
            if command["type"] == SLASH {
                fits(&command["description"], 100);
            }
            let options = command["options"].as_array().cloned().unwrap_or_default();
            assert!(options.len() <= 25);
            let required: Vec<bool> = options
                .iter()
                .map(|option| option["required"].as_bool().unwrap_or_default())
                .collect();
            assert!(
                required.is_sorted_by(|one, other| one >= other),
                "required ones first"
            );
            for option in &options {
                fits(&option["name"], 32);
                fits(&option["description"], 100);
            }
        }
    }
}
