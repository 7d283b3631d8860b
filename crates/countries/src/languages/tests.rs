//! Every name of the tables is found; names and what holds one in sentences.

use super::{Language, forms, table::Table};
use crate::{Gazetteer, Options, annotations_with};

fn found(language: Language, text: &str) -> Vec<(String, String)> {
    let options = Options { language: Some(language), corrections: None };
    let found = annotations_with(Gazetteer::embedded(), text, &[], &options).mentions;
    found.iter().map(|m| (m.span.of(text).to_owned(), m.country.code().to_owned())).collect()
}

/// The names and capitals of the tables are found for their countries; a few hold, or
/// are, another name: they are weak, or the longer one is right.
#[test]
fn every_name_is_found() {
    let mut missing = Vec::new();
    let mut all = 0;
    for language in Language::all() {
        let Some(table) = Table::of(language) else { continue };
        let all_forms = forms::forms(&table);
        let weak: std::collections::HashSet<&str> =
            all_forms.iter().filter(|form| form.sense.weak).map(|form| &*form.text).collect();
        for row in ["name", "capital"] {
            for [code, names, _] in table.rows(row) {
                for name in names.split("; ").filter(|name| !name.ends_with('?')) {
                    all += 1;
                    let right = |(_, country): &(String, String)| country == code;
                    if !found(language, name).first().is_some_and(right) && !weak.contains(name) {
                        missing.push(format!("{} {name} {code}", language.code()));
                    }
                }
            }
        }
    }
    assert!(all > 10_000, "{all}");
    assert!(missing.len() * 100 < all, "{} of {all}\n{}", missing.len(), missing.join("\n"));
}

fn check(code: &str, rows: &[(&str, &[(&str, &str)])]) {
    let language = Language::from_code(code).expect("a language");
    for (text, want) in rows {
        let want: Vec<_> = want.iter().map(|(s, c)| ((*s).to_owned(), (*c).to_owned())).collect();
        assert_eq!(found(language, text), want, "{code}: {text}");
    }
}

/// Seas and what is not one; adjectives, dashes and spellings that only one language has.
#[test]
fn seas_adjectives_and_spellings() {
    check(
        "es",
        &[
            ("Barcos del golfo de México y del mar de la China.", &[]),
            ("Islas del océano y las Maldivas.", &[("Maldivas", "MV")]),
        ],
    );
    check(
        "de",
        &[(
            "Die australischen und kanadischen Bauern trafen indonesische Händler.",
            &[("australischen", "AU"), ("kanadischen", "CA"), ("indonesische", "ID")],
        )],
    );
    check(
        "pt",
        &[(
            "O ministro americano falou com os latino-americanos do continente americano.",
            &[("americano", "US")],
        )],
    );
    check(
        "ru",
        &[
            ("Школа в Папуа — Новой Гвинее.", &[("Папуа — Новой Гвинее", "PG")]),
            ("Острова в океане и Мальдивы.", &[("Мальдивы", "MV")]),
        ],
    );
    check("ar", &[("وصلوا إلى المالديف", &[("المالديف", "MV")])]);
    check("hi", &[("वे काहिरा और युक्रेन गए", &[("काहिरा", "EG"), ("युक्रेन", "UA")])]);
}

/// Names, demonyms and capitals in their cases; what holds a name and is none.
#[test]
fn cases() {
    check(
        "es",
        &[
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
            ("Habló en inglés del mar de Irlanda y de América Latina.", &[]),
            ("Una novela en idioma ruso.", &[]),
            ("Papúa Nueva Guinea y Guinea", &[("Papúa Nueva Guinea", "PG"), ("Guinea", "GN")]),
            ("El actor Michael Jordan llegó a Jordania.", &[("Jordania", "JO")]),
        ],
    );
    check(
        "fr",
        &[
            (
                "Le président de la Chine est arrivé à Paris avec les ministres américains et une délégation afghane.",
                &[("Chine", "CN"), ("Paris", "FR"), ("américains", "US"), ("afghane", "AF")],
            ),
            ("Un livre en allemand sur la Colombie-Britannique.", &[]),
        ],
    );
    check(
        "de",
        &[
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
                "Er reiste durch Süditalien und Albaniens Norden.",
                &[("Süditalien", "IT"), ("Albaniens", "AL")],
            ),
            ("Das steht so im Englischen und auf Deutsch.", &[]),
        ],
    );
    check(
        "ru",
        &[
            (
                "Президент Китая прибыл в Россию, где встретился с американскими дипломатами и властями Афганистана.",
                &[
                    ("Китая", "CN"),
                    ("Россию", "RU"),
                    ("американскими", "US"),
                    ("Афганистана", "AF"),
                ],
            ),
            ("Он сам не знал того дохода, и палата мала.", &[]),
            ("Переговоры с Египтом и Южной Кореей", &[("Египтом", "EG"), ("Южной Кореей", "KR")]),
            ("Книга на русском языке о Латинской Америке", &[]),
        ],
    );
    check(
        "uk",
        &[("Вони мали розмову з Польщею та Україною.", &[("Польщею", "PL"), ("Україною", "UA")])],
    );
    check("pl", &[("Pojechał do Polski i Niemiec.", &[("Polski", "PL"), ("Niemiec", "DE")])]);
    check(
        "cs",
        &[("V Německu a ve Francii mluví česky.", &[("Německu", "DE"), ("Francii", "FR")])],
    );
    check(
        "fi",
        &[(
            "Suomessa ja Ruotsissa asuu ranskalaisia.",
            &[("Suomessa", "FI"), ("Ruotsissa", "SE"), ("ranskalaisia", "FR")],
        )],
    );
    check(
        "tr",
        &[(
            "Türkiye'de ve Almanya'nın başkenti Berlin'de",
            &[("Türkiye", "TR"), ("Almanya", "DE"), ("Berlin", "DE")],
        )],
    );
    check(
        "ar",
        &[
            (
                "وصل الرئيس إلى الصين وروسيا والولايات المتحدة مع الوفد الأفغاني",
                &[("الصين", "CN"), ("وروسيا", "RU"), ("والولايات المتحدة", "US"), ("الأفغاني", "AF")],
            ),
            ("السفير للولايات المتحدة", &[("للولايات المتحدة", "US")]),
        ],
    );
    check(
        "fa",
        &[(
            "رئیس جمهور ایران به چین و روسیه سفر کرد و در کابل گفت",
            &[("ایران", "IR"), ("چین", "CN"), ("روسیه", "RU"), ("کابل", "AF")],
        )],
    );
    check(
        "he",
        &[(
            "שר החוץ של צרפת ביקר ברוסיה ובמצרים",
            &[("צרפת", "FR"), ("ברוסיה", "RU"), ("ובמצרים", "EG")],
        )],
    );
    check(
        "zh",
        &[
            (
                "中国外交部长访问美国和阿富汗，在北京发表讲话。",
                &[("中国", "CN"), ("美国", "US"), ("阿富汗", "AF"), ("北京", "CN")],
            ),
            ("沿海地区的日本语学校", &[]),
            ("美國與臺灣", &[("美國", "US"), ("臺灣", "TW")]),
        ],
    );
    check("ja", &[("タイトルはタイと日本の話。日本語で", &[("タイ", "TH"), ("日本", "JP")])]);
    check(
        "ko",
        &[("중국과 미국의 영국인은 영어로", &[("중국", "CN"), ("미국", "US"), ("영국", "GB")])],
    );
    check("th", &[("กระทรวงมหาดไทยของไทยใช้ภาษาจีน", &[("ไทย", "TH")])]);
    check(
        "hi",
        &[("भारत और फ्रांस के फ्रांसीसी मंत्री", &[("भारत", "IN"), ("फ्रांस", "FR"), ("फ्रांसीसी", "FR")])],
    );
    check(
        "vi",
        &[(
            "Thủ tướng Nhật Bản đến Việt Nam, anh nói tiếng Anh.",
            &[("Nhật Bản", "JP"), ("Việt Nam", "VN")],
        )],
    );
    check(
        "sv",
        &[(
            "Sveriges regering talar på engelska med svenska ministrar.",
            &[("Sveriges", "SE"), ("svenska", "SE")],
        )],
    );
}
