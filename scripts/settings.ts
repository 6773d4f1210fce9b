// Reads the settings as the server will, so that a wrong one is refused before anything is built. With --table it
// prints the README's table of them instead.
import { ConfigError, readConfig, settingsTable } from '#config';

if (process.argv.includes('--table')) {
  process.stdout.write(`${settingsTable()}\n`);
} else {
  try {
    readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
