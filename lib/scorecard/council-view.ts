import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import type { Contact } from '@/lib/form/contact-fields';
import { type Status, statusAt } from '@/lib/status/data-status';
import { isRed, type Rag, standingColour } from '@/lib/target/judged-status';
import type { Colour } from '@/lib/target/target';
import { capital, headlineNumber, numberOf, numberWord } from '@/lib/text/number-in-words';
import { type Summary, summaryOf } from './scorecard';

/** What the page of all services needs of a measure; words and actions only of what is Red. */
export type CouncilRow = Pick<
  FrozenRow,
  | 'number'
  | 'code'
  | 'title'
  | 'covers'
  | 'target'
  | 'current'
  | 'period'
  | 'rag'
  | 'travel'
  | 'theme'
  | 'schedule'
  | 'comments'
  | 'actions'
>;

/** The measures of a service's edition, and their colours in the one before, by code. */
export type ServiceRows = {
  head: Pick<EditionHead, 'number' | 'asAt' | 'publishedAt' | 'sha256' | 'service'>;
  /** Who answers questions about the service's figures; null where that is the council. */
  contact?: Contact | null | undefined;
  rows: CouncilRow[];
  before: Map<string, Rag>;
};

export type StandingRow = CouncilRow & { status: { status: Status; sentence: string } };

/** A measure whose colour is not that of the edition before. */
type Turned = { code: string; title: string; was: Colour; is: Colour };

export type ServiceView = Pick<ServiceRows, 'head'> & { contact: Contact | null } & {
  summary: Summary;
  rows: StandingRow[];
  turned: Turned[];
};

/** The measures that are read together across services. */
export type ThemeView = { theme: string; rows: (StandingRow & { service: string })[] };

/** All services of a council on one page. */
export type CouncilView = { date: string; services: ServiceView[]; summary: Summary; themes: ThemeView[] };

/** More measures than this, or more that are Red, are counted on a page of all services, and not shown one by one. */
const mostOneByOne = { measures: 200, red: 40 };

/** Whether a page over all services has room for each measure: a mark for it, and why it is Red. */
export const oneByOne = ({ total, red }: Pick<Summary, 'total' | 'red'>): boolean =>
  total <= mostOneByOne.measures && red <= mostOneByOne.red;

/** How the services of a council stand on a day, and what has turned since the edition before. */
export const councilView = (services: ServiceRows[], date: string): CouncilView =>
  councilOf(
    services.map((service) => serviceView(service, date)),
    date,
  );

/** How one service stands on a day. */
export function serviceView({ head, contact, rows, before }: ServiceRows, date: string): ServiceView {
  const standing = rows.map((row) => ({ ...row, status: statusAt(row.schedule, date) }));
  return {
    head,
    contact: contact ?? null,
    summary: summaryOf(standing),
    rows: standing,
    turned: rows.flatMap((row) => turnedSince(row, before.get(row.code))),
  };
}

/** How services stand together on a day. */
export const councilOf = (services: ServiceView[], date: string): CouncilView => ({
  date,
  services,
  summary: summaryOf(services.flatMap(({ rows }) => rows)),
  themes: themesAcross(services),
});

/** Only from one colour to another: a measure that has none now, or had none, has not turned. */
function turnedSince({ code, title, rag }: CouncilRow, before: Rag | undefined): Turned[] {
  const [was, is] = [before ? standingColour(before) : null, standingColour(rag)];
  return was === null || is === null || was === is ? [] : [{ code, title, was, is }];
}

function themesAcross(services: ServiceView[]): ThemeView[] {
  const themes = new Map<string, ThemeView['rows']>();
  for (const { head, rows } of services)
    for (const row of rows) {
      if (!row.theme) continue;
      const together = themes.get(row.theme) ?? [];
      together.push({ ...row, service: head.service.name });
      themes.set(row.theme, together);
    }
  return [...themes].map(([theme, rows]) => ({ theme, rows }));
}

/** Whether the figure of a row is hidden, so that its marker has to be explained. */
export const isHidden = ({ current }: Pick<CouncilRow, 'current'>): boolean =>
  current.text === null && current.hidden === true;

/** '5 of 18 rated', 'none of 4 rated', 'none rated': what is Red by the rule or as judged, of what has a colour. */
export function redOfRated(rows: Pick<CouncilRow, 'rag'>[]): string {
  const rated = rows.filter(({ rag }) => standingColour(rag) !== null).length;
  const red = rows.filter(({ rag }) => isRed(rag)).length;
  return rated === 0 ? 'none rated' : `${red === 0 ? 'none' : red} of ${rated} rated`;
}

/** 'Eight of 27 rated measures are Red', 'One of six rated measures is Red', 'No measure can be rated yet'. */
function redHeadline(red: number, rated: number): string {
  if (rated === 0) return 'No measure can be rated yet';
  if (rated === 1) return `The one rated measure is ${red === 0 ? 'not ' : ''}Red`;
  const reds = red === 0 ? 'none' : headlineNumber(red);
  return `${capital(reds)} of ${numberWord(rated)} rated measures ${red < 2 ? 'is' : 'are'} Red`;
}

/** The same of a theme, over what counts: by the rule or as judged. */
export const themeHeadline = (rows: Pick<CouncilRow, 'rag'>[]): string =>
  redHeadline(
    rows.filter(({ rag }) => isRed(rag)).length,
    rows.filter(({ rag }) => standingColour(rag) !== null).length,
  );

/** 'Two of three themes have a Red measure', 'No theme has a Red measure': over what counts, by the rule or as judged. */
export function themesHeadline(themes: ThemeView[]): string {
  if (themes.length === 0) return 'No published measure has a theme yet';
  const red = themes.filter(({ rows }) => rows.some(({ rag }) => isRed(rag))).length;
  if (red === 0) return 'No theme has a Red measure';
  if (themes.length === 1) return 'The one theme has a Red measure';
  const reds =
    red === themes.length
      ? `All ${numberWord(red)}`
      : `${capital(headlineNumber(red))} of ${numberWord(themes.length)}`;
  return `${reds} themes ${red === 1 ? 'has' : 'have'} a Red measure`;
}

/** 'Eight of 27 rated measures are Red; two figures are late', over all services. */
export function councilHeadline({ green, amber, red, overdue }: Summary): string {
  const late =
    overdue === 0 ? 'no figure is late' : `${numberOf(overdue, 'figure')} ${overdue === 1 ? 'is' : 'are'} late`;
  return `${redHeadline(red, green + amber + red)}; ${late}`;
}
