import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/form/form-state';
import { SearchForm } from './search-form';

type Props = { name: string; more: { href: string; text: string }[]; signOut: FormAction };

/** On a phone: all that the head of a wide page has beside the first ways to one's work. It opens without a script. */
export function StaffMenu({ name, more, signOut }: Props) {
  return (
    <details className="menu">
      <summary>Menu</summary>
      <div>
        <SearchForm />
        <ul>
          {more.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
          <li>
            <a href="/">What the public sees</a>
          </li>
          <li>
            <a href="/account">{name}</a>
          </li>
        </ul>
        <ActionForm action={signOut}>
          <SubmitButton className="button link">Sign out</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
