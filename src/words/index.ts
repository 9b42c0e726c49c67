export { type ClauseWords, clauseWords, standingOfTexts } from './clauses.js';
export { EXCHANGE_KEYS, type ExchangeCatalogue, type ExchangeList } from './exchange/keys.js';
export { exchangeWords } from './exchange.js';
export {
  INSTRUMENT_KEYS,
  type InstrumentCatalogue,
  type InstrumentWordList,
} from './instruments/keys.js';
export { instrumentWords } from './instruments.js';
export { WITHHOLD_KEYS, type WithholdKey } from './keys.js';
export { languageOf } from './language-of.js';
export { languageOfLocale } from './language-of-locale.js';
export { LETTER_KEYS, type LetterCatalogue, type LetterKey } from './letters/keys.js';
export { letterWords } from './letters.js';
export { type PageWords, pageWords } from './page.js';
export { PUBLICATION_KEYS, type PublicationCatalogue } from './publications/keys.js';
export { publicationWords } from './publications.js';
export { READMISSION_KEYS } from './readmission/keys.js';
export { readmissionWords } from './readmission.js';
export { refusalBody } from './refusal-body.js';
export { say } from './say.js';
export {
  STATISTICS_KEYS,
  type StatisticsCatalogue,
  type StatisticsFault,
} from './statistics/keys.js';
export { statisticsWords } from './statistics.js';
export {
  type HelpWords,
  helpWords,
  type LineWords,
  lineWords,
  type TerminalWords,
  terminalWords,
  type UsageWords,
  usageWords,
} from './terminal.js';
