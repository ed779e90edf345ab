import type { AccessTarget } from '../qbusiness/accessTargets';
import { actionCatalogue } from '../qbusiness/actions';
import { isOneApplication, type AskedApplication } from '../qbusiness/applicationsAsked';
import { counted, cutList } from '../words/counts';
import type { AccessReport, AccessReports, AccessRow, RequesterRow, Verdict } from './accessTexts';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  yes: 'Yes',
  yesIf: 'Yes, if',
  no: 'No',
  notDecided: 'Not decided',
};

export const targetWords: Readonly<Record<AccessTarget, string>> = {
  application: 'This application',
  'other-application': 'Another application',
  'other-region': 'Another Region',
  'other-account': 'Another account',
  'other-service': 'Other services',
};

const placeWords: Readonly<Record<AccessTarget, string>> = {
  application: 'On the application',
  'other-application': 'On another application of the account',
  'other-region': 'In another Region',
  'other-account': 'In another account',
  'other-service': 'Elsewhere',
};

/** What is asked about: “application 1234 in us-east-1, account 111122223333”. */
export function askedWords(asked: AskedApplication): string {
  const { region, accountId, applicationId, from } = asked;
  const where = [
    ...(region === '*' ? [] : [`in ${region}`]),
    ...(accountId === '*' ? [] : [`${region === '*' ? 'of ' : ''}account ${accountId}`]),
  ].join(', ');
  const which = isOneApplication(asked) ? `application ${applicationId}` : 'any application';
  const source = from === 'documents' ? ', which the documents name' : '';
  return `${which}${where === '' ? '' : ` ${where}`}${source}`;
}

/** Every report in sentences for a reviewer, each role under its name. */
export function accessSentences({ reports, resourcePolicies }: AccessReports): readonly string[] {
  return [
    ...reports.flatMap(reportSentences),
    ...resourcePolicies.map(
      (label) => `${label}: a policy of another resource than a role, so nothing is said about it.`,
    ),
  ];
}

/** One report as sentences; the first says which application was asked about. */
function reportSentences(report: AccessReport): readonly string[] {
  const { role, application, missing, notTested, actions, requesters } = report;
  const name = role === undefined ? 'The role' : `Role ${role}`;
  return [
    `${name}, asked about ${askedWords(application)}.`,
    ...(missing.length > 0
      ? [`Not in the documents, so what depends on it is not decided: ${missing.join(', ')}.`]
      : []),
    ...(notTested.length > 0 ? [`Not tested: ${notTested.join(', ')}.`] : []),
    ...actionSentences(actions),
    ...requesterSentences(requesters),
  ];
}

function actionSentences(rows: readonly AccessRow[]): readonly string[] {
  if (rows.length === 0) return [];
  const targets = [...new Set(rows.map(({ target }) => target))];
  const sentences = targets.flatMap((target) => {
    const there = rows.filter((row) => row.target === target);
    const of = (verdict: Verdict) => there.filter((row) => row.verdict === verdict);
    const place = placeWords[target];
    const refused = there.filter(({ isRefused }) => isRefused);
    const isNothing = there.every(({ verdict }) => verdict === 'no');
    return [
      ...(of('yes').length > 0 ? [`${place} the role may call ${listed(of('yes'))}.`] : []),
      ...grouped(of('yesIf'), ({ conditions }) => conditions.join('; or if ')).map(
        ([condition, some]) =>
          `${place} the role may call ${listed(some)}, if ${condition === '' ? 'the conditions of its statement are met' : condition}.`,
      ),
      ...grouped(of('notDecided'), why).map(
        ([doubt, some]) => `${place} it is not decided for ${listed(some)}: ${doubt}.`,
      ),
      ...(refused.length > 0 ? [`${place} a Deny refuses ${listed(refused)}.`] : []),
      ...(target === 'application' && isNothing ? [`${place} the role may call nothing.`] : []),
    ];
  });
  const isConfined = rows.every(
    ({ target, verdict }) => target === 'application' || verdict === 'no',
  );
  const known = `${actionCatalogue.actions.length} actions that Amazon Q Business had on ${actionCatalogue.date}`;
  return [
    ...sentences,
    ...(isConfined ? ['Elsewhere the role may call nothing that was asked about.'] : []),
    `Asked about: the ${known}, and ${listed(rows.filter(({ target }) => target === 'other-service'))}.`,
  ];
}

function grouped<Row>(
  rows: readonly Row[],
  by: (row: Row) => string,
): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group) group.push(row);
    else groups.set(by(row), [row]);
  }
  return [...groups];
}

/** The actions by name, or their number if there are many. */
function listed(rows: readonly AccessRow[]): string {
  const names = rows.map(({ action }) => action);
  if (names.length <= 8) return names.join(', ');
  const own = names.filter((name) => name.startsWith('qbusiness:'));
  const others = names.filter((name) => !name.startsWith('qbusiness:'));
  return [
    ...(own.length > 8 ? [`${counted(own.length, 'action')} of Amazon Q Business`] : own),
    ...cutList(others, 12),
  ].join(', ');
}

const why = ({ doubts }: { readonly doubts: readonly string[] }): string => doubts.join('; ');

function requesterSentences(rows: readonly RequesterRow[]): readonly string[] {
  const labels = (some: readonly RequesterRow[]) => some.map(({ label }) => label).join('; ');
  const of = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict);
  const own = (some: readonly RequesterRow[]) => some.filter(({ isDelegated }) => !isDelegated);
  const foreign = (some: readonly RequesterRow[]) => some.filter(({ isDelegated }) => isDelegated);
  const canIf = (some: readonly RequesterRow[], also: string) =>
    grouped(some, ({ conditions }) => conditions.join('; or if ')).map(
      ([condition, group]) =>
        `Can assume the role, if ${condition === '' ? 'the conditions of its statement are met' : condition}${also}: ${labels(group)}.`,
    );
  const [yes, yesIf, no] = [of('yes'), of('yesIf'), of('no')];
  const account = 'their own account allows it, too';
  return [
    ...(own(yes).length > 0 ? [`Can assume the role: ${labels(own(yes))}.`] : []),
    ...(foreign(yes).length > 0
      ? [`Can assume the role, if ${account}: ${labels(foreign(yes))}.`]
      : []),
    ...canIf(own(yesIf), ''),
    ...canIf(foreign(yesIf), ` and ${account}`),
    ...grouped(of('notDecided'), why).map(
      ([doubt, some]) =>
        `Not decided whether these can assume the role: ${labels(some)}; ${doubt}.`,
    ),
    ...(no.length > 0 ? [`Cannot assume the role: ${labels(no)}.`] : []),
  ];
}
