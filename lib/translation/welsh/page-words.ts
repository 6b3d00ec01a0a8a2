import type { Words } from './catalogue';

/** How to read, the glossary, the calendar, data and the search: their headings, and what they say when they are empty. */
export const pageWords = {
  'Each measure has a figure for its last available period, a target, and the figure it is compared with. Two separate judgements follow from them: whether the target is met, and whether things got better. A measure can be Red and improving, or Green and worsening.':
    'Mae gan bob mesur ffigur ar gyfer y cyfnod diwethaf sydd ar gael, targed, a’r ffigur y mae’n cael ei gymharu ag ef. Daw dau ddyfarniad ar wahân ohonynt: a gyrhaeddwyd y targed, ac a wellodd pethau. Gall mesur fod yn Goch ac yn gwella, neu’n Wyrdd ac yn gwaethygu.',
  'Every colour and every arrow is worked out from the figures by the same rule every time. “Why is it red?” beneath a measure gives the sum. A head of service may judge another colour; then both are shown, with the reason, and counted. Where there is no colour or no figure, the reason stands in words; a missing figure is never shown as 0.':
    'Cyfrifir pob lliw a phob saeth o’r ffigurau yn ôl yr un rheol bob tro. Mae “Pam ei fod yn goch?” o dan fesur yn rhoi’r cyfrifiad. Gall pennaeth gwasanaeth farnu lliw arall; yna dangosir y ddau, gyda’r rheswm, a’u cyfrif. Lle nad oes lliw neu ffigur, mae’r rheswm mewn geiriau; ni ddangosir ffigur coll fel 0 byth.',
  'A figure that counts very few people could tell of somebody whom a reader knows. Such a figure is hidden and says [c] in its place, and so is every other figure from which it could be worked out; some are rounded instead. What is hidden is in no chart, sentence or file.':
    'Gallai ffigur sy’n cyfrif ychydig iawn o bobl ddatgelu rhywbeth am rywun y mae darllenydd yn ei adnabod. Cuddir ffigur o’r fath, gyda [c] yn ei le, a phob ffigur arall y gellid ei gyfrifo ohono; talgrynnir rhai yn lle hynny. Nid yw’r hyn a guddir mewn unrhyw siart, brawddeg na ffeil.',
  'The small trend at the end of a row shows the same months on every row, each on its own scale. The shade is where the target is met, over the periods that had one, so that you need not know whether higher is better. The ring is the earlier figure that the arrow compares with, and the last mark has the shape of the colour. A dotted line is invented for a demonstration; a dashed one was published elsewhere. A hidden figure has no trend.':
    'Mae’r duedd fach ar ddiwedd rhes yn dangos yr un misoedd ar bob rhes, pob un ar ei graddfa ei hun. Mae’r rhan dywyll lle cyrhaeddir y targed, dros y cyfnodau yr oedd ganddynt un, fel nad oes angen gwybod a yw uwch yn well. Y cylch yw’r ffigur cynharach y mae’r saeth yn cymharu ag ef, ac mae gan y marc olaf siâp y lliw. Dyfeisiwyd llinell ddotiog ar gyfer arddangosiad; cyhoeddwyd un doredig mewn man arall. Nid oes tuedd i ffigur cudd.',
  'A period is named by its first month, as councils print it: “Apr 2018” of a quarterly measure is April to June 2018. The change between two percentages is given in percentage points.':
    'Enwir cyfnod ar ôl ei fis cyntaf, fel y mae cynghorau’n ei argraffu: “Ebr 2018” ar gyfer mesur chwarterol yw Ebrill i Fehefin 2018. Rhoddir y newid rhwng dwy ganran mewn pwyntiau canran.',
  'A figure that is higher or lower than the last one need not mean anything: every figure moves a little by chance. Where a measure has 13 figures or more, its page works out how far it normally moves, and says whether the latest change is a signal or noise, and whether its target can be relied on. The method is the one that the NHS calls “Making Data Count”.':
    'Nid oes rhaid i ffigur sy’n uwch neu’n is na’r un diwethaf olygu dim: mae pob ffigur yn symud ychydig ar hap. Lle mae gan fesur 13 ffigur neu fwy, mae ei dudalen yn cyfrifo pa mor bell y mae’n symud fel arfer, ac yn dweud ai arwydd neu sŵn yw’r newid diweddaraf, ac a ellir dibynnu ar ei darged. Y dull yw’r un y mae’r GIG yn ei alw’n “Making Data Count”.',
  'How to read a scorecard': 'Sut i ddarllen cerdyn sgorio',
  'What a word or an abbreviation means is in the': 'Mae ystyr gair neu dalfyriad yn yr',
  glossary: 'eirfa',
  'One line, read from left to right': 'Un llinell, wedi’i darllen o’r chwith i’r dde',
  'Line {n} of': 'Llinell {n} o',
  '{text}, edition {n}, {date}': '{text}, argraffiad {n}, {date}',
  ', as it was published:': ', fel y’i cyhoeddwyd:',
  'The last figure that is here covers {words}.': 'Mae’r ffigur olaf sydd yma ar gyfer: {words}.',
  'The result for the period.': 'Y canlyniad ar gyfer y cyfnod.',
  'The result for the period. {words}': 'Y canlyniad ar gyfer y cyfnod. {words}',
  'What the measure should reach: {words}.': 'Yr hyn y dylai’r mesur ei gyrraedd: {words}.',
  'The figure of the year before, to compare with.': 'Ffigur y flwyddyn flaenorol, i gymharu ag ef.',
  'Every sign': 'Pob arwydd',
  'What the words and abbreviations mean.': 'Ystyr y geiriau a’r talfyriadau.',
  'explains the colours, arrows and marks with an example.':
    'sy’n esbonio’r lliwiau, y saethau a’r marciau ag enghraifft.',
  'In {text}:': 'Yn {text}:',
  'Words of {text}': 'Geiriau {text}',
  'Words of these pages': 'Geiriau’r tudalennau hyn',
  'Release calendar': 'Calendr cyhoeddi',
  'A theme has measures that are read together, whatever their service. Once measures are published with one, it stands here.':
    'Mae gan thema fesurau a ddarllenir gyda’i gilydd, beth bynnag eu gwasanaeth. Pan gyhoeddir mesurau ag un, bydd yma.',
  'Published at {time} on {date}, by {text}': 'Cyhoeddwyd am {time} ar {date}, gan {text}',
  'Everything that the pages show can be had as files, with the same columns in each. What is hidden on a page is hidden in every file.':
    'Gellir cael popeth y mae’r tudalennau’n ei ddangos ar ffurf ffeiliau, â’r un colofnau ym mhob un. Mae’r hyn a guddir ar dudalen wedi’i guddio ym mhob ffeil.',
  'All scorecards:': 'Pob cerdyn sgorio:',
  'each measure with its latest figure.': 'pob mesur gyda’i ffigur diweddaraf.',
  'Every figure:': 'Pob ffigur:',
  'each period of each measure.': 'pob cyfnod o bob mesur.',
  'Edition {n}, published {date}:': 'Argraffiad {n}, cyhoeddwyd {date}:',
  'have the same files beside them.': 'mae’r un ffeiliau wrth eu hochr.',
  'Its {n} measures one by one': { two: 'Ei {n} fesur fesul un', other: 'Ei {n} mesur fesul un' },
  'What each column and marker means': 'Ystyr pob colofn a marciwr',
  'How often': 'Pa mor aml',
  'An interface to read with, without a key:': 'Rhyngwyneb i ddarllen ag ef, heb allwedd:',
  ', described by': ', a ddisgrifir gan',
  'release calendar': 'calendr cyhoeddi',
  feed: 'ffrwd',
  'instead of': 'yn lle',
  Coming: 'I ddod',
  Past: 'Gorffennol',
  'No release is announced.': 'Nid oes cyhoeddiad wedi’i gyhoeddi ymlaen llaw.',
  'No announced release has come to its moment yet.':
    'Nid yw’r un cyhoeddiad a gyhoeddwyd ymlaen llaw wedi cyrraedd ei adeg eto.',
  'The whole council': 'Y cyngor cyfan',
  'Each service and measure': 'Pob gwasanaeth a mesur',
  'Earlier editions': 'Argraffiadau cynharach',
  'About the data': 'Am y data',
  Columns: 'Colofnau',
  Licence: 'Trwydded',
  'For programs': 'I raglenni',
  'Check an edition': 'Gwirio argraffiad',
  'A word, an abbreviation, or red, overdue …': 'Gair, talfyriad, neu red, overdue …',
  'Or read a whole scorecard:': 'Neu ddarllen cerdyn sgorio cyfan:',
  'Search: {text}': 'Chwilio: {text}',
  '{n} measures match “{text}”': { two: '{n} fesur yn cyfateb i “{text}”', other: '{n} mesur yn cyfateb i “{text}”' },
  '1 measure matches “{text}”': '1 mesur yn cyfateb i “{text}”',
  'No measure matches “{text}”': 'Nid oes mesur yn cyfateb i “{text}”',
  'Try fewer or other words, an abbreviation spelled out, or the beginning of a word.':
    'Rhowch gynnig ar lai o eiriau neu eiriau eraill, talfyriad yn llawn, neu ddechrau gair.',
  'Service:': 'Gwasanaeth:',
  'Committee:': 'Pwyllgor:',
  '{text}, measure {n}': '{text}, mesur {n}',
  '{text}: all editions': '{text}: pob argraffiad',
  '{text}: corrections': '{text}: cywiriadau',
  'An edition is never changed. What is corrected appears in a further one.':
    'Ni newidir argraffiad byth. Mae’r hyn a gywirir yn ymddangos mewn un arall.',
  'Edition {n}: as at {date}': 'Argraffiad {n}: fel yr oedd ar {date}',
  'No published figure has been corrected.': 'Ni chywirwyd unrhyw ffigur a gyhoeddwyd.',
  'The scorecard of today': 'Cerdyn sgorio heddiw',
} satisfies Words;
