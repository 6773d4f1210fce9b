import nextVitals from 'eslint-config-next/core-web-vitals';
import tseslint from 'typescript-eslint';

/**
 * Every way to the environment but server/config.ts. What the build itself writes into the pages (NEXT_PUBLIC_…) is no
 * setting of the running server.
 */
const environment = [
  ':not(MemberExpression[property.name=/^NEXT_PUBLIC_/], MemberExpression[property.value=/^NEXT_PUBLIC_/]) > MemberExpression[object.name="process"][property.name="env"]',
  'MemberExpression[object.name="process"][property.value="env"]',
  'MemberExpression[object.property.name="process"][property.name="env"]',
  'VariableDeclarator[init.name="process"]',
  'ImportDeclaration[source.value=/^(node:)?process$/]',
].map((selector) => ({ selector, message: 'Settings are read in server/config.ts alone.' }));

/** Reading a Date in the machine's own zone: every day and hour here belongs to the platform's zone. */
const machineZone = {
  selector:
    'CallExpression > MemberExpression.callee > Identifier.property[name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/]',
  message: "It works in the machine's time zone: use UTC, or the platform's calendar.",
};

/** The same input gives the same output: the domain takes instants and random numbers as arguments. */
const impure = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'MemberExpression[object.name=/^(Date|performance)$/][property.name="now"]',
  'MemberExpression[object.name="Math"][property.name="random"]',
].map((selector) => ({ selector, message: 'The domain is pure: take it as an argument.' }));

/** What Next.js asks of pages; its rules of React walk every function there is, so they look at the pages alone. */
const pages = nextVitals.map((part) => (part.rules || part.plugins ? { ...part, files: ['app/**/*.{ts,tsx}'] } : part));

// The rules every file shares, and those that need types, are .oxlintrc.json's: it reads the whole tree in seconds.
export default tseslint.config(
  {
    ignores: [
      '.next/',
      '.build/',
      '.data*/',
      'public/',
      'server/adapters/postgres/generated/',
      'next-env.d.ts',
      'test-results/',
    ],
  },
  // What cannot be said in the code cannot be switched off in a comment either.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  pages,
  { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } },
  {
    files: ['app/**/*.{ts,tsx}'],
    rules: {
      // They speak of the React Compiler, which does not build these pages.
      'react-hooks/preserve-manual-memoization': 'off',
      'react-hooks/incompatible-library': 'off',
    },
  },
  { rules: { 'no-restricted-syntax': ['error', machineZone] } },
  {
    files: ['server/**', 'app/**', 'prisma/**'],
    ignores: ['server/config.ts'],
    rules: { 'no-restricted-syntax': ['error', machineZone, ...environment] },
  },
  {
    files: ['server/domain/**', 'server/wire/**'],
    rules: { 'no-restricted-syntax': ['error', machineZone, ...environment, ...impure] },
  },
);
