/** Makes `planted.ndjson` and `clean.ndjson`: `node --import tsx test/corpora/field-notes/make-field-notes.ts`. */
import { writeFileSync } from 'node:fs';
import { fieldNotes, ndjson } from './field-notes.js';

const { planted, clean } = fieldNotes();
writeFileSync(new URL('planted.ndjson', import.meta.url), ndjson(planted));
writeFileSync(new URL('clean.ndjson', import.meta.url), ndjson(clean));
