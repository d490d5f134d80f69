import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../words/say-insights.ts';
import type { Bar } from './bars.tsx';

interface SectionProps {
  readonly title: string;
  readonly about: string;
  /** Over both columns, or as high as two others. */
  readonly size?: 'wide' | 'tall' | undefined;
  readonly children: ComponentChildren;
}

/** One question and its answer. */
export function Section({ title, about, size, children }: SectionProps) {
  const id = useId();
  return (
    <section class={size ? `insight ${size}` : 'insight'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="about">{about}</p>
      {children}
    </section>
  );
}

/** Says what an outlined bar means, where there is one. */
export function HollowNote({ bars }: { readonly bars: readonly Bar[] }) {
  return bars.some(({ isHollow }) => isHollow) ? <p class="note">{say.insights.hollow}</p> : null;
}
