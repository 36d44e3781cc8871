import { describe, expect, it } from 'vitest'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { failureOf, pass, settle } from '../support/settle'
import {
  addOlderMethod,
  admin,
  atFrontDoor,
  atGate,
  commandsOf,
  common,
  enrol,
  newMethods,
  noOpenResources,
  openResources,
  porch,
} from './support'

const CANCEL = 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel'

/** The lock stores the method that it has read for another user, or without one. */
const storeFor = (harness: ReturnType<typeof atFrontDoor>, userId?: string) => {
  harness.lock.storesUnassigned = true
  const { opmodes } = harness.lock
  const count = opmodes.length
  const check = () => {
    const stored = opmodes[count]
    if (stored === undefined) harness.clock.schedule(check, 100)
    else if (userId !== undefined) stored.userId = userId
  }
  check()
}

describe.each([['fingerprint'], ['card']] as const)(
  'a %s enrolled over the cloud without pushes',
  (type) => {
    it.each([
      ['the open platform', ['open-api']],
      ['the mini-program', ['mini-program', 'open-api']],
    ] as const)(
      'that the lock stores without a user is a candidate in an unknown outcome, with the lists of %s',
      async (_, families) => {
        const harness = atFrontDoor({ families, pushes: false })
        storeFor(harness)
        const error = await failureOf(harness.clock, enrol(harness, { type }).attempt.done)
        const [stored] = newMethods(harness)
        expect(stored).toMatchObject({ dpCode: `unlock_${type}` })
        expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'timeout' })
        expect(isOutcomeUnknownError(error) && error.candidates).toEqual([
          { type, unlockSn: stored?.unlockSn },
        ])
        expect(stored?.userId).toBeUndefined()
        expect(await openResources(harness)).toEqual(noOpenResources)
      },
    )

    it('that the lock stores for another user is a candidate with that user', async () => {
      const harness = atFrontDoor({ families: ['mini-program', 'open-api'], pushes: false })
      storeFor(harness, common.userId)
      const error = await failureOf(harness.clock, enrol(harness, { type }).attempt.done)
      expect(isOutcomeUnknownError(error) && error.candidates).toEqual([
        { type, unlockSn: newMethods(harness)[0]?.unlockSn, userId: common.userId },
      ])
    })
  },
)

describe('an enrolment over the cloud', () => {
  it('names all candidates if several new methods are listed after pushes', async () => {
    const harness = atFrontDoor()
    harness.lock.enrolmentFailure = 'duplicate'
    const { attempt } = enrol(harness)
    await pass(harness.clock, 1_000)
    addOlderMethod(harness, 21, admin.userId)
    addOlderMethod(harness, 22)
    addOlderMethod(harness, 23, admin.userId)
    const error = await failureOf(harness.clock, attempt.done)
    expect(
      isOutcomeUnknownError(error) && error.candidates?.map(({ unlockSn }) => unlockSn),
    ).toEqual([21, 23, 22])
  })

  it('returns a new method of the user if the lock had ended its enrolment', async () => {
    const harness = atFrontDoor({ pushes: false })
    expect(await settle(harness.clock, enrol(harness).attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(commandsOf(harness)).not.toContain('cancel-enrolment')
    expect(harness.steps).toContain(CANCEL)
  })

  it('has no candidates in an unknown outcome without a new method', async () => {
    const harness = atFrontDoor({ pushes: false, lock: porch })
    harness.lock.enrolmentFailure = 'duplicate'
    expect(await failureOf(harness.clock, enrol(harness).attempt.done)).not.toHaveProperty(
      'candidates',
    )
  })
})

describe('an enrolment over data points', () => {
  it.each([true, false])(
    'says whether the cloud shows the method for its user, stored without a user: %s',
    async (storesUnassigned) => {
      for (const families of [['mini-program'], ['mini-program', 'open-api']] as const) {
        const harness = atGate({ families })
        harness.lock.storesUnassigned = storesUnassigned
        const method = await settle(harness.clock, enrol(harness).attempt.done)
        expect(method).toMatchObject({ unlockSn: 4, isAssigned: !storesUnassigned })
        expect(newMethods(harness)[0]?.userId).toBe(storesUnassigned ? undefined : admin.userId)
        expect(await openResources(harness)).toEqual(noOpenResources)
      }
    },
  )

  it('returns the method of the report if the lists cannot be read afterwards', async () => {
    const harness = atGate()
    const { attempt } = enrol(harness)
    await pass(harness.clock, 3_000)
    harness.simulator.faults.always('doorLock.listUserOpmodes', 'drop-before')
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(await openResources(harness)).toEqual(noOpenResources)
  })
})
