import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { getSingletonServiceDescriptors } from 'monaco-editor/platform/instantiation/common/extensions';

/**
 * Monaco collects the services of its features once, when the first editor is made. Features that
 * are loaded later need theirs too: without this an editor says "depends on UNKNOWN service".
 */
export function registerLateServices(): void {
  const { _services: services } = StandaloneServices.initialize({});
  for (const [id, descriptor] of getSingletonServiceDescriptors()) {
    if (services.get(id) === undefined) services.set(id, descriptor);
  }
}
