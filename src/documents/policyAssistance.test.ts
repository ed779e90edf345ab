import { describe, expect, test } from 'vitest';
import { completePolicy, explainPolicy, formatPolicy } from './policyAssistance';

/** The text without the bar, and the offset at which the bar stands. */
function at(marked: string): readonly [string, number] {
  const offset = marked.indexOf('|');
  return [marked.replace('|', ''), offset];
}
const complete = (marked: string) => completePolicy(...at(marked)).map(({ label }) => label);
const explain = (marked: string) => explainPolicy(...at(marked))?.text;

describe('completion', () => {
  test.each([
    ['{"|"}', 'Statement'],
    ['{|}', 'Version'],
    ['{"Statement":[{"|"}]}', 'Effect'],
    ['{"Statement":{"Effect":"|"}}', 'Deny'],
    ['{"Statement":[{"Action":"qbusi|"}]}', 'qbusiness:ChatSync'],
    ['{"Statement":[{"Action":["qbusiness:Chat", "|', 'sts:AssumeRole'],
    ['{"Statement":[{"Principal":{"|":1}}]}', 'Service'],
    ['{"Statement":[{"Principal":{"Service":"|"}}]}', 'application.qbusiness.amazonaws.com'],
    ['{"Statement":[{"Condition":{"|"}}]}', 'ArnEquals'],
    ['{"Statement":[{"Condition":{"ArnEquals":{"|"', 'aws:SourceArn'],
    ['{"Role":{"AssumeRolePolicyDocument":{"Statement":[{"|"}]}}}', 'Principal'],
  ])('in %s offers %s', (marked, label) => {
    expect(complete(marked)).toContain(label);
  });

  test('replaces the whole word, quotes included', () => {
    const [text, offset] = at('{"Version":"20|"}');
    const [first] = completePolicy(text, offset);
    expect(text.slice(first?.start, first?.end)).toBe('"20"');
    expect(first?.insertText).toBe('"2012-10-17"');
  });

  test('offers nothing outside of a document and in free text', () => {
    expect(complete('|')).toEqual([]);
    expect(complete('{"Statement":[{"Sid":"|"}]}')).toEqual([]);
  });
});

describe('explanations', () => {
  test.each([
    ['{"Statement":[{"Not|Action":"*"}]}', /including those that AWS adds later/],
    ['{"Statement":[{"Action":"qbusiness:List|Messages"}]}', /signed-in users only[^]*As of \d{4}/],
    [
      '{"Statement":[{"Condition":{"ForAnyValue:StringLike|IfExists":{}}}]}',
      /wildcards[^]*ForAnyValue[^]*missing key/,
    ],
    ['{"Statement":[{"Condition":{"ArnLike":{"AWS:source|arn":"x"}}}]}', /ARN of the application/],
    [
      '{"Statement":[{"Condition":{"StringEquals":{"aws:ResourceTag/Te|am":"x"}}}]}',
      /tag of the resource/,
    ],
  ])('of %s', (marked, words) => {
    expect(explain(marked)).toMatch(words);
  });

  test('are not made up', () => {
    expect(explain('{"Statement":[{"Sid":"Sta|tement"}]}')).toBeUndefined();
    expect(explain('{"Statement":[{"Action":"s3:Get|Object"}]}')).toBeUndefined();
  });
});

describe('formatting', () => {
  test('prints JSON with two spaces and leaves the rest alone', () => {
    expect(formatPolicy('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}\n');
    expect(formatPolicy('{"a":1,}')).toBeUndefined();
    expect(formatPolicy('{"a":1,"a":2}')).toBeUndefined();
  });
});
