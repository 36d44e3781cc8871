import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { createClock, createSimulator, seed } from '../../../simulator'
import type { Clock } from '../../../src/core/clock'
import { createPanel } from '../../../src/core/panel/create-panel'
import { encryptPassword } from '../../../src/crypto/ticket-crypto'
import { offlinePasswords } from '../../../src/flows/offline-passwords/offline-passwords'
import { sharing } from '../../../src/flows/sharing/sharing'
import { temporaryPasswords } from '../../../src/flows/temporary-passwords/temporary-passwords'
import { createHarness, repeatableRandom, START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A cloud, and a phone whose clock differs from it. */
const worldWith = (phoneAheadMs: number, lockName: keyof typeof seed.locks = 'frontDoor') => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const simulator = createSimulator({ clock, random: repeatableRandom() })
  const phone: Clock = {
    now: () => clock.now() + phoneAheadMs,
    schedule: (work, delayMs) => clock.schedule(work, delayMs),
  }
  const panel = createPanel({
    actions: allActions,
    transport: simulator.asTransport(),
    clock: phone,
    random: repeatableRandom(),
  })
  const lock = simulator.lock(seed.locks[lockName].id)
  const { passwordCipher, secureRandom } = createHarness({ lock, families: [] }).options
  const options = {
    type: lock.type,
    clock: phone,
    ...(passwordCipher && { passwordCipher }),
    ...(secureRandom && { secureRandom }),
    panelPasswordCipher: (pin: string) => encryptPassword(pin, lock.localKey),
  }
  return {
    clock,
    simulator,
    panel,
    passwords: temporaryPasswords(panel, lock.id, options),
    offline: offlinePasswords(panel, lock.id, options),
    sharing: sharing(panel, lock.id, options),
    opens: (pin: string) => simulator.typeCode(lock.id, pin),
  }
}

const skews = fc.oneof(
  fc.integer({ min: -400 * DAY_MS, max: 400 * DAY_MS }),
  fc.constantFrom(-DAY_MS, DAY_MS, -9_000, 0),
)
const locks = fc.constantFrom('frontDoor', 'garage', 'gardenGate' as const)

describe('a temporary password that a phone with a wrong clock creates', () => {
  it('opens the lock exactly between the two times of the cloud', async () => {
    await fc.assert(
      fc.asyncProperty(skews, locks, fc.integer({ min: 1, max: 47 }), async (skew, lock, hours) => {
        const { clock, passwords, opens } = worldWith(skew, lock)
        const fromMs = START_MS + hours * HOUR_MS
        const toMs = fromMs + HOUR_MS
        const { id, password } = await settle(
          clock,
          passwords.create({ name: 'Guest', fromMs, toMs }),
        )
        await settle(clock, passwords.waitUntilActive(id).done)
        clock.advance(fromMs - MINUTE_MS - clock.now())
        expect(opens(password)).toBe('wrong')
        clock.advance(fromMs + MINUTE_MS - clock.now())
        expect(opens(password)).toBe('opened')
        expect((await settle(clock, passwords.get(id))).state).toBe('active')
        clock.advance(toMs + MINUTE_MS - clock.now())
        expect(opens(password)).toBe('wrong')
        expect((await settle(clock, passwords.get(id))).state).toBe('expired')
      }),
      { numRuns: 60 },
    )
  })

  it('opens the lock a moment later without a beginning', async () => {
    await fc.assert(
      fc.asyncProperty(skews, locks, async (skew, lock) => {
        const { clock, passwords, opens } = worldWith(skew, lock)
        const toMs = START_MS + HOUR_MS
        const { id, password } = await settle(clock, passwords.create({ name: 'Guest', toMs }))
        await settle(clock, passwords.waitUntilActive(id).done)
        clock.advance(20_000)
        expect(opens(password)).toBe('opened')
      }),
      { numRuns: 30 },
    )
  })

  it('is refused with an end that has passed by the clock of the cloud', async () => {
    const { clock, passwords, simulator } = worldWith(-DAY_MS)
    const toMs = START_MS - HOUR_MS
    const error = await failureOf(clock, passwords.create({ name: 'Guest', toMs }))
    expect(error).toMatchObject({ kind: 'params', issues: [{ path: 'toMs' }] })
    expect(simulator.journal).toEqual([])
  })
})

describe('on a phone with a wrong clock', () => {
  it('a dynamic password is valid for five minutes of the cloud', async () => {
    await fc.assert(
      fc.asyncProperty(skews, async (skew) => {
        const { clock, offline } = worldWith(skew)
        const { validUntilMs } = await settle(clock, offline.dynamic())
        expect(validUntilMs).toBe(START_MS + 5 * MINUTE_MS)
      }),
      { numRuns: 20 },
    )
  })

  it('an offline password has the window that the lock accepts', async () => {
    await fc.assert(
      fc.asyncProperty(skews, fc.boolean(), async (skew, isTimeKnown) => {
        const { clock, offline, opens } = worldWith(skew)
        if (isTimeKnown) await settle(clock, offline.dynamic())
        const { password, toMs } = await settle(clock, offline.offline({ kind: 'once' }))
        expect(toMs).toBe(START_MS + 6 * HOUR_MS)
        clock.advance(toMs - 1 - clock.now())
        expect(opens(password)).toBe('opened')
        const fromMs = clock.now()
        const chosen = { kind: 'multiple', fromMs, toMs: fromMs + 5 * HOUR_MS } as const
        const { fromMs: listedMs } = await settle(clock, offline.offline(chosen))
        expect(listedMs).toBe(START_MS + 5 * HOUR_MS)
      }),
      { numRuns: 20 },
    )
  })

  it('an invitation counts down to the time at which the cloud ends it', async () => {
    await fc.assert(
      fc.asyncProperty(skews, async (skew) => {
        const { clock, sharing } = worldWith(skew)
        const toMs = START_MS + HOUR_MS
        const sharer = seed.members.owner.uid
        const { expiresAtMs, countdown$ } = await settle(
          clock,
          sharing.create({ sharer, kind: 'ble', times: 1, toMs }),
        )
        expect(expiresAtMs).toBe(START_MS + 5 * MINUTE_MS)
        const seconds: number[] = []
        countdown$.subscribe((second) => seconds.push(second)).unsubscribe()
        expect(seconds).toEqual([300])
      }),
      { numRuns: 20 },
    )
  })
})
