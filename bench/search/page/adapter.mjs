// Dateline as a contestant of the search harness: answers window.bench through the
// public module of a built site. Stands in a copy of the site, with the pack of the
// corpus beside it as corpus.pack.
import { open } from './dateline.js';

// The pack is read in pieces while the program starts.
const opening = open(fetch('corpus.pack'));

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
    dateline = await opening;
  },
  query(q) {
    const { total, hits } = dateline.query(asked(q), options);
    return { count: total, hits };
  },
  stats: () => dateline.stats(),
};
