/**
 * What browsers or Node have and a mini-program lacks; code that asks for one of them, even by `typeof`, is found out.
 * `eval` and `Function` are there, and make no code.
 */
export const missingGlobals: readonly string[] = [
  ...['fetch', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'File', 'XMLHttpRequest'],
  ...['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'crypto', 'Crypto'],
  ...['AbortController', 'AbortSignal', 'Event', 'EventTarget', 'DOMException', 'MessageChannel'],
  ...['window', 'self', 'global', 'document', 'navigator', 'location', 'localStorage'],
  ...['sessionStorage', 'indexedDB', 'WebSocket', 'EventSource', 'Worker', 'BroadcastChannel'],
  ...['process', 'Buffer', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'structuredClone'],
  ...['performance', 'requestAnimationFrame', 'requestIdleCallback', 'eval', 'Function'],
]

/** Globals that are younger than ES2017, by which the oldest base library runs. */
export const youngGlobals: readonly string[] = [
  ...['globalThis', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'WeakRef', 'FinalizationRegistry'],
  ...['AggregateError', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'Iterator'],
]

/** Members that are younger than ES2017, by the path of their owner. */
export const youngMembers: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': [
    ...['flat', 'flatMap', 'at', 'findLast', 'findLastIndex'],
    ...['toReversed', 'toSorted', 'toSpliced', 'with'],
  ],
  'String.prototype': [
    ...['replaceAll', 'matchAll', 'at', 'trimStart', 'trimEnd', 'isWellFormed', 'toWellFormed'],
  ],
  Object: ['fromEntries', 'hasOwn', 'groupBy'],
  Map: ['groupBy'],
  Promise: ['allSettled', 'any', 'withResolvers'],
  'Promise.prototype': ['finally'],
  'Symbol.prototype': ['description'],
}
