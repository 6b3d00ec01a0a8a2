const set = (words: string): Set<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words that hold a sentence together and say nothing by themselves. */
export const joiningWords = set(`
  a an the this that these those there here it its we us our ours they them their he she his her you your i my me who whom
  whose which what when where why how and or but nor so yet if then than as at by for from in into of off on onto out over
  per to up down under above below with within without about across after again against all along also although always am
  among amongst an any are around be became because become been before behind being between both can could did do does doing
  done due during each either else enough especially etc even ever every few had has have having however just less many
  may might more most much must near nearly neither never no none not now nt s t re ve ll often once one only other others
  own quite rather really same several shall should since some still such though through throughout thus together too
  towards until unless upon very via was were while will would yes`);

/** Words that restate a figure: what changed, how, against what and when. None of them is a reason for it. */
export const figureWords = set(`
  performance perform performed performing performs figure figures rate rates result results measure measures indicator
  indicators kpi kpis pi percentage percentages percent proportion share number numbers average averages mean median total
  totals count counts position outturn level levels score scores value data reading target targets threshold standard
  benchmark goal red amber green rag rated status trend direction travel year years month months quarter quarters week weeks
  period periods last previous prior current currently latest recent recently today annual annually monthly quarterly weekly
  date ytd january february march april june july august september october november december jan feb mar apr jun jul
  aug sep sept oct nov dec q1 q2 q3 q4 time times ago increase increased increases increasing decrease decreased decreases
  decreasing rise rises rose risen rising fall falls fell fallen falling drop drops dropped dropping decline declined
  declines declining reduce reduced reduces reducing reduction grow grew grown growth climb climbed jump jumped dip dipped
  slip slipped change changed changes changing unchanged move moved moves improve improved improves improving improvement
  improvements worse worsen worsened worsening deteriorate deteriorated deterioration better best worst high higher highest
  low lower lowest good poor bad well poorly badly stable steady static same similar remain remains remained remaining
  stay stays stayed hold held continue continues continued continuing met meet meets meeting miss missed misses missing
  exceed exceeded exceeds reach reached short behind ahead compare compared compares comparison comparable slightly slight
  significant significantly marginal marginally sharply considerably considerable substantially much little further point
  points overall again down worsens outside inside still just line expected expectations terms real works work shows show
  showing shown stands stood sits sat currently england national regional county comparator neighbours`);

/** Words that say that something is being looked at, or that it is a pity, without saying what or why. */
export const idleWords = set(`
  comment comments commentary note notes update updates applicable available unavailable tbc tba na n/a nil none nothing
  lorem ipsum dolor sit amet consectetur adipiscing elit test testing xxx placeholder text todo pending see previous report
  reported reporting reports monitor monitored monitoring monitors review reviewed reviewing reviews look looked looking
  watch watching keep keeping situation matter issue issues area areas priority focus concern concerns concerning
  disappointing disappointed disappointment unfortunately regrettable sadly pleasing pleased please aware know known
  understand investigate investigated investigating explore exploring action actions plan plans planned
  working worked hard effort efforts ongoing under way underway progress progressing going aim aims hope hopes
  expect need needs needed require required attention closely close carefully service services team teams council
  officer officers everyone everything everybody something things thing way ways get gets getting make makes made
  making take takes taken taking took bring brings back address addressed addressing deal dealing tackle say said
  information fluctuate fluctuates fluctuated fluctuating fluctuation vary varies varied explain explained explanation
  unknown unclear reason reasons cause causes caused previously formerly mentioned stated above`);

/** What people write into a field that they leave empty. */
export const isPlaceholder = (tidied: string): boolean =>
  /^(?:|n a|na|none|nil|tbc|tba|to be (?:confirmed|agreed|decided|advised)|no comments?|no actions?(?: (?:needed|required))?|not applicable|see above|as above|x+|test|todo|unknown|nothing|someone|anyone|\?+)$/.test(
    tidied,
  );
