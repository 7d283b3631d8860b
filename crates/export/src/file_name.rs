//! Names of downloaded files.

/// A file name for `title` that every system takes: "Countries mentioned" and "csv"
/// give "dateline-countries-mentioned.csv". Letters and digits of any script stay,
/// in lower case; every other run becomes a hyphen; at most 60 characters of title.
pub fn file_name(title: &str, extension: &str) -> String {
    let mut name = "dateline".to_owned();
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut length = 0;
    for word in words {
        length += word.chars().count() + 1;
        if length > 60 {
            break;
        }
        name.push('-');
        name.push_str(&word.to_lowercase());
    }
    format!("{name}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let long = "word ".repeat(40);
        let rows = [
            ("", "dateline.csv"),
            ("Countries mentioned", "dateline-countries-mentioned.csv"),
            ("../etc/passwd", "dateline-etc-passwd.csv"),
            ("Contexts: “belt and road”", "dateline-contexts-belt-and-road.csv"),
            ("中国", "dateline-中国.csv"),
            (&long, &format!("dateline{}.csv", "-word".repeat(12))),
        ];
        for (title, want) in rows {
            assert_eq!(file_name(title, "csv"), want, "{title}");
        }
    }
}
