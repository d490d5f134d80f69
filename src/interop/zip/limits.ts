/** So many entries are read at most: an archive of a person's own has some hundred. */
export const MOST_ENTRIES = 10_000;

/** So much may come out of one archive, in bytes: as much as a file that is brought in may hold. */
export const MOST_BYTES = 1024 ** 3;

/** Text shrinks to a twentieth, text that says one thing over and over to a hundredth; a bomb to a thousandth. */
export const MOST_RATIO = 200;

/** Below this the ratio says nothing, in bytes. */
export const RATIO_FROM = 8 * 1024 ** 2;

/** The list of entries: 10,000 of them with long names, in bytes. */
export const MOST_DIRECTORY_BYTES = 8 * 1024 ** 2;
