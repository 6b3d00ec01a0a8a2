import type { Role } from './person';

/** The people of the demonstration council, with what they do; every name is invented. */
export const demoPeople = {
  olive: { name: 'Olive Turner', email: 'olive@candour.example', roles: [], does: 'data owner, children’s' },
  hana: { name: 'Hana Malik', email: 'hana@candour.example', roles: [], does: 'head of service, children’s' },
  dev: { name: 'Dev Shah', email: 'dev@candour.example', roles: [], does: 'deputy of Hana until 14 September' },
  ada: {
    name: 'Ada Byrne',
    email: 'ada@candour.example',
    roles: ['performance_officer', 'administrator'],
    does: 'performance officer',
  },
  cal: { name: 'Cal Reid', email: 'cal@candour.example', roles: ['councillor'], does: 'councillor' },
  otis: { name: 'Otis Grant', email: 'otis@candour.example', roles: [], does: 'data owner, highways' },
  hester: { name: 'Hester Lowe', email: 'hester@candour.example', roles: [], does: 'head of service, highways' },
} as const satisfies Record<string, { name: string; email: string; roles: readonly Role[]; does: string }>;

export type DemoPerson = keyof typeof demoPeople;

/** Who owns the measures of a demonstration service, who heads it and who deputises. */
export const demoStaff: Record<string, { owner: DemoPerson; head: DemoPerson; deputy?: DemoPerson }> = {
  'childrens-social-care': { owner: 'olive', head: 'hana', deputy: 'dev' },
  'highways-and-transport': { owner: 'otis', head: 'hester' },
};
