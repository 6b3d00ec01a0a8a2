import { type PlanAction, planActions } from './plan-row-shape';
import { type Kind, kinds } from './wish';

/** What of a file is looked at: which sheet and which of its rows, which rows of what it would do. */
export type Looking = {
  /** From 1; 0 for the first one that is used. */
  sheet: number;
  rows: number;
  action: PlanAction | null;
  kind: Kind | null;
  page: number;
};

type Query = Record<string, string | string[] | undefined>;

const numberIn = (value: unknown): number =>
  typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;
const oneIn = <T extends string>(list: readonly T[], value: unknown): T | null =>
  list.find((one) => one === value) ?? null;

/** What the query of an address asks to look at; whatever is no such thing is the usual one. */
export const lookingIn = (query: Query): Looking => ({
  sheet: query.sheet === undefined ? 0 : numberIn(query.sheet),
  rows: numberIn(query.rows),
  action: oneIn(planActions, query.show),
  kind: oneIn(kinds, query.kind),
  page: numberIn(query.page),
});

/** The address of a file's page with something else looked at; what leads nowhere else is left out. */
export function addressOf(base: string, looking: Looking, other: Partial<Looking> = {}, anchor = ''): string {
  const { sheet, rows, action, kind, page } = { ...looking, ...other };
  const query = new URLSearchParams([
    ...(sheet > 0 ? [['sheet', String(sheet)]] : []),
    ...(rows > 1 ? [['rows', String(rows)]] : []),
    ...(action ? [['show', action]] : []),
    ...(kind ? [['kind', kind]] : []),
    ...(page > 1 ? [['page', String(page)]] : []),
  ]);
  return `${base}${query.size > 0 ? `?${query}` : ''}${anchor}`;
}
