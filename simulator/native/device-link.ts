import type { Observable } from 'rxjs'

/** The connection between an app and one lock: data points by their ids, as they are transmitted. */
export interface DeviceLink {
  readonly deviceId: string
  readonly schema: readonly { readonly dp_code: string; readonly dp_id: number }[]
  /** `false` if the app cannot reach the lock. */
  publish(dps: Readonly<Record<string, unknown>>): boolean
  /** The reports of the lock, one event for each packet. */
  readonly reports$: Observable<Readonly<Record<string, unknown>>>
}
