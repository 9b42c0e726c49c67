/** Writes what is generated from the code: the SDL, the disclosure page, the message schemas, the operation lists and the second wall. Run by `npm run emit`. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { CUSTODY_SCHEMAS } from '../src/custody/index.js';
import {
  buildGraphSchema,
  buildStateSubgraph,
  hashDocuments,
  printSdl,
} from '../src/graph/index.js';
import { disclosurePage } from '../src/policy/index.js';
import { MESSAGE_SCHEMAS } from '../src/requests/index.js';
import { safelistText } from '../src/safelist/index.js';
import { wallRoles, wallText } from '../src/store/index.js';
import {
  INSTRUMENT_SCHEMA,
  loadInstruments,
  nameOfPurpose,
  PURPOSES,
} from '../src/treaty/index.js';

const schemaFolder = new URL('../schema/', import.meta.url);

writeFileSync(new URL('gateway.graphql', schemaFolder), printSdl(buildGraphSchema()));
// Azerbaijan's: any other state's differs in its prefix alone.
writeFileSync(new URL('subgraph.graphql', schemaFolder), buildStateSubgraph('AZE').sdl);
writeFileSync(new URL('disclosure.md', schemaFolder), disclosurePage(loadInstruments().values()));

writeFileSync(new URL('instrument.schema.json', schemaFolder), INSTRUMENT_SCHEMA);

// The explorer's page knows words and HTTP alone: what instruments call their purposes comes to it as a file.
const named = PURPOSES.map((purpose) => [purpose, nameOfPurpose(purpose)]);
const names = JSON.stringify(Object.fromEntries(named), null, 2);
writeFileSync(new URL('purposes.json', schemaFolder), `${names}\n`);

// An operation is written for the purpose that its file is named after.
const operationFolder = new URL('operations/', schemaFolder);
const hashDocument = hashDocuments(buildGraphSchema());
const written = readdirSync(operationFolder).map((file) => {
  const { hash, names } = hashDocument(readFileSync(new URL(file, operationFolder), 'utf8'));
  const purpose = file.replace('.graphql', '').replaceAll('-', '_').toUpperCase();
  return { purpose, name: names[0] ?? purpose, hash };
});
writeFileSync(
  new URL('safelist.json', schemaFolder),
  safelistText(loadInstruments().values(), written),
);

const messageFolder = new URL('messages/', schemaFolder);
mkdirSync(messageFolder, { recursive: true });
for (const [file, text] of Object.entries({ ...MESSAGE_SCHEMAS, ...CUSTODY_SCHEMAS })) {
  writeFileSync(new URL(file, messageFolder), text);
}

const drizzleFolder = new URL('../drizzle/', import.meta.url);
writeFileSync(new URL('wall-roles.sql', drizzleFolder), wallRoles());
writeFileSync(new URL('wall.sql', drizzleFolder), wallText());
