/** The id of a publication: what its address is made of, so that it says what it is and never needs escaping. */
const form = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 64;

/** Whether a text could be one. */
export const isPublicationId = (text: string): boolean => text.length <= LONGEST && form.test(text);
