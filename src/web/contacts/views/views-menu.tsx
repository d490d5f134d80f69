import { useEffect } from 'preact/hooks';
import { onIdle } from '../../sync/idle.ts';
import { useTouchbase } from '../../touchbase.ts';
import { Menu } from '../../ui/menu.tsx';
import { onDemand } from '../../ui/on-demand.tsx';
import { say } from '../../words/say.ts';

const ViewsList = onDemand(async () => (await import('./views-list.tsx')).ViewsList);

/** The lists that have a name; each is a link to its address. */
export function ViewsMenu() {
  const { current } = useTouchbase().views;
  useEffect(() => onIdle(ViewsList.prepare), []);
  return (
    <Menu
      class={current.value ? 'chip on' : 'chip'}
      label={current.value?.name ?? say.views.title}
      title={say.views.title}
    >
      <ViewsList.Component />
    </Menu>
  );
}
