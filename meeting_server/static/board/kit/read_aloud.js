/** Reads words aloud with a voice of the device itself: a voice of the network would send them to somebody else. */

/** @returns {SpeechSynthesisVoice | undefined} */
function voice() {
  if (typeof speechSynthesis === "undefined") return undefined;
  return speechSynthesis.getVoices().find((one) => one.localService && one.lang.slice(0, 2) === "en");
}

/** Whether this device can. */
export function canReadAloud() {
  return voice() !== undefined;
}

/** @param {string} words */
export function readAloud(words) {
  const found = voice();
  if (!found) return;
  const said = new SpeechSynthesisUtterance(words);
  said.voice = found;
  said.lang = found.lang;
  speechSynthesis.cancel();
  speechSynthesis.speak(said);
}
