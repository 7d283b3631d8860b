//! The names of the tables as phrases: forms of words, and what each may mean.

mod forms;
pub(crate) mod load;
mod phrases;
mod sense;
pub(crate) mod tables;

pub(crate) use forms::Forms;
pub(crate) use phrases::Phrases;
pub(crate) use sense::{Marks, Sense, Source};
