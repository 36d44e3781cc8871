import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { enrolUnlockMethod } from '../../../actions/open-api/unlock-methods/enrol-unlock-method'
import { listUserUnlockMethods } from '../../../actions/open-api/users/list-user-unlock-methods'
import { createPanel } from '../../../src/core/panel/create-panel'
import { handle } from '../../../src/core/panel/handle'
import { failureOf, flush, settle } from '../support/settle'
import { atFrontDoor, enrol, leftBehind, nothing, office } from './support'

const KEYS =
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'

describe('an enrolment over the route, without pushes', () => {
  it('watches the lists', async () => {
    const stage = atFrontDoor({ pushes: false })
    const { attempt, steps } = enrol(stage)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'enrolling', done: 0 }])
    // Before, and three times every five seconds: the finger takes twelve.
    expect(stage.steps.filter((name) => name === KEYS)).toHaveLength(4)
    await flush()
    expect(stage.timers.now).toBe(0)
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('takes nothing for new that is not on the lock yet', async () => {
    const stage = atFrontDoor({ lock: office, pushes: false })
    const onItsWay = { dp_code: 'unlock_card', unlock_sn: 77, phase: 10 } as const
    let reads = 0
    const panel = createPanel({
      actions: { enrolUnlockMethod, listUserUnlockMethods },
      transport: stage.simulator.asTransport(),
      scheduler: stage.clock.scheduler,
      handlers: [
        handle(listUserUnlockMethods, (params, { send }) =>
          send(params).pipe(
            map((rows) => {
              const [first] = rows
              reads++
              return first === undefined || reads === 1
                ? rows
                : [{ ...first, ...onItsWay }, ...rows]
            }),
          ),
        ),
      ],
    })
    const { attempt } = enrol({ ...stage, panel }, { type: 'card' })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 3 })
    expect(reads).toBeGreaterThan(1)
  })

  it('cannot tell why nothing comes: it stops the lock and says so', async () => {
    const stage = atFrontDoor({ pushes: false })
    stage.lock.enrolmentFailure = 'duplicate'
    const { attempt } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      delivery: 'unknown',
    })
    expect(await leftBehind(stage)).toEqual(nothing)
  })
})
