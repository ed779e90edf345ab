import type {
  DocumentPath,
  Located,
  PatternList,
  PrincipalKind,
  AnyPrincipal,
  PrincipalList,
  AnyCondition,
  AnyStatement,
  AnyPolicyDocument,
  StructuralIssueCode,
  StructuralIssue,
  ParsedPolicy,
} from './anyPolicy';
import type { Effect } from './document';
import { nameInWords } from '../words/names';
import { isUnknownValue } from './unknownValue';

export type {
  DocumentPath,
  Located,
  PatternList,
  AnyPrincipal,
  PrincipalList,
  AnyCondition,
  AnyStatement,
  AnyPolicyDocument,
  StructuralIssue,
  ParsedPolicy,
} from './anyPolicy';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const documentElements: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement']);
export const statementElements: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);
const principalKeys: ReadonlySet<string> = new Set([
  'AWS',
  'Service',
  'Federated',
  'CanonicalUser',
]);

/**
 * Reads a policy document from a parsed JSON value. Takes any value: what cannot be read is an issue.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(value: unknown): ParsedPolicy {
  const reader = new PolicyReader();
  const document = reader.readDocument(value);
  return { document, issues: reader.issues };
}

class PolicyReader {
  readonly issues: StructuralIssue[] = [];
  /** How many elements are filled in later. */
  private open = 0;

  readDocument(value: unknown): AnyPolicyDocument {
    if (!isJsonObject(value)) {
      this.report('DATA_TYPE_MISMATCH', [], 'A policy document is a JSON object.');
      return { statements: [], elements: [], understood: false };
    }
    const elements = Object.keys(value);
    this.reportUnknownElements(elements, documentElements, []);
    const version = this.readText(value, 'Version', []);
    const id = this.readText(value, 'Id', []);
    const statements = this.readStatements(value);
    return {
      ...(version && { version }),
      ...(id && { id }),
      statements,
      elements,
      understood: this.issues.length === 0 && this.open === 0,
    };
  }

  private readStatements(document: JsonObject): readonly AnyStatement[] {
    if (!Object.hasOwn(document, 'Statement')) return [];
    const value = document['Statement'];
    const listed = Array.isArray(value);
    const statements: readonly unknown[] = listed ? value : [value];
    return statements.map((statement, i) =>
      this.readStatement(statement, listed ? ['Statement', i] : ['Statement']),
    );
  }

  private readStatement(value: unknown, at: DocumentPath): AnyStatement {
    const issuesBefore = this.issues.length;
    if (!isJsonObject(value)) {
      if (!this.isOpen(value)) {
        this.report('DATA_TYPE_MISMATCH', at, 'A statement is a JSON object.');
      }
      return { at, conditions: [], elements: [], understood: false };
    }
    const openBefore = this.open;
    const elements = Object.keys(value);
    this.reportUnknownElements(elements, statementElements, at);
    const sid = this.readText(value, 'Sid', at);
    const effect = this.readEffect(value, at);
    const action = this.readPatterns(value, 'Action', at);
    const resource = this.readPatterns(value, 'Resource', at);
    const principal = this.readPrincipals(value, at);
    const conditions = this.readConditions(value, at);
    return {
      at,
      ...(sid && { sid }),
      ...(effect && { effect }),
      ...(action && { action }),
      ...(resource && { resource }),
      ...(principal && { principal }),
      conditions,
      elements,
      understood: this.issues.length === issuesBefore && this.open === openBefore,
    };
  }

  private readText(owner: JsonObject, name: string, at: DocumentPath): Located | undefined {
    if (!Object.hasOwn(owner, name)) return undefined;
    const value = owner[name];
    if (typeof value === 'string') return { value, at: [...at, name] };
    this.report('DATA_TYPE_MISMATCH', [...at, name], `${name} is a text.`);
    return undefined;
  }

  private readEffect(statement: JsonObject, at: DocumentPath): Located<Effect> | undefined {
    const text = this.readText(statement, 'Effect', at);
    if (text === undefined) return undefined;
    if (text.value === 'Allow' || text.value === 'Deny') return { value: text.value, at: text.at };
    if (this.isOpen(text.value)) return undefined;
    this.report('INVALID_EFFECT', text.at, 'Effect is exactly Allow or Deny.');
    return undefined;
  }

  /** The element that is there; if both are, the plain one, and an issue. */
  private chooseElement(
    statement: JsonObject,
    name: string,
    at: DocumentPath,
  ): { readonly value: unknown; readonly at: DocumentPath; readonly negated: boolean } | undefined {
    const negatedName = `Not${name}`;
    const plain = Object.hasOwn(statement, name);
    const negated = Object.hasOwn(statement, negatedName);
    if (!plain && !negated) return undefined;
    if (plain && negated) {
      this.report(
        'UNSUPPORTED_ELEMENT_COMBINATION',
        [...at, negatedName],
        `${name} and ${negatedName} exclude each other.`,
      );
    }
    const chosen = plain ? name : negatedName;
    return { value: statement[chosen], at: [...at, chosen], negated: !plain };
  }

  private readPatterns(
    statement: JsonObject,
    name: 'Action' | 'Resource',
    at: DocumentPath,
  ): PatternList | undefined {
    const element = this.chooseElement(statement, name, at);
    if (!element) return undefined;
    const entries = this.readTexts(element.value, element.at);
    return { at: element.at, negated: element.negated, entries };
  }

  /** A text or a list of texts; everything else is an issue. */
  private readTexts(value: unknown, at: DocumentPath): readonly Located[] {
    if (typeof value === 'string') return [{ value, at }];
    if (!Array.isArray(value)) {
      this.report('DATA_TYPE_MISMATCH', at, 'A text or a list of texts stands here.');
      return [];
    }
    const entries: Located[] = [];
    for (const [i, entry] of (value as readonly unknown[]).entries()) {
      if (typeof entry === 'string') entries.push({ value: entry, at: [...at, i] });
      else this.report('DATA_TYPE_MISMATCH', [...at, i], 'A text stands here.');
    }
    return entries;
  }

  private readPrincipals(statement: JsonObject, at: DocumentPath): PrincipalList | undefined {
    const element = this.chooseElement(statement, 'Principal', at);
    if (!element) return undefined;
    const { value, negated } = element;
    if (value === '*') {
      const anyone: AnyPrincipal = { kind: 'Anyone', value, at: element.at };
      return { at: element.at, negated, entries: [anyone] };
    }
    if (!isJsonObject(value)) {
      if (this.isOpen(value)) return { at: element.at, negated, entries: [] };
      this.report(
        'INVALID_PRINCIPAL_FORMAT',
        element.at,
        'A principal is written with its key, for example {"AWS": "111122223333"}.',
      );
      return { at: element.at, negated, entries: [] };
    }
    const entries: AnyPrincipal[] = [];
    for (const key of Object.keys(value)) {
      const keyAt = [...element.at, key];
      if (!isPrincipalKey(key)) {
        this.report(
          'INVALID_PRINCIPAL_KEY',
          keyAt,
          `${nameInWords(key)} is no kind of principal; AWS, Service, Federated and CanonicalUser are.`,
        );
        continue;
      }
      for (const entry of this.readTexts(value[key], keyAt)) {
        entries.push({ kind: key, ...entry });
      }
    }
    return { at: element.at, negated, entries };
  }

  private readConditions(statement: JsonObject, at: DocumentPath): readonly AnyCondition[] {
    if (!Object.hasOwn(statement, 'Condition')) return [];
    const block = statement['Condition'];
    const blockAt = [...at, 'Condition'];
    if (!isJsonObject(block)) {
      if (!this.isOpen(block)) {
        this.report('DATA_TYPE_MISMATCH', blockAt, 'Condition is a JSON object.');
      }
      return [];
    }
    const conditions: AnyCondition[] = [];
    for (const operator of Object.keys(block)) {
      const operatorAt = [...blockAt, operator];
      const tests = block[operator];
      if (!isJsonObject(tests)) {
        if (this.isOpen(tests)) continue;
        this.report(
          'DATA_TYPE_MISMATCH',
          operatorAt,
          isConditionKey(operator)
            ? `${operator} is a condition key: put it inside an operator, such as StringEquals.`
            : `${nameInWords(operator)} holds condition keys.`,
        );
        continue;
      }
      for (const key of Object.keys(tests)) {
        const keyAt = [...operatorAt, key];
        const values = this.readConditionValues(tests[key], keyAt);
        conditions.push({ operator, operatorAt, key, at: keyAt, values });
      }
    }
    return conditions;
  }

  private readConditionValues(value: unknown, at: DocumentPath): readonly Located[] {
    if (isScalar(value)) return [{ value: String(value), at }];
    if (!Array.isArray(value)) {
      this.report('DATA_TYPE_MISMATCH', at, 'A condition value is a text or a list of texts.');
      return [];
    }
    const values: Located[] = [];
    for (const [i, entry] of (value as readonly unknown[]).entries()) {
      if (isScalar(entry)) values.push({ value: String(entry), at: [...at, i] });
      else this.report('DATA_TYPE_MISMATCH', [...at, i], 'A condition value is a text.');
    }
    return values;
  }

  private reportUnknownElements(
    elements: readonly string[],
    known: ReadonlySet<string>,
    at: DocumentPath,
  ): void {
    for (const element of elements) {
      if (known.has(element)) continue;
      this.report(
        'INVALID_POLICY_ELEMENT',
        [...at, element],
        `${nameInWords(element)} is no element of a policy.`,
      );
    }
  }

  /** Notes that an element is filled in later, so that its statement is not known in full. */
  private isOpen(value: unknown): boolean {
    const isOpen = isFilledIn(value);
    if (isOpen) this.open += 1;
    return isOpen;
  }

  private report(code: StructuralIssueCode, at: DocumentPath, message: string): void {
    this.issues.push({ code, at, message });
  }
}

/** `aws:PrincipalTag/team`, where `ForAnyValue:StringEquals` should stand. */
const isConditionKey = (text: string): boolean =>
  text.includes(':') && !/^For(?:All|Any)Values?:/i.test(text);

function isPrincipalKey(key: string): key is Exclude<PrincipalKind, 'Anyone'> {
  return principalKeys.has(key);
}

/** Stands for an element that a tool makes, such as a list of statements. */
const isFilledIn = (value: unknown): boolean => typeof value === 'string' && isUnknownValue(value);

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
