/**
 * OpenSC's `pkcs11-tool` as a subprocess: no native module, no shell. The PIN reaches it in its own environment, never
 * in its arguments, which every user of the machine can read. What it prints is never repeated.
 */
import { execFile } from 'node:child_process';
import { SignerFault, type SignerFaultCode } from './signer-fault.js';

export interface TokenTool {
  /** The tool's name or path; `pkcs11-tool` where nothing is said. */
  readonly tool?: string;
  /** The PKCS #11 module of the token's maker. */
  readonly module: string;
  /** The label of the token. */
  readonly token: string;
  /** What tool and module need of the environment, such as SOFTHSM2_CONF; PATH among it. */
  readonly environment: Readonly<Record<string, string>>;
  /** How long one call may take. */
  readonly timeoutMs?: number;
}

export interface TokenCall {
  readonly arguments: readonly string[];
  readonly input?: Uint8Array;
  /** Logs in where there is one. */
  readonly pin?: string;
}

/** Milliseconds: a smart card signs in under a second; a reader that hangs must not hold the desk. */
const TIMEOUT = 15_000;
/** Bytes: a public key or a signature. */
const LONGEST_OUTPUT = 65_536;
const pinVariable = 'SORGU_TOKEN_PIN';
const pinRefused = /CKR_PIN_(?:INCORRECT|LOCKED|EXPIRED|INVALID|LEN_RANGE)/;

/** Runs the tool once and returns what it wrote. Rejects with a SignerFault. */
export function runTokenTool(place: TokenTool, call: TokenCall): Promise<Buffer> {
  const { tool = 'pkcs11-tool', module, token, environment, timeoutMs = TIMEOUT } = place;
  const { pin, input = new Uint8Array() } = call;
  const login = pin === undefined ? [] : ['--login', '--pin', `env:${pinVariable}`];
  const args = ['--module', module, '--token-label', token, ...login, ...call.arguments];
  const options = {
    encoding: 'buffer',
    env: { ...environment, ...(pin === undefined ? {} : { [pinVariable]: pin }) },
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: LONGEST_OUTPUT,
    windowsHide: true,
  } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(tool, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new SignerFault(codeOf(error, stderr)));
    });
    // A tool that is gone before it reads breaks the pipe; its end is told above.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

interface Ended {
  readonly code?: string | number | null;
  readonly killed?: boolean;
}

function codeOf({ code, killed }: Ended, stderr: Buffer): SignerFaultCode {
  if (code === 'ENOENT' || code === 'EACCES') return 'TOOL_MISSING';
  if (killed === true && typeof code !== 'string') return 'TOKEN_TIMEOUT';
  return pinRefused.test(stderr.toString('latin1')) ? 'PIN_REFUSED' : 'TOKEN_REFUSED';
}
