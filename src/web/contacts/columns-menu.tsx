import { useEffect } from 'preact/hooks';
import { onIdle } from '../sync/idle.ts';
import { Menu } from '../ui/menu.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { say } from '../words/say.ts';

const ColumnsList = onDemand(async () => (await import('./columns-list.tsx')).ColumnsList);

/** Which fields of a contact the table shows, and in which order. */
export function ColumnsMenu() {
  useEffect(() => onIdle(ColumnsList.prepare), []);
  return (
    <Menu class="link columns" label={say.views.columns} title={say.views.columns}>
      <ColumnsList.Component />
    </Menu>
  );
}
