/**
 * What servers of one project share: outcomes of commands, sync windows, the token, rate limits. Each method fails if the
 * store is not reachable, soon and without a retry of its own: reads go on without it, commands are refused.
 *
 * @example
 * ```ts
 * const store: GatewayStore = memoryStore({ clock })
 * const isFirst = await store.add('key', 'value', 1_000) // true
 * ```
 */
export interface GatewayStore {
  /** `undefined` if the key has no value, or its time is over. */
  get(key: string): Promise<string | undefined>
  /** Writes a value that lives `ttlMs` milliseconds. */
  set(key: string, value: string, ttlMs: number): Promise<void>
  /** Writes a value unless the key has one, in one step: true for one of several callers. A lock is a value of its owner. */
  add(key: string, value: string, ttlMs: number): Promise<boolean>
  /** Removes the key if it has this value, in one step, so that an owner does not free the lock of the next one. */
  remove(key: string, value: string): Promise<void>
  /** Adds 1 to a counter that ends `ttlMs` after its first 1, and returns it. */
  increment(key: string, ttlMs: number): Promise<number>
}
