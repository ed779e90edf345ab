import { createContext, use } from 'react';
import type { RowVerdict } from '@/batch/tasks';

/** By the row's ID; a row without one is being checked. */
export const Verdicts = createContext<ReadonlyMap<string, RowVerdict>>(new Map());

/** The verdict on a row. Cells read it from the context, so that new verdicts do not render the grid. */
export const useVerdict = (id: string): RowVerdict | undefined => use(Verdicts).get(id);
