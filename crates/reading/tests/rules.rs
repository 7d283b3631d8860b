//! A small made-up case for each rule: the kind of every line, and what is named.

use dateline_reading::{Layout, TitleFrom, read};
use dateline_text::Span;

/// Two paragraphs that any page could hold.
const TEXT: &str = "The harbour master said on Tuesday that the northern pier is closed until the spring, since the \
divers of the port found cracks in three of its pillars and the insurers asked for repairs.\n\nThe boats of the islands \
will land at the southern pier, where a second crane was set up last week, he added, and the ferries will leave an hour \
later than they did in the summer.";

/// Two more of them.
const MORE: &str = "Fishermen from both shores had asked the council for years to mend the old pier, but the money went \
to the new market hall, which was opened by the mayor in front of a small crowd.\n\nNobody at the town hall would say \
how long the work on the pillars is going to take or who will pay for the loss of the winter season.";

/// The kinds of the lines that are not blank, by the letters below.
fn kinds(layout: &Layout) -> String {
    layout
        .blocks
        .iter()
        .map(|b| match b.kind.name() {
            "title" => 'T',
            "kicker" => 'K',
            "lead" | "body" => 'b',
            "heading" => 'h',
            "byline" => 'y',
            "dateline" => 'd',
            "source" => 's',
            "caption" => 'c',
            "quote" => 'q',
            "repeat" => 'r',
            "toc" => 't',
            _ => '.',
        })
        .collect()
}

#[test]
fn every_line_has_its_kind() {
    let text = |parts: &[&str]| parts.join("\n\n");
    let cases: Vec<(&str, String, &str)> = vec![
        ("plain", text(&["Northern pier closed for the winter", TEXT]), "Tbb"),
        (
            "byline and date",
            text(&["Northern pier closed for the winter", "By Ana Lopez\n3 May 2021", TEXT]),
            "Tydbb",
        ),
        ("section label", text(&["HARBOUR", "Northern pier closed for the winter", TEXT]), "KTbb"),
        (
            "a longer line leads to the headline",
            text(&[
                "The town prepares for a winter without its oldest landing place",
                "Pier closed until spring",
                TEXT,
            ]),
            "KTbb",
        ),
        (
            "source beside the date",
            text(&[
                "Northern pier closed for the winter",
                "Monday 3 May 2021\nThe Lighthouse\nAna Lopez",
                TEXT,
            ]),
            "Tdsybb",
        ),
        (
            "imprint",
            text(&["Issued by Kelp House - Oslo", "Northern pier closed for the winter", TEXT]),
            "sTbb",
        ),
        (
            "heading",
            text(&["Northern pier closed for the winter", TEXT, "Years of neglect", MORE]),
            "Tbbhbb",
        ),
        (
            "headline of another story",
            text(&[
                "Northern pier closed for the winter",
                TEXT,
                "‘We Have No Boats’: Island Ferries Plunge Into Chaos Again This Winter",
                MORE,
            ]),
            "Tbb.bb",
        ),
        (
            "credited caption",
            text(&[
                "Northern pier closed for the winter",
                "PHOTO/LIGHTHOUSE - The northern pier on Monday",
                TEXT,
                MORE,
            ]),
            "Tcbbbb",
        ),
        (
            "caption with places",
            text(&[
                "Northern pier closed for the winter",
                TEXT,
                "The mayor Jo Brandt (L), the master Ana Lopez (C) and Ib Holm (R)",
                MORE,
            ]),
            "Tbbcbb",
        ),
        (
            "caption that describes",
            text(&[
                "Northern pier closed for the winter",
                TEXT,
                "A fisherman in yellow oilskins looks for nets at a stall on the old quay in Oban.",
                MORE,
            ]),
            "Tbbcbb",
        ),
        (
            "doubled caption",
            text(&[
                "Northern pier closed for the winter",
                TEXT,
                "The northern pier before the storm\nThe northern pier before the storm",
                MORE,
            ]),
            "Tbbccbb",
        ),
        (
            "pull quote with a word dropped",
            text(&[
                "Northern pier closed for the winter",
                TEXT,
                MORE,
                "Fishermen from both shores had asked the council to mend the old pier",
                TEXT.split("\n\n").next().unwrap(),
            ]),
            "Tbbbbqr",
        ),
        (
            "paragraph again, nearly",
            text(&[
                "Northern pier closed for the winter",
                TEXT,
                MORE,
                &TEXT.split("\n\n").next().unwrap().replace("three", "four"),
            ]),
            "Tbbbbr",
        ),
        (
            "table of contents",
            text(&[
                "Northern pier closed for the winter",
                TEXT,
                "Contents",
                "  • Years of neglect\n  • Who pays",
                "Years of neglect",
                MORE,
                "Who pays",
                "The insurers will not say what they are ready to pay for, and the council has asked a lawyer from the city \
                 to read the contract that was signed in the year of the great flood.",
            ]),
            "Tbbttthbbhb",
        ),
        (
            "notices in another script and pleas at the end",
            text(&[
                "Northern pier closed for the winter",
                TEXT,
                MORE,
                "Subscribe to our newsletter",
                "Ваш браузер устарел и не показывает эту страницу.",
            ]),
            "Tbbbb..",
        ),
        (
            "menu above and below",
            text(&[
                "Home\nNews\nSport\nHarbour\nContact",
                "Northern pier closed for the winter",
                "By Ana Lopez\n3 May 2021",
                TEXT,
                MORE,
                "Share this\nFacebook\nTwitter",
                "Related stories",
                "Crane sold\nFerry late again",
                "© 2021 The Lighthouse. All rights reserved.",
            ]),
            ".....Tydbbbb.......",
        ),
        (
            "Spanish",
            text(&[
                "El muelle norte cierra todo el invierno",
                "Por Ana López\n3 de mayo de 2021",
                "El capitán del puerto dijo el martes que el muelle norte estará cerrado hasta la primavera, porque los buzos hallaron grietas en tres de sus pilares.",
                "Los barcos de las islas llegarán al muelle sur, donde se instaló una segunda grúa la semana pasada, según dijo el alcalde.",
            ]),
            "Tydbb",
        ),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(name, text, want)| {
            let layout = read(text);
            let got = kinds(&layout);
            let reasons: Vec<&str> = layout.blocks.iter().map(|b| b.reason.as_str()).collect();
            (got != *want).then(|| format!("{name}: {want} expected, {got} got: {reasons:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn dates_of_publication() {
    let page = |lines: &str| format!("Northern pier closed for the winter\n\n{lines}\n\n{TEXT}");
    let cases: &[(&str, Option<(&str, &str)>)] = &[
        ("", None),
        ("3 May 2021", Some(("3 May 2021", "2021-05-03"))),
        (
            "Published: 3 May 2021 at 9.05 a.m.",
            Some(("3 May 2021 at 9.05 a.m.", "2021-05-03T09:05")),
        ),
        ("Updated May 5, 2021. First published May 3, 2021", Some(("May 3, 2021", "2021-05-03"))),
        ("Last modified on 5 May 2021\nPosted on 3 May 2021", Some(("3 May 2021", "2021-05-03"))),
        ("Publicado el 3 de mayo de 2021", Some(("3 de mayo de 2021", "2021-05-03"))),
        (
            "Veröffentlicht am 3. Mai 2021, 18:32 Uhr",
            Some(("3. Mai 2021, 18:32", "2021-05-03T18:32")),
        ),
        ("Опубликовано 3 мая 2021", Some(("3 мая 2021", "2021-05-03"))),
        ("Yayınlanma: 3 Mayıs 2021", Some(("3 Mayıs 2021", "2021-05-03"))),
        ("04/03/2021 10:15 PM", Some(("04/03/2021 10:15 PM", "2021-04-03T22:15"))),
        ("04/03/2021", Some(("04/03/2021", "2021"))),
        ("25/03/2021", Some(("25/03/2021", "2021-03-25"))),
        ("Sunny, 14 degrees", None),
    ];
    for (lines, want) in cases {
        let text = page(lines);
        let published = read(&text).published;
        let got = published.as_ref().map(|p| (p.span.of(&text), p.iso.as_str()));
        assert_eq!(got, *want, "{lines}: {published:?}");
    }
}

#[test]
fn dates_that_the_text_speaks_of() {
    let page = |dateline: &str, sentence: &str| {
        format!("Northern pier closed for the winter\n\n{dateline}\n\n{sentence} {TEXT}")
    };
    type Case<'a> = (&'a str, &'a str, &'a [(&'a str, Option<&'a str>)]);
    let cases: &[Case<'_>] = &[
        ("3 May 2021", "On April 2 the divers came.", &[("April 2", Some("2021-04-02"))]),
        ("3 May 2021", "On 7 July the divers came.", &[("7 July", Some("2020-07-07"))]),
        ("", "On 7 July the divers came.", &[("7 July", None)]),
        (
            "3 May 2021",
            "Since 2016 and in January they came.",
            &[("2016", Some("2016")), ("January", Some("2021-01"))],
        ),
        (
            "",
            "In November 2019 they came, and on Nov. 25 and Feb. 3 again.",
            &[
                ("November 2019", Some("2019-11")),
                ("Nov. 25", Some("2019-11-25")),
                ("Feb. 3", Some("2019-02-03")),
            ],
        ),
        (
            "",
            "In August 2019 and on Feb. 3, 2020 they came.",
            &[("August 2019", Some("2019-08")), ("Feb. 3, 2020", Some("2020-02-03"))],
        ),
    ];
    for (dateline, sentence, want) in cases {
        let text = page(dateline, sentence);
        let got: Vec<(&str, Option<String>)> =
            read(&text).mentioned_dates.iter().map(|d| (d.span.of(&text), d.iso.clone())).collect();
        let want: Vec<(&str, Option<String>)> =
            want.iter().map(|(s, iso)| (*s, iso.map(str::to_owned))).collect();
        assert_eq!(got, want, "{sentence}");
    }
}

#[test]
fn titles() {
    let cases = [
        (
            "the first line",
            format!("Northern pier closed for the winter\n\n{TEXT}"),
            "Northern pier closed for the winter",
            TitleFrom::Headline,
        ),
        (
            "the title of the page, with the site",
            format!(
                "Northern pier closed for the winter | The Lighthouse\n\nHome\nNews\nTides\n\n{TEXT}\n\n{MORE}"
            ),
            "Northern pier closed for the winter",
            TitleFrom::Headline,
        ),
        (
            "the copy of the page's title above the text",
            format!(
                "Pier closed for winter - The Lighthouse\n\nHome\nNews\n\nPier closed for winter\n\nBy Ana Lopez\n\n{TEXT}\n\nPier closed for winter"
            ),
            "Pier closed for winter",
            TitleFrom::Headline,
        ),
        (
            "a question",
            format!("Who will pay for the northern pier?\n\n{TEXT}"),
            "Who will pay for the northern pier?",
            TitleFrom::Headline,
        ),
        (
            "none: the first sentence that stands alone, cut at a clause",
            TEXT.to_owned(),
            "The harbour master said on Tuesday that the northern pier is closed until the spring",
            TitleFrom::FirstSentence,
        ),
    ];
    for (name, text, want, from) in cases {
        let layout = read(&text);
        let got = layout.title.map(|t| (t.span.of(&text), t.from));
        assert_eq!(got, Some((want, from)), "{name}: {:?}", kinds(&layout));
    }
}

#[test]
fn languages() {
    let cases = [
        (TEXT, Some("en")),
        (
            "El capitán del puerto dijo el martes que el muelle norte está cerrado hasta la primavera, porque los buzos hallaron grietas.",
            Some("es"),
        ),
        (
            "Der Hafenmeister sagte am Dienstag, dass der Nordpier bis zum Frühling geschlossen ist, weil die Taucher Risse gefunden haben.",
            Some("de"),
        ),
        (
            "Начальник порта сказал во вторник, что северный причал закрыт до весны, так как водолазы нашли трещины.",
            Some("ru"),
        ),
        (
            "港の責任者は火曜日に、北の桟橋は春まで閉鎖されると述べた。潜水士が三本の柱にひびを見つけたためだ。",
            Some("ja"),
        ),
    ];
    for (text, want) in cases {
        assert_eq!(read(text).language, want, "{text}");
    }
}

#[test]
fn named_spans_lie_in_the_text() {
    let text = format!(
        "HARBOUR\n\nNorthern pier closed for the winter\n\nBy Ana Lopez\n3 May 2021\nThe Lighthouse\n\n{TEXT}"
    );
    let layout = read(&text);
    let of = |span: Option<Span>| span.map(|s| s.of(&text));
    assert_eq!(of(layout.kicker), Some("HARBOUR"));
    assert_eq!(of(layout.byline), Some("Ana Lopez"));
    assert_eq!(of(layout.source), Some("The Lighthouse"));
}
