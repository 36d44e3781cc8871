import type { DpConnection, DpRoute, DpValues } from '../../data-points/data-points'
import { MOTOR } from '../remote-unlock/channels'
import type { DoorValues } from './door-state'

/** Codes 40, 8 and 9 of the vendor's firmware header; the ids differ between locks. */
const DOOR = 'closed_opened'
const PERCENT = 'residual_electricity'
const LEVEL = 'battery_state'

/** The state in values of data points; a value of another form is unknown. */
export const valuesIn = (dps: DpValues): Partial<DoorValues> => {
  const { [MOTOR]: motor, [DOOR]: door, [PERCENT]: percent, [LEVEL]: level } = dps
  return {
    ...(typeof motor === 'boolean' && { bolt: motor ? 'unlocked' : 'locked' }),
    // No document names the values; public clients of the cloud compare these.
    ...((door === 'open' || door === 'closed') && { door }),
    ...(typeof level === 'string' && level !== '' && { battery: { level } }),
    ...(typeof percent === 'number' && percent >= 0 && percent <= 100 && { battery: { percent } }),
  }
}

const routes: readonly unknown[] = ['cloud', 'local', 'bluetooth'] satisfies DpRoute[]

type Untrusted = { readonly [Name in keyof DpConnection]?: DpConnection[Name] | undefined }

/** The connection, without fields that the host does not report. */
export const connectionIn = ({ online, via, asleep }: Untrusted): Partial<DoorValues> => ({
  ...(typeof online === 'boolean' && { online }),
  ...(via !== undefined && routes.includes(via) && { via }),
  ...(typeof asleep === 'boolean' && { asleep }),
})
