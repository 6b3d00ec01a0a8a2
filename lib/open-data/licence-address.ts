/** Where a licence stands, for machines; its own words where we know no address. */
export const licenceAddress = (licence: string): string =>
  /open government licen[cs]e.*3|^ogl.*3/i.test(licence)
    ? 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
    : licence;
