let known: boolean | null = null;

/** Whether this machine draws WebGL in software: then maps are redrawn less often, and large ones without smoothing. */
export function hasWeakGpu(): boolean {
  if (known !== null) return known;
  const gl = document.createElement('canvas').getContext('webgl2');
  if (gl === null) return true;
  const extension = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(extension === null ? gl.RENDERER : extension.UNMASKED_RENDERER_WEBGL));
  // A page has few contexts: give this one back at once.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  known = /swiftshader|llvmpipe|software|basic render/iu.test(renderer);
  return known;
}

/** Pixels of a map that software still smooths (multisampling) in bearable time. */
export const SMOOTH_PIXELS = 2_500_000;
