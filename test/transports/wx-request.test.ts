import { lastValueFrom, type Observable, toArray } from 'rxjs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { noResult, params } from '../../actions/shared'
import { defineAction } from '../../src/core/action'
import { isTransportError } from '../../src/core/errors/transport-error'
import { isUnsupportedError } from '../../src/core/errors/unsupported-error'
import { createPanel } from '../../src/core/panel/create-panel'
import type { TransportAnswer, TransportRequest } from '../../src/core/transport/transport'
import type { WxLike, WxRequestInit, WxResponse } from '../../src/core/transport/wx-like'
import { wxRequest } from '../../src/transports/wx-request'
import { expectNoSecret } from './conformance'
import { headers, request, secrets, token } from './sample-request'

/** A command without a result: an empty answer must not count as its success. */
const command = defineAction({
  name: 'test.command',
  family: 'mini-program',
  safety: 'once',
  check: 'test.command',
  locks: ['any'],
  params: params({}),
  result: noResult(),
})

const url = 'https://door.example/panel'

/** A `wx` that keeps every request open until the test ends it. */
const openWx = () => {
  const inits: WxRequestInit[] = []
  const abort = vi.fn()
  const wx: WxLike = {
    request: (init) => {
      inits.push(init)
      return { abort }
    },
  }
  return { wx, inits, abort }
}

/** A `wx` that answers synchronously. */
const answering = (response: WxResponse): WxLike => ({
  request: (init) => {
    init.success?.(response)
    return undefined
  },
})

const ok: WxResponse = { data: '{"success":true,"result":true}', statusCode: 200, header: {} }

const failureOf = (sent: Observable<TransportAnswer>): Promise<unknown> =>
  lastValueFrom(sent).then(
    () => expect.fail('expected a failure, received an answer'),
    (error: unknown) => error,
  )

const sentInit = async (options: object = {}, changed: Partial<TransportRequest> = {}) => {
  const { wx, inits } = openWx()
  wxRequest({ url, wx, ...options })
    .send({ ...request, ...changed })
    .subscribe()
  await vi.waitUntil(() => inits.length > 0)
  return inits[0] as WxRequestInit
}

describe('the request of wxRequest', () => {
  it("is the vendor's {action, params} as JSON text, with the caller's headers", async () => {
    const { data, ...init } = await sentInit({ headers })
    expect(init).toMatchObject({
      url,
      method: 'POST',
      header: { 'content-type': 'application/json', Authorization: `Bearer ${token}` },
    })
    expect(JSON.parse(String(data))).toEqual({
      action: 'doorLock.listUsers',
      params: { device_id: 'vdevo1', page_no: 1 },
    })
  })

  it('contains the version of an action that has one', async () => {
    const { data } = await sentInit({}, { version: '2.0' })
    expect(JSON.parse(String(data))).toMatchObject({ version: '2.0' })
  })

  it('asks for text, so that a Long keeps its digits, and for no redirect', async () => {
    expect(await sentInit()).toMatchObject({
      dataType: 'text',
      responseType: 'text',
      redirect: 'manual',
    })
  })

  it.each([
    [10_000, 11_000],
    [200.4, 1_201],
    [59_500, 60_000],
    [120_000, 60_000],
    [Number.POSITIVE_INFINITY, 60_000],
  ])(
    'turns a panel time-out of %d ms into a platform time-out of %d ms',
    async (timeoutMs, timeout) => {
      expect(await sentInit({}, { timeoutMs })).toMatchObject({ timeout })
    },
  )

  it('is not made when the headers function fails', async () => {
    const { wx, inits } = openWx()
    const failingHeaders = () => Promise.reject(new Error(`no session for ${token}`))
    const error = await failureOf(wxRequest({ url, wx, headers: failingHeaders }).send(request))
    expect(error).toMatchObject({ kind: 'transport', delivery: 'not-sent', requestId: 'request-1' })
    expectNoSecret(error, { secrets })
    expect(inits).toEqual([])
  })

  it('is not made when the caller unsubscribes while the headers function runs', async () => {
    const { wx, inits } = openWx()
    const slow = Promise.resolve({})
    const subscription = wxRequest({ url, wx, headers: () => slow })
      .send(request)
      .subscribe()
    subscription.unsubscribe()
    await lastValueFrom(wxRequest({ url, wx: answering(ok), headers: () => slow }).send(request))
    expect(inits).toEqual([])
  })
})

describe('the answer of wxRequest', () => {
  const answerTo = (response: WxResponse, now?: () => number) =>
    lastValueFrom(
      wxRequest({ url, headers, wx: answering(response), ...(now && { clock: { now } }) }).send(
        request,
      ),
    )

  it('contains the text, the status and the secrets of the request', async () => {
    expect(await answerTo(ok)).toEqual({
      body: { text: ok.data },
      statusCode: 200,
      retryAfterMs: undefined,
      secrets: expect.arrayContaining([token]),
    })
  })

  it('contains the parsed value of a host that ignores the data type text', async () => {
    const value = { success: true }
    expect((await answerTo({ ...ok, data: value })).body).toEqual({ value })
  })

  it.each([
    ['retry-after', '7', 7_000],
    ['Retry-After', '7', 7_000],
    ['RETRY-AFTER', 7, 7_000],
    ['Retry-After', 'Thu, 01 Jan 1970 00:00:09 GMT', 5_000],
    ['Retry-After', 'soon', undefined],
    ['X-Retry-After', '7', undefined],
  ])('contains the wait of the header %s: %s', async (name, value, retryAfterMs) => {
    const throttled = { ...ok, statusCode: 429, header: { 'Content-Type': 'a', [name]: value } }
    expect(await answerTo(throttled, () => 4_000)).toMatchObject({ statusCode: 429, retryAfterMs })
  })

  it.each([undefined, null])(
    'contains the body when a wrapper returns %j instead of headers',
    async (header) => {
      const response = { data: 'x', statusCode: 200, header } as unknown as WxResponse
      expect(await answerTo(response)).toMatchObject({ body: { text: 'x' } })
    },
  )
})

describe('the RequestTask', () => {
  it('is aborted after the last unsubscribe, and its failure is not reported', async () => {
    const { wx, inits, abort } = openWx()
    const errors: unknown[] = []
    const subscription = wxRequest({ url, wx })
      .send(request)
      .subscribe({ error: (error) => errors.push(error) })
    await vi.waitUntil(() => inits.length > 0)
    subscription.unsubscribe()
    expect(abort).toHaveBeenCalledTimes(1)
    inits[0]?.fail?.({ errMsg: 'request:fail abort' })
    expect(errors).toEqual([])
  })

  it.each([
    ['an answer', (init: WxRequestInit) => init.success?.(ok)],
    [
      'a failure',
      (init: WxRequestInit) => init.fail?.({ errMsg: 'request:fail timeout', errno: 5 }),
    ],
  ])('is not aborted after %s', async (_, end) => {
    const { wx, inits, abort } = openWx()
    const subscription = wxRequest({ url, wx })
      .send(request)
      .subscribe({ error: () => undefined })
    await vi.waitUntil(() => inits.length > 0)
    end(inits[0] as WxRequestInit)
    subscription.unsubscribe()
    expect(abort).not.toHaveBeenCalled()
  })

  it('may be missing from the return value of wx.request', async () => {
    const start = vi.fn<WxLike['request']>(() => undefined)
    const subscription = wxRequest({ url, wx: { request: start } })
      .send(request)
      .subscribe()
    await vi.waitUntil(() => start.mock.calls.length > 0)
    expect(() => subscription.unsubscribe()).not.toThrow()
  })
})

describe('a wx that returns a promise', () => {
  const over = (start: WxLike['request']) =>
    wxRequest({ url, wx: { request: start } }).send(request)

  it('answers with the response that the promise resolves with', async () => {
    expect(await lastValueFrom(over(async () => ok))).toMatchObject({ body: { text: ok.data } })
  })

  it('answers once when it also calls success', async () => {
    const answers = await lastValueFrom(
      over(async (init) => {
        init.success?.(ok)
        return { ...ok, data: 'second' }
      }).pipe(toArray()),
    )
    expect(answers).toMatchObject([{ body: { text: ok.data } }])
  })

  it('answers later when the promise resolves with nothing', async () => {
    const answer = lastValueFrom(
      over(async (init) => {
        setImmediate(() => init.success?.(ok))
      }),
    )
    expect(await answer).toMatchObject({ statusCode: 200 })
  })

  it('fails when the promise rejects', async () => {
    const failed = { errMsg: 'request:fail timeout', errno: 5 }
    const error = await failureOf(over(() => Promise.reject(failed)))
    expect(error).toMatchObject({ delivery: 'unknown', reason: expect.stringContaining('errno 5') })
  })

  it.each([
    ['of the task', (abort: () => void) => Promise.resolve({ abort })],
    ['with the task methods', (abort: () => void) => Object.assign(Promise.resolve(), { abort })],
  ])('is aborted when the caller unsubscribes: %s', async (_, promiseOf) => {
    const abort = vi.fn()
    const start = vi.fn(() => promiseOf(abort))
    const subscription = over(start).subscribe()
    await vi.waitUntil(() => start.mock.calls.length > 0)
    await promiseOf(abort)
    subscription.unsubscribe()
    expect(abort).toHaveBeenCalledTimes(1)
  })
})

describe('a wx that fails', () => {
  it.each([undefined, null, {}, '', 'ok', { statusCode: 200 }, { statusCode: 200, data: null }])(
    'gives no answer when success receives %j, so that no command counts as executed',
    async (response) => {
      const panel = createPanel({
        actions: { command },
        transport: wxRequest({ url, wx: answering(response as never) }),
      })
      await expect(panel.apiRequest('test.command', {})).rejects.toMatchObject({
        kind: 'outcome-unknown',
        causeKind: 'transport',
      })
    },
  )

  it('keeps the status of a response without data', async () => {
    const response = { statusCode: 429, header: { 'Retry-After': '7' } } as WxResponse
    const sent = wxRequest({ url, wx: answering(response) }).send(request)
    expect(await lastValueFrom(sent)).toMatchObject({ statusCode: 429, retryAfterMs: 7_000 })
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('no task')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no task')) as never],
  ])('can be unsubscribed when its abort %s', async (_, abort) => {
    const start = vi.fn<WxLike['request']>(() => ({ abort }))
    const subscription = wxRequest({ url, wx: { request: start } })
      .send(request)
      .subscribe()
    await vi.waitUntil(() => start.mock.calls.length > 0)
    expect(() => subscription.unsubscribe()).not.toThrow()
  })

  it('causes an unknown delivery when it throws, because a wrapper may have sent the request', async () => {
    const wx: WxLike = {
      request: () => {
        throw new Error(`broken wrapper ${token}`)
      },
    }
    const error = await failureOf(wxRequest({ url, headers, wx }).send(request))
    if (!isTransportError(error)) throw error
    expect(error.delivery).toBe('unknown')
    expectNoSecret(error, { secrets })
  })

  it('may call fail synchronously', async () => {
    const wx: WxLike = {
      request: (init) => {
        init.fail?.({ errMsg: 'request:fail url not in domain list', errno: 600002 })
        return undefined
      },
    }
    const error = await failureOf(wxRequest({ url, wx }).send(request))
    expect(error).toMatchObject({ delivery: 'not-sent', action: request.action, attempt: 2 })
  })
})

describe("the platform's own wx", () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it.each([
    ['it is undefined', undefined],
    ['it is null', null],
    ['it is the wx of a page in a web-view', { miniProgram: {} }],
  ])('causes an unsupported error when %s', async (_, platform) => {
    vi.stubGlobal('wx', platform)
    const error = await failureOf(wxRequest({ url }).send(request))
    expect(isUnsupportedError(error)).toBe(true)
    expect(String(error)).toContain('no wx.request')
  })

  it('is looked up when a request is sent, not when the transport is created', async () => {
    const transport = wxRequest({ url })
    vi.stubGlobal('wx', answering(ok))
    expect(await lastValueFrom(transport.send(request))).toMatchObject({ statusCode: 200 })
  })
})
