/** The message schemas a partner is given, as files of `schema/messages`. */
import { publishedSchema } from './message-schema.js';
import { REQUEST_SCHEMA } from './request-document.js';

/** File name -> its text. */
export const MESSAGE_SCHEMAS: Readonly<Record<string, string>> = {
  'request.schema.json': publishedSchema('request:1', REQUEST_SCHEMA),
};
