import type { AnyRecord } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { SaveCard } from '../../saving/save-card.tsx';
import { useTouchbase } from '../../touchbase.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { isPhone } from '../../ui/media.ts';
import { Menu } from '../../ui/menu.tsx';
import { PANEL_TITLE } from '../../ui/panel-title.ts';
import { say } from '../../words/say-later.ts';
import { say as saying } from '../../words/say-saving.ts';
import { linksOf } from './links.ts';

interface PanelHeadProps {
  readonly title: string;
  readonly record?: AnyRecord | undefined;
  readonly onDelete?: (() => void) | undefined;
  readonly onClose: () => void;
}

const ICONS = { email: 'mail', tel: 'phone', url: 'link' } as const satisfies Record<string, IconName>;

/** Whose panel it is, and the ways to reach them. */
export function PanelHead({ title, record, onDelete, onClose }: PanelHeadProps) {
  const { noun } = useTouchbase().contacts;
  const subtitle = record && [record.position_applied, record.company].map(toText).filter(Boolean).join(' · ');
  return (
    <header class="panel-head">
      <div class="title">
        <h2 id={PANEL_TITLE} dir="auto" tabIndex={-1}>
          {title}
        </h2>
        {subtitle && <p dir="auto">{subtitle}</p>}
      </div>
      {record &&
        linksOf(noun, record).map(({ name, control, label, href }) => (
          <a
            key={name}
            class="quiet"
            href={href}
            title={label}
            aria-label={label}
            rel="noopener noreferrer"
            target={control === 'url' ? '_blank' : undefined}
          >
            <Icon name={ICONS[control]} />
          </a>
        ))}
      {record && onDelete && isPhone.value && <Acts title={title} record={record} onDelete={onDelete} />}
      {record && onDelete && !isPhone.value && (
        <>
          <SaveCard record={record} />
          <Delete title={title} onDelete={onDelete} />
        </>
      )}
      <button type="button" class="quiet" aria-label={say.panel.close} title={say.panel.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </header>
  );
}

interface DeleteProps {
  readonly title: string;
  readonly onDelete: () => void;
}

function Delete({ title, onDelete }: DeleteProps) {
  const label = say.contacts.delete(title);
  return (
    <button type="button" class="quiet danger" aria-label={label} title={label} onClick={onDelete}>
      <Icon name="trash" />
    </button>
  );
}

/** On a phone the name needs the room. */
function Acts({ title, record, onDelete }: DeleteProps & { readonly record: AnyRecord }) {
  return (
    <Menu class="quiet more" icon="more" label={saying.saving.more(title)} title={saying.saving.more(title)}>
      <SaveCard record={record} isItem />
      <button type="button" class="item" onClick={onDelete}>
        <Icon name="trash" />
        <span class="text" dir="auto">
          {say.contacts.delete(title)}
        </span>
      </button>
    </Menu>
  );
}
