//! What people keep and post elsewhere: archives of social networks, notes, highlights, annotated
//! corpora. The texts are made up.

mod shared;

use expect_test::expect;
use shared::check;

#[test]
fn archives_of_social_networks() {
    check(
        "outbox.json",
        br#"{"type":"OrderedCollection","orderedItems":[
            {"id":"s/1","type":"Create","actor":"users/oda","published":"2024-05-13T09:00:00Z","object":{"id":"s/1",
             "type":"Note","url":"https://social.example/@oda/1","content":"<p>It rained in Peru &amp; Chile.</p>"}},
            {"id":"s/2","type":"Announce","actor":"users/oda","published":"2024-05-14T09:00:00Z","object":"https://social.example/@per/9"}]}"#,
        expect![[r#"
            outbox.json#s/1 (row)
              date: 2024-05-13T09:00, column "published"
              url: https://social.example/@oda/1
              text: It rained in Peru & Chile. (1)
              actor = ["users/oda"]
              type = ["Create"]
              note: markup taken out of the text
            skipped outbox.json#s/2: a repost, without a text of its own
        "#]],
    );
    check(
        "tweets.js",
        br#"window.YTD.tweets.part0 = [ { "tweet" : { "retweeted" : false, "source" : "<a href=\"x\">Web App</a>",
            "id_str" : "1789", "full_text" : "It rained in Peru &amp; Chile.",
            "created_at" : "Mon May 13 09:00:00 +0000 2024", "lang" : "en" } } ]"#,
        expect![[r#"
            tweets.js#1789 (row)
              date: 2024-05-13T09:00, column "created_at"
              language: en
              text: It rained in Peru & Chile. (1)
              retweeted = ["false"]
        "#]],
    );
    check(
        "reddit.json",
        br#"{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"title":"Rain","selftext":"It rained in Peru.",
            "author":"odalind","created_utc":1715590800.0,"subreddit":"peru","id":"1"}}]}}"#,
        expect![[r#"
            reddit.json#1 (row)
              title: Rain
              date: 2024-05-13, column "created_utc"
              source: peru
              byline: odalind
              text: It rained in Peru. (1)
              kind = ["t3"]
        "#]],
    );
}

#[test]
fn notes_and_highlights() {
    check(
        "obsidian.md",
        "---\ntitle: Rain\ndate: 2024-05-13\nauthor: \"[[Oda Lind]]\"\nsource: https://paper.example/rain\n---\n\
         It rained in [[Lima|the capital]] of [[Peru]] ==all day==. ^rain\n\n%%to check%%\n\n![[map.png]]\n\n\
         A third of it, 30%%, fell at night; a == b, c == d. See [[Weather#May]].\n"
            .as_bytes(),
        expect![[r#"
            obsidian.md (Markdown)
              title: Rain
              date: 2024-05-13, front matter: date
              byline: Oda Lind
              url: https://paper.example/rain
              text: It rained in the capital of Peru all day.⏎⏎A  … == b, c == d. See Weather#May. (2)
        "#]],
    );
    check(
        "readwise.csv",
        b"Highlight,Book Title,Book Author,Note,Color,Highlighted at\n\
          \"It rained in Peru, all day.\",Rain,Oda Lind,,yellow,2024-05-13 09:00:00+00:00\n",
        expect![[r#"
            readwise.csv#1 (row)
              title: Rain
              byline: Oda Lind
              text: It rained in Peru, all day. (1)
              Color = ["yellow"]
              Highlighted at = ["2024-05-13 09:00:00+00:00"]
        "#]],
    );
    check(
        "notes.enex",
        br#"<?xml version="1.0"?><en-export><note><title>Rain</title><created>20240513T090000Z</created>
            <note-attributes><author>Oda Lind</author><source-url>https://paper.example/rain</source-url></note-attributes>
            <content><![CDATA[<?xml version="1.0"?><en-note><div>It rained in Peru.</div><div>It dried.</div></en-note>]]></content>
            </note></en-export>"#,
        expect![[r#"
            notes.enex (XML)
              title: Rain
              byline: Oda Lind
              url: https://paper.example/rain
              text: It rained in Peru.⏎⏎It dried. (2)
              created = ["20240513T090000Z"]
              note: markup taken out of the text
        "#]],
    );
}

#[test]
fn columns_in_other_languages() {
    check(
        "zh.csv",
        "标题,作者,来源,发布时间,正文\n下雨,林某,湖报,2024年5月13日,秘鲁整天下雨。\n".as_bytes(),
        expect![[r#"
            zh.csv#1 (row)
              title: 下雨
              date: 2024-05-13, column "发布时间"
              source: 湖报
              byline: 林某
              text: 秘鲁整天下雨。 (1)
        "#]],
    );
    check(
        "ar.csv",
        "العنوان,الكاتب,المصدر,التاريخ,النص\nمطر,ليلى,البحيرة,13 أيار 2024,هطل المطر في بيرو.\n"
            .as_bytes(),
        expect![[r#"
            ar.csv#1 (row)
              title: مطر
              date: 2024-05-13, column "التاريخ"
              source: البحيرة
              byline: ليلى
              text: هطل المطر في بيرو. (1)
        "#]],
    );
    check(
        "de.csv",
        "Überschrift;Verfasser;Quelle;Erscheinungsdatum;Volltext\nRegen;Oda Lind;Seebote;13.05.2024;Es regnete in Peru.\n"
            .as_bytes(),
        expect![[r#"
            de.csv#1 (row)
              title: Regen
              date: 2024-05-13, column "Erscheinungsdatum"
              source: Seebote
              byline: Oda Lind
              text: Es regnete in Peru. (1)
        "#]],
    );
    check(
        "ninjs.json",
        br#"{"uri":"urn:1","versioncreated":"2024-05-13T09:00:00Z","byline":"Oda Lind","headline":"Rain",
            "body_html":"<p>It rained in Peru.</p><p>It dried.</p>","provider":"Lake Press","language":"en"}"#,
        expect![[r#"
            ninjs.json (row)
              title: Rain
              date: 2024-05-13T09:00, column "versioncreated"
              source: Lake Press
              byline: Oda Lind
              language: en
              text: It rained in Peru.⏎⏎It dried. (2)
              uri = ["urn:1"]
              note: markup taken out of the text
        "#]],
    );
}

#[test]
fn corpora_with_a_word_a_line() {
    check(
        "corpus.vrt",
        b"<corpus>\n<text id=\"a1\" title=\"Rain &amp; wind\" date=\"2024-05-13\" author=\"Oda Lind\">\n<p>\n<s>\n\
          It\tPP\nrained\tVVD\nin\tIN\nPeru\tNP\n<g/>\n.\tSENT\n</s>\n</p>\n<p>\nIt\tPP\ndried\tVVD\n<g/>\n.\t.\n</p>\n</text>\n\
          <text id='a2'>\nChile\tNP\nsays\tVVZ\nso\tRB\n<g/>\n.\tSENT\n</text>\n</corpus>\n",
        expect![[r#"
            corpus.vrt#a1 (row)
              title: Rain & wind
              date: 2024-05-13, column "date"
              byline: Oda Lind
              text: It rained in Peru.⏎⏎It dried. (2)
            corpus.vrt#a2 (row)
              text: Chile says so. (1)
        "#]],
    );
    check(
        "without_glue.vert",
        "<doc title=\"Rain\">\n1\tCD\nIt\nrained\n(\nagain\n)\n,\nsays\nPeru\n.\n</doc>\n"
            .as_bytes(),
        expect![[r#"
            without_glue.vert#1 (row)
              title: Rain
              text: 1 It rained (again), says Peru. (1)
        "#]],
    );
    check(
        "trees.conllu",
        b"# newdoc id = a1\n# sent_id = 1\n# text = It rained in Peru.\n1\tIt\tit\tPRON\t_\t_\t0\t_\t_\t_\n\n# newpar\n\
          1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\tde\t_\t_\t_\t_\t_\t_\t_\n2\tle\tle\t_\t_\t_\t_\t_\t_\t_\n\
          3\tChili\tChili\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n4\t.\t.\t_\t_\t_\t_\t_\t_\t_\n\n# newdoc id = a2\n1\tChile\t_\t_\t_\t_\t_\t_\t_\t_\n",
        expect![[r#"
            trees.conllu#a1 (row)
              text: It rained in Peru.⏎⏎du Chili. (2)
            trees.conllu#a2 (row)
              text: Chile (1)
        "#]],
    );
    check(
        "empty.vrt",
        b"<corpus>\n<text>\n</text>\n</corpus>\n",
        expect![[r#"
        skipped empty.vrt: no text in it: neither <text> or <doc> nor words in columns
    "#]],
    );
}
