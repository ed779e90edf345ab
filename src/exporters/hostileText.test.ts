import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Parser } from 'web-tree-sitter';
import { runs } from '../../scripts/deep.mjs';
import type { Command } from '../qbusiness/command';
import { callers } from '../qbusiness/callers';
import { draftRole } from '../qbusiness/draft';
import { exampleFormValues, exampleOfEveryKind } from '../qbusiness/examples';
import { API_ACTIONS, WEB_EXPERIENCE_ACTIONS } from '../qbusiness/facts';
import { planRole, type RolePlan } from '../qbusiness/plan';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { commandsText } from './commands';
import { policyDocuments } from './policyDocuments';
import { roleCommands } from './roleCommands';
import { boundaryStep, setSettingsStep, setTagsStep } from './runbook/runbookCommands';
import { powerShellApply } from './runbook/powerShellRunbook';
import { shellApply } from './runbook/shellRunbook';
import { powerShellParser } from '../syntax/powershellParser.testing';

/** Texts that a shell, PowerShell, JSON, JMESPath or IAM could take for something else. */
const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'ab \'"\\$`!~=*?[]{}()<>|&;#%^-,.:/@+_0\u00e9\u00ff\u2028'.split('')),
  }),
  fc.string({
    unit: fc.constantFrom(...('abz09_+=,.@-/: \u00e9\u00ff\u2028\u{20000}'.match(/./gsu) ?? [])),
  }),
  fc.string({ unit: fc.constantFrom(...'abcxyz0123456789-_+=,.@'.split('')), minLength: 1 }),
  fc.constantFrom(
    '$(id)',
    '`id`',
    "';id;'",
    '"; id; "',
    '${aws:username}',
    '*',
    '?',
    '--%',
    '@x',
    '-r',
    '=a',
    "' || 'a'=='a",
    '","Action":"*',
    'EOF',
    '%PATH%',
    '/a/',
    '/$(id)/',
    'a&b|c',
    '\\',
    '\\\\"',
    'arn:aws:iam::aws:policy/AdministratorAccess',
    'arn:aws:iam::111122223333:role/*',
    '7200',
    '0',
    'https://x.example',
    'file://x',
    '#',
    '~',
    '$HOME',
    '$Env:X',
    '\u201c',
    "it's \u00e9",
  ),
);

/** Texts that consist mostly of characters allowed in tags. */
const tagText = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...('ab9 _.:/=+-@\u00e9\u2028\u{20000}'.match(/./gsu) ?? [])),
    minLength: 1,
    maxLength: 12,
  }),
  hostile,
);

const rows = fc.array(fc.record({ value: hostile }), { maxLength: 2 });

/** A complete example with hostile texts in all other fields. */
const typed = fc.record({
  example: fc.constantFrom(...exampleOfEveryKind),
  texts: fc.record({
    webExperienceId: hostile,
    origins: rows,
    roleName: hostile,
    policyName: hostile,
    path: fc.oneof(
      hostile,
      hostile.map((text) => `/${text}/`),
    ),
    description: hostile,
    tags: fc.array(fc.record({ key: tagText, value: tagText }), { maxLength: 3 }),
    permissionsBoundary: fc.oneof(
      hostile,
      hostile.map((text) => `arn:aws:iam::111122223333:policy/${text}`),
    ),
    maxSessionDuration: hostile,
    otherApplications: rows,
    vpcs: rows,
  }),
  attachment: fc.constantFrom('inline', 'managed'),
  networkLimit: fc.constantFrom('none', 'vpc'),
  callerTexts: fc.array(hostile, { minLength: 8, maxLength: 8 }),
});

/** The plan of the form without the values that it refuses: what a person can get past its rules. */
function acceptedPlan({
  example,
  texts,
  attachment,
  networkLimit,
  callerTexts,
}: typeof typed extends fc.Arbitrary<infer Typed> ? Typed : never): RolePlan {
  const fields = callers.find(({ kind }) => kind === example.caller)?.fields ?? [];
  let values: RoleFormValues = {
    ...example,
    ...texts,
    attachment,
    networkLimit,
    callers: {
      ...example.callers,
      [example.caller]: Object.fromEntries(
        fields.map((field, index) => [
          field.name,
          field.kind === 'choice'
            ? (field.choices[(callerTexts[index]?.length ?? 0) % field.choices.length]?.value ?? '')
            : (callerTexts[index] ?? ''),
        ]),
      ),
    },
  };
  for (;;) {
    const draft = draftRole(values);
    if (draft.status === 'ready') return planRole(draft.template);
    const refused = new Set(draft.issues.map(({ path }) => path.split('.').slice(0, 3).join('.')));
    const before = values;
    for (const path of refused) {
      const [name = '', second = '', third = ''] = path.split('.');
      values =
        name === 'callers'
          ? {
              ...values,
              callers: {
                ...values.callers,
                [second]: {
                  ...(example.caller !== '' && values.callers[example.caller]),
                  [third]: textOf(example, third),
                },
              },
            }
          : name === 'vpcs'
            ? { ...values, networkLimit: 'none' }
            : { ...values, [name]: exampleFormValues[name as keyof RoleFormValues] };
    }
    if (JSON.stringify(before) === JSON.stringify(values))
      throw new Error(JSON.stringify(draft.issues));
  }
}

/** The example's text for a field of its caller. */
const textOf = (example: RoleFormValues, name: string): string => {
  const typedValues: Readonly<Record<string, string>> =
    example.caller === '' ? {} : example.callers[example.caller];
  if (typedValues[name]) return typedValues[name];
  const field = callers
    .find(({ kind }) => kind === example.caller)
    ?.fields.find((candidate) => candidate.name === name);
  return field?.kind === 'text' ? field.example : '';
};

const RUNS = runs(700, 10_000);
let plans: readonly RolePlan[] = [];

beforeAll(() => {
  plans = fc.sample(typed, RUNS).map(acceptedPlan);
});

/** Wildcards in trust policies that come from the caller's declaration, not from typed values. */
const ownWildcards =
  /^arn:[a-z-]+:(?:ecs:[a-z0-9-]+:\d{12}:\*|amplify:[a-z0-9-]+:\d{12}:apps\/[a-z0-9]*\/?\*?.*)$/;

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

describe('a text that the form accepts', () => {
  test('is seldom like another', () => {
    expect(new Set(plans.map(({ roleName }) => roleName)).size).toBeGreaterThan(RUNS / 10);
    const tagged = plans.filter((plan) => plan.target === 'new-role' && plan.role.tags.length > 0);
    expect(tagged.length).toBeGreaterThan(RUNS / 10);
    expect(new Set(plans.map(({ caller }) => caller)).size).toBe(callers.length + 1);
  });

  test('neither widens a policy nor breaks out of its JSON', () => {
    for (const plan of plans) {
      const [permissions, trust] = policyDocuments
        .render(plan)
        .map(({ contents }) => JSON.parse(contents) as { Statement: Record<string, unknown>[] });
      const { template } = plan;
      expect(permissions?.Statement).toHaveLength(1);
      const [statement] = permissions?.Statement ?? [];
      expect(Object.keys(statement ?? {}).filter((key) => key !== 'Condition')).toEqual([
        'Sid',
        'Effect',
        'Action',
        'Resource',
      ]);
      expect([statement?.['Action']].flat()).toEqual(
        template.accessMode === 'web-experience'
          ? WEB_EXPERIENCE_ACTIONS
          : API_ACTIONS[template.apiActions],
      );
      for (const resource of [statement?.['Resource']].flat()) {
        expect(resource).toMatch(
          /^arn:aws:qbusiness:us-east-1:111122223333:application\/[a-zA-Z0-9][a-zA-Z0-9-]{35}$/,
        );
      }
      if (plan.target === 'existing-role') continue;
      expect(trust?.Statement).toHaveLength(1);
      const [grant] = trust?.Statement ?? [];
      expect(Object.keys(grant ?? {}).filter((key) => key !== 'Condition')).toEqual([
        'Sid',
        'Effect',
        'Principal',
        'Action',
      ]);
      expect(
        textsIn(grant?.['Principal']).filter((principal) => /[*?]|\$\{/.test(principal)),
      ).toEqual([]);
      expect(
        textsIn(grant?.['Condition']).filter(
          (text) => /[*?]|\$\{/.test(text) && !ownWildcards.test(text),
        ),
      ).toEqual([]);
    }
  });

  test('stays one word of sh', () => {
    const expected: string[][] = [];
    const script = plans.map((plan) => {
      const text = shellApply(plan);
      const [settings = ''] = /^want_settings=[\s\S]*?\)$/m.exec(text) ?? [];
      const functions = [
        ...text.matchAll(
          /^(?:create_role|create_policy|attach_policy|update_settings)\(\) \{\n[\s\S]*?\n\}$/gm,
        ),
      ].map(([source]) => source);
      const names = functions.map((source) => source.slice(0, source.indexOf('(')));
      expected.push(wordsOfApply(plan));
      return [settings, 'have_settings=', ...functions, ...names, String.raw`printf '\0'`].join(
        '\n',
      );
    });
    const prelude = `change() { shift; printf '%s\\0' "$@"; }\nremove_tags() { :; }\nsetting_differs() { :; }\n`;
    for (let start = 0; start < script.length; start += 500) {
      const { stdout, stderr, status } = spawnSync('sh', ['-s'], {
        input: prelude + script.slice(start, start + 500).join('\n'),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(stdout.split('\0').slice(0, -1)).toEqual(
        expected.slice(start, start + 500).flatMap((words) => [...words, '']),
      );
    }
  });
});

/** The words that the functions of apply.sh call `change` with, in their order in the script. */
function wordsOfApply(plan: RolePlan): string[] {
  const words = ({ program, subcommand, options }: Command) => [
    program,
    ...subcommand,
    ...options.flatMap(({ flag, values }) => [flag, ...values]),
  ];
  const steps = roleCommands(plan).map(({ command }) => command);
  const isRole = ({ subcommand }: Command) => ['create-role', 'wait'].includes(subcommand[1] ?? '');
  const settings =
    plan.target === 'new-role'
      ? [setSettingsStep(plan), boundaryStep(plan), setTagsStep(plan)].flatMap((step) =>
          step ? [step.command] : [],
        )
      : [];
  return [...steps.filter(isRole), ...settings, ...steps.filter((step) => !isRole(step))].flatMap(
    words,
  );
}

describe('PowerShell reads', () => {
  let parser: Parser;

  beforeAll(async () => {
    parser = await powerShellParser();
  });

  /** Names of the commands in a script without errors. */
  const commandsIn = (script: string): string[] => {
    const tree = parser.parse(script);
    if (tree === null) throw new Error('The parser gave up.');
    expect(tree.rootNode.hasError ? script : '').toBe('');
    const names = tree.rootNode
      .descendantsOfType('command_name')
      .flatMap((node) => (node ? [node.text] : []));
    tree.delete();
    return names;
  };

  test('the commands of every plan, and nothing else', () => {
    for (const plan of plans) {
      const programs = [...roleCommands(plan), ...plan.handover].flatMap(({ command, ...step }) =>
        command && !('isOptional' in step) ? [command.program] : [],
      );
      const found = commandsIn(commandsText(plan, 'powershell'));
      expect(found.filter((name) => programs.includes(name)).length).toBeGreaterThanOrEqual(
        programs.length,
      );
      expect(found.filter((name) => !['aws', 'kubectl'].includes(name))).toEqual([]);
    }
  });

  test('the parts of apply.ps1 that hold typed text', () => {
    for (const plan of plans.slice(0, RUNS / 5)) {
      const script = powerShellApply(plan);
      const parts = [
        ...script.matchAll(
          /^\$(?:AccountId|Region|RoleName|RoleArn|RolePath|PolicyName|PolicyArn) = .*$/gm,
        ),
        ...script.matchAll(/^\$WantSettings = [\s\S]*?^\) -join .*$/gm),
        ...script.matchAll(
          /^function (?:New-Role|Update-Setting|New-Policy|Join-Policy) \{\n[\s\S]*?^\}$/gm,
        ),
      ].map(([source]) => source);
      const names = commandsIn(parts.join('\n'));
      expect(
        names.filter(
          (name) => !['aws', 'Invoke-Change', 'Remove-Tag', 'Test-Setting'].includes(name),
        ),
      ).toEqual([]);
    }
  });
});
