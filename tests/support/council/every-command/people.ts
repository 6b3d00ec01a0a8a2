import { endDeputy, nameDeputy } from '@/db/commands/people/deputies';
import { invite } from '@/db/commands/people/invite';
import { leave } from '@/db/commands/people/leave';
import { giveMeasures } from '@/db/commands/people/measures-given';
import { changeDetails, comeBack, readdress, rename } from '@/db/commands/people/person-change';
import { nameHead, nameOwner } from '@/db/commands/people/posts';
import { giveRole, setRoles, takeRole } from '@/db/commands/people/role-change';
import { endSessions, link } from '@/db/commands/people/sign-in-of-others';
import { linkByInvitation } from '@/db/commands/sign-in/invitations';
import { signOutEverywhere } from '@/db/commands/sign-in/sessions';
import { signInByIdentity } from '@/db/commands/sign-in/single-sign-on';
import { emailOf } from '../working-council';
import { browser, by, type Scene, type Step, server } from './scene';

const sso = 'https://login.testshire.example';

/** People, their roles and posts, and single sign-on. */
export const peopleSteps = ({ db, as, id }: Scene): Step[] => [
  ['rename', () => rename(db, server, { email: 'zoe@testshire.example', name: 'Zoe Park' })],
  ['readdress', () => readdress(db, server, { email: 'zoe@testshire.example', wanted: 'zoe.park@testshire.example' })],
  [
    'give roles',
    async () => {
      for (const role of ['councillor', 'administrator'] as const)
        await giveRole(db, server, { email: emailOf('Nora'), role });
    },
  ],
  ['take a role', () => takeRole(db, server, { email: emailOf('Nora'), role: 'councillor' })],
  [
    'set roles together, and back',
    async () => {
      await setRoles(db, as('Adam'), { id: id.Otis, roles: ['councillor'], seen: [] });
      await setRoles(db, as('Adam'), { id: id.Otis, roles: [], seen: ['councillor'] });
    },
  ],
  [
    'change name and address together',
    () =>
      changeDetails(db, as('Adam'), {
        id: id.Oskar,
        name: 'Oskar Park',
        email: 'oskar.park@testshire.example',
        seen: { name: 'Oskar', email: emailOf('Oskar') },
      }),
  ],
  [
    'link identities',
    async () => {
      for (const name of ['Nora', 'Cal'] as const)
        await link(db, server, { email: emailOf(name), issuer: sso, subject: `7-${name}` });
    },
  ],
  [
    'link by an invitation',
    async () => {
      const { token } = await invite(db, server, { email: emailOf('Dev') });
      await linkByInvitation(db, { token, issuer: sso, subject: '7-Dev', browser });
    },
  ],
  [
    'sign in by single sign-on',
    async () => {
      for (const subject of ['7-Nora', '7-Cal', 'nobody'])
        await signInByIdentity(db, { issuer: sso, subject, browser });
    },
  ],
  ['end sessions', () => endSessions(db, server, { email: emailOf('Nora') })],
  ['sign out everywhere', () => signOutEverywhere(db, id.Cal)],
  ['name an owner', () => nameOwner(db, server, { code: 'bus-02', email: emailOf('Nora') })],
  [
    'give measures, and back',
    async () => {
      await giveMeasures(db, as('Adam'), { from: id.Oskar, to: id.Otis, codes: ['bus-03'] });
      await giveMeasures(db, as('Adam'), { from: id.Otis, to: id.Oskar, codes: ['bus-03'] });
    },
  ],
  ['name a head', () => nameHead(db, server, { service: 'buses', email: emailOf('Nora') })],
  [
    'name deputies',
    async () => {
      for (const month of ['09', '10', '12'])
        await nameDeputy(db, server, {
          service: 'buses',
          email: emailOf('Dev'),
          fromDay: `2026-${month}-01`,
          untilDay: `2026-${month}-28`,
        });
      const tram = { service: 'trams', email: emailOf('Dev'), fromDay: '2026-09-01', untilDay: '2026-09-30' };
      await nameDeputy(db, server, tram);
    },
  ],
  [
    'end a deputyship before it began',
    () => endDeputy(db, server, { service: 'buses', email: emailOf('Dev'), untilDay: '2026-11-30' }),
  ],
  [
    'end a deputyship early',
    () => endDeputy(db, server, { service: 'buses', email: emailOf('Dev'), untilDay: '2026-10-10' }),
  ],
  ['leave', () => leave(db, by(7), { email: emailOf('Nora') })],
  ['come back', () => comeBack(db, by(8), { email: emailOf('Nora') })],
];
