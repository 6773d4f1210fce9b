let known: boolean | null = null;

/** Whether this machine draws WebGL in software: then the map is drawn at one pixel to a pixel and less often. */
export function hasWeakGpu(gl: WebGL2RenderingContext | null): boolean {
  if (known !== null || gl === null) return known ?? false;
  const extension = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(extension === null ? gl.RENDERER : extension.UNMASKED_RENDERER_WEBGL));
  known = /swiftshader|llvmpipe|software|basic render/iu.test(renderer);
  return known;
}
