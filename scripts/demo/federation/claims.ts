/** What the demo says is so, looked at as it is said: what is not so is printed as such, and the run ends red. */
export interface Claims {
  /** Says it, and whether it is so; `seen` is what there was instead. */
  hold(what: string, isSo: boolean, seen?: unknown): void;
  readonly broken: number;
}

/** Opens an empty list. */
export function openClaims(say: (line: string) => void): Claims {
  let broken = 0;
  return {
    hold(what, isSo, seen) {
      if (isSo) return say(`ok  ${what}`);
      broken += 1;
      say(`NOT SO  ${what}${seen === undefined ? '' : `: ${JSON.stringify(seen)}`}`);
    },
    get broken() {
      return broken;
    },
  };
}
