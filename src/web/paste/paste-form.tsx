import type { ApiFailure } from '../api/client.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { formatCount } from '../parts/format.ts';
import { Page } from '../parts/page.tsx';

interface PasteFormProps {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly date: string;
  readonly setDate: (date: string) => void;
  readonly busy: boolean;
  readonly failure: ApiFailure | null;
  readonly code: () => void;
}

/** Shows at once what kinds of things are found. */
const example = `Saudi Arabia, Egypt, Bahrain and the United Arab Emirates cut diplomatic ties with Qatar on Monday and accused it of supporting extremist groups. Saudi Arabia closed its land border and gave Qatari citizens 14 days to leave the country.

Qatar's Foreign Ministry rejected the accusation, calling the decision "unjustified". Kuwaiti state media reported that the emir of Kuwait would travel to Jeddah on Tuesday for talks with King Salman. Turkey offered to mediate and urged all sides to show restraint.`;
const exampleDate = '2017-06-05';

export function PasteForm(props: PasteFormProps) {
  const { text, date, busy } = props;
  const empty = text.trim() === '';
  return (
    <Page title="Paste a text">
      <form
        className="paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (!empty && !busy) props.code();
        }}
      >
        <p className="paste__what">
          See what the coder makes of a report in English. It is sent to the Tightrope server on
          this machine and not kept.
        </p>
        <div className="field">
          <label className="field__label" htmlFor="paste-text">
            Text of the report
          </label>
          <textarea
            id="paste-text"
            className="input paste__text"
            dir="auto"
            rows={14}
            value={text}
            onChange={(change) => props.setText(change.target.value)}
            onKeyDown={(key) => {
              if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) {
                key.currentTarget.form?.requestSubmit();
              }
            }}
          />
        </div>
        <div className="paste__foot">
          <div className="field">
            <label className="field__label" htmlFor="paste-date">
              Day of publication, for “yesterday” and “on Friday”
            </label>
            <input
              id="paste-date"
              className="input"
              type="date"
              value={date}
              onChange={(change) => props.setDate(change.target.value)}
            />
          </div>
          <p className="paste__length number" aria-hidden="true">
            {text.length > 0 && `${formatCount(text.length)} characters`}
          </p>
          <button
            type="button"
            className="button"
            onClick={() => {
              props.setText(example);
              props.setDate(exampleDate);
            }}
          >
            Take an example
          </button>
          <button type="submit" className="button button--first" disabled={empty || busy}>
            {busy ? 'Coding' : 'Code the text'}
          </button>
        </div>
        {props.failure !== null && <FailureNotice failure={props.failure} />}
      </form>
    </Page>
  );
}
