/** The id of the title of a panel, by which it is named. */
export const PANEL_TITLE = 'panel-title';

/** Tells whose panel it is, without a phone's keyboard. */
export function focusTitle(): void {
  document.getElementById(PANEL_TITLE)?.focus();
}
