//! The clock of the reader's machine.

/// A call later on, that does not come once this is dropped.
pub use gloo::timers::callback::Timeout;

/// The day in the reader's time zone, ISO 8601.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}
