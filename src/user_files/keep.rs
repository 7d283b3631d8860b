//! Keeping what was brought in this browser, by the address of the page: only where the
//! reader says so, and until they say otherwise.

use super::state;
use crate::browser::blob::BlobHandle;
use crate::browser::{history, settings, store, tasks};
use yew::Callback;

/// Whether this browser keeps articles for this page.
pub fn holds() -> bool {
    settings::get(&mark()).is_some()
}

/// Keeps a pack of articles that were brought; what the browser refuses is told, and they
/// stay where they are.
pub fn keep(pack: BlobHandle, notify: Callback<String>) {
    tasks::spawn(async move {
        let kept = match store::put(&name(), &pack).await {
            // The mark may be there from before.
            Ok(()) if settings::keep(&mark(), Some("yes")) || holds() => Ok(()),
            Ok(()) => {
                // Without the mark they would lie there and never be found.
                let _ = store::remove(&name()).await;
                Err("this browser stores nothing for this page".to_owned())
            }
            Err(reason) => Err(reason),
        };
        let before = if holds() { " The copy kept earlier is still there." } else { "" };
        let says = match &kept {
            Ok(()) => "Kept in this browser.".to_owned(),
            Err(reason) => {
                format!(
                    "Not kept: {reason}. Your articles stay open in this tab; save them as a file.{before}"
                )
            }
        };
        state::change(|state| {
            state.kept = holds();
            state.problem = kept.err().map(|_| says.clone());
        });
        notify.emit(says);
    });
}

/// Forgets what this browser keeps; what is open stays open.
pub fn forget(notify: Callback<String>) {
    settings::set(&mark(), None);
    settings::set(&changes(), None);
    tasks::spawn(async move {
        let says = match store::remove(&name()).await {
            Ok(()) => "Forgotten. This browser no longer keeps your articles.".to_owned(),
            Err(reason) => format!("Not forgotten: {reason}."),
        };
        state::change(|state| (state.kept, state.problem) = (false, None));
        notify.emit(says);
    });
}

/// What this browser keeps for this page.
///
/// # Errors
/// In words, when the browser does not give it.
pub async fn stored() -> Result<Option<BlobHandle>, String> {
    store::get(&name()).await
}

/// The name of the setting that keeps the changes of these articles.
pub fn changes() -> String {
    format!("own-changes.{}", name())
}

fn name() -> String {
    history::path()
}

fn mark() -> String {
    format!("own.{}", name())
}
