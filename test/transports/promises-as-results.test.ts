import { describe, expect, it } from 'vitest'
import { json, params, text } from '../../actions/shared'
import { defineAction } from '../../src/core/action'
import { isOutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { isResponseError } from '../../src/core/errors/response-error'
import { createPanel } from '../../src/core/panel/create-panel'
import { nativeBridge } from '../../src/transports/native-bridge'

const FOREIGN = 'an error of the host'

const hostile: Readonly<Record<string, () => unknown>> = {
  'a proxy whose `then` throws': () =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'then') throw new RangeError(FOREIGN)
          return undefined
        },
      },
    ),
  'a promise that rejects': () => ({
    // biome-ignore lint/suspicious/noThenProperty: the host's value has one.
    then: (_: unknown, reject: (error: unknown) => void) => reject(new RangeError(FOREIGN)),
  }),
  // biome-ignore lint/suspicious/noThenProperty: the host's value has one.
  'a promise that never settles': () => ({ then: () => undefined }),
}

const contracts = {
  family: 'panel',
  locks: ['any'],
  params: params({ required: { devId: text() } }),
  result: json(),
} as const
const actions = {
  read: defineAction({ name: 'test.read', safety: 'read', ...contracts }),
  once: defineAction({ name: 'test.once', safety: 'once', check: 'test.read', ...contracts }),
}

const errorOf = async (make: () => unknown, name: 'test.read' | 'test.once'): Promise<unknown> => {
  const transport = nativeBridge({
    apiRequestByAtop: ({ success }) => success({ data: { success: true, result: make() } }),
  })
  const panel = createPanel({ actions, transport })
  const error = await panel.apiRequest(name, { devId: 'vdevo1' }).then(
    (value: unknown) => ({ value }),
    (reason: unknown) => reason,
  )
  panel.close()
  return error
}

describe('a result of the host that a promise cannot resolve with', () => {
  it.each(Object.entries(hostile))('is a ResponseError of a read: %s', async (_, make) => {
    const error = await errorOf(make, 'test.read')
    expect(error).toSatisfy(isResponseError)
    expect(String(error)).not.toContain(FOREIGN)
  })

  it.each(Object.entries(hostile))('is an unknown outcome of a command: %s', async (_, make) => {
    const error = await errorOf(make, 'test.once')
    expect(error).toSatisfy(isOutcomeUnknownError)
    expect(String(error)).not.toContain(FOREIGN)
  })

  it('does not include data with a field `then`', async () => {
    // biome-ignore lint/suspicious/noThenProperty: a field of the data.
    const result = { then: 'a text' }
    expect(await errorOf(() => result, 'test.read')).toEqual({ value: result })
  })
})
