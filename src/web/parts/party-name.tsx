import { Fragment } from 'react';
import type { Party } from '../../app/contract.ts';
import { sectorName } from './sector-name.ts';
import './party-name.css';

type Named = Pick<Party, 'name' | 'country' | 'sector'>;

/** A party's name with its country and sector, `South Korea KOR GOV`. */
export function PartyName({ party }: { readonly party: Named }) {
  const coded = party.country !== null || party.sector !== null;
  return (
    <span className="party">
      <bdi className="party__name">{party.name}</bdi>
      {coded && ' '}
      {coded && (
        <span className="party__codes">
          {party.country !== null && <span>{party.country}</span>}
          {party.sector !== null && <abbr title={sectorName(party.sector)}>{party.sector}</abbr>}
        </span>
      )}
    </span>
  );
}

/** Several parties one after the other; says so where there is none. */
export function PartyNames({
  parties,
  none,
}: {
  readonly parties: readonly Named[];
  readonly none: string;
}) {
  if (parties.length === 0) return <span className="party party--none">{none}</span>;
  return (
    <>
      {parties.map((party, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parties are told in order and two of one name may stand there.
        <Fragment key={index}>
          {index > 0 && ', '}
          <PartyName party={party} />
        </Fragment>
      ))}
    </>
  );
}
