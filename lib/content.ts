import { canonical } from './canonical';
import type { MissingReason } from './figure';

export type Action = { text: string; owner: string; due: string | null };

/** What a reading says: the part of it that people write, and that an approval signs; decimals as strings. */
export type Content = {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  missing: MissingReason | null;
  expectedOn: string | null;
  provisional: boolean;
  unusual: string | null;
  comments: string | null;
  actions: Action[];
  publicNote: string | null;
};

/** What the content is judged by: a change of any of these is another thing to approve. */
export type Ground = {
  measureId: number;
  periodStart: string;
  revision: number;
  targetId: number | null;
  definitionVersion: number;
};

/** The canonical text whose SHA-256 an approval signs. Source: DOMAIN.md section 6. */
export const contentText = (content: Content, ground: Ground): string => canonical({ content, ground });
