/** The page's only voice: what is said there is read out once. @param {string} words */
export function say(words) {
  const voice = document.getElementById("voice");
  if (voice) voice.textContent = words;
}
