/** The people of the demonstration council; every name is invented. */
export const demoPeople = {
  olive: { name: 'Olive Turner', email: 'olive@candour.example' },
  hana: { name: 'Hana Malik', email: 'hana@candour.example' },
  dev: { name: 'Dev Shah', email: 'dev@candour.example' },
  ada: { name: 'Ada Byrne', email: 'ada@candour.example' },
  cal: { name: 'Cal Reid', email: 'cal@candour.example' },
  otis: { name: 'Otis Grant', email: 'otis@candour.example' },
  hester: { name: 'Hester Lowe', email: 'hester@candour.example' },
} as const;

export type DemoPerson = keyof typeof demoPeople;

/** Who owns the measures of a demonstration service, and who heads it. */
export const demoStaff: Record<string, { owner: DemoPerson; head: DemoPerson }> = {
  'childrens-social-care': { owner: 'olive', head: 'hana' },
  'highways-and-transport': { owner: 'otis', head: 'hester' },
};
