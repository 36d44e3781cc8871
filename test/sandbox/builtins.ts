/**
 * Globals of browsers or Node that a mini-program lacks. The host records each access, even by `typeof`.
 * `eval` and `Function` exist, but cannot create code.
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

/** Globals newer than ES2017, the version that the oldest base library supports. */
export const newerGlobals: readonly string[] = [
  ...['globalThis', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'WeakRef', 'FinalizationRegistry'],
  ...['AggregateError', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'Iterator'],
]

/** Members newer than ES2017, by the path of their owner. */
export const newerMembers: Readonly<Record<string, readonly string[]>> = {
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
