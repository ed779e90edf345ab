import type { Artifact } from '../exporters/artifact';
import type { RolePlan } from '../qbusiness/plan';
import { PlanGroups, type PlanGroup } from './standIns';
import { StampedFile } from './stampedFile';
import { TextStamp } from './stampedText';

/** What was printed for a group; `none` where its texts are not alike. */
interface GroupStamps {
  readonly texts: Map<string, TextStamp | 'none'>;
  files: readonly StampedFile[] | 'none' | undefined;
}

/**
 * Prints what each plan of a batch needs, and what is equal but for the values of its row only once.
 * The first text of every group is compared with what is printed for its plan: where they differ,
 * each plan of the group is printed by itself.
 */
export class BatchPrinter {
  readonly #groups = new PlanGroups();
  readonly #stamps = new Map<PlanGroup, GroupStamps>();

  /**
   * What `print` makes of the plan and further values.
   *
   * @param what tells this text of a plan from its other texts
   * @param values further values such as a number, each of which `print` copies as it is
   */
  text(
    plan: RolePlan,
    what: string,
    print: (plan: RolePlan, ...values: readonly string[]) => string,
    values: readonly string[] = [],
  ): string {
    const grouped = this.#groups.of(plan);
    if (grouped === undefined) return print(plan, ...values);
    const { group, values: own } = grouped;
    const { texts } = this.#stampsOf(group);
    let stamp = texts.get(what);
    if (stamp === undefined) {
      const places = values.map((_, index) => `ZqPlace${index}Qz`);
      const text = print(group.plan, ...places);
      const made = new TextStamp(text, [...group.standIns, ...places]);
      stamp = made.textWith([...own, ...values]) === print(plan, ...values) ? made : 'none';
      texts.set(what, stamp);
    }
    return stamp === 'none' ? print(plan, ...values) : stamp.textWith([...own, ...values]);
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
    const stamps = this.#stampsOf(group);
    if (stamps.files === undefined) {
      const made = render(group.plan).map((file) => new StampedFile(file, group.standIns));
      stamps.files = areAlike(
        made.map((file) => file.artifact('', values)),
        render(plan),
      )
        ? made
        : 'none';
    }
    return stamps.files === 'none'
      ? placed()
      : stamps.files.map((file) => file.artifact(`${folder}/`, values));
  }

  #stampsOf(group: PlanGroup): GroupStamps {
    const known = this.#stamps.get(group);
    if (known) return known;
    const stamps: GroupStamps = { texts: new Map(), files: undefined };
    this.#stamps.set(group, stamps);
    return stamps;
  }
}

const areAlike = (some: readonly Artifact[], others: readonly Artifact[]): boolean =>
  some.length === others.length &&
  some.every(({ path, contents }, index) => {
    const other = others[index];
    return other !== undefined && other.path === path && other.contents === contents;
  });
