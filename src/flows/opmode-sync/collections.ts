import { Observable } from 'rxjs'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { DataPoints } from '../../data-points/data-points'
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
}

export const createCollections = (
  lock: LockContext,
  dataPoints: DataPoints,
  origin: ErrorOrigin,
): Collections => {
  let known: Known = new Map()
  let current: Collection | undefined

  const begin = (command: SyncCommand): Collection => {
    const received$ = new Observable<Received>((subscriber) => {
      current = collection
      const release = lock.holdSync(lock.deviceId)
      subscriber.add(() => {
        release()
        if (current === collection) current = undefined
      })
      subscriber.add(
        collect(lock, dataPoints, command, origin).subscribe({
          next: (received) => {
            if (received.isComplete)
              known = new Map([...known, ...byKind(received.methods, command.kinds)])
            subscriber.next(received)
          },
          error: (error) => subscriber.error(error),
          complete: () => subscriber.complete(),
        }),
      )
    })
    const collection = { ...command, before: known, received$: shared(received$) }
    return collection
  }

  return {
    begin,
    current: (kinds) =>
      current !== undefined && kinds.every((kind) => current?.kinds.includes(kind))
        ? current
        : undefined,
    known: () => known,
  }
}
