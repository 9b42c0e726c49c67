#!/usr/bin/env node
/**
 * Verifies an evidence bundle of Sorgu. One file of plain Node (>= 20.12), shared with nothing: no package, no database,
 * no network. It reads the bundle once, in bounded memory, and stops at the first fault:
 *
 *   node verify-evidence.mjs BUNDLE [--key VKEY]... [--witness VKEY]... [--answer FILE]
 *
 * --key      the log's verifier key as its authority published it (C2SP signed-note). Without one, the bundle's own key
 *            is taken at its word, and the verdict says so.
 * --witness  a witness's key (C2SP tlog-cosignature): every checkpoint must carry its cosignature.
 * --answer   the bytes of an answer: says which entry is about them.
 *
 * Exit code 0: whole. 1: a fault, with its line and bytes. 2: wrong usage. The format stands at the head of Sorgu's
 * src/ledger/evidence.ts. Everything in the bundle is attacker-controlled.
 */
import { createHmac, createPublicKey, hash, verify } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const FAULTS = {
  HEADER: 'the file does not begin as an evidence bundle',
  LINE: 'the line is not what it says it is',
  ORDER: 'the line has no place here',
  KEY: 'the key is none, or is not one that was given',
  CHECKPOINT: 'the checkpoint is not signed by the key of its log',
  WITNESS: 'the checkpoint is not cosigned by the witness',
  PLACE: 'the entry or node is not the next of the tree',
  ENTRY: 'the entry is not the one that was sealed',
  SALT: 'the salt is not that of the entry',
  ROOT: 'entries and nodes do not lead to the signed root',
  END: 'the file is cut short, or goes on after its end',
};

const NEWLINE = 0x0a;
const SPACE = 0x20;
/** Bytes that are read at once: what is read is still in the processor's cache when it is hashed. */
const CHUNK = 256 * 1024;
const CHECK_LENGTH = 10;
/** 32 bytes as base64url without padding. */
const DIGEST_LENGTH = 43;
/** What stands before a leaf: "entry ", an index of 16 digits at most, the check, the salt, a space behind each. */
const LONGEST_HEAD = 6 + 17 + CHECK_LENGTH + 1 + DIGEST_LENGTH + 1;
const LONGEST_LINE = 64 * 1024 * 1024;
const MOST_LEVELS = 53;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SALT_MEMBER = '"salt":"';

class Fault extends Error {
  constructor(code, from) {
    super(code);
    this.code = code;
    this.from = from;
  }
}

/**
 * Hashes are texts in base64url, as the bundle writes them: Node hands texts over several times faster than buffers, and
 * three are made for each entry.
 */
const sha256 = (bytes) => hash('sha256', bytes, 'base64url');
const EMPTY_ROOT = sha256('');

/** SHA-256(0x01 || left || right); in one buffer, used again. */
const pair = Buffer.alloc(65, 1);
const leftOfPair = pair.subarray(1, 33);
const rightOfPair = pair.subarray(33);
function nodeHash(left, right) {
  decode(left, 0, leftOfPair);
  decode(right, 0, rightOfPair);
  return sha256(pair);
}

/** Six bits for each letter of base64url, -1 for what is none. */
const SIX_BITS = new Int8Array(256).fill(-1);
for (const [bits, letter] of [...LETTERS].entries()) SIX_BITS[letter.charCodeAt(0)] = bits;
const sixBits = (text, at) => SIX_BITS[text.charCodeAt(at)];

/**
 * Writes the 32 bytes for which 43 letters stand; false where these are none in their one form. The text is Latin-1.
 * By hand: to ask Node for it takes longer than to hash what comes out.
 */
function decode(text, from, bytes) {
  let at = from;
  let byte = 0;
  let seen = 0;
  for (; at < from + 40; at += 4, byte += 3) {
    const four =
      (sixBits(text, at) << 18) |
      (sixBits(text, at + 1) << 12) |
      (sixBits(text, at + 2) << 6) |
      sixBits(text, at + 3);
    bytes[byte] = four >> 16;
    bytes[byte + 1] = four >> 8;
    bytes[byte + 2] = four;
    seen |= four;
  }
  const three = (sixBits(text, at) << 12) | (sixBits(text, at + 1) << 6) | sixBits(text, at + 2);
  bytes[byte] = three >> 10;
  bytes[byte + 1] = three >> 2;
  return (seen | three) >= 0 && (three & 3) === 0;
}

/** The bytes of the salt, or of the node, at hand. */
const digest = Buffer.alloc(32);

/** The right edge of a tree that grows by leaves and complete subtrees. */
class Edge {
  size = 0;
  #levels = [];
  #hashes = [];

  /** Takes the subtree at `level` that begins where the tree ends; false where none of that level does. */
  add(level, hashed) {
    if (this.size % 2 ** level !== 0) return false;
    this.size += 2 ** level;
    let whole = hashed;
    let at = level;
    while (this.#levels.at(-1) === at) {
      this.#levels.pop();
      whole = nodeHash(this.#hashes.pop(), whole);
      at += 1;
    }
    this.#levels.push(at);
    this.#hashes.push(whole);
    return true;
  }

  root() {
    if (this.size === 0) return EMPTY_ROOT;
    return this.#hashes.reduceRight((right, left) => nodeHash(left, right));
  }
}

/** How far from its end the last leaf stated the digest of its salt. */
let saltToEnd = 0;
/** Whether a leaf states this digest of its salt: where the last one did, or it is searched for. */
function statesSalt(line, stated) {
  if (isSaltAt(line, line.length - saltToEnd, stated)) return true;
  const found = line.indexOf(SALT_MEMBER);
  if (found >= 0) saltToEnd = line.length - found;
  return isSaltAt(line, found, stated);
}

function isSaltAt(line, at, stated) {
  const end = at + SALT_MEMBER.length + DIGEST_LENGTH + 1;
  if (at < 0 || end > line.length) return false;
  const member = line.latin1Slice(at, end);
  return (
    member.startsWith(SALT_MEMBER) &&
    member.startsWith(stated, SALT_MEMBER.length) &&
    member.endsWith('"')
  );
}

/** Reads a bundle line by line. */
class Reading {
  /** What the verdict says in the end. */
  entries = 0;
  logs = [];
  matches = [];
  /** The line at hand, from 1. */
  line = 0;
  #options;
  #from = 0;
  #stage = 'START';
  #log;

  constructor(options) {
    this.#options = options;
  }

  /** Takes the next line, without its newline. */
  take(line, from) {
    this.line += 1;
    this.#from = from;
    if (this.#stage === 'DONE') throw new Fault('END');
    if (line[0] === 0x65 && line[1] === 0x6e && line[2] === 0x74) this.#takeEntry(line);
    else this.#takeChecked(line);
  }

  /** Says that there are no more lines. */
  end(from) {
    if (this.#stage === 'DONE') return;
    this.line += 1;
    this.#from = from;
    throw new Fault('END');
  }

  // entry <index> <check> <salt> <leaf>: the only line of which there are many, so it is cut by hand.
  #takeEntry(line) {
    const log = this.#openLog();
    const head = line.latin1Slice(0, Math.min(LONGEST_HEAD, line.length));
    const place = `entry ${log.edge.size} `;
    if (!head.startsWith(place)) throw new Fault(/^entry \d+ /.test(head) ? 'PLACE' : 'LINE');
    const salt = place.length + CHECK_LENGTH + 1;
    const isSalted = head[salt] !== '-' || head[salt + 1] !== ' ';
    const leaf = salt + (isSalted ? DIGEST_LENGTH : 1) + 1;
    if (head[salt - 1] !== ' ' || head[leaf - 1] !== ' ') throw new Fault('LINE');
    // RFC 9162 section 2.1.1: the space before the leaf is the byte 0x00 while the leaf is hashed.
    line[leaf - 1] = 0;
    const hashed = sha256(line.subarray(leaf - 1));
    line[leaf - 1] = SPACE;
    if (!head.startsWith(hashed.slice(0, CHECK_LENGTH), place.length)) throw new Fault('ENTRY');
    if (isSalted) this.#takeSalt(head, salt, line);
    log.edge.add(0, hashed);
    if (log.edge.size > log.size) throw new Fault('PLACE');
    this.entries += 1;
  }

  // The leaf holds SHA-256 of the salt. In a canonical leaf no text holds an unescaped quote, so the member is found as bytes.
  #takeSalt(head, at, line) {
    if (!decode(head, at, digest) || !statesSalt(line, sha256(digest))) throw new Fault('SALT');
    const { answer } = this.#options;
    if (answer === undefined) return;
    const said = createHmac('sha256', digest).update(answer).digest('base64url');
    const { name, edge } = this.#log;
    if (line.includes(`"hmac":"${said}"`)) this.matches.push({ log: name, index: edge.size });
  }

  #takeChecked(line) {
    const cut = line.lastIndexOf(SPACE);
    const text = line.utf8Slice(0, Math.max(cut, 0));
    const check = sha256(line.subarray(0, Math.max(cut, 0)));
    const isWhole = cut > 0 && line.latin1Slice(cut + 1) === check.slice(0, CHECK_LENGTH);
    if (this.#stage === 'START') {
      if (!isWhole || text !== 'sorgu-evidence 1') throw new Fault('HEADER');
      this.#stage = 'ABOUT';
      return;
    }
    if (!isWhole) throw new Fault('LINE');
    const at = text.indexOf(' ');
    this.#takeWord(text.slice(0, at), text.slice(at + 1));
  }

  #takeWord(word, rest) {
    if (word === 'about' && this.#stage === 'ABOUT') this.#stage = 'BETWEEN';
    else if (word === 'log' && this.#stage === 'BETWEEN') this.#takeKey(rest);
    else if (word === 'log' && this.#stage === 'LOG') {
      this.#closeLog();
      this.#takeKey(rest);
    } else if (word === 'checkpoint' && this.#stage === 'KEY') this.#takeCheckpoint(rest);
    else if (word === 'node') this.#takeNode(rest.split(' '));
    else if (word === 'end') this.#takeEnd(rest);
    else throw new Fault('ORDER');
  }

  #takeKey(vkey) {
    const key = parseVkey(vkey);
    const { keys } = this.#options;
    const isGiven = keys.length === 0 || keys.includes(vkey);
    if (key?.type !== ED25519 || !isGiven) throw new Fault('KEY');
    this.#log = { ...key, vkey, from: this.#from, edge: new Edge() };
    this.#stage = 'KEY';
  }

  #takeCheckpoint(json) {
    const log = this.#log;
    const note = splitNote(parseJson(json));
    if (note === undefined || !isSigned(note, log)) throw new Fault('CHECKPOINT');
    const [origin, size, root] = note.text.split('\n');
    const bytes = Buffer.from(root ?? '', 'base64');
    const isForm = /^(0|[1-9][0-9]{0,15})$/.test(size ?? '') && Number.isSafeInteger(Number(size));
    if (origin !== log.name || !isForm || bytes.length !== 32) throw new Fault('CHECKPOINT');
    for (const vkey of this.#options.witnesses) {
      if (!isCosigned(note, parseVkey(vkey))) throw new Fault('WITNESS');
    }
    Object.assign(log, { size: Number(size), root: bytes.toString('base64url') });
    this.#stage = 'LOG';
  }

  #takeNode([level, index, encoded, ...rest]) {
    const { edge, size } = this.#openLog();
    const isForm = isDecimal(level) && isDecimal(index) && Number(level) < MOST_LEVELS;
    const isHash =
      rest.length === 0 && /^[\w-]{43}$/.test(encoded ?? '') && decode(encoded, 0, digest);
    if (!isForm || !isHash) throw new Fault('LINE');
    if (Number(index) * 2 ** Number(level) !== edge.size) throw new Fault('PLACE');
    if (!edge.add(Number(level), encoded) || edge.size > size) throw new Fault('PLACE');
  }

  #openLog() {
    if (this.#stage !== 'LOG') throw new Fault('ORDER');
    return this.#log;
  }

  #closeLog() {
    const { name, vkey, size, root, edge, from } = this.#log;
    if (edge.size !== size || edge.root() !== root) throw new Fault('ROOT', from);
    this.logs.push({ name, size, vkey });
  }

  #takeEnd(count) {
    if (this.#stage !== 'LOG' && this.#stage !== 'BETWEEN') throw new Fault('ORDER');
    if (this.#stage === 'LOG') this.#closeLog();
    if (count !== String(this.line - 1)) throw new Fault('END');
    this.#stage = 'DONE';
  }
}

const isDecimal = (text) => /^(0|[1-9][0-9]{0,15})$/.test(text ?? '');

const ED25519 = 0x01;
const COSIGNATURE = 0x04;

/** A verifier key: name+id+base64(type || key); undefined where its id does not fit. */
function parseVkey(vkey) {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(vkey) ?? [];
  if (name === undefined) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  const keyId = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), bytes]), 'buffer').subarray(
    0,
    4,
  );
  const isKey =
    bytes.length === 33 && bytes.toString('base64') === encoded && keyId.toString('hex') === id;
  return isKey ? { name, keyId, type: bytes[0], key: publicKey(bytes.subarray(1)) } : undefined;
}

function publicKey(raw) {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

/** The text of a signed note and its signatures; undefined where it is none. */
function splitNote(note) {
  const at = typeof note === 'string' ? note.lastIndexOf('\n\n') : -1;
  if (at < 0 || !note.endsWith('\n')) return undefined;
  const signatures = note
    .slice(at + 2, -1)
    .split('\n')
    .map(parseSignature);
  return signatures.every((one) => one !== undefined)
    ? { text: note.slice(0, at + 1), signatures }
    : undefined;
}

function parseSignature(line) {
  const [, name, encoded] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  return bytes.length > 4 && bytes.toString('base64') === encoded ? { name, bytes } : undefined;
}

const signaturesOf = ({ signatures }, { name, keyId }) =>
  signatures
    .filter((one) => one.name === name && one.bytes.subarray(0, 4).equals(keyId))
    .map(({ bytes }) => bytes.subarray(4));

function isSigned(note, log) {
  const own = signaturesOf(note, log);
  return (
    own.length > 0 &&
    own.every(
      (bytes) => bytes.length === 64 && verify(null, Buffer.from(note.text), log.key, bytes),
    )
  );
}

/** C2SP tlog-cosignature: eight bytes of time, then the signature of "cosignature/v1", the time and the note's text. */
function isCosigned(note, witness) {
  if (witness?.type !== COSIGNATURE) return false;
  return signaturesOf(note, witness).some((bytes) => {
    if (bytes.length !== 72) return false;
    const signed = `cosignature/v1\ntime ${bytes.readBigUInt64BE(0)}\n${note.text}`;
    return verify(null, Buffer.from(signed), witness.key, bytes.subarray(8));
  });
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Cuts chunks into lines and hands each to the reading. */
class Cutter {
  /** Where the line at hand begins, and its length. */
  from = 0;
  length = 0;
  /** What earlier chunks hold of it. */
  #held = [];
  #reading;

  constructor(reading) {
    this.#reading = reading;
  }

  take({ buffer, byteOffset, length }) {
    const chunk = Buffer.from(buffer, byteOffset, length);
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const line = this.#joined(chunk.subarray(start, end));
      this.length = line.length;
      this.#reading.take(line, this.from);
      this.from += line.length + 1;
      this.length = 0;
      start = end + 1;
    }
    if (start === chunk.length) return;
    // A copy: the chunk is the reader's to use again.
    this.#held.push(Buffer.from(chunk.subarray(start)));
    this.length += chunk.length - start;
    if (this.length > LONGEST_LINE) throw new Fault('LINE');
  }

  end() {
    // What stands after the last newline is no line.
    if (this.length > 0) this.#reading.take(this.#joined(Buffer.alloc(0)), this.from);
    this.#reading.end(this.from);
    if (this.length > 0) throw new Fault('END');
  }

  #joined(last) {
    if (this.#held.length === 0) return last;
    const line = Buffer.concat([...this.#held, last]);
    this.#held = [];
    return line;
  }
}

/** The bytes of a file; each chunk is good until the next is asked for. */
export function* chunksOf(path) {
  const chunk = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path);
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
      yield chunk.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/**
 * Verifies a bundle that comes in chunks of any size. Bytes are counted from 0, lines from 1.
 * @returns {Promise<object>} `{ entries, logs, matches, isKeyGiven }`, or `{ fault, line, first, last }`
 */
export async function verifyEvidence(chunks, { keys = [], witnesses = [], answer } = {}) {
  const reading = new Reading({ keys, witnesses, answer });
  const cutter = new Cutter(reading);
  try {
    for await (const chunk of chunks) cutter.take(chunk);
    cutter.end();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { from, length } = cutter;
    return {
      fault: error.code,
      line: reading.line,
      first: error.from ?? from,
      last: from + length,
    };
  }
  const { entries, logs, matches } = reading;
  return { entries, logs, matches, isKeyGiven: keys.length > 0 };
}

/** What a person reads. */
function describe(verdict, file) {
  if ('fault' in verdict) {
    const { fault, line, first, last } = verdict;
    return [`${fault} ${file} line ${line}, bytes ${first} to ${last}: ${FAULTS[fault]}`];
  }
  const { entries, logs, matches, isKeyGiven } = verdict;
  return [
    `whole: ${entries} entries; ${logs.map(({ name, size }) => `${name} at ${size} entries`).join('; ')}`,
    ...(isKeyGiven ? [] : logs.map(({ vkey }) => `compare with the published key: ${vkey}`)),
    ...matches.map(({ log, index }) => `the answer is that of entry ${index} of ${log}`),
  ];
}

function readArguments(words) {
  const read = { keys: [], witnesses: [], files: [], answers: [] };
  const lists = { '--key': read.keys, '--witness': read.witnesses, '--answer': read.answers };
  for (let at = 0; at < words.length; at += 1) {
    const list = lists[words[at]];
    if (list === undefined) read.files.push(words[at]);
    else {
      at += 1;
      if (words[at] === undefined) return undefined;
      list.push(words[at]);
    }
  }
  const isUsage =
    read.files.length === 1 && read.answers.length <= 1 && !read.files[0].startsWith('-');
  return isUsage ? read : undefined;
}

async function main(words) {
  const read = readArguments(words);
  if (read === undefined) {
    console.error(
      'usage: node verify-evidence.mjs BUNDLE [--key VKEY]... [--witness VKEY]... [--answer FILE]',
    );
    return 2;
  }
  const [file] = read.files;
  const answer = read.answers.length === 0 ? undefined : readFileSync(read.answers[0]);
  const { keys, witnesses } = read;
  const verdict = await verifyEvidence(chunksOf(file), { keys, witnesses, answer });
  const isWhole = !('fault' in verdict) && (answer === undefined || verdict.matches.length > 0);
  for (const line of describe(verdict, file)) (isWhole ? console.log : console.error)(line);
  if (!('fault' in verdict) && !isWhole)
    console.error('no entry of the bundle is about this answer');
  return isWhole ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error(`the bundle cannot be read (${error.code ?? error.name})`);
    return 1;
  });
}
