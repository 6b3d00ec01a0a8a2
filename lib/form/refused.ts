/** Trouble that a person can mend: its message is a sentence for them. Everything else that is thrown is a fault. */
export class Refused extends Error {
  override name = 'Refused';
}

/** A step that this person may not take, or not now; the try is kept in the record. */
export class StepRefused extends Refused {
  override name = 'StepRefused';
}

/** Somebody was quicker: what the page showed is not what is there any more. */
export class Outdated extends StepRefused {}

/** Whether an error refuses a person because somebody else was quicker. */
export const isOutdated = (error: unknown): boolean =>
  error instanceof Outdated || (error instanceof Error && error.cause instanceof Outdated);
