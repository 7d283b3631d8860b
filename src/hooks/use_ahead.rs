//! Fetches what a reader will want next.

use crate::browser::{keys, tasks};
use crate::shell::parts::{Part, Rest, on_rest};
use crate::user_files::keep;
use yew::prelude::*;

/// Fetches the rest of the program when the reader first does something, or kept articles
/// here before: a page that is only looked at costs no more than what it shows. What shows
/// the page is drawn anew when it is here.
#[hook]
pub fn use_ahead() {
    let redraw = use_force_update();
    use_effect_with((), move |()| {
        on_rest(Callback::from(move |()| redraw.force_update()));
        let fetch = || {
            tasks::spawn(async {
                // Who needs it asks again, and tells the reader if it cannot be had.
                let _ = Rest::fetch().await;
            });
        };
        if keep::holds() {
            fetch();
        }
        let listeners = keys::on_first_use(fetch);
        move || drop(listeners)
    });
}
