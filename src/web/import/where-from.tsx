import { say } from '../words/say-import.ts';

/** How one gets a file out of the programs that people use: a person has to ask each in its own way. */
export function WhereFrom() {
  return (
    <details class="where-from">
      <summary>{say.whereFrom.title}</summary>
      <dl>
        {say.whereFrom.programs.map(([program, way]) => (
          <div key={program}>
            <dt>{program}</dt>
            <dd>{way}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
