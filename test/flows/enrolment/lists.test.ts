import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { enrolUnlockMethod } from '../../../actions/open-api/unlock-methods/enrol-unlock-method'
import { listUserUnlockMethods } from '../../../actions/open-api/users/list-user-unlock-methods'
import { createPanel } from '../../../src/core/panel/create-panel'
import { handle } from '../../../src/core/panel/handle'
import { failureOf, flush, settle } from '../support/settle'
import { atFrontDoor, enrol, noOpenResources, office, openResources } from './support'

const KEYS =
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'

describe('an enrolment over the route without pushes', () => {
  it('polls the lists', async () => {
    const harness = atFrontDoor({ pushes: false })
    const { attempt, steps } = enrol(harness)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'enrolling', done: 0 }])
    // Once before the start, then three polls, 5 s apart: the finger takes 12 s.
    expect(harness.steps.filter((name) => name === KEYS)).toHaveLength(4)
    await flush()
    expect(harness.timers.now).toBe(0)
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('ignores a method that the lock has not stored yet', async () => {
    const harness = atFrontDoor({ lock: office, pushes: false })
    const pending = { dp_code: 'unlock_card', unlock_sn: 77, phase: 10 } as const
    let reads = 0
    const panel = createPanel({
      actions: { enrolUnlockMethod, listUserUnlockMethods },
      transport: harness.simulator.asTransport(),
      clock: harness.clock,
      handlers: [
        handle(listUserUnlockMethods, (params, { send }) =>
          send(params).pipe(
            map((rows) => {
              const [first] = rows
              reads++
              return first === undefined || reads === 1 ? rows : [{ ...first, ...pending }, ...rows]
            }),
          ),
        ),
      ],
    })
    const { attempt } = enrol({ ...harness, panel }, { type: 'card' })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 3 })
    expect(reads).toBeGreaterThan(1)
  })

  it('sends a stop command and times out if no method appears', async () => {
    const harness = atFrontDoor({ pushes: false })
    harness.lock.enrolmentFailure = 'duplicate'
    const { attempt } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      delivery: 'unknown',
    })
    expect(await openResources(harness)).toEqual(noOpenResources)
  })
})
