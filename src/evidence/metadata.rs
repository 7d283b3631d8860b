//! The form in which a reader corrects the title, the source and the date of an article.

use super::correct::UNKEPT;
use super::keep::{self, Kept};
use crate::browser::{document, events};
use crate::model::page_props::PageProps;
use crate::model::shared::Edit;
use dateline_corpus::{ArticleId, Date, MetadataEdit, iso_date};
use yew::prelude::*;

/// The control that opens the form, where the focus comes back to.
pub const OPENER: &str = "edit-metadata";

const DATE: &str = "metadata-date";
const WRONG: &str = "metadata-date-wrong";

/// What the form is made from and tells.
#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// What every page is computed from.
    pub page: PageProps,
    /// The article.
    pub id: ArticleId,
    /// It is done with: closes what holds it.
    pub on_close: Callback<()>,
}

/// What stands in the fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The headline.
    pub title: String,
    /// The date of publication.
    pub date: String,
    /// The publication.
    pub source: String,
}

impl Typed {
    /// What the page shows of an article, or with `read` what was read of it.
    pub fn of(page: &PageProps, id: ArticleId, read: bool) -> Typed {
        let corpus = if read { page.corpus.as_read() } else { &page.corpus };
        corpus.article(id).map_or_else(Typed::default, |article| Typed {
            title: article.title().to_owned(),
            date: article.date().map(|date| date.to_string()).unwrap_or_default(),
            source: article.source().unwrap_or_default().to_owned(),
        })
    }

    /// What is said of the article beyond what was read; an empty field says nothing.
    ///
    /// # Errors
    /// When the date is none, with what to write.
    pub fn edit(&self, id: ArticleId, read: &Typed) -> Result<MetadataEdit, &'static str> {
        let new = |typed: &str, read: &str| {
            let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            (!typed.is_empty() && typed != read).then_some(typed)
        };
        let date = new(&self.date, &read.date);
        let date = date.map(|date| day(&date).ok_or(NO_DATE)).transpose()?;
        let date = date.filter(|date| date.to_string() != read.date);
        let (title, source) = (new(&self.title, &read.title), new(&self.source, &read.source));
        Ok(MetadataEdit { article: id, title, source, date })
    }
}

const NO_DATE: &str =
    "There is no such date. Write 2021-08-15, 15 August 2021, August 2021 or 2021.";

/// A date as the page shows it, or with a time.
fn day(typed: &str) -> Option<Date> {
    Date::parse(typed).or_else(|| Date::parse(&iso_date(typed)?))
}

/// The form.
#[component]
pub fn MetadataForm(props: &Props) -> Html {
    let (page, id) = (&props.page, props.id);
    let read = Typed::of(page, id, true);
    let typed = use_state_eq(|| Typed::of(page, id, false));
    let wrong = use_state_eq(|| "");
    let field = |set: fn(&mut Typed, String)| {
        let typed = typed.clone();
        move |event: InputEvent| {
            let mut next = (*typed).clone();
            set(&mut next, events::typed(&event));
            typed.set(next);
        }
    };
    let apply = {
        let (props, read, wrong) = (props.clone(), read.clone(), wrong.clone());
        move |typed: &Typed| match typed.edit(props.id, &read) {
            Ok(edit) => {
                apply_all(&props.page, vec![edit]);
                props.on_close.emit(());
            }
            Err(what) => {
                wrong.set(what);
                document::focus(DATE);
            }
        }
    };
    let onsubmit = {
        let (apply, typed) = (apply.clone(), typed.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            apply(&typed);
        }
    };
    let as_read = {
        let read = read.clone();
        move |_: MouseEvent| apply(&read)
    };
    let differs = !page.corpus.metadata_edit(id).is_empty();
    let is_wrong = !wrong.is_empty();
    let described = if is_wrong { format!("{WRONG} {DATE}-read") } else { format!("{DATE}-read") };
    let evidence = page.corpus.as_read().article(id).map_or("", |a| a.date_evidence()).to_owned();
    html! {
        <form class="metadata" {onsubmit} novalidate=true>
            <p>{ "Changes take effect in every view at once. To build them into the page, use “Copy for corpus.toml” above the view." }</p>
            <label class="field" for="metadata-title">{ "Title" }</label>
            <input id="metadata-title" type="text" value={typed.title.clone()} oninput={field(|t, v| t.title = v)} autocomplete="off" aria-describedby="metadata-title-read" />
            { hint("metadata-title-read", &read.title, "") }
            <label class="field" for={DATE}>{ "Date of publication" }</label>
            <input id={DATE} type="text" value={typed.date.clone()} oninput={field(|t, v| t.date = v)} autocomplete="off" placeholder="2021-08-15" aria-invalid={is_wrong.then_some("true")} aria-describedby={described} />
            { hint("metadata-date-read", &read.date, &evidence) }
            <p class="repair" id={WRONG} role="alert">{ *wrong }</p>
            <label class="field" for="metadata-source">{ "Source" }</label>
            <input id="metadata-source" type="text" value={typed.source.clone()} oninput={field(|t, v| t.source = v)} autocomplete="off" aria-describedby="metadata-source-read" />
            { hint("metadata-source-read", &read.source, "") }
            <p class="tools">
                <button type="submit" class="chip">{ "Apply" }</button>
                <button type="button" disabled={!differs} onclick={as_read}>{ "Restore as read" }</button>
            </p>
            <p class="soft">{ "Leave a field empty to keep what was read. Countries named in a new title are marked when the articles are rebuilt." }</p>
        </form>
    }
}

/// What was read, and how it is known.
fn hint(id: &'static str, read: &str, evidence: &str) -> Html {
    let says = match (read, evidence) {
        ("", _) => "As read: nothing.".to_owned(),
        (read, "") => format!("As read: {read}"),
        (read, evidence) => format!("As read: {read} ({evidence})"),
    };
    html! { <p class="soft" {id}>{ says }</p> }
}

/// Shows the articles with what is said of these, where that is not said already.
pub fn apply_all(page: &PageProps, mut edits: Vec<MetadataEdit>) {
    let corpus = &page.corpus;
    edits.retain(|edit| corpus.metadata_edit(edit.article) != *edit);
    if edits.is_empty() {
        return;
    }
    let is_restored = edits.iter().all(MetadataEdit::is_empty);
    let says = if is_restored { "Restored as read." } else { "Changed in every view." };
    let all = corpus.edits().iter().cloned().chain(edits.into_iter().map(Edit::Metadata));
    let edited = corpus.with_edits(all.collect());
    let says = match keep::keep(&edited) {
        Kept::Refused => UNKEPT,
        Kept::InBrowser | Kept::InTab => says,
    };
    page.show.emit(edited);
    page.notify.emit(says.to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(title: &str, date: &str, source: &str) -> Typed {
        Typed { title: title.to_owned(), date: date.to_owned(), source: source.to_owned() }
    }

    #[test]
    fn says_what_differs_and_refuses_dates_that_cannot_be() {
        let read = typed("Rain", "2023-05-13", "");
        let id = ArticleId(3);
        let rows = [
            (typed("Rain", "2023-05-13", ""), Ok((None, None, None))),
            (typed("", " ", ""), Ok((None, None, None))),
            (
                typed(" More \n rain ", "2023-05-13", "Post"),
                Ok((Some("More rain"), Some("Post"), None)),
            ),
            (typed("Rain", " 2024-02-29 ", ""), Ok((None, None, Some("2024-02-29")))),
            (typed("Rain", "2024", ""), Ok((None, None, Some("2024")))),
            (typed("Snow", "2023-02-29", ""), Err(NO_DATE)),
            (typed("Rain", "13 May 2023", ""), Ok((None, None, None))),
            (typed("Rain", "May 2024", ""), Ok((None, None, Some("2024-05")))),
        ];
        for (typed, want) in rows {
            let edit = typed.edit(id, &read);
            let edit = edit.as_ref().map_err(|what| *what).map(|edit| {
                assert_eq!(edit.article, id);
                let date = edit.date.map(|date| date.to_string());
                (edit.title.as_deref(), edit.source.as_deref(), date)
            });
            let want = want.map(|(title, source, date)| (title, source, date.map(str::to_owned)));
            assert_eq!(edit, want, "{typed:?}");
        }
    }
}
