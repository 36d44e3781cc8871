import { Observable } from 'rxjs'
import { ResponseError } from '../../core/errors/response-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { DataPoints } from '../../data-points/data-points'
import type { AttemptControl } from '../shared/attempt'
import { firstOf } from '../shared/first-of'
import type { LockContext } from '../shared/lock-context'
import type { Received } from './collect'
import { type Collection, createCollections } from './collections'
import { kindsMeant, kindsOfCommand, type MethodKind } from './kinds'
import { byKind, changesSince, methodsOf, ofKinds, only } from './method-list'
import type { Sync, SyncStep } from './synced-opmodes'

/** The panel asks the cloud for leave, tells the lock to report, and gathers what it says. */
export const syncOverLock = (
  lock: LockContext,
  dataPoints: DataPoints,
  origin: ErrorOrigin,
): Sync => {
  const collections = createCollections(lock, dataPoints, origin)

  return async (codes, known, control) => {
    const { distributed, ins } = await lock.call(
      'doorLock.getSyncableOpmodeTypes',
      { device_id: lock.deviceId, target_standard_dp_codes: codes.join(',') },
      { signal: control.signal },
    )
    const all = kindsOfCommand(ins)
    if (all === undefined)
      throw new ResponseError(origin, [{ path: 'ins', message: 'expected hexadecimal text' }])
    const kinds = kindsMeant(codes, all)

    // An empty command is the cloud's word for nothing to report.
    const isOurs = distributed && all.length > 0
    // Whose call shares an answer without leave finds the list on its way.
    const collection = isOurs ? collections.begin({ ins, kinds: all }) : collections.current(kinds)
    if (collection === undefined || all.length === 0) {
      const last = only(collections.known(), kinds)
      const methods = known ?? (last.size === kinds.length ? methodsOf(last) : undefined)
      return { by: 'lock', distributed: false, methods: methods && ofKinds(methods, kinds) }
    }
    const { packets, methods: told } = await lastOf(collection, kinds, origin, control)
    const methods = ofKinds(told, kinds)
    const since = known === undefined ? only(collection.before, kinds) : byKind(known, kinds)
    return {
      by: 'lock',
      distributed: true,
      methods,
      packets,
      isFirst: since.size === 0,
      ...changesSince(since, methods),
    }
  }
}

/** Tells of each packet, and gives the whole list. */
const lastOf = (
  { received$ }: Collection,
  kinds: readonly MethodKind[],
  origin: ErrorOrigin,
  { tell, signal }: AttemptControl<SyncStep>,
): Promise<Received> => {
  tell({ step: 'receiving', packets: 0, methods: [] })
  const complete$ = new Observable<Received>((subscriber) =>
    received$.subscribe({
      next: (received) => {
        const { packets, methods, isComplete } = received
        tell({ step: 'receiving', packets, methods: ofKinds(methods, kinds) })
        if (isComplete) subscriber.next(received)
      },
      error: (error) => subscriber.error(error),
    }),
  )
  return firstOf(complete$, origin, signal)
}
