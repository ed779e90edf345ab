import { yamlMap } from '../exporters/cloudFormation';
import { equals, not, type TemplateValue } from '../exporters/cloudFormationTemplate';
import { printYaml } from '../syntax/yaml';
import { StackSetMapping, type Slot } from './stackSetMapping';
import { TextStamp } from './stampedText';
import {
  isIntrinsic,
  isList,
  isMap,
  mapValues,
  printBelow,
  type TemplateMap,
} from './templateValues';

interface NumberedMapping {
  readonly number: string;
  readonly mapping: StackSetMapping;
  readonly isEverywhere: boolean;
}

/** The template of a StackSet: its resources, and for each of its accounts a row in the mappings. */
export class NumberedTemplate {
  /** In YAML, below their key. */
  readonly resources: string;
  /** Characters that the rows of the mappings have at least: most of a template for many accounts. */
  readonly rowsLength: number;
  readonly #accountIds: readonly string[];
  readonly #conditions: string;
  readonly #mappings: readonly NumberedMapping[];

  /**
   * @param slots whose resources have names that end with 0, in place of the number
   * @param accountIds in the order of the rows
   */
  constructor(slots: readonly Slot[], accountIds: readonly string[]) {
    this.#accountIds = accountIds;
    const printer = new NumberedPrinter();
    const mappings: NumberedMapping[] = [];
    let conditions = '';
    let resources = '';
    let rowsLength = 0;
    for (const [index, slot] of slots.entries()) {
      const number = String(index + 1);
      // One account alone needs its row too: elsewhere the look-up fails, and nothing is created.
      const isEverywhere = slot.size === accountIds.length && slot.size > 1;
      const mapping = new StackSetMapping(slot);
      const { merged } = mapping;
      if (!isMap(merged)) continue;
      mappings.push({ number, mapping, isEverywhere });
      rowsLength += mapping.leastLength(accountIds.length, isEverywhere);
      if (!isEverywhere) {
        conditions += printer.text('condition', number, (place) => ({
          [`HasRole${place}`]: not([equals([renumbered(mapping.find('Present'), place), 'no'])]),
        }));
      }
      resources += printer.text(`${isEverywhere} ${JSON.stringify(merged)}`, number, (place) =>
        Object.fromEntries(
          Object.entries(merged).map(([name, resource]) => [
            name.replace(/0$/, place),
            conditional(renumbered(resource, place), isEverywhere ? undefined : `HasRole${place}`),
          ]),
        ),
      );
    }
    this.#mappings = mappings;
    this.#conditions = conditions;
    this.resources = resources;
    this.rowsLength = rowsLength;
  }

  print(): string {
    const mappings = this.#mappings
      .map(({ number, mapping, isEverywhere }) => {
        const rows = mapping.printRows(this.#accountIds, isEverywhere);
        return rows === '' ? '' : `  Values${number}:\n${rows}`;
      })
      .join('');
    return [
      printYaml(
        yamlMap({
          AWSTemplateFormatVersion: '2010-09-09',
          Description:
            'IAM roles for anonymous access to Amazon Q Business; each account chooses its rows',
        }),
      ),
      ...(mappings === '' ? [] : ['Mappings:\n', mappings]),
      ...(this.#conditions === '' ? [] : ['Conditions:\n', this.#conditions]),
      'Resources:\n',
      this.resources,
    ].join('');
  }
}

/** Prints values that differ in nothing but a number only once. */
class NumberedPrinter {
  readonly #stamps = new Map<string, TextStamp | 'none'>();

  /** @param key tells the values from others, but for the number */
  text(key: string, number: string, make: (number: string) => TemplateMap): string {
    let stamp = this.#stamps.get(key);
    if (stamp === undefined) {
      const place = 'ZqNumberQz';
      const made = new TextStamp(printBelow(make(place)), [place]);
      // They are not alike where a text of the user is the place.
      stamp = made.textWith([number]) === printBelow(make(number)) ? made : 'none';
      this.#stamps.set(key, stamp);
    }
    return stamp === 'none' ? printBelow(make(number)) : stamp.textWith([number]);
  }
}

function conditional(resource: TemplateValue, condition: string | undefined): TemplateValue {
  if (condition === undefined || !isMap(resource)) return resource;
  const { Type, ...rest } = resource;
  return { ...(Type !== undefined && { Type }), Condition: condition, ...rest };
}

/** The value with the number in place of the 0 with which names of resources and mappings end. */
function renumbered(value: TemplateValue, number: string): TemplateValue {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((part) => renumbered(part, number));
  if (isIntrinsic(value)) {
    const { intrinsic, argument } = value;
    if (argument === 'Role0') return { intrinsic, argument: `Role${number}` };
    if (intrinsic !== 'Fn::FindInMap' || typeof argument === 'string') return value;
    return { intrinsic, argument: [`Values${number}`, ...argument.slice(1)] };
  }
  return isMap(value) ? mapValues(value, (part) => renumbered(part, number)) : value;
}
