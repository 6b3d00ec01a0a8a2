type Named = { id: number; name: string };

/** Who must be named where nobody of a service's head and deputies may approve a reading, or null while somebody may. */
export function nobodyLeft(heads: Named[], authors: number[], service: string): string | null {
  if (heads.some(({ id }) => !authors.includes(id))) return null;
  if (heads.length === 0) return `Nobody heads ${service}: name a head, who can approve this.`;
  const names = heads.map(({ name }) => name);
  const listed = names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${listed} wrote part of this: name a deputy or another head for ${service}.`;
}
