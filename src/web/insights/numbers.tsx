import { say } from '../words/say-insights.ts';

interface NumbersProps {
  /** What the table is of. */
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly [string, ...string[]])[];
}

/** The numbers of a chart as a table, for those who would rather read them, or hear them. */
export function Numbers({ caption, heads, rows }: NumbersProps) {
  return (
    <details class="numbers">
      <summary>
        {say.insights.asTable}
        <span class="visually-hidden">: {caption}</span>
      </summary>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row" dir="auto">
                {name}
              </th>
              {cells.map((cell, place) => (
                <td key={heads[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
