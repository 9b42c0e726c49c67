/** Article 15: Russian is used; a request that is not in Russian is shown as such. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/base/index.js';
import { draftFaults, type RequestDocument, refusingSigning } from '../../src/requests/index.js';
import { loadInstruments } from '../../src/treaty/index.js';
import { document } from '../rooms/requests/document/documents.js';

const instruments = loadInstruments();
const faultsOf = (draft: RequestDocument) =>
  draftFaults(draft, instruments.get(draft.instrument), {
    status: { notifications: { AZE: '2021-01-01', KAZ: '2021-07-01' } },
    on: '2026-06-15',
  });

describe('A-15 the working language', () => {
  test.each([
    {
      what: 'Russian',
      substance: 'Просим установить личность и гражданство задержанного лица.',
      isShown: false,
    },
    {
      what: 'Russian with a Latin name and a number',
      substance: 'Просим проверить документ NÜMUNƏYEV N01234567, выданный в Баку.',
      isShown: false,
    },
    {
      what: 'Russian with a Kazakh name',
      substance: 'Просим сообщить сведения о гражданине по имени Үлгі Әлімұлы.',
      isShown: false,
    },
    {
      what: 'Kazakh',
      substance: 'Ұсталған адамның жеке басын және азаматтығын анықтауды сұраймыз.',
      isShown: true,
    },
    {
      what: 'Azerbaijani',
      substance: 'Saxlanılmış şəxsin şəxsiyyətinin müəyyən edilməsini xahiş edirik.',
      isShown: true,
    },
    {
      what: 'Azerbaijani in Cyrillic',
      substance: 'Сахланылмыш шәхсин шәхсиjjәтинин мүәjjән едилмәсини хаһиш едирик.',
      isShown: true,
    },
    {
      what: 'English',
      substance: 'Please establish the identity of the person who is detained.',
      isShown: true,
    },
    { what: 'too little to tell', substance: 'Urgent.', isShown: false },
  ])('$what: shown $isShown, and never refused for it', ({ substance, isShown }) => {
    const faults = faultsOf({ ...document, substance });
    const flag = { code: 'TEXT_NOT_IN_WORKING_LANGUAGE', at: 'substance' };
    expect(faults).toEqual(isShown ? [flag] : []);
    expect(refusingSigning(faults)).toEqual([]);
  });

  test.each(LANGUAGES.filter((language) => language !== 'ru').map((language) => ({ language })))(
    'a draft that says it is in $language is not signed',
    ({ language }) => {
      const faults = refusingSigning(faultsOf({ ...document, language }));
      expect(faults).toEqual([{ code: 'LANGUAGE_NOT_WORKING', at: 'language' }]);
    },
  );
});
