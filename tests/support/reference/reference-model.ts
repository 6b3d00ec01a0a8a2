/**
 * The road of a reading, written a second time and by itself: small enough to be read and believed, so that the real one can be
 * held against it. It knows nothing of lib/workflow. Source: docs/rules.md, The road of a reading.
 */
export type Who = 'Olive' | 'Oskar' | 'Hana' | 'Dev' | 'Ada' | 'Otis';
export const everybody: Who[] = ['Olive', 'Oskar', 'Hana', 'Dev', 'Ada', 'Otis'];

export type Command =
  | { do: 'save'; who: Who; text: number; behind: number }
  | { do: 'submit' | 'withdraw' | 'approve' | 'return' | 'accept' | 'correct'; who: Who; behind: number }
  | { do: 'publish'; who: Who }
  /** Whatever is next on the road, by whoever may. */
  | { do: 'next'; text: number }
  | { do: 'owner'; who: 'Olive' | 'Oskar' | 'Hana' }
  | { do: 'head'; who: 'Hana' | 'Ada' };

type Revision = {
  state: 'draft' | 'submitted' | 'returned' | 'approved' | 'published';
  text: string;
  version: number;
  authors: Set<Who>;
  /** Who suggested words that are not taken over yet. */
  suggested: Who | null;
  /** Whether the public note is written, which a correction begins without. */
  noted: boolean;
};

export type Model = {
  owner: Who;
  head: Who;
  revisions: Revision[];
  /** Every suggestion that was ever made, with the text that it was made of: taking the words over takes those of all of them. */
  offers: { who: Who; before: string }[];
  done: number;
  refused: number;
};

export const beginning = (): Model => ({
  owner: 'Olive',
  head: 'Hana',
  revisions: [],
  offers: [],
  done: 0,
  refused: 0,
});

export type Answer = 'done' | 'same' | 'refused' | 'mended';
const last = (model: Model): Revision | undefined => model.revisions.at(-1);

/** What the reading says after the n-th text, or after an accepted suggestion. */
export const textOf = (n: number): string => `Text ${n}.`;
export const suggestion = 'Say it like this.';

/** A step that can come next on the road, by whoever may take it; the text's number chooses where there are several. */
export function next(model: Model, text: number): Exclude<Command, { do: 'next' }> {
  const now = last(model);
  const eyes = [model.head, ...(model.head === 'Hana' ? (['Dev'] as const) : [])].find((who) => !now?.authors.has(who));
  switch (now?.state) {
    case undefined:
      return { do: 'save', who: model.owner, text, behind: 0 };
    case 'draft':
    case 'returned':
      if (!now.noted) return { do: 'save', who: model.owner, text, behind: 0 };
      if (now.suggested && text > 0) return { do: 'accept', who: model.owner, behind: 0 };
      return { do: 'submit', who: model.owner, behind: 0 };
    case 'submitted':
      if (text === 3) return { do: 'withdraw', who: model.owner, behind: 0 };
      return { do: text === 2 ? 'return' : 'approve', who: eyes ?? model.head, behind: 0 };
    case 'approved':
      return { do: 'publish', who: 'Ada' };
    case 'published':
      return { do: 'correct', who: model.owner, behind: 0 };
  }
}

/** Takes a step in the model, and answers what must come of it: done, nothing to change, refused for good, or told what to mend. */
export function step(model: Model, command: Exclude<Command, { do: 'next' }>): Answer {
  const answer = take(model, command);
  if (answer === 'done' && command.do !== 'owner' && command.do !== 'head') model.done += 1;
  if (answer === 'refused') model.refused += 1;
  return answer;
}

function take(model: Model, command: Exclude<Command, { do: 'next' }>): Answer {
  const now = last(model);
  const owns = command.who === model.owner;
  // Dev deputises for Hana, and only for her.
  const heads = command.who === model.head || (command.who === 'Dev' && model.head === 'Hana');
  const isLatest = (behind: number) => behind === 0;
  switch (command.do) {
    case 'owner':
      model.owner = command.who;
      return 'done';
    case 'head':
      model.head = command.who;
      return 'done';
    case 'publish':
      if (command.who !== 'Ada') return 'refused';
      if (now?.state !== 'approved') return 'mended';
      now.state = 'published';
      return 'done';
    case 'save': {
      const text = textOf(command.text);
      const same = now?.text === text && now.noted;
      if (!owns) return 'refused';
      if (now && !same && !isLatest(command.behind)) return 'refused';
      if (now && now.state !== 'draft' && now.state !== 'returned') return 'refused';
      if (!now) {
        if (!isLatest(command.behind)) return 'refused';
        model.revisions.push({
          state: 'draft',
          text,
          version: 1,
          authors: new Set([command.who]),
          suggested: null,
          noted: true,
        });
        return 'done';
      }
      if (same) return 'same';
      Object.assign(now, { text, version: now.version + 1, noted: true });
      now.authors.add(command.who);
      return 'done';
    }
    case 'accept':
      if (!now || !owns || !isLatest(command.behind)) return 'refused';
      if (now.state !== 'draft' && now.state !== 'returned') return 'refused';
      if (!now.suggested) return 'mended';
      now.authors.add(command.who).add(now.suggested);
      for (const { who, before } of model.offers) if (before !== suggestion) now.authors.add(who);
      Object.assign(now, { text: suggestion, version: now.version + 1, suggested: null });
      return 'done';
    case 'submit':
      if (!now || !owns || !isLatest(command.behind) || (now.state !== 'draft' && now.state !== 'returned'))
        return 'refused';
      if (!now.noted) return 'mended';
      now.state = 'submitted';
      now.authors.add(command.who);
      return 'done';
    case 'withdraw':
      if (!now || !owns || !isLatest(command.behind) || now.state !== 'submitted') return 'refused';
      now.state = 'draft';
      return 'done';
    case 'approve':
      if (!now || !heads || now.authors.has(command.who) || !isLatest(command.behind) || now.state !== 'submitted')
        return 'refused';
      Object.assign(now, { state: 'approved', suggested: null });
      return 'done';
    case 'return':
      if (!now || !heads || !isLatest(command.behind) || (now.state !== 'submitted' && now.state !== 'approved'))
        return 'refused';
      Object.assign(now, { state: 'returned', suggested: command.who });
      model.offers.push({ who: command.who, before: now.text });
      return 'done';
    case 'correct':
      if (!now || !owns || !isLatest(command.behind) || now.state !== 'published') return 'refused';
      model.revisions.push({
        state: 'draft',
        text: now.text,
        version: now.version + 1,
        suggested: null,
        noted: false,
        authors: new Set([...now.authors, command.who]),
      });
      return 'done';
  }
}
