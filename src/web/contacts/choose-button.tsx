import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say.ts';

/** Where there is no column of checkboxes: from now on a tap selects, until it is pressed again. */
export function ChooseButton() {
  const { selection } = useTouchbase();
  const { isChoosing } = selection;
  const press = () => {
    isChoosing.value = !isChoosing.peek();
    if (!isChoosing.peek()) selection.clear();
  };
  return (
    <button type="button" class="link" onClick={press}>
      {isChoosing.value ? say.select.end : say.select.start}
    </button>
  );
}
