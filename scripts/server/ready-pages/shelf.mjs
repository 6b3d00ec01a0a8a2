/** How much lies ready at once, in addresses and in bytes; the application holds the same bytes, as far as its memory goes. */
const most = { addresses: 300, bytes: 24 * 2 ** 20 };

/** What compressing would make no smaller: pictures, papers, workbooks. */
const packed = /^(?:image\/png|application\/(?:pdf|vnd\.openxmlformats))/;

/** The pages that lie ready, by address: the one that was laid first goes first. */
export class ReadyShelf {
  #pages = new Map();
  #bytes = 0;
  #making = new Map();

  /**
   * Lays a page ready, and has those go on who wait for it.
   * @param {string} address
   * @param {{ body: Buffer, headers: Record<string, string>, until: number, again: (() => Promise<unknown>) | null }} page
   */
  offer(address, page) {
    this.#remove(address);
    if (page.body.length <= most.bytes / 8) {
      const isPacked = packed.test(page.headers['Content-Type'] ?? '');
      this.#pages.set(address, { ...page, isPacked, lines: new Map() });
      this.#bytes += page.body.length;
    }
    while (this.#pages.size > most.addresses || this.#bytes > most.bytes) this.#remove(this.#pages.keys().next().value);
    this.#making.get(address)?.end();
  }

  /** What was last laid at an address, be its time over or not. */
  page(address) {
    return this.#pages.get(address);
  }

  /** The end of somebody's having a page made, or undefined where nobody does. */
  making(address) {
    return this.#making.get(address)?.ended;
  }

  /** Notes that a page is being made; answers what ends that: a page that was not laid again then lies here no more. */
  begin(address) {
    const before = this.#pages.get(address);
    let release;
    const ended = new Promise((resolve) => {
      release = resolve;
    });
    const end = () => {
      if (this.#making.get(address)?.ended === ended) this.#making.delete(address);
      if (before !== undefined && this.#pages.get(address) === before) this.#remove(address);
      release();
    };
    this.#making.set(address, { ended, end });
    return end;
  }

  #remove(address) {
    const page = this.#pages.get(address);
    if (page === undefined) return;
    this.#bytes -= page.body.length;
    this.#pages.delete(address);
  }
}
