import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUndoKeys } from './contacts/undo-keys.ts';
import { PlaceView, preparePlaces } from './places.tsx';
import { Rail } from './rail.tsx';
import { onIdle } from './sync/idle.ts';
import { useTouchbase } from './touchbase.ts';
import { isHelping, showHelp } from './ui/helping.ts';
import { useFindKey, useShortcuts } from './ui/keys.ts';
import { Messages } from './ui/messages.tsx';
import { DialogNotLoaded, onDemand } from './ui/on-demand.tsx';

const Help = onDemand(async () => (await import('./ui/help.tsx')).Help);
const Palette = onDemand(async () => (await import('./palette/palette.tsx')).Palette, DialogNotLoaded);

/** The whole app: places at the side, one of them open, messages over it. */
export function App() {
  const { router } = useTouchbase();
  const elsewhere = router.elsewhere.value;
  const isFinding = useSignal(false);
  const find = () => {
    isFinding.value = true;
  };
  // A place with a list of its own adds to that, and searches it.
  const hasList = elsewhere === undefined || elsewhere.place === 'applications';
  // The page of an application has none to search, and `n` is a note there.
  const isJob = elsewhere?.place === 'applications' && elsewhere.open !== null && elsewhere.open !== 'new';
  useShortcuts({
    '?': showHelp,
    ...(!hasList && { n: () => router.open('new') }),
    ...((!hasList || isJob) && { '/': find }),
  });
  useFindKey(find);
  useUndoKeys();
  useEffect(() => onIdle(Palette.prepare), []);
  useEffect(() => onIdle(Help.prepare), []);
  useEffect(preparePlaces, []);
  return (
    <>
      <Rail onFind={find} onHelp={showHelp} />
      <PlaceView elsewhere={elsewhere} />
      <Messages />
      {isHelping.value && (
        <Help.Component
          onClose={() => {
            isHelping.value = false;
          }}
        />
      )}
      {isFinding.value && (
        <Palette.Component
          onClose={() => {
            isFinding.value = false;
          }}
        />
      )}
    </>
  );
}
