import { sendReading } from '@/db/commands/submission/send-reading';
import { noteSystemUse } from '@/db/commands/submission/system-use';
import { addSystem, endSystem, scopeSystem } from '@/db/commands/submission/systems';
import { SentReading } from '@/lib/submission/sent-reading';
import type { Scene, Step } from './scene';

/** Systems that send readings, and what they send. */
export const systemsSteps = ({ db, as, id }: Scene): Step[] => {
  const made: number[] = [];
  const one = (index: number) => made[index] as number;
  return [
    [
      'make tokens for systems',
      async () => {
        for (const [name, codes] of [
          ['Finance system', ['bus-01', 'bus-02']],
          ['Fleet system', ['bus-03']],
        ] as const) {
          const addition = { name, responsible: id.Cal, untilDay: '2027-03-31', codes: [...codes] };
          made.push((await addSystem(db, as('Adam'), addition)).id);
        }
      },
    ],
    [
      'change what a system may send',
      () => scopeSystem(db, as('Adam'), { id: one(0), codes: ['bus-02', 'tram-01'], seen: ['bus-01', 'bus-02'] }),
    ],
    [
      'send a reading, and again',
      async () => {
        const sending = { ...as('Cal'), systemId: one(0) };
        const body = { measure: 'tram-01', period_start: '2026-06-01', value: 88, submit: false };
        await sendReading(db, sending, SentReading.parse(body));
        await sendReading(db, sending, SentReading.parse({ ...body, value: 89 }));
        await noteSystemUse(db, one(0));
        await noteSystemUse(db, one(0));
      },
    ],
    ['revoke a token', () => endSystem(db, as('Adam'), { id: one(1) })],
  ];
};
