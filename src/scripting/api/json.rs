//! Answers as JSON (RFC 8259), written straight into one string.

use std::fmt::Write;

/// An object that is being written.
pub(super) struct Object(String);

impl Object {
    pub(super) fn new() -> Object {
        let mut out = String::with_capacity(4096);
        out.push('{');
        Object(out)
    }

    pub(super) fn finish(mut self) -> String {
        self.0.push('}');
        self.0
    }

    pub(super) fn number(&mut self, name: &str, value: f64) {
        self.name(name);
        // To four decimals: the shortest digits that notify floats apart take longer to
        // find than the article.
        let scaled = (value.abs() * 1e4).round() as u64;
        let (whole, mut part) = (scaled / 10_000, scaled % 10_000);
        if value < 0.0 && scaled > 0 {
            self.0.push('-');
        }
        digits(&mut self.0, whole, 1);
        if part > 0 {
            let mut places = 4;
            while part % 10 == 0 {
                (part, places) = (part / 10, places - 1);
            }
            self.0.push('.');
            digits(&mut self.0, part, places);
        }
    }

    pub(super) fn string(&mut self, name: &str, value: &str) {
        self.name(name);
        string(&mut self.0, value);
    }

    pub(super) fn string_or_null(&mut self, name: &str, value: Option<&str>) {
        self.name(name);
        match value {
            Some(value) => string(&mut self.0, value),
            None => self.0.push_str("null"),
        }
    }

    pub(super) fn strings(&mut self, name: &str, values: &[String]) {
        self.items(name, values, |value, out| string(&mut out.0, value));
    }

    pub(super) fn pairs(&mut self, name: &str, values: &[[u32; 2]]) {
        self.items(name, values, |[from, to], out| {
            out.0.push('[');
            digits(&mut out.0, u64::from(*from), 1);
            out.0.push(',');
            digits(&mut out.0, u64::from(*to), 1);
            out.0.push(']');
        });
    }

    pub(super) fn object(&mut self, name: &str, fill: impl FnOnce(&mut Object)) {
        self.name(name);
        self.0.push('{');
        fill(self);
        self.0.push('}');
    }

    pub(super) fn list<T>(&mut self, name: &str, of: &[T], fill: impl Fn(&T, &mut Object)) {
        self.items(name, of, |item, out| {
            out.0.push('{');
            fill(item, out);
            out.0.push('}');
        });
    }

    fn items<T>(&mut self, name: &str, of: &[T], write: impl Fn(&T, &mut Object)) {
        self.name(name);
        self.0.push('[');
        for (at, item) in of.iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            write(item, self);
        }
        self.0.push(']');
    }

    fn name(&mut self, name: &str) {
        if !self.0.ends_with('{') {
            self.0.push(',');
        }
        // Names are those of our own fields: nothing to escape.
        self.0.push('"');
        self.0.push_str(name);
        self.0.push_str("\":");
    }
}

/// A number with at least so many digits. The formatter of the standard library takes
/// longer than all else that is written.
fn digits(out: &mut String, mut number: u64, least: usize) {
    let mut all = [b'0'; 20];
    let mut from = all.len();
    while number > 0 || all.len() - from < least {
        from -= 1;
        all[from] = b'0' + (number % 10) as u8;
        number /= 10;
    }
    out.push_str(std::str::from_utf8(&all[from..]).unwrap_or("0"));
}

fn string(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|b| b < b' ' || b == b'"' || b == b'\\') {
        out.push_str(&rest[..at]);
        let _ = write!(out, "\\u{:04x}", rest.as_bytes()[at]);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::Object;

    #[test]
    fn writes_what_parsers_read() {
        let mut out = Object::new();
        out.number("a", 1.5);
        out.number("whole", 15345.0);
        out.number("small", -0.0625);
        out.number("short", 2.0304);
        out.number("part", 10.05);
        out.number("none", f64::NAN);
        out.string("b", "\"é\\\n");
        out.string_or_null("c", None);
        out.strings("d", &["x".into(), "{".into()]);
        out.object("e", |out| out.list("f", &[1, 2], |n, out| out.number("n", f64::from(*n))));
        out.pairs("g", &[[1, 2], [3, 4]]);
        out.list("h", &[] as &[i32], |_, _| {});
        let want = "{\"a\":1.5,\"whole\":15345,\"small\":-0.0625,\"short\":2.0304,\"part\":10.05,\"none\":0,\"b\":\"\\u0022é\\u005c\\u000a\",\"c\":null,\
            \"d\":[\"x\",\"{\"],\"e\":{\"f\":[{\"n\":1},{\"n\":2}]},\"g\":[[1,2],[3,4]],\"h\":[]}";
        assert_eq!(out.finish(), want);
    }
}
