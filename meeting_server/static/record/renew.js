/**
 * Makes a page say what a newer one says, and leaves every node alone that says the same: where somebody reads, has the
 * focus or has marked words stays where it is.
 */

/** What a reader unfolded stays so. @param {Element} old @param {Element} fresh */
function renewAttributes(old, fresh) {
  Array.from(old.attributes).forEach(({ name }) => name === "open" || fresh.hasAttribute(name) || old.removeAttribute(name));
  Array.from(fresh.attributes).forEach(({ name, value }) => old.getAttribute(name) === value || old.setAttribute(name, value));
}

/** @param {ChildNode} old @param {Node} fresh */
function replace(old, fresh) {
  old.replaceWith(document.importNode(fresh, true));
}

/** @param {ChildNode} old stands in this page @param {ChildNode} fresh says how it should read */
export function renew(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (!(old instanceof Element) || old.nodeName !== fresh.nodeName) {
    replace(old, fresh);
    return;
  }
  renewAttributes(old, /** @type {Element} */ (fresh));
  const was = Array.from(old.childNodes);
  const now = Array.from(fresh.childNodes);
  while (was.length && now.length && was[0].isEqualNode(now[0])) {
    was.shift();
    now.shift();
  }
  let after = /** @type {ChildNode | null} */ (null);
  while (was.length && now.length && was[was.length - 1].isEqualNode(now[now.length - 1])) {
    after = was.pop() || null;
    now.pop();
  }
  if (was.length === now.length) {
    was.forEach((one, at) => renew(one, now[at]));
    return;
  }
  was.forEach((one) => one.remove());
  now.forEach((one) => old.insertBefore(document.importNode(one, true), after));
}
