import { Observable, VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { createPanel } from '../../src/core/panel/create-panel'
import { combine } from '../../src/core/transport/combine'
import type { FetchLike } from '../../src/core/transport/fetch-like'
import type { Transport } from '../../src/core/transport/transport'
import type { WxLike } from '../../src/core/transport/wx-like'
import { openApi } from '../../src/open-api/open-api'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { wxRequest } from '../../src/transports/wx-request'
import { flushPromises } from '../support/flush'
import { openParams } from '../support/panels'

const url = 'https://door.example/panel'
const TOKEN_PATH = '/v1.0/token'

/** A `fetch` that never answers the paths that match, and answers the others with these texts in order. */
const scriptedFetch = (...answers: readonly (string | 'never')[]) => {
  const urls: string[] = []
  const fetch: FetchLike = (address) => {
    const answer = answers[Math.min(urls.length, answers.length - 1)] ?? 'never'
    urls.push(address)
    if (answer === 'never') return new Promise(() => {})
    return Promise.resolve({
      status: 200,
      headers: { get: () => null },
      text: () => Promise.resolve(answer),
    })
  }
  return { fetch, urls }
}

const silentWx = () => {
  let sent = 0
  const wx: WxLike = {
    request: () => {
      sent++
      return { abort: () => {} }
    },
  }
  return { wx, sentCount: () => sent }
}

const never = () => new Promise<Record<string, string>>(() => {})

const token = JSON.stringify({
  success: true,
  t: 1,
  result: { access_token: 'A', refresh_token: 'R', expire_time: 7200, uid: 'u' },
})
const expired = JSON.stringify({ success: false, code: 1010, msg: 'token invalid', t: 1 })

const cloud = (fetch: FetchLike): Transport =>
  openApi({ baseUrl: 'https://cloud.example', clientId: 'id', secret: 'secret', fetch })

const unlock = { name: 'doorLock.passwordFreeOpen', params: openParams }
const addUser = {
  name: 'POST /v1.0/devices/{device_id}/user',
  params: { device_id: 'door', nick_name: 'A', sex: 1 },
}

/** Runs one once action until its deadline; the transport never answers. */
const failureOf = async (
  transport: Transport,
  { name, params }: { readonly name: string; readonly params: object } = unlock,
) => {
  const scheduler = new VirtualTimeScheduler(undefined, 0)
  const panel = createPanel({
    actions: allActions,
    transport,
    clock: scheduler,
    random: () => 0,
  })
  const types: string[] = []
  panel.events$.subscribe(({ type }) => types.push(type))
  let error: unknown
  panel
    .request$(name as never, params as never)
    .subscribe({ error: (failure: unknown) => (error = failure) })
  for (let passedMs = 0; error === undefined && passedMs < 60_000; passedMs += 1_000) {
    await flushPromises()
    scheduler.maxFrames += 1_000
    scheduler.flush()
  }
  await flushPromises()
  return { error, types }
}

describe('a command whose transport still waits for something', () => {
  it('was not sent if the headers function of wxRequest never resolves', async () => {
    const { wx, sentCount } = silentWx()
    const { error, types } = await failureOf(wxRequest({ url, wx, headers: never }))
    expect(error).toMatchObject({ kind: 'timeout', delivery: 'not-sent' })
    expect([sentCount(), types.includes('sent')]).toEqual([0, false])
  })

  it('was not sent if the headers function of fetchTransport never resolves', async () => {
    const { fetch, urls } = scriptedFetch('never')
    const { error, types } = await failureOf(fetchTransport({ url, fetch, headers: never }))
    expect(error).toMatchObject({ kind: 'timeout', delivery: 'not-sent' })
    expect([urls, types.includes('sent')]).toEqual([[], false])
  })

  it('was not sent through combined transports either', async () => {
    const { wx, sentCount } = silentWx()
    const combined = combine(wxRequest({ url, wx, headers: never }), cloud(scriptedFetch().fetch))
    const { error } = await failureOf(combined)
    expect(error).toMatchObject({ kind: 'timeout', delivery: 'not-sent' })
    expect(sentCount()).toBe(0)
  })

  it('was not sent if the token endpoint never answers', async () => {
    const { fetch, urls } = scriptedFetch('never')
    const { error } = await failureOf(cloud(fetch), addUser)
    expect(error).toMatchObject({ kind: 'timeout', delivery: 'not-sent' })
    expect(urls.length).toBeGreaterThan(0)
    expect(urls.filter((address) => !address.includes(TOKEN_PATH))).toEqual([])
  })

  it('was refused if its token expired and the next one never comes', async () => {
    const { fetch, urls } = scriptedFetch(token, expired, 'never')
    const { error } = await failureOf(cloud(fetch), addUser)
    expect(error).toMatchObject({ kind: 'timeout', delivery: 'not-sent' })
    expect(urls.filter((address) => !address.includes(TOKEN_PATH))).toHaveLength(1)
  })

  it('is not sent after its end, when the headers come', async () => {
    const { wx, sentCount } = silentWx()
    let resolve = (_headers: Record<string, string>) => {}
    const headers = () =>
      new Promise<Record<string, string>>((done) => {
        resolve = done
      })
    await failureOf(wxRequest({ url, wx, headers }))
    resolve({})
    await flushPromises()
    expect(sentCount()).toBe(0)
  })
})

describe('a command whose request has left', () => {
  it('has an unknown outcome after the headers came late', async () => {
    const { wx, sentCount } = silentWx()
    const headers = async () => {
      await flushPromises()
      return {}
    }
    const { error, types } = await failureOf(wxRequest({ url, wx, headers }))
    expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'timeout' })
    expect([sentCount(), types.filter((type) => type === 'sent')]).toEqual([1, ['sent']])
  })

  it('has an unknown outcome if the token came and the answer never comes', async () => {
    const { fetch, urls } = scriptedFetch(token, 'never')
    const { error } = await failureOf(cloud(fetch), addUser)
    expect(error).toMatchObject({ kind: 'outcome-unknown' })
    expect(urls).toHaveLength(2)
  })

  it('has an unknown outcome over a transport that announces nothing', async () => {
    let sent = 0
    const { error, types } = await failureOf({
      name: 'silent',
      families: ['mini-program'],
      send: () => new Observable(() => void sent++),
    })
    expect(error).toMatchObject({ kind: 'outcome-unknown' })
    expect([sent, types.filter((type) => type === 'sent')]).toEqual([1, ['sent']])
  })

  it('has an unknown outcome if a wrapper passes it on twice and loses the first', async () => {
    const { wx, sentCount } = silentWx()
    let count = 0
    const inner = wxRequest({ url, wx, headers: () => (++count === 1 ? {} : never()) })
    const { error } = await failureOf({
      ...inner,
      send: (request) =>
        new Observable((subscriber) => {
          const first = inner.send(request).subscribe()
          void flushPromises()
            .then(flushPromises)
            .then(() => {
              first.unsubscribe()
              subscriber.add(inner.send(request).subscribe(subscriber))
            })
        }),
    })
    expect(error).toMatchObject({ kind: 'outcome-unknown' })
    expect(sentCount()).toBe(1)
  })
})
