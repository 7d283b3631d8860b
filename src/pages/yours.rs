//! Your files: bringing articles of one's own, what was read of them, and what can be done
//! with them.

mod compare;
mod distinctive;
mod report;

use crate::browser::brought::{self, Brought};
use crate::browser::document;
use crate::browser::events;
use crate::browser::held::Held;
use crate::browser::own_files;
use crate::model::page_props::PageProps;
use crate::model::shared::Own;
use crate::model::words;
use crate::shell::later::Later;
use crate::user_files::keep;
use crate::user_files::state::{Doing, State, use_own};
use crate::user_files::work::{self, Page};
use compare::Compare;
use report::report;
use yew::prelude::*;

/// The field for pasted text.
const PASTED: &str = "pasted";

/// The view.
#[component]
pub fn Yours(props: &PageProps) -> Html {
    let state = use_own();
    let page = Page::of(props);
    html! {
        <div class="page yours">
            <header>
                <h1>{ "Your own articles" }</h1>
                if own_files::can_read() {
                    <p class="lede">{ "Files that you bring are read here, in this tab, by this page. They stand beside the published articles in every view. Nothing of them is sent anywhere, and nothing is kept unless you say so." }</p>
                }
            </header>
            if own_files::can_read() {
                <Bring page={page.clone()} busy={state.doing != Doing::Nothing} />
            } else {
                <p class="repair">{ work::CANNOT_READ }</p>
            }
            if let Some(problem) = state.problem.as_ref().filter(|_| own_files::can_read()) {
                <p class="repair" role="alert">{ problem.clone() }</p>
            }
            if let Some(own) = props.corpus.own() {
                { tools(props, own, &state, &page) }
            }
            if let Some(read) = &state.report {
                { report(read) }
            }
            if props.corpus.own().is_some_and(|own| !own.alone) {
                <Later><Compare ..props.clone() /></Later>
            }
        </div>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct BringProps {
    page: Page,
    busy: bool,
}

/// The ways to bring something.
#[component]
fn Bring(props: &BringProps) -> Html {
    let chosen = {
        let page = props.page.clone();
        move |event: Event| {
            let page = page.clone();
            brought::chosen(&event, move |files| work::bring(page, files));
        }
    };
    let pasted = use_state_eq(String::new);
    let typed = {
        let pasted = pasted.setter();
        move |event: InputEvent| pasted.set(events::typed_lines(&event))
    };
    let number = use_mut_ref(|| 0);
    let add = {
        let (page, pasted) = (props.page.clone(), pasted.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(held) = Held::text(&pasted) else { return };
            *number.borrow_mut() += 1;
            let name = format!("Pasted text {}.txt", number.borrow());
            work::bring(page.clone(), vec![Brought { name, held }]);
            pasted.set(String::new());
            document::focus(PASTED);
        }
    };
    let busy = props.busy;
    html! {
        <section class="panel bring" aria-label="Bring articles">
            <div class="drop-zone">
                <p class="drop-title">{ "Drop files or folders anywhere on this page" }</p>
                <div class="tools">
                    <label class="choose">{ "Choose files" }
                        <input type="file" id="choose-files" multiple=true disabled={busy} onchange={chosen.clone()} />
                    </label>
                    <label class="choose">{ "Choose a folder" }
                        <input type="file" id="choose-folder" multiple=true webkitdirectory=true disabled={busy} onchange={chosen} />
                    </label>
                </div>
                <p class="soft">{ "Formats: text, Markdown, HTML, PDF with a text layer, DOCX, EML, MBOX, EPUB, WARC, CSV and TSV, JSON, JSON lines, zip, gzip; exports of LexisNexis, Factiva and NewsBank. At most 20,000 files or 200 MB at once." }</p>
            </div>
            <form class="paste" onsubmit={add}>
                <label for={PASTED}>{ "Or paste a text" }</label>
                <textarea id={PASTED} rows="4" value={(*pasted).clone()} oninput={typed} />
                <button type="submit" disabled={busy || pasted.trim().is_empty()}>{ "Read this text" }</button>
            </form>
        </section>
    }
}

/// What can be done with what was brought.
fn tools(props: &PageProps, own: &Own, state: &State, page: &Page) -> Html {
    let busy = state.doing != Doing::Nothing;
    let with = |act: fn(&Page)| {
        let page = page.clone();
        move |_: MouseEvent| act(&page)
    };
    let alone = own.alone;
    let other = {
        let page = page.clone();
        move |_: MouseEvent| work::show_alone(page.clone(), !alone)
    };
    let kept = state.kept;
    let keeping = {
        let (pack, tell) = (own.pack.clone(), props.tell.clone());
        move |_: MouseEvent| {
            if kept { keep::forget(tell.clone()) } else { keep::keep(pack.clone(), tell.clone()) }
        }
    };
    let pack = {
        let corpus = props.corpus.clone();
        move |_: MouseEvent| work::save_pack(&corpus)
    };
    let save = {
        let page = page.clone();
        move |_: MouseEvent| work::save_page(page.clone())
    };
    let whole = if alone { "with them" } else { "with all articles" };
    html! {
        <section class="panel" aria-label="What can be done with them">
            <h2>{ words::count(own.articles, "article") }{ " of yours" }</h2>
            <ul class="own-tools">
                if work::can_join(&props.corpus) {
                    <li>
                        <button type="button" disabled={busy} onclick={other}>{ if alone { "Show beside the published" } else { "Show alone" } }</button>
                        <span>{ if alone { "Only your articles are open now." } else { "Both are open now; the facet “collection” tells them apart." } }</span>
                    </li>
                } else {
                    <li><span>{ "Only contexts of the published articles are here, so yours are open alone." }</span></li>
                }
                <li>
                    <button type="button" aria-pressed={kept.to_string()} onclick={keeping}>{ if kept { "Forget" } else { "Keep in this browser" } }</button>
                    <span>{ if kept { "Kept: they open with this page in this browser, and nowhere else." } else { "Not kept: they are gone when this tab is closed." } }</span>
                </li>
                <li>
                    <button type="button" disabled={busy} onclick={save}>{ "Save the page" }</button>
                    <span>{ format!("One .html file {whole}, which opens by a double click.") }</span>
                </li>
                <li>
                    <button type="button" onclick={pack}>{ "Save the pack" }</button>
                    <span>{ "Your articles as read, for the dateline command or for this page: drop it here again." }</span>
                </li>
                <li>
                    <button type="button" disabled={busy} onclick={with(work::remove)}>{ "Remove" }</button>
                    <span>{ "Closes them here. Your files stay as they are." }</span>
                </li>
            </ul>
        </section>
    }
}
