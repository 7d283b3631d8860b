//! Small views: values in, callbacks out. They know no browser, hook or page.

mod counting_facet;
mod facet_list;
mod kind_bar;
mod kwic;
pub mod marked;
mod masthead;
mod months_facet;
mod notice;
mod rail;
mod reader_bar;
mod reader_text;
mod reading_line;
mod result_item;
mod result_list;
mod search_box;
mod sorted_out;

pub use counting_facet::CountingFacet;
pub use facet_list::{FacetList, FacetValue};
pub use kind_bar::KindBar;
pub use kwic::{Kwic, Line as KwicRow};
pub use masthead::{Masthead, VIEWS};
pub use months_facet::MonthsFacet;
pub use notice::Notice;
pub use rail::Rail;
pub use reader_bar::{ReaderBar, back};
pub use reader_text::ReaderText;
pub use reading_line::ReadingLine;
pub use result_item::ResultItem;
pub use result_list::ResultList;
pub use search_box::{SEARCH_ID, SearchBox};
pub use sorted_out::SortedOut;
