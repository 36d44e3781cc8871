import fc from 'fast-check'
import { of } from 'rxjs'
import { expect, it } from 'vitest'
import { params, text } from '../../actions/shared'
import { defineAction, type Family } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import type { Transport } from '../../src/core/transport/transport'
import { nativeBridge } from '../../src/transports/native-bridge'
import { rayFetch } from '../../src/transports/ray-fetch'

const readOf = (family: Family) =>
  defineAction({
    name: 'test.read',
    family,
    safety: 'read',
    locks: ['any'],
    params: params({}),
    result: text(),
  })

/** Every transport whose host passes the result itself, also the app's own. */
const transports: Readonly<Record<string, (result: string) => Transport>> = {
  rayFetch: (result) => rayFetch(async () => result),
  TYSdk: (result) => nativeBridge({ apiRequest: async () => result }),
  ty: (result) => nativeBridge({ apiRequestByAtop: ({ success }) => success({ data: result }) }),
  'a transport of the app': (result) => ({
    name: 'own',
    families: ['mini-program'],
    send: () => of({ body: { value: result } }),
  }),
}

const received = (transport: Transport): Promise<string> => {
  const action = readOf(transport.families[0] ?? 'panel')
  return createPanel({ actions: { action }, transport }).apiRequest('test.read', {})
}

const isJsonOrPage = (given: string) =>
  given === '' || /^\s*(?:[{["<]|(?:true|false|null)\s*$)/.test(given)
const digits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 24 })
  .map((list) => list.join(''))
const bareText = fc.oneof(digits, fc.string()).filter((given) => !isJsonOrPage(given))

it.each(Object.entries(transports))('%s keeps every bare text result', async (_, transportOf) => {
  await fc.assert(
    fc.asyncProperty(bareText, async (result) => {
      expect(await received(transportOf(result))).toBe(result)
    }),
  )
})

it.each(Object.entries(transports))('%s reads a text result in JSON', async (_, transportOf) => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), async (result) => {
      expect(await received(transportOf(JSON.stringify(result)))).toBe(result)
      expect(await received(transportOf(JSON.stringify({ success: true, result })))).toBe(result)
    }),
  )
})

it.each(Object.entries(transports))('%s reports no result for a page', async (_, transportOf) => {
  const page = '<!doctype html><title>Log in</title>'
  await expect(received(transportOf(page))).rejects.toMatchObject({
    kind: 'transport',
    reason: expect.stringContaining('the answer is not JSON'),
  })
})
