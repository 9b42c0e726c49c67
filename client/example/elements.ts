/** Elements of the page. Text is set as text: nothing that was answered is read as markup. */

type Child = Node | string;

/** An element with these attributes and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A choice of one, with its label. */
export function picker(
  label: string,
  options: readonly string[],
): [HTMLElement, HTMLSelectElement] {
  const select = element('select', {});
  const show = options.map((text, at) => element('option', { value: String(at) }, text));
  select.append(...show);
  return [element('label', {}, `${label} `, select), select];
}
