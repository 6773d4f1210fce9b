// A server without pages, for tests that kill it.
import { readConfig } from '#config';
import { startServer } from '../../server/compose/server.ts';

const server = await startServer(readConfig(), { pages: false });
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
