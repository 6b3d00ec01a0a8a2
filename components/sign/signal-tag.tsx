import type { Assurance, Variation } from '@/lib/spc/spc';
import { assuranceMark, variationMark } from '@/lib/spc/spc-words';
import { Shape } from './sign-shapes';

/** What a figure says, in word, shape and colour: improvement, concern, neither or common cause. */
export function VariationTag({ variation }: { variation: Variation }) {
  const { word, shape } = variationMark(variation);
  return (
    <span className={`tag signal ${variation.kind}`}>
      <Shape symbol={shape} />
      {word}
    </span>
  );
}

/** Whether a target can be relied on, in word and shape. */
export function AssuranceTag({ assurance }: { assurance: Assurance }) {
  const { word, shape } = assuranceMark(assurance);
  return (
    <span className={`tag signal ${assurance}`}>
      <Shape symbol={shape} />
      {word}
    </span>
  );
}
