import { ref, type TemplateValue } from '../exporters/cloudFormationTemplate';
import { quoteYaml } from '../syntax/yaml';
import { TextStamp } from './stampedText';
import { isIntrinsic, isList, isMap, printBelow, type TemplateMap } from './templateValues';

/** The role of one place in the template: at most one of each account, all of one structure. */
export type Slot = ReadonlyMap<string, TemplateMap>;

interface Column {
  readonly name: string;
  /** In the order of the accounts of the slot. */
  readonly values: readonly string[];
}

/**
 * The mapping of one slot: the texts in which its roles differ, a row for each account.
 */
export class StackSetMapping {
  readonly #places: ReadonlyMap<string, number>;
  readonly #accountIds: readonly string[];
  /** By their values: equal columns are one. */
  readonly #columns = new Map<string, Column>();
  /** What stands for all accounts, with functions that look up what differs. */
  readonly merged: TemplateValue;

  /** @param slot whose resources have names that end with 0, in place of a number */
  constructor(slot: Slot) {
    this.#accountIds = [...slot.keys()];
    this.#places = new Map(this.#accountIds.map((accountId, place) => [accountId, place]));
    this.merged = this.#merge([...slot.values()], []);
  }

  find(column: string): TemplateValue {
    return { intrinsic: 'Fn::FindInMap', argument: ['Values0', ref('AWS::AccountId'), column] };
  }

  #merge(values: readonly TemplateValue[], path: readonly string[]): TemplateValue {
    const [first] = values;
    if (first === undefined) return '';
    if (typeof first !== 'object') {
      if (values.every((value) => value === first) && values.length > 1) return first;
      const texts = values.map((value) => (typeof value === 'object' ? '' : String(value)));
      if (texts.every((text, index) => text === this.#accountIds[index])) {
        return ref('AWS::AccountId');
      }
      return values.length === 1 ? first : this.find(this.#column(texts, path));
    }
    if (isIntrinsic(first)) return first;
    if (isList(first)) {
      return first.map((_, index) =>
        this.#merge(
          values.map((value) =>
            typeof value === 'object' && isList(value) ? (value[index] ?? '') : '',
          ),
          path,
        ),
      );
    }
    return Object.fromEntries(
      Object.keys(first).map((key) => [
        key,
        this.#merge(
          values.map((value) => (isMap(value) ? (value[key] ?? '') : '')),
          [...path, key],
        ),
      ]),
    );
  }

  /** The name of the column with these values. */
  #column(values: readonly string[], path: readonly string[]): string {
    const key = JSON.stringify(values);
    const known = this.#columns.get(key);
    if (known) return known.name;
    const base = (path.at(-1) ?? '').replaceAll(/[^A-Za-z0-9]/g, '') || 'Value';
    const names = new Set([...this.#columns.values()].map(({ name }) => name));
    let name = base;
    for (let number = 2; names.has(name); number += 1) name = `${base}${number}`;
    this.#columns.set(key, { name, values });
    return name;
  }

  /** Characters that the rows of so many accounts have at least. */
  leastLength(accounts: number, isEverywhere: boolean): number {
    const columns = [...this.#columns.values()];
    if (columns.length === 0 && isEverywhere) return 0;
    const names = columns.reduce((sum, { name }) => sum + name.length + 11, 0);
    const values = columns.reduce(
      (sum, column) => column.values.reduce((length, value) => length + value.length, sum),
      0,
    );
    return values + accounts * (names + 20 + (isEverywhere ? 0 : 20));
  }

  /**
   * The rows in YAML, without the name of the mapping; empty where the roles are all alike.
   *
   * @param isEverywhere whether every account has the role: otherwise a column says so
   */
  printRows(accountIds: readonly string[], isEverywhere: boolean): string {
    const columns = [...this.#columns.values()];
    if (columns.length === 0 && isEverywhere) return '';
    const stamp = rowStamp([
      ...(isEverywhere ? [] : ['Present']),
      ...columns.map(({ name }) => name),
    ]);
    let rows = '';
    for (const accountId of accountIds) {
      const place = this.#places.get(accountId);
      const values = [accountId];
      if (!isEverywhere) values.push(place === undefined ? 'no' : 'yes');
      for (const column of columns) {
        values.push(place === undefined ? '-' : (column.values[place] ?? '-'));
      }
      rows += stamp.textWith(values.map(quoteYaml));
    }
    return rows;
  }
}

/** A row of a mapping with places for the account and the values of these columns, in quotes. */
function rowStamp(columns: readonly string[]): TextStamp {
  const account = '000000000000';
  const places = columns.map((_, index) => `zqValue${index}qz`);
  const row = Object.fromEntries(columns.map((name, index) => [name, places[index] ?? '']));
  const text = printBelow({ Values: { [account]: row } });
  return new TextStamp(text.slice(text.indexOf('\n') + 1), [account, ...places].map(quoteYaml));
}
