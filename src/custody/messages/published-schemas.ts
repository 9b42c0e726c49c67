/** The schemas of custody that a partner is given, as files of `schema/messages`. */
import { publishedSchema } from '../../requests/index.js';
import { ONWARD_TRANSFER_SCHEMA, PURPOSE_CHANGE_SCHEMA } from '../consents/consent.js';
import { CUSTODY_SCHEMA } from './message.js';

/** File name -> its text. */
export const CUSTODY_SCHEMAS: Readonly<Record<string, string>> = {
  'custody.schema.json': publishedSchema('custody:1', CUSTODY_SCHEMA),
  'purpose-change-consent.schema.json': publishedSchema(
    'purpose-change-consent:1',
    PURPOSE_CHANGE_SCHEMA,
  ),
  'onward-transfer-consent.schema.json': publishedSchema(
    'onward-transfer-consent:1',
    ONWARD_TRANSFER_SCHEMA,
  ),
};
