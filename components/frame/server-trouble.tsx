/** What the people who run this server should see to, a line for each; nothing while all is well. */
export function ServerTrouble({ sentences }: { sentences: string[] }) {
  return sentences.map((sentence) => (
    <p key={sentence} className="told">
      {sentence} Please tell whoever looks after this server.
    </p>
  ));
}
