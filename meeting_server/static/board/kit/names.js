/**
 * What people are called, so that no two read alike. The same rule as on paper (`domain/people/names.py`), held to the same cases
 * (tests/names.json). A child's name is never cut, and no word is dropped that may belong to a name.
 */

/** @typedef {{id: string, name: string, child: boolean, age: string, part: string, called: string}} Named */

/** What stands before a name and is none by itself. */
export const TITLES =
  "mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|reverend|father|fr|sister|nurse|matron|pc|dc|ds|di|dci|sgt|sergeant|insp|inspector|" +
  "constable|detective|pcso|wpc|cllr|councillor|sir|dame|lady|lord|judge|imam|rabbi|pastor|teacher|carer|foster|duty|school|mum|mam|" +
  "mummy|dad|daddy|nan|nana|nanna|nanny|gran|granny|grandma|grandmother|grandad|granddad|grandpa|grandfather|auntie|aunty|aunt|" +
  "uncle|cousin|brother|baby|unborn|the";
const IS_TITLE = new Set(TITLES.split("|"));
/** A word of a name in Latin letters that begins with a capital. */
const PLAIN = /^[A-Z\u00C0-\u00DE][A-Za-z\u00C0-\u024F\u1E00-\u1EFF'\u2019-]*$/;

/** What somebody is called where nobody else is called so. @param {Named} one */
export function usual(one) {
  if (one.called) return one.called;
  const words = one.name.trim().split(/\s+/);
  if (one.child || words.length !== 2 || IS_TITLE.has(words[0].replace(/^\.+|\.+$/g, "").toLowerCase())) return one.name;
  return words.every((word) => PLAIN.test(word)) ? words[0] : one.name;
}

/** Names that read alike are the same text here. @param {string} name */
export function alike(name) {
  return name.normalize("NFC").toLowerCase().trim().split(/\s+/).join(" ");
}

/** The ids of those whose names read alike. @param {Map<string, string>} found */
function shared(found) {
  /** @type {Map<string, number>} */
  const count = new Map();
  found.forEach((name) => count.set(alike(name), (count.get(alike(name)) || 0) + 1));
  return Array.from(found.keys()).filter((id) => (count.get(alike(found.get(id) || "")) || 0) > 1);
}

/** @param {Named[]} people @param {(one: Named) => string} base @param {string} ageUnknown */
function withWhatIsKnown(people, base, ageUnknown) {
  const more = (/** @type {(one: Named) => string} */ by) => (/** @type {Named} */ one) => {
    if (one.child) return by(one) + ", " + (one.age || ageUnknown);
    return one.part ? by(one) + ", " + one.part : one.name;
  };
  /** @type {Map<string, string>} */
  const found = new Map(people.map((one) => [one.id, base(one)]));
  [more(base), more((one) => one.name)].forEach((candidate) => {
    const alikeNow = new Set(shared(found));
    people.forEach((one) => alikeNow.has(one.id) && found.set(one.id, candidate(one)));
  });
  return found;
}

/** @param {Named[]} people @param {(one: Named) => string} base @param {string} ageUnknown */
function toldApart(people, base, ageUnknown) {
  const found = withWhatIsKnown(people, base, ageUnknown);
  /** @type {Map<string, number>} */
  const count = new Map();
  shared(found).sort().forEach((id) => {
    const name = found.get(id) || "";
    count.set(alike(name), (count.get(alike(name)) || 0) + 1);
    found.set(id, name + " (" + count.get(alike(name)) + ")");
  });
  return found;
}

/**
 * What each of these people is called, by id: a child with their age where somebody else is called the same, a grown-up with
 * their part, then by the whole name. @param {Named[]} people @param {string} ageUnknown
 */
export function called(people, ageUnknown) {
  return toldApart(people, usual, ageUnknown);
}

/** The ids of those who read alike whatever is known of them: a number would have to tell them apart. @param {Named[]} people @param {string} ageUnknown */
export function readAlike(people, ageUnknown) {
  return shared(withWhatIsKnown(people, usual, ageUnknown));
}

/** The whole name of each, told apart in the same way. @param {Named[]} people @param {string} ageUnknown */
export function wholeNames(people, ageUnknown) {
  return toldApart(people, (one) => one.name, ageUnknown);
}
