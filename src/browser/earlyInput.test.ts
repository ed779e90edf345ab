import { expect, test } from 'vitest';
import { rememberEarlyInput, takeEarlyInput } from './earlyInput';

test('only values that were entered before the page became interactive are reported, by the name of their field', () => {
  document.body.innerHTML = `
    <input name="region" value="">
    <input name="untouched" value="">
    <input type="checkbox" name="box"><input type="checkbox" name="other">
    <input type="radio" name="mode" value="web" checked><input type="radio" name="mode" value="api">`;
  const [region] = document.getElementsByName('region');
  const [box] = document.getElementsByName('box');
  const [, api] = document.getElementsByName('mode');
  if (region instanceof HTMLInputElement) region.value = 'us-east-1';
  if (box instanceof HTMLInputElement) box.checked = true;
  if (api instanceof HTMLInputElement) api.checked = true;
  rememberEarlyInput(document.body);
  expect(Object.fromEntries(takeEarlyInput())).toEqual({
    region: 'us-east-1',
    box: true,
    mode: 'api',
  });
  expect(takeEarlyInput().size).toBe(0);
});
