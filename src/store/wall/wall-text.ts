/**
 * The second wall, whole, as the SQL that `sorgu migrate` applies behind the numbered migrations each time: it takes
 * everything away first, so that a purpose that was narrowed is narrowed in the database too.
 */
import { ADMISSION } from './admit-text.js';
import {
  ASKING,
  CLOSED,
  openingsText,
  privilegesText,
  rolesText,
  rowText,
  searchText,
  usageText,
} from './privileges-text.js';
import { listReaders } from './readers.js';
import { RELATIONS } from './relations.js';
import { TAG_KEY_FUNCTIONS } from './tag-keys-text.js';

const GENERATED = '-- Generated from the policy by `npm run emit`; never edited by hand.';

/** `drizzle/wall-roles.sql`: for an administrator, where the owner of the database may make no roles. */
export const wallRoles = (): string => `${GENERATED}\n${rolesText()}\n`;

/** `drizzle/wall.sql`. */
export function wallText(): string {
  // A view stands before what hangs on it.
  const relations = [...RELATIONS].sort((a, b) => Number('under' in a) - Number('under' in b));
  const parts = [
    GENERATED,
    CLOSED,
    ...ASKING,
    ...ADMISSION,
    ...TAG_KEY_FUNCTIONS,
    openingsText(),
    ...relations.map(rowText),
    searchText(),
    // What came to be above is everybody's by default.
    'REVOKE ALL ON ALL FUNCTIONS IN SCHEMA granted FROM PUBLIC;',
    usageText(),
    ...listReaders().map(privilegesText),
  ];
  return `${parts.join('\n\n')}\n`;
}
