import {
  anyCharacter,
  anything,
  arnCharacter,
  type CharacterClass,
  digit,
  lowerLetter,
  nameCharacter,
  wordCharacter,
  alphanumeric,
} from './characters';
import { GlobBuilder, type Glob } from './glob';
import { textSet, type TextSet } from './textSet';

/** The texts of one kind as a set, with examples that people recognise. */
export interface Form {
  readonly set: TextSet;
  readonly examples: readonly string[];
}

const build = (source: string, add: (builder: GlobBuilder) => GlobBuilder): Glob =>
  add(new GlobBuilder()).build(source);

/** `us-east-1`: two to four letters, words, one digit. */
const region = (builder: GlobBuilder): GlobBuilder =>
  builder
    .step(lowerLetter)
    .step(lowerLetter)
    .loop(lowerLetter)
    .text('-')
    .step(lowerLetter)
    .loop(wordCharacter)
    .text('-')
    .step(digit);

const account = (builder: GlobBuilder): GlobBuilder => {
  for (let i = 0; i < 12; i += 1) builder.step(digit);
  return builder;
};

const nothing = (builder: GlobBuilder): GlobBuilder => builder;

const partition = (builder: GlobBuilder): GlobBuilder =>
  builder.text('arn:aws').loop(wordCharacter).text(':');

const service = (builder: GlobBuilder): GlobBuilder =>
  builder.step(lowerLetter).loop(wordCharacter).text(':');

function arnGlobs(character: CharacterClass, rest: CharacterClass): readonly Glob[] {
  const accounts = [account, nothing, (builder: GlobBuilder) => builder.text('aws')];
  return [region, nothing].flatMap((where) =>
    accounts.map((whose) =>
      build('an ARN', (builder) => {
        service(partition(builder));
        where(builder).text(':');
        return whose(builder).text(':').step(character).loop(rest);
      }),
    ),
  );
}

const arnExamples = [
  'arn:aws:s3:::example-bucket/example-key',
  'arn:aws:sqs:us-east-1:111122223333:example',
  'arn:aws:sqs:us-west-2:444455556666:example',
  'arn:aws:iam::111122223333:role/Example',
  'arn:aws:iam::444455556666:role/Example',
];

/** Any ARN: its partition, Region and account have the form of one, or are left out. */
export const arnForm: Form = {
  set: textSet(arnGlobs(arnCharacter, arnCharacter)),
  examples: arnExamples,
};

/** An ARN, or `*` for an action that takes no resource. */
export const resourceForm: Form = {
  set: textSet([...arnGlobs(anyCharacter, anything), build('*', (builder) => builder.text('*'))]),
  examples: [...arnExamples, '*'],
};

export const accountForm: Form = {
  set: textSet([build('an account', account)]),
  examples: ['444455556666', '111122223333', '777788889999'],
};

export const regionForm: Form = {
  set: textSet([build('a Region', region)]),
  examples: ['us-east-1', 'eu-west-1', 'us-west-2'],
};

const organisation = (builder: GlobBuilder): GlobBuilder => {
  builder.text('o-');
  for (let i = 0; i < 10; i += 1) builder.step(alphanumeric);
  return builder.loop(alphanumeric);
};

export const organisationForm: Form = {
  set: textSet([build('an organisation', organisation)]),
  examples: ['o-exampleorg1', 'o-otherorg999'],
};

/** In lower case, as action names do not tell cases apart. */
export const actionForm: Form = {
  set: textSet([
    build('an action', (builder) =>
      builder.step(lowerLetter).loop(wordCharacter).text(':').step(lowerLetter).loop(wordCharacter),
    ),
  ]),
  examples: ['s3:getobject', 'iam:passrole', 'sqs:sendmessage', 'sts:assumerole'],
};

/** The ARN of a role or a user. */
export const identityForm = (type: 'role' | 'user'): Form => ({
  set: textSet([
    build(`a ${type}`, (builder) => {
      partition(builder).text('iam::');
      return account(builder).text(`:${type}/`).step(nameCharacter).loop(nameCharacter);
    }),
  ]),
  examples: ['444455556666', '111122223333', '777788889999'].map(
    (id) => `arn:aws:iam::${id}:${type}/Example`,
  ),
});

/** A value in a list of values; IAM takes an empty text for no value. */
export const anyMember: Form = {
  set: textSet([build('any text', (builder) => builder.step(anyCharacter).loop(anything))]),
  examples: ['example', 'other', 'x'],
};

export const booleanForm: Form = {
  set: textSet(['true', 'false'].map((text) => build(text, (builder) => builder.text(text)))),
  examples: ['true', 'false'],
};

/** The ARNs whose account is in the set. */
export function withAccountIn(accounts: TextSet): TextSet {
  return textSet(accounts.globs.map(inAccountPart));
}

/** Turns the glob of an account ID into a glob of the ARNs of that account. */
function inAccountPart(glob: Glob): Glob {
  const builder = new GlobBuilder().text('arn:').loop(wordCharacter).text(':').loop(wordCharacter);
  builder.text(':').loop(wordCharacter).text(':');
  glob.loops.forEach((loop, i) => {
    if (loop) builder.loop(digit);
    const step = glob.steps[i];
    if (step) builder.step(step.id === anyCharacter.id ? digit : step);
  });
  return builder.text(':').loop(anything).build(`of account ${glob.source}`);
}

/** ARNs without an account, as those of buckets. */
export const accountlessArnForm: Form = {
  set: textSet([
    build('an ARN without account', (builder) =>
      service(partition(builder)).text('::').step(anyCharacter).loop(anything),
    ),
    build('an ARN without account', (builder) =>
      region(service(partition(builder)))
        .text('::')
        .step(anyCharacter)
        .loop(anything),
    ),
  ]),
  examples: arnExamples.slice(0, 1),
};

export const accountlessResourceForm: Form = {
  set: textSet([...accountlessArnForm.set.globs, build('*', (builder) => builder.text('*'))]),
  examples: [...accountlessArnForm.examples, '*'],
};

/** The value of a key: an ARN that names an account. */
export const accountKeyForm: Form = {
  set: textSet(
    arnGlobs(arnCharacter, arnCharacter).filter(({ steps }) =>
      steps.some(({ id }) => id === digit.id),
    ),
  ),
  examples: arnExamples.slice(1),
};

/** ARNs that name an account. */
export const accountArnForm: Form = {
  set: withAccountIn(accountForm.set),
  examples: arnExamples.slice(1),
};
