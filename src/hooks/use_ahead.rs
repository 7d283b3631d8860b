//! Fetches what a reader will want next.

use crate::browser::{keys, tasks};
use crate::parts::{Part, Rest};
use yew::prelude::*;

/// Fetches the rest of the program when the reader first does something: a page
/// that is only looked at costs no more than what it shows.
#[hook]
pub fn use_ahead() {
    use_effect_with((), |()| {
        let listeners = keys::on_first_use(|| {
            tasks::spawn(async {
                // Who needs it asks again, and tells the reader if it cannot be had.
                let _ = Rest::fetch().await;
            });
        });
        move || drop(listeners)
    });
}
