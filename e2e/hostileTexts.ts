import { MAX_ROWS } from '../src/qbusiness/textLimits';

/** Numbers from 0 up to 1 that look random and are the same for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What no reader sees, or takes for something else. */
// prettier-ignore
const unseen = [
  '\u202E', '\u202D', '\u2066', '\u2067', '\u2069', '\u200E', '\u061C', '\u200B', '\u200D',
  '\uFEFF', '\u00AD', '\u3164', '\u{E0041}', '\0', '\u001B[31m', '\u0085', '\u2028', '\uD800',
  '\u00A0', 'а', '４', '“', '−', '\t', '\r\n',
];

/** What ends a text, or begins something else, in one of the languages that a text may end up in. */
// prettier-ignore
const breakers = [
  '<img src=x onerror=alert(1)>', '</script><script>alert(1)</script>', 'javascript:alert(1)',
  '"', "'", '`', '\\', '$(id)', '${aws:PrincipalArn}', '{{region}}', '%{ for }', '*', '?', ';id;',
  'www.example.com', 'https://evil.example/', '[a](b)', '| a | b |', '=HYPERLINK("a")', '../../a',
  '__proto__', 'constructor', 'toString', '%00', '%E0%A4%A', '%', '&amp;', '"}],"Statement":[{',
];

/** Repeated, these make a careless regular expression try again at every character. */
const pumps = ['/s', ' ', '-', '--a ', '"', 'a-', '${', '\\', '|', '4444 ', 'aws ', '[', '{"a":'];

const good = {
  region: ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'],
  accountId: ['445566778899', '4455-6677-8899', '444455556666'],
  applicationId: ['0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'],
  accessMode: ['web-experience', 'api-only'],
  caller: ['lambda', 'ec2-instance', 'eks-irsa', 'existing-role'],
  webExperienceId: ['7a6b5c4d-3e2f-1a0b-9c8d-7e6f5a4b3c2d'],
  includeWebExperience: ['true', 'false'],
  roleName: ['my-role'],
  policyName: ['my-policy'],
  path: ['/teams/'],
  description: ['A role'],
  maxSessionDuration: ['3600'],
  permissionsBoundary: ['arn:aws:iam::445566778899:policy/Boundary'],
  'tags.0.key': ['team'],
  'tags.0.value': ['search'],
  'origins.0.value': ['https://www.example.org'],
  'otherApplications.0.value': ['1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'],
  'callers.lambda.functionName': ['chat'],
  'callers.existing-role.roleName': ['my-backend-role'],
} as const;

/** Makes one hostile text after the other, the same ones for the same seed. */
export class HostileTexts {
  readonly #next: () => number;
  /** What was not yet put into a text, by its list: no kind comes again before every other has come. */
  readonly #waiting = new Map<readonly string[], string[]>(
    [unseen, breakers, pumps].map((kinds) => [kinds, [...kinds]]),
  );
  readonly #used = new Set<string>();

  constructor(seed: number) {
    this.#next = numbersFrom(seed);
  }

  /** What no text has held so far. */
  get missing(): readonly string[] {
    return [...this.#waiting.keys()].flat().filter((kind) => !this.#used.has(kind));
  }

  #draw(kinds: readonly string[]): string {
    const waiting = this.#waiting.get(kinds) ?? [];
    if (waiting.length === 0) waiting.push(...kinds);
    const [kind = ''] = waiting.splice(Math.floor(this.#next() * waiting.length), 1);
    this.#used.add(kind);
    return kind;
  }

  pick<Value>(list: readonly Value[]): Value {
    const value = list[Math.floor(this.#next() * list.length)];
    if (value === undefined) throw new Error('Nothing to choose from');
    return value;
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  /** Most often a good value with something in, before or behind it. */
  around(value: string): string {
    if (this.chance(0.4)) return value;
    if (this.chance(0.06)) {
      const pump = this.#draw(pumps);
      return this.pick(['', value]) + pump.repeat(this.pick([30, 2_000, 40_000])) + '\0';
    }
    const foreign = this.#draw(this.chance(0.5) ? unseen : breakers);
    const at = Math.floor(this.#next() * (value.length + 1));
    return value.slice(0, at) + foreign + value.slice(at);
  }

  /** Values by their paths, some of which no form has. */
  values(): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    for (const [path, choices] of Object.entries(good)) {
      const isKey = ['region', 'accountId', 'applicationId', 'accessMode'].includes(path);
      if (this.chance(isKey ? 0.9 : 0.2)) values.set(path, this.around(this.pick(choices)));
    }
    if (this.chance(0.2)) values.set(this.pick([...breakers, 'regoin', 'a.b.c.d.e']), '1');
    return values;
  }

  /** The fragment of a link. */
  link(): string {
    const encode = (text: string) =>
      this.chance(0.9)
        ? encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
        : text.replaceAll(/[\s&#]/g, '');
    const pairs = [...this.values()].map(([path, value]) => `${encode(path)}=${encode(value)}`);
    return ['v1', ...pairs].join('&');
  }

  /** The same values as a file of drafts would have them. */
  draft(index: number): object {
    const values: Record<string, unknown> = {};
    for (const [path, value] of this.values()) {
      if (!path.includes('.')) values[path] = value;
    }
    return { id: `draft-${index}`, name: this.around('My draft'), savedAt: '2026-01-01', values };
  }

  /** What somebody pastes on the page. */
  paste(): string {
    const account = this.around(this.pick(good.accountId));
    const application = this.around(this.pick(good.applicationId));
    const region = this.around(this.pick(good.region));
    const arn = `arn:aws:qbusiness:${region}:${account}:application/${application}`;
    return this.pick([
      arn,
      `aws qbusiness get-application --application-id ${application} --region ${region}`,
      JSON.stringify({
        applicationId: application,
        applicationArn: arn,
        displayName: this.around('a'),
      }),
      `User: arn:aws:sts::${account}:assumed-role/a/b is not authorized to perform: qbusiness:Chat on resource: ${arn}`,
      `${region} ${account} ${application}`,
      this.around(this.#draw(breakers)),
    ]);
  }

  /** Lines of a CSV file. */
  rows(count: number): string {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = Array.from({ length: count }, () =>
      [
        this.around(this.pick(good.region)),
        this.around(this.pick(good.accountId)),
        this.around(this.pick(good.applicationId)),
      ]
        // A row of 80,000 characters takes longer and tests nothing more than one of 2,000.
        .map((text) => cell(text.slice(0, 2_000)))
        .join(','),
    );
    return ['region,accountId,applicationId', ...lines].join('\n');
  }
}

/** An entry of each list of the form that a field takes, and one that it refuses. */
const entries = {
  origins: [(index: number) => `https://www${index}.example.com`, () => 'www.example.com'],
  ipRanges: [(index: number) => `203.0.${index}.0/24`, (index: number) => `203.0.${index}.1/24`],
  otherApplications: [
    (index: number) => `${index + 0x10_00_00_00}-4b5a-6978-8796-a5b4c3d2e1f0`,
    (index: number) => `application ${index}`,
  ],
} as const;

/** Values for which the form shows as many lists, as long as a link or a draft can have them. */
export function longestLists(
  mode: 'web-experience' | 'api-only',
  isRefused: boolean,
): ReadonlyMap<string, string> {
  const values = new Map([
    ['region', 'us-east-1'],
    ['accountId', '445566778899'],
    ['applicationId', '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'],
    ['accessMode', mode],
    ...(mode === 'api-only'
      ? ([
          ['caller', 'lambda'],
          ['networkLimit', 'ip-range'],
        ] as const)
      : []),
  ]);
  for (let index = 0; index < MAX_ROWS; index += 1) {
    values.set(`tags.${index}.key`, isRefused ? `aws:${index}` : `key${index}`);
    values.set(`tags.${index}.value`, isRefused ? `\u{1F4A5}${index}` : `value${index}`);
    for (const list of [
      mode === 'api-only' ? 'ipRanges' : 'origins',
      'otherApplications',
    ] as const) {
      values.set(`${list}.${index}.value`, entries[list][isRefused ? 1 : 0](index));
    }
  }
  return values;
}

/** The fragment of the link that holds the values. */
export const linkOf = (values: ReadonlyMap<string, string>): string =>
  ['v1', ...[...values].map(([path, value]) => `${path}=${encodeURIComponent(value)}`)].join('&');
