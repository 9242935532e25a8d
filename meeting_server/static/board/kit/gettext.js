/**
 * What screens say, in the language of the page. English is written where it is said; another language comes with the
 * page (`http/page_words.py`), and what it does not have stays English. Take every literal through here: `_("Add")`.
 */

/** @typedef {Record<string, string | number>} Values */
/** @typedef {{texts: Record<string, string>, many: Record<string, string[]>, form: number[]}} PageWords */

/** @type {PageWords | null} */
let words = null;

/** The words that came with the page, read once. @returns {PageWords} */
function pageWords() {
  if (!words) {
    const sent = document.querySelector('meta[name="words"]');
    words = sent ? JSON.parse(sent.getAttribute("content") || "") : { texts: {}, many: {}, form: [] };
  }
  return /** @type {PageWords} */ (words);
}

/** @param {string} text @param {Values | undefined} values */
function filled(text, values) {
  if (!values) return text;
  return text.replace(/%\((\w+)\)s/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * The text in the language of the page, with `%(name)s` filled in.
 * @param {string} text in English @param {Values} [values]
 * @returns {string}
 */
export function _(text, values) {
  return filled(pageWords().texts[text] || text, values);
}

/**
 * As `_`, for a count: `%(n)s` is the count itself. Languages have up to six forms; English has two.
 * @param {string} one @param {string} more @param {number} n whole, 0 or above @param {Values} [values]
 * @returns {string}
 */
export function ngettext(one, more, n, values) {
  const { many, form } = pageWords();
  const forms = many[one];
  // Which form a count takes depends on its last two digits at most, once it is past a hundred.
  const text = forms ? forms[form[n < 200 ? n : 100 + (n % 100)]] : n === 1 ? one : more;
  return filled(text, Object.assign({ n }, values));
}
