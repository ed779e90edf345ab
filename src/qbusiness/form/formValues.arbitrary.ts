import fc from 'fast-check';
import { callers } from '../callers';
import { emptyFormValues } from './formValues';
import type { RoleFormValues } from '../request';

const rows = (text: fc.Arbitrary<string>) => fc.array(fc.record({ value: text }), { maxLength: 3 });

/** Form values of every shape whose texts come from `text`: for property tests. */
export function arbitraryFormValues(text: fc.Arbitrary<string>): fc.Arbitrary<RoleFormValues> {
  const typedCallers = callers.map(({ kind, fields }) =>
    fc
      .record(
        Object.fromEntries(
          fields.map((field) => [
            field.name,
            field.kind === 'choice'
              ? fc.constantFrom(...field.choices.map(({ value }) => value))
              : text,
          ]),
        ),
      )
      .map((values) => [kind, values] as const),
  );
  return fc.record<RoleFormValues>({
    ...Object.fromEntries(
      Object.entries(emptyFormValues).map(([name, value]) => [
        name,
        typeof value === 'boolean' ? fc.boolean() : text,
      ]),
    ),
    region: text,
    accountId: text,
    applicationId: text,
    otherApplications: rows(text),
    accessMode: fc.constantFrom('web-experience', 'api-only'),
    webExperienceId: text,
    origins: rows(text),
    includeWebExperience: fc.boolean(),
    apiActions: fc.constantFrom('all', 'chat-sync'),
    caller: fc.constantFrom(...callers.map(({ kind }) => kind)),
    callers: fc
      .tuple(...typedCallers)
      .map((typed) => ({ ...emptyFormValues.callers, ...Object.fromEntries(typed) })),
    networkLimit: fc.constantFrom('none', 'vpc-endpoint', 'vpc', 'ip-range'),
    vpcEndpoints: rows(text),
    vpcs: rows(text),
    ipRanges: rows(text),
    roleName: text,
    policyName: text,
    attachment: fc.constantFrom('inline', 'managed'),
    path: text,
    description: text,
    tags: fc.array(fc.record({ key: text, value: text }), { maxLength: 3 }),
    permissionsBoundary: text,
    maxSessionDuration: text,
  });
}
