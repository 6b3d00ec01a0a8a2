import { type AgainstTarget, colourWithReason } from '@/lib/target/why-this-colour';

/** What to write about a figure: questions for the comments and for the actions, by the colour that it would get. */
export type Prompts = { opening: string; comments: string[]; actions: string[] };

const who = 'Who will do it? Name the role, not the person.';
const when = 'By when?';

/** The prompts that fit a figure, judged as the scorecard would. Source: docs/rules.md, What to write about a figure. */
export function promptsFor(judged: AgainstTarget): Prompts {
  const { colour, sentence } = colourWithReason(judged);
  if (judged.value === null)
    return {
      opening: 'There is no figure to show.',
      comments: ['Why is there no figure?', 'When will there be one?'],
      actions: ['What is being done so that there will be a figure?', who, when],
    };
  switch (colour) {
    case 'red':
      return {
        opening: sentence,
        comments: ['What happened?', 'Why did it happen?', 'What does it mean for residents?'],
        actions: ['What will be done to bring it back to target?', who, when],
      };
    case 'amber':
      return {
        opening: sentence,
        comments: ['What happened?', 'Why is it short of the target?'],
        actions: ['What will keep it from turning Red?', who, when],
      };
    case 'green':
      return {
        opening: sentence,
        comments: ['What happened?', 'What made the difference?'],
        actions: ['What is needed to keep it there, if anything?', who, when],
      };
    case null:
      return {
        opening: sentence,
        comments: ['What happened?', 'Why did it change, or stay as it was?'],
        actions: ['What comes next, if anything?', who, when],
      };
  }
}
