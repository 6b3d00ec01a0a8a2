const list = (names: string): string[] => names.split(/\s+/).filter(Boolean);

/** First names that are common in the United Kingdom, of many cultures; none that is a month or a place above all. */
export const firstNames = new Set(
  list(`
  aaron abbas abdul abdullah abigail adam adeel adrian agnes ahmed aidan aisha akash alan alastair albert alejandro alex
  alexander alexandra alfie alice alison alistair amanda amber amelia amina amir amit amy ana andrea andrew andy angela
  angus anil anita ann anna anne annette anthony antonia anya archie arjun arthur ayesha barbara barry beatrice ben benjamin
  bernadette bernard beth bethany beverley blessing bob bogdan brenda brian bridget bronwen bryan callum cameron carl carla
  carlos carol caroline carolyn catherine cathy cedric charles charlie chloe chris christian christina christine
  christopher chukwuma ciaran claire clare clive colin connor craig daniel danielle darren dave david dawn dean deborah
  debbie deepak denise dennis derek devon diana diane dilip dominic donald donna dorothy douglas duncan dylan ebony eddie
  edith edward eileen eilidh elaine eleanor elena elijah elizabeth ella ellen ellie elsie emily emma eric erin esther ethan
  eva evan evie farah farhan fatima fatma fay felicity fergus fiona francesca frances francis fred freddie freya gail gareth
  gary gavin geoff geoffrey george georgia gerald gillian gita gordon graham greg gurpreet gwen habib hamza hannah haroon
  harpreet harriet harry hassan hayley hazel heather helen helena henry hilary hugh hussain ian ibrahim imogen imran ingrid
  irene isaac isabel isabella ishaan isla ismail ivan jackie jacob jacqueline jake james jamie jan jane janet janice jasmine
  jason javed jean jeff jeffrey jennifer jenny jeremy jessica jill jim joan joanna joanne joe joel john johnny jonathan
  joseph josh joshua joyce juan judith julia julian julie justin karen karl kate katarzyna katherine kathleen kathryn katie
  kavita keith kelly ken kenneth kevin khadija kieran kim kiran kirsty krishna krzysztof kwame kyle latoya laura lauren
  laurence lee leila leo leon lesley leslie lewis liam lily linda lisa liz lorna lorraine louis louise lucas lucy luke lynn
  lynne maciej madeleine magdalena maggie mahmood malcolm manjit manuel margaret maria marian marie marion martha martin
  mary mateusz matilda matt matthew maureen max maya megan mehmet melanie melissa michael michelle mick miguel mike millie
  miriam mo mohamed mohammad mohammed mohsin moira molly monica morag muhammad murdo nadia naomi natalie natasha nathan
  neil niamh nicholas nick nicola nigel nikhil nina noah noor norma norman nuala oliver olivia olu omar oscar owen pamela
  parveen patricia patrick paul paula pauline penny peter philip phillip phoebe piotr polly pooja poppy priya rachel rahul
  raj rajesh ralph ravi ray raymond rebecca reena rhiannon rhys richard rita robert roger ronald rory rosemary rosie ross
  roy rukhsana rupert ruth ryan sadia saima sally sam samantha samina samuel sandra sanjay sara sarah saskia scott sean sebastian
  seren shabana shahid shannon sharon shaun sheila shirley shreya sian sikander simon siobhan sofia sonia sophia sophie
  stacey stefan stella stephanie stephen steve steven stewart stuart sunil sunita susan suzanne sylvia tabitha tahir tamara
  tanya tariq tessa thandiwe theo theresa thomas tim timothy toby tom tomasz tony tracey tracy trevor usman vanessa vera
  vicky vijay vikram vincent viktor wayne wendy william yasmin yusuf yvonne zach zainab zara zoe zofia`),
);

/** First names that are words as well: they count behind another word of their sentence alone. */
export const wordNames = new Set(
  list(
    'bill dawn frank grace grant hope ivy joy mark pat rob rose sue will heather amber penny poppy jean jan may ray dean lee kim max',
  ),
);

/** Names of people that stand for an organisation, a place or a law. */
export const nameless = new Set(
  list('marie-curie john-lewis joseph-rowntree thomas-cook martha-trust claire-lodge jack-petchey jo-cox'),
);
