/** Hands each command its rooms, which are loaded when it is asked: `sorgu --help` waits for none of them. */
import * as cli from './cli/index.js';
import { voice } from './main-voice.js';

/** Runs the command line of this process and sets its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  endWithReader();
  process.exitCode = await cli.runProgram(argv, tools, voice);
}

/** Whoever reads us may stop (`sorgu keys show | head`): then we end as if by SIGPIPE, which Node does not heed. */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(ENDED_BY_PIPE);
    });
  }
}

/** 128 and the number of the signal. */
const ENDED_BY_PIPE = 141;

const serving = async () => (await import('./main-serve.js')).servingTools;
const register = async () => (await import('./main-register.js')).registerTools;
const ledger = async () => (await import('./main-ledger.js')).ledgerTools;
const keys = async () => (await import('./main-keys.js')).keyTools;
const exchange = async () => (await import('./main-exchange.js')).exchangeTools;
const interviews = async () => (await import('./main-interviews.js')).interviewTools;
const operations = async () => (await import('./main-operations.js')).operationTools;
const asking = async () => (await import('./main-ask.js')).askTools;
const publishing = async () => (await import('./main-publications.js')).publicationTools;
const explaining = async () => (await import('./main-explain.js')).explainTools;
const statistics = async () => (await import('./main-statistics.js')).statisticsTools;

const tools: cli.Tools = {
  sign: async (wishes, voice) => (await exchange()).sign(wishes, voice),
  letter: async (wishes, voice) => (await exchange()).letter(wishes, voice),
  clock: async (wishes, voice) => (await exchange()).clock(wishes, voice),
  listMail: async (voice) => (await exchange()).listMail(voice),
  mailAgain: async (id, voice) => (await exchange()).mailAgain(id, voice),
  showLists: async (voice) => (await exchange()).showLists(voice),
  recordLists: async (wishes, voice) => (await exchange()).recordLists(wishes, voice),
  writeNotice: async (wishes, voice) => (await exchange()).writeNotice(wishes, voice),
  sendNotice: async (file, voice) => (await exchange()).sendNotice(file, voice),
  listNotices: async (voice) => (await exchange()).listNotices(voice),
  listActivities: async (voice) => (await exchange()).listActivities(voice),
  listContacts: async (wishes, voice) => (await exchange()).listContacts(wishes, voice),
  recordReceipts: async (file, voice) => (await exchange()).recordReceipts(file, voice),
  listReceipts: async (authority, voice) => (await exchange()).listReceipts(authority, voice),
  reconcile: async (voice) => (await exchange()).reconcile(voice),
  openInterviews: async (file, voice) => (await interviews()).openInterviews(file, voice),
  listInterviews: async (voice) => (await interviews()).listInterviews(voice),
  withdrawInterview: async (id, voice) => (await interviews()).withdrawInterview(id, voice),
  start: async (voice) => (await serving()).start(voice),
  serve: async (voice) => (await serving()).serve(voice),
  migrate: async (voice) => (await register()).migrate(voice),
  importPeople: async (wishes, voice) => (await register()).importPeople(wishes, voice),
  retireKeys: async (wishes, voice) => (await register()).retireKeys(wishes, voice),
  explain: async (wishes, voice) => (await explaining()).explain(wishes, voice),
  hashOperations: async (wishes, voice) => (await operations()).hashOperations(wishes, voice),
  checkOperations: async (wishes, voice) => (await operations()).checkOperations(wishes, voice),
  verifyLedger: async (wishes, voice) => (await ledger()).verifyLedger(wishes, voice),
  dumpLedger: async (file, voice) => (await ledger()).dumpLedger(file, voice),
  createKey: async (voice) => (await keys()).createKey(voice),
  showKeys: async (voice) => (await keys()).showKeys(voice),
  importPublications: async (file, voice) => (await publishing()).importPublications(file, voice),
  listPublications: async (wishes, voice) => (await publishing()).listPublications(wishes, voice),
  releasePublication: async (wishes, voice) =>
    (await publishing()).releasePublication(wishes, voice),
  withdrawPublication: async (wishes, voice) =>
    (await publishing()).withdrawPublication(wishes, voice),
  sample: async (wishes) => (await register()).sample(wishes),
  ask: async (wishes, voice) => (await asking()).ask(wishes, voice),
  audit: (wishes, voice) => cli.audit(wishes, voice),
  checkInstrument: async (wishes, voice) => cli.checkInstrument(wishes, voice),
  exportReceived: (wishes, voice) => cli.exportReceived(wishes, voice),
  listTables: async (voice) => (await statistics()).listTables(voice),
  computeStatistics: async (wishes, voice) => (await statistics()).computeStatistics(wishes, voice),
  showStatistics: async (name, voice) => (await statistics()).showStatistics(name, voice),
  releaseStatistics: async (wishes, voice) => (await statistics()).releaseStatistics(wishes, voice),
};
