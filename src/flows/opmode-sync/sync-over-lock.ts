import { Observable } from 'rxjs'
import { ResponseError } from '../../core/errors/response-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { firstValue } from '../../core/rx/first-value'
import type { DataPoints } from '../../data-points/data-points'
import type { SyncedMethod } from '../../data-points/raw/synch-method'
import { type AttemptControl, throwIfCancelled } from '../shared/attempt'
import type { LockContext } from '../shared/lock-context'
import type { Received } from './collect'
import { type Collection, createCollections } from './collections'
import { kindsOfCodes, kindsOfCommand, type MethodKind, requestedKinds } from './kinds'
import { byKind, changesSince, methodsOf, noChanges, ofKinds, only } from './method-list'
import type { Sync, SyncStep } from './synced-opmodes'

/** Requests permission from the cloud, sends the command to the lock, and collects its packets. */
export const syncOverLock = (
  lock: LockContext,
  dataPoints: DataPoints,
  origin: ErrorOrigin,
): Sync => {
  const collections = createCollections(lock, dataPoints, origin)

  /** The known methods of these kinds, if each kind has a known list. */
  const knownOf = (kinds: readonly MethodKind[]): readonly SyncedMethod[] | undefined => {
    const last = only(collections.known(), kinds)
    return kinds.every((kind) => last.has(kind)) ? methodsOf(last) : undefined
  }

  return async (codes, known, control) => {
    const { distributed, ins } = await lock.call(
      'doorLock.getSyncableOpmodeTypes',
      { device_id: lock.deviceId, target_standard_dp_codes: codes.join(',') },
      { signal: control.signal },
    )
    const all = kindsOfCommand(ins)
    if (all === undefined)
      throw new ResponseError(origin, [{ path: 'ins', message: 'expected hexadecimal text' }])
    // The cloud answers an empty command if there is nothing to report; it names no kind.
    const isEmpty = all.length === 0
    const kinds = isEmpty ? kindsOfCodes(codes) : requestedKinds(codes, all)
    if (kinds === undefined) return { by: 'lock', distributed: false, methods: known }

    // A caller that shares the answer of another one joins its collection.
    const collection =
      distributed && !isEmpty ? collections.start({ ins, kinds: all }) : collections.current(kinds)
    if (collection === undefined) {
      const methods = known && ofKinds(known, kinds)
      return { by: 'lock', distributed: false, methods: methods ?? knownOf(kinds) }
    }
    const { packets, methods: allMethods } = await lastOf(collection, kinds, origin, control)
    const isUnderstood = collections.isUnderstood(collection.ins)
    const methods = ofKinds(allMethods, kinds)
    const since = known === undefined ? only(collection.before, kinds) : byKind(known, kinds)
    return {
      by: 'lock',
      distributed: true,
      methods,
      packets,
      isUnderstood,
      isFirst: since.size === 0,
      ...(isUnderstood ? changesSince(since, methods) : noChanges),
    }
  }
}

/** Reports each packet, and resolves with the complete list. */
const lastOf = async (
  { received$ }: Collection,
  kinds: readonly MethodKind[],
  origin: ErrorOrigin,
  { report, signal }: AttemptControl<SyncStep>,
): Promise<Received> => {
  report({ step: 'receiving', packets: 0, methods: [] })
  throwIfCancelled(signal, origin)
  const complete$ = new Observable<Received>((subscriber) =>
    received$.subscribe({
      next: (received) => {
        const { packets, methods, isComplete } = received
        report({ step: 'receiving', packets, methods: ofKinds(methods, kinds) })
        if (isComplete) subscriber.next(received)
      },
      error: (error) => subscriber.error(error),
    }),
  )
  return firstValue(complete$, origin, signal)
}
