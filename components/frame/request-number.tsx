/** The number of a request that went wrong, by which those who run the server find its lines in the log. */
export function RequestNumber({ id }: { id: string | null | undefined }) {
  if (!id) return null;
  return (
    <p>
      If you report this, give this number: <strong>{id}</strong>
    </p>
  );
}
