/** A report as an officer sends it, read into what the law weighs. */
import type { PlacedFault, WrittenReport } from '../../reports/index.js';
import { MEDIA_TYPES } from '../../scan/index.js';
import type { ReportInput } from './types.js';

type Read = { readonly written: WrittenReport } | { readonly faults: readonly PlacedFault[] };

/** Everything but media types is of its type already. */
export function readWritten({ attachments, ...said }: ReportInput): Read {
  const read = attachments.map(({ mediaType, content }) => ({
    mediaType: MEDIA_TYPES.find((known) => known === mediaType),
    content: Buffer.from(content, 'base64'),
  }));
  const known = read.flatMap(({ mediaType, content }) =>
    mediaType === undefined ? [] : [{ mediaType, content }],
  );
  if (known.length === read.length) return { written: { ...said, attachments: known } };
  return {
    faults: read.flatMap(({ mediaType }, at) =>
      mediaType === undefined
        ? [{ code: 'MEDIA_TYPE_DIFFERS', at: `report.attachments[${at}].mediaType` } as const]
        : [],
    ),
  };
}
