import type { AnyRecord } from '../../../domain/noun.ts';
import { useTouchbase } from '../../touchbase.ts';
import { toText } from '../../ui/field-text.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { PANEL_TITLE } from '../../ui/panel-title.ts';
import { say } from '../../words/say-later.ts';
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
      {onDelete && (
        <button
          type="button"
          class="quiet danger"
          aria-label={say.contacts.delete(title)}
          title={say.contacts.delete(title)}
          onClick={onDelete}
        >
          <Icon name="trash" />
        </button>
      )}
      <button type="button" class="quiet" aria-label={say.panel.close} title={say.panel.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </header>
  );
}
