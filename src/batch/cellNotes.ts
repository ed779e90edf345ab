import { showInLine } from '../iam/unseenCharacters';
import { emptyFormValues, type RoleFormValues } from '../qbusiness/form/formValues';
import { valueAt } from '../qbusiness/form/settleRequest';
import { columnLabel, mainColumns, type BatchColumn, type BatchRow } from './batchRow';
import { joinedTexts, valuesOfArn } from './foundRows';

/** What speaks against a cell, or asks for a second look at it. */
export interface CellNote {
  readonly tone: 'error' | 'caution';
  /** The cell; absent where it is a value that no column shows. */
  readonly column?: BatchColumn;
  readonly message: string;
  /** What the person may have meant; never put in without being asked. */
  readonly suggestion?: string;
}

export interface RowProblem {
  readonly path: string;
  readonly message: string;
}

/** Cells in which the row says two things of one value. */
export function contradictions({ texts }: BatchRow): readonly RowProblem[] {
  const twice = Object.entries(texts).flatMap(([path, text]) => {
    const both = joinedTexts(text);
    return both === undefined
      ? []
      : [{ path, message: `The row says ${both.map(quoted).join(' and ')}. Keep one` }];
  });
  const arn = valuesOfArn(texts.applicationId ?? '');
  const others = mainColumns.flatMap((column) => {
    const said = arn?.[column];
    const text = texts[column]?.trim() ?? '';
    return said === undefined || column === 'applicationId' || text === '' || text === said
      ? []
      : [`${columnLabel(column)} ${quoted(said)}, not ${quoted(text)}`];
  });
  return others.length === 0
    ? twice
    : [
        ...twice,
        {
          path: 'applicationId',
          message: `This ARN says ${others.join(', and ')}. Correct one of them`,
        },
      ];
}

const quoted = (text: string): string => `“${showInLine(text)}”`;

/** Values of a caller that is not the row's: without them the role would be wider than asked. */
export function otherCallers(
  given: RoleFormValues['callers'],
  caller: RoleFormValues['caller'],
): readonly RowProblem[] {
  return Object.entries(given).flatMap(([kind, values]) =>
    kind === caller || caller === ''
      ? []
      : Object.entries(values).flatMap(([name, text]) =>
          text === '' || text === emptyCallerValue(kind, name)
            ? []
            : [
                {
                  path: `callers.${kind}.${name}`,
                  message: `It needs the caller ${kind}, but the caller is ${caller}`,
                },
              ],
        ),
  );
}

const emptyCallerValue = (kind: string, name: string): unknown =>
  valueAt(emptyFormValues, `callers.${kind}.${name}`);

/** Spreadsheets drop leading zeros, and write long numbers with a power of ten. */
export function accountNote(path: string, { accountId }: RoleFormValues): CellNote | undefined {
  if (path !== 'accountId') return undefined;
  const text = accountId.trim();
  const written = plainNumber(text);
  if (written !== undefined) {
    const suggestion = written.padStart(12, '0');
    return {
      tone: 'error',
      column: 'accountId',
      message: `A spreadsheet changed how this number is written: is it ${suggestion}?`,
      suggestion,
    };
  }
  if (/^\d(?:[.,]\d+)?[eE]\+?\d+$/.test(text)) {
    return {
      tone: 'error',
      column: 'accountId',
      message:
        'A spreadsheet changed this number and its last digits are lost. Enter the account ID',
    };
  }
  if (!/^\d{9,11}$/.test(text)) return undefined;
  const suggestion = text.padStart(12, '0');
  return {
    tone: 'error',
    column: 'accountId',
    message: `${text.length} of 12 digits. Spreadsheets drop leading zeros: is it ${suggestion}?`,
    suggestion,
  };
}

/** The digits of an account ID with decimals or separators, or with a power of ten that lost none. */
function plainNumber(text: string): string | undefined {
  const [, whole] = /^(\d{9,12})[.,]0+$/.exec(text) ?? [];
  if (whole !== undefined) return whole;
  if (/^\d{3}(?:([.,'’])\d{3})(?:\1\d{3}){2}$/.test(text)) return text.replaceAll(/\D/g, '');
  const [, first = '', more = '', power] = /^([1-9])[.,](\d{8,11})[eE]\+?(\d\d?)$/.exec(text) ?? [];
  return power !== undefined && Number(power) === more.length ? `${first}${more}` : undefined;
}
