import { describe, expect, it } from 'vitest'
import { ParamsError } from '../../../src/core/errors/params-error'
import { isTransportError, TransportError } from '../../../src/core/errors/transport-error'
import { isVendorError } from '../../../src/core/errors/vendor-error'
import type { PasswordCipher } from '../../../src/crypto/password-cipher'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import {
  CREATE,
  createPasswordHarness,
  flowOf,
  guest,
  overMiniProgram,
  overPanel,
  PANEL_CREATE,
  TICKET,
} from './password-harness'

const setUp = () => {
  const base = createPasswordHarness(overMiniProgram())
  return { ...base, ticketIds: () => base.sent(CREATE).map(({ ticket_id }) => ticket_id) }
}

describe('creating a temporary password that the cloud refuses before execution', () => {
  it.each([
    ['HTTP 429', 'throttle'],
    ['1110', { vendorCode: 1110 }],
    ['1199', { vendorCode: 1199 }],
  ] as const)('(%s) sends it again with a new ticket and the same PIN', async (_, fault) => {
    const { passwords, clock, simulator, ticketIds, stored, createdCount } = setUp()
    simulator.faults.next(CREATE, fault)
    simulator.faults.next(CREATE, fault)
    const { password } = await settle(clock, passwords.create(guest))
    expect(ticketIds()).toHaveLength(3)
    expect(new Set(ticketIds()).size).toBe(3)
    expect([stored().at(-1)?.pin, createdCount()]).toEqual([password, 1])
    expect(clock.now() - START_MS).toBeGreaterThanOrEqual(2_000)
  })

  it('fails after three tickets, each sent once', async () => {
    const { passwords, clock, simulator, ticketIds, sent, createdCount } = setUp()
    simulator.faults.always(CREATE, 'throttle')
    const error = await failureOf(clock, passwords.create(guest))
    expect(isTransportError(error) && error.statusCode).toBe(429)
    expect(ticketIds()).toHaveLength(3)
    expect(new Set(ticketIds()).size).toBe(3)
    expect([sent(TICKET).length, createdCount()]).toEqual([3, 0])
  })

  it('sends a start in the future with each request if it has no start', async () => {
    const { passwords, clock, simulator } = setUp()
    simulator.faults.next(CREATE, 'throttle')
    const { fromMs } = await settle(clock, passwords.create({ name: 'Now', toMs: guest.toMs }))
    expect(fromMs).toBe(START_MS + 11_000)
  })

  it('fails at once if the cloud requests a wait of half an hour', async () => {
    const { harness, clock } = setUp()
    const throttled = new TransportError(
      { action: CREATE },
      { delivery: 'unknown', reason: 'test', statusCode: 429, retryAfterMs: 1_800_000 },
    )
    const overrides = { [CREATE]: () => Promise.reject(throttled) }
    expect(await failureOf(clock, flowOf(harness, { overrides }).create(guest))).toBe(throttled)
    expect(clock.now() - START_MS).toBeLessThan(1_000)
  })

  it('does not send it again for the code of a final rejection', async () => {
    const { passwords, clock, simulator, ticketIds } = setUp()
    simulator.faults.next(CREATE, { vendorCode: 2307 })
    const error = await failureOf(clock, passwords.create(guest))
    expect(isVendorError(error) && error.meaning).toBe('at most 99 passwords')
    expect(ticketIds()).toHaveLength(1)
  })
})

describe('a ticket for a temporary password', () => {
  const CIPHER_MS = 14_000

  /** Tickets with these validities in seconds, one after the other, and a cipher that calls a slow server. */
  const withValidities = (...validities: readonly number[]) => {
    const base = setUp()
    const { harness, clock, simulator, ticketIds } = base
    const cipher = harness.options.passwordCipher
    let tickets = 0
    const passwords = flowOf(harness, {
      passwordCipher: {
        encrypt: async (ticket, pin) => {
          clock.advance(CIPHER_MS)
          return (await cipher?.encrypt(ticket, pin)) ?? ''
        },
      },
      overrides: {
        [TICKET]: async (send) => ({
          ...((await send()) as object),
          expire_time: validities[Math.min(tickets++, validities.length - 1)],
        }),
      },
    })
    const indexes = () =>
      ticketIds().map((used) => simulator.world.tickets.findIndex(({ id }) => id === used))
    return { ...base, passwords, indexes }
  }

  it('is replaced by the next one if it expires within ten seconds', async () => {
    const { passwords, clock, indexes, createdCount } = withValidities(24, 360)
    await settle(clock, passwords.create(guest))
    expect([indexes(), createdCount()]).toEqual([[1], 1])
  })

  it('is used if it expires after eleven seconds', async () => {
    const { passwords, clock, indexes } = withValidities(25)
    await settle(clock, passwords.create(guest))
    expect(indexes()).toEqual([0])
  })

  it('is not fetched a fourth time', async () => {
    const { passwords, clock, sent, createdCount } = withValidities(24)
    const error = await failureOf(clock, passwords.create(guest))
    expect(isTransportError(error) && error.delivery).toBe('not-sent')
    expect([sent(TICKET).length, sent(CREATE).length, createdCount()]).toEqual([3, 0, 0])
  })
})

describe('a password cipher', () => {
  const message = 'no key for 9047163'
  const broken: readonly (readonly [string, () => unknown])[] = [
    [
      'throws',
      () => {
        throw new TypeError(message)
      },
    ],
    ['rejects', () => Promise.reject(new Error(message))],
    ['rejects with a string', () => Promise.reject(message)],
    ['returns the plain PIN', () => '9047163'],
    ['returns an object', () => ({ password: '9047163' })],
    ['returns half a block', () => 'ABCD'],
    ['never answers', () => new Promise(() => {})],
  ]

  it.each(broken)('that %s causes a TransportError without its message', async (_, encrypt) => {
    for (const options of [overMiniProgram(), overPanel]) {
      const { passwords, clock, events, createdCount, timers, sent } = createPasswordHarness(
        options,
        {
          passwordCipher: { encrypt: encrypt as PasswordCipher['encrypt'] },
          panelPasswordCipher: encrypt as () => string,
        },
      )
      const error = await failureOf(clock, passwords.create({ ...guest, password: '9047163' }))
      expect(isTransportError(error) && [error.delivery, error.action]).toEqual([
        'not-sent',
        'temporaryPasswords.create',
      ])
      expect(JSON.stringify([String(error), error, events])).not.toContain('9047163')
      expect([createdCount(), timers.now, sent(CREATE), sent(PANEL_CREATE)]).toEqual([0, 0, [], []])
    }
  })

  it('may fail with an SdkError, which is passed on', async () => {
    const refusal = new ParamsError({ action: 'passwordCipher' }, [])
    const { passwords, clock } = createPasswordHarness(overMiniProgram(), {
      passwordCipher: { encrypt: () => Promise.reject(refusal) },
    })
    expect(await failureOf(clock, passwords.create(guest))).toBe(refusal)
  })

  it('receives only the ticket key and the PIN', async () => {
    const received: unknown[] = []
    const { harness, clock } = createPasswordHarness(overMiniProgram())
    const passwordCipher: PasswordCipher = {
      encrypt: (ticket, pin) => {
        received.push(Object.keys(ticket), pin)
        return harness.options.passwordCipher?.encrypt(ticket, pin) ?? Promise.reject()
      },
    }
    await settle(
      clock,
      flowOf(harness, { passwordCipher }).create({ ...guest, password: '7086519' }),
    )
    expect(received).toEqual([['ticket_key'], '7086519'])
  })
})
