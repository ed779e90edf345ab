import * as z from 'zod/mini';
import { cutText } from '../../iam/unseenCharacters';
import { withCallerOfVersion1 } from './callerOfVersion1';
import type { RoleFormValues } from './formValues';
import { MAX_DRAFTS, MAX_DRAFTS_LENGTH, MAX_TEXT_LENGTH } from '../textLimits';
import { visibleText } from './pastedText';
import { readRequestJson, type CleanedValue, type RequestJsonProblem } from './requestJson';

/** Form values that are kept under a name, in the browser's storage or in a file. */
export interface StoredDraft {
  /** Unique among the drafts that are kept together. */
  readonly id: string;
  /** Empty for the form of a tab, which nobody named. */
  readonly name: string;
  /** ISO 8601 in UTC: sorts as text. */
  readonly savedAt: string;
  readonly values: RoleFormValues;
  /** The rows of the table of applications, as JSON that is not validated yet; absent if there were none. */
  readonly rows?: unknown;
}

export type StoredDrafts =
  | {
      readonly ok: true;
      readonly drafts: readonly StoredDraft[];
      /** What could not be read and is at its default. */
      readonly problems: readonly RequestJsonProblem[];
      readonly cleaned: readonly CleanedValue[];
    }
  | {
      readonly ok: false;
      /**
       * `newer`: written by a later version of this page, which alone can read it. `too-long`: not
       * read at all.
       */
      readonly reason: 'no-json' | 'no-drafts' | 'newer' | 'too-long';
    };

const FORMAT = 'qbusiness-policies-drafts';
/** A change that old drafts would not survive takes a new number and a step in `migrations`. */
const VERSION = 1;

/** Characters. */
export const MAX_DRAFT_NAME = 80;

/** The name on one line, without invisible characters. */
export const cleanName = (name: string): string =>
  cutText(
    visibleText(name.slice(0, MAX_TEXT_LENGTH)).replace(/\s+/g, ' ').trim(),
    MAX_DRAFT_NAME,
  ).trimEnd();

/** Without line breaks once there are tables, whose rows would take twice the room. */
export function printDrafts(drafts: readonly StoredDraft[]): string {
  const indent = drafts.some(({ rows }) => rows !== undefined) ? undefined : 2;
  return `${JSON.stringify({ format: FORMAT, version: VERSION, drafts }, undefined, indent)}\n`;
}

/** Whether {@link readDrafts} will read so many drafts with so long a text again. */
export const mayBeRead = (drafts: readonly StoredDraft[], text: string): boolean =>
  drafts.length <= MAX_DRAFTS && text.length <= MAX_DRAFTS_LENGTH;

const envelope = z.object({
  format: z.literal(FORMAT),
  version: z.int().check(z.gte(1)),
  drafts: z.array(z.unknown()),
});

const draftForm = z.object({
  id: z.string().check(z.maxLength(100)),
  name: z.string(),
  savedAt: z.string().check(z.maxLength(40)),
  values: z.unknown(),
  rows: z.optional(z.unknown()),
});

/** Reads what {@link printDrafts} of this or an older version wrote. Nothing makes it throw. */
export function readDrafts(text: string): StoredDrafts {
  if (text.length > MAX_DRAFTS_LENGTH) return { ok: false, reason: 'too-long' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'no-json' };
  }
  const migrated = migrate(json);
  if (typeof migrated === 'string') return { ok: false, reason: migrated };
  // Reading only some of them would lose the others when the drafts are saved again.
  if (migrated.length > MAX_DRAFTS) return { ok: false, reason: 'too-long' };
  const drafts: StoredDraft[] = [];
  const problems: RequestJsonProblem[] = [];
  const cleaned: CleanedValue[] = [];
  for (const [index, item] of migrated.entries()) {
    const draft = draftForm.safeParse(item);
    if (!draft.success) {
      problems.push({ path: `drafts.${index}`, message: 'This is no draft' });
      continue;
    }
    const {
      values,
      problems: found,
      cleaned: taken,
    } = readRequestJson(withCallerOfVersion1(draft.data.values));
    drafts.push({ ...draft.data, name: cleanName(draft.data.name), values });
    problems.push(...found);
    cleaned.push(...taken);
  }
  return { ok: true, drafts, problems, cleaned };
}

/** The step at position n turns the drafts of version n into those of version n + 1. */
const migrations: readonly ((drafts: readonly unknown[]) => readonly unknown[])[] = [
  // Version 0 is a request file: the values alone.
  (requests) => requests.map((values) => ({ id: '', name: '', savedAt: '', values })),
];

function migrate(json: unknown): readonly unknown[] | 'no-drafts' | 'newer' {
  const found = envelope.safeParse(json);
  if (!found.success && !isRequest(json)) return 'no-drafts';
  const [version, drafts] = found.success ? [found.data.version, found.data.drafts] : [0, [json]];
  if (version > VERSION) return 'newer';
  return migrations.slice(version).reduce<readonly unknown[]>((older, step) => step(older), drafts);
}

/** At least the Region, which every request names. */
const isRequest = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'region' in json && !('format' in json);
