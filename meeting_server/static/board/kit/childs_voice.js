/**
 * Whether a text about a child speaks as the child: "I", "my", "me" outside quotation marks. The server's rule
 * (domain/deciding/childs_voice.py) decides; this says the same while somebody still types. One table of the tests holds both.
 */

/** Opening quotation marks and what closes them. @type {Record<string, string>} */
const CLOSES = { "“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'" };
/** These are apostrophes too: they close nothing inside a word, and nothing beyond their line. */
const SINGLE = "‘'";
const WORD = /[\p{L}\p{N}_]+(?:['’][\p{L}\p{N}_]+)*/gu;
const FIRST_PERSON = ["i", "me", "my", "mine", "myself"];
const BEFORE_A_NUMERAL = (
  "war part stage type level phase class grade section step tier band schedule " +
  "article elizabeth charles mr mrs ms miss dr pc dc"
).split(" ");
const BEFORE_A_PIT = ["a", "the", "coal", "gold", "tin"];

/** @param {string} word */
function base(word) {
  return word.split(/['’]/)[0];
}

/** Whether a letter, a digit or _ stands there. @param {string} text @param {number} at */
function letter(text, at) {
  return at >= 0 && at < text.length && /[\p{L}\p{N}_]/u.test(text[at]);
}

/** Where each kind of quotation mark could close. @param {string} text */
function endsIn(text) {
  /** @type {Record<string, number[]>} */
  const ends = {};
  Object.keys(CLOSES).forEach((opening) => {
    ends[opening] = [];
    for (let at = 0; at < text.length; at += 1) {
      const closes = CLOSES[opening].indexOf(text[at]) >= 0;
      if (closes && !(SINGLE.indexOf(opening) >= 0 && letter(text, at + 1))) ends[opening].push(at);
    }
  });
  return ends;
}

/**
 * Where the quotation that begins here ends, or -1 if none begins here.
 * @param {string} text @param {number} at @param {Record<string, number[]>} ends those behind us are dropped as we go
 */
function endOfQuotation(text, at, ends) {
  const mark = text[at];
  if (!ends[mark] || (mark === "'" && (letter(text, at - 1) || /\s/.test(text[at + 1] || "")))) return -1;
  while (ends[mark].length && ends[mark][0] <= at) ends[mark].shift();
  if (!ends[mark].length) return -1;
  const end = ends[mark][0];
  const line = text.indexOf("\n", at);
  return SINGLE.indexOf(mark) >= 0 && line >= 0 && line < end ? -1 : end;
}

/** The text with a space for each quotation. @param {string} text */
export function unquoted(text) {
  const ends = endsIn(text);
  let said = "";
  for (let at = 0; at < text.length; at += 1) {
    const end = endOfQuotation(text, at, ends);
    said += end < 0 ? text[at] : " ";
    if (end >= 0) at = end;
  }
  return said;
}

/** @param {string} said @param {string} word @param {number} start @param {string} before the word before, in lower case */
function isFirstPerson(said, word, start, before) {
  const first = base(word).toLowerCase();
  const end = start + word.length;
  if (FIRST_PERSON.indexOf(first) < 0) return false;
  if (first === "i") {
    const after = said[end] || "";
    const ahead = said[start - 1] || "";
    const abbreviated = ((after === "." || after === "/") && letter(said, end + 1)) || (ahead === "." && letter(said, start - 2));
    return !(abbreviated || (ahead === "(" && after === ")") || (word === "I" && BEFORE_A_NUMERAL.indexOf(before) >= 0));
  }
  if (first === "mine") return BEFORE_A_PIT.indexOf(before) < 0;
  return !(word === "ME" && said !== said.toUpperCase());
}

/**
 * @param {string} text
 * @param {string[]} names of people who may be spoken of: somebody may be called My
 */
export function childsVoice(text, names) {
  const said = unquoted(text);
  /** @type {string[]} */
  const called = [];
  names.forEach((name) => (name.match(WORD) || []).forEach((word) => word.length > 1 && called.push(word)));
  let before = "";
  WORD.lastIndex = 0;
  for (let found = WORD.exec(said); found; found = WORD.exec(said)) {
    if (called.indexOf(base(found[0])) < 0 && isFirstPerson(said, found[0], found.index, before)) return true;
    before = found[0].toLowerCase();
  }
  return false;
}

/** Whether somebody's real words stand in the text, in quotation marks. @param {string} text */
export function quotes(text) {
  return unquoted(text) !== text;
}
