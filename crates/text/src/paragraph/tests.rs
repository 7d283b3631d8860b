//! Cases of texts with lines broken at a fixed width.

use super::paragraphs;
use std::fmt::Write;

fn of(text: &str) -> Vec<&str> {
    paragraphs(text).iter().map(|p| p.span.of(text)).collect()
}

/// Breaks `text` at `width` characters: at spaces, and after hyphens if asked to.
fn wrap(text: &str, width: usize, first: &str) -> String {
    let mut out = first.to_owned();
    let mut column = first.chars().count();
    for (at, word) in text.split(' ').enumerate() {
        let length = word.chars().count();
        if at > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if at > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

const PROSE: [&str; 4] = [
    "The harbour master told the council of the old town on Monday that ships of New Zealand would come in late May, and that the port was still too small for all the timber that was to be unloaded there.",
    "He was thanked by the divers, who had worked all winter for the United Arab Emirates and had come home on a ship of Sri Lanka with a cargo of tea.",
    "Nobody else spoke.",
    "The council votes on the new pier in June. Its bonds, which banks of Costa Rica and of El Salvador bought, are to be paid back within ten years, the clerk said on Tuesday.",
];

#[test]
fn wrapped_paragraphs_are_found_at_every_width() {
    for width in 50..=110 {
        for (name, first, between) in
            [("blank lines", "", "\n\n"), ("indentation", "    ", "\n"), ("one space", " ", "\n")]
        {
            let wrapped = PROSE.map(|paragraph| wrap(paragraph, width, first));
            let text = wrapped.join(between);
            let want: Vec<&str> = wrapped.iter().map(|p| p.trim_start()).collect();
            assert_eq!(of(&text), want, "{name}, {width} columns");
            let other = text.replace('\n', "\r\n");
            assert_eq!(of(&other).len(), want.len(), "{name}, {width} columns, CR LF");
        }
    }
}

#[test]
fn paragraphs_between_other_lines() {
    let wrapped = PROSE.map(|paragraph| wrap(paragraph, 68, ""));
    let head = ["Ships in May for the harbour", "By Tove Larn", "5 March 2024"];
    let list = [
        "12 eggs from the farm at the bridge",
        "2 pounds of flour of the old mill",
        "1 box of tea",
        "a little salt and a little patience",
    ];
    let table =
        ["Elin        3   1   2    7", "Marn        2   2   2    6", "Tolm        0   5   1    1"];
    let verse = [
        "The harbour sleeps, the cranes stand still,",
        "a lamp goes on above the mill,",
        "and someone counts the boats again",
        "that came from Cuba in the rain.",
    ];
    let address = ["Harbour Office of Elin", "Room 12, second floor", "Old Quay 4", "4820 Elin"];
    let items = [
        "- a crane for the northern pier, which was closed for the whole of",
        "  the winter",
        "- two ferries",
        "1. a lamp",
        "2. a rope",
    ];
    let stars = ["* * *"];
    for (name, lines) in [
        ("list", &list[..]),
        ("table", &table),
        ("verse", &verse),
        ("address", &address),
        ("stars", &stars),
    ] {
        let text = [&head.join("\n"), &wrapped[0], &lines.join("\n"), &wrapped[1], &wrapped[3]]
            .map(String::as_str)
            .join("\n\n");
        let mut want: Vec<&str> = head.to_vec();
        want.push(&wrapped[0]);
        want.extend(lines);
        want.extend([&*wrapped[1], &*wrapped[3]]);
        assert_eq!(of(&text), want, "{name}");
    }
    let text = [&*wrapped[0], &items.join("\n"), &wrapped[1]].join("\n\n");
    let first = items[..2].join("\n");
    assert_eq!(
        of(&text),
        [&*wrapped[0], &first, items[2], items[3], items[4], &wrapped[1]],
        "items"
    );
}

#[test]
fn lines_that_stand_for_themselves() {
    let cases: &[(&str, &str)] = &[
        ("nothing", ""),
        ("a menu", "Home\nWorld\nSport\nWeather\nSubscribe to the newsletter\nLog in"),
        (
            "paragraphs of one line",
            "The town opened its new pool on Monday, a week before the holidays begin.\nThe water is heated by panels that came from Austria on nine lorries in spring.\nChildren swim for nothing, and so do those who come on foot in the first week.\nThe old pool will be filled with earth and planted with trees in the autumn.",
        ),
        (
            "headlines",
            "Minister resigns after the vote on the harbour\nStorm hits the coast and leaves thousands in the dark\nFerry company asks for higher fares from next year\nCouncil puts off its vote on the northern pier again",
        ),
        ("tags", "iran\nnuclear talks\nvienna\nsanctions and their effects\noil"),
        (
            "verse without stops",
            "the water comes and goes\nand nobody who lives here knows\nwhere all the boats have gone\nthe ones that left at dawn",
        ),
        (
            "a price list",
            "3.6GHz/8GB/512GB $1,649.00 $50\n3.2GHz/8GB/512GB $1,899.00 $100\n3.2GHz/16GB/1TB $2,799.00 $150",
        ),
        ("an Arabic menu", "الرئيسية\nأخبار العالم\nرياضة وشباب\nاتصل بنا"),
        (
            "Japanese titles",
            "「あずきバー」事件\nフランクミュラーとフランク三浦\n商標の判決シリーズ第三回\n検索",
        ),
    ];
    for (name, text) in cases {
        assert_eq!(of(text), text.lines().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn other_ways_of_breaking_lines() {
    // As `fmt` and proportional type do: lines end before they are full.
    let ragged = "The harbour master told the council of the old town on Monday\nthat ships of New Zealand would come in late May, and that the port\nwas still too small for all of the timber that was to be\nunloaded there by the men of the northern pier and by those\nof the southern one, who had worked there for the whole winter\nand were tired.";
    assert_eq!(of(&format!("{ragged}\n\nHe was thanked.")), [ragged, "He was thanked."]);
    let hyphens = "The new pier of the port is to be ready in the spring, as the govern-\nment of Guinea-\nBissau said in a statement that was read to the council of the town.";
    assert_eq!(of(hyphens).len(), 2, "a line that is not full ends a paragraph");
    let hanging = "Larn, T. A history of the harbour of Elin and of its ships from the\n    first crane to the last one. Elin, 1987.\nOde, K. The divers of the port, their wives and their songs in the\n    years of the great storms. Marn, 2001.";
    assert_eq!(of(hanging).len(), 2);
    let quoted = "The minister's words were read to the council and put down by its clerk on\nthe same day, as the law of the town asks for since the days of the old port:\n\n    We have no ships, and those that\n    we had were sold to men of whom\n    we know nothing, so that we ask\n    the town for patience.\n\nNobody answered, and the council went home before it was dark, as it does on\nevery day of the winter.";
    assert_eq!(of(quoted).len(), 3, "{:#?}", of(quoted));
    let dense = "昨日、港は閉鎖されたと市長が発表した。船は来月まで南の埠頭に着く予定だが、詳しい日程はまだ決まっていない。";
    let mut text = String::new();
    for (at, c) in dense.chars().cycle().take(200).enumerate() {
        let _ = write!(text, "{}{c}", if at > 0 && at % 40 == 0 { "\n" } else { "" });
    }
    assert_eq!(of(&text), [&*text], "a script without spaces");
    let arabic = "افتتح ميناء المدينة يوم الاثنين بعد عامين من العمل، وقالت الوزارة إن السفن من مصر والمغرب ستصل في الصيف، وقال رئيس البلدية إن الأسعار لن ترتفع هذا العام، وأضاف أن العمال سيعودون إلى أعمالهم قبل نهاية الشهر القادم.";
    let text = wrap(arabic, 60, "");
    assert_eq!(of(&text), [&*text], "a script without capitals");
}
