import { lastValueFrom, of, Subject } from 'rxjs'
import { expect, it } from 'vitest'
import type { OpenApiToken } from '../../src/open-api/token-store'
import { createTokens } from '../../src/open-api/tokens'
import { request, START } from './support'

const tokenOf = (name: string): OpenApiToken => ({
  accessToken: `access-${name}`,
  refreshToken: `refresh-${name}`,
  renewAt: START + 3_600_000,
})

/** Two token requests: the second call starts its own, because the first request is too old. */
const setUpSuperseded = () => {
  let now = START
  const flights: Subject<OpenApiToken>[] = []
  const tokens = createTokens({
    fetchToken: () => {
      const flight = new Subject<OpenApiToken>()
      flights.push(flight)
      return flight
    },
    store: undefined,
    now: () => now,
  })
  const received: string[] = []
  const recordFor = (caller: string) => ({
    next: ({ accessToken }: OpenApiToken) => received.push(`${caller}: ${accessToken}`),
    error: () => received.push(`${caller}: failed`),
  })
  tokens.current(request).subscribe(recordFor('first'))
  now += request.timeoutMs
  tokens.current(request).subscribe(recordFor('second'))
  const answerOf = (index: number) => flights[index] ?? expect.fail(`no request ${index}`)
  return { tokens, flights, received, recordFor, answerOf }
}

it('createTokens keeps the token of the newest request when an older answer arrives later', () => {
  const { tokens, flights, received, recordFor, answerOf } = setUpSuperseded()
  answerOf(1).next(tokenOf('new'))
  answerOf(0).next(tokenOf('old'))
  tokens.current(request).subscribe(recordFor('third'))
  expect(received).toEqual(['second: access-new', 'first: access-old', 'third: access-new'])
  expect(flights).toHaveLength(2)
})

it('createTokens ignores the failure of a superseded token request', () => {
  const { tokens, flights, received, recordFor, answerOf } = setUpSuperseded()
  answerOf(0).error(new Error('late'))
  tokens.current(request).subscribe(recordFor('third'))
  answerOf(1).next(tokenOf('new'))
  tokens.after(tokenOf('new'), request).subscribe(recordFor('rejected'))
  answerOf(2).next(tokenOf('newer'))
  expect(received).toEqual([
    'first: failed',
    'second: access-new',
    'third: access-new',
    'rejected: access-newer',
  ])
  expect(flights).toHaveLength(3)
})

it('createTokens starts a new token request for a call that is repeated after a failed one', () => {
  const { tokens, flights, received, recordFor, answerOf } = setUpSuperseded()
  tokens.current(request).subscribe({
    error: () => tokens.current(request).subscribe(recordFor('again')),
  })
  answerOf(1).error(new Error('rejected'))
  expect(flights).toHaveLength(3)
  answerOf(2).next(tokenOf('next'))
  expect(received).toEqual(['second: failed', 'again: access-next'])
})

it('createTokens lets a call with a rejected token join the open request that follows a failed one', () => {
  const { tokens, flights, received, recordFor, answerOf } = setUpSuperseded()
  answerOf(1).error(new Error('rejected'))
  tokens.current(request).subscribe(recordFor('third'))
  tokens.after(tokenOf('old'), request).subscribe(recordFor('late'))
  answerOf(2).next(tokenOf('next'))
  expect(received).toEqual(['second: failed', 'third: access-next', 'late: access-next'])
  expect(flights).toHaveLength(3)
})

it.each([
  ['the store', 1, 'refresh-stored'],
  ['the memory', -1, 'refresh-first'],
])(
  'createTokens refreshes with the token of %s if it expires later',
  async (_, laterMs, expected) => {
    let now = START
    const spent: (string | undefined)[] = []
    let stored: OpenApiToken | undefined
    const tokens = createTokens({
      fetchToken: (refreshToken) => {
        spent.push(refreshToken)
        return of(tokenOf(refreshToken === undefined ? 'first' : 'next'))
      },
      store: { get: () => stored, set: () => undefined },
      now: () => now,
    })
    const first = await lastValueFrom(tokens.current(request))
    stored = { ...tokenOf('stored'), renewAt: first.renewAt + laterMs }
    now = first.renewAt + 1
    await lastValueFrom(tokens.current(request))
    expect(spent).toEqual([undefined, expected])
  },
)
