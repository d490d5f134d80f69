import { useRef } from 'preact/hooks';
import { ContactsView } from './contacts/contacts-view.tsx';
import { useUndoKeys } from './contacts/undo-keys.ts';
import { Rail } from './rail.tsx';
import { useTouchbase } from './touchbase.ts';
import { Help } from './ui/help.tsx';
import { useShortcuts } from './ui/keys.ts';
import { Messages } from './ui/messages.tsx';

/** The whole app: places at the side, one of them open, messages over it. */
export function App() {
  const { home, router } = useTouchbase();
  const AccountPage = router.route.value.isAccount ? home.account?.Page : undefined;
  const help = useRef<HTMLDialogElement>(null);
  const showHelp = () => help.current?.showModal();
  useShortcuts({ '?': showHelp });
  useUndoKeys();
  return (
    <>
      <Rail onHelp={showHelp} />
      {AccountPage ? <AccountPage /> : <ContactsView />}
      <Messages />
      <Help dialog={help} />
    </>
  );
}
