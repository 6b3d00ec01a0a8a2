import fc from 'fast-check';
import { type LivedService, livedService } from './lived-service';

/**
 * Ten random services, the same for the same seed, each with codes of its own. None has rows that make another row: the record has
 * no place for that, and hides nothing for its sake.
 */
export function someLives(seed: number): { slug: string; life: LivedService }[] {
  const lives = fc
    .sample(livedService('quarters'), { numRuns: 100, seed })
    .filter(({ measures, wholes }) => wholes.length === 0 && measures.some(({ policy }) => policy?.method === 'hide'));
  return lives.slice(0, 10).map(({ measures, wholes }, at) => {
    const slug = `life-${at}`;
    const own = measures.map((measure) => ({ ...measure, code: `${slug}-${measure.code}` }));
    return { slug, life: { measures: own, wholes } };
  });
}
