import { addPerson } from '@/db/commands/people/add-person';
import { invite } from '@/db/commands/people/invite';
import { openSignIn } from '@/db/commands/people/sign-in-of-others';
import { acceptInvitation } from '@/db/commands/sign-in/invitations';
import { changePassword } from '@/db/commands/sign-in/passwords';
import { endOwnSessions, endSession } from '@/db/commands/sign-in/sessions';
import { signInByPassword } from '@/db/commands/sign-in/sign-in';
import { browser, type Scene, type Step, server } from './scene';

const [first, second] = ['a long walk by the river', 'a longer walk by the sea'];

/** How somebody comes in, by an invitation and by a password, and goes again. */
export function signInSteps({ db }: Scene): Step[] {
  const kept: Record<string, string> = {};
  return [
    [
      'add a person, and invite again',
      async () => {
        await addPerson(db, server, { name: 'Zoe', email: 'zoe@testshire.example' });
        kept.token = (await invite(db, server, { email: 'zoe@testshire.example' })).token;
      },
    ],
    [
      'take up an invitation',
      async () => {
        kept.session = (await acceptInvitation(db, { token: kept.token ?? '', password: first, browser })).token;
      },
    ],
    [
      'change a password',
      async () => {
        const zoe = await db.query.people.findFirst({ where: (row, { eq }) => eq(row.name, 'Zoe') });
        await changePassword(db, { personId: zoe?.id ?? 0, present: first, wanted: second, browser });
      },
    ],
    ['let somebody in again', () => openSignIn(db, server, { email: 'zoe@testshire.example' })],
    [
      'sign in, and be refused',
      async () => {
        for (const password of [second, first]) {
          const begun = await signInByPassword(db, { email: 'zoe@testshire.example', password, browser });
          if ('token' in begun) kept.session = begun.token;
        }
      },
    ],
    [
      'sign in again in that browser',
      async () => {
        const begun = await signInByPassword(db, {
          email: 'zoe@testshire.example',
          password: second,
          browser: { ...browser, session: kept.session ?? null },
        });
        if ('token' in begun) kept.session = begun.token;
      },
    ],
    ['end other sessions', () => endOwnSessions(db, { token: kept.session ?? null, which: null })],
    ['sign out', () => endSession(db, kept.session ?? null)],
  ];
}
