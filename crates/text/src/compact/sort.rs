//! Sorting in little code. The standard library's stable sort is compiled anew for
//! each type that is sorted, up to ten kilobytes of the page each time; here only
//! numbers are sorted, and the items follow.

use std::cmp::Ordering;

/// Sorts `items` by `compare`; equal ones stay in order. Takes `n log n` comparisons
/// and one pass to move the items.
pub fn sort_by<T>(items: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order =
        permutation(items.len(), &mut |a, b| compare(&items[a as usize], &items[b as usize]));
    let mut old: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| old[at as usize].take()));
}

/// The numbers from 0 up to `length`, sorted.
#[inline(never)]
fn permutation(length: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..u32::try_from(length).unwrap_or(u32::MAX)).collect();
    // The numbers tell equal items apart, which spares the code of a stable sort.
    order.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let rows: [&[(i32, char)]; 5] = [
            &[],
            &[(1, 'a')],
            &[(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')],
            &[(3, 'a'), (2, 'b'), (1, 'c')],
            &[(1, 'a'), (1, 'b'), (1, 'c')],
        ];
        for row in rows {
            let (mut ours, mut theirs) = (row.to_vec(), row.to_vec());
            sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs);
        }
    }
}
