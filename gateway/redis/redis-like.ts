/** What the store requires of a Redis client: a client of `ioredis` fits. */
export interface RedisLike {
  /** `ready` if the client is connected. */
  readonly status: string
  get(key: string): Promise<string | null>
  set(key: string, value: string, unit: 'PX', ttlMs: number): Promise<unknown>
  set(key: string, value: string, unit: 'PX', ttlMs: number, ifAbsent: 'NX'): Promise<unknown>
  eval(script: string, keyCount: number, ...args: readonly (string | number)[]): Promise<unknown>
}
