import fc from 'fast-check'
import { defer, lastValueFrom } from 'rxjs'
import { expect, it } from 'vitest'
import { VendorError } from '../../src/core/errors/vendor-error'
import { createMutex } from '../../src/core/rx/mutex'
import type { OpenApiToken, TokenStore } from '../../src/open-api/token-store'
import { createTokens, type Tokens } from '../../src/open-api/tokens'
import { request, START } from './support'

const LIFETIME_MS = 7_200_000
type Lock = NonNullable<TokenStore['lock']>
const locks: Readonly<Record<string, () => Lock | undefined>> = {
  none: () => undefined,
  works: createMutex,
  throws: () => () => {
    throw new Error('no lock')
  },
  rejects: () => () => Promise.reject(new Error('no lock')),
  'does not call': () => () => undefined,
  'calls twice': () => (refresh) => Promise.all([refresh(), refresh()]),
  'fails after the refresh': () => async (refresh) => {
    await refresh()
    throw new Error('lock lost')
  },
}

/** Processes over one store and one cloud; the scheduler orders all their answers. */
const setUp = (scheduler: fc.Scheduler, lock: Lock | undefined) => {
  let now = START
  let issued = 0
  let current: OpenApiToken | undefined
  let isRefreshDead = false
  let saved: OpenApiToken | undefined
  const sent: (string | undefined)[] = []
  const delay = <T>(value: T): Promise<T> => scheduler.schedule(Promise.resolve(value))

  const answer = (refreshToken: string | undefined): OpenApiToken => {
    sent.push(refreshToken)
    const isKnown = refreshToken === current?.refreshToken && !isRefreshDead
    if (refreshToken !== undefined && !isKnown)
      throw new VendorError({ action: 'token' }, { code: 1010, message: 'token invalid' })
    isRefreshDead = false
    issued++
    current = { accessToken: `a${issued}`, refreshToken: `r${issued}`, renewAt: now + LIFETIME_MS }
    return current
  }
  const store: TokenStore = {
    get: () => delay(undefined).then(() => saved),
    set: (token) =>
      delay(undefined).then(() => {
        saved = token
      }),
    ...(lock && { lock }),
  }
  const start = (): Tokens =>
    createTokens({
      fetchToken: (refreshToken) =>
        defer(async () => {
          await delay(undefined)
          const token = answer(refreshToken)
          return delay(token)
        }),
      store,
      now: () => now,
    })
  return {
    start,
    sent,
    current: () => current,
    saved: () => saved,
    expire: () => {
      now += LIFETIME_MS
    },
    killRefreshToken: () => {
      isRefreshDead = true
    },
  }
}

const tokenOf = (tokens: Tokens) => lastValueFrom(tokens.current(request))

it('openApi gives every process a token over one store, also if the refresh token is dead or the lock fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.constantFrom(...Object.keys(locks)),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      async (scheduler, lockName, count, isDead) => {
        const cloud = setUp(scheduler, locks[lockName]?.())
        const first = cloud.start()
        await scheduler.waitFor(tokenOf(first))
        await scheduler.waitIdle()
        const processes = [first, ...Array.from({ length: count - 1 }, cloud.start)]
        cloud.expire()
        if (isDead) cloud.killRefreshToken()
        const tokens = await scheduler.waitFor(Promise.all(processes.map(tokenOf)))
        await scheduler.waitIdle()
        expect(tokens.map(({ accessToken }) => accessToken)).not.toContain('a1')
        expect(cloud.saved()).toBeDefined()
        if (count === 1 || lockName === 'works') {
          expect(cloud.sent).toEqual(isDead ? [undefined, 'r1', undefined] : [undefined, 'r1'])
          expect(new Set(tokens)).toEqual(new Set([cloud.current()]))
          expect(cloud.saved()).toEqual(cloud.current())
        }
      },
    ),
  )
})
