import { inspect } from '../../src/scan/index.js';
import { readCorpus } from '../corpora/scan-corpus.js';
const t = readCorpus().clean.map(x=>x.text).join('\n\n').slice(0,250000);
let n=0; const c0=process.cpuUsage(); for(let i=0;i<60;i++) n+=inspect(t).length; const c=process.cpuUsage(c0); console.log((c.user+c.system)/60000,'ms each');
