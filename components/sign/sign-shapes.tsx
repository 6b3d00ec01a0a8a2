import type { ReactNode } from 'react';

/**
 * Every shape of the scorecard, drawn once per page and used by reference.
 * Performance is a solid shape, direction an arrow, data status a line drawing: three families that greyscale keeps apart.
 */
export function SymbolSprite() {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true">
      <Drawing id="green">
        <circle id="g" cx="8" cy="8" r="6.5" />
      </Drawing>
      <Drawing id="amber">
        <path id="a" d="M8 1.5 15.3 14.5H.7z" />
      </Drawing>
      <Drawing id="red">
        <path id="r" d="M8 .4 15.6 8 8 15.6.4 8z" />
      </Drawing>
      <Drawing id="none">
        <circle id="n" className="line" cx="8" cy="8" r="6" strokeDasharray="2.7 2" />
      </Drawing>
      <Drawing id="improving">
        <path id="u" d="M8 1 14.5 8.5H10.4V15H5.6V8.5H1.5z" />
      </Drawing>
      <Drawing id="worsening">
        <path id="d" d="M8 15 1.5 7.5H5.6V1H10.4V7.5H14.5z" />
      </Drawing>
      <Drawing id="no_change">
        <path d="M1.5 4H14.5V6.6H1.5zM1.5 9.4H14.5V12H1.5z" />
      </Drawing>
      <Drawing id="increasing">
        <path className="line" d="M3 13 13 3M5.5 3H13v7.5" />
      </Drawing>
      <Drawing id="decreasing">
        <path className="line" d="M3 3 13 13M13 5.5V13H5.5" />
      </Drawing>
      <Drawing id="incomparable">
        <path className="line" d="M3 8H13" />
      </Drawing>
      <Drawing id="up_to_date">
        <path className="line" d="M2 8.5 6.3 13 14 3.5" />
      </Drawing>
      <Drawing id="overdue">
        <path id="l" className="line" d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M8 4.5V8.2L10.8 10.5" />
      </Drawing>
      <Drawing id="not_due">
        <path className="line" d="M2 3.5H14V14H2zM2 7H14M5 1V4M11 1V4" />
      </Drawing>
    </svg>
  );
}

function Drawing({ id, children }: { id: string; children: ReactNode }) {
  return (
    <symbol id={id} viewBox="0 0 16 16">
      {children}
    </symbol>
  );
}

/** A shape beside the word that says the same; hidden from screen readers, which read the word. */
export function Shape({ symbol }: { symbol: string }) {
  return (
    <svg aria-hidden="true">
      <use href={`#${symbol}`} />
    </svg>
  );
}
