/** Taking back what somebody said, for good: asked once more, with whose words go. */
import { _ } from "../kit/gettext.js";
import { h } from "../kit/html.js";
import { useCommand } from "./command_form.js";
import { Surely } from "./confirm_button.js";

/** @typedef {import('../wire.js').Commands} Commands */

/**
 * @param {{fk: string, does?: string, about: string, says: string, name: keyof Commands, data: any}} props `about`: whose
 *   words, for those who hear the button; `says`: what goes, and for whom
 */
export function TakeBack({ fk, does, about, says, name, data }) {
  const { ask, problem, busy } = useCommand();
  const yes = () => ask(name, data, _("Taken back."));
  return h(Surely, { fk, icon: "undo-2", small: true, does: does || _("Take it back"), about, says, problem, busy, yes, then: () => undefined });
}
