/** What cannot be done in a service while a post of it is empty, said where the work is seen. */
export function Vacancies({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="told">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
