import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../scripts/deep.mjs';
import { compilePattern, covers, matchesText, parseVariable, resolveVariables } from './pattern';

const glob = (text: string) => compilePattern(text, { wildcards: true, variables: false });
const withVariables = (text: string) => compilePattern(text, { wildcards: true, variables: true });
const pattern = fc.stringMatching(/^[ab*?]{0,8}$/);
const text = fc.stringMatching(/^[ab]{0,8}$/);

function regexOf(source: string): RegExp {
  return new RegExp(`^${source.replaceAll('?', '.').replaceAll('*', '.*')}$`, 's');
}

describe('a wildcard pattern', () => {
  it('matches what a regular expression of the same meaning matches', () => {
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        expect(matchesText(glob(p), t)).toBe(regexOf(p).test(t));
      }),
      { numRuns: runs(2_000, 10_000) },
    );
  });

  it('covers another one only if every text of that one is its own', () => {
    fc.assert(
      fc.property(pattern, pattern, text, (general, specific, t) => {
        if (!covers(glob(general), glob(specific))) return;
        expect(!matchesText(glob(specific), t) || matchesText(glob(general), t)).toBe(true);
      }),
      { numRuns: runs(2_000, 10_000) },
    );
  });

  it('does not take exponential time on a hostile text', () => {
    const hostile = `${'*a'.repeat(2_000)}*b`;
    expect(matchesText(glob(hostile), 'a'.repeat(20_000))).toBe(false);
  });

  it('of enormous length is not proved to cover', () => {
    const enormous = glob('*a'.repeat(200_000));
    expect(covers(enormous, enormous)).toBe(false);
  });
});

const lookUp = (key: string) =>
  key === 'aws:username'
    ? ({ state: 'value', value: 'a*' } as const)
    : key === 'aws:userid'
      ? ({ state: 'unknown' } as const)
      : ({ state: 'absent' } as const);

describe('policy variables', () => {
  const resolved = (source: string) => resolveVariables(withVariables(source), lookUp);
  const matches = (source: string, value: string) => {
    const result = resolved(source);
    return result.state === 'resolved' ? matchesText(result.pattern, value) : result.state;
  };

  it('take the value of the request, in which wildcards are plain characters', () => {
    expect(matches('home/${aws:username}/x', 'home/a*/x')).toBe(true);
    expect(matches('home/${aws:username}/x', 'home/abc/x')).toBe(false);
  });

  it('take the default where there is no value, else are absent', () => {
    expect(matches("${aws:PrincipalTag/team, 'none'}-*", 'none-x')).toBe(true);
    expect(matches('${aws:PrincipalTag/team}', 'x')).toBe('absent');
    expect(matches('${aws:userid}', 'x')).toBe('unknown');
  });

  it('give the three special characters literally', () => {
    expect(matches('${*}${?}${$}', '*?$')).toBe(true);
    expect(matches('${*}', 'abc')).toBe(false);
  });

  it('are plain text without a closing brace, or in an old document', () => {
    expect(matches('${aws:username', '${aws:username')).toBe(true);
    expect(matchesText(glob('${aws:username}'), '${aws:username}')).toBe(true);
  });

  it('are covered by a star and by themselves, whatever the case of the key', () => {
    expect(covers(withVariables('a*'), withVariables('a${aws:username}'))).toBe(true);
    expect(covers(withVariables('${AWS:username}'), withVariables('${aws:username}'))).toBe(true);
    expect(covers(withVariables('?'), withVariables('${aws:username}'))).toBe(false);
  });

  it.each([
    ['aws:username', { key: 'aws:username' }],
    ["aws:PrincipalTag/a, 'b, c'", { key: 'aws:PrincipalTag/a', defaultValue: 'b, c' }],
    ["aws:username, ''", { key: 'aws:username', defaultValue: '' }],
  ])('are read from %j', (inside, expected) => expect(parseVariable(inside)).toEqual(expected));
});
