import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-application.ts';

interface PartHeadProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** The title of a part, and the button that edits it or ends that. */
export function PartHead({ title, isOpen, onEdit, onClose }: PartHeadProps) {
  return (
    <header class="part-head">
      <h2 tabIndex={-1}>{title}</h2>
      {isOpen ? (
        <button
          type="button"
          class="quiet"
          aria-label={say.application.stopEditing(title)}
          title={say.application.stopEditing(title)}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      ) : (
        <button type="button" class="link edit" aria-label={say.application.editPart(title)} onClick={onEdit}>
          {say.application.edit}
        </button>
      )}
    </header>
  );
}
