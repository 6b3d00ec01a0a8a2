import { FieldGroup } from '@/components/form/field';
import { type Role, roles } from '@/lib/people/person';
import { roleWords } from '@/lib/people/role-words';

type Props = { name: string; held: Role[]; legend: string; hint: string; problem?: string | undefined };

/** A tick for each role, with what a person may do with it. */
export function RoleTicks({ name, held, legend, hint, problem }: Props) {
  return (
    <FieldGroup name={name} legend={legend} hint={hint} problem={problem}>
      {roles.map((role) => (
        <label key={role} className="choice">
          <input type="checkbox" name={name} value={role} defaultChecked={held.includes(role)} />
          <span>
            {roleWords[role].name}
            <small>{roleWords[role].about}</small>
          </span>
        </label>
      ))}
    </FieldGroup>
  );
}

/** The roles in what a form handed back, one a line. */
export const rolesTyped = (typed: string | undefined): Role[] =>
  roles.filter((role) => (typed ?? '').split('\n').includes(role));
