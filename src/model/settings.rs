//! The settings that a reader can make.

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every choice with its spelling and its name.
    pub const ALL: [(Theme, &'static str, &'static str); 3] = [
        (Theme::System, "", "follow the system"),
        (Theme::Light, "light", "light"),
        (Theme::Dark, "dark", "dark"),
    ];

    /// The spelling; empty for the default.
    pub fn name(self) -> &'static str {
        Theme::ALL.into_iter().find(|t| t.0 == self).map_or("", |t| t.1)
    }

    /// The theme of a spelling; the default for others.
    pub fn from_name(name: &str) -> Theme {
        Theme::ALL.into_iter().find(|t| t.1 == name).map_or(Theme::System, |t| t.0)
    }
}

/// What a reader can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Whether `/` and `?` do something.
    pub single_keys: bool,
    /// The colours.
    pub theme: Theme,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { single_keys: true, theme: Theme::System }
    }
}
