/**
 * All matches of a form in a text, in order. As `matchAll` gives them, which makes the form anew for each text: too dear
 * for the many short texts around numbers and dates. The form is global and matches nothing empty.
 */
export function matchesIn(text: string, form: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  form.lastIndex = 0;
  for (let match = form.exec(text); match !== null; match = form.exec(text)) found.push(match);
  return found;
}
