/** Work that stops after each step, so that others have their turn in between. */
export type Steps<T> = Generator<void, T>;

/** As many rows as one step looks at: some milliseconds. */
export const atOnce = 200;

/** Does all steps at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
