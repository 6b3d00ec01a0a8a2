import { type Colour, colourWords } from '@/lib/target/target';
import { Shape } from './symbol-sprite';

/** Performance against target in word, shape and colour. */
export function RagTag({ colour }: { colour: Colour | null }) {
  const rag = colour ?? 'none';
  return (
    <span className={`tag ${rag}`}>
      <Shape symbol={rag} />
      {colour ? colourWords[colour] : 'No colour'}
    </span>
  );
}
