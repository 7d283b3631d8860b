//! Your files: bringing articles of one's own, what was read of them, and what can be done
//! with them.

mod compare;
mod distinctive;
mod report;
mod table;

use crate::browser::blob::BlobHandle;
use crate::browser::document;
use crate::browser::dropped_files::{self, DroppedFile};
use crate::browser::events;
use crate::browser::page_files;
use crate::model::page_props::PageProps;
use crate::model::shared::UserArticles;
use crate::model::words;
use crate::shell::later::Later;
use crate::user_files::state::{Activity, State, use_user_files};
use crate::user_files::work::{self, Page};
use crate::user_files::{self, keep};
use compare::Compare;
use report::report;
use yew::prelude::*;

/// The field for pasted text.
const PASTED: &str = "pasted";

/// The view.
#[component]
pub fn Yours(props: &PageProps) -> Html {
    let state = use_user_files();
    let page = Page::of(props);
    html! {
        <div class="page yours">
            <header>
                <h1>{ "Your own articles" }</h1>
                if page_files::can_read() {
                    <p class="lede">{ "Your files are read in this tab, by this page, and appear beside the published articles in every view. They are never sent anywhere, and never stored unless you ask." }</p>
                }
            </header>
            if page_files::can_read() {
                <AddFiles page={page.clone()} busy={state.activity != Activity::Idle} />
            } else {
                <p class="repair">{ work::CANNOT_READ }</p>
            }
            if let Some(problem) = state.problem.as_ref().filter(|_| page_files::can_read()) {
                <p class="repair" role="alert">{ problem.clone() }</p>
            }
            if let Some(own) = props.corpus.user_articles() {
                { tools(props, own, &state, &page) }
            }
            if props.corpus.user_articles().is_some() {
                <Later><table::OwnTable ..props.clone() /></Later>
            }
            if let Some(read) = &state.report {
                { report(read) }
            }
            if props.corpus.user_articles().is_some_and(|own| !own.alone) {
                <Later><Compare ..props.clone() /></Later>
            }
        </div>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct AddFilesProps {
    page: Page,
    busy: bool,
}

/// The ways to bring something.
#[component]
fn AddFiles(props: &AddFilesProps) -> Html {
    let chosen = {
        let page = props.page.clone();
        move |event: Event| {
            let page = page.clone();
            dropped_files::chosen(&event, move |files| work::read_files(page, files));
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
            let Some(content) = BlobHandle::text(&pasted) else { return };
            *number.borrow_mut() += 1;
            let name = format!("{} {}.txt", user_files::PASTED, number.borrow());
            work::read_files(page.clone(), vec![DroppedFile { name, content }]);
            pasted.set(String::new());
            document::focus(PASTED);
        }
    };
    let busy = props.busy;
    html! {
        <section class="panel bring" aria-label="Add articles">
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
                <p class="soft">{ "Formats: text, Markdown, HTML, PDF with a text layer, DOCX, ODS, ODT, RTF, XLSX, MHTML, webarchive, EML, MBOX, EMLX, MSG, EPUB, WARC, WACZ, XML (RSS, Atom, NITF, NewsML, TEI and others), vertical text and CoNLL-U, RIS and BibTeX, CSV and TSV, JSON, JSON lines, zip, gzip, tar; exports of ProQuest, LexisNexis, Factiva, NewsBank and Europresse. At most 20,000 files or 200 MB at once." }</p>
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
fn tools(props: &PageProps, own: &UserArticles, state: &State, page: &Page) -> Html {
    let busy = state.activity != Activity::Idle;
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
        let (pack, notify) = (own.pack.clone(), props.notify.clone());
        move |_: MouseEvent| {
            if kept {
                keep::forget(notify.clone())
            } else {
                keep::keep(pack.clone(), notify.clone())
            }
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
        <section class="panel" aria-label="Save, keep, remove">
            <h2>{ words::count(own.articles, "article") }{ " of yours" }</h2>
            <ul class="own-tools">
                if work::can_join(&props.corpus) {
                    <li>
                        <button type="button" disabled={busy} onclick={other}>{ if alone { "Show beside the published" } else { "Show alone" } }</button>
                        <span>{ if alone { "Only your articles are open now." } else { "Both are open now; the facet “collection” tells them apart." } }</span>
                    </li>
                } else {
                    <li><span>{ "The published articles are here as excerpts only, so yours are shown on their own." }</span></li>
                }
                <li>
                    <button type="button" aria-pressed={kept.to_string()} onclick={keeping}>{ if kept { "Forget" } else { "Keep in this browser" } }</button>
                    <span>{ if kept { "Kept in this browser only; they open again with this page." } else { "Not kept; closing this tab discards them." } }</span>
                </li>
                <li>
                    <button type="button" disabled={busy} onclick={save}>{ "Save the page" }</button>
                    <span>{ format!("One .html file {whole} that opens with a double click.") }</span>
                </li>
                <li>
                    <button type="button" onclick={pack}>{ "Save the pack" }</button>
                    <span>{ "Your articles as read, for the dateline command or to drop on this page again." }</span>
                </li>
                <li>
                    <button type="button" disabled={busy} onclick={with(work::remove)}>{ "Remove" }</button>
                    <span>{ "Removes them from this page. Your files are unchanged." }</span>
                </li>
            </ul>
        </section>
    }
}
