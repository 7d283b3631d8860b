//! Rich Text Format, as Word, LibreOffice, pandoc, Apple's TextEdit and news databases write it.

use crate::article::{Article, Reading};
use crate::format::{Format, Reader};
use crate::office::paragraphs::{self, Paragraph, Paragraphs, Properties};
use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::HashMap;

/// RTF.
pub(crate) static FORMAT: Format = Format {
    name: "RTF",
    label: "RTF",
    endings: &["rtf"],
    magic: &[b"{\\rtf"],
    reader: Reader::Whole(|file| article(file.name, file.bytes).map(Reading::from)),
    ..Format::BASE
};

/// How deep groups may stand in each other.
const MAX_DEPTH: usize = 2000;

/// The article of a document. Rich Text Format Specification 1.9.1 (Microsoft, 2008).
///
/// # Errors
/// When it is damaged, or holds no text.
fn article(name: &str, bytes: &[u8]) -> Result<Article, String> {
    let read = read(bytes)?;
    let article = paragraphs::article(name, "RTF", &read.paragraphs, &read.said)?;
    Ok(read.notes.into_iter().fold(article, |article, note| article.noting(Some(note))))
}

/// The text of a document, a paragraph a line.
///
/// # Errors
/// When groups stand too deep in each other.
pub(crate) fn text(bytes: &[u8]) -> Result<String, String> {
    let read = read(bytes)?;
    let texts: Vec<String> = read.paragraphs.into_iter().map(|paragraph| paragraph.text).collect();
    Ok(texts.join("\n\n"))
}

/// What was read of a document.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) paragraphs: Vec<Paragraph>,
    said: Properties,
    notes: Vec<String>,
}

/// Reads a document to its end, or to where it is cut off.
///
/// # Errors
/// When groups stand too deep in each other.
pub(crate) fn read(bytes: &[u8]) -> Result<Read, String> {
    let mut parser = Parser::new(bytes);
    parser.run()?;
    Ok(parser.finish())
}

/// What the text of a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Text of the document.
    Text,
    /// No text: pictures, styles, headers, what this reader does not know.
    None,
    /// A shape: no text but in its box.
    Shape,
    /// The table of fonts; of styles.
    Fonts,
    Styles,
    /// Properties of the document.
    Info,
    Title,
    Author,
    /// A property that the author entered: its name, its value.
    Name,
    Value,
}

/// The state of a group, which ends with it.
#[derive(Clone, Copy, Debug)]
struct Group {
    role: Role,
    /// How many characters stand behind a `\u` for programs that do not know it.
    substitute: usize,
    encoding: &'static Encoding,
    is_hidden: bool,
    is_deleted: bool,
    /// Whether it is the inside of a text box.
    is_box: bool,
    /// Whether it is one of the two forms of `\upr`.
    is_choice: bool,
    /// The role of the group around `\upr`.
    chosen: Role,
    in_row: bool,
}

/// One step through the bytes.
enum Token<'a> {
    Open,
    Close,
    Word(&'a str, Option<i32>),
    Symbol(u8),
    /// A byte given by its number.
    Hex(u8),
    Byte(u8),
}

struct Parser<'a> {
    bytes: &'a [u8],
    at: usize,
    groups: Vec<Group>,
    group: Group,
    is_utf8: bool,
    page: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    font: i32,
    first_font: Option<i32>,
    styles: HashMap<i32, String>,
    style: i32,
    /// The style of the paragraph.
    current: i32,
    /// Bytes that wait for their encoding: a character may have two.
    raw: Vec<u8>,
    /// Half of a character beyond the first 65,536.
    half: Option<u32>,
    /// How many characters still stand for the `\u` before them.
    left_out: usize,
    /// Whether the next word may be that of a group which may be left out.
    is_optional: bool,
    document: Paragraphs,
    said: Properties,
    property: String,
    footnotes: usize,
    unknown_pages: bool,
}

impl<'a> Parser<'a> {
    fn new(bytes: &'a [u8]) -> Parser<'a> {
        let group = Group {
            role: Role::Text,
            substitute: 1,
            encoding: WINDOWS_1252,
            is_hidden: false,
            is_deleted: false,
            is_box: false,
            is_choice: false,
            chosen: Role::Text,
            in_row: false,
        };
        Parser {
            bytes,
            at: 0,
            groups: Vec::new(),
            group,
            is_utf8: !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok(),
            page: WINDOWS_1252,
            fonts: HashMap::new(),
            font: 0,
            first_font: None,
            styles: HashMap::new(),
            style: 0,
            current: 0,
            raw: Vec::new(),
            half: None,
            left_out: 0,
            is_optional: false,
            document: Paragraphs::default(),
            said: Properties::default(),
            property: String::new(),
            footnotes: 0,
            unknown_pages: false,
        }
    }

    fn run(&mut self) -> Result<(), String> {
        while let Some(token) = self.next() {
            match token {
                Token::Open => {
                    self.flush();
                    self.left_out = 0;
                    if self.groups.len() >= MAX_DEPTH {
                        return Err("damaged: groups too deep in each other; save it again".into());
                    }
                    self.groups.push(self.group);
                    self.group.is_box = false;
                    self.group.is_choice = false;
                }
                Token::Close => {
                    self.flush();
                    self.left_out = 0;
                    let ended = self.group;
                    let Some(around) = self.groups.pop() else { break };
                    if ended.is_box {
                        self.document.end_box();
                    }
                    self.group = around;
                    if self.groups.is_empty() {
                        break;
                    }
                }
                Token::Hex(byte) => self.byte(byte),
                Token::Byte(b'\r' | b'\n') => {}
                Token::Byte(byte) => self.byte(byte),
                Token::Symbol(symbol) => self.symbol(symbol),
                Token::Word(word, number) => {
                    let optional = std::mem::take(&mut self.is_optional);
                    if self.left_out > 0 && word != "bin" {
                        self.left_out -= 1;
                    } else {
                        self.word(word, number, optional);
                    }
                }
            }
        }
        Ok(())
    }

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.bytes;
        let byte = *bytes.get(self.at)?;
        self.at += 1;
        match byte {
            b'{' => return Some(Token::Open),
            b'}' => return Some(Token::Close),
            b'\\' => {}
            other => return Some(Token::Byte(other)),
        }
        let start = self.at;
        let letters = bytes[start..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        if letters == 0 {
            let symbol = *bytes.get(start)?;
            self.at += 1;
            if symbol == b'\'' {
                let digits = bytes.get(self.at..self.at + 2)?;
                let value =
                    std::str::from_utf8(digits).ok().and_then(|d| u8::from_str_radix(d, 16).ok());
                return Some(match value {
                    Some(value) => {
                        self.at += 2;
                        Token::Hex(value)
                    }
                    None => Token::Symbol(b'\''),
                });
            }
            return Some(Token::Symbol(symbol));
        }
        let word = std::str::from_utf8(&bytes[start..start + letters]).unwrap_or("");
        self.at += letters;
        let sign = usize::from(bytes.get(self.at) == Some(&b'-'));
        let digits = bytes[self.at + sign..].iter().take_while(|b| b.is_ascii_digit()).count();
        let number = (digits > 0).then(|| {
            let text = std::str::from_utf8(&bytes[self.at..self.at + sign + digits]).unwrap_or("");
            self.at += sign + digits;
            text.parse().unwrap_or(0)
        });
        if bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        Some(Token::Word(word, number))
    }

    fn byte(&mut self, byte: u8) {
        self.is_optional = false;
        if self.left_out > 0 {
            self.left_out -= 1;
        } else {
            self.raw.push(byte);
        }
    }

    /// Decodes the bytes that wait.
    fn flush(&mut self) {
        if self.raw.is_empty() {
            return;
        }
        let raw = std::mem::take(&mut self.raw);
        let encoding = if self.is_utf8 { encoding_rs::UTF_8 } else { self.group.encoding };
        let text = encoding.decode_without_bom_handling(&raw).0.into_owned();
        self.text(&text);
        self.raw = raw;
        self.raw.clear();
    }

    fn text(&mut self, text: &str) {
        if self.group.is_hidden || self.group.is_deleted {
            return;
        }
        match self.group.role {
            Role::Text => self.document.push(text),
            Role::Title => self.said.title.push_str(text),
            Role::Author => self.said.author.push_str(text),
            Role::Name => self.property.push_str(text),
            Role::Value if self.property.trim().eq_ignore_ascii_case("date") => {
                self.said.date.push_str(text);
            }
            Role::Styles => {
                let name = self.styles.entry(self.style).or_default();
                name.push_str(text.trim_end_matches(';'));
            }
            _ => {}
        }
    }

    fn symbol(&mut self, symbol: u8) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        match symbol {
            b'*' => self.is_optional = true,
            b'\\' | b'{' | b'}' => self.raw.push(symbol),
            b'~' => self.put('\u{a0}'),
            b'_' => self.put('\u{2011}'),
            b'\r' | b'\n' => self.paragraph(),
            // The place of a hyphen that no line shows.
            _ => {}
        }
    }

    fn put(&mut self, character: char) {
        self.flush();
        self.text(character.encode_utf8(&mut [0; 4]));
    }

    fn paragraph(&mut self) {
        self.flush();
        if self.group.role != Role::Text {
            return;
        }
        if self.document.is_in_row() && !self.group.in_row {
            self.document.end_row();
        }
        self.document.style(self.styles.get(&self.current).map_or("", String::as_str));
        self.document.end();
    }

    /// One control word.
    fn word(&mut self, word: &'a str, number: Option<i32>, is_optional: bool) {
        if word != "u" {
            self.flush();
            self.half = None;
        }
        let on = number != Some(0);
        match word {
            "bin" => {
                let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
                self.at = self.at.saturating_add(length).min(self.bytes.len());
            }
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.group.substitute = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            "ansicpg" => self.set_page(number.unwrap_or(0)),
            "mac" => self.set_encoding(encoding_rs::MACINTOSH),
            "deff" => self.first_font = number,
            "f" if self.group.role == Role::Fonts => self.font = number.unwrap_or(0),
            "fcharset" if self.group.role == Role::Fonts => {
                if let Some(encoding) = of_charset(number.unwrap_or(0)) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            "cpg" if self.group.role == Role::Fonts => {
                if let Some(encoding) = of_page(number.unwrap_or(0)) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            "f" => {
                let font = number.unwrap_or(0);
                self.group.encoding = self.fonts.get(&font).copied().unwrap_or(self.page);
            }
            "plain" => {
                self.group.is_hidden = false;
                let first = self.first_font.and_then(|font| self.fonts.get(&font));
                self.group.encoding = first.copied().unwrap_or(self.page);
            }
            "v" => self.group.is_hidden = on,
            "deleted" => self.group.is_deleted = on,
            "s" if self.group.role == Role::Styles => self.style = number.unwrap_or(0),
            "s" => self.current = number.unwrap_or(0),
            "pard" => {
                self.current = 0;
                self.group.in_row = false;
            }
            "upr" => {
                self.group.chosen = self.group.role;
                self.group.role = Role::None;
                self.group.is_choice = true;
            }
            "ud" if self.groups.last().is_some_and(|around| around.is_choice) => {
                self.group.role = self.group.chosen;
            }
            _ => self.place(word, is_optional),
        }
    }

    /// A control word that says what a group holds, or where in the text something stands.
    fn place(&mut self, word: &str, is_optional: bool) {
        let role = self.group.role;
        match word {
            "fonttbl" => self.group.role = Role::Fonts,
            "stylesheet" => self.group.role = Role::Styles,
            "info" | "userprops" => self.group.role = Role::Info,
            "title" if role == Role::Info => self.group.role = Role::Title,
            "author" if role == Role::Info => self.group.role = Role::Author,
            "propname" if role == Role::Info => {
                self.property.clear();
                self.group.role = Role::Name;
            }
            "staticval" if role == Role::Info => self.group.role = Role::Value,
            "shp" | "shpinst" | "do" if role == Role::Text => self.group.role = Role::Shape,
            "shptxt" | "dptxbxtext" if role == Role::Shape => {
                self.group.role = Role::Text;
                self.group.is_box = true;
                self.document.begin_box();
            }
            "shpinst" if role == Role::Shape => {}
            "footnote" if role == Role::Text => {
                self.footnotes += 1;
                self.group.role = Role::None;
            }
            _ if is_optional || NO_TEXT.contains(&word) => self.group.role = Role::None,
            _ if role == Role::Text => self.in_text(word),
            _ => {}
        }
    }

    fn in_text(&mut self, word: &str) {
        if let Some((_, character)) = CHARACTERS.iter().find(|(known, _)| *known == word) {
            self.text(character);
            return;
        }
        match word {
            "par" | "page" | "sect" | "column" => self.paragraph(),
            "intbl" | "trowd" => {
                self.group.in_row = true;
                if !self.document.is_in_row() {
                    self.document.begin_row();
                }
            }
            "cell" | "nestcell" => self.document.end_cell(),
            "row" | "nestrow" => self.document.end_row(),
            _ => {}
        }
    }

    /// A character by its number, which is that of half a character beyond the first 65,536;
    /// numbers above 32,767 are written as negative ones.
    fn unicode(&mut self, number: i32) {
        self.flush();
        self.left_out = self.group.substitute;
        let code = u32::try_from(if number < 0 { number + 65_536 } else { number }).unwrap_or(0);
        match (code, self.half.take()) {
            (0xD800..=0xDBFF, _) => self.half = Some(code),
            (0xDC00..=0xDFFF, Some(high)) => {
                let both = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00);
                self.put(char::from_u32(both).unwrap_or('\u{fffd}'));
            }
            // Symbol fonts put their characters into a private area.
            (0xF020..=0xF0FF, _) => self.put(' '),
            _ => self.put(char::from_u32(code).unwrap_or('\u{fffd}')),
        }
    }

    fn set_page(&mut self, page: i32) {
        match of_page(page) {
            Some(encoding) => self.set_encoding(encoding),
            None => self.unknown_pages |= page != 0,
        }
    }

    fn set_encoding(&mut self, encoding: &'static Encoding) {
        self.page = encoding;
        self.group.encoding = encoding;
    }

    fn finish(mut self) -> Read {
        self.flush();
        let mut notes = Vec::new();
        if !self.groups.is_empty() {
            notes.push("cut off: it ends within a group; its end may be missing".to_owned());
        }
        if self.footnotes > 0 {
            notes.push(format!("footnotes left out: {}", self.footnotes));
        }
        if self.unknown_pages {
            notes.push("letters beyond ASCII may be wrong: its code page is not known".to_owned());
        }
        self.paragraph();
        Read { paragraphs: self.document.finish(), said: self.said, notes }
    }
}

/// Groups without text of the document, besides those that say so themselves with `\*`.
const NO_TEXT: [&str; 31] = [
    "pict",
    "colortbl",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "fldinst",
    "objdata",
    "nonshppict",
    "shprslt",
    "xe",
    "tc",
    "tcn",
    "rxe",
    "bkmkstart",
    "bkmkend",
    "pntext",
    "listtext",
    "annotation",
    "listtable",
    "listoverridetable",
    "revtbl",
    "filetbl",
    "template",
    "operator",
    "datafield",
    "atnid",
];

const CHARACTERS: [(&str, &str); 15] = [
    ("tab", "\t"),
    ("line", "\n"),
    ("lquote", "‘"),
    ("rquote", "’"),
    ("ldblquote", "“"),
    ("rdblquote", "”"),
    ("bullet", "•"),
    ("endash", "–"),
    ("emdash", "—"),
    ("emspace", " "),
    ("enspace", " "),
    ("qmspace", " "),
    ("zwj", "\u{200d}"),
    ("zwnj", "\u{200c}"),
    ("softline", " "),
];

/// The encoding of a number of a code page.
fn of_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        65001 => "utf-8".to_owned(),
        10000 => "macintosh".to_owned(),
        10007 => "x-mac-cyrillic".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        866 => "ibm866".to_owned(),
        874 => "windows-874".to_owned(),
        20866 => "koi8-r".to_owned(),
        28591..=28606 => format!("iso-8859-{}", page - 28590),
        _ => format!("windows-{page}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font's character set; none for those of the document and of symbols.
fn of_charset(charset: i32) -> Option<&'static Encoding> {
    let page = match charset {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    of_page(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_as_it_stands() {
        let cases: [(&str, &str, &[&str]); 27] = [
            ("paragraphs", r"one\par two\par", &["one", "two"]),
            ("a backslash at the end of a line", "one\\\ntwo", &["one", "two"]),
            ("line ends are no text", "on\r\ne", &["one"]),
            ("code page", r"\ansicpg1251 \'cf\'e5\'f0\'f3", &["Перу"]),
            (
                "code page of a font",
                r"{\fonttbl{\f0 A;}{\f1\fcharset238 B;}}\f1 \'9a\f0 \'e9",
                &["šé"],
            ),
            ("characters of two bytes", r"\ansicpg932 \'93\'8c\'8b\'9e", &["東京"]),
            ("a second byte as a letter", r"\ansicpg932 \'83A", &["ア"]),
            ("substitute by number", r"caf\u233\'e9 now", &["café now"]),
            ("substitute as a bare letter", r"it\u8217's", &["it’s"]),
            ("no substitute", r"{\uc0 it\u8217 s}", &["it’s"]),
            ("two substitutes", r"\uc2 \u26481\'93\'8c now", &["東 now"]),
            ("its number ends with the group", r"{\uc0 a}\u233?b", &["aéb"]),
            ("a group ends the substitutes", r"{\uc3\u233 e}now", &["énow"]),
            ("halves of an emoji", r"\u-10179?\u-8704?!", &["😀!"]),
            ("halves as positive numbers", r"\u55357 ?\u56832 ?!", &["😀!"]),
            ("unknown groups", r"a{\*\newthing no}{\*\bkmkstart x}b", &["ab"]),
            ("pictures", r"a{\pict\wmetafile8 0a0b}{\pict\bin4 }}}}}b", &["ab"]),
            ("fields", r#"{\field{\*\fldinst HYPERLINK "x"}{\fldrslt here}}"#, &["here"]),
            ("headers and footers", r"{\header no}{\footerr no}yes", &["yes"]),
            ("hidden", r"yes{\v no}\v no\v0  and", &["yes and"]),
            ("deleted", r"yes{\deleted no}", &["yes"]),
            ("symbols", r"\{a\}\~b\_c\-d\\", &["{a}\u{a0}b\u{2011}cd\\"]),
            ("words for characters", r"\ldblquote a\rdblquote\emdash b", &["“a”—b"]),
            ("a table", r"\trowd\intbl Peru\cell 7\cell\row\pard after\par", &["Peru\t7", "after"]),
            (
                "a text box",
                r"It {\shp{\*\shpinst{\sp{\sn no}}{\shptxt \pard box\par}}{\shprslt no}}rained.\par",
                &["It rained.", "box"],
            ),
            ("two forms of a text", r"{\upr{no}{\*\ud{yes}}}", &["yes"]),
            ("comments", r"a{\*\atnid x}{\annotation no}b", &["ab"]),
        ];
        for (what, body, want) in cases {
            let document = format!("{{\\rtf1\\ansi {body}}}");
            let read = read(document.as_bytes()).expect("groups");
            let got: Vec<&str> = read.paragraphs.iter().map(|p| p.text.as_str()).collect();
            assert_eq!(got, want, "{what}");
            assert_eq!(read.notes, [""; 0], "{what}");
        }
    }

    #[test]
    fn what_is_missing_is_told() {
        let cases = [
            (r"{\rtf1 It rained", "cut off: it ends within a group; its end may be missing"),
            (r"{\rtf1 It rained.{\footnote Or not.}}", "footnotes left out: 1"),
            (
                r"{\rtf1\ansicpg437 a}",
                "letters beyond ASCII may be wrong: its code page is not known",
            ),
        ];
        for (document, want) in cases {
            assert_eq!(read(document.as_bytes()).expect("groups").notes, [want], "{document}");
        }
        let deep = "{".repeat(MAX_DEPTH + 2);
        assert!(read(format!("{{\\rtf1 {deep}").as_bytes()).is_err());
    }

    #[test]
    fn properties() {
        let document = r"{\rtf1{\info{\title Rain}{\author A. Writer}{\creatim\yr2026}}{\*\userprops{\propname date}\proptype30{\staticval 2024-06-02}}}";
        let said = read(document.as_bytes()).expect("groups").said;
        assert_eq!((said.title.as_str(), said.author.as_str()), ("Rain", "A. Writer"));
        assert_eq!(said.date, "2024-06-02");
    }
}
