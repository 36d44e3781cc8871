/** What the store requires of a Redis client: a client of `ioredis` fits. */
export interface RedisLike {
  /** `ready` if the client is connected. */
  readonly status: string
  /** Resolves with the value of a key; `null` if it has none. */
  get(key: string): Promise<string | null>
  /**
   * Writes a value that expires after `ttlMs`; with `NX` only if the key has none, and resolves with `null`
   * otherwise.
   */
  set(key: string, value: string, unit: 'PX', ttlMs: number): Promise<unknown>
  /**
   * Writes a value that expires after `ttlMs`; with `NX` only if the key has none, and resolves with `null`
   * otherwise.
   */
  set(key: string, value: string, unit: 'PX', ttlMs: number, ifAbsent: 'NX'): Promise<unknown>
  /** Runs a Lua script atomically; `args` are the keys, then the other arguments. */
  eval(script: string, keyCount: number, ...args: readonly (string | number)[]): Promise<unknown>
}
