import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';

/** Pages load from here and nowhere else. Next's own inline scripts, and in development its `eval`, must be let through. */
function contentSecurityPolicy(development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    // Older browsers do not take 'self' to include a socket to this very host.
    "connect-src 'self' ws: wss: blob: data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** Types and lint are checked by `npm run check`, not again by each build. */
export default function config(phase: string): NextConfig {
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(phase === PHASE_DEVELOPMENT_SERVER),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=()',
  };
  return {
    poweredByHeader: false,
    reactStrictMode: true,
    devIndicators: false,
    turbopack: { root: process.cwd() },
    typescript: { ignoreBuildErrors: true },
    // The build's name, the same in pages and server: a page of an older build knows to load itself again.
    generateBuildId: () => process.env['NEXT_PUBLIC_BUILD'] ?? 'development',
    headers: async () => [
      { source: '/:path*', headers: Object.entries(headers).map(([key, value]) => ({ key, value })) },
    ],
  };
}
