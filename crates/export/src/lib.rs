//! Files that leave the page: tables as CSV, TSV and JSON, charts as SVG, concordances
//! as text, citations and quotations. Pure: values in, text out; saving and copying
//! are the page's work. Whatever is exported says where it comes from.

mod citation;
mod csv;
mod csv_metadata;
mod file_name;
mod json;
mod kwic;
mod provenance;
mod quotation;
mod svg;
mod table;
mod tsv;

pub use citation::{ArticleReference, Citation, CorpusReference};
pub use csv::csv;
pub use csv_metadata::csv_metadata;
pub use file_name::file_name;
pub use json::json;
pub use kwic::{KwicLine, kwic};
pub use provenance::Provenance;
pub use quotation::{Quotation, quotation};
pub use svg::{LegendEntry, Picture, resolve_variables};
pub use table::{Cell, Table};
pub use tsv::tsv;
