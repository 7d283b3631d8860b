//! Cues: words and phrases of one to three words that tell what a line is for.
//! One table for every language, looked up by hash; written down for this crate.

use crate::page::function_words::FUNCTION_WORDS;
use crate::word::{hash, join};
use std::ops::{BitOr, BitOrAssign};
use std::sync::OnceLock;

/// A set of cues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cues(u32);

impl Cues {
    pub(crate) const NAVIGATION: Self = Self(1);
    pub(crate) const SHARE: Self = Self(1 << 1);
    pub(crate) const SUBSCRIBE: Self = Self(1 << 2);
    pub(crate) const LEGAL: Self = Self(1 << 3);
    pub(crate) const RELATED: Self = Self(1 << 4);
    pub(crate) const COMMENT: Self = Self(1 << 5);
    pub(crate) const AD: Self = Self(1 << 6);
    pub(crate) const LOGIN: Self = Self(1 << 7);
    pub(crate) const PHOTO: Self = Self(1 << 8);
    pub(crate) const BROWSER: Self = Self(1 << 9);
    pub(crate) const CONTENTS: Self = Self(1 << 10);
    pub(crate) const BY: Self = Self(1 << 11);
    pub(crate) const POSTED: Self = Self(1 << 12);
    pub(crate) const UPDATED: Self = Self(1 << 13);
    pub(crate) const TAGS: Self = Self(1 << 14);
    pub(crate) const NEWS_VERB: Self = Self(1 << 15);
    pub(crate) const SECTION: Self = Self(1 << 16);
    pub(crate) const OUTLET: Self = Self(1 << 17);
    pub(crate) const LANGUAGE: Self = Self(1 << 18);
    pub(crate) const TICKER: Self = Self(1 << 19);
    pub(crate) const ISSUED: Self = Self(1 << 20);
    pub(crate) const MONTH: Self = Self(1 << 21);
    pub(crate) const AUTHOR_LINE: Self = Self(1 << 22);
    pub(crate) const AGO: Self = Self(1 << 23);
    pub(crate) const ERROR: Self = Self(1 << 24);
    pub(crate) const READ_TIME: Self = Self(1 << 25);
    /// The day on which a page was saved, printed or read.
    pub(crate) const SAVED: Self = Self(1 << 26);

    /// Cues that speak for furniture wherever they stand.
    pub(crate) const FURNITURE: Self = Self(
        1 | 1 << 1
            | 1 << 2
            | 1 << 3
            | 1 << 4
            | 1 << 5
            | 1 << 6
            | 1 << 7
            | 1 << 9
            | 1 << 14
            | 1 << 18
            | 1 << 19
            | 1 << 24,
    );

    /// Whether the two sets share a cue.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the set is empty.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Cues {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Cues {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The phrases of each cue, separated by `;`.
const PHRASES: &[(Cues, &str)] = &[
    (
        Cues::NAVIGATION,
        "voltar;volver;retour;zurück zur übersicht;zurück zur startseite;indietro;geri;вернуться;go back;go to top;back to;return to;back to home;scroll to top;to top;all rights;view comments;slideshow;gallery;view gallery;full screen;play;pause;mute;unmute;loading;close modal;advanced search;my profile;live tv;watch live;listen live;on air;weather;traffic;tv schedule;contests;events;calendar;e edition;edition;digital edition;print edition;public notices;\
         home;menu;search;search for;skip to content;skip to main;skip to article;skip navigation;main menu;\
         contact;contact us;about;about us;sitemap;site map;site index;help;faq;faqs;careers;jobs;\
         advertise;advertise with us;press;media kit;sections;all sections;more sections;navigation;\
         open menu;close;close menu;toggle navigation;toggle menu;back to top;top;previous;next;\
         next article;previous article;next story;previous story;next post;previous post;older;newer;\
         older posts;newer posts;view all;see all;show more;load more;show all;view more;learn more;find out more;\
         archives;archive;rss;rss feed;rss feeds;feedback;customer service;classifieds;obituaries;\
         horoscopes;crossword;crosswords;coupons;shop;shopping;store;stores;videos;photos;galleries;podcasts;\
         newsletters;apps;mobile apps;accessibility;accessibility links;corrections;click here;click to;\
         inicio;contacto;buscar;menú;quiénes somos;mapa del sitio;ir al contenido;saltar al contenido;siguiente;anterior;\
         accueil;rechercher;recherche;plan du site;nous contacter;aller au contenu;suivant;précédent;\
         startseite;suche;kontakt;zum inhalt;zum inhalt springen;nach oben;weiter;zurück;zurück zur;über uns;\
         início;página inicial;buscar no;fale conosco;quem somos;pular para o;ouvidoria;mapa do site;próximo;\
         contatti;cerca;chi siamo;vai al contenuto;\
         главная;поиск;поиск по;контакты;о нас;о проекте;перейти к;карта сайта;меню;назад;вперёд;реклама на сайте;\
         ana sayfa;anasayfa;iletişim;hakkımızda;künye;arama;ara;menü;\
         beranda;tentang kami;hubungi kami;cari;zoeken;szukaj;strona główna;sök;\
         الرئيسية;اتصل بنا;من نحن;بحث;خانه;درباره ما;تماس با ما;جستجو",
    ),
    (
        Cues::SHARE,
        "share;share this;share on;share via;share this article;share this story;share with;shares;tweet;tweet this;\
         facebook;twitter;instagram;pinterest;linkedin;whatsapp;telegram;flipboard;reddit;tumblr;youtube;snapchat;\
         messenger;google plus;email;email this;e mail;print;print this;copy link;copy;save;bookmark;pocket;\
         follow us;follow on;follow us on;like us;like us on;click to share;pin it;stumbleupon;\
         compartir;compartir en;síguenos;imprimir;enviar;compartilhar;compartilhe;siga;siga nos;\
         partager;partagez;suivez nous;imprimer;envoyer;teilen;folgen;folgen sie;drucken;weiterleiten;\
         condividi;condividi su;seguici;stampa;invia;\
         поделиться;поделитесь;подписывайтесь;подпишитесь;вконтакте;одноклассники;распечатать;\
         paylaş;tweetle;takip et;bizi takip;yazdır;bagikan;ikuti;delen;udostępnij;dela;\
         شارك;مشاركة;تابعنا;اشتراک;اشتراک گذاری;シェア;ツイート;はてな;分享",
    ),
    (
        Cues::SUBSCRIBE,
        "get our newsletter;get the newsletter;sign me up;subscribe for;subscribe via;receive our;receive the;get daily;get breaking;in your inbox;enter your email;your email here;thank you for;thanks for signing;thanks for subscribing;follow by email;morning briefing;our newsletters;our newsletter;news updates;stay up to;stay informed;support our;support independent;become a subscriber;manage subscription;gift subscription;\
         subscribe;subscribe now;subscribe to;subscribe today;subscription;subscriptions;newsletter;sign up;\
         sign up for;signup;your inbox;to your inbox;your email;email address;e mail address;enter your email;\
         get the latest;breaking news alerts;news alerts;daily digest;weekly digest;mailing list;free trial;\
         start your free;unsubscribe;donate;donate now;support us;become a member;membership;join now;\
         suscríbete;suscribirse;suscripción;boletín;donar;abonnez vous;abonnement;infolettre;faire un don;\
         abonnieren;abo;jetzt abonnieren;spenden;assine;assinar;inscreva se;boletim;iscriviti;abbonati;\
         подписаться;подписка;рассылка;пожертвовать;поддержать;abone ol;abonelik;bülten;berlangganan;langganan;\
         abonneer;nieuwsbrief;subskrybuj;prenumerera;اشترك;النشرة البريدية;خبرنامه",
    ),
    (
        Cues::LEGAL,
        "copyright;all rights reserved;rights reserved;privacy;privacy policy;privacy notice;cookie;cookies;\
         cookie policy;use cookies;terms;terms of use;terms of service;terms and conditions;conditions of use;\
         legal;legal notice;disclaimer;do not sell;your ad choices;adchoices;ad choices;imprint;impressum;\
         may not be;not be reproduced;redistributed;powered by;designed by;gdpr;ccpa;license;licensing;\
         derechos reservados;todos los derechos;política de privacidad;aviso legal;términos;condiciones de uso;\
         tous droits réservés;mentions légales;politique de confidentialité;conditions générales;\
         alle rechte vorbehalten;datenschutz;datenschutzerklärung;agb;nutzungsbedingungen;\
         todos os direitos;direitos reservados;política de privacidade;termos de uso;\
         tutti i diritti;diritti riservati;informativa sulla privacy;note legali;\
         все права защищены;права защищены;политика конфиденциальности;пользовательское соглашение;\
         tüm hakları saklıdır;hakları saklıdır;gizlilik politikası;çerez;kullanım koşulları;\
         kebijakan privasi;alle rechten voorbehouden;wszelkie prawa;\
         جميع الحقوق محفوظة;سياسة الخصوصية;プライバシーポリシー;版权所有",
    ),
    (
        Cues::RELATED,
        "você pode gostar;você também pode;también te puede;te puede gustar;vous aimerez aussi;auch lesenswert;passend dazu;potrebbe piacerti;вам может понравиться;вас может;bunlar da ilginizi;you may have;you might;more stories by;more by;more from our;also see;also read;what s next;around the site;from our partners;our picks;top picks;hot topics;top posts;on the web;elsewhere on;best of;latest headlines;more headlines;headlines;other news;story so far;daily highlights;buzz;trending topics;also in;next in;in the news;today s top;today s headlines;related roundup;related forum;related tags;view related;read these;explore more;discover more;artículos relacionados;notas relacionadas;te recomendamos;temas relacionados;posts relacionados;postagens relacionadas;matérias relacionadas;related questions;\
         related;related articles;related stories;related posts;related content;related news;related coverage;\
         related topics;related links;related video;related videos;related reading;\
         read more;read more on;read also;also read;read next;up next;see also;more from;more on;more stories;more news;\
         more in;more articles;more like this;most read;most popular;most viewed;most shared;most commented;most recent;\
         popular;popular posts;popular stories;popular now;popular on;trending;trending now;trending on;trending stories;\
         recommended;recommended for you;recommended stories;you may like;you may also;you might also;you might like;\
         also on;around the web;from the web;from around the;editors picks;editor s picks;editor s pick;latest;latest news;latest stories;\
         latest posts;latest from;latest articles;latest videos;recent posts;recent stories;recent articles;recent news;recent comments;\
         top stories;top news;top videos;what to read;don t miss;in case you;must read;featured;featured stories;\
         featured articles;other stories;watch more;watch now;watch next;now watching;in this section;next up;in other news;\
         keep reading;continue reading;read full;full story;read full story;read the full;click here to;stories you may;\
         más leídas;lo más leído;lo más visto;noticias relacionadas;te puede interesar;leer más;lee también;ver más;más noticias;\
         últimas noticias;lire aussi;à lire aussi;lire la suite;les plus lus;articles liés;articles similaires;voir aussi;sur le même sujet;\
         mehr zum thema;lesen sie auch;auch interessant;weitere artikel;meistgelesen;weiterlesen;mehr lesen;das könnte sie;\
         leia mais;leia também;mais lidas;veja também;notícias relacionadas;saiba mais;últimas notícias;\
         leggi anche;leggi tutto;articoli correlati;potrebbe interessarti;più letti;ultime notizie;\
         читайте также;читать далее;читать также;смотрите также;похожие статьи;по теме;популярное;новости по теме;другие новости;материалы по теме;\
         ilgili haberler;benzer haberler;çok okunanlar;devamını oku;son dakika;ayrıca oku;diğer haberler;\
         baca juga;berita terkait;terpopuler;artikel terkait;selengkapnya;lees ook;lees meer;meest gelezen;\
         czytaj także;czytaj też;czytaj więcej;zobacz także;läs mer;läs också;\
         اقرأ أيضا;اقرأ المزيد;مواضيع ذات صلة;أخبار ذات صلة;مطالب مرتبط;بیشتر بخوانید;関連記事;関連リンク;人気記事;相关阅读;相关新闻",
    ),
    (
        Cues::COMMENT,
        "permalink;said on;commented;comment policy;view all comments;all comments;read comments;see comments;be the first;load comments;show all comments;see all comments;share your thoughts;have your say;your comment;submit comment;comments section;top rated comments;what do you think;write a comment;to post a;join the debate;your email address will;required fields are;notify me of;sei der erste;schreibe einen kommentar;hinterlasse einen;escreva um comentário;inserisci un commento;ваш комментарий;написать комментарий;войдите чтобы;yorum yaz;faça um comentário;seja o primeiro;sé el primero;\
         comment;comments;no comments;view comments;show comments;post a comment;add a comment;leave a comment;leave a reply;\
         leave comment;reply;replies;cancel reply;join the conversation;join the discussion;log in to comment;comments are closed;\
         responses;thoughts on;pingback;trackback;report abuse;report comment;upvote;newest first;oldest first;sort by;says;\
         comentarios;comentar;deja un comentario;responder;commentaires;commenter;laisser un commentaire;répondre;\
         kommentare;kommentar;kommentieren;antworten;kommentar schreiben;comentários;deixe um comentário;\
         commenti;commenta;lascia un commento;rispondi;комментарии;комментарий;комментариев;добавить комментарий;оставить комментарий;ответить;\
         yorumlar;yorum yap;yorum;komentar;tinggalkan balasan;balas;reacties;reageer;komentarze;dodaj komentarz;kommentarer;\
         تعليقات;التعليقات;أضف تعليق;نظرات;コメント;コメントを残す;评论",
    ),
    (
        Cues::AD,
        "patrocinado por;スポンサー;sponsor;our sponsors;article continues below;story continues;advertisement continue;advertisement story;affiliate commission;may earn;earn a commission;receive a commission;may get a;\
         ad;ads;advertisement;advertisements;advertising;sponsored;sponsored by;sponsored content;sponsored links;promoted;\
         promoted content;paid content;paid post;partner content;story continues below;continue reading below;continues below advertisement;\
         scroll to continue;scroll down to;skip ad;affiliate;affiliate links;taboola;outbrain;deals;best deals;buy now;shop now;\
         publicidad;anuncio;anuncios;patrocinado;publicité;sponsorisé;anzeige;anzeigen;werbung;gesponsert;publicidade;patrocinados;\
         pubblicità;sponsorizzato;реклама;спецпроект;reklam;sponsorlu;iklan;advertentie;reklama;annons;إعلان;تبلیغات;広告;広告募集;推荐",
    ),
    (
        Cues::LOGIN,
        "log in;login;sign in;signin;log out;logout;sign out;register;register now;create account;create an account;my account;\
         your account;password;forgot password;forgot your password;username;remember me;already a member;already a subscriber;\
         iniciar sesión;regístrate;contraseña;se connecter;connexion;mot de passe;créer un compte;anmelden;einloggen;registrieren;\
         passwort;entrar;cadastre se;senha;accedi;registrati;войти;вход;регистрация;пароль;giriş;giriş yap;üye ol;kayıt ol;şifre;\
         masuk;daftar;inloggen;zaloguj;logga in;تسجيل الدخول;ورود;ログイン;登录",
    ),
    (
        Cues::PHOTO,
        "photo;photos;photograph;photographer;photography;photo by;photo credit;photo courtesy;picture;pictured;image;image credit;image credits;\
         image source;image via;images;getty;getty images;afp;reuters;ap photo;shutterstock;istock;alamy;epa;file photo;file image;file picture;\
         screenshot;screengrab;courtesy;courtesy of;credit;credits;illustration;handout;via getty images;provided by;shown;seen;poses;pose;looks on;\
         stands;watches;view gallery;enlarge;enlarge image;close modal;caption;zoom;\
         foto;fotos;fotografía;imagen;crédito;archivo;cortesía;photographie;crédit;crédit photo;illustration;légende;bild;bilder;\
         quelle;fotografia;imagem;divulgação;reprodução;arquivo;immagine;фото;фотография;снимок;fotoğraf;gambar;zdjęcie;fot;صورة;عکس;写真;图片;摄",
    ),
    (
        Cues::BROWSER,
        "browser;your browser;javascript;enable javascript;adobe flash;flash player;internet explorer;chrome;google chrome;firefox;safari;\
         mozilla;ad blocker;ad block;adblock;not support;does not support;no longer supported;video player;\
         navegador;navigateur;ihren browser;браузер;браузера;браузеров;устарел;tarayıcı;tarayıcınız;مرورگر;المتصفح;ブラウザ;浏览器",
    ),
    (
        Cues::CONTENTS,
        "content;contents;table of contents;on this page;in this article;in this story;jump to;índice;contenido;tabla de contenidos;\
         sommaire;table des matières;au sommaire;inhalt;inhaltsverzeichnis;sumário;conteúdo;indice;sommario;содержание;оглавление;\
         içindekiler;daftar isi;inhoud;spis treści;innehåll;المحتويات;فهرست;فهرست مطالب;目次;目录",
    ),
    (
        Cues::BY,
        "by;por;par;von;di;da;de;автор;текст;yazan;oleh;door;przez;av;بقلم;کاتب;نویسنده;written by;reported by;reporting by;story by;\
         words by;posted by;published by;submitted by;author;authors;escrito por;publicado por;autor;autora;redacción;rédigé par;écrit par;\
         publié par;auteur;geschrieben von;veröffentlicht von;autoren;redação;scritto da;pubblicato da;autore;автор статьи;haber;yazar;muhabir;\
         penulis;editor;文;作者;记者",
    ),
    (
        Cues::POSTED,
        "published;posted;posted on;published on;posted at;published at;first published;originally published;publication date;date published;\
         publicado;publicado el;publicada;fecha;publié;publié le;mis en ligne;veröffentlicht;veröffentlicht am;erstellt;erschienen;\
         publicado em;postado em;pubblicato;pubblicato il;опубликовано;дата публикации;дата;yayınlanma;yayın tarihi;yayınlanma tarihi;\
         diterbitkan;dipublikasikan;gepubliceerd;opublikowano;data publikacji;publicerad;publicerat;نشر;تاريخ النشر;تاریخ انتشار;公開日;投稿日;发布时间;发布;date",
    ),
    (
        Cues::SAVED,
        "printed on;printed from;printed by;date printed;print date;retrieved;retrieved on;accessed;accessed on;last accessed;\
         downloaded;downloaded on;downloaded from;saved on;saved from;archived on;archived from;captured on;\
         captured at;exported on;generated on;converted on;created with;gedruckt am;abgerufen am;abgerufen;gespeichert am;\
         heruntergeladen am;imprimé le;consulté le;téléchargé le;enregistré le;impreso el;consultado el;descargado el;\
         guardado el;acessado em;impresso em;baixado em;stampato il;scaricato il;consultato il;распечатано;дата обращения;\
         скачано;сохранено;afgedrukt op;geraadpleegd op;gedownload op;yazdırma tarihi;erişim tarihi",
    ),
    (
        Cues::UPDATED,
        "updated;last updated;updated on;updated at;last modified;modified;last update;edited;actualizado;actualizada;última actualización;\
         mis à jour;mise à jour;modifié;modifié le;aktualisiert;zuletzt aktualisiert;stand;geändert;atualizado;atualizado em;atualizada;\
         aggiornato;aggiornato il;ultimo aggiornamento;обновлено;изменено;güncelleme;güncellendi;son güncelleme;diperbarui;bijgewerkt;aktualizacja;\
         uppdaterad;تحديث;آخر تحديث;به روز رسانی;更新日;更新;最終更新日",
    ),
    (
        Cues::TAGS,
        "assuntos relacionados;temas;tagi;related topics;in this story;mentioned in this;more about;more on this;filed under;topic;see more on;explore;hashtags;labels;label;etichette;tagged in;marcadores;in topic;posted under;stichworte;schlagwort;\
         tags;tag;tagged;tagged with;filed under;filed to;topics;topics in this;categories;category;categorized;in categories;keywords;posted in;\
         etiquetas;temas;categorías;categoría;mots clés;étiquettes;catégories;schlagworte;schlagwörter;themen;kategorien;kategorie;kategori;\
         assuntos;tópicos;categorias;categoria;categorie;argomenti;теги;метки;рубрика;рубрики;категория;etiketler;konular;tagi;\
         الوسوم;كلمات مفتاحية;برچسب ها;برچسب;タグ;カテゴリー;标签",
    ),
    (
        Cues::NEWS_VERB,
        "said;says;told;added;announced;reported;according to;according;stated;claimed;warned;confirmed;noted;explained;argued;believes;\
         killed;wrote;tweeted;is;was;has;have;had;will;would;been;were;are;\
         dijo;según;afirmó;señaló;explicó;aseguró;anunció;a déclaré;selon;affirmé;annoncé;expliqué;sagte;laut;erklärte;teilte;\
         disse;segundo;afirmou;explicou;anunciou;ha detto;secondo;dichiarato;сказал;сообщил;сообщила;заявил;заявила;по словам;отметил;рассказал;\
         dedi;söyledi;belirtti;açıkladı;göre;kata;ujar;mengatakan;menurut;zei;volgens;powiedział;säger;enligt;قال;وقال;أضاف;وأضاف;صرح;گفت",
    ),
    (
        Cues::SECTION,
        "news;world;politics;business;opinion;opinions;analysis;sports;sport;technology;tech;science;health;culture;arts;entertainment;lifestyle;\
         travel;education;economy;environment;climate;investigations;investigation;analytics;reports;report;features;feature;interview;interviews;\
         editorial;editorials;commentary;comment and analysis;exclusive;breaking;breaking news;local;national;international;europe;asia;africa;\
         americas;middle east;explainer;long reads;fact check;review;reviews;video;finance;markets;money;society;history;security;defence;defense;\
         economía;política;deportes;mundo;internacional;cultura;sociedad;opinión;tecnología;ciencia;salud;noticias;reportaje;entrevista;\
         économie;politique;sports;monde;société;actualités;actualité;tribune;culture;santé;enquête;analyse;\
         wirtschaft;politik;kultur;wissenschaft;gesellschaft;nachrichten;meinung;interview;ausland;inland;panorama;\
         economia;esportes;sociedade;opinião;notícias;esteri;cronaca;società;sport;\
         политика;экономика;общество;культура;спорт;наука;мир;новости;мнение;мнения;аналитика;расследования;репортажи;интервью;происшествия;\
         siyaset;ekonomi;spor;dünya;kültür;gündem;sağlık;teknoloji;haberler;سياسة;اقتصاد;رياضة;ثقافة;العالم;سیاسی;اقتصادی;فرهنگی;国际;政治;経済;社会",
    ),
    (
        Cues::OUTLET,
        "times;post;news;press;agency;journal;tribune;herald;gazette;guardian;observer;chronicle;magazine;daily;weekly;reference;review;\
         monitor;standard;star;sun;telegraph;mail;express;today;media;network;center;centre;institute;foundation;broadcasting;radio;tv;\
         television;channel;bulletin;courier;globe;independent;inquirer;insider;mirror;record;reporter;sentinel;dispatch;wire;report;reuters;\
         afp;associated press;bloomberg;xinhua;staff;newsroom;desk;editors;editorial board;editorial team;bureau;agencies;online;digital;\
         prensa;diario;agencia;periódico;revista;presse;agence;zeitung;nachrichtenagentur;agentur;magazin;jornal;agência;agenzia;giornale;\
         газета;агентство;редакция;журнал;издание;gazetesi;ajansı;haber ajansı;dergisi;وكالة;صحيفة;خبرگزاری;روزنامه",
    ),
    (
        Cues::LANGUAGE,
        "english;español;français;deutsch;português;italiano;русский;türkçe;العربية;فارسی;中文;日本語;한국어;українська;polski;nederlands;\
         bahasa indonesia;svenska;ελληνικά;עברית;हिन्दी;қазақша;кыргызча;тоҷикӣ;o'zbek;ўзбек;български;română;magyar;čeština;español;select language;\
         choose language;edition;switch edition;english version;in english;ru;en;es;fr;de;pt;tr;ar;fa;zh;uk;ua;kz;uz",
    ),
    (
        Cues::TICKER,
        "usd;eur;gbp;jpy;cny;rub;btc;eth;oil;brent;wti;gold;dow;dow jones;nasdaq;s p 500;nikkei;ftse;dax;bitcoin;ethereum;eur usd;usd rub;доллар;евро;нефть",
    ),
    (
        Cues::ISSUED,
        "issued by;published by;a publication of;an initiative of;a project of;publisher;part of the;editado por;una publicación de;édité par;\
         une publication de;herausgegeben von;herausgeber;publicação de;edito da;издатель;учредитель;издаётся;yayıncı;penerbit;uitgever;wydawca;\
         تصدر عن;صادر عن;صاحب امتیاز",
    ),
    (
        Cues::MONTH,
        "january;february;march;april;may;june;july;august;september;october;november;december;jan;feb;mar;apr;jun;jul;aug;sep;sept;oct;nov;dec;\
         monday;tuesday;wednesday;thursday;friday;saturday;sunday;enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre;octubre;noviembre;diciembre;\
         janvier;février;mars;avril;mai;juin;juillet;août;septembre;octobre;novembre;décembre;januar;februar;märz;juni;juli;oktober;dezember;\
         janeiro;fevereiro;março;maio;junho;julho;setembro;outubro;novembro;dezembro;gennaio;febbraio;aprile;maggio;giugno;luglio;settembre;ottobre;dicembre;\
         января;февраля;марта;апреля;мая;июня;июля;августа;сентября;октября;ноября;декабря;ocak;şubat;mart;nisan;mayıs;haziran;temmuz;ağustos;eylül;ekim;kasım;aralık;\
         januari;februari;maret;mei;agustus;desember;oktober;يناير;فبراير;مارس;أبريل;مايو;يونيو;يوليو;أغسطس;سبتمبر;أكتوبر;نوفمبر;ديسمبر",
    ),
    (
        Cues::AUTHOR_LINE,
        "about author;is a reporter;is a writer;is a freelance;is a senior;is an editor;is the author;covers the;covers politics;writes about;has been writing;contributed to;contributed reporting;reach him;reach her;email him;contact the;contact the author;on twitter;on twitter at;follow the author;all posts by;posts by;view author;email the author;get author;see more by;read more by;by this author;sobre el autor;acerca del autor;über den autor;über die autorin;sobre o autor;à propos de;об авторе;yazar hakkında;\
         reporter;correspondent;staff writer;contributor;columnist;senior writer;associate editor;managing editor;editor in chief;chief correspondent;\
         freelance;follow him;follow her;follow me;about the author;view all posts;more by;author archive;journalist;bio;special to;\
         periodista;corresponsal;journaliste;correspondant;redakteur;korrespondent;jornalista;giornalista;корреспондент;журналист;обозреватель;muhabiri",
    ),
    (
        Cues::AGO,
        "ago;hours ago;hour ago;minutes ago;days ago;day ago;weeks ago;months ago;years ago;yesterday;just now;hace;il y a;vor;há;fa;назад;önce;yang lalu;geleden;قبل",
    ),
    (
        Cues::ERROR,
        "404;page not found;not found;access denied;forbidden;error;oops;something went wrong;try again;please try again;unavailable;are you human;captcha;\
         verify you are;checking your browser;página no encontrada;page introuvable;seite nicht gefunden;página não encontrada;pagina non trovata;страница не найдена;\
         sayfa bulunamadı;no results;nothing found",
    ),
    (
        Cues::READ_TIME,
        "min read;minute read;minutes read;mins read;minutes to read;reading time;read time;min de lectura;tiempo de lectura;temps de lecture;min lesezeit;lesezeit;\
         min de leitura;tempo de leitura;tempo di lettura;минут;время чтения;dk okuma;menit baca;words;views",
    ),
];

/// Phrases of scripts without spaces, found anywhere in short lines.
const DENSE_PHRASES: &[(Cues, &str)] = &[
    (
        Cues::NAVIGATION,
        "ホーム メニュー 検索 お問い合わせ サイトマップ 会社概要 次へ 前へ トップへ 首页 搜索 关于我们 联系我们 返回 上一篇 下一篇 網站地圖",
    ),
    (Cues::SHARE, "シェア ツイート はてな フォロー 共有 分享 转发 微博 微信 关注"),
    (Cues::SUBSCRIBE, "購読 メルマガ メールマガジン 登録はこちら 订阅 訂閱"),
    (Cues::LEGAL, "プライバシー 著作権 免責 利用規約 特定商取引 版权 隐私 免责声明 備案 备案"),
    (
        Cues::RELATED,
        "関連 人気記事 最新記事 おすすめ ランキング 合わせて読み こちらの記事 新着 続きを読む もっと見る 前の記事 次の記事 相关 热门 推荐 最新 更多 延伸閱讀 相關",
    ),
    (Cues::COMMENT, "コメント 返信 评论 留言 回复 評論"),
    (Cues::AD, "スポンサー 広告 广告 赞助 廣告"),
    (Cues::LOGIN, "ログイン 会員登録 登录 注册 登入"),
    (Cues::TAGS, "タグ カテゴリ 标签 分类 標籤 キーワード"),
    (Cues::PHOTO, "写真 画像 图片 摄影 摄 圖"),
    (Cues::POSTED, "公開日 投稿日 掲載日 发布 发表 發布"),
    (Cues::UPDATED, "更新"),
    (Cues::CONTENTS, "目次 目录 目錄"),
    (Cues::AUTHOR_LINE, "この記事を書いた プロフィール 管理人 運営者 作者 记者 责任编辑 编辑"),
];

/// The cues of a line in a script without spaces: anywhere in it, and those that
/// begin it.
pub(crate) fn dense_cues(line: &str) -> (Cues, Cues) {
    let (mut anywhere, mut first) = (Cues::default(), Cues::default());
    for (cue, phrases) in DENSE_PHRASES {
        for phrase in phrases.split(' ') {
            if let Some(at) = line.find(phrase) {
                anywhere |= *cue;
                first |= if at == 0 { *cue } else { Cues::default() };
            }
        }
    }
    (anywhere, first)
}

/// What the table knows of a phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    key: u64,
    languages: u16,
    cues: Cues,
}

impl Entry {
    /// The languages in which the word is a function word, as bits; `None` when in none.
    pub(crate) fn function_of(self) -> Option<u16> {
        (self.languages != 0).then_some(self.languages)
    }

    /// The cues that the phrase is.
    pub(crate) fn cues(self) -> Cues {
        self.cues
    }
}

/// An open-addressed hash table over phrases: keys are hashes already.
pub(crate) struct Table {
    slots: Vec<Entry>,
}

impl Table {
    fn build() -> Self {
        let mut table = Self { slots: vec![Entry::default(); 1 << 13] };
        for (language, (_, words)) in FUNCTION_WORDS.iter().enumerate() {
            for word in words.split_whitespace() {
                table.slot(phrase_key(word)).languages |= 1 << language;
            }
        }
        for (cue, phrases) in PHRASES {
            for phrase in phrases.split(';').map(str::trim).filter(|p| !p.is_empty()) {
                table.slot(phrase_key(phrase)).cues |= *cue;
            }
        }
        table
    }

    fn place(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key >> 40) as usize & mask;
        while self.slots[at].key != 0 && self.slots[at].key != key {
            at = (at + 1) & mask;
        }
        at
    }

    fn slot(&mut self, key: u64) -> &mut Entry {
        let at = self.place(key);
        self.slots[at].key = key;
        &mut self.slots[at]
    }

    /// The entry of the phrase with this key.
    pub(crate) fn get(&self, key: u64) -> Option<Entry> {
        let entry = self.slots[self.place(key)];
        (entry.key != 0).then_some(entry)
    }
}

/// The key of a phrase: its words joined from the last to the first, as the
/// pass over a line meets them.
fn phrase_key(phrase: &str) -> u64 {
    let words: Vec<&str> =
        phrase.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.iter().rev().fold(0, |key, word| join(key, hash(word)))
}

/// The table of every function word and cue, built on first use.
pub(crate) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::build)
}
