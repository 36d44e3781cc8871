import { CancelledError } from '../../core/errors/cancelled-error'
import type { ErrorOrigin, SdkError } from '../../core/errors/sdk-error'
import type { DpValues } from '../../data-points/data-points'
import { asNotSent } from '../shared/as-not-sent'
import type { AttemptControl } from '../shared/attempt'
import { linkFailure } from '../shared/link-failure'
import type { LockContext } from '../shared/lock-context'
import type { PanelOfLock } from '../shared/lock-options'
import { bleError } from './ble-error'
import type { BleLink } from './ble-link'
import type { BleSession, BleSessionStep, SessionOutcome } from './ble-session'
import { checkLink } from './check-link'
import { deleteRemovedUser } from './delete-removed'
import { fetchStored } from './fetch-stored'
import { watchLink } from './link-watch'
import { sendRandom } from './send-random'
import { readSessionConfig, sessionDataPoints } from './session-config'

/** Sends to the lock what the cloud has for it; fails only before the first part, or if it is cancelled. */
export const runSession = async (
  lock: LockContext,
  panel: PanelOfLock,
  link: BleLink | undefined,
  origin: ErrorOrigin,
  { report, signal: cancelled }: AttemptControl<BleSessionStep>,
): Promise<BleSession> => {
  if (link !== undefined) checkLink(link, origin)
  const dataPoints = sessionDataPoints(lock, link, origin)
  const watch = watchLink(link ?? {}, panel.events$, cancelled)
  const { signal } = watch
  const errorOf = (error: unknown): SdkError =>
    watch.isBroken() ? bleError(origin, 'link-broken') : linkFailure(error, origin)

  const run = async (work: () => Promise<unknown>): Promise<SessionOutcome> => {
    try {
      if (signal.aborted) throw new CancelledError(origin, 'not-sent')
      await work()
      return done
    } catch (error) {
      // A broken link ends the part; a cancelled attempt, or a closed panel, ends the session.
      if (signal.aborted && !watch.isBroken()) throw errorOf(error)
      return { status: 'failed', error: errorOf(error) }
    }
  }

  try {
    report({ step: 'config' })
    const config = await readSessionConfig(lock, link, origin, signal).catch((error: unknown) => {
      throw asNotSent(errorOf(error), origin)
    })
    const { random, removedUsers, recordCommand } = config

    report({ step: 'random' })
    const randomOutcome =
      random === undefined
        ? notNeeded
        : await run(() => sendRandom(lock, { dataPoints }, random, origin, signal))

    report({ step: 'removed-members' })
    const deleted: number[] = []
    const failed: { readonly lockUserId: number; readonly error: SdkError }[] = []
    for (const user of removedUsers ?? []) {
      const outcome = await run(() => deleteRemovedUser(lock, dataPoints, user, origin, signal))
      const { lockUserId } = user
      if (outcome.status === 'failed') failed.push({ lockUserId, error: outcome.error })
      else deleted.push(lockUserId)
    }

    report({ step: 'records' })
    const reports: DpValues[] = []
    const recordOutcome =
      recordCommand === undefined
        ? notNeeded
        : await run(() => fetchStored(lock, dataPoints, recordCommand, reports, origin, signal))

    const [firstFailure] = failed
    const memberOutcome = (): SessionOutcome => {
      if (firstFailure !== undefined) return { status: 'failed', error: firstFailure.error }
      if (removedUsers === undefined) return { status: 'not-supported' }
      return removedUsers.length === 0 ? notNeeded : done
    }
    return {
      random: randomOutcome,
      removedMembers: { ...memberOutcome(), deleted, failed },
      records: { ...recordOutcome, reports },
    }
  } finally {
    watch.close()
  }
}

const done: SessionOutcome = { status: 'done' }
const notNeeded: SessionOutcome = { status: 'not-needed' }
