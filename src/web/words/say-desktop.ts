import { enDesktop } from './en-desktop.ts';

export const say = { desktop: enDesktop };
