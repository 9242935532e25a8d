/** What has just come under somebody's finger takes no press at first: one press must not answer two things. */
import { useRef } from "../../vendor/preact-hooks.js";

/** How long it takes none, in milliseconds. */
export const SETTLES_MS = 700;

/** Whether a press counts by now on what stands here. @param {string} key what that is; "" while there is nothing @returns {() => boolean} */
export function useSettled(key) {
  const since = useRef({ key: "", at: 0, replaces: false });
  const { current } = since;
  // What comes where nothing stood replaces nothing: a press cannot have been on its way to something else.
  if (current.key !== key) since.current = { key, at: Date.now(), replaces: current.key !== "" || Date.now() - current.at < SETTLES_MS };
  return () => !since.current.replaces || Date.now() - since.current.at >= SETTLES_MS;
}
