import { once } from 'node:events'
import { createServer } from 'node:net'
import { lastValueFrom } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isTransportError } from '../../src/core/errors/transport-error'
import { isUnsupportedError } from '../../src/core/errors/unsupported-error'
import type { FetchLike } from '../../src/core/transport/fetch-like'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { type ScriptedServer, startScriptedServer } from '../support/scripted-server'
import { describeTransport, expectNoSecret } from './conformance'
import { headers, request, secrets, token } from './sample-request'

const portOfNobody = async (): Promise<number> => {
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
        const port = await portOfNobody()
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
  { http: true, text: true, aborts: true, saysNotSent: true },
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
      () => expect.fail('it was answered'),
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

  it('names the version of an action that has one', async () => {
    await lastValueFrom(fetchTransport({ url: server.url }).send({ ...request, version: '2.0' }))
    expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject({ version: '2.0' })
  })

  it('leaves the content type to a caller who names one', async () => {
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

  it('says which values no message may repeat: the headers, and the words in them', async () => {
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
    ['gives no text', () => ({ authorization: undefined as unknown as string })],
    ['gives a line break', () => ({ authorization: `${token}\nx: y` })],
    ['gives what HTTP cannot carry', () => ({ authorization: `${token}前门` })],
    ['gives a name that is none', () => ({ [`a ${token}`]: 'b' })],
  ])('sends nothing when the headers function %s', async (_, wrong) => {
    const error = await failureOf({ url: server.url, headers: wrong })
    if (!isTransportError(error)) throw error
    expect(error.delivery).toBe('not-sent')
    expect(error).toMatchObject({ action: request.action, requestId: 'request-1', attempt: 2 })
    expectNoSecret(error, { secrets })
    expect(server.received).toEqual([])
  })

  it('sends nothing when it was given up while the headers were made', async () => {
    let give = (_: Record<string, string>): void => undefined
    const slow = new Promise<Record<string, string>>((resolve) => {
      give = resolve
    })
    const fetch = vi.fn<FetchLike>()
    fetchTransport({ url: server.url, headers: () => slow, fetch })
      .send(request)
      .subscribe()
      .unsubscribe()
    give({})
    await slow
    await lastValueFrom(fetchTransport({ url: server.url }).send(request))
    expect(fetch).not.toHaveBeenCalled()
  })

  it('says so where there is no fetch, and takes the one that it is given', async () => {
    const own = globalThis.fetch
    vi.stubGlobal('fetch', undefined)
    const error = await failureOf({ url: server.url })
    expect(isUnsupportedError(error)).toBe(true)
    expect(String(error)).toContain('no fetch')
    const given = fetchTransport({ url: server.url, fetch: own })
    expect(await lastValueFrom(given.send(request))).toMatchObject({ statusCode: 200 })
  })

  it('ignores the answer where there is no AbortController', async () => {
    vi.stubGlobal('AbortController', undefined)
    const answers: ((response: Response) => void)[] = []
    const fetch = vi.fn<FetchLike>(() => new Promise((answer) => answers.push(answer)))
    const transport = fetchTransport({ url: server.url, fetch })
    const said: unknown[] = []
    const listen = () =>
      transport.send(request).subscribe({ next: (answer) => said.push(answer.body) })

    const givenUp = listen()
    listen()
    await vi.waitUntil(() => answers.length === 2)
    givenUp.unsubscribe()
    answers.forEach((answer, index) => {
      answer(new Response(`answer ${index}`))
    })
    await vi.waitUntil(() => said.length > 0)
    expect(said).toEqual([{ text: 'answer 1' }])
    expect(fetch.mock.calls[0]?.[1]).not.toHaveProperty('signal')
  })

  it('hands no request and no header on to where a server redirects', async () => {
    const elsewhere = await startScriptedServer()
    server.script({ status: 307, headers: { location: elsewhere.url }, body: '' })
    const answer = await lastValueFrom(fetchTransport({ url: server.url, headers }).send(request))
    expect(answer.statusCode).toBe(307)
    expect(elsewhere.received).toEqual([])
    await elsewhere.close()
  })

  it('does not know what became of a request that a browser says was redirected', async () => {
    const fetch: FetchLike = async () => Response.error()
    const error = await failureOf({ url: server.url, fetch })
    expect(error).toMatchObject({ delivery: 'unknown' })
    expect(String(error)).toContain('redirects')
  })

  it('never believes that nothing left because of a failure that has no code, as in a browser', async () => {
    const fetch: FetchLike = () => Promise.reject(new TypeError(`Failed to fetch ${token}`))
    const error = await failureOf({ url: server.url, headers, fetch })
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown' })
    expectNoSecret(error, { secrets })
  })

  it('keeps the status of an answer that broke off, and never takes it for not sent', async () => {
    const fetch: FetchLike = async () => ({
      status: 429,
      headers: new Headers({ 'retry-after': 'Thu, 01 Jan 1970 00:00:09 GMT' }),
      text: () => Promise.reject(Object.assign(new Error(token), { code: 'ECONNREFUSED' })),
    })
    const error = await failureOf({ url: server.url, headers, fetch, now: () => 4000 })
    expect(error).toMatchObject({ delivery: 'unknown', statusCode: 429, retryAfterMs: 5000 })
    expectNoSecret(error, { secrets })
  })

  it('leaves a connection usable that has answered', async () => {
    const transport = fetchTransport({ url: server.url })
    for (let count = 0; count < 3; count += 1) {
      await lastValueFrom(transport.send(request))
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(server.connections()).toBe(1)
  })

  it('is not sent again by Node when the connection turns out to be stale', async () => {
    const transport = fetchTransport({ url: server.url })
    await lastValueFrom(transport.send(request))
    await new Promise((resolve) => setImmediate(resolve))
    server.script('drop-before')
    expect(await failureOf({ url: server.url })).toMatchObject({ delivery: 'unknown' })
    expect([server.connections(), server.received.length]).toEqual([1, 2])
  })
})
