import { expect, test } from 'vitest';
import { auditTexts } from './auditTexts';
import { sarifLog } from './sarif';

const text =
  '{\n  "Version": "2012-10-17",,\n  "Statement": {"Effect": "Allow", "Action": "qbusiness:*", "Resource": "*"}\n}';
const [audited] = auditTexts({ texts: [{ text }] }).texts;
if (!audited) throw new Error('One text, one result');
const path = String.raw`docs\my policy.json`;

test('a SARIF log names the tool, its rules, each finding and its lines', () => {
  const log = sarifLog([{ path, text, audited }], '1.2.3');
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'qbusiness-policies',
            version: '1.2.3',
            rules: [
              { id: 'JSON_SYNTAX_ERROR', defaultConfiguration: { level: 'error' } },
              { id: 'QBUSINESS_WILDCARD_ACTION', defaultConfiguration: { level: 'warning' } },
              { id: 'QBUSINESS_WILDCARD_RESOURCE' },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: [{ location: { uri: 'docs/my%20policy.json' } }],
        results: [
          {
            ruleId: 'JSON_SYNTAX_ERROR',
            ruleIndex: 0,
            level: 'error',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'docs/my%20policy.json', index: 0 },
                  region: { startLine: 2, startColumn: 27, endLine: 2, endColumn: 28 },
                },
              },
            ],
            fixes: [
              {
                artifactChanges: [
                  {
                    replacements: [
                      {
                        deletedRegion: { startLine: 2, startColumn: 27, endLine: 2, endColumn: 28 },
                        insertedContent: { text: '' },
                      },
                    ],
                  },
                ],
              },
            ],
          },
          { ruleId: 'QBUSINESS_WILDCARD_ACTION', ruleIndex: 1, level: 'warning' },
          { ruleId: 'QBUSINESS_WILDCARD_RESOURCE', ruleIndex: 2 },
        ],
      },
    ],
  });
});
