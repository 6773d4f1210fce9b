// npm start: from a fresh clone to a served city. The rest is read only when this Node can read it.
import './node-version.mjs';
void import('./steps/start.mjs');
