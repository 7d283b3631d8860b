// Dateline as a contestant of the search harness: answers window.bench through
// the page's public JavaScript API. Stands in a copy of the built page, with the
// pack of the corpus beside it as corpus.pack.

// The pack is on its way while the program starts, and read in pieces as it comes.
const pack = fetch('corpus.pack');

// The page sets window.dateline when it has opened its own articles.
const started = new Promise((resolve) => {
  if (window.dateline) resolve(window.dateline);
  else {
    Object.defineProperty(window, 'dateline', {
      configurable: true,
      set(value) {
        Object.defineProperty(window, 'dateline', { value, writable: true, configurable: true });
        resolve(value);
      },
    });
  }
});

const text = {
  phrase: (words) => `"${words}"`,
  prefix: (words) => `${words}*`,
  fuzzy: (words) => `${words}~1`,
  title: (words) => `title:(${words})`,
  filter: (words, q) => `${words} ${q.filter.field}:"${q.filter.value}"`,
};

let dateline;
const options = { limit: 20, facets: false, spans: false };
const asked = (q) => {
  const words = q.terms.join(' ');
  return text[q.kind] ? text[q.kind](words, q) : words;
};

window.bench = {
  async load() {
    dateline = await started;
    await dateline.ready;
    await dateline.open(pack);
  },
  query(q) {
    const { total, hits } = dateline.query(asked(q), options);
    return { count: total, hits };
  },
  stats: () => dateline.stats(),
};
