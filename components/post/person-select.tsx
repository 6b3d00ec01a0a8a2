import type { PersonChoice } from '@/db/queries/people/posts-page';

type Props = {
  name: string;
  people: PersonChoice[];
  chosen: string;
  /** What stands first, for nobody. */
  nobody: string;
  attributes: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };
};

/** A list of people to choose from. */
export function PersonSelect({ name, people, chosen, nobody, attributes }: Props) {
  return (
    <select {...attributes} name={name} defaultValue={chosen}>
      <option value="">{nobody}</option>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
    </select>
  );
}
