import { timeWords } from '@/lib/bring-in/understanding/cell/period-words';
import type { Choice } from '@/lib/bring-in/understanding-shape';

/** What a column of a council's own sheet can be, with what a person reads. */
export const roleWords = {
  number: 'Its number in the report',
  code: 'Code',
  title: 'Title',
  service: 'Service',
  theme: 'Theme',
  definition: 'Definition',
  unit: 'Unit',
  decimals: 'How many decimals are shown',
  better: 'More is better, less is better',
  frequency: 'How often there is a figure',
  owner: 'Data owner',
  owner_role: 'The role that answers for it',
  source: 'Where the figures come from',
  target: 'Target',
  amber: 'The figure from which it is Amber',
  outturn: 'Outturn of a year',
  reading: 'Readings',
  year_before: 'Figures of the same period a year before',
  period: 'The period of each row',
  first_number: 'The first of two numbers',
  second_number: 'The number that the first is a part of',
  both_numbers: 'Two numbers in one cell, such as 45/61',
  comments: 'Comments of the latest reading',
  action: 'Action of the latest reading',
  action_owner: 'The role that does the action',
  action_due: 'The day by which the action is done',
  row_kind: 'Whether a row has figures or targets',
  left_out: 'Left out',
} as const;
export type Role = keyof typeof roleWords;

/** Every role as a choice. */
export const roleChoices: Choice[] = Object.entries(roleWords).map(([value, label]) => ({ value, label }));

const isRole = (text: string): text is Role => Object.hasOwn(roleWords, text);

/** The role that an answer names, or null. */
export const roleIn = (answer: string | undefined): Role | null =>
  answer !== undefined && isRole(answer) ? answer : null;

/** Why a column is left out that was understood, by its heading. */
const worked = 'Candour works it out itself';
const left: [RegExp, string][] = [
  [
    /^(?:performance |current |overall )?(?:rag|brag)(?: .*)?$|^(?:rag|traffic light|colour)s?$|^status$/,
    `a colour or a status: ${worked}`,
  ],
  [
    /^(?:dot|direction|direction of travel|travel|trend|arrows?|trend arrow|trajectory|improving|better or worse|(?:vs|v|versus) .*|short term trend|long term trend)$/,
    `a direction: ${worked}`,
  ],
  [
    /^(?:variance|change|difference|diff|movement|gap|% change|distance .*|var|\+\/-|against target|on target)(?: .*)?$/,
    `a difference: ${worked}`,
  ],
  [/^(?:rank|ranking|quartile|decile)(?: .*)?$/, 'a rank, which has no place here'],
  [
    /^(?:ytd|year to date|cumulative|total|sum|average|avg|mean|overall|all)(?: .*)?$/,
    `a total or an average of other columns: ${worked}`,
  ],
  [/^(?:last upd(?:ated)?|updated on|date updated|entered (?:by|on))$/, 'when or by whom it was written'],
  [
    /^(?:england|national|nat|regional|region|(?:statistical |nearest |stat )?neighbours?|sn|cipfa|benchmark|comparator|peer|peers|family|english|north east|north west|uk|great britain|gb|wales|scotland)(?: .*)?$/,
    'figures of others, which need their source and their days: bring them in with the sheet Comparators',
  ],
  [
    /^(?:forecast|projection|projected|predicted|estimate|year end forecast)(?: .*)?$/,
    'a forecast, which has no place here',
  ],
];

const roles: [Role, RegExp][] = [
  [
    'year_before',
    /^same (?:month|quarter|period|time) (?:last|previous) year$|^last year same (?:month|quarter|period)$/,
  ],
  ['number', /^(?:#|no|number|num|item|row)$/],
  [
    'code',
    /^(?:(?:pi|kpi|measure|indicator|ind|performance indicator|ni|lpi|cost|budget) )?(?:ref|reference|code|id|no|number)$/,
  ],
  [
    'title',
    /^(?:(?:performance |key performance )?(?:indicator|measure|metric|kpi|pi)s?(?: (?:name|title|description))?|title|name|description|(?:ind|indicator|measure) desc(?:r|ription)?|(?:budget |service )?line(?: description)?|what (?:we|is) measured?|what we measure|short name)$/,
  ],
  [
    'service',
    /^(?:service|service area|directorate|department|dept|division|portfolio|team|business unit)s?(?: name)?$/,
  ],
  [
    'theme',
    /^(?:theme|priority|corporate priority|council priority|outcome|objective|category|section|group|topic|pillar)$/,
  ],
  [
    'definition',
    /^(?:definition|full definition|long description|methodology|how (?:it is|is it) (?:counted|measured|calculated)|calculation|formula|what is counted)$/,
  ],
  ['unit', /^(?:unit|units|unit of measure(?:ment)?|uom|measure type|format|measured in|data type)$/],
  ['decimals', /^(?:decimals|decimal places|dp)$/],
  [
    'better',
    /^(?:good|polarity|good is|good to be|good performance|good performance is|pol|better|better if|direction of good|desired (?:direction|trend)|high or low|higher or lower|high low|bigger or smaller is better|bib|sib|aim to)(?: .*)?$|^aim$/,
  ],
  [
    'frequency',
    /^(?:frequency|freq|how often|reported|reporting frequency|collection frequency|collected|reporting cycle|updated)$/,
  ],
  ['owner_role', /^(?:owner s role|owner role|lead role|responsible role|role|job title|post)$/],
  [
    'owner',
    /^(?:lead|leads|owner|data owner|measure owner|indicator owner|pi owner|kpi owner|lead officer|responsible(?: officer| person)?|accountable(?: officer)?|officer|contact|who|data lead|data provider|reporter|completed by|collected by|own|budget holder|budget manager)$/,
  ],
  ['source', /^(?:source|data source|source of data|system|where from)$/],
  ['action_owner', /^(?:action owner|action lead|who will do it|by whom)$/],
  ['action_due', /^(?:action due|action date|due|due date|deadline|by when|action by)$/],
  [
    'action',
    /^(?:actions?|actions? (?:taken|planned|being taken)|improvement actions?|what (?:we are|are we|is being) do(?:ing|ne).*|next steps)$/,
  ],
  [
    'comments',
    /^(?:comments?|commentary|narrative|notes?|analysis|explanation|remarks|context|officer comments?|performance (?:comments?|commentary)|reason.*)$/,
  ],
  ['row_kind', /^(?:type|row|row type|data series|data type row)$/],
  ['amber', /^(?:amber.*|tolerance|red threshold|lower threshold|trigger|intervention level|minimum acceptable)$/],
  ['target', /^(?:.* )?(?:tgt|target|targets|goal|ambition|plan|planned|profile|standard)(?: .*)?$/],
  [
    'outturn',
    /^(?:outturn|actual outturn|last yr|last year|ly|previous yr|previous year|prior year|prior yr|prev yr|prev year|py|year end|year end actual|final|baseline|last year s (?:outturn|figure|result|performance)|annual outturn|year end outturn|outturn actual)$/,
  ],
  [
    'period',
    /^(?:period|month|quarter|qtr|date|reporting (?:period|month|date)|period (?:ending|covered|end)|time period|as at|month ending|last available result|data for|year|financial year)$/,
  ],
  ['first_number', /^(?:numerator|num|top number|count|first number)$/],
  ['second_number', /^(?:denominator|denom|den|cohort|out of|base|population|second number)$/],
  [
    'both_numbers',
    /^(?:n d|num den|num denom|numerator (?:and )?denominator|numerator over denominator|fraction|x of y|x out of y|numbers?)$/,
  ],
  [
    'reading',
    /^(?:actual|actuals|act|figure|figures|value|values|result|results|performance|perf|score|reading|readings|data|current|latest|(?:current|latest|this (?:month|quarter|period|year)(?: s)?|monthly|quarterly|reported) ?(?:figure|value|result|performance|actual|position|data|outturn)?|latest available)$/,
  ],
];

export type HeadingRole = { role: Role; why?: string; known: boolean };

/** The role that the words of a heading name, read without what they say about time; `known` is false where nothing was understood. */
export function headingRole(heading: string): HeadingRole {
  const { rest, period, year } = timeWords(heading);
  return roleOfWords(rest, period !== null || year !== null);
}

/** The role that words name beside a period or a year, or without one. */
export function roleOfWords(rest: string, hasTime: boolean): HeadingRole {
  const raw = rest.trim();
  const words = raw
    .replace(/[↑↓▲▼£%]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const name of new Set([raw, words])) {
    if (name === '') continue;
    for (const [pattern, why] of left) if (pattern.test(name)) return { role: 'left_out', why, known: true };
    for (const [role, pattern] of roles) if (pattern.test(name)) return { role, known: true };
  }
  if (words === '' && hasTime) return { role: 'reading', known: true };
  return { role: 'left_out', why: 'a heading that we do not know', known: false };
}
