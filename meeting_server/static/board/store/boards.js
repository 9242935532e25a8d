/**
 * One board for each audience this person is in, as the server has told it, and the one rule for keeping it true.
 *
 * A patch numbered one after the last is applied, an older one ignored; a later one means that something was missed,
 * and a snapshot is asked for. Patches are gathered for 120 ms: a busy minute is a calm screen and one rendering.
 */
import { batch, signal } from "../../vendor/signals.js";
import { keepFocus } from "../kit/keep_focus.js";
import { inView } from "./in_view.js";

/** @typedef {import('../wire.js').Patch} Patch */
/** @typedef {import('../wire.js').ThingKinds} ThingKinds what each kind of thing is: {items: Item, people: Person, ...} */
/** @typedef {keyof ThingKinds} Kind */
/** @typedef {{n: number, things: Record<string, any>}} SentBoard a board as a snapshot says it */
/** @typedef {{n: number, kinds: Map<string, Map<string, any>>}} Board */
/** @typedef {(patch: Patch, before: (kind: string, id: string) => any) => void} Hear */

const BATCH_MS = 120;

/** @type {Map<string, Board>} */
const boards = new Map();
/** @type {Map<string, import('../../vendor/signals.js').Signal<number>>} */
const versions = new Map();
/** @type {Patch[]} */
let arrived = [];
let timer = 0;
let missed = false;
let askAgain = () => {};
/** @type {Hear[]} */
const listeners = [];

/** @param {string} kind */
function version(kind) {
  let found = versions.get(kind);
  if (!found) {
    found = signal(0);
    versions.set(kind, found);
  }
  return found;
}

/** @param {string} kind */
function touch(kind) {
  const one = version(kind);
  one.value = one.peek() + 1;
}

/** Makes whoever is rendering render again when a thing of this kind changes. @param {string} kind */
function watch(kind) {
  return version(kind).value;
}

/**
 * What to do when something was missed; called once until the next snapshot.
 * @param {() => void} ask
 */
export function whenMissed(ask) {
  askAgain = ask;
}

/**
 * Calls `hear` for every patch just before it is applied, with a look at the board as it still stands.
 * @param {Hear} hear
 */
export function onPatch(hear) {
  listeners.push(hear);
}

/**
 * A patch came. It is applied with the others of these 120 ms; a hidden page has timers, though no animation frames.
 * @param {Patch} patch
 */
export function apply(patch) {
  arrived.push(patch);
  if (!timer) timer = setTimeout(flush, BATCH_MS);
}

/** Applies at once what has arrived. */
export function flush() {
  clearTimeout(timer);
  timer = 0;
  const now = arrived;
  arrived = [];
  if (now.length) keepFocus(() => batch(() => now.forEach(take)));
}

/** @param {Patch} patch */
function take(patch) {
  const board = boards.get(patch.audience);
  if (board && patch.n <= board.n) return;
  if (!board || patch.n > board.n + 1) {
    if (!missed) {
      missed = true;
      askAgain();
    }
    return;
  }
  const before = (/** @type {string} */ kind, /** @type {string} */ id) => (board.kinds.get(kind) || new Map()).get(id);
  listeners.forEach((hear) => hear(patch, before));
  board.n = patch.n;
  const sent = /** @type {Record<string, any>} */ (patch.put);
  Object.keys(sent).forEach((kind) => put(board, kind, sent[kind]));
  const gone = /** @type {Record<string, string[]>} */ (patch.gone);
  Object.keys(gone).forEach((kind) => {
    const things = board.kinds.get(kind);
    if (things) gone[kind].forEach((id) => things.delete(id));
    touch(kind);
  });
}

/** @param {Board} board @param {string} kind @param {Record<string, any>} things */
function put(board, kind, things) {
  const held = board.kinds.get(kind) || new Map();
  board.kinds.set(kind, held);
  Object.keys(things).forEach((id) => held.set(id, things[id]));
  touch(kind);
}

/**
 * Every board anew, from a snapshot; none, to forget everything. Patches that wait are dropped or ignored by number.
 * @param {{[audience: string]: SentBoard | undefined}} sent
 */
export function setBoards(sent) {
  missed = false;
  boards.clear();
  Object.keys(sent).forEach((audience) => {
    const { n, things } = /** @type {SentBoard} */ (sent[audience]);
    /** @type {Board} */
    const board = { n, kinds: new Map() };
    boards.set(audience, board);
    Object.keys(things).forEach((kind) => put(board, kind, things[kind]));
  });
  if (!boards.size) arrived = [];
  versions.forEach((_version, kind) => touch(kind));
}

/** The number of the last event known of an audience; -1 when its board is not here. @param {string} audience */
export function lastOf(audience) {
  const board = boards.get(audience);
  return board ? board.n : -1;
}

/** The boards as a snapshot would say them: old board + patch = fresh snapshot. @returns {Record<string, SentBoard>} */
export function dump() {
  /** @type {Record<string, SentBoard>} */
  const said = {};
  boards.forEach((board, audience) => {
    said[audience] = { n: board.n, things: {} };
    board.kinds.forEach((held, kind) => {
      if (held.size) said[audience].things[kind] = {};
      held.forEach((thing, id) => {
        said[audience].things[kind][id] = thing;
      });
    });
  });
  return said;
}

/**
 * All things of a kind with the audience each was said to, widest first. The same id may come twice (held words stand
 * on the chair's desk and in their writer's own board). Reading it in a component renders that again on change.
 * @template {Kind} K
 * @param {K} kind
 * @returns {Array<{audience: string, thing: ThingKinds[K]}>}
 */
export function each(kind) {
  watch(kind);
  /** @type {Array<{audience: string, thing: ThingKinds[K]}>} */
  const found = [];
  inView().forEach((audience) => {
    const board = boards.get(audience);
    const things = board && board.kinds.get(kind);
    if (things) things.forEach((thing) => found.push({ audience, thing }));
  });
  return found;
}

/**
 * The thing of this kind and id, from the widest audience that has it.
 * @template {Kind} K
 * @param {K} kind
 * @param {string} id
 * @returns {ThingKinds[K] | undefined}
 */
export function get(kind, id) {
  watch(kind);
  const audiences = inView();
  for (let i = 0; i < audiences.length; i += 1) {
    const board = boards.get(audiences[i]);
    const things = board && board.kinds.get(kind);
    const thing = things && things.get(id);
    if (thing) return thing;
  }
  return undefined;
}
