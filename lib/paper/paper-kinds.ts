/** The kinds of files in which a paper is to be had. */
export const paperKinds = ['pdf', 'docx'] as const;
export type PaperKind = (typeof paperKinds)[number];

/**
 * The form of papers: one more with each change of how they look or what they say, so that those that are kept are made again.
 * A text that changes by itself, such as the name of the council, needs no other form.
 */
export const paperForm = 2;

export const paperTypes: Record<PaperKind, { name: string; contentType: string }> = {
  pdf: { name: 'PDF', contentType: 'application/pdf' },
  docx: {
    name: 'Word',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
};

/** The path of an edition's paper, where it stands for good. */
export const paperPath = (slug: string, edition: number, kind: PaperKind): string =>
  `/scorecards/${slug}/editions/${edition}/paper.${kind}`;

/** The path of the paper of a committee's services together, as their editions are in force. */
export const committeePaperPath = (slug: string, kind: PaperKind): string => `/committees/${slug}/paper.${kind}`;

/** The name under which a browser keeps a committee's paper: 'roads-and-travel-2018-08-17.pdf', by the day of its latest edition. */
export const committeePaperFileName = (slug: string, day: string, kind: PaperKind): string => `${slug}-${day}.${kind}`;

/** The name under which a browser keeps it: 'childrens-social-care-edition-4.pdf'. */
export const paperFileName = (slug: string, edition: number, kind: PaperKind): string =>
  `${slug}-edition-${edition}.${kind}`;
