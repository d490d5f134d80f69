import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUndoKeys } from './contacts/undo-keys.ts';
import { PlaceView, preparePlaces } from './places.tsx';
import { Rail } from './rail.tsx';
import { onIdle } from './sync/idle.ts';
import { useTouchbase } from './touchbase.ts';
import { Help, showHelp } from './ui/help.tsx';
import { useFindKey, useShortcuts } from './ui/keys.ts';
import { Messages } from './ui/messages.tsx';
import { DialogNotLoaded, onDemand } from './ui/on-demand.tsx';

const Palette = onDemand(async () => (await import('./palette/palette.tsx')).Palette, DialogNotLoaded);

/** The whole app: places at the side, one of them open, messages over it. */
export function App() {
  const { router } = useTouchbase();
  const { elsewhere } = router.route.value;
  const isFinding = useSignal(false);
  const find = () => {
    isFinding.value = true;
  };
  useShortcuts({ '?': showHelp });
  useFindKey(find);
  useUndoKeys();
  useEffect(() => onIdle(Palette.prepare), []);
  useEffect(preparePlaces, []);
  return (
    <>
      <Rail onFind={find} onHelp={showHelp} />
      <PlaceView elsewhere={elsewhere} />
      <Messages />
      <Help />
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
