/** What somebody typed in a form of this page before their session ended, to be copied: the form itself is empty. */
export function TypedBefore({ typed, besides = [] }: { typed: Record<string, string> | null; besides?: string[] }) {
  // What has no blank in it is a number, a name of ours or a tick, and was not written by hand.
  const words = Object.entries(typed ?? {}).filter(([name, text]) => /\s/.test(text.trim()) && !besides.includes(name));
  if (words.length === 0) return null;
  return (
    <section className="told" aria-labelledby="typed-before-title">
      <h2 id="typed-before-title">What you typed before</h2>
      <p>It is not sent. Copy what you want to keep.</p>
      {words.map(([name, text]) => (
        <blockquote key={name} className="as-typed">
          {text}
        </blockquote>
      ))}
    </section>
  );
}
