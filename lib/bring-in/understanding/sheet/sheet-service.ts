import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { placeOf, plainWords, quoted, rowPlace } from '@/lib/bring-in/understanding/cell/grid';
import { timeWords } from '@/lib/bring-in/understanding/cell/period-words';
import type { Choice, Context, Meaning } from '@/lib/bring-in/understanding-shape';
import { proposedAddress } from '@/lib/framework/address-proposal';
import type { Explicit } from './row-read';
import type { UsedSection } from './row-uses';
import type { SheetFrame } from './sheet-frame';

type Sections = { asService: boolean; left: boolean; meaning: Meaning | null };

/** What the sections of a sheet name: services where one of them is a service's name, else themes. */
export function sectionsOf(
  sheet: string,
  sections: UsedSection[],
  { services }: Context,
  { answers }: Asking,
): Sections {
  if (sections.length === 0) return { asService: false, left: false, meaning: null };
  const key = `sections:${plainWords(sheet)}`;
  const looks = sections.some(({ text }) => serviceCalled(text, services) !== null) ? 'service' : 'theme';
  const role = ['service', 'theme', 'left_out'].includes(answers[key] ?? '') ? answers[key] : looks;
  const choices: Choice[] = [
    { value: 'theme', label: 'a theme each' },
    { value: 'service', label: 'a service each' },
    { value: 'left_out', label: 'left out' },
  ];
  const meaning = choices.find(({ value }) => value === role)?.label ?? '';
  const words =
    sections
      .slice(0, 4)
      .map(({ text }) => quoted(text))
      .join(', ') + (sections.length > 4 ? ' …' : '');
  return {
    asService: role === 'service',
    left: role === 'left_out',
    meaning: { key, words, meaning: `Sections: ${meaning}`, choices },
  };
}

/** The service of this name or address, or null. */
export const serviceCalled = (text: string, services: string[]): string | null =>
  services.find((name) => proposedAddress(name) === proposedAddress(text)) ?? null;

const generic =
  /^(?:sheet ?\d*|data|scorecard|dashboard|performance|report|kpis?|measures?|indicators?|summary|all|main|csv|table ?\d*|pis?|\d*)$/i;
const ofReports =
  /\b(?:scorecard|performance|report|dashboard|indicators?|measures?|kpis?|draft|v\d+|final|key|monthly|quarterly|annual|data|monitoring|template|tracker|tracking|workbook|spreadsheet|export|extract|overview|log)\b/gi;

/** What parts a name from the words after it: "Highways: monthly tracker", "Housing – October". */
const parting = /:\s|[–—|,]|\s-\s/;

/** A name of a service that words such as "Childrens scorecard 2018/19 – Q1 (draft v3)" may hold; '' for none. */
function nameIn(words: string): string {
  if (/:\s*$|^nb\b|^run\b|^(?:last )?updated\b/i.test(words)) return '';
  const [full = '', ...parts] = [words, ...words.split(parting)].map(nameOfPart);
  return full || (parts.find((part) => part !== '') ?? '');
}

function nameOfPart(words: string): string {
  const bare = words
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b\d{2,4}\s?[/–-]\s?\d{2,4}\b|\bq[1-4]\b/gi, ' ')
    .replace(ofReports, ' ');
  const name = bare
    .replace(/[–—:|,-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const { period, year } = timeWords(name);
  const isName = name.length >= 3 && name.length <= 100 && !/\d/.test(name) && !generic.test(name) && !period && !year;
  return isName && !ofCouncil.test(name) ? name : '';
}

/** The council itself is no service of its own. */
const ofCouncil = /\bcouncil$|^(?:london )?borough of\b|^(?:city|county) of\b/i;

const belongs = 'Each measure belongs to a service.';

/** Whether two names share a word, or the beginning of one: “Childrens” and “Children’s Social Care”. */
function resembles(one: string, other: string): boolean {
  const beginnings = (name: string) =>
    proposedAddress(name)
      .split('-')
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5));
  const its = new Set(beginnings(other));
  return beginnings(one).some((word) => its.has(word));
}

/** The names of new services that the answers about other sheets have. */
const answeredServices = ({ answers }: Asking, services: string[]): string[] =>
  Object.entries(answers).flatMap(([key, answer]) => {
    const name = key.startsWith('service:') ? answer.trim().slice(0, 120) : '';
    return name !== '' && serviceCalled(name, services) === null ? [name] : [];
  });

function glossOf(made: string[], proposed: string | undefined): string {
  if (proposed) return `${belongs} The title says ${quoted(proposed)}: type another name if it is not that.`;
  const names = made.slice(0, 3).map(quoted);
  return names.length === 0 ? belongs : `${belongs} Perhaps ${names.join(' or ')}: type its name.`;
}

type Titled = { name: string; titles: string[]; headingRow: number };

/** How the service of a row is found: of its section, of the sheet's words, the only one that there is, or by an answer. */
export function serviceFinder(
  { name, titles, headingRow }: Titled,
  sections: Sections,
  { services }: Context,
  asking: Asking,
): { serviceIn: SheetFrame['serviceIn']; meaning: () => Meaning | null } {
  const texts = [...titles, name];
  const spoken = services.find((service) =>
    texts.some((text) =>
      ` ${proposedAddress(text)} `.replace(/-/g, ' ').includes(` ${proposedAddress(service).replace(/-/g, ' ')} `),
    ),
  );
  const made = [...new Set(texts.map(nameIn).filter((each) => each !== '' && serviceCalled(each, services) === null))];
  // A new service that was chosen for another sheet of the file may be that of this one too.
  const fresh = [...new Set([...made, ...answeredServices(asking, services)])];
  const offered: Choice[] = [
    ...services.map((service) => ({ value: service, label: service })),
    ...fresh.map((each) => ({ value: each, label: `a new service, ${quoted(each)}` })),
  ];
  const place = rowPlace(name, headingRow);
  const ofTitles = titles.map(nameIn).filter((each) => each !== '');
  // Sheets under one title are asked about together. In an empty council the title stands until somebody says otherwise.
  const titled = made.length === 1 && ofTitles.length > 0 ? made[0] : undefined;
  const proposed = services.length === 0 ? titled : undefined;
  const key = `service:${plainWords(titled ?? name)}`;
  // In a council without services the name is typed.
  const choices = services.length === 0 ? [] : offered;
  const typed = (Object.hasOwn(asking.answers, key) ? asking.answers[key] : '')?.trim().slice(0, 120);
  const answered = choices.length === 0 ? typed || undefined : choices.find(({ value }) => value === typed)?.value;
  const [only] = services.length === 1 ? services : [];
  const isTheirs = only !== undefined && (ofTitles.length === 0 || ofTitles.some((title) => resembles(title, only)));
  const settled = answered ?? spoken ?? (isTheirs ? only : undefined);
  let used: string | null = null;
  const serviceIn: SheetFrame['serviceIn'] = (section) => {
    if (section && sections.asService)
      return {
        value: serviceCalled(section.text, services) ?? section.text,
        place: placeOf(name, section.row, section.column),
      };
    used = settled ?? askService();
    return used === null ? null : { value: used, place };
  };
  let answer: string | null | undefined;
  const askService = (): string | null => {
    if (answer === undefined)
      answer = asking.ask(
        {
          id: key,
          sentence: titled ? 'Whose measures are these?' : `Whose measures are these on the sheet ${quoted(name)}?`,
          gloss: glossOf(choices.length > 0 ? [] : made, proposed),
          choices,
          ...(proposed && { proposed }),
        },
        [place],
      );
    return answer;
  };
  const meaning = () =>
    used === null
      ? null
      : {
          key,
          words: quoted(titles.find((title) => nameIn(title) !== '') ?? titles[0] ?? name),
          meaning: `Service: ${used}`,
          choices,
        };
  return { serviceIn, meaning };
}

/** How the theme of a row is found: it is that of its section. */
export const themeFinder =
  (name: string, sections: Sections) =>
  (section: UsedSection | null): Explicit | null =>
    section === null || sections.asService || sections.left
      ? null
      : { value: section.text, place: placeOf(name, section.row, section.column) };
