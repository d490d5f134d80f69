import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { told } from '../words/say-conversation.ts';

interface ActsProps {
  /** What is edited or deleted. */
  readonly name: string;
  /** Whether it was edited just now. */
  readonly isBack: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** What can be done with everything that a conversation holds. */
export function Acts({ name, isBack, onEdit, onRemove }: ActsProps) {
  const pen = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isBack) pen.current?.focus();
  }, []);
  const [edit, remove] = [told.timeline.edit(name), told.timeline.remove(name)];
  return (
    <span class="entry-acts">
      <button ref={pen} type="button" class="quiet" aria-label={edit} title={edit} onClick={onEdit}>
        <Icon name="pen" />
      </button>
      <button type="button" class="quiet danger" aria-label={remove} title={remove} onClick={onRemove}>
        <Icon name="trash" />
      </button>
    </span>
  );
}
