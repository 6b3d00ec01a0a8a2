import { type Colour, colourWords } from '@/lib/target/target';
import { Shape } from './sign-shapes';

type Props = {
  /** The colour by the rule; null where it gives none. */
  colour: Colour | null;
  /** The colour that a head of service judged instead. */
  judged?: { colour: Colour } | undefined;
};

/** Performance against target in word, shape and colour; a judged colour is outlined, with the rule's beneath. */
export function RagTag({ colour, judged }: Props) {
  const rag = colour ?? 'none';
  if (judged)
    return (
      <span className="judged">
        <span className={`tag ${judged.colour}`}>
          <Shape symbol={judged.colour} />
          Judged {colourWords[judged.colour]}
        </span>{' '}
        <small>
          rule: <span className={`tag ${rag}`}>{colour ? colourWords[colour] : 'No colour'}</span>
        </small>
      </span>
    );
  return (
    <span className={`tag ${rag}`}>
      <Shape symbol={rag} />
      {colour ? colourWords[colour] : 'No colour'}
    </span>
  );
}
