import type { Words } from './catalogue';

/** Charts, their keys and their tables; what a chart says of its figures stays English. */
export const chartWords = {
  'How far back': 'Pa mor bell yn ôl',
  'The figures of the charts': 'Ffigurau’r siartiau',
  'The figures of the charts as a table': 'Ffigurau’r siartiau ar ffurf tabl',
  'The figures of the charts, the newest first': 'Ffigurau’r siartiau, y diweddaraf yn gyntaf',
  Period: 'Cyfnod',
  Notes: 'Nodiadau',
  Mean: 'Cymedr',
  'Lower limit': 'Terfyn isaf',
  'Upper limit': 'Terfyn uchaf',
  'Amber limit': 'Terfyn oren',
  Signal: 'Arwydd',
  'at most {n}': 'dim mwy na {n}',
  'at least {n}': 'o leiaf {n}',
  'at most {n}%': 'dim mwy na {n}%',
  'at least {n}%': 'o leiaf {n}%',
  'At most {n}': 'Dim mwy na {n}',
  'At least {n}': 'O leiaf {n}',
  'At most {n}%': 'Dim mwy na {n}%',
  'At least {n}%': 'O leiaf {n}%',
  illustrative: 'enghreifftiol',
  'Signal, no verdict': 'Arwydd, dim dyfarniad',
  'Show this chart on another site': 'Dangos y siart hwn ar wefan arall',
  'see it by itself': 'ei weld ar ei ben ei hun',
  Break: 'Toriad',
  'Illustrative: invented for the demonstration, not real':
    'Enghreifftiol: wedi’i ddyfeisio ar gyfer yr arddangosiad, nid yn real',
  'Hollow: illustrative, invented for the demonstration, not real':
    'Gwag: enghreifftiol, wedi’i ddyfeisio ar gyfer yr arddangosiad, nid yn real',
  'Signal, no verdict: it is not known what it says': 'Arwydd, dim dyfarniad: nid yw’n hysbys beth mae’n ei ddweud',
  'No verdict on its latest figure': 'Dim dyfarniad ar ei ffigur diweddaraf',
  'The latest figure ({words})': 'Y ffigur diweddaraf ({words})',
  'Mean {n}': 'Cymedr {n}',
  'Mean {n}%': 'Cymedr {n}%',
  Upper: 'Uchaf',
  Lower: 'Isaf',
  limit: 'terfyn',
  'target from': 'targed o',
  'Nearly all figures fall between the limits while nothing changes.':
    'Mae bron pob ffigur rhwng y terfynau tra nad oes dim yn newid.',
  'The scale begins at {n}, not at zero.': 'Mae’r raddfa’n dechrau ar {n}, nid ar sero.',
  'The scale begins at {n}%, not at zero.': 'Mae’r raddfa’n dechrau ar {n}%, nid ar sero.',
  '{n} last year, {year}': '{n} y llynedd, {year}',
  '{n}% last year, {year}': '{n}% y llynedd, {year}',
  'Source: {text}, {text2}, edition {n}, published {date}.':
    'Ffynhonnell: {text}, {text2}, argraffiad {n}, cyhoeddwyd {date}.',
  'Copy these words into a page of yours. The chart follows the edition in force, and brings no script with it:':
    'Copïwch y geiriau hyn i dudalen o’ch eiddo. Mae’r siart yn dilyn yr argraffiad sydd mewn grym, heb sgript:',
} satisfies Words;
