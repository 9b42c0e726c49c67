/** An object of an answer, written member by member in the order asked. */
import type { Outline, OutlineMember } from '../../store/index.js';
import type { Bytes } from './bytes.js';

/** Writes the comma or brace before a member, and its key. */
export function writeMember(bytes: Bytes, { key }: OutlineMember, at: number): void {
  bytes.text(`${at === 0 ? '{' : ','}"${key}":`);
}

/** Writes an object; `write` is asked for every member but the type's name. */
export function writeObject(
  bytes: Bytes,
  members: Outline,
  write: (member: OutlineMember) => void,
): void {
  members.forEach((member, at) => {
    writeMember(bytes, member, at);
    if (member.typename === undefined) write(member);
    else bytes.text(JSON.stringify(member.typename));
  });
  bytes.text(members.length === 0 ? '{}' : '}');
}
