import type { NextConfig } from 'next';

/** Types and lint are checked by `npm run check`, not again by each build. What goes with every answer the server sets. */
const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  turbopack: { root: process.cwd() },
  typescript: { ignoreBuildErrors: true },
  // The build's name, the same in pages and server: a page of an older build knows to load itself again.
  generateBuildId: () => process.env['NEXT_PUBLIC_BUILD'] ?? 'development',
};

export default config;
