import { inksTemplate } from '@/lib/paper/inks';
import { signsTemplate } from './signs-template';
import { tablesTemplate } from './tables-template';

/**
 * How a paper looks on A4, in Typst. The paper comes as JSON through `inputs`: every text of it is a string value, which Typst
 * shows as it is, so that nothing in it is ever read as markup. Sizes and colours are those of the public pages, in points.
 */
export const paperTemplate = `
#let paper = json(bytes(sys.inputs.paper))
#let made = json(bytes(sys.inputs.made))
${inksTemplate.trim()}
#let hair = 0.6pt + rgb("#b9b5aa")
#let line-of-head = 0.9pt + ink
#let serif = "Source Serif 4"

#set document(
  title: paper.title,
  author: paper.author,
  description: paper.description,
  date: datetime(year: made.at(0), month: made.at(1), day: made.at(2), hour: made.at(3), minute: made.at(4), second: made.at(5)),
)
#set text(font: "Public Sans", size: 11pt, fill: ink, lang: "en", region: "GB", hyphenate: false)
#set par(leading: 0.55em, spacing: 0.9em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 14mm, top: 21mm, bottom: 19mm),
  header-ascent: 5mm,
  footer-descent: 5mm,
  header: {
    set text(8.5pt, fill: tones.soft)
    block(width: 100%, stroke: (bottom: hair), inset: (bottom: 2.2mm), grid(columns: (1fr, auto), column-gutter: 6mm,
      paper.runningHead.left, paper.runningHead.right))
  },
  footer: context {
    set text(8pt, fill: tones.soft)
    block(width: 100%, stroke: (top: hair), inset: (top: 2.2mm), grid(columns: (1fr, auto), column-gutter: 6mm,
      paper.foot, [Page #counter(page).display() of #counter(page).final().first()]))
  },
)

#show heading: set text(font: serif, weight: 600)
#show heading.where(level: 1): set text(27pt)
#show heading.where(level: 1): set par(leading: 0.35em)
#show heading.where(level: 1): set block(above: 3mm, below: 5mm)
#show heading.where(level: 2): set text(16pt)
#show heading.where(level: 2): set block(above: 9mm, below: 4mm, sticky: true)
#show heading.where(level: 3): set text(11.5pt, font: "Public Sans")
#show heading.where(level: 3): set block(above: 5.5mm, below: 2.6mm, sticky: true)
#set list(marker: ([–],), indent: 0mm, body-indent: 2mm, spacing: 0.75em)
${signsTemplate}
${tablesTemplate}
#let number-width = 8mm

#let heading-of(b) = {
  let number = b.at("number", default: none)
  heading(level: b.level, if number == none { b.text } else {
    grid(columns: (number-width, 1fr), text(fill: tones.soft, weight: 400, number), b.text)
  })
}

#let paragraph-of(b) = {
  let manner = b.at("manner", default: "plain")
  if manner == "small" { block(sticky: b.at("before", default: false), text(9pt, fill: tones.soft, par(leading: 0.5em, line-of(b.line)))) }
  else if manner == "notice" { block(width: 100%, stroke: (left: 2.4pt + ink), above: 3mm, below: 3mm, inset: (left: 3mm, y: 0.6mm), text(9.5pt, par(line-of(b.line)))) }
  else { par(line-of(b.line)) }
}

#let counts-of(b) = block(width: 100%, stroke: (y: hair), inset: (y: 3mm), above: 4mm, below: 5mm,
  par(b.counts.map(c => text(fill: tones.at(c.tone), [#sign-of(c.sign, tones.at(c.tone))#h(0.25em)#text(17pt, weight: 600, str(c.count)) #text(9.5pt, c.word)])).join({ [ ]; h(1fr) })))

#for b in paper.blocks {
  if b.kind == "heading" { if b.at("page", default: false) { pagebreak(weak: true) }; heading-of(b) }
  else if b.kind == "eyebrow" { block(width: 100%, above: 0mm, stroke: (top: 3pt + ink), below: 3.5mm, inset: (top: 4mm), text(12pt, weight: 600, par(b.text))) }
  else if b.kind == "lead" { block(above: 5mm, below: 4mm, text(11.5pt, fill: tones.soft, par(b.text))) }
  else if b.kind == "paragraph" { paragraph-of(b) }
  else if b.kind == "list" { list(..b.items.map(line-of)) }
  else if b.kind == "counts" { counts-of(b) }
  else if b.kind == "table" { table-of(b) }
  else if b.kind == "chart" { chart-of(b) }
}
`;
