import { enWays } from '../words/en-ways.ts';

/** How one gets a file out of the programs that people use: each has a way of its own. */
export function Ways() {
  return (
    <dl>
      {enWays.map(([program, way]) => (
        <div key={program}>
          <dt>{program}</dt>
          <dd>{way}</dd>
        </div>
      ))}
    </dl>
  );
}
