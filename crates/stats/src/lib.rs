//! Statistics: numbers in, numbers out. Knows no articles,
//! countries or words; whoever counts passes the counts. Each formula names its
//! source, and a measure that is undefined for its input is `None`, never a
//! made-up zero.

mod association;
mod dispersion;
mod keyness;
mod rate;
mod series;
mod ticks;

pub use association::CoMention;
pub use dispersion::{Part, deviation_of_proportions, juilland_d};
pub use keyness::{Keyness, Significance};
pub use rate::{per_thousand, share};
pub use series::{Grain, Month, Series, Step};
pub use ticks::{Ticks, ticks};
