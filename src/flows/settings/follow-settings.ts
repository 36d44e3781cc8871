import { type Subscriber, Subscription } from 'rxjs'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { linkFailure } from '../shared/link-failure'
import type { LockContext } from '../shared/lock-context'
import type { Setting } from './setting'
import { origin, type SettingSource } from './setting-source'
import { toSetting } from './to-setting'

/** Emits the settings in each report of the lock. */
export const followSettings = (
  { options, panelEvents$ }: LockContext,
  source: () => Promise<SettingSource>,
  subscriber: Subscriber<Setting>,
): Subscription | undefined => {
  const { dataPoints } = options
  const fail = (error: unknown) => subscriber.error(linkFailure(error, origin, 'not-sent'))
  if (dataPoints === undefined) {
    fail(new UnsupportedError(origin, 'the reports of the lock need the option dataPoints.'))
    return undefined
  }
  const subscription = new Subscription()
  subscription.add(panelEvents$.subscribe({ complete: () => subscriber.complete() }))
  if (subscriber.closed) return subscription
  // A host may repeat its last report to each subscriber.
  let isRepeated = true
  subscription.add(
    dataPoints.reports$.subscribe({
      next: (report) => {
        if (isRepeated) return
        source().then(({ definitions }) => {
          for (const definition of definitions) {
            const { code, kind } = definition
            if (kind !== 'raw' && report[code] !== undefined)
              subscriber.next(toSetting(definition, report[code]))
          }
        }, fail)
      },
      error: fail,
      complete: () => subscriber.complete(),
    }),
  )
  isRepeated = false
  return subscription
}
