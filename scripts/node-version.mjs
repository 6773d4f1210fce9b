// Imported first by every script, and written so that an old Node can still read it and say what it lacks.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error('Citywall needs Node 20.19 or newer; this is ' + process.version + '.');
  process.exit(1);
}
