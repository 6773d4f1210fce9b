/** Browsers by what their user agent says; the more particular name stands in it beside the more general. */
const BROWSERS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bEdg\/(\d+)/u, 'Edge'],
  [/\bOPR\/(\d+)/u, 'Opera'],
  [/\bFirefox\/(\d+)/u, 'Firefox'],
  [/\b(?:Chrome|Chromium)\/(\d+)/u, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* .*Safari/u, 'Safari'],
];
const SYSTEMS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/Windows/u, 'Windows'],
  [/Android/u, 'Android'],
  [/iPhone|iPad/u, 'iOS'],
  [/Mac OS X/u, 'macOS'],
  [/Linux/u, 'Linux'],
];

/** A user agent in few words: `Chrome 141, Windows`; what is none stays, cut short. */
export function browserOf(userAgent: string): string {
  const browser = BROWSERS.flatMap(([mark, name]) => {
    const found = mark.exec(userAgent);
    return found === null ? [] : [`${name} ${found[1] ?? ''}`.trim()];
  })[0];
  const system = SYSTEMS.find(([mark]) => mark.test(userAgent))?.[1];
  if (browser === undefined) return userAgent.slice(0, 40);
  return system === undefined ? browser : `${browser}, ${system}`;
}
