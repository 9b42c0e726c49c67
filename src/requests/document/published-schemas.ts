/** The message schemas a partner is given, as files of `schema/messages`. */

import { ENVELOPE_SCHEMA } from '../envelope/envelope.js';
import { NOTICE_SCHEMA, RECEIPT_SCHEMA } from '../standing/notice.js';
import { PROVISION_SCHEMA } from '../unasked/provision-document.js';
import { publishedSchema } from './message-schema.js';
import { REQUEST_SCHEMA } from './request-document.js';

/** File name -> its text. */
export const MESSAGE_SCHEMAS: Readonly<Record<string, string>> = {
  'envelope.schema.json': publishedSchema('envelope:1', ENVELOPE_SCHEMA),
  'request.schema.json': publishedSchema('request:1', REQUEST_SCHEMA),
  'provision.schema.json': publishedSchema('provision:1', PROVISION_SCHEMA),
  'notice-of-change.schema.json': publishedSchema('notice-of-change:1', NOTICE_SCHEMA),
  'notice-receipt.schema.json': publishedSchema('notice-receipt:1', RECEIPT_SCHEMA),
};
