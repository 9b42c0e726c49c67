/** From a report as it is told to the report as the schema has it. */
import type { ToldFinding, ToldOffer, ToldReport } from '../../reports/index.js';
import type { ReadReport } from './desk.js';
import type { ReportFinding, ReportOffer, StrategicReport } from './types.js';

/** One that is read, with the bytes of what is attached. */
export const readView = ({ told, attachments }: ReadReport): StrategicReport =>
  reportView(told, attachments);

/** One of a list. */
export function reportView(
  told: ToldReport,
  attachments: readonly Uint8Array[] = [],
): StrategicReport {
  const { originator, recipients, writtenAt, consents, permitted, findings, ...said } = told;
  return {
    ...said,
    originator: { code: originator },
    recipients: recipients.map((code) => ({ code })),
    writtenAt: Date.parse(writtenAt),
    consents: consents.map(({ authority, ...one }) => ({ ...one, authority: { code: authority } })),
    mayBePassedOnTo: permitted,
    attachments: said.attachments.map((one, at) => ({
      ...one,
      content: contentOf(attachments[at]),
    })),
    findings: findings?.map(findingView) ?? null,
  };
}

const contentOf = (bytes: Uint8Array | undefined): string | null =>
  bytes === undefined ? null : Buffer.from(bytes).toString('base64');

export const findingView = ({ clearance, ...finding }: ToldFinding): ReportFinding => ({
  ...finding,
  reason: clearance?.reason ?? null,
  clearedBy: clearance?.officer ?? null,
  clearedAt: clearance?.at ?? null,
});

export const offerView = ({ originator, ...offer }: ToldOffer): ReportOffer => ({
  ...offer,
  originator: { code: originator },
});
