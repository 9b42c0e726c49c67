/** Text in XML and HTML: attacker-controlled, so that nothing of it ever ends what it stands in. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 may not carry, whatever let it in; and half of a surrogate pair. */
const impossible = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;

/** A text as it stands between tags, or within the double quotes of an attribute. */
export const escaped = (text: string): string =>
  text.replace(impossible, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** An element of text with attributes, in the order given; those that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  text?: string,
): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value)}"`],
  );
  const open = `<${name}${given.join('')}`;
  return text === undefined ? `${open}/>` : `${open}>${escaped(text)}</${name}>`;
}
