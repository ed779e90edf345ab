import { createContext, use } from 'react';
import type { ViewId } from './views';

/** Shows a view. Outside of the shell there is only one, so nothing happens. */
export const ViewSwitch = createContext<(id: ViewId) => void>(() => {});

export const useViewSwitch = () => use(ViewSwitch);
