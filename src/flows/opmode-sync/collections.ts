import { Observable } from 'rxjs'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { DataPoints } from '../../data-points/data-points'
import type { CommandLock } from '../shared/command-lock'
import type { LockContext } from '../shared/lock-context'
import { collect, type Received, type SyncCommand } from './collect'
import type { MethodKind } from './kinds'
import { byKind, type Known } from './method-list'
import { shared } from './shared'

/** A list that is coming in, for everybody who asked for it. */
export interface Collection extends SyncCommand {
  /** What was known when it began. */
  readonly before: Known
  readonly received$: Observable<Received>
}

export interface Collections {
  /** Sends the command as soon as somebody listens. Holds the sync window open until the last packet. */
  readonly begin: (command: SyncCommand) => Collection
  /** The one that is coming in now, if it has all of these kinds. */
  readonly current: (kinds: readonly MethodKind[]) => Collection | undefined
  /** What the lock held last time. */
  readonly known: () => Known
  /** The lock has answered this command with methods: no packets mean none to it. */
  readonly isUnderstood: (command: string) => boolean
}

/** One lock, as all `lock(panel, id)` of a panel remember it. */
interface Memory {
  known: Known
  current?: Collection
  readonly understood: Set<string>
}

const memories = /*#__PURE__*/ new WeakMap<CommandLock, Memory>()

const memoryOf = (door: CommandLock): Memory => {
  const memory = memories.get(door) ?? { known: new Map(), understood: new Set() }
  memories.set(door, memory)
  return memory
}

export const createCollections = (
  lock: LockContext,
  door: CommandLock,
  dataPoints: DataPoints,
  origin: ErrorOrigin,
): Collections => {
  const memory = memoryOf(door)

  const remember = ({ packets, methods }: Received, { ins, kinds }: SyncCommand) => {
    if (packets > 0) memory.understood.add(ins)
    if (memory.understood.has(ins))
      memory.known = new Map([...memory.known, ...byKind(methods, kinds)])
  }
  const begin = (command: SyncCommand): Collection => {
    const received$ = new Observable<Received>((subscriber) => {
      memory.current = collection
      const release = lock.holdSync(lock.deviceId)
      subscriber.add(() => {
        release()
        if (memory.current === collection) delete memory.current
      })
      subscriber.add(
        collect(lock, dataPoints, command, origin).subscribe({
          next: (received) => {
            if (received.isComplete) remember(received, command)
            subscriber.next(received)
          },
          error: (error) => subscriber.error(error),
          complete: () => subscriber.complete(),
        }),
      )
    })
    const collection = { ...command, before: memory.known, received$: shared(received$) }
    return collection
  }

  return {
    begin,
    current: (kinds) => {
      const { current } = memory
      return kinds.every((kind) => current?.kinds.includes(kind)) ? current : undefined
    },
    known: () => memory.known,
    isUnderstood: (command) => memory.understood.has(command),
  }
}
