//! Sorting in little code: the standard library's sort takes up to ten kilobytes
//! of the page for each type that is sorted, so that everything long is sorted
//! as 64-bit keys, and everything short by insertion.

/// Two numbers as one key, the first one deciding.
#[inline]
pub(crate) fn key(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// The numbers of a key.
#[inline]
pub(crate) fn parts(key: u64) -> (u32, u32) {
    ((key >> 32) as u32, key as u32)
}

/// Sorts keys.
pub(crate) fn keys(keys: &mut [u64]) {
    keys.sort_unstable();
}

/// Sorts a few items, or many that are nearly in order; equal ones stay in order.
pub(crate) fn few<T>(items: &mut [T], mut before: impl FnMut(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && before(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Sorts items by a key, and those with equal keys by `before`.
pub(crate) fn by_key<T: Copy>(
    items: &mut Vec<T>,
    key_of: impl Fn(&T) -> u32,
    before: impl FnMut(&T, &T) -> bool,
) {
    let mut order: Vec<u64> =
        items.iter().enumerate().map(|(at, item)| key(key_of(item), at as u32)).collect();
    keys(&mut order);
    *items = order.into_iter().map(|key| items[parts(key).1 as usize]).collect();
    few(items, before);
}

#[cfg(test)]
mod tests {
    #[test]
    fn everything_is_in_order() {
        let mut items: Vec<(u32, u32)> = (0..50).map(|n| (n * 7 % 5, n * 3 % 11)).collect();
        let mut want = items.clone();
        want.sort();
        super::by_key(&mut items, |item| item.0, |a, b| a < b);
        assert_eq!(items, want);
        items.reverse();
        super::few(&mut items, |a, b| a < b);
        assert_eq!(items, want);
        assert_eq!(super::parts(super::key(7, u32::MAX)), (7, u32::MAX));
    }
}
