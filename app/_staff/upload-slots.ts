/** The places for files that are on their way at once: a few for everybody, and one for each person. */
export class UploadSlots {
  readonly #taken = new Set<number>();
  constructor(readonly most: number) {}

  /** What frees a person's place again; or why there is none. */
  take(personId: number): (() => void) | 'own' | 'busy' {
    if (this.#taken.has(personId)) return 'own';
    if (this.#taken.size >= this.most) return 'busy';
    this.#taken.add(personId);
    return () => this.#taken.delete(personId);
  }
}
