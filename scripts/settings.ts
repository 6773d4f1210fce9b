// Reads the settings as the server will, so that a wrong one is refused before anything is built.
import { ConfigError, readConfig } from '#config';

try {
  readConfig();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
