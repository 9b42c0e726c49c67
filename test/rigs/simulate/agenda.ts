/** What is to happen, in the order of simulated time; at the same instant, in the order in which it was put down. */
export interface Agenda {
  /** Milliseconds of simulated time. */
  readonly now: number;
  after(delay: number, happen: () => void): void;
  /** Runs until nothing is left, or until `most` things have happened; says which. */
  run(most: number): 'QUIET' | 'RESTLESS';
}

interface Due {
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

export function openAgenda(): Agenda {
  const heap: Due[] = [];
  let now = 0;
  let order = 0;
  return {
    get now() {
      return now;
    },
    after(delay, happen) {
      push(heap, { at: now + delay, order, happen });
      order += 1;
    },
    run(most) {
      for (let happened = 0; happened < most; happened += 1) {
        const due = pop(heap);
        if (due === undefined) return 'QUIET';
        now = due.at;
        due.happen();
      }
      return 'RESTLESS';
    },
  };
}

const isBefore = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

function push(heap: Due[], due: Due): void {
  let at = heap.push(due) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (!swapIfBefore(heap, at, up)) return;
    at = up;
  }
}

function pop(heap: Due[]): Due | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  heap[0] = last;
  let at = 0;
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    const least = heap[right] && isBefore(heap[right], heap[left] ?? heap[right]) ? right : left;
    if (heap[least] === undefined || !swapIfBefore(heap, least, at)) return first;
    at = least;
  }
}

function swapIfBefore(heap: Due[], lower: number, upper: number): boolean {
  const [a, b] = [heap[lower], heap[upper]];
  if (a === undefined || b === undefined || !isBefore(a, b)) return false;
  heap[lower] = b;
  heap[upper] = a;
  return true;
}
