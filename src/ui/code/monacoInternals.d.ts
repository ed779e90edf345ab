// Modules that monaco-editor 0.57 exports without types.

declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController';

declare module 'monaco-editor/platform/instantiation/common/extensions' {
  type ServiceId = (...args: never) => unknown;
  export function getSingletonServiceDescriptors(): readonly (readonly [ServiceId, object])[];
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  type ServiceId = (...args: never) => unknown;
  export const StandaloneServices: {
    readonly initialize: (overrides: object) => {
      readonly _services: {
        readonly get: (id: ServiceId) => object | undefined;
        readonly set: (id: ServiceId, service: object) => void;
      };
    };
  };
}
