import type { Wish } from '@/lib/bring-in/wish';
import { may, permissions } from '@/lib/people/change-permissions';
import { Addition } from '@/lib/people/people-form';
import { type Role, roles } from '@/lib/people/person';
import { roleWords } from '@/lib/people/role-words';
import type { Drafted } from './council-now';
import { asForm, choiceIn } from './file-form';
import { personKey } from './person-named';
import { serviceNamed } from './plan-service';
import {
  changeSentence,
  changes,
  changesBetween,
  creates,
  type Planned,
  quoted,
  refuses,
  refusesBy,
  rowWords,
  same,
} from './planned';

const parts = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

/** What a row of people comes to: the person, and each service that they are to head. */
export function planPerson(drafted: Drafted, wish: Wish): Planned[] {
  const { fields } = wish;
  const named = { wish, what: fields.name?.trim() || (fields.email ?? '') };
  const person = planThem(drafted, wish, named);
  const heads = parts(fields.head_of ?? '').map((service) => planHead(drafted, wish, service, person));
  return [person, ...heads];
}

function planThem(drafted: Drafted, wish: Wish, named: { wish: Wish; what: string }): Planned {
  const { fields } = wish;
  const existing = drafted.people.find(({ email }) => email.toLowerCase() === personKey(wish));
  const wanted = parts(fields.roles ?? '').map((text) => choiceIn(text, roles, (role) => [roleWords[role].name]));
  const unknown = wanted.find((role) => !roles.some((each) => each === role));
  if (unknown !== undefined)
    return refuses(
      named,
      `${quoted(unknown)} is no role: write ${roles.map((role) => roleWords[role].name.toLowerCase()).join(', ')}.`,
      'roles',
    );
  const form = asForm(Addition, {
    name: fields.name ?? existing?.name ?? '',
    email: fields.email ?? '',
    roles: wanted,
  });
  if ('problems' in form) return refusesBy(named, form.problems, { name: 'name', email: 'email', roles: 'roles' });
  const { name, email } = form.input;
  const held = roles.filter((role) => form.input.roles.includes(role));
  if (!existing) {
    if (!may(drafted.party.who, 'add_person')) return refuses(named, permissions.add_person.otherwise);
    drafted.people = [...drafted.people, { id: 0, name, email, roles: held, hasLeft: false }];
    const roleText =
      held.length > 0 ? `, as ${held.map((role) => roleWords[role].name.toLowerCase()).join(' and ')}` : '';
    return creates(named, `${name} is added with the address ${email}${roleText}.`, {
      step: 'add_person',
      name,
      email,
      roles: held,
    });
  }
  if (existing.hasLeft) return refuses(named, `${existing.name} has left: bring them back on their own page first.`);
  const after = { ...existing, name, roles: fields.roles === undefined ? existing.roles : held };
  const list = changesBetween(wish, personFields(existing), personFields(after), {
    'the name': 'name',
    'the roles': 'roles',
  });
  if (list.length === 0) return same(named);
  if (!may(drafted.party.who, 'set_roles')) return refuses(named, permissions.set_roles.otherwise);
  if (existing.roles.includes('administrator') && !after.roles.includes('administrator'))
    return refuses(named, 'The role of an administrator is taken away on their own page, never by a file.', 'roles');
  drafted.people = drafted.people.map((each) => (each === existing ? after : each));
  return changes(named, list, changeSentence(list), {
    step: 'change_person',
    email: existing.email,
    name,
    roles: after.roles,
  });
}

const personFields = ({ name, roles: held }: { name: string; roles: Role[] }) => ({
  'the name': name,
  'the roles': roles
    .filter((role) => held.includes(role))
    .map((role) => roleWords[role].name)
    .join('; '),
});

function planHead(drafted: Drafted, wish: Wish, typed: string, person: Planned): Planned {
  const service = serviceNamed(drafted.services, typed);
  const named = { wish, what: `Head of ${service?.name ?? typed}`, post: 'head' as const };
  if (!service) return refuses(named, `There is no service ${quoted(typed)}.`, 'head_of');
  const found = drafted.people.find(({ email }) => email.toLowerCase() === personKey(wish));
  if (person.row.action === 'refuse' && (!found || found.hasLeft))
    return refuses(named, `${service.name} gets no head by this row, since its person is refused.`, 'head_of');
  if (!found) return refuses(named, 'Give the e-mail address by which they sign in.', 'email');
  const before = service.head;
  if (service.headRow)
    return refuses(
      named,
      `${rowWords(service.headRow)} names a head of ${service.name} as well: leave one of them.`,
      'head_of',
    );
  service.headRow = wish.place;
  if (before?.email === found.email) return same(named);
  if (!may(drafted.party.who, 'name_head')) return refuses(named, permissions.name_head.otherwise, 'head_of');
  const task = { step: 'name_head', slug: service.slug, email: found.email } as const;
  if (!before) return creates(named, `${found.name} heads ${service.name}.`, task);
  const list = [{ field: 'the head', before: before.name, after: found.name, place: wish.places.head_of ?? null }];
  return changes(named, list, changeSentence(list), task);
}
