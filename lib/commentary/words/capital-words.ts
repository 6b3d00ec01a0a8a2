const set = (words: string): Set<string> => new Set(words.split(/\s+/).filter(Boolean));

/** What a capitalised name ends in, or has in it, when it is a place, a building, an organisation or a programme and no person. */
export const thingWords = set(`
  academy act agreement airport agency alliance architects association authority avenue award awards bank baths bay bid
  board borough bridge building buildings bus business bypass cafe campaign campus care castle cathedral cemetery centre
  challenge champions charity charter chase church circus cinema city clinic close club code college committee commission
  common community company conference construction contract convention corner corporation corridor cottage council count
  county court courts covenant crescent cup day days department depot dock docks drive estate estates event festival field
  fields fire foundation forest forum framework fund gallery garden gardens gate gateway general grange grant green group
  grove hall harbour health high hill hills home homes hospice hospital hostel hotel house housing hub industries
  infirmary initiative inn institute island junction junior infant kitchen lake lane law leisure library limited link lodge
  ltd manor market marina meadow meadows memorial method mill model monument moor museum network nursery office order
  palace panel parade parish park parkway partners partnership pavilion path pathway pier pilot place plan plaza plc
  policy pool pools practice primary prison prize programme project protocol quarter quay railway recovery reform region
  report reserve reservoir review rise river road roundabout row royal rule safety scale school schools scheme secondary
  service services show shop site solutions sports square stadium standard standards station store strategy street studio
  studios supermarket surgery survey system systems tavern team terrace test theatre tool tower towers town trading trail
  training trust tunnel union unit university valley view villa village villas walk ward way week wells wharf wing wood
  woods works workshop yard youth zone north south east west northern southern eastern western upper lower new old great
  little`);

/** What the names of posts are made of: an owner with one of them is a role. */
export const roleWords = set(`
  head manager managers director directors officer officers lead leads leader chief executive assistant deputy team teams
  service services coordinator co-ordinator adviser advisor analyst engineer engineers surveyor inspector supervisor
  administrator partner principal teacher headteacher worker workers social senior chair chairman chairwoman cabinet member
  members portfolio holder mayor committee board group panel partnership council councillor councillors commissioner
  commissioning planner planners librarian librarians warden wardens clerk solicitor accountant auditor treasurer
  secretary consultant contractor contractors provider providers operations operator foreman technician specialist
  representative champion practitioner nurse doctor psychologist therapist trainer tutor mentor registrar ranger rangers
  department directorate unit office control governance monitoring section all staff everyone owner owners responsible
  acting interim resources finance highways housing planning waste transport environmental health education children
  adults legal property revenues benefits customer library leisure property procurement communications digital data`);
