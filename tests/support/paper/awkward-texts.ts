/** Texts that a typesetter, a spreadsheet, XML or a browser could take for more than words. */
export const awkwardTexts = [
  '#panic("stop") #import "x.typ"',
  '*bold* _italic_ `code` $x^2$ @ref <label> \\ // no comment /* none */',
  '= a heading',
  '=HYPERLINK("http://elsewhere.invalid","press")',
  '+cmd|calc!A1',
  '<script>alert(1)</script> & <w:t>&amp;</w:t> ]]>',
  '"quoted" ’curly’ – dash … and \\u0000 \\n',
  '{{ braces }} $dollar$ %percent% ~tilde~',
  'Cyrillic Привет, Greek Ελλάδα, Welsh ŵ ŷ',
];
