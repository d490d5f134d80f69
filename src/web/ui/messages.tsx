import { useSignal } from '@preact/signals';
import type { TargetedFocusEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say.ts';
import { focusAgain, useFocusHandOver } from './focus-back.ts';
import { Icon } from './icon.tsx';
import type { Toast } from './toasts.ts';

/** How long a message stays, counted anew when the pointer or the focus leaves it. */
const STAY_MS = 8_000;
const BRIEF_MS = 5_000;

/** What was just done, shown and read out. */
export function Messages() {
  const { grid, toasts } = useTouchbase();
  const before = useRef<Element | null>(null);
  const remember = ({ currentTarget, relatedTarget }: TargetedFocusEvent<HTMLElement>) => {
    const isWithin = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!isWithin) before.current = relatedTarget instanceof Element ? relatedTarget : null;
  };
  const goBack = () => focusAgain(before.current, () => grid.focus());
  return (
    <>
      <div class="toasts" role="status" aria-atomic="false" onFocusIn={remember}>
        {toasts.all.value.map((toast) => (
          <ToastView key={toast} toast={toast} onDone={() => toasts.dismiss(toast)} onLeft={goBack} />
        ))}
      </div>
      <div class="visually-hidden" role="log">
        {toasts.spoken.value.map((spoken) => (
          <p key={spoken}>{spoken.text}</p>
        ))}
      </div>
    </>
  );
}

interface ToastProps {
  readonly toast: Toast;
  readonly onDone: () => void;
  /** The focus was in it, and it is gone. */
  readonly onLeft: () => void;
}

function ToastView({ toast: { text, action, stays, isNews, isBrief }, onDone, onLeft }: ToastProps) {
  const isHeld = useSignal(false);
  const hold = (held: boolean) => () => {
    isHeld.value = held;
  };
  useEffect(() => {
    if (isHeld.value || stays) return;
    const timer = setTimeout(onDone, isBrief ? BRIEF_MS : STAY_MS);
    return () => clearTimeout(timer);
  }, [isHeld.value, stays]);
  const place = useRef<HTMLDivElement>(null);
  useFocusHandOver(place, onLeft);
  const act = () => {
    action?.run();
    onDone();
  };
  return (
    <div
      ref={place}
      class={stays && !isNews ? 'toast bad' : isBrief ? 'toast brief' : 'toast'}
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocusCapture={hold(true)}
      onBlurCapture={hold(false)}
    >
      <span class="text" dir="auto">
        {text}
      </span>
      {action && (
        <button type="button" class="act" onClick={act}>
          {action.label}
        </button>
      )}
      {!isBrief && (
        <button type="button" class="quiet" aria-label={say.app.dismiss} onClick={onDone}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
