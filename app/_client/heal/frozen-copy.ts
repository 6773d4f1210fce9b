/**
 * A still copy of what an element shows, to stand in its place while its parts are made anew. What is drawn in WebGL
 * cannot be read back afterwards and is left out; what was copied to a plain canvas stays.
 */
export function frozenCopy(of: HTMLElement): HTMLElement {
  const copy = of.cloneNode(true) as HTMLElement;
  const drawn = of.querySelectorAll('canvas');
  for (const [index, canvas] of copy.querySelectorAll('canvas').entries()) {
    const from = drawn[index];
    if (from === undefined || from.width === 0 || from.height === 0) continue;
    canvas.width = from.width;
    canvas.height = from.height;
    canvas.getContext('2d')?.drawImage(from, 0, 0);
  }
  // Nobody should find the copy for the thing itself.
  for (const named of copy.querySelectorAll('[id], [data-testid]')) {
    named.removeAttribute('id');
    named.removeAttribute('data-testid');
  }
  return copy;
}
