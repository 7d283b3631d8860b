// Types of `window.dateline`, the page for scripts, and of the module `dateline.js`. See docs/javascript.md.

/** Filters and counting, each spelled as in the page's address. */
export interface Filters {
  /** ISO codes, those with a minus excluded: `"CN,-US"`. */
  country?: string;
  /** Sources, those with a minus excluded; the empty string is "unknown". */
  source?: string | string[];
  /** Dates: `"2021-08..2021-12"`, `"2023"`, `"undated"`, or a comma list of these. */
  date?: string;
  /** What counts: `"names,demonyms,capitals,places,repeats,furniture,-in-names"`. */
  count?: string;
  /** `"relevance"`, `"date"` (newest first), `"oldest"`, `"title"`, `"mentions"`, `"corpus"`. */
  sort?: "relevance" | "date" | "oldest" | "title" | "mentions" | "corpus";
}

export interface QueryOptions {
  /** How many hits at most; 20 unless told otherwise. */
  limit?: number;
  filters?: Filters;
  /** Whether facets are counted; they are unless this is false. */
  facets?: boolean;
  /** Whether hits tell where they matched; they do unless this is false. */
  spans?: boolean;
}

/** Bytes of the article's text in UTF-8: from, and up to. */
export type Span = [start: number, end: number];

export interface Hit {
  /** The article's name: its file or its record's id. */
  id: string;
  /** Its number in the corpus, from 1, as in the address. */
  number: number;
  title: string;
  /** BM25; 0 when the order is another than relevance. */
  score: number;
  /** What the query matched. */
  spans: Span[];
}

export interface Bucket {
  /** The value; null for articles without one. */
  value: string | null;
  /** How many of the selected articles have it. */
  articles: number;
}

export interface Found {
  /** How many articles are selected. */
  total: number;
  /** The first of them. */
  hits: Hit[];
  facets: { country: Bucket[]; source: Bucket[]; month: Bucket[] };
  /** How the query was read, in words. */
  reading: string;
  /** What of it was repaired. */
  problems: string[];
  /** How long the answer took, in microseconds. */
  micros: number;
}

export interface CountryRow {
  /** ISO 3166-1 alpha-2. */
  country: string;
  name: string;
  mentions: number;
  articles: number;
  /** Mean share of an article's mentions, weighted to title and lead; 0 to 1. */
  focus: number;
  names: number;
  demonyms: number;
  capitals: number;
  places: number;
}

export interface Mention {
  start: number;
  end: number;
  surface: string;
  country: string;
  kind: "name" | "demonym" | "capital" | "place";
  /** Inside a longer proper name. */
  in_name: boolean;
  /** In a paragraph that repeats. */
  repeat: boolean;
  /** In navigation, advertisements and the like. */
  furniture: boolean;
}

export interface Stats {
  articles: number;
  /** Size of the pack. */
  bytes: number;
  /** Size of the search index; 0 while it is being built. */
  index_bytes: number;
  /** What the program holds, in bytes. */
  memory: number;
  /** SHA-256 over the sources, in hexadecimal. */
  hash: string;
  gazetteer: string;
}

export interface Dateline {
  /** Resolves once the articles can be asked. */
  ready: Promise<Dateline>;
  version: string;
  /** Opens a pack: its bytes, its address on the same host, or a fetch of it. The page shows it. */
  open(source: string | ArrayBuffer | Uint8Array | Response | Promise<Response>): Promise<Stats>;
  query(text: string, options?: QueryOptions): Found;
  countries(selection?: { query?: string; filters?: Filters }): CountryRow[];
  /** Every mention in an article, counted or not; by its id, or its number from 1. */
  mentions(id: string | number): Mention[];
  stats(): Stats;
}

/**
 * Of the module `dateline.js` beside the page: opens articles without the page; those that the
 * site was published with unless told otherwise.
 */
export function open(
  source?: string | ArrayBuffer | Uint8Array | Response | Promise<Response>,
): Promise<Omit<Dateline, "ready">>;

declare global {
  interface Window {
    dateline: Dateline;
  }
  /** Sent on `window` once `window.dateline` is there. */
  interface WindowEventMap {
    "dateline-ready": Event;
  }
}
