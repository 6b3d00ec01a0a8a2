'use client';

import { FaultWords } from '@/components/frame/trouble-words';

/** When even the frame could not be made, as while the database is away. */
export default function GlobalTrouble({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <head>
        <link rel="stylesheet" href={process.env.CANDOUR_STYLESHEET} />
        <link rel="stylesheet" href={process.env.CANDOUR_STAFF_STYLESHEET} />
      </head>
      <body>
        <main id="main">
          <FaultWords digest={error.digest} />
        </main>
      </body>
    </html>
  );
}
