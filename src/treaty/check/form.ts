/** The form of an instrument's file, member by member. */
import { LANGUAGES } from '../../base/index.js';
import { ACTIVITY_KINDS, BODY_KINDS } from '../activities.js';
import { PERSON_CONDITIONS } from '../instrument-data.js';
import { ITEMS } from '../items.js';
import { PUBLICATION_KINDS } from '../publication-kinds.js';
import { REPORT_CONSENTS, REPORT_KINDS } from '../report-kinds.js';
import { jsonSchemaOf, type Shape } from './shape.js';

const text = (fault: Shape['fault'], form: RegExp): Shape => ({ is: 'text', fault, form });
const list = (each: Shape, least: number, fault: Shape['fault'] = 'FORM'): Shape => ({
  ...{ is: 'list', each, least, fault },
  missing: least > 0 ? fault : 'MEMBER_MISSING',
});
const one = (of: readonly string[], fault: Shape['fault'] = 'FORM'): Shape => ({
  ...{ is: 'one', of, fault, missing: fault },
});
const members = (
  needs: Readonly<Record<string, Shape>>,
  may: Readonly<Record<string, Shape>> = {},
): Shape => ({ is: 'members', needs, may, fault: 'FORM' });
const about = (shape: Shape, said: string): Shape => ({ ...shape, about: said });

/** One line of letters and signs: it is printed as it stands, on terminals too. */
const WORD = text('FORM', /^(?!\s*$)\P{C}+$/u);
/** What a clause says, in as many lines as it has. */
const WORDS = text('FORM', /^(?!\s*$)(?:\P{C}|\n)+$/u);
const COUNTRY = text('FORM', /^[A-Z]{3}$/);
const AUTHORITY = text('FORM', /^[A-Z]{2}(-[A-Z]+)+$/);
const CLAUSE = text('CLAUSE_FORM', /^[1-9]\d*(\([1-9]\d*\)|\([a-z]\))*$/);
const PURPOSE = text('PURPOSE_FORM', /^[A-Z][A-Z_]{2,39}$/);
const DAY: Shape = { is: 'day', fault: 'DAY_FORM' };
const FLAG: Shape = { is: 'flag', fault: 'FORM' };
const ITEM = one(ITEMS, 'ITEM_UNKNOWN');
const LANGUAGE = one(LANGUAGES);
const days = (most: number): Shape => ({ is: 'count', most, fault: 'FORM' });

const NAMED: Shape = {
  ...members(
    Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        { ...WORD, fault: 'NAME_MISSING', missing: 'NAME_MISSING' },
      ]),
    ),
  ),
  ...{ fault: 'NAME_MISSING', missing: 'NAME_MISSING' },
  about: 'The same in Russian, English, Azerbaijani and Kazakh.',
};

const itemClauses = list(CLAUSE, 1, 'ITEM_WITHOUT_CLAUSE');
const purposeClauses = list(CLAUSE, 1, 'PURPOSE_WITHOUT_CLAUSE');

const PURPOSE_DATA = members(
  {
    purpose: PURPOSE,
    name: NAMED,
    clauses: about(purposeClauses, 'The bases a request may rest this purpose on.'),
    statedBy: about(
      one(['requesting', 'requested'], 'PURPOSE_NOBODY_MAY_STATE'),
      'The authority that asks, or the one that executes.',
    ),
    opens: about(
      list(ITEM, 0),
      'The items that the purpose needs; each has its clause under `items`.',
    ),
  },
  {
    dpv: text('FORM', /^https:\/\/w3id\.org\/dpv\S*$/),
    closes: about(list(ITEM, 0), 'What the text expressly keeps out of this purpose.'),
    under: about(purposeClauses, 'Clauses of the rules where they are not those of the item.'),
    conditions: {
      is: 'map',
      key: CLAUSE,
      each: one(PERSON_CONDITIONS, 'CONDITION_UNKNOWN'),
      fault: 'FORM',
    },
    retentionDays: about(days(3650), 'For how many days what was received may be held.'),
  },
);

const AMENDMENT = members(
  { reference: about(WORD, 'The document, as the Parties name it.'), signedOn: DAY },
  {
    executionDays: days(366),
    items: {
      ...{ is: 'map', key: ITEM, fault: 'FORM' },
      each: {
        is: 'either',
        of: [itemClauses, { is: 'null', fault: 'FORM' }],
        fault: 'ITEM_WITHOUT_CLAUSE',
      },
    },
    purposes: list(PURPOSE_DATA, 1),
    endsPurposes: list(PURPOSE, 1),
  },
);

const ENTRY: Shape = {
  ...{ is: 'either', fault: 'ENTRY_MISSING', missing: 'ENTRY_MISSING' },
  of: [members({ on: one(['LAST_NOTIFICATION']) }), members({ on: one(['DAY']), day: DAY })],
  about: 'On the last of the notifications, or on a day of the text.',
};

const kindClauses = (kinds: readonly string[]): Shape => ({
  ...{ is: 'map', key: one(kinds), fault: 'FORM' },
  each: list(CLAUSE, 1, 'KIND_WITHOUT_CLAUSE'),
});

const COOPERATION = members(
  {
    activities: {
      ...{ is: 'map', key: CLAUSE, fault: 'FORM' },
      each: members({ kinds: list(one(ACTIVITY_KINDS), 1) }, { joinedBy: one(BODY_KINDS) }),
    },
  },
  { contactPoints: about(CLAUSE, 'The clause by which contact points are assigned.') },
);

/** An instrument's file. */
export const INSTRUMENT_FORM: Shape = {
  ...members(
    {
      id: about(
        { ...text('ID_FORM', /^[A-Z]{2}(-[A-Z]{2})+-\d{4}$/), missing: 'ID_FORM' },
        'Parties and year of signature: AZ-KZ-2019.',
      ),
      title: NAMED,
      parties: list(
        members({
          country: COUNTRY,
          authorities: list(AUTHORITY, 1, 'AUTHORITIES_MISSING'),
        }),
        2,
        'PARTIES_MISSING',
      ),
      bindingForce: one(['TREATY', 'NONE'], 'BINDING_FORCE_MISSING'),
      confirmed: about(FLAG, 'False where the text was not at hand.'),
      languages: about(
        list(LANGUAGE, 1),
        'In which the text was signed, as far as the gateway speaks them.',
      ),
      prevailing: one(LANGUAGES, 'PREVAILING_MISSING'),
      workingLanguage: one(LANGUAGES, 'WORKING_LANGUAGE_MISSING'),
      entryIntoForce: ENTRY,
      terminationMonths: {
        ...days(60),
        fault: 'TERMINATION_MISSING',
        missing: 'TERMINATION_MISSING',
      },
      amendedBy: one(['PROTOCOL', 'WRITTEN_CONSENTS']),
      items: about(
        { is: 'map', key: ITEM, each: itemClauses, fault: 'FORM' },
        'Item -> the clauses that are its basis.',
      ),
      purposes: list(PURPOSE_DATA, 1, 'PURPOSES_MISSING'),
      rows: members({
        nationalsOfPartiesOnly: FLAG,
        citizenships: one(['OF_PARTIES', 'ALL']),
        documents: one(['TRAVEL_OR_RESIDENCE', 'ALL']),
        entryBans: one(['IN_FORCE', 'ALL']),
      }),
    },
    {
      $schema: WORD,
      states: list(members({ country: COUNTRY, zone: WORD, name: NAMED }), 0),
      authorities: list(
        members({ code: AUTHORITY, country: COUNTRY, language: LANGUAGE, name: NAMED }),
        0,
      ),
      executionDays: days(366),
      listDays: days(366),
      amendments: list(AMENDMENT, 0),
      publications: about(
        kindClauses(PUBLICATION_KINDS),
        'What is exchanged for everybody to read, and the clauses that say so.',
      ),
      reports: members({ consent: one(REPORT_CONSENTS), kinds: kindClauses(REPORT_KINDS) }),
      cooperation: COOPERATION,
      texts: about(
        { is: 'map', key: LANGUAGE, each: list(list(WORDS, 2), 1), fault: 'FORM' },
        'What each clause says, in the languages in which the text was signed: [clause, words].',
      ),
    },
  ),
  fault: 'NOT_A_FILE',
};

/** The form as the published JSON Schema, in its own formatting. */
export const INSTRUMENT_SCHEMA = `${JSON.stringify(
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'An international instrument, as the gateway applies it',
    ...jsonSchemaOf(INSTRUMENT_FORM),
  },
  null,
  2,
)}\n`;
