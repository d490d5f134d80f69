/** One bar, with what is written before and beside it. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  /** From 0 to 1. */
  readonly length: number;
  /** Its number, as text. */
  readonly value: string;
  readonly beside: string | null;
  /** Drawn as an outline: there is too little behind it. */
  readonly isHollow: boolean;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  /** Whether each is a part of a whole, which is shown behind it. */
  readonly isOfWhole?: boolean;
}

const THICKNESS = 12;

/** Bars below each other. To assistive technology the table beneath says the same. */
export function Bars({ bars, isOfWhole = false }: BarsProps) {
  return (
    <div class={isOfWhole ? 'bars of-whole' : 'bars'} aria-hidden="true">
      {bars.map(({ key, label, length, value, beside, isHollow }) => (
        <div key={key} class="bar">
          <span class="label" dir="auto" title={label}>
            {label}
          </span>
          <svg class={isHollow ? 'hollow' : undefined} width="100%" height={THICKNESS} aria-hidden="true">
            <rect width={`${length * 100}%`} height={THICKNESS} rx="2" />
          </svg>
          <span class="value">
            <strong>{value}</strong> {beside}
          </span>
        </div>
      ))}
    </div>
  );
}
