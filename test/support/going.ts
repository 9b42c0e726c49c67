/** What a gateway's changes let go: the ids of their mail, in order, for a test to carry itself. */
import type {
  Cases,
  CustodyFiles,
  Kept,
  KeptCustody,
  KeptProvision,
  Provisions,
} from '../../src/store/index.js';

type Left = Kept<unknown> | KeptProvision<unknown> | KeptCustody<unknown>;

const lettersIn = (left: Left): readonly string[] =>
  left.file === null ? [] : left.mail.map(({ id }) => id);

/** Cases whose mail is told once it is kept. */
export const tellingCases = (cases: Cases, going: string[]): Cases => ({
  ...cases,
  async change(id, step) {
    let letters: readonly string[] = [];
    const result = await cases.change(id, async (found) => {
      const left = await step(found);
      letters = lettersIn(left);
      return left;
    });
    going.push(...letters);
    return result;
  },
});

/** The same of provisions. */
export const tellingProvisions = (provisions: Provisions, going: string[]): Provisions => ({
  ...provisions,
  async change(id, step) {
    let letters: readonly string[] = [];
    const result = await provisions.change(id, async (found) => {
      const left = await step(found);
      letters = lettersIn(left);
      return left;
    });
    going.push(...letters);
    return result;
  },
});

/** The same of custody. */
export const tellingCustody = (files: CustodyFiles, going: string[]): CustodyFiles => ({
  ...files,
  async change(about, step) {
    let letters: readonly string[] = [];
    const result = await files.change(about, async (found) => {
      const left = await step(found);
      letters = lettersIn(left);
      return left;
    });
    going.push(...letters);
    return result;
  },
});
