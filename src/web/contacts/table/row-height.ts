/** Pixels, as in table.css: higher where it is a finger that points. */
export const ROW = matchMedia('(pointer: coarse)').matches ? 44 : 36;
