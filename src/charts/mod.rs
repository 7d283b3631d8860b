//! Charts. Each chart is a pure function from values to a [`drawing::Drawing`];
//! [`canvas::Canvas`] shows a drawing, [`figure::Figure`] gives it a heading, a table
//! twin and its exports, [`paint`] makes it a file. To add a chart: one file with a
//! function, its classes in `styles/charts.css`, one row in the tests of [`figure`].

pub mod canvas;
pub mod drawing;
pub mod figure;
pub mod map;
pub mod matrix;
pub mod months;
pub mod paint;
pub mod ranking;
pub mod scale;
pub mod strips;
pub mod twin;
pub mod world;
