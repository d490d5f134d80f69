import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

/** Pixels, as in overlays.css. */
const WIDTH = 248;

interface MenuProps {
  readonly class: string;
  readonly label: string;
  /** What the menu is called. */
  readonly title: string;
  /** What stands for it where its label has no room; else an arrow stands beside the label. */
  readonly icon?: IconName;
  /** What the button says when one points at it. */
  readonly hint?: string;
  readonly tabIndex?: number;
  readonly children: ComponentChildren;
}

/** A button that opens a menu beside it. What is in it is drawn only while it is open; a choice closes it. */
export function Menu({ class: className, label, title, icon = 'down', hint, tabIndex, children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useSignal(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        class={className}
        title={hint}
        tabIndex={tabIndex}
        popovertarget={id}
        aria-expanded={isOpen.value}
      >
        <span class="text" dir="auto">
          {label}
        </span>
        <Icon name={icon} />
      </button>
      <MenuBox id={id} title={title} isOpen={isOpen} button={button}>
        {children}
      </MenuBox>
    </>
  );
}

interface MenuBoxProps {
  /** By which buttons open it: their `popovertarget`. */
  readonly id: string;
  readonly title: string;
  readonly isOpen: Signal<boolean>;
  /** The button beside which it opens. */
  readonly button: { readonly current: HTMLElement | null };
  readonly children: ComponentChildren;
}

/** A menu without its button: many may open the same. */
export function MenuBox({ id, title, isOpen, button, children }: MenuBoxProps) {
  const menu = useRef<HTMLDivElement>(null);
  const onBeforeToggle = ({ newState }: { newState: string }) => {
    if (newState !== 'open') return;
    isOpen.value = true;
    if (menu.current && button.current) place(menu.current, button.current);
  };
  // What is in it goes only now, after the browser gave the focus back to the button.
  const onToggle = ({ newState }: { newState: string }) => {
    isOpen.value = newState === 'open';
    if (isOpen.value) itemsOf(menu.current)[0]?.focus();
  };
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('.item')) menu.current?.hidePopover();
  };
  return (
    <div
      ref={menu}
      id={id}
      class="menu"
      popover="auto"
      role="group"
      aria-label={title}
      onBeforeToggle={onBeforeToggle}
      onToggle={onToggle}
      onClick={onClick}
      onKeyDown={(event) => {
        moveFocus(event, menu.current);
        pressOnly(event, menu.current);
      }}
    >
      {isOpen.value && children}
    </div>
  );
}

/** What comes into a menu that is open already gets the focus as if it had been there. */
export function useFocusIfLate(content: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const menu = content.current?.closest<HTMLElement>('[popover]') ?? null;
    if (menu?.matches(':popover-open') && !menu.contains(document.activeElement)) itemsOf(menu)[0]?.focus();
  }, []);
}

/** Below its button, or above it where it stands low; as far as the window lets it. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const { left, top, bottom } = button.getBoundingClientRect();
  const isLow = top > innerHeight / 2;
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - WIDTH - 8))}px`;
  menu.style.top = isLow ? 'auto' : `${bottom + 4}px`;
  menu.style.bottom = isLow ? `${innerHeight - top + 4}px` : 'auto';
}

function moveFocus(event: KeyboardEvent, menu: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = itemsOf(menu);
  const at = items.findIndex((item) => item.matches(':focus'));
  items.at((at + step) % items.length)?.focus();
}

/** Enter in a box that narrows the menu presses the one item that is left. */
function pressOnly(event: KeyboardEvent, menu: HTMLElement | null): void {
  if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const [only, ...others] = menu?.querySelectorAll<HTMLElement>('.item') ?? [];
  if (others.length === 0) only?.click();
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('input, .item, .choose:is(button)') ?? [])];
}
