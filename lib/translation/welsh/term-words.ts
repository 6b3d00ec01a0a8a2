import type { Words } from './catalogue';

/** The words of these pages in the glossary, and what they mean; those that other parts have are not repeated. */
export const termWords = {
  Action: 'Cam gweithredu',
  'What is being done about a measure, with who sees to it and by when.':
    'Beth sy’n cael ei wneud ynghylch mesur, pwy sy’n gofalu amdano ac erbyn pryd.',
  'The colour of a measure: Green meets its target, Amber is short of it within a limit that was set beforehand, Red is short of both.':
    'Lliw mesur: mae Gwyrdd yn cyrraedd ei darged, mae Oren yn brin ohono o fewn terfyn a bennwyd ymlaen llaw, mae Coch yn brin o’r ddau.',
  Comparator: 'Cymharydd',
  'A figure that a measure is held against: an earlier one of its own, or that of England or of similar councils.':
    'Ffigur y cymherir mesur ag ef: un cynharach o’i eiddo ei hun, neu un Lloegr neu gynghorau tebyg.',
  Correction: 'Cywiriad',
  'A new figure for a period that was published already. Both are kept, with the day and the reason.':
    'Ffigur newydd ar gyfer cyfnod a gyhoeddwyd eisoes. Cedwir y ddau, gyda’r diwrnod a’r rheswm.',
  'Whether the figures that should be here are here: Up to date, Overdue or Not due. It is worked out from the days on which figures are expected.':
    'A yw’r ffigurau a ddylai fod yma yma: Cyfredol, Hwyr neu Heb fod yn ddyledus. Fe’i cyfrifir o’r dyddiau y disgwylir ffigurau.',
  'Whether a figure is better or worse than the earlier one that is named beside it: improving, worsening or no change.':
    'A yw ffigur yn well neu’n waeth na’r un cynharach a enwir wrth ei ochr: gwella, gwaethygu neu ddim newid.',
  Edition: 'Argraffiad',
  'A scorecard as it was published on a day. It is never changed: what comes later is a new edition.':
    'Cerdyn sgorio fel y’i cyhoeddwyd ar ddiwrnod. Ni chaiff ei newid byth: argraffiad newydd yw’r hyn a ddaw wedyn.',
  Fingerprint: 'Ôl bys',
  'A long number worked out from every letter of an edition, by which anybody can check that nothing was changed.':
    'Rhif hir a gyfrifir o bob llythyren mewn argraffiad, y gall unrhyw un ei ddefnyddio i wirio na newidiwyd dim.',
  'How often a measure has a new figure: monthly, quarterly, termly, half-yearly or annually.':
    'Pa mor aml y mae gan fesur ffigur newydd: yn fisol, yn chwarterol, bob tymor, bob hanner blwyddyn neu’n flynyddol.',
  Illustrative: 'Enghreifftiol',
  'Of a figure: invented to show how the pages work. Only a demonstration has any.':
    'Am ffigur: wedi’i ddyfeisio i ddangos sut mae’r tudalennau’n gweithio. Dim ond arddangosiad sydd â rhai.',
  'In real terms': 'Mewn termau real',
  'How many people or cases stand between a percentage and its target, worked out by this website.':
    'Faint o bobl neu achosion sydd rhwng canran a’i tharged, wedi’i gyfrifo gan y wefan hon.',
  'Of a colour: another than the rule gives, which a head of service set with a reason. Both are shown, and counted apart.':
    'Am liw: un gwahanol i’r hyn y mae’r rheol yn ei roi, a bennodd pennaeth gwasanaeth gyda rheswm. Dangosir y ddau, a’u cyfrif ar wahân.',
  'One thing that the council counts about a service, with a definition, a target and a figure for each period.':
    'Un peth y mae’r cyngor yn ei gyfrif am wasanaeth, gyda diffiniad, targed a ffigur ar gyfer pob cyfnod.',
  'A measure that cannot be judged, because it has no target or no figure. The reason stands in words.':
    'Mesur na ellir ei farnu, am nad oes ganddo darged neu ffigur. Mae’r rheswm mewn geiriau.',
  Outturn: 'Alldro',
  'The final figure of a year that is over.': 'Ffigur terfynol blwyddyn sydd ar ben.',
  'Of a figure: the day on which it was expected has passed.':
    'Am ffigur: mae’r diwrnod y’i disgwylid wedi mynd heibio.',
  'Percentage points': 'Pwyntiau canran',
  'The difference between two percentages: from 80% to 83% is 3 percentage points.':
    'Y gwahaniaeth rhwng dwy ganran: o 80% i 83% yw 3 phwynt canran.',
  'The span that a figure is about, named by its first month: a quarter that begins in April is “Apr 2018”.':
    'Yr amser y mae ffigur yn sôn amdano, wedi’i enwi ar ôl ei fis cyntaf: chwarter sy’n dechrau ym mis Ebrill yw “Ebr 2018”.',
  Provisional: 'Dros dro',
  'Of a figure, marked [p]: it may still change when everything has been counted.':
    'Am ffigur, wedi’i farcio [p]: gall newid o hyd pan fydd popeth wedi’i gyfrif.',
  'Published elsewhere': 'Cyhoeddwyd mewn man arall',
  'Of an earlier figure, marked [h]: the council published it in another place before this portal began.':
    'Am ffigur cynharach, wedi’i farcio [h]: cyhoeddodd y cyngor ef mewn man arall cyn i’r porth hwn ddechrau.',
  Revised: 'Diwygiedig',
  'Of a figure, marked [r]: it is another one than was published first.':
    'Am ffigur, wedi’i farcio [r]: mae’n wahanol i’r un a gyhoeddwyd gyntaf.',
  'Rolling twelve months': 'Deuddeg mis treigl',
  'A figure that covers the twelve months up to its period, so that the seasons do not show.':
    'Ffigur ar gyfer y deuddeg mis hyd at ei gyfnod, fel nad yw’r tymhorau i’w gweld.',
  Scorecard: 'Cerdyn sgorio',
  'All measures of a service on one page, a line each.': 'Holl fesurau gwasanaeth ar un dudalen, llinell yr un.',
  'Whether the latest change of a figure is more than chance explains. Measures with 13 figures or more have it.':
    'A yw newid diweddaraf ffigur yn fwy nag y mae siawns yn ei esbonio. Mae hyn gan fesurau â 13 ffigur neu fwy.',
  Snapshot: 'Ciplun',
  'A figure that is counted on one day, such as the children in care on 31 July.':
    'Ffigur a gyfrifir ar un diwrnod, megis y plant mewn gofal ar 31 Gorffennaf.',
  Suppressed: 'Wedi’i atal',
  'Of a figure, marked [c] and “hidden” on the pages: kept back, because it counts so few people that somebody could be recognised.':
    'Am ffigur, wedi’i farcio [c] a “cudd” ar y tudalennau: wedi’i gadw’n ôl, am ei fod yn cyfrif cyn lleied o bobl y gellid adnabod rhywun.',
  'What a measure should reach: at least, at most or between figures, from a period on, by a decision.':
    'Yr hyn y dylai mesur ei gyrraedd: o leiaf, dim mwy na neu rhwng ffigurau, o gyfnod ymlaen, trwy benderfyniad.',
  'What measures of several services have in common, so that they can be read together.':
    'Yr hyn sydd gan fesurau sawl gwasanaeth yn gyffredin, fel y gellir eu darllen gyda’i gilydd.',
  Withdrawn: 'Tynnwyd yn ôl',
  'Of an edition: taken back with a reason, which stands at its address in its place.':
    'Am argraffiad: wedi’i gymryd yn ôl gyda rheswm, sydd yn ei le yn ei gyfeiriad.',
  'Year to date': 'Y flwyddyn hyd yma',
  'A figure that grows through the year: it covers everything since the year began.':
    'Ffigur sy’n tyfu drwy’r flwyddyn: mae’n cynnwys popeth ers i’r flwyddyn ddechrau.',
} satisfies Words;
