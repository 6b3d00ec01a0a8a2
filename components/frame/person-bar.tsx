/** On a public page: who is signed in, and the way back to their work. Nothing else of the page is theirs. */
export function PersonBar({ name }: { name: string }) {
  return (
    <nav className="person-bar" aria-label="Your work" lang="en-GB">
      <a href="/work">My work</a>
      <p>
        Signed in as <a href="/account">{name}</a>. This is what the public sees.
      </p>
    </nav>
  );
}
