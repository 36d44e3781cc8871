import { once } from 'node:events'
import { createServer } from 'node:net'
import { lastValueFrom } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isTransportError } from '../../src/core/errors/transport-error'
import { isUnsupportedError } from '../../src/core/errors/unsupported-error'
import type { FetchInit, FetchLike } from '../../src/core/transport/fetch-like'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { type ScriptedServer, startScriptedServer } from '../support/scripted-server'
import { describeTransport, expectNoSecret } from './conformance'
import { headers, request, secrets, token } from './sample-request'

const unusedPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

describeTransport(
  'fetchTransport',
  async () => {
    const server = await startScriptedServer()
    return {
      transport: fetchTransport({ url: server.url, headers }),
      request,
      secrets,
      requests: () => server.received.length,
      script: server.script,
      arrival: server.arrival,
      unreachable: async () => {
        const port = await unusedPort()
        return [
          { why: 'refused', url: `http://127.0.0.1:${port}/` },
          { why: 'refused at every address', url: `http://localhost:${port}/` },
          { why: 'unknown host', url: 'http://lockpanel.invalid/' },
          { why: 'no address', url: 'lockpanel' },
        ].map(({ why, url }) => ({ why, transport: fetchTransport({ url, headers }) }))
      },
      close: server.close,
    }
  },
  { http: true, text: true, aborts: true, reportsNotSent: true },
)

describe('fetchTransport', () => {
  let server: ScriptedServer
  beforeEach(async () => {
    server = await startScriptedServer()
  })
  afterEach(async () => {
    vi.unstubAllGlobals()
    await server.close()
  })

  const failureOf = (options: Parameters<typeof fetchTransport>[0]): Promise<unknown> =>
    lastValueFrom(fetchTransport(options).send(request)).then(
      () => expect.fail('expected a failure, received an answer'),
      (error: unknown) => error,
    )

  it("posts the vendor's {action, params} as JSON, with the caller's headers", async () => {
    await lastValueFrom(fetchTransport({ url: server.url, headers }).send(request))
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    })
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
      action: 'doorLock.listUsers',
      params: { device_id: 'vdevo1', page_no: 1 },
    })
  })

  it('does not abort a request after its answer', async () => {
    const inits: FetchInit[] = []
    const watching: FetchLike = (url, init) => {
      inits.push(init)
      return fetch(url, init as RequestInit)
    }
    await lastValueFrom(fetchTransport({ url: server.url, fetch: watching }).send(request))
    expect(inits).toMatchObject([{ signal: { aborted: false } }])
  })

  it('sends the version of an action that has one', async () => {
    await lastValueFrom(fetchTransport({ url: server.url }).send({ ...request, version: '2.0' }))
    expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject({ version: '2.0' })
  })

  it('sends the content type of the caller when the caller sets one', async () => {
    const own = { 'Content-Type': 'application/json; charset=utf-8' }
    await lastValueFrom(fetchTransport({ url: server.url, headers: own }).send(request))
    expect(server.received[0]?.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('calls the headers function for every request', async () => {
    let calls = 0
    const fresh = async () => {
      calls += 1
      return { 'x-session': `session-${calls}` }
    }
    const sent = fetchTransport({ url: server.url, headers: fresh }).send(request)
    expect(calls).toBe(0)
    await lastValueFrom(sent)
    await lastValueFrom(sent)
    expect(server.received.map(({ headers: { 'x-session': session } }) => session)).toEqual([
      'session-1',
      'session-2',
    ])
  })

  it('lists the header values and the words in them as secrets of the answer', async () => {
    const sent = { ...headers, Cookie: 'sid=abcdef123; theme=dark', 'x-v': '1' }
    const answer = await lastValueFrom(
      fetchTransport({ url: server.url, headers: sent }).send(request),
    )
    expect(answer.secrets).toEqual(expect.arrayContaining([`Bearer ${token}`, token, 'abcdef123']))
    expect(answer.secrets).not.toContain('1')
    expect(answer.secrets).not.toContain('application/json')
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error(`no session for ${token}`)
      },
    ],
    ['rejects', () => Promise.reject(new Error(`no session for ${token}`))],
    ['returns a value that is not text', () => ({ authorization: undefined as unknown as string })],
    ['returns a line break', () => ({ authorization: `${token}\nx: y` })],
    ['returns a character that HTTP cannot carry', () => ({ authorization: `${token}前门` })],
    ['returns an invalid header name', () => ({ [`a ${token}`]: 'b' })],
  ])('sends nothing when the headers function %s', async (_, headersFunction) => {
    const error = await failureOf({ url: server.url, headers: headersFunction })
    if (!isTransportError(error)) throw error
    expect(error.delivery).toBe('not-sent')
    expect(error).toMatchObject({ action: request.action, requestId: 'request-1', attempt: 2 })
    expectNoSecret(error, { secrets })
    expect(server.received).toEqual([])
  })

  it('sends nothing when the caller unsubscribes while the headers function runs', async () => {
    let resolveHeaders = (_: Record<string, string>): void => undefined
    const slow = new Promise<Record<string, string>>((resolve) => {
      resolveHeaders = resolve
    })
    const fetch = vi.fn<FetchLike>()
    fetchTransport({ url: server.url, headers: () => slow, fetch })
      .send(request)
      .subscribe()
      .unsubscribe()
    resolveHeaders({})
    await slow
    await lastValueFrom(fetchTransport({ url: server.url }).send(request))
    expect(fetch).not.toHaveBeenCalled()
  })

  it('fails when there is no global fetch, unless the options contain a fetch', async () => {
    const own = globalThis.fetch
    vi.stubGlobal('fetch', undefined)
    const error = await failureOf({ url: server.url })
    expect(isUnsupportedError(error)).toBe(true)
    expect(String(error)).toContain('no fetch')
    const given = fetchTransport({ url: server.url, fetch: own })
    expect(await lastValueFrom(given.send(request))).toMatchObject({ statusCode: 200 })
  })

  it('ignores the answer to an unsubscribed request when there is no AbortController', async () => {
    vi.stubGlobal('AbortController', undefined)
    const answers: ((response: Response) => void)[] = []
    const fetch = vi.fn<FetchLike>(() => new Promise((answer) => answers.push(answer)))
    const transport = fetchTransport({ url: server.url, fetch })
    const received: unknown[] = []
    const listen = () =>
      transport.send(request).subscribe({ next: (answer) => received.push(answer.body) })

    const unsubscribed = listen()
    listen()
    await vi.waitUntil(() => answers.length === 2)
    unsubscribed.unsubscribe()
    answers.forEach((answer, index) => {
      answer(new Response(`answer ${index}`))
    })
    await vi.waitUntil(() => received.length > 0)
    expect(received).toEqual([{ text: 'answer 1' }])
    expect(fetch.mock.calls[0]?.[1]).not.toHaveProperty('signal')
  })

  it('follows no redirect, so no request and no header reaches another server', async () => {
    const otherServer = await startScriptedServer()
    server.script({ status: 307, headers: { location: otherServer.url }, body: '' })
    const answer = await lastValueFrom(fetchTransport({ url: server.url, headers }).send(request))
    expect(answer.statusCode).toBe(307)
    expect(otherServer.received).toEqual([])
    await otherServer.close()
  })

  it('fails with an unknown delivery when a browser reports a redirect', async () => {
    const fetch: FetchLike = async () => Response.error()
    const error = await failureOf({ url: server.url, fetch })
    expect(error).toMatchObject({ delivery: 'unknown' })
    expect(String(error)).toContain('redirects')
  })

  it('fails with an unknown delivery after a failure without a code, as in a browser', async () => {
    const fetch: FetchLike = () => Promise.reject(new TypeError(`Failed to fetch ${token}`))
    const error = await failureOf({ url: server.url, headers, fetch })
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown' })
    expectNoSecret(error, { secrets })
  })

  it('keeps the status of an answer that breaks off, and never reports it as not sent', async () => {
    const fetch: FetchLike = async () => ({
      status: 429,
      headers: new Headers({ 'retry-after': 'Thu, 01 Jan 1970 00:00:09 GMT' }),
      text: () => Promise.reject(Object.assign(new Error(token), { code: 'ECONNREFUSED' })),
    })
    const error = await failureOf({ url: server.url, headers, fetch, clock: { now: () => 4000 } })
    expect(error).toMatchObject({ delivery: 'unknown', statusCode: 429, retryAfterMs: 5000 })
    expectNoSecret(error, { secrets })
  })

  it('reuses the connection of an answered request', async () => {
    const transport = fetchTransport({ url: server.url })
    for (let count = 0; count < 3; count += 1) {
      await lastValueFrom(transport.send(request))
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(server.connections()).toBe(1)
  })

  it('does not let Node resend a request on a stale connection', async () => {
    const transport = fetchTransport({ url: server.url })
    await lastValueFrom(transport.send(request))
    await new Promise((resolve) => setImmediate(resolve))
    server.script('drop-before')
    expect(await failureOf({ url: server.url })).toMatchObject({ delivery: 'unknown' })
    expect([server.connections(), server.received.length]).toEqual([1, 2])
  })
})
