import { createContext, use } from 'react';
import type { RowVerdict } from '@/batch/tasks';

/** By the row's ID; a row without one is being checked. */
export const Verdicts = createContext<ReadonlyMap<string, RowVerdict>>(new Map());

/** What is said of a row. A cell reads it by itself, so that a new verdict draws cells and no grid. */
export const useVerdict = (id: string): RowVerdict | undefined => use(Verdicts).get(id);
