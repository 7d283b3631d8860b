//! Which columns of a table, and which keys of a record, hold what an article is made of.

use crate::Columns;

pub(crate) const TEXT: &[&str] = &[
    "body",
    "text",
    "content",
    "article",
    "articletext",
    "articlebody",
    "fulltext",
    "maintext",
    "bodytext",
    "textbody",
    "plaintext",
    "cleantext",
    "contenttext",
    "story",
    "message",
    "texto",
    "texte",
    "testo",
    "volltext",
    "lauftext",
    "contenido",
    "contenu",
    "inhalt",
    "bodyhtml",
    "bodyplain",
    "bodyxhtml",
    "contenthtml",
    "articlecontent",
    "newscontent",
    "newstext",
    "rawtext",
    "extractedtext",
    "textcontent",
    "selftext",
    "highlight",
    "tekst",
    "teksti",
    "正文",
    "内容",
    "內容",
    "全文",
    "本文",
    "記事",
    "본문",
    "내용",
    "текст",
    "متن",
    "النص",
    "metin",
    "içerik",
    "cleanedtext",
    "articlefulltext",
    "articlebodytext",
    "documenttext",
    "documentbody",
    "doctext",
    "newsbody",
    "storybody",
    "storytext",
    "posttext",
    "postcontent",
    "pagecontent",
    "maincontent",
    "extractedcontent",
    "fullcontent",
    "fullarticle",
    "markdown",
    "transcript",
    "paragraphs",
    "contents",
];

/// Columns with the beginning or a summary of an article, where there is no text.
pub(crate) const ABSTRACT: &[&str] = &[
    "leadparagraph",
    "abstract",
    "abstractnote",
    "summary",
    "description",
    "openingtext",
    "snippet",
    "excerpt",
    "standfirst",
    "trailtext",
    "teaser",
    "lead",
    "hitsentence",
    "zusammenfassung",
    "résumé",
    "resumen",
    "sommario",
    "摘要",
];
pub(crate) const TITLE: &[&str] = &[
    "title",
    "headline",
    "head",
    "heading",
    "webtitle",
    "articletitle",
    "titel",
    "titre",
    "titulo",
    "título",
    "titolo",
    "überschrift",
    "documenttitle",
    "storytitle",
    "newstitle",
    "booktitle",
    "subject",
    "otsikko",
    "tytuł",
    "nagłówek",
    "заголовок",
    "название",
    "标题",
    "標題",
    "题名",
    "題名",
    "タイトル",
    "見出し",
    "제목",
    "عنوان",
    "العنوان",
    "başlık",
    "encabezado",
    "titular",
    "cabeçalho",
    "manchete",
    "newsheadline",
    "articleheadline",
    "headlinetext",
    "articlename",
    "pagetitle",
    "posttitle",
    "name",
];
pub(crate) const DATE: &[&str] = &[
    // Beside a day, the moment says more.
    "datetimepub",
    "datetime",
    "date",
    "published",
    "publishdate",
    "publisheddate",
    "publicationdate",
    "pubdate",
    "publishedat",
    "publishedon",
    "datepublished",
    "datepublish",
    "webpublicationdate",
    "firstpublished",
    "issued",
    "day",
    "datum",
    "fecha",
    "timestamp",
    "createdat",
    "publishtime",
    "publicationtime",
    "publishedtime",
    "pubtime",
    "publishdatetime",
    "publicationdatetime",
    "dateofpublication",
    "firstpublishdate",
    "versioncreated",
    "createdutc",
    "dateposted",
    "postedat",
    "fechadepublicación",
    "fechapublicación",
    "fechadepublicacion",
    "datapublicação",
    "datadepublicação",
    "datapubblicazione",
    "datadipubblicazione",
    "datepublication",
    "datedepublication",
    "datedeparution",
    "veröffentlichungsdatum",
    "erscheinungsdatum",
    "erschienen",
    "veröffentlicht",
    "päivämäärä",
    "дата",
    "датапубликации",
    "日期",
    "发布时间",
    "發布時間",
    "发布日期",
    "發布日期",
    "時間",
    "时间",
    "日付",
    "公開日",
    "掲載日",
    "날짜",
    "발행일",
    "تاريخ",
    "التاريخ",
    "تاریخ",
    "tarih",
    "newsdate",
    "articledate",
    "postdate",
    "posttime",
    "releasedate",
    "publisheddatetime",
    "articlepublishedtime",
    "issuedate",
    "dateofissue",
    "updated",
];
pub(crate) const SOURCE: &[&str] = &[
    "source",
    "sitename",
    "sourcehostname",
    "metasitename",
    "publication",
    "publicationtitle",
    "containertitle",
    "publisher",
    "outlet",
    "newspaper",
    "medium",
    "media",
    "medianame",
    "sourcename",
    "sourcedomain",
    "domainname",
    "hostname",
    "domain",
    "from",
    "quelle",
    "zeitung",
    "fuente",
    "fonte",
    "journal",
    "outletname",
    "newssource",
    "websitename",
    "sitetitle",
    "feedtitle",
    "feedname",
    "provider",
    "subreddit",
    "subredditname",
    "channel",
    "источник",
    "издание",
    "来源",
    "來源",
    "媒体",
    "媒體",
    "報紙",
    "報章",
    "ソース",
    "媒体名",
    "新聞",
    "출처",
    "언론사",
    "المصدر",
    "منبع",
    "kaynak",
    "gazete",
    "źródło",
    "lähde",
    "källa",
    "tidning",
    "krant",
    "periódico",
    "diario",
    "jornal",
    "giornale",
    "testata",
    "publicationname",
    "sourcetitle",
    "papername",
    "paper",
    "pubtitle",
    "pubname",
    "newspapername",
    "newspapertitle",
    "mediatitle",
    "mediaoutlet",
    "mediasource",
    "ogsitename",
    "website",
    "site",
    "origin",
];
pub(crate) const BYLINE: &[&str] = &[
    "byline",
    "author",
    "authors",
    "authorname",
    "creator",
    "writer",
    "publishedby",
    "autor",
    "auteur",
    "autore",
    "bookauthor",
    "bylines",
    "reporter",
    "journalist",
    "verfasser",
    "autoren",
    "autorin",
    "auteurs",
    "autores",
    "autori",
    "автор",
    "авторы",
    "作者",
    "记者",
    "記者",
    "著者",
    "執筆者",
    "기자",
    "저자",
    "글쓴이",
    "الكاتب",
    "نویسنده",
    "yazar",
    "kirjoittaja",
    "författare",
    "creators",
    "articleauthor",
    "articlebyline",
    "authornames",
    "writers",
    "reporters",
    "journalists",
    "columnist",
    "influencer",
    "contactname",
];
pub(crate) const URL: &[&str] = &[
    "url",
    "link",
    "permalink",
    "href",
    "weburl",
    "articleurl",
    "givenurl",
    "originalurl",
    "sourceurl",
    "storyurl",
    "newsurl",
    "documenturl",
    "pageurl",
    "canonicalurl",
    "webpageurl",
];
pub(crate) const LANGUAGE: &[&str] = &[
    "language", "lang", "sprache", "langue", "idioma", "lingua", "язык", "语言", "語言", "言語",
    "언어",
];
pub(crate) const SECTION: &[&str] = &[
    "section",
    "sectionname",
    "rubric",
    "rubrik",
    "ressort",
    "sectiontitle",
    "rubrique",
    "sezione",
    "sección",
    "editoria",
    "рубрика",
    "栏目",
    "欄目",
];
pub(crate) const ID: &[&str] = &[
    "id",
    "uid",
    "guid",
    "docid",
    "articleid",
    "key",
    "idstr",
    "tweetid",
    "statusid",
    "postid",
    "recordid",
    "documentid",
    "accessionnumber",
];

/// A row: names with their values.
pub(crate) type Row = Vec<(String, Vec<String>)>;

/// The place among `names` of the column that was named, or else has a usual name: of
/// several tables only some may have the named one.
pub(super) fn find<'a>(
    said: Option<&str>,
    usual: &[&str],
    names: impl Iterator<Item = &'a str> + Clone,
) -> Option<usize> {
    let said = said.and_then(|said| names.clone().position(|name| name == said));
    said.or_else(|| usual.iter().find_map(|u| names.clone().position(|name| plain(name) == *u)))
}

/// Small letters and digits only: `Publish_Date` is `publishdate`.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether one of these columns holds the text, or a summary of it.
///
/// # Errors
/// When none does, with what to do.
pub(crate) fn check(names: &[String], columns: &Columns) -> Result<(), String> {
    let text = columns.text.as_deref();
    let names_of = || names.iter().map(String::as_str);
    if find(text, TEXT, names_of()).or_else(|| find(None, ABSTRACT, names_of())).is_some() {
        return Ok(());
    }
    if names.is_empty() {
        return Err("no value in it; remove it or fill it".into());
    }
    if is_repost(names) {
        return Err("a repost, without a text of its own".into());
    }
    let listed = names.iter().take(12).map(|n| format!("{n:?}")).collect::<Vec<_>>().join(", ");
    let missing = match text {
        Some(text) => format!("no column {text:?}"),
        None => "no column with the text".into(),
    };
    Err(format!("{missing}; there are {listed}; say which in corpus.toml: [columns] text = \"…\""))
}

/// Whether a row has a text, and not just a summary of one.
pub(crate) fn has_text(row: &Row, columns: &Columns) -> bool {
    let names = row.iter().map(|(name, _)| name.as_str());
    find(columns.text.as_deref(), TEXT, names)
        .is_some_and(|at| row[at].1.iter().any(|value| !value.trim().is_empty()))
}

/// Whether a row has a title.
pub(crate) fn has_title(row: &Row, columns: &Columns) -> bool {
    let names = row.iter().map(|(name, _)| name.as_str());
    find(columns.title.as_deref(), TITLE, names).is_some()
}

/// Whether a column is one of dates.
pub(crate) fn is_date(name: &str, columns: &Columns) -> bool {
    match columns.date.as_deref() {
        Some(named) if named == name => true,
        _ => DATE.contains(&plain(name).as_str()),
    }
}

/// How many of these are usual names of columns, a text among them or not.
pub(crate) fn known(names: &[String]) -> usize {
    let lists = [TEXT, TITLE, DATE, SOURCE, BYLINE, URL, LANGUAGE, ID];
    names.iter().filter(|n| lists.iter().any(|list| list.contains(&plain(n).as_str()))).count()
}

/// What the row calls itself.
pub(crate) fn id(row: &Row, columns: &Columns) -> Option<String> {
    let at = find(columns.id.as_deref(), ID, row.iter().map(|(name, _)| name.as_str()))?;
    row[at].1.first().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty())
}

/// Whether these are the columns of an export of Zotero.
pub(super) fn is_bibliography(names: &[String]) -> bool {
    ["itemtype", "publicationtitle"].iter().all(|n| names.iter().any(|name| plain(name) == *n))
}

/// Whether these are the keys of an activity of Mastodon that names a post of others: one with a
/// post of its own has the keys of that.
fn is_repost(names: &[String]) -> bool {
    ["actor", "object"].iter().all(|key| names.iter().any(|name| name == key))
}

/// Whether a record is a message of an export of Telegram: pictures have no text.
pub(super) fn is_message(row: &Row) -> bool {
    let has = |name: &str| row.iter().any(|(known, _)| known == name);
    has("date_unixtime") && has("type")
}
