import { lastValueFrom } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import type {
  AtopInit,
  HighwayInit,
  NativeCallbacks,
  RestfulInit,
  TyLike,
} from '../../src/core/transport/native-like'
import type { Transport, TransportRequest } from '../../src/core/transport/transport'
import { nativeBridge } from '../../src/transports/native-bridge'
import { request } from './sample-request'

const panelRequest: TransportRequest = {
  ...request,
  action: 'tuya.m.device.member.list',
  family: 'panel',
  version: '2.0',
  params: { devId: 'vdevo1' },
}
const routeRequest: TransportRequest = {
  ...request,
  action: 'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}',
  family: 'open-api',
  query: ['notify'],
  params: { device_id: 'a/b', user_id: 7, notify: true, nick_name: 'Ada' },
}

const failureOf = (transport: Transport, sent = panelRequest): Promise<unknown> =>
  lastValueFrom(transport.send(sent)).then(
    () => expect.fail('expected a failure, received an answer'),
    (error: unknown) => error,
  )
const answerOf = (transport: Transport, sent = panelRequest) => lastValueFrom(transport.send(sent))

/** A host whose callbacks the test calls. */
const openTy = () => {
  const inits: (AtopInit | HighwayInit | RestfulInit)[] = []
  const keep = (init: AtopInit | HighwayInit | RestfulInit) => {
    inits.push(init)
  }
  const ty: TyLike = {
    apiRequestByAtop: keep,
    apiRequestByHighway: keep,
    apiRequestByHighwayRestful: keep,
  }
  return { ty, inits, callbacks: () => inits[0] as NativeCallbacks }
}

/** A `ty` that calls back synchronously. */
const tyThat = (act: (init: NativeCallbacks) => unknown): TyLike => ({ apiRequestByAtop: act })

describe('the families of nativeBridge', () => {
  it('are only panel for TYSdk, in each of its styles', () => {
    const host = { apiRequest: async () => undefined }
    const bridges = [
      nativeBridge(host),
      nativeBridge(host, { style: 'object' }),
      nativeBridge(host, { style: 'callback' }),
    ]
    expect(bridges.map(({ families }) => families)).toEqual([['panel'], ['panel'], ['panel']])
  })

  it('are panel and open-api for a ty with a route API, and only panel without one', () => {
    const { apiRequestByAtop, apiRequestByHighway, apiRequestByHighwayRestful } = openTy()
      .ty as Required<TyLike>
    const both = ['panel', 'open-api']
    expect(nativeBridge({ apiRequestByAtop, apiRequestByHighway }).families).toEqual(both)
    expect(nativeBridge({ apiRequestByAtop, apiRequestByHighwayRestful }).families).toEqual(both)
    expect(nativeBridge({ apiRequestByAtop }).families).toEqual(['panel'])
  })
})

describe('the host call of nativeBridge', () => {
  const version2 = { a: panelRequest.action, postData: panelRequest.params, v: '2.0' }

  it('is (api, postData, version) for TYSdk', async () => {
    const apiRequest = vi.fn(async (_api: string, _postData: object, _version: string) => true)
    await answerOf(nativeBridge({ apiRequest }))
    expect(apiRequest.mock.calls).toEqual([[panelRequest.action, panelRequest.params, '2.0']])
  })

  it('is one object for TYSdk of version 2', async () => {
    const apiRequest = vi.fn(async (_call: object) => true)
    await answerOf(nativeBridge({ apiRequest }, { style: 'object' }))
    expect(apiRequest.mock.calls).toEqual([[version2]])
  })

  it('is an object and two callbacks for TYNative', async () => {
    const apiRequest = vi.fn((_call: object, success: (result: unknown) => void) => success(true))
    await answerOf(nativeBridge({ apiRequest }, { style: 'callback' }))
    expect(apiRequest.mock.calls[0]?.[0]).toEqual(version2)
  })

  it('is {api, version, postData} for ty', () => {
    const { ty, inits } = openTy()
    nativeBridge(ty).send(panelRequest).subscribe()
    expect(inits[0]).toMatchObject({
      api: panelRequest.action,
      version: '2.0',
      postData: panelRequest.params,
    })
  })

  it('contains version 1.0 when the call has no version', async () => {
    const apiRequest = vi.fn(async (_api: string, _postData: object, _version: string) => true)
    await answerOf(nativeBridge({ apiRequest }), { ...panelRequest, version: undefined })
    expect(apiRequest.mock.calls[0]?.[2]).toBe('1.0')
  })

  it('contains the parameters of a route in path, query and body', () => {
    const { ty, inits } = openTy()
    nativeBridge(ty).send(routeRequest).subscribe()
    expect(inits[0]).toMatchObject({
      api: '/v1.0/smart-lock/devices/a%2Fb/users/7',
      method: 'PUT',
      query: { notify: true },
      body: { nick_name: 'Ada' },
    })
  })

  it('merges query and body for the highway route API', () => {
    const { ty, inits } = openTy()
    nativeBridge(ty, { routes: 'highway' }).send(routeRequest).subscribe()
    expect(inits[0]).toMatchObject({
      api: '/v1.0/smart-lock/devices/a%2Fb/users/7',
      method: 'PUT',
      data: { notify: true, nick_name: 'Ada' },
      requestId: 'request-1',
    })
  })

  it('is not made when a parameter would change the path of the route', async () => {
    const { ty, inits } = openTy()
    const changedRoute = { ...routeRequest, params: { device_id: '..', user_id: 7 } }
    expect(await failureOf(nativeBridge(ty), changedRoute)).toMatchObject({ kind: 'params' })
    expect(inits).toEqual([])
  })
})

describe('the answer of nativeBridge', () => {
  it.each([
    ['an object', { data: '{"id":9007199254740993}' }, { text: '{"id":9007199254740993}' }],
    ['a list', { data: '[1]' }, { text: '[1]' }],
    ['a flag', { data: 'true' }, { text: 'true' }],
    ['a quoted text', { data: '"01234567"' }, { text: '"01234567"' }],
    ['a bare text with a leading zero', { data: '01234567' }, { text: '"01234567"' }],
    ['no result', { data: '' }, { value: undefined }],
    ['the parsed copy of an older app', { thing_json_: { id: 1 } }, { value: { id: 1 } }],
    ['a result without its wrapper', { id: 1 }, { value: { id: 1 } }],
    ['undefined', undefined, { value: undefined }],
  ])('is decoded from ty: %s', async (_, given, body) => {
    const answer = await answerOf(nativeBridge(tyThat(({ success }) => success(given))))
    expect(answer).toEqual({ body })
  })

  it.each([
    ['a value', { id: 1 }, { value: { id: 1 } }],
    ['JSON text', ' {"id":1}', { text: ' {"id":1}' }],
    ['digits', '01234567', { text: '"01234567"' }],
    ['truncated JSON', '{"id":', { text: '{"id":' }],
  ])('is decoded from TYSdk: %s', async (_, given, body) => {
    expect(await answerOf(nativeBridge({ apiRequest: async () => given }))).toEqual({ body })
  })

  it('is the parsed result for a route', async () => {
    const { ty, callbacks } = openTy()
    const answered = answerOf(nativeBridge(ty), routeRequest)
    callbacks().success({ result: { id: 1 }, api: '/v1.0' })
    expect(await answered).toEqual({ body: { value: { id: 1 } } })
  })
})

describe('a native host that breaks the callback rules', () => {
  it('produces one answer when it calls back several times', async () => {
    const { ty, callbacks } = openTy()
    const emitted: unknown[] = []
    nativeBridge(ty)
      .send(panelRequest)
      .subscribe({
        next: (answer) => emitted.push(answer),
        error: (error) => emitted.push(error),
        complete: () => emitted.push('complete'),
      })
    callbacks().success({ data: '1' })
    callbacks().success({ data: '2' })
    callbacks().fail({ errorCode: 9006 })
    expect(emitted).toEqual([{ body: { text: '"1"' } }, 'complete'])
  })

  it('does not notify a subscriber that has unsubscribed', () => {
    const { ty, callbacks } = openTy()
    const emitted: unknown[] = []
    const note = (event: unknown) => emitted.push(event)
    nativeBridge(ty)
      .send(panelRequest)
      .subscribe({ next: note, error: note, complete: () => note('complete') })
      .unsubscribe()
    callbacks().success({ data: 'true' })
    callbacks().fail({ errorCode: 9006 })
    expect(emitted).toEqual([])
  })

  it.each([
    ['ty', nativeBridge(tyThat(() => expect.fail('broken')))],
    ['TYSdk', nativeBridge({ apiRequest: () => expect.fail('broken') })],
    [
      'TYSdk of version 2',
      nativeBridge({ apiRequest: () => expect.fail('broken') }, { style: 'object' }),
    ],
    ['TYNative', nativeBridge({ apiRequest: () => expect.fail('broken') }, { style: 'callback' })],
  ])('causes an unknown delivery when it throws: %s', async (_, transport) => {
    const error = await failureOf(transport)
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown', requestId: 'request-1' })
    expect(String(error)).not.toContain('broken')
  })

  it('counts as answered when it answers and then throws', async () => {
    const host = tyThat(({ success }) => {
      success({ data: 'true' })
      throw new Error('too late')
    })
    expect(await answerOf(nativeBridge(host))).toEqual({ body: { text: 'true' } })
  })

  it('causes a failure when it rejects a promise instead of calling back', async () => {
    const error = await failureOf(nativeBridge(tyThat(() => Promise.reject({ errorCode: 9006 }))))
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown' })
  })

  it('is not taken as answered when its promise resolves before a callback', async () => {
    const { ty, callbacks } = openTy()
    const keep = ty.apiRequestByAtop
    const answered = answerOf(
      nativeBridge({ apiRequestByAtop: async (init: AtopInit) => keep(init) }),
    )
    await Promise.resolve()
    callbacks().success({ data: '"late"' })
    expect(await answered).toEqual({ body: { text: '"late"' } })
  })
})
