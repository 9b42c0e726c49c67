/** The scripts of the letters in a name: two in one word are a slip of the keyboard, or one letter posing as another. */
import type { SubjectName } from './request-document.js';

type Script = 'Cyrl' | 'Latn' | 'OTHER';

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Latn', /\p{Script=Latin}/u],
  // Letters that every script shares (a modifier apostrophe) belong to none.
  [
    'OTHER',
    /(?!\p{Script=Cyrillic}|\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}/u,
  ],
];

/** What is wrong with the script of a part of a name that is tagged with a script, if anything. */
export function scriptFault(
  part: string,
  tag: SubjectName['script'],
): 'NAME_MIXES_SCRIPTS' | 'NAME_IN_OTHER_SCRIPT' | undefined {
  const found = scripts.filter(([, letters]) => letters.test(part)).map(([script]) => script);
  if (found.length > 1) return 'NAME_MIXES_SCRIPTS';
  return found.every((script) => tag.endsWith(script)) ? undefined : 'NAME_IN_OTHER_SCRIPT';
}
