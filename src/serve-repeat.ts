/** What is looked at every second while the gateway serves. */

/** Milliseconds between two looks. */
const LOOK_EVERY = 1_000;

/** Takes a step again and again, never two at once; gives what ends it and waits for the last. */
export function repeat(step: () => Promise<void>, alarm: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let isEnded = false;
  const go = async (): Promise<void> => {
    await step().catch(alarm);
    if (!isEnded) timer = setTimeout(() => void next(), LOOK_EVERY);
  };
  let running = Promise.resolve();
  const next = (): Promise<void> => {
    running = go();
    return running;
  };
  void next();
  return async (): Promise<void> => {
    isEnded = true;
    clearTimeout(timer);
    await running;
  };
}
