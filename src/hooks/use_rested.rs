//! A value that follows another once that rests.

use crate::browser::clock::Timeout;
use yew::prelude::*;

/// `value` as it was when it last rested for `millis`.
#[hook]
pub fn use_rested<T: PartialEq + Clone + 'static>(value: T, millis: u32) -> T {
    let rested = use_state_eq(|| value.clone());
    {
        let rested = rested.setter();
        use_effect_with(value, move |value| {
            let value = value.clone();
            let timer = Timeout::new(millis, move || rested.set(value));
            // Dropping the timer cancels it.
            move || drop(timer)
        });
    }
    (*rested).clone()
}
