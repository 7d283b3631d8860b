//! What class words commonly stand for, by what is in them: `newsletterteaser` is about a
//! newsletter. General knowledge, in the languages that class names are written in; what a
//! model can learn of single words does not carry over to words that it has not met.

/// Names of the groups, in the order of their bits.
pub(crate) const NAMES: &[&str] = &[
    "comment",
    "related",
    "teaser",
    "share",
    "navigation",
    "foot",
    "side",
    "ad",
    "subscribe",
    "author",
    "meta",
    "media",
    "consent",
    "form",
    "body",
    "title",
    "lead",
    "product",
    "hidden",
];

/// Parts of words of each group, and after `=` whole words.
const PARTS: [&str; 19] = [
    "comment kommentar coment disqus reply respond discussion livefyre reaction leserbrief",
    "related verwandt relac recommend empfehl similar aehnlich readmore outbrain taboola plista trending popular mostread meistgelesen latest recent weitere upnext interess seealso recirc =more =mehr =next",
    "teaser promo tile kachel carousel slider swiper slick preview thumb =card =cards",
    "share sharing social teilen facebook twitter whatsapp addthis follow =sns =tweet",
    "navi menu breadcrumb brotkrum sitemap pagin =nav =pager =skip =toc =topbar",
    "footer copyright imprint impressum colophon disclaimer =legal =foot",
    "sidebar aside widget marginal rightcol secondary =rail =side",
    "advert anzeige werbung sponsor banner publicidad adslot reklam =ad =ads =adv",
    "newsletter subscri signup paywall premium regwall donat spende membership mailchimp =abo =piano",
    "author autor byline contributor writer verfasser =bio =profile =vcard",
    "meta date datum timestamp categor kategor schlagwort keyword =time =info =tag =tags =topic =topics =label",
    "caption figure credit galler galerie image photo video bildunter legend =bild =foto =media",
    "cookie consent gdpr privacy datenschutz popup modal overlay lightbox dialog toast",
    "search suche login contact kontakt subscribeform =form =input",
    "content article artikel story beitrag inhalt richtext wysiwyg prose paragraph absatz =post =entry =text =body =copy",
    "title titel headline heading kicker dachzeile",
    "intro vorspann summary abstract standfirst excerpt subtitle subhead =lead =deck =dek =lede",
    "price preis product produkt cart warenkorb =shop =buy =offer",
    "hidden invisible screenreader visually =hide =sr =offscreen",
];

/// The groups of a class word in small letters, a bit each.
pub(crate) fn groups(word: &str) -> u32 {
    let mut out = 0;
    for (at, parts) in PARTS.iter().enumerate() {
        let fits = |part: &str| match part.strip_prefix('=') {
            Some(whole) => word == whole,
            None => word.contains(part),
        };
        out |= u32::from(parts.split(' ').any(fits)) << at;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_groups() {
        let cases: [(&str, &[&str]); 6] = [
            ("newsletterteaser", &["teaser", "subscribe"]),
            ("kommentarliste", &["comment"]),
            ("ad", &["ad"]),
            ("adipisci", &[]),
            ("text", &["body"]),
            ("xyz", &[]),
        ];
        for (word, want) in cases {
            let bits = groups(word);
            let found: Vec<&str> = NAMES
                .iter()
                .enumerate()
                .filter(|(at, _)| bits >> at & 1 == 1)
                .map(|(_, n)| *n)
                .collect();
            assert_eq!(found, want, "{word}");
        }
    }
}
