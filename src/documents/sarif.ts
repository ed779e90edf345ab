import type { Severity } from '../iam/lint/rule';
import type { AuditedText, AuditFinding } from './auditTexts';
import { TextLines } from './textLines';

export interface SarifSource {
  /** A path relative to where the audit ran. */
  readonly path: string;
  readonly text: string;
  readonly audited: AuditedText;
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  securityWarning: 'warning',
  warning: 'warning',
  suggestion: 'note',
};

/**
 * The findings as a SARIF log, which code hosts show beside the lines.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifLog(sources: readonly SarifSource[], toolVersion: string): object {
  const findings = sources.flatMap(({ audited }) => audited.findings);
  const ids = [...new Set(findings.map(({ rule }) => rule))].toSorted();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'qbusiness-policies',
            version: toolVersion,
            rules: ids.map((id) => ruleOf(id, findings)),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: sources.map(({ path }) => ({ location: { uri: uriOf(path) } })),
        results: sources.flatMap(({ path, text, audited }, index) => {
          const artifact = { uri: uriOf(path), index };
          const lines = new TextLines(text);
          return audited.findings.map((finding) => resultOf(artifact, lines, finding, ids));
        }),
      },
    ],
  };
}

function ruleOf(id: string, findings: readonly AuditFinding[]): object {
  const first = findings.find(({ rule }) => rule === id);
  return {
    id,
    shortDescription: { text: id.toLowerCase().replaceAll('_', ' ') },
    ...(first && {
      helpUri: first.source,
      defaultConfiguration: { level: levels[first.severity] },
    }),
  };
}

function resultOf(
  artifactLocation: { readonly uri: string; readonly index: number },
  lines: TextLines,
  { id, rule, severity, message, fix, ...place }: AuditFinding,
  ids: readonly string[],
): object {
  const { line: startLine, column: startColumn, endLine, endColumn } = place;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: { startLine, startColumn, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'findingId/v1': id },
    properties: { severity },
    ...(fix?.grants === 'same' && {
      fixes: [
        {
          description: { text: fix.title },
          artifactChanges: [
            {
              artifactLocation,
              replacements: fix.edits.map((edit) => {
                const [start, end] = [lines.at(edit.start), lines.at(edit.end)];
                return {
                  deletedRegion: {
                    startLine: start.line,
                    startColumn: start.column,
                    endLine: end.line,
                    endColumn: end.column,
                  },
                  insertedContent: { text: edit.text },
                };
              }),
            },
          ],
        },
      ],
    }),
  };
}

const uriOf = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .split('/')
    .map((step) => encodeURIComponent(step).replace(/^([A-Za-z])%3A$/, '$1:'))
    .join('/');
