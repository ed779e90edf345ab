import * as z from 'zod/mini';
import { callers, type CallerKind } from '../callers';
import { emptyFormValues } from './formValues';
import type { RoleFormValues } from '../request';
import type { FieldPath } from './textField';

/** A part of a JSON request that was passed over. */
export interface RequestJsonProblem {
  readonly path: FieldPath;
  readonly message: string;
}

export interface RequestJson {
  /** Everything that could be read; the rest is as in an empty form. */
  readonly values: RoleFormValues;
  readonly problems: readonly RequestJsonProblem[];
}

const MAX_TEXT = 4096;
const MAX_ROWS = 200;

const text = z
  .string({ error: 'A text is expected' })
  .check(z.maxLength(MAX_TEXT, { error: `At most ${MAX_TEXT} characters` }));

const oneOf = <const T extends readonly [string, ...string[]]>(...choices: T) =>
  z.enum(choices, { error: `One of: ${choices.join(', ')}` });

const rows = <T extends z.ZodMiniType>(row: T) =>
  z
    .array(row, { error: 'A list is expected' })
    .check(z.maxLength(MAX_ROWS, { error: `At most ${MAX_ROWS} entries` }));

/** `"https://…"` and `{ "value": "https://…" }` mean the same. */
const entries = rows(
  z.union(
    [
      z.object({ value: text }),
      z.pipe(
        text,
        z.transform((value) => ({ value })),
      ),
    ],
    { error: 'A text is expected' },
  ),
);

/** A share link holds texts alone. */
const truth = z.union(
  [
    z.boolean(),
    z.pipe(
      oneOf('true', 'false'),
      z.transform((value: 'true' | 'false') => value === 'true'),
    ),
  ],
  { error: 'true or false is expected' },
);

const [firstCaller, ...otherCallers] = callers.map(({ kind }) => kind);
const callerKinds: readonly [CallerKind, ...CallerKind[]] = [
  firstCaller ?? emptyFormValues.caller,
  ...otherCallers,
];

/** One schema per form value, so that one bad value costs no other. */
const schemas = {
  region: text,
  accountId: text,
  applicationId: text,
  otherApplications: entries,
  accessMode: oneOf('web-experience', 'api-only'),
  webExperienceId: text,
  origins: entries,
  includeWebExperience: truth,
  apiActions: oneOf('all', 'chat-sync'),
  caller: oneOf(...callerKinds),
  networkLimit: oneOf('none', 'vpc-endpoint', 'vpc', 'ip-range'),
  vpcEndpoints: entries,
  vpcs: entries,
  ipRanges: entries,
  roleName: text,
  policyName: text,
  attachment: oneOf('inline', 'managed'),
  path: text,
  description: text,
  tags: rows(z.object({ key: text, value: text })),
  permissionsBoundary: text,
  maxSessionDuration: z.union(
    [
      text,
      z.pipe(
        z.int(),
        z.transform((seconds: number) => String(seconds)),
      ),
    ],
    { error: 'A number of seconds is expected' },
  ),
} as const satisfies {
  readonly [Name in keyof Omit<RoleFormValues, 'callers'>]: z.ZodMiniType<RoleFormValues[Name]>;
};

const schemaOf: ReadonlyMap<string, z.ZodMiniType> = new Map(Object.entries(schemas));

/**
 * Reads form values from JSON that anybody may have written: a request file, a share link, a stored
 * draft. What does not fit is named and left at its default; no input makes it throw.
 */
export function readRequestJson(json: unknown): RequestJson {
  const problems: RequestJsonProblem[] = [];
  if (!isRecord(json)) {
    return {
      values: emptyFormValues,
      problems: [{ path: '', message: 'A JSON object is expected' }],
    };
  }
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) {
    if (name === 'callers') continue;
    const schema = schemaOf.get(name);
    if (!schema) {
      problems.push({ path: name, message: 'There is no such value' });
      continue;
    }
    const result = schema.safeParse(value);
    if (result.success) read[name] = result.data;
    else problems.push(...problemsOf(name, result.error));
  }
  const callersRead = readCallers(json['callers'], problems);
  return { values: { ...emptyFormValues, ...read, callers: callersRead }, problems };
}

function readCallers(json: unknown, problems: RequestJsonProblem[]): RoleFormValues['callers'] {
  if (json === undefined) return emptyFormValues.callers;
  if (!isRecord(json)) {
    problems.push({ path: 'callers', message: 'An object is expected' });
    return emptyFormValues.callers;
  }
  const read: Record<string, Readonly<Record<string, string>>> = { ...emptyFormValues.callers };
  for (const [kind, typed] of Object.entries(json)) {
    const path = `callers.${kind}`;
    const caller = callers.find((candidate) => candidate.kind === kind);
    if (!caller || !isRecord(typed)) {
      problems.push({
        path,
        message: caller ? 'An object is expected' : 'There is no such caller',
      });
      continue;
    }
    const texts: Record<string, string> = { ...read[kind] };
    for (const [name, value] of Object.entries(typed)) {
      const field = caller.fields.find((candidate) => candidate.name === name);
      const schema =
        field?.kind === 'choice'
          ? oneOf(field.choices[0].value, ...field.choices.slice(1).map((choice) => choice.value))
          : text;
      const result = schema.safeParse(value);
      if (!field) problems.push({ path: `${path}.${name}`, message: 'There is no such value' });
      else if (result.success) texts[name] = result.data;
      else problems.push(...problemsOf(`${path}.${name}`, result.error));
    }
    read[kind] = texts;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- starts as a copy of the empty callers and gains no other key
  return read as RoleFormValues['callers'];
}

const problemsOf = (name: string, error: z.core.$ZodError): readonly RequestJsonProblem[] =>
  error.issues.map(({ path, message }) => ({ path: [name, ...path].join('.'), message }));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
