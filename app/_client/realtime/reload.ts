const KEY = 'citywall.reloaded-at';
const NOT_MORE_OFTEN_THAN_MS = 60_000;
let planned = false;

/**
 * Loads the page anew within half a minute, because the server speaks another protocol or serves another build. Spread
 * at random so that a wall of screens does not go dark at once, and never twice within a minute.
 */
export function reloadLater(why: 'protocol' | 'build'): void {
  if (planned) return;
  planned = true;
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  const earliest = Math.max(0, last + NOT_MORE_OFTEN_THAN_MS - Date.now());
  setTimeout(
    () => {
      sessionStorage.setItem(KEY, String(Date.now()));
      console.info(`reloading: another ${why}`);
      location.reload();
    },
    earliest + 2_000 + Math.random() * 28_000,
  );
}
