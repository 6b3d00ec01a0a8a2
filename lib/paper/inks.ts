/** The colours of papers and of the pictures beside links: those of pages in the light, as a test holds. Hexadecimal. */
export const inks = { ink: '0B0C0C', red: 'A8201A', amber: '7D4E00', green: '0B6B47', soft: '4B4F52' } as const;

/** The same in Typst: `ink`, and the others by their names in `tones`. */
export const inksTemplate = `
#let ink = rgb("#${inks.ink}")
#let tones = (red: rgb("#${inks.red}"), amber: rgb("#${inks.amber}"), green: rgb("#${inks.green}"), soft: rgb("#${inks.soft}"))
`;
