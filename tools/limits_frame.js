/*
 * What bounds the texts people write, so that a page can say so before it sends them.
 * Made by tools/protocol.py from the code: run it instead of changing this file.
 */

/** How many characters fit, by kind of text. */
export const MOST = @@most@@;

/** The fewest and the most characters of each text of a command, by field; of the texts in its parts, the same within. */
export const TEXTS = @@texts@@;

/** What breaks a line elsewhere, as a pattern. */
export const BREAKS = @@BREAKS@@;

/** What no text may hold, as a pattern. */
export const NOT_SHOWN = @@NOT_SHOWN@@;

/** What shows nothing, as a pattern: a text of nothing else is empty. */
export const UNSEEN = @@UNSEEN@@;
