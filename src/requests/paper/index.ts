export {
  CHECK_OUTCOMES,
  type CheckOutcome,
  channelOf,
  type Enclosure,
  type EnclosureCheck,
  isBorneOut,
  isOnPaper,
  lastCheck,
  MOST_ENCLOSURES,
  type PaperEnclosure,
  paperOf,
  REGISTRARS,
  SIGNED_PARTS,
  type SignatureEnclosure,
  type SignedPart,
} from './enclosure.js';
export {
  FILE_FORMATS,
  type FileForm,
  type FileFormat,
  fileDigest,
  LONGEST_FILE,
  recogniseFile,
} from './file-form.js';
export { moverOnPaper, PAPER_MOVES, type PaperMove, SIGNED_MOVES } from './paper-moves.js';
