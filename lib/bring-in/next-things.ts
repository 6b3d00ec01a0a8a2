import type { ImportScope } from './import-words';
import type { Kind } from './wish';

/** Who acts next after a file was brought in, with where that is done. */
export type NextThing = { sentence: string; link: { href: string; text: string } | null };

/** What a file has made, and how many figures it laid as history. */
type Made = { made: { kind: Kind; count: number }[]; laid: number };

/** What comes after a file: who has what now, and what is still to be done for a first edition. */
export function nextThings(scope: ImportScope, { made, laid }: Made, submits: boolean): NextThing[] {
  const has = (kind: Kind) => made.some((each) => each.kind === kind);
  const things: NextThing[] = [];
  const add = (sentence: string, href: string, text: string) => things.push({ sentence, link: { href, text } });
  if (scope === 'own') {
    if (has('reading') && submits)
      add('Your readings are with the head of service now.', '/work/readings', 'Your readings');
    if (has('reading') && !submits)
      add('Your readings are drafts: nobody else has them until you submit them.', '/work/readings', 'Your readings');
    return things;
  }
  if (has('reading'))
    things.push({
      sentence: 'The readings are drafts for their owners, who check and submit them.',
      link: { href: '/overview', text: 'Overview' },
    });
  if (laid > 0)
    things.push({
      sentence: 'The history waits for each head of service, who finds it in My work and confirms it all at once.',
      link: null,
    });
  if (has('person')) add('The people have no invitation yet: make one for each.', '/settings/people', 'People');
  if (has('measure'))
    add(
      'The list of measures names what is still missing of each: a target, a data owner.',
      '/settings/measures',
      'Measures',
    );
  if (has('service')) add('Each service needs a head, who approves.', '/settings/services', 'Services');
  if (things.length === 0 && made.length > 0)
    add('What was brought in stands in the settings.', '/settings', 'Settings');
  return things;
}
