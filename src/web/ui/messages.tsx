import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say.ts';
import { Icon } from './icon.tsx';
import type { Toast } from './toasts.ts';

/** How long a message stays, counted anew when the pointer or the focus leaves it. */
const STAY_MS = 8_000;

/** What was just done, shown and read out. */
export function Messages() {
  const { toasts } = useTouchbase();
  return (
    <>
      <div class="toasts" role="status">
        {toasts.all.value.map((toast) => (
          <ToastView key={toast} toast={toast} onDone={() => toasts.dismiss(toast)} />
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {toasts.spoken.value}
      </p>
    </>
  );
}

function ToastView({ toast: { text, action, stays }, onDone }: { toast: Toast; onDone: () => void }) {
  const isHeld = useSignal(false);
  const hold = (held: boolean) => () => {
    isHeld.value = held;
  };
  useEffect(() => {
    if (isHeld.value || stays) return;
    const timer = setTimeout(onDone, STAY_MS);
    return () => clearTimeout(timer);
  }, [isHeld.value, stays]);
  const act = () => {
    action?.run();
    onDone();
  };
  return (
    <div
      class={stays ? 'toast bad' : 'toast'}
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
      <button type="button" class="quiet" aria-label={say.app.dismiss} onClick={onDone}>
        <Icon name="close" />
      </button>
    </div>
  );
}
