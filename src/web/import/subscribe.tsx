import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { momentWords } from '../words/moment.ts';
import { say } from '../words/say-import.ts';
import { feedApi } from './feed-api.ts';

/** An address under which a calendar program reads what lies ahead. */
export function Subscribe() {
  const { home } = useTouchbase();
  const title = useRef<HTMLHeadingElement>(null);
  const api = useMemo(() => feedApi(home.request), [home]);
  const madeAt = useSignal<string | null>(null);
  const url = useSignal<string | null>(null);
  const said = useSignal('');
  const isBusy = useSignal(false);
  const work = async (doing: () => Promise<string>) => {
    if (isBusy.value) return;
    isBusy.value = true;
    said.value = await doing().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    isBusy.value = false;
  };
  useEffect(() => {
    // Whether there is one is known once it is asked for; without a network there is nothing to say.
    api.madeAt().then(
      (at) => {
        madeAt.value = at;
      },
      () => {},
    );
  }, [api]);
  const make = () =>
    work(async () => {
      url.value = await api.make();
      madeAt.value = new Date().toISOString();
      return '';
    });
  const revoke = () =>
    work(async () => {
      await api.revoke();
      madeAt.value = null;
      url.value = null;
      title.current?.focus();
      return say.subscribe.revoked;
    });
  return (
    <section class="subscribe" aria-labelledby="subscribe">
      <h2 ref={title} id="subscribe" tabIndex={-1}>
        {say.subscribe.title}
      </h2>
      <p>{say.subscribe.text}</p>
      {url.value !== null && <ShownOnce url={url.value} />}
      {madeAt.value !== null && url.value === null && <p>{say.subscribe.since(momentWords(madeAt.value))}</p>}
      <div class="acts">
        <button type="button" class="plain" aria-disabled={isBusy.value} onClick={() => void make()}>
          {madeAt.value === null ? say.subscribe.make : say.subscribe.makeNew}
        </button>
        {madeAt.value !== null && (
          <button type="button" class="plain" aria-disabled={isBusy.value} onClick={() => void revoke()}>
            {say.subscribe.revoke}
          </button>
        )}
        <span role="status">{said.value}</span>
      </div>
    </section>
  );
}

function ShownOnce({ url }: { readonly url: string }) {
  const place = useRef<HTMLOutputElement>(null);
  const said = useSignal('');
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    // What it is for and how to end it belong to it.
    place.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
  }, [url]);
  const copy = async () => {
    said.value = await navigator.clipboard.writeText(url).then(
      () => say.subscribe.copied,
      () => say.subscribe.notCopied,
    );
  };
  return (
    <div class="once">
      <output ref={place} tabIndex={-1} aria-describedby="subscribe-once">
        {url}
      </output>
      <button type="button" class="plain" onClick={() => void copy()}>
        <Icon name="copy" />
        {say.subscribe.copy}
      </button>
      <span role="status">{said.value}</span>
      <p id="subscribe-once">
        {say.subscribe.once} {isLocal(url) && say.subscribe.local}
      </p>
    </div>
  );
}

/** Whether only programs on this machine reach it. */
function isLocal(url: string): boolean {
  return /^(?:localhost|127\..*|\[::1\])$/.test(new URL(url).hostname);
}
