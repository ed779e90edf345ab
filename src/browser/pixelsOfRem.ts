/** The length in CSS pixels, for the size of text that is set in the browser. */
export const pixelsOfRem = (rem: number): number =>
  rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16');
