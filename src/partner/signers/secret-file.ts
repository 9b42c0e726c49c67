/** Secrets in files: readable by their owner alone, or they are no secrets. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { SignerFault, type SignerFaultCode } from './signer-fault.js';

/** What a secret that cannot be read, or that others can read, is called. */
export interface SecretFaults {
  readonly missing: SignerFaultCode;
  readonly openToOthers: SignerFaultCode;
}

/** Bytes: no secret of ours is longer. */
const LONGEST = 16_384;

/** Reads a secret. Rejects with a SignerFault. */
export async function readSecret(path: string, faults: SecretFaults): Promise<string> {
  const file = await open(path, constants.O_RDONLY).catch(() => {
    throw new SignerFault(faults.missing);
  });
  try {
    // Asked of the open file, not of its name: nobody can put another in its place between the two.
    const { mode, size } = await file.stat();
    if (size > LONGEST) throw new SignerFault(faults.missing);
    if ((mode & 0o077) !== 0) throw new SignerFault(faults.openToOthers);
    return await file.readFile('utf8').catch(() => {
      throw new SignerFault(faults.missing);
    });
  } finally {
    await file.close();
  }
}
