/** A strict reader of the XML that we write: elements, attributes, text. Throws for whatever is not well formed (XML 1.0). */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, entities resolved. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  'amp;': '&',
  'lt;': '<',
  'gt;': '>',
  'quot;': '"',
  'apos;': "'",
  '#39;': "'",
};
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const opening = /^<([a-z][a-zA-Z:]*)((?: [a-zA-Z:]+="[^"<]*")*)(\/?)>/;
const attribute = / ([a-zA-Z:]+)="([^"<]*)"/g;

export function parseXml(document: string): XmlElement {
  if (impossible.test(document)) throw new Error('a character that XML has not');
  if (!document.startsWith(declaration)) throw new Error('no declaration');
  const reader = { rest: document.slice(declaration.length).trim() };
  const root = readElement(reader);
  if (reader.rest !== '') throw new Error('something after the root');
  return root;
}

function readElement(reader: { rest: string }): XmlElement {
  const [whole = '', name = '', given = '', isEmpty] = opening.exec(reader.rest) ?? [];
  if (name === '') throw new Error(`no element at ${reader.rest.slice(0, 40)}`);
  const attributes = attributesIn(given);
  reader.rest = reader.rest.slice(whole.length);
  const children: XmlElement[] = [];
  let text = '';
  while (isEmpty === '' && !reader.rest.startsWith(`</${name}>`)) {
    const at = reader.rest.indexOf('<');
    if (at < 0) throw new Error(`${name} does not end`);
    text += resolved(reader.rest.slice(0, at));
    reader.rest = reader.rest.slice(at);
    if (!reader.rest.startsWith('</')) children.push(readElement(reader));
    else if (!reader.rest.startsWith(`</${name}>`)) throw new Error(`${name} ends as another`);
  }
  if (isEmpty === '') reader.rest = reader.rest.slice(name.length + 3);
  return { name, attributes, children, text };
}

function attributesIn(given: string): Record<string, string> {
  const found = [...given.matchAll(attribute)].map(([, name = '', value = '']) => [name, value]);
  const attributes = Object.fromEntries(
    found.map(([name, value]) => [name, resolved(value ?? '')]),
  );
  if (Object.keys(attributes).length < found.length) throw new Error('an attribute twice');
  return attributes;
}

function resolved(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in text');
  return text.replace(/&([^;&]{0,8};?)/g, (_, name: string) => {
    const sign = ENTITIES[name];
    if (sign === undefined) throw new Error('a bare ampersand');
    return sign;
  });
}
