/**
 * The shapes of process control, on the pages that show them. A change has an arrow for its way in a shape for its kind: a
 * circle for better, a square for worse, a triangle where neither is; a target that can be relied on has a tick, a hopeless
 * one a cross, and one that chance decides an arrow both ways.
 */
export function SignalSprite() {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true">
      <symbol id="common_cause" viewBox="0 0 16 16">
        <path className="line" d="M1 10.5 4.5 5.5 8 10 11.5 6 15 9.5" />
      </symbol>
      <Kind kind="improvement" outline="M8 .5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z" />
      <Kind kind="concern" outline="M1 1H15V15H1z" />
      <Kind kind="neither" outline="M8 0 16 15.5H0z" />
      <symbol id="consistently_meets" viewBox="0 0 16 16">
        <path className="line" d="M2 8.5 6.3 13 14 3.5" />
      </symbol>
      <symbol id="consistently_misses" viewBox="0 0 16 16">
        <path className="line" d="M3 3 13 13M13 3 3 13" />
      </symbol>
      <symbol id="hit_or_miss" viewBox="0 0 16 16">
        <path className="line" d="M1.5 8h13M5 4.5 1.5 8 5 11.5M11 4.5 14.5 8 11 11.5" />
      </symbol>
    </svg>
  );
}

/** The shapes of one kind: its outline alone, and with an arrow cut out, up for high and down for low. */
function Kind({ kind, outline }: { kind: string; outline: string }) {
  return (
    <>
      <symbol id={kind} viewBox="0 0 16 16">
        <path d={outline} />
      </symbol>
      <symbol id={`${kind}_high`} viewBox="0 0 16 16">
        <path fillRule="evenodd" d={`${outline}M8 4.5 4.2 9H7v4h2V9h2.8z`} />
      </symbol>
      <symbol id={`${kind}_low`} viewBox="0 0 16 16">
        <path fillRule="evenodd" d={`${outline}M8 13 4.2 8.5H7v-4h2v4h2.8z`} />
      </symbol>
    </>
  );
}
