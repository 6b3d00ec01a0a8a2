/** What every page says whose words are a translation that nobody has checked. */
export function TranslationNote() {
  return (
    <aside className="demo" aria-label="Cyfieithiad" lang="cy">
      <b>Cyfieithiad heb ei wirio.</b>{' '}
      <span lang="en-GB">Unchecked translation: what is not in Welsh yet is English.</span>
    </aside>
  );
}
