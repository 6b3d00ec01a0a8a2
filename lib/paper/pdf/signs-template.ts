/** The signs, drawn: a word always stands beside each, so that for a screen reader they are ornaments. */
export const signsTemplate = `
#let shape(name, fill) = {
  let u = 0.72em
  let at(x, y) = (x * u, y * u)
  let part(..points) = place(top + left, polygon(fill: fill, ..points.pos().map(p => at(..p))))
  box(width: u, height: u, baseline: 0.04em, {
    if name == "red" { part((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)) }
    else if name == "amber" { part((0.5, 0.04), (1, 0.94), (0, 0.94)) }
    else if name == "green" { place(top + left, dx: 0.06 * u, dy: 0.06 * u, circle(radius: 0.44 * u, fill: fill)) }
    else if name == "none" { place(top + left, dx: 0.1 * u, dy: 0.1 * u, circle(radius: 0.4 * u, stroke: (paint: fill, thickness: 0.9pt, dash: (1.4pt, 1.1pt)))) }
    else if name == "improving" or name == "increasing" { part((0.5, 0), (1, 0.5), (0.66, 0.5), (0.66, 1), (0.34, 1), (0.34, 0.5), (0, 0.5)) }
    else if name == "worsening" or name == "decreasing" { part((0.5, 1), (1, 0.5), (0.66, 0.5), (0.66, 0), (0.34, 0), (0.34, 0.5), (0, 0.5)) }
    else if name == "no_change" { part((0, 0.22), (1, 0.22), (1, 0.4), (0, 0.4)); part((0, 0.6), (1, 0.6), (1, 0.78), (0, 0.78)) }
    else if name == "incomparable" { part((0, 0.41), (1, 0.41), (1, 0.59), (0, 0.59)) }
    else if name == "overdue" {
      place(top + left, dx: 0.05 * u, dy: 0.05 * u, circle(radius: 0.45 * u, stroke: 0.9pt + fill))
      place(top + left, curve(stroke: 0.9pt + fill, curve.move(at(0.5, 0.24)), curve.line(at(0.5, 0.54)), curve.line(at(0.72, 0.66))))
    }
  })
}
#let sign-of(name, fill) = pdf.artifact(shape(name, if fill == none { ink } else { fill }))
`;
