#!/usr/bin/env node
// The starter: runs the command line from source (docs/decisions/0001).
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/main.ts');
await main(process.argv);
