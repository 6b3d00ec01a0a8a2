import { Shape } from '@/components/sign/sign-shapes';
import { type FirstStep, nextStep, type StepState, stateWords, stepsSentence } from '@/lib/people/first-steps';
import { nothingPublished } from '@/lib/scorecard/scorecard';

type Props = { name: string; council: string; isPublished: boolean; steps: FirstStep[] };

/** The way to a council's first scorecard, in seven steps that tick themselves. */
export function FirstStepsPage({ name, council, isPublished, steps }: Props) {
  const next = nextStep(steps);
  return (
    <>
      <header className="page-head standing-head steps-head">
        <h1>First steps</h1>
        <p className="lead">
          Welcome, {name.split(' ')[0]}. <b>{stepsSentence(steps)}</b>
        </p>
        {next?.href && (
          <a className="button" href={next.href}>
            Go on: {next.go}
          </a>
        )}
      </header>
      <div className="work-page first-steps">
        <section aria-labelledby="steps-title">
          <h2 id="steps-title">
            {isPublished ? 'How your first scorecard came about' : 'Before your first scorecard'}
          </h2>
          <ol className="steps">
            {steps.map((step, index) => (
              <Step key={step.title} step={step} number={index + 1} />
            ))}
          </ol>
        </section>
        <aside className="work-side" aria-label="What is public">
          <section aria-labelledby="public-title">
            <h2 id="public-title">What the public sees now</h2>
            {isPublished ? (
              <p>
                <a href="/">The published scorecards</a>
              </p>
            ) : (
              <p>“{nothingPublished(council)}”</p>
            )}
          </section>
          {!isPublished && (
            <section aria-labelledby="know-title">
              <h2 id="know-title">Worth knowing</h2>
              <p className="hint">
                Nobody approves their own figures, so you need two people. Nothing you do here is public until you
                publish an edition.
              </p>
            </section>
          )}
        </aside>
      </div>
    </>
  );
}

function Step({ step: { title, about, href, state, instead }, number }: { step: FirstStep; number: number }) {
  const words = `${number}. ${title}`;
  return (
    <li data-state={state.is}>
      {href && state.is !== 'after' ? <a href={href}>{words}</a> : <span className="title">{words}</span>}
      <State state={state} />
      <p>
        {about}
        {instead && (
          <>
            {' '}
            <a href={instead.href}>{instead.text}</a>
          </>
        )}
      </p>
    </li>
  );
}

function State({ state }: { state: StepState }) {
  return (
    <span className="state">
      {state.is === 'done' && <Shape symbol="up_to_date" />} {stateWords(state)}
    </span>
  );
}
