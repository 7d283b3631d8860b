//! What cargo cannot express: installing tools, building the page, running every test.

fn main() {}
