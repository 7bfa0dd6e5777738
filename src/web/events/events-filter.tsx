import { useId } from 'react';
import type { CodedEvent } from '../../app/contract.ts';
import type { EventFilter } from '../api/client.ts';
import { eventTypes, quadClasses, quadClassName, quadClassOf } from '../parts/quad-class.ts';
import { useTyped } from '../parts/use-typed.ts';

const statuses: Readonly<Record<CodedEvent['status'], string>> = {
  actual: 'actual',
  historical: 'historical',
  future: 'future',
  hypothetical: 'hypothetical',
  negated: 'negated',
};

interface EventsFilterProps {
  readonly filter: EventFilter;
  readonly set: (change: Readonly<Record<string, string | null>>) => void;
}

/** Filters of the events; each change goes to the address at once. */
export function EventsFilter({ filter, set }: EventsFilterProps) {
  const id = useId();
  const [dyad, typeDyad] = useTyped(filter.dyad ?? '', (text) =>
    set({ dyad: text.trim().toUpperCase() }),
  );
  const any = Object.keys(filter).length > 0;
  return (
    <form
      className="filters"
      aria-label="Filter events"
      onSubmit={(event) => {
        event.preventDefault();
        set({ dyad: dyad.trim().toUpperCase() });
      }}
    >
      <div className="field">
        <label className="field__label" htmlFor={`${id}dyad`}>
          Two countries
        </label>
        <input
          id={`${id}dyad`}
          className="input"
          placeholder="KOR-RUS"
          autoComplete="off"
          spellCheck={false}
          value={dyad}
          onChange={(change) => typeDyad(change.target.value)}
        />
      </div>
      <div className="field">
        <label className="field__label" htmlFor={`${id}type`}>
          Type
        </label>
        <select
          id={`${id}type`}
          className="input"
          value={filter.type ?? ''}
          onChange={(change) => set({ type: change.target.value })}
        >
          <option value="">any</option>
          {quadClasses.map((quad) => (
            <optgroup key={quad} label={quadClassName(quad)}>
              {eventTypes
                .filter((type) => quadClassOf(type) === quad)
                .map((type) => (
                  <option key={type}>{type}</option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field__label" htmlFor={`${id}status`}>
          Status
        </label>
        <select
          id={`${id}status`}
          className="input"
          value={filter.status ?? ''}
          onChange={(change) => set({ status: change.target.value })}
        >
          <option value="">any</option>
          {Object.values(statuses).map((status) => (
            <option key={status}>{status}</option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field__label" htmlFor={`${id}from`}>
          From
        </label>
        <input
          id={`${id}from`}
          className="input"
          type="date"
          value={filter.from ?? ''}
          max={filter.to}
          onChange={(change) => set({ from: change.target.value })}
        />
      </div>
      <div className="field">
        <label className="field__label" htmlFor={`${id}to`}>
          To
        </label>
        <input
          id={`${id}to`}
          className="input"
          type="date"
          value={filter.to ?? ''}
          min={filter.from}
          onChange={(change) => set({ to: change.target.value })}
        />
      </div>
      <button
        type="button"
        className="button button--bare"
        disabled={!any}
        onClick={() => set({ dyad: null, type: null, status: null, from: null, to: null })}
      >
        Clear
      </button>
    </form>
  );
}
