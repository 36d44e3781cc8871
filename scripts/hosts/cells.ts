import { seed } from '../../simulator'
import type { LockType } from '../../src/core/action'
import type { MissingForAbility } from '../../src/flows/capabilities/abilities'
import type { LockCapabilities } from '../../src/flows/capabilities/capabilities'
import { type Host, hosts } from './hosts'
import { type JobName, jobNames, jobs } from './jobs'

/** One lock of every type that is a type; `any` means an unknown one. */
export const seededLocks = Object.values(seed.locks)

/** Undefined: it works. Else what each of its channels lacks. */
export type Lack = readonly MissingForAbility[] | undefined

/** What a host can do with a lock type. */
export interface Column {
  readonly host: Host
  readonly type: LockType
  readonly lacks: Readonly<Record<JobName, Lack>>
}

export const lackOf = ({ can, missing }: LockCapabilities, name: JobName): Lack => {
  const { by } = jobs[name]
  return can[by] ? undefined : (missing[by] ?? [])
}

const columnOf = async (host: Host, seeded: (typeof seededLocks)[number]): Promise<Column> => {
  const hosted = host.open(seeded)
  hosted.lock.online = true
  const capabilities = await hosted.settle(hosted.door.capabilities())
  const lacks = Object.fromEntries(
    jobNames.map((name) => [name, lackOf(capabilities, name)]),
  ) as Column['lacks']
  return { host, type: seeded.type, lacks }
}

/** Every host with every lock type. */
export const readColumns = async (): Promise<readonly Column[]> => {
  const columns: Column[] = []
  for (const host of hosts)
    for (const seeded of seededLocks) columns.push(await columnOf(host, seeded))
  return columns
}
