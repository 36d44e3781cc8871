import { Observable } from 'rxjs'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { shareWhileSubscribed } from '../../core/rx/share-while-subscribed'
import type { DataPoints } from '../../data-points/data-points'
import type { LockContext } from '../shared/lock-context'
import { collect, type Received, type SyncCommand } from './collect'
import type { MethodKind } from './kinds'
import { byKind, type Known } from './method-list'

/** A list that is arriving; all its callers share it. */
export interface Collection extends SyncCommand {
  /** The known methods at its start. */
  readonly before: Known
  readonly received$: Observable<Received>
}

export interface Collections {
  /** Sends the command on the first subscription. Keeps the sync window open until the last packet. */
  readonly start: (command: SyncCommand) => Collection
  /** The arriving collection, if it has all of these kinds. */
  readonly current: (kinds: readonly MethodKind[]) => Collection | undefined
  /** The methods of the last list. */
  readonly known: () => Known
  /** The lock has answered this command with methods before, so no packets mean no methods. */
  readonly isUnderstood: (command: string) => boolean
}

/** The state that all `lock(panel, id)` objects of a panel share for one lock. */
interface Memory {
  known: Known
  current?: Collection
  readonly understood: Set<string>
}

export const createCollections = (
  lock: LockContext,
  dataPoints: DataPoints,
  origin: ErrorOrigin,
): Collections => {
  const memory = lock.sharedState<Memory>('opmode sync', () => ({
    known: new Map(),
    understood: new Set(),
  }))

  const remember = ({ packets, methods }: Received, { ins, kinds }: SyncCommand) => {
    if (packets > 0) memory.understood.add(ins)
    if (memory.understood.has(ins))
      memory.known = new Map([...memory.known, ...byKind(methods, kinds)])
  }
  const start = (command: SyncCommand): Collection => {
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
    const collection = {
      ...command,
      before: memory.known,
      received$: shareWhileSubscribed(received$),
    }
    return collection
  }

  return {
    start,
    current: (kinds) => {
      const { current } = memory
      return kinds.every((kind) => current?.kinds.includes(kind)) ? current : undefined
    },
    known: () => memory.known,
    isUnderstood: (command) => memory.understood.has(command),
  }
}
