import { accessTexts, type AccessReport } from './accessTexts';

export const applicationId = '7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
export const applicationArn = `arn:aws:qbusiness:us-east-1:222233334444:application/${applicationId}`;

export const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);

export const ask = (...texts: readonly string[]) => accessTexts({ texts });

/** @throws Error where the answer is about another number of roles than one */
export function only(answer: ReturnType<typeof ask>): AccessReport {
  const [report, ...others] = answer.reports;
  if (!report || others.length > 0) throw new Error(`${answer.reports.length} reports`);
  return report;
}

/** Label and verdict of everybody who can or may be able to assume the role. */
export const whoCan = (report: AccessReport) =>
  Object.fromEntries(
    report.requesters
      .filter(({ verdict }) => verdict !== 'no')
      .map(({ label, verdict, conditions, doubts }) => [
        label,
        [verdict, ...conditions, ...doubts].join(': '),
      ]),
  );
