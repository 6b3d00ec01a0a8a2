import type { Prose, Sentence, Token } from '@/lib/commentary/words/sentences';

/** Abbreviations that nobody in the country needs to be told. */
const known = new Set(
  `UK GB EU US USA UN NHS GP OK PDF BBC ITV VAT COVID TV MP IT HR ID CV PC AGM GCSE BTEC AS FAQ GDPR HMRC NI ISO PE QR SMS
   USB CCTV DIY DVD CD FM GMT BST UTC URL WC RAF MOT DVLA NATO UNICEF AI CSV HTML LED BT IQ HIV AIDS LGBT LGBTQ PIN WW1 WW2
   ASAP PPE KWH MWH GWH MW KW KM GB MB TB CO2 CO2E TCO2E NO2 RSPCA NSPCC RNLI YMCA AD BC NB PS AM PM EV MBE OBE PHD BA BSC
   MA MSC SOS VIP CEO DNA ATM GPS SIM WIFI FA SATS UFO BBQ Q&A RAG`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that people write in capitals to be heard. */
const loud = new Set(
  'NOT AND ALL NO NEW ONLY MUST DUE RED AMBER GREEN NOTE TARGET UPDATE TOTAL YES OR FOR THE ACTION ACTIONS COMMENT IS ARE ON OFF IN OF TO WITH THIS THAT WE BUT NONE NEVER ALWAYS VERY ANY EVERY BOTH ALSO PLEASE SEE URGENT STOP MORE LESS'.split(
    ' ',
  ),
);

/** An abbreviation in a text, where it stands (`index` counts its sentence's tokens), and its form without “s” at the end. */
export type Abbreviation = { name: string; token: Token; sentence: Sentence; index: number };

const isRoman = (text: string): boolean => /^X{0,3}(?:IX|IV|V?I{0,3})$/.test(text);
/** “NE61” and “B6341” are a place and a road. */
const isCodeOfPlace = (text: string): boolean => /^[A-Z]{1,2}\d{1,4}[A-Z]?$/.test(text);
const shape = /^\p{Lu}(?:[\p{Lu}\d&]|\p{Ll}(?=[\p{Lu}\d&])){1,11}\p{Ll}?s?$/u;

/** The name of an abbreviation that a token is, or null: two capitals at least, single small letters between them at most. */
function abbreviationName(token: Token, next: Token | undefined, after: Token | undefined): string | null {
  const text = token.text.replace(/'s?$/, '');
  if (text.length > 14 || !shape.test(text)) return null;
  if ((text.match(/\p{Lu}/gu) ?? []).length < 2) return null;
  const name = /\p{Lu}s$/u.test(text) && text.length > 2 ? text.slice(0, -1) : text;
  const upper = name.toUpperCase();
  if (known.has(upper) || isRoman(name) || isCodeOfPlace(name)) return null;
  const isLoud = name === upper && (loud.has(name) || (name.length > 6 && !/\d|&/.test(name)));
  if (isLoud && upper !== 'SENDIASS') return null;
  if (next?.text === '-' && /^levels?$/.test(after?.lower ?? '')) return null;
  return name;
}

/** Whether a sentence is written in capitals throughout, so that its capitals say nothing. */
function isShouted({ tokens }: Sentence): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}{2,}$/u.test(text));
  const capitals = words.filter(({ text }) => text === text.toUpperCase());
  return words.length >= 4 && capitals.length > words.length * 0.6;
}

/** Every abbreviation of a prose that is not known to everybody, in its order. */
export const abbreviationsIn = ({ sentences }: Prose): Abbreviation[] =>
  sentences
    .filter((sentence) => !isShouted(sentence))
    .flatMap((sentence) =>
      sentence.tokens.flatMap((token, index): Abbreviation[] => {
        const { tokens } = sentence;
        // The second half of a postcode, “4AB”, is behind its number.
        if (tokens[index - 1]?.until === token.from && /^\d/.test(tokens[index - 1]?.text ?? '')) return [];
        const name = abbreviationName(token, tokens[index + 1], tokens[index + 2]);
        return name === null ? [] : [{ name, token, sentence, index }];
      }),
    );
