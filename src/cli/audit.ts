/** `sorgu audit`: the auditor's bench from a terminal. It asks a running gateway, so that each look is on record there. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { AuditFault, Language } from '../base/index.js';
import { terminalWords } from '../words/index.js';
import { callGateway } from './audit-call.js';
import { auditFault, plainText, readAnswer } from './known-answers.js';
import {
  type AuditQuestion,
  type AuditWishes,
  type ExitCode,
  UsageFault,
  type Voice,
} from './tools.js';

const ACCESS =
  'at origin index outcome refusal authority unit role officer gateway request instrument purpose clauses items withheld subjects';
const PAGE = `{ nodes { ${ACCESS} } hasNextPage endCursor fault }`;

/** Each question: its GraphQL, and the variables that it takes. */
const QUESTIONS: Readonly<Record<AuditQuestion, string>> = {
  person: `query ($person: ID!, $span: AuditSpanInput, $after: String) {
    told: auditPerson(person: $person, span: $span, first: 100, after: $after) ${PAGE} }`,
  request: `query ($request: ID!, $after: String) {
    told: auditRequest(request: $request, first: 100, after: $after) ${PAGE} }`,
  statistics: `query ($span: AuditSpanInput!) { told: auditStatistics(span: $span) {
    entries items { authority purpose item entries subjects }
    askers { authority role officer entries refused subjects }
    outliers { kind authority role officer subjects median peers }
    repeats { subject authority coordinate purposes requests entries } fault } }`,
  sample: `query ($span: AuditSpanInput!, $count: Int!, $seed: String) {
    told: auditSample(span: $span, count: $count, seed: $seed) {
      seed population drawn { access { ${ACCESS} } justification } fault } }`,
  evidence: `query ($request: ID!) { told: auditEvidence(request: $request) { text fault } }`,
  report: `query ($person: ID!) { told: subjectReport(person: $person) { text fault } }`,
  due: `query { told: dueDeferrals { due { request reason reviewAt } fault } }`,
  decide: `mutation ($request: ID!, $decision: ReportDecision!, $reason: String!, $reviewAt: Instant) {
    told: decideReport(request: $request, decision: $decision, reason: $reason, reviewAt: $reviewAt) { done fault } }`,
};
const toldSchema = z.looseObject({
  fault: auditFault.nullish(),
  text: plainText.nullish(),
  hasNextPage: z.boolean().optional(),
  endCursor: z.string().nullish(),
});

/** Asks, page after page; writes JSON, one page a line, or the text that was asked for. 1 with the code of a fault. */
export async function audit(wishes: AuditWishes, voice: Voice): Promise<ExitCode> {
  const { question, variables, call, out, language } = wishes;
  needWritable(out);
  for (let after: string | undefined; ; ) {
    const asked = { ...variables, ...(after !== undefined && { after }) };
    const data = await callGateway(call, QUESTIONS[question], asked);
    const told = readAnswer(toldSchema, data.told);
    if (typeof told.fault === 'string') {
      voice.say(nothingTold(told.fault, language, voice.language));
      return 1;
    }
    const { fault: _, text, ...rest } = told;
    if (typeof text === 'string' && out !== undefined) writeFileSync(out, text, { mode: 0o600 });
    else if (typeof text === 'string') voice.out(text);
    else voice.out(`${JSON.stringify(rest)}\n`);
    if (told.hasNextPage !== true || typeof told.endCursor !== 'string') return 0;
    after = told.endCursor;
  }
}

/** The code, and for who asked for it in a language its sentence. */
function nothingTold(code: AuditFault, chosen: Language | undefined, language: Language): string {
  const say = terminalWords(chosen ?? language);
  const told = say('NOTHING_TOLD', { code });
  return chosen === undefined ? told : `${told}: ${say(code)}`;
}

// Before the look, which is on record for ever: nobody should have looked for nothing.
function needWritable(path: string | undefined): void {
  if (path === undefined) return;
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch {
    throw new UsageFault((say) => say('OUT_NOT_WRITABLE'));
  }
}

/** A span of two days or instants, the second no longer in it. */
export function spanOf(from: string | undefined, until: string | undefined): object | undefined {
  if (from === undefined && until === undefined) return undefined;
  const [start, end] = [Date.parse(from ?? ''), Date.parse(until ?? '')];
  if (Number.isNaN(start) || Number.isNaN(end)) {
    throw new UsageFault((say) => say('SPAN_FORM'));
  }
  return { from: new Date(start).toISOString(), until: new Date(end).toISOString() };
}
