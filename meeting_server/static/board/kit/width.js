/** How much room a thing has, measured where it stands: a line on the chair's laptop has less of it than on another. */
import { useLayoutEffect, useRef, useState } from "../../vendor/preact-hooks.js";

/**
 * @returns {[import('../../vendor/preact.js').RefObject<HTMLDivElement>, number]} a ref for the element, and its width in
 *   the size of the page's letters, so that larger text counts as less room; 0 until it was measured
 */
export function useWidth() {
  const ref = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const look = () => {
      const letter = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      if (element.clientWidth) setRoom(Math.floor(element.clientWidth / letter));
    };
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return [ref, room];
}
