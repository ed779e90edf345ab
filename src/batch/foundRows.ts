import { parseArn } from '../iam/arn';
import type { BatchColumn, BatchRow } from './batchRow';

export interface BatchRemark {
  readonly line?: number;
  readonly message: string;
  /** A part of the text is in no row, or may stand in a wrong one. */
  readonly isLoss?: true;
}

/** What a reader found in a text. */
export interface FoundRows {
  readonly rows: readonly Omit<BatchRow, 'id'>[];
  /** What was left out or could not be read, as sentences; with its line where there is one. */
  readonly remarks: readonly BatchRemark[];
  /** Set where the text is of the reader's kind, but damaged: another reader would make less of it. */
  readonly isDamaged?: true;
}

type Texts = Readonly<Partial<Record<BatchColumn, string>>>;

/** Between two texts for one cell; no field takes it. */
const CONTRADICTION = ' ≠ ';

/** The text of a cell that is given twice: both where they differ, so that it is refused. */
export function joinTexts(first: string, second: string): string {
  if (first === '' || first === second) return second;
  return second === '' || first.split(CONTRADICTION).includes(second)
    ? first
    : `${first}${CONTRADICTION}${second}`;
}

/** The texts that `joinTexts` put into one cell; undefined for any other cell. */
export function joinedTexts(text: string): readonly string[] | undefined {
  const texts = text.split(CONTRADICTION);
  return texts.length > 1 ? texts : undefined;
}

/** What the ARN of an application or of its web experience says; undefined for any other text. */
export function valuesOfArn(text: string): Texts | undefined {
  const arn = parseArn(text);
  const [kind, applicationId, below, webExperienceId] = arn?.resource.split('/') ?? [];
  if (arn?.service !== 'qbusiness' || kind !== 'application' || applicationId === undefined) {
    return undefined;
  }
  return {
    region: arn.region,
    accountId: arn.account,
    applicationId,
    ...(below === 'web-experience' && webExperienceId !== undefined && { webExperienceId }),
  };
}

/**
 * The cells of a row, and what the ARNs in it say. An ARN that says otherwise than a cell stands in the
 * application's cell as it is, where it is refused.
 */
export function withArns(texts: Texts, arns: readonly string[]): Texts {
  return arns.reduce<Texts>((known, arn) => {
    const values = valuesOfArn(arn.trim());
    if (values !== undefined && agree(known, values)) return { ...known, ...values };
    const isOther = values?.applicationId !== known.applicationId;
    return { ...known, applicationId: isOther ? joinTexts(known.applicationId ?? '', arn) : arn };
  }, texts);
}

function agree(known: Texts, values: Texts): boolean {
  const texts: Readonly<Record<string, string>> = known;
  return Object.entries(values).every(([column, value]) => {
    const text = texts[column]?.trim() ?? '';
    return text === '' || text === value || (column === 'accountId' && plain(text) === value);
  });
}

const plain = (accountId: string): string => accountId.replaceAll(/[\s-]/g, '');
