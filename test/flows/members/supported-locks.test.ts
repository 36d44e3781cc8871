import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { type Members, members } from '../../../src/entries/flows/members'
import { families, supportedTypes, typesInGuide } from '../support/supported-locks'
import { readAll } from './member-harness'

/** The methods of the guide that read; whether a lock supports the others is not visible without a change. */
const calls: Readonly<Record<string, (flow: Members) => Promise<unknown>>> = {
  all: (flow) => readAll(flow.all()),
  get: (flow) => flow.get(seed.members.common.userId),
}

describe.each(Object.keys(calls))('the table of the guide on members.%s()', (method) => {
  it.each(families)('names exactly the locks that support it over %s', async (family) => {
    const supported = await supportedTypes(family, ({ panel, deviceId, options }) =>
      calls[method]?.(members(panel, deviceId, options)),
    )
    expect(typesInGuide('members', method, family)).toEqual(supported)
  })
})
