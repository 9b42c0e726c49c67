/** What help says, by language, as the catalogues hold it. */
import type { Language } from '../../../src/base/index.js';
import { az as azCommands } from '../../../src/words/terminal/commands/az.js';
import { en as enCommands } from '../../../src/words/terminal/commands/en.js';
import { kk as kkCommands } from '../../../src/words/terminal/commands/kk.js';
import { ru as ruCommands } from '../../../src/words/terminal/commands/ru.js';
import { az as azParts } from '../../../src/words/terminal/parts/az.js';
import { en as enParts } from '../../../src/words/terminal/parts/en.js';
import { kk as kkParts } from '../../../src/words/terminal/parts/kk.js';
import { ru as ruParts } from '../../../src/words/terminal/parts/ru.js';

type Texts = Readonly<Record<string, string>>;

export const HELP: Readonly<Record<Language, { readonly commands: Texts; readonly parts: Texts }>> =
  {
    ru: { commands: ruCommands, parts: ruParts },
    en: { commands: enCommands, parts: enParts },
    az: { commands: azCommands, parts: azParts },
    kk: { commands: kkCommands, parts: kkParts },
  };
