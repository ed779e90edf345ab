import { startTransition, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import { styled } from '@mui/material/styles';
import type { GridRowSelectionModel } from '@mui/x-data-grid';
import { ownValues, type BatchColumn, type BatchRow } from '@/batch/batchRow';
import { MAX_BATCH_ROWS } from '@/batch/maxBatchRows';
import { tableFile } from '@/batch/tableFile';
import type { BatchVerdict, RowVerdict } from '@/batch/tasks';
import { saveFile } from '@/browser/download';
import { focusCellIn } from '@/browser/focus';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { batchStore, useBatch } from '@/state/batchStore';
import { useDraft, useRoleForm } from '@/state/roleForm';
import { nextTask } from '@/browser/nextTask';
import { runTask } from '@/state/worker/runTask';
import { useTask } from '@/state/worker/useTask';
import { announce } from '@/ui/announcer';
import { Icon } from '@/ui/Icon';
import { showToast } from '@/ui/toast';
import { counted, showNumber } from '@/words/counts';
import { BatchDownload } from './BatchDownload';
import { BatchGrid } from './BatchGrid';
import { BatchInput } from './BatchInput';
import { RowDocuments } from './RowDocuments';
import { Suggestions } from './Suggestions';

const Layout = styled('div')(({ theme }) => ({
  position: 'relative',
  display: 'grid',
  gap: theme.spacing(2),
  gridTemplateColumns: 'minmax(0, 1fr)',
  '& .table': { minInlineSize: 0 },
  '& .table-in-waiting': {
    position: 'absolute',
    inlineSize: '100%',
    blockSize: 0,
    overflow: 'hidden',
    visibility: 'hidden',
  },
}));

/** Acts one task after a click, which may have ended the edit of a cell: the store has it by then. */
const afterEdit = (act: () => void) => () => void nextTask().then(act);

const undo = afterEdit(batchStore.undo);
const redo = afterEdit(batchStore.redo);

const noSelection: GridRowSelectionModel = { type: 'include', ids: new Set() };

/** The row whose documents are shown. */
interface ShownRow {
  readonly id: string;
  /** How often its button has asked for them, which takes the focus there; a click on a row does not. */
  readonly asked: number;
}

/** Many applications at once: a table over the form, and one download for all rows. */
export default function BatchView() {
  const shared = useSharedValues();
  const { rows, remarks, canUndo, canRedo, isKept } = useBatch(batchStore);
  // The grid takes a while to render: it is prepared before there are rows to wait for.
  const hasGrid = useDeferredValue(true, false);
  const [selection, setSelection] = useState(noSelection);
  const [shown, setShown] = useState<ShownRow>();
  const table = useRef<HTMLDivElement>(null);
  const [isReading, setIsReading] = useState(false);
  const { answered, isCurrent, failure, retry } = useTask(
    'judgeBatch',
    // Also without rows, so that the worker is started before they come, and forgets removed ones.
    useMemo(() => ({ rows, shared }), [rows, shared]),
  );
  const verdicts = useMemo(
    () => (rows.length === 0 ? noVerdicts : verdictsById(answered?.answer)),
    [answered, rows.length],
  );
  const inherited = useCallback(
    (column: BatchColumn) => (column in ownValues ? '' : shared[column]),
    [shared],
  );
  const read = useCallback((text: string) => {
    setIsReading(true);
    runTask('readBatch', { text })
      .then(async ({ rows: added, remarks: left }) => {
        // One task to receive the rows, one to put them into the table, one to announce them.
        await nextTask();
        batchStore.add(added, left);
        await nextTask();
        if (added.length > 0) {
          showToast({
            message: `${counted(added.length, 'row')} added`,
            action: { label: 'Undo', onAct: batchStore.undo },
          });
        }
      })
      .catch((error: unknown) => {
        batchStore.add([], [{ message: `The text cannot be read: ${String(error)}` }]);
      })
      .finally(() => setIsReading(false));
  }, []);
  const show = useCallback((id: string) => startTransition(() => setShown({ id, asked: 0 })), []);
  const goTo = useCallback(
    (id: string) =>
      startTransition(() => setShown((former) => ({ id, asked: (former?.asked ?? 0) + 1 }))),
    [],
  );
  const close = useCallback(() => {
    setShown(undefined);
    focusCellIn(table.current);
  }, []);
  const select = useCallback(
    (next: GridRowSelectionModel) => startTransition(() => setSelection(next)),
    [],
  );
  const addRow = useCallback(() => show(batchStore.addEmpty()), [show]);
  const undoButton = useRef<HTMLButtonElement>(null);
  const remove = useCallback((ids: ReadonlySet<string>) => {
    batchStore.remove(ids);
    setShown((former) => (former !== undefined && ids.has(former.id) ? undefined : former));
    announce(`${counted(ids.size, 'row')} removed`);
  }, []);
  const removeRow = useCallback(
    (id: string) => {
      remove(new Set([id]));
      // The grid leads on to the next row, if there is one.
      if (batchStore.getState().rows.length === 0) undoButton.current?.focus();
    },
    [remove],
  );
  const shownRow = rows.find(({ id }) => id === shown?.id);
  const file = useMemo(() => tableFile(rows), [rows]);
  const selectedIds = useMemo(() => selectedOf(selection, rows), [selection, rows]);
  return (
    <Layout>
      <BatchInput
        onText={read}
        isReading={isReading}
        isCompact={rows.length > 0}
        onAddRow={addRow}
      />
      {isReading && <LinearProgress aria-label="Reading the applications" />}
      {remarks.length > 0 && (
        <Alert severity="warning" role="status" onClose={batchStore.dismissRemarks}>
          <ul>
            {remarks.slice(0, 10).map(({ line, message }, index) => (
              <li key={index}>
                {line !== undefined && `Line ${line}: `}
                <bdi>{message}</bdi>
              </li>
            ))}
          </ul>
          {remarks.length > 10 && `And ${remarks.length - 10} more.`}
        </Alert>
      )}
      {!isKept && (
        <Alert severity="info">
          These rows are too many to survive a reload. Save the table as {file.kind} to keep them.
        </Alert>
      )}
      {rows.length > 0 && (
        <>
          {answered !== undefined && (
            <Counts verdict={answered.answer} isCurrent={isCurrent} present={rows.length} />
          )}
          {failure !== undefined && (
            <Alert severity="error" action={<Button onClick={retry}>Check again</Button>}>
              The rows could not be checked.
            </Alert>
          )}
          {answered !== undefined && (
            <Suggestions verdict={answered.answer} rows={rows} onAccept={batchStore.replaceText} />
          )}
        </>
      )}
      {(rows.length > 0 || canUndo || canRedo) && (
        <Stack direction="row" useFlexGap sx={buttonsLayout}>
          {rows.length > 0 && (
            <>
              <BatchDownload
                getInput={() => ({
                  rows: batchStore
                    .getState()
                    .rows.filter(({ id }) => selectedIds.size === 0 || selectedIds.has(id)),
                  shared,
                })}
                count={selectedIds.size}
                readyCount={isCurrent ? (answered?.answer.counts.ready ?? 0) : 0}
              />
              <Button
                startIcon={<Icon name="download" />}
                onClick={afterEdit(() => {
                  const { name, print, mime } = tableFile(batchStore.getState().rows);
                  saveFile(name, print(), mime);
                })}
              >
                Save the table as {file.kind}
              </Button>
            </>
          )}
          <Button
            ref={undoButton}
            startIcon={<Icon name="undo" />}
            disabled={!canUndo}
            onClick={undo}
          >
            Undo
          </Button>
          <Button startIcon={<Icon name="redo" />} disabled={!canRedo} onClick={redo}>
            Redo
          </Button>
          {rows.length > 0 && (
            <Button
              color="error"
              startIcon={<Icon name="remove" />}
              disabled={selectedIds.size === 0}
              onClick={() => {
                remove(selectedIds);
                setSelection(noSelection);
                // The pressed button is disabled now.
                undoButton.current?.focus();
              }}
            >
              Remove selected
            </Button>
          )}
        </Stack>
      )}
      {hasGrid && (
        <div ref={table} className={rows.length === 0 ? 'table-in-waiting' : 'table'}>
          <div style={{ blockSize: tableHeight(rows.length || MAX_BATCH_ROWS) }}>
            <BatchGrid
              rows={rows}
              verdicts={verdicts}
              inherited={inherited}
              selection={selection}
              onSelection={select}
              onUpdate={batchStore.update}
              onShow={show}
              onGoTo={goTo}
              onRemove={removeRow}
            />
          </div>
        </div>
      )}
      {shown !== undefined && shownRow !== undefined && (
        <RowDocuments
          key={shownRow.id}
          row={shownRow}
          shared={shared}
          verdict={verdicts.get(shownRow.id)}
          asked={shown.asked}
          onClose={close}
        />
      )}
    </Layout>
  );
}

const buttonsLayout = { gap: 1, flexWrap: 'wrap' } as const;

/** The values of the form; the same object until the draft changes. */
function useSharedValues(): RoleFormValues {
  const { getValues } = useRoleForm();
  const draft = useDeferredValue(useDraft((current) => current));
  // oxlint-disable-next-line react/exhaustive-deps -- the draft tells when the values are others
  return useMemo(() => structuredClone(getValues()), [getValues, draft]);
}

/** A CSS length: high enough for every row, as far as the window has room. */
const tableHeight = (count: number): string => `min(${10 + 2.25 * count}rem, 70vh, 44rem)`;

const noVerdicts: ReadonlyMap<string, RowVerdict> = new Map();

const verdictsById = (verdict: BatchVerdict | undefined): ReadonlyMap<string, RowVerdict> =>
  new Map(verdict?.rows.map((row) => [row.id, row]));

/** `exclude` means all but these, as after “Select all”. */
const selectedOf = ({ type, ids }: GridRowSelectionModel, rows: readonly BatchRow[]): Set<string> =>
  new Set(rows.map(({ id }) => id).filter((id) => ids.has(id) === (type === 'include')));

interface CountsProps {
  readonly verdict: BatchVerdict;
  readonly isCurrent: boolean;
  /** How many rows there are now; the verdict may be of the table before they came. */
  readonly present: number;
}

function Counts({ verdict, isCurrent, present }: CountsProps) {
  const { rows, ready, errors, cautions, leftOut } = verdict.counts;
  return (
    <Stack
      direction="row"
      useFlexGap
      sx={buttonsLayout}
      role="status"
      aria-label="Rows"
      aria-busy={!isCurrent}
    >
      <Chip size="small" variant="outlined" label={counted(rows || present, 'row')} />
      {rows > 0 && (
        <Chip
          size="small"
          variant="outlined"
          color="success"
          label={`${showNumber(ready)} ready`}
        />
      )}
      {errors > 0 && (
        <Chip
          size="small"
          variant="outlined"
          color="error"
          label={`${showNumber(errors)} with errors`}
        />
      )}
      {cautions > 0 && (
        <Chip
          size="small"
          variant="outlined"
          color="warning"
          label={`${showNumber(cautions)} with cautions`}
        />
      )}
      {leftOut > 0 && (
        <Chip size="small" variant="outlined" label={`${showNumber(leftOut)} left out`} />
      )}
      {verdict.accounts.map(({ accountId, message }) => (
        <Alert key={`${accountId} ${message}`} severity="warning">
          Account {accountId}: {message}
        </Alert>
      ))}
    </Stack>
  );
}
