/** The way to the search from the head of every page; it needs no script. */
export function SearchForm() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: many screen readers in use do not know the search element yet.
    <form className="seek" action="/search" role="search">
      <input type="search" name="q" aria-label="Search measures" />
      <button type="submit">Search</button>
    </form>
  );
}

/** The same form on the page of answers, with the question in it. */
export function SearchAgain({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: many screen readers in use do not know the search element yet.
    <form className="seek again" action="/search" role="search">
      <label htmlFor="q">A word, an abbreviation, or red, overdue …</label>
      <input id="q" type="search" name="q" defaultValue={text} />
      <button type="submit">Search</button>
    </form>
  );
}
