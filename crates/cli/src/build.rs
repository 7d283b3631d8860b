//! `dateline build`: a static site of the articles, complete, with no other tool.

use crate::arguments::{Build, VERSION};
use crate::output::{Stop, print};
use crate::progress::Progress;
use crate::readers;
use crate::site::{self, Site};
use crate::spool::{self, PackFile};
use dateline_corpus::{ContextsOnly, Corrections};
use dateline_pack::{Articles, Error, Event, Job, OnError, Sum};
use dateline_site::workplace::Workplace;
use std::path::Path;

/// Builds the site, says what was left out and how large it is.
pub(crate) fn run(options: &Build) -> Result<(), Stop> {
    let mut program = site::program().ok_or_else(|| {
        let what = format!("cannot build a site: this is dateline {VERSION}");
        Error::new(Path::new(""), what)
    })?;
    if options.no_own_files {
        program.worker.clear();
    }
    site::check(&options.out, options.single)?;
    let place = site::workplace(&options.out, options.single)?;
    let (pack, sum) = read(options, &place)?;
    let site = Site { program, pack, compress: options.compress };
    let written = match options.single {
        true => site.single(place)?,
        false => site.folder(place)?,
    };
    print(&format!("{}: {written}\n", options.out.display()))?;
    let hint = if sum.failed() > 0 { "; `dateline check` lists them" } else { "" };
    eprintln!("dateline: {sum}{hint}");
    Ok(())
}

/// All articles as a pack, and the sum of what was read.
fn read(options: &Build, place: &Workplace) -> Result<(PackFile, Sum), Stop> {
    let mut progress = Progress::new(options.quiet);
    let cache = site::cache(&options.out);
    let no_corrections = Corrections::default();
    let readers = readers::pool();
    let job = Job {
        articles: Articles::Paths(&options.paths),
        on_error: OnError::Report,
        corrections: &no_corrections,
        config: options.config.as_deref(),
        title: options.title.as_deref(),
        language: options.language.as_deref(),
        contexts_only: options.contexts_only.map(ContextsOnly::new),
        out: Some(&options.out),
        cache: cache.as_deref(),
        readers: readers.as_ref(),
    };
    let mut sum = Sum::default();
    let builder = job.gather_into(spool::builder(&options.out)?, &mut |event| {
        progress.tell(&event);
        sum.add(&event);
        if let Event::Failed(error) = event {
            progress.say(&format!("left out: {error}"));
        }
        true
    });
    progress.done();
    let first = options.paths.first().map_or(Path::new(""), |p| p);
    let pack = PackFile::write(builder?, place.file("corpus.pack"), first)?;
    Ok((pack, sum))
}
