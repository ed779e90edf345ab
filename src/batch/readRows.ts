import { recognise } from '../qbusiness/recognise/recognise';
import type { BatchRow } from './batchRow';
import { cleanRow } from './cleanRow';
import type { BatchRemark, FoundRows } from './foundRows';
import { MAX_BATCH_ROWS } from './maxBatchRows';
import { readJsonRows, readYamlRows } from './readJsonRows';
import { readTable } from './readTable';

/** UTF-16 code units; more than any batch needs. */
export const MAX_BATCH_LENGTH = 32 * 1024 * 1024;

/** What a text came to. */
export interface ReadBatch {
  readonly rows: readonly BatchRow[];
  /** What was left out or could not be read, as sentences; with its line where there is one. */
  readonly remarks: readonly BatchRemark[];
}

/**
 * Applications from a CSV or JSON file, cells of a spreadsheet, outputs of `list-applications`, ARNs
 * or stack outputs. Nothing makes it throw. No cell is changed but for the spaces around it and for
 * characters that nobody sees, of which a remark tells.
 */
export function readBatch(text: string): ReadBatch {
  if (text.length > MAX_BATCH_LENGTH) {
    return nothing(
      `The text has ${millions(text.length)} million characters; 32 million can be read`,
    );
  }
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const start = plain.trimStart();
  if (start === '') return nothing('The text is empty');
  const read = /^[{[]/.test(start)
    ? readJsonRows(plain)
    : firstWithRows(readTable(plain), () => readYamlRows(plain));
  const result = read.isDamaged ? read : firstWithRows(read, () => readAnything(plain));
  const surplus = result.rows.length - MAX_BATCH_ROWS;
  const cleaned = result.rows.slice(0, MAX_BATCH_ROWS).map(cleanRow);
  return {
    rows: cleaned.map(({ row }, index) => ({ id: `${index + 1}`, ...row })),
    remarks: [
      ...result.remarks,
      ...cleaned.flatMap(({ row: { line }, changed }) =>
        changed.length === 0
          ? []
          : [
              {
                ...(line !== undefined && { line }),
                message: `Characters that cannot be seen were taken out: ${changed.join(', ')}`,
              },
            ],
      ),
      ...(surplus <= 0
        ? []
        : [
            {
              message: `${surplus} rows were left out: a batch holds ${MAX_BATCH_ROWS} rows`,
              isLoss: true as const,
            },
          ]),
    ],
  };
}

/** Where neither reader finds rows, what the first one said of the text tells more. */
function firstWithRows(first: FoundRows, second: () => FoundRows): FoundRows {
  if (first.rows.length > 0) return first;
  const found = second();
  return found.rows.length > 0 || first.remarks.length === 0 ? found : first;
}

const nothing = (message: string): ReadBatch => ({ rows: [], remarks: [{ message }] });

const millions = (count: number): string => (count / 1_000_000).toFixed(1);

/** ARNs in any text, stack outputs, tables of the AWS CLI: what the paste field understands. */
function readAnything(text: string): FoundRows {
  const { candidates, refusals } = recognise(text);
  const rows = candidates
    .filter(({ values }) => values.applicationId !== undefined)
    .map(({ values, name = '', warnings }): FoundRows['rows'][number] => {
      const { region, accountId, applicationId, webExperienceId } = values;
      return {
        name,
        texts: {
          ...(region !== undefined && { region }),
          ...(accountId !== undefined && { accountId }),
          ...(applicationId !== undefined && { applicationId }),
          ...(webExperienceId !== undefined && { webExperienceId }),
        },
        others: {},
        identityType: identityTypeIn(warnings),
      };
    });
  const remarks = refusals.map((message) => ({ message }));
  return rows.length > 0 || remarks.length > 0
    ? { rows, remarks }
    : {
        rows,
        remarks: [
          {
            message:
              'No application found. Paste the output of aws qbusiness list-applications, ARNs, stack outputs, or a CSV with the columns region, accountId, applicationId',
          },
        ],
      };
}

/** The recogniser's warning names the identity type of an application that is not anonymous. */
const identityTypeIn = (warnings: readonly string[]): string =>
  warnings.map((warning) => /\bAWS_[A-Z_]+\b/.exec(warning)?.[0]).find((type) => type) ?? '';
