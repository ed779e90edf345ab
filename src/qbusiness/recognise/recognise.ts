import { runToEnd } from '../../iam/runToEnd';
import { cutText, showInLine } from '../../iam/unseenCharacters';
import { accountIdField } from '../form/accountId';
import { applicationIdField } from '../form/applicationId';
import { originsField } from '../form/origins';
import { regionField } from '../form/region';
import { webExperienceIdField } from '../form/webExperienceId';
import type { TextField } from '../form/textField';
import { beyondLimit, MAX_PASTE_LENGTH } from '../textLimits';
import { cutPaste, type CutPaste } from './cutPaste';
import { recogniseAccessDenied } from './accessDenied';
import { recogniseApplicationArns, recogniseIdentityArns } from './arns';
import { recogniseCliCommands } from './cliCommand';
import { recogniseCliOutput } from './cliOutput';
import { recogniseNamedValues } from './namedValues';
import { recognisePlainValues } from './plainValues';
import { recognisePolicies } from './policies';
import type {
  PastedName,
  PastedValues,
  PasteCandidate,
  PasteConflict,
  PasteReading,
  Recogniser,
  Recognition,
} from './recognition';
import { recogniseApiUrls, recogniseConsoleUrls, recogniseWebExperienceUrls } from './urls';

/** In this order, each reads what the ones before it did not: forms that say most come first. */
export const recognisers: readonly Recogniser[] = [
  recogniseCliOutput,
  recogniseAccessDenied,
  recognisePolicies,
  recogniseApplicationArns,
  recogniseIdentityArns,
  recogniseConsoleUrls,
  recogniseApiUrls,
  recogniseWebExperienceUrls,
  recogniseCliCommands,
  recognisePlainValues,
  recogniseNamedValues,
];

const fields: Readonly<Record<PastedName, TextField>> = {
  region: regionField,
  accountId: accountIdField,
  applicationId: applicationIdField,
  webExperienceId: webExperienceIdField,
  origins: originsField.entry,
};

const isPastedName = (name: string): name is PastedName => Object.hasOwn(fields, name);

/**
 * Reads a pasted text of any kind, or of several kinds at once. Nothing makes it throw, and it gives
 * no value that the form would refuse.
 */
export function recognise(raw: string): PasteReading {
  return runToEnd(recogniseSteps(cutPaste(raw)));
}

/** As {@link recognise}, with a pause after each recogniser. */
export function* recogniseSteps({ text, length }: CutPaste): Generator<void, PasteReading> {
  let rest = plainCharacters(text);
  const found: Recognition[] = [];
  for (const recogniser of recognisers) {
    yield;
    const read = recogniser(rest);
    found.push(...read);
    for (const { start, end } of read) {
      rest = rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, ' ') + rest.slice(end);
    }
  }
  const refusals: string[] = [];
  if (length > MAX_PASTE_LENGTH) {
    refusals.push(`${beyondLimit('The paste', length, MAX_PASTE_LENGTH)}.`);
  }
  const recognitions = found
    .sort((a, b) => a.start - b.start)
    .map(({ name, ...recognition }) => ({
      ...recognition,
      ...(name !== undefined && { name: showInLine(name) }),
      values: accepted(recognition.values, refusals),
    }))
    .filter(
      ({ values, policy, isMessage }) =>
        policy !== undefined || isMessage === true || Object.keys(values).length > 0,
    );
  const certain = recognitions.filter(({ weight }) => weight === 'certain');
  const likely = recognitions.filter(({ weight }) => weight === 'likely');
  const { candidates, conflicts } = withLikely(combine(certain), likely);
  return {
    recognitions,
    candidates,
    conflicts,
    refusals: [...new Set(refusals)],
    policies: [...new Set(recognitions.flatMap(({ policy }) => policy ?? []))],
  };
}

/** The text without invisible characters, and with ASCII quotation marks and dashes. */
const plainCharacters = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/[\u2502\u2577\u2575]/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2013\u2014]{1,2}(?=[a-z])/g, '--');

/** Cleans and judges each value as the form does; a refused one is named and left out. */
function accepted(values: PastedValues, refusals: string[]): PastedValues {
  const judge = (name: PastedName, raw: string): string[] => {
    const { clean, problem, label } = fields[name];
    const { text } = clean(raw);
    if (text === '') return [];
    const message = problem(text);
    if (message === undefined) return [text];
    refusals.push(`${label} “${cutText(text, 60)}” was left out. ${message}`);
    return [];
  };
  const read: Partial<Record<PastedName, string | readonly string[]>> = {};
  for (const [name, value] of Object.entries<PastedValues[PastedName]>({ ...values })) {
    if (!isPastedName(name) || value === undefined) continue;
    const raws: readonly string[] = typeof value === 'string' ? [value] : value;
    const list = raws.flatMap((raw) => judge(name, raw));
    const [first] = list;
    if (first !== undefined) read[name] = name === 'origins' ? [...new Set(list)] : first;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- origins alone is a list, as above
  return read as PastedValues;
}

/** Merges recognitions whose values agree; those that contradict each other become separate candidates. */
function combine(certain: readonly Recognition[]): readonly PasteCandidate[] {
  const candidates: PasteCandidate[] = [];
  const sized = [...certain].sort((a, b) => size(b.values) - size(a.values));
  for (const { values, name, warnings = [] } of sized) {
    const agreeing = candidates.filter((candidate) => agree(candidate.values, values));
    if (agreeing.length === 0) candidates.push({ values, ...(name && { name }), warnings });
    for (const candidate of agreeing) {
      candidates[candidates.indexOf(candidate)] = {
        values: merge(candidate.values, values),
        ...named(candidate.name ?? name),
        warnings: [...new Set([...candidate.warnings, ...warnings])],
      };
    }
  }
  return candidates;
}

const named = (name: string | undefined) => (name === undefined ? {} : { name });
const size = (values: PastedValues) => Object.keys(values).length;

const singleNames = ['region', 'accountId', 'applicationId', 'webExperienceId'] as const;

const agree = (one: PastedValues, other: PastedValues) =>
  singleNames.every(
    (name) => one[name] === undefined || other[name] === undefined || one[name] === other[name],
  );

const merge = (one: PastedValues, other: PastedValues): PastedValues => {
  const origins = [...new Set([...(one.origins ?? []), ...(other.origins ?? [])])];
  return { ...other, ...one, ...(origins.length > 0 && { origins }) };
};

/** Fills the missing values of the candidates with likely ones, unless these contradict each other. */
function withLikely(
  certain: readonly PasteCandidate[],
  likely: readonly Recognition[],
): Pick<PasteReading, 'candidates' | 'conflicts'> {
  const conflicts: PasteConflict[] = [];
  const guesses: Record<string, string> = {};
  for (const name of singleNames) {
    const values = [...new Set(likely.flatMap(({ values }) => values[name] ?? []))];
    const [only] = values;
    if (values.length === 1 && only !== undefined) guesses[name] = only;
    else if (
      values.length > 1 &&
      certain.every((candidate) => candidate.values[name] === undefined)
    ) {
      conflicts.push({ name, label: fields[name].label, values });
    }
  }
  const base: readonly PasteCandidate[] =
    certain.length > 0 || size(guesses) === 0 ? certain : [{ values: {}, warnings: [] }];
  const candidates = base.map((candidate) => {
    const { values } = candidate;
    const others = likely.filter(
      (one) => values.accountId !== undefined && one.values.accountId !== values.accountId,
    );
    return {
      ...candidate,
      values: { ...guesses, ...values },
      warnings: [...candidate.warnings, ...new Set(others.flatMap(foreignAccount))],
    };
  });
  return { candidates, conflicts };
}

const foreignAccount = ({ title, values }: Recognition): readonly string[] =>
  values.accountId === undefined
    ? []
    : [`${title}: account ${values.accountId} is not the application’s and is left out.`];
