/** Trouble that a person can mend: its message is a sentence for them. Everything else that is thrown is a fault. */
export class Refused extends Error {
  override name = 'Refused';
}
