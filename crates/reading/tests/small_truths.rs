//! Captions, bylines and dates of single lines, and pages in scripts of every kind.

use dateline_reading::{BlockKind, Finding, read};

const FIRST: &str = "The hall of Elin was full on Friday, when two hundred maps and globes were sold to buyers from nine countries.";
const LAST: &str = "The money goes to the school, which will buy a new roof and forty chairs with it in the summer.";

#[test]
fn sentences_that_are_no_captions() {
    for (line, want) in [
        ("A new study shows that exports to Ghana fell by a tenth last year.", BlockKind::Body),
        ("A poll of the town shows most people want a pool.", BlockKind::Body),
        ("A man who works at the harbour was paid for nine months.", BlockKind::Body),
        ("A bill to help growers will leave the banks without a pledge.", BlockKind::Body),
        ("A woman holds a globe in the hall of Elin on Friday.", BlockKind::Caption),
        ("Children walk past the closed gates of the harbour in Elin.", BlockKind::Caption),
    ] {
        let text = format!(
            "Old maps are sold in the hall\n\nBy Tove Larn\n12 June 2026\n\n{FIRST}\n\n{line}\n\n{LAST}\n"
        );
        let layout = read(&text);
        let block = layout.blocks.iter().find(|b| b.span.of(&text) == line).unwrap();
        assert_eq!(block.kind, want, "{line}: {}", block.reason);
    }
}

#[test]
fn dates_of_publication() {
    for (lines, want) in [
        ("12 June 2026", Some("2026-06-12")),
        ("Retrieved 12 June 2026", None),
        ("Printed on 12 June 2026", None),
        ("Gedruckt am 12. Juni 2026", None),
        ("Archived from the page on 12 June 2026", None),
        ("© 12 June 2026 Harbour Press", None),
        ("© 2026 Harbour Press", None),
        ("5/13/24, 6:32 PM Old maps are sold", None),
        ("Printed on 14 June 2026\nPublished 12 June 2026", Some("2026-06-12")),
        ("03/04/2026", Some("2026")),
        ("03/04/2026 6:32 PM", Some("2026-03-04T18:32")),
        ("03/04/2026\nUpdated 25/04/2026", Some("2026-04-03")),
        ("03/04/2026\nUpdated 04/25/2026", Some("2026-03-04")),
    ] {
        let text = format!("Old maps are sold in the hall\n\n{lines}\n\n{FIRST}\n\n{LAST}\n");
        let layout = read(&text);
        let published = layout.published;
        assert_eq!(published.as_ref().map(|p| &*p.iso), want, "{lines}: {published:?}");
    }
}

/// A date in another calendar is converted, and the evidence says from which.
#[test]
fn dates_of_other_calendars() {
    for (line, want, calendar) in [
        ("۲۴ اردیبهشت ۱۴۰۳", "2024-05-13", "the Iranian calendar"),
        ("5 ذو القعدة 1445 هـ", "2024-05-13", "tables of Umm al-Qura"),
        ("13 พฤษภาคม 2567", "2024-05-13", "the Buddhist era"),
        ("令和6年5月13日", "2024-05-13", "the era that is printed"),
        ("民國113年5月13日", "2024-05-13", "the era that is printed"),
    ] {
        let text = format!("Old maps are sold in the hall\n\n{line}\n\n{FIRST}\n\n{LAST}\n");
        let published = read(&text).published.expect(line);
        assert_eq!(published.iso, want, "{line}");
        assert_eq!(published.span.of(&text), line.trim_end_matches(" هـ"));
        assert!(published.evidence.contains(calendar), "{line}: {}", published.evidence);
    }
}

#[test]
fn pages_in_scripts_of_every_kind() {
    let cases = [
        (
            "ko",
            "항구의 겨울",
            "항구 관리소장은 화요일에 북쪽 부두가 봄까지 폐쇄된다고 밝혔다. 잠수부들이 기둥 세 개에서 균열을 발견했기 때문이다.",
            "섬에서 오는 배들은 지난주에 두 번째 기중기가 설치된 남쪽 부두에 닿게 된다고 그는 덧붙였다. 여객선은 한 시간 늦게 떠난다.",
        ),
        (
            "zh",
            "北港关闭",
            "港务局长星期二表示，由于潜水员在三根柱子上发现裂缝，北码头将关闭到春天，修理工作将在下个月开始。",
            "他补充说，来自各岛的船只将停靠在南码头，那里上周安装了第二台起重机，渡轮将比夏天晚一个小时开出。",
        ),
        (
            "ja",
            "北埠頭の閉鎖",
            "港長は火曜日、潜水士が三本の柱にひびを見つけたため、北の埠頭を春まで閉鎖すると発表した。修理は来月に始まる。",
            "島からの船は、先週二台目のクレーンが据えられた南の埠頭に着くことになると港長は付け加えた。フェリーは一時間遅れて出る。",
        ),
        (
            "th",
            "ท่าเรือปิดในฤดูหนาว",
            "นายท่ากล่าวเมื่อวันอังคารว่าท่าเรือด้านเหนือจะปิดจนถึงฤดูใบไม้ผลิ เพราะนักดำน้ำพบรอยร้าวในเสาสามต้น",
            "เรือจากเกาะต่างๆ จะเทียบท่าที่ท่าเรือด้านใต้ ซึ่งมีการติดตั้งปั้นจั่นตัวที่สองเมื่อสัปดาห์ที่แล้ว เขากล่าวเสริม",
        ),
    ];
    for (language, title, first, last) in cases {
        let menu = match language {
            "ko" => "홈\n뉴스\n스포츠\n날씨\n검색\n로그인",
            "zh" => "首页\n新闻\n体育\n天气\n搜索\n登录",
            "ja" => "ホーム\nニュース\nスポーツ\n天気\n検索\nログイン",
            _ => "หน้าแรก\nข่าว\nกีฬา\nอากาศ\nค้นหา\nเข้าสู่ระบบ",
        };
        let text = format!("{menu}\n\n{title}\n\n2024-05-13\n\n{first}\n\n{last}\n\n{menu}\n");
        let layout = read(&text);
        assert_eq!(layout.finding, Finding::Article, "{language}");
        assert_eq!(layout.title.map(|t| t.span.of(&text)), Some(title), "{language}");
        assert_eq!(layout.language, Some(language));
        for paragraph in [first, last] {
            let block = layout.blocks.iter().find(|b| b.span.of(&text) == paragraph).unwrap();
            assert!(
                matches!(block.kind, BlockKind::Body | BlockKind::Lead),
                "{language}: {}",
                block.reason
            );
        }
    }
}
