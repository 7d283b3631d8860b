//! Exports of news databases as they are downloaded: with their covers, notices and labels,
//! as text and as pages. The articles are made up; the shapes are those of the databases.

mod shared;

use expect_test::expect;
use shared::check;

#[test]
fn lexisnexis_with_its_cover() {
    let text = "\u{feff}\nDownload Request: Selected Items: 1-2\nTime Of Request: Friday\n\nSend To:\n\
        A LIBRARY\n\nTerms: (copper) and DATE(>=2020-01-01)\n\nSource: Newspapers\nProject ID: None\n\n\n\
        \t\t1 of 2 DOCUMENTS\n\n\n     The Valley Courier\n\n     August 16, 2021 Monday\n\n\
        Copper mine opens in Peru\n\nBYLINE: A. Writer\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 20 words\n\n\
        The first lorries left the mine above Lima on\nMonday.\n\nThe road is to cost 40 million dollars.\n\n\
        LOAD-DATE: August 17, 2021\n\nLANGUAGE: ENGLISH\n\n     Copyright 2021 The Valley Courier\n\n\n\
        \t\t2 of 2 DOCUMENTS\n\n     Lake News\n\n     September 2, 2021 Thursday\n\nFerry returns\n\n\
        LENGTH: 9 words\n\nA ferry crossed the lake on Thursday.\n\n     Copyright 2021 Lake News\n\
        \x20    All Rights Reserved\n\n---- End of Request ----\n\nDownload Request: Selected Items: 1-2\n";
    check(
        "download.txt",
        text.as_bytes(),
        expect![[r#"
        download.txt#1 (LexisNexis export)
          title: Copper mine opens in Peru
          date: 2021-08-16, header of the LexisNexis export
          source: The Valley Courier
          byline: A. Writer
          language: en
          text: The first lorries left the mine above Lima on … is to cost 40 million dollars. (2)
          section = ["NEWS; Pg. 3"]
        download.txt#2 (LexisNexis export)
          title: Ferry returns
          date: 2021-09-02, header of the LexisNexis export
          source: Lake News
          text: A ferry crossed the lake on Thursday. (1)
    "#]],
    );
}

#[test]
fn nexis_uni_with_its_list() {
    let text = "User Name: = A Library\nDate and Time: = Friday, November 27, 2020 9:00:00 AM CET\n\
        Job Number: = 1\n\nDocuments (1)\n\n1. Copper mine opens in Peru\nClient/Matter: -None-\n\
        Search Terms: copper\n\n | About LexisNexis | Privacy Policy | Terms & Conditions | \
        Copyright © 2020 LexisNexis\n\nCopper mine opens in Peru\n\nThe Valley Courier\n\n\
        August 16, 2021 Monday\n\nCopyright 2021 The Valley Courier All Rights Reserved\n\n\
        Section: NEWS; Pg. 3\n\nLength: 20 words\n\nByline: A. Writer\n\nBody\n\n\
        The first lorries left the mine above Lima on Monday.\n\nPage 2 of 2\nCopper mine opens in Peru\n\n\
        The road is to cost 40 million dollars.\n\nLoad-Date: August 17, 2021\n\nEnd of Document\n\n\
        About LexisNexis\n";
    check(
        "nexis.txt",
        text.as_bytes(),
        expect![[r#"
        nexis.txt#1 (LexisNexis export)
          title: Copper mine opens in Peru
          date: 2021-08-16, header of the LexisNexis export
          source: The Valley Courier
          byline: A. Writer
          text: The first lorries left the mine above Lima on … is to cost 40 million dollars. (2)
          section = ["NEWS; Pg. 3"]
    "#]],
    );
}

#[test]
fn factiva_saved_as_text() {
    let long = "The first lorries left the new mine above Lima on Monday, and the people of the \
        valley watched them from the only bridge that crosses the river there.";
    let text = format!(
        "SE \nNews\nHD \nCopper mine opens in Peru \nBY \nBy A. Writer\nWC \n20 words\nPD \n16 August 2021\n\
         SN \nThe Valley Courier\nSC \nVALCOU\nLA \nEnglish\nCY \n(c) 2021 The Valley Courier. \nLP \n{long} \n\
         Most came from Bolivia. \nTD \nThe road is to cost 40 million dollars. \nRE \nfiji : Fiji\nAN \n\
         Document VALCOU0020210816eh8f0000a\n"
    );
    check(
        "indexed.txt",
        text.as_bytes(),
        expect![[r#"
        indexed.txt#1 (Factiva export)
          title: Copper mine opens in Peru
          date: 2021-08-16, header of the Factiva export
          source: The Valley Courier
          byline: A. Writer
          language: en
          text: The first lorries left the new mine above Lim … is to cost 40 million dollars. (3)
          section = ["News"]
    "#]],
    );
    let plain = "Copper mine opens in Peru\n\nBy A. Writer\n\n20 words\n\n16 August 2021\n\n08:30\n\n\
        The Valley Courier\n\nVALCOU\n\nEnglish\n\nCopyright 2021. The Valley Courier.\n\n\
        The first lorries left the mine above Lima on Monday.\n\nThe road is to cost 40 million dollars.\n\n\
        Document VALCOU0020210816eh8f0000a\n";
    check(
        "paragraphs.txt",
        plain.as_bytes(),
        expect![[r#"
        paragraphs.txt#1 (Factiva export)
          title: Copper mine opens in Peru
          date: 2021-08-16, header of the Factiva export
          source: The Valley Courier
          byline: A. Writer
          language: en
          text: The first lorries left the mine above Lima on … is to cost 40 million dollars. (2)
    "#]],
    );
}

#[test]
fn factiva_as_a_page() {
    let cell = |name: &str, value: &str| {
        format!("<tr><td class=\"index\"><b>{name}</b>&nbsp;</td><td>{value}</td></tr>")
    };
    let rows = [
        cell("HD", "<b class='enHeadline'>Copper mine opens in Peru</b>"),
        cell("BY", "By A. Writer"),
        cell("WC", "20 words"),
        cell("PD", "16 August 2021"),
        cell("SN", "The Valley Courier"),
        cell("LP", "<p class=\"articleParagraph\">The first lorries left the mine on Monday.</p>"),
        cell("TD", "<p class=\"articleParagraph\">The road is to cost 40 million dollars.</p>"),
        cell("RE", "fiji : Fiji"),
        cell("AN", "Document VALCOU0020210816eh8f0000a"),
    ];
    let page = format!(
        "<!DOCTYPE html><html><head><title>Factiva</title></head><body><div class=\"article\"><table>{}\
         </table></div></body></html>",
        rows.concat()
    );
    check(
        "factiva.html",
        page.as_bytes(),
        expect![[r#"
        factiva.html#1 (Factiva export)
          title: Copper mine opens in Peru
          date: 2021-08-16, header of the Factiva export
          source: The Valley Courier
          byline: A. Writer
          text: The first lorries left the mine on Monday.⏎⏎T … is to cost 40 million dollars. (2)
    "#]],
    );
}

#[test]
fn proquest() {
    let rule = "_".repeat(60);
    let text = format!(
        "{rule}\n\nReport Information from ProQuest\n\nNovember 27 2020 10:00\n\n{rule}\n\nTable of contents\n\n\
         1. Copper mine opens in Peru\n\n{rule}\n\nDocument 1 of 2\n\nCopper mine opens in Peru\n\n\
         Author: Writer, A.\n\nPublication info: The Valley Courier ; Lima [Lima]16 Aug 2021: A.3.\n\n\
         Abstract: A mine.\n\nFull text: The first lorries left the mine above Lima on Monday.\n\n\
         The road is to cost 40 million dollars.\n\nSubject: Copper\n\nLocation: Fiji\n\n\
         ProQuest document ID: 1\n\n{rule}\n\nDocument 2 of 2\n\nFerry returns\n\nPublication title: Lake News\n\n\
         Publication date: Sep 2, 2021\n\nAbstract: A ferry crossed the lake.\n\nFull text: Not available\n\n\
         Source type: Newspapers\n\n{rule}\n\nContact ProQuest\n"
    );
    check(
        "proquest.txt",
        text.as_bytes(),
        expect![[r#"
        proquest.txt#1 (ProQuest export)
          title: Copper mine opens in Peru
          date: 2021-08-16, header of the ProQuest export
          source: The Valley Courier
          byline: A. Writer
          text: The first lorries left the mine above Lima on … is to cost 40 million dollars. (2)
        proquest.txt#2 (ProQuest export)
          title: Ferry returns
          date: 2021-09-02, header of the ProQuest export
          source: Lake News
          text: A ferry crossed the lake. (1)
          note: an abstract: the export does not hold the whole article
    "#]],
    );
}

#[test]
fn europresse() {
    let page = "<!DOCTYPE html><html><body><article><header><div><span class=\"DocPublicationName\">\
        The Valley Courier </span></div><div><span class=\"DocHeader\">Mines, lundi 16 août 2021, p. 3</span>\
        </div><div class=\"titreArticle\"><p class=\"titreArticleVisu\">Copper mine opens in Peru</p></div>\
        <div>A. Writer</div></header><section><div class=\"DocText\"><div class=\"docOcurrContainer\">\
        <p>The first lorries left the <mark>mine</mark> on Monday.</p><p>The road is to cost 40 million \
        dollars.</p></div></div></section><footer><small>© 2021. Tous droits réservés.</small>\
        <p>Certificat émis à Université de Fidji</p></footer></article></body></html>";
    check(
        "europresse.html",
        page.as_bytes(),
        expect![[r#"
        europresse.html#1 (Europresse export)
          title: Copper mine opens in Peru
          date: 2021-08-16, header of the Europresse export
          source: The Valley Courier
          byline: A. Writer
          text: The first lorries left the mine on Monday.⏎⏎T … is to cost 40 million dollars. (2)
          section = ["Mines"]
    "#]],
    );
}
