import fc from 'fast-check'
import { Observable, of, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { deviceStatus } from '../../actions/mini-program/device/status'
import { isOutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { isSdkError, type SdkError } from '../../src/core/errors/sdk-error'
import { isTransportError } from '../../src/core/errors/transport-error'
import { vendorCode, vendorCodes } from '../../src/core/errors/vendor-codes'
import { VendorError } from '../../src/core/errors/vendor-error'
import { createPanel } from '../../src/core/panel/create-panel'
import { handle } from '../../src/core/panel/handle'
import type { Transport, TransportAnswer } from '../../src/core/transport/transport'
import { lock } from '../../src/flows/lock'
import { openApi } from '../../src/open-api/open-api'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { nativeBridge } from '../../src/transports/native-bridge'
import { wxRequest } from '../../src/transports/wx-request'
import { answer } from '../support/cloud'
import { failure, openParams, panelOn } from '../support/panels'

const families = ['mini-program', 'open-api', 'panel'] as const
const noRetry = { retry: false } as const
const SECRET = 'S3cr3tValue'

const panelOver = (send: Transport['send']) =>
  createPanel({ actions: allActions, transport: { name: 'own', families, send } })

const errorOf = async (promise: Promise<unknown>): Promise<SdkError> => {
  const error = await failure(promise)
  if (!isSdkError(error)) throw error
  return error
}
const read = (panel: ReturnType<typeof panelOver>) =>
  errorOf(panel.apiRequest('device.status', { device_id: 'door' }, noRetry))
const command = (panel: ReturnType<typeof panelOver>) =>
  errorOf(panel.apiRequest('doorLock.passwordFreeOpen', openParams, noRetry))

const fail = (): never => {
  // @ts-expect-error: the bug of an app
  return notDefinedAnywhere
}
const here = /a ReferenceError at explanations\.property\.test\.ts:\d+:\d+/

describe('an error of the code of the app', () => {
  const sources: Readonly<Record<string, () => ReturnType<typeof panelOver>>> = {
    'a transport that throws': () => panelOver(fail),
    'a transport whose observable fails': () => panelOver(() => new Observable(fail)),
    'a transport that rejects': () =>
      panelOver(
        () =>
          new Observable(
            (subscriber) =>
              void Promise.resolve()
                .then(fail)
                .catch((error) => subscriber.error(error)),
          ),
      ),
    'a function of headers': () =>
      panelOver(fetchTransport({ url: 'https://door.example', headers: fail }).send),
    'a fetch': () => panelOver(fetchTransport({ url: 'https://door.example', fetch: fail }).send),
    'a wx.request': () =>
      panelOver(wxRequest({ url: 'https://door.example', wx: { request: fail } }).send),
    'a handler': () => createPanel({ actions: allActions, handlers: [handle(deviceStatus, fail)] }),
  }

  it.each(Object.entries(sources))('is named with its place: %s', async (_source, make) => {
    expect((await read(make())).message).toMatch(here)
  })

  it('is named with its place: a native host', async () => {
    const panel = panelOver(nativeBridge({ apiRequest: fail }).send)
    const { message } = await errorOf(
      panel.apiRequest('tuya.m.device.member.count', { devId: 'door' }, noRetry),
    )
    expect(message).toMatch(here)
  })

  it('never shows a value of the app, whatever its message and its stack say', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(Error, TypeError, ReferenceError, RangeError, SyntaxError),
        fc.string(),
        fc.string(),
        async (Class, before, after) => {
          const error = new Class(`${before}${SECRET}${after}\n    at ${SECRET} (${SECRET}:1:2)`)
          const { message } = await read(panelOver(() => throwError(() => error)))
          expect(message).toContain(Class.name)
          expect(message).not.toContain(SECRET)
        },
      ),
    ))

  it.each([undefined, null, SECRET, 5, { message: SECRET }])(
    'is not shown if it is no Error: %j',
    async (thrown) => {
      const { message } = await read(panelOver(() => throwError(() => thrown)))
      expect(message).toContain(`the transport failed with a thrown ${typeof thrown}`)
      expect(message).not.toContain(SECRET)
    },
  )
})

describe('an answer that is not from the vendor', () => {
  const page: TransportAnswer = {
    body: { text: `<!doctype html><p>${SECRET}</p>` },
    statusCode: 200,
    contentType: 'text/html; charset=utf-8',
  }

  it.each([
    ['a read', read, 'transport'],
    ['a command', command, 'outcome-unknown'],
  ] as const)('is named by its status and its content type: %s', async (_call, call, kind) => {
    const error = await call(panelOver(() => of(page)))
    expect(error.kind).toBe(kind)
    expect(error.message).toContain('not JSON')
    expect(error.message).toContain('HTTP status 200, content type text/html')
    expect(error.message).not.toContain(SECRET)
  })

  it('has its content type from fetch and from wx.request', async () => {
    const fetch = () =>
      Promise.resolve({
        status: 200,
        headers: { get: (name: string) => (name === 'content-type' ? 'text/html' : null) },
        text: () => Promise.resolve('<html>'),
      })
    const wx = {
      request: (init: { success?: (response: never) => void }) => {
        const header = { 'Content-Type': 'text/html' }
        init.success?.({ data: '<html>', statusCode: 200, header } as never)
        return undefined
      },
    }
    const url = 'https://door.example'
    for (const { send } of [fetchTransport({ url, fetch }), wxRequest({ url, wx })])
      expect((await read(panelOver(send))).message).toContain('content type text/html')
  })

  it('shows a content type only in its form', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (contentType) => {
        const { message } = await read(panelOver(() => of({ ...page, contentType })))
        expect(message.length).toBeLessThan(300)
        expect(message).not.toContain('\n')
      }),
    ))

  it('has a text that agrees with its kind, for every status, a read and a command', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100, max: 599 }),
        fc.constantFrom(read, command),
        async (statusCode, call) => {
          const error = await call(panelOver(() => of({ ...page, statusCode })))
          const isRefused = statusCode >= 400 && statusCode < 500 && statusCode !== 408
          expect(error.message.includes('may have executed')).toBe(!isRefused)
          expect(error.message.includes('the server refused the request')).toBe(isRefused)
          expect(isOutcomeUnknownError(error)).toBe(call === command && !isRefused)
          expect(isTransportError(error)).toBe(!isOutcomeUnknownError(error))
        },
      ),
    ))

  it.each([401, 403])('names the session after status %i', async (statusCode) => {
    const { message } = await command(panelOver(() => of({ ...page, statusCode })))
    expect(message).toContain('check the session in the headers')
  })
})

describe('a closed panel', () => {
  it('says so, before and after a request was sent', async () => {
    const { panel } = panelOn(answer({ body: { value: {} } }))
    const silent = panelOver(() => new Observable())
    const waiting = read(silent)
    silent.close()
    panel.close()
    for (const error of [await waiting, await read(silent), await read(panel as never)])
      expect(error).toMatchObject({ kind: 'cancelled', isPanelClosed: true })
    expect((await waiting).message).toContain('the panel was closed after it was sent')
    expect((await read(silent)).message).toContain('the panel was closed before it was sent')
  })

  it('is not named by a call that its caller cancelled', async () => {
    const signal = AbortSignal.abort()
    const silent = panelOver(() => new Observable())
    const error = await errorOf(
      silent.apiRequest('device.status', { device_id: 'door' }, { signal }),
    )
    expect(error).toMatchObject({ kind: 'cancelled', isPanelClosed: false })
    expect(error.message).not.toContain('closed')
  })

  it('is named by a flow too', async () => {
    const { panel } = panelOn(answer({ body: { value: {} } }))
    panel.close()
    const error = await errorOf(lock(panel, 'door', { type: 'wifi' }).temporaryPasswords.list())
    expect(error.message).toContain('the panel was closed')
  })
})

describe('a missing transport', () => {
  it('is named, with the option that is missing', async () => {
    const { kind, message } = await read(createPanel({ actions: allActions }))
    expect(kind).toBe('unsupported')
    expect(message).toContain('the panel has no transport. Pass the option `transport`')
  })

  it('is named by its family, beside the families that the panel has', async () => {
    const { panel } = panelOn({})
    const { message } = await errorOf(
      panel.apiRequest('tuya.m.device.member.count', { devId: 'door' }),
    )
    expect(message).toContain('the family panel, only mini-program')
  })
})

describe('an unknown name', () => {
  const names = Object.values(allActions).map(({ name }) => name)
  const panel = panelOver(() => new Observable())
  const messageFor = async (name: string) =>
    (await errorOf((panel.apiRequest as (name: string) => Promise<unknown>)(name))).message

  it('of an action suggests the action that only lacks its prefix', async () => {
    expect(await messageFor('listUsers')).toContain('did you mean doorLock.listUsers?')
    for (const name of names) {
      const end = name.slice(name.lastIndexOf('.') + 1)
      const ending = names.filter((other) => other.toLowerCase().endsWith(`.${end.toLowerCase()}`))
      if (ending.length !== 1 || end === name || !/^\w{4,}$/.test(end)) continue
      for (const given of [end, end.toLowerCase(), end.toUpperCase()])
        expect(await messageFor(given)).toContain(`did you mean ${name}?`)
    }
  })

  it('of an action may be any text', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (name) => {
        fc.pre(!names.includes(name as never))
        expect(await messageFor(name)).toContain('this panel has no such action')
      }),
    ))

  it('of a region or a lock type lists the known ones', () => {
    expect(() => openApi({ region: 'de' as never, clientId: 'a', secret: 'b' })).toThrow(
      'region: expected one of cn, us, us-east, eu, eu-west, in',
    )
    expect(() => lock(panel, 'door', { type: 'WiFi' as never })).toThrow(
      'type: expected one of wifi, wifi-keepalive, wifi-video, wifi-standard, zigbee, ble,',
    )
  })
})

describe('the message of a refusal', () => {
  const messageOf = (code: number | string, message: string) =>
    new VendorError({ action: 'a', family: 'mini-program' }, { code, message }).message

  it('says the meaning of a code once, in whatever form the cloud says it', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...vendorCodes),
        fc.constantFrom(
          (meaning: string) => meaning,
          (meaning: string) => meaning.toUpperCase(),
          (meaning: string) => `${meaning}.`,
          (meaning: string) => `The ${meaning.replace(' ', ' is ')}!`,
        ),
        (code, inTheirWords) => {
          const { meaning, advice } = vendorCode('mini-program', code)
          const message = messageOf(code, inTheirWords(meaning))
          expect(message).toBe(`a: refused with ${code}, ${meaning}. ${advice}`)
        },
      ),
    ))

  it('keeps what the cloud says beyond the meaning', () => {
    expect(messageOf(2001, 'device is offline since Monday.')).toContain(
      'refused with 2001, device is offline since Monday. Wake',
    )
    expect(messageOf(1106, 'permission deny')).toContain('no permission (permission deny).')
    expect(messageOf(2001, '设备离线')).toContain('device offline (设备离线).')
    expect(messageOf('PERMISSION_DENY', 'permission deny')).toContain(
      'refused with PERMISSION_DENY, unknown code. ',
    )
  })

  it('asks for a new ticket where the ticket is invalid', () => {
    expect(messageOf(2405, '')).toContain('ticket invalid. Take a new ticket')
  })
})
