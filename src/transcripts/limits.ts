const MB = 1024 * 1024;

/** What is read at most; a transcript beyond these is refused with a word on how to make it smaller. */
export const LIMITS = {
  /** Characters of one contribution: as many as Slack takes in a message (Teams takes fewer). */
  text: 40_000,
  /** Characters of an id or a name. */
  name: 500,
  /** Bytes of one line of a JSONL file: a contribution of full length with every character escaped, and as much again. */
  line: MB,
  /** Bytes of one JSON or CSV file that is read whole; JSONL is read line by line and may be of any size. */
  file: 256 * MB,
  /** Bytes to which a zip may unpack. */
  unpacked: 1024 * MB,
  /** How many times its size a zip may unpack to, once it unpacks to more than `ratioFrom` bytes. */
  ratio: 200,
  ratioFrom: 64 * MB,
  /** Files in a zip. */
  entries: 200_000,
};

/** `1,5 GB` would be read differently in different countries, so sizes are whole numbers. */
export const bytes = (count: number): string =>
  count >= 1024 * MB ? `${Math.round(count / MB / 1024)} GB` : `${Math.round(count / MB)} MB`;
