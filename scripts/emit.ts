/** Writes what is generated from the code: the SDL and the disclosure page. Run by `npm run emit`. */
import { writeFileSync } from 'node:fs';
import { buildGraphSchema, printSdl } from '../src/graph/index.js';
import { disclosurePage } from '../src/policy/index.js';
import { loadInstruments } from '../src/treaty/index.js';

const schemaFolder = new URL('../schema/', import.meta.url);

writeFileSync(new URL('gateway.graphql', schemaFolder), printSdl(buildGraphSchema()));
writeFileSync(new URL('disclosure.md', schemaFolder), disclosurePage(loadInstruments().values()));
