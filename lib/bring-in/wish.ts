/** What a file can bring, in the order in which it is made. */
export const kinds = ['service', 'person', 'measure', 'target', 'outturn', 'comparator', 'reading'] as const;
export type Kind = (typeof kinds)[number];

/** A cell of a file, as people name it: sheet Measures, row 9, column H. */
export type Place = { sheet: string; row: number; column: string };

/**
 * One thing that a file asks for: its fields by the names of `columns`, each as text in the way that a form takes it, and where each
 * was read. A field that the file does not speak of is absent; one that it leaves empty is ''.
 */
export type Wish = { kind: Kind; fields: Record<string, string>; places: Record<string, Place>; place: Place };
