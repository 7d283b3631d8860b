//! Round trips, and what happens to addresses made by hand.

use super::*;
use dateline_corpus::{Choice, Choices};
use proptest::prelude::*;

/// Reads `fragment`, expects it printed as `canonical`, and the canonical form to
/// be a fixed point; `problems` are the keys that are reported.
fn check(fragment: &str, canonical: &str, problems: &[&str]) {
    let (address, found) = Address::parse(fragment);
    assert_eq!(address.href(), canonical, "{fragment}");
    let keys: Vec<&str> = found.iter().map(|p| p.key.as_str()).collect();
    assert_eq!(keys, problems, "{fragment}");
    let (again, none) = Address::parse(canonical);
    assert_eq!((again, none), (address, vec![]), "{canonical}");
}

#[test]
fn reads_and_prints() {
    let rows: &[(&str, &str, &[&str])] = &[
        ("", "#view=overview", &[]),
        ("#", "#view=overview", &[]),
        ("#view=articles&q=china", "#view=articles&q=china", &[]),
        ("#q=%22belt+and%20road%22", "#view=overview&q=%22belt+and+road%22", &[]),
        ("#q=%2Bchina+-lithium", "#view=overview&q=%2Bchina+-lithium", &[]),
        ("#q=t%C3%BCrkiye", "#view=overview&q=t%C3%BCrkiye", &[]),
        ("#country=-US,cn,CN", "#view=overview&country=CN,-US", &[]),
        ("#of=af", "#view=overview&of=AF", &[]),
        ("#country=China", "#view=overview", &["country"]),
        ("#doc=0&hit=-1", "#view=overview", &["doc", "hit"]),
        ("#doc=3&hit=12&at=0", "#view=overview&doc=3&hit=12&at=0", &[]),
        ("#view=contexts&width=12", "#view=contexts&width=12", &[]),
        ("#width=0&width=51", "#view=overview", &["width", "width"]),
        ("#view=map", "#view=overview", &["view"]),
        ("#date=2021-08..2021-12", "#view=overview&date=2021-08..2021-12", &[]),
        ("#date=2021-08..2021-08", "#view=overview&date=2021-08", &[]),
        ("#date=..2021", "#view=overview&date=..2021", &[]),
        ("#date=2021-08,2023,undated", "#view=overview&date=2021-08,2023,undated", &[]),
        ("#date=undated", "#view=overview&date=undated", &[]),
        ("#date=2021-13", "#view=overview", &["date"]),
        ("#date=..", "#view=overview", &["date"]),
        ("#date=20210-1", "#view=overview", &["date"]),
        ("#count=names,demonyms,capitals", "#view=overview", &[]),
        ("#count=names,places", "#view=overview&count=names,places", &[]),
        ("#count=none", "#view=overview&count=none", &[]),
        ("#count=names,-in-names", "#view=overview&count=names,-in-names", &[]),
        ("#count=nouns", "#view=overview", &["count"]),
        ("#source=A,+B&source=-C", "#view=overview&source=A,+B&source=-C", &[]),
        ("#source=%5C-x", "#view=overview&source=%5C-x", &[]),
        ("#source=&source=-", "#view=overview&source=-", &[]),
        ("#source=", "#view=overview&source=", &[]),
        ("#f.topic=grain&f.topic=-wheat", "#view=overview&f.topic=grain&f.topic=-wheat", &[]),
        ("#sort=date&by=-focus", "#view=overview&sort=date&by=-focus", &[]),
        ("#sort=relevance", "#view=overview", &[]),
        ("#order=1L,1R,0", "#view=overview&order=1L,1R,0", &[]),
        ("#order=1M", "#view=overview", &["order"]),
        ("#text=raw&marks=off", "#view=overview&text=raw&marks=off", &[]),
        ("#text=loud", "#view=overview", &["text"]),
        ("#c=0123ABCD", "#view=overview&c=0123abcd", &[]),
        ("#c=xyz", "#view=overview", &["c"]),
        ("#later=1&q=a&odd", "#view=overview&q=a&later=1&odd=", &[]),
        ("#q=%zz%", "#view=overview&q=%25zz%25", &[]),
    ];
    rows.iter().for_each(|(fragment, canonical, problems)| check(fragment, canonical, problems));
}

#[test]
fn clearing_keeps_how_things_are_counted() {
    let (address, _) =
        Address::parse("#view=articles&q=a&country=CN&source=B&date=2021&count=names&doc=2&hit=3");
    assert!(address.selection.has_filters());
    assert_eq!(address.cleared().href(), "#view=articles&count=names&doc=2");
}

fn choices() -> impl Strategy<Value = Choices<String>> {
    proptest::collection::vec((".{0,8}", any::<bool>()), 0..4).prop_map(|list| {
        let mut choices = Choices::default();
        for (value, exclude) in list {
            choices.set(value, if exclude { Choice::Exclude } else { Choice::Include });
        }
        choices
    })
}

proptest! {
    #[test]
    fn anything_typed_comes_back(
        query in ".{0,40}",
        sources in choices(),
        field in "[a-z]{1,6}",
        values in choices(),
        hit in proptest::option::of(1u32..),
        unknown in "[g-p]{9,12}",
        value in ".{0,9}",
    ) {
        let fields = [(field, values)].into_iter().filter(|(_, v)| !v.is_empty()).collect();
        let selection = Selection { query, sources, fields, ..Selection::default() };
        let address =
            Address { selection, hit, unknown: vec![(unknown, value)], ..Address::default() };
        let (again, problems) = Address::parse(&address.href());
        prop_assert_eq!(again, address);
        prop_assert!(problems.is_empty());
    }

    #[test]
    fn no_address_fails(fragment in ".{0,60}") {
        let (address, _) = Address::parse(&fragment);
        let (again, problems) = Address::parse(&address.href());
        prop_assert_eq!(again, address);
        prop_assert!(problems.is_empty());
    }
}
