import { damaged, tooMuch, Unreadable, type WorkbookLimits } from './workbook-limits';
import { readXml } from './xml-events';
import type { ZipParts } from './zip-parts';

/** A sheet of a workbook and the part that has its cells; null for a sheet that is a chart or a dialog. */
type SheetPart = { name: string; hidden: boolean; part: string | null };
export type WorkbookParts = { sheets: SheetPart[]; from1904: boolean; strings: string; styles: string };

type Relation = { kind: string; part: string };

/** The part that a target names, seen from the part that names it. */
function partAt(target: string, from: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** What a part leads to, by the names that it gives. Links out of the workbook are left aside. */
async function relationsOf(zip: ZipParts, part: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const folder = part.split('/').slice(0, -1);
  await readXml(zip.read([...folder, '_rels', `${part.split('/').at(-1)}.rels`].join('/')), {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return;
      if (relations.size < 5_000) relations.set(Id, { kind: Type.split('/').at(-1) ?? '', part: partAt(Target, part) });
    },
  });
  return relations;
}

const isTrue = (word: string | undefined) => word === '1' || word === 'true';

/** The sheets of a workbook in their order, and where its texts and styles stand. */
export async function readWorkbookParts(zip: ZipParts, limits: WorkbookLimits): Promise<WorkbookParts> {
  const top = zip.has('_rels/.rels') ? [...(await relationsOf(zip, '')).values()] : [];
  const main = top.find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!zip.has(main)) throw new Unreadable(damaged);
  const relations = await relationsOf(zip, main);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readXml(zip.read(main), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      if (sheets.length >= limits.sheets) throw new Unreadable(tooMuch.sheets(limits));
      const id = Object.entries(attributes).find(([key]) => /^(\w+:)?id$/.test(key))?.[1] ?? '';
      const relation = relations.get(id);
      if (!relation || !zip.has(relation.part)) throw new Unreadable(damaged);
      sheets.push({
        name: (attributes.name ?? '').slice(0, 100),
        hidden: /hidden/i.test(attributes.state ?? ''),
        part: relation.kind === 'worksheet' ? relation.part : null,
      });
    },
  });
  if (sheets.length === 0) throw new Unreadable(damaged);
  const partOf = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind)?.part ?? '';
  return { sheets, from1904, strings: partOf('sharedStrings'), styles: partOf('styles') };
}
