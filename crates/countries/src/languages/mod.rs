//! Countries in other languages than English: names from Unicode CLDR, demonyms
//! and capitals kept by hand, without a model. The article's language is given or
//! detected; the tables are linked with the feature `languages`.

mod detect;
#[cfg(feature = "languages")]
mod forms;
#[cfg(feature = "languages")]
mod inflected;
#[cfg(feature = "languages")]
mod running;

use crate::Mention;
use crate::scan::Word;

/// The languages whose names of countries the gazetteer knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English: the full gazetteer, with the rules and the model.
    #[default]
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// German.
    German,
    /// Portuguese.
    Portuguese,
    /// Italian.
    Italian,
    /// Russian.
    Russian,
    /// Arabic.
    Arabic,
    /// Persian.
    Persian,
    /// Chinese.
    Chinese,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 10] = [
        Language::English,
        Language::Spanish,
        Language::French,
        Language::German,
        Language::Portuguese,
        Language::Italian,
        Language::Russian,
        Language::Arabic,
        Language::Persian,
        Language::Chinese,
    ];

    /// The two letters of ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
            Language::French => "fr",
            Language::German => "de",
            Language::Portuguese => "pt",
            Language::Italian => "it",
            Language::Russian => "ru",
            Language::Arabic => "ar",
            Language::Persian => "fa",
            Language::Chinese => "zh",
        }
    }

    /// The language of a code such as "es" or "pt-BR", in either case.
    pub fn from_code(code: &str) -> Option<Language> {
        let code = code.split(['-', '_']).next()?.to_ascii_lowercase();
        Language::ALL.into_iter().find(|l| l.code() == code)
    }

    /// The language of a text, from its script and its small words; English where
    /// nothing speaks for another.
    pub fn detect(text: &str) -> Language {
        detect::detect(text)
    }
}

/// The mentions of a text in a language other than English; `None` for English and
/// where the tables are not linked.
#[cfg(feature = "languages")]
pub(crate) fn annotate(language: Language, text: &str, words: &[Word]) -> Option<Vec<Mention>> {
    use crate::{Kind, rule, scan::find};
    use forms::Tables;
    let tables = Tables::of(language)?;
    let mention = |span, country, kind: Kind| Mention {
        span,
        country,
        kind,
        in_name: false,
        rule: match kind {
            Kind::Name => rule::OTHER_NAME,
            Kind::Demonym => rule::OTHER_DEMONYM,
            Kind::Capital | Kind::Place => rule::OTHER_CAPITAL,
        }
        .into(),
    };
    Some(match tables {
        Tables::Words(phrases) => find(&phrases.forms, text, words)
            .iter()
            .filter_map(|c| {
                let sense = phrases.senses(c.phrase).next()?;
                Some(mention(c.span, sense.country?, sense.kind))
            })
            .collect(),
        Tables::Inflected(names) => {
            names.find(text, words).map(|(span, c, k)| mention(span, c, k)).collect()
        }
        Tables::Running(names) => {
            names.find(text, words).map(|(span, c, k)| mention(span, c, k)).collect()
        }
    })
}

/// The texts of the tables of other languages.
#[cfg(feature = "languages")]
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    forms::TABLES.into_iter()
}

/// No other language is linked.
#[cfg(not(feature = "languages"))]
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    std::iter::empty()
}

/// Without the tables every text is read as English.
#[cfg(not(feature = "languages"))]
pub(crate) fn annotate(_: Language, _: &str, _: &[Word]) -> Option<Vec<Mention>> {
    None
}

#[cfg(all(test, feature = "languages"))]
mod tests {
    use super::{Language, forms};
    use crate::{Gazetteer, Options, annotate, annotations_with};

    #[test]
    fn every_name_is_found() {
        let mut missing = Vec::new();
        for language in Language::ALL {
            let all = forms::forms(language);
            let options = Options { language: Some(language), corrections: None };
            for (form, _, _) in &all {
                let countries: Vec<_> =
                    all.iter().filter(|f| f.0 == *form).map(|f| f.1.code()).collect();
                let found = annotations_with(Gazetteer::embedded(), form, &[], &options).mentions;
                let right = |m: &crate::Mention| countries.contains(&m.country.code());
                if !found.first().is_some_and(right) {
                    missing.push(format!("{} {form} {countries:?}: {found:?}", language.code()));
                }
            }
        }
        assert!(missing.is_empty(), "{}\n{}", missing.len(), missing.join("\n"));
    }

    #[test]
    fn cases() {
        let cases: &[(&str, &[(&str, &str)])] = &[
            (
                "El presidente de China visitó los Estados Unidos y la capital rusa, Moscú, con los empresarios franceses.",
                &[
                    ("China", "CN"),
                    ("Estados Unidos", "US"),
                    ("rusa", "RU"),
                    ("Moscú", "RU"),
                    ("franceses", "FR"),
                ],
            ),
            (
                "Le président de la Chine est arrivé en Allemagne avec les ministres américains et une délégation afghane.",
                &[("Chine", "CN"), ("Allemagne", "DE"), ("américains", "US"), ("afghane", "AF")],
            ),
            (
                "Der Präsident von China und die deutsche Regierung sprachen in Moskau mit den Vereinigten Staaten.",
                &[
                    ("China", "CN"),
                    ("deutsche", "DE"),
                    ("Moskau", "RU"),
                    ("Vereinigten Staaten", "US"),
                ],
            ),
            (
                "O presidente da China não foi aos Estados Unidos com os ministros brasileiros para a reunião.",
                &[("China", "CN"), ("Estados Unidos", "US"), ("brasileiros", "BR")],
            ),
            (
                "Il presidente della Cina non è andato negli Stati Uniti con la delegazione italiana di Parigi.",
                &[("Cina", "CN"), ("Stati Uniti", "US"), ("italiana", "IT"), ("Parigi", "FR")],
            ),
            (
                "Президент Китая прибыл в Россию, где встретился с американскими дипломатами и властями Афганистана.",
                &[
                    ("Китая", "CN"),
                    ("Россию", "RU"),
                    ("американскими", "US"),
                    ("Афганистана", "AF"),
                ],
            ),
            (
                "وصل الرئيس إلى الصين وروسيا والولايات المتحدة مع الوفد الأفغاني",
                &[("الصين", "CN"), ("وروسيا", "RU"), ("والولايات المتحدة", "US"), ("الأفغاني", "AF")],
            ),
            (
                "رئیس جمهور ایران به چین و روسیه سفر کرد و در کابل گفت",
                &[("ایران", "IR"), ("چین", "CN"), ("روسیه", "RU"), ("کابل", "AF")],
            ),
            (
                "中国外交部长访问美国和阿富汗，在北京发表讲话。",
                &[("中国", "CN"), ("美国", "US"), ("阿富汗", "AF"), ("北京", "CN")],
            ),
        ];
        for (text, want) in cases {
            let got: Vec<_> = annotate(Gazetteer::embedded(), text, &[])
                .iter()
                .map(|m| (m.span.of(text).to_owned(), m.country.code().to_owned()))
                .collect();
            let want: Vec<_> =
                want.iter().map(|(s, c)| ((*s).to_owned(), (*c).to_owned())).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
