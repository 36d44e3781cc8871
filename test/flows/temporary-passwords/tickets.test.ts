import { describe, expect, it } from 'vitest'
import { ParamsError } from '../../../src/core/errors/params-error'
import { isTransportError, TransportError } from '../../../src/core/errors/transport-error'
import { isVendorError } from '../../../src/core/errors/vendor-error'
import type { PasswordCipher } from '../../../src/crypto/password-cipher'
import { failureOf, settle } from '../support/settle'
import { START_MS } from '../support/stage'
import {
  CREATE,
  flowOf,
  guest,
  overMiniProgram,
  overPanel,
  PANEL_CREATE,
  storyOf,
  TICKET,
} from './story'

const story = () => {
  const all = storyOf(overMiniProgram())
  return { ...all, ticketIds: () => all.sent(CREATE).map(({ ticket_id }) => ticket_id) }
}

describe('a creation that is refused before it is carried out', () => {
  it.each([
    ['HTTP 429', 'throttle'],
    ['1110', { vendorCode: 1110 }],
    ['1199', { vendorCode: 1199 }],
  ] as const)('(%s) is sent again with a new ticket and the same digits', async (_, fault) => {
    const { passwords, clock, simulator, ticketIds, stored, madeCount } = story()
    simulator.faults.next(CREATE, fault)
    simulator.faults.next(CREATE, fault)
    const { password } = await settle(clock, passwords.create(guest))
    expect(ticketIds()).toHaveLength(3)
    expect(new Set(ticketIds()).size).toBe(3)
    expect([stored().at(-1)?.pin, madeCount()]).toEqual([password, 1])
    expect(clock.now() - START_MS).toBeGreaterThanOrEqual(2_000)
  })

  it('fails after three tickets, none of which went out twice', async () => {
    const { passwords, clock, simulator, ticketIds, sent, madeCount } = story()
    simulator.faults.always(CREATE, 'throttle')
    const error = await failureOf(clock, passwords.create(guest))
    expect(isTransportError(error) && error.statusCode).toBe(429)
    expect(ticketIds()).toHaveLength(3)
    expect(new Set(ticketIds()).size).toBe(3)
    expect([sent(TICKET).length, madeCount()]).toEqual([3, 0])
  })

  it('still begins in the future where it is to begin at once', async () => {
    const { passwords, clock, simulator } = story()
    simulator.faults.next(CREATE, 'throttle')
    const { fromMs } = await settle(clock, passwords.create({ name: 'Now', toMs: guest.toMs }))
    expect(fromMs).toBe(START_MS + 11_000)
  })

  it('fails at once where the cloud asks for half an hour', async () => {
    const { stage, clock } = story()
    const throttled = new TransportError(
      { action: CREATE },
      { delivery: 'unknown', reason: 'test', statusCode: 429, retryAfterMs: 1_800_000 },
    )
    const stands = { [CREATE]: () => Promise.reject(throttled) }
    expect(await failureOf(clock, flowOf(stage, { stands }).create(guest))).toBe(throttled)
    expect(clock.now() - START_MS).toBeLessThan(1_000)
  })

  it('is not sent again where the cloud means it', async () => {
    const { passwords, clock, simulator, ticketIds } = story()
    simulator.faults.next(CREATE, { vendorCode: 2307 })
    const error = await failureOf(clock, passwords.create(guest))
    expect(isVendorError(error) && error.meaning).toBe('at most 99 passwords')
    expect(ticketIds()).toHaveLength(1)
  })
})

describe('a ticket', () => {
  const CIPHER_MS = 14_000

  /** Tickets that live so many seconds, one after the other, and a cipher that asks a slow server. */
  const shortLived = (...lives: readonly number[]) => {
    const all = story()
    const { stage, clock, simulator, ticketIds } = all
    const cipher = stage.options.passwordCipher
    let tickets = 0
    const passwords = flowOf(stage, {
      passwordCipher: {
        encrypt: async (ticket, digits) => {
          clock.advance(CIPHER_MS)
          return (await cipher?.encrypt(ticket, digits)) ?? ''
        },
      },
      stands: {
        [TICKET]: async (send) => ({
          ...((await send()) as object),
          expire_time: lives[Math.min(tickets++, lives.length - 1)],
        }),
      },
    })
    const indexes = () =>
      ticketIds().map((used) => simulator.world.tickets.findIndex(({ id }) => id === used))
    return { ...all, passwords, indexes }
  }

  it('with ten seconds left is not used: the next one is', async () => {
    const { passwords, clock, indexes, madeCount } = shortLived(24, 360)
    await settle(clock, passwords.create(guest))
    expect([indexes(), madeCount()]).toEqual([[1], 1])
  })

  it('with eleven seconds left is used', async () => {
    const { passwords, clock, indexes } = shortLived(25)
    await settle(clock, passwords.create(guest))
    expect(indexes()).toEqual([0])
  })

  it('is not fetched a fourth time', async () => {
    const { passwords, clock, sent, madeCount } = shortLived(24)
    const error = await failureOf(clock, passwords.create(guest))
    expect(isTransportError(error) && error.delivery).toBe('not-sent')
    expect([sent(TICKET).length, sent(CREATE).length, madeCount()]).toEqual([3, 0, 0])
  })
})

describe('a cipher', () => {
  const words = 'no key for 9047163'
  const wrong: readonly (readonly [string, () => unknown])[] = [
    [
      'throws',
      () => {
        throw new TypeError(words)
      },
    ],
    ['rejects', () => Promise.reject(new Error(words))],
    ['rejects with a text', () => Promise.reject(words)],
    ['gives the digits themselves', () => '9047163'],
    ['gives no text', () => ({ password: '9047163' })],
    ['gives half a block', () => 'ABCD'],
    ['never answers', () => new Promise(() => {})],
  ]

  it.each(wrong)('that %s ends in a named error without its words', async (_, encrypt) => {
    for (const options of [overMiniProgram(), overPanel]) {
      const { passwords, clock, events, madeCount, timers, sent } = storyOf(options, {
        passwordCipher: { encrypt: encrypt as PasswordCipher['encrypt'] },
        panelPasswordCipher: encrypt as () => string,
      })
      const error = await failureOf(clock, passwords.create({ ...guest, password: '9047163' }))
      expect(isTransportError(error) && [error.delivery, error.action]).toEqual([
        'not-sent',
        'temporaryPasswords.create',
      ])
      expect(JSON.stringify([String(error), error, events])).not.toContain('9047163')
      expect([madeCount(), timers.now, sent(CREATE), sent(PANEL_CREATE)]).toEqual([0, 0, [], []])
    }
  })

  it('that fails with an error of this package is heard', async () => {
    const refusal = new ParamsError({ action: 'passwordCipher' }, [])
    const { passwords, clock } = storyOf(overMiniProgram(), {
      passwordCipher: { encrypt: () => Promise.reject(refusal) },
    })
    expect(await failureOf(clock, passwords.create(guest))).toBe(refusal)
  })

  it('is given the ticket key and the digits, and no more', async () => {
    const given: unknown[] = []
    const { stage, clock } = storyOf(overMiniProgram())
    const passwordCipher: PasswordCipher = {
      encrypt: (ticket, digits) => {
        given.push(Object.keys(ticket), digits)
        return stage.options.passwordCipher?.encrypt(ticket, digits) ?? Promise.reject()
      },
    }
    await settle(clock, flowOf(stage, { passwordCipher }).create({ ...guest, password: '7086519' }))
    expect(given).toEqual([['ticket_key'], '7086519'])
  })
})
