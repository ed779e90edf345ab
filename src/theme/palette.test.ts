import { describe, expect, test } from 'vitest';
import { tokenKinds } from '@/ui/code/highlight';
import { darkPalette, lightPalette, type SchemePalette } from './palette';

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

type Pair = readonly [what: string, foreground: string, background: string];

const surfaces = ({ background, sunken, control }: SchemePalette) => ({
  page: background.default,
  paper: background.paper,
  sunken,
  hovered: control.hoverSurface,
  selected: control.selectedSurface,
});

function textPairs(palette: SchemePalette): readonly Pair[] {
  const { text, primary, tone, code } = palette;
  const pairs: Pair[] = [];
  for (const [name, surface] of Object.entries(surfaces(palette))) {
    pairs.push([`text on ${name}`, text.primary, surface]);
    pairs.push([`quiet text on ${name}`, text.secondary, surface]);
    pairs.push([`link on ${name}`, primary.main, surface]);
  }
  for (const [name, colours] of Object.entries(tone)) {
    for (const [place, surface] of Object.entries(surfaces(palette))) {
      pairs.push([`${name} message on ${place}`, colours.text, surface]);
    }
    pairs.push([`${name} text on its surface`, colours.text, colours.surface]);
    pairs.push([`text on the ${name} surface`, text.primary, colours.surface]);
    pairs.push([`link on the ${name} surface`, primary.main, colours.surface]);
  }
  pairs.push(['text on primary', primary.contrastText, primary.main]);
  pairs.push(['text on pressed primary', primary.contrastText, primary.dark]);
  for (const kind of ['text', 'lineNumber', ...tokenKinds] as const) {
    pairs.push([`${kind} of code`, code[kind], code.background]);
    pairs.push([`${kind} of a changed line`, code[kind], code.changed]);
  }
  for (const kind of ['text', ...tokenKinds] as const) {
    pairs.push([`${kind} of selected code`, code[kind], code.selection]);
  }
  pairs.push(['placeholder on its mark', code.placeholder, code.placeholderSurface]);
  return pairs;
}

function controlPairs(palette: SchemePalette): readonly Pair[] {
  const { control, primary, tone, text } = palette;
  const pairs: Pair[] = [];
  for (const [name, surface] of Object.entries(surfaces(palette))) {
    pairs.push([`outline on ${name}`, control.border, surface]);
    pairs.push([`focus ring on ${name}`, control.focus, surface]);
    pairs.push([`filled control on ${name}`, primary.main, surface]);
    pairs.push([`disabled text on ${name}`, text.disabled, surface]);
  }
  for (const [name, colours] of Object.entries(tone)) {
    for (const surface of [palette.background.paper, palette.background.default, palette.sunken]) {
      pairs.push([`${name} line on ${surface}`, colours.border, surface]);
    }
    pairs.push([`${name} line on its surface`, colours.border, colours.surface]);
    pairs.push([`focus ring on the ${name} surface`, control.focus, colours.surface]);
  }
  return pairs;
}

const tooLow = (pairs: readonly Pair[], least: number) =>
  pairs
    .map(([what, one, other]) => ({ what, ratio: contrast(one, other) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ what, ratio }) => `${what}: ${ratio.toFixed(2)}`);

test('the contrast of black and white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

describe.each([
  ['light', lightPalette],
  ['dark', darkPalette],
])('the %s scheme', (_, palette) => {
  test('shows every text with at least 4.5:1', () => {
    expect(tooLow(textPairs(palette), 4.5)).toEqual([]);
  });

  test('shows outlines, focus rings and marks with at least 3:1', () => {
    expect(tooLow(controlPairs(palette), 3)).toEqual([]);
  });
});
