import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { type Methods, methods } from '../../../src/entries/flows/methods'
import { families, supportedTypes, typesInGuide } from '../support/supported-locks'

/** The methods of the guide that read; the page of hosts shows the others. */
const calls: Readonly<Record<string, (flow: Methods) => Promise<unknown>>> = {
  list: (flow) => flow.list(),
  ofMember: (flow) => flow.ofMember(seed.members.common.userId),
  unassigned: (flow) => flow.unassigned(),
}

describe.each(Object.keys(calls))('the table of the guide on methods.%s()', (method) => {
  it.each(families)('names exactly the locks that support it over %s', async (family) => {
    const supported = await supportedTypes(family, ({ panel, deviceId, options }) =>
      calls[method]?.(methods(panel, deviceId, options)),
    )
    expect(typesInGuide('methods', method, family)).toEqual(supported)
  })
})
