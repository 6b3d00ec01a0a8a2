/** Lets what else the process has to answer go first. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** As long as one turn of work may take, in milliseconds: a reader waits no longer. */
const turn = 8;

/** Does work that stops after each step, and lets others have their turn in between. */
export async function slowly<S, T>(steps: Generator<S, T>, onTurn: (step: S) => void = () => {}): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < turn) continue;
    onTurn(step.value);
    await breathe();
    begun = performance.now();
  }
}
