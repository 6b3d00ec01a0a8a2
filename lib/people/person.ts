/** The roles for the whole council; data owners stand with their measures and heads with their services. */
export const roles = ['performance_officer', 'administrator', 'councillor'] as const;
export type Role = (typeof roles)[number];

/** A deputy's span, in which they act for a head of service; both days included. */
export type Deputyship = { serviceId: number; headId: number; headName: string; fromDay: string; untilDay: string };

/** Somebody who is signed in, as the record has them at this moment. */
export type Person = {
  id: number;
  name: string;
  roles: Role[];
  owns: { measureId: number; serviceId: number }[];
  heads: number[];
  deputises: Deputyship[];
  /** Where it is not the person who acts, but a system for which they answer. */
  system?: SendingSystem;
};

/** A system that sends readings by its token: who made the token, and the measures that it may send. */
type SendingSystem = {
  id: number;
  name: string;
  madeBy: number;
  sends: { measureId: number; serviceId: number }[];
};

export const isPerformanceOfficer = (who: Person): boolean => who.roles.includes('performance_officer');
export const isAdministrator = (who: Person): boolean => who.roles.includes('administrator');

/** Whether a person is the data owner of a measure. */
export const ownsMeasure = (who: Person, measureId: number): boolean =>
  who.owns.some((owned) => owned.measureId === measureId);

/** Whether it is a system that may send the readings of a measure. */
export const sendsMeasure = (who: Person, measureId: number): boolean =>
  who.system?.sends.some((sent) => sent.measureId === measureId) ?? false;
