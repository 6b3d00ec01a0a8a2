import { checkReading } from '@/lib/commentary/checking/check-reading';
import { cleanTexts } from '@/tests/fixtures/commentary/clean/every-row';

/** A service of 50 measures, each with the words of all others beside it. */
const measures = cleanTexts.slice(0, 50);
const others = measures.map(({ measure: { number, title }, comments }) => ({
  number,
  title,
  comments: comments ?? '',
}));
const service = measures.map((text, index) => ({ ...text, others: others.filter((_, place) => place !== index) }));

/** Checks the words of the service so many times; prints what each time took, in milliseconds. */
for (let round = 0; round < 30; round += 1) {
  const begun = performance.now();
  for (const text of service) checkReading(text, { silenced: [] });
  console.log(performance.now() - begun);
}
