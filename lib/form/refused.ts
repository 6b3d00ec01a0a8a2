/** Trouble that a person can mend: its message is a sentence for them. Everything else that is thrown is a fault. */
export class Refused extends Error {
  override name = 'Refused';
}

/** A step that this person may not take, or not now; the try is kept in the record. */
export class StepRefused extends Refused {
  override name = 'StepRefused';
}

/** A token that opens nothing any more: revoked, run out, or without a person who answers for it. */
export class TokenOver extends Refused {
  constructor() {
    super('This token is not known here, has run out or was revoked: ask an administrator for another one.');
  }
}

/** What a system sends is none of its measures, or no measure at all: which of the two is nobody's business. */
export class OutOfScope extends StepRefused {}

/** A key under which something else was sent before. */
export class KeyReused extends Refused {
  constructor() {
    super('Something else was sent under this Idempotency-Key before: choose a new key for each reading.');
  }
}

/** Somebody was quicker: what the page showed is not what is there any more. */
export class Outdated extends StepRefused {}

/** Whether an error refuses a person because somebody else was quicker. */
export const isOutdated = (error: unknown): boolean =>
  error instanceof Outdated || (error instanceof Error && error.cause instanceof Outdated);
