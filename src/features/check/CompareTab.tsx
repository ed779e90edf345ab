import { styled } from '@mui/material/styles';
import { useId, useMemo, useState } from 'react';
import type { ComparedPair, PairVerdict } from '@/documents/compareTexts';
import { planRole } from '@/qbusiness/plan';
import type { RoleTemplate } from '@/qbusiness/request';
import { checkSession, useCheckSession, type ComparedSide } from '@/state/check/checkSession';
import type { CheckInput, CompareInput, CompareSide } from '@/state/check/checkTasks';
import { planTexts } from '@/state/check/planTexts';
import type { RoleSummary } from '@/state/check/roleReports';
import { useTask } from '@/state/worker/useTask';
import type { Tone } from '@/theme/tokens';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import { IconButton } from '@/ui/IconButton';
import { Notice } from '@/ui/Notice';
import { SelectInput } from '@/ui/SelectInput';
import { StatusChip } from '@/ui/StatusChip';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { WordBreaks } from '@/ui/WordBreaks';
import { counted, firstOf } from '@/words/counts';
import { ComparedDocuments } from './ComparedDocuments';
import { nameOfRole } from './roleNames';
import { TaskNotice } from '@/panels/tasks/TaskNotice';

const Sides = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)',
  alignItems: 'end',
  gap: theme.spacing(1),
}));

const Verdict = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1),
  '& > h2': {
    ...theme.typography.h3,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  '& li': { display: 'flex', alignItems: 'flex-start', gap: theme.spacing(1) },
  '& li > .MuiChip-root': { flex: '0 0 auto' },
  '& li > span:last-child': { minInlineSize: 0, overflowWrap: 'anywhere' },
  '& > p': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
}));

const Sentences = styled('ul')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(0.75),
  padding: 0,
  listStyle: 'none',
}));

/** More tell nothing that the documents below do not. */
const mostSentences = 40;

const form = 'form';
const valueOf = (side: ComparedSide): string => (side === form ? form : `role ${side.role}`);
const sideOf = (value: string): ComparedSide =>
  value === form ? form : { role: value.slice('role '.length) };

interface CompareTabProps {
  readonly input: CheckInput;
  readonly roles: readonly RoleSummary[];
  readonly shown: RoleSummary | undefined;
  readonly template: RoleTemplate;
  /** The number of missing values in the form. */
  readonly missing: number;
  readonly monaco: MonacoMode;
}

/** Compares two roles, of which one may be that of the form: old on the left, new on the right. */
export function CompareTab(props: CompareTabProps) {
  const { input, roles, shown, template, missing, monaco } = props;
  const session = useCheckSession();
  const idBase = useId();
  const [chosen, setChosen] = useState('0');
  const isThere = (side: ComparedSide | undefined): side is ComparedSide =>
    side === form || (side !== undefined && roles.some(({ key }) => key === side.role));
  const before: ComparedSide = isThere(session.before)
    ? session.before
    : { role: shown?.key ?? '' };
  const after: ComparedSide = isThere(session.after) ? session.after : form;
  const formTexts = useMemo(() => planTexts(planRole(template)), [template]);
  const question = useMemo((): CompareInput => {
    const asked = (side: ComparedSide): CompareSide =>
      side === form ? { documents: formTexts } : side;
    return {
      ...input,
      before: asked(before),
      after: asked(after),
      names: { before: 'the old role', after: 'the new role' },
    };
    // By value, because the sides are new objects at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [input, formTexts, valueOf(before), valueOf(after)]);
  const state = useTask('compare', question);
  const pairs = state.answered?.answer.pairs ?? [];
  const pair = pairs[Number(chosen)] ?? pairs[0];
  const position = pair ? String(pairs.indexOf(pair)) : '0';
  const names = new Map(roles.map((role) => [role.key, nameOfRole(role)]));
  const nameOf = (side: ComparedSide) =>
    side === form ? 'The form’s role' : (names.get(side.role) ?? 'The role');
  const options = [
    ...roles.map(({ key }) => ({ value: `role ${key}`, label: names.get(key) ?? key })),
    { value: form, label: 'The form’s role' },
  ];
  return (
    <>
      <Sides>
        <SelectInput
          label="Old"
          options={options}
          value={valueOf(before)}
          onChange={({ target }) => checkSession.compare({ before: sideOf(target.value) })}
        />
        <IconButton
          icon="swap"
          label="Swap old and new"
          onClick={() => checkSession.compare({ before: after, after: before })}
        />
        <SelectInput
          label="New"
          options={options}
          value={valueOf(after)}
          onChange={({ target }) => checkSession.compare({ after: sideOf(target.value) })}
        />
      </Sides>
      {missing > 0 && (before === form || after === form) && (
        <Notice tone="info">
          The form still lacks {missing === 1 ? 'a value' : counted(missing, 'value')}: its
          placeholders count as other text.
        </Notice>
      )}
      <TaskNotice state={state} doing="Comparing" />
      {pair && (
        <>
          <Tabs
            label="Compared documents"
            idBase={idBase}
            tabs={pairs.map(({ label }, i) => ({ id: String(i), label }))}
            selected={position}
            onSelect={setChosen}
          />
          <TabPanel idBase={idBase} tab={position} focusable={false}>
            <PairVerdictView pair={pair} />
            <ComparedDocuments
              before={pair.before}
              after={pair.after}
              beforeName={nameOf(before)}
              afterName={nameOf(after)}
              monaco={monaco}
            />
          </TabPanel>
        </>
      )}
    </>
  );
}

const chips: Readonly<Record<PairVerdict, readonly (readonly [string, Tone | 'neutral'])[]>> = {
  same: [['Same', 'neutral']],
  formatting: [['Same', 'neutral']],
  more: [['Broader', 'security']],
  less: [['Narrower', 'info']],
  both: [
    ['Broader', 'security'],
    ['Narrower', 'info'],
  ],
  notDecided: [['Not decided', 'warning']],
  onlyBefore: [['Only in old', 'neutral']],
  onlyAfter: [['Only in new', 'neutral']],
};

function PairVerdictView({ pair }: { readonly pair: ComparedPair }) {
  const { verdict, summary, more, less, refusals, undecided, assumption } = pair;
  const sentences = [
    ...more.map((text) => ['Broader', 'security', text] as const),
    ...less.map((text) => ['Narrower', 'info', text] as const),
    ...refusals.map((text) => ['Refused', 'neutral', text] as const),
    ...undecided.map((text) => ['Not decided', 'warning', text] as const),
  ];
  const listed = firstOf(sentences, mostSentences);
  return (
    <Verdict role="status">
      <h2>
        {chips[verdict].map(([word, tone]) => (
          <StatusChip key={word} tone={tone}>
            {word}
          </StatusChip>
        ))}
        {summary}
      </h2>
      {sentences.length > 0 && (
        <Sentences role="list">
          {listed.shown.map(([word, tone, text], position) => (
            <li key={position}>
              <StatusChip tone={tone}>{word}</StatusChip>
              <span>
                <WordBreaks>{text}</WordBreaks>
              </span>
            </li>
          ))}
        </Sentences>
      )}
      {listed.more !== undefined && <p>and {listed.more} differences</p>}
      {assumption !== undefined && <p>{assumption}</p>}
    </Verdict>
  );
}
