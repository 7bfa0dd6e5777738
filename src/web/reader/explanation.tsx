import type { CodedEvent } from '../../app/contract.ts';

const kinds = { rule: 'Rule', model: 'Model', analyst: 'Analyst' } as const;

/** Why the coder says so: the rule or model, the words it matched, the way to each party, and what changed the reading afterwards. */
export function Explanation({ event }: { readonly event: CodedEvent }) {
  const { kind, pattern, matched, paths, steps } = event.explanation;
  return (
    <dl className="facts facts--why">
      <div>
        <dt>{kinds[kind]}</dt>
        <dd>
          <code dir="auto">{event.by}</code>
        </dd>
      </div>
      {pattern !== '' && (
        <div>
          <dt>Pattern</dt>
          <dd>
            <code dir="auto">{pattern}</code>
          </dd>
        </div>
      )}
      {matched.length > 0 && (
        <div>
          <dt>Matched</dt>
          <dd>
            {matched.map((span, index) => (
              <span key={`${span.start}-${span.end}`}>
                {index > 0 && ' … '}
                <q dir="auto">{span.text}</q>
              </span>
            ))}
          </dd>
        </div>
      )}
      {paths.map((path) => (
        <div key={`${path.role} ${path.text} ${path.path}`}>
          <dt>Path to {path.role}</dt>
          <dd dir="auto">
            {path.text}
            <span className="facts__path">{path.path}</span>
          </dd>
        </div>
      ))}
      {steps.length > 0 && (
        <div>
          <dt>Then</dt>
          <dd>
            <ol className="facts__steps">
              {steps.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps are told in order and one may come twice.
                <li key={index} dir="auto">
                  {step}
                </li>
              ))}
            </ol>
          </dd>
        </div>
      )}
    </dl>
  );
}
