/** `Person.id`: the request and the number of the subject in it; the same on both sides, valid nowhere else. */
const numberForm = /^[1-9]\d{0,8}$/;

/** The number of the subject that an id names in this request; 0, which no subject has, for any other text. */
export function numberIn(id: string, request: string): number {
  const number = id.startsWith(`${request}.`) ? id.slice(request.length + 1) : '';
  return numberForm.test(number) ? Number(number) : 0;
}
