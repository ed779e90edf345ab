import type { Artifact } from '../exporters/artifact';
import type { RolePlan } from '../qbusiness/plan';
import { PlanGroups } from './standIns';
import { StampedFile } from './stampedFile';
import { TextStamp } from './stampedText';

/**
 * Prints what each plan of a batch needs, and what is equal but for the values of its row only once.
 * The first text of every group is compared with what is printed for its plan: where they differ,
 * each plan of the group is printed by itself.
 */
export class BatchPrinter {
  readonly #groups = new PlanGroups();
  readonly #texts = new Map<string, TextStamp | 'none'>();
  readonly #files = new Map<string, readonly StampedFile[] | 'none'>();

  /**
   * The text of `print` for the plan.
   *
   * @param what tells this text of a plan from its others
   * @param places texts that `print` puts where more `values` belong, such as a number
   */
  text(
    plan: RolePlan,
    what: string,
    print: (plan: RolePlan) => string,
    places: readonly string[] = [],
    values: readonly string[] = [],
  ): string {
    const grouped = this.#groups.of(plan);
    if (grouped === undefined) return new TextStamp(print(plan), places).fill(values);
    const { group, values: own } = grouped;
    const key = `${what} ${group.key}`;
    let stamp = this.#texts.get(key);
    if (stamp === undefined) {
      const made = new TextStamp(print(group.plan), [...group.standIns, ...places]);
      stamp = made.fill([...own, ...places]) === print(plan) ? made : 'none';
      this.#texts.set(key, stamp);
    }
    return stamp === 'none'
      ? new TextStamp(print(plan), places).fill(values)
      : stamp.fill([...own, ...values]);
  }

  /** The files of `render` for the plan, in a folder. */
  files(
    plan: RolePlan,
    folder: string,
    render: (plan: RolePlan) => readonly Artifact[],
  ): readonly Artifact[] {
    const placed = (): readonly Artifact[] =>
      render(plan).map((file) => ({ ...file, path: `${folder}/${file.path}` }));
    const grouped = this.#groups.of(plan);
    if (grouped === undefined) return placed();
    const { group, values } = grouped;
    let stamped = this.#files.get(group.key);
    if (stamped === undefined) {
      const made = render(group.plan).map((file) => new StampedFile(file, group.standIns));
      stamped = areAlike(
        made.map((file) => file.artifact('', values)),
        render(plan),
      )
        ? made
        : 'none';
      this.#files.set(group.key, stamped);
    }
    return stamped === 'none'
      ? placed()
      : stamped.map((file) => file.artifact(`${folder}/`, values));
  }
}

const areAlike = (some: readonly Artifact[], others: readonly Artifact[]): boolean =>
  some.length === others.length &&
  some.every(({ path, contents }, index) => {
    const other = others[index];
    return other !== undefined && other.path === path && other.contents === contents;
  });
