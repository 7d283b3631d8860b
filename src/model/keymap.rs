//! Keyboard shortcuts. Pure: a key and where it was pressed in, an action out. The list
//! of keys that the page shows is made from the same table.

use crate::browser::keys::Press;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go to the search box.
    Search,
    /// Open the palette.
    Palette,
    /// Show the list of keys.
    Help,
    /// The next hit.
    NextHit,
    /// The hit before.
    PreviousHit,
    /// The next result.
    NextResult,
    /// The result before.
    PreviousResult,
    /// Close what is open, or leave.
    Back,
}

/// The keys with their actions, for people.
pub const KEYS: [(&str, &str); 9] = [
    ("Ctrl K or ⌘ K", "search; press again to go to any view, country or article"),
    ("/", "search (single key)"),
    ("↓ ↑", "in the search box and the results: next, previous result"),
    ("Enter", "in the search box: keep this search in the history; on a result: open it"),
    ("F3, Shift F3", "in an article: next, previous hit"),
    ("Enter, Shift Enter", "in the text of an article: next, previous hit"),
    ("Esc", "close, or leave the article"),
    ("?", "this list (single key)"),
    ("Tab, arrow keys", "to a chart, and along its marks"),
];

/// What `press` asks for; single keys only where the reader has not switched them
/// off.
pub fn action(press: Press<'_>, single_keys: bool) -> Option<Action> {
    let Press { name, command, shift, typing, .. } = press;
    let free = !typing && !command;
    match name {
        "k" | "K" if command && !shift => {
            Some(if press.searching { Action::Palette } else { Action::Search })
        }
        "F3" if shift => Some(Action::PreviousHit),
        "F3" => Some(Action::NextHit),
        "/" if free && single_keys => Some(Action::Search),
        "?" if free && single_keys => Some(Action::Help),
        "Enter" if free && !press.on_control && shift => Some(Action::PreviousHit),
        "Enter" if free && !press.on_control => Some(Action::NextHit),
        "ArrowDown" if press.searching || press.in_results => Some(Action::NextResult),
        "ArrowUp" if press.searching || press.in_results => Some(Action::PreviousResult),
        "Escape" => Some(Action::Back),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        let key = |name| Press { name, ..Press::default() };
        let rows = [
            (Press { command: true, ..key("k") }, true, Some(Action::Search)),
            (
                Press { command: true, searching: true, typing: true, ..key("k") },
                true,
                Some(Action::Palette),
            ),
            (Press { command: true, shift: true, ..key("K") }, true, None),
            (key("k"), true, None),
            (key("/"), true, Some(Action::Search)),
            (key("/"), false, None),
            (Press { typing: true, ..key("/") }, true, None),
            (key("?"), true, Some(Action::Help)),
            (key("?"), false, None),
            (key("Enter"), false, Some(Action::NextHit)),
            (Press { shift: true, ..key("Enter") }, true, Some(Action::PreviousHit)),
            (Press { on_control: true, ..key("Enter") }, true, None),
            (Press { typing: true, searching: true, ..key("Enter") }, true, None),
            (key("F3"), false, Some(Action::NextHit)),
            (Press { shift: true, typing: true, ..key("F3") }, true, Some(Action::PreviousHit)),
            (key("ArrowDown"), true, None),
            (
                Press { searching: true, typing: true, ..key("ArrowDown") },
                true,
                Some(Action::NextResult),
            ),
            (
                Press { in_results: true, on_control: true, ..key("ArrowUp") },
                true,
                Some(Action::PreviousResult),
            ),
            (Press { typing: true, ..key("ArrowDown") }, true, None),
            (key("Escape"), false, Some(Action::Back)),
            (key("a"), true, None),
        ];
        for (press, single_keys, expected) in rows {
            assert_eq!(action(press, single_keys), expected, "{press:?} {single_keys}");
        }
    }
}
