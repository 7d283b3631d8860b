//! The texts of a corpus: as they stand in the pack, or decoded from the numbers of
//! their words when they are asked for.

use crate::pack::format::Section;
use crate::pack::read::Pack;
use crate::pack::spans::Limit;
use crate::{Article, ArticleId, Corpus};
use dateline_search::coded::{self, Picks, Words};
use dateline_search::{IndexBuilder, Needles};
use std::sync::OnceLock;

/// How the texts are held.
pub(crate) struct Texts {
    /// What the numbers stand for; `None` for texts that stand in the pack.
    words: Option<Words>,
    /// The texts that were asked for, decoded: by number of the article.
    decoded: OnceLock<Box<[OnceLock<Box<str>>]>>,
    articles: usize,
    /// Joined forms of what goes over several lines: [`Part::COUNT`] for each article.
    lines: OnceLock<Box<[OnceLock<Box<str>>]>>,
}

/// A part of an article that is shown on one line.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Title,
    Kicker,
    Source,
    Byline,
    Printed,
}

impl Part {
    const COUNT: usize = 5;
}

impl Texts {
    /// `None` when the section of words was damaged.
    pub(crate) fn open(pack: &Pack) -> Option<Texts> {
        let section = pack.section(Section::Words);
        let words = (!section.is_empty()).then(|| Words::open(section));
        Some(Texts {
            words: match words {
                Some(words) => Some(words?),
                None => None,
            },
            decoded: OnceLock::new(),
            articles: pack.articles() as usize,
            lines: OnceLock::new(),
        })
    }

    /// Keeps `line`, the joined form of a part of an article.
    pub(crate) fn line(&self, id: ArticleId, part: Part, line: String) -> Option<&str> {
        let count = self.articles * Part::COUNT;
        let all = self.lines.get_or_init(|| (0..count).map(|_| OnceLock::new()).collect());
        let kept = all.get(id.0 as usize * Part::COUNT + part as usize)?;
        Some(kept.get_or_init(|| line.into_boxed_str()))
    }
}

impl Corpus {
    /// Size of all texts in bytes.
    pub fn text_bytes(&self) -> usize {
        let plain = || self.pack.section(Section::Text).len();
        self.texts.words.as_ref().map_or_else(plain, Words::text_bytes)
    }

    /// Calls `check` with the length of an article's text in bytes and what its spans have to
    /// fit; `None` when the text is none. `room` is used again and again.
    pub(crate) fn check_text<T>(
        &self,
        id: ArticleId,
        room: &mut Vec<u8>,
        check: impl FnOnce(usize, Limit<'_>) -> T,
    ) -> Option<T> {
        let packed = self.packed_text(id);
        let Some(words) = &self.texts.words else {
            let text = std::str::from_utf8(packed).ok()?;
            return Some(check(text.len(), Limit::Text(text)));
        };
        let section = self.pack.section(Section::Words);
        let measured = words.measure(section, packed)?;
        if measured.is_ascii {
            let length = u32::try_from(measured.bytes).ok()?;
            return Some(check(measured.bytes, Limit::Length(length)));
        }
        room.clear();
        words.decode(section, packed, room);
        let text = std::str::from_utf8(room).ok()?;
        Some(check(text.len(), Limit::Text(text)))
    }

    /// The bytes that the pack holds of a text.
    pub(crate) fn packed_text(&self, id: ArticleId) -> &[u8] {
        self.pack.item(Section::TextOffsets, Section::Text, id.0)
    }

    /// Appends a text as the others of the pack are held.
    pub(crate) fn pack_text(&self, text: &str, out: &mut Vec<u8>) {
        match self.texts.words {
            Some(_) => coded::spell(text, out),
            None => out.extend_from_slice(text.as_bytes()),
        }
    }

    /// The text of an article. One that had to be decoded is kept.
    pub(crate) fn text(&self, id: ArticleId) -> &str {
        let Some(words) = &self.texts.words else {
            return std::str::from_utf8(self.packed_text(id)).unwrap_or("");
        };
        let all = self.texts.decoded.get_or_init(|| self.ids().map(|_| OnceLock::new()).collect());
        let Some(kept) = all.get(id.0 as usize) else { return "" };
        kept.get_or_init(|| self.decode(words, id, Vec::new()).into_boxed_str())
    }

    /// Calls `with` with the text of an article, which is not kept: for work that goes
    /// through many articles. `room` is used again and again.
    pub(crate) fn with_text<T>(
        &self,
        id: ArticleId,
        room: &mut Vec<u8>,
        with: impl FnOnce(&str) -> T,
    ) -> T {
        let kept = |all: &[OnceLock<Box<str>>]| all.get(id.0 as usize)?.get().map(|_| ());
        let is_kept = self.texts.decoded.get().and_then(|all| kept(all)).is_some();
        let words = self.texts.words.as_ref().filter(|_| !is_kept);
        let Some(words) = words else { return with(self.text(id)) };
        let text = self.decode(words, id, std::mem::take(room));
        let result = with(&text);
        *room = text.into_bytes();
        result
    }

    /// Calls `with` with an article, whose text is not kept where it has to be decoded: for
    /// work that goes through many articles.
    pub fn with_article<T>(&self, id: ArticleId, with: impl FnOnce(&Article<'_>) -> T) -> T {
        self.with_text(id, &mut Vec::new(), |text| with(&Article::with_text(self, id, text)))
    }

    /// How many decoded texts are kept.
    #[cfg(test)]
    pub(crate) fn kept_texts(&self) -> usize {
        self.texts.decoded.get().map_or(0, |all| all.iter().filter(|t| t.get().is_some()).count())
    }

    fn decode(&self, words: &Words, id: ArticleId, mut room: Vec<u8>) -> String {
        room.clear();
        words.decode(self.pack.section(Section::Words), self.packed_text(id), &mut room);
        // Texts that were written as such; others are damaged.
        String::from_utf8(room).unwrap_or_default()
    }

    /// The articles whose texts may hold a word of a query, and which pieces of coded texts
    /// do.
    pub(crate) fn picked(&self, needles: Needles) -> (Vec<ArticleId>, Option<Picks>) {
        let Some(words) = &self.texts.words else {
            let picked = self.ids().filter(|id| needles.pick(self.packed_text(*id)));
            return (picked.collect(), None);
        };
        let picks = words.picks(self.pack.section(Section::Words), needles);
        let picked = self.ids().filter(|id| words.pick(self.packed_text(*id), &picks)).collect();
        (picked, Some(picks))
    }

    /// Finds the words of a coded text for an index; gives the length of the text. `None`
    /// where it has to be decoded.
    pub(crate) fn located(
        &self,
        builder: &mut IndexBuilder,
        id: ArticleId,
        picks: Option<&Picks>,
    ) -> Option<usize> {
        let words = self.texts.words.as_ref()?;
        builder.locate(words, self.pack.section(Section::Words), self.packed_text(id), picks)
    }
}
