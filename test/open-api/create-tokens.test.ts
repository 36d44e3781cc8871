import { Subject } from 'rxjs'
import { expect, it } from 'vitest'
import type { OpenApiToken } from '../../src/open-api/token-store'
import { createTokens } from '../../src/open-api/tokens'
import { request, START } from './support'

const tokenOf = (name: string): OpenApiToken => ({
  accessToken: `access-${name}`,
  refreshToken: `refresh-${name}`,
  renewAt: START + 3_600_000,
})

/** A call that waits for a token, and a first request for it that the cloud answers late. */
const overtaken = () => {
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
  const got: string[] = []
  const note = (who: string) => ({
    next: ({ accessToken }: OpenApiToken) => got.push(`${who}: ${accessToken}`),
    error: () => got.push(`${who}: failed`),
  })
  tokens.current(request).subscribe(note('first'))
  now += request.timeoutMs
  tokens.current(request).subscribe(note('second'))
  const answerOf = (index: number) => flights[index] ?? expect.fail(`no request ${index}`)
  return { tokens, flights, got, note, answerOf }
}

it('keeps the token of the newest request when an older one is answered after it', () => {
  const { tokens, flights, got, note, answerOf } = overtaken()
  answerOf(1).next(tokenOf('new'))
  answerOf(0).next(tokenOf('old'))
  tokens.current(request).subscribe(note('third'))
  expect(got).toEqual(['second: access-new', 'first: access-old', 'third: access-new'])
  expect(flights).toHaveLength(2)
})

it('is not shaken by the failure of a request that was overtaken', () => {
  const { tokens, flights, got, note, answerOf } = overtaken()
  answerOf(0).error(new Error('late'))
  tokens.current(request).subscribe(note('third'))
  answerOf(1).next(tokenOf('new'))
  tokens.after(tokenOf('new'), request).subscribe(note('refused'))
  answerOf(2).next(tokenOf('newer'))
  expect(got).toEqual([
    'first: failed',
    'second: access-new',
    'third: access-new',
    'refused: access-newer',
  ])
  expect(flights).toHaveLength(3)
})

it('requests another token for a call that is repeated at once after its token failed', () => {
  const { tokens, flights, got, note, answerOf } = overtaken()
  tokens.current(request).subscribe({
    error: () => tokens.current(request).subscribe(note('again')),
  })
  answerOf(1).error(new Error('refused'))
  expect(flights).toHaveLength(3)
  answerOf(2).next(tokenOf('next'))
  expect(got).toEqual(['second: failed', 'again: access-next'])
})

it('has a call whose token was refused wait for a request that is under way after one that failed', () => {
  const { tokens, flights, got, note, answerOf } = overtaken()
  answerOf(1).error(new Error('refused'))
  tokens.current(request).subscribe(note('third'))
  tokens.after(tokenOf('old'), request).subscribe(note('late'))
  answerOf(2).next(tokenOf('next'))
  expect(got).toEqual(['second: failed', 'third: access-next', 'late: access-next'])
  expect(flights).toHaveLength(3)
})
