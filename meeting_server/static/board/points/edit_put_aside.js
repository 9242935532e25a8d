/** Puts a point aside: off every screen at once, kept on the chair's desk, with the reason that everyone reads. */
import { html, h } from "../kit/html.js";
import { written } from "../store/language.js";
import * as store from "../store/store.js";
import { AsideForm, whoseWords } from "../asides/put_aside.js";

/** @param {import('./point_editor.js').EditProps} props */
export function EditPutAside({ item, done }) {
  const about = whoseWords(store.personName(item.speaker), item.at, item.text);
  return html`<p class="text quote" ...${written(item.lang)}>${item.text}</p>
    ${h(AsideForm, { kind: "items", thing: item.id, about, fk: "aside:items:" + item.id, done })}`;
}
