import sharp from 'sharp';
import { inksTemplate } from '@/lib/paper/inks';
import { signsTemplate } from '@/lib/paper/pdf/signs-template';
import type { Typeset } from '@/lib/paper/typst-document';
import type { Card } from './card';

/**
 * How a card looks, in Typst: its texts are values, so that none is read as markup. The title is as large as its place allows.
 */
const template = `
#let card = json(bytes(sys.inputs.card))
${inksTemplate.trim()}
${signsTemplate.replace('pdf.artifact(', '(')}
#set page(width: 1200pt, height: 630pt, margin: (x: 64pt, top: 56pt, bottom: 48pt))
#set text(font: "Public Sans", size: 27pt, fill: ink, lang: "en", region: "GB", hyphenate: false, top-edge: "ascender", bottom-edge: "descender")
#set par(leading: 0.15em, spacing: 0.3em)
#let room = if card.figure == none { 310pt } else { 150pt }
#let titled(size) = text(font: "Source Serif 4", weight: 600, size: size, par(leading: -0.12em, card.title))
#line(length: 100%, stroke: 7pt + ink)
#block(above: 14pt, below: 6pt, text(weight: 600, card.eyebrow))
#context {
  let sizes = (76pt, 66pt, 56pt, 47pt, 39pt, 32pt, 26pt)
  let fitting = sizes.filter(size => measure(width: 1072pt, titled(size)).height <= room)
  block(height: room, clip: true, titled(if fitting.len() > 0 { fitting.first() } else { sizes.last() }))
}
#if card.figure != none {
  block(above: 6pt, below: 0pt, text(size: if card.figure.text.clusters().len() > 16 { 48pt } else { 92pt }, weight: 600, card.figure.text))
  block(above: 2pt, text(fill: tones.soft, card.figure.beside))
}
#place(bottom + left, {
  block(below: 22pt, text(size: 33pt, weight: 600, card.signs.map(s => {
    let tone = tones.at(s.tone)
    box(text(fill: tone, [#sign-of(s.sign, tone)#h(0.25em)#s.text]))
  }).join(h(1em))))
  line(length: 100%, stroke: 1pt + rgb("#b9b5aa"))
  block(above: 16pt, text(size: 23pt, fill: tones.soft, card.foot))
})
`;

/**
 * Draws a card as a PNG of 1200 × 630 pixels, the size that readers of links show whole, where `set` has Public Sans and Source
 * Serif 4.
 */
export async function cardPicture(card: Card, set: Typeset): Promise<Buffer> {
  const drawing = await set({ form: 'svg', template, inputs: { card: JSON.stringify(card) } });
  return sharp(drawing).resize(1200, 630, { fit: 'fill' }).png({ palette: true }).toBuffer();
}
