//! The rules that count a mention, in words for the reader: what is said beside the
//! mention, and what that means. Every rule that the annotator gives stands here.

/// A rule that counts a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What is said beside the mention.
    pub words: &'static str,
    /// What that means, as a sentence.
    pub meaning: &'static str,
    /// What else in the article settled the country.
    pub by: By,
}

/// What in an article settles the country of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The words alone.
    Words,
    /// The place that follows them.
    Holder,
    /// The place that follows them where they stand elsewhere in the article.
    HolderElsewhere,
    /// The article's other places.
    Others,
    /// The reader or the publisher.
    Correction,
}

macro_rules! rules {
    ($($name:ident: $words:literal, $by:ident, $meaning:literal;)*) => {
        $(#[allow(dead_code, reason = "other languages are a feature of the crate")]
        pub(crate) const $name: &str = $words;)*

        /// Every rule.
        pub const RULES: &[Rule] =
            &[$(Rule { words: $words, meaning: $meaning, by: By::$by }),*];
    };
}

rules! {
    NAME: "name of the country", Words,
        "The words are a name of this country and of no other place that the gazetteer knows.";
    DEMONYM: "demonym", Words,
        "The words name the people of this country, or say that something is of it.";
    CAPITAL: "capital", Words,
        "The words name the capital or the seat of government of this country.";
    HISTORICAL: "historical name", Words,
        "The words name a state that is no more; it is counted for the country that the gazetteer names as the one that follows it.";
    REGION: "state or province", Words,
        "The words name a state or province, and it lies in this country.";
    ABBREVIATION: "state after its town", Words,
        "The abbreviation of a state or province counts where it stands after a town or a party.";
    PLACE: "place in one country", Words,
        "The words name a place, and every place of this name that matters lies in this country.";
    LONGER: "part of a longer name", Words,
        "The words hold the name of a country, but as a whole they name a place in this one.";
    UNKNOWN_TOWN: "town before its state", Holder,
        "The gazetteer does not know the town; the state that follows says in which country it lies.";
    HELD: "held by the place that follows", Holder,
        "There are several places of this name; the state or country that follows says which is meant.";
    HELD_ELSEWHERE: "one sense in an article: held by a place elsewhere", HolderElsewhere,
        "There are several places of this name; elsewhere the article says which is meant, and one article means one place.";
    NAME_AMONG: "name of the country, as the article's other places suggest", Others,
        "Other places have this name too; what else the article names makes the country the likeliest.";
    CAPITAL_AMONG: "capital, as the article's other places suggest", Others,
        "Other places have this name too; what else the article names makes the capital the likeliest.";
    PLACE_AMONG: "place, as the article's other places suggest", Others,
        "There are several places of this name; what else the article names makes the one in this country the likeliest.";
    OTHER_NAME: "name in the article's language", Words,
        "The words are a name of this country in the language of the article.";
    OTHER_DEMONYM: "demonym in the article's language", Words,
        "The words name the people of this country, or say that something is of it, in the language of the article.";
    OTHER_CAPITAL: "capital in the article's language", Words,
        "The words name the capital of this country in the language of the article.";
    ALIAS: "your correction: alias", Correction,
        "A correction says that these words name this country.";
    REASSIGNED: "your correction: reassigned", Correction,
        "A correction says that these words mean this country where they were counted for another, or for none of several.";
}

impl Rule {
    /// The rule that says these words; `None` for those of another version.
    pub fn of(words: &str) -> Option<&'static Rule> {
        RULES.iter().find(|rule| rule.words == words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_one_and_says_what_it_means() {
        for rule in RULES {
            assert_eq!(Rule::of(rule.words), Some(rule), "two rules say {:?}", rule.words);
            assert!(rule.meaning.ends_with('.') && rule.meaning.len() > 30, "{rule:?}");
        }
        assert_eq!(Rule::of("a rule of another version"), None);
    }
}
