/** Lines of text, tables with repeated heads, and charts. */
export const tablesTemplate = `
#let run-of(r) = {
  let manner = r.at("manner", default: "plain")
  let tone = tones.at(r.at("tone", default: ""), default: none)
  let mark = r.at("sign", default: none)
  let before = if mark == none { none } else { sign-of(mark, if manner == "block" { white } else { tone }); h(0.3em) }
  if manner == "block" {
    box(fill: tone, inset: (x: 1.6mm), outset: (y: 0.9mm), text(fill: white, weight: 600, { before; r.text }))
  } else {
    set text(fill: tone) if tone != none
    set text(weight: 600) if manner == "strong" or manner == "figure"
    set text(1.12em) if manner == "figure"
    set text(0.9em) if manner == "small"
    before
    r.text
  }
}
#let line-of(runs) = runs.map(run-of).join(if runs.len() > 1 and not runs.first().text.ends-with(" ") { [ ] } else { none })

// A row stays on one page unless it is so long that it would leave half of one empty.
#let long-row(cells) = cells.any(lines => lines.map(l => l.map(r => r.text.len()).sum(default: 0)).sum(default: 0) > 900)

#let table-of(t) = {
  set text(9.4pt)
  set par(leading: 0.47em)
  show table.cell.where(y: 0): set text(8.5pt, fill: tones.soft, weight: 400)
  let side(c) = if c.at("align", default: "left") == "right" { right } else { left }
  block(above: 2mm, below: 5mm, table(
    columns: t.columns.map(c => c.share * 1fr),
    align: (x, y) => side(t.columns.at(x)) + if y == 0 { bottom } else { top },
    inset: (x, y) => (left: 0mm, right: if x == t.columns.len() - 1 { 0mm } else { 2.6mm }, y: 1.8mm),
    stroke: (x, y) => (bottom: if y == 0 { line-of-head } else { hair }),
    table.header(repeat: true, ..t.columns.map(c => c.head)),
    ..t.rows.map(cells => cells.map(lines => table.cell(breakable: long-row(cells), lines.map(line-of).join(linebreak())))).flatten(),
  ))
}

#let stroke-of(manner) = {
  if manner == "published" { (paint: ink, thickness: 1.5pt, cap: "round", join: "round") }
  else if manner == "invented" { (paint: ink, thickness: 1.1pt, dash: (3pt, 2.4pt)) }
  else if manner == "elsewhere" { (paint: ink, thickness: 1.4pt, dash: (0.6pt, 2.4pt), cap: "round") }
  else { (paint: tones.green, thickness: 1.2pt) }
}

#let plot-of(c) = {
  let (width, height, left, right) = (182mm, 22mm, 12mm, 26mm)
  let inner = width - left - right
  let at(x, y) = (left + x * inner, (1 - y) * height)
  box(width: width, height: height + 5.5mm, {
    set text(8.5pt, fill: tones.soft)
    for level in c.levels {
      let y = (1 - level.at) * height
      place(top + std.left, dy: y, line(start: (left, 0mm), end: (width - right, 0mm), stroke: 0.4pt + rgb("#d8d4ca")))
      place(top + std.left, dy: y - 1.3mm, box(width: left - 2mm, align(std.right, level.text)))
    }
    for l in c.lines {
      if l.places.len() == 1 { let (x, y) = at(..l.places.first()); place(top + std.left, dx: x - 0.8mm, dy: y - 0.8mm, circle(radius: 0.8mm, fill: ink)) }
      else {
        let (first, ..rest) = l.places
        place(top + std.left, curve(stroke: stroke-of(l.manner), curve.move(at(..first)), ..rest.map(p => curve.line(at(..p)))))
      }
    }
    let (x, y) = at(c.last.x, c.last.y)
    place(top + std.left, dx: x - 1.1mm, dy: y - 1.1mm, circle(radius: 1.1mm, fill: ink))
    place(top + std.left, dx: x + 2mm, dy: y - 1.9mm, text(10.5pt, weight: 600, fill: ink, c.last.text))
    if c.target != none {
      place(top + std.left, dx: width - right + 2mm, dy: (1 - c.target.at) * height - 1.5mm, text(fill: tones.green, c.target.text))
    }
    place(top + std.left, dx: left, dy: height + 2.2mm, c.from)
    place(top + std.left, dx: left, dy: height + 2.2mm, box(width: inner, align(std.right, c.to)))
  })
}

#let chart-of(c) = block(breakable: false, above: 5mm, below: 6.5mm, {
  heading(level: 3, c.title)
  block(above: 2mm, below: 4mm, text(9pt, fill: tones.soft, par(c.subtitle)))
  figure(alt: c.alternative, plot-of(c))
  block(above: 2mm, text(8.5pt, fill: tones.soft, par(c.key)))
})
`;
