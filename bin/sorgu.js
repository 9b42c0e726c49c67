#!/usr/bin/env -S node --max-semi-space-size=64
// The starter: runs the command line from source (docs/decisions/0001), with room for answers under way (0010).
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/main.ts');
await main(process.argv);
