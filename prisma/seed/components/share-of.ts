/** A number from 0 to below 1 that depends on a code and a question alone (FNV-1a, mixed). */
export function shareOf(code: string, question: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${question} ${code}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  // FNV leaves near codes near each other; one more mix spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
